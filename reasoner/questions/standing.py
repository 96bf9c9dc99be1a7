"""Where a candidate stands before a question is asked: evaluated as an assessment does it."""

from collections.abc import Mapping, Sequence

from reasoner.assess import asks_score, prepare, prepare_tracks
from reasoner.evaluate import Evaluation, Setting, evaluate
from reasoner.model.dossier import Dossier
from reasoner.model.notice import Notice
from reasoner.routes import with_declared_route
from reasoner.rule_book import Track
from reasoner.scoring.table import score_table
from reasoner.scoring.totals import self_scores


def stand(  # noqa: PLR0913 - one call with everything that an evaluation depends on
    dossier: Dossier,
    track: str,
    *,
    notice: Notice | None = None,
    readings: Mapping[str, str] | None = None,
    threshold: int | None = None,
    scored: bool = False,
) -> tuple[Evaluation, Track]:
    """Return what the rules say of *dossier* on *track*, as `reasoner.assess.assess` has it.

    The self-score is computed if it is asked for with *scored*, and where a threshold makes it decide.

    Raises:
        InputError: unknown track, reading, option, path or clause.
        RulesError: the rules are wrong.
        SolverError: no answer was computed.
    """
    setting, found = prepare(track, notice=notice, readings=readings, threshold=threshold)
    dossier = on_track(dossier, found)
    if scored or setting.notice.threshold is not None:
        return evaluated([dossier], setting)[0], found
    return evaluate([dossier], setting)[0], found


def on_track(dossier: Dossier, track: Track) -> Dossier:
    """Return *dossier* with the path that the applicant declares under its full name.

    Raises:
        InputError: there is no such path.
    """
    return with_declared_route(dossier, [track], lambda: [one for _, one in prepare_tracks()])


def evaluated(dossiers: Sequence[Dossier], setting: Setting) -> list[Evaluation]:
    """Apply the rules to *dossiers*, each with the self-score that its records make.

    Raises:
        InputError: as `stand`.
        RulesError: as `stand`.
        SolverError: as `stand`.
    """
    return evaluate(dossiers, setting, self_scores(dossiers, setting))


def score_decides(evaluation: Evaluation, track: Track) -> bool:
    """Tell whether a path of *track* asks for a score that is computed from the records and must reach a threshold.

    Where no threshold is set, no score opens or closes such a path.
    """
    setting = evaluation.setting
    return (
        setting.notice.threshold is not None
        and score_table(setting) is not None
        and asks_score(track, evaluation.book)
    )


def score_lacks(evaluation: Evaluation, track: Track) -> int | None:
    """Return by how many hundredths of a point a score that *track* asks for is short of the threshold, if it is."""
    threshold = evaluation.setting.notice.threshold
    computed = evaluation.self_score
    score = computed.total if computed is not None else evaluation.dossier.self_score
    if threshold is None or score is None or not asks_score(track, evaluation.book):
        return None
    return threshold - score if score < threshold else None
