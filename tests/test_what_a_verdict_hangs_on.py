"""An open verdict says on what it hangs, and telling that settles it."""

import copy
from collections.abc import Mapping, Sequence
from typing import Any, Final

from hypothesis import given

from reasoner.assess import assess, assess_many
from reasoner.model.assessment import Assessment, Missing, RecordRef
from reasoner.model.dossier import Dossier
from tests.properties import EACH_TRACK, drawn, sample, with_threshold
from tests.strategies import (
    DEFINITE_DAYS,
    DEFINITE_RANKS,
    POINTS,
    Data,
    Pick,
    any_notice,
    any_readings,
    consistent,
    data_of,
    determination,
    dossier_of,
    picks,
    record_classes,
    section_classes,
    values_of,
)

ROUNDS: Final = 15
"""More than enough: each round tells everything that the round before asked for."""


def asked(assessment: Assessment) -> bool:
    """Tell whether the assessment asks for anything."""
    return bool(
        assessment.missing_facts or assessment.awaited_determinations or assessment.open_parameters
    )


@EACH_TRACK
@sample(1, 20)
@given(pick=picks())
def test_an_undetermined_verdict_says_on_what_it_hangs(
    specialty: str, track: str, pick: Pick
) -> None:
    """Something is asked for exactly as long as the verdict is open."""
    chosen, notice = any_readings(pick, specialty), any_notice(pick, specialty)
    many = [dossier_of(data) for data in drawn(pick, specialty)]
    for found in assess_many(many, track, notice=notice, readings=chosen, rivals=False):
        assert asked(found) == (found.verdict == "undetermined")


@EACH_TRACK
@sample(1, 20)
@given(pick=picks())
def test_telling_all_that_is_asked_for_settles_the_verdict(
    specialty: str, track: str, pick: Pick
) -> None:
    """Whatever the answers are, asking comes to an end, and then the verdict is settled."""
    chosen, notice = any_readings(pick, specialty), with_threshold("80", specialty)
    many = drawn(pick, specialty, 4)
    for _ in range(ROUNDS):
        dossiers = [dossier_of(data) for data in many]
        found = assess_many(dossiers, track, notice=notice, readings=chosen, rivals=False)
        open_ones = [
            (data, one)
            for data, one in zip(many, found, strict=True)
            if one.verdict == "undetermined"
        ]
        if not open_ones:
            return
        many = [answered(pick, data, one) for data, one in open_ones]
    raise AssertionError(many)


def answered(pick: Pick, data: Data, assessment: Assessment) -> Data:
    """Return *data* with an answer to everything that *assessment* asks for."""
    data = copy.deepcopy(data)
    for missing in assessment.missing_facts:
        _tell(pick, data, missing)
    for number, awaited in enumerate(assessment.awaited_determinations):
        answer = pick.one(("yes", "no"))
        if awaited.record is None:
            data["determinations"] += [
                determination(answer, clause=clause) for clause in awaited.clauses
            ]
        else:
            assert awaited.question is not None
            record = _record(data, awaited.record)
            name = record.setdefault("id", f"asked-{number}-{len(data['determinations'])}")
            data["determinations"].append(
                determination(answer, record=name, question=awaited.question)
            )
    return consistent(data)


def _record(data: Data, record: RecordRef) -> Data:
    found: Data = (
        data.setdefault(record.section, {})
        if record.place is None
        else data[record.section][record.place - 1]
    )
    return found


def _tell(pick: Pick, data: Data, missing: Missing) -> None:
    section, attribute, record = missing.section, missing.attribute, missing.record
    if section in ("self_score", "verified_score"):
        data[section] = pick.one(POINTS)
    elif record is None and section in ("assessments", "continuing_education"):
        data.setdefault(section, {})
    elif record is None:
        data[section] = [
            {"kind": kind.kind_of_record} if section == "achievements" else {}
            for kind in pick.some(section_classes()[section], 2)
        ]
    elif section in ("assessments", "continuing_education"):
        words = ("qualified", "unqualified") if section == "assessments" else ("yes", "no")
        data.setdefault(section, {})[str(record.place)] = pick.one(words)
    else:
        assert attribute is not None
        kind = next(kind for kind in record_classes() if kind.kind_of_record == record.kind)
        told = _record(data, record)
        told[attribute] = copy.deepcopy(pick.one(_definite(values_of(kind, attribute), attribute)))


def _definite(values: Sequence[Any], attribute: str) -> Sequence[Any]:
    if attribute == "rank":
        return DEFINITE_RANKS
    return DEFINITE_DAYS if attribute in ("date", "start", "end") else values


@EACH_TRACK
@sample(1, 20)
@given(pick=picks())
def test_an_unset_threshold_makes_the_verdict_a_function_of_it(
    specialty: str, track: str, pick: Pick
) -> None:
    """With the threshold at most what is named the verdict is the one, a hundredth above it the other."""
    chosen, notice = any_readings(pick, specialty), with_threshold(None, specialty)
    many = [dossier_of(data) for data in drawn(pick, specialty, 6)]
    found = assess_many(many, track, notice=notice, readings=chosen, rivals=False)
    for dossier, one in zip(many, found, strict=True):
        for parameter in one.open_parameters:
            assert parameter.parameter == "threshold"
            for threshold, verdict in (
                (parameter.at_most, parameter.verdict_if_reached),
                (parameter.at_most + 1, parameter.verdict_if_not),
            ):
                if threshold <= 10_000:
                    there = verdict_at(dossier, track, threshold, chosen)
                    assert there == verdict, data_of(dossier)


def verdict_at(dossier: Dossier, track: str, threshold: int, chosen: Mapping[str, str]) -> str:
    """Return the verdict with this threshold, in hundredths of a point."""
    points = f"{threshold // 100}.{threshold % 100:02}"
    notice = with_threshold(points, track.split(".", maxsplit=1)[0])
    return assess(dossier, track, notice=notice, readings=chosen, rivals=False).verdict
