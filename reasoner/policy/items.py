"""Which clauses stand for one another: the alternatives of one item."""

from collections.abc import Iterator

from reasoner.policy.rule_facts import RuleFacts
from reasoner.rule_book import Clause


def item_of(rules: RuleFacts, leaf: str) -> str:
    """Return the highest clause that *leaf* alone is enough for, below a track's own articles and ways in."""
    top = set(rules.book.tracks)
    top |= {part for track in top for part in rules.book.clauses[track].parts}
    current = leaf
    while True:
        above = [name for name in rules.book.parents.get(current, ()) if _is_enough(rules, name)]
        if not above or above[0] in top:
            return current
        current = above[0]


def _is_enough(rules: RuleFacts, name: str) -> bool:
    """Tell whether one part of the clause is enough."""
    clause = rules.book.clauses[name]
    return (len(clause.parts) == 1 and clause.form == "all_of") or (
        clause.needs == 1 and bool(clause.parts)
    )


def alternatives(rules: RuleFacts) -> Iterator[tuple[Clause, ...]]:
    """Yield for each item its leaves of which one is enough, in the order of the law."""
    items: dict[str, list[Clause]] = {}
    for leaf in rules.leaves:
        items.setdefault(item_of(rules, leaf.id), []).append(leaf)
    for some in items.values():
        yield tuple(some)
