"""``zhicheng timeline``: from when to when does a candidate qualify?"""

from collections.abc import Sequence
from pathlib import Path

import click

from reasoner.cli.questions import clock, conditions, print_answer, question_options
from reasoner.cli.tracks import prepared_tracks
from reasoner.errors import InputError, Language, Problem
from reasoner.evaluate import rule_book
from reasoner.intake.dossier import read_dossier
from reasoner.model.dates import DateError, PartialDate, parse_date
from reasoner.questions.timeline import timelines
from reasoner.report.question_wording import QuestionWording
from reasoner.report.timeline_report import timeline_outline, timelines_outline


def command(language: Language) -> click.Command:
    """Return the command in *language*."""
    zh = language == "zh"

    @click.command(
        "timeline",
        help="其他不变、只过时间：从何时到何时符合，哪一天因哪一条而变。"
        if zh
        else "If nothing changes but time: from when to when the candidate qualifies, and what changes when.",
    )
    @question_options(language, several=True)
    @click.option(
        "--until",
        metavar="DATE",
        help="看到哪一天为止；默认为业绩截止日后十年。"
        if zh
        else "The last day looked at; ten years after the cut-off by default.",
    )
    def run(
        *,
        dossier: Path,
        tracks: Sequence[str],
        notice: Path | None,
        readings: Sequence[str],
        threshold: str | None,
        until: str | None,
        format_: str,
        timeout: str,
    ) -> int:
        under = conditions(notice, readings, threshold)
        last = parse_day(until, "--until")
        told = read_dossier(dossier)
        prepared = prepared_tracks(tracks, **under)
        words = {
            found.id: QuestionWording(rule_book(setting), language) for setting, found in prepared
        }
        with clock(timeout) as limit:
            answers = timelines(told, list(words), **under, until=last, clock=limit)
        if len(answers) > 1:
            print_answer(answers, timelines_outline(answers, words), format_, language)
        else:
            (answer,) = answers
            outline = timeline_outline(answer, words[answer.track])
            print_answer(answer, outline, format_, language)
        return 0

    return run


def parse_day(told: str | None, option: str) -> PartialDate | None:
    """Return the day that *option* tells, if it is given.

    Raises:
        InputError: it is no date.
    """
    if told is None:
        return None
    try:
        return parse_date(told)
    except DateError as error:
        raise InputError(
            [Problem(error.what, source=option, value=told, accepted=error.accepted)]
        ) from error
