"""Every clause against its table in ``tests/clauses``, judged by hand from the article."""

from collections import Counter

import pytest

from tests.clause_tables import Row, judged, rows

ROWS = rows()


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
