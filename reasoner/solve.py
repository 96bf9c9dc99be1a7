"""Run clingo. The only module that knows how.

The rules make no choices, so there is exactly one stable model; anything else is a fault of the rules.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from clingo.control import Control
from clingo.core import MessageCode
from clingo.symbol import Function, Number, String, Symbol, SymbolType

from reasoner.errors import RulesError, SolverInterrupted, Text
from reasoner.facts import Fact, Quoted

Value = str | int
Atom = tuple[Value, ...]
Atoms = dict[tuple[str, int], list[Atom]]

_STRING_OR_COMMENT = re.compile(r'"(?:[^"\\\n]|\\.)*"|%\*.*?\*%|%[^\n]*', re.DOTALL)


@dataclass(frozen=True)
class Solution:
    """The shown atoms of the one stable model, and the facts of the rule book if they were asked for."""

    shown: Atoms
    rules: Atoms


def solve(
    files: Sequence[Path],
    facts: Iterable[Fact],
    rule_signatures: frozenset[tuple[str, int]] = frozenset(),
) -> Solution:
    """Ground *files* with *facts* and return the one stable model.

    Raises:
        RulesError: a rule file cannot be read, clingo had anything to say, or there is not exactly one model.
        SolverInterrupted: the search was stopped from outside.
    """
    complaints: list[str] = []

    def complain(_code: MessageCode, message: str) -> None:
        complaints.append(message)

    for file in files:
        refuse_foreign_signs(file)
    control = Control(["--models=2", "--warn=all"], logger=complain)
    try:
        # Facts first: clingo calls the tests on them undefined otherwise.
        with control.backend() as backend:
            for name, arguments in facts:
                symbol = Function(name, [_symbol(argument) for argument in arguments])
                backend.add_rule([backend.add_atom(symbol)])
        for file in files:
            control.load(str(file))
        control.ground()
    except RuntimeError as error:
        raise _faulty("\n".join(complaints) or str(error)) from error
    if complaints:
        raise _faulty("\n".join(complaints))
    return Solution(_one_model(control), _rule_atoms(control, rule_signatures))


def _symbol(argument: str | int) -> Symbol:
    if isinstance(argument, int):
        return Number(argument)
    return String(argument) if isinstance(argument, Quoted) else _constant(argument)


@lru_cache(maxsize=10_000)
def _constant(name: str) -> Symbol:
    return Function(name, [])


def _one_model(control: Control) -> Atoms:
    with control.solve(yield_=True) as handle:
        models = [_by_signature(model.symbols(shown=True)) for model in handle]
        result = handle.get()
    if result.interrupted:
        raise SolverInterrupted(
            Text("求解被中断，没有结论", "the solver was interrupted; there is no answer")
        )
    if len(models) != 1:
        raise _faulty(f"expected one stable model, got {len(models)}")
    return models[0]


def _rule_atoms(control: Control, signatures: frozenset[tuple[str, int]]) -> Atoms:
    return {
        signature: [
            _plain_arguments(atom.symbol)
            for atom in control.symbolic_atoms.by_signature(*signature)
        ]
        for signature in sorted(signatures)
    }


def _by_signature(symbols: Iterable[Symbol]) -> Atoms:
    atoms: Atoms = {}
    for symbol in symbols:
        arguments = _plain_arguments(symbol)
        atoms.setdefault((symbol.name, len(arguments)), []).append(arguments)
    return atoms


def _plain_arguments(symbol: Symbol) -> Atom:
    return tuple([_plain(argument) for argument in symbol.arguments])


@lru_cache(maxsize=100_000)
def _plain(symbol: Symbol) -> Value:
    if symbol.type is SymbolType.Number:
        return symbol.number
    if symbol.type is SymbolType.String:
        return symbol.string
    return symbol.name


@lru_cache(maxsize=10_000)
def refuse_foreign_signs(file: Path) -> None:
    """Refuse signs outside ASCII that stand in code: clingo cannot report them without ending the process.

    Raises:
        RulesError: *file* cannot be read, or has such a sign; the message names line and column.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _faulty(f"{file.name}: {error}") from error
    code = _STRING_OR_COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    foreign = re.search(r"[^\x00-\x7f]", code)
    if foreign is not None:
        line = code.count("\n", 0, foreign.start()) + 1
        column = foreign.start() - code.rfind("\n", 0, foreign.start())
        raise _faulty(f"{file.name}:{line}:{column}: {foreign[0]!r} outside a string or comment")


def _faulty(detail: str) -> RulesError:
    return RulesError(
        Text(
            f"规则文件有误，没有结论：{detail}",
            f"the rules are wrong; there is no answer: {detail}",
        )
    )
