"""Whatever is settled stays so when more is told."""

import copy
from collections.abc import Mapping
from typing import Final

import pytest
from hypothesis import given

from reasoner.evaluate import Setting
from tests.properties import EACH_SPECIALTY, above, drawn, judged, sample, setting
from tests.strategies import Data, Pick, any_setting, consistent, picks, records_in

# What the dossier states itself stands for facts that are not told, and yields to them once they are.
STANDS_FOR: Final[Mapping[tuple[str | None, str], tuple[str, ...]]] = {
    (None, "subject"): ("major",),
    ("award", "level"): ("prize", "awarded_by"),
    ("award", "awarded_by"): ("prize",),
    ("award", "award_grade"): ("prize",),
    ("project", "level"): ("programme",),
    ("standard", "standard_level"): ("issued_by",),
    ("paper", "tier"): ("indexed_in", "venue_type"),
}

# Leaving these out is no unknown: it says something.
SAYS_SOMETHING: Final[Mapping[str, str]] = {
    "verified_score": "the panel has not verified the score",
    "candidate": "no input of a rule",
    "format": "no input of a rule",
    "path": "no input of a rule",
    "determinations": "handled by themselves: a nearer word goes before one further up",
}


def poorer(pick: Pick, data: Data, how: Setting) -> Data:
    """Return *data* with less told: sections, fields, years and determinations left out, dates to the month or year."""
    poor = copy.deepcopy(data)
    for section in [section for section in poor if section not in SAYS_SOMETHING]:
        if pick.chance(10):
            del poor[section]
        elif section in ("assessments", "continuing_education"):
            poor[section] = {year: word for year, word in poor[section].items() if pick.chance(75)}
    for record in records_in(poor):
        _forget(pick, record)
    poor["determinations"] = _fewer(pick, poor.get("determinations", []), how)
    return consistent(poor)


def _forget(pick: Pick, record: Data) -> None:
    told = [field for field in record if field not in ("id", "kind")]
    gone = set(pick.some(told, 2)) if told else set()
    for (kind, stated), bases in STANDS_FOR.items():
        if record.get("kind") == kind and gone & set(bases) and stated in record:
            gone.add(stated)
    for field in sorted(gone):
        day = record[field]
        if field in ("date", "start", "end") and day.count("-") and pick.chance(50):
            record[field] = day.rsplit("-", pick.one((1, day.count("-"))))[0]
        else:
            record.pop(field)


def _fewer(pick: Pick, determinations: list[Data], how: Setting) -> list[Data]:
    """Return some of them; with a word on a clause go those on the clauses above it, which it overrules."""
    gone: set[str] = set()
    kept = []
    for told in determinations:
        if pick.chance(75):
            kept.append(told)
        elif "clause" in told:
            gone |= above({told["clause"]}, how)
    return [told for told in kept if told.get("clause") not in gone]


@EACH_SPECIALTY
@sample(3, 60)
@given(pick=picks())
def test_learning_an_unknown_never_flips_what_is_settled(specialty: str, pick: Pick) -> None:
    """Whatever is met or unmet stays so when more is told."""
    how = any_setting(pick, specialty)
    rich = drawn(pick, specialty, 5)
    poor = [poorer(pick, data, how) for data in rich for _ in range(3)]
    before, after = judged(poor, how), judged(rich, how)
    for number, statuses in enumerate(before):
        flipped = {
            clause: (status, after[number // 3][clause])
            for clause, status in statuses.items()
            if status != "undetermined" and after[number // 3][clause] != status
        }
        assert not flipped, (poor[number], rich[number // 3], how.readings)


# What is told of an award, where the prize is told as well it is another one.
OTHERWISE_WITH_THE_PRIZE: Final[Mapping[str, tuple[Data, str]]] = {
    "the highest prize has no grades": ({"award_grade": "ungraded"}, "national_supreme"),
    "the state awards the national prizes": (
        {"awarded_by": "state_department"},
        "national_progress",
    ),
}


@EACH_SPECIALTY
@pytest.mark.parametrize("case", OTHERWISE_WITH_THE_PRIZE)
def test_learning_the_prize_of_an_award_never_flips_what_is_settled(
    case: str, specialty: str
) -> None:
    """As long as the prize is not told, neither is what follows from it."""
    told, prize = OTHERWISE_WITH_THE_PRIZE[case]
    poor, rich = (
        {"candidate": {"id": "c"}, "achievements": [{"kind": "award", **told, **more}]}
        for more in ({}, {"prize": prize})
    )
    before, after = judged([poor, rich], setting(specialty))
    assert not {c: s for c, s in before.items() if s != "undetermined" and s != after[c]}
