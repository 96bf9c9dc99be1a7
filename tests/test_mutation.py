"""A sample of what ``make mutate`` does in full: rules that are changed are found out by the tables."""

import random
from collections import Counter
from collections.abc import Container, Sequence
from pathlib import Path

import pytest

from tests.mutation.__main__ import judges as every_judge
from tests.mutation.equivalents import argued, equivalents
from tests.mutation.judges import Case, Judge, rules_in
from tests.mutation.mutants import Mutant, mutants_of
from tests.mutation.nearness import Nearness
from tests.mutation.survivors import killed_by_any

SAMPLE = 2
"""How many judges get a mutant."""


@pytest.fixture(scope="module")
def judges() -> list[Judge]:
    """Return who judges the rules of all specialties, and the procedures of their reviews."""
    return every_judge()


def mutants(judges: list[Judge], only: Container[str]) -> list[list[Mutant]]:
    """Return for each judge the mutants of some statements."""
    return [list(mutants_of(judge, only)) for judge in judges]


def test_a_sample_of_mutants_is_killed(judges: list[Judge]) -> None:
    """Of each of some statements a mutant is killed by a row, or listed as equivalent with a reason."""
    chance = random.Random(7)  # noqa: S311 - no secret
    drawn = chance.sample(judges, SAMPLE)
    chosen = {chance.choice(sorted(judged(judge))) for judge in drawn}
    found = mutants(judges, chosen)
    ids: dict[str, set[str]] = {}
    for mutant in (one for own in found for one in own):
        ids.setdefault(mutant.statement, set()).add(mutant.id)
    unargued = [sorted(some - equivalents().keys()) for some in ids.values()]
    alive = {chance.choice(some) for some in unargued if some}

    for cases in (near, below, every):
        for judge, own in zip(judges, found, strict=True):
            sample = [one for one in own if one.id in alive]
            alive -= killed_by_any(judge, sample, cases(judge, sample) if sample else ())

    assert alive == set()


def judged(judge: Judge) -> set[str]:
    """Return the statements of the rules that *judge* judges."""
    return {str(statement) for path, statement in judge.program if path in judge.rules}


def near(judge: Judge, sample: list[Mutant]) -> Sequence[Case]:
    """Return the cases of *judge* that are near to a *sample* of mutants; all if it has no clauses to be near to."""
    return Nearness(judge).cases(sample) or judge.cases


def below(judge: Judge, sample: list[Mutant]) -> Sequence[Case]:
    """Return those below the near ones."""
    return Nearness(judge).below(sample)


def every(judge: Judge, _: list[Mutant]) -> Sequence[Case]:
    """Return all cases of *judge*."""
    return judge.cases


def test_mutants_have_ids_of_their_own(judges: list[Judge]) -> None:
    """No file says the same twice, so that no mutant hides another, and none is argued for in place of another."""
    files: set[Path] = {path for judge in judges for path in judge.rules}
    for path in files:
        said = Counter(str(rule.statement) for rule in rules_in(path))
        assert [one for one, times in said.items() if times > 1] == [], path


@pytest.mark.thorough
def test_what_is_argued_for_exists(judges: list[Judge]) -> None:
    """Each mutant that is listed as equivalent can still be made from the rules, and has a reason."""
    statements = {one for by_statement in argued().values() for one in by_statement}
    made = {mutant.id for own in mutants(judges, statements) for mutant in own}

    assert equivalents().keys() - made == set()
    assert all(reason.strip() for reason in equivalents().values())
