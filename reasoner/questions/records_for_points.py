"""Records that rows of the scoring table would count: those that bring most for what they cost."""

from collections.abc import Iterator, Sequence
from typing import Final

from reasoner.evaluate import Setting
from reasoner.model.amounts import HUNDREDTHS_PER_POINT
from reasoner.model.costs import Costs
from reasoner.questions.new_records import NewRecord, costs_of_kinds, new_record, told_for
from reasoner.scoring.table import Row, ScoreTable

_QUESTIONS: Final = ("boundaries_of_scoring", "fill_row")


def new_records_of_rows(
    setting: Setting, table: ScoreTable, lacking: int, costs: Costs
) -> tuple[NewRecord, ...]:
    """Return records that rows of *table* would count in full, at the least cost.

    Of each kind of record and each block those that bring more points than whatever costs no more, in so many copies as
    can help where *lacking* hundredths of a point are short.

    Raises:
        InputError: as `new_records`.
    """
    add = costs_of_kinds(costs)
    leaves = tuple(
        (kind, leaf)
        for leaf, clause in table.leaves.items()
        for kind in clause.kinds
        if kind in add and table.rows[table.row_of[leaf]].form == "each"
    )
    files = setting.rules.score_match_files(setting.specialty)
    found: dict[tuple[str, str], list[tuple[NewRecord, int]]] = {}
    for (kind, leaf), told in zip(
        leaves, told_for(setting, files, _QUESTIONS, leaves, costs), strict=True
    ):
        if told is None:
            continue
        row = table.rows[table.row_of[leaf]]
        room = 1 if row.block in table.highest else _copies(table, row, lacking)
        new = new_record(kind, told, room, add[kind], costs)
        found.setdefault((row.block, kind), []).append((new, row.worth))
    return tuple(new for same in found.values() for new in _worth_their_cost(same))


def _copies(table: ScoreTable, row: Row, lacking: int) -> int:
    """Return how many records of *row* can help: no more than are lacking, or than its boxes hold."""
    maxima = [table.boxes[box].maximum for box in table.above[row.id] if box in table.boxes]
    most = min([lacking, *(most * HUNDREDTHS_PER_POINT for most in maxima if most is not None)])
    return max(1, -(-most // row.worth))


def _worth_their_cost(found: Sequence[tuple[NewRecord, int]]) -> Iterator[NewRecord]:
    most = 0
    for new, worth in sorted(found, key=lambda one: (one[0].cost, -one[1])):
        if worth > most:
            most = worth
            yield new
