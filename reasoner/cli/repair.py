"""``zhicheng repair``: what would it take to become eligible?"""

from collections.abc import Sequence
from pathlib import Path

import click

from reasoner.assess import prepare, prepare_tracks
from reasoner.cli.options import EXIT_ELIGIBLE, EXIT_NOT_ELIGIBLE, parse_readings
from reasoner.cli.questions import clock, print_answer, question_options
from reasoner.errors import Language
from reasoner.evaluate import rule_book
from reasoner.intake.dossier import read_costs, read_dossier, read_notice
from reasoner.model.repairs import Repairs
from reasoner.questions.repair import near_tracks, repair
from reasoner.report.question_wording import QuestionWording
from reasoner.report.repair_report import near_outline, repair_outline

_ALL = "all"


def command(language: Language) -> click.Command:
    """Return the command in *language*."""
    zh = language == "zh"

    @click.command(
        "repair",
        help="怎样才能符合：代价最小的办法，已用规则逐一验证。--track all 按最容易达到排列各轨道。"
        if zh
        else "What it would take: the cheapest legal ways, each tried against the rules. "
        "--track all orders the tracks by what each would take.",
    )
    @question_options(language)
    @click.option(
        "--costs",
        type=click.Path(path_type=Path),
        help="代价表文件，代替随附的。" if zh else "A table of costs, instead of the shipped one.",
    )
    def run(
        *,
        dossier: Path,
        track: str,
        notice: Path | None,
        readings: Sequence[str],
        costs: Path | None,
        format_: str,
        timeout: float | None,
    ) -> int:
        chosen = parse_readings(readings)
        year = read_notice(notice) if notice else None
        table = read_costs(costs) if costs else None
        told = read_dossier(dossier)
        if track == _ALL:
            prepared = prepare_tracks(None, notice=year, readings=chosen)
            near = near_tracks(
                told,
                [found.id for _, found in prepared],
                notice=year,
                costs=table,
                clock=clock(timeout),
            )
            words = {
                found.id: QuestionWording(rule_book(setting), language)
                for setting, found in prepared
            }
            print_answer(near, near_outline(near, words), format_, language)
            return min(map(_exit_code, near.tracks))
        setting, found = prepare(track, notice=year, readings=chosen)
        answer = repair(
            told, found.id, notice=year, readings=chosen, costs=table, clock=clock(timeout)
        )
        outline = repair_outline(answer, QuestionWording(rule_book(setting), language))
        print_answer(answer, outline, format_, language)
        return _exit_code(answer)

    return run


def _exit_code(answer: Repairs) -> int:
    helps = answer.verdict == "eligible" or answer.repairs
    return EXIT_ELIGIBLE if helps else EXIT_NOT_ELIGIBLE
