"""``zhicheng robust``: would the verdict be another under a rival reading or without a doubtful cell?"""

from collections.abc import Sequence
from pathlib import Path

import click

from reasoner.assess import prepare
from reasoner.cli.questions import clock, conditions, exit_code, print_answer, question_options
from reasoner.errors import Language
from reasoner.evaluate import rule_book
from reasoner.intake.dossier import read_dossier
from reasoner.questions.robust import robust
from reasoner.report.question_wording import QuestionWording
from reasoner.report.robust_report import robust_outline


def command(language: Language) -> click.Command:
    """Return the command in *language*."""
    zh = language == "zh"

    @click.command(
        "robust",
        help="试遍另读、存疑之处和待认定事项的各种可能，看结论取决于什么。"
        if zh
        else "Try every rival reading, doubtful cell and expert answer: on what does the verdict hang?",
    )
    @question_options(language)
    @click.option(
        "--doubt",
        "doubtful",
        multiple=True,
        metavar="a3.rank",
        help="存疑的一格，可重复；按未写明试算。"
        if zh
        else "A cell that may be wrong, may be repeated; it is tried as not told.",
    )
    def run(
        *,
        dossier: Path,
        track: str,
        notice: Path | None,
        readings: Sequence[str],
        threshold: str | None,
        doubtful: Sequence[str],
        format_: str,
        timeout: str,
    ) -> int:
        under = conditions(notice, readings, threshold)
        setting, found = prepare(track, **under)
        told = read_dossier(dossier)
        with clock(timeout) as limit:
            answer = robust(told, found.id, **under, doubtful=doubtful, clock=limit)
        words = QuestionWording(rule_book(setting), language)
        print_answer(answer, robust_outline(answer, words), format_, language)
        return exit_code(answer.verdict)

    return run
