"""Mutates points, maxima, coefficients and combinations of the scoring tables: ``python -m tests.mutation.points``.

Which rows a record stands in does not depend on any of these, so it is found once; each mutant is only added up anew.
"""

import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reasoner.catalog import RuleSet, shipped_rules
from reasoner.errors import ZhichengError
from reasoner.evaluate import Setting
from reasoner.intake.dossier import read_notice
from reasoner.model.dossier import Dossier
from reasoner.scoring.match import match
from reasoner.scoring.sums import Case, Sums, add_up
from reasoner.scoring.table import ScoreTable, score_table
from tests.score_tables import TRACKS, Line, Worked, lines, worked

_NUMBER = re.compile(
    r"^((?:worth_tenths|maximum|coefficient_tenths|without_proof)\(.*?, *)(\d+)(\).*)$"
)
_COMBINATION = re.compile(r"^(?:highest|highest_per|steps|on_scale|once|once_per_work|by_rank)\(")


@dataclass(frozen=True)
class Mutant:
    """One line of a file, written otherwise; an empty line is one left out."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        """Return where it is and what it says."""
        return f"{self.file}:{self.line}: {self.text or '(left out)'}"


@dataclass(frozen=True)
class _Group:
    """Cases that share a choice of readings, with what is expected of them."""

    setting: Setting
    table: ScoreTable
    cases: tuple[Case, ...]
    expected: tuple[Line | Worked, ...]


def mutants(specialty: str) -> Iterator[Mutant]:
    """Yield the mutants of the table of *specialty*: each number one more and one less, each combination left out."""
    rules = shipped_rules()
    folder = rules.specialties()[specialty]
    for path in (*sorted(folder.glob("scoring*.lp")), folder.parent / "scoring_coefficients.lp"):
        name = path.relative_to(rules.root).as_posix()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            if found := _NUMBER.match(line):
                for step in (1, -1):
                    changed = f"{found[1]}{int(found[2]) + step}{found[3]}"
                    if int(found[2]) + step >= 0:
                        yield Mutant(name, number, changed)
            elif _COMBINATION.match(line):
                yield Mutant(name, number, "")


def groups(specialty: str) -> list[_Group]:
    """Return the lines and worked dossiers of *specialty*, by their readings."""
    rules = shipped_rules()
    by_readings: dict[str, list[Line | Worked]] = {}
    every: list[Line | Worked] = [*lines(), *worked()]
    for one in every:
        if one.specialty == specialty:
            by_readings.setdefault(repr(sorted(one.readings.items())), []).append(one)
    found = []
    for expected in by_readings.values():
        notice = read_notice(rules.notice(specialty))
        setting = Setting(rules, specialty, notice, expected[0].readings)
        table = score_table(setting)
        assert table is not None
        dossiers = [
            Dossier.model_validate({"candidate": {"id": one.id}, **one.dossier}) for one in expected
        ]
        cases = tuple(Case(one, "claimed") for one in match(dossiers, setting, table))
        found.append(_Group(setting, table, cases, tuple(expected)))
    return found


def is_killed(known: Sequence[_Group], rules: RuleSet) -> bool:
    """Tell whether some line or worked dossier comes out otherwise under *rules*."""
    for group in known:
        setting = Setting(
            rules, group.setting.specialty, group.setting.notice, group.setting.readings
        )
        try:
            found = add_up(group.cases, setting, group.table)
        except ZhichengError:
            return True
        for sums, expected in zip(found, group.expected, strict=True):
            if not _as_expected(sums, expected):
                return True
    return False


def _as_expected(sums: Sums, expected: Line | Worked) -> bool:
    if isinstance(expected, Worked):
        boxes: Mapping[str, tuple[int, int]] = expected.boxes
        return sums.total == expected.total and all(
            (sums.sums.get(box, 0), sums.has.get(box, 0)) == told for box, told in boxes.items()
        )
    return expected.points == sum(
        points
        for (record, row), points in sums.entries.items()
        if row == expected.row and (record, row) not in sums.dropped
    )


def main(specialties: Sequence[str]) -> int:
    """Print the mutants that no table kills; return 1 if there are any."""
    alive = 0
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "asp"
        shutil.copytree(shipped_rules().root, root)
        for specialty in specialties:
            known, every = groups(specialty), list(mutants(specialty))
            survived = []
            for mutant in every:
                path = root / mutant.file
                written = path.read_text("utf-8")
                changed = written.splitlines()
                changed[mutant.line - 1] = mutant.text
                path.write_text("\n".join(changed) + "\n", "utf-8")
                if not is_killed(known, RuleSet(root)):
                    survived.append(mutant)
                path.write_text(written, "utf-8")
            print(f"{specialty}: {len(every)} mutants, {len(every) - len(survived)} killed")  # noqa: T201
            for mutant in survived:
                print(f"alive: {mutant}")  # noqa: T201
            alive += len(survived)
    return 1 if alive else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or tuple(TRACKS)))
