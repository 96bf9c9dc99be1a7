"""What the commands that ask one question about one dossier have in common."""

import math
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, Final, TypedDict, TypeVar

import click

from reasoner.assess import DEFAULT_TRACK
from reasoner.cli.options import (
    ALL_TRACKS,
    EXIT_ELIGIBLE,
    EXIT_NOT_ELIGIBLE,
    EXIT_UNDETERMINED,
    format_option,
    language_option,
    notice_option,
    parse_readings,
    parse_threshold,
    reading_option,
    threshold_option,
    track_option,
)
from reasoner.errors import InputError, Language, Problem, Text
from reasoner.intake.dossier import read_notice
from reasoner.intake.text import printable
from reasoner.model.notice import Notice
from reasoner.questions.clock import Clock
from reasoner.report.json import Answer, as_json
from reasoner.report.outline import Outline, as_lines, as_markdown

MOST_SECONDS: Final = 60
"""How long a question may take unless another limit is given; for several tracks together."""
_NO_LIMIT: Final = frozenset({"none", "无", "不限"})
F = TypeVar("F", bound=Callable[..., Any])


class Conditions(TypedDict):
    """Under what a question is asked, as the functions of `reasoner.questions` take it."""

    notice: Notice | None
    readings: Mapping[str, str]
    threshold: int | None


_EXITS = {
    "eligible": EXIT_ELIGIBLE,
    "ineligible": EXIT_NOT_ELIGIBLE,
    "undetermined": EXIT_UNDETERMINED,
}


def conditions(notice: Path | None, readings: Sequence[str], threshold: str | None) -> Conditions:
    """Return the conditions that the options of a question tell.

    Raises:
        InputError: a file or an option cannot be read.
    """
    return Conditions(
        readings=parse_readings(readings),
        notice=read_notice(notice) if notice else None,
        threshold=parse_threshold(threshold),
    )


def dossier_argument() -> Callable[[F], F]:
    """Return the argument that names the dossier."""
    return click.argument("dossier", type=click.Path(path_type=Path))


def timeout_option(language: Language) -> Callable[[F], F]:
    """Return the option that limits the time."""
    return click.option(
        "--timeout",
        default=str(MOST_SECONDS),
        show_default=True,
        metavar="SECONDS|none",
        help="最多用多少秒，none 为不限；时限到时给出目前找到的，并注明未证明。"
        if language == "zh"
        else "At most so many seconds, none for no limit; "
        "then the best found is given, and said not to be proven.",
    )


def parse_timeout(told: str) -> float | None:
    """Return how many seconds a search may take, or nothing where there is no limit.

    Raises:
        InputError: it is neither a positive number nor ``none``.
    """
    if told.strip().lower() in _NO_LIMIT:
        return None
    try:
        seconds = float(told)
    except ValueError:
        seconds = math.nan
    if seconds > 0:
        return seconds
    raise InputError(
        [
            Problem(
                Text("时限应为大于零的秒数", "the time limit is a number of seconds above zero"),
                source="--timeout",
                value=printable(told),
                accepted=Text(f"{MOST_SECONDS}，none（不限）", f"{MOST_SECONDS}, none (no limit)"),
            )
        ]
    )


def question_options(language: Language, *, several: bool = False) -> Callable[[F], F]:
    """Return the options that every question takes; *several* tracks at a time or one."""

    def decorate(command: F) -> F:
        for option in (
            language_option(language),
            timeout_option(language),
            format_option(language, "text", "json", "md", "html"),
            threshold_option(language),
            reading_option(language),
            notice_option(language),
            _tracks_option(language) if several else track_option(language),
            dossier_argument(),
        ):
            command = option(command)
        return command

    return decorate


def _tracks_option(language: Language) -> Callable[[F], F]:
    return click.option(
        "--track",
        "tracks",
        multiple=True,
        default=(DEFAULT_TRACK,),
        show_default=True,
        help=f"申报轨道，可重复；{ALL_TRACKS} 为全部轨道。"
        if language == "zh"
        else f"The track applied for; may be repeated; {ALL_TRACKS} stands for every track.",
    )


@contextmanager
def clock(timeout: str) -> Iterator[Clock]:
    """Give a clock for *timeout*, as `parse_timeout` has it, that shows progress on a terminal, and that Ctrl-C stops.

    Who presses it once gets what is proven so far; a second time ends the program at once.

    Raises:
        InputError: *timeout* is no time limit.
    """
    found = Clock(parse_timeout(timeout), progress=_tell if sys.stderr.isatty() else None)
    usual = signal.getsignal(signal.SIGINT)

    def stop(_number: int, _frame: FrameType | None) -> None:
        found.interrupt()
        signal.signal(signal.SIGINT, usual)

    signal.signal(signal.SIGINT, stop)
    try:
        yield found
    finally:
        signal.signal(signal.SIGINT, usual)


def _tell(what: str) -> None:
    click.echo(f"\r\033[K{what}", nl=False, err=True)


def print_answer(
    answer: Answer | Sequence[Answer], outline: Outline, format_: str, language: Language
) -> None:
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
