"""Would the verdict be another under a rival reading, without a doubtful cell, or by what experts answer?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reasoner.answer import status_in
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
from reasoner.questions.search import Search
from reasoner.questions.standing import score_decides, stand
from reasoner.questions.switched import Switched
from reasoner.rule_book import Track

MOST_COMBINATIONS: Final = 20

_STATUSES: Final = (("met", 2), ("unmet", 2))


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
        doubts, inputs = self._doubts()
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
            readings=sum(doubt.kind == "reading" for doubt in doubts.values()),
            cells=len(self._cells),
            alone=tuple(alone.values()),
            together=together,
            all_together=complete,
            answers=answers,
            proven=self._clock.stopped is None,
            stopped=self._clock.stopped,
            score_kept=score_decides(self._evaluation, self._track),
        )

    def _doubts(self) -> tuple[dict[int, Doubt], Switched]:
        """Return the doubts by their switches, and what is ground."""
        doubts: dict[int, Doubt] = {}
        switches: dict[int, tuple[Fact, ...]] = {}
        excludes: list[tuple[int, int]] = []
        unless: dict[int, tuple[tuple[int, ...], tuple[Fact, ...]]] = {}
        setting, book = self._evaluation.setting, self._evaluation.book
        for reading in book.readings.values():
            applied = setting.readings.get(reading.id, reading.default)
            rivals = []
            for option in reading.options:
                if option.id != applied:
                    number = len(switches)
                    rivals.append(number)
                    doubts[number] = Doubt(
                        "reading",
                        Label(*option.label),
                        reading=reading.id,
                        option=option.id,
                        cite=reading.cite,
                    )
                    switches[number] = tuple(reading_facts({reading.id: option.id}))
            excludes += [(one, other) for one in rivals for other in rivals if one < other]
            if rivals and reading.id in setting.readings:
                unless[-1 - len(unless)] = (
                    tuple(rivals),
                    tuple(reading_facts({reading.id: applied})),
                )
        for cell in self._cells:
            number = len(switches)
            doubts[number] = cell.doubt
            switches[number] = ()
            told = tuple(fact for fact in self._facts if cell.covers(fact))
            unless[-1 - len(unless)] = ((number,), told)
        kept = [fact for fact in self._facts if not any(cell.covers(fact) for cell in self._cells)]
        facts = (*notice_facts(setting.notice), *kept)
        costs = dict.fromkeys(switches, 1)
        return doubts, Switched(facts, switches, costs, tuple(excludes), unless=unless)

    def _alone(self, search: Search, doubts: Mapping[int, Doubt]) -> dict[int, Outcome]:
        found = {}
        for number, doubt in doubts.items():
            if self._clock.is_over():
                break
            status = status_in(search.true_atoms({number}, _STATUSES), self._track.id)
            if status != self._status:
                found[number] = Outcome((doubt,), VERDICTS[status])
        return found

    def _together(
        self, search: Search, doubts: Mapping[int, Doubt], alone: frozenset[int]
    ) -> tuple[tuple[Outcome, ...], bool]:
        """Return smallest combinations that change the verdict although no doubt of them does alone."""
        found: list[Outcome] = []
        for wanted in self._changed():
            for choice, proven in search.cheapest([wanted], self._clock, off=alone):
                if not proven or len(found) == MOST_COMBINATIONS:
                    return tuple(found), False
                status = status_in(search.true_atoms(choice.on, _STATUSES), self._track.id)
                outcome = Outcome(
                    tuple(doubts[number] for number in sorted(choice.on)), VERDICTS[status]
                )
                if outcome not in found:
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
