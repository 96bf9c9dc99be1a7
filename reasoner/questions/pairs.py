"""Two dossiers ground side by side that differ in one thing: is there a case in which it decides?"""

from collections.abc import Mapping
from typing import Final

from reasoner.facts import Fact
from reasoner.questions.switched import Switched

_OF_SOMEBODY: Final = frozenset(
    {"applicant", "listed", "item", "value", "range", "determined", "met", "unmet"}
)


def of_the_other(fact: Fact) -> Fact:
    """Return *fact* of the first applicant as one of the second."""
    name, arguments = fact
    return name, (1, *arguments[1:])


def paired(inputs: Switched, differs: Mapping[int, int]) -> Switched:
    """Return *inputs* with a second applicant, who has the same facts but for what *differs*.

    *differs* has for a switch the one that, while it is on, keeps the first from switching for the second.
    """
    follows = dict(inputs.follows)
    unless = dict(inputs.unless)
    twin: dict[int, int] = {}
    below = min([0, *inputs.unless, *inputs.follows])
    for number, facts in inputs.switches.items():
        if number in differs:
            twin[number] = below - 1 - len(twin)
            follows[twin[number]] = ((number, differs[number]), _other(facts))
    below -= len(twin)
    for place, (others, facts) in enumerate(inputs.unless.values(), start=1):
        unless[below - place] = (tuple(twin[number] for number in others), _other(facts))
    return Switched(
        (*inputs.facts, *_other(inputs.facts)),
        inputs.switches,
        inputs.costs,
        inputs.excludes,
        inputs.requires,
        unless,
        follows,
    )


def _other(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    return tuple(of_the_other(fact) for fact in facts if fact[0] in _OF_SOMEBODY)
