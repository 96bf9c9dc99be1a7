"""The rule book and the report of findings say what the rules say today."""

import pytest

from docs.write_pages import DOCS, checked, pages, rule_book_pages


def on_disk(path: str) -> str:
    """Return a page as it was written."""
    return (DOCS / path).read_text("utf-8")


def test_the_rule_book_is_up_to_date() -> None:
    """Each page says of the rules what ``make rulebook`` writes, up to the findings; none is left over."""
    written = rule_book_pages(None)

    stale = [path for path, text in written.items() if not on_disk(path).startswith(text)]

    assert stale == []
    assert {f"rulebook/{path.name}" for path in (DOCS / "rulebook").iterdir()} == set(written)


@pytest.mark.thorough
def test_the_findings_are_up_to_date() -> None:
    """Each page on disk is the one that ``make rulebook`` writes."""
    stale = [path for path, text in pages(checked()).items() if on_disk(path) != text]

    assert stale == []
