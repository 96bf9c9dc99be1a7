"""``zhicheng repair``: what would it take to become eligible?"""

from collections.abc import Sequence
from pathlib import Path

import click

from reasoner.cli.options import EXIT_ELIGIBLE, EXIT_NOT_ELIGIBLE
from reasoner.cli.questions import clock, conditions, print_answer, question_options
from reasoner.cli.tracks import prepared_tracks
from reasoner.errors import Language
from reasoner.evaluate import rule_book
from reasoner.intake.dossier import read_costs, read_dossier
from reasoner.model.repairs import Repairs
from reasoner.questions.near import near_tracks
from reasoner.report.question_wording import QuestionWording
from reasoner.report.repair_report import near_outline, repair_outline


def command(language: Language) -> click.Command:
    """Return the command in *language*."""
    zh = language == "zh"

    @click.command(
        "repair",
        help="怎样才能符合：代价最小的办法，已用规则逐一验证。多条轨道按最容易达到排列。"
        if zh
        else "What it would take: the cheapest legal ways, each tried against the rules. "
        "Several tracks are ordered by what each would take.",
    )
    @question_options(language, several=True)
    @click.option(
        "--costs",
        type=click.Path(path_type=Path),
        help="代价表文件，代替随附的。" if zh else "A table of costs, instead of the shipped one.",
    )
    def run(
        *,
        dossier: Path,
        tracks: Sequence[str],
        notice: Path | None,
        readings: Sequence[str],
        threshold: str | None,
        costs: Path | None,
        format_: str,
        timeout: str,
    ) -> int:
        under = conditions(notice, readings, threshold)
        table = read_costs(costs) if costs else None
        told = read_dossier(dossier)
        prepared = prepared_tracks(tracks, **under)
        words = {
            found.id: QuestionWording(rule_book(setting), language) for setting, found in prepared
        }
        with clock(timeout) as limit:
            near = near_tracks(told, list(words), **under, costs=table, clock=limit)
        if len(near.tracks) > 1:
            print_answer(near, near_outline(near, words), format_, language)
        else:
            (answer,) = near.tracks
            print_answer(answer, repair_outline(answer, words[answer.track]), format_, language)
        return min(map(_exit_code, near.tracks))

    return run


def _exit_code(answer: Repairs) -> int:
    helps = answer.verdict == "eligible" or answer.repairs
    return EXIT_ELIGIBLE if helps else EXIT_NOT_ELIGIBLE
