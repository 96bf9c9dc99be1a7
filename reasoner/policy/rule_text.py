"""Rule files as text to be changed: which facts a line states, and a file without some of them."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Final

from clingo.ast import AST, ASTType, ProgramBuilder, parse_files, parse_string
from clingo.control import Control
from clingo.symbol import Symbol, SymbolType, parse_term

from reasoner.facts import Fact, Quoted
from reasoner.program import symbol_of
from reasoner.rule_files import STRING_OR_COMMENT

ANYTHING: Final = "any__"
"""Stands where a pattern has ``_``."""

_WILDCARD: Final = re.compile(r'"(?:[^"\\]|\\.)*"|(?<![A-Za-z0-9_])_(?![A-Za-z0-9_])')
_REMOVED: Final = "_removed"


class NoFactError(Exception):
    """The text is no fact; the message is that of the parser, if it is its fault."""


def facts_in(text: str) -> list[Fact]:
    """Return the facts that *text* states, one for each alternative; `ANYTHING` where it has ``_``.

    Raises:
        NoFactError: it states anything but facts without variables.
    """
    code = STRING_OR_COMMENT.sub("", text)
    if re.search(r"[#@&:{}|]|[^\x00-\x7f]", code):
        raise NoFactError
    told = _WILDCARD.sub(lambda found: ANYTHING if found[0] == "_" else found[0], text)
    complaints: list[str] = []
    control = Control(["--warn=none"], logger=lambda _, message: complaints.append(message))
    found: list[AST] = []
    try:
        parse_string(told, found.append, logger=lambda _, message: complaints.append(message))
        rules = [one for one in found if one.ast_type is not ASTType.Program]
        if not rules or any(not _is_fact(one) for one in rules):
            raise NoFactError
        with ProgramBuilder(control) as builder:
            for one in rules:
                builder.add(one)
        control.ground()
    except RuntimeError as error:
        raise NoFactError("; ".join(complaints).rpartition("error: ")[2].strip()) from error
    return [_fact(atom.symbol) for atom in control.symbolic_atoms]


def _is_fact(one: AST) -> bool:
    return (
        one.ast_type is ASTType.Rule
        and not one.body
        and one.head.ast_type is ASTType.Literal
        and one.head.atom.ast_type is ASTType.SymbolicAtom
    )


def _fact(symbol: Symbol) -> Fact:
    return symbol.name, tuple(_argument(one) for one in symbol.arguments)


def _argument(symbol: Symbol) -> str | int:
    if symbol.type is SymbolType.Number:
        return symbol.number
    return Quoted(symbol.string) if symbol.type is SymbolType.String else str(symbol)


def text_of(fact: Fact) -> str:
    """Return *fact* as a rule file has it, without the full stop."""
    name, arguments = fact
    told = ", ".join(
        f'"{one}"' if isinstance(one, Quoted) else "_" if one == ANYTHING else str(one)
        for one in arguments
    )
    return f"{name}({told})"


def file_without(path: Path, removed: frozenset[Fact]) -> str | None:
    """Return the rules in the file at *path* such that none of *removed* follows; None if it states none of them."""
    gone = {str(symbol_of(fact)) for fact in removed}
    names = {name for name, _ in removed}
    found: list[AST] = []
    parse_files([str(path)], found.append)
    lines: list[str] = []
    changed = False
    for one in found:
        head = one.head.atom.symbol if one.ast_type is ASTType.Rule else None
        if head is None or not names.intersection(_names(head)):
            lines.append(str(one))
            continue
        body = "; ".join(map(str, one.body))
        for alternative in _alternatives(head):
            told = str(alternative)
            if told in gone:
                changed = True
            elif _has_variables(alternative):
                changed = True
                guard = f"not {_REMOVED}({told})"
                lines.append(f"{told} :- {body}; {guard}." if body else f"{told} :- {guard}.")
            else:
                lines.append(f"{told} :- {body}." if body else f"{told}.")
    if not changed:
        return None
    lines += [f"{_REMOVED}({text_of(fact)})." for fact in sorted(removed, key=text_of)]
    return "\n".join(line for line in lines if line != "#program base.") + "\n"


def _names(symbol: AST) -> Iterator[str]:
    for one in symbol.arguments if symbol.ast_type is ASTType.Pool else (symbol,):
        yield str(one.name)


def _alternatives(symbol: AST) -> Iterator[AST]:
    """Yield *symbol* once for each choice among its pools."""
    if symbol.ast_type is ASTType.Pool:
        for one in symbol.arguments:
            yield from _alternatives(one)
    elif symbol.ast_type is ASTType.Function and symbol.arguments:
        for arguments in product(*(list(_alternatives(one)) for one in symbol.arguments)):
            yield symbol.update(arguments=list(arguments))
    else:
        yield symbol


def _has_variables(symbol: AST) -> bool:
    try:
        parse_term(str(symbol), logger=lambda _code, _message: None)
    except RuntimeError:
        return True
    return False
