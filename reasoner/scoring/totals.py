"""The totals of many dossiers: what an assessment needs of the score."""

from collections.abc import Mapping, Sequence

from reasoner.evaluate import CROWD, Setting, runs_here
from reasoner.model.assessment import SelfScore
from reasoner.model.dossier import Dossier
from reasoner.scoring.match import Match, World, match
from reasoner.scoring.sums import Case, Sums, add_up
from reasoner.scoring.table import ScoreTable, score_table


def self_scores(dossiers: Sequence[Dossier], setting: Setting) -> list[SelfScore | None]:
    """Return the self-score of each of *dossiers*; None where the score that the dossier states counts.

    That is so where the specialty has no table, and under rules that this process may not run.

    Raises:
        SolverTimeout: no assignment of records to rows was proved the best.
    """
    table = score_table(setting) if runs_here(setting.rules) else None
    if table is None:
        return [None] * len(dossiers)
    found: list[SelfScore | None] = []
    for start in range(0, len(dossiers), CROWD):
        crowd = dossiers[start : start + CROWD]
        matches = match(crowd, setting, table)
        claimed = [Case(one, "claimed") for one in matches]
        usual = add_up([*claimed, *(Case(one, "possible") for one in matches)], setting, table)
        doubtful = [place for place, one in enumerate(matches) if touched(one, table)]
        low, high = (
            _totals(usual, doubtful, claimed, setting=setting, table=table, options=options)
            for options in (table.least, table.most)
        )
        found += [
            SelfScore(
                total=usual[place].total,
                possible=max(usual[len(crowd) + place].total, usual[place].total),
                low=low[place],
                high=high[place],
                typed=dossier.self_score,
            )
            for place, dossier in enumerate(crowd)
        ]
    return found


def _totals(  # noqa: PLR0913 - one table, one crowd, read once more
    usual: Sequence[Sums],
    doubtful: Sequence[int],
    claimed: Sequence[Case],
    *,
    setting: Setting,
    table: ScoreTable,
    options: Mapping[str, str],
) -> list[int]:
    """Return the totals with *options* of doubtful cells; only those who have points in one are added up again."""
    again = add_up(
        [claimed[place] for place in doubtful], setting, table, extreme(setting, options)
    )
    totals = [usual[place].total for place in range(len(claimed))]
    for place, sums in zip(doubtful, again, strict=True):
        totals[place] = sums.total
    return totals


def extreme(setting: Setting, options: Mapping[str, str]) -> dict[str, str]:
    """Return *options* of doubtful cells, but for the readings that the user chose."""
    return {name: option for name, option in options.items() if name not in setting.readings}


def touched(one: Match, table: ScoreTable, world: World = "claimed") -> list[str]:
    """Return the readings of doubtful cells that something claimed lies in, or what is possible."""
    rows = {row for rows in one.stands[world].values() for row in rows}
    boxes = {box for row in (*rows, *one.times[world]) for box in table.above[row]}
    return [name for name in table.readings() if boxes & set(table.doubtful[name])]
