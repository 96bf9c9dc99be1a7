"""Reads the tables of points: for each row of a scoring table dossiers, and the points that the row gives them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from reasoner.catalog import RuleSet, shipped_rules
from reasoner.evaluate import Setting
from reasoner.intake.dossier import read_notice
from reasoner.model.dossier import Dossier
from reasoner.scoring.match import World, match
from reasoner.scoring.sums import Case, add_up
from reasoner.scoring.table import score_table

TABLES = Path(__file__).parent / "scores"
TRACKS = {"iot": "iot.senior", "rob": "rob.senior", "ii": "ii.senior", "sm": "sm.senior"}


@dataclass(frozen=True)
class Line:
    """One line of a table: under these readings the row gives the dossier so many points, in hundredths."""

    id: str
    name: str
    specialty: str
    row: str
    block: str
    dossier: Mapping[str, Any]
    readings: Mapping[str, str]
    pins: Mapping[int, str]
    world: World
    points: int


def lines() -> list[Line]:
    """Return the lines of all tables, in the order of their files."""
    return [line for path in sorted(TABLES.glob("*.yaml")) for line in _lines_of(path)]


def _lines_of(path: Path) -> Iterator[Line]:
    table = _read(path)
    for number, line in enumerate(table["rows"]):
        unknown = set(line) - {
            "row",
            "name",
            "block",
            "given",
            "readings",
            "counted_in",
            "world",
            "points",
        }
        assert not unknown, f"{path.name}: {line['name']}: {unknown}"
        yield Line(
            id=f"{path.stem}-{line['row']}-{number}",
            name=line["name"],
            specialty=path.stem,
            row=f"{table['table']}.{line['row']}",
            block=f"{table['table']}.{line.get('block') or line['row'].rpartition('.')[0]}",
            dossier=with_usual(line["given"], table["usual"]),
            readings=line.get("readings", {}),
            pins=_pins(line, table["table"]),
            world=line.get("world", "claimed"),
            points=hundredths(line["points"]),
        )


@dataclass(frozen=True)
class Cell:
    """What is printed: of a box its maximum and where it lies, of a reading its extreme options and boxes in doubt."""

    id: str
    specialty: str
    of: str
    says: frozenset[str]
    readings: Mapping[str, str]


def cells() -> list[Cell]:
    """Return what is told of the print of all tables, in the order of their files."""
    return [cell for path in sorted(TABLES.glob("*.yaml")) for cell in _cells_of(path)]


def _cells_of(path: Path) -> Iterator[Cell]:
    table = _read(path)
    for number, part in enumerate(table["maxima"]):
        for box, told in part["boxes"].items():
            yield Cell(
                id=f"{path.stem}-maximum-{number}-{box}",
                specialty=path.stem,
                of=_id(table, box),
                says=frozenset(_of_box(table, box, told)),
                readings=part.get("readings", {}),
            )
    for reading, told in table["doubtful"].items():
        boxes = [f"doubtful {table['table']}.{box}" for box in told["boxes"]]
        says = frozenset([*boxes, f"least {told['least']}", f"most {told['most']}"])
        yield Cell(f"{path.stem}-{reading}", path.stem, reading, says, {})


def _of_box(table: Mapping[str, Any], box: str, told: Any) -> Iterator[str]:  # noqa: ANN401 - as the file has it
    """Yield what is told of *box*: the maximum and in which box it is, unless that is the one its id begins with."""
    if told == "absent":
        return
    where = told["in"] if isinstance(told, dict) else box.rpartition(".")[0]
    maximum = told.get("maximum", "unlimited") if isinstance(told, dict) else told
    if box:
        yield f"in {_id(table, where)}"
    if maximum != "unlimited":
        yield f"maximum {maximum}"


def _id(table: Mapping[str, Any], box: str) -> str:
    return f"{table['table']}.{box}" if box else table["table"]


@dataclass(frozen=True)
class Need:
    """What has to be told of the records of a dossier before it is known what an attribute of them is."""

    id: str
    specialty: str
    of: str
    dossier: Mapping[str, Any]
    needs: frozenset[str]


def needs() -> list[Need]:
    """Return what attributes need, in the order of the files of the tables."""
    return [need for path in sorted(TABLES.glob("*.yaml")) for need in _needs_of(path)]


def _needs_of(path: Path) -> Iterator[Need]:
    table = _read(path)
    for number, one in enumerate(table["needs"]):
        yield Need(
            id=f"{path.stem}-{one['of']}-{number}",
            specialty=path.stem,
            of=one["of"],
            dossier=with_usual(one["given"], table["usual"]),
            needs=frozenset(one["needs"]),
        )


@cache
def _read(path: Path) -> Any:  # noqa: ANN401 - as the file has it
    return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Worked:
    """A whole dossier with its calculation: of each box the sum in it and what counts, in hundredths."""

    id: str
    specialty: str
    dossier: Mapping[str, Any]
    readings: Mapping[str, str]
    pins: Mapping[int, str]
    world: World
    boxes: Mapping[str, tuple[int, int]]
    total: int


def worked() -> list[Worked]:
    """Return the worked dossiers, in the order of their files."""
    return [one for path in sorted((TABLES / "worked").glob("*.yaml")) for one in _worked_of(path)]


def _worked_of(path: Path) -> Iterator[Worked]:
    table = _read(path)
    for number, one in enumerate(table["dossiers"]):
        boxes = {
            f"{table['table']}.{box}": told if isinstance(told, list) else [told, told]
            for box, told in one["boxes"].items()
        }
        yield Worked(
            id=f"{path.stem}-{number}",
            specialty=path.stem,
            dossier=with_usual(one["given"], table["usual"]),
            readings=one.get("readings", {}),
            pins=_pins(one, table["table"]),
            world="claimed",
            boxes={box: (hundredths(held), hundredths(has)) for box, (held, has) in boxes.items()},
            total=hundredths(one["total"]),
        )


def _pins(told: Mapping[str, Any], table: str) -> dict[int, str]:
    """Return where records count, told where the first place of each is not the best for the total."""
    return {record: f"{table}.{row}" for record, row in told.get("counted_in", {}).items()}


def with_usual(given: Mapping[str, Any], usual: Mapping[str, Any]) -> dict[str, Any]:
    """Return *given* with each achievement telling what is *usual* for its kind, unless it says otherwise."""
    told = dict(given)
    if "achievements" in told:
        told["achievements"] = [
            {**usual.get(record["kind"], {}), **record} for record in told["achievements"]
        ]
    return told


def hundredths(points: float | str) -> int:
    """Return *points* in hundredths; a finer score does not exist."""
    found = Decimal(str(points)) * 100
    assert found == int(found), points
    return int(found)


def scored(table: Sequence[Line], rules: RuleSet | None = None) -> dict[str, int]:
    """Return what each line's row adds to its block, by line id; lines of one setting are one crowd."""
    groups: dict[tuple[str, str], list[Line]] = {}
    for line in table:
        groups.setdefault((line.specialty, repr(sorted(line.readings.items()))), []).append(line)
    found: dict[str, int] = {}
    for (specialty, _), crowd in groups.items():
        notice = read_notice(shipped_rules().notice(specialty))
        setting = Setting(rules or shipped_rules(), specialty, notice, crowd[0].readings)
        known = score_table(setting)
        assert known is not None
        dossiers = [
            Dossier.model_validate({"candidate": {"id": line.id}, **line.dossier}) for line in crowd
        ]
        matches = match(dossiers, setting, known)
        cases = [Case(one, line.world) for line, one in zip(crowd, matches, strict=True)]
        for line, sums in zip(crowd, add_up(cases, setting, known), strict=True):
            assert line.row in known.rows, line.row
            found[line.id] = sum(
                points
                for (record, row), points in sums.entries.items()
                if row == line.row and (record, row) not in sums.dropped
            )
    return found
