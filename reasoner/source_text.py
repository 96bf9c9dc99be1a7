"""Finds the words of each clause in the user's copy of the official document.

The document is plain text, perhaps read by machine: blanks and the width of brackets are not relied upon.
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from reasoner.errors import InputError, Problem, Text
from reasoner.intake.text import load
from reasoner.rule_book import RuleBook

_ARTICLE = re.compile(r"^第[一二三四五六七八九十]+条")
_ITEM = re.compile(r"^\(([一二三四五六七八九十]+)\)")
_PLACE = re.compile(r"(第[一二三四五六七八九十]+条)(?:\(([一二三四五六七八九十]+)\))?")
# A notice has numbered sections, and annexes with numbered items.
_SECTION = re.compile(r"^([一二三四五六七八九十]+)、")
_ANNEX = re.compile(r"^(附件[0-9])$")
_LIST_OF_ANNEXES = "附件"
_NUMBERED = re.compile(r"^([0-9]+)[.、]")
_SECTION_PLACE = re.compile(r"([一二三四五六七八九十]+)(?:\(([一二三四五六七八九十]+)\))?")
_ANNEX_PLACE = re.compile(r"(附件[0-9])(?: 第([0-9]+)项)?")
_SUFFIXES = (".txt", ".md")
_CHAPTER = re.compile(r"^第[一二三四五六七八九十]+章")
_HEADING_REACH = 12
_END = re.compile(r"^附\s*:?\s*1?\s*[.、]?")


def read_source(path: Path, book: RuleBook, specialty: str) -> dict[str, str]:
    """Return the official words by clause id, for the clauses of *specialty* that *path* has.

    Raises:
        InputError: the file cannot be read, or does not hold the conditions of the specialty.
    """
    text, heading = load(path, _SUFFIXES), book.headings[specialty]
    found = dict(_articles(text, heading)) or dict(_sections(text, heading))
    if not found:
        raise InputError(
            [
                Problem(
                    Text(
                        "文件中找不到该专业的评价条件",
                        "the file does not hold the conditions of this specialty",
                    ),
                    source=str(path),
                    accepted=Text(book.headings[specialty], book.headings[specialty]),
                )
            ]
        )
    words = {}
    for clause in book.clauses.values():
        places = [found[place] for place in _places(clause.cite) if place in found]
        if places:
            words[clause.id] = "\n".join(places)
    return words


def _articles(text: str, heading: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield article and item ("" for the head of the article) with their words."""
    place: tuple[str, str] | None = None
    words: list[str] = []
    for line, shown in _conditions(text, heading):
        article, item = _ARTICLE.match(line), _ITEM.match(line)
        if article or (item and place):
            if place and words:
                yield place, "".join(words)
            place = (
                (article[0], "") if article else (place[0], item[1]) if place and item else place
            )
            words = []
        if place:
            words.append(shown)
    if place and words:
        yield place, "".join(words)


def _places(cite: str) -> Iterator[tuple[str, str]]:
    """Yield article and item, section and item, or annex and item of each passage that *cite* names."""
    for passage in cite.split("、"):
        for pattern in (_PLACE, _ANNEX_PLACE, _SECTION_PLACE):
            named = pattern.fullmatch(passage)
            if named:
                yield named[1], named[2] or ""
                break


def _sections(text: str, heading: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the sections of a notice under *heading* and of its annexes, and their items ("" for the head)."""
    place: tuple[str, str] | None = None
    words: list[str] = []
    lines = ["".join(line.split()) for line in text.splitlines()]
    folded = [_folded(line) for line in lines]
    inside = False
    for number, line in enumerate(folded):
        following = "".join(folded[number : number + _HEADING_REACH])
        inside = inside or following.startswith(_folded(heading))
        begins = _section_at(line, place) if inside else None
        if begins or line == _LIST_OF_ANNEXES:
            if place and words:
                yield place, "".join(words)
            place, words = begins, []
        if place and line:
            words.append(lines[number])
    if place and words:
        yield place, "".join(words)


def _section_at(line: str, place: tuple[str, str] | None) -> tuple[str, str] | None:
    """Return the section, annex or item that *line* begins after *place*."""
    heading = _ANNEX.match(line) or _SECTION.match(line)
    if heading:
        return heading[1], ""
    item = (_NUMBERED if place and place[0].startswith("附件") else _ITEM).match(line)
    return (place[0], item[1]) if place and item else None


def _conditions(text: str, heading: str) -> Iterator[tuple[str, str]]:
    """Yield the lines of the conditions under *heading*, folded and as they stand, without chapter titles."""
    wanted = _folded(heading)
    lines = ["".join(line.split()) for line in text.splitlines()]
    folded = [_folded(line) for line in lines]
    inside = False
    for number, line in enumerate(folded):
        if not inside:
            following = folded[number : number + _HEADING_REACH]
            inside = "".join(following).startswith(wanted) and any(map(_ARTICLE.match, following))
            continue
        if line.startswith("附") and _END.match(line):
            return
        if line and not _CHAPTER.match(line):
            yield line, lines[number]


def _folded(line: str) -> str:
    return "".join(unicodedata.normalize("NFKC", line).split())
