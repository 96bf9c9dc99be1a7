"""Every clause of the register, and every settled reading, is encoded or listed with the reason.

The clause register is no part of the project; where it is not at hand these checks are skipped.
"""

import json
import os
import re
from pathlib import Path

import pytest

from reasoner.assess import prepare
from reasoner.evaluate import rule_book
from reasoner.rule_book import RuleBook
from tests.clause_tables import rows

ROOT = Path(__file__).parent.parent
REGISTER = Path(
    os.environ.get("ZHICHENG_REGISTER", ROOT.parent / "shared" / "regulation" / "register.json")
)
needs_register = pytest.mark.skipif(
    not REGISTER.exists(), reason="the clause register is not at hand"
)

# Leaves of the register that stand elsewhere in the rules, by the reason.
LEAVES_ELSEWHERE = {
    r"iot\.senior\.12\.2\.c": "a rider on both patents, encoded as a general test",
    r"iot\.senior\.13\..*": "general tests on every achievement (evidence.lp)",
    r"iot\.senior\.16\..*": "definitions: terms and levels",
    r"iot\.app\..*": "rows of a classification table",
    r"iot\.senior\.(3|15|19)\..*": "the clause decides nothing (not_encoded.lp)",
}

# Settled readings that cannot change the status of a clause of 物联网, with the reason.
READINGS_WITHOUT_EFFECT = {
    "G2": "full years are how time is counted; no rival is named",
    "G3": "follows from A091: an unlisted rank stays open where a rank is asked",
    "G4": "edges are how windows are counted; no rival is named",
    "G6": "one achievement may fill several items: A074",
    "G7": "judgements stay open until they are given; no rival is named",
    "A023": "sm names silver and bronze; iot says 铜牌以上",
    "A031": "commas in the honours lists of rob and sm; iot has enumeration commas",
    "A044": "iot counts all finishers of an international first set, so no rank is excluded",
    "A074": "the six items of art. 12 count different kinds of record, so none can fill two",
    "A085": "iot has no item on books",
    "A086": "iot says 科学技术奖 throughout",
    "A107": "no eligibility article of iot cites the grades; the downgrade serves the score",
    "A121": "the vote is part of the procedure, not of the conditions",
    "A133": "the quorum is part of the procedure, not of the conditions",
    "A146": "iot asks for one patent, so no mixture arises",
}


@pytest.fixture(scope="module")
def book() -> RuleBook:
    """Return the rule book of 物联网."""
    return rule_book(prepare("iot.senior")[0])


@needs_register
def test_every_clause_of_the_register_is_encoded_or_listed(book: RuleBook) -> None:
    """No clause id of 物联网 is missing, and no clause is both encoded and listed."""
    register = json.loads(REGISTER.read_text(encoding="utf-8"))
    wanted = {entry["id"] for entry in register if re.match(r"iot\.(senior|app)\.", entry["id"])}
    # Articles 10 and 11 have clauses of their own; their ids name the paragraphs only.
    known = set(book.clauses) | set(book.not_encoded)

    assert wanted - known == set()
    assert set(book.clauses) & set(book.not_encoded) == set()


@needs_register
def test_every_leaf_of_the_register_is_encoded_or_stands_elsewhere(book: RuleBook) -> None:
    """Each alternative that the register names is a clause of its own, unless the table above says why not."""
    register = json.loads(REGISTER.read_text(encoding="utf-8"))
    leaves = {
        leaf["id"].split("#")[0]
        for entry in register
        if re.match(r"iot\.(senior|app)\.", entry["id"])
        for leaf in entry["leaves"]
    }
    known = set(book.clauses) | set(book.not_encoded)
    missing = {
        leaf for leaf in leaves - known if not any(re.fullmatch(p, leaf) for p in LEAVES_ELSEWHERE)
    }

    assert missing == set()


@needs_register
def test_every_settled_reading_is_a_switch_or_has_no_effect(book: RuleBook) -> None:
    """Each reading that cites 物联网 is a named switch, or the table above says why it cannot matter."""
    text = (REGISTER.parent / "readings.md").read_text(encoding="utf-8")
    general = re.findall(r"^- \*\*(G\d+)", text, re.MULTILINE)
    cited = [
        section.split()[0]
        for section in text.split("\n## ")[1:]
        if re.search(r"^- Cites:.*\biot\b", section, re.MULTILINE)
    ]
    wanted = {*general, *(name for name in cited if re.fullmatch(r"A\d+", name))}

    assert wanted - set(book.readings) - set(READINGS_WITHOUT_EFFECT) == set()
    assert set(book.readings) & set(READINGS_WITHOUT_EFFECT) == set()


def test_every_leaf_has_a_met_an_unmet_and_an_undetermined_row(book: RuleBook) -> None:
    """Each leaf of the tree is exercised in all three statuses by the clause tables."""
    judged: dict[str, set[str]] = {}
    for row in rows():
        judged.setdefault(row.clause, set()).add(row.expect)
    tree = {*book.under("iot.senior"), *book.under("iot.senior.17")}
    leaves = {name for name in tree if not book.clauses[name].parts}

    assert {
        leaf for leaf in leaves if judged.get(leaf, set()) != {"met", "unmet", "undetermined"}
    } == set()
