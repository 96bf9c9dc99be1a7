"""Which records can there be, by the rules: a search among all records of one kind.

What a record can tell is finite here: the words of the models, and numbers on both sides of each limit.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from clingo.control import Control

from reasoner.errors import SolverInterrupted, Text
from reasoner.facts import DOSSIER_PREDICATES, Fact
from reasoner.program import Program, grounded, program, symbol_of

RECORD, TWIN = 0, 1
_JUDGED = frozenset({"good", "bad"})


@dataclass(frozen=True)
class Wanted:
    """What is asked of a record (or its twin): that it passes every test of *clause*, or surely fails one."""

    clause: str
    passes: bool = True
    twin: bool = False


@dataclass(frozen=True)
class Found:
    """A record: what it tells in words and in numbers; *raised* is the attribute in which the twin is better."""

    words: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, int]
    raised: str | None = None


class RecordSearch:
    """The records of one kind under one choice of rules; many questions are asked of one grounding."""

    def __init__(self, files: Sequence[Path], question: Path, facts: Iterable[Fact]) -> None:
        """Ground the rules in *files* with the search in *question* and *facts*: a domain, and what holds anyway.

        Raises:
            RulesError: as `reasoner.solve.solve`.
        """
        setting, told = [], []
        for fact in facts:
            (setting if fact[0] not in DOSSIER_PREDICATES | _DOMAIN else told).append(fact)
        rules: Program = program(files, setting, DOSSIER_PREDICATES).without(frozenset(), _JUDGED)
        self._control: Control = grounded(
            rules.statements,
            (*rules.facts, *map(symbol_of, told)),
            question.read_text(encoding="utf-8"),
            with_choices=True,
        )
        self._literals = {
            (name, int(symbol.arguments[0].number), symbol.arguments[2].string): atom.literal
            for name in sorted(_JUDGED)
            for atom in self._control.symbolic_atoms.by_signature(name, 3)
            for symbol in (atom.symbol,)
        }
        self._raised = {
            atom.symbol.arguments[0].name: atom.literal
            for atom in self._control.symbolic_atoms.by_signature("raised", 1)
        }

    def find(self, *wanted: Wanted, raised: str | None = None) -> Found | None:
        """Return a record that is all that is *wanted*, telling as little as it can; None if there is none.

        Raises:
            SolverInterrupted: the search was stopped from outside.
        """
        assumptions = []
        for one in wanted:
            name = "good" if one.passes else "bad"
            literal = self._literals.get((name, TWIN if one.twin else RECORD, one.clause))
            if literal is None:
                return None
            assumptions.append(literal)
        if raised is not None:
            if raised not in self._raised:
                return None
            assumptions.append(self._raised[raised])
        found: Found | None = None
        with self._control.solve(assumptions=assumptions, yield_=True) as handle:
            for model in handle:
                found = _record(model.symbols(atoms=True))
            if handle.get().interrupted:
                raise SolverInterrupted(
                    Text("求解被中断，没有结论", "the solver was interrupted; there is no answer")
                )
        return found


_DOMAIN = frozenset(
    {"may_be_told", "may_be_measured", "tells_several", "next_step", "next_number"}
)


def _record(symbols: Iterable[object]) -> Found:
    words: dict[str, list[str]] = {}
    numbers: dict[str, int] = {}
    raised = None
    for symbol in symbols:
        name, arguments = symbol.name, symbol.arguments  # type: ignore[attr-defined]
        if name == "value" and arguments[0].number == RECORD:
            words.setdefault(arguments[2].name, []).append(arguments[3].name)
        elif name == "range" and arguments[0].number == RECORD:
            numbers[arguments[2].name] = arguments[3].number
        elif name == "raised":
            raised = arguments[0].name
    return Found({at: tuple(sorted(found)) for at, found in sorted(words.items())}, numbers, raised)
