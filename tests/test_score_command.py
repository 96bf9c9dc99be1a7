"""``zhicheng score``: what it prints, in every format, and what it refuses."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from reasoner.cli.main import Program
from reasoner.errors import InputError, Language, ZhichengError
from tests.golden import ROOT

EXAMPLE = str(ROOT / "examples" / "iot_self_score.yaml")


def run(*arguments: str, language: Language = "en") -> str:
    """Return what ``zhicheng score`` prints."""
    done = CliRunner().invoke(
        Program(language), ["score", *arguments, "--lang", language], catch_exceptions=False
    )
    assert done.exit_code == 0, done.output
    return done.output


def refused(*arguments: str, language: Language = "en") -> str:
    """Return the message with which ``zhicheng score`` refuses."""
    with pytest.raises(ZhichengError) as error:
        CliRunner().invoke(Program(language), ["score", *arguments], catch_exceptions=False)
    return error.value.in_language(language)


def test_the_ledger_says_where_the_points_come_from() -> None:
    """Row, product, what is lost to a maximum, what is dropped and what waits for experts are all told."""
    told = run(EXAMPLE)

    assert "Self-score: 92.2 / 100" in told
    assert "15 × 0.9 = 13.5 (could count in iot.app.1.2.1.4.2; to be recognised by experts)" in told
    assert "intellectual property  20 / 20 (23 in all; 3 lost to the maximum)" in told
    assert "5 × 1.0 = 5" in told
    assert "not added: only the highest counts" in told
    assert "The dossier states 82: a difference of +10.2" in told


def test_doubtful_cells_name_their_interval() -> None:
    """The interval, the reading, its rival and the total by that stand in the ledger."""
    told = run(EXAMPLE, language="zh")

    assert "存疑单元格之间：92.2–95" in told
    assert "S03 附1：社会团体多个任职取最高还是累计" in told
    assert "另读：累计，最高10分（sum），总分 95" in told


def test_another_reading_of_a_doubtful_cell_is_chosen() -> None:
    """With the rival chosen, its total is the total."""
    assert "Self-score: 95 / 100" in run(EXAMPLE, "--reading", "S03=sum")


def test_one_more_record_is_told_to_add_what_it_adds() -> None:
    """Rows with room are listed with what they would add, full groups as full."""
    told = run(EXAMPLE)

    assert "+3  certificates · engineering certificate, advanced  iot.app.1.3.3.1.1" in told
    assert "intellectual property 20/20" in told


@pytest.mark.parametrize(
    ("threshold", "told"), [("92.2", "reached"), ("92.21", "0.01 short of it"), ("0", "reached")]
)
def test_the_threshold_is_compared_exactly(threshold: str, told: str) -> None:
    """A hundredth of a point decides."""
    assert told in run(EXAMPLE, "--threshold", threshold)


def test_a_pin_is_shown_and_obeyed() -> None:
    """A pinned record stands where the user wants it."""
    told = run(EXAMPLE, "--pin", "项目-2=2.1.4.2")

    assert "15 × 0.9 = 13.5 (as pinned; to be recognised by experts)" in told
    assert "edge computing and applications" not in told
    assert "13.5 / 40" in told


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("format_", "beginning"), [("md", "# "), ("html", "<!DOCTYPE html>"), ("json", "{")]
)
def test_every_format_has_the_total(format_: str, beginning: str, language: Language) -> None:
    """Markdown, HTML and JSON tell the same total as the terminal."""
    told = run(EXAMPLE, "--format", format_, language=language)

    assert told.startswith(beginning)
    assert ("9220" if format_ == "json" else "92.2") in told


def test_html_has_the_whole_table_with_bars() -> None:
    """Every row of the printed table has its line, and every box with a maximum its bar."""
    told = run(EXAMPLE, "--format", "html", "--full")

    assert told.count('<tr id="iot.app.1.') == 101
    assert told.count("<meter") >= 4 + 14 + 28
    assert "<script" not in told


def test_json_is_the_same_in_both_languages() -> None:
    """JSON holds both languages, so it does not depend on one."""
    one, other = (run(EXAMPLE, "--format", "json", language=name) for name in ("zh", "en"))
    assert one == other
    found = json.loads(one)
    assert found["format"] == "zhicheng.score/1"
    assert (found["total"], found["typed"], found["basis"]) == (9220, 8200, "table")


def test_full_shows_every_row() -> None:
    """With --full rows without records are shown as well."""
    assert "iot.app.1.4.2.1.11" in run(EXAMPLE, "--full")
    assert "iot.app.1.4.2.1.11" not in run(EXAMPLE)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--pin", "项目-2"), "a pin is written as record=row"),
        (("--pin", "项目-2="), "a pin is written as record=row"),
        (("--pin", "项目-9=2.1.4.2"), "no record has this id or place"),
        (("--pin", "项目-2=2.1.4.9"), "the table has no such row"),
        (("--pin", "项目-2=2.1.1.2"), "the record does not stand in this row"),
        (("--threshold", "viele"), "not a number of points"),
        (("--threshold", "101"), "--threshold"),
        (("--reading", "S02=thirty"), "no such option"),
        (("--track", "iot.chief"), "there is no such track"),
        (("--track", "ii.chief"), "there is no score on this track"),
    ],
)
def test_bad_options_are_refused(arguments: tuple[str, ...], told: str) -> None:
    """What cannot be done is said in one line that names the option."""
    message = refused(EXAMPLE, *arguments)

    assert told in message
    assert "\n" not in message


def test_a_bad_pin_lists_the_rows_there_are() -> None:
    """Who pins to a wrong row is told where the record stands."""
    message = refused(EXAMPLE, "--pin", "项目-2=2.1.1.2", language="zh")

    assert "这条记录不符合这一行" in message
    assert "iot.app.1.2.1.2.2、iot.app.1.2.1.4.2" in message


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    """A broken dossier is refused with its line, as by every command."""
    path = tmp_path / "d.yaml"
    path.write_text("申报人: {编号: a}\n业绩成果:\n  - {类别: 讲座, 授课对象: 火星}\n", "utf-8")
    with pytest.raises(InputError) as error:
        CliRunner().invoke(Program("zh"), ["score", str(path)], catch_exceptions=False)

    assert "d.yaml:3" in error.value.in_language("zh")
    assert "火星" in error.value.in_language("zh")
