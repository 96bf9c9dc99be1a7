"""``zhicheng policy imply``: does everyone who meets one condition meet the other?"""

import click

from reasoner.cli.comparison import comparison_command
from reasoner.errors import Language


def command(language: Language) -> click.Command:
    """Return the command in *language*."""
    return comparison_command(
        "imply",
        "implies",
        "符合 A 的人是否都符合 B？给出证明范围或最小的反例。"
        if language == "zh"
        else "Does everyone who meets A meet B? Proved for a stated space, or the smallest counterexample.",
        language,
    )
