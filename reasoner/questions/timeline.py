"""From when to when does a candidate qualify, if nothing happens but that time passes?"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from reasoner.answer import STATUS_SIGNATURES, Status, statuses
from reasoner.assess import DEFAULT_TRACK, prepare_tracks
from reasoner.errors import InputError, Problem, Text
from reasoner.evaluate import Evaluation, reevaluate
from reasoner.explain import Explainer, notice_ref, person
from reasoner.facts import dossier_facts, notice_facts, reading_facts
from reasoner.hanging import VERDICTS
from reasoner.model.assessment import Label, Outcome, StatusChange, Verdict
from reasoner.model.dates import PartialDate, calendar_number, from_calendar_number
from reasoner.model.dossier import Dossier
from reasoner.model.notice import Notice
from reasoner.model.timeline import TIMELINE_FORMAT, Round, Span, Timeline, Turn, Turned, What
from reasoner.questions.clock import Clock
from reasoner.questions.cut_offs import day_of, notice_as_of, notice_moved
from reasoner.questions.pieces import search_of
from reasoner.questions.standing import score_decides, stand
from reasoner.questions.switched import Switched
from reasoner.routes import routes
from reasoner.rule_book import Track

YEARS_AHEAD: Final = 10

_TURNED: Final[Mapping[Outcome, What]] = {"passed": "begins", "failed": "ends", "open": "opens"}


def timeline(  # noqa: PLR0913 - one call with everything an answer depends on
    dossier: Dossier,
    track: str = DEFAULT_TRACK,
    *,
    notice: Notice | None = None,
    readings: Mapping[str, str] | None = None,
    threshold: int | None = None,
    until: PartialDate | None = None,
    clock: Clock | None = None,
) -> Timeline:
    """Return how the verdict changes as the cut-offs move on from those of the notice.

    Args:
        dossier: what the candidate hands in; what is going on goes on.
        track: a track such as ``iot.senior``.
        notice: the parameters of the year; those shipped for the regulation of the track unless given.
        readings: options that replace the default readings.
        threshold: the score to reach, in hundredths of a point, in the place of that of the notice.
        until: the last day looked at; ten years after the cut-off for achievements unless given.
        clock: limits the time; the answer ends early where it is over.

    Raises:
        InputError: unknown track, reading, option or clause; *until* before the cut-off for achievements.
        RulesError: the rules are wrong.
        SolverError: no answer was computed.
    """
    evaluation, found = stand(dossier, track, notice=notice, readings=readings, threshold=threshold)
    first = evaluation.setting.notice.achievements_until
    last = until or notice_moved(evaluation.setting.notice, YEARS_AHEAD).achievements_until
    if last.last_day() < first.first_day():
        what = Text("早于业绩截止日", "is before the cut-off for achievements")
        accepted = Text(f"不早于 {first}", f"{first} or later")
        raise InputError([Problem(what, source="--until", value=str(last), accepted=accepted)])
    return _Passing(evaluation, found, clock or Clock()).answer(first.first_day(), last.last_day())


def timelines(  # noqa: PLR0913 - as timeline
    dossier: Dossier,
    tracks: Sequence[str] | None = None,
    *,
    notice: Notice | None = None,
    readings: Mapping[str, str] | None = None,
    threshold: int | None = None,
    until: PartialDate | None = None,
    clock: Clock | None = None,
) -> tuple[Timeline, ...]:
    """Return the timeline on each of *tracks*, on all unless they are named; all else is as for `timeline`.

    Each of *readings* holds on the tracks whose rules know it.

    Raises:
        InputError: as `timeline`.
        RulesError: as `timeline`.
        SolverError: as `timeline`.
    """
    clock = clock or Clock()
    prepared = prepare_tracks(tracks, notice=notice, readings=readings, threshold=threshold)
    return tuple(
        timeline(
            dossier,
            track.id,
            notice=notice,
            readings=setting.readings,
            threshold=threshold,
            until=until,
            clock=clock.share(len(prepared) - place),
        )
        for place, (setting, track) in enumerate(prepared)
    )


class _Passing:
    def __init__(self, evaluation: Evaluation, track: Track, clock: Clock) -> None:
        self._evaluation = evaluation
        self._track = track
        self._clock = clock
        self._under = list(dict.fromkeys(evaluation.book.under(track.id)))
        self._looked_at = [*self._under, *evaluation.book.barriers.values()]
        self._told = tuple(dossier_facts(0, evaluation.dossier, evaluation.entries))
        self._days: dict[dt.date, Mapping[str, Status]] = {}

    def answer(self, first: dt.date, last: dt.date) -> Timeline:
        self._look(first, last)
        if self._clock.stopped is not None:
            last = max(self._days)
        turns = [self._turn(before, day) for before, day in pairwise(sorted(self._days))]
        rounds = tuple(self._rounds(last))
        return Timeline(
            format=TIMELINE_FORMAT,
            candidate=person(self._evaluation.dossier),
            track=self._track.id,
            track_label=Label(*self._track.label),
            notice=notice_ref(self._evaluation.setting.notice),
            first=str(first),
            last=str(last),
            spans=tuple(self._spans(first)),
            turns=tuple(turn for turn in turns if turn is not None),
            rounds=rounds,
            proven=self._clock.stopped is None,
            stopped=self._clock.stopped,
            score_kept=score_decides(self._evaluation, self._track),
        )

    def _on(self, day: dt.date) -> Evaluation:
        """Return all that the rules say with both cut-offs on *day*."""
        notice = notice_as_of(self._evaluation.setting.notice, day_of(day))
        return reevaluate(self._evaluation, notice)

    def _statuses(self, notice: Notice) -> Mapping[str, Status]:
        """Return the statuses of the clauses with the cut-offs of *notice*."""
        setting = self._evaluation.setting
        facts = (*notice_facts(notice), *reading_facts(setting.readings), *self._told)
        atoms = search_of(setting, Switched(facts, {}), awaited=("cutoff",)).true_atoms(
            (), STATUS_SIGNATURES
        )
        return statuses(atoms, 1)[0]

    def _state(self, day: dt.date) -> Mapping[str, Status]:
        """Return the statuses below the track with both cut-offs on *day*."""
        if day not in self._days:
            found = self._statuses(notice_as_of(self._evaluation.setting.notice, day_of(day)))
            self._days[day] = {
                clause: found.get(clause, "undetermined") for clause in self._looked_at
            }
            self._clock.tell(str(day))
        return self._days[day]

    def _look(self, first: dt.date, last: dt.date) -> None:
        """Evaluate days so that every change between *first* and *last* lies on one of them, and the day before too."""
        self._state(first)
        for before, day in pairwise([first, *self._candidates(first, last)]):
            if self._clock.is_over():
                return
            self._settle(before, day)

    def _settle(self, low: dt.date, high: dt.date) -> None:
        """Find where the state changes between two days, if it does: each clause changes at most once there."""
        day_before = high - _A_DAY
        if self._state(low) != self._state(high) and day_before > low:
            if self._state(low) == self._state(day_before):
                return
            middle = low + (high - low) // 2
            self._settle(low, middle)
            self._settle(middle, high)

    def _candidates(self, first: dt.date, last: dt.date) -> list[dt.date]:
        evaluation = self._evaluation
        inputs = Switched((*evaluation.setting.facts(), *self._told), {})
        search = search_of(
            evaluation.setting, inputs, "timeline", asked=frozenset({"turning_point"})
        )
        found = {last}
        lowest, highest = calendar_number(first), calendar_number(last + _A_DAY)
        for (number,) in search.possible(("turning_point", 1)):
            if lowest <= int(number) <= highest:
                # A cut-off is the day after the last one that counts.
                turning = from_calendar_number(int(number)) - _A_DAY
                found |= {turning - _A_DAY, turning, turning + _A_DAY}
        return sorted(day for day in found if first < day <= last)

    def _turn(self, before: dt.date, day: dt.date) -> Turn | None:
        """Return what changes on *day*, if anything does."""
        if self._state(before) == self._state(day):
            return None
        was, becomes = self._state(before), self._state(day)
        changes = tuple(
            StatusChange(clause, was[clause], becomes[clause])
            for clause in self._under
            if was[clause] != becomes[clause]
        )
        root = self._track.id
        return Turn(
            str(day),
            VERDICTS[was[root]],
            VERDICTS[becomes[root]],
            changes,
            tuple(dict.fromkeys(self._turned(self._on(before), self._on(day), changes))),
        )

    def _turned(
        self, was: Evaluation, becomes: Evaluation, changes: Sequence[StatusChange]
    ) -> Iterator[Turned]:
        for change in changes:
            clause = becomes.book.clauses[change.clause]
            if clause.parts:
                continue
            before = Explainer(was).node(change.clause).evidence
            after = Explainer(becomes).node(change.clause).evidence
            for one, other in zip(before, after, strict=True):
                if one.status != other.status:
                    yield Turned(other.record, change.clause, _TURNED[other.status])

    def _spans(self, first: dt.date) -> Iterator[Span]:
        begin = first
        for before, day in pairwise(sorted(self._days)):
            if self._verdict(before) != self._verdict(day):
                yield Span(str(begin), str(before), *self._verdict(before))
                begin = day
        # What has not been looked at is not said to stay as it is.
        end = None if self._clock.stopped is None else str(max(self._days))
        yield Span(str(begin), end, *self._verdict(begin))

    def _verdict(self, day: dt.date) -> tuple[Verdict, tuple[str, ...]]:
        return self._outcome(self._state(day))

    def _outcome(self, found: Mapping[str, Status]) -> tuple[Verdict, tuple[str, ...]]:
        """Return the verdict and the routes that hold."""

        def status(clause: str) -> Status:
            return found.get(clause, "undetermined")

        taken = routes(self._evaluation.dossier, self._track, status, self._evaluation.book)
        held = tuple(route.clause for route in taken if route.status == "met")
        return VERDICTS[status(self._track.id)], held

    def _rounds(self, last: dt.date) -> Iterator[Round]:
        notice = self._evaluation.setting.notice
        for years in range(last.year - notice.achievements_until.year + 1):
            moved = notice_moved(notice, years)
            if self._clock.is_over() or moved.achievements_until.first_day() > last:
                return
            verdict, held = self._outcome(self._statuses(moved))
            yield Round(
                moved.achievements_until.year,
                str(moved.achievements_until),
                str(moved.tenure_until),
                verdict,
                held,
            )


_A_DAY: Final = dt.timedelta(days=1)
