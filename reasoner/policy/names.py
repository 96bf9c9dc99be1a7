"""Do names tell what they mean apart, and do tables of one name class alike?"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from typing import Final

from reasoner.errors import Text
from reasoner.policy.definitions import plain
from reasoner.policy.finding import Finding
from reasoner.policy.kinds_of_finding import DEFINED_DIFFERENTLY, NEAR_NAMES
from reasoner.policy.rule_facts import RuleFacts

_NEAR: Final = 0.8
"""From which share of common letters on two names are taken for one another."""

_ROWS: Final = (("criterion", 4), ("floor", 4), ("floor_for", 6))
_BETWEEN: Final = "all"


def check_names(rules: RuleFacts) -> Iterator[Finding]:
    """Yield terms that differ by a letter or two in their names, and attributes that share one."""
    for first, second in combinations(rules.book.terms, 2):
        if SequenceMatcher(None, plain(rules, first), plain(rules, second)).ratio() >= _NEAR:
            defined = (rules.book.terms[one].defined_in for one in (first, second))
            yield _near(rules, tuple(filter(None, defined)), first, second)
    labels: dict[str, str] = {}
    for attribute, _, zh, _ in rules.rows("derived_attribute", 4):
        known = labels.setdefault(str(zh), str(attribute))
        if known != attribute:
            yield _near(rules, (), known, str(attribute))


def _near(rules: RuleFacts, places: tuple[str, ...], first: str, second: str) -> Finding:
    return Finding(
        NEAR_NAMES,
        rules.specialty,
        places,
        tuple(map(rules.cite, places)),
        Text(
            f"{first} 与 {second} 名称相近而含义不同，容易混用。",
            f"{first} and {second} are named almost alike and mean different things.",
        ),
        f"{first} {second}",
    )


def check_tables_between(specialties: Sequence[RuleFacts]) -> Iterator[Finding]:
    """Yield classifications of one name that specialties draw differently."""
    found: dict[str, list[tuple[RuleFacts, str, str, frozenset[tuple[str, ...]]]]] = {}
    for rules in specialties:
        for table in rules.book.tables.values():
            rows = frozenset(
                (name, *(plain(rules, str(one)) for one in row[1:]))
                for name, arity in _ROWS
                for row in rules.rows(name, arity)
                if row[0] == table.id
            )
            if rows:
                key = plain(rules, table.attribute)
                found.setdefault(key, []).append((rules, table.id, table.cite, rows))
    for name, tables in found.items():
        groups: dict[frozenset[tuple[str, ...]], list[str]] = {}
        for rules, _, _, rows in tables:
            groups.setdefault(rows, []).append(rules.specialty)
        if len(groups) > 1:
            label = tables[0][0].book.tables[tables[0][1]].label
            listed = ["、".join(some) for some in groups.values()]
            yield Finding(
                DEFINED_DIFFERENTLY,
                _BETWEEN,
                tuple(table for _, table, _, _ in tables),
                tuple(cite for _, _, cite, _ in tables),
                Text(
                    f"“{label.zh}”有{len(groups)}种分法，按专业分为：{'；'.join(listed)}。",
                    f"{label.en}: drawn in {len(groups)} ways, by specialty: "
                    f"{'; '.join(listed).replace('、', ', ')}.",
                ),
                name,
            )
