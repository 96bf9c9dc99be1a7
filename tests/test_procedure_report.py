"""The check of a review record as the command shows it: exit code, four formats, two languages."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from reasoner.cli.main import Program
from reasoner.errors import InputError
from reasoner.intake.review import review_record_from_text
from reasoner.intake.schema import review_schema
from reasoner.report.schema import procedure_schema
from tests.review_records import PATH, changed, put

ROOT = Path(__file__).resolve().parent.parent


def run(*words: str, language: str = "zh") -> tuple[int, str, str]:
    """Run the command; return exit code and both outputs."""
    program = Program("en" if language == "en" else "zh")
    ran = CliRunner().invoke(program, ["procedure", "check", *words], standalone_mode=False)
    if ran.exception is not None:
        raise ran.exception
    return int(ran.return_value), ran.stdout, ran.stderr


FORMATS = ("text", "json", "md", "html")
CLEAN, FINDINGS = (
    str(ROOT / "examples" / f"procedure_{name}.yaml") for name in ("clean", "findings")
)


def written(folder: Path, text: str) -> str:
    """Return the path of a file with *text*."""
    path = folder / "record.yaml"
    path.write_text(text, "utf-8")
    return str(path)


def test_the_command_exits_with_what_it_found(tmp_path: Path) -> None:
    """Exit code 0 is clean, 1 against the procedure, 3 open points alone; bad input is an error."""
    assert run(CLEAN)[0] == 0
    assert run(FINDINGS)[0] == 1
    assert run(CLEAN, "--reading", "A121=panel")[0] == 1
    untold = json.dumps(changed(put(PATH + "passed", None)), ensure_ascii=False)
    assert run(written(tmp_path, untold))[0] == 3
    with pytest.raises(InputError):
        run(CLEAN, "--reading", "A121")
    with pytest.raises(InputError):
        run("none.yaml")


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("track", ["ii.chief", "sm.chief"])
def test_a_chief_review_is_said_to_have_no_procedure(
    track: str, format_: str, tmp_path: Path
) -> None:
    """Every format says that the text gives none, and the exit code that nothing was decided."""
    code, told, _ = run(written(tmp_path, f"track: {track}\nyear: 2026\n"), "--format", format_)
    assert code == 3
    assert "文件没有规定评审程序" in told


@pytest.mark.parametrize("format_", ["text", "md"])
def test_the_report_has_both_languages(format_: str) -> None:
    """The report says what was found, in the language asked for."""
    zh = run(FINDINGS, "--format", format_)[1]
    en = run(FINDINGS, "--format", format_, language="en")[1]
    assert "评委会人数不足（有 10，须 11）" in zh
    assert "too small (10; 11 needed)" in en
    for report in (zh, en):
        assert "× 实施方案四(三)4" in report
        assert "？ 实施方案四(三)6" in report
        assert "ii.plan.4.3.4.b" in report
        assert "专家辛" in report


class _Texts(HTMLParser):
    """Collects the elements and the texts of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that has an end."""
        del attrs
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Take away the element that ends; it is the last one."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.texts.append(data)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_is_whole_and_says_what_the_json_says(language: str) -> None:
    """The page is well-formed, loads nothing, and has each finding with its clause and number."""
    page = run(FINDINGS, "--format", "html", language=language)[1]
    told = json.loads(run(FINDINGS, "--format", "json")[1])
    reader = _Texts()
    reader.feed(page)
    assert reader.open == []
    assert page.startswith("<!DOCTYPE html>")
    assert "default-src 'none'" in page.replace("&#x27;", "'")
    assert "<script" not in page
    texts = " ".join(reader.texts)
    for found in told["findings"]:
        assert found["what"][language] in texts
        assert found["clause"] in texts
    assert ("有 10，须 11" if language == "zh" else "10; 11 needed") in texts


def test_a_name_cannot_break_the_page(tmp_path: Path) -> None:
    """What stands in the record is shown as text."""
    name = "<b>甲</b>&"
    record = f"track: iot.senior\nyear: 2026\ncandidates: [{{id: '{name}'}}]\n"
    page = run(written(tmp_path, record), "--format", "html")[1]
    assert name not in page
    assert "&lt;b&gt;甲&lt;/b&gt;&amp;" in page


@pytest.mark.parametrize("example", [CLEAN, FINDINGS])
def test_the_json_names_itself_and_is_as_its_schema_says(example: str) -> None:
    """The answer as JSON has its format, findings and the fingerprint of the rules."""
    told = json.loads(run(example, "--format", "json")[1])
    assert told["format"] == "zhicheng.procedure/1"
    assert re.fullmatch("[0-9a-f]{64}", told["sha256"])
    Draft202012Validator(procedure_schema()).validate(told)
    wrong = Draft202012Validator(procedure_schema()).is_valid(told | {"format": "zhicheng.why/1"})
    assert not wrong


@pytest.mark.parametrize("example", [CLEAN, FINDINGS])
def test_a_record_is_as_its_schema_says(example: str) -> None:
    """The example records are valid, and a key that there is not is no longer."""
    validator = Draft202012Validator(review_schema())
    record = json.loads(
        json.dumps(YAML(typ="safe").load(Path(example).read_text("utf-8")), default=str)
    )
    validator.validate(record)
    assert not validator.is_valid({**record, "评委": []})


def test_chinese_and_english_records_are_one() -> None:
    """Both spellings of a key give the same record."""
    zh = (
        "评审专业: 机器人高级工程师\n年度: 2026\n"
        "评委会: {成员: [{专家: 甲, 到会: 缺席}]}\n步骤: {投票表决: 2026年9月15日}\n"
    )
    en = (
        "track: rob.senior\nyear: 2026\n"
        "panel: {members: [{expert: 甲, attendance: absent}]}\nsteps: {vote: 2026-09-15}\n"
    )
    assert review_record_from_text(zh, "a.yaml") == review_record_from_text(en, "b.yaml")
