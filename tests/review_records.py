"""A review record in which nothing is found, and changes to it."""

import copy
import json
from collections.abc import Callable
from typing import Any

from reasoner.intake.review import review_record_from_text
from reasoner.model.procedure import ReviewRecord
from reasoner.model.procedure_check import ProcedureCheck
from reasoner.procedure import check_procedure

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


def bare(data: Data) -> None:
    """Take everything away but what the record is about."""
    for name in data.keys() - {"track", "year"}:
        del data[name]


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


def secret(yes: int, no: int, abstain: int = 0, voters: tuple[str, ...] = EXPERTS[:9]) -> Change:
    """Return the change to a secret ballot with these numbers, in which *voters* took part."""

    def change(data: Data) -> None:
        for named in ("yes", "no", "abstain"):
            del data["candidates"][0][named]
        data["candidates"][0] |= {
            "yes_votes": yes,
            "no_votes": no,
            "abstentions": abstain,
            "voters": list(voters),
        }

    return change


def conflict(**told: str) -> Change:
    """Return the change that ties 专家甲 to the candidate."""
    record = {"expert": EXPERTS[0], "candidate": "甲-001", "ground": "direct_relative", **told}
    return put("conflicts", [record])


def renewed(founded: str, *dates: str) -> Change:
    """Return the change to a pool founded at one time, of which a third was replaced on each of *dates*."""
    renewals = [{"date": date, "size": 60, "replaced": 20} for date in dates]
    return put("expert_pool", {"founded": founded, "renewals": renewals})


def another(data: Data) -> None:
    """Add a second candidate of whom the same is told as of the first."""
    data["candidates"].append({**copy.deepcopy(data["candidates"][0]), "id": "甲-002"})


OUT: tuple[Change, ...] = (put("candidates.0.yes", list(EXPERTS[1:7])), put("candidates.0.no", []))
"""专家甲 stays out, six others are in favour."""

PATH = "candidates.0."
