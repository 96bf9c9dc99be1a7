"""No rival reading that would change something is left out, although not all of them are tried."""

from collections.abc import Mapping

from hypothesis import given

from reasoner.answer import Status
from reasoner.evaluate import Setting, evaluate, evaluate_rivals, evaluate_statuses, rule_book
from reasoner.model.assessment import RivalReading
from reasoner.rivals import readings_that_matter, try_rivals
from reasoner.rule_book import Track
from tests.properties import EACH_SPECIALTY, EACH_TRACK, drawn, sample, setting
from tests.strategies import Pick, any_setting, data_of, dossier_of, picks


@EACH_TRACK
@sample(1, 20)
@given(pick=picks())
def test_readings_that_matter_are_those_whose_rivals_change_something(
    specialty: str, track: str, pick: Pick
) -> None:
    """No rival that is left out changes a status; every one that is named does."""
    how = any_setting(pick, specialty, most=3)
    book = rule_book(how)
    top = book.tracks[track]
    shown = {*book.under(track), *(c for one in top.beside for c in book.under(one))}
    evaluations = evaluate([dossier_of(data) for data in drawn(pick, specialty, 6)], how)
    matters = readings_that_matter(evaluations, try_rivals(evaluations, how), top, track)
    rivals = _rivals(how)
    outcomes = evaluate_rivals(evaluations, how, rivals)
    for (reading, option), outcome in zip(rivals, outcomes, strict=True):
        # A clause that is there under one reading only has nothing to be compared with.
        in_both = shown & set(outcome.book.clauses)
        for one, found, rival in zip(evaluations, matters, outcome.statuses, strict=True):
            changes = {
                clause: (one.answer.status(clause), rival.get(clause, "undetermined"))
                for clause in in_both
                if one.answer.status(clause) != rival.get(clause, "undetermined")
            }
            named = [
                known
                for matter in found
                for known in matter.rivals
                if (matter.id, known.option) == (reading, option)
            ]
            told = _told(named, in_both, changes, top)
            assert told == changes, (reading, option, data_of(one.dossier))
            for known in named:
                assert known.changes or known.interview or known.open_parameters


def _rivals(how: Setting) -> list[tuple[str, str]]:
    return [
        (reading.id, option.id)
        for reading in rule_book(how).readings.values()
        for option in reading.options
        if option.id != how.readings.get(reading.id, reading.default)
    ]


@EACH_SPECIALTY
@sample(1, 20)
@given(pick=picks())
def test_rivals_tried_together_come_out_as_each_alone(specialty: str, pick: Pick) -> None:
    """One grounding for all of them says what one for each does."""
    how = any_setting(pick, specialty, most=3)
    dossiers = [dossier_of(data) for data in drawn(pick, specialty, 6)]
    rivals = pick.some(_rivals(how), 6)
    together = evaluate_rivals(evaluate(dossiers, how), how, rivals)
    for rival, outcome in zip(rivals, together, strict=True):
        alone = evaluate_statuses(dossiers, how.with_reading(*rival))
        assert [dict(one) for one in outcome.statuses] == [dict(one) for one in alone]


def _told(
    named: list[RivalReading],
    in_both: set[str],
    changes: Mapping[str, tuple[Status, Status]],
    track: Track,
) -> dict[str, tuple[str, str]]:
    return {
        change.clause: (change.status, change.under_rival)
        for known in named
        for change in known.changes
        if change.clause in in_both
        # A route may also be barred while its clause holds all the same.
        and (change.clause in changes or change.clause not in track.routes)
    }


def test_a_reading_that_takes_a_part_away_is_tried() -> None:
    """二(一): one record out of the field spoils all under M1=all, and one in it is enough under its rival."""
    award = {"kind": "award", "fields": ["iot"], "evidence": ["证书"], "date": "2025-01-01"}
    good = {**award, "fields": ["mechatronics"], "id": "good"}
    how = setting("mech", {"M1": "all"})
    (one,) = evaluate([dossier_of({"candidate": {"id": "c"}, "achievements": [award, good]})], how)
    (matters,) = readings_that_matter(
        [one], try_rivals([one], how), one.book.tracks["mech.senior"], "mech.senior"
    )
    assert one.answer.status("mech.senior.2.1.c") == "unmet"
    assert {
        change.clause: change.under_rival
        for matter in matters
        if matter.id == "M1"
        for rival in matter.rivals
        for change in rival.changes
    }["mech.senior.2.1.c"] == "met"


def test_a_reading_that_changes_two_tests_of_a_clause_is_tried() -> None:
    """Under the literal reading a national special prize fails level and grade; a fortiori it is a landmark."""
    award = {
        "kind": "award",
        "fields": ["iot"],
        "evidence": ["证书"],
        "date": "2025-01-01",
        "level": "national",
        "award_grade": "special",
        "rank": 2,
    }
    how = setting("iot", {"G1": "literal", "A036": "literal"})
    (one,) = evaluate([dossier_of({"candidate": {"id": "c"}, "achievements": [award]})], how)
    (matters,) = readings_that_matter(
        [one], try_rivals([one], how), one.book.tracks["iot.senior"], "iot.senior"
    )
    assert one.answer.status("iot.senior.8.2.d") == "unmet"
    assert "G1" in {matter.id for matter in matters}
