"""The scores that rival readings lead to, alone and together, where a score decides."""

from collections.abc import Mapping, Sequence
from itertools import combinations, islice
from typing import Final

from reasoner.evaluate import Evaluation
from reasoner.questions.standing import score_decides
from reasoner.rival_scores import Rival
from reasoner.rule_book import Track
from reasoner.scoring.match import match
from reasoner.scoring.rival_totals import Bounds, totals_under
from reasoner.scoring.table import score_table

MOST_TOGETHER: Final = 32
"""So many combinations of readings that move the score are computed at most, the smallest first."""


def scores_under_rivals(
    evaluation: Evaluation, track: Track, rivals: Sequence[Rival]
) -> tuple[Mapping[tuple[Rival, ...], Bounds], bool]:
    """Return the scores under *rivals* that move it, and under combinations of these; and whether these are all.

    Nothing where no score decides.
    """
    setting = evaluation.setting
    table = score_table(setting)
    usual = evaluation.self_score
    if table is None or usual is None or not score_decides(evaluation, track):
        return {}, True
    matches = match([evaluation.dossier], setting, table)

    def moved(choices: Sequence[tuple[Rival, ...]]) -> dict[tuple[Rival, ...], Bounds]:
        found = totals_under(matches, setting, table, [dict(choice) for choice in choices])
        return {choice: bounds[0] for choice, bounds in zip(choices, found, strict=True) if bounds}

    alone = {
        choice: bounds
        for choice, bounds in moved([(rival,) for rival in rivals]).items()
        if bounds != (usual.total, usual.possible)
    }
    moving = [rival for (rival,) in alone]
    together = (
        several
        for size in range(2, len(moving) + 1)
        for several in combinations(moving, size)
        if len({reading for reading, _ in several}) == size
    )
    return alone | moved(list(islice(together, MOST_TOGETHER))), next(together, None) is None
