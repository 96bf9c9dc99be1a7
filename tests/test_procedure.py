"""A review record is checked against the procedure of its specialty, each number on both sides."""

from collections.abc import Mapping
from typing import NamedTuple

import pytest

from reasoner.errors import InputError
from reasoner.model.procedure_check import Finding
from tests.review_records import (
    EXPERTS,
    OUT,
    PATH,
    Change,
    Data,
    attend,
    changed,
    check,
    clean,
    codes,
    conflict,
    panel,
    put,
    secret,
    vote,
)

SENIOR = ("iot.senior", "rob.senior", "ii.senior", "sm.senior")
SILENT = ("iot.senior", "ii.senior", "sm.senior")
CHIEF = ("ii.chief", "sm.chief")


class Case(NamedTuple):
    """What is found in the clean record with *changes*."""

    name: str
    changes: tuple[Change, ...]
    found: tuple[str, ...] = ()
    readings: Mapping[str, str] = {}


UNIT = "candidates.0.unit_publicity"
RESULT = "steps.result_publicity"
CASES = [
    Case("nothing", ()),
    # The panel.
    Case("a panel of 11", (panel(11, 11), vote(8, 3))),
    Case("a panel of 10", (panel(10, 10), vote(7, 3)), ("panel_too_small",)),
    Case("members not told", (put("panel.members", None),), ("panel_not_told", "vote_open")),
    Case("not from the pool", (put("panel.from_pool", "no"),), ("not_from_pool",)),
    Case("not at random", (put("panel.at_random", "no"),), ("not_at_random",)),
    Case("draw not told", (put("panel.at_random", None),), ("draw_not_told",)),
    # Attendance.
    Case("8 of 11 attend", (panel(11, 8), vote(6, 2))),
    Case("7 of 11 attend", (panel(11, 7), vote(5, 2)), ("no_quorum",)),
    Case("7 of 11 rounded", (panel(11, 7), vote(5, 2)), (), {"A133": "nearest"}),
    Case("6 of 11 rounded", (panel(11, 6), vote(4, 2)), ("no_quorum",), {"A133": "nearest"}),
    Case("8 of 12 attend", (panel(12, 8), vote(6, 2))),
    Case("7 of 12 attend", (panel(12, 7), vote(5, 2)), ("no_quorum",)),
    Case(
        "7 of 11, one left",
        (panel(11, 8), vote(5, 2), put("panel.members.7.attendance", "left_midway")),
        ("no_quorum",),
    ),
    Case(
        "one who left attended",
        (panel(11, 8), vote(6, 1), put("panel.members.7.attendance", "left_midway")),
        (),
        {"P2": "attended"},
    ),
    Case(
        "one attendance not told",
        (panel(11, 8), vote(6, 1), put("panel.members.7.attendance", None)),
        ("attendance_not_told", "quorum_open"),
    ),
    # Groups.
    Case("a group of 3", (put("groups.0.experts", list(EXPERTS[:3])),)),
    Case("a group of 2", (put("groups.0.experts", list(EXPERTS[:2])),), ("group_too_small",)),
    Case("group not told", (put("groups.0.experts", None),), ("group_not_told",)),
    Case("no group", (put("groups", []),), ("no_group",)),
    Case("groups not told", (put("groups", None),), ("groups_not_told",)),
    # Who may not vote; nine are present, so six votes are needed.
    Case(
        "absent, in favour",
        (put(PATH + "yes", [*EXPERTS[:5], EXPERTS[9]]),),
        ("absent_voted", "passed_without_votes"),
    ),
    Case("absent, against", (put(PATH + "no", [EXPERTS[9]]),), ("absent_voted",)),
    Case(
        "left, in favour",
        (attend(5, how="left_midway"),),
        ("left_voted", "passed_without_votes"),
    ),
    Case("left, against", (attend(8, how="left_midway"),), ("left_voted",)),
    Case(
        "not on the panel",
        (put(PATH + "yes", [*EXPERTS[:6], EXPERTS[11]]),),
        ("outsider_voted",),
    ),
    Case(
        "proxy of an absent expert",
        (put(PATH + "yes", [*EXPERTS[:6], EXPERTS[9]]), put(PATH + "proxy", [EXPERTS[9]])),
        ("absent_voted", "proxy_vote"),
    ),
    Case(
        "late vote of an expert who left",
        (attend(8, how="left_midway"), put(PATH + "late", [EXPERTS[8]])),
        ("late_vote", "left_voted"),
    ),
    Case(
        "proxy of an expert who was present",
        (put(PATH + "proxy", [EXPERTS[0]]),),
        ("vote_open", "proxy_vote_unclear"),
    ),
    Case(
        "late vote of an expert who was present",
        (put(PATH + "late", [EXPERTS[8]]),),
        ("late_vote_unclear",),
    ),
    Case("proxies not told", (put(PATH + "proxy", None),), ("manner_not_told", "vote_open")),
    Case("late votes not told", (put(PATH + "late", None),), ("manner_not_told", "vote_open")),
    # What is not told of the vote.
    Case("votes against not told", (put(PATH + "no", None),), ("votes_not_told",)),
    Case("votes in favour not told", (put(PATH + "yes", None),), ("votes_not_told",)),
    Case("outcome not told", (put(PATH + "passed", None),), ("outcome_not_told",)),
    Case("candidates not told", (put("candidates", None),), ("candidates_not_told",)),
    Case("attendance of a voter", (attend(0, how=None),), ("attendance_not_told", "vote_open")),
    # A secret ballot: nine are present, so six votes are needed.
    Case("secret, six of nine", (secret(6, 3),)),
    Case("secret, five of nine", (secret(5, 4),), ("passed_without_votes",)),
    Case("secret, one is lost", (secret(6, 2), put(PATH + "voters", list(EXPERTS[:8])))),
    Case(
        "secret, an absent expert voted, and may be one of six in favour",
        (secret(6, 3, voters=(*EXPERTS[:8], EXPERTS[9])),),
        ("absent_voted", "vote_open"),
    ),
    Case(
        "secret, an absent expert voted, and seven are in favour",
        (secret(7, 2, voters=(*EXPERTS[:8], EXPERTS[9])),),
        ("absent_voted",),
    ),
    Case(
        "secret, an absent expert voted, and is one of six in favour",
        (secret(6, 0, voters=(*EXPERTS[:5], EXPERTS[9])),),
        ("absent_voted", "passed_without_votes"),
    ),
    Case(
        "secret, ten votes and nine experts",
        (secret(7, 3),),
        ("more_votes_than_experts", "voters_do_not_match"),
    ),
    Case(
        "secret, twelve votes and a panel of eleven",
        (secret(12, 0, voters=EXPERTS[:11]),),
        ("absent_voted", "absent_voted", "more_votes_than_experts", "voters_do_not_match"),
    ),
    Case(
        "secret, nine votes and one expert of nine stays out",
        (conflict(recused="yes"), secret(9, 0)),
        ("more_votes_than_experts", "voted_despite_conflict"),
    ),
    Case("secret, eight votes of nine experts", (secret(6, 2),), ("voters_do_not_match",)),
    Case(
        "secret, voters not told",
        (secret(6, 3), put(PATH + "voters", None)),
        ("vote_open", "voters_not_told"),
    ),
    Case(
        "secret, against not told",
        (secret(6, 3), put(PATH + "no_votes", None)),
        ("votes_not_told",),
    ),
    # Recusal.
    Case("stays out", (conflict(recused="yes"), *OUT)),
    Case(
        "six of eight, one of whom stays out",
        (conflict(recused="yes"), *OUT, attend(7, 8, how="absent"), attend(9, how="present")),
    ),
    Case("stays out, not told", (conflict(), *OUT), ("recusal_not_told",)),
    Case("did not stay out", (conflict(recused="no", notified="yes"), *OUT), ("not_recused",)),
    Case(
        "was not notified",
        (conflict(recused="no", notified="no"), *OUT),
        ("not_notified", "not_recused"),
    ),
    Case(
        "votes despite a conflict",
        (conflict(recused="yes"),),
        ("passed_without_votes", "voted_despite_conflict"),
    ),
    Case(
        "another relation that may affect the review",
        (conflict(ground="other", may_affect="yes", recused="yes"),),
        ("passed_without_votes", "voted_despite_conflict"),
    ),
    Case("another relation that does not", (conflict(ground="other", may_affect="no"),)),
    Case(
        "another relation, not determined",
        (conflict(ground="other"),),
        ("vote_open", "ground_not_settled"),
    ),
    Case("recusal not told", (put("conflicts", None),), ("conflicts_not_told",)),
    # Publicity: 2026-03-02 is a Monday; the National Day is off from 1 to 7 October.
    Case("5 days in the unit", (put(UNIT, {"start": "2026-03-02", "end": "2026-03-06"}),)),
    Case(
        "4 days in the unit",
        (put(UNIT, {"start": "2026-03-02", "end": "2026-03-05"}),),
        ("publicity_too_short",),
    ),
    Case(
        "4 days with the next day first",
        (put(RESULT, {"start": "2026-09-27", "end": "2026-10-09", "objections": "no"}),),
        ("publicity_too_short",),
        {"P1": "next_day"},
    ),
    Case(
        "over a weekend",
        (
            put(UNIT, {"start": "2026-03-05", "end": "2026-03-10"}),
            put(PATH + "authority_review", "2026-03-12"),
        ),
        ("publicity_too_short",),
    ),
    Case(
        "4 days over a holiday",
        (put(RESULT, {"start": "2026-09-28", "end": "2026-10-08", "objections": "no"}),),
        ("publicity_too_short",),
    ),
    Case(
        "4 days before a Saturday worked in exchange",
        (
            put(PATH + "application", "2026-02-01"),
            put(UNIT, {"start": "2026-02-10", "end": "2026-02-13"}),
        ),
        ("publicity_too_short",),
    ),
    Case(
        "5 days with a Saturday worked in exchange",
        (
            put(PATH + "application", "2026-02-01"),
            put(UNIT, {"start": "2026-02-10", "end": "2026-02-14"}),
        ),
    ),
    Case("no publicity told", (put(UNIT, None),), ("publicity_not_told",)),
    Case("no end told", (put(RESULT + ".end", None),), ("publicity_not_told",)),
    Case(
        "a year beyond the calendar",
        (
            put(RESULT, {"start": "2099-03-02", "end": "2099-03-13", "objections": "no"}),
            put("steps.filing", "2099-03-20"),
            put("steps.issue", "2099-03-20"),
        ),
        ("publicity_not_counted",),
    ),
    Case(
        "too few days even beyond the calendar",
        (
            put(RESULT, {"start": "2099-03-02", "end": "2099-03-05", "objections": "no"}),
            put("steps.filing", "2099-03-20"),
            put("steps.issue", "2099-03-20"),
        ),
        ("publicity_too_short",),
    ),
    Case(
        "long enough whatever the day of the month",
        (
            put(PATH + "application", "2026-01"),
            put(UNIT, {"start": "2026-02", "end": "2026-03-05"}),
        ),
    ),
    Case(
        "known to the month",
        (
            put(PATH + "application", "2026-01"),
            put(UNIT, {"start": "2026-02", "end": "2026-03-04"}),
        ),
        ("publicity_open",),
    ),
    Case(
        "objections handled",
        (put(RESULT + ".objections", "yes"), put(RESULT + ".objections_handled", "yes")),
    ),
    Case(
        "objections not handled",
        (put(RESULT + ".objections", "yes"), put(RESULT + ".objections_handled", "no")),
        ("objections_not_handled",),
    ),
    Case("handling not told", (put(RESULT + ".objections", "yes"),), ("objections_not_told",)),
    Case("objections not told", (put(RESULT + ".objections", None),), ("objections_not_told",)),
    # The order of the steps.
    Case("approved on the day of the review", (put("steps.approval", "2026-09-14"),)),
    Case("approved after it began", (put("steps.approval", "2026-09-15"),), ("wrong_order",)),
    Case(
        "approved after the vote",
        (put("steps.approval", "2026-09-16"),),
        ("wrong_order", "wrong_order"),
    ),
    Case("approved in some month", (put("steps.approval", "2026-09"),), ("order_open",) * 3),
    Case("approval not told", (put("steps.approval", None),), ("step_not_told",)),
    Case("panel formed after the report", (put("steps.panel", "2026-09-11"),), ("wrong_order",)),
    Case("screened after the report", (put("steps.screening", "2026-09-11"),), ("wrong_order",)),
    Case("filed on the last day shown", (put("steps.filing", "2026-10-09"),), ("wrong_order",)),
    Case("issued before it was filed", (put("steps.filing", "2026-10-13"),), ("wrong_order",)),
    Case(
        "shown before the vote",
        (put("steps.vote", "2026-09-29"),),
        ("wrong_order",),
    ),
    Case(
        "passed on while still shown",
        (put(PATH + "authority_review", "2026-03-06"),),
        ("wrong_order",),
    ),
    Case(
        "shown before it was handed in",
        (put(PATH + "application", "2026-03-03"),),
        ("wrong_order",),
    ),
    Case("authority not told", (put(PATH + "authority_review", None),), ("step_not_told",)),
    # The pool.
    Case("renewed after 3 years", (put("expert_pool.renewals.0.date", "2025-03-01"),)),
    Case(
        "renewed a day later",
        (put("expert_pool.renewals.0.date", "2025-03-02"),),
        ("renewal_late",),
    ),
    Case(
        "renewed in some month", (put("expert_pool.renewals.0.date", "2025-03"),), ("renewal_open",)
    ),
    Case("a third replaced", (put("expert_pool.renewals.0.replaced", 20),)),
    Case("fewer replaced", (put("expert_pool.renewals.0.replaced", 19),), ("renewal_too_small",)),
    Case(
        "replaced not told", (put("expert_pool.renewals.0.replaced", None),), ("renewal_not_told",)
    ),
    Case("pool not told", (put("expert_pool", None),), ("pool_not_told",)),
    Case("never renewed", (put("expert_pool.renewals", []),), ("renewal_late",)),
    Case("renewals not told", (put("expert_pool.renewals", None),), ("renewal_open",)),
    Case("founded lately", (put("expert_pool", {"founded": "2023-09-15"}),)),
    Case(
        "founded a day earlier", (put("expert_pool", {"founded": "2023-09-14"}),), ("renewal_open",)
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_found(case: Case) -> None:
    """The findings are those that the text gives, and no others."""
    found = codes(changed(*case.changes), **case.readings)
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


@pytest.mark.parametrize("track", SENIOR)
@pytest.mark.parametrize(
    ("change", "code", "letter"),
    [
        (panel(10, 10), "panel_too_small", "4.3.4.b"),
        (panel(11, 7), "no_quorum", "4.3.4.c"),
        (put("groups.0.experts", list(EXPERTS[:2])), "group_too_small", "4.3.4.d"),
        (put("steps.approval", "2026-09-15"), "wrong_order", "4.3.4.e"),
        (put(PATH + "no", [EXPERTS[9]]), "absent_voted", "4.3.5.c"),
        (attend(8, how="left_midway"), "left_voted", "4.3.5.d"),
        (put(PATH + "proxy", [EXPERTS[9]]), "proxy_vote", "4.3.5.e"),
        (put(PATH + "late", [EXPERTS[9]]), "late_vote", "4.3.5.e"),
        (put(UNIT + ".end", "2026-03-05"), "publicity_too_short", "4.3.2.b"),
        (put(RESULT + ".end", "2026-10-08"), "publicity_too_short", "4.3.6.a"),
        (put("expert_pool.renewals.0.replaced", 19), "renewal_too_small", "4.2.b"),
        (put("expert_pool.renewals.0.date", "2025-03-02"), "renewal_late", "4.2.b"),
        (vote(5, 4), "passed_without_votes", "4.3.5.b"),
        (conflict(recused="no"), "not_recused", "4.4.b"),
    ],
)
def test_the_clause_of_a_finding(track: str, change: Change, code: str, letter: str) -> None:
    """Each number of each specialty stands at its clause."""
    found = {(one.code, one.clause) for one in check(changed(change, track=track)).findings}
    assert (code, f"{track.split('.', maxsplit=1)[0]}.plan.{letter}") in found


@pytest.mark.parametrize("track", CHIEF)
def test_a_chief_review_has_no_procedure(track: str) -> None:
    """The text says who holds it, and nothing more; the check says that."""
    checked = check(clean(track))
    assert not checked.has_procedure
    assert [(one.code, one.severity) for one in checked.findings] == [("no_procedure", "open")]
    assert checked.findings[0].clause == f"{track.split('.', maxsplit=1)[0]}.plan.4.1.e"


@pytest.mark.parametrize("track", SILENT)
@pytest.mark.parametrize(
    ("option", "present", "yes", "no", "enough"),
    [
        ("present", 9, 6, 3, True),
        ("present", 9, 5, 4, False),
        ("panel", 11, 8, 3, True),
        ("panel", 11, 7, 4, False),
        ("votes_cast", 9, 4, 2, True),
        ("votes_cast", 9, 4, 3, False),
        ("votes_cast", 9, 3, 2, False),
    ],
)
def test_two_thirds_of_whom(  # noqa: PLR0913 - a row of a table
    track: str, option: str, present: int, yes: int, no: int, *, enough: bool
) -> None:
    """Exactly two thirds are enough and one vote less is not, whatever they are two thirds of."""
    data = changed(panel(11, present), vote(yes, no), track=track)
    assert codes(data, A121=option) == ([] if enough else ["passed_without_votes"])
    data["candidates"][0]["passed"] = "no"
    assert codes(data, A121=option) == (["refused_with_votes"] if enough else [])


@pytest.mark.parametrize(("yes", "no", "enough"), [(6, 3, True), (5, 4, False), (5, 0, False)])
def test_robotics_says_two_thirds_of_whom(yes: int, no: int, *, enough: bool) -> None:
    """Robotics counts those who attend, and has no reading of it."""
    data = changed(panel(11, 9), vote(yes, no), track="rob.senior")
    assert codes(data) == ([] if enough else ["passed_without_votes"])
    with pytest.raises(InputError, match="no such reading"):
        check(data, A121="panel")


def test_abstentions_are_votes_cast() -> None:
    """An abstention counts among the votes of which two thirds are needed."""
    assert codes(changed(vote(4, 1, 1)), A121="votes_cast") == []
    assert codes(changed(vote(4, 1, 2)), A121="votes_cast") == ["passed_without_votes"]


def test_who_stays_out_counts_unless_the_reading_says_otherwise() -> None:
    """Of ten present seven votes are needed; without the one who stays out, six."""
    data = changed(conflict(recused="yes"), panel(11, 10))
    names = [member["expert"] for member in data["panel"]["members"]]
    data["conflicts"][0]["expert"] = names[9]
    data["candidates"][0] |= {"yes": names[:6], "no": names[6:9]}
    assert codes(data) == ["passed_without_votes"]
    assert codes(data, P3="not_counted") == []


def test_who_left_counts_if_the_reading_says_so() -> None:
    """Of nine present six votes are needed; with one more who left, seven."""
    data = changed(attend(9, how="left_midway"))
    assert codes(data) == []
    assert codes(data, P2="attended") == ["passed_without_votes"]


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
