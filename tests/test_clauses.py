"""Every clause against its table in ``tests/clauses``, judged by hand from the article."""

from collections import Counter

import pytest

from reasoner.assess import prepare
from reasoner.evaluate import rule_book
from tests.clause_tables import Row, judged, rows

ROWS = rows()
STATUSES = ("met", "unmet", "undetermined")


@pytest.fixture(scope="module")
def found() -> dict[str, str]:
    """Return the status of each row."""
    return judged(ROWS)


def test_row_ids_are_unique() -> None:
    """No two rows share an id, so none hides another."""
    assert max(Counter(row.id for row in ROWS).values()) == 1


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_clause(row: Row, found: dict[str, str]) -> None:
    """The clause has the status that the article gives it."""
    assert found[row.id] == row.expect, row.name


@pytest.mark.parametrize("track", ["iot.senior", "mech.senior"])
def test_every_leaf_has_a_met_an_unmet_and_an_undetermined_row(track: str) -> None:
    """Each leaf of a track, of what stands beside it and of its materials is exercised in all three statuses."""
    judged_as: dict[str, set[str]] = {}
    for row in ROWS:
        judged_as.setdefault(row.clause, set()).add(row.expect)
    book = rule_book(prepare(track)[0])
    found = [name for one in book.tracks.values() for name in book.materials(one)]
    for root in [*book.tracks, *(name for one in book.tracks.values() for name in one.beside)]:
        found += book.under(root)
    leaves = {name for name in found if not book.clauses[name].parts}

    assert {
        leaf: judged_as.get(leaf)
        for leaf in leaves
        if len(judged_as.get(leaf, ())) != len(STATUSES)
    } == {}
