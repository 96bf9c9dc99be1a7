"""A score that has to reach the threshold: what a search must know to see it change with the records."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from reasoner.evaluate import Evaluation, Setting
from reasoner.facts import Fact, Quoted, dossier_facts, is_of_cell
from reasoner.model.costs import Costs
from reasoner.model.vocabulary import RecordKind
from reasoner.questions.new_records import NewRecord
from reasoner.questions.pieces import search_of
from reasoner.questions.records_for_points import new_records_of_rows
from reasoner.questions.search import Search
from reasoner.questions.standing import score_decides, score_lacks
from reasoner.questions.switched import Switched
from reasoner.rule_book import Track
from reasoner.scoring.table import score_table

_NEEDS_SCORE: Final = "needs_score"
"""The predicate of the switch that is on only while the points reach the threshold (``questions/score_reached.lp``)."""
_POINTS: Final = "points"


@dataclass(frozen=True)
class ScoreGoal:
    """The score of an evaluation as a goal.

    *files* are the rules of the verdict and of the points; *facts* is what they need to know beside the dossier;
    *as_it_stands* the facts of the score that was computed, *reached* those of one that is enough.
    """

    files: Sequence[Path]
    facts: tuple[Fact, ...]
    as_it_stands: tuple[Fact, ...]
    reached: tuple[Fact, ...]


def score_goal(evaluation: Evaluation, track: Track) -> ScoreGoal | None:
    """Return the score as a goal where it decides, as `score_decides` has it."""
    setting = evaluation.setting
    table, threshold = score_table(setting), setting.notice.threshold
    if table is None or threshold is None or not score_decides(evaluation, track):
        return None
    number = next(
        place
        for place, entry in enumerate(evaluation.entries)
        if entry.kind == RecordKind.SELF_SCORE.value
    )
    told = dossier_facts(0, evaluation.dossier, evaluation.entries)
    return ScoreGoal(
        files=setting.rules.score_goal_files(setting.specialty),
        facts=tuple(("printed", (Quoted(row), place)) for row, place in table.printed.items()),
        as_it_stands=tuple(fact for fact in told if is_of_cell(fact, number, _POINTS)),
        reached=(("range", (0, number, _POINTS, threshold, threshold)),),
    )


def search_with(
    setting: Setting, inputs: Switched, goal: ScoreGoal | None
) -> tuple[Search, frozenset[int]]:
    """Return the search over *inputs*, and the switch that stands for a score that is enough, which costs nothing.

    Without a *goal* there is no such switch, and the score stays as it is.
    """
    if goal is None:
        return search_of(setting, inputs), frozenset()
    enough = 1 + max(inputs.switches, default=-1)
    told = replace(
        inputs,
        facts=(
            *(fact for fact in inputs.facts if fact not in goal.as_it_stands),
            *goal.facts,
            (_NEEDS_SCORE, (enough,)),
        ),
        switches={**inputs.switches, enough: goal.reached},
    )
    search = search_of(setting, told, awaited=(_NEEDS_SCORE,), rules=goal.files)
    return search, frozenset({enough})


def score_can_rise(evaluation: Evaluation, track: Track) -> bool:
    """Tell whether the score decides and is short of the threshold."""
    return score_decides(evaluation, track) and score_lacks(evaluation, track) is not None


def records_for_the_score(
    evaluation: Evaluation, track: Track, costs: Costs
) -> tuple[NewRecord, ...]:
    """Return new records that would bring points, where `score_can_rise`.

    Raises:
        InputError: the table of costs names a kind or an attribute that there is not.
    """
    table, lacking = score_table(evaluation.setting), score_lacks(evaluation, track)
    if table is None or lacking is None or not score_can_rise(evaluation, track):
        return ()
    return new_records_of_rows(evaluation.setting, table, lacking, costs)
