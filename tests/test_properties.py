"""What must hold of every dossier, whatever it says, under every reading and notice."""

import copy
import random
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import cycle
from typing import Any, Final

import pytest
from hypothesis import given, settings
from pydantic import BaseModel

from reasoner.answer import Answer, Status
from reasoner.assess import assess, assess_many
from reasoner.catalog import shipped_rules
from reasoner.evaluate import Setting, evaluate, evaluate_statuses, rule_book
from reasoner.facts import dossier_facts, entries
from reasoner.model.assessment import Assessment, Missing
from reasoner.model.dossier import Candidate, Dossier
from reasoner.model.notice import Notice
from reasoner.model.records import Determination
from reasoner.model.vocabulary import vocabularies
from reasoner.replay import replay
from reasoner.rivals import readings_that_matter, try_rivals
from reasoner.solve import solve
from tests.strategies import (
    DEFINITE_DAYS,
    DEFINITE_RANKS,
    NOTICE,
    POINTS,
    SINGLE_SECTIONS,
    SPECIALTY,
    TEXTS,
    TRACK,
    Data,
    Pick,
    any_data,
    any_notice,
    any_readings,
    boundary_data,
    consistent,
    crowd,
    data_of,
    determination,
    dossier_of,
    notices,
    picks,
    readings,
    record_classes,
    records_in,
    section_classes,
    values_of,
    words_of,
)

Statuses = Mapping[str, Status]

EACH: Final = 8
"""Dossiers in one example: grounding is slow once and quick for each."""

CROWD: Final = 260
"""Dossiers in a crowd, more than are grounded at once."""

ALONE: Final = 50
"""So many of a crowd are judged alone, too."""

SETTLED: Final = ("met", "unmet")


# How things are judged -------------------------------------------------------------------------


def setting(chosen: Mapping[str, str] | None = None, notice: Notice = NOTICE) -> Setting:
    """Return the shipped rules under *chosen* readings and *notice*."""
    return Setting(shipped_rules(), SPECIALTY, notice, chosen or {})


def judged(crowd_data: Sequence[Data], under: Setting) -> list[Statuses]:
    """Return the status of every clause for each dossier."""
    found = evaluate_statuses([dossier_of(data) for data in crowd_data], under)
    clauses = {*rule_book(setting()).clauses, *(clause for one in found for clause in one)}
    return [{clause: one.get(clause, "undetermined") for clause in clauses} for one in found]


def drawn(pick: Pick, count: int = EACH) -> list[Data]:
    """Return *count* dossiers."""
    return [any_data(pick) for _ in range(count)]


def above(clauses: set[str], how: Setting) -> frozenset[str]:
    """Return *clauses* and everything above them."""
    book, found = rule_book(how), list(clauses)
    for clause in found:
        found.extend(book.parents.get(clause, ()))
    return frozenset(found)


# What is drawn ---------------------------------------------------------------------------------


def test_every_field_is_drawn_with_every_word() -> None:
    """Nothing that a dossier can tell is left out of these checks; a new field is in them at once."""
    told: dict[tuple[type[BaseModel], str], set[str]] = {}
    for data in crowd(5, 2000):
        dossier = dossier_of(data)
        for part in (
            dossier,
            dossier.candidate,
            *dossier.determinations,
            *(record for _, _, record in dossier.records()),
        ):
            for field in type(part).model_fields:
                value = getattr(part, field)
                if value is not None:
                    words = value.values() if isinstance(value, dict) else value
                    many = isinstance(value, tuple | dict)
                    told.setdefault((type(part), field), set()).update(
                        map(str, words if many else (value,))
                    )
    models: list[type[BaseModel]] = [Dossier, Candidate, Determination, *record_classes()]
    for model in models:
        for field, definition in model.model_fields.items():
            assert (model, field) in told, (model.__name__, field)
            for vocabulary in words_of(definition.annotation):
                missing = {word.value for word in vocabulary} - told[model, field]
                assert not missing, (model.__name__, field)


def test_every_reading_and_every_parameter_is_drawn() -> None:
    """Every option of every reading, and a notice that sets anything otherwise than the shipped one."""
    pick = Pick(random.Random(9).randrange)  # noqa: S311 - as in crowd
    chosen = {option for _ in range(100) for option in any_readings(pick).items()}
    known = rule_book(setting()).readings.values()
    assert chosen == {(reading.id, option.id) for reading in known for option in reading.options}
    notices_drawn = [any_notice(pick) for _ in range(100)]
    same = {
        field
        for field in Notice.model_fields
        if len({str(getattr(notice, field)) for notice in notices_drawn}) == 1
    }
    assert same == {"format"}


# One model, one status -------------------------------------------------------------------------


@given(picks(), readings(), notices())
@settings(max_examples=15)
def test_one_model_and_no_clause_both_met_and_unmet(
    pick: Pick, chosen: dict[str, str], notice: Notice
) -> None:
    """`solve` refuses anything but one stable model and any complaint of clingo; here it refuses nothing."""
    how = setting(chosen, notice)
    facts = how.facts()
    for number, data in enumerate(drawn(pick)):
        dossier = dossier_of(data)
        facts += dossier_facts(number, dossier, entries(dossier, notice))
    shown = solve(how.rules.rule_files(SPECIALTY), facts).shown

    assert not set(shown.get(("met", 2), ())) & set(shown.get(("unmet", 2), ()))
    known = set(rule_book(how).clauses)
    assert {clause for name in SETTLED for _, clause in shown.get((name, 2), ())} <= known
    assert not set(shown.get(("failed", 5), ())) & set(shown.get(("open", 5), ()))


def test_every_option_of_every_reading_has_one_model() -> None:
    """Each option by itself, with a threshold and without one in turn."""
    dossiers = [dossier_of(data) for data in crowd(1, 4)]
    in_turn = cycle((NOTICE, with_threshold("80")))
    for reading in rule_book(setting()).readings.values():
        for option in reading.options:
            how = setting({reading.id: option.id}, next(in_turn))
            assert len(evaluate_statuses(dossiers, how)) == len(dossiers)


def with_threshold(points: str) -> Notice:
    """Return the shipped notice with this threshold."""
    return Notice.model_validate({**data_of(NOTICE), "threshold": points}, by_name=True)


@given(picks(), readings(), notices())
@settings(max_examples=10)
def test_compound_clauses_follow_from_the_leaves(
    pick: Pick, chosen: dict[str, str], notice: Notice
) -> None:
    """What the rules say of every compound clause is what its leaves replay to."""
    how = setting(chosen, notice)
    book = rule_book(how)
    for statuses in judged(drawn(pick), how):
        leaves = {clause: statuses[clause] for clause in statuses if not book.clauses[clause].parts}
        for clause in book.under(TRACK) + [c for t in book.tracks.values() for c in t.beside]:
            assert replay(clause, book, leaves) == statuses[clause], clause


# Learning an unknown ---------------------------------------------------------------------------

# What the dossier states itself stands for facts that are not told, and yields to them once they are.
STANDS_FOR: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    ("award", "level"): ("prize", "awarded_by"),
    ("award", "awarded_by"): ("prize",),
    ("award", "award_grade"): ("prize",),
    ("project", "level"): ("programme",),
    ("standard", "standard_level"): ("issued_by",),
    ("paper", "tier"): ("indexed_in", "venue_type"),
}

# Leaving these out is no unknown: it says something.
SAYS_SOMETHING: Final[Mapping[str, str]] = {
    "verified_score": "the panel has not verified the score",
    "candidate": "no input of a rule",
    "format": "no input of a rule",
    "path": "no input of a rule",
    "determinations": "handled by themselves: a nearer word goes before one further up",
}


def poorer(pick: Pick, data: Data) -> Data:
    """Return *data* with less told: sections, fields, years and determinations left out, dates to the month or year."""
    poor = copy.deepcopy(data)
    for section in [section for section in poor if section not in SAYS_SOMETHING]:
        if pick.chance(10):
            del poor[section]
        elif section in ("assessments", "continuing_education"):
            poor[section] = {year: word for year, word in poor[section].items() if pick.chance(75)}
    for record in records_in(poor):
        _forget(pick, record)
    poor["determinations"] = _fewer(pick, poor.get("determinations", []))
    return consistent(poor)


def _forget(pick: Pick, record: Data) -> None:
    told = [field for field in record if field not in ("id", "kind")]
    gone = set(pick.some(told, 2)) if told else set()
    for (kind, stated), bases in STANDS_FOR.items():
        if record.get("kind") == kind and gone & set(bases) and stated in record:
            gone.add(stated)
    for field in sorted(gone):
        day = record[field]
        if field in ("date", "start", "end") and day.count("-") and pick.chance(50):
            record[field] = day.rsplit("-", pick.one((1, day.count("-"))))[0]
        else:
            record.pop(field)


def _fewer(pick: Pick, determinations: list[Data]) -> list[Data]:
    """Return some of them; with a word on a clause go those on the clauses above it, which it overrules."""
    gone: set[str] = set()
    kept = []
    for told in determinations:
        if pick.chance(75):
            kept.append(told)
        elif "clause" in told:
            gone |= above({told["clause"]}, setting())
    return [told for told in kept if told.get("clause") not in gone]


@given(picks(), readings(), notices())
@settings(max_examples=25)
def test_learning_an_unknown_never_flips_what_is_settled(
    pick: Pick, chosen: dict[str, str], notice: Notice
) -> None:
    """Whatever is met or unmet stays so when more is told."""
    how = setting(chosen, notice)
    rich = drawn(pick, 5)
    poor = [poorer(pick, data) for data in rich for _ in range(3)]
    before, after = judged(poor, how), judged(rich, how)
    for number, statuses in enumerate(before):
        flipped = {
            clause: (status, after[number // 3][clause])
            for clause, status in statuses.items()
            if status != "undetermined" and after[number // 3][clause] != status
        }
        assert not flipped, (poor[number], rich[number // 3])


# What is told of an award, where the prize is told as well it is another one.
OTHERWISE_WITH_THE_PRIZE: Final[Mapping[str, tuple[Data, str]]] = {
    "the highest prize has no grades": ({"award_grade": "ungraded"}, "national_supreme"),
    "the state awards the national prizes": (
        {"awarded_by": "state_department"},
        "national_progress",
    ),
}


@pytest.mark.parametrize("case", OTHERWISE_WITH_THE_PRIZE)
def test_learning_the_prize_of_an_award_never_flips_what_is_settled(case: str) -> None:
    """As long as the prize is not told, neither is what follows from it."""
    told, prize = OTHERWISE_WITH_THE_PRIZE[case]
    poor, rich = (
        {"candidate": {"id": "c"}, "achievements": [{"kind": "award", **told, **more}]}
        for more in ({}, {"prize": prize})
    )
    before, after = judged([poor, rich], setting())
    assert not {c: s for c, s in before.items() if s != "undetermined" and s != after[c]}


# More never hurts ------------------------------------------------------------------------------

BETTER: Final[Mapping[Status, int]] = {"unmet": 0, "undetermined": 1, "met": 2}

# Where a higher step or one more record may hurt, and why.
MAY_HURT: Final[Mapping[str, str]] = {
    "iot.senior.8.2.b": "asks for exactly a second prize; a first one is 8.2.a",
    "iot.senior.12.6.b": "asks for exactly the municipal level; a higher one is 12.6.a",
}

# Under these readings a clause asks for one step and no higher one, so a higher one may hurt.
LITERAL: Final[Mapping[str, str]] = {
    "G1": "the literal reading takes the named step only",
    "A036": "the literal reading takes the first prize only",
    "A069": "the literal reading takes the named level only",
}

# Under these readings one more appointment may hurt, so they keep their defaults where any record is added.
APPOINTMENT_MAY_HURT: Final[Mapping[str, str]] = {
    "A001": "of the two windows the shorter counts, and an appointment may shorten it",
    "A002": "the window reaches back to another title only for those never appointed as engineer",
    "A010": "only the first year is rounded up, and an earlier appointment makes another year the first",
}

# One more of these is worse by nature, so they are not added.
WORSE_BY_NATURE: Final[Mapping[str, str]] = {
    "misconduct": "a violation",
    "verified_score": "a score below the threshold is worse than none",
}


def worsened(before: Statuses, after: Statuses, allowed: Sequence[str] = ()) -> dict[str, Any]:
    """Return the clauses that stand worse than before."""
    return {
        clause: (status, after[clause])
        for clause, status in before.items()
        if BETTER[after[clause]] < BETTER[status] and clause not in allowed
    }


def one_more(pick: Pick, data: Data, section: str) -> Data:
    """Return *data* with one more record in *section*, anywhere among the others."""
    found = boundary_data(pick).get(section) or any_data(pick).get(section) or []
    if not found or section not in data:
        return data
    records = [*data[section]]
    records.insert(pick.one(range(len(records) + 1)), {**pick.one(found), "id": "one-more"})
    return consistent({**data, section: records})


@given(picks(), readings(), notices())
@settings(max_examples=10)
def test_another_achievement_never_hurts(
    pick: Pick, chosen: dict[str, str], notice: Notice
) -> None:
    """Nothing stands worse for one more achievement."""
    how = setting(chosen, notice)
    few = drawn(pick, 12)
    many = [one_more(pick, data, "achievements") for data in few]
    for less, more, data in zip(judged(few, how), judged(many, how), many, strict=True):
        assert not worsened(less, more), data


@given(picks(), readings(fixed=tuple(APPOINTMENT_MAY_HURT)), notices())
@settings(max_examples=10)
def test_another_record_never_hurts(pick: Pick, chosen: dict[str, str], notice: Notice) -> None:
    """Nothing stands worse for one more title, appointment, certificate or any other record."""
    how = setting(chosen, notice)
    sections = [
        section
        for section in section_classes()
        if section not in (*SINGLE_SECTIONS, "self_score", *WORSE_BY_NATURE)
    ]
    few = drawn(pick, 12)
    many = [one_more(pick, data, pick.one(sections)) for data in few]
    for less, more, data in zip(judged(few, how), judged(many, how), many, strict=True):
        assert not worsened(less, more), data


@given(picks(), readings(), notices())
@settings(max_examples=10)
def test_a_better_rank_never_hurts(pick: Pick, chosen: dict[str, str], notice: Notice) -> None:
    """Nothing stands worse for a rank one place higher."""
    how = setting(chosen, notice)
    lower, higher = [], []
    for data in drawn(pick, 12):
        ranks = [r for r in records_in(data) if r.get("rank") in DEFINITE_RANKS[1:]]
        better = copy.deepcopy(data)
        for record, same in zip(records_in(better), list(records_in(data)), strict=True):
            if same in ranks and pick.chance(70):
                record["rank"] = same["rank"] - 1
        lower.append(data)
        higher.append(better)
    for less, more, data in zip(judged(lower, how), judged(higher, how), higher, strict=True):
        assert not worsened(less, more), data


@cache
def scales() -> Mapping[str, Sequence[str]]:
    """Return the steps of each scale of the rules that a dossier can tell, lowest first."""
    rules = solve(
        shipped_rules().rule_files(SPECIALTY), setting().facts(), frozenset({("order", 3)})
    ).rules
    steps: dict[str, list[tuple[int, str]]] = {}
    for attribute, word, step in rules["order", 3]:
        steps.setdefault(str(attribute), []).append((int(step), str(word)))
    told = {
        attribute: {word.value for vocabulary in known for word in vocabulary}
        for attribute, known in vocabularies().items()
    }
    return {
        attribute: [word for _, word in sorted(found) if word in told[attribute]]
        for attribute, found in steps.items()
        if attribute in told
    }


QUANTITIES: Final = ("amount", "sales", "team_size", "employees", "revenue")


def raised(pick: Pick, data: Data) -> Data:
    """Return *data* with some levels, grades, degrees, amounts and scores one step higher, or more."""
    data = copy.deepcopy(data)
    for record in records_in(data):
        for field in list(record):
            if field in scales() and pick.chance(30):
                steps = scales()[field]
                place = steps.index(record[field])
                record[field] = pick.one(steps[place : place + 3])
            elif field in QUANTITIES and pick.chance(30):
                record[field] = "200000" if field in ("amount", "sales", "revenue") else 9_999_999
    for score in ("self_score", "verified_score"):
        if score in data and pick.chance(50):
            data[score] = str(max(float(data[score]), float(pick.one(POINTS))))
    return data


def on_scale(data: Data) -> Data:
    """Return *data* without words that stand on no scale."""
    data = copy.deepcopy(data)
    for record in records_in(data):
        for field in list(record):
            if field in scales() and record[field] not in scales()[field]:
                del record[field]
    return data


@given(picks(), readings(fixed=tuple(LITERAL)), notices())
@settings(max_examples=15)
def test_a_higher_step_never_hurts(pick: Pick, chosen: dict[str, str], notice: Notice) -> None:
    """Nothing stands worse for a higher level, grade or degree, a larger amount or a better score."""
    how = setting(chosen, notice)
    low = [on_scale(data) for data in drawn(pick, 12)]
    high = [raised(pick, data) for data in low]
    for less, more, data in zip(judged(low, how), judged(high, how), high, strict=True):
        assert not worsened(less, more, tuple(MAY_HURT)), data


# What is irrelevant ----------------------------------------------------------------------------


def shuffled(pick: Pick, data: Data) -> Data:
    """Return the same dossier in another order: sections, records, fields, years, words of a list."""
    found: Data = {}
    for section in pick.shuffled([*data]):
        content = data[section]
        if isinstance(content, list):
            records = [_shuffled_record(pick, record) for record in content]
            found[section] = pick.shuffled(records)
        else:
            found[section] = (
                _shuffled_record(pick, content) if isinstance(content, dict) else content
            )
    return found


def _shuffled_record(pick: Pick, record: Data) -> Data:
    return {
        field: pick.shuffled(record[field]) if isinstance(record[field], list) else record[field]
        for field in pick.shuffled([*record])
    }


def renamed(pick: Pick, data: Data) -> Data:
    """Return the same dossier with other ids, names and notes."""
    data = copy.deepcopy(data)
    new = {
        record["id"]: f"{pick.one(TEXTS)}-{number}"
        for number, record in enumerate(records_in(data))
        if "id" in record
    }
    for record in records_in(data):
        if "id" in record:
            record["id"] = new[record["id"]]
        record |= {field: pick.one(TEXTS) for field in ("name", "note")}
    for told in data["determinations"]:
        if "record" in told:
            told["record"] = new[told["record"]]
        told |= {"by": pick.one(TEXTS), "basis": pick.one(TEXTS), "date": pick.one(DEFINITE_DAYS)}
    data["candidate"] = {"id": pick.one(TEXTS), "name": pick.one(TEXTS)}
    return data


@pytest.mark.parametrize("change", [shuffled, renamed])
@given(pick=picks(), chosen=readings(), notice=notices())
@settings(max_examples=6)
def test_order_and_names_are_irrelevant(
    change: Callable[[Pick, Data], Data], pick: Pick, chosen: dict[str, str], notice: Notice
) -> None:
    """Neither the order of what is told nor what somebody calls it changes a status, a total or a window."""
    how = setting(chosen, notice)
    one = [dossier_of(data) for data in drawn(pick)]
    another = [dossier_of(change(pick, data_of(dossier))) for dossier in one]
    for before, after in zip(evaluate(one, how), evaluate(another, how), strict=True):
        assert before.answer.statuses == after.answer.statuses
        assert before.answer.totals == after.answer.totals
        assert before.answer.windows == after.answer.windows
        assert sorted(before.answer.classes.values()) == sorted(after.answer.classes.values())


# These ask for a project or a product of any field: art. 7(8) names none.
ANY_FIELD: Final = frozenset({"iot.senior.7.8.a", "iot.senior.7.8.b"})


def _without_id(record: Data) -> Data:
    return {field: value for field, value in record.items() if field != "id"}


@given(picks(), readings(), notices())
@settings(max_examples=8)
def test_records_of_other_fields_are_irrelevant(
    pick: Pick, chosen: dict[str, str], notice: Notice
) -> None:
    """Achievements, work and moves in other fields change nothing where the field is asked for."""
    how = setting(chosen, notice)
    without, with_others = drawn(pick), []
    for data in without:
        more, another = copy.deepcopy(data), any_data(pick)
        for section in ("achievements", "work", "post_changes"):
            found = another.get(section)
            if found and section in more:
                others = [
                    {**_without_id(record), "fields": ["robotics", "other"]} for record in found
                ]
                more[section] = [*others, *more[section]]
        with_others.append(consistent(more))
    free = above(set(ANY_FIELD), how)
    for before, after, data in zip(
        judged(without, how), judged(with_others, how), with_others, strict=True
    ):
        assert {c: s for c, s in before.items() if s != after[c] and c not in free} == {}, data


# A crowd ---------------------------------------------------------------------------------------


def sorted_answer(answer: Answer) -> Answer:
    """Return *answer* with its lists in order; the solver gives them in any."""
    return Answer(
        statuses=answer.statuses,
        failed={key: sorted(tests) for key, tests in answer.failed.items()},
        open={key: sorted(tests) for key, tests in answer.open.items()},
        totals=answer.totals,
        windows=answer.windows,
        classes=answer.classes,
        derived={
            record: {attribute: sorted(values, key=str) for attribute, values in told.items()}
            for record, told in answer.derived.items()
        },
        needs={key: sorted(missing) for key, missing in answer.needs.items()},
    )


def test_one_by_one_equals_in_a_crowd() -> None:
    """Everything that is read from the solver is the same for a dossier alone and among hundreds of others."""
    many = [dossier_of(data) for data in crowd(7, CROWD)]
    among = evaluate(many, setting())
    for place in random.Random(7).sample(range(CROWD), ALONE):  # noqa: S311 - as in crowd
        (single,) = evaluate([many[place]], setting())
        assert single.entries == among[place].entries
        assert sorted_answer(single.answer) == sorted_answer(among[place].answer)


def test_assessments_one_by_one_equal_those_in_a_crowd() -> None:
    """The whole assessment, too, word for word; with rivals for some."""
    many = [dossier_of(data) for data in crowd(8, CROWD)]
    among = assess_many(many, rivals=False)
    for place in random.Random(8).sample(range(CROWD), ALONE // 2):  # noqa: S311 - as in crowd
        assert assess(many[place], rivals=False) == among[place]
    few = many[:4]
    assert [assess(dossier) for dossier in few] == assess_many(few)


# Readings --------------------------------------------------------------------------------------


@given(picks(), readings(most=3), notices())
@settings(max_examples=3)
def test_readings_that_matter_are_those_whose_rivals_change_something(
    pick: Pick, chosen: dict[str, str], notice: Notice
) -> None:
    """No rival that is left out changes a status, although not all of them are tried; every one that is named does."""
    how = setting(chosen, notice)
    book = rule_book(how)
    track = book.tracks[TRACK]
    many = [dossier_of(data) for data in drawn(pick, 8)]
    shown = {*book.under(TRACK), *(c for top in track.beside for c in book.under(top))}
    # One clause is there under one reading only, so there is nothing to compare it with.
    in_both = shown & set(rule_book(setting()).clauses)
    evaluations = evaluate(many, how)
    matters = readings_that_matter(evaluations, try_rivals(evaluations, how), track, TRACK)
    for reading in book.readings.values():
        for option in reading.options:
            if option.id == how.readings.get(reading.id, reading.default):
                continue
            rivals = evaluate_statuses(many, how.with_reading(reading.id, option.id))
            for one, found, rival in zip(evaluations, matters, rivals, strict=True):
                changes = {
                    clause: (one.answer.status(clause), rival.get(clause, "undetermined"))
                    for clause in in_both
                    if one.answer.status(clause) != rival.get(clause, "undetermined")
                }
                named = [
                    known
                    for matter in found
                    for known in matter.rivals
                    if matter.id == reading.id and known.option == option.id
                ]
                statuses = {
                    change.clause: (change.status, change.under_rival)
                    for known in named
                    for change in known.changes
                    if change.clause in in_both
                    # A route may also be barred while its clause holds all the same.
                    and (change.clause in changes or change.clause not in track.routes)
                }
                assert statuses == changes, (reading.id, option.id, data_of(one.dossier))
                for known in named:
                    assert known.changes or known.interview or known.open_parameters


def test_a_reading_that_changes_two_tests_of_a_clause_is_tried() -> None:
    """Under the literal reading a national special prize fails level and grade; a fortiori it is a landmark."""
    award = {
        "kind": "award",
        "fields": ["iot"],
        "evidence": ["证书"],
        "date": "2025-01-01",
        "level": "national",
        "award_grade": "special",
        "rank": 2,
    }
    how = setting({"G1": "literal", "A036": "literal"})
    (one,) = evaluate([dossier_of({"candidate": {"id": "c"}, "achievements": [award]})], how)
    tried = try_rivals([one], how)
    (matters,) = readings_that_matter([one], tried, one.book.tracks[TRACK], TRACK)
    assert one.answer.status("iot.senior.8.2.d") == "unmet"
    assert "G1" in {matter.id for matter in matters}


# On what a verdict hangs -----------------------------------------------------------------------

ROUNDS: Final = 15
"""More than enough: each round tells everything that the round before asked for."""


def asked(assessment: Assessment) -> bool:
    """Tell whether the assessment asks for anything."""
    return bool(
        assessment.missing_facts or assessment.awaited_determinations or assessment.open_parameters
    )


@given(picks(), readings(), notices())
def test_an_undetermined_verdict_says_on_what_it_hangs(
    pick: Pick, chosen: dict[str, str], notice: Notice
) -> None:
    """Something is asked for exactly as long as the verdict is open."""
    many = [dossier_of(data) for data in drawn(pick)]
    for found in assess_many(many, notice=notice, readings=chosen, rivals=False):
        assert asked(found) == (found.verdict == "undetermined")


@given(picks(), readings())
def test_telling_all_that_is_asked_for_settles_the_verdict(
    pick: Pick, chosen: dict[str, str]
) -> None:
    """Whatever the answers are, asking comes to an end, and then the verdict is settled."""
    notice = with_threshold("80")
    many = drawn(pick, 4)
    for _ in range(ROUNDS):
        dossiers = [dossier_of(data) for data in many]
        found = assess_many(dossiers, notice=notice, readings=chosen, rivals=False)
        open_ones = [
            (data, one)
            for data, one in zip(many, found, strict=True)
            if one.verdict == "undetermined"
        ]
        if not open_ones:
            return
        many = [answered(pick, data, one) for data, one in open_ones]
    raise AssertionError(many)


def answered(pick: Pick, data: Data, assessment: Assessment) -> Data:
    """Return *data* with an answer to everything that *assessment* asks for."""
    data = copy.deepcopy(data)
    for missing in assessment.missing_facts:
        _tell(pick, data, missing)
    for number, awaited in enumerate(assessment.awaited_determinations):
        answer = pick.one(("yes", "no"))
        if awaited.record is None:
            data["determinations"] += [
                determination(answer, clause=clause) for clause in awaited.clauses
            ]
        else:
            assert awaited.record.place is not None
            assert awaited.question is not None
            record = data[awaited.record.section][awaited.record.place - 1]
            name = record.setdefault("id", f"asked-{number}-{len(data['determinations'])}")
            data["determinations"].append(
                determination(answer, record=name, question=awaited.question)
            )
    return consistent(data)


def _tell(pick: Pick, data: Data, missing: Missing) -> None:
    section, attribute, record = missing.section, missing.attribute, missing.record
    if section in ("self_score", "verified_score"):
        data[section] = pick.one(POINTS)
    elif record is None and section in ("assessments", "continuing_education"):
        data.setdefault(section, {})
    elif record is None:
        data[section] = [
            {"kind": kind.kind_of_record} if section == "achievements" else {}
            for kind in pick.some(section_classes()[section], 2)
        ]
    elif section in ("assessments", "continuing_education"):
        words = ("qualified", "unqualified") if section == "assessments" else ("yes", "no")
        data.setdefault(section, {})[str(record.place)] = pick.one(words)
    else:
        assert attribute is not None
        kind = next(kind for kind in record_classes() if kind.kind_of_record == record.kind)
        told = (
            data.setdefault(section, {})
            if record.place is None
            else data[section][record.place - 1]
        )
        told[attribute] = copy.deepcopy(pick.one(_definite(values_of(kind, attribute), attribute)))


def _definite(values: Sequence[Any], attribute: str) -> Sequence[Any]:
    if attribute == "rank":
        return DEFINITE_RANKS
    return DEFINITE_DAYS if attribute in ("date", "start", "end") else values


@given(picks(), readings())
@settings(max_examples=12)
def test_an_unset_threshold_makes_the_verdict_a_function_of_it(
    pick: Pick, chosen: dict[str, str]
) -> None:
    """With the threshold at most what is named the verdict is the one, a hundredth above it the other."""
    many = [dossier_of(data) for data in drawn(pick, 12)]
    for dossier, found in zip(many, assess_many(many, readings=chosen, rivals=False), strict=True):
        for parameter in found.open_parameters:
            assert parameter.parameter == "threshold"
            for threshold, verdict in (
                (parameter.at_most, parameter.verdict_if_reached),
                (parameter.at_most + 1, parameter.verdict_if_not),
            ):
                if threshold <= 10_000:
                    assert verdict_at(dossier, threshold, chosen) == verdict, data_of(dossier)


def verdict_at(dossier: Dossier, threshold: int, chosen: Mapping[str, str]) -> str:
    """Return the verdict with this threshold, in hundredths of a point."""
    points = f"{threshold // 100}.{threshold % 100:02}"
    return assess(dossier, notice=with_threshold(points), readings=chosen, rivals=False).verdict
