"""Which cases are likely to kill a mutant: those of the clauses that its statement is about, or that use its names."""

from collections.abc import Iterator, Sequence
from typing import Final

from clingo.ast import AST
from clingo.symbol import SymbolType

from tests.encodings import atoms, symbols
from tests.mutation.judges import Case, Judge
from tests.mutation.mutants import Mutant

_MOST_HOPS: Final = 5
# Words that a term, a definition or a table may give a name to; others stand everywhere.
_NAMED: Final = frozenset(
    {"where", "term", "general_test", "derived", "derived_range", "may_be", "table", "order"}
)


class Nearness:
    """Finds the cases near to mutants, over the names that statements share."""

    def __init__(self, judge: Judge) -> None:
        self._cases: dict[str, list[Case]] = {}
        for case in judge.cases:
            for name in case.near or (case.about,):
                self._cases.setdefault(name, []).append(case)
        self._names = [frozenset(_names(statement)) for _, statement in judge.program]
        self._with: dict[str, set[int]] = {}
        for number, names in enumerate(self._names):
            for name in names:
                self._with.setdefault(name, set()).add(number)

    def cases(self, mutants: Sequence[Mutant]) -> list[Case]:
        """Return the cases of the clauses that share a name with the statements, or else a name at one hop more."""
        about = {clause: None for mutant in mutants for clause in self._clauses(mutant.number)}
        found = {case.id: case for clause in about for case in self._cases[clause]}
        return list(found.values())

    def below(self, mutants: Sequence[Mutant]) -> list[Case]:
        """Return the cases of the clauses that lie below those near to *mutants*."""
        near = {f"{clause}." for mutant in mutants for clause in self._clauses(mutant.number)}
        return [
            case
            for about, cases in self._cases.items()
            if about.startswith(tuple(near))
            for case in cases
        ]

    def _clauses(self, number: int) -> Iterator[str]:
        names, seen = set(self._names[number]), {number}
        for _ in range(_MOST_HOPS):
            found = names & self._cases.keys()
            if found:
                yield from sorted(found)
                return
            reached = {other for name in names for other in self._with[name]} - seen
            seen |= reached
            names = {name for other in reached for name in self._names[other]}


def _names(statement: AST) -> Iterator[str]:
    for atom in atoms(statement):
        if atom.name.startswith("_"):
            yield atom.name
        for symbol in symbols(atom):
            if symbol.type is SymbolType.String:
                yield symbol.string
            elif symbol.type is SymbolType.Function and atom.name in _NAMED:
                yield symbol.name
