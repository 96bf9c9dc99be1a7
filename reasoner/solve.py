"""Run clingo. The only module that knows how.

The rules make no choices, so there is exactly one stable model; anything else is a fault of the rules.
"""

import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from clingo.ast import AST, ASTType, ProgramBuilder, parse_files, parse_string
from clingo.control import Control
from clingo.core import MessageCode
from clingo.symbol import Function, Number, String, Symbol, SymbolType

from reasoner.errors import RulesError, SolverInterrupted, Text
from reasoner.facts import Fact, Quoted

Value = str | int
Atom = tuple[Value, ...]
Signature = tuple[str, int]
Atoms = dict[Signature, list[Atom]]

# ASCII, strings and comments: what a rule file may hold. Possessive, so that it is quick to fail.
_FIT = re.compile(
    r'(?:[\x00-\x21\x23\x24\x26-\x7f]++|"(?:[^"\\\n]|\\.)*+"|%\*.*?\*%|%(?!\*)[^\n]*+)*+', re.DOTALL
)
_STRING_OR_COMMENT = re.compile(r'"(?:[^"\\\n]|\\.)*"|%\*.*?\*%|%[^\n]*', re.DOTALL)

# Parsed statements are shared, and nothing says that clingo may read them from two threads at once.
_adding = threading.Lock()


@dataclass(frozen=True)
class Solution:
    """The shown atoms of the one stable model, and the facts of the rule book if they were asked for."""

    shown: Atoms
    rules: Atoms


def solve(
    files: Sequence[Path],
    facts: Iterable[Fact],
    rule_signatures: frozenset[Signature] = frozenset(),
    without: frozenset[str] = frozenset(),
) -> Solution:
    """Ground *files* with *facts* and return the one stable model.

    Rules for the predicates *without* are left out; nothing that is shown may depend on them.

    Raises:
        RulesError: a rule file cannot be read, clingo had anything to say, or there is not exactly one model.
        SolverInterrupted: the search was stopped from outside.
    """
    control = grounded(files, facts, without)
    return Solution(
        by_signature(_one_model(control)),
        {
            signature: [
                _plain_arguments(atom.symbol)
                for atom in control.symbolic_atoms.by_signature(*signature)
            ]
            for signature in sorted(rule_signatures)
        },
    )


def solve_trials(  # noqa: PLR0913 - what to ground, what to try, what to tell
    files: Sequence[Path],
    facts: Iterable[Fact],
    *,
    usual: frozenset[Fact],
    trials: Sequence[frozenset[Fact]],
    signatures: frozenset[Signature],
    without: frozenset[str] = frozenset(),
) -> Iterator[tuple[Atoms, Atoms]]:
    """Ground once, and yield for each trial which atoms of *signatures* are true in it only, and usually only.

    *usual* and *trials* are choices of readings: facts of ``chosen/2`` that replace each other.

    Raises:
        RulesError: as `solve`.
        SolverInterrupted: as `solve`.
    """
    choices = {fact: symbol_of(fact) for fact in usual.union(*trials)}
    # Declared in the program: an external that the backend adds before grounding silently loses rule instances.
    tried: list[Fact] = [("trial", arguments) for _, arguments in choices]
    control = grounded(files, [*facts, *tried], without, "#external chosen(R, O) : trial(R, O).")
    open_atoms = [
        (atom.literal, atom.symbol)
        for signature in sorted(signatures)
        for atom in control.symbolic_atoms.by_signature(*signature)
        if not atom.is_fact
    ]

    def true_in(choice: frozenset[Fact]) -> set[Symbol]:
        for fact, symbol in choices.items():
            control.assign_external(symbol, fact in choice)
        return set(_one_model(control, open_atoms))

    usually = true_in(usual)
    for trial in trials:
        found = true_in(trial)
        yield by_signature(found - usually), by_signature(usually - found)


def grounded(
    files: Sequence[Path], facts: Iterable[Fact], without: frozenset[str], more_rules: str = ""
) -> Control:
    """Return the grounding of *files* with *facts*; whatever clingo has to say about it is an error.

    Raises:
        RulesError: as `solve`.
    """
    complaints: list[str] = []

    def complain(_code: MessageCode, message: str) -> None:
        complaints.append(message)

    control = Control(["--models=2", "--warn=all"], logger=complain)
    try:
        statements = _statements(tuple(files), without)
        # Facts first: clingo calls the tests on them undefined otherwise.
        with control.backend() as backend:
            for fact in facts:
                backend.add_rule([backend.add_atom(symbol_of(fact))])
        with _adding, ProgramBuilder(control) as builder:
            for statement in statements:
                builder.add(statement)
            parse_string(more_rules, builder.add)
        control.ground()
    except RuntimeError as error:
        raise _faulty("\n".join(complaints) or str(error)) from error
    if complaints:
        raise _faulty("\n".join(complaints))
    return control


@lru_cache(maxsize=32)
def _statements(files: tuple[Path, ...], without: frozenset[str]) -> tuple[AST, ...]:
    return tuple(statement for statement in _parsed(files) if _head(statement) not in without)


def _head(statement: AST) -> str | None:
    """Return the predicate that *statement* is a rule for, if it is one."""
    if statement.ast_type is not ASTType.Rule or statement.head.ast_type is not ASTType.Literal:
        return None
    if statement.head.atom.ast_type is not ASTType.SymbolicAtom:
        return None
    symbol = statement.head.atom.symbol
    name: str = (symbol.arguments[0] if symbol.ast_type is ASTType.Pool else symbol).name
    return name


@lru_cache(maxsize=16)
def _parsed(files: tuple[Path, ...]) -> tuple[AST, ...]:
    """Return the rules of *files*; to parse them is a third of the time of a small dossier."""
    complaints: list[str] = []

    def complain(_code: MessageCode, message: str) -> None:
        complaints.append(message)

    for file in files:
        refuse_foreign_signs(file)
    found: list[AST] = []
    try:
        parse_files([str(file) for file in files], found.append, logger=complain)
    except RuntimeError as error:
        raise _faulty("\n".join(complaints) or str(error)) from error
    return tuple(statement for statement in found if statement.ast_type is not ASTType.Comment)


def _one_model(control: Control, among: Sequence[tuple[int, Symbol]] | None = None) -> list[Symbol]:
    """Return the shown symbols of the one model, or those *among* literals that are true in it."""
    models: list[list[Symbol]] = []
    with control.solve(yield_=True) as handle:
        for model in handle:
            if among is None:
                models.append(list(model.symbols(shown=True)))
            else:
                models.append([symbol for literal, symbol in among if model.is_true(literal)])
        result = handle.get()
    if result.interrupted:
        raise SolverInterrupted(
            Text("求解被中断，没有结论", "the solver was interrupted; there is no answer")
        )
    if len(models) != 1:
        raise _faulty(f"expected one stable model, got {len(models)}")
    return models[0]


def symbol_of(fact: Fact) -> Symbol:
    """Return *fact* as clingo knows it."""
    name, arguments = fact
    return Function(name, [_symbol(argument) for argument in arguments])


@lru_cache(maxsize=50_000, typed=True)
def _symbol(argument: str | int) -> Symbol:
    if isinstance(argument, int):
        return Number(argument)
    return String(argument) if isinstance(argument, Quoted) else Function(argument, [])


def by_signature(symbols: Iterable[Symbol]) -> Atoms:
    """Return the arguments of *symbols*, in plain words and numbers, by predicate."""
    atoms: Atoms = {}
    for symbol in symbols:
        signature, arguments = _named(symbol)
        atoms.setdefault(signature, []).append(arguments)
    return atoms


@lru_cache(maxsize=100_000)
def _named(symbol: Symbol) -> tuple[Signature, Atom]:
    arguments = _plain_arguments(symbol)
    return (symbol.name, len(arguments)), arguments


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
    if _FIT.fullmatch(text):
        return
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
