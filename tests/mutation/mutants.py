"""Finds the mutants of the rules that a judge judges."""

from collections.abc import Iterator
from dataclasses import dataclass

from clingo.ast import AST, ProgramBuilder
from clingo.control import Control
from clingo.symbol import Function, Symbol

from reasoner.model.vocabulary import vocabularies
from tests.encodings import atoms, file_id
from tests.mutation.judges import Judge
from tests.mutation.operators import changes
from tests.mutation.places import VALUE_OF, Place, Places, words_of
from tests.mutation.syntax import head_of


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


def mutants_of(judge: Judge) -> Iterator[Mutant]:
    """Yield the mutants of the rules of *judge*, in the order of the files."""
    places = Places(judge.parameters, judge.scales, _words(judge), _parts(judge))
    known = {str(statement) for _, statement in judge.program}
    for number, (path, statement) in enumerate(judge.program):
        if path not in judge.rules:
            continue
        for change in changes(statement, places):
            changed = change.statement
            if changed is None or (
                str(changed) not in known and (not statement.body or _is_safe(changed))
            ):
                yield Mutant(file_id(path), str(statement), change.what, number, changed)


def _words(judge: Judge) -> dict[Place, list[Symbol]]:
    """Return the words at each place of the rules, and after them those that a dossier may have there."""
    found = words_of(judge.parameters, (statement for _, statement in judge.every))
    for attribute, kinds in vocabularies().items():
        words = found.setdefault((VALUE_OF, attribute), [])
        told = (Function(word.value, []) for kind in kinds for word in kind)
        words += [word for word in told if word not in words]
    return found


def _parts(judge: Judge) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for _, statement in judge.program:
        if head_of(statement) == ("part", 2):
            for atom in atoms(statement.head):
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
