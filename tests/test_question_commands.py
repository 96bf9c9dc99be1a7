"""The commands that ask questions: every format, JSON as its schema says, exit codes, and the interview."""

import json
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from reasoner.assess import prepare_tracks
from reasoner.cli.main import Program
from reasoner.cli.questions import MOST_SECONDS, clock, parse_timeout
from reasoner.cli.schema import SCHEMAS
from reasoner.errors import InputError, Language
from reasoner.intake.changes import added_record, without_records
from reasoner.intake.dossier import read_dossier
from reasoner.model.amounts import points
from reasoner.questions.clock import Clock
from reasoner.score import score
from tests.golden import ROOT

COMMANDS = {
    "what-if": ("iot_degree_path.yaml", "--drop", "专利-1"),
    "verify": ("iot_degree_path.yaml",),
    "robust": ("iot_near_miss.yaml",),
    "next": ("iot_awaiting_experts.yaml",),
    "timeline": ("iot_degree_path.yaml", "--until", "2027-12-31"),
    "repair": ("iot_near_miss.yaml",),
}
LANGUAGES: tuple[Language, ...] = ("zh", "en")
EVERY_TRACK = tuple(track.id for _, track in prepare_tracks())
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


@pytest.mark.parametrize(
    ("format_", "language"), [("text", "zh"), ("text", "en"), ("md", "en"), ("html", "zh")]
)
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
    asked = (example("iot_landmark.yaml"), "--until", "2028-12-31")
    _, printed = run("timeline", *asked, "--format", "html")
    _, told = run("timeline", *asked, "--format", "json")

    assert printed.count("<rect") == len(json.loads(told)["spans"])


SOME_TRACKS = ("--track", "rob.senior", "--track", "iot.senior")


@pytest.mark.parametrize(
    "tracks", [SOME_TRACKS, pytest.param(("--track", "all"), marks=pytest.mark.thorough)]
)
def test_several_tracks_are_ordered_by_what_they_would_take(tracks: tuple[str, ...]) -> None:
    """The track that the candidate qualifies for comes first."""
    code, printed = run("repair", example("iot_degree_path.yaml"), *tracks, "--format", "json")
    answer = json.loads(printed)

    Draft202012Validator(SCHEMAS["near"]()).validate(answer)
    assert answer["tracks"][0]["track"] == "iot.senior"
    asked = {"rob.senior", "iot.senior"} if tracks == SOME_TRACKS else {*EVERY_TRACK}
    assert {one["track"] for one in answer["tracks"]} == asked
    assert code == 0


def test_a_reading_holds_on_every_track_that_knows_it() -> None:
    """By the letter of art. 12(5) the near miss is eligible (A068), also beside a track without that reading."""
    code, printed = run(
        "repair",
        example("iot_near_miss.yaml"),
        *SOME_TRACKS,
        "--reading",
        "A068=literal",
        "--timeout",
        "0.000001",
    )

    assert code == 0
    assert "物联网 高级工程师：符合条件" in printed


@pytest.mark.parametrize(
    "tracks", [SOME_TRACKS, pytest.param(("--track", "all"), marks=pytest.mark.thorough)]
)
def test_a_timeline_of_several_tracks_has_each(tracks: tuple[str, ...]) -> None:
    """JSON has an answer a track, a page a chart a track."""
    asked = (example("iot_degree_path.yaml"), *tracks, "--until", "2026-12-31")
    _, told = run("timeline", *asked, "--format", "json")
    _, page = run("timeline", *asked, "--format", "html")
    answer = json.loads(told)

    Draft202012Validator(SCHEMAS["timeline"]()).validate(answer)
    found = [one["track"] for one in answer]
    assert found == (["rob.senior", "iot.senior"] if tracks == SOME_TRACKS else [*EVERY_TRACK])
    assert page.count("<svg") == len(found)


@pytest.mark.parametrize("command", ["repair", "timeline", "next", "robust", "verify"])
def test_when_the_time_is_up_the_answer_says_that_it_is_not_proven(command: str) -> None:
    """What has been found by then is printed, with the exit code that it has anyway."""
    name = "iot_degree_path.yaml" if command == "verify" else "iot_awaiting_experts.yaml"
    _, printed = run(command, example(name), "--timeout", "0.000001")

    assert "时限已到" in printed
    assert "尚未证明" in printed


@pytest.mark.parametrize("command", ["repair", "timeline", "next"])
def test_ctrl_c_prints_what_is_proven_so_far(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The signal comes when the search tells for the first time how far it is; afterwards all is as before."""
    usual, tell = signal.getsignal(signal.SIGINT), Clock.tell

    def interrupted(clock: Clock, what: str) -> None:
        tell(clock, what)
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(Clock, "tell", interrupted)
    _, printed = run(command, example("iot_awaiting_experts.yaml"))

    assert "已中断" in printed
    assert signal.getsignal(signal.SIGINT) is usual


def test_ctrl_c_stops_the_tracks_that_are_left_too() -> None:
    """The time that one track uses up is its own share; an interrupt is for all."""
    whole = Clock(100)
    first, second = whole.share(4), whole.share(2)
    assert first.seconds == pytest.approx(25, 0.1)
    assert second.seconds == pytest.approx(50, 0.1)
    first.stopped = "timeout"
    assert not second.is_over()
    first.stopped = None
    first.interrupt()

    assert second.is_over()
    assert second.stopped == "interrupted"


@pytest.mark.parametrize(
    ("told", "seconds"), [("none", None), ("不限", None), ("60", 60), ("６０", 60), ("0.5", 0.5)]
)
def test_the_time_limit_can_be_lifted(told: str, seconds: float | None) -> None:
    """Without it there is a limit; full-width digits are digits."""
    assert parse_timeout(told) == seconds
    with clock(str(MOST_SECONDS)) as limit:
        assert limit.seconds == MOST_SECONDS


@pytest.mark.parametrize("told", ["0", "-1", "nan", "soon", ""])
def test_a_time_limit_that_is_none_is_refused(told: str) -> None:
    """The message names the option, what was told and what would do."""
    with pytest.raises(InputError) as refused:
        run("repair", example("iot_near_miss.yaml"), "--timeout", told)
    for language in LANGUAGES:
        message = refused.value.in_language(language)
        assert all(part in message for part in ("--timeout", told, "60", "none"))


ODD = {
    "nothing to set": ("what-if", "--set", ""),
    "nothing to add": ("what-if", "--add", " "),
    "nothing to drop": ("what-if", "--drop", ""),
    "too long to set": ("what-if", "--set", f"专利-1.名称={'长' * 600}"),
    "a rank below zero": ("what-if", "--set", "专利-1.排名=-5"),
    "a huge rank": ("what-if", "--set", "专利-1.排名=99999999999999999999"),
    "nothing to strike": ("assess", "--strike", "，,"),
    "an empty strike": ("assess", "--strike", ""),
    "an end before the beginning": ("timeline", "--until", "2020-01-01"),
    "a record in doubt, not a cell": ("robust", "--doubt", "专利-1"),
    "all tracks and one that there is not": ("repair", "--track", "all", "--track", "nope"),
    "all tracks to assess and one that there is not": ("assess", "--track", "all", "--track", "no"),
}


@pytest.mark.parametrize("asked", ODD.values(), ids=ODD)
def test_odd_input_is_refused_with_what_would_do(asked: tuple[str, ...]) -> None:
    """One message in each language names the option and what is accepted."""
    command, *options = asked
    with pytest.raises(InputError) as refused:
        run(command, example("iot_degree_path.yaml"), *options)

    assert options[0] in refused.value.in_language("zh")
    assert "可填：" in refused.value.in_language("zh")
    assert "accepted: " in refused.value.in_language("en")


def test_full_width_signs_in_options_are_read() -> None:
    """Who types with a Chinese keyboard need not switch it."""
    typed, usual = "专利－１.排名＝２", "专利-1.排名=2"
    code, printed = run("what-if", example("iot_degree_path.yaml"), "--set", typed)
    again = run("what-if", example("iot_degree_path.yaml"), "--set", usual)
    assert (code, printed.replace(typed, usual)) == again
    wide = "论文｛作者身份：第一作者，日期：2024-01｝"
    record = "论文{作者身份: 第一作者, 日期: 2024-01}"
    assert added_record(wide) == added_record(record)
    assert run("assess", example("iot_degree_path.yaml"), "--strike", "专利－１")[0] == 1


def test_a_line_that_is_no_change_does_not_end_the_session() -> None:
    """What cannot be done is said, and the next line is read."""
    told = "+\n-\n=\n专利-1.排名=2\n\n"
    code, printed = run("what-if", example("iot_degree_path.yaml"), "--interactive", told=told)

    assert code == 1
    assert "符合条件 → 不符合条件" in printed


@pytest.mark.parametrize("track", ["nope", "iot.chief", "robsenior"])
def test_an_unknown_track_is_told_all_that_there_are(track: str) -> None:
    """Tracks, not specialties, whatever specialty the name begins with."""
    with pytest.raises(InputError) as refused:
        run("repair", example("iot_near_miss.yaml"), "--track", track)

    assert all(one in refused.value.in_language("zh") for one in EVERY_TRACK)


@pytest.fixture
def listening() -> Iterator[None]:
    """Let an interrupt be heard: what a shell runs in the background is started deaf to it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("listening")
def test_a_second_ctrl_c_ends_it_at_once() -> None:
    """Who does not want to wait for the answer either need not."""
    with clock("none") as limit:
        signal.raise_signal(signal.SIGINT)
        assert limit.stopped == "interrupted"
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)


def test_what_if_has_the_score_before_and_after() -> None:
    """Without a record that stands in the table, the total is as much lower as the ledger says."""
    path = example("iot_self_score.yaml")
    dossier = read_dossier(Path(path))
    before = score(dossier).total
    after = score(without_records(dossier, ["项目-1"])).total
    _, told = run("what-if", path, "--drop", "项目-1", "--format", "json")
    _, printed = run("what-if", path, "--drop", "项目-1")
    answer = json.loads(told)

    assert (answer["before"]["score"], answer["after"]["score"]) == (before, after)
    assert before is not None
    assert after is not None
    assert before > after
    assert f"自评分（按赋分表计算）：{points(before)} → {points(after)}" in printed


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


def test_an_interview_says_what_can_be_answered_and_what_follows() -> None:
    """Whoever is asked sees the answers, and leaves with q; the file stays as it was."""
    path = Path(example("iot_awaiting_experts.yaml"))
    before = path.read_bytes()
    done = CliRunner().invoke(
        Program("en"),
        ["next", str(path), "--interview", "--lang", "en"],
        input="q\n",
        standalone_mode=False,
    )

    assert "  no → not eligible" in done.stderr
    assert path.read_bytes() == before


def test_a_change_after_the_other_is_answered_at_once() -> None:
    """Each line is a change of what the ones before have left."""
    told = "专利-1.排名=2\n专利-1.排名=1\n\n"
    code, printed = run("what-if", example("iot_degree_path.yaml"), "--interactive", told=told)

    assert code == 0
    assert printed.index("符合条件 → 不符合条件") < printed.index("不符合条件 → 符合条件")
