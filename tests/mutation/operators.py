"""Changes a statement of the rules in one place, in the ways in which a slip of the pen might."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from clingo.ast import AST, ASTType, ComparisonOperator
from clingo.symbol import Number, Symbol, SymbolType

from tests.mutation.places import Places
from tests.mutation.syntax import children

_RELATIONS: Final[Mapping[str, Sequence[str]]] = {
    "is": ("is_not",),
    "is_not": ("is",),
    "at_least": ("at_most", "is", "or_higher"),
    "at_most": ("at_least",),
    "or_higher": ("at_least", "is"),
    "reaches": ("below",),
    "below": ("reaches",),
    "within": ("overlaps",),
    "overlaps": ("within",),
}
# Of the highest step of a scale, there is none higher.
_SAME_AT_THE_TOP: Final = {"is", "at_least", "or_higher"}
# No slip of the pen makes a relation that readings are about where no rule has it.
_WHERE_USED: Final = {"or_higher"}
_QUANTIFIERS: Final[Mapping[str, str]] = {"all_of": "any_of", "any_of": "all_of"}
_COMPARISONS: Final[Mapping[int, ComparisonOperator]] = {
    ComparisonOperator.LessThan: ComparisonOperator.LessEqual,
    ComparisonOperator.LessEqual: ComparisonOperator.LessThan,
    ComparisonOperator.GreaterThan: ComparisonOperator.GreaterEqual,
    ComparisonOperator.GreaterEqual: ComparisonOperator.GreaterThan,
    ComparisonOperator.Equal: ComparisonOperator.NotEqual,
    ComparisonOperator.NotEqual: ComparisonOperator.Equal,
}

Edit = tuple[str, AST]
"""What was changed, and the node with the change in it."""


@dataclass(frozen=True)
class Change:
    """One change of a statement, and the statement with it; None if it has been dropped."""

    what: str
    statement: AST | None


def changes(statement: AST, places: Places) -> Iterator[Change]:
    """Yield the changes of *statement*, a rule with atoms in its head, each another text."""
    seen = {str(statement)}
    named: dict[str, int] = {}
    if not places.is_kept(statement):
        yield Change("dropped", None)
    for what, changed in _edits(statement, places):
        if str(changed) in seen:
            continue
        seen.add(str(changed))
        named[what] = named.get(what, 0) + 1
        yield Change(what if named[what] == 1 else f"{what} ({named[what]})", changed)


def _edits(statement: AST, places: Places) -> Iterator[Edit]:
    body = list(statement.body)
    for place, literal in enumerate(body):
        yield f"without {literal}", statement.update(body=_without(body, place))
    yield from _inside(statement, places)


def _inside(node: AST, places: Places) -> Iterator[Edit]:
    """Yield *node* with one thing in it changed."""
    if node.ast_type is ASTType.Function:
        yield from _in_atom(node, places)
        return
    yield from _here(node)
    for key, inner in children(node):
        if isinstance(inner, AST):
            yield from ((what, node.update(**{key: it})) for what, it in _inside(inner, places))
        else:
            for place, one in enumerate(inner):
                for what, it in _inside(one, places):
                    yield what, node.update(**{key: _with(inner, place, it)})


def _here(node: AST) -> Iterator[Edit]:
    if node.ast_type is ASTType.SymbolicTerm and node.symbol.type is SymbolType.Number:
        for step in (-1, 1):
            number = Number(node.symbol.number + step)
            yield f"{node.symbol} -> {number}", node.update(symbol=number)
    elif node.ast_type is ASTType.Pool:
        alternatives = list(node.arguments)
        for place, one in enumerate(alternatives):
            rest = _without(alternatives, place)
            yield f"without {one}", rest[0] if len(rest) == 1 else node.update(arguments=rest)
    elif node.ast_type is ASTType.Guard:
        other = node.update(comparison=_COMPARISONS[node.comparison])
        yield f"{str(node).strip()} -> {str(other).strip()}", other


def _in_atom(atom: AST, places: Places) -> Iterator[Edit]:
    if atom.name in _QUANTIFIERS and not places.has_one_part(atom):
        other = atom.update(name=_QUANTIFIERS[atom.name])
        yield f"{atom.name} -> {other.name}", other
    arguments = list(atom.arguments)
    for place, argument in enumerate(arguments):
        for what, it in _in_argument(atom, place, argument, places):
            yield what, atom.update(arguments=_with(arguments, place, it))


def _in_argument(atom: AST, place: int, argument: AST, places: Places) -> Iterator[Edit]:
    if argument.ast_type is ASTType.Pool:
        yield from _here(argument)
        alternatives = list(argument.arguments)
        for number, one in enumerate(alternatives):
            for what, it in _in_argument(atom, place, one, places):
                yield what, argument.update(arguments=_with(alternatives, number, it))
    elif argument.ast_type is not ASTType.SymbolicTerm:
        yield from _inside(argument, places)
    elif argument.symbol.type is SymbolType.Number and not places.is_step(atom, place):
        yield from _here(argument)
    else:
        for other in _others(atom, place, argument.symbol, places):
            yield f"{argument.symbol} -> {other}", argument.update(symbol=other)


def _others(atom: AST, place: int, symbol: Symbol, places: Places) -> Iterator[Symbol]:
    if places.is_step(atom, place):
        yield from places.steps_beside(atom, symbol)
    elif places.is_relation(atom, place):
        top, rung = places.names_highest_step(atom), places.names_rung(atom)
        for relation in _RELATIONS[symbol.name]:
            if (
                not ({relation, symbol.name} <= _SAME_AT_THE_TOP and (top or rung))
                and not (relation == "at_most" and rung and places.names_lowest_step(atom))
                and (relation not in _WHERE_USED or relation in places.relations)
            ):
                yield places.constant(relation)
    else:
        yield from places.instead(atom, place, symbol)


def _without(parts: list[AST], place: int) -> list[AST]:
    return parts[:place] + parts[place + 1 :]


def _with(parts: list[AST], place: int, one: AST) -> list[AST]:
    return [*parts[:place], one, *parts[place + 1 :]]
