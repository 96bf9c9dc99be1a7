"""Each check of scoring tables finds a defect that was put into a small table, and nothing in the table without it."""

from pathlib import Path
from typing import Final

import pytest

from reasoner.model.dossier import Dossier
from reasoner.policy.check import check_specialty
from reasoner.policy.rule_facts import rule_facts
from reasoner.policy.score_coefficients import check_coefficients
from reasoner.policy.score_rows import self_score
from reasoner.policy.score_rules import ScoreRules, score_rules
from tests.rules_with_defects import SCORING, SPECIALTY, rules_with

FIRST: Final = "iot.app.1.1.1.1.1"
SECOND: Final = "iot.app.1.1.1.1.2"
# What is said, what is said instead, the code, and the box or row that it is about.
PLANTED: Final = {
    "a group has more than its category": (
        'maximum("iot.app.1.1.1", 20).',
        'maximum("iot.app.1.1.1", 40).',
        "ZC801",
        "iot.app.1.1.1",
    ),
    "the groups add up to less than their category": (
        'maximum("iot.app.1.1.2", 10).',
        'maximum("iot.app.1.1.2", 5).',
        "ZC802",
        "iot.app.1.1",
    ),
    "a row is worth nothing": (
        f'worth_tenths("{SECOND}", 100).',
        f'worth_tenths("{SECOND}", 0).',
        "ZC803",
        SECOND,
    ),
    "no record can stand in a row": (
        f'where("{FIRST}", level, at_least, provincial).',
        f'where("{FIRST}", level, at_least, national). where("{FIRST}", level, is, county).',
        "ZC803",
        FIRST,
    ),
    "the step above takes whatever fits a row": (
        f'where("{SECOND}", level, at_least, municipal).',
        f'where("{SECOND}", level, at_least, provincial).',
        "ZC803",
        SECOND,
    ),
    "a row is worth more than its block": (
        'maximum("iot.app.1.1.2.1", 10).',
        'maximum("iot.app.1.1.2.1", 4).',
        "ZC804",
        "iot.app.1.1.2.1.1",
    ),
    "two steps are worth the same": (
        f'worth_tenths("{SECOND}", 100).',
        f'worth_tenths("{SECOND}", 200).',
        "ZC805",
        FIRST,
    ),
    "the higher step is worth less": (
        f'worth_tenths("{FIRST}", 200).',
        f'worth_tenths("{FIRST}", 80).',
        "ZC806",
        FIRST,
    ),
    "the coefficient of a lower rank makes the higher step worth less": (
        'by_rank("iot.app.1.1.1.1", rank).',
        f'by_rank("{FIRST}", rank). coefficient_tenths(rank, 6, 4).',
        "ZC806",
        FIRST,
    ),
}


def table(folder: Path, scoring: str = SCORING) -> ScoreRules:
    """Return a scoring table in *folder*."""
    found = score_rules(rule_facts(rules_with(folder, scoring=scoring), SPECIALTY))
    assert found is not None
    return found


def test_a_table_without_a_defect_has_no_findings(tmp_path: Path) -> None:
    """The made-up table is sound as it stands, and so is the same one in another specialty."""
    assert check_specialty(rules_with(tmp_path / "a", scoring=SCORING), SPECIALTY).findings == ()
    assert [*check_coefficients([table(tmp_path / "b"), table(tmp_path / "c")])] == []


@pytest.mark.parametrize("defect", PLANTED)
def test_planted_defect_is_found(defect: str, tmp_path: Path) -> None:
    """A defect is found under its code, and whoever shows it has the points that are said."""
    said, instead, code, place = PLANTED[defect]
    assert said in SCORING
    rules = rules_with(tmp_path, scoring=SCORING.replace(said, instead))

    found = {
        (one.kind.code, one.clauses[0]): one for one in check_specialty(rules, SPECIALTY).findings
    }

    witnesses = found[code, place].witnesses
    assert bool(witnesses) == (code in {"ZC805", "ZC806"})
    for witness in witnesses:
        dossier = Dossier.model_validate(witness.dossier, by_name=True)
        assert self_score(rule_facts(rules, SPECIALTY), dossier) == witness.points


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("coefficient_tenths(rank, 4, 5).", "coefficient_tenths(rank, 4, 6)."),
        (
            'by_rank("iot.app.1.1.1.1", rank).',
            f'by_rank("{FIRST}", rank).',
        ),
    ],
)
def test_tables_that_multiply_differently_are_found(
    said: str, instead: str, tmp_path: Path
) -> None:
    """The coefficient of a rank, and rows of a name that one table multiplies and another does not."""
    tables = [table(tmp_path / "a"), table(tmp_path / "b", SCORING.replace(said, instead))]

    (found,) = check_coefficients(tables)

    assert found.kind.code == "ZC807"


@pytest.mark.parametrize(
    ("printed", "read", "code"),
    [
        (
            'maximum("iot.app.1.1.1", 20).',
            'maximum("iot.app.1.1.1", 40) :- reading("S99", {}). maximum("iot.app.1.1.1", 20) :- reading("S99", {}).',
            "ZC801",
        ),
        (
            f'worth_tenths("{FIRST}", 200).',
            (
                f'worth_tenths("{FIRST}", 80) :- reading("S99", {{}}).'
                f'worth_tenths("{FIRST}", 200) :- reading("S99", {{}}).'
            ),
            "ZC806",
        ),
    ],
)
def test_a_finding_names_the_reading_that_it_hangs_on(
    printed: str, read: str, code: str, tmp_path: Path
) -> None:
    """What is a finding by one option only says so; what is one either way does not."""
    reading = """
reading_question("S99", "附1", "印得不清", "badly printed").
reading_option("S99", one, "甲", "one"). reading_option("S99", other, "乙", "other"). default("S99", one).
doubtful("iot.app.1.1.1", "S99"). doubtful("iot.app.1.1.1.1", "S99").
"""

    def says(name: str, *options: str) -> str:
        scoring = SCORING.replace(printed, read.format(*options)) + reading
        found = check_specialty(rules_with(tmp_path / name, scoring=scoring), SPECIALTY).findings
        return next(one.says.zh for one in found if one.kind.code == code)

    assert "S99" in says("hangs", "one", "other")
    assert "S99" not in says("stands", "(one; other)", "none_of_them")
