"""A dossier and a notice become facts.

Only our own words, whole numbers and generated ids become symbols; no text of the candidate does.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final, get_args

from reasoner.model.achievements import ACHIEVEMENTS
from reasoner.model.achievements.kinds import Achievement
from reasoner.model.dates import (
    ONGOING_NUMBER,
    Ongoing,
    PartialDate,
    interval,
    interval_after,
)
from reasoner.model.dossier import Dossier
from reasoner.model.notice import Notice
from reasoner.model.records import Record
from reasoner.model.word import Word
from reasoner.model.words.answers import Evidence


class Quoted(str):
    """A string of the rules, such as a clause id; a plain ``str`` in a fact is a constant."""

    __slots__ = ()


Fact = tuple[str, tuple[str | int, ...]]

# A word, a number that is told as a word is (a year), or the bounds of a number.
Told = str | int | tuple[int, int]

# Years are told by the year, so each year that the notice looks at is a record, told or not.
_YEARLY = {
    "assessments": ("assessment", "assessment_grade"),
    "continuing_education": ("continuing_education", "requirement_met"),
}
_SCORES = ("self_score", "verified_score")
# Sections that are one record, there for everybody, told or not; their name is the kind.
_SINGLE = ("application", "person", "employer", "materials")
_ENDS = frozenset({"end"})
NONE = "none"

DOSSIER_PREDICATES: Final = frozenset(
    {"applicant", "listed", "item", "range", "value", "determined"}
)
"""The predicates of what a dossier tells; other facts are the same for every dossier."""

CELLS: Final = frozenset({"value", "range"})
"""The predicates of what a record tells in one attribute."""

_NEVER_FACTS = frozenset({"id", "name", "note", "kind", "evidence", "same_work"})


@dataclass(frozen=True)
class Entry:
    """One record as the rules know it: its kind, where the dossier has it, and what it tells.

    *section* and *place* find it in the dossier; *told* maps attributes to words, and to the bounds of numbers.
    """

    kind: str
    section: str
    place: int | None
    name: str
    told: Mapping[str, tuple[Told, ...]]


@cache
def kinds_of_sections() -> Mapping[str, tuple[str, ...]]:
    """Return the kinds of record that each section of a dossier can hold."""
    kinds: dict[str, tuple[str, ...]] = {}
    for section, field in Dossier.model_fields.items():
        found = tuple(_record_kinds(field.annotation))
        if found:
            kinds[section] = found
    kinds["achievements"] = tuple(kind.kind_of_record for kind in ACHIEVEMENTS)
    kinds |= {section: (kind,) for section, (kind, _) in _YEARLY.items()}
    return MappingProxyType(kinds)


def _record_kinds(annotation: object) -> Iterator[str]:
    if (
        isinstance(annotation, type)
        and issubclass(annotation, Record)
        and not issubclass(annotation, Achievement)
    ):
        yield annotation.kind_of_record
    for inner in get_args(annotation):
        yield from _record_kinds(inner)


def entries(
    dossier: Dossier, notice: Notice, self_score: tuple[int, int] | None = None
) -> tuple[Entry, ...]:
    """Return the records of *dossier*, in the order of the dossier; their places are their ids in the rules.

    *self_score*, its least and its most, replaces the score that the dossier states.
    """
    determined: dict[str, dict[str, str]] = {}
    for told in dossier.determinations:
        if told.record is not None and told.question is not None:
            determined.setdefault(told.record, {})[told.question.value] = told.answer.value
    works: dict[str, int] = {}
    found = [
        _entry(section, place, record, determined.get(record.id or "", {}), works)
        for section, place, record in dossier.records()
    ]
    told_kinds = {entry.kind for entry in found}
    found += [Entry(kind, kind, None, kind, {}) for kind in _SINGLE if kind not in told_kinds]
    found += _yearly(dossier, notice)
    found += _scores(dossier, self_score)
    return tuple(found)


def _entry(
    section: str,
    place: int | None,
    record: Record,
    determined: Mapping[str, str],
    works: dict[str, int],
) -> Entry:
    """Return the entry of *record*; *works* numbers the pieces of work that records say they are about."""
    told: dict[str, tuple[Told, ...]] = {}
    for attribute in type(record).model_fields:
        value = getattr(record, attribute)
        if value is None or attribute in _NEVER_FACTS:
            continue
        told[attribute] = _told(attribute, value)
    if isinstance(record, Achievement) and record.evidence is not None:
        told["evidence"] = (Evidence.GIVEN.value if record.evidence else Evidence.NONE.value,)
    if isinstance(record, Achievement) and record.same_work is not None:
        told["same_work"] = (works.setdefault(record.same_work, len(works)),)
    for question, answer in determined.items():
        told[question] = (answer,)
    return Entry(record.kind_of_record, section, place, record.id or "", told)


def _told(attribute: str, value: object) -> tuple[Told, ...]:
    match value:
        case Word():
            return (value.value,)
        case tuple():
            # An empty list says that there is none, which is not the same as nothing told.
            return tuple(word.value for word in value) or (NONE,)
        case PartialDate():
            return (interval_after(value) if attribute in _ENDS else interval(value),)
        case Ongoing():
            return ((ONGOING_NUMBER, ONGOING_NUMBER),)
        case int():
            return ((value, value),)
        case _:
            raise TypeError(attribute)


def _yearly(dossier: Dossier, notice: Notice) -> Iterator[Entry]:
    looked_at = {
        "assessments": notice.assessment_years,
        "continuing_education": notice.continuing_education_years,
    }
    for section, (kind, attribute) in _YEARLY.items():
        told: Mapping[int, Word] = getattr(dossier, section) or {}
        for year in sorted({*told, *looked_at[section]}):
            words = {attribute: (told[year].value,)} if year in told else {}
            yield Entry(kind, section, year, str(year), {"year": (year,), **words})


def _scores(dossier: Dossier, self_score: tuple[int, int] | None) -> Iterator[Entry]:
    """Yield the scores; the self-score is asked of everybody, a verified one there is or is not."""
    for section in _SCORES:
        points: int | None = getattr(dossier, section)
        bounds = None if points is None else (points, points)
        if section == _SCORES[0]:
            bounds = self_score or bounds
        if bounds is not None or section == _SCORES[0]:
            told = {"points": (bounds,)} if bounds is not None else {}
            yield Entry(section, section, None, section, told)


def _listed(dossier: Dossier) -> Iterator[str]:
    yield from (*_SINGLE, "assessment", "continuing_education", *_SCORES)
    for section, kinds in kinds_of_sections().items():
        if isinstance(getattr(dossier, section), tuple):
            yield from kinds


def dossier_facts(number: int, dossier: Dossier, found: Iterable[Entry]) -> Iterator[Fact]:
    """Yield the facts of applicant *number*, whose records *entries* found."""
    yield "applicant", (number,)
    for kind in _listed(dossier):
        yield "listed", (number, kind)
    for place, entry in enumerate(found):
        yield "item", (number, place, entry.kind)
        for attribute, values in entry.told.items():
            for value in values:
                if isinstance(value, tuple):
                    yield "range", (number, place, attribute, *value)
                else:
                    yield "value", (number, place, attribute, value)
    for told in dossier.determinations:
        if told.clause is not None:
            yield "determined", (number, Quoted(told.clause), told.answer.value)


def is_of_cell(fact: Fact, number: int, attribute: str) -> bool:
    """Tell whether *fact* is what record *number* tells in *attribute*."""
    name, arguments = fact
    if name not in CELLS:
        return False
    _, record, told, *_ = arguments
    return (record, told) == (number, attribute)


def bounds_in(facts: Iterable[Fact]) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the numbers among *facts*."""
    for name, arguments in facts:
        if name == "range":
            *_, low, high = arguments
            yield int(low), int(high)


def notice_facts(notice: Notice) -> Iterator[Fact]:
    """Yield the parameters of the year."""
    for clock, until in (
        ("application", notice.application_until),
        ("unit_recommendation", notice.unit_recommendation_until),
        ("city_recommendation", notice.city_recommendation_until),
        ("achievements", notice.achievements_until),
        ("tenure", notice.tenure_until),
    ):
        if until is not None:
            yield "cutoff", (clock, interval_after(until)[1])
    if notice.application_from is not None:
        yield "opening", ("application", interval(notice.application_from)[0])
    for purpose, years in (
        ("assessment", notice.assessment_years),
        ("continuing_education", notice.continuing_education_years),
    ):
        for year in years:
            yield "notice_year", (purpose, year)
    if notice.threshold is not None:
        yield "parameter", ("threshold", notice.threshold)


def reading_facts(readings: Mapping[str, str]) -> Iterator[Fact]:
    """Yield the options that the user chose."""
    for reading, option in readings.items():
        yield "chosen", (Quoted(reading), option)
