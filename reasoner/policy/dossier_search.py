"""Which candidates can there be, by the rules: a search among all dossiers of a bounded space.

Several bodies of rules judge the same candidate, each under predicates of its own; what a dossier tells is common.
"""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from clingo.ast import AST, ASTType, Transformer
from clingo.symbol import Function, Number, String, Symbol, SymbolType

from reasoner.facts import DOSSIER_PREDICATES, Fact
from reasoner.program import grounded, program, symbol_of

_CONTRADICTION: Final = "contradiction"
_WANTED: Final = frozenset({"met", "unmet", _CONTRADICTION})
_TICK: Final = 0.2
"""Seconds between two looks at the clock."""


@dataclass(frozen=True)
class Side:
    """Rules that judge: *name* tells them apart, *setting* are their facts, *dropped* clauses nobody asks about."""

    name: str
    files: tuple[Path, ...]
    setting: tuple[Fact, ...]
    dropped: frozenset[str]


@dataclass(frozen=True)
class Wish:
    """A clause of a side that must be met, or surely not."""

    side: str
    clause: str
    status: Literal["met", "unmet"] = "met"


@dataclass(frozen=True)
class FoundDossier:
    """What a candidate tells, by the number of the record: kind, words and numbers."""

    kinds: Mapping[int, str]
    words: Mapping[int, Mapping[str, tuple[str, ...]]]
    numbers: Mapping[int, Mapping[str, int]]


@dataclass(frozen=True)
class Search:
    """A search that has ended: *found* is the smallest candidate if *complete*, or else the smallest so far."""

    found: FoundDossier | None
    complete: bool


class DossierSearch:
    """A bounded space of dossiers under several bodies of rules; many questions are asked of one grounding."""

    def __init__(self, sides: Sequence[Side], question: Path, space: Iterable[Fact]) -> None:
        """Ground the rules of all *sides* with the search in *question* over *space*.

        Raises:
            RulesError: rules are wrong.
        """
        statements: list[AST] = []
        facts: list[Symbol] = [symbol_of(fact) for fact in space]
        declared = "#defined determined/3.\n"
        for side in sides:
            rules = program(side.files, side.setting, DOSSIER_PREDICATES).without(
                frozenset(), _WANTED
            )
            renamed = _Renamed(f"{side.name}__")
            # How many years there are is for the answer only, and never to be had of rules that choose.
            left = [
                rule for rule in rules.left if rule.head != "total" or "covered" not in rule.reads
            ]
            statements += [renamed.visit(rule.statement) for rule in left]
            declared += renamed.declarations()
            # Nobody tells what a definition contradicts.
            declared += f"#defined {side.name}__{_CONTRADICTION}/4.\n"
            declared += f":- {side.name}__{_CONTRADICTION}(_, _, _, _).\n"
            read = frozenset[str]().union(*(rule.reads for rule in left))
            facts += [
                Function(f"{side.name}__{name}", symbol.arguments)
                for (name, _), symbols in rules.settled.items()
                if name in read
                for symbol in symbols
                if not _is_dropped(symbol, side.dropped)
            ]
        self._control = grounded(
            statements, facts, declared + question.read_text(encoding="utf-8"), with_choices=True
        )

    def find(self, wishes: Sequence[Wish], seconds: float) -> Search:
        """Return the smallest candidate for whom all *wishes* come true, if it is found within *seconds*."""
        assumptions = []
        for wish in wishes:
            symbol = Function(f"{wish.side}__{wish.status}", [Number(0), String(wish.clause)])
            atom = self._control.symbolic_atoms[symbol]
            if atom is None:
                return Search(None, complete=True)
            assumptions.append(atom.literal)
        found: FoundDossier | None = None
        until = time.monotonic() + seconds
        with self._control.solve(assumptions=assumptions, yield_=True, async_=True) as handle:
            while True:
                handle.resume()
                while not handle.wait(_TICK):
                    if time.monotonic() > until:
                        handle.cancel()
                        return Search(found, complete=False)
                model = handle.model()
                if model is None:
                    return Search(found, complete=True)
                found = _dossier(model.symbols(atoms=True))


class _Renamed(Transformer):
    """Gives predicates a prefix, all but those of what a dossier tells."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._seen: set[tuple[str, int]] = set()

    def declarations(self) -> str:
        """Return what declares the predicates seen so far: clauses that nobody asks about leave some without atoms."""
        return "".join(f"#defined {name}/{arity}.\n" for name, arity in sorted(self._seen))

    def visit_SymbolicAtom(self, node: AST) -> AST:  # noqa: N802 - the name is clingo's
        """Rename one atom."""
        return node.update(symbol=self._renamed(node.symbol))

    def _renamed(self, symbol: AST) -> AST:
        if symbol.ast_type is ASTType.Pool:
            return symbol.update(arguments=[self._renamed(one) for one in symbol.arguments])
        if symbol.name in DOSSIER_PREDICATES:
            return symbol
        name = self._prefix + symbol.name
        self._seen.add((name, len(symbol.arguments)))
        return symbol.update(name=name)


def _is_dropped(symbol: Symbol, dropped: frozenset[str]) -> bool:
    return (
        bool(symbol.arguments)
        and symbol.arguments[0].type is SymbolType.String
        and symbol.arguments[0].string in dropped
    )


def _dossier(symbols: Iterable[Symbol]) -> FoundDossier:
    kinds: dict[int, str] = {}
    words: dict[int, dict[str, tuple[str, ...]]] = {}
    numbers: dict[int, dict[str, int]] = {}
    for name, arguments in _told(symbols):
        record = arguments[1].number
        if name == "item":
            kinds[record] = arguments[2].name
        elif name == "value":
            known = words.setdefault(record, {})
            attribute = arguments[2].name
            known[attribute] = tuple(sorted((*known.get(attribute, ()), str(arguments[3]))))
        else:
            numbers.setdefault(record, {})[arguments[2].name] = arguments[3].number
    return FoundDossier(dict(sorted(kinds.items())), words, numbers)


def _told(symbols: Iterable[Symbol]) -> Iterator[tuple[str, list[Symbol]]]:
    for symbol in symbols:
        if symbol.type is SymbolType.Function and symbol.name in ("item", "value", "range"):
            yield symbol.name, symbol.arguments
