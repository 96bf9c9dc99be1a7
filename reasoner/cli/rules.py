"""``zhicheng rules``: the rule book, or one clause of it, or the readings."""

import sys
from collections.abc import Sequence

import click

from reasoner.assess import prepare
from reasoner.cli.options import (
    format_option,
    language_option,
    parse_readings,
    reading_option,
    track_option,
)
from reasoner.errors import Language
from reasoner.evaluate import rule_book
from reasoner.report.json import as_json
from reasoner.rules import rules

READINGS = "readings"


def command(language: Language) -> click.Command:
    """Return the command in *language*."""

    @click.command(
        "rules",
        help="显示规则书，或其中一个条款；写 readings 则列出各种读法。"
        if language == "zh"
        else "Show the rule book, or one clause of it; write readings for the readings.",
    )
    @click.argument("clause", required=False)
    @track_option(language)
    @reading_option(language)
    @format_option(language, "text", "json")
    @language_option(language)
    def show(clause: str | None, track: str, readings: Sequence[str], format_: str) -> int:
        chosen = parse_readings(readings)
        book = rule_book(prepare(track, readings=chosen)[0])
        found = rules(track, None if clause == READINGS else clause, readings=chosen)
        if format_ == "json":
            click.echo(as_json(found.readings if clause == READINGS else found))
        else:
            from reasoner.report.rules_text import print_readings, print_rules  # noqa: PLC0415 - rich, for terminals only
            from reasoner.report.text import terminal  # noqa: PLC0415 - rich, for terminals only

            console = terminal(is_terminal=sys.stdout.isatty())
            (print_readings if clause == READINGS else print_rules)(found, book, console, language)
        return 0

    return show
