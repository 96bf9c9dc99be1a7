"""Who judges which rules: cases with what must come of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from clingo.ast import AST, ASTType
from clingo.symbol import Symbol

from reasoner.facts import Fact
from tests.encodings import Signature, atoms, signature, statements
from tests.mutation.places import Scale
from tests.mutation.syntax import head_of

Outcome = tuple[int, str, str]
"""The number of the applicant, what it is about, and what comes of it."""


@dataclass(frozen=True)
class Case:
    """What must come of one thing that the rules judge.

    *about* is what is judged, a clause or a table; *setting* the facts of notice and readings; *facts* those of the
    applicant with the given number; *near* the ids that rules near to the case have in them, what it is about if none
    are told.
    """

    id: str
    about: str
    setting: tuple[Fact, ...]
    facts: Callable[[int], Iterable[Fact]]
    expected: frozenset[str]
    near: tuple[str, ...] = ()


@dataclass(frozen=True)
class Judge:
    """Cases on some rules: the kernel applies, *rules* are mutated.

    *outputs* are the predicates that *outcome* reads; *crowd* is how many cases at most share a grounding; *language*
    the files that say what the places of predicates are called; *unasked* predicates that are left out.
    *highest_counts* says that of all that a record passes only the hardest counts.
    """

    name: str
    kernel: tuple[Path, ...]
    rules: tuple[Path, ...]
    outputs: frozenset[Signature]
    outcome: Callable[[Symbol], Outcome]
    cases: Sequence[Case]
    language: tuple[Path, ...]
    scales: Mapping[str, Scale]
    crowd: int
    unasked: frozenset[Signature] = frozenset()
    highest_counts: bool = False

    @property
    def files(self) -> tuple[Path, ...]:
        """All files with rules."""
        return self.kernel + self.rules

    @cached_property
    def program(self) -> tuple[tuple[Path, AST], ...]:
        """The statements on which what is judged depends, each with its file.

        Readings have defaults of which only those that some statement asks for decide anything.
        """
        every = [(path, rule) for path in self.files for rule in rules_in(path)]
        needed: set[Signature] = set()
        reached = set(self.outputs)
        while reached:
            needed |= reached
            used = (rule.names for _, rule in every if rule.head in needed)
            reached = set().union(*used) - needed - self.unasked
        found = [(path, rule.statement) for path, rule in every if rule.head in needed]
        asked = {which for _, statement in found for which in _firsts(statement, ("reading", 2))}
        return tuple(
            (path, statement)
            for path, statement in found
            if asked.issuperset(_firsts(statement.head, ("default", 2)))
        )


def _firsts(node: AST, predicate: Signature) -> set[str]:
    """Return what stands first in the atoms of *predicate*."""
    return {str(atom.arguments[0]) for atom in atoms(node) if signature(atom) == predicate}


@dataclass(frozen=True)
class Rule:
    """A rule, the predicate that it is for, and all predicates in it."""

    statement: AST
    head: Signature
    names: frozenset[Signature]

    @cached_property
    def head_atoms(self) -> tuple[AST, ...]:
        """The atoms in the head."""
        return tuple(atoms(self.statement.head))

    @cached_property
    def body_atoms(self) -> tuple[AST, ...]:
        """The atoms in the body."""
        return tuple(atom for one in self.statement.body for atom in atoms(one))

    @property
    def atoms(self) -> tuple[AST, ...]:
        """All of its atoms."""
        return self.head_atoms + self.body_atoms


@cache
def rules_in(path: Path) -> tuple[Rule, ...]:
    """Return the rules in the file."""
    return tuple(
        Rule(
            statement,
            head_of(statement),
            frozenset(signature(atom) for atom in atoms(statement)),
        )
        for statement in statements(path)
        if statement.ast_type is ASTType.Rule
    )
