"""The list of materials put into words: one row an item and one a piece, for every format."""

from collections.abc import Iterator
from dataclasses import dataclass

from reasoner.errors import Text
from reasoner.model.assessment import Material, MaterialPiece, Node
from reasoner.report.nodes import below
from reasoner.report.wording import Wording

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
# Of records that must all be so, it is not said that they are there.
_ALL_SO = {"yes": Text("均符合", "all as asked"), "no": Text("有不符合", "not all as asked")}
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

    def there(self, words: Wording) -> str:
        """Return what is there, with its mark and what is lacking; a dash where nothing is asked for."""
        told = self.mark if self.mark == NOT_ASKED_FOR else f"{self.mark} {self.present}"
        return told + (words.bracketed(self.lacking) if self.lacking else "")


def material_rows(materials: tuple[Material, ...], words: Wording) -> Iterator[MaterialRow]:
    """Yield a row for each of *materials*, followed by its pieces where there are several."""
    for item in materials:
        alone = item.pieces[0] if len(item.pieces) == 1 else None
        yield MaterialRow(
            mark=_MARKS[item.present],
            cite=item.cite,
            name=words.say(item.label),
            applies=words.say(_APPLIES[item.applies]),
            present=_present(item.present, item.pieces, words),
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
                present=_present(present, (piece,), words),
                lacking=_lacking(piece, words),
                is_piece=True,
            )


def _present(present: str | None, pieces: tuple[MaterialPiece, ...], words: Wording) -> str:
    of_records = all(piece.clause.form == "every" for piece in pieces)
    return words.say(
        _ALL_SO.get(present or "", _PRESENT[present]) if of_records else _PRESENT[present]
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
