"""Rule files as a program: parsed, and worked out as far as no dossier is needed.

Most rules speak of the law and not of a candidate: clauses, terms, tables. What follows from them is the same for every
dossier of a setting, so it is worked out once, and the solver is given it as facts.
"""

import re
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from clingo.ast import AST, ASTType, ProgramBuilder, parse_files, parse_string
from clingo.control import Control
from clingo.core import MessageCode
from clingo.symbol import Function, Number, String, Symbol

from reasoner.errors import RulesError, Text
from reasoner.facts import Fact, Quoted

Signature = tuple[str, int]

# ASCII, strings and comments: what a rule file may hold. Possessive, so that it is quick to fail.
_FIT = re.compile(
    r'(?:[\x00-\x21\x23\x24\x26-\x7f]++|"(?:[^"\\\n]|\\.)*+"|%\*.*?\*%|%(?!\*)[^\n]*+)*+', re.DOTALL
)
STRING_OR_COMMENT = re.compile(r'"(?:[^"\\\n]|\\.)*"|%\*.*?\*%|%[^\n]*', re.DOTALL)

_DECLARATIONS = frozenset({ASTType.Defined, ASTType.Definition})
_SHOWS = frozenset({ASTType.ShowSignature, ASTType.ShowTerm})

# Parsed statements are shared, and nothing says that clingo may read them from two threads at once.
_adding = threading.Lock()


@dataclass(frozen=True)
class _Rule:
    """A statement, the predicate that it is a rule for if it is one, and the names that it mentions elsewhere."""

    statement: AST
    head: str | None
    reads: frozenset[str]


@dataclass(frozen=True)
class Program:
    """Rule files once all that needs no dossier has been worked out.

    *settled* holds all atoms that need none; *left* the rules that do, and *done* the others. *shows_all* where no file
    says what is shown, so that clingo shows everything.
    """

    left: tuple[_Rule, ...]
    done: tuple[_Rule, ...]
    declarations: tuple[AST, ...]
    settled: Mapping[Signature, tuple[Symbol, ...]]
    shows_all: bool

    @cached_property
    def statements(self) -> tuple[AST, ...]:
        """Return what is left to ground."""
        return (
            *(rule.statement for rule in self.left),
            *self.declarations,
            *_empty(self.done, self.settled),
        )

    @cached_property
    def facts(self) -> tuple[Symbol, ...]:
        """Return the settled atoms that are read by what is left, or shown."""
        used = _read_by(self.left)
        return tuple(
            symbol
            for (name, _), symbols in self.settled.items()
            if self.shows_all or name in used
            for symbol in symbols
        )

    def without(self, awaited: frozenset[str], asked: frozenset[str]) -> "Program":
        """Return the program as if it had been told nothing of *awaited*, as far as it decides *asked*.

        What depends on neither a dossier nor *awaited* stays settled.
        """
        waiting = _waiting((*self.left, *self.done), awaited)
        left = (*self.left, *(rule for rule in self.done if rule.head in waiting))
        return Program(
            left=tuple(_needed(left, asked)),
            done=tuple(rule for rule in self.done if rule.head not in waiting),
            declarations=self.declarations,
            settled={
                signature: symbols
                for signature, symbols in self.settled.items()
                if signature[0] not in waiting
            },
            shows_all=False,
        )


def program(files: Iterable[Path], facts: Iterable[Fact], awaited: frozenset[str]) -> Program:
    """Return the program of *files* with *facts*, worked out once for the same arguments.

    Args:
        files: rule files.
        facts: facts that are the same for every dossier.
        awaited: predicates whose atoms come later.

    Raises:
        RulesError: a rule file cannot be read, clingo had anything to say, or the rules leave something undecided.
    """
    return _program(tuple(_version(file) for file in files), tuple(facts), awaited)


# A file may be written anew while we run, so its time and its size are part of what is remembered.
_Version = tuple[Path, int, int]


def _version(file: Path) -> _Version:
    try:
        found = file.stat()
    except OSError as error:
        raise faulty(f"{file.name}: {error}") from error
    return file, found.st_mtime_ns, found.st_size


@lru_cache(maxsize=64)
def _program(
    files: tuple[_Version, ...], facts: tuple[Fact, ...], awaited: frozenset[str]
) -> Program:
    rules, declarations = _sorted_statements(files)
    waiting = _waiting(rules, awaited)
    done = tuple(rule for rule in rules if rule.head is not None and rule.head not in waiting)
    control = grounded((*(rule.statement for rule in done), *declarations), map(symbol_of, facts))
    settled: dict[Signature, list[Symbol]] = {}
    for atom in control.symbolic_atoms:
        if not atom.is_fact:
            raise faulty(f"the rules do not decide {atom.symbol}")
        settled.setdefault((atom.symbol.name, len(atom.symbol.arguments)), []).append(atom.symbol)
    return Program(
        left=tuple(rule for rule in rules if rule.head is None or rule.head in waiting),
        done=done,
        declarations=declarations,
        settled={signature: tuple(found) for signature, found in settled.items()},
        shows_all=not any(_shows(rule) for rule in rules),
    )


# To print a statement and look at the text takes a fifth of the time that a walk over its parts does.
# A name with arguments, or one that stands alone: not a constant, which may be called as a predicate is.
_NAME = re.compile(
    r'"(?:[^"\\]|\\.)*"|\b([a-z_][A-Za-z0-9_]*)[(/]'
    r"|(?:^|[;:{]|not)\s*([a-z_][A-Za-z0-9_]*)(?=\s*(?:[;:.}]|$))"
)


@lru_cache(maxsize=16)
def _sorted_statements(files: tuple[_Version, ...]) -> tuple[tuple[_Rule, ...], tuple[AST, ...]]:
    """Return the rules of *files*, with what they show, and their declarations."""
    rules: list[_Rule] = []
    declarations: list[AST] = []
    for statement in _parsed([file for file, _, _ in files]):
        kind = statement.ast_type
        if kind in _DECLARATIONS:
            declarations.append(statement)
        elif kind in _SHOWS:
            rules.append(_Rule(statement, None, _names(str(statement))))
        elif kind is not ASTType.Comment and kind is not ASTType.Program:
            rules.append(_rule(statement))
    return tuple(rules), tuple(declarations)


def _rule(statement: AST) -> _Rule:
    head, _, body = str(statement).partition(" :- ")
    name = _NAME.match(head)
    if name is None or (";" in head and statement.head.ast_type is not ASTType.Literal):
        return _Rule(statement, None, _names(head) | _names(body))
    return _Rule(statement, name[1] or name[2], _names(body))


def _names(text: str) -> frozenset[str]:
    """Return the predicates in *text*, and functions with them if there are any, which does no harm."""
    return frozenset(one or other for one, other in _NAME.findall(text) if one or other)


def _read_by(rules: Iterable[_Rule]) -> frozenset[str]:
    return frozenset[str]().union(*(rule.reads for rule in rules))


def _waiting(rules: Sequence[_Rule], awaited: frozenset[str]) -> frozenset[str]:
    """Return *awaited* with all that depends on it, and on choices."""
    waiting = awaited | _read_by(rule for rule in rules if rule.head is None and not _shows(rule))
    while grown := {
        rule.head
        for rule in rules
        if rule.head is not None and rule.head not in waiting and not waiting.isdisjoint(rule.reads)
    }:
        waiting |= grown
    return waiting


def _needed(rules: Sequence[_Rule], asked: frozenset[str]) -> list[_Rule]:
    """Return those of *rules* on which the predicates *asked* depend, and choices; nothing that only shows."""
    deciding = [rule for rule in rules if not _shows(rule)]
    needed = asked
    while True:
        found = [rule for rule in deciding if rule.head is None or rule.head in needed]
        grown = needed | _read_by(found)
        if grown == needed:
            return found
        needed = grown


def _shows(rule: _Rule) -> bool:
    return rule.statement.ast_type in _SHOWS


def _empty(rules: Iterable[_Rule], settled: Mapping[Signature, object]) -> list[AST]:
    """Return declarations for what *rules* gave no atoms, of which clingo would say that no rule has it."""
    signatures = set()
    with_atoms = {name for name, _ in settled}
    for rule in rules:
        if rule.head not in with_atoms:
            symbol = rule.statement.head.atom.symbol
            for one in symbol.arguments if symbol.ast_type is ASTType.Pool else [symbol]:
                signatures.add((one.name, len(one.arguments)))
    declared: list[AST] = []
    parse_string(
        "".join(f"#defined {name}/{arity}." for name, arity in sorted(signatures)), declared.append
    )
    return declared


def grounded(
    statements: Iterable[AST],
    facts: Iterable[Symbol],
    more_rules: str = "",
    *,
    with_choices: bool = False,
) -> Control:
    """Return a solver that has *statements* and *facts* grounded.

    *with_choices* lets operations be undefined: where something is left open, clingo also grounds what can never hold,
    such as the least of nothing, and leaves it out.

    Raises:
        RulesError: clingo had anything to say.
    """
    complaints: list[str] = []

    def complain(code: MessageCode, message: str) -> None:
        if not (with_choices and code is MessageCode.OperationUndefined):
            complaints.append(message)

    control = Control(
        ["--models=0" if with_choices else "--models=2", "--warn=all"], logger=complain
    )
    try:
        # Facts first: clingo calls the tests on them undefined otherwise.
        with control.backend() as backend:
            for symbol in facts:
                backend.add_rule([backend.add_atom(symbol)])
        with _adding, ProgramBuilder(control) as builder:
            for statement in statements:
                builder.add(statement)
            parse_string(more_rules, builder.add)
        control.ground()
    except RuntimeError as error:
        raise faulty("\n".join(complaints) or str(error)) from error
    if complaints:
        raise faulty("\n".join(complaints))
    return control


def _parsed(files: Iterable[Path]) -> list[AST]:
    complaints: list[str] = []

    def complain(_code: MessageCode, message: str) -> None:
        complaints.append(message)

    found: list[AST] = []
    paths = list(files)
    for file in paths:
        refuse_foreign_signs(file)
    try:
        parse_files([str(file) for file in paths], found.append, logger=complain)
    except RuntimeError as error:
        raise faulty("\n".join(complaints) or str(error)) from error
    return found


def symbol_of(fact: Fact) -> Symbol:
    """Return *fact* as clingo knows it."""
    name, arguments = fact
    return Function(name, [_symbol(argument) for argument in arguments])


@lru_cache(maxsize=50_000, typed=True)
def _symbol(argument: str | int) -> Symbol:
    if isinstance(argument, int):
        return Number(argument)
    return String(argument) if isinstance(argument, Quoted) else Function(argument, [])


def refuse_foreign_signs(file: Path) -> None:
    """Refuse signs outside ASCII that stand in code: clingo cannot report them without ending the process.

    Raises:
        RulesError: *file* cannot be read, or has such a sign; the message names line and column.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise faulty(f"{file.name}: {error}") from error
    if _FIT.fullmatch(text):
        return
    code = STRING_OR_COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    foreign = re.search(r"[^\x00-\x7f]", code)
    if foreign is not None:
        line = code.count("\n", 0, foreign.start()) + 1
        column = foreign.start() - code.rfind("\n", 0, foreign.start())
        raise faulty(f"{file.name}:{line}:{column}: {foreign[0]!r} outside a string or comment")


def faulty(detail: str) -> RulesError:
    """Return the error that the rules are wrong, with *detail*."""
    return RulesError(
        Text(
            f"规则文件有误，没有结论：{detail}",
            f"the rules are wrong; there is no answer: {detail}",
        )
    )
