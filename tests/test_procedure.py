"""A review record is checked against the procedure of its specialty, each number on both sides."""

import copy
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner

from reasoner.cli.main import Program
from reasoner.errors import InputError
from reasoner.intake.dossier import review_record_from_text
from reasoner.model.procedure import Attendance, ConflictGround, ReviewRecord, ReviewTrack, Step
from reasoner.model.procedure_check import Finding, FindingCode, ProcedureCheck
from reasoner.procedure import check_procedure

ROOT = Path(__file__).resolve().parent.parent
ASP = ROOT / "asp" / "procedure"
SENIOR = ("iot.senior", "rob.senior", "ii.senior", "sm.senior")
SILENT = ("iot.senior", "ii.senior", "sm.senior")
CHIEF = ("ii.chief", "sm.chief")

Data = dict[str, Any]
Change = Callable[[Data], object]
EXPERTS = tuple(f"专家{sign}" for sign in "甲乙丙丁戊己庚辛壬癸子丑")


def clean(track: str = "iot.senior") -> Data:
    """Return a record in which nothing is found: 11 members of the panel, 9 present, 6 in favour."""
    members = [{"expert": name, "attendance": "present"} for name in EXPERTS[:9]]
    members += [{"expert": name, "attendance": "absent"} for name in EXPERTS[9:11]]
    return {
        "track": track,
        "year": 2026,
        "expert_pool": {
            "founded": "2022-03-01",
            "renewals": [{"date": "2025-03-01", "size": 60, "replaced": 20}],
        },
        "panel": {"from_pool": "yes", "at_random": "yes", "members": members},
        "groups": [{"name": "一组", "experts": list(EXPERTS[:3])}],
        "steps": {
            "screening": "2026-09-01",
            "pre_review_publicity": {"start": "2026-09-02", "end": "2026-09-08"},
            "panel": "2026-09-09",
            "report": "2026-09-10",
            "approval": "2026-09-11",
            "group_review": {"start": "2026-09-14", "end": "2026-09-15"},
            "vote": "2026-09-15",
            "result_publicity": {"start": "2026-09-28", "end": "2026-10-09", "objections": "no"},
            "filing": "2026-10-10",
            "issue": "2026-10-12",
        },
        "conflicts": [],
        "candidates": [
            {
                "id": "甲-001",
                "application": "2026-03-02",
                "unit_publicity": {"start": "2026-03-02", "end": "2026-03-06"},
                "authority_review": "2026-03-09",
                "yes": list(EXPERTS[:6]),
                "no": list(EXPERTS[6:9]),
                "abstain": [],
                "proxy": [],
                "late": [],
                "passed": "yes",
            }
        ],
    }


def read(data: Data) -> ReviewRecord:
    """Return the record that *data* tells."""
    return review_record_from_text(json.dumps(data, ensure_ascii=False), "record.json")


def check(data: Data, **readings: str) -> ProcedureCheck:
    """Return what is found in *data*."""
    return check_procedure(read(data), readings=readings)


def codes(data: Data, **readings: str) -> list[str]:
    """Return the codes of what is found in *data*."""
    return [one.code for one in check(data, **readings).findings]


def changed(*changes: Change, track: str = "iot.senior") -> Data:
    """Return the clean record with *changes*."""
    data = copy.deepcopy(clean(track))
    for change in changes:
        change(data)
    return data


def put(path: str, value: object) -> Change:
    """Return the change that puts *value* at *path*; None takes it away."""

    def change(data: Data) -> None:
        *above, last = (int(step) if step.isdecimal() else step for step in path.split("."))
        inner: Any = data
        for step in above:
            inner = inner[step]
        if value is None:
            del inner[last]
        else:
            inner[last] = value

    return change


def attend(*experts: int, how: str | None) -> Change:
    """Return the change that gives *experts* another attendance; None means not told."""

    def change(data: Data) -> None:
        for place in experts:
            member = {"expert": EXPERTS[place]}
            data["panel"]["members"][place] = (
                member if how is None else {**member, "attendance": how}
            )

    return change


def panel(size: int, present: int) -> Change:
    """Return the change to a panel of *size* members, of whom the first *present* attend."""

    def change(data: Data) -> None:
        data["panel"]["members"] = [
            {"expert": f"专家{place}", "attendance": "present" if place < present else "absent"}
            for place in range(size)
        ]

    return change


def vote(yes: int, no: int, abstain: int = 0) -> Change:
    """Return the change to these numbers of votes, by the first members of the panel."""

    def change(data: Data) -> None:
        names = [member["expert"] for member in data["panel"]["members"]]
        data["candidates"][0] |= {
            "yes": names[:yes],
            "no": names[yes : yes + no],
            "abstain": names[yes + no : yes + no + abstain],
        }

    return change


def conflict(**told: str) -> Change:
    """Return the change that ties 专家甲 to the candidate."""
    record = {"expert": EXPERTS[0], "candidate": "甲-001", "ground": "direct_relative", **told}
    return put("conflicts", [record])


OUT: tuple[Change, ...] = (put("candidates.0.yes", list(EXPERTS[1:7])), put("candidates.0.no", []))
"""专家甲 stays out, six others are in favour."""

PATH = "candidates.0."


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


@pytest.mark.parametrize(
    ("change", "parts"),
    [
        (put("track", "iot.seniro"), ("track", "iot.seniro", "是否想填「iot.senior」")),
        (put("panel.members.0.attendance", "到场"), ("members[1].attendance", "到场", "未出席")),
        (put("steps.vote", "下周"), ("steps.vote", "不是日期")),
        (put("steps.votes", "2026-09-15"), ("steps.votes", "没有这个名称的项目", "投票表决")),
        (put(UNIT + ".end", "2026-03-01"), ("unit_publicity.end", "早于开始")),
        (put(PATH + "no", [EXPERTS[0]]), ("candidates[1]", "专家“专家甲”出现了 2 次")),
        (put("panel.members.1.expert", EXPERTS[0]), ("panel.members", "专家甲")),
        (conflict(candidate="甲-01"), ("conflicts[1].candidate", "甲-01", "是否想填「甲-001」")),
        (put("year", "26"), ("year", "四位数字")),
    ],
)
def test_bad_records_are_refused_with_their_place(change: Change, parts: tuple[str, ...]) -> None:
    """A record that cannot be used is refused: file, line, field, value, what is accepted."""
    with pytest.raises(InputError) as caught:
        read(changed(change))
    message = caught.value.in_language("zh")
    assert message.startswith("record.json:1:")
    for part in parts:
        assert part in message


def run(*words: str, language: str = "zh") -> tuple[int, str, str]:
    """Run the command; return exit code and both outputs."""
    program = Program("en" if language == "en" else "zh")
    ran = CliRunner().invoke(program, ["procedure", "check", *words], standalone_mode=False)
    if ran.exception is not None:
        raise ran.exception
    return int(ran.return_value), ran.stdout, ran.stderr


CLEAN, FINDINGS = (
    str(ROOT / "examples" / f"procedure_{name}.yaml") for name in ("clean", "findings")
)


def test_the_command_exits_with_what_it_found() -> None:
    """Exit code 0 without findings, 1 with some, and bad input is an error."""
    assert run(CLEAN)[0] == 0
    assert run(FINDINGS)[0] == 1
    assert run(CLEAN, "--reading", "A121=panel")[0] == 1
    with pytest.raises(InputError):
        run(CLEAN, "--reading", "A121")
    with pytest.raises(InputError):
        run("none.yaml")


@pytest.mark.parametrize("format_", ["text", "md"])
def test_the_report_has_both_languages(format_: str) -> None:
    """The report says what was found, in the language asked for."""
    zh = run(FINDINGS, "--format", format_)[1]
    en = run(FINDINGS, "--format", format_, language="en")[1]
    assert "评委会人数不足（有 10，须 11）" in zh
    assert "too small (10; 11 needed)" in en
    for report in (zh, en):
        assert "× 实施方案四(三)4" in report
        assert "？ 实施方案四(三)6" in report
        assert "ii.plan.4.3.4.b" in report
        assert "专家辛" in report


def test_the_json_names_itself() -> None:
    """The answer as JSON has its format, findings and the fingerprint of the rules."""
    told = json.loads(run(FINDINGS, "--format", "json")[1])
    assert told["format"] == "zhicheng.procedure/1"
    assert told["track"] == "ii.senior"
    assert told["findings"][0]["clause"].startswith("ii.plan.")
    assert re.fullmatch("[0-9a-f]{64}", told["sha256"])


def test_chinese_and_english_records_are_one() -> None:
    """Both spellings of a key give the same record."""
    zh = (
        "评审专业: 机器人高级工程师\n年度: 2026\n"
        "评委会: {成员: [{专家: 甲, 到会: 缺席}]}\n步骤: {投票表决: 2026年9月15日}\n"
    )
    en = (
        "track: rob.senior\nyear: 2026\n"
        "panel: {members: [{expert: 甲, attendance: absent}]}\nsteps: {vote: 2026-09-15}\n"
    )
    assert review_record_from_text(zh, "a.yaml") == review_record_from_text(en, "b.yaml")


# Lists that must agree -------------------------------------------------------------------------


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
    """Numbers of the procedure stand in the files of the specialties; the kernel counts and compares."""
    kernel = re.sub(r"%.*", "", (ASP / "kernel.lp").read_text("utf-8"))
    assert set(re.findall(r"(?<![\w.\"])\d+", kernel)) <= {"0", "1", "2", "372"}


def test_no_clause_is_cited_that_there_is_not() -> None:
    """Every clause id in the rules has its cite."""
    cited = set(re.findall(r'"(\w+\.plan\.[\w.]+)"', rules()))
    defined = set(re.findall(r'^procedure_clause\("([^"]+)"', rules(), re.MULTILINE))
    assert cited == defined
