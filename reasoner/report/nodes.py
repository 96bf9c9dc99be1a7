"""The clauses below a clause: which of them tell something."""

from collections.abc import Iterator

from reasoner.model.assessment import DeterminationRef, Node


def determinations(node: Node) -> list[DeterminationRef]:
    """Return the determinations that alone settle *node*; none if records have a part in it."""
    if not node.parts:
        return [node.determination] if node.determination else []
    below = [determinations(part) for part in node.parts]
    return list(dict.fromkeys(told for found in below for told in found)) if all(below) else []


def below(node: Node) -> Iterator[Node]:
    """Yield *node* and every clause below it."""
    yield node
    for part in node.parts:
        yield from below(part)


def is_of_interest(node: Node, part: Node) -> bool:
    """Tell whether *part* explains the status of *node*: it is why, or what could still change it."""
    if node.form == "all_of":
        return True
    if node.status == "met":
        return part.status == "met"
    return part.status != "unmet" or node.status == "unmet"
