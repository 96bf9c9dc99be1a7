"""Do the maxima of a scoring table fit, and can every row add what is printed?"""

from collections.abc import Iterator

from reasoner.errors import Text
from reasoner.model.amounts import HUNDREDTHS_PER_POINT
from reasoner.policy.finding import Finding
from reasoner.policy.kinds_of_finding import (
    MAXIMUM_OUT_OF_REACH,
    MAXIMUM_TOO_HIGH,
    ROW_ABOVE_MAXIMUM,
)
from reasoner.policy.score_rules import ScoreRules, points
from reasoner.scoring.table import Box


def check_score_table(scoring: ScoreRules) -> Iterator[Finding]:
    """Yield maxima that do not fit one another, and rows that exceed one."""
    for box in scoring.table.boxes.values():
        if box.maximum is not None:
            yield from _parts(scoring, box, box.maximum)
    yield from _rows(scoring)


def _parts(scoring: ScoreRules, box: Box, maximum: int) -> Iterator[Finding]:
    boxes = scoring.table.boxes
    parts = [boxes[part] for part in box.parts if part in boxes]
    maxima = [part.maximum for part in parts if part.maximum is not None]
    for part in parts:
        if part.maximum is not None and part.maximum > maximum:
            yield Finding(
                MAXIMUM_TOO_HIGH,
                scoring.specialty,
                (part.id, box.id),
                scoring.cite(part.id),
                Text(
                    f"{scoring.table.cite}“{part.label.zh}”最高{part.maximum}分，"
                    f"而所属的“{box.label.zh}”最高{maximum}分。",
                    f"{scoring.table.cite}, {part.label.en}: up to {part.maximum} points, "
                    f"in {box.label.en} of up to {maximum}.",
                ),
            )
    if parts and len(maxima) == len(box.parts) and sum(maxima) < maximum:
        yield Finding(
            MAXIMUM_OUT_OF_REACH,
            scoring.specialty,
            (box.id,),
            scoring.cite(box.id),
            Text(
                f"{scoring.table.cite}“{box.label.zh}”最高{maximum}分，各部分合计至多{sum(maxima)}分。",
                f"{scoring.table.cite}, {box.label.en}: up to {maximum} points, its parts add up to {sum(maxima)}.",
            ),
        )


def _rows(scoring: ScoreRules) -> Iterator[Finding]:
    boxes = scoring.table.boxes
    for row in scoring.table.rows.values():
        around = (boxes[box] for box in scoring.table.above[row.id] if box in boxes)
        narrow = min(
            (box for box in around if box.maximum is not None),
            key=lambda box: (box.maximum or 0, -box.id.count(".")),
            default=None,
        )
        if (
            narrow is None
            or narrow.maximum is None
            or row.worth <= narrow.maximum * HUNDREDTHS_PER_POINT
        ):
            continue
        if narrow.maximum == 0:
            continue
        name = scoring.name(row)
        yield Finding(
            ROW_ABOVE_MAXIMUM,
            scoring.specialty,
            (row.id, narrow.id),
            scoring.cite(row.id),
            Text(
                f"{scoring.table.cite}“{name.zh}”一项即值{points(row.worth)}分，"
                f"而“{narrow.label.zh}”最高{narrow.maximum}分。",
                f"{scoring.table.cite}, {name.en}: one is worth {points(row.worth)} points, "
                f"in {narrow.label.en} of up to {narrow.maximum}.",
            ),
        )
