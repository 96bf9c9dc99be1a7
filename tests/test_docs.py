"""The documentation is true: its examples run, its links resolve, every command is described."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import click
import pytest

from reasoner.cli.main import COMMANDS, Program, main
from reasoner.errors import Language
from reasoner.intake.dossier import dossier_from_text
from reasoner.intake.review import review_record_from_text
from tests.golden import ROOT

PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))
)
READMES: Mapping[Language, str] = {"zh": "README.zh-CN.md", "en": "README.md"}
GUIDES: Mapping[Language, str] = {"zh": "docs/guide.zh-CN.md", "en": "docs/guide.md"}
LANGUAGES = tuple(READMES)
STAND_IN = """\
浙江省物联网专业高级工程师职务任职资格评价条件（试行）
第一章 总则
第一条 代替原文的文字。
第十二条 代替原文的文字：
（一）代替原文的文字。
（二）代替原文的文字。
附 1
"""
"""A made-up text in the place of the official one, which the project does not contain."""

# Nothing for a shell to do, and no processes of our own.
_PLAIN = re.compile(r"zhicheng (?!policy|.*--track all)[^|<>;&$]+")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_ANCHOR = re.compile(r'<a id="([^"]+)">')
_HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A block of code on a page."""

    page: str
    number: int
    kind: str
    text: str

    def __str__(self) -> str:
        """Return where it stands."""
        return f"{self.page}-{self.kind}-{self.number}"


def text_of(page: str) -> str:
    """Return a page."""
    return (ROOT / page).read_text("utf-8")


def blocks(kind: str) -> list[Block]:
    """Return the blocks of a *kind* on all pages."""
    return [
        Block(page, number, kind, found[2])
        for page in PAGES
        for number, found in enumerate(_BLOCK.finditer(text_of(page)), 1)
        if found[1] == kind
    ]


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    """Return a folder with the examples, a stand-in for the official text, and ``zhicheng``."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / "原文.txt").write_text(STAND_IN, "utf-8")
    program = tmp_path / "bin" / "zhicheng"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reasoner.cli "$@"\n', "utf-8")
    program.chmod(0o755)
    return tmp_path


def environment(workshop: Path) -> dict[str, str]:
    """Return the environment of a user whose ``PATH`` has ``zhicheng``."""
    inherited = {key: value for key, value in os.environ.items() if key != "ZHICHENG_LANG"}
    path = os.pathsep.join((str(workshop / "bin"), os.environ.get("PATH", "")))
    return {**inherited, "PATH": path, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


def steps(block: Block) -> Iterator[tuple[str, list[str]]]:
    """Yield each command of a console block with the lines shown below it."""
    command, shown = "", list[str]()
    for line in block.text.splitlines():
        if line.startswith("$ "):
            if command:
                yield command, shown
            command, shown = line.removeprefix("$ "), []
        else:
            shown.append(line)
    yield command, shown


def pattern_of(shown: list[str]) -> re.Pattern[str]:
    """Return what output matches *shown*: ``…`` alone is any lines, within a line any text."""
    return re.compile(
        "".join(
            r"(?:.*\n)*?"
            if line.strip() == "…"
            else ".*".join(map(re.escape, line.split("…"))) + "\n"
            for line in shown
        )
    )


@pytest.mark.parametrize("block", blocks("console"), ids=str)
def test_console_blocks_show_what_happens(
    block: Block, workshop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each command prints what the page shows below it, and fails only with a verdict."""
    monkeypatch.delenv("ZHICHENG_LANG", raising=False)
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.chdir(workshop)
    for command, shown in steps(block):
        run = run_here if _PLAIN.fullmatch(command) else run_in_a_shell
        code, printed = run(command, workshop)
        assert pattern_of(shown).fullmatch(printed), f"$ {command}\n{printed}"
        assert code in (0, 1, 3), command


def run_here(command: str, _workshop: Path) -> tuple[int, str]:
    """Run a command of ours in this process, which has read the rules already."""
    printed = StringIO()
    with redirect_stdout(printed), redirect_stderr(printed), pytest.raises(SystemExit) as ended:
        main(shlex.split(command)[1:])
    return int(str(ended.value.code)), printed.getvalue()


def run_in_a_shell(command: str, workshop: Path) -> tuple[int, str]:
    """Run any command as a user would."""
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=workshop,
        env=environment(workshop),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8")


@pytest.mark.parametrize("block", blocks("python"), ids=str)
def test_python_blocks_run(block: Block, workshop: Path) -> None:
    """Each piece of Python runs, and what it asserts holds."""
    subprocess.run(
        [sys.executable, "-c", block.text],
        cwd=workshop,
        env=environment(workshop),
        timeout=120,
        check=True,
    )


@pytest.mark.parametrize("block", blocks("yaml"), ids=str)
def test_yaml_blocks_are_parts_of_a_file(block: Block) -> None:
    """Each piece of a dossier can be read as it stands, and so can a record of a review."""
    if block.text.startswith(("评审专业:", "track:")):
        assert review_record_from_text(block.text, "sample.yaml").candidates
        return
    candidate = "" if block.text.startswith("candidate:") else "candidate: {id: sample}\n"
    assert dossier_from_text(candidate + block.text, "sample.yaml").candidate.id


@pytest.mark.parametrize("page", PAGES)
def test_set_up_commands_exist(page: str) -> None:
    """Every ``make`` target that a page names is one of the Makefile."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"`make ([a-z]+)`|^make ([a-z]+)", text_of(page), re.MULTILINE):
        assert re.search(rf"^{''.join(target)}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("page", PAGES)
def test_links_resolve(page: str) -> None:
    """Every link to a file leads to one, and every link to a heading to a heading."""
    for link in _LINK.findall(_BLOCK.sub("", text_of(page))):
        target, _, anchor = link.partition("#")
        if target.startswith(("http://", "https://")):
            continue
        file = (ROOT / page).parent / target if target else ROOT / page
        assert file.exists(), link
        if anchor:
            headings = {
                re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
                for heading in _HEADING.findall(file.read_text("utf-8"))
            }
            anchors = set(_ANCHOR.findall(file.read_text("utf-8")))
            assert anchor in headings | anchors, link


def options(command: click.Command) -> set[str]:
    """Return the long names of the options of *command*, and of the commands in it."""
    context = click.Context(command)
    names = command.list_commands(context) if isinstance(command, click.Group) else ()
    inner = [command.get_command(context, name) for name in names]  # type: ignore[attr-defined]
    return {name for one in inner if one is not None for name in options(one)} | {
        name
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for name in parameter.opts
        if name.startswith("--")
    }


def section(text: str, title: str) -> str:
    """Return what stands under the heading *title*."""
    found = re.search(rf"^(#+) {re.escape(title)}$(.*?)(?=^#+ |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, title
    return found[2]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", COMMANDS)
def test_the_guide_describes_every_command_and_option(name: str, language: Language) -> None:
    """The guide has a section on each command, and it names each of its options and no other."""
    command = Program(language).get_command(click.Context(Program(language)), name)
    assert command is not None
    described = section(text_of(GUIDES[language]), f"zhicheng {name}")
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", described))
    assert named == options(command)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_describes_the_options_of_the_program(language: Language) -> None:
    """What holds for all commands is described once, above them."""
    guide = text_of(GUIDES[language])
    wanted = {*options(Program(language)), "--help", "--lang", "ZHICHENG_LANG", "NO_COLOR"}
    assert {word for word in wanted if word not in guide} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_readme_uses_every_command(language: Language) -> None:
    """The README shows each command at work."""
    readme = text_of(READMES[language])
    assert [name for name in COMMANDS if f"$ zhicheng {name}" not in readme] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_readme_lists_every_example(language: Language) -> None:
    """Each example is listed with what it shows, and nothing that is gone is."""
    listed = set(re.findall(r"\]\(examples/([^)]+)\)", text_of(READMES[language])))
    assert listed == {path.name for path in (ROOT / "examples").iterdir()}


def test_both_languages_lead_to_each_other() -> None:
    """README and guide link to their other language."""
    for pages in (READMES, GUIDES):
        for language, other in (("zh", "en"), ("en", "zh")):
            page = text_of(pages["zh" if language == "zh" else "en"])
            assert f"]({Path(pages['en' if other == 'en' else 'zh']).name})" in page


def test_every_decision_is_listed_and_numbered() -> None:
    """The list of decisions has every page, in order, under its own title."""
    folder = ROOT / "docs" / "decisions"
    pages = sorted(path for path in folder.glob("*.md") if path.name != "README.md")
    listed = re.findall(
        r"\| \[(\d{4})\]\(([^)]+)\) \| (.*) \|", text_of("docs/decisions/README.md")
    )
    assert [name for _, name, _ in listed] == [path.name for path in pages]
    for number, name, title in listed:
        assert name.startswith(f"{number}-")
        assert (folder / name).read_text("utf-8").startswith(f"# {number} {title}\n")


def test_every_decision_that_the_rules_cite_exists() -> None:
    """A rule that points to a decision points to one that is there."""
    cited = {
        number
        for path in (ROOT / "asp").rglob("*.lp")
        for number in re.findall(r"docs/decisions/(\d{4})", path.read_text("utf-8"))
    }
    assert cited
    for number in cited:
        assert list((ROOT / "docs" / "decisions").glob(f"{number}-*.md")), number
