"""Run clingo.

The rules make no choices, so there is exactly one stable model; anything else is a fault of the rules.
"""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from clingo.control import Control
from clingo.symbol import Symbol, SymbolType

from reasoner.errors import SolverInterrupted, SolverTimeout, Text
from reasoner.facts import DOSSIER_PREDICATES, Fact
from reasoner.program import Program, Signature, grounded, program, symbol_of
from reasoner.rule_files import faulty

# How long a search may take.
MOST_SECONDS = 20.0

Value = str | int
Atom = tuple[Value, ...]
Atoms = dict[Signature, list[Atom]]


@dataclass(frozen=True)
class Solution:
    """The shown atoms of the one stable model, and the facts of the rule book if they were asked for."""

    shown: Atoms
    rules: Atoms


def solve(
    files: Sequence[Path],
    facts: Iterable[Fact],
    rule_signatures: frozenset[Signature] = frozenset(),
    *,
    awaited: frozenset[str] = DOSSIER_PREDICATES,
) -> Solution:
    """Ground *files* with *facts* and return the one stable model.

    Facts of the predicates *awaited* differ from one call to the next; what needs none of them is worked out once.

    Raises:
        RulesError: a rule file cannot be read, clingo had anything to say, or there is not exactly one model.
        SolverInterrupted: the search was stopped from outside.
    """
    setting, told = _divided(facts, awaited)
    rules = program(files, setting, awaited)
    control = grounded(rules.statements, map(symbol_of, told), facts=rules.facts)
    return Solution(
        by_signature(_one_model(control)),
        {
            signature: [_plain_arguments(symbol) for symbol in _atoms(rules, control, signature)]
            for signature in sorted(rule_signatures)
        },
    )


def solve_best(
    files: Sequence[Path],
    facts: Iterable[Fact],
    *,
    awaited: frozenset[str],
    enough: int | None = None,
) -> tuple[int, Atoms]:
    """Ground *files* with *facts*; return the highest value of what they maximise, with the atoms that reach it.

    The search ends once it has proved that there is nothing higher, or has reached *enough*, which nothing exceeds.

    Raises:
        RulesError: as `solve`, or there is no model at all.
        SolverInterrupted: as `solve`.
        SolverTimeout: nothing is proved within the time allowed.
    """
    setting, told = _divided(facts, awaited)
    rules = program(files, setting, awaited)
    control = grounded(
        rules.statements,
        map(symbol_of, told),
        facts=rules.facts,
        options=("--models=0", "--opt-mode=opt"),
    )
    deadline = time.monotonic() + MOST_SECONDS
    best: tuple[int, list[Symbol]] | None = None
    with control.solve(yield_=True, async_=True) as handle:
        while True:
            handle.resume()
            if not handle.wait(max(0.0, deadline - time.monotonic())):
                raise SolverTimeout(
                    Text(
                        f"{MOST_SECONDS:.0f} 秒内未能证明最佳计分，没有结论",
                        f"no best score was proved within {MOST_SECONDS:.0f} seconds; there is no answer",
                    )
                )
            model = handle.model()
            if model is None:
                break
            best = (-sum(model.cost), list(model.symbols(shown=True)))
            if enough is not None and best[0] >= enough:
                break
        interrupted = handle.get().interrupted if model is None else False
    if interrupted:
        raise interruption()
    if best is None:
        raise faulty("expected a stable model, got none")
    return best[0], by_signature(best[1])


def _divided(facts: Iterable[Fact], awaited: frozenset[str]) -> tuple[list[Fact], list[Fact]]:
    """Return the facts of the setting, and those that are *awaited*."""
    setting: list[Fact] = []
    told: list[Fact] = []
    for fact in facts:
        (told if fact[0] in awaited else setting).append(fact)
    return setting, told


def _atoms(rules: Program, control: Control, signature: Signature) -> Iterable[Symbol]:
    found = [atom.symbol for atom in control.symbolic_atoms.by_signature(*signature)]
    return rules.settled.get(signature) or found


def settled_atoms(
    files: Sequence[Path], facts: Iterable[Fact], signatures: frozenset[Signature]
) -> Atoms:
    """Return the atoms of *signatures* that follow from *files* and *facts* whatever a dossier tells.

    Raises:
        RulesError: as `solve`; and if rules make one of *signatures* depend on a dossier.
    """
    rules = program(files, facts, DOSSIER_PREDICATES)
    open_ = {rule.head for rule in rules.left} & {name for name, _ in signatures}
    if open_:
        raise faulty(f"depends on a dossier: {', '.join(sorted(map(str, open_)))}")
    settled = rules.settled
    return {
        signature: [_plain_arguments(symbol) for symbol in settled.get(signature, ())]
        for signature in sorted(signatures)
    }


def solve_trials(
    files: Sequence[Path],
    facts: Iterable[Fact],
    *,
    usual: frozenset[Fact],
    trials: Sequence[frozenset[Fact]],
    signatures: frozenset[Signature],
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
    setting, told = _divided(facts, DOSSIER_PREDICATES)
    rules = program(files, [*setting, *sorted(usual)], DOSSIER_PREDICATES).without(
        frozenset(name for name, _ in choices), frozenset(name for name, _ in signatures)
    )
    control = grounded(
        rules.statements,
        map(symbol_of, (*told, *tried)),
        "#external chosen(R, O) : trial(R, O).",
        facts=rules.facts,
        with_choices=True,
    )
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
        raise interruption()
    if len(models) != 1:
        raise faulty(f"expected one stable model, got {len(models)}")
    return models[0]


def interruption() -> SolverInterrupted:
    """Return the error that a search was stopped from outside."""
    return SolverInterrupted(
        Text("求解被中断，没有结论", "the solver was interrupted; there is no answer")
    )


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
