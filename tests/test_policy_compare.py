"""The same concept over the specialties: what each says, and whether they differ."""

import io
import zipfile
from xml.etree import ElementTree as ET

import pytest

from reasoner.errors import InputError
from reasoner.policy.compare import compare
from reasoner.report.comparison import comparison_lines, comparison_workbook
from reasoner.report.rule_phrases import RulePhrases


def test_landmark_awards_stand_side_by_side() -> None:
    """A provincial first prize asks for rank 8 in the industrial internet, 5 in smart manufacturing: 第八条(一)."""
    found = compare("award", ["ii.senior", "sm.senior"], RulePhrases)

    (landmarks, performance) = found.concepts[0].rows
    said = {
        track: " ".join(phrase.zh for phrase in landmarks.cells[track]) for track in found.tracks
    }
    assert landmarks.differs
    assert performance.differs
    assert "前8名" in said["ii.senior"]
    assert "前5名" in said["sm.senior"]


def test_a_track_does_not_differ_from_itself() -> None:
    """Where both sides are the same rules, no matter differs."""
    found = compare(None, ["iot.senior", "iot.senior"], RulePhrases)

    assert not [row.name for concept in found.concepts for row in concept.rows if row.differs]


def test_rows_of_the_scoring_tables_stand_side_by_side() -> None:
    """附1: a group standard is multiplied by the rank in robotics and not for the Internet of Things."""
    found = compare("scores", ["iot.senior", "rob.senior"], RulePhrases)

    (row,) = [one for one in found.concepts[0].rows if one.name.zh.endswith("：团体标准")]
    assert row.differs
    assert "系数" not in row.cells["iot.senior"][0].zh
    assert "× 系数" in row.cells["rob.senior"][0].zh


def test_the_procedures_stand_side_by_side() -> None:
    """实施方案四(三)4: so many experts in a group for both; the chief title has no procedure."""
    found = compare("procedure", ["iot.senior", "rob.senior", "ii.chief"], RulePhrases)

    rows = found.concepts[0].rows
    assert any("人）" in one.cells["iot.senior"][0].zh for one in rows if "iot.senior" in one.cells)
    assert all("ii.chief" not in one.cells for one in rows)


def test_a_concept_may_be_called_by_its_chinese_name() -> None:
    """论文 is a kind of record, 赋分 a concept; both are what their English names are."""
    for chinese, english in (("论文", "paper"), ("赋分", "scores")):
        found, same = (compare(name, ["iot.senior"], RulePhrases) for name in (chinese, english))
        assert found == same


def test_unknown_concept_is_refused_with_the_nearest() -> None:
    """A slip of the pen is told with what was meant."""
    with pytest.raises(InputError, match="did you mean 'landmarks'"):
        compare("landmark", ["iot.senior"], RulePhrases)


def test_workbook_is_well_formed_and_always_the_same() -> None:
    """Every part is XML, the words are there, and a second run gives the same bytes."""
    found = compare("interview", ["iot.senior", "rob.senior"], RulePhrases)
    content = comparison_workbook(found, "zh")

    with zipfile.ZipFile(io.BytesIO(content)) as book:
        parts = {name: ET.fromstring(book.read(name)) for name in book.namelist()}  # noqa: S314 - our own file
    texts = [one.text for one in parts["xl/sharedStrings.xml"].iter() if one.text]
    assert "iot.senior" in texts
    assert comparison_workbook(found, "zh") == content
    assert "须面试" in comparison_lines(found, "zh")
