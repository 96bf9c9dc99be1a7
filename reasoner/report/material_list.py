"""The list of materials put into words: one row an item and one a piece, for every format."""

from collections.abc import Iterator
from dataclasses import dataclass

from reasoner.errors import Text
from reasoner.model.assessment import Material, MaterialPiece, Node
from reasoner.report.wording import Wording, below

NOT_ASKED_FOR = "–"
_MARKS = {"yes": "√", "no": "×", "untold": "？", None: NOT_ASKED_FOR}
_APPLIES = {
    "yes": Text("适用", "asked for"),
    "no": Text("不适用", "not asked for"),
    "unknown": Text("是否适用待定", "perhaps asked for"),
}
_PRESENT = {
    "yes": Text("齐备", "there"),
    "no": Text("有缺", "lacking"),
    "untold": Text("未写明", "not told"),
    None: Text(NOT_ASKED_FOR, NOT_ASKED_FOR),
}
COLUMNS = (Text("材料", "Material"), Text("是否适用", "Asked for"), Text("是否齐备", "There"))


@dataclass(frozen=True)
class MaterialRow:
    """One row: *mark* is that of what is there, *lacking* what keeps it from being complete."""

    mark: str
    cite: str
    name: str
    applies: str
    present: str
    lacking: str
    is_piece: bool


def material_rows(materials: tuple[Material, ...], words: Wording) -> Iterator[MaterialRow]:
    """Yield a row for each of *materials*, followed by its pieces where there are several."""
    for item in materials:
        alone = item.pieces[0] if len(item.pieces) == 1 else None
        yield MaterialRow(
            mark=_MARKS[item.present],
            cite=item.cite,
            name=words.say(item.label),
            applies=words.say(_APPLIES[item.applies]),
            present=words.say(_PRESENT[item.present]),
            lacking=_lacking(alone, words) if alone else "",
            is_piece=False,
        )
        for piece in item.pieces if alone is None else ():
            present = None if piece.applies == "no" else piece.present
            yield MaterialRow(
                mark=_MARKS[present],
                cite=item.cite,
                name=words.say(piece.clause.label),
                applies=words.say(_APPLIES[piece.applies]),
                present=words.say(_PRESENT[present]),
                lacking=_lacking(piece, words),
                is_piece=True,
            )


def _lacking(piece: MaterialPiece, words: Wording) -> str:
    """Return the attributes, of the materials or of single records, that are not as they must be."""
    if piece.applies == "no" or piece.present == "yes":
        return ""
    return words.listed(list(dict.fromkeys(_failing(piece.clause, words))))


def _failing(clause: Node, words: Wording) -> Iterator[str]:
    for node in below(clause):
        for one in node.evidence:
            for test in one.tests:
                if test.status != "passed":
                    yield (
                        words.attribute(test.attribute)
                        if one.record.section == "materials"
                        else words.of_record(one.record, test.attribute)
                    )
