"""The program ``zhicheng``: its commands, its language, its exit codes."""

import gc
import importlib
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from reasoner import __version__
from reasoner.cli.options import EXIT_BAD_INPUT, EXIT_BROKEN_PIPE, EXIT_INTERRUPTED, language_of
from reasoner.cli.translation import speak
from reasoner.errors import Language, Text, ZhichengError

# Each command lives in the module of its name, which is imported only when it is used.
COMMANDS = (
    "assess",
    "why",
    "score",
    "what-if",
    "next",
    "repair",
    "timeline",
    "verify",
    "robust",
    "rules",
    "procedure",
    "policy",
    "synth",
    "template",
    "schema",
)


class Program(click.Group):
    """The group of commands; a command is made in the language that was asked for."""

    def __init__(self, language: Language) -> None:
        """Make the program in *language*."""
        zh = language == "zh"
        super().__init__(
            name="zhicheng",
            help="浙江省高级、正高级工程师职称评价条件推理：是否符合、为什么、差在哪里。"
            if zh
            else "Decides whether an engineer qualifies for a Zhejiang senior or chief title, and shows why.",
            context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
            params=[
                click.Option(
                    ["--version"],
                    is_flag=True,
                    is_eager=True,
                    expose_value=False,
                    callback=_print_version,
                    help="显示版本。" if zh else "Show the version.",
                ),
                click.Option(
                    ["--lang"],
                    type=click.Choice(["zh", "en"]),
                    expose_value=False,
                    help="语言。" if zh else "Language.",
                ),
            ],
        )
        self._language: Language = language

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order of their use."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"reasoner.cli.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command(self._language)
        return command


def _print_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(f"zhicheng {__version__}")
        ctx.exit()


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the program on *arguments*, or on those of the process, and exit."""
    # One short run makes no cycles worth looking for, and the search would cost as much as an answer.
    gc.set_threshold(1_000_000)
    words = list(sys.argv[1:] if arguments is None else arguments)
    language = language_of(words, os.environ)
    speak(language)
    _write_utf8_to_files()
    try:
        status = _run(Program(language), words)
        sys.stdout.flush()
    except click.exceptions.Exit as leaving:
        sys.exit(leaving.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(EXIT_BAD_INPUT)
    except (KeyboardInterrupt, click.Abort):
        sys.exit(EXIT_INTERRUPTED)
    except ZhichengError as error:
        click.echo(error.in_language(language), err=True)
        sys.exit(EXIT_BAD_INPUT)
    except BrokenPipeError:
        # The reader has gone (`| head`); keep Python from complaining while it shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(EXIT_BROKEN_PIPE)
    except Exception as error:  # noqa: BLE001 - whatever it is, it must not read as "not eligible"
        click.echo(_unforeseen(error).in_language(language), err=True)
        sys.exit(EXIT_BAD_INPUT)
    sys.exit(status)


def _run(program: click.Group, words: list[str]) -> int:
    """Run *program*; click's own `main` would turn a broken pipe into exit code 1."""
    with program.make_context("zhicheng", words) as context:
        status = program.invoke(context)
    return status if isinstance(status, int) else 0


def _unforeseen(error: Exception) -> Text:
    name = f"{type(error).__name__}: {error}"
    return Text(
        f"程序内部错误，没有结论：{name}",
        f"an error of the program itself; there is no answer: {name}",
    )


def _write_utf8_to_files() -> None:
    """Write UTF-8 wherever output goes to a file or a pipe; a real terminal keeps its own encoding."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
