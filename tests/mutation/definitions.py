"""Judges the definitions of a specialty by their tables."""

from dataclasses import replace
from typing import Final

from clingo.symbol import Symbol, SymbolType

from reasoner.catalog import shipped_rules
from reasoner.evaluate import Setting
from reasoner.intake.dossier import read_notice
from tests.definition_tables import definitions
from tests.mutation.clauses import case_of, clause_judge
from tests.mutation.judges import Judge, Outcome

# What tables call the records that reach no class.
_NO_CLASS: Final = {"none": 0, "other": 0, "micro": 0}


def definition_judge(specialty: str) -> Judge:
    """Return the judge of the definitions of *specialty*."""
    rules = shipped_rules()
    notice = read_notice(rules.notice(specialty))
    clauses = clause_judge(specialty)

    def text(of: str, lowest: object, highest: object) -> str:
        steps = (
            {**_NO_CLASS, **clauses.scales.get(of, {})} if "." in of else clauses.scales.get(of, {})
        )
        return f"{steps.get(str(lowest), lowest)} to {steps.get(str(highest), highest)}"

    def outcome(atom: Symbol) -> Outcome:
        applicant, _, name, *values = atom.arguments
        of = name.string if name.type is SymbolType.String else name.name
        return applicant.number, of, text(of, values[0], values[-1])

    cases = [
        case_of(
            line.id,
            line.of,
            Setting(rules, specialty, notice, line.readings),
            line.dossier,
            *([] if line.lowest is None else [text(line.of, line.lowest, line.highest)]),
        )
        for line in definitions(specialty)
    ]
    return replace(
        clauses,
        name=f"{specialty}, definitions",
        outputs=frozenset({("derived", 4), ("derived_range", 5), ("class_range", 5)}),
        outcome=outcome,
        cases=tuple(cases),
    )
