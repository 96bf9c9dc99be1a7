"""A candidate whom a search has found, as a dossier that can be saved and assessed."""

import json
from collections.abc import Mapping
from typing import Any, Final

from reasoner.facts import kinds_of_sections
from reasoner.model.dates import MONTHS_PER_YEAR, ONGOING_NUMBER, UNITS_PER_MONTH, PartialDate
from reasoner.policy.dossier_search import FoundDossier
from reasoner.policy.record_fields import record_fields
from reasoner.policy.records import told_number

_SINGLE: Final = ("application", "person", "employer", "materials")
_SCORES: Final = ("self_score", "verified_score")
_YEARLY: Final = {
    "assessment": ("assessments", "assessment_grade"),
    "continuing_education": ("continuing_education", "requirement_met"),
}
_DAYS: Final = ("date", "start", "end")
_SAID: Final = {"by": "专家组", "date": "2026-07-01", "basis": "比较规则时的假定"}

Data = dict[str, Any]


def dossier_of(found: FoundDossier, judgements: tuple[str, ...], name: str) -> Data:
    """Return *found* as the data of a dossier with English keys; each of *judgements* is a yes."""
    sections: Data = {
        section: []
        for section, kinds in kinds_of_sections().items()
        if section not in (*_SINGLE, "assessments", "continuing_education") and kinds
    }
    determinations = [{"clause": clause, "answer": "yes", **_SAID} for clause in judgements]
    for number, kind in found.kinds.items():
        words, numbers = found.words.get(number, {}), found.numbers.get(number, {})
        if kind in _SCORES:
            sections[kind] = f"{numbers['points'] / 100:.2f}"
        elif kind in _YEARLY:
            section, attribute = _YEARLY[kind]
            sections.setdefault(section, {})[words["year"][0]] = words[attribute][0]
        else:
            record = _record(kind, words, numbers)
            if kind in _SINGLE:
                sections[kind] = record
                continue
            section, place = _section(kind), 1 + len(sections[_section(kind)])
            sections[section].append({"id": f"{section}-{place}", **record})
            told = record_fields()[kind]
            determinations += [
                {"record": f"{section}-{place}", "question": at, "answer": answer[0], **_SAID}
                for at, answer in words.items()
                if at not in told.words and at != "evidence"
            ]
    return {"candidate": {"id": name}, **sections, "determinations": determinations}


def _section(kind: str) -> str:
    return next(section for section, kinds in kinds_of_sections().items() if kind in kinds)


def _record(kind: str, words: Mapping[str, tuple[str, ...]], numbers: Mapping[str, int]) -> Data:
    fields = record_fields()[kind]
    record: Data = {"kind": kind} if _section(kind) == "achievements" else {}
    for attribute in fields.words:
        if attribute in words:
            known = [word for word in words[attribute] if word != "none"]
            record[attribute] = known if attribute in fields.lists else words[attribute][0]
    for attribute, number in sorted(numbers.items()):
        record[attribute] = (
            _day(attribute, number) if attribute in _DAYS else told_number(attribute, number)
        )
    if "evidence" in words:
        record["evidence"] = ["佐证材料"]
    return record


def _day(attribute: str, number: int) -> str:
    """Return the day that *number* stands for; the end of a period is the day before it."""
    if number == ONGOING_NUMBER:
        return "ongoing"
    months, day = divmod(number - (attribute == "end"), UNITS_PER_MONTH)
    year, month = divmod(months, MONTHS_PER_YEAR)
    return str(PartialDate(year, month + 1, day + 1))


def as_yaml(data: Data) -> str:
    """Return *data* as a file that reads as YAML, a record to a line."""
    lines = []
    for section, told in data.items():
        if isinstance(told, list) and told:
            lines.append(f"{section}:")
            lines += [f"  - {json.dumps(record, ensure_ascii=False)}" for record in told]
        else:
            lines.append(f"{section}: {json.dumps(told, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"
