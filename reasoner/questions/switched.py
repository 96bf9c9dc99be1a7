"""What is told with a switch: it holds while the switch is on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from reasoner.facts import DOSSIER_PREDICATES, Fact

_IF: Final = "_if"
SWITCHED_PREDICATES: Final = DOSSIER_PREDICATES | {
    "switch",
    "cost",
    "excludes_switch",
    "requires_switch",
    "unless",
    "follows",
    "chosen_if",
    *(f"{name}{_IF}" for name in DOSSIER_PREDICATES),
}
"""The predicates of what is told, with a switch or without."""


@dataclass(frozen=True)
class Switched:
    """What is ground: *facts* that hold, and facts that hold while a switch is on.

    *switches* are free to choose; *costs* has the cost of each that costs something, *excludes* pairs of which at most
    one is on, *requires* pairs of which the first is on only if some second of it is. The others follow: one of
    *unless* is on while none of its switches is, one of *follows* while the first switch is on and the second is not.
    """

    facts: tuple[Fact, ...]
    switches: Mapping[int, tuple[Fact, ...]]
    costs: Mapping[int, int] = field(default_factory=dict)
    excludes: tuple[tuple[int, int], ...] = ()
    requires: tuple[tuple[int, int], ...] = ()
    unless: Mapping[int, tuple[tuple[int, ...], tuple[Fact, ...]]] = field(default_factory=dict)
    follows: Mapping[int, tuple[tuple[int, int], tuple[Fact, ...]]] = field(default_factory=dict)


def switched_facts(inputs: Switched) -> Iterator[Fact]:
    """Yield *inputs* as ``questions/switches.lp`` takes them."""
    yield from inputs.facts
    for number, facts in inputs.switches.items():
        yield "switch", (number,)
        yield from _if_on(number, facts)
    for number, cost in inputs.costs.items():
        yield "cost", (number, cost)
    for pair in inputs.excludes:
        yield "excludes_switch", pair
    for pair in inputs.requires:
        yield "requires_switch", pair
    for number, (others, facts) in inputs.unless.items():
        for other in others:
            yield "unless", (number, other)
        yield from _if_on(number, facts)
    for number, (pair, facts) in inputs.follows.items():
        yield "follows", (number, *pair)
        yield from _if_on(number, facts)


def _if_on(number: int, facts: Iterable[Fact]) -> Iterator[Fact]:
    for name, arguments in facts:
        yield f"{name}{_IF}", (number, *arguments)
