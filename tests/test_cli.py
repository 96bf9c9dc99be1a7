"""The program as users run it: commands, options, exit codes, messages, encodings."""

import json
import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import click
import pytest
from click.testing import CliRunner

from reasoner import __version__
from reasoner.cli import main
from reasoner.cli.main import COMMANDS, Program
from reasoner.errors import Language, SolverTimeout, Text
from tests.golden import ROOT

EXAMPLES = ROOT / "examples"
ELIGIBLE = EXAMPLES / "iot_degree_path.yaml"
NOT_ELIGIBLE = EXAMPLES / "iot_near_miss.yaml"
UNDETERMINED = EXAMPLES / "iot_awaiting_experts.yaml"
SELF_SCORE = EXAMPLES / "iot_self_score.yaml"
NOTICE = EXAMPLES / "notice_with_threshold.yaml"
SCHEMAS = ("dossier", "notice", "assessment", "why", "rules", "score")
WORDS = "此处代替第十二条第二项的原文"
SOURCE = f"""\
浙江省物联网专业高级工程师职务任职资格评价条件（试行）
第一条 代替原文的文字。
第十二条 代替原文的文字：
（一）代替原文的文字。
（二）{WORDS}。
附 1
"""

HAN = re.compile(r"[\u4e00-\u9fff]")
COLOUR = re.compile(r"\x1b\[[0-9;]*3[0-7]m")


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def typed(value: object) -> str | None:
    """Return *value* as the id of a test if it is what somebody types."""
    if not isinstance(value, tuple):
        return None
    words = (word.name if isinstance(word, Path) else ascii(word)[1:-1] for word in value)
    return " ".join(word or "<empty>" for word in words) or "<nothing>"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs the program in this process."""
    monkeypatch.delenv("ZHICHENG_LANG", raising=False)
    monkeypatch.setenv("LANGUAGE", "")  # The program sets it; the test gives it back.

    def run_program(*arguments: str | Path) -> Ran:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        code = ended.value.code or 0
        assert isinstance(code, int)
        assert "Traceback" not in out + err
        return Ran(code, out, err)

    return run_program


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return a stand-in for the official text, which the project does not contain."""
    path = tmp_path / "原文.txt"
    path.write_text(SOURCE, "utf-8")
    return path


def process(
    *arguments: str | Path, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "reasoner.cli", *map(str, arguments)],
        env=clean_environment() | dict(environment or {}),
        capture_output=True,
        timeout=120,
        check=False,
    )


def clean_environment() -> dict[str, str]:
    """Return an environment that says nothing of language, encoding or colour."""
    kept = ("PATH", "HOME", "TMPDIR", "SYSTEMROOT")
    told = {name: os.environ[name] for name in kept if name in os.environ}
    return {**told, "PYTHONPATH": str(ROOT)}


# Exit codes ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dossiers", "code"),
    [
        ((ELIGIBLE,), 0),
        ((NOT_ELIGIBLE,), 1),
        (("no such file.yaml",), 2),
        ((UNDETERMINED,), 3),
        ((ELIGIBLE, UNDETERMINED), 3),
        ((UNDETERMINED, NOT_ELIGIBLE, ELIGIBLE), 1),
        ((NOT_ELIGIBLE, "no such file.yaml"), 2),
    ],
)
def test_the_exit_code_tells_the_verdict(run: Run, dossiers: tuple[Path, ...], code: int) -> None:
    """0 eligible, 1 somebody is not, 2 bad input, 3 nobody is ineligible but somebody open."""
    assert run("assess", *dossiers).code == code


@pytest.mark.parametrize("dossier", [ELIGIBLE, NOT_ELIGIBLE, UNDETERMINED])
def test_exit_zero_hides_the_verdict(run: Run, dossier: Path) -> None:
    """With --exit-zero every verdict ends with 0 and the answer stays the same."""
    plain, zero = run("assess", dossier), run("assess", dossier, "--exit-zero")
    assert zero.code == 0
    assert zero.out == plain.out


def test_exit_zero_does_not_hide_bad_input(run: Run) -> None:
    """A file that cannot be read is no verdict."""
    assert run("assess", "no such file.yaml", "--exit-zero").code == 2


@pytest.mark.parametrize("dossier", [NOT_ELIGIBLE, UNDETERMINED])
def test_other_commands_end_with_zero(run: Run, dossier: Path) -> None:
    """To explain, to print rules, a template or a schema is a success whatever the verdict."""
    assert run("why", dossier, "12").code == 0
    assert run("rules", "12").code == 0
    assert run("template").code == 0
    assert run("schema").code == 0


def test_a_failure_to_compute_is_no_verdict(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no answer was computed the code is 2, with --exit-zero too, and the reason is told."""

    def fail(*_: object, **__: object) -> NoReturn:
        raise SolverTimeout(Text("求解超时", "the solver took too long"))

    monkeypatch.setattr("reasoner.cli.assess.assess_tracks", fail)
    for options in ((), ("--exit-zero",)):
        found = run("assess", ELIGIBLE, *options)
        assert (found.code, found.out, found.err) == (2, "", "求解超时\n")


# assess --------------------------------------------------------------------------------------


def test_text_says_verdict_route_and_what_hangs(run: Run) -> None:
    """The answer names the verdict, the routes, the determinations awaited and the clauses."""
    found = run("assess", UNDETERMINED)
    for said in ("结论：？ 尚不能确定", "第七条(二)", "待认定事项", "iot.senior.12.2.b", "类推"):
        assert said in found.out
    assert found.err == ""


def test_one_dossier_is_an_object_and_several_are_an_array(run: Run) -> None:
    """JSON keeps the order of the files."""
    alone = json.loads(run("assess", ELIGIBLE, "--format", "json").out)
    assert alone["format"] == "zhicheng.assessment/1"
    assert alone["verdict"] == "eligible"
    several = json.loads(run("assess", NOT_ELIGIBLE, ELIGIBLE, "--format", "json").out)
    assert [one["verdict"] for one in several] == ["ineligible", "eligible"]
    assert several[1] == alone


def test_a_bad_file_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    """The others are answered, the bad one is named on standard error, and the code is 2."""
    bad = tmp_path / "坏.yaml"
    bad.write_text("申报人: {编号: 甲}\n排名: 1\n", "utf-8")
    found = run("assess", bad, ELIGIBLE, "--format", "json")
    assert found.code == 2
    assert [one["verdict"] for one in json.loads(found.out)] == ["eligible"]
    assert "坏.yaml:2" in found.err
    assert "排名" in found.err


def test_several_bad_files_are_all_named(run: Run, tmp_path: Path) -> None:
    """Each file that cannot be read has its message, and there is no answer."""
    found = run("assess", tmp_path / "a.yaml", tmp_path / "b.json")
    assert (found.code, found.out) == (2, "")
    assert "a.yaml" in found.err
    assert "b.json" in found.err


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("format_", "beginning"), [("md", "# "), ("html", "<!doctype html>")])
def test_reports_hold_every_dossier(
    run: Run, format_: str, beginning: str, language: Language
) -> None:
    """Markdown and HTML are one document with all candidates in it."""
    found = run("assess", ELIGIBLE, NOT_ELIGIBLE, "--format", format_, "--lang", language)
    assert found.code == 1
    assert found.out.lower().startswith(beginning)
    for said in ("申报人甲", "申报人丁", "iot.senior.12.2"):
        assert said in found.out


def test_full_unfolds_what_is_settled(run: Run) -> None:
    """With --full, clauses that explain nothing are shown too."""
    folded, full = run("assess", ELIGIBLE), run("assess", ELIGIBLE, "--full")
    assert "iot.senior.7.6.a" not in folded.out
    assert "iot.senior.7.6.a" in full.out


def test_readings_can_be_switched_and_repeated(run: Run) -> None:
    """A rival reading can turn the verdict, and two can be chosen at once."""
    chosen = ("--reading", "A068=literal")
    assert run("assess", NOT_ELIGIBLE, *chosen).code == 0
    found = run("assess", NOT_ELIGIBLE, *chosen, "--reading", "A066=filed", "--format", "json")
    readings = json.loads(found.out)["readings"]
    assert (readings["A068"], readings["A066"]) == ("literal", "filed")


def test_a_notice_replaces_the_shipped_one(run: Run) -> None:
    """The threshold of the notice settles what hangs on it, and the notice is named."""
    assert run("assess", SELF_SCORE).code == 3
    found = run("assess", SELF_SCORE, "--notice", NOTICE, "--format", "json")
    assert found.code == 0
    notice = json.loads(found.out)["notice"]
    assert notice["threshold"] == "75.00"
    assert notice["name"] == "2026年度（假设规定分值75）"


def test_the_track_can_be_named(run: Run) -> None:
    """The default track is the one that the option names."""
    named = run("assess", ELIGIBLE, "--track", "iot.senior")
    assert named == run("assess", ELIGIBLE)


def test_official_words_are_shown_beside_the_clause(run: Run, source: Path) -> None:
    """With --source, and only with it, an answer holds the words of the text."""
    assert WORDS in run("assess", ELIGIBLE, "--source", source).out
    assert WORDS in run("why", ELIGIBLE, "12.2", "--source", source).out
    told = json.loads(run("why", ELIGIBLE, "12.2", "--source", source, "--format", "json").out)
    assert WORDS in told["clause"]["words"]
    plain = json.loads(run("why", ELIGIBLE, "12.2", "--format", "json").out)
    assert plain["clause"]["words"] is None


# why, rules, template, schema ----------------------------------------------------------------


def test_a_clause_has_a_short_and_a_long_name(run: Run) -> None:
    """12.2 is short for iot.senior.12.2."""
    short = run("why", ELIGIBLE, "12.2")
    assert short == run("why", ELIGIBLE, "iot.senior.12.2")
    assert "专利-1" in short.out
    assert "产生实际经济效益" in short.out


def test_why_shows_every_record_and_test(run: Run) -> None:
    """The near misses come with what was told and what is asked."""
    found = run("why", NOT_ELIGIBLE, "12.3.a")
    for said in ("标准-1", "标准-2", "标准-3", "排名：4；须不大于 3", "√ 所属专业"):
        assert said in found.out


def test_why_classifies_by_a_table(run: Run) -> None:
    """A table shows the class of each record of its kind."""
    assert "大型" in run("why", ELIGIBLE, "app.3").out
    told = json.loads(run("why", NOT_ELIGIBLE, "app.4", "--format", "json").out)
    classes = {one["record"]["id"]: one["lowest"] for one in told["classifications"]}
    assert (classes["论文-1"], classes["论文-3"], classes["论文-6"]) == ("b", "a", "c")


def test_why_takes_the_options_of_an_answer(run: Run) -> None:
    """Track, notice and readings change why as they change the verdict."""
    setting = ("--track", "iot.senior", "--notice", NOTICE)
    told = json.loads(run("why", SELF_SCORE, "7.8", *setting, "--format", "json").out)
    assert told["format"] == "zhicheng.why/1"
    assert told["clause"]["status"] == "met"
    options = ("--reading", "A068=literal", "--format", "json")
    told = json.loads(run("why", NOT_ELIGIBLE, "12.5", *options).out)
    assert told["clause"]["status"] == "met"


def test_rules_show_everything_or_one_clause(run: Run) -> None:
    """One clause is shown with its tests, its terms and its readings."""
    whole, one = run("rules").out, run("rules", "12.3").out
    assert "iot.senior.12.3.a" in whole
    assert "iot.senior.7.2.d" in whole
    assert "iot.senior.7.2.d" not in one
    assert "排名：须不大于 3" in one
    assert "A091" in one


def test_rules_are_data_too(run: Run) -> None:
    """The rule book in JSON has the tests of a clause, under the readings chosen."""
    options = ("--track", "iot.senior", "--format", "json")
    told = json.loads(run("rules", "12.5.a", *options).out)
    assert told["format"] == "zhicheng.rules/1"
    (clause,) = told["clauses"]
    assert "authorship" in {test["attribute"] for test in clause["tests"]}
    told = json.loads(run("rules", "12.5.a", *options, "--reading", "A068=literal").out)
    (clause,) = told["clauses"]
    assert "authorship" not in {test["attribute"] for test in clause["tests"]}


def test_rules_list_the_readings(run: Run) -> None:
    """Each reading is listed with its options, in text and as data."""
    text, told = run("rules", "readings").out, run("rules", "readings", "--format", "json").out
    readings = json.loads(told)
    assert {"A001", "A068", "G1"} <= {reading["id"] for reading in readings}
    for reading in readings:
        assert sum(option["default"] for option in reading["options"]) == 1
        for option in reading["options"]:
            assert option["id"] in text


@pytest.mark.parametrize(("language", "key"), [("zh", "申报人:"), ("en", "candidate:")])
def test_a_template_is_a_dossier_that_tells_nothing(
    run: Run, tmp_path: Path, language: str, key: str
) -> None:
    """The blank dossier can be assessed as it is, and nothing follows from it."""
    printed = run("template", "--lang", language).out
    assert key in printed
    blank = tmp_path / "blank.yaml"
    blank.write_text(printed, "utf-8")
    assert run("assess", blank).code == 3


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_printed(run: Run, name: str) -> None:
    """Each schema is JSON and says which version of JSON Schema it follows."""
    told = json.loads(run("schema", name, "--lang", "en").out)
    assert told["$schema"].startswith("https://json-schema.org/")


def test_the_schema_of_dossiers_is_the_default(run: Run) -> None:
    """Without a name the schema is that of dossiers."""
    assert run("schema").out == run("schema", "dossier").out


# Help, version, language ---------------------------------------------------------------------


def with_inner(
    words: list[str], command: click.Command
) -> Iterator[tuple[list[str], click.Command]]:
    """Yield *command* as *words* call it, and the commands in it."""
    yield words, command
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from with_inner([*words, name], inner)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", COMMANDS)
def test_help_names_every_option(name: str, language: Language) -> None:
    """Help in either language names each option and says what the command is for."""
    program = Program(language)
    command = program.get_command(click.Context(program), name)
    assert command is not None
    for words, one in with_inner([name], command):
        found = CliRunner().invoke(program, [*words, "--help"])
        assert found.exit_code == 0
        for parameter in one.params:
            if isinstance(parameter, click.Option):
                assert parameter.opts[0] in found.output
                assert parameter.help
                assert bool(HAN.search(parameter.help)) is (language == "zh")
        assert bool(HAN.search(one.help or "")) is (language == "zh")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_help_lists_the_commands(language: Language) -> None:
    """Every command is listed."""
    found = CliRunner().invoke(Program(language), ["-h"])
    assert found.exit_code == 0
    assert [name for name in COMMANDS if name not in found.output] == []


def test_without_a_command_help_is_shown(run: Run) -> None:
    """A user who types the bare name is shown what there is."""
    found = run()
    assert found.code in (0, 2)
    assert all(name in found.out + found.err for name in COMMANDS)


def test_the_version_is_told(run: Run) -> None:
    """--version names program and version."""
    assert run("--version").out == f"zhicheng {__version__}\n"


def test_the_language_is_chosen(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Chinese by default; ZHICHENG_LANG chooses another, and --lang goes before it."""
    assert "结论：" in run("assess", ELIGIBLE).out
    assert "Verdict:" in run("assess", ELIGIBLE, "--lang=en").out
    monkeypatch.setenv("ZHICHENG_LANG", "en")
    assert "Verdict:" in run("assess", ELIGIBLE).out
    assert "结论：" in run("assess", ELIGIBLE, "--lang", "zh").out
    assert "candidate:" in run("template").out


def test_json_is_the_same_in_every_language(run: Run) -> None:
    """Data carry both languages, so the choice of one changes nothing."""
    options = ("assess", ELIGIBLE, "--format", "json")
    assert run(*options, "--lang", "en") == run(*options, "--lang", "zh")


# Messages ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (("assess", ELIGIBLE, "--track", "iot.chief"), "申报轨道", "track"),
        (("assess", ELIGIBLE, "--reading", "A068=latin"), "读法选项", "no such option"),
        (("assess", ELIGIBLE, "--reading", "A999=literal"), "没有这个读法", "no such reading"),
        (("assess", ELIGIBLE, "--reading", "A068"), "编号=选项", "id=option"),
        (
            ("assess", ELIGIBLE, "--reading", "A068=literal", "--reading", "A068=literal"),
            "两次",
            "twice",
        ),
        (("assess", ELIGIBLE, "--notice", "nowhere.yaml"), "nowhere.yaml", "nowhere.yaml"),
        (
            ("assess", ELIGIBLE, "--notice", ELIGIBLE),
            "iot_degree_path.yaml",
            "iot_degree_path.yaml",
        ),
        (("assess", ELIGIBLE, "--source", "nowhere.txt"), "nowhere.txt", "nowhere.txt"),
        (("assess", ELIGIBLE, "--format", "pdf"), "pdf", "pdf"),
        (("assess", ELIGIBLE, "--fomat", "json"), "--format", "--format"),
        (("assess", "nowhere.yaml"), "文件不存在", "no such file"),
        (("assess", EXAMPLES), "examples", "examples"),
        (("why", ELIGIBLE, "12.9"), "没有这一条款", "no such clause"),
        (("why", ELIGIBLE, "16.1"), "不单独判定", "decides nothing"),
        (("rules", "12.9"), "没有这一条款", "no such clause"),
        (("rules", "--reading", "A068=latin"), "读法选项", "no such option"),
        (("rules", "--track", "iot"), "申报轨道", "track"),
        (("rules", "--format", "html"), "html", "html"),
        (("schema", "nonsense"), "nonsense", "nonsense"),
    ],
    ids=typed,
)
def test_a_mistake_is_named_in_the_users_language(
    run: Run, arguments: tuple[str | Path, ...], zh: str, en: str
) -> None:
    """The message says what is wrong, on standard error alone, and the code is 2."""
    for language, said in (("zh", zh), ("en", en)):
        found = run(*arguments, "--lang", language)
        assert (found.code, found.out) == (2, "")
        assert said in found.err
        assert bool(HAN.search(found.err)) or language == "en"


@pytest.mark.parametrize(
    ("arguments", "nearest"),
    [
        (("assess", ELIGIBLE, "--track", "iot.snior"), "iot.senior"),
        (("assess", ELIGIBLE, "--reading", "A068=literl"), "literal"),
        (("why", ELIGIBLE, "iot.senior.12.22"), "iot.senior.12.2"),
    ],
)
def test_a_slip_of_the_pen_gets_the_nearest_match(
    run: Run, arguments: tuple[str | Path, ...], nearest: str
) -> None:
    """What was probably meant is offered."""
    assert f"「{nearest}」" in run(*arguments).err


def test_a_path_that_does_not_exist_is_named(run: Run, tmp_path: Path) -> None:
    """A declared path that the track does not have is a mistake of the dossier."""
    dossier = tmp_path / "a.yaml"
    dossier.write_text('申报人: {编号: 甲}\n申报路径: "7.9"\n', "utf-8")
    found = run("assess", dossier)
    assert (found.code, found.out) == (2, "")
    assert "申报路径" in found.err
    assert "7.8" in found.err


def test_a_source_without_the_conditions_is_refused(run: Run, tmp_path: Path) -> None:
    """A text that does not hold the conditions of the specialty is no source."""
    other = tmp_path / "other.txt"
    other.write_text("第一条 别的文件。\n", "utf-8")
    found = run("assess", ELIGIBLE, "--source", other)
    assert (found.code, found.out) == (2, "")
    assert "other.txt" in found.err


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--",),
        ("",),
        ("nonsense",),
        ("--nonsense",),
        ("assess",),
        ("assess", ""),
        ("assess", "--format"),
        ("assess", "a\udcff.yaml"),
        ("assess", ELIGIBLE, "--reading", "="),
        ("assess", ELIGIBLE, "--lang", "fr"),
        ("assess", ELIGIBLE, "--track", ""),
        ("assess", ELIGIBLE, "--track", "all\n"),
        ("assess", ELIGIBLE, "--source", ELIGIBLE),
        ("why",),
        ("why", ELIGIBLE),
        ("why", ELIGIBLE, ""),
        ("why", ELIGIBLE, "../../12"),
        ("rules", ""),
        ("rules", "a", "b"),
        ("template", "x"),
        ("schema", ""),
        ("schema", "dossier", "--format", "json"),
    ],
    ids=typed,
)
def test_nonsense_is_refused_without_a_traceback(
    run: Run, arguments: tuple[str | Path, ...]
) -> None:
    """Whatever is typed, the answer is a message on standard error and the code 2."""
    found = run(*arguments)
    assert (found.code, found.out) == (2, "")
    assert found.err.strip()


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\x01\x02", b"\xff\xfe\x00\xd8", b"[]", b"{", b"a: &a [*a]", b"\xd6\xb0"],
    ids=repr,
)
@pytest.mark.parametrize("suffix", [".yaml", ".json", ".txt"])
def test_a_broken_file_is_refused_without_a_traceback(
    run: Run, tmp_path: Path, content: bytes, suffix: str
) -> None:
    """Whatever a file holds, the answer is a message that names it and the code 2."""
    path = tmp_path / f"broken{suffix}"
    path.write_bytes(content)
    found = run("assess", path)
    assert (found.code, found.out) == (2, "")
    assert path.name in found.err


# Processes: encodings, pipes, terminals ------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ("assess", NOT_ELIGIBLE),
        ("why", NOT_ELIGIBLE, "12.5", "--format", "json"),
        ("template",),
        ("assess", "nowhere.yaml"),
        ("assess", "--nonsense"),
    ],
    ids=typed,
)
def test_the_bytes_do_not_depend_on_the_locale(arguments: tuple[str | Path, ...]) -> None:
    """In a pipe the output is UTF-8 in every locale and under every encoding of Python."""
    environments: tuple[dict[str, str], ...] = (
        {"LC_ALL": "C.UTF-8"},
        {"LC_ALL": "C", "COLUMNS": "40"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LC_ALL": "zh_CN.GBK", "PYTHONIOENCODING": "gbk:strict"},
        {"LANGUAGE": "de:fr", "LANG": "de_DE.UTF-8"},
    )
    first, *others = (process(*arguments, environment=one) for one in environments)
    for stream in (first.stdout, first.stderr):
        assert b"\r" not in stream
        stream.decode("utf-8")
    for other in others:
        assert (other.returncode, other.stdout, other.stderr) == (
            first.returncode,
            first.stdout,
            first.stderr,
        )


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe breaks in another way there")
@pytest.mark.parametrize(
    "arguments",
    [
        ("assess", ELIGIBLE, NOT_ELIGIBLE, "--full"),
        ("assess", ELIGIBLE, "--format", "json"),
        ("rules",),
        ("template",),
        ("schema",),
    ],
    ids=typed,
)
def test_a_reader_that_leaves_early_hears_no_complaint(arguments: tuple[str | Path, ...]) -> None:
    """A broken pipe ends the program as other programs end, and is no verdict."""
    reading, writing = os.pipe()
    with subprocess.Popen(
        [sys.executable, "-m", "reasoner.cli", *map(str, arguments)],
        env=clean_environment(),
        stdout=writing,
        stderr=subprocess.PIPE,
    ) as running:
        os.close(writing)
        os.close(reading)
        _, err = running.communicate(timeout=120)
    assert err == b""
    assert running.returncode == 128 + 13


def on_a_terminal(environment: Mapping[str, str]) -> str:
    """Return what the program shows on a terminal."""
    pty: Any = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "reasoner.cli", "assess", str(ELIGIBLE)],
        env={**clean_environment(), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **environment},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as running:
        os.close(theirs)
        shown, until = b"", time.monotonic() + 120
        while time.monotonic() < until:
            if not select.select([ours], [], [], 1)[0]:
                continue
            try:
                part = os.read(ours, 65536)
            except OSError:  # The other end has been closed.
                break
            if not part:
                break
            shown += part
        running.wait(timeout=10)
    os.close(ours)
    assert running.returncode == 0
    return shown.decode("utf-8")


def test_a_terminal_has_colours_unless_the_user_wants_none() -> None:
    """NO_COLOR takes the colours away, and nothing else."""
    coloured, plain = on_a_terminal({}), on_a_terminal({"NO_COLOR": "1"})
    assert COLOUR.search(coloured)
    assert not COLOUR.search(plain)
    assert "符合条件" in plain


def test_a_pipe_has_no_colours() -> None:
    """What goes to a file or a pipe holds no escape sequences."""
    assert b"\x1b" not in process("assess", ELIGIBLE).stdout


def test_nothing_is_folded_in_a_pipe() -> None:
    """However long a line is, a pipe gets it whole, so it can be searched."""
    lines = process("assess", UNDETERMINED).stdout.decode("utf-8").splitlines()
    assert not any(line.lstrip().startswith("iot.senior.") for line in lines)


def test_dossiers_may_lie_anywhere(tmp_path: Path) -> None:
    """A name with blanks, Chinese and brackets is a name like any other."""
    path = tmp_path / "申报 材料（终稿）[1].yaml"
    path.write_bytes(ELIGIBLE.read_bytes())
    assert process("assess", path).returncode == 0


def test_the_rules_do_not_lie_in_the_working_directory(tmp_path: Path) -> None:
    """The program works from any folder."""
    done = subprocess.run(
        [sys.executable, "-m", "reasoner.cli", "rules", "12.2"],
        cwd=tmp_path,
        env=clean_environment(),
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0
    assert "第十二条(二)" in done.stdout.decode("utf-8")
