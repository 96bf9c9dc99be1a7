"""Finds the mutants of the rules that a judge judges."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from clingo.ast import AST, ProgramBuilder
from clingo.control import Control
from clingo.symbol import Function, Symbol

from reasoner.model.vocabulary import vocabularies
from tests.encodings import file_id
from tests.mutation.bounds import bounds_of
from tests.mutation.judges import Judge, rules_in
from tests.mutation.operators import changes
from tests.mutation.places import VALUE_OF, Place, Places, labels_of, parameters_of, words_of


@dataclass(frozen=True)
class Mutant:
    """The rules with one statement changed, or dropped if *changed* is None; *number* is its place in the program."""

    file: str
    statement: str
    what: str
    number: int
    changed: AST | None

    @property
    def id(self) -> str:
        """Name the mutant by what anybody can find in the rules."""
        return f"{self.file}: {self.statement} {self.what}"


def mutants_of(judge: Judge, only: Container[str] | None = None) -> Iterator[Mutant]:
    """Yield the mutants of the rules of *judge* in the order of the files; those of some statements *only*."""
    known = {str(statement) for _, statement in judge.program}
    chosen = [
        (number, path, statement)
        for number, (path, statement) in enumerate(judge.program)
        if path in judge.rules and (only is None or str(statement) in only)
    ]
    if not chosen:
        return
    places = _places(judge)
    for number, path, statement in chosen:
        for change in changes(statement, places):
            changed = change.statement
            if changed is None or (
                str(changed) not in known and (not statement.body or _is_safe(changed))
            ):
                yield Mutant(file_id(path), str(statement), change.what, number, changed)


def _places(judge: Judge) -> Places:
    parameters = parameters_of(judge.language)
    rules = [rule for file in judge.files for rule in rules_in(file)]
    mutated = words_of(
        parameters, (atom for path in judge.rules for rule in rules_in(path) for atom in rule.atoms)
    )
    return Places(
        parameters={**labels_of(atom for rule in rules for atom in rule.atoms), **parameters},
        scales=judge.scales,
        words=_words(judge.files, judge.language),
        parts=_parts(judge.files),
        bounds=bounds_of(rules, parameters, judge.scales),
        relations=frozenset(str(one) for one in mutated.get(("Relation",), ())),
        ladders=_ladders(mutated) if judge.highest_counts else {},
    )


@cache
def _words(files: tuple[Path, ...], language: tuple[Path, ...]) -> Mapping[Place, list[Symbol]]:
    """Return the words at each place of the rules, and after them those that a dossier may have there."""
    every = (atom for file in files for rule in rules_in(file) for atom in rule.atoms)
    found = words_of(parameters_of(language), every)
    for attribute, kinds in vocabularies().items():
        words = found.setdefault((VALUE_OF, attribute), [])
        told = (Function(word.value, []) for kind in kinds for word in kind)
        words += [word for word in told if word not in words]
    return found


def _ladders(words: Mapping[Place, list[Symbol]]) -> Mapping[str, frozenset[str]]:
    """Return the values that tests ask for, by attribute."""
    return {
        str(place[1]): frozenset(map(str, values))
        for place, values in words.items()
        if place[0] == VALUE_OF
    }


@cache
def _parts(files: tuple[Path, ...]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for rule in (rule for file in files for rule in rules_in(file)):
        if rule.head == ("part", 2):
            for atom in rule.head_atoms:
                found.setdefault(str(atom.arguments[0]).strip('"'), []).append(
                    str(atom.arguments[1])
                )
    return found


def _is_safe(statement: AST) -> bool:
    """Say whether clingo takes *statement*: each of its variables must be bound."""
    control = Control(logger=lambda _code, _message: None)
    try:
        with ProgramBuilder(control) as builder:
            builder.add(statement)
        control.ground()
    except RuntimeError:
        return False
    return True
