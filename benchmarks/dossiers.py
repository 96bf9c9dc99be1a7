"""Made-up dossiers that look like real ones: the same bytes for the same seed, on every machine."""

import json
import random
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final, get_args

from reasoner.model.achievements import ACHIEVEMENTS
from reasoner.model.achievements.kinds import Achievement
from reasoner.model.dossier import Dossier
from reasoner.model.records import (
    Appointment,
    Degree,
    Education,
    Employer,
    Honour,
    Misconduct,
    Person,
    PostChange,
    Record,
    SkillCertificate,
    Title,
    TrainingCertificate,
    Work,
)
from reasoner.model.word import Word
from reasoner.model.words.answers import ExpertQuestion
from reasoner.model.words.person import Field

ACHIEVEMENTS_EACH: Final = 40
LEFT_OUT: Final = 0.03
_USUAL: Final = 0.75
_ANSWERED: Final = 0.8
_YES: Final = 0.9

# Section, class of its records, and how many there may be.
_SECTIONS: Final[tuple[tuple[str, type[Record], Sequence[int]], ...]] = (
    ("education", Education, (1, 1, 2)),
    ("degrees", Degree, (0, 1, 1, 2)),
    ("titles", Title, (1, 2, 3)),
    ("appointments", Appointment, (1, 2, 3)),
    ("post_changes", PostChange, (0, 0, 1)),
    ("work", Work, (1, 2, 3)),
    ("skill_certificates", SkillCertificate, (0, 0, 1)),
    ("training_certificates", TrainingCertificate, (0, 0, 0, 1)),
    ("honours", Honour, (0, 0, 0, 1)),
    ("misconduct", Misconduct, (0, 0, 0, 0, 0, 0, 1)),
)

# What most records say; the rest says anything.
_USUAL_WORDS: Final[Mapping[str, Sequence[str]]] = {
    "in_post": ("yes",),
    "workplace": ("zhejiang",),
    "directions": ("iot_application", "iot_cloud_platform"),
    "employer_type": ("enterprise",),
    "education_level": ("bachelor", "master"),
    "completion": ("graduated",),
    "subject": ("own_field",),
    "series": ("engineering",),
    "title_grade": ("intermediate",),
    "work_nature": ("technical",),
    "sub_topic": ("no",),
    "project_state": ("accepted", "completed"),
    "patent_type": ("invention",),
    "patent_state": ("granted",),
    "standard_state": ("in_force",),
    "paper_state": ("published",),
    "article_type": ("research",),
    "venue_type": ("journal",),
    "serial_number": ("cn", "issn"),
    "authorship": ("first_author",),
    "outcome": ("adopted",),
}
# Around the limits of the rules, without knowing them.
_MONEY: Final = (20, 30, 150, 350, 499, 500, 1200, 6000, 50000)
_HEADS: Final = (3, 10, 15, 29, 30, 60, 120, 420, 2500)
_READS: Final = (1000, 9_999, 50_000, 100_000, 500_000, 1_000_000)
_NUMBERS: Final[Mapping[str, Sequence[int | str]]] = {
    "rank": (1, 1, 2, 3, 4, 6, "unlisted"),
    "amount": _MONEY,
    "sales": _MONEY,
    "revenue": _MONEY,
    "team_size": _HEADS,
    "employees": _HEADS,
    "maintenance_income": _MONEY,
    "added_output": _MONEY,
    "added_tax": _MONEY,
    "own_words": (0, 20_000, 50_000, 80_000, 100_000, 150_000, 300_000),
    "outlets": (1, 3, 5, 10, 20, 30),
    "account_reads": _READS,
    "portal_reads": _READS,
}
_NEVER_TOLD: Final = frozenset({"id", "name", "note", "kind", "same_work"})
_LISTS: Final = frozenset({"fields", "directions", "indexed_in", "authorship", "school_class"})
_GRADES: Final = (*["qualified"] * 12, *["excellent"] * 6, "basically_qualified", "explained")
_JUDGED: Final = ("iot.senior.4", "iot.senior.10", "iot.senior.11")
_QUESTIONS: Final[Mapping[str, ExpertQuestion]] = {
    "patent": ExpertQuestion.ECONOMIC_BENEFIT,
    "industry_award": ExpertQuestion.RENOWNED,
    "award": ExpertQuestion.EQUIVALENT_LEVEL,
    "project": ExpertQuestion.EQUIVALENT_LEVEL,
    "platform": ExpertQuestion.EQUIVALENT_PLATFORM,
    "policy_plan": ExpertQuestion.EQUIVALENT_PLAN,
    "education": ExpertQuestion.RELATED_FIELD_RECOGNISED,
    "degree": ExpertQuestion.RELATED_FIELD_RECOGNISED,
}

Data = dict[str, Any]


def dossiers(
    seed: int, count: int, achievements: int = ACHIEVEMENTS_EACH, field: Field = Field.IOT
) -> list[Dossier]:
    """Return *count* dossiers with so many *achievements* each, as `dossier_bytes` has them."""
    return [
        Dossier.model_validate_json(dossier_bytes(seed, number, achievements, field))
        for number in range(count)
    ]


def dossier_bytes(
    seed: int, number: int, achievements: int = ACHIEVEMENTS_EACH, field: Field = Field.IOT
) -> bytes:
    """Return dossier *number* of the crowd that *seed* stands for, as JSON; most of it belongs to *field*."""
    data = _Author(f"{seed}/{number}", field).dossier(f"made-up-{number}", achievements)
    return json.dumps(data, ensure_ascii=False, sort_keys=True).encode()


class _Author:
    """Writes one dossier."""

    def __init__(self, seed: str, field: Field) -> None:
        self._random = random.Random(seed)  # noqa: S311 - nobody must be unable to guess it
        self._usual = {**_USUAL_WORDS, "fields": (field.value,)}

    def dossier(self, name: str, achievements: int) -> Data:
        data: Data = {
            "person": self._record(Person, "person"),
            "employer": self._record(Employer, "employer"),
            "assessments": {
                str(year): self._pick(_GRADES) for year in range(2021, 2026) if self._told()
            },
            "continuing_education": {
                str(year): "yes" if self._random.random() < _YES else "no"
                for year in range(2024, 2027)
                if self._told()
            },
            "self_score": str(self._random.randint(4000, 9999) / 100),
            "achievements": [
                self._record(ACHIEVEMENTS[place % len(ACHIEVEMENTS)], f"achievements-{place}")
                for place in range(achievements)
            ],
        }
        for section, kind, counts in _SECTIONS:
            data[section] = [
                self._record(kind, f"{section}-{place}") for place in range(self._pick(counts))
            ]
        data = {section: content for section, content in data.items() if self._told()}
        return {
            "candidate": {"id": name},
            "determinations": [*self._judgements(), *self._expert_answers(data)],
            **data,
        }

    def _record(self, kind: type[Record], name: str) -> Data:
        data: Data = {"id": name}
        if issubclass(kind, Achievement):
            data["kind"] = kind.kind_of_record
        start = self._day(2012, 2025)
        for attribute in _attributes(kind):
            if self._told():
                data[attribute] = self._value(kind, attribute, start)
        if "rank" in data:
            # Who has a place on the certificate is listed on it; the model holds on to that.
            data.pop("listed", None)
        return data

    def _value(self, kind: type[Record], attribute: str, start: str) -> object:
        match attribute:
            case "evidence":
                return [] if self._random.random() < LEFT_OUT else ["contract", "report"]
            case "date":
                return self._day(2014, 2026)
            case "start":
                return start
            case "end":
                return self._pick(("ongoing", str(int(start[:4]) + self._random.randint(1, 8))))
        if attribute in _NUMBERS:
            return str(self._pick(_NUMBERS[attribute]))
        usual = self._usual.get(attribute, ())
        known = usual if usual and self._random.random() < _USUAL else _words(kind, attribute)
        word = self._pick(known)
        return [word] if attribute in _LISTS else word

    def _day(self, first: int, last: int) -> str:
        """Return a date, most often to the day."""
        parts = (
            f"{self._random.randint(first, last)}",
            f"{self._random.randint(1, 12):02}",
            f"{self._random.randint(1, 28):02}",
        )
        return "-".join(parts[: self._pick((3, 3, 3, 3, 2, 1))])

    def _judgements(self) -> list[Data]:
        return [
            self._determination(clause=clause)
            for clause in _JUDGED
            if self._random.random() < _ANSWERED
        ]

    def _expert_answers(self, data: Data) -> list[Data]:
        return [
            self._determination(
                record=record["id"], question=_QUESTIONS[_kind(section, record)].value
            )
            for section, records in data.items()
            if isinstance(records, list)
            for record in records
            if _kind(section, record) in _QUESTIONS and self._random.random() < _ANSWERED
        ]

    def _determination(self, **subject: str) -> Data:
        answer = "yes" if self._random.random() < _YES else "no"
        return {
            **subject,
            "answer": answer,
            "by": "panel",
            "date": "2026-07-20",
            "basis": "material",
        }

    def _told(self) -> bool:
        return self._random.random() >= LEFT_OUT

    def _pick(self, choices: Sequence[Any]) -> Any:  # noqa: ANN401 - whatever the choices are
        return choices[self._random.randrange(len(choices))]


def _kind(section: str, record: Data) -> str:
    kinds = {name: kind.kind_of_record for name, kind, _ in _SECTIONS}
    return str(record.get("kind") or kinds.get(section))


@cache
def _attributes(kind: type[Record]) -> tuple[str, ...]:
    return tuple(name for name in kind.model_fields if name not in _NEVER_TOLD)


@cache
def _words(kind: type[Record], attribute: str) -> tuple[str, ...]:
    return tuple(word.value for word in _vocabulary(kind.model_fields[attribute].annotation) or ())


def _vocabulary(annotation: object) -> type[Word] | None:
    if isinstance(annotation, type) and issubclass(annotation, Word):
        return annotation
    found = (_vocabulary(inner) for inner in get_args(annotation))
    return next((vocabulary for vocabulary in found if vocabulary is not None), None)
