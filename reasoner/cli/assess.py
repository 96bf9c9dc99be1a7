"""``zhicheng assess``: does this candidate qualify, by which route, and why not?"""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from reasoner.assess import assess_many, prepare
from reasoner.cli.options import (
    EXIT_BAD_INPUT,
    EXIT_ELIGIBLE,
    EXIT_NOT_ELIGIBLE,
    EXIT_UNDETERMINED,
    format_option,
    language_option,
    parse_readings,
    rule_options,
    source_option,
)
from reasoner.errors import InputError, Language
from reasoner.evaluate import rule_book
from reasoner.intake.dossier import read_dossier, read_notice
from reasoner.model.assessment import Assessment
from reasoner.model.dossier import Dossier
from reasoner.rule_book import RuleBook
from reasoner.source_text import read_source


def command(language: Language) -> click.Command:
    """Return the command in *language*."""
    zh = language == "zh"

    @click.command(
        "assess",
        help="判定申报人是否符合条件，并列出每一条款的依据。退出码：0 符合，1 不符合，2 输入有误，3 尚不能确定。"
        if zh
        else "Tell whether candidates qualify, with the reason for every clause. "
        "Exit code: 0 eligible, 1 not eligible, 2 bad input, 3 undetermined.",
    )
    @click.argument(
        "dossiers", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="DOSSIER..."
    )
    @rule_options(language)
    @format_option(language, "text", "json", "md", "html")
    @source_option(language)
    @click.option(
        "--full",
        is_flag=True,
        help="展开全部条款和记录。" if zh else "Unfold every clause and record.",
    )
    @click.option(
        "--exit-zero",
        is_flag=True,
        help="无论结论如何都返回 0。" if zh else "Exit with 0 whatever the verdict.",
    )
    @language_option(language)
    def assess(
        *,
        dossiers: Sequence[Path],
        track: str,
        notice: Path | None,
        readings: Sequence[str],
        format_: str,
        source: Path | None,
        full: bool,
        exit_zero: bool,
    ) -> int:
        chosen = parse_readings(readings)
        year = read_notice(notice) if notice else None
        setting, found_track = prepare(track, notice=year, readings=chosen)
        book = rule_book(setting)
        words = read_source(source, book, setting.specialty) if source else {}
        found, refused = _read_all(dossiers, language)
        assessments = assess_many(
            found, found_track.id, notice=setting.notice, readings=chosen, official_words=words
        )
        if assessments:
            _print(assessments, book, format_, language, full=full, alone=len(dossiers) == 1)
        return _exit_code(assessments, refused=refused, exit_zero=exit_zero)

    return assess


def _read_all(paths: Sequence[Path], language: Language) -> tuple[list[Dossier], bool]:
    """Return the dossiers that can be read; say what is wrong with the others."""
    found, refused = [], False
    for path in paths:
        try:
            found.append(read_dossier(path))
        except InputError as error:
            click.echo(error.in_language(language), err=True)
            refused = True
    return found, refused


def _print(
    assessments: Sequence[Assessment],
    book: RuleBook,
    format_: str,
    language: Language,
    *,
    full: bool,
    alone: bool,
) -> None:
    # Only the report that was asked for is imported.
    match format_:
        case "json":
            from reasoner.report.json import as_json  # noqa: PLC0415

            click.echo(as_json(assessments[0] if alone else assessments))
        case "md":
            from reasoner.report.markdown import assessments_as_markdown  # noqa: PLC0415

            click.echo(assessments_as_markdown(assessments, book, language))
        case "html":
            from reasoner.report.html import assessments_as_html  # noqa: PLC0415

            click.echo(assessments_as_html(assessments, book, language))
        case _:
            from reasoner.report.text import print_assessment, terminal  # noqa: PLC0415

            console = terminal(is_terminal=sys.stdout.isatty())
            for assessment in assessments:
                print_assessment(assessment, book, console, language, full=full)


def _exit_code(assessments: Sequence[Assessment], *, refused: bool, exit_zero: bool) -> int:
    verdicts = {assessment.verdict for assessment in assessments}
    if refused:
        return EXIT_BAD_INPUT
    if exit_zero:
        return EXIT_ELIGIBLE
    if "ineligible" in verdicts:
        return EXIT_NOT_ELIGIBLE
    return EXIT_UNDETERMINED if "undetermined" in verdicts else EXIT_ELIGIBLE
