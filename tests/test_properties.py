"""What must hold of every dossier, whatever it says, under every reading and notice."""

import copy
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reasoner.answer import Answer, Status
from reasoner.assess import assess, assess_many
from reasoner.catalog import shipped_rules
from reasoner.evaluate import Setting, evaluate, evaluate_statuses, rule_book
from reasoner.facts import dossier_facts, entries
from reasoner.model.achievements import ACHIEVEMENTS
from reasoner.model.assessment import Assessment, Missing
from reasoner.model.dossier import Dossier
from reasoner.model.notice import Notice
from reasoner.model.vocabulary import vocabularies
from reasoner.replay import replay
from reasoner.rivals import readings_that_matter
from reasoner.solve import solve
from tests.strategies import (
    DEFINITE_DAYS,
    DEFINITE_RANKS,
    NOTICE,
    POINTS,
    SPECIALTY,
    TEXTS,
    TRACK,
    Data,
    Pick,
    any_data,
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

SETTLED: Final = ("met", "unmet")


# How things are judged -------------------------------------------------------------------------


def setting(chosen: Mapping[str, str] | None = None, notice: Notice = NOTICE) -> Setting:
    """Return the shipped rules under *chosen* readings and *notice*."""
    return Setting(shipped_rules(), SPECIALTY, notice, chosen or {})


def judged(crowd_data: Sequence[Data], under: Setting) -> list[Statuses]:
    """Return the status of every clause for each dossier."""
    clauses = rule_book(under).clauses
    return [
        {clause: one.get(clause, "undetermined") for clause in clauses}
        for one in evaluate_statuses([dossier_of(data) for data in crowd_data], under)
    ]


def drawn(pick: Pick, count: int = EACH) -> list[Data]:
    """Return *count* dossiers."""
    return [any_data(pick) for _ in range(count)]


def under(clause: str, how: Setting) -> frozenset[str]:
    """Return *clause* and everything below it."""
    return frozenset(rule_book(how).under(clause))


def above(clauses: set[str], how: Setting) -> frozenset[str]:
    """Return *clauses* and everything above them."""
    book, found = rule_book(how), list(clauses)
    for clause in found:
        found.extend(book.parents.get(clause, ()))
    return frozenset(found)


# One model, one status -------------------------------------------------------------------------


@given(picks(), readings(), notices())
@settings(max_examples=25)
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


@pytest.mark.parametrize("threshold", [False, True])
def test_every_option_of_every_reading_has_one_model(*, threshold: bool) -> None:
    """Each option by itself, with and without a threshold."""
    notice = Notice.model_validate(
        {**data_of(NOTICE), **({"threshold": "80"} if threshold else {})}, by_name=True
    )
    crowd_data = crowd(1, 6)
    for reading in rule_book(setting()).readings.values():
        for option in reading.options:
            assert len(judged(crowd_data, setting({reading.id: option.id}, notice))) == 6


@given(picks(), readings(), notices())
@settings(max_examples=20)
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
@settings(max_examples=40)
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

# More of these is worse by nature, or may be under a reading.
MORE_MAY_BE_WORSE: Final[Mapping[str, str]] = {
    "misconduct": "a violation",
}


def worsened(before: Statuses, after: Statuses, allowed: Sequence[str] = ()) -> dict[str, Any]:
    """Return the clauses that stand worse than before."""
    return {
        clause: (status, after[clause])
        for clause, status in before.items()
        if BETTER[after[clause]] < BETTER[status] and clause not in allowed
    }


def other(pick: Pick, data: Data) -> Data:
    """Return an achievement, any of another dossier or of the clause tables."""
    found = [
        record for data in (boundary_data(pick), any_data(pick)) for record in records_in(data)
    ]
    achievements = [record for record in found if "kind" in record]
    return {**pick.one(achievements or [{"kind": "paper"}]), "id": f"new-{len(data)}"}


@given(picks(), readings(), notices())
@settings(max_examples=20)
def test_another_achievement_never_hurts(
    pick: Pick, chosen: dict[str, str], notice: Notice
) -> None:
    """Nothing stands worse for one more achievement, anywhere among the others."""
    how = setting(chosen, notice)
    few = [data for data in drawn(pick) if "achievements" in data]
    many = []
    for data in few:
        place = pick.one(range(len(data["achievements"]) + 1))
        achievements = [*data["achievements"]]
        achievements.insert(place, other(pick, data))
        many.append(consistent({**data, "achievements": achievements}))
    for less, more, data in zip(judged(few, how), judged(many, how), many, strict=True):
        assert not worsened(less, more), data


@given(picks(), readings(), notices())
@settings(max_examples=20)
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
@settings(max_examples=30)
def test_a_higher_step_never_hurts(pick: Pick, chosen: dict[str, str], notice: Notice) -> None:
    """Nothing stands worse for a higher level, grade or degree, a larger amount or a better score."""
    how = setting(chosen, notice)
    low = [on_scale(data) for data in drawn(pick, 12)]
    high = [raised(pick, data) for data in low]
    for less, more, data in zip(judged(low, how), judged(high, how), high, strict=True):
        assert not worsened(less, more, tuple(MAY_HURT)), data
