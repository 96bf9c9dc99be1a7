"""``zhicheng what-if``: how would the assessment differ?"""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from reasoner.assess import prepare
from reasoner.cli.options import (
    format_option,
    language_option,
    parse_readings,
    parse_threshold,
    track_option,
)
from reasoner.cli.questions import dossier_argument, exit_code, print_answer
from reasoner.cli.timeline import parse_day
from reasoner.errors import InputError, Language, Text
from reasoner.evaluate import rule_book
from reasoner.hanging import VERDICTS
from reasoner.intake.changes import apply_changes, changes_from, changes_of
from reasoner.intake.dossier import read_dossier, read_notice
from reasoner.model.changes import Changes
from reasoner.questions.cut_offs import notice_as_of
from reasoner.questions.what_if import Trial, what_if
from reasoner.report.question_wording import QuestionWording
from reasoner.report.what_if_report import what_if_outline

_PROMPT = Text("改动", "change")
_HELP = Text(
    "一行一处改动：地址=值，+类别{…}，-编号；空行结束",
    "one change a line: address=value, +kind{...}, -id; an empty line ends",
)


def command(language: Language) -> click.Command:
    """Return the command in *language*."""
    zh = language == "zh"

    @click.command(
        "what-if",
        help="假如材料改动了，判定有何不同：状态、路径、分数，以及为什么。"
        if zh
        else "How the assessment would differ with some changes: statuses, routes, scores, and why.",
    )
    @dossier_argument()
    @track_option(language)
    @click.option(
        "--set",
        "set_",
        multiple=True,
        metavar="ADDRESS=VALUE",
        help="改一格，如 专利-1.排名=2；值留空即未写明。可重复。"
        if zh
        else "Change a cell, as in p3.rank=2; an empty value unsays it. May be repeated.",
    )
    @click.option(
        "--add",
        multiple=True,
        metavar="KIND{...}",
        help="增加一条记录，如 '论文{作者身份: 第一作者}'。可重复。"
        if zh
        else "Add a record, as in 'paper{authorship: first_author}'. May be repeated.",
    )
    @click.option(
        "--drop",
        multiple=True,
        metavar="ID",
        help="去掉一条记录。可重复。" if zh else "Drop a record. May be repeated.",
    )
    @click.option(
        "--as-of",
        metavar="DATE",
        help="两个截止日都改为这一天。" if zh else "Put both cut-offs on this day.",
    )
    @click.option(
        "--notice",
        type=click.Path(path_type=Path),
        help="改用这份年度通知参数。" if zh else "Use these parameters of the year afterwards.",
    )
    @click.option(
        "--reading",
        "readings",
        multiple=True,
        metavar="A068=literal",
        help="改用另一读法，可重复。"
        if zh
        else "Choose another reading afterwards; may be repeated.",
    )
    @click.option(
        "--threshold",
        metavar="80",
        help="改用这一规定分值。" if zh else "Use this score to reach afterwards.",
    )
    @click.option(
        "--with",
        "with_",
        type=click.Path(path_type=Path),
        metavar="CHANGES.yaml",
        help="从文件读改动。" if zh else "Read changes from a file.",
    )
    @click.option(
        "--interactive",
        is_flag=True,
        help="一条接一条地读改动，随即回答。"
        if zh
        else "Read one change after another, and answer at once.",
    )
    @format_option(language, "text", "json", "md", "html")
    @language_option(language)
    def run(
        *,
        dossier: Path,
        track: str,
        set_: Sequence[str],
        add: Sequence[str],
        drop: Sequence[str],
        as_of: str | None,
        notice: Path | None,
        readings: Sequence[str],
        threshold: str | None,
        with_: Path | None,
        interactive: bool,
        format_: str,
    ) -> int:
        day = parse_day(as_of, "--as-of")
        told = changes_from(with_, changes_of(set_, add, drop)).model_copy(
            update={"as_of": day} if day else {}
        )
        setting, found = prepare(track)
        words = QuestionWording(rule_book(setting), language)
        candidate = read_dossier(dossier)
        chosen = parse_readings((*told.readings, *readings))
        year = read_notice(notice) if notice else None
        score = parse_threshold(threshold)
        if not interactive:
            answer = what_if(
                candidate,
                told,
                found.id,
                new_notice=year,
                new_readings=chosen,
                new_threshold=score,
            )
            print_answer(answer, what_if_outline(answer, words), format_, language)
            return exit_code(answer.after.verdict)
        year = notice_as_of(year or setting.notice, told.as_of) if told.as_of is not None else year
        trial = Trial.of(
            apply_changes(candidate, told),
            found.id,
            notice=year,
            readings=chosen,
            threshold=score,
        )
        click.echo(_HELP.in_language(language), err=True)
        while line := _next_line(language):
            try:
                answer, trial = trial.change(_one(line))
            except InputError as error:
                click.echo(error.in_language(language), err=True)
                continue
            print_answer(answer, what_if_outline(answer, words), format_, language)
        return exit_code(VERDICTS[trial.evaluation.answer.status(found.id)])

    return run


def _one(line: str) -> Changes:
    """Return the change that a line tells."""
    if line.startswith("+"):
        return changes_of((), (line[1:],), ())
    if line.startswith("-"):
        return changes_of((), (), (line[1:].strip(),))
    return changes_of((line,), (), ())


def _next_line(language: Language) -> str:
    """Return the next line, empty at the end of the input."""
    if sys.stdin.isatty():
        click.echo(f"{_PROMPT.in_language(language)}> ", nl=False, err=True)
    return sys.stdin.readline().strip()
