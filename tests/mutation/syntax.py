"""Takes syntax trees of rules apart."""

from collections.abc import Iterator

from clingo.ast import AST, ASTSequence

from tests.encodings import Signature, atoms, signature


def children(node: AST) -> Iterator[tuple[str, AST | list[AST]]]:
    """Yield what is right under *node*, each with its name."""
    for key in node.keys():  # noqa: SIM118 - a syntax tree is no mapping
        inner = getattr(node, key)
        if isinstance(inner, AST):
            yield key, inner
        elif isinstance(inner, ASTSequence):
            parts = [one for one in inner if isinstance(one, AST)]
            if parts:
                yield key, parts


def head_of(statement: AST) -> Signature:
    """Return the predicate that a rule is for."""
    return next(signature(atom) for atom in atoms(statement.head))
