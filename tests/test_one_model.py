"""The rules say one thing of every clause, whatever the dossier, the readings and the notice."""

from typing import Final

import pytest
from hypothesis import given

from reasoner.catalog import shipped_rules
from reasoner.evaluate import Setting, evaluate, evaluate_rivals, rule_book
from reasoner.facts import dossier_facts, entries
from reasoner.replay import replay
from reasoner.solve import solve
from tests.properties import EACH_SPECIALTY, drawn, judged, sample, with_threshold
from tests.strategies import Pick, any_setting, crowd, dossier_of, picks

SETTLED: Final = ("met", "unmet")


@EACH_SPECIALTY
@sample(2, 40)
@given(pick=picks())
def test_one_model_and_no_clause_both_met_and_unmet(specialty: str, pick: Pick) -> None:
    """`solve` refuses anything but one stable model and any complaint of clingo; here it refuses nothing."""
    how = any_setting(pick, specialty)
    facts = how.facts()
    for number, data in enumerate(drawn(pick, specialty)):
        dossier = dossier_of(data)
        facts += dossier_facts(number, dossier, entries(dossier, how.notice))
    shown = solve(how.rules.rule_files(specialty), facts).shown

    assert not set(shown.get(("met", 2), ())) & set(shown.get(("unmet", 2), ()))
    known = set(rule_book(how).clauses)
    assert {clause for name in SETTLED for _, clause in shown.get((name, 2), ())} <= known
    assert not set(shown.get(("failed", 5), ())) & set(shown.get(("open", 5), ()))


@EACH_SPECIALTY
@pytest.mark.parametrize("threshold", [None, "80"])
def test_every_option_of_every_reading_has_one_model(threshold: str | None, specialty: str) -> None:
    """Each option by itself, with a threshold and without one; `evaluate_rivals` refuses anything else."""
    how = Setting(shipped_rules(), specialty, with_threshold(threshold, specialty))
    evaluations = evaluate([dossier_of(data) for data in crowd(1, 4, specialty)], how)
    options = [
        (reading.id, option.id)
        for reading in rule_book(how).readings.values()
        for option in reading.options
    ]
    for outcome in evaluate_rivals(evaluations, how, options):
        assert len(outcome.statuses) == len(evaluations)


@EACH_SPECIALTY
@sample(2, 40)
@given(pick=picks())
def test_compound_clauses_follow_from_the_leaves(specialty: str, pick: Pick) -> None:
    """What the rules say of every compound clause is what its leaves replay to."""
    how = any_setting(pick, specialty)
    book = rule_book(how)
    for statuses in judged(drawn(pick, specialty), how):
        leaves = {
            clause: status for clause, status in statuses.items() if not book.clauses[clause].parts
        }
        for track in book.tracks.values():
            for clause in (*book.under(track.id), *track.beside):
                assert replay(clause, book, leaves) == statuses[clause], clause
