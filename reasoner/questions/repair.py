"""What would it take to become eligible? The cheapest steps, proven to be so and tried against the rules."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any, Final

from reasoner.answer import Status
from reasoner.assess import DEFAULT_TRACK
from reasoner.catalog import shipped_rules
from reasoner.errors import InputError
from reasoner.evaluate import Evaluation, Setting, evaluate_statuses, reevaluate
from reasoner.explain import Explainer, person
from reasoner.hanging import VERDICTS
from reasoner.intake.changes import apply_changes
from reasoner.intake.dossier import read_costs
from reasoner.intake.written import as_written
from reasoner.model.assessment import Label, Node
from reasoner.model.changes import Changes
from reasoner.model.costs import Costs
from reasoner.model.dossier import Dossier
from reasoner.model.notice import Notice
from reasoner.model.repairs import (
    REPAIR_FORMAT,
    Repair,
    Repairs,
    Step,
)
from reasoner.questions.clock import Clock
from reasoner.questions.cut_offs import notice_moved
from reasoner.questions.score_goal import score_goal
from reasoner.questions.standing import evaluated, score_decides, score_lacks, stand
from reasoner.questions.step_search import Chosen, StepSearch
from reasoner.questions.steps import Possible, possible_steps
from reasoner.rule_book import Track

MOST_REPAIRS: Final = 10


@cache
def shipped_costs() -> Costs:
    """Return the table of costs that applies unless another is given."""
    return read_costs(shipped_rules().root / "questions" / "costs.yaml")


def repair(  # noqa: PLR0913 - one call with everything an answer depends on
    dossier: Dossier,
    track: str = DEFAULT_TRACK,
    *,
    notice: Notice | None = None,
    readings: Mapping[str, str] | None = None,
    threshold: int | None = None,
    costs: Costs | None = None,
    clock: Clock | None = None,
) -> Repairs:
    """Return the cheapest sets of steps that make the candidate eligible for *track*, at most ten.

    Each is smallest: without any one of its steps it would not do. Every one is tried: the rules find the changed
    dossier eligible.

    Args:
        dossier: what the candidate hands in.
        track: a track such as ``iot.senior``.
        notice: the parameters of the year; those shipped for the regulation of the track unless given.
        readings: options that replace the default readings.
        threshold: the score to reach, in hundredths of a point, in the place of that of the notice.
        costs: what each step costs; the shipped table unless given.
        clock: limits the time; the best found by then is returned, and said not to be proven.

    Raises:
        InputError: unknown track, reading, option, clause, or kind in the table of costs.
        RulesError: the rules are wrong.
        SolverError: no answer was computed.
    """
    evaluation, found = stand(dossier, track, notice=notice, readings=readings, threshold=threshold)
    return _Repairing(evaluation, found, costs or shipped_costs(), clock or Clock()).answer()


@dataclass(frozen=True)
class _Candidate:
    """A set of steps that the search has found, in the year after so many."""

    steps: tuple[Possible, ...]
    years: int
    cost: int


def _cost(one: _Candidate) -> int:
    return one.cost


class _Repairing:
    def __init__(self, evaluation: Evaluation, track: Track, costs: Costs, clock: Clock) -> None:
        self._evaluation = evaluation
        self._track = track
        self._costs = costs
        self._clock = clock
        self._all_minimal = True
        self._proven = True
        self._years_later = {0: evaluation}

    @cached_property
    def _written(self) -> Mapping[str, Any]:
        return as_written(self._evaluation.dossier)

    def answer(self) -> Repairs:
        status = self._evaluation.answer.status(self._track.id)
        found: list[_Candidate] = []
        impossible: tuple[str, ...] = ()
        if status != "met":
            for years in range(self._years() + 1):
                if self._clock.is_over() or self._is_full(found, self._costs.wait * years):
                    break
                if years == 0 or self._ripens(years):
                    found += self._in_year(years, found)
                    found.sort(key=_cost)
            if not found and self._clock.stopped is None:
                impossible = tuple(self._impossible())
        if len(found) > MOST_REPAIRS:
            self._all_minimal = False
        repairs = tuple(self._tried(found[:MOST_REPAIRS]))
        lacks = None if status == "met" else score_lacks(self._evaluation, self._track)
        return Repairs(
            format=REPAIR_FORMAT,
            candidate=person(self._evaluation.dossier),
            track=self._track.id,
            track_label=Label(*self._track.label),
            verdict=VERDICTS[status],
            repairs=repairs,
            all_minimal=self._all_minimal and self._clock.stopped is None,
            impossible=impossible,
            proven=self._proven and self._clock.stopped is None,
            stopped=self._clock.stopped,
            score_kept=lacks is not None and not score_decides(self._evaluation, self._track),
            score_lacks=lacks,
        )

    def _is_full(self, found: Sequence[_Candidate], least: int) -> bool:
        """Tell whether nothing that costs *least* or more is asked for any longer."""
        full = len(found) >= MOST_REPAIRS and found[MOST_REPAIRS - 1].cost <= least
        if full:
            self._all_minimal = False
        return full

    def _years(self) -> int:
        """Return for how many years waiting can help: none where no length of time and no later day is missing."""
        tree = Explainer(self._evaluation).node(self._track.id)
        lacks_time = any(node.form == "measures" for node in _not_met(tree))
        return self._costs.most_years if lacks_time else 0

    def _ripens(self, years: int) -> bool:
        """Tell whether some length of time is reached in this year that was not the year before.

        Otherwise nothing is gained by waiting for it: records only leave their windows.
        """
        book = self._evaluation.book
        before, now = self._after(years - 1).answer, self._after(years).answer
        return any(
            book.clauses[clause].form == "measures" and before.status(clause) != now.status(clause)
            for clause in book.under(self._track.id)
        )

    def _in_year(self, years: int, known: Sequence[_Candidate]) -> list[_Candidate]:
        """Return smallest sets of steps that do after so many *years*, none of which contains one that is *known*."""
        evaluation = self._after(years)
        steps, search = self._search(evaluation)
        found: list[_Candidate] = []
        choices: list[Chosen] = []
        wait = self._costs.wait * years
        for choice in search.cheapest(self._track.id, self._clock, [one.steps for one in known]):
            self._clock.tell(str(len(found) + len(known)))
            if self._is_full(sorted((*known, *found), key=_cost), choice.cost + wait):
                break
            choices.append(choice)
            taken = tuple(steps[place] for place in choice.places)
            found.append(_Candidate(taken, years, choice.cost + wait))
            self._proven &= choice.proven
            if len(found) == MOST_REPAIRS:
                self._all_minimal = False
                break
        ways = search.ways(self._track.id, choices)
        return [replace(one, steps=taken) for one, taken in zip(found, ways, strict=True)]

    def _after(self, years: int) -> Evaluation:
        """Return what the rules say of the same dossier so many years later."""
        if years not in self._years_later:
            notice = notice_moved(self._evaluation.setting.notice, years)
            self._years_later[years] = reevaluate(self._evaluation, notice)
        return self._years_later[years]

    def _tried(self, found: Sequence[_Candidate]) -> Iterator[Repair]:
        """Yield what the rules, applied to the changed dossier, find to be eligible indeed."""
        before = self._evaluation.answer
        under = dict.fromkeys(self._evaluation.book.under(self._track.id))
        changed = [tuple(change for step in one.steps for change in step.changes) for one in found]
        for one, changes, after in zip(
            found, changed, self._after_all(found, changed), strict=True
        ):
            if after.get(self._track.id) != "met":
                self._proven = False
                continue
            fills = tuple(
                clause
                for clause in under
                if not self._evaluation.book.clauses[clause].parts
                and before.status(clause) != "met"
                and after.get(clause) == "met"
            )
            waited = (
                (Step("wait", self._costs.wait * one.years, years=one.years),) if one.years else ()
            )
            steps = (*waited, *(step.step for step in one.steps))
            yield Repair(one.cost, steps, fills, changes)

    def _after_all(
        self, found: Sequence[_Candidate], changed: Sequence[Sequence[tuple[str, str]]]
    ) -> list[Mapping[str, Status]]:
        """Return the statuses of the clauses after each of the changes, those of one year in one grounding."""
        dossiers: dict[int, Dossier] = {}
        for place, changes in enumerate(changed):
            # What no dossier can hold, such as more records than it may have, is no way.
            with suppress(InputError):
                dossiers[place] = self._changed(changes)
        statuses: list[Mapping[str, Status]] = [{} for _ in found]
        for years in sorted({found[place].years for place in dossiers}):
            places = [place for place in dossiers if found[place].years == years]
            setting = self._evaluation.setting
            moved = replace(setting, notice=notice_moved(setting.notice, years))
            outcomes = self._outcomes([dossiers[place] for place in places], moved)
            for place, outcome in zip(places, outcomes, strict=True):
                statuses[place] = outcome
        return statuses

    def _outcomes(
        self, dossiers: Sequence[Dossier], setting: Setting
    ) -> Sequence[Mapping[str, Status]]:
        """Return the statuses for *dossiers*, their scores computed anew where a score can decide."""
        if score_decides(self._evaluation, self._track):
            return [one.answer.statuses for one in evaluated(dossiers, setting)]
        return evaluate_statuses(dossiers, setting)

    def _changed(self, changes: Sequence[tuple[str, str]]) -> Dossier:
        told = Changes(
            set=tuple(value for option, value in changes if option == "--set"),
            add=tuple(value for option, value in changes if option == "--add"),
        )
        return apply_changes(self._evaluation.dossier, told, self._written)

    def _impossible(self) -> Iterator[str]:
        """Yield the clauses that stand in the way: that must be met, and that no steps together can fill."""
        evaluation = self._after(self._years())
        yield from self._search(evaluation)[1].blocked(self._track.id)

    def _search(self, evaluation: Evaluation) -> tuple[Sequence[Possible], StepSearch]:
        """Return the steps that could be taken where *evaluation* stands, and the search over them."""
        steps = possible_steps(evaluation, self._track, self._costs)
        return steps, StepSearch(evaluation, steps, score_goal(evaluation, self._track))


def _not_met(node: Node) -> Iterator[Node]:
    if node.status != "met":
        yield node
        for part in node.parts:
            yield from _not_met(part)
