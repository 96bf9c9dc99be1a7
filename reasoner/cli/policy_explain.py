"""``zhicheng policy explain``: what a code of a finding means."""

import click

from reasoner.cli.options import language_option
from reasoner.errors import InputError, Language, Problem, Text
from reasoner.model.word import nearest
from reasoner.policy.kinds_of_finding import KINDS


def command(language: Language) -> click.Command:
    """Return the command in *language*."""

    @click.command(
        "explain",
        help="说明一个问题编号；不写编号则列出全部。"
        if language == "zh"
        else "Explain the code of a finding; without one, list them all.",
    )
    @click.argument("code", required=False)
    @language_option(language)
    def explain(code: str | None) -> int:
        if code is not None and code.upper() not in KINDS:
            raise InputError(
                [
                    Problem(
                        Text("没有这个编号", "there is no such code"),
                        source="policy explain",
                        value=code,
                        nearest=nearest(code.upper(), list(KINDS)),
                    )
                ]
            )
        for kind in KINDS.values() if code is None else (KINDS[code.upper()],):
            click.echo(f"{kind.code} ({kind.severity}) {kind.title.in_language(language)}")
            click.echo(f"    {kind.why.in_language(language)}")
        return 0

    return explain
