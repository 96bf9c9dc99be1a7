"""``zhicheng policy compare``: the same concept over the specialties."""

from pathlib import Path

import click

from reasoner.cli.options import format_option, language_option
from reasoner.cli.output import write_bytes
from reasoner.errors import InputError, Language, Problem, Text
from reasoner.model.comparison import Comparison
from reasoner.policy.compare import compare
from reasoner.report.comparison import comparison_lines, comparison_sheet, comparison_workbook
from reasoner.report.json import as_json
from reasoner.report.rule_phrases import RulePhrases
from reasoner.report.sheet import print_sheet


def command(language: Language) -> click.Command:
    """Return the command in *language*."""
    zh = language == "zh"

    @click.command(
        "compare",
        help="各专业并列比较：paths landmarks performance definitions tables windows interview scores procedure "
        "readings，或一类成果（如 award）；≠ 为有差异。不写则全部。"
        if zh
        else "Compare the specialties side by side: paths landmarks performance definitions tables windows "
        "interview scores procedure readings, or a kind of achievement such as award; ≠ marks a difference. "
        "All of them by default.",
    )
    @click.argument("concept", required=False)
    @click.option(
        "--tracks",
        multiple=True,
        metavar="TRACK",
        help="只比较这些轨道，可重复。" if zh else "Compare these tracks only; may be repeated.",
    )
    @click.option(
        "--output",
        type=click.Path(path_type=Path),
        help="写入文件；xlsx 须写此项。" if zh else "Write to this file; needed for xlsx.",
    )
    @format_option(language, "text", "json", "md", "html", "xlsx")
    @language_option(language)
    def show(
        concept: str | None, tracks: tuple[str, ...], output: Path | None, format_: str
    ) -> int:
        if format_ == "xlsx" and output is None:
            raise InputError(
                [
                    Problem(
                        Text("xlsx 须写明输出文件", "xlsx needs a file to write to"),
                        source="--output",
                    )
                ]
            )
        found = compare(concept, tracks, RulePhrases)
        if format_ == "xlsx" and output is not None:
            write_bytes(comparison_workbook(found, language), output)
            return 0
        said = _printed(found, format_, language)
        if output is None:
            click.echo(said)
        else:
            write_bytes(f"{said}\n".encode(), output)
        return 0

    return show


def _printed(found: Comparison, format_: str, language: Language) -> str:
    if format_ == "json":
        return as_json(found)
    if format_ == "text":
        return comparison_lines(found, language)
    return print_sheet(comparison_sheet(found, language), format_, language)
