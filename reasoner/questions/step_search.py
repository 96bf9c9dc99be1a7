"""Which steps together make a clause met, and in which other ways each of them can be taken?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reasoner.evaluate import Evaluation
from reasoner.facts import Fact, Quoted, dossier_facts
from reasoner.questions.clock import Clock
from reasoner.questions.open_points import contradicting
from reasoner.questions.score_goal import ScoreGoal, search_with
from reasoner.questions.steps import Possible
from reasoner.questions.stretches import is_amount, stretches
from reasoner.questions.switched import Switched


@dataclass(frozen=True)
class Chosen:
    """Steps that do together, by their places, what they cost, and whether it is proven that nothing cheaper does.

    *enough* is the switch of the score, where it is on.
    """

    places: tuple[int, ...]
    cost: int
    proven: bool
    enough: frozenset[int]


class StepSearch:
    """The sets of steps that a candidate may take, ground once."""

    def __init__(
        self, evaluation: Evaluation, steps: Sequence[Possible], goal: ScoreGoal | None
    ) -> None:
        """Ground the rules with what *evaluation* was told, and a switch for each of *steps*.

        With a *goal* the points are ground too, and the score is enough where they are; otherwise it stays as it is.

        Raises:
            RulesError: as `reasoner.solve.solve`.
        """
        self._book = evaluation.book
        self._steps = steps
        told = dossier_facts(0, evaluation.dossier, evaluation.entries)
        names = {name: number for number, name in enumerate(dict.fromkeys(s.group for s in steps))}
        self._groups = {number: names[step.group] for number, step in enumerate(steps)}
        members = _members(self._groups)
        replaced: dict[Fact, list[int]] = {}
        touching: dict[tuple[int, str], list[int]] = {}
        for number, step in enumerate(steps):
            for fact in step.replaces:
                replaced.setdefault(fact, []).append(number)
            for cell in step.touches:
                touching.setdefault(cell, []).append(number)
        excludes = {
            (one, two)
            for numbers in (*touching.values(), *members.values())
            for one in numbers
            for two in numbers
            if one < two
        } | contradicting({number: step.facts for number, step in enumerate(steps)})
        inputs = Switched(
            facts=(*evaluation.setting.facts(), *(fact for fact in told if fact not in replaced)),
            switches={number: step.facts for number, step in enumerate(steps)},
            costs={number: step.step.cost for number, step in enumerate(steps)},
            excludes=tuple(sorted(excludes)),
            requires=tuple(
                (number, before)
                for number, step in enumerate(steps)
                if step.after
                for before in members[names[step.after]]
            ),
            unless={
                -1 - place: (tuple(numbers), (fact,))
                for place, (fact, numbers) in enumerate(replaced.items())
            },
        )
        self._search, self._enough = search_with(evaluation.setting, inputs, goal)
        self._names = {step.group: self._groups[number] for number, step in enumerate(steps)}

    def cheapest(
        self, clause: str, clock: Clock, known: Sequence[Sequence[Possible]]
    ) -> Iterator[Chosen]:
        """Yield the smallest sets of steps with which *clause* is met, the cheapest first; none contains a *known* one.

        The one that is yielded while the time of *clock* runs out may be neither, and is the last.
        """
        blocked = [
            {self._names[step.group] for step in steps}
            for steps in known
            if all(step.group in self._names for step in steps)
        ]
        for choice, proven in self._search.cheapest(
            [_met(clause)], clock, groups=self._groups, known=blocked
        ):
            enough = choice.on & self._enough
            yield Chosen(tuple(sorted(choice.on - enough)), choice.cost, proven, enough)

    def ways(self, clause: str, choices: Sequence[Chosen]) -> list[tuple[Possible, ...]]:
        """Return the steps of each choice, each with all the ways of taking it with which *clause* is met."""
        ways = [
            (place, number, other)
            for place, chosen in enumerate(choices)
            for number in chosen.places
            for other in range(len(self._steps))
            if self._groups[other] == self._groups[number]
        ]
        tried = self._search.each(
            [
                {*choices[place].places, *choices[place].enough} - {number} | {other}
                for place, number, other in ways
            ],
            wanted=[_met(clause)],
        )
        group_of: dict[tuple[int, int], list[tuple[Possible, bool]]] = {}
        for (place, number, other), found in zip(ways, tried, strict=True):
            group_of.setdefault((place, number), []).append((self._steps[other], found is not None))
        return [
            tuple(_least(self._steps[number], group_of[place, number]) for number in chosen.places)
            for place, chosen in enumerate(choices)
        ]

    def blocked(self, clause: str) -> Iterator[str]:
        """Yield the clauses at or below *clause* that must be met, and that no steps together can fill."""
        if self._search.find([_met(clause)]) is not None:
            return
        entry = self._book.clauses[clause]
        inner = [name for part in entry.parts for name in self.blocked(part)]
        if entry.form == "all_of" and inner:
            yield from dict.fromkeys(inner)
        else:
            yield clause


def _met(clause: str) -> tuple[Fact, bool]:
    return ("met", (0, Quoted(clause))), True


def _members(groups: Mapping[int, int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for number, group in groups.items():
        found.setdefault(group, []).append(number)
    return found


def _least(taken: Possible, group: Sequence[tuple[Possible, bool]]) -> Possible:
    """Return the step *taken* with the values of those of its *group* that will do, or the first that will do."""
    if not taken.step.values:
        return next((other for other, does in group if does), taken)
    written = [other.step.values[0] for other, _ in group]
    will_do = [place for place, (_, does) in enumerate(group) if does]
    told = replace(
        taken.step,
        values=tuple(dict.fromkeys(written[place] for place in will_do)),
        stretches=stretches(written, will_do, [is_amount(other.facts) for other, _ in group]),
    )
    return replace(taken, step=told)
