"""``zhicheng procedure``: was a year's review held as the text asks?"""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from reasoner.cli.options import format_option, language_option, parse_readings
from reasoner.errors import Language
from reasoner.intake.dossier import read_review_record
from reasoner.procedure import check_procedure

EXIT_CLEAN, EXIT_FINDINGS = 0, 1


def command(language: Language) -> click.Group:
    """Return the group of commands in *language*."""
    group = click.Group(
        "procedure",
        help="核对评审程序（实施方案 四）。"
        if language == "zh"
        else "Check the procedure of a review (part 四 of the plan).",
    )
    group.add_command(_check(language))
    return group


def _check(language: Language) -> click.Command:
    zh = language == "zh"

    @click.command(
        "check",
        help="核对一个年度的评审记录：评委会、出席、表决、回避、公示、步骤先后。"
        "退出码：0 无问题，1 有问题或未写明，2 输入有误。"
        if zh
        else "Check the record of a year's review: panel, attendance, votes, recusal, publicity, "
        "order of steps. Exit code: 0 clean, 1 findings, 2 bad input.",
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
    @format_option(language, "text", "json", "md")
    @language_option(language)
    def check(record: Path, readings: Sequence[str], format_: str) -> int:
        chosen = parse_readings(readings)
        found = check_procedure(read_review_record(record), readings=chosen)
        from reasoner.report import procedure_text as report  # noqa: PLC0415 - rich loads slowly

        match format_:
            case "json":
                click.echo(report.procedure_as_json(found))
            case "md":
                click.echo(report.procedure_as_markdown(found, language))
            case _:
                from reasoner.report.text import terminal  # noqa: PLC0415 - rich loads slowly

                report.print_procedure(found, terminal(is_terminal=sys.stdout.isatty()), language)
        return EXIT_FINDINGS if found.findings else EXIT_CLEAN

    return check
