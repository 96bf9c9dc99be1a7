"""What stands between a candidate and a title: the gates of the path matrix, the same on every track."""

from collections.abc import Iterator, Sequence

from reasoner.model.assessment import Gate, Node, Route
from reasoner.model.words.matters import Matter
from reasoner.rule_book import RuleBook

_ORDER = {matter.value: place for place, matter in enumerate(Matter)}


def gates(tree: Node, found: Sequence[Route], book: RuleBook) -> tuple[Gate, ...]:
    """Return what *tree* asks for, a gate for each matter, in the order of the matrix.

    A way in belongs to the innermost gate around it.
    """
    ways = {route.clause for route in found}
    around: dict[str, str] = {}
    chosen: dict[str, Node] = {}
    for node, path in _walk(tree, ()):
        matter = book.matters.get(node.id)
        # A reading may put an article into a clause on the same matter: the outer one decides then.
        if matter is not None and matter not in chosen:
            chosen[matter] = node
        if node.id in ways:
            inside = [one for one in path if one in {gate.id for gate in chosen.values()}]
            around.setdefault(node.id, inside[-1] if inside else tree.id)
    return tuple(
        _gate(matter, node, tuple(way for way, gate in around.items() if gate == node.id))
        for matter, node in sorted(chosen.items(), key=lambda item: _ORDER[item[0]])
    )


def _walk(node: Node, path: tuple[str, ...]) -> Iterator[tuple[Node, tuple[str, ...]]]:
    yield node, path
    for part in node.parts:
        yield from _walk(part, (*path, node.id))


def _gate(matter: str, node: Node, ways: tuple[str, ...]) -> Gate:
    counted = bool(node.parts)
    return Gate(
        matter=matter,
        clause=node.id,
        cite=node.cite,
        label=node.label,
        status=node.status,
        needs=(node.needs or 1) if counted else None,
        has=node.has if counted else None,
        could_have=node.could_have if counted else None,
        parts=len(node.parts),
        routes=ways,
    )
