"""Which records can there be, by the rules: a search among all records of one kind.

What a record can tell is finite here: the words of the models, and numbers on both sides of each limit.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from clingo.control import Control
from clingo.symbol import Symbol, SymbolType

from reasoner.errors import SolverInterrupted, Text
from reasoner.facts import DOSSIER_PREDICATES, Fact
from reasoner.program import Program, grounded, program, symbol_of

RECORD, TWIN = 0, 1
_JUDGED = frozenset({"good", "bad"})

# The predicate, the attribute or clause it is about, and the word or number.
_Told = tuple[str, str, str | int]


@dataclass(frozen=True)
class Wanted:
    """What is asked of a record (or its twin): that it passes every test of *clause*, or surely fails one.

    *fails_only* are the attributes of which a test may fail; all others must pass.
    """

    clause: str
    passes: bool = True
    twin: bool = False
    fails_only: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Found:
    """A record: what it tells in words and in numbers; *raised* is the attribute in which the twin is better.

    *passes* and *fails* are the clauses that it meets, and those of which it surely fails a test.
    """

    words: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, int]
    raised: str | None = None
    passes: frozenset[str] = frozenset()
    fails: frozenset[str] = frozenset()


class RecordSearch:
    """The records of one kind under one choice of rules; many questions are asked of one grounding."""

    def __init__(self, files: Sequence[Path], question: Path, facts: Iterable[Fact]) -> None:
        """Ground the rules in *files* with the search in *question* and *facts*: a domain, and what holds anyway.

        Raises:
            RulesError: as `reasoner.solve.solve`.
        """
        setting: list[Fact] = []
        told: list[Fact] = []
        for fact in facts:
            (setting if fact[0] not in DOSSIER_PREDICATES | _DOMAIN else told).append(fact)
        rules = _judging(tuple(files), tuple(setting))
        self._control: Control = grounded(
            rules.statements,
            map(symbol_of, told),
            question.read_text(encoding="utf-8"),
            facts=rules.facts,
            with_choices=True,
        )
        self.seen: list[Found] = []
        self._of_record = list(_of_record(self._control))
        self._literals = {
            (name, int(symbol.arguments[0].number), symbol.arguments[2].string): atom.literal
            for name in sorted(_JUDGED)
            for atom in self._control.symbolic_atoms.by_signature(name, 3)
            for symbol in (atom.symbol,)
        }
        self._tests = [
            (symbol.arguments[2].string, symbol.arguments[3].name, atom.literal)
            for name in ("differs", "unsettled", "outside", "unplaced")
            for atom in self._control.symbolic_atoms.by_signature(name, 5)
            for symbol in (atom.symbol,)
            if symbol.arguments[0].number == RECORD
        ]
        self._raised = {
            atom.symbol.arguments[0].name: atom.literal
            for atom in self._control.symbolic_atoms.by_signature("raised", 1)
        }

    @property
    def can_be_raised(self) -> tuple[str, ...]:
        """Return the attributes in which the twin can be better."""
        return tuple(sorted(self._raised))

    def find(
        self, *wanted: Wanted, raised: str | None = None, smallest: bool = True
    ) -> Found | None:
        """Return a record that is all that is *wanted*, None if there is none.

        It tells as little as it can, unless any record will do because *smallest* is false.

        Raises:
            SolverInterrupted: the search was stopped from outside.
        """
        assumptions = self._assumptions(wanted, raised)
        if assumptions is None:
            return None
        told: list[_Told] | None = None
        with self._control.solve(assumptions=assumptions, yield_=True) as handle:
            for model in handle:
                told = [said for literal, said in self._of_record if model.is_true(literal)]
                if not smallest:
                    break
            if told is None and handle.get().interrupted:
                raise SolverInterrupted(
                    Text("求解被中断，没有结论", "the solver was interrupted; there is no answer")
                )
        if told is None:
            return None
        found = _record(told)
        self.seen.append(found)
        return found

    def _assumptions(self, wanted: Sequence[Wanted], raised: str | None) -> list[int] | None:
        """Return the literals that make *wanted* true, None if one of them cannot be."""
        found = []
        for one in wanted:
            name = "good" if one.passes else "bad"
            literal = self._literals.get((name, TWIN if one.twin else RECORD, one.clause))
            if literal is None:
                return None
            found.append(literal)
            if one.fails_only:
                found += [
                    -test
                    for clause, attribute, test in self._tests
                    if clause == one.clause and attribute not in one.fails_only
                ]
        if raised is not None:
            if raised not in self._raised:
                return None
            found.append(self._raised[raised])
        return found


@lru_cache(maxsize=32)
def _judging(files: tuple[Path, ...], setting: tuple[Fact, ...]) -> Program:
    """Return what is left of the rules in *files* for judging records by themselves."""
    asked = _JUDGED | {"contradiction"}
    return program(files, setting, DOSSIER_PREDICATES).without(frozenset(), asked)


_DOMAIN = frozenset(
    {"may_be_told", "may_be_measured", "tells_several", "next_step", "next_number", "known_as"}
)


def _of_record(control: Control) -> Iterator[tuple[int, _Told]]:
    """Yield the literals that describe the record, each with what it says."""
    for name, arity, place in (("value", 4, 2), ("range", 5, 2), ("good", 3, 2), ("bad", 3, 2)):
        for atom in control.symbolic_atoms.by_signature(name, arity):
            arguments = atom.symbol.arguments
            if arguments[0].number == RECORD and arguments[1].number == 0:
                about = arguments[place]
                if name in _JUDGED:
                    yield atom.literal, (name, about.string, "")
                else:
                    yield atom.literal, (name, about.name, _plain(arguments[3]))
    for atom in control.symbolic_atoms.by_signature("raised", 1):
        yield atom.literal, ("raised", atom.symbol.arguments[0].name, "")


def _plain(symbol: Symbol) -> str | int:
    return symbol.number if symbol.type is SymbolType.Number else symbol.name


def _record(told: Iterable[_Told]) -> Found:
    words: dict[str, list[str]] = {}
    numbers: dict[str, int] = {}
    judged: dict[str, set[str]] = {name: set() for name in _JUDGED}
    raised = None
    for name, about, value in told:
        if name == "raised":
            raised = about
        elif name in judged:
            judged[name].add(about)
        elif isinstance(value, int):
            numbers[about] = value
        else:
            words.setdefault(about, []).append(value)
    return Found(
        {at: tuple(sorted(found)) for at, found in sorted(words.items())},
        dict(sorted(numbers.items())),
        raised,
        frozenset(judged["good"]),
        frozenset(judged["bad"]),
    )
