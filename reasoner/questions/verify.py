"""On which evidence does an eligible verdict rest? What to verify first, and what changes nothing."""

from collections.abc import Mapping
from typing import Final

from reasoner.answer import STATUS_SIGNATURES, Status, statuses
from reasoner.assess import DEFAULT_TRACK
from reasoner.evaluate import Evaluation
from reasoner.explain import person, record_ref
from reasoner.facts import Fact, Quoted
from reasoner.hanging import VERDICTS
from reasoner.intake.changes import without_records
from reasoner.model.assessment import Label
from reasoner.model.dossier import Dossier
from reasoner.model.notice import Notice
from reasoner.model.pieces import PieceRef
from reasoner.model.verification import VERIFY_FORMAT, Decisive, Verification
from reasoner.questions.clock import Clock
from reasoner.questions.pairs import of_the_other, paired
from reasoner.questions.pieces import Piece, search_of, take_apart
from reasoner.questions.score_goal import score_goal, search_with
from reasoner.questions.search import Search
from reasoner.questions.standing import evaluated, score_decides, stand
from reasoner.questions.switched import Switched
from reasoner.rule_book import Track
from reasoner.scoring.match import match
from reasoner.scoring.table import score_table

MOST_SETS: Final = 50
"""So many sets are looked for at most; whether a piece is in one of the others is settled without them."""


def verify(  # noqa: PLR0913 - one call with everything an answer depends on
    dossier: Dossier,
    track: str = DEFAULT_TRACK,
    *,
    notice: Notice | None = None,
    readings: Mapping[str, str] | None = None,
    threshold: int | None = None,
    clock: Clock | None = None,
) -> Verification:
    """Find the smallest sets of evidence on which an eligible verdict rests.

    Args:
        dossier: what the candidate hands in.
        track: a track such as ``iot.senior``.
        notice: the parameters of the year; those shipped for the regulation of the track unless given.
        readings: options that replace the default readings.
        threshold: the score to reach, in hundredths of a point, in the place of that of the notice.
        clock: limits the time; whatever is proven by then is returned.

    Raises:
        InputError: unknown track, reading, option or clause.
        RulesError: the rules are wrong.
        SolverError: no answer was computed.
    """
    evaluation, found = stand(dossier, track, notice=notice, readings=readings, threshold=threshold)
    return _Verifying(evaluation, found, clock or Clock()).answer()


class _Verifying:
    def __init__(self, evaluation: Evaluation, track: Track, clock: Clock) -> None:
        self._evaluation = evaluation
        self._track = track
        self._clock = clock
        self._status = evaluation.answer.status(track.id)
        self._goal: Fact = ("met", (0, Quoted(track.id)))
        self._pieces: tuple[Piece, ...] = ()
        self._enough: frozenset[int] = frozenset()

    def answer(self) -> Verification:
        if self._status != "met":
            return self._told((), (), set(), set(), set(), all_sets=True)
        goal = score_goal(self._evaluation, self._track)
        computed = goal.as_it_stands if goal else ()
        pieces, rest = take_apart(self._evaluation)
        # A score that is computed is no evidence of its own.
        self._pieces = tuple(one for one in pieces if not set(one.facts) & set(computed))
        facts = (*self._evaluation.setting.facts(), *rest, *computed)
        numbers = frozenset(range(len(self._pieces)))
        switches = {number: self._pieces[number].facts for number in sorted(numbers)}
        inputs = Switched(facts, switches, dict.fromkeys(sorted(numbers), 1))
        search, self._enough = search_with(self._evaluation.setting, inputs, goal)
        decisive = self._decisive(search, numbers)
        needed = frozenset(decisive)
        sets, complete = self._sets(search, needed)
        shared = {number for one in sets for number in one}
        spare: set[int] = set()
        for_score: set[int] = set()
        unsettled = set(numbers - needed - shared)
        if complete:
            spare, unsettled = unsettled, set()
        elif unsettled and self._clock.stopped is None:
            pairs = _Pairs(self._evaluation, self._pieces, facts, self._goal)
            for number in sorted(unsettled):
                if self._clock.is_over():
                    break
                unsettled.discard(number)
                (shared if pairs.may_be_needed(number, needed) else spare).add(number)
            for_score = spare & self._for_the_score()
        return self._told(
            tuple(decisive.values()),
            tuple(sets),
            shared,
            spare - for_score,
            unsettled | for_score,
            all_sets=complete,
            score_kept=bool(for_score),
        )

    def _for_the_score(self) -> set[int]:
        """Return the pieces that stand in a row of the scoring table, where a path asks for a score that is reached.

        Whether some choice of the others needs their points is not settled: pairs of dossiers keep the score.
        """
        evaluation = self._evaluation
        table = score_table(evaluation.setting)
        if table is None or not score_decides(evaluation, self._track):
            return set()
        stands = match([evaluation.dossier], evaluation.setting, table)[0].stands["claimed"]
        counted = {record_ref(evaluation.entries[number], evaluation.dossier) for number in stands}
        return {number for number, piece in enumerate(self._pieces) if piece.ref.record in counted}

    def _decisive(self, search: Search, numbers: frozenset[int]) -> dict[int, Decisive]:
        """Return the pieces without which the verdict falls."""
        found = {}
        under = self._evaluation.book.under(self._track.id)
        before = [clause for clause in under if self._evaluation.answer.status(clause) == "met"]
        for number, without in sorted(self._without_each(search, numbers).items()):
            status = without.get(self._track.id, "undetermined")
            if status != "met":
                fallen = [clause for clause in before if without.get(clause) != "met"]
                found[number] = Decisive(
                    self._pieces[number].ref, VERDICTS[status], tuple(dict.fromkeys(fallen))
                )
        return found

    def _without_each(
        self, search: Search, numbers: frozenset[int]
    ) -> dict[int, Mapping[str, Status]]:
        """Return the statuses of the clauses without each of the pieces."""
        found: dict[int, Mapping[str, Status]] = {}
        short: dict[int, Dossier] = {}
        for number in sorted(numbers):
            self._clock.tell(f"{number + 1}/{len(numbers)}")
            on = numbers - {number} | self._enough
            (found[number],) = statuses(search.true_atoms(on, STATUS_SIGNATURES), 1)
            if not found[number]:
                # The points are not enough then; what else is possible without them only an evaluation tells.
                short[number] = self._struck(self._pieces[number].ref)
        evaluations = evaluated(list(short.values()), self._evaluation.setting)
        for number, one in zip(short, evaluations, strict=True):
            found[number] = one.answer.statuses
        return found

    def _struck(self, piece: PieceRef) -> Dossier:
        """Return the dossier without a piece that brings points."""
        record = piece.record
        if record is None:
            raise TypeError(piece)
        dossier = self._evaluation.dossier
        if record.place is None:
            return dossier.model_copy(update={record.section: None})
        return without_records(dossier, [f"{record.section}[{record.place}]"])

    def _sets(self, search: Search, needed: frozenset[int]) -> tuple[list[tuple[int, ...]], bool]:
        """Return the smallest sets beyond what is *needed*, and whether these are all."""
        sets: list[tuple[int, ...]] = []
        for choice, proven in search.cheapest([(self._goal, True)], self._clock, on=needed):
            if not proven:
                return sets, False
            if len(sets) == MOST_SETS:
                return sets, False
            sets.append(tuple(sorted(choice.on - needed - self._enough)))
            self._clock.tell(str(len(sets)))
        return sets, not self._clock.stopped

    def _told(  # noqa: PLR0913 - what an answer consists of
        self,
        decisive: tuple[Decisive, ...],
        sets: tuple[tuple[int, ...], ...],
        shared: set[int],
        spare: set[int],
        unsettled: set[int],
        *,
        all_sets: bool,
        score_kept: bool = False,
    ) -> Verification:
        def refs(numbers: set[int] | tuple[int, ...]) -> tuple[PieceRef, ...]:
            return tuple(self._pieces[number].ref for number in sorted(numbers))

        return Verification(
            format=VERIFY_FORMAT,
            candidate=person(self._evaluation.dossier),
            track=self._track.id,
            track_label=Label(*self._track.label),
            verdict=VERDICTS[self._status],
            decisive=decisive,
            sets=tuple(refs(one) for one in sets if one),
            all_sets=all_sets,
            shared=refs(shared),
            spare=refs(spare),
            unsettled=refs(unsettled),
            proven=self._clock.stopped is None,
            stopped=self._clock.stopped,
            score_kept=score_kept,
        )


class _Pairs:
    """Two dossiers that differ in one piece: is there a choice of the others in which the piece decides?"""

    def __init__(
        self,
        evaluation: Evaluation,
        pieces: tuple[Piece, ...],
        facts: tuple[Fact, ...],
        goal: Fact,
    ) -> None:
        self._count = count = len(pieces)
        switches = {number: piece.facts for number, piece in enumerate(pieces)}
        switches |= {count + number: () for number in range(count)}
        differs = {number: count + number for number in range(count)}
        self._search = search_of(evaluation.setting, paired(Switched(facts, switches), differs))
        self._wanted = [(goal, True), (of_the_other(goal), False)]

    def may_be_needed(self, number: int, on: frozenset[int]) -> bool:
        """Tell whether the verdict can hang on piece *number*, with *on* and any of the others."""
        differs = range(self._count, 2 * self._count)
        off = [one for one in differs if one != self._count + number]
        wanted = {*on, number, self._count + number}
        return self._search.find(self._wanted, on=wanted, off=off) is not None
