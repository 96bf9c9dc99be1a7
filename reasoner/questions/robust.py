"""Would the verdict be another under a rival reading, without a doubtful cell, or by what experts answer?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from reasoner.answer import STATUS_SIGNATURES, status_in
from reasoner.assess import DEFAULT_TRACK
from reasoner.errors import InputError, Problem, Text
from reasoner.evaluate import Evaluation
from reasoner.explain import person, record_ref
from reasoner.facts import Fact, Quoted, dossier_facts, is_of_cell, notice_facts, reading_facts
from reasoner.hanging import VERDICTS
from reasoner.intake.address import Found, find_address
from reasoner.intake.text import printable
from reasoner.intake.written import as_written
from reasoner.model.assessment import Label, Verdict
from reasoner.model.dossier import Dossier
from reasoner.model.notice import Notice
from reasoner.model.robustness import (
    ROBUST_FORMAT,
    Doubt,
    ExpertAnswers,
    Outcome,
    Robustness,
)
from reasoner.model.vocabulary import attribute_label
from reasoner.questions.clock import Clock
from reasoner.questions.open_points import OpenPoint, awaited_answers
from reasoner.questions.pieces import search_of
from reasoner.questions.score_goal import score_goal
from reasoner.questions.scores_under_rivals import scores_under_rivals
from reasoner.questions.search import Search
from reasoner.questions.standing import score_decides, stand
from reasoner.questions.switched import Switched
from reasoner.rival_scores import Rival, rivals_of
from reasoner.rule_book import Track
from reasoner.scoring.rival_totals import Bounds

MOST_COMBINATIONS: Final = 20


def robust(  # noqa: PLR0913 - one call with everything an answer depends on
    dossier: Dossier,
    track: str = DEFAULT_TRACK,
    *,
    notice: Notice | None = None,
    readings: Mapping[str, str] | None = None,
    threshold: int | None = None,
    doubtful: Sequence[str] = (),
    clock: Clock | None = None,
) -> Robustness:
    """Try every rival reading and every doubtful cell, one at a time and in the combinations that matter.

    Args:
        dossier: what the candidate hands in.
        track: a track such as ``iot.senior``.
        notice: the parameters of the year; those shipped for the regulation of the track unless given.
        readings: options that replace the default readings.
        threshold: the score to reach, in hundredths of a point, in the place of that of the notice.
        doubtful: addresses of cells that may be wrong, such as ``p3.rank``; they are tried as if nobody told them, so
            that a verdict which stays holds whatever they should have been.
        clock: limits the time; whatever is proven by then is returned.

    Raises:
        InputError: unknown track, reading, option, clause or address.
        RulesError: the rules are wrong.
        SolverError: no answer was computed.
    """
    evaluation, found = stand(dossier, track, notice=notice, readings=readings, threshold=threshold)
    cells = list(dict.fromkeys(_cell(written, evaluation) for written in doubtful))
    return _Trying(evaluation, found, cells, clock or Clock()).answer()


@dataclass(frozen=True)
class _Cell:
    """A cell that may be wrong, and the number of its record and the attribute in the rules."""

    doubt: Doubt
    number: int
    attribute: str

    def covers(self, fact: Fact) -> bool:
        """Tell whether *fact* is what the cell tells."""
        return is_of_cell(fact, self.number, self.attribute)


def _cell(written: str, evaluation: Evaluation) -> _Cell:
    """Return the cell at the address *written*.

    Raises:
        InputError: there is no such cell, or it tells nothing that the rules look at.
    """
    data = as_written(evaluation.dossier)
    place = find_address(written, data, "--doubt")
    number, attribute = _in_rules(place, evaluation, written)
    record = record_ref(evaluation.entries[number], evaluation.dossier)
    label = attribute_label(attribute)
    doubt = Doubt("cell", Label(*label), record=record, section=record.section, attribute=attribute)
    return _Cell(doubt, number, attribute)


def _in_rules(place: Found, evaluation: Evaluation, written: str) -> tuple[int, str]:
    section = str(place.path[0])
    for number, entry in enumerate(evaluation.entries):
        if entry.section != section:
            continue
        at = (section,) if entry.place is None else (section, entry.place)
        year = isinstance(getattr(evaluation.dossier, section), dict)
        path = (section, int(str(place.path[1]))) if year and len(place.path) > 1 else place.path
        if path[: len(at)] != at:
            continue
        rest = path[len(at) :]
        told = [name for name in entry.told if name != "year"]
        if len(rest) == 1 and rest[0] in told:
            return number, str(rest[0])
        if not rest and len(told) == 1:
            return number, told[0]
    raise _not_told(written)


class _Trying:
    def __init__(
        self, evaluation: Evaluation, track: Track, cells: Sequence[_Cell], clock: Clock
    ) -> None:
        self._evaluation = evaluation
        self._track = track
        self._cells = cells
        self._clock = clock
        self._status = evaluation.answer.status(track.id)
        self._facts = tuple(dossier_facts(0, evaluation.dossier, evaluation.entries))

    def answer(self) -> Robustness:
        doubts, inputs, all_scores = self._doubts()
        search = search_of(self._evaluation.setting, inputs, "rival_readings")
        alone = self._alone(search, doubts)
        together, complete = self._together(search, doubts, frozenset(alone))
        answers = _Answers(self._evaluation, self._track, self._clock).found()
        return Robustness(
            format=ROBUST_FORMAT,
            candidate=person(self._evaluation.dossier),
            track=self._track.id,
            track_label=Label(*self._track.label),
            verdict=VERDICTS[self._status],
            readings=len(self._rivals),
            cells=len(self._cells),
            alone=tuple(alone.values()),
            together=together,
            all_together=complete and all_scores,
            answers=answers,
            proven=self._clock.stopped is None,
            stopped=self._clock.stopped,
            score_kept=bool(self._cells) and score_decides(self._evaluation, self._track),
        )

    @cached_property
    def _rivals(self) -> Mapping[Rival, Doubt]:
        """Return the options that are not applied."""
        book = self._evaluation.book
        found = {}
        for name, option in rivals_of(self._evaluation.setting, book):
            reading = book.readings[name]
            label = Label(*reading.option(option).label)
            found[name, option] = Doubt(
                "reading", label, reading=name, option=option, cite=reading.cite
            )
        return found

    def _doubts(self) -> tuple[dict[int, tuple[Doubt, ...]], Switched, bool]:
        """Return the doubts by their switches, what is ground, and whether all scores are among it.

        Readings that move the score together have a switch of their own, and at most one of all that move it is on:
        a score is not the sum of what each would add.
        """
        scores, complete = scores_under_rivals(self._evaluation, self._track, tuple(self._rivals))
        choices = list(dict.fromkeys([*((rival,) for rival in self._rivals), *scores]))
        doubts = {
            number: tuple(self._rivals[rival] for rival in choice)
            for number, choice in enumerate(choices)
        }
        as_it_stands = self._score if scores else ()
        switches: dict[int, tuple[Fact, ...]] = {
            number: (
                *reading_facts(dict(choice)),
                *(_with_bounds(fact, scores[choice]) for fact in as_it_stands if choice in scores),
            )
            for number, choice in enumerate(choices)
        }
        excludes = [
            (one, other)
            for one, first in enumerate(choices)
            for other, second in enumerate(choices[one + 1 :], one + 1)
            if {reading for reading, _ in first} & {reading for reading, _ in second}
            or (first in scores and second in scores)
        ]
        unless = [
            (
                tuple(number for number, choice in enumerate(choices) if reading in dict(choice)),
                facts,
            )
            for reading, facts in self._chosen()
        ]
        unless.append((tuple(map(choices.index, scores)), as_it_stands))
        costs = {number: len(choice) for number, choice in enumerate(choices)}
        for number, cell in enumerate(self._cells, len(choices)):
            doubts[number] = (cell.doubt,)
            switches[number], costs[number] = (), 1
            unless.append(((number,), tuple(fact for fact in self._facts if cell.covers(fact))))
        told_otherwise = {fact for _, facts in unless for fact in facts}
        facts = (
            *notice_facts(self._evaluation.setting.notice),
            *(fact for fact in self._facts if fact not in told_otherwise),
        )
        told = {-1 - place: one for place, one in enumerate(unless) if all(one)}
        return doubts, Switched(facts, switches, costs, tuple(excludes), unless=told), complete

    @property
    def _score(self) -> tuple[Fact, ...]:
        """Return the facts of the score that was computed."""
        goal = score_goal(self._evaluation, self._track)
        return goal.as_it_stands if goal else ()

    def _chosen(self) -> Iterator[tuple[str, tuple[Fact, ...]]]:
        """Yield the readings that the user chose, with their facts."""
        for reading, option in self._evaluation.setting.readings.items():
            yield reading, tuple(reading_facts({reading: option}))

    def _alone(self, search: Search, doubts: Mapping[int, tuple[Doubt, ...]]) -> dict[int, Outcome]:
        found = {}
        for number, one in doubts.items():
            if self._clock.is_over():
                break
            if len(one) > 1:
                continue
            status = status_in(search.true_atoms({number}, STATUS_SIGNATURES), self._track.id)
            if status != self._status:
                found[number] = Outcome(one, VERDICTS[status])
        return found

    def _together(
        self, search: Search, doubts: Mapping[int, tuple[Doubt, ...]], alone: frozenset[int]
    ) -> tuple[tuple[Outcome, ...], bool]:
        """Return smallest combinations that change the verdict although no doubt of them does alone."""
        deciding = {doubt for number in alone for doubt in doubts[number]}
        off = [number for number, one in doubts.items() if deciding.intersection(one)]
        found: list[Outcome] = []
        for wanted in self._changed():
            for choice, proven in search.cheapest([wanted], self._clock, off=off):
                if not proven or len(found) == MOST_COMBINATIONS:
                    return tuple(found), False
                status = status_in(search.true_atoms(choice.on, STATUS_SIGNATURES), self._track.id)
                together = tuple(doubt for number in sorted(choice.on) for doubt in doubts[number])
                outcome = Outcome(together, VERDICTS[status])
                if not any(set(one.doubts) <= set(together) for one in found):
                    found.append(outcome)
        return tuple(found), self._clock.stopped is None

    def _changed(self) -> Iterator[tuple[Fact, bool]]:
        """Yield what is the case where the verdict is another."""
        met, unmet = (("met", (0, Quoted(self._track.id))), ("unmet", (0, Quoted(self._track.id))))
        if self._status == "undetermined":
            yield met, True
            yield unmet, True
        else:
            yield (met if self._status == "met" else unmet), False


def _with_bounds(fact: Fact, bounds: Bounds) -> Fact:
    """Return the *fact* of a score with other bounds."""
    name, (*cell, _, _) = fact
    return name, (*cell, *bounds)


class _Answers:
    """What the answers of experts would decide: every one that is awaited is tried with yes and with no."""

    def __init__(self, evaluation: Evaluation, track: Track, clock: Clock) -> None:
        self._evaluation = evaluation
        self._root = track.id
        self._clock = clock
        self._asked = awaited_answers(evaluation, track.id)
        self._met: Fact = ("met", (0, Quoted(track.id)))
        self._unmet: Fact = ("unmet", (0, Quoted(track.id)))

    def found(self) -> ExpertAnswers:
        """Return what they decide."""
        if not self._asked:
            status = self._evaluation.answer.status(self._root)
            return ExpertAnswers(0, VERDICTS[status], (), ())
        with_yes, with_no = self._search(yes=True), self._search(yes=False)
        return ExpertAnswers(
            len(self._asked),
            self._whatever(with_yes),
            tuple(self._smallest(with_yes, self._met, yes=True)),
            tuple(self._smallest(with_no, self._unmet, yes=False)),
        )

    def _search(self, *, yes: bool) -> Search:
        """Return all cases: each answer is yes while its switch is on, else no, or the other way round."""
        evaluation = self._evaluation
        switches, unless = {}, {}
        for number, point in enumerate(self._asked):
            for_yes, for_no = (possible.facts for possible in point.answers)
            switches[number] = for_yes if yes else for_no
            unless[-1 - number] = ((number,), for_no if yes else for_yes)
        told = dossier_facts(0, evaluation.dossier, evaluation.entries)
        facts = (*evaluation.setting.facts(), *told)
        return search_of(
            evaluation.setting,
            Switched(facts, switches, dict.fromkeys(switches, 1), unless=unless),
        )

    def _whatever(self, search: Search) -> Verdict | None:
        if search.find([(self._met, False)]) is None:
            return "eligible"
        if search.find([(self._unmet, False)]) is None:
            return "ineligible"
        decided = any(search.find([(fact, True)]) is not None for fact in (self._met, self._unmet))
        return None if decided else "undetermined"

    def _smallest(self, search: Search, goal: Fact, *, yes: bool) -> Iterator[tuple[Doubt, ...]]:
        for place, (choice, proven) in enumerate(search.cheapest([(goal, True)], self._clock)):
            if not proven or place == MOST_COMBINATIONS:
                return
            yield tuple(_doubt_of(self._asked[number], yes=yes) for number in sorted(choice.on))


def _doubt_of(point: OpenPoint, *, yes: bool) -> Doubt:
    return Doubt(
        "answer",
        Label(*attribute_label(point.attribute)) if point.attribute else Label("", ""),
        record=point.record,
        section=point.section,
        attribute=point.attribute,
        clause=point.clause,
        answer="yes" if yes else "no",
    )


def _not_told(written: str) -> InputError:
    what = Text("这里没有填写评价条件用到的内容", "nothing is told here that the rules look at")
    accepted = Text("专利-1.排名", "achievements[p3].rank")
    told = printable(written)
    return InputError([Problem(what, source="--doubt", value=told, accepted=accepted)])
