"""A comparison of tracks as headings and tables, and as a workbook."""

import datetime as dt
import io
from typing import Final

import xlsxwriter

from reasoner.errors import Language
from reasoner.model.assessment import Label
from reasoner.model.comparison import ComparedRow, Comparison
from reasoner.report.sheet import Block, Grid, Heading

_SAME, _DIFFERENT = "=", "≠"
_MOMENT: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The time of every workbook, so that the same comparison gives the same bytes."""
_COLUMNS_OF_THE_MATTER: Final = 2
_WIDTH: Final = 40
"""How many characters wide a column of a track is."""


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
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"created": _MOMENT})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        heads = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        for concept, grid in zip(comparison.concepts, grids, strict=True):
            sheet = book.add_worksheet(_say(concept.label, language))
            sheet.freeze_panes(1, _COLUMNS_OF_THE_MATTER)
            sheet.set_column(1, len(grid.heads) - 1, _WIDTH)
            for row, cells in enumerate((grid.heads, *grid.rows)):
                for column, cell in enumerate(cells):
                    sheet.write_string(row, column, cell, wrapped if row else heads)
    return stream.getvalue()
