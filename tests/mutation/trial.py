"""Many mutants in one grounding, of which one at a time is switched on."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from clingo.ast import AST, ProgramBuilder, parse_string
from clingo.control import Control
from clingo.symbol import Function, Number, String, Symbol

from reasoner.facts import Fact, Quoted
from tests.mutation.judges import Case, Judge
from tests.mutation.mutants import Mutant


class TablesDisagreeError(Exception):
    """Cases fail on the rules as they are, so that mutants cannot be told from them."""


def killed(judge: Judge, mutants: Sequence[Mutant], cases: Sequence[Case]) -> set[str]:
    """Return the ids of those *mutants* that *cases*, all of one setting, tell from the rules as they are.

    Raises:
        TablesDisagreeError: a case fails on the rules as they are.
    """
    try:
        bench = _Bench(judge, mutants, cases)
    except RuntimeError:
        # Rules that clingo refuses answer nothing.
        if len(mutants) == 1:
            return {mutants[0].id}
        half = len(mutants) // 2
        return killed(judge, mutants[:half], cases) | killed(judge, mutants[half:], cases)
    return {mutant.id for number, mutant in enumerate(mutants) if bench.is_killed(number)}


class _Bench:
    """One grounding; ``_mutant(N)`` switches mutant N on, and the statement that it changes off."""

    def __init__(self, judge: Judge, mutants: Sequence[Mutant], cases: Sequence[Case]) -> None:
        self._control = Control(["--models=2"], logger=lambda _code, _message: None)
        with self._control.backend() as backend:
            for fact in _facts(cases):
                backend.add_rule([backend.add_atom(_symbol(fact))])
        with ProgramBuilder(self._control) as builder:
            for statement in _switched(judge, mutants):
                builder.add(statement)
        self._control.ground()
        # Several atoms may say the same, for several records.
        said: dict[tuple[int, str], list[int]] = {
            (number, result): [] for number, case in enumerate(cases) for result in case.expected
        }
        for name, arity in judge.outputs:
            for atom in self._control.symbolic_atoms.by_signature(name, arity):
                number, about, result = judge.outcome(atom.symbol)
                if about == cases[number].about:
                    said.setdefault((number, result), []).append(atom.literal)
        self._said = [
            (literals, result in cases[number].expected)
            for (number, result), literals in said.items()
        ]
        if self._differs():
            raise TablesDisagreeError(judge.name)

    def is_killed(self, number: int) -> bool:
        switch = Function("_mutant", [Number(number)])
        self._control.assign_external(switch, truth=True)
        differs = self._differs()
        self._control.assign_external(switch, truth=False)
        return differs

    def _differs(self) -> bool:
        models = 0
        with self._control.solve(yield_=True) as handle:
            for model in handle:
                models += 1
                if any(any(map(model.is_true, said)) != expected for said, expected in self._said):
                    return True
        return models != 1


def _facts(cases: Sequence[Case]) -> Iterator[Fact]:
    yield from cases[0].setting
    for number, case in enumerate(cases):
        yield from case.facts(number)


def _switched(judge: Judge, mutants: Sequence[Mutant]) -> Iterator[AST]:
    changed = {mutant.number for mutant in mutants}
    for number, (_, statement) in enumerate(judge.program):
        yield _only_if(statement, f"not _changed({number})") if number in changed else statement
    for number, mutant in enumerate(mutants):
        if mutant.changed is not None:
            yield _only_if(mutant.changed, f"_mutant({number})")
        yield from _parsed(
            f"_changed({mutant.number}) :- _mutant({number}). #external _mutant({number})."
        )


def _only_if(statement: AST, condition: str) -> AST:
    (literal,) = _parsed(f"x :- {condition}.")[0].body
    return statement.update(body=[*statement.body, literal])


def _parsed(text: str) -> list[AST]:
    found: list[AST] = []
    parse_string(text, found.append)
    return found[1:]  # the first is the name of the program


def _symbol(fact: Fact) -> Symbol:
    name, arguments = fact
    return Function(name, [_term(argument) for argument in arguments])


@lru_cache(maxsize=None, typed=True)  # a string of the rules is equal to a constant
def _term(argument: str | int) -> Symbol:
    if isinstance(argument, int):
        return Number(argument)
    return String(argument) if isinstance(argument, Quoted) else Function(argument, [])
