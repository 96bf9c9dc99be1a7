"""What can be brought about for a candidate: each step with its cost, its facts, and how it is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import Final

from reasoner.evaluate import Evaluation
from reasoner.explain import record_ref
from reasoner.facts import Fact, bounds_in, dossier_facts, is_of_cell
from reasoner.intake.shape import fields_of
from reasoner.intake.written import written_value
from reasoner.model.assessment import RecordRef
from reasoner.model.costs import Costs
from reasoner.model.dates import ONGOING_NUMBER, calendar_number
from reasoner.model.repairs import Step
from reasoner.model.vocabulary import record_class
from reasoner.model.words.answers import Evidence, ExpertQuestion
from reasoner.questions.new_records import NewRecord, days_of, merged, new_records
from reasoner.questions.open_points import (
    OpenPoint,
    joined,
    open_points_below,
    open_points_of_ledger,
)
from reasoner.questions.score_goal import records_for_the_score, score_can_rise
from reasoner.rule_book import Track
from reasoner.solve import Atoms, settled_atoms

_QUESTIONS: Final = frozenset(question.value for question in ExpertQuestion)
_PROOF: Final = "[待取得]"
_ASSUMED: Final = "假设"
_MOVES_ON: Final = ("moves_on", 4)
_OPEN_RANK: Final = ("open_rank", 3)
_RANKS: Final = ("boundary", 2)


@dataclass(frozen=True)
class Possible:
    """A step that could be taken: switches of one *group* are one step that can be taken in several ways.

    *touches* are the cells that it changes, by record and attribute; *after* is a group that must be taken too.
    *changes* are how ``what-if`` has it: options with their values.
    """

    step: Step
    group: str
    facts: tuple[Fact, ...]
    touches: tuple[tuple[int, str], ...]
    replaces: tuple[Fact, ...]
    changes: tuple[tuple[str, str], ...]
    after: str | None = None


def possible_steps(evaluation: Evaluation, track: Track, costs: Costs) -> tuple[Possible, ...]:
    """Return every step but waiting that could help on *track*, or raise a score that it lacks.

    Raises:
        InputError: the table of costs names what there is not.
    """
    return tuple(_Steps(evaluation, track, costs).steps())


class _Steps:
    def __init__(self, evaluation: Evaluation, track: Track, costs: Costs) -> None:
        self._evaluation = evaluation
        self._track = track
        self._costs = costs
        self._free_numbers = count(len(evaluation.entries))
        self._told = list(dossier_facts(0, evaluation.dossier, evaluation.entries))
        last = evaluation.setting.notice.achievements_until.last_day()
        self._last = calendar_number(last)
        self._today = str(last)

    def steps(self) -> Iterator[Possible]:
        """Yield them: what is not told first, then what can be changed, then what can be added."""
        points = open_points_below(self._evaluation, self._track.id)
        if score_can_rise(self._evaluation, self._track):
            points = joined((*points, *open_points_of_ledger(self._evaluation)))
        for point in points:
            yield from self._settled(point)
        for number, entry in enumerate(self._evaluation.entries):
            record = record_ref(entry, self._evaluation.dossier)
            yield from self._moved_on(number, record)
            yield from self._ranked(number, record)
        alike: dict[object, int] = {}
        new_ones = merged(
            (
                *new_records(self._evaluation.setting, self._track.id, self._costs),
                *records_for_the_score(self._evaluation, self._track, self._costs),
            )
        )
        for place, new in enumerate(new_ones, start=1):
            yield from self._added(new, place, alike.setdefault(new.without_part(), place))

    def _settled(self, point: OpenPoint) -> Iterator[Possible]:
        determines = point.kind in ("record_answer", "clause_answer")
        number = None if point.record is None else self._numbers[point.record]
        cost = self._costs.determine if determines else self._costs.settle
        group = f"settle {point.record} {point.section} {point.attribute} {point.clause}"
        for answer in point.answers:
            step = Step(
                "determine" if determines else "settle",
                cost,
                record=point.record,
                section=point.section,
                attribute=point.attribute,
                values=(answer.written,),
                clause=point.clause,
            )
            touches = (
                () if number is None or point.attribute is None else ((number, point.attribute),)
            )
            changes = tuple(self._written(point, answer.written))
            yield Possible(step, group, answer.facts, touches, point.replaces, changes)

    def _written(self, point: OpenPoint, value: str) -> Iterator[tuple[str, str]]:
        """Yield the options of ``what-if`` that settle *point* with *value*."""
        if point.kind == "clause_answer":
            yield "--add", self._determination(f"clause: {point.clause}", value)
        elif point.record is None:
            yield "--set", f"{point.section}={value}"
        elif point.kind == "record_answer":
            yield from self._answered(point.record, str(point.attribute), value)
        else:
            told = {Evidence.GIVEN.value: _PROOF, Evidence.NONE.value: "[]"}
            shown = told.get(value, value) if point.attribute == "evidence" else value
            yield "--set", f"{self._address(point.record, str(point.attribute))}={shown}"

    def _answered(self, record: RecordRef, question: str, value: str) -> Iterator[tuple[str, str]]:
        name = record.id
        if name is None:
            name = record.section if record.place is None else f"{record.section}-{record.place}"
            yield "--set", f"{self._address(record, 'id')}={name}"
        yield "--add", self._determination(f"record: {name}, question: {question}", value)

    def _determination(self, subject: str, answer: str) -> str:
        return (
            f"determinations{{{subject}, answer: {answer}, by: {_ASSUMED}, "
            f"date: {self._today}, basis: {_ASSUMED}}}"
        )

    def _address(self, record: RecordRef, attribute: str) -> str:
        section = getattr(self._evaluation.dossier, record.section, None)
        if isinstance(section, tuple):
            return f"{record.section}[{record.place}].{attribute}"
        if record.place is not None:
            return f"{record.section}[{record.place}]"
        return record.section if attribute == "points" else f"{record.section}.{attribute}"

    def _moved_on(self, number: int, record: RecordRef) -> Iterator[Possible]:
        """Yield how what goes on could be brought to an end; its day is then the last that counts."""
        for kind, attribute, before, after in self._changes[_MOVES_ON]:
            stage: Fact = ("value", (0, number, str(attribute), before))
            if kind != record.kind or stage not in self._told:
                continue
            facts: list[Fact] = [("value", (0, number, str(attribute), after))]
            touches, replaces = [(number, str(attribute))], [stage]
            changes = [("--set", f"{self._address(record, str(attribute))}={after}")]
            if "date" in days_of(record.kind):
                facts.append(("range", (0, number, "date", self._last, self._last)))
                touches.append((number, "date"))
                replaces += [fact for fact in self._told if is_of_cell(fact, number, "date")]
                changes.append(("--set", f"{self._address(record, 'date')}={self._today}"))
            step = Step(
                "advance",
                self._costs.advance,
                record=record,
                section=record.section,
                attribute=str(attribute),
                values=(str(after),),
            )
            yield Possible(
                step,
                f"advance {number} {attribute}",
                tuple(facts),
                tuple(touches),
                tuple(replaces),
                tuple(changes),
            )

    def _ranked(self, number: int, record: RecordRef) -> Iterator[Possible]:
        """Yield better ranks for what is not finished, and for nothing else."""
        open_ranks = {
            ("value", (0, number, attribute, stage))
            for kind, attribute, stage in self._changes[_OPEN_RANK]
            if kind == record.kind
        }
        told = [fact for fact in self._told if is_of_cell(fact, number, "rank")]
        ranks = [best for best, _ in bounds_in(told)]
        if not ranks or open_ranks.isdisjoint(self._told):
            return
        for attribute, rank in self._changes[_RANKS]:
            if attribute == "rank" and 1 <= int(rank) < ranks[0]:
                step = Step(
                    "rank",
                    self._costs.rank,
                    record=record,
                    section=record.section,
                    attribute="rank",
                    values=(str(rank),),
                )
                yield Possible(
                    step,
                    f"rank {number}",
                    (("range", (0, number, "rank", rank, rank)),),
                    ((number, "rank"),),
                    tuple(told),
                    (("--set", f"{self._address(record, 'rank')}={rank}"),),
                )

    def _added(self, new: NewRecord, place: int, alike: int) -> Iterator[Possible]:
        """Yield as many copies of a new record as can help; each but the first asks for the one before.

        Records that are *alike* but for the candidate's part in them are one step.
        """
        for copy in range(1, new.copies + 1):
            number = next(self._free_numbers)
            facts: list[Fact] = [("item", (0, number, new.kind))]
            for attribute, value in new.told:
                facts.append(
                    ("range", (0, number, attribute, value, value))
                    if isinstance(value, int)
                    else ("value", (0, number, attribute, value))
                )
            for day in days_of(new.kind):
                when = ONGOING_NUMBER if day == "end" else self._last
                facts.append(("range", (0, number, day, when, when)))
            answers = sum(attribute in _QUESTIONS for attribute, _ in new.told)
            step = Step(
                "add",
                new.cost + answers * self._costs.determine,
                record_kind=new.kind,
                section=new.section,
                told=tuple((name, self._shown(new.kind, name, value)) for name, value in new.told),
            )
            yield Possible(
                step,
                f"add {alike} {copy}",
                tuple(facts),
                (),
                (),
                tuple(self._new_written(new, f"新增-{place}-{copy}")),
                f"add {alike} {copy - 1}" if copy > 1 else None,
            )

    @staticmethod
    def _shown(kind: str, attribute: str, value: str | int) -> str:
        model = record_class(kind)
        if isinstance(value, str) or model is None:
            return str(value)
        return str(written_value(fields_of(model)[attribute], value, "en"))

    def _new_written(self, new: NewRecord, name: str) -> Iterator[tuple[str, str]]:
        told = [("id", name)]
        for attribute, value in new.told:
            if attribute == "evidence":
                told.append((attribute, _PROOF))
            elif attribute not in _QUESTIONS:
                told.append((attribute, self._shown(new.kind, attribute, value)))
        told += [(day, "ongoing" if day == "end" else self._today) for day in days_of(new.kind)]
        kind = new.kind if new.section == "achievements" else new.section
        yield "--add", f"{kind}{{{', '.join(f'{key}: {value}' for key, value in told)}}}"
        for attribute, value in new.told:
            if attribute in _QUESTIONS:
                subject = f"record: {name}, question: {attribute}"
                yield "--add", self._determination(subject, str(value))

    @cached_property
    def _numbers(self) -> Mapping[RecordRef, int]:
        return {
            record_ref(entry, self._evaluation.dossier): number
            for number, entry in enumerate(self._evaluation.entries)
        }

    @cached_property
    def _changes(self) -> Atoms:
        """Return what can still be changed about a record, and the ranks that the rules tell apart."""
        setting = self._evaluation.setting
        files = [
            *setting.rules.rule_files(setting.specialty),
            *map(setting.rules.question_file, ("boundaries", "changes")),
        ]
        signatures = frozenset({_MOVES_ON, _OPEN_RANK, _RANKS})
        return settled_atoms(files, setting.facts(), signatures)
