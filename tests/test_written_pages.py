"""The rule book and the report of findings say what the rules say today."""

import pytest

from docs.write_pages import DOCS, checked, pages


@pytest.fixture(scope="module")
def written() -> dict[str, str]:
    """Return the pages as they would be written now."""
    return pages(checked())


def test_pages_are_up_to_date(written: dict[str, str]) -> None:
    """Each page on disk is the one that `make rulebook` writes."""
    stale = [path for path, text in written.items() if (DOCS / path).read_text("utf-8") != text]

    assert stale == []


def test_no_page_is_left_behind(written: dict[str, str]) -> None:
    """There is no page of a track that no longer exists."""
    found = {f"rulebook/{path.name}" for path in (DOCS / "rulebook").iterdir()}

    assert found == {path for path in written if path.startswith("rulebook/")}
