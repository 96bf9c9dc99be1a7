"""The check of a review record for the terminal and as Markdown: one list of lines for both."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text as Line

from reasoner.errors import Language
from reasoner.model.procedure_check import ProcedureCheck
from reasoner.report.procedure_wording import (
    FINDING_HEADINGS,
    FINDING_MARKS,
    FINGERPRINT_HEADING,
    NOT_CHECKED_HEADING,
    PROCEDURE_ADVICE,
    READINGS_HEADING,
    ProcedureWording,
)

_COLOURS = {"violation": "red", "open": "yellow"}
_WITH_MEANING = re.compile(r"([\\`*_\[\]<>|~&$#])")


@dataclass(frozen=True)
class _Piece:
    """A line of the report: how deep it stands, its text, and the severity that it is marked with."""

    depth: int
    text: str
    severity: str | None = None


def print_procedure(check: ProcedureCheck, console: Console, language: Language) -> None:
    """Print *check* on *console*."""
    for piece in _pieces(check, ProcedureWording(check, language)):
        line = Line("  " * piece.depth)
        if piece.severity:
            line.append(FINDING_MARKS[piece.severity], f"bold {_COLOURS[piece.severity]}")
            line.append(" ")
        console.print(line.append(piece.text, "bold" if not piece.depth else ""))


def procedure_as_markdown(check: ProcedureCheck, language: Language) -> str:
    """Return *check* as Markdown."""
    lines: list[str] = []
    for piece in _pieces(check, ProcedureWording(check, language)):
        text = _WITH_MEANING.sub(r"\\\1", " ".join(piece.text.split()))
        if piece.depth == 0:
            lines += ["", f"{'##' if lines else '#'} {text}", ""]
        else:
            mark = f"{FINDING_MARKS[piece.severity]} " if piece.severity else ""
            lines.append(f"{'  ' * (piece.depth - 1)}- {mark}{text}")
    return "\n".join(lines[1:])


def _pieces(check: ProcedureCheck, words: ProcedureWording) -> Iterator[_Piece]:
    yield _Piece(0, words.title())
    yield _Piece(1, words.summary())
    yield _Piece(1, words.say(PROCEDURE_ADVICE))
    for severity, heading in FINDING_HEADINGS.items():
        found = [one for one in check.findings if one.severity == severity]
        if found:
            yield _Piece(0, words.say(heading))
        for one in found:
            yield _Piece(1, words.finding(one), severity)
    yield from _readings(check, words)
    if check.not_checked:
        yield _Piece(0, words.say(NOT_CHECKED_HEADING))
    for part in check.not_checked:
        yield _Piece(1, f"{part.cite} {part.clause}  {words.say(part.reason)}")
    yield _Piece(0, words.say(FINGERPRINT_HEADING))
    yield _Piece(1, check.sha256)


def _readings(check: ProcedureCheck, words: ProcedureWording) -> Iterator[_Piece]:
    if check.readings:
        yield _Piece(0, words.say(READINGS_HEADING))
    for reading in check.readings:
        yield _Piece(1, f"{reading.id}  {reading.cite}  {words.say(reading.question)}")
        yield _Piece(2, words.pick("采用：", "applied: ") + words.option(reading))
        for rival in reading.rivals:
            yield _Piece(2, words.pick("另读：", "rival: ") + words.rival(rival))
            for change in words.changes(rival):
                yield _Piece(3, change)
