"""The scoring table of one specialty as those who draft it look at it: the printed table, and the facts behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from reasoner.errors import Text
from reasoner.policy.records import Records
from reasoner.policy.rule_facts import SIGNATURES, RuleFacts
from reasoner.rule_book import Clause
from reasoner.scoring.table import Row, ScoreTable, score_table
from reasoner.solve import settled_atoms

_SIGNATURES: Final = frozenset(
    {
        ("by_rank", 2),
        ("coefficient_tenths", 3),
        ("in_box", 2),
        ("on_scale", 2),
        ("steps", 1),
        ("without_proof", 3),
    }
)
TENTHS: Final = 10


@dataclass(frozen=True)
class ScoreRules:
    """A scoring table with the rules behind it."""

    table: ScoreTable
    rules: RuleFacts
    records: Records

    @property
    def specialty(self) -> str:
        """Return the id of the specialty."""
        return self.rules.specialty

    @cached_property
    def coefficients(self) -> Mapping[str, Mapping[int, int]]:
        """Return by coefficient, and the rank from which on it holds, how many tenths it is."""
        found: dict[str, dict[int, int]] = {}
        for name, rank, tenths in self.rules.rows("coefficient_tenths", 3):
            found.setdefault(str(name), {})[int(rank)] = int(tenths)
        return {name: dict(sorted(steps.items())) for name, steps in found.items()}

    def coefficient(self, row: Row) -> Mapping[int, int]:
        """Return the coefficient of *row* by rank; all of it for any rank if it has none."""
        for box, name in self.rules.rows("by_rank", 2):
            if box in self.table.above[row.id]:
                return self.coefficients.get(str(name), {})
        return {1: TENTHS}

    def scales(self, row: str) -> frozenset[str]:
        """Return the scales of which *row* is a step: a record stands in the highest step that it passes."""
        boxes = {str(box) for (box,) in self.rules.rows("steps", 1)}
        named = {str(scale) for step, scale in self.rules.rows("on_scale", 2) if step == row}
        return frozenset(boxes & self.table.above[row] | named)

    def leaves(self, row: Row) -> list[Clause]:
        """Return what *row* asks of the records of each kind that it counts."""
        table = self.table
        return [
            clause
            for leaf, clause in table.leaves.items()
            if row.id in table.above.get(leaf, ()) or leaf.rpartition(".")[0] == row.id
        ]

    def group(self, row: Row) -> str:
        """Return the group in which *row* stands."""
        return next(
            box.id
            for box in self.table.boxes.values()
            if box.level == "group" and row.block in box.parts
        )

    def cite(self, *ids: str) -> tuple[str, ...]:
        """Return where boxes or rows stand: the table, as the print has no numbers."""
        return (self.table.cite,) if ids else ()

    def name(self, row: Row) -> Text:
        """Return the words by which the print knows *row*: those of its group, its block and its own."""
        boxes = (self.table.boxes[self.group(row)].label, self.table.boxes[row.block].label)
        labels = (*boxes, row.label)
        return Text(
            "·".join(dict.fromkeys(one.zh for one in labels)),
            " · ".join(dict.fromkeys(one.en for one in labels)),
        )


def score_rules(rules: RuleFacts) -> ScoreRules | None:
    """Return the scoring table of a specialty; None if there is none.

    Raises:
        RulesError: the rules are wrong.
    """
    table = score_table(rules.setting)
    if table is None:
        return None
    files = rules.setting.rules.score_match_files(rules.specialty)
    atoms = settled_atoms(files, rules.setting.facts(), SIGNATURES | _SIGNATURES)
    behind = RuleFacts(rules.setting, table.book, atoms, files)
    return ScoreRules(table, behind, Records(behind))


def points(hundredths: int) -> str:
    """Return points as they are printed."""
    whole, rest = divmod(hundredths, 100)
    return f"{whole}.{rest:02}".rstrip("0").rstrip(".")
