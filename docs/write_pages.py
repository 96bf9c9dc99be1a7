"""Writes the rule book and the report of findings: ``python -m docs.write_pages``."""

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from ruamel.yaml import YAML

from reasoner.catalog import shipped_rules
from reasoner.model.policy_check import PolicyCheck
from reasoner.policy.apart import check_apart
from reasoner.policy.check import ALL, report, tracks_named
from reasoner.policy.rule_facts import rule_facts
from reasoner.report.findings_page import findings_page
from reasoner.report.rule_book_page import rule_book_page
from tests.clause_tables import rows

DOCS = Path(__file__).parent
_ANCHOR = re.compile(r'<a id="([^"]+)">')


def rows_of_tables() -> Counter[str]:
    """Return how many rows of the tables test each clause, the good case among them."""
    return Counter(row.clause for row in rows())


def rule_book_pages(check: PolicyCheck | None) -> dict[str, str]:
    """Return the page of each track by its path below ``docs/``; it ends before the findings if *check* is None."""
    rules, tested = shipped_rules(), rows_of_tables()
    found: dict[str, str] = {}
    for specialty in rules.specialties():
        facts = rule_facts(rules, specialty)
        for track in facts.book.tracks.values():
            here = set(facts.book.under(track.id))
            own = [one for one in check.findings if here & {*one.clauses}] if check else None
            found[f"rulebook/{track.id}.md"] = rule_book_page(facts, track, own, tested)
    return found


def pages(check: PolicyCheck) -> dict[str, str]:
    """Return each page by its path below ``docs/``, for the findings of *check* on all tracks."""
    advice = YAML(typ="safe", pure=True).load((DOCS / "findings.yaml").read_text(encoding="utf-8"))
    rule_books = rule_book_pages(check)
    return {**rule_books, "findings.md": findings_page(check, advice, anchors(rule_books))}


def anchors(found: Mapping[str, str]) -> dict[str, str]:
    """Return the address of each clause in *found*, pages by path; of shared clauses the first page's."""
    addresses: dict[str, str] = {}
    for path, page in found.items():
        for name in _ANCHOR.findall(page):
            addresses.setdefault(name, f"{path}#{name}")
    return addresses


def checked() -> PolicyCheck:
    """Return the findings on all tracks of the shipped rules."""
    rules = shipped_rules()
    named = tracks_named(ALL, rules)
    return report(sorted(check_apart(rules, [*named, ALL]), key=lambda one: one.specialty), named)


def main() -> None:
    """Write every page."""
    for path, content in pages(checked()).items():
        (DOCS / path).parent.mkdir(exist_ok=True)
        (DOCS / path).write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
