"""Records that the user wants counted in a row of the scoring table, or what is wrong with the wish."""

from collections.abc import Sequence

from reasoner.errors import InputError, Problem, Text
from reasoner.evaluate import Evaluation
from reasoner.explain import record_ref
from reasoner.model.word import nearest
from reasoner.scoring.sums import Sums
from reasoner.scoring.table import ScoreTable


def pinned(
    pins: Sequence[tuple[str, str]], evaluation: Evaluation, sums: Sums, table: ScoreTable
) -> dict[int, str]:
    """Return the records that are pinned, by number, with their rows.

    Args:
        pins: records by id or place, and rows, which may be written without the name of the table.
        evaluation: the dossier, with its records.
        sums: its points without pins, which tell the rows that each record stands in.
        table: the table that it is scored by.

    Raises:
        InputError: a pin names no record, no row, or a row that the record has no place in; or a record twice.
    """
    problems: list[Problem] = []
    found: dict[int, str] = {}
    for name, asked in pins:
        number = _record(name, evaluation)
        places = sorted(row for record, row in sums.stays if record == number)
        row = next((row for row in (asked, f"{table.id}.{asked}") if row in table.rows), None)
        problem = _wrong_pin(name, asked, row, places, known=number is not None)
        if problem is None and number in found:
            problem = Problem(
                Text("同一记录指定了两次", "the same record is pinned twice"),
                source="--pin",
                value=name,
            )
        if problem is not None:
            problems.append(problem)
        elif number is not None and row is not None:
            found[number] = row
    if problems:
        raise InputError(problems)
    return found


def _record(name: str, evaluation: Evaluation) -> int | None:
    """Return the number of the record with this id, or at this place among the achievements."""
    for number, entry in enumerate(evaluation.entries):
        record = record_ref(entry, evaluation.dossier)
        if record.id == name:
            return number
        if record.section == "achievements" and str(record.place) == name:
            return number
    return None


def _wrong_pin(
    record: str, asked: str, row: str | None, places: Sequence[str], *, known: bool
) -> Problem | None:
    """Return what is wrong with a pin, if anything."""
    if not known:
        return Problem(
            Text("没有这个编号或序号的记录", "no record has this id or place"),
            source="--pin",
            value=record,
        )
    accepted = Text("、".join(places) or "无", ", ".join(places) or "none")
    if row is None:
        return Problem(
            Text("赋分表没有这一行", "the table has no such row"),
            source="--pin",
            value=asked,
            accepted=accepted,
            nearest=nearest(asked, list(places)),
        )
    if row not in places:
        return Problem(
            Text("这条记录不符合这一行", "the record does not stand in this row"),
            source="--pin",
            field=record,
            value=asked,
            accepted=accepted,
        )
    return None
