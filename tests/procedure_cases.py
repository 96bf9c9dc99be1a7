"""What is to be found in review records, judged from 四、实施流程 of each specialty, each number on both sides."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reasoner.facts import Fact, reading_facts
from reasoner.procedure_facts import names_of, review_facts
from tests.review_records import (
    EXPERTS,
    OUT,
    PATH,
    Change,
    another,
    attend,
    bare,
    changed,
    conflict,
    panel,
    put,
    read,
    renewed,
    secret,
    vote,
)

SENIOR = ("iot.senior", "rob.senior", "ii.senior", "sm.senior")
SILENT = ("iot.senior", "ii.senior", "sm.senior")
"""Those that do not say of whom two thirds are needed."""
CHIEF = ("ii.chief", "sm.chief")


class Case(NamedTuple):
    """What is found in the clean record with *changes*: for each finding its code, the letter of the clause, the steps.

    The procedure of each specialty has the same letters, and says the same of the *tracks*.
    """

    name: str
    changes: tuple[Change, ...]
    found: tuple[str, ...] = ()
    readings: Mapping[str, str] = {}
    tracks: tuple[str, ...] = SENIOR

    def facts(self, track: str) -> Iterator[Fact]:
        """Yield the facts of the changed record."""
        record = read(changed(*self.changes, track=track))
        return review_facts(record, names_of(record))

    def setting(self) -> tuple[Fact, ...]:
        """Return the facts of the readings."""
        return tuple(reading_facts(self.readings))


_VOTE = (("expert", "candidate"),)
_CANDIDATE = (("candidate",),)
_RENEWAL = ((), ("renewal",))
ABOUT: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "attendance_not_told": (("expert",),),
    "group_not_told": (("group",),),
    "group_too_small": (("group",),),
    "renewal_late": _RENEWAL,
    "renewal_open": _RENEWAL,
    "renewal_too_small": _RENEWAL[1:],
    "renewal_not_told": _RENEWAL[1:],
    "absent_voted": _VOTE,
    "left_voted": _VOTE,
    "outsider_voted": _VOTE,
    "proxy_vote": _VOTE,
    "late_vote": _VOTE,
    "proxy_vote_unclear": _VOTE,
    "late_vote_unclear": _VOTE,
    "ground_not_settled": _VOTE,
    "not_recused": _VOTE,
    "voted_despite_conflict": _VOTE,
    "not_notified": _VOTE,
    "recusal_not_told": _VOTE,
    "votes_not_told": _CANDIDATE,
    "outcome_not_told": _CANDIDATE,
    "passed_without_votes": _CANDIDATE,
    "refused_with_votes": _CANDIDATE,
    "vote_open": _CANDIDATE,
    "manner_not_told": _CANDIDATE,
    "more_votes_than_experts": _CANDIDATE,
    "voters_not_told": _CANDIDATE,
    "voters_do_not_match": _CANDIDATE,
}
"""Of what else than steps a finding tells, by its code; of all others a candidate or nothing."""


def finding_text(specialty: str, code: str, clause: str, *subjects: str) -> str:
    """Return a finding as the cases tell it; *subjects* are kinds, each followed by what it is about."""
    about = list(zip(subjects[::2], subjects[1::2], strict=True))
    steps = [which for kind, which in about if kind == "step"]
    others = tuple(kind for kind, _ in about if kind != "step")
    odd = [f"of {which}" for kind, which in about if kind != "step" and not which.isdecimal()]
    if others not in ABOUT.get(code, ((), ("candidate",))):
        odd.extend(others)
    return " ".join([code, clause.removeprefix(f"{specialty}.plan."), *steps, *odd])


UNIT = "candidates.0.unit_publicity"
RESULT = "steps.result_publicity"
REFUSED = put(PATH + "passed", "no")
STAYS_OUT = (attend(9, how="present"), conflict(expert=EXPERTS[9], recused="yes"))
CASES = [
    Case("nothing", ()),
    # The panel.
    Case("a panel of 11", (panel(11, 11), vote(8, 3))),
    Case("a panel of 10", (panel(10, 10), vote(7, 3)), ("panel_too_small 4.3.4.b",)),
    Case(
        "members not told",
        (put("panel.members", None),),
        ("panel_not_told 4.3.4.b", "vote_open 4.3.5.b"),
    ),
    Case("not from the pool", (put("panel.from_pool", "no"),), ("not_from_pool 4.3.4.b",)),
    Case("not at random", (put("panel.at_random", "no"),), ("not_at_random 4.3.4.b",)),
    Case("draw not told", (put("panel.at_random", None),), ("draw_not_told 4.3.4.b",)),
    Case("pool not told of the panel", (put("panel.from_pool", None),), ("draw_not_told 4.3.4.b",)),
    # Attendance.
    Case("8 of 11 attend", (panel(11, 8), vote(6, 2))),
    Case("7 of 11 attend", (panel(11, 7), vote(5, 2)), ("no_quorum 4.3.4.c",)),
    Case("7 of 11 rounded", (panel(11, 7), vote(5, 2)), (), {"A133": "nearest"}),
    Case(
        "6 of 11 rounded", (panel(11, 6), vote(4, 2)), ("no_quorum 4.3.4.c",), {"A133": "nearest"}
    ),
    Case("8 of 12 attend", (panel(12, 8), vote(6, 2))),
    Case("7 of 12 attend", (panel(12, 7), vote(5, 2)), ("no_quorum 4.3.4.c",)),
    Case(
        "7 of 11, one left",
        (panel(11, 8), vote(5, 2), put("panel.members.7.attendance", "left_midway")),
        ("no_quorum 4.3.4.c",),
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
        ("attendance_not_told 4.3.4.c", "quorum_open 4.3.4.c"),
    ),
    Case(
        "7 of 11 if the one attended of whom it is not told",
        (panel(11, 7), vote(5, 1), put("panel.members.6.attendance", None)),
        ("attendance_not_told 4.3.4.c", "no_quorum 4.3.4.c"),
    ),
    Case(
        "7 of 11 rounded, if that one attended",
        (panel(11, 7), vote(5, 1), put("panel.members.6.attendance", None)),
        ("attendance_not_told 4.3.4.c", "quorum_open 4.3.4.c"),
        {"A133": "nearest"},
    ),
    # Groups.
    Case("a group of 3", (put("groups.0.experts", list(EXPERTS[:3])),)),
    Case(
        "a group of 2", (put("groups.0.experts", list(EXPERTS[:2])),), ("group_too_small 4.3.4.d",)
    ),
    Case("group not told", (put("groups.0.experts", None),), ("group_not_told 4.3.4.d",)),
    Case("no group", (put("groups", []),), ("no_group 4.3.4.d",)),
    Case("groups not told", (put("groups", None),), ("groups_not_told 4.3.4.d",)),
    # Who may not vote; nine are present, so six votes are needed.
    Case(
        "absent, in favour",
        (put(PATH + "yes", [*EXPERTS[:5], EXPERTS[9]]),),
        ("absent_voted 4.3.5.c", "passed_without_votes 4.3.5.b"),
    ),
    Case("absent, against", (put(PATH + "no", [EXPERTS[9]]),), ("absent_voted 4.3.5.c",)),
    Case(
        "left, in favour",
        (attend(5, how="left_midway"),),
        ("left_voted 4.3.5.d", "passed_without_votes 4.3.5.b"),
    ),
    Case("left, against", (attend(8, how="left_midway"),), ("left_voted 4.3.5.d",)),
    Case(
        "not on the panel",
        (put(PATH + "yes", [*EXPERTS[:6], EXPERTS[11]]),),
        ("outsider_voted 4.3.5.b",),
    ),
    Case(
        "not on the panel, and one of six in favour",
        (put(PATH + "yes", [*EXPERTS[:5], EXPERTS[11]]),),
        ("outsider_voted 4.3.5.b", "passed_without_votes 4.3.5.b"),
    ),
    Case(
        "proxy of an absent expert",
        (put(PATH + "yes", [*EXPERTS[:6], EXPERTS[9]]), put(PATH + "proxy", [EXPERTS[9]])),
        ("absent_voted 4.3.5.c", "proxy_vote 4.3.5.e"),
    ),
    Case(
        "proxy of an absent expert, and how is not told",
        (put(PATH + "proxy", [EXPERTS[9]]),),
        ("absent_voted 4.3.5.c", "proxy_vote 4.3.5.e"),
    ),
    Case(
        "late vote of an expert who left",
        (attend(8, how="left_midway"), put(PATH + "late", [EXPERTS[8]])),
        ("late_vote 4.3.5.e", "left_voted 4.3.5.d"),
    ),
    Case(
        "proxy of an expert who was present",
        (put(PATH + "proxy", [EXPERTS[0]]),),
        ("vote_open 4.3.5.b", "proxy_vote_unclear 4.3.5.e"),
    ),
    Case(
        "late vote of an expert who was present",
        (put(PATH + "late", [EXPERTS[8]]),),
        ("late_vote_unclear 4.3.5.e",),
    ),
    Case(
        "proxies not told",
        (put(PATH + "proxy", None),),
        ("manner_not_told 4.3.5.e", "vote_open 4.3.5.b"),
    ),
    Case(
        "late votes not told",
        (put(PATH + "late", None),),
        ("manner_not_told 4.3.5.e", "vote_open 4.3.5.b"),
    ),
    # What is not told of the vote.
    Case("votes against not told", (put(PATH + "no", None),), ("votes_not_told 4.3.5.b",)),
    Case("votes in favour not told", (put(PATH + "yes", None),), ("votes_not_told 4.3.5.b",)),
    Case("outcome not told", (put(PATH + "passed", None),), ("outcome_not_told 4.3.5.b",)),
    Case("candidates not told", (put("candidates", None),), ("candidates_not_told 4.3.5.b",)),
    Case(
        "attendance of a voter",
        (attend(0, how=None),),
        ("attendance_not_told 4.3.4.c", "vote_open 4.3.5.b"),
    ),
    Case(
        "attendance of a voter, and the outcome",
        (attend(0, how=None), put(PATH + "passed", None)),
        ("attendance_not_told 4.3.4.c", "outcome_not_told 4.3.5.b"),
    ),
    Case(
        "attendance of one who did not vote, and six of nine or ten",
        (attend(9, how=None),),
        ("attendance_not_told 4.3.4.c", "vote_open 4.3.5.b"),
    ),
    Case(
        "attendance of one who did not vote, and seven of nine or ten",
        (attend(9, how=None), vote(7, 2)),
        ("attendance_not_told 4.3.4.c",),
    ),
    Case(
        "attendance of one who did not vote, and five of nine or ten",
        (attend(9, how=None), vote(5, 4)),
        ("attendance_not_told 4.3.4.c", "passed_without_votes 4.3.5.b"),
    ),
    Case(
        "members not told, and nobody is in favour",
        (vote(0, 9), put("panel.members", None)),
        ("panel_not_told 4.3.4.b", "passed_without_votes 4.3.5.b"),
    ),
    # A secret ballot: nine are present, so six votes are needed.
    Case("secret, six of nine", (secret(6, 3),)),
    Case("secret, five of nine", (secret(5, 4),), ("passed_without_votes 4.3.5.b",)),
    Case("secret, one is lost", (secret(6, 2), put(PATH + "voters", list(EXPERTS[:8])))),
    Case(
        "secret, an absent expert voted, and may be one of six in favour",
        (secret(6, 3, voters=(*EXPERTS[:8], EXPERTS[9])),),
        ("absent_voted 4.3.5.c", "vote_open 4.3.5.b"),
    ),
    Case(
        "secret, an absent expert voted, and seven are in favour",
        (secret(7, 2, voters=(*EXPERTS[:8], EXPERTS[9])),),
        ("absent_voted 4.3.5.c",),
    ),
    Case(
        "secret, an absent expert voted, and is one of six in favour",
        (secret(6, 0, voters=(*EXPERTS[:5], EXPERTS[9])),),
        ("absent_voted 4.3.5.c", "passed_without_votes 4.3.5.b"),
    ),
    Case(
        "secret, ten votes and nine experts",
        (secret(7, 3),),
        ("more_votes_than_experts 4.3.5.c", "voters_do_not_match 4.3.5.b"),
    ),
    Case(
        "secret, twelve votes and a panel of eleven",
        (secret(12, 0, voters=EXPERTS[:11]),),
        (
            "absent_voted 4.3.5.c",
            "absent_voted 4.3.5.c",
            "more_votes_than_experts 4.3.5.c",
            "voters_do_not_match 4.3.5.b",
        ),
    ),
    Case(
        "secret, nine votes and one expert of nine stays out",
        (conflict(recused="yes"), secret(9, 0)),
        ("more_votes_than_experts 4.3.5.c", "voted_despite_conflict 4.4.b"),
    ),
    Case(
        "secret, six votes, all in favour, and none of the expert who stays out",
        (conflict(recused="yes"), secret(6, 0, voters=EXPERTS[1:7])),
    ),
    Case("secret, eight votes of nine experts", (secret(6, 2),), ("voters_do_not_match 4.3.5.b",)),
    Case(
        "secret, eight votes of nine experts, five in favour",
        (secret(5, 3),),
        ("passed_without_votes 4.3.5.b", "voters_do_not_match 4.3.5.b"),
    ),
    Case(
        "secret, eight votes of nine experts, refused with five in favour",
        (secret(5, 3), REFUSED),
        ("voters_do_not_match 4.3.5.b",),
    ),
    Case(
        "secret, four of at most eight sound votes",
        (
            panel(12, 10),
            secret(4, 1, 5, voters=(*(f"专家{n}" for n in range(8)), "专家10", "专家11")),
        ),
        ("absent_voted 4.3.5.c", "absent_voted 4.3.5.c", "passed_without_votes 4.3.5.b"),
        {"A121": "votes_cast"},
        SILENT,
    ),
    Case(
        "secret, one vote, which may not count",
        (attend(0, 1, how=None), secret(1, 0, voters=EXPERTS[:2])),
        (
            "attendance_not_told 4.3.4.c",
            "attendance_not_told 4.3.4.c",
            "quorum_open 4.3.4.c",
            "vote_open 4.3.5.b",
            "voters_do_not_match 4.3.5.b",
        ),
        {"A121": "votes_cast"},
        SILENT,
    ),
    Case(
        "secret, members not told",
        (secret(6, 3), put("panel.members", None)),
        ("panel_not_told 4.3.4.b", "vote_open 4.3.5.b"),
    ),
    Case(
        "secret, voters not told",
        (secret(6, 3), put(PATH + "voters", None)),
        ("vote_open 4.3.5.b", "voters_not_told 4.3.5.b"),
    ),
    Case(
        "secret, against not told",
        (secret(6, 3), put(PATH + "no_votes", None)),
        ("votes_not_told 4.3.5.b",),
    ),
    # Recusal.
    Case(
        "votes on another candidate than the one that is tied",
        (another, conflict(recused="yes"), *OUT),
    ),
    Case("stays out", (conflict(recused="yes"), *OUT)),
    Case(
        "six of eight, one of whom stays out",
        (conflict(recused="yes"), *OUT, attend(7, 8, how="absent"), attend(9, how="present")),
    ),
    Case("stays out, not told", (conflict(), *OUT), ("recusal_not_told 4.4.b",)),
    Case(
        "did not stay out", (conflict(recused="no", notified="yes"), *OUT), ("not_recused 4.4.b",)
    ),
    Case(
        "was not notified",
        (conflict(recused="no", notified="no"), *OUT),
        ("not_notified 4.4.b", "not_recused 4.4.b"),
    ),
    Case(
        "votes despite a conflict",
        (conflict(recused="yes"),),
        ("passed_without_votes 4.3.5.b", "voted_despite_conflict 4.4.b"),
    ),
    Case(
        "another relation that may affect the review",
        (conflict(ground="other", may_affect="yes", recused="yes"),),
        ("passed_without_votes 4.3.5.b", "voted_despite_conflict 4.4.b"),
    ),
    Case("another relation that does not", (conflict(ground="other", may_affect="no"),)),
    Case(
        "another relation that does not, although the expert meant to stay out",
        (conflict(ground="other", may_affect="no", recused="yes"),),
    ),
    Case(
        "another relation, not determined",
        (conflict(ground="other"),),
        ("vote_open 4.3.5.b", "ground_not_settled 4.4.b"),
    ),
    Case("stays out, although nobody notified", (conflict(recused="yes", notified="no"), *OUT)),
    Case(
        "who stays out is no member of the panel",
        (panel(12, 10), vote(6, 4), REFUSED, conflict(expert="局外人", recused="yes")),
        (),
        {"P3": "not_counted"},
    ),
    Case("recusal not told", (put("conflicts", None),), ("conflicts_not_told 4.4.b",)),
    # Publicity: 2026-03-02 is a Monday; the National Day is off from 1 to 7 October.
    Case("5 days in the unit", (put(UNIT, {"start": "2026-03-02", "end": "2026-03-06"}),)),
    Case(
        "4 days in the unit",
        (put(UNIT, {"start": "2026-03-02", "end": "2026-03-05"}),),
        ("publicity_too_short 4.3.2.b unit_publicity",),
    ),
    Case(
        "4 days with the next day first",
        (put(RESULT, {"start": "2026-09-27", "end": "2026-10-09", "objections": "no"}),),
        ("publicity_too_short 4.3.2.b unit_publicity",),
        {"P1": "next_day"},
    ),
    Case(
        "over a weekend",
        (
            put(UNIT, {"start": "2026-03-05", "end": "2026-03-10"}),
            put(PATH + "authority_review", "2026-03-12"),
        ),
        ("publicity_too_short 4.3.2.b unit_publicity",),
    ),
    Case(
        "4 days over a holiday",
        (put(RESULT, {"start": "2026-09-28", "end": "2026-10-08", "objections": "no"}),),
        ("publicity_too_short 4.3.6.a result_publicity",),
    ),
    Case(
        "4 days before a Saturday worked in exchange",
        (
            put(PATH + "application", "2026-02-01"),
            put(UNIT, {"start": "2026-02-10", "end": "2026-02-13"}),
        ),
        ("publicity_too_short 4.3.2.b unit_publicity",),
    ),
    Case(
        "5 days with a Saturday worked in exchange",
        (
            put(PATH + "application", "2026-02-01"),
            put(UNIT, {"start": "2026-02-10", "end": "2026-02-14"}),
        ),
    ),
    Case("no publicity told", (put(UNIT, None),), ("publicity_not_told 4.3.2.b unit_publicity",)),
    Case(
        "no end told",
        (put(RESULT + ".end", None),),
        ("publicity_not_told 4.3.6.a result_publicity",),
    ),
    Case(
        "a year beyond the calendar",
        (
            put(RESULT, {"start": "2099-03-02", "end": "2099-03-13", "objections": "no"}),
            put("steps.filing", "2099-03-20"),
            put("steps.issue", "2099-03-20"),
        ),
        ("publicity_not_counted 4.3.6.a result_publicity",),
    ),
    Case(
        "too few days even beyond the calendar",
        (
            put(RESULT, {"start": "2099-03-02", "end": "2099-03-05", "objections": "no"}),
            put("steps.filing", "2099-03-20"),
            put("steps.issue", "2099-03-20"),
        ),
        ("publicity_too_short 4.3.6.a result_publicity",),
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
        ("publicity_open 4.3.2.b unit_publicity",),
    ),
    Case(
        "5 days if it began on the first of the month",
        (
            put(PATH + "application", "2026-01"),
            put(UNIT, {"start": "2026-03", "end": "2026-03-06"}),
        ),
        ("publicity_open 4.3.2.b unit_publicity",),
    ),
    Case(
        "the end known to the month",
        (
            put(RESULT + ".end", "2026-10"),
            put("steps.filing", "2026-11-02"),
            put("steps.issue", "2026-11-03"),
        ),
        ("publicity_open 4.3.6.a result_publicity",),
    ),
    Case(
        "in the unit in a year beyond the calendar",
        (
            put(PATH + "application", "1999-03-01"),
            put(UNIT, {"start": "1999-03-01", "end": "1999-03-12"}),
        ),
        ("publicity_not_counted 4.3.2.b unit_publicity",),
    ),
    Case(
        "two days in the unit, too few whatever the calendar says of them",
        (
            put(PATH + "application", "1999-03-01"),
            put(UNIT, {"start": "1999-03-01", "end": "1999-03-02"}),
        ),
        ("publicity_too_short 4.3.2.b unit_publicity",),
    ),
    Case(
        "long enough before the calendar ends",
        (
            put(RESULT + ".start", "2026-12-14"),
            put(RESULT + ".end", "2027-01-15"),
            put("steps.filing", "2027-02-01"),
            put("steps.issue", "2027-02-01"),
        ),
    ),
    Case(
        "objections handled",
        (put(RESULT + ".objections", "yes"), put(RESULT + ".objections_handled", "yes")),
    ),
    Case(
        "objections not handled",
        (put(RESULT + ".objections", "yes"), put(RESULT + ".objections_handled", "no")),
        ("objections_not_handled 4.3.6.b",),
    ),
    Case("nothing to handle", (put(RESULT + ".objections_handled", "no"),)),
    Case(
        "handling not told", (put(RESULT + ".objections", "yes"),), ("objections_not_told 4.3.6.b",)
    ),
    Case(
        "objections not told",
        (put(RESULT + ".objections", None),),
        ("objections_not_told 4.3.6.b",),
    ),
    # The order of the steps.
    Case("approved on the day of the review", (put("steps.approval", "2026-09-14"),)),
    Case(
        "approved after it began",
        (put("steps.approval", "2026-09-15"),),
        ("wrong_order 4.3.4.e approval group_review",),
    ),
    Case(
        "approved after the vote",
        (put("steps.approval", "2026-09-16"),),
        (
            "wrong_order 4.3.4.e approval group_review",
            "wrong_order 4.3.4.e approval vote",
        ),
    ),
    Case(
        "approved in some month",
        (put("steps.approval", "2026-09"),),
        (
            "order_open 4.3.4.e approval group_review",
            "order_open 4.3.4.e approval vote",
            "order_open 4.3.4.e report approval",
        ),
    ),
    Case("approval not told", (put("steps.approval", None),), ("step_not_told 4.3.4.e approval",)),
    Case(
        "panel formed after the report",
        (put("steps.panel", "2026-09-11"),),
        ("wrong_order 4.3.4.e panel report",),
    ),
    Case(
        "screened after the report",
        (put("steps.screening", "2026-09-11"),),
        ("wrong_order 4.3.4.e screening report",),
    ),
    Case(
        "filed on the last day shown",
        (put("steps.filing", "2026-10-09"),),
        ("wrong_order 4.3.6.c result_publicity filing",),
    ),
    Case(
        "issued before it was filed",
        (put("steps.filing", "2026-10-13"),),
        ("wrong_order 4.3.6.d filing issue",),
    ),
    Case(
        "shown before the vote",
        (put("steps.vote", "2026-09-29"),),
        ("wrong_order 4.3.6.a vote result_publicity",),
    ),
    Case(
        "passed on while still shown",
        (put(PATH + "authority_review", "2026-03-06"),),
        ("wrong_order 4.3.3 unit_publicity authority_review",),
    ),
    Case(
        "shown before it was handed in",
        (put(PATH + "application", "2026-03-03"),),
        ("wrong_order 4.3.2.b application unit_publicity",),
    ),
    Case(
        "handed in in the month in which it was shown",
        (put(PATH + "application", "2026-03"),),
        ("order_open 4.3.2.b application unit_publicity",),
    ),
    Case(
        "authority not told",
        (put(PATH + "authority_review", None),),
        ("step_not_told 4.3.3 authority_review",),
    ),
    Case(
        "reported before the authority passed it on",
        (put(PATH + "authority_review", "2026-09-11"),),
        ("wrong_order 4.3.4.e authority_review report",),
    ),
    Case(
        "shown until the day before the report",
        (put("steps.pre_review_publicity.end", "2026-09-09"),),
    ),
    Case(
        "shown until the day of the report",
        (put("steps.pre_review_publicity.end", "2026-09-10"),),
        ("wrong_order 4.3.4.e pre_review_publicity report",),
    ),
    Case(
        "reported after it was approved",
        (put("steps.report", "2026-09-12"),),
        ("wrong_order 4.3.4.e report approval",),
    ),
    Case(
        "scored after the vote",
        (put("steps.group_review.end", "2026-09-16"),),
        ("wrong_order 4.3.5.a group_review vote",),
    ),
    Case(
        "issued on the last day shown",
        (put("steps.issue", "2026-10-09"),),
        ("wrong_order 4.3.6.d filing issue", "wrong_order 4.3.6.d result_publicity issue"),
    ),
    # The pool.
    Case("renewed after 3 years", (put("expert_pool.renewals.0.date", "2025-03-01"),)),
    Case(
        "renewed a day later",
        (put("expert_pool.renewals.0.date", "2025-03-02"),),
        ("renewal_late 4.2.b",),
    ),
    Case(
        "renewed in some month",
        (put("expert_pool.renewals.0.date", "2025-03"),),
        ("renewal_open 4.2.b",),
    ),
    Case("a third replaced", (put("expert_pool.renewals.0.replaced", 20),)),
    Case(
        "fewer replaced",
        (put("expert_pool.renewals.0.replaced", 19),),
        ("renewal_too_small 4.2.b",),
    ),
    Case(
        "replaced not told",
        (put("expert_pool.renewals.0.replaced", None),),
        ("renewal_not_told 4.2.b",),
    ),
    Case("pool not told", (put("expert_pool", None),), ("pool_not_told 4.2.b",)),
    Case("never renewed", (put("expert_pool.renewals", []),), ("renewal_late 4.2.b",)),
    Case(
        "size at the renewal not told",
        (put("expert_pool.renewals.0.size", None),),
        ("renewal_not_told 4.2.b",),
    ),
    Case("renewed every 3 years", (renewed("2019-03-01", "2022-03-01", "2025-03-01"),)),
    Case(
        "renewed a day late the second time",
        (renewed("2019-03-01", "2022-03-01", "2025-03-02"),),
        ("renewal_late 4.2.b",),
    ),
    Case(
        "renewed in time if founded after the first day of the month",
        (renewed("2022-02", "2025-02-02"),),
        ("renewal_open 4.2.b",),
    ),
    Case(
        "renewed in time whenever in the month it was founded",
        (renewed("2022-02", "2025-02-01"),),
    ),
    Case(
        "renewed late whenever in the month it was founded",
        (renewed("2022-02", "2025-03-01"),),
        ("renewal_late 4.2.b",),
    ),
    Case(
        "voted in time if renewed after the first day of the month",
        (renewed("2021-01-01", "2023-09"),),
        ("renewal_open 4.2.b",),
    ),
    Case("renewals not told", (put("expert_pool.renewals", None),), ("renewal_open 4.2.b",)),
    Case("founded lately", (put("expert_pool", {"founded": "2023-09-15"}),)),
    Case(
        "founded a day earlier",
        (put("expert_pool", {"founded": "2023-09-14"}),),
        ("renewal_open 4.2.b",),
    ),
    # What is not told at all.
    Case(
        "nothing told",
        (bare,),
        (
            "candidates_not_told 4.3.5.b",
            "conflicts_not_told 4.4.b",
            "draw_not_told 4.3.4.b",
            "groups_not_told 4.3.4.d",
            "objections_not_told 4.3.6.b",
            "panel_not_told 4.3.4.b",
            "pool_not_told 4.2.b",
            "publicity_not_told 4.3.6.a result_publicity",
            "step_not_told 4.3.4.a screening",
            "step_not_told 4.3.4.b panel",
            "step_not_told 4.3.4.e approval",
            "step_not_told 4.3.4.e pre_review_publicity",
            "step_not_told 4.3.4.e report",
            "step_not_told 4.3.5.a group_review",
            "step_not_told 4.3.5.b vote",
            "step_not_told 4.3.6.c filing",
            "step_not_told 4.3.6.d issue",
        ),
    ),
    Case(
        "nothing told of a candidate",
        (put("candidates.0", {"id": "甲-001"}),),
        (
            "manner_not_told 4.3.5.e",
            "outcome_not_told 4.3.5.b",
            "publicity_not_told 4.3.2.b unit_publicity",
            "step_not_told 4.3.1.a application",
            "step_not_told 4.3.3 authority_review",
            "votes_not_told 4.3.5.b",
        ),
    ),
    # The chief review: the text says who holds it, and nothing more.
    Case("no procedure", (), ("no_procedure 4.1.e",), tracks=CHIEF),
    Case("no procedure, nothing told", (bare,), ("no_procedure 4.1.e",), tracks=CHIEF),
    Case(
        "no procedure, no proper panel",
        (
            put("panel.from_pool", "no"),
            put("panel.at_random", "no"),
            panel(8, 3),
            put("groups", [{"name": "一组", "experts": list(EXPERTS[:1])}, {"name": "二组"}]),
            put(
                "expert_pool",
                {
                    "founded": "2010-01-01",
                    "renewals": [{"date": "2016-01-01", "size": 60, "replaced": 1}],
                },
            ),
            put("steps.result_publicity", {"start": "2026-09-28", "end": "2026-09-28"}),
            put("steps.report", "2026-09-12"),
        ),
        ("no_procedure 4.1.e",),
        tracks=CHIEF,
    ),
    Case(
        "no procedure, no proper vote",
        (
            put("groups", []),
            put(
                "expert_pool",
                {"founded": "2022-03", "renewals": [{"date": "2025-03", "replaced": 20}]},
            ),
            put("steps.vote", "2026-09"),
            put(RESULT, {"start": "2026-09-28", "end": "2026-10-09", "objections": "yes"}),
            attend(5, how="absent"),
            attend(6, how="left_midway"),
            attend(7, how=None),
            vote(2, 6),
            put(PATH + "proxy", list(EXPERTS[5:9])),
            put(PATH + "late", list(EXPERTS[5:9])),
            conflict(recused="no", notified="no"),
        ),
        ("no_procedure 4.1.e",),
        tracks=CHIEF,
    ),
    Case(
        "no procedure, no quorum",
        (panel(11, 3),),
        ("no_procedure 4.1.e",),
        {"A133": "nearest"},
        CHIEF,
    ),
    Case(
        "no procedure, nothing told of a candidate",
        (put("candidates.0", {"id": "甲-001"}),),
        ("no_procedure 4.1.e",),
        tracks=CHIEF,
    ),
    Case(
        "no procedure, a refused candidate",
        (
            put(
                RESULT,
                {
                    "start": "2026-09-28",
                    "end": "2026-10-09",
                    "objections": "yes",
                    "objections_handled": "no",
                },
            ),
            put("expert_pool.renewals.0.replaced", None),
            vote(9, 0),
            REFUSED,
            conflict(ground="other"),
        ),
        ("no_procedure 4.1.e",),
        tracks=CHIEF,
    ),
    Case(
        "no procedure, a secret ballot",
        (secret(12, 0), put(PATH + "passed", None), put(PATH + "voters", list(EXPERTS[:11]))),
        ("no_procedure 4.1.e",),
        tracks=CHIEF,
    ),
    Case(
        "no procedure, voters of a secret ballot not told, recusal not told",
        (secret(3, 3), put(PATH + "voters", None), conflict()),
        ("no_procedure 4.1.e",),
        tracks=CHIEF,
    ),
    # Several candidates.
    Case(
        "the second of two passed without the votes",
        (another, put("candidates.1.yes", list(EXPERTS[:5]))),
        ("passed_without_votes 4.3.5.b",),
    ),
    Case(
        "the second of two applied when the first was shown already",
        (
            another,
            put("candidates.1.application", "2026-03-05"),
            put("candidates.1.unit_publicity", {"start": "2026-03-05", "end": "2026-03-11"}),
            put("candidates.1.authority_review", "2026-03-12"),
        ),
    ),
    # Exactly two thirds are enough and one vote less is not; of whom is a reading, but robotics says it.
    Case("6 of 9 who attend", (panel(11, 9), vote(6, 3))),
    Case("5 of 9", (panel(11, 9), vote(5, 4)), ("passed_without_votes 4.3.5.b",)),
    Case("5 of 9, no other voted", (panel(11, 9), vote(5, 0)), ("passed_without_votes 4.3.5.b",)),
    Case("refused with 6 of 9", (vote(6, 3), REFUSED), ("refused_with_votes 4.3.5.b",)),
    Case("refused with 5 of 9", (vote(5, 4), REFUSED)),
    Case(
        "refused when nobody attended", (panel(11, 0), vote(0, 0), REFUSED), ("no_quorum 4.3.4.c",)
    ),
    Case("8 of a panel of 11", (panel(11, 11), vote(8, 3)), (), {"A121": "panel"}, SILENT),
    Case(
        "7 of a panel of 11",
        (panel(11, 11), vote(7, 4)),
        ("passed_without_votes 4.3.5.b",),
        {"A121": "panel"},
        SILENT,
    ),
    Case(
        "refused with 8 of a panel of 11",
        (panel(11, 11), vote(8, 3), REFUSED),
        ("refused_with_votes 4.3.5.b",),
        {"A121": "panel"},
        SILENT,
    ),
    Case(
        "refused with 7 of a panel of 11",
        (panel(11, 11), vote(7, 4), REFUSED),
        (),
        {"A121": "panel"},
        SILENT,
    ),
    Case("abstentions not told", (put(PATH + "abstain", None),), ("votes_not_told 4.3.5.b",)),
    Case(
        "refused with 1 of 1 votes",
        (vote(1, 0), REFUSED),
        ("refused_with_votes 4.3.5.b",),
        {"A121": "votes_cast"},
        SILENT,
    ),
    Case("4 of 6 votes", (vote(4, 2),), (), {"A121": "votes_cast"}, SILENT),
    Case(
        "4 of 7 votes",
        (vote(4, 3),),
        ("passed_without_votes 4.3.5.b",),
        {"A121": "votes_cast"},
        SILENT,
    ),
    Case(
        "3 of 5 votes",
        (vote(3, 2),),
        ("passed_without_votes 4.3.5.b",),
        {"A121": "votes_cast"},
        SILENT,
    ),
    Case(
        "refused with 4 of 6 votes",
        (vote(4, 2), REFUSED),
        ("refused_with_votes 4.3.5.b",),
        {"A121": "votes_cast"},
        SILENT,
    ),
    Case("refused with 4 of 7 votes", (vote(4, 3), REFUSED), (), {"A121": "votes_cast"}, SILENT),
    Case("4 of 6 votes, one an abstention", (vote(4, 1, 1),), (), {"A121": "votes_cast"}, SILENT),
    Case(
        "4 of 7 votes, two abstentions",
        (vote(4, 1, 2),),
        ("passed_without_votes 4.3.5.b",),
        {"A121": "votes_cast"},
        SILENT,
    ),
    Case(
        "passed without any vote",
        (vote(0, 0),),
        ("passed_without_votes 4.3.5.b",),
        {"A121": "votes_cast"},
        SILENT,
    ),
    Case("refused without any vote", (vote(0, 0), REFUSED), (), {"A121": "votes_cast"}, SILENT),
    # A late vote or one by proxy of somebody who may vote: the text does not say whether it counts.
    Case(
        "4 of 5 or 6 votes",
        (vote(4, 2), put(PATH + "late", [EXPERTS[4]])),
        ("late_vote_unclear 4.3.5.e",),
        {"A121": "votes_cast"},
        SILENT,
    ),
    Case(
        "4 of 6 or 7 votes, one against",
        (vote(4, 3), put(PATH + "late", [EXPERTS[4]])),
        ("late_vote_unclear 4.3.5.e", "vote_open 4.3.5.b"),
        {"A121": "votes_cast"},
        SILENT,
    ),
    Case(
        "4 of 6 or 7 votes, one an abstention",
        (vote(4, 2, 1), put(PATH + "late", [EXPERTS[6]])),
        ("late_vote_unclear 4.3.5.e", "vote_open 4.3.5.b"),
        {"A121": "votes_cast"},
        SILENT,
    ),
    Case(
        "4 of 6 votes or 5 of 7",
        (vote(5, 2), put(PATH + "proxy", [EXPERTS[0]])),
        ("proxy_vote_unclear 4.3.5.e",),
        {"A121": "votes_cast"},
        SILENT,
    ),
    Case(
        "3 of 5 votes or 4 of 6",
        (vote(4, 2), put(PATH + "proxy", [EXPERTS[0]])),
        ("proxy_vote_unclear 4.3.5.e", "vote_open 4.3.5.b"),
        {"A121": "votes_cast"},
        SILENT,
    ),
    # Who stays out, or left, may count among them.
    Case("6 of 10, one of whom stays out", STAYS_OUT, ("passed_without_votes 4.3.5.b",)),
    Case("6 of 9 without who stays out", STAYS_OUT, (), {"P3": "not_counted"}),
    Case("6 of 9 without who left", (attend(9, how="left_midway"),)),
    Case(
        "6 of 10 with who left",
        (attend(9, how="left_midway"),),
        ("passed_without_votes 4.3.5.b",),
        {"P2": "attended"},
    ),
]
