"""Options that several commands share, and what they mean."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from reasoner.errors import InputError, Language, Problem, Text
from reasoner.model.amounts import UnreadableError, parse_points

EXIT_ELIGIBLE, EXIT_NOT_ELIGIBLE, EXIT_BAD_INPUT, EXIT_UNDETERMINED = 0, 1, 2, 3
# As shells have them: 128 and the number of the signal.
EXIT_INTERRUPTED, EXIT_BROKEN_PIPE = 130, 141

F = TypeVar("F", bound=Callable[..., Any])
LANGUAGE_VARIABLE = "ZHICHENG_LANG"
ALL_TRACKS = "all"


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language that the arguments, or else the environment, ask for; Chinese unless English."""
    asked = environment.get(LANGUAGE_VARIABLE, "zh")
    for place, word in enumerate(arguments):
        if word == "--lang":
            asked = "".join(arguments[place + 1 : place + 2])
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    return "en" if asked == "en" else "zh"


def language_option(language: Language) -> Callable[[F], F]:
    """Return the option ``--lang``; `language_of` has read it before."""
    return click.option(
        "--lang",
        type=click.Choice(["zh", "en"]),
        envvar=LANGUAGE_VARIABLE,
        default="zh",
        expose_value=False,
        help="语言。" if language == "zh" else "Language.",
    )


def track_option(language: Language) -> Callable[[F], F]:
    """Return the option that chooses the track."""
    return click.option(
        "--track",
        default="iot.senior",
        show_default=True,
        help="申报轨道。" if language == "zh" else "The track applied for.",
    )


def tracks_option(language: Language) -> Callable[[F], F]:
    """Return the option that chooses one track or several."""
    return click.option(
        "--track",
        "tracks",
        multiple=True,
        default=("iot.senior",),
        show_default=True,
        help="申报轨道，可重复；all 为全部轨道，给出各轨道的路径矩阵。"
        if language == "zh"
        else "The track applied for; may be repeated; all stands for every track. "
        "Several tracks give a path matrix.",
    )


def notice_option(language: Language) -> Callable[[F], F]:
    """Return the option that names a file with the parameters of the year."""
    return click.option(
        "--notice",
        type=click.Path(path_type=Path),
        help="年度通知参数文件，代替随附的 2026 年度参数。"
        if language == "zh"
        else "A file with the parameters of the year, instead of the shipped ones.",
    )


def reading_option(language: Language) -> Callable[[F], F]:
    """Return the option that chooses another reading of an unclear passage."""
    return click.option(
        "--reading",
        "readings",
        multiple=True,
        metavar="A068=literal",
        help="改用另一读法，可重复；列表见 zhicheng rules readings。"
        if language == "zh"
        else "Choose another reading; may be repeated; zhicheng rules readings lists them.",
    )


def rule_options(language: Language) -> Callable[[F], F]:
    """Return the options that choose track, notice and readings."""

    def decorate(command: F) -> F:
        return track_option(language)(notice_option(language)(reading_option(language)(command)))

    return decorate


def threshold_option(language: Language) -> Callable[[F], F]:
    """Return the option that sets the score that the notice leaves open."""
    return click.option(
        "--threshold",
        metavar="80",
        help="规定分值，代替年度通知所定。"
        if language == "zh"
        else "The score to reach, instead of what the notice sets.",
    )


def parse_threshold(told: str | None) -> int | None:
    """Return the score to reach in hundredths of a point, if it is given.

    Raises:
        InputError: it is no score.
    """
    if told is None:
        return None
    try:
        return parse_points(told)
    except UnreadableError as error:
        problem = Problem(error.what, source="--threshold", value=told, accepted=error.accepted)
        raise InputError([problem]) from error


def format_option(language: Language, *formats: str) -> Callable[[F], F]:
    """Return the option that chooses one of *formats*, the first by default."""
    return click.option(
        "--format",
        "format_",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="输出格式。" if language == "zh" else "Output format.",
    )


def rules_option(language: Language) -> Callable[[F], F]:
    """Return the option that names a folder of rules to look at instead of the shipped ones."""
    return click.option(
        "--rules",
        "rules_folder",
        type=click.Path(path_type=Path),
        help="用这个文件夹里的规则，结构同随附的 asp；在单独的进程里运行，有时间和内存上限。"
        if language == "zh"
        else "Use the rules in this folder, laid out as asp is; they run apart, with limits of time and memory.",
    )


def source_option(language: Language) -> Callable[[F], F]:
    """Return the option that names the user's copy of the official text."""
    return click.option(
        "--source",
        type=click.Path(path_type=Path),
        help="官方文件全文（txt），在各条款旁显示原文。"
        if language == "zh"
        else "Your copy of the official text (txt), shown beside each clause.",
    )


def parse_readings(told: Sequence[str]) -> dict[str, str]:
    """Return the readings chosen, by id.

    Raises:
        InputError: one has not the form ``A068=literal``, or the same reading is chosen twice.
    """
    chosen: dict[str, str] = {}
    for word in told:
        reading, separator, option = word.partition("=")
        if not separator or not reading or not option or reading in chosen:
            what = (
                Text("同一读法选了两次", "the same reading is chosen twice")
                if reading in chosen
                else Text("读法应写成“编号=选项”", "a reading is written as id=option")
            )
            raise InputError(
                [
                    Problem(
                        what,
                        source="--reading",
                        value=word,
                        accepted=Text("A068=literal", "A068=literal"),
                    )
                ]
            )
        chosen[reading] = option
    return chosen
