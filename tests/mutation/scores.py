"""Judges the scoring table of a specialty, by the lines of ``tests/scores`` and the worked dossiers."""

from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import Final

from clingo.symbol import Symbol

from reasoner.catalog import shipped_rules
from reasoner.evaluate import Setting
from reasoner.facts import Fact, Quoted, dossier_facts, entries
from reasoner.intake.dossier import read_notice
from reasoner.model.dossier import Dossier
from reasoner.scoring.table import ScoreTable, score_table
from tests.mutation.clauses import scales_of
from tests.mutation.judges import Case, Judge, Outcome
from tests.score_tables import Line, Worked, lines, worked

_SUMS: Final = Path(__file__).with_name("scores.lp")
_OTHER_SUMS: Final = frozenset({"scoring_sums", "scoring_sums_show"})
_ABOUT: Final = "score"
_CROWD: Final = 100


@cache
def score_judge(specialty: str) -> Judge:
    """Return the judge of the scoring table of *specialty*: of each row, each box, and what records ask to stand there."""
    rules = shipped_rules()
    files = dict.fromkeys((*rules.score_match_files(specialty), *rules.score_sum_files(specialty)))
    mutated = tuple(file for file in files if _is_mutated(file, rules.root / "core"))
    kernel = tuple(
        file for file in files if file not in mutated and file.stem not in _OTHER_SUMS
    )
    notice = read_notice(rules.notice(specialty))
    told: list[Line | Worked] = [*lines(), *worked()]
    cases = []
    for one in told:
        if one.specialty == specialty:
            setting = Setting(rules, specialty, notice, one.readings)
            table = score_table(setting)
            assert table is not None
            cases.append(_case(one, setting, table))
    return Judge(
        name=f"{specialty}, scores",
        kernel=(*kernel, _SUMS),
        rules=mutated,
        outputs=frozenset({("as_told", 3)}),
        outcome=_as_told,
        cases=tuple(cases),
        language=tuple(file for file in kernel if file.name.startswith(("language", "inputs"))),
        scales=scales_of(tuple(files), cases[0].setting),
        crowd=_CROWD,
        unasked=frozenset({("unlisted", 2)}),
    )


def _is_mutated(file: Path, core: Path) -> bool:
    """Say whether the judges of the clauses have not mutated *file*."""
    return file.parent != core and file.stem.startswith(("scoring", "readings_of_scoring"))


def _case(one: Line | Worked, setting: Setting, table: ScoreTable) -> Case:
    told = dict(_told(one, table))
    return Case(
        id=one.id,
        about=_ABOUT,
        setting=(
            *setting.facts(),
            *(("printed", (Quoted(row), place)) for row, place in table.printed.items()),
        ),
        facts=partial(_facts, one, setting, told),
        expected=frozenset(_text(box, what) for box, what in told),
        near=tuple(dict.fromkeys(box for box, _ in told)),
    )


def _told(one: Line | Worked, table: ScoreTable) -> Iterator[tuple[tuple[str, str], int]]:
    """Yield what is told of rows and boxes: the points of a row, the sum in a box, what counts of it."""
    if isinstance(one, Line):
        yield (one.row, "points"), one.points
        return
    for box, (held, counts) in one.boxes.items():
        yield (box, "sum"), held
        yield (box, "counts"), counts
    yield (table.id, "counts"), one.total


_TOLD: Final = {"points": "told_points", "sum": "told_sum", "counts": "told_count"}


def _facts(
    one: Line | Worked, setting: Setting, told: dict[tuple[str, str], int], number: int
) -> Iterator[Fact]:
    dossier = Dossier.model_validate({"candidate": {"id": "c"}, **one.dossier})
    yield from dossier_facts(number, dossier, entries(dossier, setting.notice))
    for record, row in one.pins.items():
        yield "pinned", (number, record, Quoted(row))
    for (box, what), points in told.items():
        yield _TOLD[what], (number, Quoted(box), points)


def _as_told(atom: Symbol) -> Outcome:
    applicant, box, what = atom.arguments
    return applicant.number, _ABOUT, _text(box.string, what.name)


def _text(box: str, what: str) -> str:
    return f"{box} {what}"
