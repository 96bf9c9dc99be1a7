"""Records become dossiers that can be saved and assessed, and are judged by the ordinary evaluation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from reasoner.evaluate import evaluate_statuses
from reasoner.facts import kinds_of_sections
from reasoner.model.dates import PartialDate
from reasoner.model.dossier import Dossier
from reasoner.policy.record_fields import record_fields
from reasoner.policy.record_search import Found
from reasoner.policy.records import Records
from reasoner.policy.rule_facts import RuleFacts

_SINGLE: Final = ("application", "person", "employer", "materials")
_ANYBODY: Final = "示例"
_EXPERTS: Final = "专家组"
_BASIS: Final = "评审记录"


@dataclass
class Draft:
    """A dossier in the making, with English keys as a dossier file may have them."""

    records: Records
    sections: dict[str, Any] = field(default_factory=dict)
    determinations: list[dict[str, Any]] = field(default_factory=list)

    def add(self, kind: str, found: Found, *, times: int = 1) -> None:
        """Add *found* so many *times*, with what experts say of it, and what its windows reach back to."""
        for earlier_kind, earlier in self.records.earlier(kind):
            self._add_earlier(earlier_kind, earlier)
        for _ in range(times):
            record = self.records.record(kind, found)
            if kind in self.records.rules.achievement_kinds:
                record = {"kind": kind, **record, "evidence": [_ANYBODY]}
            questions = self.records.rules.book.expert_questions
            asked = {at: words[0] for at, words in found.words.items() if at in questions}
            if asked:
                record["id"] = f"{kind}-{len(self.determinations) + 1}"
            for question, answer in asked.items():
                self.determinations.append(self._determination(record["id"], question, answer))
            self._put(kind, record)

    def _add_earlier(self, kind: str, found: Found) -> None:
        record = self.records.record(kind, found)
        for day in ("date", "start"):
            if day in record:
                record[day] = str(self.records.long_ago(record_fields()[kind]))
        if record not in self.sections.get(_section(kind), ()):
            self._put(kind, record)

    def _put(self, kind: str, record: dict[str, Any]) -> None:
        section = _section(kind)
        if section in _SINGLE:
            self.sections[section] = {**self.sections.get(section, {}), **record}
        else:
            self.sections.setdefault(section, []).append(record)

    def _determination(self, record: str, question: str, answer: str) -> dict[str, Any]:
        day: PartialDate = self.records.day_of_experts()
        return {
            "record": record,
            "question": question,
            "answer": answer,
            "by": _EXPERTS,
            "date": str(day),
            "basis": _BASIS,
        }

    def dossier(self, name: str) -> dict[str, Any]:
        """Return the dossier of candidate *name*."""
        order = list(Dossier.model_fields)
        sections = sorted(self.sections.items(), key=lambda item: order.index(item[0]))
        told: dict[str, Any] = {"candidate": {"id": name}, **dict(sections)}
        return {**told, "determinations": self.determinations} if self.determinations else told


def _section(kind: str) -> str:
    return next(section for section, kinds in kinds_of_sections().items() if kind in kinds)


def judged(rules: RuleFacts, dossiers: Sequence[Mapping[str, Any]]) -> list[Mapping[str, str]]:
    """Return the statuses of the clauses for each of *dossiers*, as any question would have them."""
    read = [Dossier.model_validate(dossier, by_name=True) for dossier in dossiers]
    return list(evaluate_statuses(read, rules.setting))
