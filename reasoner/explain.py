"""The tree of an answer: every clause with its status, and every test on every record that it looked at."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from reasoner.evaluate import Evaluation
from reasoner.facts import Entry
from reasoner.model.amounts import HUNDREDTHS_PER_POINT
from reasoner.model.assessment import (
    DeterminationRef,
    Evidence,
    Label,
    Node,
    NoticeRef,
    Outcome,
    Person,
    RecordRef,
    TestResult,
)
from reasoner.model.dates import ONGOING_NUMBER, from_calendar_number
from reasoner.model.dossier import Dossier
from reasoner.model.notice import Notice
from reasoner.model.words.answers import YesNo
from reasoner.rule_book import Clause
from reasoner.rule_book import Test as ClauseTest

_LOOKS_AT_RECORDS = ("counts", "excludes", "every", "measures", "sums")
_ADDED_UP = ("measures", "sums")
_TIMED = ("within", "overlaps")
# Shown where one end of something is not told.
UNTOLD = "?"
_DAYS = ("date", "start", "end", "applied", "unit_recommended", "city_recommended")


class Explainer:
    """Explains one evaluation, clause by clause."""

    def __init__(
        self, evaluation: Evaluation, official_words: Mapping[str, str] | None = None
    ) -> None:
        """Take the clauses' own words by clause id, where the user has them."""
        self.evaluation = evaluation
        self._official_words = official_words or {}
        self._answer = evaluation.answer
        self._book = evaluation.book

    @cached_property
    def _by_kind(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, entry in enumerate(self.evaluation.entries):
            found.setdefault(entry.kind, []).append(number)
        return found

    def node(self, clause_id: str) -> Node:
        """Return the tree of *clause_id*."""
        clause = self._book.clauses[clause_id]
        parts = tuple(self.node(part) for part in clause.parts)
        evidence = tuple(self._evidence(clause)) if clause.form in _LOOKS_AT_RECORDS else ()
        has, could_have = self._amounts(clause, parts, evidence)
        return Node(
            id=clause.id,
            cite=clause.cite,
            label=Label(*clause.label),
            words=self._official_words.get(clause.id),
            form=clause.form,
            status=self._answer.status(clause.id),
            needs=len(parts) if clause.form == "all_of" else clause.needs,
            has=has,
            could_have=could_have,
            kind=clause.kind,
            evidence=evidence,
            determination=self._determination(clause),
            readings=clause.readings,
            parts=parts,
        )

    def _amounts(
        self, clause: Clause, parts: tuple[Node, ...], evidence: tuple[Evidence, ...]
    ) -> tuple[int | None, int | None]:
        if clause.form in _ADDED_UP:
            totals = self._answer.totals[clause.id]
            return totals["certain"], totals.get("possible")
        if clause.form == "by_determination":
            totals = self._answer.totals.get(clause.id, {})
            return totals.get("certain"), totals.get("possible")
        if clause.form in _LOOKS_AT_RECORDS:
            passed = sum(one.status == "passed" for one in evidence)
            return passed, passed + sum(one.status == "open" for one in evidence)
        if parts:
            met = sum(part.status == "met" for part in parts)
            return met, met + sum(part.status == "undetermined" for part in parts)
        return None, None

    def _evidence(self, clause: Clause) -> Iterator[Evidence]:
        numbers = (number for kind in clause.kinds for number in self._by_kind.get(kind, ()))
        for number in sorted(numbers):
            yield self.evidence(clause, number)

    def evidence(self, clause: Clause, number: int) -> Evidence:
        """Return how record *number* came out in the tests of *clause*."""
        failed = self._answer.failed.get((clause.id, number), ())
        hanging = self._answer.open.get((clause.id, number), ())
        tests = []
        for test in clause.tests:
            name = (test.attribute, test.relation)
            status: Outcome = (
                "failed" if name in failed else "open" if name in hanging else "passed"
            )
            tests.append(self._test(test, number, status))
        whole: Outcome = "failed" if failed else "open" if hanging else "passed"
        return Evidence(
            record_ref(self.evaluation.entries[number], self.evaluation.dossier),
            whole,
            tuple(tests),
        )

    def _test(self, test: ClauseTest, number: int, status: Outcome) -> TestResult:
        entry = self.evaluation.entries[number]
        return TestResult(
            attribute=test.attribute,
            relation=test.relation,
            required=self._required(test),
            actual=tuple(self._actual(test, entry, number)),
            status=status,
            source=test.source,
            missing=tuple(self.missing(test, number)) if status == "open" else (),
        )

    def _required(self, test: ClauseTest) -> tuple[str, ...]:
        if test.relation not in _TIMED:
            return tuple(str(value) for value in test.values)
        window = str(test.values[0])
        if window not in self._answer.windows:
            # The notice does not say when it begins or ends.
            return (window,)
        first, last, end = self._answer.windows[window]
        begin = [UNTOLD if day == 0 else _day(day) for day in dict.fromkeys((first, last))]
        return (window, *begin, _day(end, after=True))

    def _actual(self, test: ClauseTest, entry: Entry, number: int) -> Iterator[str]:
        if test.relation == "overlaps":
            for attribute in ("start", "end"):
                yield from _shown(attribute, entry.told.get(attribute, (UNTOLD,)))
            return
        derived = self._answer.derived.get(number, {}).get(test.attribute)
        if derived is not None:
            yield from (self._shown_derived(test.attribute, value) for value in derived)
            return
        for table in self._book.tables.values():
            if table.attribute == test.attribute and (table.id, number) in self._answer.classes:
                low, high = self._answer.classes[table.id, number]
                yield from dict.fromkeys((table.classes[low], table.classes[high]))
                return
        yield from _shown(test.attribute, entry.told.get(test.attribute, ()))

    def _shown_derived(self, attribute: str, value: str | tuple[int, int]) -> str:
        if isinstance(value, str):
            return value
        # A range of a scale is told by its steps, any other by its numbers.
        scale = self._book.scales.get(attribute, {})
        return "..".join(dict.fromkeys(scale.get(step, str(step)) for step in value))

    def missing(self, test: ClauseTest, number: int) -> Iterator[str]:
        """Yield the attributes that would settle an open test on record *number*."""
        entry = self.evaluation.entries[number]
        if test.relation == "overlaps":
            yield from (
                attribute for attribute in ("start", "end") if not _to_the_day(entry, attribute)
            )
        elif test.relation == "within":
            if not _to_the_day(entry, test.attribute):
                yield test.attribute
        elif (number, test.attribute) in self._answer.needs:
            yield from self._answer.needs[number, test.attribute]
        elif (
            test.relation not in ("reaches", "below")
            or test.attribute not in entry.told
            # A score that may still rise hangs on the facts of the ledger, and a set threshold does not settle it.
            or self.evaluation.setting.notice.threshold is not None
        ):
            yield test.attribute

    def _determination(self, clause: Clause) -> DeterminationRef | None:
        if clause.form != "by_determination":
            return None
        above = [clause.id]
        for found in above:
            for told in self.evaluation.dossier.determinations:
                if told.clause == found:
                    return DeterminationRef(told.answer.value, told.by, str(told.date), told.basis)
            above.extend(self._book.parents.get(found, ()))
        return None


def person(dossier: Dossier) -> Person:
    """Return who applies."""
    return Person(dossier.candidate.id, dossier.candidate.name)


def notice_ref(notice: Notice) -> NoticeRef:
    """Return the parameters of the year as answers show them."""
    threshold = notice.threshold
    return NoticeRef(
        name=notice.name,
        basis=notice.basis,
        by_analogy=notice.by_analogy is YesNo.YES,
        achievements_until=str(notice.achievements_until),
        tenure_until=str(notice.tenure_until),
        threshold=None if threshold is None else f"{threshold / HUNDREDTHS_PER_POINT:.2f}",
    )


def record_ref(entry: Entry, dossier: Dossier) -> RecordRef:
    """Return what names *entry* to a reader of *dossier*."""
    place = entry.place
    section = getattr(dossier, entry.section, None)
    record = section[place] if isinstance(section, tuple) and place is not None else section
    return RecordRef(
        kind=entry.kind,
        section=entry.section,
        place=place + 1 if isinstance(section, tuple) and place is not None else place,
        id=getattr(record, "id", None),
        name=getattr(record, "name", None),
    )


def _shown(attribute: str, values: tuple[str | int | tuple[int, int], ...]) -> Iterator[str]:
    for value in values:
        if not isinstance(value, tuple):
            yield str(value)
        elif attribute in _DAYS:
            yield _days(value, after=attribute == "end")
        else:
            yield str(value[0])


def _days(bounds: tuple[int, int], *, after: bool) -> str:
    if bounds[0] == ONGOING_NUMBER:
        return "ongoing"
    low, high = (_day(bound, after=after) for bound in bounds)
    return low if low == high else f"{low}..{high}"


def _day(number: int, *, after: bool = False) -> str:
    """Return the day of a calendar number; the number *after* a period is shown as its last day."""
    day = from_calendar_number(number)
    return str(day.fromordinal(day.toordinal() - 1)) if after else str(day)


def _to_the_day(entry: Entry, attribute: str) -> bool:
    return any(
        isinstance(value, tuple) and value[0] == value[1] for value in entry.told.get(attribute, ())
    )
