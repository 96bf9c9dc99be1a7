"""``zhicheng template``: a blank dossier with comments."""

import click

from reasoner.cli.options import language_option
from reasoner.errors import Language
from reasoner.intake.template import blank_dossier


def command(language: Language) -> click.Command:
    """Return the command in *language*."""

    @click.command(
        "template",
        help="输出带注释的空白申报材料（YAML），填写后交给 assess。"
        if language == "zh"
        else "Print a blank dossier with comments (YAML), to be filled in for assess.",
    )
    @language_option(language)
    def template() -> int:
        click.echo(blank_dossier(language), nl=False)
        return 0

    return template
