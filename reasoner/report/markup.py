"""The pieces that a page of HTML is made of.

`Html` is text that is safe to stand in a page. Only the functions here make it, and all of them
escape, so the type checker finds any string that would reach the page as somebody wrote it.
"""

import html
from collections.abc import Iterable, Sequence
from typing import NewType

Html = NewType("Html", str)

NOTHING = Html("")
BLANK = Html(" ")
_WITHOUT_CONTENT = ("meta",)


def text(told: str) -> Html:
    """Return *told* with everything escaped that has a meaning in HTML."""
    return Html(html.escape(told))


def join(parts: Iterable[Html], between: str = "") -> Html:
    """Return *parts* one after the other, *between* standing between them."""
    return Html(text(between).join(parts))


def tag(element: str, /, *content: Html, **attributes: str | None) -> Html:
    """Return an element; an attribute is written ``class_`` or ``aria_label``, and None leaves it out."""
    told = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{html.escape(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    end = "" if element in _WITHOUT_CONTENT else f"{join(content)}</{element}>"
    return Html(f"<{element}{told}>{end}")


def bullets(items: Iterable[Html]) -> Html:
    """Return a list of *items*."""
    return tag("ul", *(tag("li", item) for item in items))


def pairs(rows: Iterable[tuple[str, Html]], class_: str | None = None) -> Html:
    """Return names and what is told of each."""
    return tag(
        "dl",
        *(tag("div", tag("dt", text(name)), tag("dd", told)) for name, told in rows),
        class_=class_,
    )


def table(heads: Sequence[str], bodies: Iterable[Html], class_: str | None = None) -> Html:
    """Return a table with *heads* over its columns."""
    names = (tag("th", text(head), scope="col") for head in heads)
    return tag("table", tag("thead", tag("tr", *names)), *bodies, class_=class_)


def row(head: Html, *cells: Html) -> Html:
    """Return a row of a table; *head* names it."""
    return tag("tr", tag("th", head, scope="row"), *(tag("td", cell) for cell in cells))
