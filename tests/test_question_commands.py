"""The commands that ask questions: every format, JSON as its schema says, exit codes, and the interview."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from reasoner.cli.main import Program
from reasoner.cli.schema import SCHEMAS
from tests.golden import ROOT

COMMANDS = {
    "what-if": ("iot_degree_path.yaml", "--drop", "专利-1"),
    "verify": ("iot_degree_path.yaml",),
    "robust": ("iot_near_miss.yaml",),
    "next": ("iot_awaiting_experts.yaml",),
    "timeline": ("iot_degree_path.yaml", "--until", "2027-12-31"),
    "repair": ("iot_near_miss.yaml",),
}
EXITS = {"what-if": 1, "verify": 0, "robust": 1, "next": 3, "timeline": 0, "repair": 0}


def run(command: str, *arguments: str, language: str = "zh", told: str = "") -> tuple[int, str]:
    """Run a command on an example and return its exit code and what it prints."""
    program = Program("en" if language == "en" else "zh")
    done = CliRunner().invoke(
        program, [command, *arguments, "--lang", language], input=told, standalone_mode=False
    )
    if done.exception is not None:
        raise done.exception
    return int(done.return_value or 0), done.stdout


def example(name: str) -> str:
    """Return the path of an example."""
    return str(ROOT / "examples" / name)


@pytest.mark.parametrize("command", COMMANDS)
def test_json_is_as_its_schema_says(command: str) -> None:
    """The answer names its format, and has what the schema asks for and nothing else."""
    name, *options = COMMANDS[command]
    code, printed = run(command, example(name), *options, "--format", "json")
    answer = json.loads(printed)

    Draft202012Validator(SCHEMAS[command]()).validate(answer)
    assert answer["format"] == f"zhicheng.{command}/1"
    assert code == EXITS[command]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("format_", ["text", "md", "html"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_format_has_the_clauses(command: str, format_: str, language: str) -> None:
    """A report says whom it is about and cites clauses; a page of HTML loads nothing."""
    name, *options = COMMANDS[command]
    _, printed = run(command, example(name), *options, "--format", format_, language=language)

    assert "iot.senior" in printed
    assert re.search(r"第[一二三四五六七八九十]+条", printed)
    if format_ == "html":
        assert printed.startswith("<!DOCTYPE html>")
        assert "<script" not in printed
        assert not re.search(r"(?:src|href)=\"http", printed)


def test_the_chart_has_a_bar_for_every_stretch_of_time() -> None:
    """The SVG stands in the page, one rectangle for each span."""
    _, printed = run("timeline", example("iot_landmark.yaml"), "--format", "html")
    _, told = run("timeline", example("iot_landmark.yaml"), "--format", "json")

    assert printed.count("<rect") == len(json.loads(told)["spans"])


def test_all_tracks_are_ordered_by_what_they_would_take() -> None:
    """The track that the candidate qualifies for comes first."""
    code, printed = run(
        "repair", example("iot_degree_path.yaml"), "--track", "all", "--format", "json"
    )
    answer = json.loads(printed)

    Draft202012Validator(SCHEMAS["near"]()).validate(answer)
    assert answer["tracks"][0]["track"] == "iot.senior"
    assert {one["track"] for one in answer["tracks"]} >= {"rob.senior", "ii.senior", "sm.chief"}
    assert code == 0


def test_a_struck_record_is_assessed_as_absent() -> None:
    """What is struck counts for nothing."""
    path = example("iot_degree_path.yaml")

    assert run("assess", path, "--strike", "论文-1")[0] == 0
    assert run("assess", path, "--strike", "专利-1，论文-1")[0] == 1


def test_an_interview_writes_the_answers_and_stops_when_the_verdict_is_settled(
    tmp_path: Path,
) -> None:
    """A no to a needed clause settles it: nothing more is asked."""
    path = tmp_path / "dossier.yaml"
    path.write_text(Path(example("iot_awaiting_experts.yaml")).read_text("utf-8"), "utf-8")
    told = "否\n评议组\n答辩\n是\n"
    code, printed = run("next", str(path), "--interview", told=told)

    assert code == 1
    assert "不符合条件" in printed
    assert "评议组" in path.read_text("utf-8")
    assert run("assess", str(path))[0] == 1


def test_a_change_after_the_other_is_answered_at_once() -> None:
    """Each line is a change of what the ones before have left."""
    told = "专利-1.排名=2\n专利-1.排名=1\n\n"
    code, printed = run("what-if", example("iot_degree_path.yaml"), "--interactive", told=told)

    assert code == 0
    assert printed.index("符合条件 → 不符合条件") < printed.index("不符合条件 → 符合条件")
