"""No number of the regulation stands in Python."""

import ast as python
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from clingo.symbol import SymbolType

from tests.encodings import CHAPTERS, statements, symbols

# Comparisons of Python with a number, and what the number is.
COMPARED: Final[Mapping[tuple[str, str], str]] = {
    ("intake/text.py", "4"): "every fourth byte",
    ("model/amounts.py", "100"): "two decimals of an amount in 亿元",
    ("policy/definitions.py", "4"): "arguments of a predicate",
    ("policy/population.py", "100"): "a chance in a hundred",
}
# Named numbers of Python that are numbers of the regulation as well, and what they are.
NAMED: Final[Mapping[tuple[str, str], str]] = {
    ("evaluate.py", "_BOOK_SIGNATURES"): "arguments of predicates",
    ("answer.py", "_STORES"): "arguments of predicates",
    ("read_rules.py", "RULE_SIGNATURES"): "arguments of predicates",
    ("read_clauses.py", "_FORMS"): "arguments of predicates",
    ("read_clauses.py", "_LOOKS_AT"): "arguments of predicates",
    ("catalog.py", "_TRACKS"): "arguments of a predicate",
    ("evaluate.py", "CROWD"): "dossiers in one grounding",
    ("policy/foreign_rules.py", "_MOST_PROBLEMS"): "a limit of what is printed",
    ("policy/implication.py", "_WORTH_A_PROCESS"): "searches",
    ("policy/rule_facts.py", "SIGNATURES"): "arguments of predicates",
    ("policy/score_rules.py", "_SIGNATURES"): "arguments of predicates",
    ("policy/score_rules.py", "TENTHS"): "tenths in a whole",
    ("policy/names.py", "_ROWS"): "arguments of predicates",
    ("policy/compared_procedure.py", "_CLAUSE"): "arguments of a predicate",
    ("policy/compared_procedure.py", "_NUMBERS"): "arguments of predicates",
    ("policy/records.py", "_POWERS"): "powers of ten",
    ("policy/records.py", "_SOME_DAY"): "a day, where a notice sets none",
    ("policy/records.py", "_YEARS"): "how long what lasts has lasted",
    ("policy/records.py", "_LONG"): "how long ago what is old was",
    ("policy/space.py", "_SIGNATURES"): "arguments of predicates",
    ("worker.py", "_MOST_IDLE"): "processes",
    ("score.py", "MOST_ADDITIONS"): "lines of a list",
    ("scoring/table.py", "_BOXES"): "arguments of predicates",
    ("scoring/table.py", "SIGNATURES"): "arguments of predicates",
    ("scoring/match.py", "_SHARED"): "arguments of predicates",
    ("scoring/match.py", "MATCHED"): "arguments of predicates",
    ("questions/steps.py", "_MOVES_ON"): "arguments of a predicate",
    ("questions/steps.py", "_OPEN_RANK"): "arguments of a predicate",
    ("questions/verify.py", "MOST_SETS"): "how many sets are looked for",
    ("questions/robust.py", "MOST_COMBINATIONS"): "how many combinations are looked for",
    ("questions/repair.py", "MOST_REPAIRS"): "how many repairs are looked for",
    ("questions/timeline.py", "YEARS_AHEAD"): "how far a timeline looks",
    ("worker.py", "_MOST_FACTS"): "a limit of what is handed over",
    ("procedure.py", "_PARTS_OF_A_MEASURE"): "arguments of a term",
    ("model/procedure.py", "MAX_CANDIDATES"): "a limit of what is read",
    ("model/procedure.py", "MAX_EXPERTS"): "a limit of what is read",
    ("model/amounts.py", "HUNDREDS_PER_WAN"): "a unit",
    ("model/amounts.py", "HUNDREDTHS_PER_POINT"): "a unit",
    ("model/amounts.py", "MOST_POINTS"): "the scale of points ends there",
    ("model/amounts.py", "_UNITS"): "units",
    ("model/amounts.py", "_LONGEST"): "a limit of what is read",
    ("model/dates.py", "UNITS_PER_MONTH"): "a unit",
    ("model/dates.py", "MONTHS_PER_YEAR"): "a unit",
    ("source_text.py", "_HEADING_REACH"): "lines of print",
    ("working_days.py", "_FIRST_DAY_LEFT_TO_NEXT_YEAR"): "a day of the calendar",
    ("model/amounts.py", "_SCALES"): "spelt numbers",
    ("model/dossier.py", "MAX_RECORDS"): "a limit of what is read",
    ("model/fields.py", "MAX_TEXT"): "a limit of what is read",
}
# Layers that read or print and judge nothing.
JUDGES_NOTHING: Final = ("cli/", "report/", "intake/", "web/")
SMALL: Final = frozenset({-1, 0, 1, 2})

PACKAGE: Final = Path(__file__).parent.parent / "reasoner"


def numbers_of_the_regulation() -> set[int]:
    """Return every number in the chapters."""
    return {
        symbol.number
        for path in CHAPTERS
        for one in statements(path)
        for symbol in symbols(one)
        if symbol.type is SymbolType.Number
    }


def python_files() -> Iterator[tuple[str, python.Module]]:
    """Yield the modules of the package, parsed."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield (
            path.relative_to(PACKAGE).as_posix(),
            python.parse(path.read_text(encoding="utf-8")),
        )


def literals(node: python.AST) -> Iterator[int]:
    """Yield the whole numbers written in *node*."""
    for inner in python.walk(node):
        if isinstance(inner, python.Constant) and type(inner.value) is int:
            yield inner.value


def test_python_compares_with_no_number_of_the_regulation() -> None:
    """A limit of the regulation stands in the rules and nowhere else."""
    found = {
        (name, str(number))
        for name, module in python_files()
        for node in python.walk(module)
        if isinstance(node, python.Compare)
        for number in literals(node)
        if number not in SMALL
    }
    assert found == set(COMPARED)


def test_named_numbers_of_python_are_none_of_the_regulation() -> None:
    """Nor is it hidden behind a name."""
    regulation = numbers_of_the_regulation() - SMALL
    assert regulation >= {3, 5, 4, 500, 5000, 40_000}
    found = {
        (name, python.unparse(target))
        for name, module in python_files()
        if not name.startswith(JUDGES_NOTHING)
        for node in module.body
        if isinstance(node, python.Assign | python.AnnAssign) and node.value is not None
        for target in (node.targets if isinstance(node, python.Assign) else [node.target])
        if set(literals(node.value)) & regulation
    }
    assert found == set(NAMED)
