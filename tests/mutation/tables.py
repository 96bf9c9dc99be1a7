"""Judges the classification tables of a specialty by the cases of `tests.test_classification`."""

from dataclasses import replace
from typing import Final

from clingo.symbol import Symbol

from reasoner.catalog import shipped_rules
from reasoner.evaluate import Setting
from reasoner.intake.dossier import read_notice
from tests.mutation.clauses import case_of, clause_judge
from tests.mutation.judges import Judge, Outcome
from tests.test_classification import CASES

_SPECIALTY: Final = "iot"
_NO_CLASS: Final = 0


def table_judge() -> Judge:
    """Return the judge of the classification tables."""
    rules = shipped_rules()
    notice = read_notice(rules.notice(_SPECIALTY))
    clauses = clause_judge(_SPECIALTY)
    cases = []
    for case in CASES:
        classes = clauses.scales[case.table]
        lowest, highest = (classes.get(name, _NO_CLASS) for name in (case.lowest, case.highest))
        setting = Setting(rules, _SPECIALTY, notice, case.readings)
        cases.append(case_of(case.id, case.table, setting, case.told(), f"{lowest} to {highest}"))
    return replace(
        clauses,
        name=f"{_SPECIALTY}, tables",
        outputs=frozenset({("class_range", 5)}),
        outcome=_class_range,
        cases=tuple(cases),
    )


def _class_range(atom: Symbol) -> Outcome:
    applicant, _, table, lowest, highest = atom.arguments
    return applicant.number, table.string, f"{lowest} to {highest}"
