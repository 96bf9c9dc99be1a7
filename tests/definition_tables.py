"""Reads the tables of definitions: what definitions and classification tables make of what a record tells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

TABLES = Path(__file__).parent / "definitions"


@dataclass(frozen=True)
class Definition:
    """One line of a table: what a record gets under these readings.

    *of* is the attribute that is defined, or the classification table.
    *lowest* and *highest* are words; they are the same unless the value is open between two steps of a scale, and None
    if it is open altogether.
    """

    id: str
    name: str
    specialty: str
    of: str
    dossier: Mapping[str, Any]
    readings: Mapping[str, str]
    lowest: str | None
    highest: str | None


def definitions(specialty: str = "*") -> list[Definition]:
    """Return the lines of all tables, or of those of one specialty."""
    return [line for path in sorted(TABLES.glob(f"{specialty}.yaml")) for line in _lines_of(path)]


@cache
def _lines_of(path: Path) -> tuple[Definition, ...]:
    return tuple(_read(path))


def _read(path: Path) -> Iterator[Definition]:
    for table in YAML(typ="safe", pure=True).load_all(path.read_text(encoding="utf-8")):
        for number, line in enumerate(table["rows"]):
            unknown = set(line) - {"name", "told", "experts", "readings", "is"}
            assert not unknown, f"{path.name}: {line['name']}: {unknown}"
            values = line["is"] if isinstance(line["is"], list) else [line["is"]]
            yield Definition(
                id=f"{path.stem}:{table['definition']}-{number}",
                name=line["name"],
                specialty=path.stem,
                of=table["definition"],
                dossier=_dossier(table["section"], table.get("kind"), line),
                readings=line.get("readings", {}),
                lowest=values[0],
                highest=values[-1],
            )


def _dossier(section: str, kind: str | None, line: Mapping[str, Any]) -> dict[str, Any]:
    record = {"id": "r", **({"kind": kind} if kind else {}), **line["told"]}
    said = {"record": "r", "by": "专家组", "date": "2026-08-01", "basis": "评审记录"}
    return {
        section: record if section == "employer" else [record],
        "determinations": [
            {**said, "question": question, "answer": answer}
            for question, answer in line.get("experts", {}).items()
        ],
    }
