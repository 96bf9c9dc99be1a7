"""click speaks the user's language: every message that can be met is translated, in any locale."""

import ast
import os
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

LOCALES = Path(__file__).parent.parent / "reasoner" / "locale"
CATALOGUE = LOCALES / "zh_CN" / "LC_MESSAGES" / "click.po"

# What click can say and no user of our commands can meet.
EXCLUDED = {
    # Said to a programmer who declares an option or a command wrongly.
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "Choice({choices})",
    "Could not determine name for option with declarations {decls!r}",
    "Invalid start character for option ({option})",
    "Name '{name}' defined twice",
    (
        "No options defined but a name was passed ({name}). Did you mean to declare an argument "
        "instead? Did you mean to pass '--{name}'?"
    ),
    "Unknown color {colour!r}",
    "Unknown standard stream '{name}'",
    # No command asks anything while it runs, so there is no prompt.
    "Confirm the action without prompting.",
    "Do you want to continue?",
    "Error: invalid input",
    "Error: {e.message}",
    "Error: The two entered values do not match.",
    "Error: The value you entered was invalid.",
    "Press any key to continue...",
    "Repeat for confirmation",
    # No command opens an editor, writes to the old Windows console, or takes a UUID.
    "{editor}: Editing failed",
    "{editor}: Editing failed: {e}",
    "Windows error: {error}",
    "{value!r} is not a valid UUID.",
}


def translations() -> dict[tuple[str, ...], str]:
    """Return the translations of the source by msgid, with the plural where there is one."""
    found: dict[tuple[str, ...], str] = {}
    for entry in CATALOGUE.read_text(encoding="utf-8").split("\n\n"):
        said: dict[str, str] = {}
        keyword = ""
        for line in entry.splitlines():
            if line and not line.startswith("#"):
                name, quote, text = line.partition('"')
                keyword = name.strip() or keyword
                said[keyword] = said.get(keyword, "") + ast.literal_eval(quote + text)
        if said:
            ids = tuple(said[key] for key in ("msgid", "msgid_plural") if key in said)
            assert ids not in found, f"translated twice: {ids}"
            found[ids] = said.get("msgstr", said.get("msgstr[0]", ""))
    return found


def compiled() -> bytes:
    """Return the catalogue as gettext reads it: header, two tables of places, the texts."""
    pairs = sorted(("\0".join(ids).encode(), told.encode()) for ids, told in translations().items())
    tables = [[original for original, _ in pairs], [told for _, told in pairs]]
    start = 28
    place = start + 16 * len(pairs)
    places, texts = b"", b""
    for table in tables:
        for text in table:
            places += struct.pack("<2I", len(text), place + len(texts))
            texts += text + b"\0"
    header = struct.pack("<7I", 0x950412DE, 0, len(pairs), start, start + 8 * len(pairs), 0, place)
    return header + places + texts


def messages_of_click() -> Iterator[tuple[str, ...]]:
    """Yield what click hands to gettext: a text, or a text and its plural."""
    for source in sorted(Path(click.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                texts = [one.value for one in node.args if isinstance(one, ast.Constant)]
                if node.func.id in ("_", "ngettext") and texts:
                    yield tuple(str(text) for text in texts)


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program with *environment* beside the usual one."""
    kept = {
        key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "PYTHONPATH") if key in os.environ
    }
    return subprocess.run(
        [sys.executable, "-m", "reasoner.cli", *arguments],
        capture_output=True,
        check=False,
        cwd=LOCALES.parent.parent,
        env=kept | environment,
    )


def test_compiled_catalogue_is_that_of_the_source() -> None:
    """The .mo file is what the .po file compiles to (python -m tests.test_translation writes it)."""
    assert CATALOGUE.with_suffix(".mo").read_bytes() == compiled()


def test_every_message_that_can_be_met_is_translated() -> None:
    """Of what the installed click can say, nothing is left but what is excluded with a reason."""
    left = {ids for ids in messages_of_click() if ids not in translations()}

    assert {ids[0] for ids in left} <= EXCLUDED


def test_nothing_is_both_translated_and_excluded() -> None:
    """The list of exclusions holds nothing that is translated."""
    assert not EXCLUDED & {ids[0] for ids in translations()}


@pytest.mark.parametrize("ids", list(translations()), ids=lambda ids: str(ids[0]))
def test_translation_fills_the_same_places(ids: tuple[str, ...]) -> None:
    """A translation names no place that click does not fill, or it would fail while printing."""
    names = {"e.message"} | {name for text in ids for name in places(text)}

    assert set(places(translations()[ids])) <= names


def places(text: str) -> Iterator[str]:
    """Yield the names in braces."""
    for piece in text.split("{")[1:]:
        yield piece.partition("}")[0].partition("!")[0]


ERRORS = [
    pytest.param(["assess"], "错误：缺少参数 'DOSSIER...'.", id="missing argument"),
    pytest.param(
        ["assess", "--formt=x"], "没有选项 '--formt'。 是否想写 '--format'？", id="no such option"
    ),
    pytest.param(["asess"], "没有命令 'asess'。", id="no such command"),
    pytest.param(
        ["assess", "x", "--format=xml"],
        "'--format' 的值无效：'xml' 不在可选值之列：'text', 'json', 'md', 'html'。",
        id="invalid choice",
    ),
    pytest.param(["schema", "x"], "的值无效：'x' 不在可选值之列：", id="invalid argument"),
    pytest.param(["template", "x"], "多出的参数：x", id="extra argument"),
    pytest.param(["assess", "x", "--track"], "选项 '--track' 需要 1 个值。", id="missing value"),
    pytest.param(["assess", "x", "--full=1"], "选项 '--full' 不带值。", id="needless value"),
]


@pytest.mark.parametrize(("arguments", "message"), ERRORS)
def test_errors_are_chinese(arguments: list[str], message: str) -> None:
    """Nothing of an error is in English; the exit code is that of bad usage."""
    answer = run(*arguments)

    said = answer.stderr.decode()
    assert answer.returncode == 2
    assert message in said
    for english in ("Usage", "Error", "Try '", "for help"):
        assert english not in said


@pytest.mark.parametrize("command", [[], ["assess"], ["why"], ["rules"], ["schema"], ["template"]])
def test_help_is_chinese(command: list[str]) -> None:
    """The help of every command has Chinese headings, and none of click's English words."""
    said = run(*command, "--help").stdout.decode()

    assert said.startswith("用法: zhicheng")
    assert "选项:" in said
    assert "显示本说明。" in said
    for english in ("Usage", "Options:", "Commands:", "default:", "Show this", "and exit"):
        assert english not in said


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("arguments", [["--help"], ["assess", "--format=xml"], ["asess"]])
def test_locale_of_the_user_changes_nothing(language: str, arguments: list[str]) -> None:
    """The same bytes come out whatever LANG, LC_ALL and LANGUAGE say."""
    answers = {
        (answer.stdout, answer.stderr)
        for locale in ("C", "en_US.UTF-8", "zh_CN.GBK", "de_DE.UTF-8")
        for answer in [
            run(
                *arguments,
                ZHICHENG_LANG=language,
                LANG=locale,
                LC_ALL=locale,
                LANGUAGE=locale.partition(".")[0],
            )
        ]
    }

    assert len(answers) == 1


def test_english_is_that_of_click() -> None:
    """In English, click's own words stay as they are, in a Chinese locale too."""
    said = run("assess", "--lang=en", LANG="zh_CN.UTF-8", LANGUAGE="zh_CN").stderr.decode()

    assert said.startswith("Usage: zhicheng assess")
    assert "Error: Missing argument 'DOSSIER...'." in said


if __name__ == "__main__":
    CATALOGUE.with_suffix(".mo").write_bytes(compiled())
