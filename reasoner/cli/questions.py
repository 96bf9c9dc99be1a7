"""What the commands that ask one question about one dossier have in common."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from reasoner.cli.options import (
    EXIT_ELIGIBLE,
    EXIT_NOT_ELIGIBLE,
    EXIT_UNDETERMINED,
    format_option,
    language_option,
    rule_options,
)
from reasoner.errors import Language
from reasoner.questions.search import Clock
from reasoner.report.json import Answer, as_json
from reasoner.report.outline import Outline, as_lines, as_markdown

F = TypeVar("F", bound=Callable[..., Any])

_EXITS = {
    "eligible": EXIT_ELIGIBLE,
    "ineligible": EXIT_NOT_ELIGIBLE,
    "undetermined": EXIT_UNDETERMINED,
}


def dossier_argument() -> Callable[[F], F]:
    """Return the argument that names the dossier."""
    return click.argument("dossier", type=click.Path(path_type=Path))


def timeout_option(language: Language) -> Callable[[F], F]:
    """Return the option that limits the time."""
    return click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        metavar="SECONDS",
        help="最多用多少秒；时限到时给出目前找到的，并注明未证明。"
        if language == "zh"
        else "At most so many seconds; then the best found is given, and said not to be proven.",
    )


def question_options(language: Language) -> Callable[[F], F]:
    """Return the options that every question takes."""

    def decorate(command: F) -> F:
        for option in (
            language_option(language),
            timeout_option(language),
            format_option(language, "text", "json", "md", "html"),
            rule_options(language),
            dossier_argument(),
        ):
            command = option(command)
        return command

    return decorate


def clock(timeout: float | None) -> Clock:
    """Return a clock for *timeout* seconds that shows progress on a terminal."""
    if not sys.stderr.isatty():
        return Clock(timeout)

    def tell(what: str) -> None:
        click.echo(f"\r\033[K{what}", nl=False, err=True)

    return Clock(timeout, progress=tell)


def print_answer(answer: Answer, outline: Outline, format_: str, language: Language) -> None:
    """Print *answer* in the format asked for."""
    if sys.stderr.isatty():
        click.echo("\r\033[K", nl=False, err=True)
    match format_:
        case "json":
            click.echo(as_json(answer))
        case "md":
            click.echo(as_markdown(outline))
        case "html":
            from reasoner.report.outline_html import as_html  # noqa: PLC0415 - the report asked for

            click.echo(as_html(outline, language))
        case _:
            for line, colour in as_lines(outline):
                click.secho(line, fg=colour if sys.stdout.isatty() else None)


def exit_code(verdict: str) -> int:
    """Return the exit code for *verdict*."""
    return _EXITS[verdict]
