"""A scoring table as the rules have it: categories, groups, blocks and rows, in the order of the print."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from reasoner.catalog import RuleSet
from reasoner.errors import Text
from reasoner.evaluate import Setting
from reasoner.facts import Fact
from reasoner.program import Signature
from reasoner.read_clauses import ClauseRows
from reasoner.read_rules import RULE_SIGNATURES, read_rule_book
from reasoner.rule_book import Clause, RuleBook, Test
from reasoner.rule_rows import natural
from reasoner.solve import Atoms, settled_atoms

_BOXES = {"category": 4, "group": 4, "block": 4, "row": 4}
SIGNATURES: frozenset[Signature] = frozenset(
    {
        *_BOXES.items(),
        ("score_table", 5),
        ("maximum", 2),
        ("worth_tenths", 2),
        ("by_rank", 2),
        ("in_box", 2),
        ("row_of", 2),
        ("each", 2),
        ("full_years", 2),
        ("if_count", 3),
        ("if_years", 3),
        ("highest", 1),
        ("highest_per", 2),
        ("by_recognition", 1),
        ("doubtful", 2),
        ("least", 2),
        ("most", 2),
        ("where", 4),
        ("source", 4),
    }
)


@dataclass(frozen=True)
class Box:
    """A part of the table. *maximum* is in points; None where nothing is printed."""

    id: str
    level: str
    label: Text
    maximum: int | None
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """A row of the table; *worth* is in hundredths of a point, before the coefficient of the rank.

    *form* is the rule that makes it count: each, full_years, if_count, if_years.
    """

    id: str
    label: Text
    block: str
    worth: int
    form: str
    by_rank: bool
    by_recognition: bool


@dataclass(frozen=True)
class ScoreTable:
    """The scoring table of a track, under one choice of readings, from *files* with the *facts* of the setting."""

    files: tuple[Path, ...]
    facts: tuple[Fact, ...]
    id: str
    track: str
    cite: str
    label: Text
    boxes: Mapping[str, Box]
    rows: Mapping[str, Row]
    leaves: Mapping[str, Clause]
    row_of: Mapping[str, str]
    highest: frozenset[str]
    doubtful: Mapping[str, tuple[str, ...]]
    least: Mapping[str, str]
    most: Mapping[str, str]
    above: Mapping[str, frozenset[str]]

    @cached_property
    def book(self) -> RuleBook:
        """Return what explains the rows; no total needs it."""
        return read_rule_book(settled_atoms(self.files, self.facts, RULE_SIGNATURES))

    @cached_property
    def printed(self) -> Mapping[str, int]:
        """Return the place of each row in the print."""
        return {row: place for place, row in enumerate(self.rows)}

    def readings(self) -> tuple[str, ...]:
        """Return the readings of doubtful cells, in their order."""
        return tuple(sorted(self.doubtful, key=natural))


def score_table(setting: Setting) -> ScoreTable | None:
    """Return the table by which self-scores are made; None if the rules of the specialty have none."""
    if not setting.rules.has_scoring_table(setting.specialty):
        return None
    return _read(
        setting.rules,
        setting.rules.score_sha256(setting.specialty),
        setting.specialty,
        tuple(setting.facts()),
    )


@lru_cache(maxsize=64)
def _read(rules: RuleSet, _sha256: str, specialty: str, facts: tuple[Fact, ...]) -> ScoreTable:
    files = rules.score_match_files(specialty)
    found = settled_atoms(files, facts, SIGNATURES)
    ((table, track, cite, zh, en),) = found["score_table", 5]
    worth = {str(row): int(tenths) * 10 for row, tenths in found["worth_tenths", 2]}
    above: dict[str, set[str]] = {}
    for row, box in found["in_box", 2]:
        above.setdefault(str(row), set()).add(str(box))
    forms = dict(_forms(found))
    labels = {str(row): Text(str(zh), str(en)) for row, _, zh, en in found["row", 4]}
    blocks = {str(row): str(block) for row, block, _, _ in found["row", 4]}
    row_of = {str(leaf): str(row) for leaf, row in found["row_of", 2]}
    return ScoreTable(
        files=files,
        facts=facts,
        id=str(table),
        track=str(track),
        cite=str(cite),
        label=Text(str(zh), str(en)),
        boxes=dict(_boxes(found, str(table), Text(str(zh), str(en)))),
        rows={
            row: Row(
                id=row,
                label=labels[row],
                block=blocks[row],
                worth=worth[row],
                form=forms[row],
                by_rank=_holds_for(found["by_rank", 2], above[row]),
                by_recognition=_holds_for(found["by_recognition", 1], above[row]),
            )
            for row in sorted(labels, key=natural)
        },
        leaves={
            leaf: Clause(
                id=leaf,
                cite=str(cite),
                label=labels[row_of[leaf]],
                form="counts",
                kinds=(kind,),
                tests=tests,
            )
            for leaf, kind, tests in _leaves(found)
        },
        row_of=row_of,
        highest=frozenset(str(block) for (block,) in found["highest", 1]),
        doubtful=_doubtful(found),
        least={str(reading): str(option) for reading, option in found["least", 2]},
        most={str(reading): str(option) for reading, option in found["most", 2]},
        above={row: frozenset(boxes) for row, boxes in above.items()},
    )


def _boxes(found: Atoms, table: str, label: Text) -> Iterator[tuple[str, Box]]:
    maxima = {str(box): int(points) for box, points in found["maximum", 2]}
    parts: dict[str, list[str]] = {}
    labels = {table: ("table", label)}
    for level, arity in _BOXES.items():
        for box, above, zh, en in found[level, arity]:
            parts.setdefault(str(above), []).append(str(box))
            labels[str(box)] = (level, Text(str(zh), str(en)))
    for box, (level, own) in labels.items():
        if level != "row":
            inner = tuple(sorted(parts.get(box, ()), key=natural))
            yield box, Box(box, level, own, maxima.get(box), inner)


def _forms(found: Atoms) -> Iterator[tuple[str, str]]:
    row_of = {str(leaf): str(row) for leaf, row in found["row_of", 2]}
    for form, arity in (("each", 2), ("full_years", 2), ("if_count", 3), ("if_years", 3)):
        for leaf, *_ in found[form, arity]:
            yield row_of[str(leaf)], form


def _leaves(found: Atoms) -> Iterator[tuple[str, str, tuple[Test, ...]]]:
    tests = ClauseRows(found).tests()
    for form, arity in (("each", 2), ("full_years", 2), ("if_count", 3), ("if_years", 3)):
        for leaf, kind, *_ in found[form, arity]:
            yield str(leaf), str(kind), tests.get(str(leaf), ())


def _holds_for(atoms: list[tuple[str | int, ...]], boxes: set[str]) -> bool:
    return any(str(box) in boxes for box, *_ in atoms)


def _doubtful(found: Atoms) -> dict[str, tuple[str, ...]]:
    """Return the boxes that each reading of a doubtful cell is about."""
    boxes: dict[str, list[str]] = {}
    for box, reading in found["doubtful", 2]:
        boxes.setdefault(str(reading), []).append(str(box))
    return {reading: tuple(sorted(own, key=natural)) for reading, own in boxes.items()}
