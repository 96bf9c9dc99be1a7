"""The rules on the procedure agree with the models, and say nothing that is documented nowhere."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from reasoner.cli.main import Program
from reasoner.model.procedure import Attendance, ConflictGround, ReviewTrack, Step
from reasoner.model.procedure_check import FindingCode
from reasoner.procedure_rules import procedure_readings
from reasoner.rules import rules as rules_of

ROOT = Path(__file__).resolve().parent.parent
ASP = ROOT / "asp" / "procedure"


def rules() -> str:
    """Return all rules on procedures, without comments."""
    return "\n".join(
        re.sub(r"%.*", "", file.read_text("utf-8"))
        for file in sorted(ASP.rglob("*.lp"))
        if file.name != "language.lp"
    )


def test_every_finding_has_a_label_and_a_severity() -> None:
    """The codes in the rules are those of the models, and each has one severity."""
    derived = set(re.findall(r"^finding\((\w+)", rules(), re.MULTILINE))
    graded = [
        code
        for listed in re.findall(r"^severity\(\(([^)]*)\)", rules(), re.MULTILINE)
        for code in listed.split("; ")
    ]
    assert derived == {code.value for code in FindingCode}
    assert sorted(graded) == sorted(derived)


def test_every_track_has_rules() -> None:
    """The tracks in the rules are those of the models."""
    told = set(re.findall(r'^(?:no_)?procedure\("([^"]+)"', rules(), re.MULTILINE))
    assert told == {track.value for track in ReviewTrack}


def test_every_step_has_a_label() -> None:
    """The steps in the rules are those of the models."""
    told = set(re.findall(r"^step\([^)]*, (\w+), (?:candidate|year)\)", rules(), re.MULTILINE))
    assert told == {step.value for step in Step}


def test_every_word_is_one_of_the_rules() -> None:
    """Each attendance, and each ground that makes a difference, stands in the rules."""
    assert {word.value for word in Attendance} <= set(re.findall(r"\w+", rules()))
    assert ConflictGround.OTHER.value in re.findall(r"\w+", rules())


def test_every_predicate_is_documented() -> None:
    """What the regulation and the record are written in stands in the language."""
    language = (ASP / "language.lp").read_text("utf-8")
    documented = set(re.findall(r"^%\*! (\w+)\(", language, re.MULTILINE))
    assert documented == set(re.findall(r"^#defined (\w+)/", language, re.MULTILINE))
    chapters = "\n".join(
        file.read_text("utf-8") for file in sorted((ASP / "zj_2025_366").glob("*.lp"))
    )
    assert set(re.findall(r"^(\w+)\(", chapters, re.MULTILINE)) <= documented


def test_the_kernel_has_no_number_of_a_regulation() -> None:
    """Numbers of the procedure stand in the files of the specialties; what reads them counts and compares."""
    files = [file for file in sorted(ASP.glob("*.lp")) if file.name != "language.lp"]
    kernel = re.sub(r"%.*", "", "\n".join(file.read_text("utf-8") for file in files))
    assert set(re.findall(r"(?<![\w.\"])\d+", kernel)) <= {"0", "1", "2", "372"}


def test_no_clause_is_cited_that_there_is_not() -> None:
    """Every clause id in the rules has its cite."""
    cited = set(re.findall(r'"(\w+\.plan\.[\w.]+)"', rules()))
    defined = set(re.findall(r'^procedure_clause\("([^"]+)"', rules(), re.MULTILINE))
    assert cited == defined


@pytest.mark.parametrize(
    ("track", "names"),
    [
        ("iot.senior", ["A121", "A133", "P1", "P2", "P3"]),
        ("rob.senior", ["A133", "P1", "P2", "P3"]),
        ("ii.senior", ["A121", "A133", "P1", "P2", "P3"]),
        ("ii.chief", []),
        ("sm.senior", ["A121", "A133", "P1", "P2", "P3"]),
        ("sm.chief", []),
        ("mech.senior", []),
    ],
)
def test_the_rule_book_lists_the_readings_of_the_procedure(track: str, names: list[str]) -> None:
    """Each track lists those that its procedure depends on, after those of eligibility."""
    readings = [one for one in rules_of(track).readings if one.decides == "procedure"]
    assert readings == list(procedure_readings(track))
    assert [one.id for one in readings] == names
    for one in readings:
        assert one.cite.startswith("实施方案四")
        assert sum(option.default for option in one.options) == 1
        assert len(one.options) > 1
        assert all(clause.startswith(f"{track.partition('.')[0]}.plan.") for clause in one.clauses)


def test_readings_of_the_procedure_are_shown_by_themselves() -> None:
    """`zhicheng rules readings` says for which command they are, with question and options."""
    program = Program("zh")
    ran = CliRunner().invoke(program, ["rules", "readings", "--track", "sm.senior"])
    heading, _, below = ran.stdout.partition("评审程序的读法（zhicheng procedure check --reading")
    assert "A121" not in heading
    for told in (
        "A121",
        "三分之二以上赞成票以什么为基数",
        "present（默认）",
        "votes_cast",
        "A133",
        "P3",
    ):
        assert told in below
