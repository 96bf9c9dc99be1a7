"""Order, names, records of other fields and other candidates change nothing."""

import copy
import random
from collections.abc import Callable, Mapping
from typing import Final

import pytest
from hypothesis import given

from reasoner.answer import Answer
from reasoner.assess import assess, assess_many
from reasoner.evaluate import evaluate, rule_book
from tests.properties import EACH_SPECIALTY, EACH_TRACK, above, drawn, judged, sample, setting
from tests.strategies import (
    DEFINITE_DAYS,
    TEXTS,
    Data,
    Pick,
    any_data,
    any_setting,
    book,
    consistent,
    crowd,
    data_of,
    dossier_of,
    picks,
    records_in,
)

CROWD: Final = 130
"""Dossiers in a crowd, more than are grounded at once."""

SMALL_CROWD: Final = 20
ALONE: Final = 8
"""So many of a crowd are judged alone, too."""


def shuffled(pick: Pick, data: Data) -> Data:
    """Return the same dossier in another order: sections, records, fields, years, words of a list."""
    found: Data = {}
    for section in pick.shuffled([*data]):
        content = data[section]
        if isinstance(content, list):
            records = [_shuffled_record(pick, record) for record in content]
            found[section] = pick.shuffled(records)
        else:
            found[section] = (
                _shuffled_record(pick, content) if isinstance(content, dict) else content
            )
    return found


def _shuffled_record(pick: Pick, record: Data) -> Data:
    return {
        field: pick.shuffled(record[field]) if isinstance(record[field], list) else record[field]
        for field in pick.shuffled([*record])
    }


def renamed(pick: Pick, data: Data) -> Data:
    """Return the same dossier with other ids, names and notes."""
    data = copy.deepcopy(data)
    new = {
        record["id"]: f"{pick.one(TEXTS)}-{number}"
        for number, record in enumerate(records_in(data))
        if "id" in record
    }
    for record in records_in(data):
        if "id" in record:
            record["id"] = new[record["id"]]
        record |= {field: pick.one(TEXTS) for field in ("name", "note")}
    for told in data["determinations"]:
        if "record" in told:
            told["record"] = new[told["record"]]
        told |= {"by": pick.one(TEXTS), "basis": pick.one(TEXTS), "date": pick.one(DEFINITE_DAYS)}
    data["candidate"] = {"id": pick.one(TEXTS), "name": pick.one(TEXTS)}
    return data


@EACH_SPECIALTY
@pytest.mark.parametrize("change", [shuffled, renamed])
@sample(1, 20)
@given(pick=picks())
def test_order_and_names_are_irrelevant(
    change: Callable[[Pick, Data], Data], specialty: str, pick: Pick
) -> None:
    """Neither the order of what is told nor what somebody calls it changes a status, a total or a window."""
    how = any_setting(pick, specialty)
    one = [dossier_of(data) for data in drawn(pick, specialty)]
    another = [dossier_of(change(pick, data_of(dossier))) for dossier in one]
    for before, after in zip(evaluate(one, how), evaluate(another, how), strict=True):
        assert before.answer.statuses == after.answer.statuses
        assert before.answer.totals == after.answer.totals
        assert before.answer.windows == after.answer.windows
        assert sorted(before.answer.classes.values()) == sorted(after.answer.classes.values())


# Clauses that do not ask for the field, and why.
ANY_FIELD: Final[Mapping[str, str]] = {
    "iot.senior.7.8.a": "art. 7(8) names none",
    "iot.senior.7.8.b": "art. 7(8) names none",
    "rob.senior.6.8.a": "art. 6(8) names none",
    "rob.senior.6.8.b": "art. 6(8) names none",
}


def _without_id(record: Data) -> Data:
    return {field: value for field, value in record.items() if field != "id"}


@EACH_SPECIALTY
@sample(1, 20)
@given(pick=picks())
def test_records_of_other_fields_are_irrelevant(specialty: str, pick: Pick) -> None:
    """Achievements, work and moves in other fields change nothing where the field is asked for."""
    how = any_setting(pick, specialty)
    without, with_others = drawn(pick, specialty), []
    for data in without:
        more, another = copy.deepcopy(data), any_data(pick, specialty)
        for section in ("achievements", "work", "post_changes"):
            found = another.get(section)
            if found and section in more:
                others = [{**_without_id(record), "fields": ["other"]} for record in found]
                more[section] = [*others, *more[section]]
        with_others.append(consistent(more))
    # What asks something of every record, whatever its field, is not met by one of another field.
    clauses = book(specialty).clauses.values()
    free = above({one.id for one in clauses if one.id in ANY_FIELD or one.form == "every"}, how)
    # A clause that is there under another reading only is governed by no article under this one.
    chosen = rule_book(how)
    asked = {clause for track in chosen.tracks for clause in chosen.under(track)}
    for before, after, data in zip(
        judged(without, how), judged(with_others, how), with_others, strict=True
    ):
        changed = {c: s for c, s in before.items() if s != after[c] and c in asked - free}
        assert changed == {}, (data, how.readings)


def sorted_answer(answer: Answer) -> Answer:
    """Return *answer* with its lists in order; the solver gives them in any."""
    return Answer(
        statuses=answer.statuses,
        failed={key: sorted(tests) for key, tests in answer.failed.items()},
        open={key: sorted(tests) for key, tests in answer.open.items()},
        totals=answer.totals,
        windows=answer.windows,
        classes=answer.classes,
        derived={
            record: {attribute: sorted(values, key=str) for attribute, values in told.items()}
            for record, told in answer.derived.items()
        },
        needs={key: sorted(missing) for key, missing in answer.needs.items()},
    )


@EACH_SPECIALTY
def test_one_by_one_equals_in_a_crowd(specialty: str) -> None:
    """Everything that is read from the solver is the same for a dossier alone and among hundreds of others."""
    how = setting(specialty)
    many = [dossier_of(data) for data in crowd(7, CROWD, specialty)]
    among = evaluate(many, how)
    for place in random.Random(7).sample(range(CROWD), ALONE):  # noqa: S311 - as in crowd
        (single,) = evaluate([many[place]], how)
        assert single.entries == among[place].entries
        assert sorted_answer(single.answer) == sorted_answer(among[place].answer)


@EACH_TRACK
def test_assessments_one_by_one_equal_those_in_a_crowd(specialty: str, track: str) -> None:
    """The whole assessment, too, word for word; with rivals for some."""
    many = [dossier_of(data) for data in crowd(8, SMALL_CROWD, specialty)]
    among = assess_many(many, track=track, rivals=False)
    for place in random.Random(8).sample(range(SMALL_CROWD), ALONE // 4):  # noqa: S311 - as in crowd
        assert assess(many[place], track=track, rivals=False) == among[place]
    few = many[:2]
    assert [assess(dossier, track=track) for dossier in few] == assess_many(few, track=track)
