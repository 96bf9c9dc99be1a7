"""Reads what the rules must cover, and what they leave out with a reason, by specialty."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML

_FOLDER: Final = Path(__file__).parent / "coverage"


@cache
def coverage(name: str) -> Mapping[str, Any]:
    """Return what the file of this name in ``tests/coverage`` says."""
    found: Mapping[str, Any] = YAML(typ="safe").load(_FOLDER / f"{name}.yaml")
    return found
