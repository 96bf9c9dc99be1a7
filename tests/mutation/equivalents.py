"""The mutants that no table can kill, each with the reason."""

from pathlib import Path
from typing import Final

from ruamel.yaml import YAML

FILE: Final = Path(__file__).with_name("equivalent.yaml")


def argued() -> dict[str, dict[str, dict[str, str]]]:
    """Return the reason of each mutant that differs from the rules in no verdict: by file, statement and change."""
    return YAML(typ="safe", pure=True).load(FILE.read_text(encoding="utf-8")) or {}


def equivalents() -> dict[str, str]:
    """Return the reason of each mutant that differs from the rules in no verdict, by its id."""
    return {
        f"{file}: {statement} {what}": reason
        for file, statements in argued().items()
        for statement, changes in statements.items()
        for what, reason in changes.items()
    }
