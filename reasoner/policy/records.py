"""Records that pass or fail what the rules ask, and the dossiers in which they stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Final

from reasoner.facts import Fact
from reasoner.model.amounts import describe_amount
from reasoner.model.dates import PartialDate, interval, interval_after
from reasoner.model.fields import MAX_COUNT, MAX_RANK
from reasoner.model.vocabulary import is_money
from reasoner.policy.record_fields import RecordFields, record_fields
from reasoner.policy.record_search import Found, RecordSearch, Wanted
from reasoner.policy.rule_facts import RuleFacts
from reasoner.policy.scales import better_words, lower_is_better, own_attribute

YamlRecord = dict[str, Any]
_RECORD, _TWIN = 0, 1
_WELL_BEFORE: Final = timedelta(days=400)
_YEARS: Final = timedelta(days=3 * 365)
_LONG: Final = 10
"""Years ago, when whatever a window reaches back to has happened."""
_POWERS: Final = 8
_SOME_DAY: Final = date(2026, 6, 30)
_MOST_MONEY: Final = 500_000_000
"""More than any limit that stands in no fact of its own; money in the units of the inputs."""


@dataclass
class Records:
    """The records of a specialty: for each kind one search, made when it is first asked for."""

    rules: RuleFacts
    _searches: dict[tuple[str, bool], RecordSearch | None] = field(default_factory=dict)

    def search(self, kind: str, *, twins: bool = False) -> RecordSearch | None:
        """Return the search among records of *kind*; None if such records are told by the year or as a number.

        With *twins*, a second record is one step better in one attribute.
        """
        key = kind, twins
        if key not in self._searches:
            fields = record_fields().get(kind)
            self._searches[key] = self._new(fields, twins=twins) if fields else None
        return self._searches[key]

    def _new(self, fields: RecordFields, *, twins: bool) -> RecordSearch:
        setting = self.rules.setting
        return RecordSearch(
            self.rules.files,
            setting.rules.root / "questions" / "records.lp",
            [*setting.facts(), *self._domain(fields, twins=twins)],
        )

    def _domain(self, fields: RecordFields, *, twins: bool) -> Iterator[Fact]:
        questions = self.rules.book.expert_questions
        words = {**fields.words, **dict.fromkeys(sorted(questions), ("yes", "no"))}
        for attribute, known in words.items():
            for word in known:
                yield "may_be_told", (attribute, word)
        for attribute in sorted(fields.lists):
            yield "tells_several", (attribute,)
        for attribute in sorted(fields.numbers):
            for number in self.numbers(attribute):
                yield "may_be_measured", (attribute, number)
        for applicant in (_RECORD, _TWIN) if twins else (_RECORD,):
            yield from self._applicant(applicant, fields)
        if twins:
            yield from self._steps(fields)

    def _applicant(self, applicant: int, fields: RecordFields) -> Iterator[Fact]:
        yield "applicant", (applicant,)
        yield "listed", (applicant, fields.kind)
        yield "item", (applicant, 0, fields.kind)
        if fields.kind in self.rules.achievement_kinds:
            yield "value", (applicant, 0, "evidence", "given")
        for attribute, day in self.days(fields).items():
            bounds = interval_after(day) if attribute == "end" else interval(day)
            yield "range", (applicant, 0, attribute, *bounds)
        for place, (kind, found) in enumerate(self.earlier(fields.kind), start=1):
            yield "listed", (applicant, kind)
            yield from self._earlier_facts(applicant, place, kind, found)

    def _steps(self, fields: RecordFields) -> Iterator[Fact]:
        derived = {str(row[0]) for row in self.rules.rows("derived_attribute", 4)}
        for attribute in sorted({*fields.words, *fields.numbers}):
            if (known := own_attribute(self.rules, attribute)) in derived:
                yield "known_as", (attribute, known)
        for attribute in fields.words:
            if attribute not in fields.lists:
                for word, better in better_words(self.rules, attribute, fields.words[attribute]):
                    yield "next_step", (attribute, word, better)
        for attribute in sorted(fields.numbers):
            numbers = sorted(
                self.numbers(attribute), reverse=lower_is_better(self.rules, attribute)
            )
            for number, higher in pairwise(numbers):
                yield "next_number", (attribute, number, higher)

    def earlier(self, kind: str) -> list[tuple[str, Found]]:
        """Return the records of other kinds from long ago that windows reach back to, such as an appointment."""
        found: list[tuple[str, Found]] = []
        if kind in {moment.kind for moment in self.rules.book.moments.values()}:
            return found
        reached = {str(moment) for _, moment in self.rules.rows("window_since", 2)}
        for moment in sorted(reached & self.rules.book.moments.keys()):
            what = self.rules.book.moments[moment]
            search = self.search(what.kind)
            record = search.find(Wanted(moment)) if search else None
            if record is not None:
                found.append((what.kind, record))
        return found

    def _earlier_facts(self, applicant: int, place: int, kind: str, found: Found) -> Iterator[Fact]:
        yield "item", (applicant, place, kind)
        for attribute, words in found.words.items():
            for word in words:
                yield "value", (applicant, place, attribute, word)
        fields = record_fields()[kind]
        for attribute in sorted(fields.numbers & found.numbers.keys()):
            yield "range", (applicant, place, attribute, *[found.numbers[attribute]] * 2)
        for attribute in ("date", "start"):
            if attribute in fields.days:
                yield "range", (applicant, place, attribute, *interval(self.long_ago(fields)))

    def long_ago(self, fields: RecordFields) -> PartialDate:
        """Return a day on which whatever a window reaches back to has happened."""
        done = next(iter(self.days(fields).values()))
        return PartialDate(done.year - _LONG, done.month, done.day)

    def numbers(self, attribute: str) -> list[int]:
        """Return numbers on both sides of each limit that the rules put on *attribute*, in the units of the inputs."""
        unit = next((int(n) for at, n in self.rules.rows("unit", 2) if at == attribute), 1)
        limits = {int(row[3]) for row in self.rules.rows("bound", 4) if row[1] == attribute} | {
            int(row[-1]) * unit
            for name, arity in (("floor", 4), ("floor_for", 6))
            for row in self.rules.rows(name, arity)
            if row[-2] == attribute and isinstance(row[-1], int)
        }
        near = {limit + step for limit in limits for step in (-unit, 0, unit)}
        ranks = any(attribute in fields.words for fields in record_fields().values())
        most = _MOST_MONEY if unit > 1 else MAX_RANK if ranks else MAX_COUNT
        near.add(most)
        if not limits:
            # The limits stand in a definition; numbers of every size lie on both sides of them.
            near |= {step for step in _ladder(unit) if step < most}
        least = 1 if lower_is_better(self.rules, attribute) else 0
        return sorted(number for number in near if number >= least)

    def day_of_experts(self) -> PartialDate:
        """Return a day on which experts can have met: the last one on which achievements count."""
        last = self.rules.setting.notice.achievements_until
        day = last.last_day() if last else _SOME_DAY
        return PartialDate(day.year, day.month, day.day)

    def days(self, fields: RecordFields) -> Mapping[str, PartialDate]:
        """Return the days that a record has: it began years ago, and was done well before the last day that counts."""
        last = self.rules.setting.notice.achievements_until
        done = (last.last_day() if last else _SOME_DAY) - _WELL_BEFORE
        begun = done - _YEARS
        told = {"date": done, "start": begun, "end": done}
        return {at: PartialDate(told[at].year, told[at].month, told[at].day) for at in fields.days}

    def record(self, kind: str, found: Found) -> YamlRecord:
        """Return *found* as a record of a dossier, without what experts say."""
        fields = record_fields()[kind]
        record: YamlRecord = {at: str(day) for at, day in self.days(fields).items()}
        for attribute, words in found.words.items():
            if attribute in fields.lists:
                record[attribute] = [word for word in words if word != "none"]
            elif attribute in fields.words:
                record[attribute] = words[0]
        for attribute, number in found.numbers.items():
            if attribute in fields.numbers:
                record[attribute] = told_number(attribute, number)
        return record


def _ladder(unit: int) -> Iterator[int]:
    for power in range(_POWERS):
        yield from (step * unit * 10**power for step in (1, 2, 5))


def told_number(attribute: str, number: int) -> int | str:
    """Return *number*, in the units of the inputs, as a dossier tells it."""
    return describe_amount(number, "zh") if is_money(attribute) else number
