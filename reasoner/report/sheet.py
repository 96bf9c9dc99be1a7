"""A short report of headings, sentences, tables and quoted files, for every format."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reasoner.errors import Language, Text
from reasoner.model.assessment import Label
from reasoner.report.html_page import html_page
from reasoner.report.markdown import pipe_table, plain
from reasoner.report.markup import Html, row, table, tag, text


@dataclass(frozen=True)
class Heading:
    """A heading; the first of a sheet is its title."""

    words: str


@dataclass(frozen=True)
class Sentence:
    """A sentence, or an item of a list."""

    words: str
    listed: bool = False


@dataclass(frozen=True)
class Grid:
    """A table."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Quoted:
    """The content of a file."""

    content: str


Block = Heading | Sentence | Grid | Quoted
Say = Callable[[Text | Label], str]


def speaker(language: Language) -> Say:
    """Return what says a text in *language*."""

    def say(told: Text | Label) -> str:
        return told.zh if language == "zh" else told.en

    return say


def print_sheet(blocks: Sequence[Block], format_: str, language: Language) -> str:
    """Return *blocks* in the format that was asked for: md, html or text."""
    match format_:
        case "md":
            return sheet_as_markdown(blocks)
        case "html":
            return sheet_as_html(blocks, language)
        case _:
            return sheet_as_text(blocks)


def sheet_as_text(blocks: Sequence[Block]) -> str:
    """Return *blocks* for a terminal."""
    return "\n".join(line for block in blocks for line in _text(block)).lstrip("\n")


def _text(block: Block) -> Iterator[str]:
    match block:
        case Heading(words):
            yield from ("", words)
        case Sentence(words, listed):
            yield f"  - {words}" if listed else words
        case Grid(heads, rows):
            for one in rows:
                yield "  " + "  ".join(
                    f"{head} {cell}" for head, cell in zip(heads, one, strict=True) if cell
                )
        case Quoted(content):
            yield from (f"    {line}" for line in content.splitlines())


def sheet_as_markdown(blocks: Sequence[Block]) -> str:
    """Return *blocks* as Markdown."""
    found: list[str] = []
    for place, block in enumerate(blocks):
        after_list = isinstance(block, Sentence) and block.listed
        if place and not (after_list and _is_listed(blocks[place - 1])):
            found.append("")
        match block:
            case Heading(words):
                found.append(f"{'##' if place else '#'} {plain(words)}")
            case Sentence(words, listed):
                found.append(f"- {plain(words)}" if listed else plain(words))
            case Grid(heads, rows):
                found += pipe_table(heads, (map(plain, one) for one in rows))
            case Quoted(content):
                found += ["```yaml", *content.splitlines(), "```"]
    return "\n".join(found)


def _is_listed(block: Block) -> bool:
    return isinstance(block, Sentence) and block.listed


def sheet_as_html(blocks: Sequence[Block], language: Language) -> str:
    """Return *blocks* as a page of HTML."""
    title = next(block.words for block in blocks if isinstance(block, Heading))
    content = [_html(block, is_title=not place) for place, block in enumerate(blocks)]
    return html_page(title, tag("main", *content), language)


def _html(block: Block, *, is_title: bool) -> Html:
    match block:
        case Heading(words):
            return tag("h1" if is_title else "h2", text(words))
        case Sentence(words, listed):
            return tag("ul", tag("li", text(words))) if listed else tag("p", text(words))
        case Grid(heads, rows):
            body = (row(text(one[0]), *map(text, one[1:])) for one in rows)
            return table(heads, [tag("tbody", *body)])
        case Quoted(content):
            return tag("pre", text(content))
