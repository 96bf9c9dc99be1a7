"""Which readings matter: those whose rivals would change something for a candidate."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from reasoner.answer import Status
from reasoner.evaluate import Evaluation, Outcome, Setting, evaluate, evaluate_rivals
from reasoner.explain import Explainer
from reasoner.hanging import PARAMETERS, VERDICTS, hanging
from reasoner.model.assessment import (
    Label,
    OpenParameter,
    ReadingThatMatters,
    RivalReading,
    Route,
    SelfScore,
    StatusChange,
)
from reasoner.rival_scores import rival_scores, rivals_of, statuses_by_score
from reasoner.routes import interview, routes
from reasoner.rule_book import Clause, Option, Reading, Track


@dataclass(frozen=True)
class Trial:
    """One rival, the candidates by number whom it may touch, and the self-scores that matter and that it leads to."""

    reading: Reading
    rival: Option
    whom: list[int]
    scores: Mapping[int, SelfScore]


def try_rivals(evaluations: Sequence[Evaluation], setting: Setting) -> list[tuple[Trial, Outcome]]:
    """Return the rivals that may change anything, on any track, judged by the rules themselves.

    A score that a threshold makes decide is the one that the rival leads to.
    """
    trials = list(_trials(evaluations, setting))
    rivals = [(trial.reading.id, trial.rival.id) for trial in trials]
    judged = evaluate_rivals(evaluations, setting, rivals)
    for place, (trial, rival) in enumerate(zip(trials, rivals, strict=True)):
        if trial.scores and setting.notice.threshold is not None:
            known = dict(enumerate(judged[place].statuses))
            known |= statuses_by_score(evaluations, setting, rival, trial.scores)
            judged[place] = replace(judged[place], statuses=list(known.values()))
    return list(zip(trials, judged, strict=True))


def readings_that_matter(
    evaluations: Sequence[Evaluation],
    tried: Sequence[tuple[Trial, Outcome]],
    track: Track,
    root: str,
) -> list[tuple[ReadingThatMatters, ...]]:
    """Return, for each evaluation, the readings whose rivals change a status below *root*, a route or an interview."""
    found: list[dict[str, list[RivalReading]]] = [{} for _ in evaluations]
    for trial, outcome in tried:
        for number in trial.whom:
            rival = _rival(trial, outcome, number, evaluations[number], track=track, root=root)
            if rival is not None:
                found[number].setdefault(trial.reading.id, []).append(rival)
    return [
        tuple(
            _matters(evaluation.book.readings[name], evaluation.setting, tuple(rivals))
            for name, rivals in one.items()
        )
        for evaluation, one in zip(evaluations, found, strict=True)
    ]


def _trials(evaluations: Sequence[Evaluation], setting: Setting) -> Iterator[Trial]:
    book = evaluations[0].book
    scores = rival_scores(evaluations, setting)
    touched = {
        name: {number for number, one in enumerate(evaluations) if _may_matter(reading, one)}
        for name, reading in book.readings.items()
    }
    for name, option in rivals_of(setting, book):
        scored = scores.get((name, option), {})
        whom = touched[name] | {*scored}
        if whom:
            reading = book.readings[name]
            yield Trial(reading, reading.option(option), sorted(whom), scored)


def _rival(  # noqa: PLR0913 - all that a rival can differ in
    trial: Trial,
    outcome: Outcome,
    number: int,
    evaluation: Evaluation,
    *,
    track: Track,
    root: str,
) -> RivalReading | None:
    """Return what the rival changes for candidate *number*, or nothing."""
    other, statuses = outcome.book, outcome.statuses[number]

    def after(clause: str) -> Status:
        return statuses.get(clause, "undetermined")

    changes = [
        change
        for change in _changes(evaluation, statuses, root)
        if change.under_rival != "undetermined" or change.clause in other.clauses
    ]
    duty = None
    if root == track.id and trial.reading.id in evaluation.book.concerns:
        gone = {*track.routes} - {*other.tracks[track.id].routes}

        def by_route(clause: str) -> Status:
            return "unmet" if clause in gone else after(clause)

        before = list(routes(evaluation.dossier, track, evaluation.answer.status, evaluation.book))
        changed = list(routes(evaluation.dossier, track, by_route, other))
        changes += _route_changes(before, changed, {change.clause for change in changes})
        was = interview(evaluation.dossier, track, evaluation.answer.status, evaluation.book).duty
        becomes = interview(evaluation.dossier, track, by_route, other).duty
        duty = becomes if becomes != was else None
    score = trial.scores.get(number, evaluation.self_score)
    parameters = _other_parameters(trial, evaluation, score, after(root), root)
    if not changes and duty is None and not parameters:
        return None
    return RivalReading(
        option=trial.rival.id,
        label=Label(*trial.rival.label),
        verdict=VERDICTS[after(root)],
        changes=tuple(changes),
        interview=duty,
        open_parameters=parameters,
    )


def _changes(
    evaluation: Evaluation, outcome: Mapping[str, Status], root: str
) -> Iterator[StatusChange]:
    book = evaluation.book
    beside = chain.from_iterable(track.beside for track in book.tracks.values())
    materials = book.materials(book.tracks[root]) if root in book.tracks else ()
    for clause in dict.fromkeys(chain(book.under(root), *map(book.under, beside), materials)):
        before, after = evaluation.answer.status(clause), outcome.get(clause, "undetermined")
        if before != after:
            yield StatusChange(clause, before, after)


def _route_changes(
    before: list[Route], after: list[Route], known: set[str]
) -> Iterator[StatusChange]:
    for was, becomes in zip(before, after, strict=True):
        if was.status != becomes.status and was.clause not in known:
            yield StatusChange(was.clause, was.status, becomes.status)


def _other_parameters(
    trial: Trial, evaluation: Evaluation, score: SelfScore | None, after: Status, root: str
) -> tuple[OpenParameter, ...]:
    """Return the verdict as another function of a parameter that is not set, if the rival makes it one."""
    book = evaluation.book
    waiting = {
        clause
        for (clause, _), tests in evaluation.answer.open.items()
        if any(relation in PARAMETERS for _, relation in tests)
    }
    touched = [name for name, _ in book.read_by.get(trial.reading.id, ()) if name in book.clauses]
    # What is settled hangs on nothing, so the rival need not be evaluated in full to know that.
    same = score == evaluation.self_score
    if same and not any(waiting & set(book.under(clause)) for clause in touched):
        return ()
    if after != "undetermined":
        return ()
    rival = evaluation.setting.with_reading(trial.reading.id, trial.rival.id)
    found = _parameters(evaluate([evaluation.dossier], rival, [score])[0], root)
    return found if found != _parameters(evaluation, root) else ()


def _parameters(evaluation: Evaluation, root: str) -> tuple[OpenParameter, ...]:
    return hanging(evaluation, Explainer(evaluation).node(root)).parameters


def _matters(
    reading: Reading, setting: Setting, rivals: tuple[RivalReading, ...]
) -> ReadingThatMatters:
    applied = reading.option(setting.readings.get(reading.id, reading.default))
    return ReadingThatMatters(
        id=reading.id,
        cite=reading.cite,
        question=Label(*reading.question),
        option=applied.id,
        label=Label(*applied.label),
        rivals=rivals,
    )


def _may_matter(reading: Reading, evaluation: Evaluation) -> bool:
    """Tell whether *reading* can touch the candidate at all, to spare the trial if not."""
    book = evaluation.book
    if reading.id in book.concerns:
        return any(
            evaluation.answer.status(clause) != "unmet" for clause in book.concerns[reading.id]
        )
    return any(
        _may_touch(book.clauses[clause], attributes, evaluation)
        for clause, attributes in book.read_by.get(reading.id, ())
        if clause in book.clauses
    )


def _may_touch(clause: Clause, attributes: frozenset[str], evaluation: Evaluation) -> bool:
    """Tell whether another reading of *clause*, or of its tests on *attributes*, can change a status.

    A quota over parts that all have the same status comes out the same, whatever it is; but what has one part only may
    get another. A changed test matters only to records that fail no other test. A table matters only if a clause asks
    for its classes.
    """
    book, answer = evaluation.book, evaluation.answer
    if clause.form == "definition":
        table = book.tables.get(clause.id)
        return table is None or table.attribute in book.tested_attributes
    if clause.parts:
        return len(clause.parts) == 1 or len({answer.status(part) for part in clause.parts}) > 1
    if not attributes:
        return any(entry.kind in clause.kinds for entry in evaluation.entries)
    return any(
        all(name in attributes for name, _ in answer.failed.get((clause.id, number), ()))
        for number, entry in enumerate(evaluation.entries)
        if entry.kind in clause.kinds
    )
