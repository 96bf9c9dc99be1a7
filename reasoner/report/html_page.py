"""A page of HTML around a report: complete in itself, printable, without script."""

from importlib.resources import files

from reasoner.errors import Language
from reasoner.report.markup import Html, tag, text

# Nothing is loaded and nothing runs, whatever a file of the user may hold.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def html_page(title: str, main: Html, language: Language) -> str:
    """Return the page with *title* for the window, and *main* for its content."""
    style = files("reasoner.report").joinpath("page.css").read_text(encoding="utf-8")
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", text(title)),
        tag("style", Html(style)),
    )
    page = tag("html", head, tag("body", main), lang="zh-CN" if language == "zh" else "en")
    return f"<!DOCTYPE html>\n{page}"
