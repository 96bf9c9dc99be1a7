"""Whether one condition implies another: as brute force says, and never without a confirmed witness."""

import itertools
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from reasoner.catalog import RuleSet, shipped_rules
from reasoner.errors import InputError
from reasoner.evaluate import Setting, evaluate_statuses
from reasoner.intake.dossier import dossier_from_text, read_notice
from reasoner.model.dossier import Dossier
from reasoner.model.implication import Relation
from reasoner.policy import implication
from reasoner.policy.found_dossier import as_yaml
from reasoner.policy.implication import compare, track_pairs
from tests.small_rules import TRACK, small_rules

# Patents alone decide; two of them at most, so that every candidate can be looked at.
CHAPTER: Final = """
track("toy.senior", toy, senior, "虚构", "made up").
clause("toy.senior", "一", "虚构", "made up").
all_of("toy.senior").
route("toy.senior", "toy.senior.1").
part("toy.senior", "toy.senior.1").
part("toy.senior", "toy.senior.2").
clause("toy.senior.1", "一(一)", "第1发明人", "first inventor").
counts("toy.senior.1", patent, 1).
where("toy.senior.1", rank, at_most, 1).
clause("toy.senior.2", "一(二)", "已授权", "granted").
counts("toy.senior.2", patent, 1).
where("toy.senior.2", patent_state, is, granted).
clause("toy.senior.3", "一(三)", "前2，两项", "two of rank 2 or better").
counts("toy.senior.3", patent, 2).
where("toy.senior.3", rank, at_most, 2).
clause("toy.senior.4", "一(四)", "二者之一", "either").
any_of("toy.senior.4").
part("toy.senior.4", "toy.senior.1").
part("toy.senior.4", "toy.senior.3").
clause("toy.senior.5", "一(五)", "没有排名靠后的", "none of a lower rank").
excludes("toy.senior.5", patent).
where("toy.senior.5", rank, at_least, 3).
clause("toy.senior.6", "一(六)", "都已授权", "all granted").
every("toy.senior.6", patent).
where("toy.senior.6", patent_state, is, granted).
clause("toy.senior.7", "一(七)", "不是第1发明人", "not first inventor").
negates("toy.senior.7", "toy.senior.1").
"""
# Terms of patents, and one of papers.
TERMS: Final = """
term("toy.lead", rank, at_most, 1).
term("toy.main", rank, at_most, 2).
term("toy.printed", paper_state, is, published).
clause("toy.senior.8", "一(八)", "两项术语", "two terms").
counts("toy.senior.8", patent, 1).
uses("toy.senior.8", ("toy.lead"; "toy.main")).
clause("toy.senior.9", "一(九)", "论文", "a paper").
counts("toy.senior.9", paper, 1).
uses("toy.senior.9", "toy.printed").
defined_in("toy.lead", "toy.senior.8").
"""
CLAUSES: Final = (TRACK, *(f"{TRACK}.{number}" for number in range(1, 8)))


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> RuleSet:
    """Return the made-up rules."""
    return small_rules(tmp_path_factory.mktemp("rules"), CHAPTER)


def candidates() -> Iterator[Dossier]:
    """Yield everybody with at most two patents; what lies beyond the limits is alike."""
    kinds = list(itertools.product((1, 2, 3), ("granted", "filed")))
    for many in range(3):
        for patents in itertools.combinations_with_replacement(kinds, many):
            told = [{"kind": "patent", "rank": r, "patent_state": s} for r, s in patents]
            data = {"candidate": {"id": "c"}, "achievements": told}
            yield Dossier.model_validate(data, by_name=True, by_alias=False)


@pytest.fixture(scope="module")
def judged(rules: RuleSet) -> list[Mapping[str, Any]]:
    """Return what the ordinary evaluation says of everybody."""
    setting = Setting(rules, "toy", read_notice(rules.notice("toy")))
    found = evaluate_statuses(list(candidates()), setting)
    assert all(set(CLAUSES) <= set(one) for one in found)
    return list(found)


@pytest.mark.parametrize(
    ("relation", "refuting"),
    [
        ("implies", [("met", "unmet")]),
        ("equals", [("met", "unmet"), ("unmet", "met")]),
        ("excludes", [("met", "met")]),
    ],
)
def test_the_search_agrees_with_brute_force(
    rules: RuleSet,
    judged: list[Mapping[str, Any]],
    relation: Relation,
    refuting: list[tuple[str, str]],
) -> None:
    """For each pair of clauses: refuted exactly if somebody refutes it."""
    pairs = list(itertools.permutations(CLAUSES, 2))
    found = compare(relation, pairs, rules, readings={})
    assert found.complete
    for one in found.comparisons:
        refuted = any((said[one.first], said[one.second]) in refuting for said in judged)
        assert one.outcome == ("refuted" if refuted else "holds"), (one.first, one.second)
        assert (one.witness is not None) == refuted


def test_the_witness_is_as_small_as_can_be(rules: RuleSet) -> None:
    """Whoever meets the quota of two has two patents, and the other clause is missed by one of them."""
    found = compare("implies", [(f"{TRACK}.3", f"{TRACK}.6")], rules, readings={})
    witness = found.comparisons[0].witness
    assert witness is not None
    assert witness.smallest
    assert len(witness.dossier["achievements"]) == 2
    assert [part.clause for part in witness.parting] == [f"{TRACK}.6"]


def test_what_nobody_meets_proves_nothing(tmp_path: Path) -> None:
    """It would imply anything; the answer says so instead."""
    contradictory = """
where("toy.senior.1", patent_type, is, invention).
where("toy.senior.1", patent_type, is_not, invention).
"""
    rules = small_rules(tmp_path, CHAPTER + contradictory)
    found = compare("implies", [(f"{TRACK}.1", f"{TRACK}.3")], rules, readings={})
    assert found.comparisons[0].outcome == "vacuous"


def test_a_landmark_of_one_specialty_is_not_one_of_another() -> None:
    """A counterexample of the shipped rules: assessed as any dossier, it comes out as it was said to."""
    pair = ("rob.senior.7", "iot.senior.8")
    witness = compare("implies", [pair], shipped_rules(), readings={}).comparisons[0].witness
    assert witness is not None
    dossier = dossier_from_text(as_yaml(witness.dossier), "witness.yaml")
    for clause, status in witness.statuses.items():
        specialty = clause.partition(".")[0]
        notice = read_notice(shipped_rules().notice(specialty))
        setting = implication.with_threshold(Setting(shipped_rules(), specialty, notice))
        assert evaluate_statuses([dossier], setting)[0][clause] == status


def test_an_item_implies_its_article() -> None:
    """One part of what asks for one is enough."""
    pair = ("iot.senior.8.2.a", "iot.senior.8.2")
    found = compare("implies", [pair], shipped_rules(), readings={})
    assert found.comparisons[0].outcome == "holds"


def test_a_term_is_met_by_a_record_of_which_it_holds(tmp_path: Path) -> None:
    """A term compares with terms and with clauses, and the witness is a record of it."""
    rules = small_rules(tmp_path, CHAPTER + TERMS)

    def outcome(relation: Relation, first: str, second: str) -> str:
        (found,) = compare(relation, [(first, second)], rules, readings={}).comparisons
        assert (found.first, found.second) == (first, second)
        return found.outcome

    assert outcome("implies", "toy.lead", "toy.main") == "holds"
    assert outcome("equals", "toy.lead", "toy.senior.1") == "holds"
    (found,) = compare("implies", [("toy.main", "toy.lead")], rules, readings={}).comparisons
    assert found.witness is not None
    assert found.witness.statuses == {"toy.main.record": "met", "toy.lead.record": "unmet"}
    assert [one["rank"] for one in found.witness.dossier["achievements"]] == [2]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("toy.lead", "toy.printed", "toy.lead toy.printed"),
        ("toy.leed", "toy.main", "toy.lead"),
    ],
)
def test_terms_that_cannot_be_compared_are_refused(
    first: str, second: str, told: str, tmp_path: Path
) -> None:
    """Terms of different records say nothing of each other; a slip of the pen names the nearest."""
    rules = small_rules(tmp_path, CHAPTER + TERMS)
    with pytest.raises(InputError) as refused:
        compare("implies", [(first, second)], rules, readings={})
    assert told in refused.value.in_language("en")


def test_ctrl_c_keeps_what_was_found(rules: RuleSet) -> None:
    """And says that it is not all."""

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    pairs = [(f"{TRACK}.1", f"{TRACK}.2"), (f"{TRACK}.2", f"{TRACK}.1")]
    found = compare("implies", pairs, rules, readings={}, reached=interrupt)
    assert len(found.comparisons) == 1
    assert not found.complete


def test_there_are_thirty_pairs_of_tracks() -> None:
    """Six tracks of one document; the seventh stands alone in its own."""
    pairs = track_pairs(shipped_rules())
    assert len(pairs) == 30
    assert ("ii.chief", "ii.senior") in pairs
    assert not any("mech.senior" in pair for pair in pairs)


def test_a_clause_that_there_is_not_is_refused() -> None:
    """With the nearest one."""
    with pytest.raises(InputError, match=r"iot\.senior\.8\.2"):
        compare("implies", [("iot.senior.8.22", "iot.senior.8")], shipped_rules(), readings={})
