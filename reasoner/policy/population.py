"""A made-up population of plausible candidates: the same bytes for the same seed, on every machine.

What it looks like stands in ``population.yaml``, beside this file.
"""

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML

from reasoner.errors import InputError, Problem, Text
from reasoner.evaluate import Setting, rule_book
from reasoner.model.achievements import ACHIEVEMENTS
from reasoner.model.word import nearest
from reasoner.model.words.person import Field
from reasoner.policy.record_fields import RecordFields, record_fields
from reasoner.rule_book import RuleBook

MIXED: Final = "mixed"
_SECTIONS: Final = {
    "post_change": "post_changes",
    "skill_certificate": "skill_certificates",
    "honour": "honours",
    "misconduct": "misconduct",
}
_OWN_WORDS: Final = ("fields", "directions")

Data = dict[str, Any]


@cache
def _population() -> Mapping[str, Any]:
    text = (Path(__file__).parent / "population.yaml").read_text(encoding="utf-8")
    found: Mapping[str, Any] = YAML(typ="safe", pure=True).load(text)
    return found


def profiles() -> tuple[str, ...]:
    """Return the profiles that a population can have, the mixture of all first."""
    return (MIXED, *_population()["profiles"])


def population(
    count: int, seed: int, setting: Setting, track: str, profile: str = MIXED
) -> Iterator[str]:
    """Yield *count* dossiers for *track*, each as one line of JSON with English keys.

    Raises:
        InputError: there is no such profile.
    """
    if profile not in profiles():
        known = ", ".join(profiles())
        raise InputError(
            [
                Problem(
                    Text("没有这种人群", "there is no such profile"),
                    source="--profile",
                    value=profile,
                    accepted=Text(known, known),
                    nearest=nearest(profile, list(profiles())),
                )
            ]
        )
    own = {attribute: _named(rule_book(setting), attribute) for attribute in _OWN_WORDS}
    for number in range(count):
        author = _Author(f"{seed}/{profile}/{track}/{number}", setting, track, own)
        data = author.dossier(f"synth-{seed}-{number}", profile)
        yield json.dumps(data, ensure_ascii=False, sort_keys=True)


class _Author:
    """Writes one dossier."""

    def __init__(
        self, seed: str, setting: Setting, track: str, own: Mapping[str, frozenset[str]]
    ) -> None:
        self._random = random.Random(seed)  # noqa: S311 - nobody must be unable to guess it
        self._setting = setting
        self._track = track
        self._own = own
        self._book = rule_book(setting)
        self._today = setting.notice.achievements_until.last_day()

    def dossier(self, name: str, profile: str) -> Data:
        if profile == MIXED:
            profile = self._weighted(_population()["mixed"])
        told: Mapping[str, Any] = _population()["profiles"][profile]
        graduated = self._today.year - self._between(told["years_of_work"])
        education = self._weighted(told["education"])
        data: Data = {
            "candidate": {"id": name},
            "person": self._record("person", graduated),
            "employer": self._record("employer", graduated),
            "education": [self._school("education", "education_level", education, graduated)],
            "degrees": self._degrees(education, graduated),
            "work": [self._record("work", graduated, start=graduated, ends=False)],
            "assessments": self._years("assessment_years", "assessment_grades"),
            "continuing_education": self._years("continuing_education_years", "requirement_met"),
            "self_score": f"{self._between(_population()['self_score']) / 100:.2f}",
            "training_certificates": [],
            "licences": [],
            **self._titles(told, graduated),
            "achievements": list(self._achievements(told, graduated)),
        }
        for kind, section in _SECTIONS.items():
            many = told.get(section) or _population().get(section) or {0: 1}
            data[section] = [
                self._record(kind, graduated, name=f"{section}-{place + 1}")
                for place in range(int(self._weighted(many)))
            ]
        return {**data, "determinations": [*self._judgements(), *self._expert_answers(data)]}

    def _degrees(self, education: str, graduated: int) -> list[Data]:
        degree = _population()["degree_of"].get(education)
        return [self._school("degree", "degree_level", degree, graduated)] if degree else []

    def _school(self, kind: str, attribute: str, level: str, graduated: int) -> Data:
        record = self._record(kind, graduated, name=f"{kind}-1")
        return record | {attribute: level, "date": f"{graduated}-06"}

    def _titles(self, told: Mapping[str, Any], graduated: int) -> Data:
        """Return titles one after the other, each with an appointment that begins soon after it."""
        titles: list[Data] = []
        appointments: list[Data] = []
        year = graduated
        for place, grade in enumerate(_population()["title_grades"]):
            if place >= int(self._weighted(told["titles"])) + 1:
                break
            year += self._between(told["years_to_title"]) if place else 1
            if year >= self._today.year:
                break
            titles.append(self._record("title", graduated, name=f"titles-{place + 1}"))
            titles[-1] |= {"title_grade": grade, "date": f"{year}-{self._month(1, 6)}"}
            if appointments:
                appointments[-1]["end"] = f"{year}-{self._month(6, 7)}"
            appointment = self._record("appointment", graduated, name=f"appointments-{place + 1}")
            series = {"series": titles[-1]["series"]} if "series" in titles[-1] else {}
            start = {"start": f"{year}-{self._month(8, 12)}", "end": "ongoing"}
            appointments.append(appointment | series | {"title_grade": grade} | start)
        return {"titles": titles, "appointments": appointments}

    def _achievements(self, told: Mapping[str, Any], graduated: int) -> Iterator[Data]:
        kinds = [model.kind_of_record for model in ACHIEVEMENTS]
        usual: Mapping[str, int] = _population()["achievements"]
        rare = {kind: 1 for kind in kinds if kind not in usual}
        for place in range(self._between(told["achievements"])):
            is_rare = self._chance(_population()["other_achievements"])
            kind = self._weighted(rare if is_rare else usual)
            record = self._record(kind, graduated, name=f"achievements-{place + 1}")
            if self._told():
                record["evidence"] = ["contract", "report"]
            yield record | {"kind": kind}

    def _record(
        self,
        kind: str,
        graduated: int,
        *,
        name: str = "",
        start: int | None = None,
        ends: bool = True,
    ) -> Data:
        fields = record_fields()[kind]
        record: Data = {"id": name} if name else {}
        for attribute in (*fields.words, *sorted(fields.numbers - {*fields.words})):
            if self._told():
                record[attribute] = self._value(fields, attribute)
        if "rank" in record:
            # Who has a place on the certificate is listed on it; the model holds on to that.
            record.pop("listed", None)
        self._date(record, fields, graduated if start is None else start, ends=ends)
        return record

    def _date(self, record: Data, fields: RecordFields, first: int, *, ends: bool) -> None:
        begun = self._between((first, self._today.year - 1)) if ends else first
        if "date" in fields.days and self._told():
            record["date"] = f"{begun}-{self._month(1, 12)}-{self._between((1, 28)):02}"
        if "start" in fields.days and self._told():
            record["start"] = f"{begun}-{self._month(1, 12)}"
        if "end" in fields.days and self._told():
            ended = begun + self._between((1, 4))
            is_over = ends and ended < self._today.year
            record["end"] = f"{ended}-{self._month(1, 12)}" if is_over else "ongoing"

    def _value(self, fields: RecordFields, attribute: str) -> Any:  # noqa: ANN401 - a word, a list or a number
        if attribute in fields.numbers:
            return self._weighted(_population()["numbers"][attribute])
        known = [word for word in fields.words[attribute] if word != "none" or attribute == "medal"]
        if attribute in _OWN_WORDS:
            return [self._own_word(attribute, known)]
        usual: Mapping[str, int] = _population()["words"].get(attribute, {})
        if not usual or self._chance(_population()["others"]):
            word = known[self._random.randrange(len(known))]
        else:
            word = self._weighted(usual)
        return [word] if attribute in fields.lists else word

    def _own_word(self, attribute: str, known: Sequence[str]) -> str:
        """Return a word that the rules of the track name, most often."""
        own = [word for word in known if word in self._own[attribute]]
        if not own or self._chance(_population()["others"] // 2):
            return Field.OTHER.value
        return own[self._random.randrange(len(own))]

    def _years(self, years: str, weights: str) -> Data:
        return {
            str(year): self._weighted(_population()[weights])
            for year in getattr(self._setting.notice, years)
            if self._told()
        }

    def _judgements(self) -> Iterator[Data]:
        for clause in self._book.clauses[self._track].parts:
            inner = self._book.under(clause)
            if any(self._book.clauses[one].form == "by_determination" for one in inner):
                yield from self._determination(clause=clause)

    def _expert_answers(self, data: Data) -> Iterator[Data]:
        asked = {
            kind: sorted(
                test.attribute
                for test in clause.tests
                if test.attribute in self._book.expert_questions
            )
            for clause in self._book.clauses.values()
            for kind in clause.kinds
        }
        for record in data["achievements"]:
            for question in asked.get(record["kind"], ()):
                yield from self._determination(record=record["id"], question=question)
        for section in ("education", "degrees"):
            for record in data[section]:
                if record.get("subject") == "related_field":
                    question = "related_field_recognised"
                    yield from self._determination(record=record["id"], question=question)

    def _determination(self, **subject: str) -> Iterator[Data]:
        if self._chance(_population()["answered"]):
            answer = "yes" if self._chance(_population()["yes"]) else "no"
            said = {"by": "panel", "date": str(self._today), "basis": "materials"}
            yield {**subject, "answer": answer, **said}

    def _told(self) -> bool:
        return self._chance(_population()["told"])

    def _chance(self, percent: int) -> bool:
        return self._random.randrange(100) < percent

    def _between(self, bounds: Sequence[int]) -> int:
        return self._random.randint(*bounds)

    def _month(self, first: int, last: int) -> str:
        return f"{self._between((first, last)):02}"

    def _weighted(self, weights: Mapping[Any, int]) -> str:
        place = self._random.randrange(sum(weights.values()))
        for word, weight in weights.items():
            if place < weight:
                return str(word)
            place -= weight
        raise AssertionError


def _named(book: RuleBook, attribute: str) -> frozenset[str]:
    return frozenset(
        str(value)
        for clause in book.clauses.values()
        for test in clause.tests
        if test.attribute == attribute
        for value in test.values
    )
