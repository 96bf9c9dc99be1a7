"""Every clause against its table in ``tests/clauses``, judged by hand from the article."""

from collections import Counter

import pytest

from reasoner.evaluate import rule_book
from tests.clause_tables import Crowd, crowds, rows
from tests.properties import EACH_SPECIALTY, setting

STATUSES = ("met", "unmet", "undetermined")


def test_row_ids_are_unique() -> None:
    """No two rows share an id, so none hides another."""
    assert max(Counter(row.id for row in rows()).values()) == 1


# Rows of one setting are grounded together; one by one they would take many times as long.
@pytest.mark.parametrize("crowd", [*crowds(rows())], ids=lambda crowd: crowd.id)
def test_clauses_have_the_status_that_the_article_gives_them(crowd: Crowd) -> None:
    """What stands below is wrong: the id of a row, its sentence, what it expects, and what was found."""
    found = crowd.judged()
    wrong = [
        (row.id, row.name, row.expect, found[row.id])
        for row in crowd.rows
        if found[row.id] != row.expect
    ]
    assert wrong == []


@EACH_SPECIALTY
def test_every_leaf_has_a_met_an_unmet_and_an_undetermined_row(specialty: str) -> None:
    """Each leaf of a track, of what stands beside it and of its materials is exercised in all three statuses."""
    judged_as: dict[str, set[str]] = {}
    for row in rows(specialty):
        judged_as.setdefault(row.clause, set()).add(row.expect)
    book = rule_book(setting(specialty))
    found = [name for track in book.tracks.values() for name in book.materials(track)]
    for root in [*book.tracks, *(name for track in book.tracks.values() for name in track.beside)]:
        found += book.under(root)
    leaves = {name for name in found if not book.clauses[name].parts}

    assert {
        leaf: judged_as.get(leaf)
        for leaf in leaves
        if len(judged_as.get(leaf, ())) != len(STATUSES)
    } == {}
