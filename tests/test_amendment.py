"""An amendment changes what it says and nothing else, and is checked before anything runs."""

from pathlib import Path
from typing import Any

import pytest

from reasoner.assess import prepare
from reasoner.errors import InputError
from reasoner.evaluate import Setting, rule_book
from reasoner.intake.dossier import read_dossier
from reasoner.policy.amended_rules import amended
from reasoner.policy.amendment import amendment_from_text, read_amendment
from reasoner.policy.impact import changes, impact
from reasoner.policy.rule_facts import rule_facts
from reasoner.policy.rule_language import rule_language, stated_facts
from reasoner.policy.rule_vocabulary import RuleVocabulary
from reasoner.score import score
from tests.rules_with_defects import SPECIALTY, rules_with

EXAMPLES = Path(__file__).parent.parent / "examples"
TRACK = "iot.senior"


@pytest.fixture(scope="module")
def setting() -> Setting:
    """Return the shipped rules of a specialty."""
    return prepare(TRACK)[0]


BAD = {
    "no sign": ('part("iot.senior", "iot.senior.2").', 1, "begins with"),
    "a predicate": ('+ at_lest("iot.senior.12", 2).', 3, "at_least/2"),
    "a clause": ('+ at_least("iot.senior.112", 2).', 13, "iot.senior.11.2"),
    "an attribute": ('+ where("iot.senior.8.2.d", rnak, at_most, 7).', 29, "rank"),
    "a relation": ('+ where("iot.senior.8.2.d", rank, atmost, 7).', 35, "at_most"),
    "a word": ('+ where("iot.senior.8.2.a", iot_award_grade, is, frist).', 50, "first"),
    "a kind": ('+ counts("iot.senior.8.2.a", awards, 1).', 30, "award"),
    "not in force": ('- at_least("iot.senior.12", 4).', 3, 'at_least("iot.senior.12", 3)'),
    "in force": ('+ at_least("iot.senior.12", 3).', 3, "already"),
    "a rule": ('+ met(A, "iot.senior") :- applicant(A).', 3, "only facts"),
    "a script": ("+ #script (python) print(1) #end.", 3, "only facts"),
    "a box of the score": ('+ maximum("iot.app.1.2.22", 20).', 12, "iot.app.1.2.2"),
    "a wildcard": ('+ part("iot.senior.12", _).', 25, "_"),
    "an input": ('+ determined(1, "iot.senior.4", yes).', 3, "no such predicate"),
    "syntax": ('+ at_least("iot.senior.12", 2', 3, "syntax"),
}


@pytest.mark.parametrize(("line", "column", "shown"), BAD.values(), ids=BAD)
def test_what_the_vocabulary_does_not_have_is_refused(
    setting: Setting, line: str, column: int, shown: str
) -> None:
    """With line and column, and the nearest word."""
    with pytest.raises(InputError) as caught:
        amendment_from_text(f"% a comment\n{line}\n", "x.amendment", setting)
    problem = caught.value.problems[0]
    assert (problem.source, problem.line, problem.column) == ("x.amendment", 2, column)
    assert shown in problem.in_language("en")


@pytest.mark.parametrize(
    "track", ["iot.senior", "rob.senior", "ii.chief", "sm.chief", "mech.senior"]
)
def test_the_vocabulary_has_whatever_the_rules_say(track: str) -> None:
    """Nothing that is in force would be refused."""
    in_force = stated_facts(prepare(track)[0])
    # What is said of a clause or group that only a rival reading brings about is none of an amendment's business.
    looked_at = [fact for fact in in_force if fact[0] not in ("matter", "maximum")]
    vocabulary = RuleVocabulary(rule_language(), in_force, [])
    assert [fact for fact in looked_at if [*vocabulary.strange(fact, adds=False)]] == []


def test_an_amendment_changes_what_it_says_and_nothing_else(setting: Setting) -> None:
    """The quota and the rank; every other clause stays."""
    amendment = read_amendment(EXAMPLES / "two_of_six.amendment", setting)
    before = rule_book(setting)
    with amended(setting, amendment) as after:
        book = rule_book(after)
    assert book.clauses["iot.senior.12"].needs == 2
    rank = [test for test in book.clauses["iot.senior.8.2.d"].tests if test.attribute == "rank"]
    assert [test.values for test in rank] == [(7,)]
    touched = {"iot.senior.12", "iot.senior.8.2.d"}
    assert {
        name for name in before.clauses if before.clauses[name] != book.clauses[name]
    } == touched


def test_one_alternative_of_several_can_be_taken_out(setting: Setting) -> None:
    """A fact that stands among others in one line of the chapter, and one that a rule with variables states."""
    text = (
        '- where("iot.senior.8.4.a", school_class, is, project_211).\n'
        '- governed_by("iot.senior.8.1.a", "iot.senior.8").\n'
        '- part("iot.senior.12", "iot.senior.12.6").\n'
    )
    with amended(setting, amendment_from_text(text, "x", setting)) as after:
        stated = stated_facts(setting) - stated_facts(after)
        gained = stated_facts(after) - stated_facts(setting)
    taken_out = {fact for fact in stated if fact[0] in ("governed_by", "part", "where")}
    assert ("where", ("iot.senior.8.4.a", "school_class", "is", "project_211")) in taken_out
    assert ("governed_by", ("iot.senior.8.1.a", "iot.senior.8")) in taken_out
    assert ("part", ("iot.senior.12", "iot.senior.12.6")) in taken_out
    assert gained == set()


def test_what_follows_from_a_definition_cannot_be_taken_out(setting: Setting) -> None:
    """The term would put it back."""
    text = '- where("iot.senior.8.1.a", rank, at_most, 3).'
    amendment = amendment_from_text(text, "x.amendment", setting)
    with pytest.raises(InputError, match=r"x\.amendment"), amended(setting, amendment):
        pass


def test_whose_verdict_changes_and_by_which_clause(setting: Setting) -> None:
    """Two items of six are enough for whom three were not there; others stay as they were."""
    amendment = amendment_from_text('+ at_least("iot.senior.12", 6).', "x", setting)
    dossiers = [
        read_dossier(EXAMPLES / name) for name in ("iot_degree_path.yaml", "iot_near_miss.yaml")
    ]
    with amended(setting, amendment) as after:
        found = changes(dossiers, TRACK, setting, after)
    assert [(one.candidate, one.before, one.after) for one in found.changes] == [
        (dossiers[0].candidate.id, "eligible", "ineligible")
    ]
    assert [one.clause for one in found.changes[0].clauses] == ["iot.senior", "iot.senior.12"]
    assert found.candidates == 2
    assert found.complete


def test_ctrl_c_keeps_what_was_found(setting: Setting, monkeypatch: pytest.MonkeyPatch) -> None:
    """The candidates that were judged are counted, the others are not."""

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reasoner.policy.impact.CROWD", 1)
    dossier: Any = read_dossier(EXAMPLES / "iot_degree_path.yaml")
    found = changes([dossier, dossier], TRACK, setting, setting, interrupt)
    assert (found.candidates, found.complete) == (1, False)


def test_without_dossiers_the_smallest_candidates_are_found(setting: Setting) -> None:
    """A lower quota lets somebody in who has two items, and shuts nobody out."""
    amendment = amendment_from_text('+ at_least("iot.senior.12", 2).', "x", setting)
    found = impact(amendment, [], TRACK, setting, with_findings=False)
    assert [(one.before, one.after) for one in found.flips] == [("ineligible", "eligible")]
    assert [one.clause for one in found.flips[0].clauses] == ["iot.senior", "iot.senior.12"]


def test_whose_score_changes(setting: Setting) -> None:
    """A lower maximum in the scoring table takes away what lies above it."""
    amendment = amendment_from_text('+ maximum("iot.app.1.3.2", 1).', "x", setting)
    dossiers = [
        read_dossier(EXAMPLES / name) for name in ("iot_self_score.yaml", "iot_landmark.yaml")
    ]
    with amended(setting, amendment) as after:
        found = changes(dossiers, TRACK, setting, after)
    scores = {one.candidate: (one.before, one.after) for one in found.scores}
    before, becomes = scores[dossiers[0].candidate.id]
    assert before == score(dossiers[0], TRACK).total
    assert before is not None
    assert becomes is not None
    assert becomes < before


def test_which_findings_appear_and_vanish(tmp_path: Path) -> None:
    """A term that nobody uses appears among the findings, an open list that is taken out vanishes."""
    rules = rules_with(tmp_path, 'open_list("iot.senior.2.2", patent_type, renowned).')
    setting = rule_facts(rules, SPECIALTY).setting
    text = (
        '- open_list("iot.senior.2.2", patent_type, renowned).\n'
        '+ term("iot.lead", rank, at_most, 1).\n'
    )
    found = impact(amendment_from_text(text, "x", setting), [], TRACK, setting)
    assert found.flips == ()
    assert [one.code for one in found.appeared or ()] == ["ZC601"]
    assert [one.code for one in found.vanished or ()] == ["ZC606"]
