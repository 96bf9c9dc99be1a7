"""Every definition against its table in ``tests/definitions``, judged by hand from the article."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

import pytest

from reasoner.catalog import shipped_rules
from reasoner.evaluate import Evaluation, Setting, evaluate
from reasoner.intake.dossier import read_notice
from reasoner.model.dossier import Dossier
from tests.definition_tables import Definition, definitions
from tests.encodings import facts

LINES = definitions()


@pytest.fixture(scope="module")
def found() -> Mapping[str, Evaluation]:
    """Return the evaluation of each line, by its id; lines of one setting are one crowd."""

    def setting_of(line: Definition) -> tuple[str, list[tuple[str, str]]]:
        return line.specialty, sorted(line.readings.items())

    evaluations: dict[str, Evaluation] = {}
    for (specialty, readings), lines in groupby(sorted(LINES, key=setting_of), key=setting_of):
        crowd = list(lines)
        notice = read_notice(shipped_rules().notice(specialty))
        setting = Setting(shipped_rules(), specialty, notice, dict(readings))
        dossiers = [
            Dossier.model_validate({"candidate": {"id": "c"}, **line.dossier}) for line in crowd
        ]
        for line, one in zip(crowd, evaluate(dossiers, setting), strict=True):
            evaluations[line.id] = one
    return evaluations


def test_line_ids_are_unique() -> None:
    """No two lines share an id, so none hides another."""
    assert max(Counter(line.id for line in LINES).values()) == 1


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.id)
def test_definition(line: Definition, found: Mapping[str, Evaluation]) -> None:
    """The record gets the values that the article gives it, and no others."""
    steps = _steps(found[line.id], line.of)
    expected = () if line.lowest is None else ((line.lowest, line.highest),)

    values = {
        (steps.get(low, low), steps.get(high, high))
        for low, high in _values(found[line.id], line.of)
    }

    assert values == {(steps.get(low, low), steps.get(high, high)) for low, high in expected}, (
        line.name
    )


def _values(one: Evaluation, of: str) -> Iterator[tuple[Any, Any]]:
    """Yield lowest and highest value, a word or the number of a step, of whatever is made of the record."""
    (record,) = (number for number, entry in enumerate(one.entries) if entry.name == "r")
    if (of, record) in one.answer.classes:
        yield one.answer.classes[of, record]
    for value in one.answer.derived.get(record, {}).get(of, []):
        yield value if isinstance(value, tuple) else (value, value)


def _steps(one: Evaluation, of: str) -> dict[Any, int]:
    """Return the number of each step of a scale or a table, by its word; of several words a step may have."""
    if of in one.book.tables:
        return {name: number for number, name in one.book.tables[of].classes.items()}
    return {
        word: int(number)
        for scale, word, number in facts(one.setting.specialty)[("order", 3)]
        if scale == of
    }
