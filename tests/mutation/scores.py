"""Judges the scoring table of a specialty, by the lines of ``tests/scores`` and the worked dossiers."""

from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

from clingo.symbol import Symbol, SymbolType

from reasoner.catalog import shipped_rules
from reasoner.evaluate import Setting
from reasoner.facts import Fact, Quoted, dossier_facts, entries
from reasoner.intake.dossier import read_notice
from reasoner.model.dossier import Dossier
from reasoner.scoring.table import ScoreTable, score_table
from tests.mutation.clauses import scales_of
from tests.mutation.judges import Case, Judge, Outcome
from tests.score_tables import Cell, Line, Worked, cells, lines, needs, worked

_SUMS: Final = Path(__file__).with_name("scores.lp")
_OTHER_SUMS: Final = frozenset({"scoring_sums", "scoring_sums_show"})
POINTS: Final = "points"
_CROWD: Final = 100


@cache
def score_judge(specialty: str) -> Judge:
    """Return the judge of the scoring table of *specialty*: what stands where, what it is worth, what is printed."""
    rules = shipped_rules()
    files = dict.fromkeys((*rules.score_match_files(specialty), *rules.score_sum_files(specialty)))
    mutated = tuple(file for file in files if _is_mutated(file, rules.root / "core"))
    kernel = tuple(file for file in files if file not in mutated and file.stem not in _OTHER_SUMS)
    cases = tuple(_cases(specialty))
    return Judge(
        name=f"{specialty}, scores",
        kernel=(*kernel, _SUMS),
        rules=mutated,
        outputs=frozenset({("as_told", 3), ("printed", 4), ("needs", 4)}),
        outcome=_outcome,
        cases=cases,
        language=tuple(file for file in kernel if file.name.startswith(("language", "inputs"))),
        scales=scales_of(tuple(files), cases[0].setting),
        crowd=_CROWD,
        unasked=frozenset({("not_told", 2)}),
        highest_counts=True,
    )


def _is_mutated(file: Path, core: Path) -> bool:
    """Say whether the judges of the clauses have not mutated *file*."""
    return file.parent != core and file.stem.startswith(("scoring", "readings_of_scoring"))


def _cases(specialty: str) -> Iterator[Case]:
    rules = shipped_rules()
    notice = read_notice(rules.notice(specialty))
    usual = Setting(rules, specialty, notice)
    told: list[Line | Worked] = [*lines(), *worked()]
    for scored in told:
        if scored.specialty == specialty:
            setting = Setting(rules, specialty, notice, scored.readings)
            table = score_table(setting)
            assert table is not None
            yield _points(scored, setting, table)
    for cell in cells():
        if cell.specialty == specialty:
            yield _print(cell, Setting(rules, specialty, notice, cell.readings))
    for need in needs():
        if need.specialty == specialty:
            yield Case(
                need.id,
                need.of,
                tuple(usual.facts()),
                partial(_dossier, need.dossier, usual),
                need.needs,
            )


def _points(one: Line | Worked, setting: Setting, table: ScoreTable) -> Case:
    told = dict(_told(one, table))
    return Case(
        id=one.id,
        about=POINTS,
        setting=(
            *setting.facts(),
            *(("printed", (Quoted(row), place)) for row, place in table.printed.items()),
        ),
        facts=partial(_facts, one, setting, told),
        expected=frozenset(" ".join((boxes[0], what)) for what, *boxes in told),
        near=tuple(dict.fromkeys(boxes[0] for _, *boxes in told)),
    )


def _told(one: Line | Worked, table: ScoreTable) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield what is told of rows and boxes: the points of a row in its block, the sum in a box, what counts of it."""
    if isinstance(one, Line):
        yield ("points", one.row, one.block), one.points
        return
    for box, (held, counts) in one.boxes.items():
        yield ("sum", box), held
        yield ("counts", box), counts
    yield ("counts", table.id), one.total


_TOLD: Final = {"points": "told_points", "sum": "told_sum", "counts": "told_count"}


def _facts(
    one: Line | Worked, setting: Setting, told: Mapping[tuple[str, ...], int], number: int
) -> Iterator[Fact]:
    yield from _dossier(one.dossier, setting, number)
    yield "looked_at", (number, one.world)
    for record, row in one.pins.items():
        yield "pinned", (number, record, Quoted(row))
    for (what, *boxes), points in told.items():
        yield _TOLD[what], (number, *map(Quoted, boxes), points)


def _dossier(told: Mapping[str, Any], setting: Setting, number: int) -> Iterator[Fact]:
    dossier = Dossier.model_validate({"candidate": {"id": "c"}, **told})
    return dossier_facts(number, dossier, entries(dossier, setting.notice))


def _print(cell: Cell, setting: Setting) -> Case:
    def facts(number: int) -> Iterator[Fact]:
        yield "asked_of", (number, Quoted(cell.of))

    return Case(cell.id, cell.of, tuple(setting.facts()), facts, cell.says)


def _outcome(atom: Symbol) -> Outcome:
    applicant, *parts = atom.arguments
    words = [one.string if one.type is SymbolType.String else str(one) for one in parts]
    if atom.name == "as_told":
        return applicant.number, POINTS, " ".join(words)
    if atom.name == "printed":
        return applicant.number, words[0], " ".join(words[1:])
    return applicant.number, words[1], words[2]  # a need: the record, the attribute, what it needs
