"""What is better: the steps of scales, and the direction of numbers."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reasoner.policy.rule_facts import RuleFacts


def better_words(
    rules: RuleFacts, attribute: str, words: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Yield the words of the scale of *attribute*, each with the one a step higher.

    Of several words at one step only the first of *words* is a step of the ladder: the others are ladders of their own.
    So are the words above a number that the scale leaves out.
    """
    places = {word: place for place, word in enumerate(words)}
    ladder: dict[int, str] = {}
    steps = [
        (str(word), int(step))
        for at, word, step in rules.rows("order", 3)
        if at == attribute and word in places
    ]
    for word, step in sorted(steps, key=lambda one: places[one[0]]):
        ladder.setdefault(step, word)
    numbered = {int(step) for at, _, step in rules.rows("order", 3) if at == attribute}
    for low, high in pairwise(sorted(ladder)):
        if numbered.issuperset(range(low, high)):
            yield ladder[low], ladder[high]


def own_attribute(rules: RuleFacts, attribute: str) -> str:
    """Return the name of what a definition of the specialty makes of *attribute*, if it makes anything of it."""
    return f"{rules.specialty}_{attribute}"


def lower_is_better(rules: RuleFacts, attribute: str) -> bool:
    """Tell whether the rules ask for at most a number of *attribute* more often than for at least one."""
    asked = Counter(row[2] for row in rules.rows("bound", 4) if row[1] == attribute)
    return asked["at_most"] > asked["at_least"]
