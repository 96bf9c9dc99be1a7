"""``zhicheng policy disjoint``: can nobody meet two conditions?"""

import click

from reasoner.cli.comparison import comparison_command
from reasoner.errors import Language


def command(language: Language) -> click.Command:
    """Return the command in *language*."""
    return comparison_command(
        "disjoint",
        "excludes",
        "是否没有人能同时符合 A 和 B？给出证明范围或最小的反例。"
        if language == "zh"
        else "Can nobody meet both A and B? Proved for a stated space, or the smallest counterexample.",
        language,
    )
