"""``zhicheng why``: one clause in depth, record by record, test by test."""

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
    source_option,
    threshold_option,
)
from reasoner.errors import Language
from reasoner.evaluate import rule_book
from reasoner.intake.dossier import read_dossier, read_notice
from reasoner.report.json import as_json
from reasoner.source_text import read_source
from reasoner.why import why


def command(language: Language) -> click.Command:
    """Return the command in *language*."""

    @click.command(
        "why",
        help="逐条记录、逐项检验地解释一个条款或分类表，条款可写 iot.senior.12.2 或 12.2。"
        if language == "zh"
        else "Explain one clause or table, record by record and test by test; "
        "write iot.senior.12.2 or 12.2.",
    )
    @click.argument("dossier", type=click.Path(path_type=Path))
    @click.argument("clause")
    @rule_options(language)
    @threshold_option(language)
    @format_option(language, "text", "json")
    @source_option(language)
    @language_option(language)
    def explain(
        *,
        dossier: Path,
        clause: str,
        track: str,
        notice: Path | None,
        readings: Sequence[str],
        threshold: str | None,
        format_: str,
        source: Path | None,
    ) -> int:
        chosen = parse_readings(readings)
        setting, found = prepare(
            track,
            notice=read_notice(notice) if notice else None,
            readings=chosen,
            threshold=parse_threshold(threshold),
        )
        book = rule_book(setting)
        answer = why(
            read_dossier(dossier),
            clause,
            found.id,
            notice=setting.notice,
            readings=chosen,
            official_words=read_source(source, book, setting.specialty) if source else {},
        )
        if format_ == "json":
            click.echo(as_json(answer))
        else:
            from reasoner.report.text import print_clause, terminal  # noqa: PLC0415 - rich, for terminals only

            print_clause(answer, book, terminal(is_terminal=sys.stdout.isatty()), language)
        return 0

    return explain
