"""Assessments as one page of HTML: complete in itself, printable, without script."""

from collections.abc import Sequence

from reasoner.errors import Language, Text
from reasoner.model.assessment import Assessment
from reasoner.report.html_page import html_page
from reasoner.report.html_section import AssessmentSection
from reasoner.report.markup import NOTHING, Html, table, tag, text
from reasoner.report.wording import Wording
from reasoner.report.words import HEADINGS
from reasoner.rule_book import RuleBook

_TITLE = Text("职称评价条件判定", "Assessment of title conditions")
_CONTENTS = Text("目录", "Contents")


def assessments_as_html(
    assessments: Sequence[Assessment], book: RuleBook, language: Language, pages: str | None = None
) -> str:
    """Return a page with a section for each assessment, and a table of contents for several.

    *pages* is the address of the rule book's pages.
    """
    candidates = [
        AssessmentSection(f"c{number}", found, Wording(found, book, language, pages))
        for number, found in enumerate(assessments, start=1)
    ]
    contents = _contents(candidates, language) if len(candidates) > 1 else NOTHING
    names = [one.name for one in candidates]
    return page_of_candidates(names, contents, [one.section() for one in candidates], language)


def page_of_candidates(
    names: Sequence[str], contents: Html, sections: Sequence[Html], language: Language
) -> str:
    """Return the page with *sections* below *contents*; the window is called after a candidate who is alone."""
    title = _TITLE.in_language(language)
    main = tag("main", tag("h1", text(title)), contents, *sections)
    alone = names if len(names) == 1 else ()
    return html_page(" · ".join((*alone, title)), main, language)


def _contents(candidates: Sequence["AssessmentSection"], language: Language) -> Html:
    """Return the table of contents: who, with which verdict, and how much is still awaited."""
    heads = (
        Text("申报人", "Candidate"),
        Text("结论", "Verdict"),
        Text("成立的路径", "Routes that hold"),
        HEADINGS["missing"],
        HEADINGS["awaited"],
    )
    rows = [one.row_of_contents() for one in candidates]
    return contents_of([head.in_language(language) for head in heads], rows, language)


def contents_of(heads: Sequence[str], rows: Sequence[Html], language: Language) -> Html:
    """Return the table of contents with *heads* over its columns."""
    label = _CONTENTS.in_language(language)
    told = table(heads, [tag("tbody", *rows)])
    return tag("nav", tag("h2", text(label)), told, class_="contents", aria_label=label)
