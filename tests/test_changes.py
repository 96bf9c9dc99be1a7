"""Changes to a dossier, by address, in Chinese and English, and what is said of those that cannot be made."""

from pathlib import Path

import pytest

from reasoner.errors import InputError
from reasoner.intake.amend import write_changes
from reasoner.intake.changes import apply_changes, changes_from, without_records
from reasoner.intake.document import Document, Place
from reasoner.intake.dossier import dossier_from_document, read_dossier
from reasoner.intake.written import as_written
from reasoner.model.changes import Changes
from reasoner.model.dossier import Dossier
from tests.golden import ROOT

EXAMPLES = sorted(
    path
    for path in (ROOT / "examples").iterdir()
    if path.name.startswith(("iot_", "ii_", "sm_", "rob_", "mech_"))
)
DEGREE = ROOT / "examples" / "iot_degree_path.yaml"


@pytest.fixture
def dossier() -> Dossier:
    """Return a dossier with a project, a patent, a standard and a paper."""
    return read_dossier(DEGREE)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_dossier_written_out_is_read_as_the_same(path: Path, language: str) -> None:
    """Nothing is lost between what was read and what is written."""
    dossier = read_dossier(path)
    data = as_written(dossier, "zh" if language == "zh" else "en")

    assert dossier_from_document(Document(data, {(): Place(1, 1)}, {}, "again")) == dossier


@pytest.mark.parametrize(
    "address", ["achievements[专利-1].rank", "业绩成果[2].排名", "专利-1.排名", "专利-1.rank"]
)
def test_every_spelling_of_an_address_means_the_same(dossier: Dossier, address: str) -> None:
    """A record is named by its id or its place, its section and its fields in either language."""
    changed = apply_changes(dossier, Changes(set=(f"{address}=2",)))

    assert changed.achievements is not None
    assert changed.achievements[1].model_dump()["rank"] == 2


def test_an_empty_value_unsays_a_fact(dossier: Dossier) -> None:
    """What is set to nothing is not told, which is not "no"."""
    changed = apply_changes(dossier, Changes(set=("专利-1.排名=", "荣誉=[]")))

    assert changed.achievements is not None
    assert changed.achievements[1].model_dump()["rank"] is None
    assert changed.honours == ()


def test_what_is_dropped_takes_its_determinations_along(dossier: Dossier) -> None:
    """Nobody has determined anything of a record that is not there; places mean those before."""
    changed = without_records(dossier, ["专利-1", "业绩成果[1]"])

    assert changed.achievements is not None
    assert [one.id for one in changed.achievements] == ["标准-1", "论文-1"]
    assert all(told.record != "专利-1" for told in changed.determinations)


def test_a_record_is_added_with_its_kind(dossier: Dossier) -> None:
    """An achievement by its kind, another record by its section."""
    added = ("论文{作者身份: 第一作者, 日期: 2026-03}", "degrees{degree_level: doctor}")
    changed = apply_changes(dossier, Changes(add=added))

    assert changed.achievements is not None
    assert changed.achievements[-1].kind_of_record == "paper"
    assert changed.degrees is not None
    assert changed.degrees[-1].degree_level == "doctor"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (Changes(set=("专利-1.名次=2",)), ("--set", "名次", "排名")),
        (Changes(set=("专利-1.排名=两百",)), ("--set", "专利-1.排名", "两百", "1 到 999")),
        (Changes(set=("专利-9.排名=2",)), ("--set", "专利-9", "专利-1")),
        (Changes(set=("专利-1.排名",)), ("--set", "地址=值")),
        (Changes(set=("业绩成果.排名=2",)), ("--set", "[编号]")),
        (Changes(add=("文章{排名: 2}",)), ("--add", "文章", "论文")),
        (Changes(add=("论文{名次: 2}",)), ("--add", "论文.名次")),
        (Changes(add=("论文{排名: 2",)), ("--add", "类别{…}")),
        (Changes(drop=("专利-9",)), ("--drop", "专利-9", "专利-1")),
    ],
)
def test_what_cannot_be_changed_is_said_in_the_callers_words(
    dossier: Dossier, changes: Changes, said: tuple[str, ...]
) -> None:
    """The message has the option, the address as it was written, what was given, and the nearest match."""
    with pytest.raises(InputError) as refused:
        apply_changes(dossier, changes)

    assert all(word in refused.value.in_language("zh") for word in said)


def test_a_file_of_changes_is_read_like_the_options(tmp_path: Path) -> None:
    """What the file tells comes first, then what the options tell."""
    path = tmp_path / "changes.yaml"
    path.write_text("修改: [专利-1.排名=2]\n去掉: [论文-1]\n截止日: 2027-12-31\n", "utf-8")
    found = changes_from(path, Changes(set=("专利-1.排名=3",)))

    assert found.set == ("专利-1.排名=2", "专利-1.排名=3")
    assert found.drop == ("论文-1",)
    assert str(found.as_of) == "2027-12-31"


def test_answers_are_written_into_the_file_and_comments_stay(tmp_path: Path) -> None:
    """The file tells what it told, the answers, and what somebody noted beside it."""
    path = tmp_path / "dossier.yaml"
    path.write_text(DEGREE.read_text("utf-8"), "utf-8")
    notes = [line for line in DEGREE.read_text("utf-8").splitlines() if line.startswith("#")]
    changes = Changes(set=("专利-1.排名=2", "论文-1.名称=另一个名称"), add=("论文{编号: 论文-9}",))
    write_changes(path, changes)

    assert read_dossier(path) == apply_changes(read_dossier(DEGREE), changes)
    assert [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")] == notes
    assert list(tmp_path.iterdir()) == [path]
