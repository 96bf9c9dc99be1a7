"""``zhicheng policy check``: are the rules whole and consistent?"""

from collections.abc import Iterator
from pathlib import Path

import click

from reasoner.catalog import RuleSet, shipped_rules
from reasoner.cli.options import format_option, language_option
from reasoner.cli.output import write_text
from reasoner.cli.progress import progress
from reasoner.errors import Language
from reasoner.model.policy_check import PolicyCheck
from reasoner.policy.apart import check_apart
from reasoner.policy.baseline import as_baseline, read_baseline
from reasoner.policy.check import ALL, Checked, report, tracks_named
from reasoner.policy.finding import SEVERITIES, Severity
from reasoner.policy.foreign_rules import foreign_rules
from reasoner.report import policy_check as printed
from reasoner.report.json import as_json

EXIT_CLEAN, EXIT_FINDINGS = 0, 1


def command(language: Language) -> click.Command:
    """Return the command in *language*."""
    zh = language == "zh"

    @click.command(
        "check",
        help="检查规则：缺档、重叠、无人符合、被覆盖、更好反而不符合、定义与期限、取决于读法等；"
        "每项发现附条款与示例材料。退出码：0 无，1 有发现，2 输入有误。"
        if zh
        else "Check the rules: gaps, overlaps, clauses that are dead or covered, better but worse off, "
        "definitions, windows, doubtful readings; each finding with clauses and an example dossier. "
        "Exit code: 0 none, 1 findings, 2 bad input.",
    )
    @click.option(
        "--track",
        default=ALL,
        show_default=True,
        help="申报轨道，all 为全部。" if zh else "The track, or all of them.",
    )
    @click.option(
        "--rules",
        "folder",
        type=click.Path(path_type=Path),
        help="另一套规则的文件夹（形如随附的 asp），在另一进程中检查。"
        if zh
        else "A folder with other rules, laid out as the shipped asp; checked in a process of its own.",
    )
    @click.option(
        "--severity",
        type=click.Choice(SEVERITIES),
        default="note",
        show_default=True,
        help="只列这一级及更严重的。" if zh else "List this severity and graver ones only.",
    )
    @click.option(
        "--baseline",
        type=click.Path(path_type=Path),
        help="已知并接受的发现，不再列出。"
        if zh
        else "Findings that are known and accepted, not to be listed.",
    )
    @click.option(
        "--write-baseline",
        type=click.Path(path_type=Path),
        help="把本次的发现写成基线文件。" if zh else "Write the findings to a baseline file.",
    )
    @format_option(language, "text", "json", "md", "html", "sarif")
    @language_option(language)
    def check(  # noqa: PLR0917 - click hands over one argument an option
        track: str,
        folder: Path | None,
        severity: Severity,
        baseline: Path | None,
        write_baseline: Path | None,
        format_: str,
    ) -> int:
        known = read_baseline(baseline) if baseline else frozenset[str]()
        rules = foreign_rules(folder) if folder else shipped_rules()
        named = tracks_named(track, rules)
        checked: list[Checked] = []
        jobs = [*named, *([ALL] if track == ALL else [])]
        with progress(_checks(rules, jobs), len(jobs), language) as steps:
            try:
                checked.extend(steps)
            except KeyboardInterrupt:
                click.echo(
                    "已中断，列出已有的发现。" if zh else "Stopped; these were found.", err=True
                )
        found = report(checked, named, severity=severity, baseline=known)
        if write_baseline:
            write_text(as_baseline(one.key for one in found.findings), write_baseline)
        click.echo(_printed(found, format_, language))
        return EXIT_FINDINGS if found.findings else EXIT_CLEAN

    return check


def _checks(rules: RuleSet, jobs: list[str]) -> Iterator[Checked]:
    return check_apart(rules, jobs)


def _printed(found: PolicyCheck, format_: str, language: Language) -> str:
    if format_ == "json":
        return as_json(found)
    return {
        "text": printed.as_text,
        "md": printed.as_markdown,
        "html": printed.as_html,
        "sarif": printed.as_sarif,
    }[format_](found, language)
