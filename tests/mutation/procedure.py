"""Judges the procedure of a review, by the cases of what is found in a record."""

from collections.abc import Iterator
from functools import cache, partial
from typing import Final

from clingo.symbol import Symbol, SymbolType

from reasoner.catalog import shipped_rules
from reasoner.facts import Fact
from reasoner.procedure_rules import procedure_files
from tests.mutation.judges import Case, Judge, Outcome
from tests.procedure_cases import CASES, finding_text
from tests.procedure_cases import Case as ReviewCase

_FINDINGS: Final = frozenset({("finding", arity) for arity in (2, 4, 6, 8)})


@cache
def procedure_judge(specialty: str) -> Judge:
    """Return the judge of the procedure of *specialty*; as rules know one record only, none shares a grounding."""
    files = procedure_files(specialty)
    language = shipped_rules().root / "procedure" / "language.lp"
    return Judge(
        name=f"{specialty}, procedure",
        kernel=(language,),
        rules=tuple(file for file in files if file != language),
        outputs=_FINDINGS,
        outcome=partial(_found, specialty),
        cases=tuple(
            Case(
                f"{track}: {case.name}",
                specialty,
                case.setting(),
                partial(_facts, case, track),
                frozenset(case.found),
            )
            for case in CASES
            for track in case.tracks
            if track.startswith(f"{specialty}.")
        ),
        language=(language,),
        scales={},
        crowd=1,
    )


def _facts(case: ReviewCase, track: str, _: int) -> Iterator[Fact]:
    return case.facts(track)


def _found(specialty: str, atom: Symbol) -> Outcome:
    parts = [one.string if one.type is SymbolType.String else str(one) for one in atom.arguments]
    return 0, specialty, finding_text(specialty, *parts)
