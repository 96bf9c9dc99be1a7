"""``zhicheng policy``: questions of those who draft the rules."""

import importlib

import click

from reasoner.errors import Language

# Each question lives in the module ``policy_`` and its name, which is imported only when it is asked.
QUESTIONS = ("check", "explain", "compare", "imply", "equal", "disjoint", "impact")


class _Questions(click.Group):
    """The group of questions; one is made in the language that was asked for."""

    def __init__(self, language: Language) -> None:
        """Make the group in *language*."""
        super().__init__(
            "policy",
            help="供政策起草者：检查规则、比较各专业。"
            if language == "zh"
            else "For those who draft the rules: check them, compare the specialties.",
        )
        self._language: Language = language

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the questions, in the order of their use."""
        del ctx
        return list(QUESTIONS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of a question by its name."""
        del ctx
        if cmd_name not in QUESTIONS:
            return None
        module = importlib.import_module(f"reasoner.cli.policy_{cmd_name}")
        command: click.Command = module.command(self._language)
        return command


def command(language: Language) -> click.Group:
    """Return the group of questions in *language*."""
    return _Questions(language)
