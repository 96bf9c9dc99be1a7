"""The rules say one thing of every clause, whatever the dossier, the readings and the notice."""

from itertools import cycle
from typing import Final

from hypothesis import given, settings

from reasoner.catalog import shipped_rules
from reasoner.evaluate import Setting, evaluate_statuses, rule_book
from reasoner.facts import dossier_facts, entries
from reasoner.replay import replay
from reasoner.solve import solve
from tests.properties import EACH_SPECIALTY, drawn, judged, setting, with_threshold
from tests.strategies import Pick, any_setting, crowd, dossier_of, picks

SETTLED: Final = ("met", "unmet")


@EACH_SPECIALTY
@given(pick=picks())
@settings(max_examples=4)
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
def test_every_option_of_every_reading_has_one_model(specialty: str) -> None:
    """Each option by itself, with a threshold and without one in turn."""
    dossiers = [dossier_of(data) for data in crowd(1, 4, specialty)]
    in_turn = cycle((with_threshold(None, specialty), with_threshold("80", specialty)))
    for reading in rule_book(setting(specialty)).readings.values():
        for option in reading.options:
            how = Setting(shipped_rules(), specialty, next(in_turn), {reading.id: option.id})
            assert len(evaluate_statuses(dossiers, how)) == len(dossiers)


@EACH_SPECIALTY
@given(pick=picks())
@settings(max_examples=3)
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
