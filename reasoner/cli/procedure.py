"""``zhicheng procedure``: was a year's review held as the text asks?"""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from reasoner.cli.options import (
    EXIT_UNDETERMINED,
    format_option,
    language_option,
    parse_readings,
)
from reasoner.errors import Language
from reasoner.intake.review import read_review_record
from reasoner.model.procedure_check import ProcedureCheck
from reasoner.procedure import check_procedure
from reasoner.report.json import as_json
from reasoner.report.procedure_html import procedure_as_html

EXIT_CLEAN, EXIT_FINDINGS = 0, 1


def command(language: Language) -> click.Group:
    """Return the group of commands in *language*."""
    group = click.Group(
        "procedure",
        help="核对评审程序（实施方案 四）。"
        if language == "zh"
        else "Check the procedure of a review (part 4 of the plan).",
    )
    group.add_command(_check(language))
    return group


def _check(language: Language) -> click.Command:
    zh = language == "zh"

    @click.command(
        "check",
        help="核对一个年度的评审记录：评委会、出席、表决、回避、公示、步骤先后。"
        "退出码：0 无问题，1 不符合程序，2 输入有误，3 只有未写明或未定之处。"
        if zh
        else "Check the record of a year's review: panel, attendance, votes, recusal, publicity, "
        "order of steps. Exit code: 0 clean, 1 against the procedure, 2 bad input, 3 only open points.",
    )
    @click.argument("record", type=click.Path(path_type=Path))
    @click.option(
        "--reading",
        "readings",
        multiple=True,
        metavar="A121=panel",
        help="改用另一读法，可重复；报告末尾列出各种读法。"
        if zh
        else "Choose another reading; may be repeated; the report lists them.",
    )
    @format_option(language, "text", "json", "md", "html")
    @language_option(language)
    def check(record: Path, readings: Sequence[str], format_: str) -> int:
        chosen = parse_readings(readings)
        found = check_procedure(read_review_record(record), readings=chosen)
        _print(found, format_, language)
        return _exit_code(found)

    return check


def _print(found: ProcedureCheck, format_: str, language: Language) -> None:
    if format_ == "json":
        click.echo(as_json(found))
        return
    if format_ == "html":
        click.echo(procedure_as_html(found, language))
        return
    from reasoner.report import procedure_text as report  # noqa: PLC0415 - rich loads slowly
    from reasoner.report.text import terminal  # noqa: PLC0415 - rich loads slowly

    if format_ == "md":
        click.echo(report.procedure_as_markdown(found, language))
    else:
        report.print_procedure(found, terminal(is_terminal=sys.stdout.isatty()), language)


def _exit_code(found: ProcedureCheck) -> int:
    severities = {one.severity for one in found.findings}
    if "violation" in severities:
        return EXIT_FINDINGS
    return EXIT_UNDETERMINED if severities else EXIT_CLEAN
