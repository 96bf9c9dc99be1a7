"""A sample of what ``make mutate`` does in full: rules that are changed are found out by the tables."""

import random

import pytest

from tests.mutation.clauses import clause_judge
from tests.mutation.definitions import definition_judge
from tests.mutation.equivalents import equivalents
from tests.mutation.judges import Judge
from tests.mutation.mutants import Mutant, mutants_of
from tests.mutation.nearness import Nearness
from tests.mutation.survivors import killed_by_any
from tests.mutation.tables import table_judge

SPECIALTY = "iot"
SAMPLE = 60


@pytest.fixture(scope="module")
def judges() -> tuple[Judge, ...]:
    """Return who judges the rules of one specialty."""
    return (table_judge(), definition_judge(SPECIALTY), clause_judge(SPECIALTY))


@pytest.fixture(scope="module")
def mutants(judges: tuple[Judge, ...]) -> list[list[Mutant]]:
    """Return for each judge the mutants of its own chapters."""
    return [[one for one in mutants_of(judge) if f"/{SPECIALTY}/" in one.file] for judge in judges]


def test_a_sample_of_mutants_is_killed(
    judges: tuple[Judge, ...], mutants: list[list[Mutant]]
) -> None:
    """Each mutant is killed by a row near to it, or listed as equivalent with a reason."""
    ids = sorted({one.id for own in mutants for one in own} - equivalents().keys())
    alive = set(random.Random(0).sample(ids, SAMPLE))  # noqa: S311 - no secret

    for judge, own in zip(judges, mutants, strict=True):
        sample = [one for one in own if one.id in alive]
        alive -= killed_by_any(judge, sample, Nearness(judge).cases(sample))

    assert alive == set()


def test_mutants_have_ids_of_their_own(mutants: list[list[Mutant]]) -> None:
    """No two mutants share an id, so that none hides another."""
    assert all(len({one.id for one in own}) == len(own) for own in mutants)


def test_what_is_argued_for_exists(mutants: list[list[Mutant]]) -> None:
    """Each mutant that is listed as equivalent can still be made from the rules, and has a reason."""
    of_here = {one: reason for one, reason in equivalents().items() if f"/{SPECIALTY}/" in one}

    assert set(of_here) - {one.id for own in mutants for one in own} == set()
    assert all(reason.strip() for reason in of_here.values())
