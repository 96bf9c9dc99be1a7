"""``zhicheng policy impact``: whom does an amendment of the rules hit?"""

from collections.abc import Sequence
from pathlib import Path

import click

from reasoner.assess import prepare
from reasoner.catalog import shipped_rules
from reasoner.cli.options import (
    EXIT_ELIGIBLE,
    EXIT_NOT_ELIGIBLE,
    EXIT_UNDETERMINED,
    format_option,
    language_option,
    parse_readings,
    rule_options,
    rules_option,
)
from reasoner.cli.progress import counter
from reasoner.errors import Language
from reasoner.intake.dossier import read_dossiers, read_notice
from reasoner.model.impact import Impact
from reasoner.policy.amendment import read_amendment
from reasoner.policy.foreign_rules import foreign_rules
from reasoner.policy.impact import impact


def command(language: Language) -> click.Command:
    """Return the command in *language*."""
    zh = language == "zh"

    @click.command(
        "impact",
        help="修订会改变谁的结论、依据哪些条款；不给材料时给出最小的虚构申报人。退出码：0 无变化，1 有变化，3 已中断。"
        if zh
        else "Whose verdict an amendment changes, and by which clauses; without dossiers, the smallest made-up "
        "candidates. Exit code: 0 no change, 1 changes, 3 interrupted.",
    )
    @click.argument("amendment", type=click.Path(path_type=Path))
    @click.argument("dossiers", nargs=-1, type=click.Path(path_type=Path), metavar="[DOSSIER...]")
    @rule_options(language)
    @rules_option(language)
    @click.option(
        "--no-findings",
        is_flag=True,
        help="不比较修订前后的检查发现（policy check）。"
        if zh
        else "Do not compare the findings of policy check before and after.",
    )
    @format_option(language, "text", "json", "md", "html")
    @language_option(language)
    def ask(  # noqa: PLR0917 - click hands them over by name
        amendment: Path,
        dossiers: Sequence[Path],
        track: str,
        notice: Path | None,
        readings: Sequence[str],
        rules_folder: Path | None,
        no_findings: bool,
        format_: str,
    ) -> int:
        rules = foreign_rules(rules_folder) if rules_folder else shipped_rules()
        setting, found_track = prepare(
            track,
            notice=read_notice(notice) if notice else None,
            readings=parse_readings(readings),
            rules=rules,
        )
        change = read_amendment(amendment, setting)
        people = [one for path in dossiers for one in read_dossiers(path)]
        with counter(len(people), language) as reached:
            found = impact(
                change, people, found_track.id, setting, reached, with_findings=not no_findings
            )
        _print(found, format_, language)
        if found.changes or found.scores or found.flips:
            return EXIT_NOT_ELIGIBLE
        return EXIT_ELIGIBLE if found.complete else EXIT_UNDETERMINED

    return ask


def _print(found: Impact, format_: str, language: Language) -> None:
    if format_ == "json":
        from reasoner.report.json import as_json  # noqa: PLC0415 - only the report that was asked for

        click.echo(as_json(found))
        return
    from reasoner.report.impact_sheet import impact_sheet  # noqa: PLC0415
    from reasoner.report.sheet import print_sheet  # noqa: PLC0415

    click.echo(print_sheet(impact_sheet(found, language), format_, language))
