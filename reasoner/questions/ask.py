"""Which facts and determinations are to be settled first, and what would each answer decide?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reasoner.answer import STATUS_SIGNATURES, Status, status_in
from reasoner.assess import DEFAULT_TRACK
from reasoner.evaluate import Evaluation
from reasoner.explain import Explainer, person
from reasoner.facts import Fact, Quoted, dossier_facts
from reasoner.hanging import VERDICTS, hanging
from reasoner.model.assessment import Label, Missing
from reasoner.model.dossier import Dossier
from reasoner.model.next_points import NEXT_FORMAT, NextPoint, NextPoints, PointOutcome
from reasoner.model.notice import Notice
from reasoner.questions.clock import Clock
from reasoner.questions.missing_in_ledger import missing_in_ledger
from reasoner.questions.open_points import OpenPoint, contradicting, open_points
from reasoner.questions.pairs import of_the_other, paired
from reasoner.questions.pieces import search_of
from reasoner.questions.search import Search
from reasoner.questions.standing import score_decides, stand
from reasoner.questions.stretches import is_amount, stretches
from reasoner.questions.switched import Switched
from reasoner.rule_book import Track


def ask_next(  # noqa: PLR0913 - one call with everything an answer depends on
    dossier: Dossier,
    track: str = DEFAULT_TRACK,
    *,
    notice: Notice | None = None,
    readings: Mapping[str, str] | None = None,
    threshold: int | None = None,
    clock: Clock | None = None,
) -> NextPoints:
    """Return what to settle first for an undetermined verdict; what cannot matter is left out.

    A point matters if there is some choice of answers to the others, or of leaving them open, with which its answer
    settles the verdict and nothing else does.

    Args:
        dossier: what the candidate hands in.
        track: a track such as ``iot.senior``.
        notice: the parameters of the year; those shipped for the regulation of the track unless given.
        readings: options that replace the default readings.
        threshold: the score to reach, in hundredths of a point, in the place of that of the notice.
        clock: limits the time; what is found by then is returned.

    Raises:
        InputError: unknown track, reading, option or clause.
        RulesError: the rules are wrong.
        SolverError: no answer was computed.
    """
    evaluation, found = stand(
        dossier, track, notice=notice, readings=readings, threshold=threshold, scored=True
    )
    return _Asking(evaluation, found, clock or Clock()).answer()


_Outcome = tuple[Status, int, frozenset[str]]
"""The status of the track, how many clauses are settled, and how."""


@dataclass(frozen=True)
class _Answers:
    """The switches of the answers to one point."""

    point: OpenPoint
    switches: tuple[int, ...]
    differs: int


class _Asking:
    def __init__(self, evaluation: Evaluation, track: Track, clock: Clock) -> None:
        self._evaluation = evaluation
        self._track = track
        self._clock = clock
        self._before = evaluation.answer.status(track.id)
        self._under = evaluation.book.under(track.id)

    def answer(self) -> NextPoints:
        points: list[NextPoint] = []
        cannot = 0
        tree = Explainer(self._evaluation).node(self._track.id)
        if self._before == "undetermined":
            answers, search = self._ground()
            if not self._clock.is_over():
                outcomes = self._outcomes(answers, search)
                matter = self._matter(answers, outcomes, search)
                points = [self._point(one, outcomes) for one in answers if one.differs in matter]
                cannot = len(answers) - len(points) if self._clock.stopped is None else 0
        return NextPoints(
            format=NEXT_FORMAT,
            candidate=person(self._evaluation.dossier),
            track=self._track.id,
            track_label=Label(*self._track.label),
            verdict=VERDICTS[self._before],
            points=tuple(sorted(points, key=_most_deciding)),
            cannot_matter=cannot,
            parameters=hanging(self._evaluation, tree).parameters,
            proven=self._clock.stopped is None,
            stopped=self._clock.stopped,
            score_kept=score_decides(self._evaluation, self._track),
            score_hangs_on=tuple(self._of_ledger()),
        )

    def _of_ledger(self) -> Iterator[Missing]:
        """Yield what a score hangs on that may still reach the threshold."""
        found, threshold = self._evaluation.self_score, self._evaluation.setting.notice.threshold
        if (
            self._before == "undetermined"
            and found is not None
            and threshold is not None
            and score_decides(self._evaluation, self._track)
            and found.total < threshold <= found.possible
        ):
            yield from missing_in_ledger(self._evaluation.dossier, self._evaluation.setting)

    def _ground(self) -> tuple[list[_Answers], Search]:
        """Return the points with their switches, and the dossier ground twice: the other one may leave a point open."""
        evaluation = self._evaluation
        told = tuple(dossier_facts(0, evaluation.dossier, evaluation.entries))
        answers: list[_Answers] = []
        switches: dict[int, tuple[Fact, ...]] = {}
        excludes: list[tuple[int, int]] = []
        unless: dict[int, tuple[tuple[int, ...], tuple[Fact, ...]]] = {}
        replaced: set[Fact] = set()
        for point in open_points(evaluation, self._track.id):
            first = len(switches)
            for possible in point.answers:
                switches[len(switches)] = possible.facts
            numbers = tuple(range(first, len(switches)))
            if not numbers:
                continue
            excludes += [(one, two) for one in numbers for two in numbers if one < two]
            differs = len(switches)
            switches[differs] = ()
            answers.append(_Answers(point, numbers, differs))
            if point.replaces:
                replaced |= set(point.replaces)
                unless[-1 - len(unless)] = (numbers, point.replaces)
        excludes += sorted(contradicting(switches) - set(excludes))
        facts = (*evaluation.setting.facts(), *(fact for fact in told if fact not in replaced))
        inputs = Switched(facts, switches, {}, tuple(excludes), unless=unless)
        differs_of = {number: one.differs for one in answers for number in one.switches}
        return answers, search_of(evaluation.setting, paired(inputs, differs_of))

    def _outcomes(self, answers: Sequence[_Answers], search: Search) -> dict[int, _Outcome]:
        """Return what each answer alone leads to, by its switch."""
        numbers = [number for one in answers for number in one.switches]
        found = {}
        for number, atoms in zip(
            numbers, search.each([{number} for number in numbers], STATUS_SIGNATURES), strict=True
        ):
            now = {clause: status_in(atoms or {}, clause) for clause in self._under}
            settled = frozenset(
                f"{clause} {status}"
                for clause, status in now.items()
                if status != "undetermined"
                and self._evaluation.answer.status(clause) == "undetermined"
            )
            found[number] = now[self._track.id], len(settled), settled
        return found

    def _matter(
        self,
        answers: Sequence[_Answers],
        outcomes: Mapping[int, _Outcome],
        search: Search,
    ) -> set[int]:
        """Return the points that can matter: alone, or beside answers to others."""
        found = {
            one.differs
            for one in answers
            if any(outcomes[number][0] != "undetermined" for number in one.switches)
        }
        for name in ("met", "unmet"):
            rest = [one.differs for one in answers if one.differs not in found]
            goal: Fact = (name, (0, Quoted(self._track.id)))
            wanted = [(goal, True), (of_the_other(goal), False)]
            found |= search.which(rest, wanted, self._clock, off=found)
        return found

    def _point(self, one: _Answers, outcomes: Mapping[int, _Outcome]) -> NextPoint:
        alike: dict[_Outcome, list[int]] = {}
        for place, number in enumerate(one.switches):
            alike.setdefault(outcomes[number], []).append(place)
        point = one.point
        written = [possible.written for possible in point.answers]
        told = [
            PointOutcome(
                tuple(written[place] for place in places),
                VERDICTS[status],
                count,
                stretches(
                    written, places, [is_amount(possible.facts) for possible in point.answers]
                ),
            )
            for (status, count, _), places in alike.items()
        ]
        return as_asked(point, sorted(told, key=lambda found: found.verdict == "undetermined"))


def as_asked(point: OpenPoint, outcomes: Sequence[PointOutcome]) -> NextPoint:
    """Return *point* as it is asked, with what its answers lead to."""
    return NextPoint(
        point.kind,
        point.record,
        point.section,
        point.attribute,
        point.clause,
        point.clauses,
        tuple(outcomes),
    )


def _most_deciding(point: NextPoint) -> tuple[float, float]:
    """Return what sorts the points: first those of which more outcomes settle the verdict, then more clauses."""
    settling = sum(one.verdict != "undetermined" for one in point.outcomes)
    clauses = sum(one.settles for one in point.outcomes)
    return -settling / len(point.outcomes), -clauses / len(point.outcomes)
