"""What if something were another way? The difference of two assessments."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reasoner.assess import DEFAULT_TRACK, asks_score, prepare
from reasoner.evaluate import Evaluation
from reasoner.explain import Explainer, notice_ref, person
from reasoner.hanging import VERDICTS
from reasoner.intake.changes import apply_changes
from reasoner.model.amounts import points
from reasoner.model.assessment import Evidence, Label, Node, StatusChange
from reasoner.model.changes import Changes
from reasoner.model.difference import WHAT_IF_FORMAT, Difference, RecordChange, Side
from reasoner.model.dossier import Dossier
from reasoner.model.notice import Notice
from reasoner.questions.cut_offs import notice_as_of
from reasoner.questions.standing import evaluated, on_track, stand
from reasoner.routes import interview, routes
from reasoner.rule_book import Track


def what_if(  # noqa: PLR0913 - one call with everything an answer depends on
    dossier: Dossier,
    changes: Changes,
    track: str = DEFAULT_TRACK,
    *,
    notice: Notice | None = None,
    readings: Mapping[str, str] | None = None,
    new_notice: Notice | None = None,
    new_readings: Mapping[str, str] | None = None,
    new_threshold: int | None = None,
) -> Difference:
    """Return how the assessment differs once *changes* are made.

    Args:
        dossier: what the candidate hands in.
        changes: what is to be another way in the dossier, and the day of both cut-offs.
        track: a track such as ``iot.senior``.
        notice: the parameters of the year before; those shipped for the regulation of the track unless given.
        readings: options that replace the default readings before.
        new_notice: the parameters of the year afterwards; the same unless given.
        new_readings: options that are chosen afterwards, beside those before.
        new_threshold: the score to reach afterwards, in hundredths of a point.

    Raises:
        InputError: a change cannot be made; unknown track, reading, option or clause.
        RulesError: the rules are wrong.
        SolverError: no answer was computed.
    """
    before, found = prepare(track, notice=notice, readings=readings)
    after, found_after = before, found
    others = (new_notice, new_threshold, changes.as_of)
    if new_readings or any(one is not None for one in others):
        after, found_after = prepare(
            track,
            notice=_notice_after(new_notice or before.notice, changes),
            readings={**before.readings, **(new_readings or {})},
            threshold=new_threshold,
        )
    dossiers = [on_track(dossier, found), on_track(apply_changes(dossier, changes), found_after)]
    if before == after:
        was, becomes = evaluated(dossiers, before)
    else:
        was, becomes = evaluated(dossiers[:1], before)[0], evaluated(dossiers[1:], after)[0]
    told = (
        *written(changes),
        *(f"--reading {name}={option}" for name, option in (new_readings or {}).items()),
        *([] if new_threshold is None else [f"--threshold {points(new_threshold)}"]),
    )
    return difference(was, becomes, found, found_after, told)


def written(changes: Changes) -> tuple[str, ...]:
    """Return *changes* as options of the command."""
    return (
        *(f"--drop {one}" for one in changes.drop),
        *(f"--set {one}" for one in changes.set),
        *(f"--add {one}" for one in changes.add),
        *([f"--as-of {changes.as_of}"] if changes.as_of else []),
    )


@dataclass(frozen=True)
class Trial:
    """A dossier to which changes are made one after another; each is answered with one evaluation."""

    evaluation: Evaluation
    track: Track

    @classmethod
    def of(
        cls,
        dossier: Dossier,
        track: str = DEFAULT_TRACK,
        *,
        notice: Notice | None = None,
        readings: Mapping[str, str] | None = None,
        threshold: int | None = None,
    ) -> "Trial":
        """Return a trial of *dossier*; the arguments are those of `what_if`, and so is what is raised."""
        return cls(
            *stand(
                dossier, track, notice=notice, readings=readings, threshold=threshold, scored=True
            )
        )

    def change(self, changes: Changes) -> tuple[Difference, "Trial"]:
        """Return how the assessment differs once *changes* are made as well, and the dossier with them.

        Raises:
            InputError: a change cannot be made.
            RulesError: the rules are wrong.
            SolverError: no answer was computed.
        """
        was = self.evaluation
        changed = on_track(apply_changes(was.dossier, changes), self.track)
        becomes = evaluated([changed], was.setting)[0]
        found = difference(was, becomes, self.track, self.track, written(changes))
        return found, Trial(becomes, self.track)


def difference(
    was: Evaluation, becomes: Evaluation, track: Track, track_after: Track, told: tuple[str, ...]
) -> Difference:
    """Return how *becomes* differs from *was* because of the changes *told*."""
    under = dict.fromkeys((*was.book.under(track.id), *becomes.book.under(track.id)))
    clauses = tuple(
        StatusChange(clause, was.answer.status(clause), becomes.answer.status(clause))
        for clause in under
        if was.answer.status(clause) != becomes.answer.status(clause)
    )
    before, after = _side(was, track), _side(becomes, track_after)
    return Difference(
        format=WHAT_IF_FORMAT,
        candidate=person(was.dossier),
        track=track.id,
        track_label=Label(*track.label),
        changes=told,
        before=before,
        after=after,
        clauses=clauses,
        opened=tuple(route for route in after.routes if route not in before.routes),
        closed=tuple(route for route in before.routes if route not in after.routes),
        records=tuple(_records(was, becomes, track.id, {change.clause for change in clauses})),
    )


def _notice_after(notice: Notice, changes: Changes) -> Notice:
    return notice if changes.as_of is None else notice_as_of(notice, changes.as_of)


def _side(evaluation: Evaluation, track: Track) -> Side:
    dossier, setting = evaluation.dossier, evaluation.setting
    status = evaluation.answer.status
    found = routes(dossier, track, status, evaluation.book)
    computed = evaluation.self_score if asks_score(track, evaluation.book) else None
    return Side(
        verdict=VERDICTS[status(track.id)],
        routes=tuple(route.clause for route in found if route.status == "met"),
        interview=interview(dossier, track, status, evaluation.book).duty,
        score=dossier.self_score if computed is None else computed.total,
        computed=computed,
        verified_score=dossier.verified_score,
        notice=notice_ref(setting.notice),
        readings=dict(setting.readings),
    )


def _records(
    was: Evaluation, becomes: Evaluation, root: str, changed: set[str]
) -> Iterator[RecordChange]:
    """Yield the records that a clause with another status counts otherwise."""
    before = dict(_leaves(Explainer(was).node(root)))
    after = dict(_leaves(Explainer(becomes).node(root)))
    for clause in dict.fromkeys((*before, *after)):
        if clause not in changed:
            continue
        old = _by_record(before.get(clause))
        new = _by_record(after.get(clause))
        for key in dict.fromkeys((*old, *new)):
            one, other = old.get(key), new.get(key)
            if (one and one.status) != (other and other.status):
                yield RecordChange(clause, one, other)


def _leaves(node: Node) -> Iterator[tuple[str, Node]]:
    if not node.parts:
        yield node.id, node
    for part in node.parts:
        yield from _leaves(part)


def _by_record(node: Node | None) -> dict[tuple[object, ...], Evidence]:
    """Return the evidence of a clause by what names its record in both dossiers."""
    found: dict[tuple[object, ...], Evidence] = {}
    for one in node.evidence if node else ():
        record = one.record
        named = record.id or record.name
        found[record.section, named or record.place] = one
    return found
