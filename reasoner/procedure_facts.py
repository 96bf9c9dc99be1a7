"""The record of a review becomes facts.

Only our own words, whole numbers and generated numbers become symbols; no text of the record does.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from reasoner.facts import Fact, Quoted
from reasoner.model.dates import PartialDate, interval
from reasoner.model.procedure import Panel, ReviewedCandidate, ReviewRecord, Span
from reasoner.working_days import working_days

YEAR: Final = "year"
"""The owner of a step that is taken once a year, and not for each candidate."""

_BALLOTS: Final = ("yes", "no", "abstain")
_MANNERS: Final = ("proxy", "late")
_LISTS: Final = (*_BALLOTS, "voters", *_MANNERS)
_NUMBERS: Final = {"yes": "yes_votes", "no": "no_votes", "abstain": "abstentions"}


@dataclass(frozen=True)
class Names:
    """What the whole numbers of the rules stand for: the number of a name is its place, from 1."""

    experts: tuple[str, ...]
    candidates: tuple[str, ...]
    groups: tuple[str, ...]

    def name_of(self, kind: str, number: int) -> str:
        """Return the name of the expert, candidate or group with this *number*."""
        names = {"expert": self.experts, "candidate": self.candidates, "group": self.groups}
        return names[kind][number - 1]


def names_of(record: ReviewRecord) -> Names:
    """Return the names in *record*, each once."""
    experts: list[str] = []
    if record.panel is not None:
        experts += [member.expert for member in record.panel.members or ()]
    for group in record.groups or ():
        experts += group.experts or ()
    for conflict in record.conflicts or ():
        experts.append(conflict.expert)
    for candidate in record.candidates or ():
        for listed in _LISTS:
            experts += getattr(candidate, listed) or ()
    candidates = [candidate.id for candidate in record.candidates or ()]
    candidates += [conflict.candidate for conflict in record.conflicts or ()]
    return Names(
        experts=tuple(dict.fromkeys(experts)),
        candidates=tuple(dict.fromkeys(candidates)),
        groups=tuple(group.name for group in record.groups or ()),
    )


def review_facts(record: ReviewRecord, names: Names) -> Iterator[Fact]:
    """Yield the facts of *record*."""
    expert = {name: number for number, name in enumerate(names.experts, 1)}
    candidate = {name: number for number, name in enumerate(names.candidates, 1)}
    yield "asked", (Quoted(record.track.value),)
    if record.panel is not None:
        yield from _panel_facts(record.panel, expert)
    yield from _group_facts(record, expert)
    yield from _conflict_facts(record, expert, candidate)
    for one in record.candidates or ():
        yield from _candidate_facts(one, candidate[one.id], expert)
    yield from _step_facts(record)
    yield from _pool_facts(record)


def _panel_facts(panel: Panel, expert: Mapping[str, int]) -> Iterator[Fact]:
    for question in ("from_pool", "at_random"):
        if (told := getattr(panel, question)) is not None:
            yield "drawn", (question, told.value)
    if panel.members is not None:
        yield "told", ("members",)
    for member in panel.members or ():
        yield "panel_member", (expert[member.expert],)
        if member.attendance is not None:
            yield "attendance", (expert[member.expert], member.attendance.value)


def _group_facts(record: ReviewRecord, expert: Mapping[str, int]) -> Iterator[Fact]:
    if record.groups is not None:
        yield "told", ("groups",)
    for number, group in enumerate(record.groups or (), 1):
        yield "group", (number,)
        if group.experts is not None:
            yield "group_told", (number,)
        for name in group.experts or ():
            yield "group_expert", (number, expert[name])


def _conflict_facts(
    record: ReviewRecord, expert: Mapping[str, int], candidate: Mapping[str, int]
) -> Iterator[Fact]:
    if record.conflicts is not None:
        yield "told", ("conflicts",)
    for number, conflict in enumerate(record.conflicts or (), 1):
        tied = expert[conflict.expert], candidate[conflict.candidate]
        yield "conflict", (number, *tied, conflict.ground.value)
        for question in ("may_affect", "recused", "notified"):
            if (told := getattr(conflict, question)) is not None:
                yield "about_conflict", (number, question, told.value)


def _candidate_facts(
    candidate: ReviewedCandidate, number: int, expert: Mapping[str, int]
) -> Iterator[Fact]:
    yield "candidate", (number,)
    for vote, field in _NUMBERS.items():
        votes: int | None = getattr(candidate, field)
        if votes is not None:
            yield "listed", (number, vote)
            yield "tally", (number, vote, votes)
    for listed in _LISTS:
        experts: tuple[str, ...] | None = getattr(candidate, listed)
        if experts is not None:
            yield "listed", (number, listed)
        for one in experts or ():
            if listed == "voters":
                yield "voter", (number, expert[one])
            else:
                name = "ballot" if listed in _BALLOTS else "irregular"
                yield name, (number, expert[one], listed)
    if candidate.passed is not None:
        yield "outcome", (number, candidate.passed.value)
    for step in ("application", "unit_publicity", "authority_review"):
        yield from _when(step, number, getattr(candidate, step))


def _step_facts(record: ReviewRecord) -> Iterator[Fact]:
    steps = record.steps
    if steps is None:
        return
    for step in type(steps).model_fields:
        yield from _when(step, YEAR, getattr(steps, step))
    publicity = steps.result_publicity
    if publicity is not None:
        told = {"raised": publicity.objections, "handled": publicity.objections_handled}
        for question, answer in told.items():
            if answer is not None:
                yield "about_objections", (question, answer.value)


def _when(step: str, owner: str | int, told: PartialDate | Span | None) -> Iterator[Fact]:
    """Yield when *step* was taken, and the working days of a span; nothing if that is not told."""
    if told is None:
        return
    start, end = (told.start, told.end) if isinstance(told, Span) else (told, told)
    if not isinstance(start, PartialDate) or not isinstance(end, PartialDate):
        return
    yield "happened", (step, owner, *interval(start), *interval(end))
    if isinstance(told, Span):
        yield from _working_days(step, owner, start, end)


def _working_days(
    step: str, owner: str | int, start: PartialDate, end: PartialDate
) -> Iterator[Fact]:
    shortest = working_days(start.last_day(), end.first_day())
    longest = working_days(start.first_day(), end.last_day())
    if shortest.least < shortest.most or longest.least < longest.most:
        yield "beyond_calendar", (step, owner)
    yield "working_days", (step, owner, "counts", shortest.least, longest.most)
    next_day = dt.timedelta(days=1)
    shortest = working_days(start.last_day() + next_day, end.first_day())
    longest = working_days(start.first_day() + next_day, end.last_day())
    yield "working_days", (step, owner, "next_day", shortest.least, longest.most)


def _pool_facts(record: ReviewRecord) -> Iterator[Fact]:
    pool = record.expert_pool
    if pool is None:
        return
    if isinstance(pool.founded, PartialDate):
        yield "pool_date", (0, *interval(pool.founded))
    if pool.renewals is not None:
        yield "told", ("renewals",)
    in_order = sorted(pool.renewals or (), key=lambda renewal: renewal.date.first_day())
    for number, renewal in enumerate(in_order, 1):
        yield "pool_date", (number, *interval(renewal.date))
        if renewal.size is not None:
            yield "renewal_size", (number, renewal.size)
        if renewal.replaced is not None:
            yield "renewal_replaced", (number, renewal.replaced)
