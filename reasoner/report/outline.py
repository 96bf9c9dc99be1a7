"""An answer as headings and lines: one outline for the terminal, Markdown and HTML."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from reasoner.report.markup import NOTHING, Html
from reasoner.report.words import MARKS

_WITH_MEANING: Final = re.compile(r"([\\`*_\[\]<>|~&$#])")
_COLOURS: Final = {"√": "green", "×": "red", "？": "yellow"}


@dataclass(frozen=True)
class Entry:
    """A line: its text, the status that it is marked with if any, the id of a clause beside it, and lines below it."""

    text: str
    status: str | None = None
    code: str | None = None
    below: tuple["Entry", ...] = ()


@dataclass(frozen=True)
class Block:
    """A heading with what stands under it; a picture is for pages that can show one."""

    heading: str
    entries: tuple[Entry, ...]
    picture: Html = NOTHING


@dataclass(frozen=True)
class Outline:
    """A report: whom it is about, what came out, and blocks."""

    title: str
    result: Entry
    blocks: tuple[Block, ...] = field(default_factory=tuple)
    notes: tuple[str, ...] = ()


def as_lines(outline: Outline) -> Iterator[tuple[str, str | None]]:
    """Yield the lines for a terminal, each with the colour of its mark if it has one."""
    yield outline.title, None
    yield from _lines([outline.result], 0)
    for block in outline.blocks:
        yield "", None
        yield block.heading, None
        yield from _lines(block.entries, 1)
    if outline.notes:
        yield "", None
    for note in outline.notes:
        yield note, None


def _lines(entries: Sequence[Entry], depth: int) -> Iterator[tuple[str, str | None]]:
    for entry in entries:
        mark = MARKS[entry.status] if entry.status else ""
        code = f"  {entry.code}" if entry.code else ""
        yield f"{'  ' * depth}{mark + ' ' if mark else ''}{entry.text}{code}", _COLOURS.get(mark)
        yield from _lines(entry.below, depth + 1)


def as_markdown(outline: Outline) -> str:
    """Return the outline as Markdown."""
    lines = [f"# {_plain(outline.title)}", "", f"**{_marked(outline.result)}**"]
    if outline.result.below:
        lines += ["", *_bullets(outline.result.below, 0)]
    for block in outline.blocks:
        lines += ["", f"## {_plain(block.heading)}", "", *_bullets(block.entries, 0)]
    for note in outline.notes:
        lines += ["", _plain(note)]
    return "\n".join(lines)


def _bullets(entries: Sequence[Entry], depth: int) -> Iterator[str]:
    for entry in entries:
        code = f" `{entry.code}`" if entry.code else ""
        yield f"{'  ' * depth}- {_marked(entry)}{code}"
        yield from _bullets(entry.below, depth + 1)


def _marked(entry: Entry) -> str:
    mark = f"{MARKS[entry.status]} " if entry.status else ""
    return mark + _plain(entry.text)


def _plain(told: str) -> str:
    """Return *told* as one line in which nothing has a meaning in Markdown."""
    return _WITH_MEANING.sub(r"\\\1", " ".join(told.split()))
