"""What is worked out before any dossier is there: all that speaks of the law, and nothing else."""

import pytest

from reasoner.assess import prepare
from reasoner.evaluate import rule_book

TRACKS = ("iot.senior", "rob.senior", "ii.senior", "ii.chief", "sm.senior", "sm.chief", "mech.senior")


@pytest.mark.parametrize("track", TRACKS)
def test_the_rule_book_has_the_tests_of_its_clauses(track: str) -> None:
    """A constant that is called as a predicate is does not make the tests wait for a dossier."""
    setting, _ = prepare(track)
    clauses = rule_book(setting).clauses.values()

    counting = [clause for clause in clauses if clause.form == "counts"]
    assert counting
    assert [clause.id for clause in counting if clause.tests] != []
