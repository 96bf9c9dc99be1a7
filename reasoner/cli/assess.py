"""``zhicheng assess``: does this candidate qualify, by which route, and why not?"""

import sys
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

import click

from reasoner.assess import assess_tracks
from reasoner.cli.options import (
    EXIT_BAD_INPUT,
    EXIT_ELIGIBLE,
    EXIT_NOT_ELIGIBLE,
    EXIT_UNDETERMINED,
    format_option,
    language_option,
    notice_option,
    parse_readings,
    parse_threshold,
    reading_option,
    source_option,
    threshold_option,
    tracks_option,
)
from reasoner.cli.tracks import prepared_tracks
from reasoner.errors import InputError, Language
from reasoner.evaluate import Setting, rule_book
from reasoner.intake.changes import without_records
from reasoner.intake.dossier import read_dossier, read_notice
from reasoner.model.assessment import Assessment, Verdict
from reasoner.model.dossier import Dossier
from reasoner.rule_book import RuleBook, Track
from reasoner.side_by_side import processes_for
from reasoner.source_text import read_source

_FROM_BEST: Sequence[Verdict] = ("eligible", "undetermined", "ineligible")


def command(language: Language) -> click.Command:
    """Return the command in *language*."""
    zh = language == "zh"

    @click.command(
        "assess",
        help="判定申报人是否符合条件，并列出每一条款的依据。退出码：0 符合，1 不符合，2 输入有误，3 尚不能确定；"
        "多个轨道时以各申报人最好的轨道为准。"
        if zh
        else "Tell whether candidates qualify, with the reason for every clause. "
        "Exit code: 0 eligible, 1 not eligible, 2 bad input, 3 undetermined; "
        "of several tracks, each candidate's best one counts.",
    )
    @click.argument(
        "dossiers", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="DOSSIER..."
    )
    @tracks_option(language)
    @notice_option(language)
    @reading_option(language)
    @threshold_option(language)
    @format_option(language, "text", "json", "md", "html")
    @source_option(language)
    @click.option(
        "--rulebook",
        "pages",
        metavar="ADDRESS",
        help="规则书各页（docs/rulebook）所在的网址或文件夹；md、html 报告的条款编号链接到那里。"
        if zh
        else "Where the pages of the rule book (docs/rulebook) are, an address or a folder; "
        "clause ids in md and html reports link there.",
    )
    @click.option(
        "--strike",
        metavar="a3,p7",
        help="先划掉这些记录再判定，编号以逗号分隔。"
        if zh
        else "Assess without these records; ids with commas between them.",
    )
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
        tracks: Sequence[str],
        notice: Path | None,
        readings: Sequence[str],
        threshold: str | None,
        format_: str,
        source: Path | None,
        pages: str | None,
        strike: str | None,
        full: bool,
        exit_zero: bool,
    ) -> int:
        chosen = parse_readings(readings)
        year = read_notice(notice) if notice else None
        prepared = prepared_tracks(tracks, year, chosen)
        found, refused = _read_all(dossiers, language)
        if strike is not None:
            ids = [name.strip() for name in strike.replace("，", ",").split(",")]
            ids = [name for name in ids if name]
            found = [without_records(one, ids) for one in found]
        assessments = assess_tracks(
            found,
            [track.id for _, track in prepared],
            notice=year,
            readings=chosen,
            threshold=parse_threshold(threshold),
            official_words=_official_words(source, prepared) if source else {},
            processes=processes_for(len({setting.specialty for setting, _ in prepared})),
        )
        if assessments:
            books = {track.id: rule_book(setting) for setting, track in prepared}
            alone = len(dossiers) == 1
            _print(assessments, books, format_, language, pages=pages, full=full, alone=alone)
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


def _official_words(source: Path, prepared: Sequence[tuple[Setting, Track]]) -> dict[str, str]:
    """Return the words that the file has for any of the tracks.

    Raises:
        InputError: the file cannot be read, or has words for none of them.
    """
    words: dict[str, str] = {}
    refusals: list[InputError] = []
    for setting in {setting.specialty: setting for setting, _ in prepared}.values():
        try:
            words |= read_source(source, rule_book(setting), setting.specialty)
        except InputError as error:
            refusals.append(error)
    if refusals and not words:
        raise refusals[0]
    return words


def _print(
    assessments: Sequence[Sequence[Assessment]],
    books: Mapping[str, RuleBook],
    format_: str,
    language: Language,
    *,
    pages: str | None,
    full: bool,
    alone: bool,
) -> None:
    """Print one answer a dossier; for several tracks, one path matrix a dossier."""
    every = list(chain.from_iterable(assessments))
    several = len(assessments[0]) > 1
    book = books[every[0].track]
    # Only the report that was asked for is imported.
    match format_:
        case "json":
            from reasoner.report.json import as_json  # noqa: PLC0415

            click.echo(as_json(every if several or not alone else every[0]))
        case "md" if several:
            from reasoner.report.track_matrix_markdown import matrices_as_markdown  # noqa: PLC0415

            click.echo(matrices_as_markdown(assessments, books, language, pages, full=full))
        case "md":
            from reasoner.report.markdown import assessments_as_markdown  # noqa: PLC0415

            click.echo(assessments_as_markdown(every, book, language, pages))
        case "html" if several:
            from reasoner.report.track_matrix_html import matrices_as_html  # noqa: PLC0415

            click.echo(matrices_as_html(assessments, books, language, pages))
        case "html":
            from reasoner.report.html import assessments_as_html  # noqa: PLC0415

            click.echo(assessments_as_html(every, book, language, pages))
        case _ if several:
            from reasoner.report.text import terminal  # noqa: PLC0415
            from reasoner.report.track_matrix_text import print_matrices  # noqa: PLC0415

            console = terminal(is_terminal=sys.stdout.isatty())
            print_matrices(assessments, books, console, language, full=full)
        case _:
            from reasoner.report.text import print_assessment, terminal  # noqa: PLC0415

            console = terminal(is_terminal=sys.stdout.isatty())
            for assessment in every:
                print_assessment(assessment, book, console, language, full=full)


def _exit_code(
    assessments: Sequence[Sequence[Assessment]], *, refused: bool, exit_zero: bool
) -> int:
    """Return the code for the candidate who fares worst, each by the best of the tracks asked."""
    if refused:
        return EXIT_BAD_INPUT
    if exit_zero:
        return EXIT_ELIGIBLE
    best = {
        min((one.verdict for one in of_candidate), key=_FROM_BEST.index)
        for of_candidate in assessments
    }
    if "ineligible" in best:
        return EXIT_NOT_ELIGIBLE
    return EXIT_UNDETERMINED if "undetermined" in best else EXIT_ELIGIBLE
