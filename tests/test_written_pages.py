"""The rule book and the report of findings say what the rules say today."""

import re

import pytest

from docs.write_pages import DOCS, anchors, checked, pages, rule_book_pages
from reasoner.assess import assess, prepare
from reasoner.evaluate import rule_book
from reasoner.intake.dossier import read_dossier
from reasoner.report.html import assessments_as_html
from reasoner.report.markdown import assessments_as_markdown


@pytest.fixture(scope="module")
def rule_books() -> dict[str, str]:
    """Return the pages of the rule book as they would be written, up to the findings."""
    return rule_book_pages(None)


def on_disk(path: str) -> str:
    """Return a page as it was written."""
    return (DOCS / path).read_text("utf-8")


def test_the_rule_book_is_up_to_date(rule_books: dict[str, str]) -> None:
    """Each page says of the rules what ``make rulebook`` writes, up to the findings; none is left over."""
    stale = [path for path, text in rule_books.items() if not on_disk(path).startswith(text)]

    assert stale == []
    assert {f"rulebook/{path.name}" for path in (DOCS / "rulebook").iterdir()} == set(rule_books)


@pytest.mark.parametrize("track", ["iot.senior", "sm.chief"])
def test_reports_link_to_clauses_that_stand_in_the_rule_book(track: str) -> None:
    """Each clause id of a report leads to an anchor on the page of its track."""
    found = assess(read_dossier(DOCS.parent / "examples" / "two_specialties.yaml"), track)
    book = rule_book(prepare(track)[0])
    page = on_disk(f"rulebook/{track}.md")

    as_html = assessments_as_html([found], book, "zh", "书/")
    as_markdown = assessments_as_markdown([found], book, "en", "书/")

    links = re.findall(rf'href="%E4%B9%A6/{track}\.md#([^"]+)"', as_html)
    assert len(set(links)) > 20
    assert set(re.findall(rf"%E4%B9%A6/{track}\.md#([^)]+)", as_markdown)) <= set(links)
    assert [one for one in set(links) if f'<a id="{one}">' not in page] == []
    assert "%E4%B9%A6" not in assessments_as_html([found], book, "zh")


def test_findings_link_to_clauses_that_stand_in_the_rule_book(rule_books: dict[str, str]) -> None:
    """The report of findings leads to the rule book, and nowhere else in it than to clauses."""
    links = set(re.findall(r"\]\((rulebook/[^)]+)\)", on_disk("findings.md")))

    assert links
    assert links <= set(anchors(rule_books).values())


@pytest.mark.thorough
def test_the_findings_are_up_to_date() -> None:
    """Each page on disk is the one that ``make rulebook`` writes."""
    stale = [path for path, text in pages(checked()).items() if on_disk(path) != text]

    assert stale == []
