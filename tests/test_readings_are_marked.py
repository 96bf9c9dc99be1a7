"""A rival reading changes what is marked as read by it, and nothing else."""

from collections.abc import Mapping
from functools import cache
from typing import Final

import pytest

from reasoner.solve import Atom, Atoms
from tests.encodings import SPECIALTIES, anywhere, column, facts, rivals

# What a fact about a clause is.
ABOUT_A_CLAUSE: Final = frozenset(
    {
        "clause",
        "part",
        "all_of",
        "any_of",
        "at_least",
        "negates",
        "counts",
        "excludes",
        "every",
        "measures",
        "tells_years",
        "sums",
        "measured_from",
        "measured_until",
        "measured_within",
        "nominal_years",
        "by_determination",
        "governed_by",
        "where",
        "accepts",
        "open_list",
    }
)

# Readings that change no fact about a clause, and what they change.
CHANGE_NO_FACT: Final[Mapping[str, str]] = {
    "A001": "where the kernel lets a window begin",
    "A002": "the moment that a window reaches back to",
    "A019": "what a definition makes of the subject",
    "A066": "what a definition makes of the state of a patent",
    "A094": "what a definition makes of the venue",
    "A097": "what a definition makes of outlets and readers",
    "G5": "what a definition makes of a sub-topic",
    "A101": "where a table has a gap",
    "A105": "how the criteria of a table combine",
    "A124": "on which route there is an interview",
    "A136": "in which year a condition begins",
}


def about_clauses(held: Atoms) -> dict[str, set[tuple[str, Atom]]]:
    """Return the facts about each clause."""
    found: dict[str, set[tuple[str, Atom]]] = {}
    for (name, _), rows in held.items():
        if name in ABOUT_A_CLAUSE:
            for atom in rows:
                found.setdefault(str(atom[0]), set()).add((name, atom))
    return found


@cache
def changed_by(specialty: str, reading: str) -> Mapping[str, set[tuple[str, Atom]]]:
    """Return for each clause the facts that a rival of *reading* adds or takes away."""
    before, found = about_clauses(facts(specialty)), dict[str, set[tuple[str, Atom]]]()
    for known, option in rivals(specialty):
        if known == reading:
            after = about_clauses(facts(specialty, (reading, option)))
            for clause in {*before, *after}:
                differs = before.get(clause, set()) ^ after.get(clause, set())
                if differs:
                    found.setdefault(clause, set()).update(differs)
    return found


ALL: Final = [
    (specialty, reading)
    for specialty in SPECIALTIES
    for reading in sorted({reading for reading, _ in rivals(specialty)})
]


@pytest.mark.parametrize(("specialty", "reading"), ALL)
def test_readings_touch_the_clauses_that_say_so(specialty: str, reading: str) -> None:
    """Where a rival changes a clause, the clause reads the reading; where it reads it narrowly, in that test only."""
    narrow: dict[str, set[str]] = {}
    for clause, known, attribute in anywhere("reads", 3, specialty):
        if known == reading:
            narrow.setdefault(str(clause), set()).add(str(attribute))
    readers = {str(clause) for clause, known in anywhere("reads", 2, specialty) if known == reading}
    changed = changed_by(specialty, reading)
    assert set(changed) <= readers
    for clause in set(changed) & set(narrow):
        names = {name for name, _ in changed[clause]}
        assert names <= {"where", "accepts", "open_list"}, clause
        assert {atom[1] for _, atom in changed[clause]} <= narrow[clause], clause


# The readings of time, and the facts about a window that they bear on.
OF_TIME: Final[Mapping[str, tuple[str, int]]] = {
    "A001": ("window_years", 2),
    "A002": ("window_otherwise", 3),
}


@pytest.mark.parametrize("specialty", SPECIALTIES)
@pytest.mark.parametrize("reading", OF_TIME)
def test_readings_of_time_are_read_where_a_window_is_tested(reading: str, specialty: str) -> None:
    """They change no fact about a clause, but where its window begins."""
    windows = column(*OF_TIME[reading], 0, specialty)
    expected = {
        (clause, at)
        for clause, at, relation, window in anywhere("where", 4, specialty)
        if relation in ("within", "overlaps") and window in windows
    }
    read = {
        (clause, at) for clause, known, at in anywhere("reads", 3, specialty) if known == reading
    }
    assert expected <= read


def test_every_reading_changes_a_clause_or_says_what_it_changes() -> None:
    """The table above names the readings that change no fact about a clause in some specialty."""
    idle = {reading for specialty, reading in ALL if not changed_by(specialty, reading)}
    # How a doubtful cell is read changes the scoring table, and no clause.
    assert idle - column("doubtful", 2, 1) == set(CHANGE_NO_FACT)


# What shapes routes and interviews.
ABOUT_ROUTES: Final = (("route", 2), ("barred_if", 2), ("interview", 3))


@pytest.mark.parametrize(("specialty", "reading"), ALL)
def test_readings_that_change_routes_say_whom_they_concern(specialty: str, reading: str) -> None:
    """Routes and interviews are compared for such readings only, and for whom they concern."""
    changes = any(
        set(facts(specialty, choice).get(name, ())) != set(facts(specialty).get(name, ()))
        for choice in rivals(specialty)
        if choice[0] == reading
        for name in ABOUT_ROUTES
    )
    assert not changes or reading in column("concerns", 2, 0, specialty)


@pytest.mark.parametrize("specialty", SPECIALTIES)
def test_readings_that_are_named_exist(specialty: str) -> None:
    """Each reading has a question, options and a default, and concerns something."""
    readings = column("reading_question", 4, 0, specialty)
    assert column("reading_option", 4, 0, specialty) == readings
    assert column("default", 2, 0, specialty) == readings
    concerned = column("reads", 2, 1, specialty) | column("concerns", 2, 0, specialty)
    concerned |= column("doubtful", 2, 1, specialty)
    assert concerned == readings
    assert set(anywhere("default", 2, specialty)) <= {
        (reading, option) for reading, option, _, _ in anywhere("reading_option", 4, specialty)
    }
