"""What is true of the questions for any dossier, by Hypothesis; exhaustive search where the dossier is small."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, product
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reasoner.answer import Status
from reasoner.catalog import shipped_rules
from reasoner.errors import InputError
from reasoner.evaluate import Setting, evaluate, evaluate_statuses
from reasoner.hanging import VERDICTS
from reasoner.intake.changes import apply_changes
from reasoner.intake.dossier import read_dossier
from reasoner.model.changes import Changes
from reasoner.model.dossier import Dossier
from reasoner.model.next_points import NextPoint
from reasoner.model.pieces import PieceRef
from reasoner.model.repairs import Repair
from reasoner.questions.ask import as_asked, ask_next
from reasoner.questions.cut_offs import day_of, notice_as_of
from reasoner.questions.interview import change_for
from reasoner.questions.open_points import open_points_below
from reasoner.questions.repair import repair, shipped_costs
from reasoner.questions.standing import stand
from reasoner.questions.steps import Possible, possible_steps
from reasoner.questions.timeline import timeline
from reasoner.questions.verify import verify
from reasoner.questions.what_if import what_if
from tests.golden import ROOT
from tests.properties import sample
from tests.strategies import (
    Pick,
    any_data,
    data_of,
    dossier_of,
    joined,
    notice_of,
    picks,
)

ELIGIBLE: Final = {
    "iot.senior": ("iot_degree_path", "iot_landmark", "iot_skilled_worker"),
    "rob.senior": ("rob_degree_path", "rob_landmark"),
    "ii.senior": ("ii_senior_degree_path", "ii_senior_landmark"),
    "ii.chief": ("ii_chief",),
    "sm.senior": ("sm_senior_degree_path", "sm_senior_landmark"),
    "sm.chief": ("sm_chief",),
    "mech.senior": ("mech_self_score",),
}
AWAITING: Final = {
    "iot.senior": "iot_awaiting_experts",
    "ii.chief": "ii_chief_awaiting_experts",
    "mech.senior": "mech_awaiting_determinations",
}
TO_REPAIR: Final = (
    ("iot.senior", "iot_near_miss"),
    ("iot.senior", "iot_degree_path"),
    ("iot.senior", "iot_awaiting_experts"),
    ("sm.chief", "sm_chief_near_miss"),
    ("rob.senior", "rob_degree_path"),
    ("ii.senior", "ii_senior_degree_path"),
    ("ii.chief", "ii_chief_awaiting_experts"),
    ("sm.senior", "sm_senior_degree_path"),
    ("mech.senior", "mech_awaiting_determinations"),
)
USUAL_REPAIRS: Final = 4
TRACKS: Final = tuple(ELIGIBLE)
FEW_ADDED: Final = {"paper": 8, "patent": 10, "standard": 10}
ACHIEVEMENTS: Final = 6
LOOKED_AT: Final = 3
ASKED_OF_EXPERTS: Final = frozenset({"record_answer", "clause_answer"})


def example(name: str) -> Dossier:
    """Return an example."""
    return read_dossier(next((ROOT / "examples").glob(f"{name}.*")))


def each_track(*usual: str) -> pytest.MarkDecorator:
    """Run a check on every track, in the default run on those that are *usual*."""
    return pytest.mark.parametrize(
        "track",
        [
            track if track in usual else pytest.param(track, marks=pytest.mark.thorough)
            for track in TRACKS
        ],
    )


def specialty_of(track: str) -> str:
    """Return the specialty of *track*."""
    return track.partition(".")[0]


def setting_of(track: str) -> Setting:
    """Return the shipped rules and notice for *track*."""
    specialty = specialty_of(track)
    return Setting(shipped_rules(), specialty, notice_of(specialty))


def statuses(
    track: str, dossiers: Sequence[Dossier], setting: Setting | None = None
) -> list[Status]:
    """Return the status of the track for each dossier."""
    found = evaluate_statuses(dossiers, setting or setting_of(track))
    return [one.get(track, "undetermined") for one in found]


def eligible_with_more(pick: Pick, track: str) -> Dossier:
    """Return an eligible dossier with some achievements of any kind beside its own."""
    data = data_of(example(pick.one(ELIGIBLE[track])))
    other = any_data(pick, specialty_of(track))
    more = {"achievements": (other.get("achievements") or [])[:ACHIEVEMENTS]}
    return dossier_of(joined(data, more, "more"))


def without(dossier: Dossier, pieces: Sequence[PieceRef]) -> Dossier:
    """Return *dossier* without *pieces*, built from its parts and not from addresses."""
    told = dossier.determinations
    gone = {piece.clause for piece in pieces if piece.record is None}
    ids = {piece.record.id for piece in pieces if piece.record and piece.record.id}
    kept: dict[str, object] = {
        "determinations": tuple(
            one
            for one in told
            if (one.clause is None or one.clause not in gone)
            and (one.record is None or one.record not in ids)
        )
    }
    for section in {piece.record.section for piece in pieces if piece.record}:
        places = {
            piece.record.place
            for piece in pieces
            if piece.record is not None and piece.record.section == section
        }
        content = getattr(dossier, section)
        if isinstance(content, tuple):
            kept[section] = tuple(
                one for place, one in enumerate(content, 1) if place not in places
            )
        elif isinstance(content, dict):
            kept[section] = {year: one for year, one in content.items() if year not in places}
        else:
            kept[section] = None
    return dossier.model_copy(update=kept)


@each_track("iot.senior", "rob.senior")
@sample(2, 1000)
@given(pick=picks())
def test_what_if_equals_assessing_the_changed_dossier(track: str, pick: Pick) -> None:
    """The statuses afterwards are those of the dossier without the record."""
    dossier = dossier_of(any_data(pick, specialty_of(track)))
    places = len(dossier.achievements or ())
    if not places:
        return
    place = pick.one(range(1, places + 1))
    found = what_if(dossier, Changes(drop=(f"achievements[{place}]",)), track)
    record = (dossier.achievements or ())[place - 1]
    kept = tuple(one for one in dossier.achievements or () if one is not record)
    told = tuple(
        one for one in dossier.determinations if one.record is None or one.record != record.id
    )
    changed = dossier.model_copy(update={"achievements": kept, "determinations": told})
    before, after = evaluate([dossier, changed], setting_of(track))

    assert found.before.verdict == VERDICTS[before.answer.status(track)]
    assert found.after.verdict == VERDICTS[after.answer.status(track)]
    assert {one.clause: one.under_rival for one in found.clauses} == {
        clause: after.answer.status(clause)
        for clause in after.book.under(track)
        if after.answer.status(clause) != before.answer.status(clause)
    }


@each_track("iot.senior", "ii.senior")
@sample(1, 500)
@given(pick=picks())
def test_decisive_flips_and_spare_does_not(track: str, pick: Pick) -> None:
    """Without a decisive piece the verdict falls; without all spare ones it stays; every set is smallest."""
    dossier = eligible_with_more(pick, track)
    found = verify(dossier, track)
    assert found.verdict == "eligible"
    decisive = [one.piece for one in found.decisive]

    fallen = statuses(track, [without(dossier, [piece]) for piece in decisive])
    assert [VERDICTS[one] for one in fallen] == [one.verdict_without for one in found.decisive]
    assert statuses(track, [without(dossier, found.spare)]) == ["met"]
    rest = [*found.shared, *found.spare, *found.unsettled]
    for one in found.sets[:LOOKED_AT]:
        others = [piece for piece in rest if piece not in one]
        smaller = [[*others, piece] for piece in one]
        tried = statuses(track, [without(dossier, gone) for gone in (others, *smaller)])
        assert tried[0] == "met"
        assert "met" not in tried[1:]


@each_track("iot.senior", "rob.senior")
@sample(1, 300)
@given(pick=picks())
def test_what_is_not_asked_cannot_matter(track: str, pick: Pick) -> None:
    """Whatever the answers to the other points are, one that is not asked changes nothing; and one that is, may."""
    awaiting = AWAITING.get(track)
    undetermined = (
        example(awaiting)
        if awaiting
        else example(pick.one(ELIGIBLE[track])).model_copy(update={"determinations": ()})
    )
    dossier = _partly_answered(track, undetermined, pick)
    found = ask_next(dossier, track)
    asked = [point for point in found.points if point.kind in ASKED_OF_EXPERTS]
    cases = list(product(("yes", "no", ""), repeat=len(asked)))
    told = statuses(track, [_with(dossier, asked, case) for case in cases])
    verdict = dict(zip(cases, told, strict=True))

    for place in range(len(asked)):
        settles = False
        for case in cases:
            if case[place] == "":
                answered = [(*case[:place], word, *case[place + 1 :]) for word in ("yes", "no")]
                settles |= verdict[case] == "undetermined" and any(
                    verdict[one] != "undetermined" for one in answered
                )
        assert settles, asked[place]

    names = {(point.record, point.section, point.attribute, point.clause) for point in found.points}
    others = [
        point
        for point in open_points_below(evaluate([dossier], setting_of(track))[0], track)
        if (point.record, point.section, point.attribute, point.clause) not in names
    ]
    if others:
        other = pick.one(others)
        same = NextPoint(
            other.kind,
            other.record,
            other.section,
            other.attribute,
            other.clause,
            other.clauses,
            (),
        )
        answer = pick.one(other.answers).written
        more = [_with(_with(dossier, asked, case), [same], [answer]) for case in cases]
        assert dict(zip(cases, statuses(track, more), strict=True)) == verdict, other


def _partly_answered(track: str, dossier: Dossier, pick: Pick) -> Dossier:
    """Return *dossier* with all points answered but three that experts answer."""
    points = ask_next(dossier, track).points
    asked = [point for point in points if point.kind in ASKED_OF_EXPERTS]
    others = [point for point in points if point not in asked]
    while len(asked) > 3:
        others.append(asked.pop(pick.one(range(len(asked)))))
    for point in others:
        answers = [answer for outcome in point.outcomes for answer in outcome.answers]
        dossier = _with(dossier, [point], [pick.one(answers)])
    return dossier


def _with(dossier: Dossier, points: Sequence[NextPoint], answers: Sequence[str]) -> Dossier:
    for point, answer in zip(points, answers, strict=True):
        if answer:
            dossier = apply_changes(
                dossier, change_for(point, answer, by="panel", basis="material")
            )
    return dossier


@each_track("iot.senior")
@sample(1, 200)
@given(pick=picks(), days=st.lists(st.integers(0, 3650), min_size=3, max_size=3))
def test_a_timeline_is_what_each_day_is(track: str, pick: Pick, days: list[int]) -> None:
    """On any day the verdict is that of an assessment with both cut-offs on that day."""
    dossier = eligible_with_more(pick, track)
    found = timeline(dossier, track)
    first, last = dt.date.fromisoformat(found.first), dt.date.fromisoformat(found.last)
    edges = [dt.date.fromisoformat(span.first) for span in found.spans]
    sampled = {first + dt.timedelta(days=number) for number in days}
    sampled |= {day - dt.timedelta(days=1) for day in edges} | set(edges)
    for day in sorted(one for one in sampled if first <= one <= last):
        usual = setting_of(track)
        setting = replace(usual, notice=notice_as_of(usual.notice, day_of(day)))
        span = next(one for one in reversed(found.spans) if dt.date.fromisoformat(one.first) <= day)
        assert statuses(track, [dossier], setting) == [_status(span.verdict)], day


def _status(verdict: str) -> Status:
    return next(status for status, found in VERDICTS.items() if found == verdict)


@pytest.mark.parametrize(
    ("track", "name"),
    [
        *TO_REPAIR[:USUAL_REPAIRS],
        *(pytest.param(*one, marks=pytest.mark.thorough) for one in TO_REPAIR[USUAL_REPAIRS:]),
    ],
)
@sample(1, 200)
@given(pick=picks())
def test_repairs_work_and_nothing_cheaper_does(track: str, name: str, pick: Pick) -> None:
    """Every repair works, none of its parts does, and among all sets of few steps none is cheaper than the first."""
    dossier = _poorer(example(name), pick)
    costs = shipped_costs().model_copy(update={"add": FEW_ADDED, "most_years": 0})
    found = repair(dossier, track, costs=costs)
    evaluation, found_track = stand(dossier, track)
    steps = possible_steps(evaluation, found_track, costs)

    for one in found.repairs[:LOOKED_AT]:
        assert statuses(track, [_after(dossier, one.changes)]) == ["met"]
        groups = [{change[1] for change in step.changes} for step in steps]
        taken = [
            step
            for step, lines in zip(steps, groups, strict=True)
            if lines <= {line for _, line in one.changes}
        ]
        parts = [
            tuple(change for step in part for change in step.changes)
            for size in range(max(len(taken) - 2, 0), len(taken))
            for part in combinations(taken, size)
            if sum(step.step.cost for step in part) < one.cost
        ]
        assert "met" not in statuses(
            track, [_after(dossier, part) for part in parts if _fits(dossier, part)]
        )
    if found.verdict != "eligible":
        best = found.repairs[0].cost if found.repairs else None
        assert not _cheaper(track, dossier, steps, best)


@each_track("rob.senior")
@sample(1, 100)
@given(pick=picks())
def test_whatever_a_dossier_tells_its_repairs_can_be_written_and_work(
    track: str, pick: Pick
) -> None:
    """Also where records contradict each other, or hardly anything is told."""
    data = any_data(pick, specialty_of(track))
    for section in pick.some(sorted(set(data) - {"candidate"}), len(data)):
        del data[section]
    kept = pick.chance(50)
    told = data.get("determinations") or []
    data["determinations"] = [one for one in told if kept and "clause" in one]
    dossier = dossier_of(data)
    found = repair(dossier, track)

    assert found.proven
    ways = [_after(dossier, one.changes) for one in found.repairs if not _waits(one)]
    assert statuses(track, ways) == ["met"] * len(ways)


def _waits(one: Repair) -> bool:
    return any(step.kind == "wait" for step in one.steps)


@each_track("iot.senior")
@sample(1, 200)
@given(pick=picks())
def test_every_answer_that_is_offered_can_be_written(track: str, pick: Pick) -> None:
    """No answer to an open point contradicts what else the dossier tells."""
    dossier = dossier_of(any_data(pick, specialty_of(track)))
    for point in open_points_below(evaluate([dossier], setting_of(track))[0], track)[:LOOKED_AT]:
        same = as_asked(point, ())
        for answer in point.answers:
            _with(dossier, [same], [answer.written])


def _poorer(dossier: Dossier, pick: Pick) -> Dossier:
    """Return *dossier* without some of its achievements."""
    kept = tuple(one for one in dossier.achievements or () if pick.chance(66))
    ids = {one.id for one in kept}
    told = tuple(one for one in dossier.determinations if one.record is None or one.record in ids)
    return dossier.model_copy(update={"achievements": kept, "determinations": told})


def _after(dossier: Dossier, changes: Sequence[tuple[str, str]]) -> Dossier:
    told = Changes(
        set=tuple(value for option, value in changes if option == "--set"),
        add=tuple(value for option, value in changes if option == "--add"),
    )
    return apply_changes(dossier, told)


def _fits(dossier: Dossier, changes: Sequence[tuple[str, str]]) -> bool:
    """Tell whether *changes* can be made together: of several values of a cell only one can be."""
    cells = [line.partition("=")[0] for option, line in changes if option == "--set"]
    if len(cells) != len(set(cells)):
        return False
    try:
        _after(dossier, changes)
    except InputError:
        return False
    return True


def _cheaper(
    track: str, dossier: Dossier, steps: Sequence[Possible], best: int | None
) -> list[tuple[tuple[str, str], ...]]:
    """Return all pairs of steps, and all single ones, that would do at less than *best*."""
    found = []
    tried = [
        part
        for size in (1, 2)
        for part in combinations(steps, size)
        if best is None or sum(step.step.cost for step in part) < best
    ]
    sets = [tuple(change for step in part for change in step.changes) for part in tried]
    fitting = [one for one in sets if _fits(dossier, one)][:MOST_TRIED]
    for one, status in zip(
        fitting, statuses(track, [_after(dossier, one) for one in fitting]), strict=True
    ):
        if status == "met":
            found.append(one)
    return found


MOST_TRIED: Final = 60
