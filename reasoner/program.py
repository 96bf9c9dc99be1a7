"""Rules as a program, worked out as far as no dossier is needed.

Most rules speak of the law and not of a candidate: clauses, terms, tables. What follows from them is the same for every
dossier of a setting, so it is worked out once, and the solver is given it as facts.
"""

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from itertools import chain
from pathlib import Path

from clingo.ast import AST, ASTType, ProgramBuilder, parse_string
from clingo.control import Control
from clingo.core import MessageCode
from clingo.symbol import Function, Number, String, Symbol

from reasoner.facts import Fact, Quoted
from reasoner.rule_files import Rule, Version, faulty, sorted_statements, version_of

Signature = tuple[str, int]

# Parsed statements are shared, and nothing says that clingo may read them from two threads at once.
_adding = threading.Lock()


@dataclass(frozen=True)
class Program:
    """Rule files once all that needs no dossier has been worked out.

    *settled* holds all atoms that need none; *left* the rules that do, and *done* the others. *awaited* are the
    predicates whose atoms come later. *shows_all* where no file says what is shown, so that clingo shows everything.
    """

    awaited: frozenset[str]
    left: tuple[Rule, ...]
    done: tuple[Rule, ...]
    declarations: tuple[AST, ...]
    settled: Mapping[Signature, tuple[Symbol, ...]]
    shows_all: bool

    @cached_property
    def statements(self) -> tuple[AST, ...]:
        """Return what is left to ground, without rules that ask for what there can be nothing of."""
        live = _live(self.left, self.awaited.union(name for name, _ in self.settled))
        dead = set(self.left) - set(live)
        return (
            *(rule.statement for rule in live),
            *self.declarations,
            *_empty((*self.done, *dead), self.settled),
        )

    @cached_property
    def facts(self) -> "Facts":
        """Return the settled atoms that are read by what is left, or shown."""
        used = _read_by(self.left)
        return Facts(
            {
                signature: symbols
                for signature, symbols in self.settled.items()
                if self.shows_all or signature[0] in used
            }
        )

    def without(self, awaited: frozenset[str], asked: frozenset[str]) -> "Program":
        """Return the program as if it had been told nothing of *awaited*, as far as it decides *asked*.

        What depends on neither a dossier nor *awaited* stays settled. Worked out once for the same arguments.
        """
        key = awaited, asked
        if key not in self._without:
            self._without[key] = self._worked_out_without(awaited, asked)
        return self._without[key]

    @cached_property
    def _without(self) -> "dict[tuple[frozenset[str], frozenset[str]], Program]":
        return {}

    def _worked_out_without(self, awaited: frozenset[str], asked: frozenset[str]) -> "Program":
        waiting = _waiting((*self.left, *self.done), awaited)
        left = (*self.left, *(rule for rule in self.done if rule.head in waiting))
        return Program(
            awaited=self.awaited | awaited,
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


class Facts:
    """Facts that the solver asks for, a predicate at a time: to hand them over one by one takes three times as long."""

    def __init__(self, by_predicate: Mapping[Signature, Sequence[Symbol]]) -> None:
        """Take the facts; the rules in `statements` call a method for those of each predicate."""
        self.statements: list[AST] = []
        self._by_predicate = by_predicate
        rules = []
        for (name, arity), symbols in by_predicate.items():
            method = f"{name}_{arity}"
            arguments = ", ".join(f"X{number}" for number in range(arity))
            atom = f"{name}({arguments})" if arity else name
            rules.append(f"{atom} :- {atom} = @{method}.")
            setattr(self, method, partial(list, symbols))
        parse_string("\n".join(rules), self.statements.append)

    def __iter__(self) -> Iterator[Symbol]:
        """Yield the facts."""
        return chain.from_iterable(self._by_predicate.values())


def program(files: Iterable[Path], facts: Iterable[Fact], awaited: frozenset[str]) -> Program:
    """Return the program of *files* with *facts*, worked out once for the same arguments.

    Args:
        files: rule files.
        facts: facts that are the same for every dossier.
        awaited: predicates whose atoms come later.

    Raises:
        RulesError: a rule file cannot be read, clingo had anything to say, or the rules leave something undecided.
    """
    return _program(tuple(version_of(file) for file in files), tuple(facts), awaited)


@lru_cache(maxsize=64)
def _program(
    files: tuple[Version, ...], facts: tuple[Fact, ...], awaited: frozenset[str]
) -> Program:
    sorted_files = [sorted_statements(file) for file in files]
    rules = tuple(rule for found, _ in sorted_files for rule in found)
    declarations = tuple(one for _, found in sorted_files for one in found)
    waiting = _waiting(rules, awaited)
    done = tuple(rule for rule in rules if rule.head is not None and rule.head not in waiting)
    control = grounded((*(rule.statement for rule in done), *declarations), map(symbol_of, facts))
    settled: dict[Signature, tuple[Symbol, ...]] = {}
    # By signature, since to ask each atom for its own takes as long as all the rest.
    for name, arity, _ in control.symbolic_atoms.signatures:
        found = list(control.symbolic_atoms.by_signature(name, arity))
        if open_atom := next((atom for atom in found if not atom.is_fact), None):
            raise faulty(f"the rules do not decide {open_atom.symbol}")
        if found:
            settled[name, arity] = tuple(atom.symbol for atom in found)
    return Program(
        awaited=awaited,
        left=tuple(rule for rule in rules if rule.head is None or rule.head in waiting),
        done=done,
        declarations=declarations,
        settled=settled,
        shows_all=not any(rule.shows for rule in rules),
    )


def _read_by(rules: Iterable[Rule]) -> frozenset[str]:
    return frozenset[str]().union(*(rule.reads for rule in rules))


def _waiting(rules: Sequence[Rule], awaited: frozenset[str]) -> frozenset[str]:
    """Return *awaited* with all that depends on it, and on choices."""
    waiting = awaited | _read_by(rule for rule in rules if rule.head is None and not rule.shows)
    while grown := {
        rule.head
        for rule in rules
        if rule.head is not None and rule.head not in waiting and not waiting.isdisjoint(rule.reads)
    }:
        waiting |= grown
    return waiting


def _needed(rules: Sequence[Rule], asked: frozenset[str]) -> list[Rule]:
    """Return those of *rules* on which the predicates *asked* depend, and choices; nothing that only shows."""
    deciding = [rule for rule in rules if not rule.shows]
    needed = asked
    while True:
        found = [rule for rule in deciding if rule.head is None or rule.head in needed]
        grown = needed | _read_by(found)
        if grown == needed:
            return found
        needed = grown


def _live(rules: Sequence[Rule], filled: frozenset[str]) -> list[Rule]:
    """Return those of *rules* that can hold, where only the predicates *filled* and those of rules have atoms."""
    live = list(rules)
    while True:
        known = filled.union(rule.head for rule in live if rule.head is not None)
        known |= _read_by(rule for rule in live if rule.head is None and not rule.shows)
        kept = [
            rule
            for rule in live
            if rule.head is None or rule.reads <= known or rule.asks_for <= known
        ]
        if len(kept) == len(live):
            return live
        live = kept


def _empty(rules: Iterable[Rule], settled: Mapping[Signature, object]) -> list[AST]:
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


def grounded(  # noqa: PLR0913 - all that makes a grounding
    statements: Iterable[AST],
    told: Iterable[Symbol],
    more_rules: str = "",
    options: Sequence[str] = ("--models=2",),
    *,
    facts: Facts | None = None,
    with_choices: bool = False,
) -> Control:
    """Return a solver that has *statements* grounded with the facts *told* and the settled *facts*.

    *with_choices* lets operations be undefined: where something is left open, clingo also grounds what can never hold,
    such as the least of nothing, and leaves it out.

    Raises:
        RulesError: clingo had anything to say.
    """
    complaints: list[str] = []

    def complain(code: MessageCode, message: str) -> None:
        if not (with_choices and code is MessageCode.OperationUndefined):
            complaints.append(message)

    chosen = ("--models=0",) if with_choices else options
    control = Control([*chosen, "--warn=all"], logger=complain)
    try:
        # Facts first: clingo calls the tests on them undefined otherwise.
        with control.backend() as backend:
            for symbol in told:
                backend.add_rule([backend.add_atom(symbol)])
        with _adding, ProgramBuilder(control) as builder:
            for statement in (*(facts.statements if facts else ()), *statements):
                builder.add(statement)
            parse_string(more_rules, builder.add)
        control.ground(context=facts)
    except RuntimeError as error:
        raise faulty("\n".join(complaints) or str(error)) from error
    if complaints:
        raise faulty("\n".join(complaints))
    return control


def symbol_of(fact: Fact) -> Symbol:
    """Return *fact* as clingo knows it."""
    name, arguments = fact
    return Function(name, [_symbol(argument) for argument in arguments])


@lru_cache(maxsize=50_000, typed=True)
def _symbol(argument: str | int) -> Symbol:
    if isinstance(argument, int):
        return Number(argument)
    return String(argument) if isinstance(argument, Quoted) else Function(argument, [])
