"""Between which steps of a scale the rules tell a difference."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from clingo.ast import AST, ASTType

from tests.encodings import Signature, constants, signature, walk
from tests.mutation.judges import Rule
from tests.mutation.places import Scale

Bounds = Mapping[str, frozenset[int]]

_ORDER: Final = ("order", 3)
_RANGE: Final = ("derived_range", 5)
_UPWARD: Final = frozenset({"at_least", "or_higher"})


def bounds_of(
    rules: Iterable[Rule],
    parameters: Mapping[Signature, Sequence[str]],
    scales: Mapping[str, Scale],
) -> Bounds:
    """Return for each scale the steps that some rule tells from the next one below.

    Tests and tables ask whether a step is reached. Rules that do more with the number of a step than state a range may
    tell any steps apart.
    """
    found: dict[str, set[int]] = {of: set() for of in scales}
    same: list[tuple[str, str]] = []
    for rule in rules:
        taken = [atom for atom in rule.body_atoms if signature(atom) == _ORDER]
        if rule.head == _ORDER:
            (head,) = rule.head_atoms
            same += [(str(head.arguments[0]), str(atom.arguments[0])) for atom in taken]
        elif rule.head != _RANGE or _compares(rule.statement):
            for atom in taken:
                of, value = map(str, atom.arguments[:2])
                scale = scales.get(of, {})
                found.setdefault(of, set()).update(_around(scale, value) or scale.values())
        for atom in rule.atoms:
            for of, step in _asked(atom, parameters.get(signature(atom), ()), scales):
                found.setdefault(of, set()).add(step)
    for of, other in same:
        found.setdefault(other, set()).update(found.get(of, ()))
    return {of: frozenset(steps) for of, steps in found.items()}


def _asked(
    atom: AST, names: Sequence[str], scales: Mapping[str, Scale]
) -> Iterator[tuple[str, int]]:
    """Yield the steps that *atom* asks for, if it is a test or a line of a table, each with its scale."""
    told = dict(zip(names, atom.arguments, strict=False))
    if "Attribute" not in told:
        return
    of = str(told["Attribute"])
    scale = scales.get(of, {})
    relation = str(told.get("Relation", "at_least" if "Low" in told else ""))
    for value in constants(told.get("Value", told.get("Low", atom))):
        if value in scale and relation in _UPWARD:
            yield of, scale[value]
        elif value in scale and relation == "at_most":
            yield from ((of, step) for step in _around(scale, value) if step > scale[value])


def _around(scale: Scale, value: str) -> Sequence[int]:
    """Return the step of *value* and the next one above."""
    if value not in scale:
        return ()
    above = [step for step in scale.values() if step > scale[value]]
    return (scale[value], min(above)) if above else (scale[value],)


def _compares(statement: AST) -> bool:
    return any(
        inner.ast_type is ASTType.Comparison for one in statement.body for inner in walk(one)
    )
