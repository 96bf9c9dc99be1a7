"""Questions that compute the score anew with every change: ways that raise it, and the evidence that it rests on."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

import pytest
from hypothesis import given

from reasoner.answer import STATUS_SIGNATURES
from reasoner.answer import statuses as statuses_in
from reasoner.assess import DEFAULT_TRACK, assess, prepare
from reasoner.errors import InputError
from reasoner.evaluate import rule_book
from reasoner.facts import dossier_facts
from reasoner.hanging import VERDICTS
from reasoner.intake.changes import apply_changes, without_records
from reasoner.intake.dossier import read_dossier
from reasoner.model.changes import Changes
from reasoner.model.dossier import Candidate, Dossier
from reasoner.model.pieces import PieceRef
from reasoner.model.repairs import Repairs
from reasoner.questions.ask import ask_next
from reasoner.questions.near import near_tracks
from reasoner.questions.repair import repair, shipped_costs
from reasoner.questions.robust import robust
from reasoner.questions.score_goal import records_for_the_score, score_goal, search_with
from reasoner.questions.standing import evaluated, stand
from reasoner.questions.steps import possible_steps
from reasoner.questions.switched import Switched
from reasoner.questions.verify import verify
from reasoner.report.outline import as_lines
from reasoner.report.question_wording import QuestionWording
from reasoner.report.robust_report import robust_outline
from reasoner.rival_scores import rivals_of
from reasoner.score import score
from reasoner.scoring.match import match
from reasoner.scoring.rival_totals import totals_under
from reasoner.scoring.table import score_table
from reasoner.scoring.totals import self_scores
from tests.golden import ROOT
from tests.properties import sample
from tests.strategies import Pick, picks

# A track with a table, and a dossier that would have to rely on its score.
SCORED: Final = (
    ("iot.senior", "iot_near_miss"),
    ("rob.senior", "rob_degree_path"),
    ("ii.senior", "ii_senior_degree_path"),
    ("sm.senior", "sm_senior_degree_path"),
)
SCORE_LEAVES: Final = {
    "iot.senior": "iot.senior.7.8.c.1",
    "rob.senior": "rob.senior.6.8.c.1",
    "ii.senior": "ii.senior.7.8.a",
    "sm.senior": "sm.senior.7.8.a",
}
ONE_POINT: Final = 100
PART: Final = frozenset({"rank", "listed"})
EVERY_SO_MANY: Final = 6
MOST_TRIED: Final = 60


def each_scored(*usual: str) -> pytest.MarkDecorator:
    """Run a check on every track with a table, in the default run on those that are *usual*."""
    return pytest.mark.parametrize(
        ("track", "name"),
        [
            one if one[0] in usual else pytest.param(*one, marks=pytest.mark.thorough)
            for one in SCORED
        ],
    )


def without_schooling(name: str) -> Dossier:
    """Return an example without education and degrees, so that no path by a degree is left."""
    dossier = read_dossier(ROOT / "examples" / f"{name}.yaml")
    return dossier.model_copy(update={"education": (), "degrees": ()})


def total(dossier: Dossier, track: str) -> int:
    """Return the score that the ledger has."""
    found = score(dossier, track).total
    assert found is not None
    return found


def after(dossier: Dossier, changes: Sequence[tuple[str, str]]) -> Dossier:
    """Return *dossier* with *changes*."""
    return apply_changes(
        dossier,
        Changes(
            set=tuple(value for option, value in changes if option == "--set"),
            add=tuple(value for option, value in changes if option == "--add"),
        ),
    )


@each_scored("ii.senior")
def test_a_score_that_lacks_two_points_is_raised(track: str, name: str) -> None:
    """Each way is found eligible where the score is computed anew; some rest on the score."""
    dossier = without_schooling(name)
    asked = total(dossier, track) + 2 * ONE_POINT
    found = repair(dossier, track, threshold=asked)

    assert found.proven
    assert found.score_lacks == 2 * ONE_POINT
    assert not found.score_kept
    setting, _ = prepare(track, threshold=asked)
    outcomes = evaluated([after(dossier, one.changes) for one in found.repairs], setting)
    assert {one.answer.status(track) for one in outcomes} == {"met"}
    raised = [SCORE_LEAVES[track] in one.fills for one in found.repairs]
    assert any(raised)
    for one, is_raised in zip(outcomes, raised, strict=True):
        assert one.self_score is not None
        assert (one.self_score.total >= asked) == is_raised


def scored() -> Dossier:
    """Return the example that relies on its score, before a panel has verified it."""
    dossier = read_dossier(ROOT / "examples" / "iot_self_score.yaml")
    return dossier.model_copy(update={"verified_score": None})


def test_as_many_records_are_added_as_are_needed() -> None:
    """附1: a talk at a major conference is worth five points, any other one; of the same record two are no two ways."""
    only_talks = shipped_costs().model_copy(update={"add": {"talk": 8}})
    dossier = scored()
    threshold = total(dossier, DEFAULT_TRACK) + 2 * ONE_POINT
    found = repair(dossier, threshold=threshold, costs=only_talks)

    assert found.all_minimal
    assert [
        (one.cost, [dict(step.told).get("major_conference") for step in one.steps])
        for one in found.repairs
    ] == [(8, ["yes"]), (16, [None, None])]


@pytest.mark.parametrize(
    ("track", "kind", "points"),
    [
        ("iot.senior", "software_copyright", {1}),
        ("ii.senior", "software_copyright", {1}),
        ("iot.senior", "talk", {1, 5}),
        ("iot.senior", "first_set", {5, 8, 10}),
    ],
)
def test_a_record_that_is_added_for_its_points_brings_them_all(
    track: str, kind: str, points: set[int]
) -> None:
    """附1 as printed, for who ranks first: the rank that multiplies the points is told."""
    nobody = Dossier(candidate=Candidate(id="甲"), achievements=())
    costs = shipped_costs().model_copy(update={"add": {kind: 1}})
    evaluation, found = stand(nobody, track, threshold=60 * ONE_POINT)
    assert records_for_the_score(evaluation, found, costs)
    steps = [
        step
        for step in possible_steps(evaluation, found, costs)
        if step.step.kind == "add" and step.after is None and step.step.record_kind == kind
    ]
    with_it = self_scores([after(nobody, step.changes) for step in steps], evaluation.setting)
    (alone,) = self_scores([nobody], evaluation.setting)
    assert alone is not None
    brought = {one.total - alone.total for one in with_it if one is not None}

    assert {number * ONE_POINT for number in points} <= brought


def test_no_way_is_another_but_for_the_part_in_it() -> None:
    """A national standard with rank 3, as art. 8 asks, and the same with rank 1, for the points, are one way."""
    ways = ways_of(repair(scored(), threshold=95 * ONE_POINT))

    assert len(ways) > 1
    assert not [way for way in ways if ways.count(way) > 1]


def test_no_way_is_another_with_a_later_copy() -> None:
    """Of records that are alike the first are added: whether it is the first copy or the second is no difference."""
    dossier = without_schooling("ii_senior_degree_path")
    costs = shipped_costs().model_copy(
        update={"add": {"talk": 8, "software_copyright": 6}, "settle": 50}
    )
    threshold = total(dossier, "ii.senior") + 6 * ONE_POINT
    found = repair(dossier, "ii.senior", threshold=threshold, costs=costs)
    ways = ways_of(found)

    assert found.repairs[0].cost == 6 + 8
    assert not [way for way in ways if ways.count(way) > 1]


def ways_of(found: Repairs) -> list[list[tuple[str, tuple[tuple[str, str], ...], int]]]:
    """Return what is added in each way, but for the candidate's part in it."""
    return [
        sorted(
            (
                str(step.record_kind),
                tuple(one for one in step.told if one[0] not in PART),
                step.cost,
            )
            for step in one.steps
        )
        for one in found.repairs
    ]


def test_a_rank_that_is_not_told_is_a_step() -> None:
    """Points are multiplied by the rank, so that to find it out is the cheapest that can be done."""
    dossier = without_schooling("sm_senior_degree_path")
    found = repair(dossier, "sm.senior", threshold=total(dossier, "sm.senior") + 2 * ONE_POINT)
    cheapest = [step for one in found.repairs if one.cost == 1 for step in one.steps]

    assert ("settle", "rank") in {(step.kind, step.attribute) for step in cheapest}


@each_scored("rob.senior")
@sample(1, 60)
@given(pick=picks())
def test_nothing_cheaper_raises_it(track: str, name: str, pick: Pick) -> None:
    """Among single steps and pairs none that costs less leads, by an evaluation of its own, to an eligible verdict."""
    dossier = without_schooling(name)
    kept = tuple(one for one in dossier.achievements or () if pick.chance(75))
    told = tuple(
        one
        for one in dossier.determinations
        if one.record is None or one.record in {other.id for other in kept}
    )
    dossier = dossier.model_copy(update={"achievements": kept, "determinations": told})
    asked = total(dossier, track) + pick.one(range(1, 20)) * ONE_POINT
    costs = shipped_costs().model_copy(update={"most_years": 0})
    found = repair(dossier, track, threshold=asked, costs=costs)
    evaluation, found_track = stand(dossier, track, threshold=asked)
    best = found.repairs[0].cost if found.repairs else None

    assert found.proven
    tried: list[Dossier] = []
    steps = possible_steps(evaluation, found_track, costs)
    for size in (1, 2):
        for part in combinations(steps, size):
            if best is None or sum(step.step.cost for step in part) < best:
                try:
                    tried.append(after(dossier, [line for step in part for line in step.changes]))
                except InputError:
                    continue
    outcomes = evaluated(tried[:MOST_TRIED], evaluation.setting)
    assert "met" not in {one.answer.status(track) for one in outcomes}


@pytest.mark.parametrize(("track", "name"), SCORED)
def test_the_rules_of_points_change_no_status(track: str, name: str) -> None:
    """Ground beside those of the verdict they leave every clause as it is, but for the score and what rests on it."""
    dossier = read_dossier(ROOT / "examples" / f"{name}.yaml")
    evaluation, found_track = stand(dossier, track, threshold=total(dossier, track))
    goal = score_goal(evaluation, found_track)
    assert goal is not None
    told = dossier_facts(0, evaluation.dossier, evaluation.entries)
    inputs = Switched((*evaluation.setting.facts(), *told), {})
    search, switch = search_with(evaluation.setting, inputs, goal)
    enough, short = (
        statuses_in(search.true_atoms(on, STATUS_SIGNATURES), 1)[0] for on in (switch, ())
    )
    statuses = evaluation.answer.statuses
    clauses = set(evaluation.book.under(track))

    assert {clause: enough.get(clause, "undetermined") for clause in clauses} == {
        clause: statuses.get(clause, "undetermined") for clause in clauses
    }
    assert statuses[SCORE_LEAVES[track]] == "met"
    assert short.get(SCORE_LEAVES[track], "undetermined") != "met"


@pytest.mark.parametrize("threshold", [60, pytest.param(91, marks=pytest.mark.thorough), 92])
def test_what_the_score_rests_on_is_verified(threshold: int) -> None:
    """Struck one by one, decisive pieces flip a verdict for which the score is computed anew; every set is enough."""
    dossier = scored()
    found = verify(dossier, threshold=threshold * ONE_POINT)
    records = {one.piece: one for one in found.decisive if one.piece.record is not None}

    assert found.verdict == "eligible"
    assert not [piece for piece in records if _section(piece) == "self_score"]
    expected: list[tuple[Sequence[PieceRef], str]] = [
        ([piece], one.verdict_without)
        for piece, one in records.items()
        if isinstance(getattr(dossier, str(_section(piece))), tuple)
    ]
    assert "eligible" not in {verdict for _, verdict in expected}
    assert found.score_kept == bool(found.unsettled)
    if found.all_sets:
        expected.append((found.spare, "eligible"))
    rest = [*found.shared, *found.spare, *found.unsettled]
    not_enough: list[Sequence[PieceRef]] = []
    for kept in found.sets[:3]:
        gone = [piece for piece in rest if piece not in kept]
        expected.append((gone, "eligible"))
        not_enough += [[*gone, piece] for piece in kept]
    setting, _ = prepare(DEFAULT_TRACK, threshold=threshold * ONE_POINT)
    struck = [*(pieces for pieces, _ in expected), *not_enough]
    verdicts = [
        VERDICTS[one.answer.status(DEFAULT_TRACK)]
        for one in evaluated([_struck(dossier, pieces) for pieces in struck], setting)
    ]
    assert verdicts[: len(expected)] == [verdict for _, verdict in expected]
    assert "eligible" not in verdicts[len(expected) :]


def _section(piece: PieceRef) -> str | None:
    return piece.record.section if piece.record else None


def _struck(dossier: Dossier, pieces: Sequence[PieceRef]) -> Dossier:
    addresses = [
        f"{piece.record.section}[{piece.record.place}]"
        for piece in pieces
        if piece.record is not None and piece.record.place is not None
    ]
    return without_records(dossier, addresses) if addresses else dossier


def test_the_facts_that_a_score_hangs_on_are_named() -> None:
    """Nobody is asked for a score that is computed; where it may still reach the threshold the ledger's facts are."""
    dossier = read_dossier(ROOT / "examples" / "iot_many_unknowns.yaml")
    found = ask_next(dossier, threshold=60 * ONE_POINT)
    settled = ask_next(dossier, threshold=95 * ONE_POINT)

    assert "points" not in {point.attribute for point in found.points}
    assert {"rank", "business_lines"} <= {one.attribute for one in found.score_hangs_on}
    assert not settled.score_hangs_on


@pytest.mark.parametrize(
    ("threshold", "every"),
    [(93, EVERY_SO_MANY), pytest.param(80, 1, marks=pytest.mark.thorough)],
)
def test_rivals_are_judged_by_the_score_that_they_lead_to(threshold: int, every: int) -> None:
    """Each rival reading is as an evaluation under it has it: its score, its verdict, and whether it is named."""
    dossier = scored()
    setting, track = prepare(DEFAULT_TRACK, threshold=threshold * ONE_POINT)
    (usual,) = evaluated([dossier], setting)
    table = score_table(setting)
    assert table is not None
    rivals = list(rivals_of(setting, usual.book))
    moved = totals_under(
        match([dossier], setting, table), setting, table, [dict([rival]) for rival in rivals]
    )
    assessment = assess(dossier, threshold=threshold * ONE_POINT)
    named = {
        (reading.id, rival.option): rival.verdict
        for reading in assessment.readings_that_matter
        for rival in reading.rivals
    }
    alone = {
        (one.reading, one.option): outcome.verdict
        for outcome in robust(dossier, threshold=threshold * ONE_POINT).alone
        for one in outcome.doubts
    }
    flips = set()
    for place, (rival, bounds) in enumerate(zip(rivals, moved, strict=True)):
        if not (bounds or rival in named or rival in alone or place % every == 0):
            continue
        (other,) = evaluated([dossier], setting.with_reading(*rival))
        verdict = VERDICTS[other.answer.status(track.id)]
        assert other.self_score is not None
        assert usual.self_score is not None
        total, possible = bounds.get(0, (usual.self_score.total, usual.self_score.possible))
        assert (total, possible) == (other.self_score.total, other.self_score.possible), rival
        if verdict != assessment.verdict:
            flips.add(rival)
            assert named[rival] == alone[rival] == verdict
    assert flips == set(alone) != set()


def test_combinations_that_are_not_computed_are_not_claimed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where there are more combinations of readings than are computed, the answer does not say that these are all."""
    monkeypatch.setattr("reasoner.questions.scores_under_rivals.MOST_TOGETHER", 0)
    dossier = without_records(without_schooling("ii_senior_landmark"), ["首台套-1"])

    found = robust(dossier, "ii.senior", threshold=27 * ONE_POINT)
    words = QuestionWording(rule_book(prepare("ii.senior")[0]), "zh")
    printed = "\n".join(line for line, _ in as_lines(robust_outline(found, words)))

    assert not found.all_together
    assert "没有试遍所有组合" in printed
    assert "任何读法组合" not in printed


def test_what_is_possible_moves_with_the_readings_too() -> None:
    """The score that may still be claimed is that of an evaluation under the rival as well."""
    dossier = read_dossier(ROOT / "examples" / "iot_landmark.yaml")
    setting, _ = prepare(DEFAULT_TRACK)
    table = score_table(setting)
    assert table is not None
    rivals = {"A105": "lowest", "A001": "shorter"}
    choices = [{name: option} for name, option in rivals.items()]
    moved = totals_under(match([dossier], setting, table), setting, table, choices)
    expected = [
        (one.total, one.possible)
        for choice in choices
        for one in self_scores([dossier], replace(setting, readings=choice))
        if one is not None
    ]

    assert [one[0] for one in moved] == expected
    assert any(claimed != possible for claimed, possible in expected)


def test_without_a_threshold_a_reading_that_moves_the_score_matters() -> None:
    """The verdict is a function of the threshold, and another one under such a reading."""
    dossier = scored()
    found = assess(dossier)
    usual = found.self_score
    assert usual is not None
    limits = {
        (reading.id, rival.option): parameter.at_most
        for reading in found.readings_that_matter
        for rival in reading.rivals
        for parameter in rival.open_parameters
    }
    setting, _ = prepare(DEFAULT_TRACK)
    for (reading, option), limit in limits.items():
        (other,) = evaluated([dossier], setting.with_reading(reading, option))
        assert other.self_score is not None
        assert limit == other.self_score.total != usual.total
    assert limits


def test_readings_move_the_score_together() -> None:
    """Under neither of two readings of the table the score falls below the threshold; under both it does."""
    track, threshold = "ii.senior", 27 * ONE_POINT
    dossier = without_records(without_schooling("ii_senior_landmark"), ["首台套-1"])
    found = robust(dossier, track, threshold=threshold)
    rivals = {"S04": "half", "S26": "lower"}
    setting, _ = prepare(track, threshold=threshold)
    totals = [
        one.total
        for readings in ({}, *({name: rivals[name]} for name in rivals), rivals)
        for one in self_scores([dossier], replace(setting, readings=readings))
        if one is not None
    ]

    assert [total >= threshold for total in totals] == [True, True, True, False]
    assert found.verdict == "eligible"
    assert not set(rivals) & {one.reading for outcome in found.alone for one in outcome.doubts}
    assert rivals in [
        {one.reading: one.option for one in outcome.doubts} for outcome in found.together
    ]
    assert found.all_together


def test_a_score_without_a_table_stays_as_it_is_stated() -> None:
    """Where the table is not among the rules, no way raises the score that the dossier states; the answer says so."""
    dossier = read_dossier(ROOT / "examples" / "mech_self_score.yaml")
    stated = dossier.self_score
    assert stated is not None
    (found,) = near_tracks(dossier, ["mech.senior"], threshold=stated + ONE_POINT).tracks

    assert found.score_kept
    assert found.score_lacks == ONE_POINT
