"""What is not told and what could be answered: every open point with the answers that the rules tell apart."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Final, Literal

from reasoner.evaluate import Evaluation
from reasoner.explain import Explainer, record_ref
from reasoner.facts import (
    CELLS,
    NONE,
    Fact,
    Quoted,
    bounds_in,
    dossier_facts,
    is_of_cell,
    kinds_of_sections,
)
from reasoner.hanging import Hanging, hanging, open_below
from reasoner.intake.shape import ByKey, Many, Shape, Value, fields_of
from reasoner.intake.written import written_value
from reasoner.model.amounts import HUNDREDTHS_PER_POINT, MOST_POINTS
from reasoner.model.assessment import NOTICE, Missing, Node, RecordRef
from reasoner.model.dates import ONGOING_NUMBER, calendar_number, from_calendar_number
from reasoner.model.dossier import FIRST_YEAR, Dossier
from reasoner.model.fields import MAX_RANK, Day, End
from reasoner.model.vocabulary import RecordKind, record_class
from reasoner.model.word import Word
from reasoner.model.words.answers import Evidence, YesNo
from reasoner.questions.missing_in_ledger import missing_in_ledger
from reasoner.solve import Atoms, settled_atoms

PointKind = Literal["fact", "section", "record_answer", "clause_answer"]

_NUMBERS: Final = ("boundary", 2)
_DAYS: Final = ("boundary_day", 1)
_BOUNDARIES: Final = frozenset({_NUMBERS, _DAYS})
_OTHER_END: Final = frozenset({"start", "end"})
_CONTRADICT: Final = _OTHER_END | {"listed", "rank"}
_ENDS: Final = frozenset({"end"})
_LONG_AGO: Final = calendar_number(date(FIRST_YEAR, 1, 1))


@dataclass(frozen=True)
class Possible:
    """One possible answer: how it is written in a dossier, and the facts that it makes."""

    written: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class OpenPoint:
    """Something that is not told: of a record, a section, or what somebody must determine.

    *replaces* are the facts that hold until it is answered: the bounds of a day that is told to the month only.
    """

    kind: PointKind
    record: RecordRef | None
    section: str | None
    attribute: str | None
    clause: str | None
    clauses: tuple[str, ...]
    answers: tuple[Possible, ...]
    replaces: tuple[Fact, ...] = ()


def contradict(one: Fact, other: Fact) -> bool:
    """Tell whether a record cannot tell both: it ends before it starts, or has a rank and is not listed."""
    if one[1][:2] != other[1][:2]:
        return False
    cells = {str(fact[1][2]): fact for fact in (one, other) if fact[0] in ("value", "range")}
    start, end = cells.get("start"), cells.get("end")
    if start is not None and end is not None:
        # An end is the day after the last.
        ((first, _),), ((_, last),) = bounds_in([start]), bounds_in([end])
        return last <= first
    listed = cells.get("listed")
    return "rank" in cells and listed is not None and listed[1][-1] == YesNo.NO


def contradicting(switches: Mapping[int, Sequence[Fact]]) -> set[tuple[int, int]]:
    """Return the pairs of *switches* with facts that no record can tell together."""
    found: set[tuple[int, int]] = set()
    by_record: dict[object, list[tuple[int, Fact]]] = {}
    for number, facts in switches.items():
        for fact in facts:
            if fact[0] in ("value", "range") and fact[1][2] in _CONTRADICT:
                by_record.setdefault(fact[1][1], []).append((number, fact))
    for told in by_record.values():
        found |= {
            (one, two)
            for one, first in told
            for two, second in told
            if one < two and contradict(first, second)
        }
    return found


def open_points(evaluation: Evaluation, root: str) -> tuple[OpenPoint, ...]:
    """Return what the status of *root* hangs on, with possible answers: on both sides of every limit of the rules."""
    return tuple(_Points(evaluation, hanging(evaluation, _tree(evaluation, root))).points())


def joined(points: Iterable[OpenPoint]) -> tuple[OpenPoint, ...]:
    """Return *points*, those about the same fact as one with the answers of all, in the order of a scale."""
    found: dict[tuple[object, ...], OpenPoint] = {}
    for one in points:
        about = (one.kind, one.record, one.section, one.attribute, one.clause)
        known = found.get(about, one)
        answers = {answer.written: answer for answer in (*known.answers, *one.answers)}
        found[about] = replace(known, answers=tuple(sorted(answers.values(), key=_on_scale)))
    return tuple(found.values())


def _on_scale(answer: Possible) -> int:
    """Return what sorts answers: words stay as they are, before numbers and days."""
    return next((low for low, _ in bounds_in(answer.facts)), -1)


def open_points_of_ledger(evaluation: Evaluation) -> tuple[OpenPoint, ...]:
    """Return what is not told and could bring points in the score ledger, with possible answers."""
    found = tuple(missing_in_ledger(evaluation.dossier, evaluation.setting))
    return tuple(_Points(evaluation, Hanging(found, (), ()), in_ledger=True).points())


def open_points_below(evaluation: Evaluation, root: str) -> tuple[OpenPoint, ...]:
    """Return what is open in any clause below *root* that is not met, with possible answers."""
    return tuple(_Points(evaluation, open_below(evaluation, _tree(evaluation, root))).points())


def awaited_answers(evaluation: Evaluation, root: str) -> tuple[OpenPoint, ...]:
    """Return what the status of *root* awaits from experts; the answers are yes and no, in this order."""
    return tuple(_Points(evaluation, hanging(evaluation, _tree(evaluation, root))).awaited())


def _tree(evaluation: Evaluation, root: str) -> Node:
    return Explainer(evaluation).node(root)


class _Points:
    def __init__(self, evaluation: Evaluation, hangs: Hanging, *, in_ledger: bool = False) -> None:
        self._evaluation = evaluation
        self._hangs = hangs
        self._in_ledger = in_ledger
        # Nothing but cells can be replaced.
        self._told = [
            fact
            for fact in dossier_facts(0, evaluation.dossier, evaluation.entries)
            if fact[0] in CELLS
        ]

    def points(self) -> Iterator[OpenPoint]:
        """Yield what is not told, and what experts have to answer."""
        for missing in self._hangs.missing:
            if missing.section == NOTICE or self._is_computed(missing):
                continue
            if missing.record is None or missing.attribute is None:
                yield self._section(missing.section, missing.clauses)
            else:
                yield self._fact(missing.record, missing.attribute, missing.clauses)
        yield from self.awaited()

    def _is_computed(self, missing: Missing) -> bool:
        """Tell whether nobody can answer it: a computed score hangs on the facts of the ledger."""
        return (
            missing.section == RecordKind.SELF_SCORE.value
            and self._evaluation.self_score is not None
        )

    def awaited(self) -> Iterator[OpenPoint]:
        """Yield what experts have to answer."""
        for awaited in self._hangs.awaited:
            if awaited.record is None or awaited.question is None:
                yield from map(self._clause, awaited.clauses)
            else:
                yield self._answer(awaited.record, awaited.question, awaited.clauses)

    def _section(self, section: str, clauses: tuple[str, ...]) -> OpenPoint:
        facts = tuple(("listed", (0, kind)) for kind in kinds_of_sections()[section])
        by_year = isinstance(fields_of(Dossier).get(section), ByKey)
        empty = Possible("{}" if by_year else "[]", facts)
        return OpenPoint("section", None, section, None, None, clauses, (empty,))

    def _clause(self, clause: str) -> OpenPoint:
        answers = tuple(
            Possible(word.value, (("determined", (0, Quoted(clause), word.value)),))
            for word in YesNo
        )
        return OpenPoint("clause_answer", None, None, None, clause, (clause,), answers)

    def _answer(self, record: RecordRef, question: str, clauses: tuple[str, ...]) -> OpenPoint:
        number = self._numbers[record]
        answers = tuple(
            Possible(word.value, (("value", (0, number, question, word.value)),)) for word in YesNo
        )
        return OpenPoint("record_answer", record, record.section, question, None, clauses, answers)

    def _fact(self, record: RecordRef, attribute: str, clauses: tuple[str, ...]) -> OpenPoint:
        number = self._numbers[record]
        replaces = tuple(fact for fact in self._told if is_of_cell(fact, number, attribute))
        answers = tuple(self._possible(record, number, attribute, replaces))
        return OpenPoint(
            "fact", record, record.section, attribute, None, clauses, answers, replaces
        )

    @cached_property
    def _limits(self) -> Atoms:
        """Return the boundaries of numbers and days that the rules know under the setting."""
        setting = self._evaluation.setting
        rules, questions = setting.rules.rule_files(setting.specialty), ["boundaries"]
        if self._in_ledger:
            rules = setting.rules.score_match_files(setting.specialty)
            questions.append("boundaries_of_scoring")
        files = [*rules, *map(setting.rules.question_file, (*questions, "boundary_days"))]
        return settled_atoms(files, setting.facts(), _BOUNDARIES)

    @cached_property
    def _numbers(self) -> Mapping[RecordRef, int]:
        return {
            record_ref(entry, self._evaluation.dossier): number
            for number, entry in enumerate(self._evaluation.entries)
        }

    def _possible(
        self, record: RecordRef, number: int, attribute: str, told: Sequence[Fact]
    ) -> Iterator[Possible]:
        """Yield the answers that a rule may tell apart."""
        if attribute == "evidence":
            yield from self._words(number, attribute, Evidence)
            return
        shape = self._shape(record, attribute)
        inner = shape.inner if isinstance(shape, Many) else shape
        if isinstance(inner, Value) and inner.vocabulary is not None:
            yield from self._words(number, attribute, inner.vocabulary)
            if isinstance(shape, Many):
                yield Possible("[]", (("value", (0, number, attribute, NONE)),))
        if not (isinstance(inner, Value) and inner.only_words):
            yield from self._numbers_of(number, attribute, told, shape)

    def _shape(self, record: RecordRef, attribute: str) -> Shape | None:
        section = fields_of(Dossier).get(record.section)
        if isinstance(section, ByKey):
            return section.inner
        if isinstance(section, Value):
            return section
        kind = record_class(record.kind)
        return None if kind is None else fields_of(kind).get(attribute)

    @staticmethod
    def _words(number: int, attribute: str, vocabulary: type[Word]) -> Iterator[Possible]:
        for word in vocabulary:
            yield Possible(word.value, (("value", (0, number, attribute, word.value)),))

    def _numbers_of(
        self, number: int, attribute: str, told: Sequence[Fact], shape: Shape | None
    ) -> Iterator[Possible]:
        if isinstance(shape, Value) and shape.annotation in (Day, End):
            yield from self._days(number, attribute, told)
            return
        limits = {int(amount) for name, amount in self._limits[_NUMBERS] if name == attribute}
        if attribute == "points":
            limits |= {0, MOST_POINTS * HUNDREDTHS_PER_POINT}
        least, most = (1, MAX_RANK) if attribute == "rank" else (0, None)
        for amount in sorted(limits):
            if amount >= least and (most is None or amount <= most):
                written = str(amount) if shape is None else written_value(shape, amount, "en")
                facts: tuple[Fact, ...] = (("range", (0, number, attribute, amount, amount)),)
                yield Possible(str(written), facts)

    def _contradicts(self, fact: Fact) -> bool:
        """Tell whether nobody can tell *fact* beside what the dossier tells."""
        return any(contradict(fact, other) for other in self._told)

    @cached_property
    def _told(self) -> Sequence[Fact]:
        """Return what the dossier tells of beginnings and ends."""
        told = dossier_facts(0, self._evaluation.dossier, self._evaluation.entries)
        return [fact for fact in told if fact[0] == "range" and fact[1][2] in _OTHER_END]

    def _days(self, number: int, attribute: str, told: Sequence[Fact]) -> Iterator[Possible]:
        """Yield days on both sides of every boundary, within what is told of the day and of the other end."""
        bounds = list(bounds_in(told))
        days = set(bounds[0]) if bounds else {_LONG_AGO}
        ends = self._limits[_DAYS]
        edges = {int(day) for (day,) in ends}
        for first, last, end in self._evaluation.answer.windows.values():
            edges |= {first, last, end}
        for edge in edges - {0}:
            day = from_calendar_number(edge)
            before = calendar_number(day - timedelta(days=1))
            days |= {calendar_number(day), before}
        for one in sorted(days):
            within = not bounds or bounds[0][0] <= one <= bounds[0][1]
            if within and not self._contradicts(("range", (0, number, attribute, one, one))):
                shown = from_calendar_number(one)
                if attribute in _ENDS:
                    shown -= timedelta(days=1)
                yield Possible(str(shown), (("range", (0, number, attribute, one, one)),))
        if attribute in _ENDS and not bounds:
            ongoing = (0, number, attribute, ONGOING_NUMBER, ONGOING_NUMBER)
            yield Possible("ongoing", (("range", ongoing),))
