"""Reads the clause tables: for each clause a dossier that just meets it, and rows that change one thing."""

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from reasoner.catalog import RuleSet, shipped_rules
from reasoner.evaluate import Setting, evaluate_statuses
from reasoner.intake.dossier import read_notice
from reasoner.model.dossier import Dossier
from reasoner.model.notice import Notice

TABLES = Path(__file__).parent / "clauses"


@dataclass(frozen=True)
class Row:
    """One line of a table: under these readings and this notice, the dossier leaves the clause in this status."""

    id: str
    name: str
    clause: str
    dossier: Mapping[str, Any]
    readings: Mapping[str, str]
    notice: Mapping[str, Any]
    expect: str


def rows(specialty: str = "*") -> list[Row]:
    """Return the rows of all tables, or of those of one specialty, in the order of their files."""
    return [row for path in sorted(TABLES.glob(f"{specialty}/*.yaml")) for row in _rows_of(path)]


def _rows_of(path: Path) -> Iterator[Row]:
    for table in YAML(typ="safe", pure=True).load_all(path.read_text(encoding="utf-8")):
        clause, good = table["clause"], table["good"]
        lines = [
            {"name": "the good case", "expect": "met", **table.get("under", {})},
            *table["rows"],
        ]
        for number, line in enumerate(lines):
            unknown = set(line) - {"name", "but", "given", "readings", "notice", "expect"}
            assert not unknown, f"{path.name}: {clause}: {line['name']}: {unknown}"
            yield Row(
                id=f"{clause}-{number}",
                name=line["name"],
                clause=clause,
                dossier=line["given"] if "given" in line else changed(good, line.get("but", {})),
                readings=line.get("readings", {}),
                notice=line.get("notice", {}),
                expect=line["expect"],
            )


def changed(good: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return *good* with values replaced at paths such as ``achievements[1].rank``; null leaves the key out."""
    dossier = copy.deepcopy(dict(good))
    for path, value in changes.items():
        *way, last = [
            int(step) if step.isdigit() else step for step in re.findall(r"[^.\[\]]+", path)
        ]
        place: Any = dossier
        for step in way:
            place = place[step - 1 if isinstance(place, list) else step]
        key = last - 1 if isinstance(place, list) else last
        if isinstance(place, list) and key == len(place):
            place.append(value)
        elif value is None:
            del place[key]
        else:
            place[key] = value
    return dossier


def judged(table: Sequence[Row], rules: RuleSet | None = None) -> dict[str, str]:
    """Return the status of each row's clause, by row id; rows of one setting are evaluated as one crowd."""
    found: dict[str, str] = {}
    for setting, crowd in by_setting(table, rules or shipped_rules()):
        dossiers = [
            Dossier.model_validate({"candidate": {"id": row.id}, **row.dossier}) for row in crowd
        ]
        for row, statuses in zip(crowd, evaluate_statuses(dossiers, setting), strict=True):
            found[row.id] = statuses.get(row.clause, "undetermined")
    return found


def by_setting(table: Sequence[Row], rules: RuleSet) -> Iterator[tuple[Setting, list[Row]]]:
    """Yield each setting in *table* with its rows."""
    groups: dict[tuple[str, str, str], list[Row]] = {}
    for row in table:
        key = (
            row.clause.split(".")[0],
            repr(sorted(row.readings.items())),
            repr(sorted(row.notice.items())),
        )
        groups.setdefault(key, []).append(row)
    for (specialty, _, _), crowd in groups.items():
        shipped = read_notice(rules.notice(specialty))
        yield Setting(rules, specialty, _notice(shipped, crowd[0].notice), crowd[0].readings), crowd


def _notice(shipped: Notice, changes: Mapping[str, Any]) -> Notice:
    told = {name: getattr(shipped, name) for name in Notice.model_fields if name != "threshold"}
    notice = Notice.model_validate({**told, **changes})
    # Told in points and kept in hundredths, it cannot be read a second time.
    kept = {} if "threshold" in changes else {"threshold": shipped.threshold}
    return notice.model_copy(update=kept)
