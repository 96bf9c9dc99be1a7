"""``zhicheng next``: what is to be settled first? Asks, too, and writes the answers down."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from reasoner.assess import prepare
from reasoner.cli.questions import (
    Conditions,
    clock,
    conditions,
    exit_code,
    print_answer,
    question_options,
)
from reasoner.errors import InputError, Language, Text
from reasoner.evaluate import rule_book
from reasoner.intake.amend import write_changes
from reasoner.intake.changes import apply_changes
from reasoner.intake.dossier import read_dossier
from reasoner.model.next_points import NextPoints
from reasoner.questions.ask import ask_next
from reasoner.questions.interview import change_for
from reasoner.report.next_report import next_outline, outcome_entry, point_entry
from reasoner.report.question_wording import QuestionWording

_SKIP = Text("直接回车跳过，q 结束", "Return skips, q ends")
_WHO = Text("认定人", "determined by")
_BASIS = Text("依据", "basis")


def command(language: Language) -> click.Command:
    """Return the command in *language*."""
    zh = language == "zh"

    @click.command(
        "next",
        help="先弄清什么：对结论最有决定性的事实和认定，每种回答会怎样；不影响结论的不问。"
        if zh
        else "What to settle first: the most deciding facts and determinations, and what each answer leads to.",
    )
    @question_options(language)
    @click.option(
        "--interview",
        is_flag=True,
        help="逐一提问，把回答写进材料，结论一定就停。"
        if zh
        else "Ask one after another, write the answers into the dossier, stop once the verdict is settled.",
    )
    def run(
        *,
        dossier: Path,
        track: str,
        notice: Path | None,
        readings: Sequence[str],
        threshold: str | None,
        interview: bool,
        format_: str,
        timeout: str,
    ) -> int:
        under = conditions(notice, readings, threshold)
        setting, found = prepare(track, **under)
        words = QuestionWording(rule_book(setting), language)
        if interview:
            answer = _interview(dossier, found.id, under, words, timeout=timeout)
        else:
            told = read_dossier(dossier)
            with clock(timeout) as limit:
                answer = ask_next(told, found.id, **under, clock=limit)
        print_answer(answer, next_outline(answer, words), format_, language)
        return exit_code(answer.verdict)

    return run


def _interview(
    path: Path,
    track: str,
    under: Conditions,
    words: QuestionWording,
    *,
    timeout: str,
) -> NextPoints:
    """Ask about one point after the other until the verdict is settled; return what is left."""
    skipped: set[str] = set()
    read_dossier(path)
    click.echo(words.say(_SKIP), err=True)
    while True:
        dossier = read_dossier(path)
        with clock(timeout) as limit:
            answer = ask_next(dossier, track, **under, clock=limit)
        point = next((one for one in answer.points if point_entry(one, words) not in skipped), None)
        if point is None:
            return answer
        asked = point_entry(point, words)
        for outcome in point.outcomes:
            click.echo(f"  {outcome_entry(point, outcome, words).text}", err=True)
        told = _asked(asked)
        if told == "q":
            return answer
        if not told:
            skipped.add(asked)
            continue
        by = basis = ""
        if point.kind in ("clause_answer", "record_answer"):
            by, basis = _asked(words.say(_WHO)), _asked(words.say(_BASIS))
        try:
            change = change_for(point, told, by=by, basis=basis)
            apply_changes(dossier, change)
        except InputError as error:
            click.echo(error.in_language(words.language), err=True)
            continue
        write_changes(path, change)


def _asked(question: str) -> str:
    click.echo(f"{question}? ", nl=not sys.stdin.isatty(), err=True)
    line = sys.stdin.readline()
    return line.strip() if line else "q"
