"""Nothing stands worse for more or better evidence, but for what is listed with its reason."""

import copy
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

from hypothesis import given

from reasoner.answer import Status
from reasoner.evaluate import Setting, rule_book
from reasoner.model.vocabulary import is_money, vocabularies
from reasoner.solve import solve
from tests.properties import EACH_SPECIALTY, Statuses, above, drawn, judged, sample, setting
from tests.strategies import (
    DEFINITE_RANKS,
    POINTS,
    SINGLE_SECTIONS,
    Data,
    Pick,
    any_data,
    any_setting,
    boundary_data,
    consistent,
    picks,
    records_in,
    section_classes,
)

BETTER: Final[Mapping[Status, int]] = {"unmet": 0, "undetermined": 1, "met": 2}

# Clauses that a better rank may hurt, and why.
RANK_MAY_HURT: Final[Mapping[str, str]] = {
    "mech.senior.A2.3.collective": "asks who is not the first, to ask for more papers",
}

# Under these readings a clause asks for one step or one rank and no higher one, so a higher one may hurt.
LITERAL: Final[Mapping[str, str]] = {
    "G1": "the literal reading takes the named step only",
    "A023": "the literal reading asks for two medals",
    "A036": "the literal reading takes the first prize only",
    "A044": "the literal reading leaves the first three ranks to the chief title",
    "A069": "the literal reading takes the named level only",
    "A078": "the literal reading takes the named level only",
    "A081": "the literal reading leaves out international standards",
    "A082": "the literal reading takes the named grade only",
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


def asking_it_of_every_record(how: Setting) -> tuple[str, ...]:
    """Return the clauses that one more record may hurt, because none may fail, with those above them."""
    clauses = rule_book(how).clauses.values()
    return tuple(above({clause.id for clause in clauses if clause.form == "every"}, how))


def naming_one_step(how: Setting) -> tuple[str, ...]:
    """Return the leaves that name one step of a scale: a higher one is for the clause beside, so look above them."""
    book = rule_book(how)
    return tuple(
        clause.id
        for clause in book.clauses.values()
        if any(test.relation == "is" and test.attribute in book.scales for test in clause.tests)
    )


def one_more(pick: Pick, data: Data, section: str, specialty: str) -> Data:
    """Return *data* with one more record in *section*, anywhere among the others."""
    found = (
        boundary_data(pick, specialty).get(section) or any_data(pick, specialty).get(section) or []
    )
    if not found or section not in data:
        return data
    records = [*data[section]]
    records.insert(pick.one(range(len(records) + 1)), {**pick.one(found), "id": "one-more"})
    return consistent({**data, section: records})


@EACH_SPECIALTY
@sample(2, 40)
@given(pick=picks())
def test_another_achievement_never_hurts(specialty: str, pick: Pick) -> None:
    """Nothing stands worse for one more achievement."""
    how = any_setting(pick, specialty)
    few = drawn(pick, specialty, 12)
    many = [one_more(pick, data, "achievements", specialty) for data in few]
    for less, more, data in zip(judged(few, how), judged(many, how), many, strict=True):
        assert not worsened(less, more, asking_it_of_every_record(how)), (data, how.readings)


@EACH_SPECIALTY
@sample(2, 40)
@given(pick=picks())
def test_another_record_never_hurts(specialty: str, pick: Pick) -> None:
    """Nothing stands worse for one more title, appointment, certificate or any other record."""
    how = any_setting(pick, specialty, fixed=tuple(APPOINTMENT_MAY_HURT))
    sections = [
        section
        for section in section_classes()
        if section not in (*SINGLE_SECTIONS, "self_score", *WORSE_BY_NATURE)
    ]
    few = drawn(pick, specialty, 12)
    many = [one_more(pick, data, pick.one(sections), specialty) for data in few]
    for less, more, data in zip(judged(few, how), judged(many, how), many, strict=True):
        assert not worsened(less, more, asking_it_of_every_record(how)), (data, how.readings)


@EACH_SPECIALTY
@sample(2, 40)
@given(pick=picks())
def test_a_better_rank_never_hurts(specialty: str, pick: Pick) -> None:
    """Nothing stands worse for a rank one place higher."""
    how = any_setting(pick, specialty, fixed=tuple(LITERAL))
    lower, higher = [], []
    for data in drawn(pick, specialty, 12):
        ranks = [r for r in records_in(data) if r.get("rank") in DEFINITE_RANKS[1:]]
        better = copy.deepcopy(data)
        for record, same in zip(records_in(better), list(records_in(data)), strict=True):
            if same in ranks and pick.chance(70):
                record["rank"] = same["rank"] - 1
        lower.append(data)
        higher.append(better)
    for less, more, data in zip(judged(lower, how), judged(higher, how), higher, strict=True):
        assert not worsened(less, more, tuple(RANK_MAY_HURT)), (data, how.readings)


# Words that are ordered, but not by one scale for all records.
NO_SCALE: Final[Mapping[str, str]] = {
    "maturity_level": "each scheme has levels of its own",
}
# Steps that are a claim: a definition says what supports it.
CLAIMS: Final[Mapping[tuple[str, str], str]] = {
    ("standard_level", "international"): "only some bodies issue international standards",
}


@cache
def scales(specialty: str) -> Mapping[str, Sequence[str]]:
    """Return the steps of each scale of the rules that a dossier can tell, lowest first."""
    how = setting(specialty)
    order = solve(how.rules.rule_files(specialty), how.facts(), frozenset({("order", 3)})).rules
    steps: dict[str, list[tuple[int, str]]] = {}
    for attribute, word, step in order["order", 3]:
        steps.setdefault(str(attribute), []).append((int(step), str(word)))
    told = {
        attribute: {word.value for vocabulary in known for word in vocabulary}
        for attribute, known in vocabularies().items()
    }
    return {
        attribute: [
            word
            for _, word in sorted(found)
            if word in told[attribute] and (attribute, word) not in CLAIMS
        ]
        for attribute, found in steps.items()
        if attribute in told and attribute not in NO_SCALE
    }


COUNTED: Final = (
    "team_size",
    "employees",
    "own_words",
    "outlets",
    "account_reads",
    "portal_reads",
)


def raised(pick: Pick, data: Data, specialty: str) -> Data:
    """Return *data* with some levels, grades, degrees, amounts and scores one step higher, or more."""
    data = copy.deepcopy(data)
    for record in records_in(data):
        for field in list(record):
            if field in scales(specialty) and pick.chance(30):
                steps = scales(specialty)[field]
                place = steps.index(record[field])
                record[field] = pick.one(steps[place : place + 3])
            elif is_money(field) and pick.chance(30):
                record[field] = "200000"
            elif field in COUNTED and pick.chance(30):
                record[field] = 9_999_999
    for score in ("self_score", "verified_score"):
        if score in data and pick.chance(50):
            data[score] = str(max(float(data[score]), float(pick.one(POINTS))))
    return data


def on_scale(data: Data, specialty: str) -> Data:
    """Return *data* without words that stand on no scale."""
    data = copy.deepcopy(data)
    for record in records_in(data):
        for field in list(record):
            if field in scales(specialty) and record[field] not in scales(specialty)[field]:
                del record[field]
    return data


@EACH_SPECIALTY
@sample(2, 40)
@given(pick=picks())
def test_a_higher_step_never_hurts(specialty: str, pick: Pick) -> None:
    """Nothing stands worse for a higher level, grade or degree, a larger amount or a better score."""
    # A higher title is another appointment.
    how = any_setting(pick, specialty, fixed=(*LITERAL, *APPOINTMENT_MAY_HURT))
    low = [on_scale(data, specialty) for data in drawn(pick, specialty, 12)]
    high = [raised(pick, data, specialty) for data in low]
    for less, more, data in zip(judged(low, how), judged(high, how), high, strict=True):
        assert not worsened(less, more, naming_one_step(how)), (data, how.readings)
