"""Answers that lie beside each other on a scale, told as stretches."""

from collections.abc import Iterable, Sequence

from reasoner.facts import Fact
from reasoner.model.dates import ONGOING_NUMBER

Stretch = tuple[str, str]


def stretches(
    written: Sequence[str], chosen: Iterable[int], on_scale: Sequence[bool]
) -> tuple[Stretch, ...]:
    """Return the places *chosen* of *written* as stretches, each by its first and its last.

    The answers of a scale are in its order, with one at least between any two limits of the rules; so what lies in a
    stretch leads to the same. What is not on a scale, such as a word, is a stretch by itself.
    """
    found: list[list[int]] = []
    for place in sorted(chosen):
        beside = found and found[-1][-1] == place - 1
        if beside and on_scale[place] and on_scale[place - 1]:
            found[-1].append(place)
        else:
            found.append([place])
    return tuple((written[one[0]], written[one[-1]]) for one in found)


def is_amount(facts: Sequence[Fact]) -> bool:
    """Tell whether an answer that makes *facts* is a number or a day, and not a word or what goes on."""
    name, arguments = facts[0] if facts else ("", ())
    return name == "range" and arguments[-1] != ONGOING_NUMBER
