"""``zhicheng policy equal``: do the same candidates meet two conditions?"""

import click

from reasoner.cli.comparison import comparison_command
from reasoner.errors import Language


def command(language: Language) -> click.Command:
    """Return the command in *language*."""
    return comparison_command(
        "equal",
        "equals",
        "符合 A 与符合 B 的是否是同一些人？给出证明范围或最小的反例。"
        if language == "zh"
        else "Do the same candidates meet A and B? Proved for a stated space, or the smallest counterexample.",
        language,
    )
