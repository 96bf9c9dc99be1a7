"""Dossiers, readings and notices for checks by Hypothesis: everything that the models can hold.

A dossier is drawn as the data that a file would hold, keys in English, so that checks can change it; `dossier_of` reads
it. Every field is drawn from a finite list (`values_of`), mostly near the numbers and days of the regulation, so the
same generator serves Hypothesis and seeded crowds (`crowd`). A dossier can be put before every track; what is drawn for
a specialty is near the limits of its clauses, and decides what its rules ask to be decided.
"""

import copy
import datetime as dt
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, Final, TypeVar, get_args

from hypothesis import strategies as st
from pydantic import BaseModel

from reasoner.catalog import shipped_rules
from reasoner.evaluate import Setting, rule_book
from reasoner.facts import kinds_of_sections
from reasoner.intake.dossier import read_notice
from reasoner.model import fields
from reasoner.model.achievements import ACHIEVEMENTS
from reasoner.model.achievements.kinds import Achievement
from reasoner.model.dates import Ongoing, PartialDate
from reasoner.model.dossier import Dossier
from reasoner.model.notice import Notice
from reasoner.model.records import Record
from reasoner.model.vocabulary import is_money
from reasoner.model.word import Word
from reasoner.model.words.answers import ExpertQuestion, YesNo
from reasoner.model.words.levels import Rank
from reasoner.model.words.qualifications import AssessmentGrade
from reasoner.rule_book import RuleBook
from tests.clause_tables import rows

Data = dict[str, Any]
Choices = TypeVar("Choices")

SPECIALTIES: Final = tuple(shipped_rules().specialties())
SINGLE_SECTIONS: Final = ("application", "person", "employer", "materials")
DAYS_OF_APPLICATION: Final = (
    "application_from",
    "application_until",
    "unit_recommendation_until",
    "city_recommendation_until",
)
SCORES: Final = ("self_score", "verified_score")
YEARS_BACK: Final = (0, 1, 2, 4, 5, 12)
DEFINITE_RANKS: Final = tuple(range(1, 13))


class Pick:
    """Chooses from finite lists: by Hypothesis, which then shrinks towards the first of each, or by a seed."""

    def __init__(self, below: Callable[[int], int]) -> None:
        """Take what returns a number from 0 to below its argument."""
        self._below = below

    def one(self, choices: Sequence[Choices]) -> Choices:
        """Return one of *choices*."""
        return choices[self._below(len(choices))]

    def some(self, choices: Sequence[Choices], most: int) -> list[Choices]:
        """Return up to *most* of *choices*, in their order, none twice."""
        wanted = self._below(min(most, len(choices)) + 1)
        chosen: set[int] = set()
        while len(chosen) < wanted:
            chosen.add(self._below(len(choices)))
        return [choices[place] for place in sorted(chosen)]

    def shuffled(self, choices: Sequence[Choices]) -> list[Choices]:
        """Return *choices* in another order."""
        rest, found = list(choices), []
        while rest:
            found.append(rest.pop(self._below(len(rest))))
        return found

    def chance(self, percent: int) -> bool:
        """Return whether something happens that does so in *percent* of a hundred cases."""
        return self._below(100) >= 100 - percent


@cache
def _numbers(below: int) -> st.SearchStrategy[int]:
    return st.integers(0, below - 1)


@st.composite
def picks(draw: st.DrawFn) -> Pick:
    """Draw a chooser, for checks that choose as they go along."""
    return Pick(lambda below: draw(_numbers(below)))


# Days ------------------------------------------------------------------------------------------


def _years_before(day: dt.date, years: int) -> dt.date:
    return day.replace(year=day.year - years, day=min(day.day, 28) if day.month == 2 else day.day)


@cache
def notice_of(specialty: str) -> Notice:
    """Return the notice that is shipped for *specialty*."""
    return read_notice(shipped_rules().notice(specialty))


def _cut_offs() -> Iterator[PartialDate]:
    for notice in map(notice_of, SPECIALTIES):
        yield from (notice.tenure_until, notice.achievements_until)


def _near_days() -> Iterator[str]:
    for until in _cut_offs():
        for years in YEARS_BACK:
            edge = _years_before(until.last_day() + dt.timedelta(days=1), years)
            yield from (str(edge + dt.timedelta(days=shift)) for shift in (-1, 0, 1))
            yield f"{edge:%Y-%m}"
            yield f"{edge:%Y}"
            yield f"{edge.year}-01-01"


DAYS: Final = tuple(
    dict.fromkeys((*_near_days(), "2024-02-29", "2023-06", "1999-12", "2099-01-01"))
)
DEFINITE_DAYS: Final = tuple(day for day in DAYS if day.count("-") == 2)
ENDS: Final = ("ongoing", *DAYS)

# In 万元: the limits of the tables, and just below them.
_MONEY: Final = (30, 50, 100, 200, 300, 500, 1000, 2000, 5000, 10_000, 40_000, 100_000)
_PERSONS: Final = (10, 15, 20, 30, 50, 100, 300, 1000, 2000)
AMOUNTS: Final = ("0", "1.2亿元", *map(str, _MONEY), *(f"{limit - 1}.99" for limit in _MONEY))
COUNTS: Final = (0, *_PERSONS, *(limit - 1 for limit in _PERSONS))
POINTS: Final = ("80", "79.99", "80.01", "60", "0", "100", "99.99", "76.5")
TEXTS: Final = ("甲", "乙项目", "third")


# Records ---------------------------------------------------------------------------------------


def record_classes() -> tuple[type[Record], ...]:
    """Return every class of record that a dossier can hold."""
    return tuple(kind for kinds in section_classes().values() for kind in kinds)


@cache
def section_classes() -> Mapping[str, tuple[type[Record], ...]]:
    """Return the classes of the records that each section can hold."""
    by_kind = {
        kind.kind_of_record: kind for kind in _below(Record) if hasattr(kind, "kind_of_record")
    }
    return {
        section: tuple(by_kind[kind] for kind in kinds)
        for section, kinds in kinds_of_sections().items()
        if section not in ("assessments", "continuing_education")
    }


def _below(kind: type[Record]) -> Iterator[type[Record]]:
    for inner in kind.__subclasses__():
        yield inner
        yield from _below(inner)


def words_of(annotation: object) -> tuple[type[Word], ...]:
    """Return the vocabularies in *annotation*."""
    if isinstance(annotation, type) and issubclass(annotation, Word):
        return (annotation,)
    return tuple(word for inner in get_args(annotation) for word in words_of(inner))


def is_list(annotation: object) -> bool:
    """Tell whether the values of *annotation* are lists."""
    return getattr(annotation, "__origin__", None) is tuple or any(
        map(is_list, get_args(annotation))
    )


_BY_NAME: Final[Mapping[str, tuple[Any, ...]]] = {
    "id": TEXTS,
    "name": TEXTS,
    "note": TEXTS,
    "same_work": TEXTS,
    "evidence": (["合同"], ["合同", "验收报告"], []),
    "rank": (*DEFINITE_RANKS, Rank.UNLISTED.value),
}
_BY_READER: Final[tuple[tuple[object, tuple[Any, ...]], ...]] = (
    (fields.End, ENDS),
    (fields.Day, DAYS),
    (fields.Amount, AMOUNTS),
    (fields.Count, COUNTS),
)


@cache
def values_of(model: type[BaseModel], field: str) -> tuple[Any, ...]:
    """Return the values that *field* of *model* is drawn from: all words, or numbers and days near the limits.

    Raises:
        LookupError: nothing says what the field holds; say it here, or no check will ever tell it.
    """
    annotation = model.model_fields[field].annotation
    if field == "kind" and issubclass(model, Achievement):
        return (model.kind_of_record,)
    if field in _BY_NAME:
        return _BY_NAME[field]
    held = get_args(annotation)
    for meant, values in _BY_READER:
        if meant in held:
            return values
    known = [word.value for vocabulary in words_of(annotation) for word in vocabulary]
    if not known:
        raise LookupError(f"{model.__name__}.{field}: {annotation}")
    if not is_list(annotation):
        return tuple(known)
    return (*([word] for word in known), *map(list, pairwise(known)), [])


def _record(pick: Pick, kind: type[Record], name: str, told: int) -> Data:
    data: Data = {}
    if pick.chance(90):
        data["id"] = name
    if issubclass(kind, Achievement):
        data["kind"] = kind.kind_of_record
    for field in kind.model_fields:
        if field in ("id", "kind"):
            continue
        if pick.chance(10 if field in ("name", "note") else told):
            data[field] = copy.deepcopy(pick.one(values_of(kind, field)))
    return data


# Dossiers --------------------------------------------------------------------------------------


@cache
def book(specialty: str) -> RuleBook:
    """Return the rule book under the default readings and the shipped notice."""
    return rule_book(Setting(shipped_rules(), specialty, notice_of(specialty)))


@cache
def judged_clauses(specialty: str) -> tuple[str, ...]:
    """Return the clauses that someone responsible can determine: judgements, and what is above them."""
    clauses, under = book(specialty).clauses, book(specialty).under
    return tuple(
        clause
        for clause in clauses
        if any(clauses[inner].form == "by_determination" for inner in under(clause))
    )


def random_data(pick: Pick, specialty: str) -> Data:
    """Return a dossier of which every field is drawn."""
    told = pick.one((85, 98, 50))
    data: Data = {"format": "zhicheng.dossier/1", "candidate": {"id": "c"}}
    if pick.chance(20):
        data["candidate"]["name"] = pick.one(TEXTS)
    if pick.chance(20):
        routes = [route for track in book(specialty).tracks.values() for route in track.routes]
        if routes:
            data["path"] = pick.one(routes)
    for section, kinds in section_classes().items():
        if not pick.chance(told):
            continue
        if section in SINGLE_SECTIONS:
            data[section] = _record(pick, kinds[0], section, told)
        else:
            many = pick.one((0, 1, 2, 3) if len(kinds) == 1 else (1, 3, 5, 8))
            data[section] = [
                _record(pick, pick.one(kinds), f"{section}-{place}", told) for place in range(many)
            ]
    data |= _years(pick, specialty, told)
    for score in SCORES:
        if pick.chance(60):
            data[score] = pick.one(POINTS)
    data["determinations"] = _determinations(pick, data, specialty)
    return consistent(data)


def _years(pick: Pick, specialty: str, told: int) -> Data:
    """Return what is told by the year."""
    notice, data = notice_of(specialty), Data()
    for section, vocabulary, years in (
        ("assessments", AssessmentGrade, (*notice.assessment_years, 2020)),
        ("continuing_education", YesNo, (*notice.continuing_education_years, 2020)),
    ):
        if pick.chance(told):
            words = [word.value for word in vocabulary]
            data[section] = {str(year): pick.one(words) for year in years if pick.chance(told)}
    return data


def _determinations(pick: Pick, data: Data, specialty: str) -> list[Data]:
    found = [{"clause": clause} for clause in pick.some(judged_clauses(specialty), 6)]
    for record in records_in(data):
        if "id" in record:
            found += [
                {"record": record["id"], "question": question.value}
                for question in ExpertQuestion
                if pick.chance(25)
            ]
    return [determination(pick.one(("yes", "no")), **subject) for subject in found]


def determination(answer: str, **subject: str) -> Data:
    """Return the word of someone responsible on *subject*."""
    return {**subject, "answer": answer, "by": "专家组", "date": "2026-07-01", "basis": "评审记录"}


def records_in(data: Data) -> Iterator[Data]:
    """Yield every record of *data*, to be looked at or changed."""
    for section in section_classes():
        content = data.get(section)
        if isinstance(content, dict):
            yield content
        elif content is not None:
            yield from content


def consistent(data: Data) -> Data:
    """Return *data* without contradictions that the models refuse; of two things told the later one goes."""
    data = copy.deepcopy(data)
    ids: set[str] = set()
    for record in records_in(data):
        if record.get("id") in ids:
            del record["id"]
        ids |= {record["id"]} if "id" in record else set()
        if "rank" in record and record.get("listed") == "no":
            del record["listed"]
        if "end" in record and "start" in record and _ends_early(record["start"], record["end"]):
            record["end"] = "ongoing"
    determinations: dict[tuple[str | None, ...], Data] = {}
    for told in data.get("determinations", ()):
        if "record" not in told or told["record"] in ids:
            subject = (told.get("clause"), told.get("record"), told.get("question"))
            determinations.setdefault(subject, told)
    data["determinations"] = list(determinations.values())
    return data


def _ends_early(start: str, end: str) -> bool:
    return end != "ongoing" and end[: len(start)] < start[: len(end)]


def dossier_of(data: Data) -> Dossier:
    """Read *data* as the dossier of a file is read."""
    return Dossier.model_validate(data, by_alias=False, by_name=True)


def data_of(part: BaseModel) -> Data:
    """Return what `dossier_of` reads as *part*."""
    return {
        name: _plain(name, value)
        for name in type(part).model_fields
        if (value := getattr(part, name)) is not None
    }


def _plain(name: str, value: object) -> Any:  # noqa: ANN401 - anything that a file can hold
    found: Any = value
    match value:
        case BaseModel():
            found = data_of(value)
        case Word():
            found = value.value
        case PartialDate():
            found = str(value)
        case Ongoing():
            found = "ongoing"
        case tuple():
            found = [_plain(name, inner) for inner in value]
        case dict():
            found = {str(key): _plain(name, inner) for key, inner in value.items()}
        case int() if is_money(name) or name in (*SCORES, "threshold"):
            found = f"{value // 100}.{value % 100:02}"
    return found


@cache
def near_boundary(specialty: str) -> Mapping[str, tuple[Data, ...]]:
    """Return the dossiers of the clause tables, by clause: they meet it just so, or just not."""
    found: dict[str, list[Data]] = {}
    for row in rows(specialty):
        dossier = Dossier.model_validate({"candidate": {"id": "c"}, **row.dossier})
        found.setdefault(row.clause, []).append(data_of(dossier))
    return {clause: tuple(data) for clause, data in found.items()}


def _near(pick: Pick, specialty: str) -> Data:
    known = near_boundary(specialty)
    return copy.deepcopy(pick.one(known[pick.one([*known])]))


def _near_a_track(pick: Pick, specialty: str) -> Data:
    track = pick.one([*book(specialty).tracks])
    return copy.deepcopy(pick.one(near_boundary(specialty)[track]))


def boundary_data(pick: Pick, specialty: str) -> Data:
    """Return a dossier near a limit: one of the clause tables, mixed with others, with a few fields drawn anew."""
    data = _near_a_track(pick, specialty) if pick.chance(60) else _near(pick, specialty)
    for number in range(pick.one((0, 1, 2))):
        data = joined(data, _near(pick, specialty), f"-{number}")
    for _ in range(pick.one((0, 1, 2, 4))):
        _change(pick, data)
    return consistent(data)


def joined(data: Data, other: Data, suffix: str) -> Data:
    """Return the records of both; where only one thing fits, that of *data*."""
    other = copy.deepcopy(other)
    for record in records_in(other):
        if "id" in record:
            record["id"] += suffix
    for told in other.get("determinations", ()):
        if "record" in told:
            told["record"] += suffix
    found = dict(data)
    for section, content in other.items():
        held = found.get(section)
        if isinstance(content, list) and isinstance(held, list):
            found[section] = [*held, *content]
        elif isinstance(content, dict) and isinstance(held, dict):
            found[section] = {**content, **held}
        else:
            found.setdefault(section, content)
    return found


def _change(pick: Pick, data: Data) -> None:
    """Draw one field anew, or leave it or its section out."""
    class_of = {kind.kind_of_record: kind for kind in ACHIEVEMENTS}
    places = [
        (record, class_of.get(record.get("kind", ""), section_classes()[section][0]))
        for section in section_classes()
        if section in data
        for record in ([data[section]] if isinstance(data[section], dict) else data[section])
    ]
    if not places or pick.chance(10):
        section = pick.one(sorted({*data} - {"format", "candidate", "determinations"}) or ["path"])
        data.pop(section, None)
        return
    record, kind = pick.one(places)
    field = pick.one([name for name in kind.model_fields if name not in ("id", "kind")])
    if pick.chance(25):
        record.pop(field, None)
    else:
        record[field] = copy.deepcopy(pick.one(values_of(kind, field)))


def any_data(pick: Pick, specialty: str) -> Data:
    """Return any dossier, more often one near a limit."""
    draw = boundary_data if pick.chance(65) else random_data
    return draw(pick, specialty)


def crowd(seed: int, count: int, specialty: str) -> list[Data]:
    """Return *count* dossiers, the same for the same seed."""
    generator = random.Random(seed)  # noqa: S311 - nobody must be unable to guess it
    pick = Pick(generator.randrange)
    found = [any_data(pick, specialty) for _ in range(count)]
    for number, data in enumerate(found):
        data["candidate"]["id"] = f"c{number}"
    return found


# Settings --------------------------------------------------------------------------------------


def any_readings(
    pick: Pick, specialty: str, most: int | None = None, fixed: Sequence[str] = ()
) -> dict[str, str]:
    """Return options of up to *most* readings, or of any number; those in *fixed* keep their defaults."""
    known = [one for one in book(specialty).readings.values() if one.id not in fixed]
    chosen = known if most is None and pick.chance(50) else pick.some(known, most or 4)
    return {reading.id: pick.one([option.id for option in reading.options]) for reading in chosen}


def any_notice(pick: Pick, specialty: str) -> Notice:
    """Return a notice: often the shipped one, or other cut-offs and years, with or without a threshold."""
    data = data_of(notice_of(specialty))
    if pick.chance(40):
        data["achievements_until"] = pick.one(DEFINITE_DAYS)
        data["tenure_until"] = pick.one(DEFINITE_DAYS)
        data["assessment_years"] = pick.one(([2025], [2023, 2024, 2025], [*range(2016, 2026)]))
        data["continuing_education_years"] = pick.one(([2026], [2024, 2025]))
        data |= {
            "by_analogy": pick.one(("yes", "no")),
            "name": pick.one(TEXTS),
            "basis": pick.one(TEXTS),
        }
        for day in DAYS_OF_APPLICATION:
            data[day] = pick.one((None, *DEFINITE_DAYS))
    if pick.chance(50):
        data["threshold"] = pick.one(POINTS)
    return Notice.model_validate(data, by_alias=False, by_name=True)


def any_setting(
    pick: Pick, specialty: str, most: int | None = None, fixed: Sequence[str] = ()
) -> Setting:
    """Return the shipped rules under readings as `any_readings` has them, and a notice as `any_notice` has it."""
    chosen = any_readings(pick, specialty, most, fixed)
    return Setting(shipped_rules(), specialty, any_notice(pick, specialty), chosen)
