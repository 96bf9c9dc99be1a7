"""A comparison of tracks as headings and tables, and as a workbook."""

import io
import zipfile
from typing import Final
from xml.sax.saxutils import escape

from reasoner.errors import Language
from reasoner.model.assessment import Label
from reasoner.model.comparison import ComparedRow, Comparison
from reasoner.report.sheet import Block, Grid, Heading

_SAME, _DIFFERENT = "=", "≠"
_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a workbook, so that the same comparison gives the same bytes."""


def comparison_sheet(comparison: Comparison, language: Language) -> list[Block]:
    """Return *comparison* as a table a concept; the first column tells whether the tracks differ."""
    blocks: list[Block] = [
        Heading("各专业比较" if language == "zh" else "The specialties compared")
    ]
    for concept in comparison.concepts:
        blocks += [
            Heading(_say(concept.label, language)),
            Grid(
                ("", "事项" if language == "zh" else "matter", *comparison.tracks),
                tuple(_row(row, comparison.tracks, language) for row in concept.rows),
            ),
        ]
    return blocks


def comparison_lines(comparison: Comparison, language: Language) -> str:
    """Return *comparison* for a terminal: a line a track and clause, below the matter."""
    lines: list[str] = []
    for concept in comparison.concepts:
        lines.append(_say(concept.label, language))
        for one in concept.rows:
            lines.append(f"  {_DIFFERENT if one.differs else _SAME} {_say(one.name, language)}")
            for track in comparison.tracks:
                phrases = one.cells.get(track) or (Label("—", "—"),)
                lines += [f"      {track}  {_say(phrase, language)}" for phrase in phrases]
    return "\n".join(lines)


def _say(label: Label, language: Language) -> str:
    return label.zh if language == "zh" else label.en


def _row(row: ComparedRow, tracks: tuple[str, ...], language: Language) -> tuple[str, ...]:
    cells = (
        " / ".join(_say(phrase, language) for phrase in row.cells.get(track, ()))
        for track in tracks
    )
    return (_DIFFERENT if row.differs else _SAME, _say(row.name, language), *cells)


def comparison_workbook(comparison: Comparison, language: Language) -> bytes:
    """Return *comparison* as a workbook (xlsx), a sheet a concept."""
    grids = [block for block in comparison_sheet(comparison, language) if isinstance(block, Grid)]
    names = [_say(concept.label, language) for concept in comparison.concepts]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as book:
        for path, content in _files(grids, names):
            book.writestr(zipfile.ZipInfo(path, _MOMENT), content)
    return stream.getvalue()


_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOCUMENT: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def _files(grids: list[Grid], names: list[str]) -> list[tuple[str, str]]:
    numbers = range(1, len(grids) + 1)
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        for n in numbers
    )
    sheets = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, name in zip(numbers, names, strict=True)
    )
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{_DOCUMENT}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in numbers
    )
    return [
        (
            "[Content_Types].xml",
            (
                f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
                'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>{types}</Types>'
            ),
        ),
        (
            "_rels/.rels",
            (
                f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
                f'Type="{_DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
            ),
        ),
        (
            "xl/workbook.xml",
            f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}"><sheets>{sheets}</sheets></workbook>',
        ),
        (
            "xl/_rels/workbook.xml.rels",
            f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
        ),
        *(
            (f"xl/worksheets/sheet{n}.xml", _worksheet(grid))
            for n, grid in zip(numbers, grids, strict=True)
        ),
    ]


def _worksheet(grid: Grid) -> str:
    rows = "".join(
        "<row>"
        + "".join(
            f'<c t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>'
            for cell in cells
        )
        + "</row>"
        for cells in (grid.heads, *grid.rows)
    )
    return f'{_XML}<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'
