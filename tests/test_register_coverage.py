"""Every clause of the regulation is encoded, or listed with the reason why it decides nothing.

``tests/coverage/register.yaml`` has the ids of the clause register, ``tests/coverage/iot.yaml`` and so on the reasons.
"""

from collections.abc import Mapping

import pytest

from tests.coverages import coverage
from tests.encodings import SPECIALTIES, clause_ids, column


def registered(prefix: str) -> Mapping[str, list[str]]:
    """Return the clauses of the register that begin with *prefix*, with their leaves."""
    return {
        clause: leaves
        for clause, leaves in coverage("register").items()
        if clause.startswith(f"{prefix}.")
    }


@pytest.mark.parametrize("specialty", SPECIALTIES)
def test_every_registered_clause_is_encoded_or_listed(specialty: str) -> None:
    """Each is a clause of the rules, or listed with the reason why it decides nothing."""
    known = clause_ids(specialty) | column("not_encoded", 4, 0, specialty)
    assert set(registered(specialty)) - known == set()


@pytest.mark.parametrize("specialty", SPECIALTIES)
def test_every_registered_leaf_is_encoded_or_explained(specialty: str) -> None:
    """So is each leaf, or the table says what it is instead; the table is no longer than it must be."""
    excused = column("not_encoded", 4, 0, specialty)
    known = clause_ids(specialty) | excused
    elsewhere = {
        clause
        for clause, leaves in registered(specialty).items()
        if clause not in excused and not set(leaves) <= known
    }
    assert elsewhere == set(coverage(specialty)["leaves_elsewhere"])


def test_every_registered_clause_belongs_to_a_specialty_or_is_shared() -> None:
    """No clause of the register is left out of these checks."""
    own = set().union(*map(registered, SPECIALTIES))
    assert set(coverage("register")) - own == set(coverage("shared")["leaves_elsewhere"])


@pytest.mark.parametrize("specialty", SPECIALTIES)
def test_what_is_not_encoded_is_registered(specialty: str) -> None:
    """Nothing is excused that is not there, and nothing that is encoded."""
    ids = {name for clause, leaves in registered(specialty).items() for name in (clause, *leaves)}
    excused = column("not_encoded", 4, 0, specialty)
    assert excused <= ids
    assert excused.isdisjoint(clause_ids(specialty))
