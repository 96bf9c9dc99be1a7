"""Judges eligibility: the clauses of a specialty by the clause tables."""

from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

from clingo.symbol import Symbol

from reasoner.catalog import shipped_rules
from reasoner.evaluate import Setting
from reasoner.facts import Fact, dossier_facts, entries
from reasoner.model.dossier import Dossier
from reasoner.solve import solve
from tests.clause_tables import by_setting, rows
from tests.mutation.judges import Case, Judge, Outcome
from tests.mutation.places import SCALES, Scale

_STATUSES: Final = frozenset({("met", 2), ("unmet", 2)})
_CROWD: Final = 100


@cache
def clause_judge(specialty: str) -> Judge:
    """Return the judge of the clauses of *specialty*."""
    rules = shipped_rules()
    files = rules.rule_files(specialty)
    core = tuple(file for file in files if file.parent == rules.root / "core")
    cases = tuple(
        case_of(
            row.id,
            row.clause,
            setting,
            row.dossier,
            *(() if row.expect == "undetermined" else (row.expect,)),
        )
        for setting, crowd in by_setting(rows(specialty), rules)
        for row in crowd
    )
    return Judge(
        name=specialty,
        kernel=core,
        rules=tuple(file for file in files if file not in core),
        outputs=_STATUSES,
        outcome=_status,
        cases=cases,
        language=tuple(file for file in core if file.name.startswith(("language", "inputs"))),
        scales=scales_of(files, cases[0].setting),
        crowd=_CROWD,
    )


def case_of(
    name: str, about: str, setting: Setting, dossier: Mapping[str, Any], *expected: str
) -> Case:
    """Return the case of a dossier, whose results for what it is about are *expected*."""
    return Case(
        name, about, tuple(setting.facts()), partial(_facts, setting, dossier), frozenset(expected)
    )


def _facts(setting: Setting, told: Mapping[str, Any], number: int) -> Iterator[Fact]:
    dossier = Dossier.model_validate({"candidate": {"id": "c"}, **told})
    return dossier_facts(number, dossier, entries(dossier, setting.notice))


def _status(atom: Symbol) -> Outcome:
    applicant, clause = atom.arguments
    return applicant.number, clause.string, atom.name


def scales_of(files: tuple[Path, ...], given: tuple[Fact, ...]) -> Mapping[str, Scale]:
    """Return the scales of the rules in *files*, each with the numbers of its steps."""
    found: dict[str, dict[str, int]] = {}
    for atoms in solve(files, given, SCALES).rules.values():
        for of, step, number in atoms:
            found.setdefault(str(of), {})[str(step)] = int(number)
    return found
