"""``zhicheng score``: the score ledger of a dossier."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from reasoner.assess import prepare
from reasoner.cli.options import (
    format_option,
    language_option,
    parse_readings,
    parse_threshold,
    rule_options,
    threshold_option,
)
from reasoner.errors import InputError, Language, Problem, Text
from reasoner.evaluate import rule_book
from reasoner.intake.dossier import read_dossier, read_notice
from reasoner.model.score import Score
from reasoner.report.json import as_json
from reasoner.report.score_html import score_as_html
from reasoner.rule_book import RuleBook
from reasoner.score import score
from reasoner.scoring.table import score_table


def command(language: Language) -> click.Command:
    """Return the command in *language*."""
    zh = language == "zh"

    @click.command(
        "score",
        help="按量化赋分表计算自评分，列出每项成果计入哪一行、系数、封顶与损失，并取总分最高的计入方式。"
        if zh
        else "Compute the self-score by the scoring table: which row each record counts in, coefficients, "
        "maxima and what is lost to them, with each record where the total is highest.",
    )
    @click.argument("dossier", type=click.Path(path_type=Path))
    @rule_options(language)
    @threshold_option(language)
    @click.option(
        "--pin",
        "pins",
        multiple=True,
        metavar="项目-1=2.1.4.1" if zh else "project-1=2.1.4.1",
        help="指定某条记录计入某一行，可重复；记录写编号或在业绩成果中的序号。"
        if zh
        else "Count a record in this row; may be repeated; name the record by id or by its place.",
    )
    @format_option(language, "text", "json", "md", "html")
    @click.option(
        "--full",
        is_flag=True,
        help="列出赋分表全部行和每条记录的依据。"
        if zh
        else "Show every row, and why each record is there.",
    )
    @language_option(language)
    def tell(
        *,
        dossier: Path,
        track: str,
        notice: Path | None,
        readings: Sequence[str],
        threshold: str | None,
        pins: Sequence[str],
        format_: str,
        full: bool,
    ) -> int:
        chosen = parse_readings(readings)
        year = read_notice(notice) if notice else None
        found = score(
            read_dossier(dossier),
            track,
            notice=year,
            readings=chosen,
            threshold=parse_threshold(threshold),
            pins=_parse_pins(pins),
        )
        setting, _ = prepare(track, notice=year, readings=chosen)
        table = score_table(setting)
        _print(found, table.book if table else rule_book(setting), format_, language, full=full)
        return 0

    return tell


def _parse_pins(told: Sequence[str]) -> list[tuple[str, str]]:
    """Return records and rows.

    Raises:
        InputError: one has not the form ``record=row``.
    """
    pins = []
    for word in told:
        record, separator, row = word.rpartition("=")
        if not separator or not record or not row:
            raise InputError(
                [
                    Problem(
                        Text("应写成“记录=行”", "a pin is written as record=row"),
                        source="--pin",
                        value=word,
                        accepted=Text("项目-1=2.1.4.1", "project-1=2.1.4.1"),
                    )
                ]
            )
        pins.append((record, row))
    return pins


def _print(found: Score, book: RuleBook, format_: str, language: Language, *, full: bool) -> None:
    match format_:
        case "json":
            click.echo(as_json(found))
        case "html":
            click.echo(score_as_html(found, book, language))
        case _:
            # rich is for terminals only.
            from reasoner.report.score_text import print_score, score_as_markdown  # noqa: PLC0415
            from reasoner.report.text import terminal  # noqa: PLC0415

            if format_ == "md":
                click.echo(score_as_markdown(found, book, language))
            else:
                console = terminal(is_terminal=sys.stdout.isatty())
                print_score(found, book, console, language, full=full)
