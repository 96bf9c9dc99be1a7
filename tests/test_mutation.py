"""A sample of what ``make mutate`` does in full: rules that are changed are found out by the tables."""

import random

import pytest

from tests.mutation.clauses import clause_judge
from tests.mutation.equivalents import equivalents
from tests.mutation.judges import Judge
from tests.mutation.mutants import Mutant, mutants_of
from tests.mutation.nearness import Nearness
from tests.mutation.survivors import killed_by_any

SPECIALTY = "iot"
SAMPLE = 60


@pytest.fixture(scope="module")
def judge() -> Judge:
    """Return the judge of one specialty."""
    return clause_judge(SPECIALTY)


@pytest.fixture(scope="module")
def mutants(judge: Judge) -> list[Mutant]:
    """Return the mutants of its rules."""
    return list(mutants_of(judge))


def test_a_sample_of_mutants_is_killed(judge: Judge, mutants: list[Mutant]) -> None:
    """Of mutants that a clause names, each is killed by a row, or listed as equivalent with a reason."""
    argued = equivalents()
    near = Nearness(judge)
    chapters = [one for one in mutants if f"/{SPECIALTY}/" in one.file and one.id not in argued]
    sample = random.Random(0).sample([one for one in chapters if near.cases([one])], SAMPLE)  # noqa: S311 - no secret

    alive = {one.id for one in sample} - killed_by_any(judge, sample, near.cases(sample))

    assert alive == set()


def test_mutants_have_ids_of_their_own(mutants: list[Mutant]) -> None:
    """No two mutants share an id, so that none hides another."""
    assert len({one.id for one in mutants}) == len(mutants)


def test_what_is_argued_for_exists(mutants: list[Mutant]) -> None:
    """Each mutant that is listed as equivalent can still be made from the rules, and has a reason."""
    of_here = {one: reason for one, reason in equivalents().items() if f"/{SPECIALTY}/" in one}

    assert set(of_here) - {one.id for one in mutants} == set()
    assert all(reason.strip() for reason in of_here.values())
