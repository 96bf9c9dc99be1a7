"""An outline as one page of HTML."""

from collections.abc import Iterable

from reasoner.errors import Language
from reasoner.report.html_page import html_page
from reasoner.report.markup import BLANK, NOTHING, Html, join, tag, text
from reasoner.report.outline import Entry, Outline
from reasoner.report.words import MARKS

_CLASSES = {"passed": "met", "failed": "unmet", "open": "undetermined"}


def as_html(outline: Outline, language: Language) -> str:
    """Return the outline as a page."""
    result = outline.result
    content = [
        tag("h1", text(outline.title)),
        tag("p", _marked(result), class_=f"verdict {_class(result.status)}"),
        _list(result.below),
    ]
    for block in outline.blocks:
        content += [tag("h3", text(block.heading)), block.picture, _list(block.entries)]
    content += [tag("p", text(note), class_="advice") for note in outline.notes]
    return html_page(outline.title, tag("main", *content), language)


def _class(status: str | None) -> str | None:
    return _CLASSES.get(status or "", status)


def _marked(entry: Entry) -> Html:
    if entry.status is None:
        return text(entry.text)
    mark = tag("span", text(MARKS[entry.status]), class_=f"mark {_class(entry.status)}")
    return join([mark, text(entry.text)], " ")


def _list(entries: Iterable[Entry]) -> Html:
    items = [
        tag(
            "li",
            _marked(entry),
            join([BLANK, tag("code", text(entry.code))]) if entry.code else NOTHING,
            _list(entry.below),
        )
        for entry in entries
    ]
    return tag("ul", *items) if items else NOTHING
