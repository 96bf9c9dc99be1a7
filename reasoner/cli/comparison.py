"""What ``policy imply``, ``equal`` and ``disjoint`` have in common."""

from collections.abc import Sequence
from pathlib import Path

import click

from reasoner.catalog import shipped_rules
from reasoner.cli.options import (
    EXIT_ELIGIBLE,
    EXIT_NOT_ELIGIBLE,
    EXIT_UNDETERMINED,
    format_option,
    language_option,
    parse_readings,
    reading_option,
    rules_option,
)
from reasoner.cli.output import write_text
from reasoner.cli.progress import counter
from reasoner.errors import InputError, Language, Problem, Text
from reasoner.model.implication import Comparisons, Relation
from reasoner.policy.foreign_rules import foreign_rules
from reasoner.policy.found_dossier import as_yaml
from reasoner.policy.implication import SECONDS, compare, track_pairs


def comparison_command(
    name: str, relation: Relation, help_: str, language: Language
) -> click.Command:
    """Return the command *name*, which asks about *relation*, in *language*."""
    zh = language == "zh"

    @click.command(name, help=help_)
    @click.argument("conditions", nargs=-1, metavar="[A B]")
    @click.option(
        "--all",
        "everything",
        is_flag=True,
        help="同一文件内各轨道两两比较。" if zh else "Compare each pair of tracks of a document.",
    )
    @click.option(
        "--seconds",
        type=click.FloatRange(min=1),
        default=SECONDS,
        show_default=True,
        help="每次搜索的时间上限（秒）。" if zh else "How many seconds each search may take.",
    )
    @click.option(
        "--save",
        type=click.Path(path_type=Path),
        help="把反例写成申报材料文件（.yaml）。"
        if zh
        else "Write the counterexample as a dossier (.yaml).",
    )
    @reading_option(language)
    @rules_option(language)
    @format_option(language, "text", "json", "md", "html")
    @language_option(language)
    def ask(  # noqa: PLR0917 - click hands them over by name
        conditions: Sequence[str],
        everything: bool,
        seconds: float,
        save: Path | None,
        readings: Sequence[str],
        rules_folder: Path | None,
        format_: str,
    ) -> int:
        if everything == bool(conditions) or (conditions and len(conditions) != len("AB")):
            raise _wrong_number(conditions)
        rules = foreign_rules(rules_folder) if rules_folder else shipped_rules()
        pairs = track_pairs(rules) if everything else [(conditions[0], conditions[1])]
        if relation != "implies":
            pairs = [pair for place, pair in enumerate(pairs) if pair[::-1] not in pairs[:place]]
        with counter(len(pairs), language) as reached:
            found = compare(
                relation,
                pairs,
                rules,
                readings=parse_readings(readings),
                seconds=seconds,
                reached=reached,
            )
        if save is not None:
            _save(found, save)
        _print(found, format_, language)
        return _exit_code(found)

    return ask


def _wrong_number(conditions: Sequence[str]) -> InputError:
    what = Text("应写两个条件，或者 --all", "name two conditions, or --all")
    accepted = Text("如 iot.senior rob.senior", "as iot.senior rob.senior")
    return InputError([Problem(what, value=" ".join(conditions) or None, accepted=accepted)])


def _save(found: Comparisons, path: Path) -> None:
    witness = next((one.witness for one in found.comparisons if one.witness), None)
    if witness is not None:
        write_text(as_yaml(witness.dossier), path)


def _print(found: Comparisons, format_: str, language: Language) -> None:
    if format_ == "json":
        from reasoner.report.json import as_json  # noqa: PLC0415 - only the report that was asked for

        click.echo(as_json(found))
        return
    from reasoner.report.implication_sheet import implication_sheet  # noqa: PLC0415
    from reasoner.report.sheet import print_sheet  # noqa: PLC0415

    click.echo(print_sheet(implication_sheet(found, language), format_, language))


def _exit_code(found: Comparisons) -> int:
    outcomes = {one.outcome for one in found.comparisons}
    if "refuted" in outcomes:
        return EXIT_NOT_ELIGIBLE
    settled = found.complete and not outcomes & {"unknown", "vacuous"}
    return EXIT_ELIGIBLE if settled else EXIT_UNDETERMINED
