"""The schemas in ``schemas/`` are those of the models."""

import json
from pathlib import Path

import pytest

from reasoner.cli.schema import SCHEMAS

FOLDER = Path(__file__).parent.parent / "schemas"


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_on_disk_is_that_of_the_models(name: str) -> None:
    """A schema that differs from its models is written anew by ``make schemas``."""
    on_disk = json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))

    assert on_disk == SCHEMAS[name]()


def test_no_schema_is_left_over_or_forgotten() -> None:
    """The folder holds a schema for each name that the program knows, and no other."""
    assert {path.name for path in FOLDER.iterdir()} == {f"{name}.schema.json" for name in SCHEMAS}
