"""A review record is checked against the procedure of its specialty, each number on both sides."""

import pytest

from reasoner.errors import InputError
from reasoner.model.procedure_check import Finding
from reasoner.procedure_rules import procedure_files
from reasoner.solve import solve
from tests.procedure_cases import CASES, CHIEF, SENIOR, UNIT, Case, finding_text
from tests.review_records import Data, changed, check, clean, codes, panel, put, vote


@pytest.mark.parametrize(
    ("track", "case"),
    [
        pytest.param(track, case, id=f"{track}: {case.name}")
        for case in CASES
        for track in case.tracks
    ],
)
def test_what_is_found(track: str, case: Case) -> None:
    """The findings are those that the text of the specialty gives, at the clauses that give them, and no others."""
    specialty = track.partition(".")[0]
    shown = solve(procedure_files(track), (*case.setting(), *case.facts(track))).shown
    found = [
        finding_text(specialty, *map(str, atom))
        for (name, _), atoms in shown.items()
        if name == "finding"
        for atom in atoms
    ]
    assert sorted(found) == sorted(case.found)


@pytest.mark.parametrize("track", SENIOR)
def test_each_specialty_has_its_own_rules(track: str) -> None:
    """A clean record is clean everywhere, and what is found cites the clauses of the specialty."""
    assert check(clean(track)).has_procedure
    assert codes(clean(track)) == []
    assert codes(changed(panel(11, 8), vote(6, 2), track=track)) == []
    found = check({"track": track, "year": 2026}).findings
    assert found
    assert {one.severity for one in found} == {"open"}
    assert {one.clause.split(".")[0] for one in found} == {track.split(".", maxsplit=1)[0]}


@pytest.mark.parametrize("track", CHIEF)
def test_a_chief_review_has_no_procedure(track: str) -> None:
    """The text says who holds it, and nothing more; the check says that."""
    checked = check(clean(track))
    assert not checked.has_procedure
    assert [(one.code, one.severity) for one in checked.findings] == [("no_procedure", "open")]
    assert checked.findings[0].clause == f"{track.split('.', maxsplit=1)[0]}.plan.4.1.e"


def test_robotics_has_no_reading_of_two_thirds() -> None:
    """Robotics says of whom two thirds are needed."""
    with pytest.raises(InputError, match="no such reading"):
        check(clean("rob.senior"), A121="panel")


def found_one(data: Data) -> Finding:
    """Return the only finding in *data*."""
    (found,) = check(data).findings
    return found


def test_a_finding_has_cite_numbers_and_subjects() -> None:
    """A finding says where it is asked for, about whom it is, and what the numbers are."""
    short = found_one(changed(put(UNIT + ".end", "2026-03-05")))
    assert short.cite == "实施方案四(三)2"
    assert [(one.kind, one.id) for one in short.subjects] == [
        ("step", "unit_publicity"),
        ("candidate", "甲-001"),
    ]
    assert short.measure
    assert (short.measure.least, short.measure.most, short.measure.needed) == (4, 4, 5)
    small = found_one(changed(panel(10, 10), vote(7, 3)))
    assert small.measure
    assert (small.measure.least, small.measure.needed) == (10, 11)
    failed = found_one(changed(vote(5, 4)))
    assert failed.measure
    assert (failed.measure.least, failed.measure.needed) == (5, 6)


def test_a_rival_reading_says_what_it_would_change() -> None:
    """The check names its readings, and what would be found under the others."""
    applied = {reading.id: reading for reading in check(clean()).readings}
    assert sorted(applied) == ["A121", "A133", "P1", "P2", "P3"]
    assert applied["A121"].option == "present"
    of_panel = next(one for one in applied["A121"].rivals if one.option == "panel")
    assert [one.code for one in of_panel.more] == ["passed_without_votes"]
    assert of_panel.fewer == ()
    assert [one.code for one in applied["P1"].rivals[0].more] == ["publicity_too_short"] * 2
    chosen = {one.id: one for one in check(clean(), A121="panel").readings}["A121"]
    assert chosen.option == "panel"
    assert {one.option for one in chosen.rivals} == {"present", "votes_cast"}


@pytest.mark.parametrize(
    ("readings", "parts"),
    [
        ({"A121": "panle"}, ("A121", "panle", "panel", "votes_cast")),
        ({"A999": "panel"}, ("A999", "A121", "P1")),
    ],
)
def test_unknown_readings_are_refused(readings: dict[str, str], parts: tuple[str, ...]) -> None:
    """A reading that there is not is refused with those that there are."""
    with pytest.raises(InputError) as caught:
        check(clean(), **readings)
    for part in parts:
        assert part in caught.value.in_language("zh")
