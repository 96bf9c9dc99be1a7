"""What might stand at a place of an atom instead of what stands there."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from clingo.ast import AST, ASTType
from clingo.symbol import Function, Number, Symbol, SymbolType

from tests.encodings import Signature, signature
from tests.mutation.syntax import head_of

Place = tuple[str, ...] | tuple[str, int, int]
"""Where words can replace each other: values of an attribute, what stands for a parameter, a place of a predicate."""

Scale = Mapping[str, int]

# In a scale only the order counts, so a step changes by moving to the one beside it.
SCALES: Final = frozenset({("order", 3), ("class", 3)})
# Labels decide nothing. A test on another attribute, or under another reading, is noticed wherever it is noticed that
# the test is gone.
_NEVER: Final = frozenset({("Attribute",), ("Reading",), ("Cite",), ("Chinese",), ("English",)})
_WHOSE: Final = {"Value": "Attribute", "Low": "Attribute", "Class": "T", "Option": "Reading"}
VALUE_OF: Final = "value of"


@dataclass(frozen=True)
class Places:
    """The places of the atoms of a language.

    *parameters* are what the language calls them; *scales* the steps of each attribute and table; *words* what is said
    at each place, in order of appearance; *bounds* the steps of each attribute that rules tell from those below;
    *relations* those that the rules use; *ladders* the values of each attribute that rows ask for, of which the highest
    counts that a record reaches.
    """

    parameters: Mapping[Signature, Sequence[str]]
    scales: Mapping[str, Scale]
    words: Mapping[Place, Sequence[Symbol]]
    parts: Mapping[str, Sequence[str]]
    bounds: Mapping[str, frozenset[int]]
    relations: frozenset[str]
    ladders: Mapping[str, frozenset[str]]

    @staticmethod
    def constant(name: str) -> Symbol:
        """Return the constant of this *name*."""
        return Function(name, [])

    def is_relation(self, atom: AST, place: int) -> bool:
        """Say whether a relation stands at *place*."""
        return place_of(self.parameters, atom, place) == ("Relation",)

    @staticmethod
    def is_step(atom: AST, place: int) -> bool:
        """Say whether the number of a step of a scale stands at *place*."""
        return (
            signature(atom) in SCALES
            and place == 2
            and atom.arguments[2].ast_type is ASTType.SymbolicTerm
        )

    def names_highest_step(self, atom: AST) -> bool:
        """Say whether the value in *atom* is the highest step of its attribute's scale."""
        scale, value = self._step_in(atom)
        return value is not None and value == max(scale.values())

    def names_lowest_step(self, atom: AST) -> bool:
        """Say whether the value in *atom* is the lowest step of its attribute's scale."""
        scale, value = self._step_in(atom)
        return value is not None and value == min(scale.values())

    def names_rung(self, atom: AST) -> bool:
        """Say whether another row asks for the step above the value in *atom*: what is higher stands there."""
        scale, here = self._step_in(atom)
        above = [step for step in scale.values() if here is not None and step > here]
        asked = self.ladders.get(self._attribute_in(atom), frozenset())
        return bool(above) and any(scale.get(value) == min(above) for value in asked)

    def _attribute_in(self, atom: AST) -> str:
        return _text(atom.arguments[list(self.parameters[signature(atom)]).index("Attribute")])

    def _step_in(self, atom: AST) -> tuple[Scale, int | None]:
        """Return the scale of the attribute in *atom*, and the number of the value in it."""
        place = list(self.parameters[signature(atom)]).index("Value")
        scale = self.scales.get(self._attribute_in(atom), {})
        return scale, scale.get(_text(atom.arguments[place]))

    def has_one_part(self, atom: AST) -> bool:
        """Say whether *atom* is about a compound clause of one part: of one, all and any are the same."""
        return len(self.parts.get(_text(atom.arguments[0]), ())) == 1

    @staticmethod
    def is_kept(statement: AST) -> bool:
        """Say whether no mutant is to lack *statement*: without its default, a reading cannot be read at all."""
        return head_of(statement) == ("default", 2)

    def steps_beside(self, atom: AST, step: Symbol) -> Iterator[Symbol]:
        """Yield the numbers of the steps below and above *step* of the scale in *atom*, if rules tell them apart."""
        of = _text(atom.arguments[0])
        steps = set(self.scales.get(of, {}).values())
        bounds = self.bounds.get(of, steps) if atom.name == "order" else steps
        for one in _beside(step.number, steps):
            low, high = sorted((one, step.number))
            if any(low < bound <= high for bound in bounds):
                yield Number(one)

    def instead(self, atom: AST, place: int, symbol: Symbol) -> Iterator[Symbol]:
        """Yield what might stand at *place* of *atom* instead of *symbol*: the steps beside it, or the next word."""
        its_place = place_of(self.parameters, atom, place)
        if place == 0 or its_place in _NEVER:
            return
        scale = self.scales.get(str(its_place[1]), {}) if its_place[0] == VALUE_OF else {}
        if symbol.type is SymbolType.Function and symbol.name in scale:
            for step in _beside(scale[symbol.name], set(scale.values())):
                yield self.constant(next(name for name, its in scale.items() if its == step))
            return
        words = list(self.words.get(its_place, ()))
        if symbol in words and len(words) > 1:
            yield words[(words.index(symbol) + 1) % len(words)]


def place_of(parameters: Mapping[Signature, Sequence[str]], atom: AST, place: int) -> Place:
    """Return the place: by its parameter if that has a name, with the attribute if it has values of one."""
    names = list(parameters.get(signature(atom), ()))
    name = names[place] if names else ""
    of = _WHOSE.get(name)
    if of is not None and of in names:
        return (VALUE_OF, _text(atom.arguments[names.index(of)]))
    return (name,) if len(name) > 1 else (atom.name, len(atom.arguments), place)


def labels_of(atoms: Iterable[AST]) -> dict[Signature, tuple[str, ...]]:
    """Return what the places of predicates are called that nothing documents, but some atom has labels in them."""
    found: dict[Signature, tuple[str, ...]] = {}
    for atom in atoms:
        names = tuple(
            str(argument) if argument.ast_type is ASTType.Variable else "_"
            for argument in getattr(atom, "arguments", ())
        )
        if "Chinese" in names:
            found[signature(atom)] = tuple(name if (name,) in _NEVER else "_" for name in names)
    return found


def words_of(
    parameters: Mapping[Signature, Sequence[str]], atoms: Iterable[AST]
) -> dict[Place, list[Symbol]]:
    """Return the words that stand at each place of *atoms*, in order of appearance."""
    found: dict[Place, dict[Symbol, None]] = {}
    for atom in atoms:
        if atom.ast_type is not ASTType.Function:
            continue
        for place, argument in enumerate(atom.arguments):
            for word in _words(argument):
                found.setdefault(place_of(parameters, atom, place), {})[word] = None
    return {place: list(words) for place, words in found.items()}


def _words(term: AST) -> Iterator[Symbol]:
    if term.ast_type is ASTType.Pool:
        for one in term.arguments:
            yield from _words(one)
    elif term.ast_type is ASTType.SymbolicTerm and term.symbol.type is not SymbolType.Number:
        yield term.symbol


def _beside(here: int, steps: set[int]) -> Iterator[int]:
    below = max((step for step in steps if step < here), default=None)
    above = min((step for step in steps if step > here), default=None)
    yield from (step for step in (below, above) if step is not None)


def _text(term: AST) -> str:
    symbol = term.symbol if term.ast_type is ASTType.SymbolicTerm else None
    return (
        "" if symbol is None else symbol.string if symbol.type is SymbolType.String else str(symbol)
    )


@cache
def parameters_of(language: tuple[Path, ...]) -> dict[Signature, tuple[str, ...]]:
    """Return what the documentation in the files of a *language* calls the places of its predicates."""
    head = re.compile(r"^%\*! (\w+)\((.*?)\)$", re.MULTILINE)
    found = {
        (name, len(arguments.split(","))): tuple(one.strip() for one in arguments.split(","))
        for path in language
        for name, arguments in head.findall(path.read_text(encoding="utf-8"))
    }
    return {**found, ("reading", 2): found["chosen", 2]}
