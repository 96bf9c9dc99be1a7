"""``zhicheng verify``: on which evidence does an eligible verdict rest?"""

from collections.abc import Sequence
from pathlib import Path

import click

from reasoner.assess import prepare
from reasoner.cli.questions import clock, conditions, exit_code, print_answer, question_options
from reasoner.errors import Language
from reasoner.evaluate import rule_book
from reasoner.intake.dossier import read_dossier
from reasoner.questions.verify import verify
from reasoner.report.question_wording import QuestionWording
from reasoner.report.verify_report import verify_outline


def command(language: Language) -> click.Command:
    """Return the command in *language*."""

    @click.command(
        "verify",
        help="列出结论所依据的材料：缺一不可的、可互相替代的、多余的，供先行核实。"
        if language == "zh"
        else "List what an eligible verdict rests on: decisive, shared and spare evidence.",
    )
    @question_options(language)
    def run(
        *,
        dossier: Path,
        track: str,
        notice: Path | None,
        readings: Sequence[str],
        threshold: str | None,
        format_: str,
        timeout: str,
    ) -> int:
        under = conditions(notice, readings, threshold)
        setting, found = prepare(track, **under)
        told = read_dossier(dossier)
        with clock(timeout) as limit:
            answer = verify(told, found.id, **under, clock=limit)
        words = QuestionWording(rule_book(setting), language)
        print_answer(answer, verify_outline(answer, words), format_, language)
        return exit_code(answer.verdict)

    return run
