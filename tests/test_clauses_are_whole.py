"""Whatever the rules name is there, and has one form."""

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from clingo.symbol import SymbolType

from tests.encodings import (
    CHAPTERS,
    SPECIALTIES,
    Choice,
    anywhere,
    box_ids,
    choices,
    clause_ids,
    column,
    facts,
    file_id,
    statements,
    symbols,
)

CLAUSES_AT: Final = (
    ("part", 2, 0),
    ("part", 2, 1),
    ("all_of", 1, 0),
    ("any_of", 1, 0),
    ("at_least", 2, 0),
    ("negates", 2, 0),
    ("negates", 2, 1),
    ("counts", 3, 0),
    ("excludes", 2, 0),
    ("every", 2, 0),
    ("measures", 3, 0),
    ("tells_years", 2, 0),
    ("sums", 4, 0),
    ("measured_within", 2, 0),
    ("measured_from", 2, 0),
    ("measured_until", 2, 0),
    ("nominal_years", 1, 0),
    ("by_determination", 1, 0),
    ("accepts", 3, 0),
    ("open_list", 3, 0),
    ("governed_by", 2, 0),
    ("governed_by", 2, 1),
    ("general_test", 5, 0),
    ("defined_in", 2, 1),
    ("reads", 2, 0),
    ("reads", 3, 0),
    ("concerns", 2, 1),
    ("track", 5, 0),
    ("route", 2, 1),
    ("barred_if", 2, 0),
    ("barred_if", 2, 1),
    ("beside", 2, 1),
    ("consequence", 2, 0),
    ("consequence", 2, 1),
    ("interview", 3, 0),
    ("interview", 3, 2),
    ("table", 6, 0),
    ("checklist", 2, 0),
    ("checklist", 2, 1),
    ("asks_for", 2, 0),
    ("asks_for", 2, 1),
    ("asked_if", 2, 0),
    ("asked_if", 2, 1),
)
FORMS: Final = (
    ("all_of", 1),
    ("any_of", 1),
    ("at_least", 2),
    ("negates", 2),
    ("counts", 3),
    ("excludes", 2),
    ("every", 2),
    ("measures", 3),
    ("sums", 4),
    ("by_determination", 1),
)
ROOTS: Final = (("track", 5, 0), ("beside", 2, 1), ("asks_for", 2, 1), ("asked_if", 2, 1))


ALL: Final = [
    pytest.param(specialty, choice, id="-".join([specialty, *filter(None, choice)]))
    for specialty in SPECIALTIES
    for choice in choices(specialty)
]


@cache
def tree(specialty: str, choice: Choice) -> frozenset[str]:
    """Return the clauses of the tracks and of what stands beside them, under one reading."""
    held = facts(specialty, choice)
    roots = {
        str(atom[place]) for name, arity, place in ROOTS for atom in held.get((name, arity), ())
    }
    return frozenset(roots | {str(clause) for clause, above in held["under", 2] if above in roots})


@pytest.mark.parametrize(("specialty", "choice"), ALL)
def test_clauses_that_are_named_exist(specialty: str, choice: Choice) -> None:
    """Under each reading, whatever a fact names is there, and each part of a track has exactly one form."""
    held = facts(specialty, choice)
    known = {atom[0] for atom in held["clause", 4]} | box_ids(specialty)
    moments = {atom[0] for atom in held.get(("moment", 3), ())}
    for name, arity, place in CLAUSES_AT:
        named = {atom[place] for atom in held.get((name, arity), ())}
        # A moment has tests as a clause has, so it can be read in different ways, too.
        assert named - known - (moments if name == "reads" else set()) == set(), name
    forms = Counter(
        clause
        for name, arity in FORMS
        for clause in {atom[0] for atom in held.get((name, arity), ())} - box_ids(specialty)
    )
    assert max(forms.values()) == 1
    assert tree(specialty, choice) - set(forms) == set()
    # Whatever judges by facts or words is in the tree under some reading, or it judges in vain.
    assert set(forms) <= set().union(*(tree(specialty, other) for other in choices(specialty)))
    compound = {atom[0] for name, arity in FORMS[:3] for atom in held.get((name, arity), ())}
    assert compound == {atom[0] for atom in held["part", 2]}


def judged(specialty: str, choice: Choice) -> set[str]:
    """Return the clauses that can be met or unmet."""
    held = facts(specialty, choice)
    return {str(atom[0]) for name, arity in FORMS for atom in held.get((name, arity), ())}


@pytest.mark.parametrize(("specialty", "choice"), ALL)
def test_no_rival_leaves_a_clause_undefined(specialty: str, choice: Choice) -> None:
    """A rival may take a clause out of the tree; were it not judged any more, its status would seem to change."""
    assert judged(specialty, (None, None)) <= judged(specialty, choice)
    assert set(facts(specialty)["clause", 4]) <= set(facts(specialty, choice)["clause", 4])


def test_ids_of_clauses_are_those_of_the_specialty() -> None:
    """An id starts with the specialty, and with the track unless several share the clause; it has no blanks."""
    tracks = {str(track).split(".")[1] for track, *_ in anywhere("track", 5)}
    for specialty in SPECIALTIES:
        for clause in clause_ids(specialty):
            known = "|".join((*tracks, "common", "app"))
            assert re.fullmatch(rf"{specialty}\.({known})(\.\w+)*", clause), clause
    assert sum(len(clause_ids(specialty)) for specialty in SPECIALTIES) == len(clause_ids())


@pytest.mark.parametrize("path", CHAPTERS, ids=file_id)
def test_texts_that_look_like_ids_are_ids(path: Path) -> None:
    """A string with dots in a chapter names a clause, a place in a scoring table, a term, a window or a track."""
    known = (
        clause_ids()
        | box_ids()
        | column("term", 4, 0)
        | column("window", 4, 0)
        | column("moment", 3, 0)
        | column("table", 6, 0)
        | column("not_encoded", 4, 0)
    )
    found = {
        symbol.string
        for one in statements(path)
        for symbol in symbols(one)
        if symbol.type is SymbolType.String and re.fullmatch(r"[a-z]+\.[\w.]+", symbol.string)
    }
    assert found - known == set()


@pytest.mark.parametrize("specialty", SPECIALTIES)
def test_windows_terms_and_moments_that_are_named_exist(specialty: str) -> None:
    """Nothing refers to a term, a moment or a window that is not there, and none is there in vain."""

    def of(name: str, arity: int, place: int) -> set[str]:
        return {str(atom[place]) for atom in anywhere(name, arity, specialty)}

    terms, moments, windows = of("term", 4, 0), of("moment", 3, 0), of("window", 4, 0)
    assert of("uses", 2, 1) == terms
    named = of("measured_from", 2, 1) | of("window_since", 2, 1)
    named |= of("window_otherwise", 3, 1) | of("window_otherwise", 3, 2)
    assert named == moments
    known = clause_ids(specialty) | box_ids(specialty)
    assert of("uses", 2, 0) - moments <= known
    assert of("where", 4, 0) - moments <= known
    begins = of("window_years", 2, 0) | of("window_since", 2, 0) | of("window_from", 2, 0)
    assert begins == windows
    timed = [row for row in anywhere("where", 4, specialty) if row[2] in ("within", "overlaps")]
    assert {str(row[3]) for row in timed} | of("measured_within", 2, 1) == windows


@pytest.mark.parametrize("specialty", SPECIALTIES)
def test_moments_have_plain_tests(specialty: str) -> None:
    """A moment is looked up before windows are, so its tests ask for no window."""
    moments = {atom[0] for atom in anywhere("moment", 3, specialty)}
    asked = {rel for clause, _, rel, _ in anywhere("where", 4, specialty) if clause in moments}
    assert asked.isdisjoint({"within", "overlaps", "reaches", "below"})
