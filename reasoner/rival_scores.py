"""What rival readings make of verdicts by way of the self-score, where a threshold is set."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, get_args

from reasoner.answer import Status
from reasoner.evaluate import Evaluation, Setting, evaluate, runs_here
from reasoner.model.assessment import SelfScore
from reasoner.model.vocabulary import RecordKind
from reasoner.replay import replay
from reasoner.rule_book import RuleBook
from reasoner.scoring.match import match
from reasoner.scoring.rival_totals import Bounds, totals_under
from reasoner.scoring.table import score_table

Rival = tuple[str, str]
"""A reading, and an option that is not applied."""
_STATUSES: Final[tuple[Status, ...]] = get_args(Status)


def rivals_of(setting: Setting, book: RuleBook) -> Iterator[Rival]:
    """Yield all rivals that *book* knows."""
    for reading in book.readings.values():
        applied = setting.readings.get(reading.id, reading.default)
        yield from ((reading.id, one.id) for one in reading.options if one.id != applied)


def rival_scores(
    evaluations: Sequence[Evaluation], setting: Setting
) -> dict[Rival, dict[int, SelfScore]]:
    """Return for each rival the self-scores that it leads to, of the candidates, by number, for whom they matter.

    Of those whose verdict on some track can hang on the score: where the rival moves it past the threshold, up or down,
    or where no threshold is set and it is another. Nothing where the specialty has no table.
    """
    table = score_table(setting) if runs_here(setting.rules) else None
    hanging = [number for number, one in enumerate(evaluations) if _hangs_on_the_score(one)]
    if table is None or not hanging:
        return {}
    rivals = list(rivals_of(setting, evaluations[0].book))
    matches = match([evaluations[number].dossier for number in hanging], setting, table)
    scores = totals_under(matches, setting, table, [dict([rival]) for rival in rivals])
    found: dict[Rival, dict[int, SelfScore]] = {}
    for rival, of_places in zip(rivals, scores, strict=True):
        for place, (total, possible) in of_places.items():
            usual = evaluations[hanging[place]].self_score
            if usual is not None and _differ(
                (total, possible), (usual.total, usual.possible), setting.notice.threshold
            ):
                found.setdefault(rival, {})[hanging[place]] = replace(
                    usual, total=total, possible=possible, low=total, high=total
                )
    return found


def statuses_by_score(
    evaluations: Sequence[Evaluation],
    setting: Setting,
    rival: Rival,
    scores: Mapping[int, SelfScore],
) -> dict[int, Mapping[str, Status]]:
    """Return the statuses under *rival* of the candidates with its *scores*, by number."""
    dossiers = [evaluations[number].dossier for number in scores]
    again = evaluate(dossiers, setting.with_reading(*rival), list(scores.values()))
    return {number: one.answer.statuses for number, one in zip(scores, again, strict=True)}


def _differ(one: Bounds, other: Bounds, threshold: int | None) -> bool:
    if threshold is None:
        return one != other
    return _side(one, threshold) != _side(other, threshold)


def _side(bounds: Bounds, threshold: int) -> Status:
    """Return where a score stands: whether it reaches the threshold, may still, or does not."""
    total, possible = bounds
    return "met" if total >= threshold else "undetermined" if possible >= threshold else "unmet"


def _hangs_on_the_score(evaluation: Evaluation) -> bool:
    """Tell whether the verdict on some track would be another with another status of the clauses on the score."""
    book = evaluation.book
    of_score = {
        name
        for name, clause in book.clauses.items()
        if RecordKind.SELF_SCORE.value in clause.kinds and not clause.parts
    }
    leaves = {
        name: evaluation.answer.status(name)
        for name, clause in book.clauses.items()
        if not clause.parts
    }
    return evaluation.self_score is not None and any(
        replay(track, book, leaves | dict.fromkeys(of_score, status))
        != evaluation.answer.status(track)
        for track in book.tracks
        if of_score & set(book.under(track))
        for status in _STATUSES
    )
