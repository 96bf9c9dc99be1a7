"""The bounded space of candidates in which rules are compared: what there is to choose from, gathered from the rules.

Words that no rule names are alike for the rules, so one of them stands for all; between two limits all numbers are
alike, so each limit and its neighbour stand for them. What is bounded is how many records of a kind there are, and on
which days.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from reasoner.errors import Text
from reasoner.evaluate import Setting, rule_atoms, rule_book
from reasoner.facts import Fact, Quoted
from reasoner.model.dates import ONGOING_NUMBER, UNITS_PER_MONTH, UNITS_PER_YEAR, interval_after
from reasoner.policy.record_fields import RecordFields, record_fields
from reasoner.rule_book import RuleBook
from reasoner.rule_files import STRING_OR_COMMENT

RECORDS_OF_A_KIND: Final = 2
"""Records of a kind at most, unless a clause asks for more."""

_SEVERAL: Final = frozenset({"title", "appointment"})
_EVERYBODY_HAS: Final = frozenset(
    {
        *("person", "employer", "application", "materials"),
        *("education", "title", "appointment", "work"),
    }
)
_ALL_WORDS: Final = frozenset({"fields", "directions", "activities"})
_YEARLY: Final = {"assessment": "assessment_grade", "continuing_education": "requirement_met"}
_SCORES: Final = frozenset({"self_score", "verified_score"})
# What a candidate tells where nothing hangs on it.
_PLAIN: Final = (
    ("completion", "graduated"),
    ("series", "engineering"),
    ("in_post", "yes"),
    ("workplace", "zhejiang"),
)
_SIGNATURES: Final = frozenset(
    {
        ("bound", 4),
        ("floor", 4),
        ("floor_for", 6),
        ("measures", 3),
        ("open_list", 3),
        ("order", 3),
        ("unit", 2),
        ("window_years", 2),
    }
)

ASSUMPTIONS: Final = (
    Text(
        "凡由专家或评委会判断的条款均认定为符合",
        "every judgement left to experts or the panel is yes",
    ),
    Text(
        "申报人从事各方涉及的全部专业和方向，业绩均属这些专业并有佐证",
        "the candidate works in all fields and directions concerned; achievements are in them, with evidence",
    ),
    Text(
        "每人有学历、职称、聘任和工作经历",
        "everybody has schooling, a title, an appointment and work",
    ),
    Text(
        f"职称、聘任和每类业绩至多 {RECORDS_OF_A_KIND} 项，其余记录每类至多 1 项，条款要求更多的除外",
        f"titles, appointments and achievements of a kind are at most {RECORDS_OF_A_KIND}, other records one of a "
        "kind, unless a clause asks for more",
    ),
    Text(
        "任职等日期取各年限恰满之日，业绩日期取近期、窗口起点、起点前一年",
        "careers begin when a number of years is just full; achievements are recent, at the beginning of a window, or "
        "a year before",
    ),
    Text(
        "规则未提及的词视为同一个词，数值取各界限及其相邻值",
        "words that no rule names count as one; numbers are each limit and its neighbour",
    ),
    Text(
        "允许一项记录写几个词的属性，每项只写一个词",
        "where a record may have several words in one attribute, it has one",
    ),
)


@dataclass(frozen=True)
class Judged:
    """Rules with the clauses that are asked about; *name* tells them apart."""

    name: str
    setting: Setting
    roots: tuple[str, ...]

    @cached_property
    def book(self) -> RuleBook:
        """Return the rule book."""
        return rule_book(self.setting)

    @cached_property
    def needed(self) -> tuple[str, ...]:
        """Return the clauses that decide the roots."""
        return tuple(dict.fromkeys(c for root in self.roots for c in self.book.under(root)))

    @cached_property
    def dropped(self) -> frozenset[str]:
        """Return the clauses of trees on which the roots do not depend."""
        trees = {clause for track in self.book.tracks for clause in self.book.under(track)}
        return frozenset(trees - {*self.needed})

    @cached_property
    def judgements(self) -> tuple[str, ...]:
        """Return the clauses that experts judge."""
        return tuple(c for c in self.needed if self.book.clauses[c].form == "by_determination")

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Return the kinds of record on which the roots depend."""
        counted = {kind for c in self.needed for kind in self.book.clauses[c].kinds}
        return frozenset(counted | {moment.kind for moment in self.book.moments.values()})

    @cached_property
    def asked_for(self) -> Mapping[str, frozenset[str]]:
        """Return, by attribute, the words in the rules that derive it or say what it needs."""
        return _asked_for(self)

    @cached_property
    def constants(self) -> frozenset[str]:
        """Return the words that the rules name."""
        core = self.setting.rules.root / "core"
        found = set[str]()
        for path in self.setting.rules.rule_files(self.setting.specialty):
            if path.parent != core:
                code = STRING_OR_COMMENT.sub(" ", path.read_text(encoding="utf-8"))
                found.update(re.findall(r"\b[a-z_][A-Za-z0-9_]*", code))
        return frozenset(found)


class Space:
    """What candidates can tell where *sides* judge them."""

    def __init__(self, sides: Sequence[Judged]) -> None:
        """Gather words, limits and days from the rules of *sides*."""
        self._sides = sides
        self._atoms = [rule_atoms(side.setting, _SIGNATURES) for side in sides]
        self._words = frozenset[str]().union(*(side.constants for side in sides))

    def facts(self) -> Iterator[Fact]:
        """Yield the facts that ``questions/imply.lp`` chooses from."""
        for side in self._sides:
            for clause in side.judgements:
                yield "determined", (0, Quoted(clause), "yes")
        yield from (("plain", one) for one in _PLAIN)
        number = 0
        for kind in sorted(frozenset[str]().union(*(side.kinds for side in self._sides))):
            for place, facts in enumerate(self._records(kind)):
                yield "slot", (number, kind)
                if kind in _YEARLY or kind in _SCORES or (kind in _EVERYBODY_HAS and not place):
                    yield "must_be", (number,)
                elif place:
                    yield "after", (number, number - 1)
                for name, *arguments in facts:
                    yield str(name), (number, *arguments)
                number += 1
            yield from self._choices(kind)

    def _records(self, kind: str) -> Iterator[list[tuple[str | int, ...]]]:
        """Yield what each possible record of *kind* says in any case."""
        if kind in _YEARLY:
            purpose = f"{kind}_years"
            for year in sorted(
                {y for s in self._sides for y in getattr(s.setting.notice, purpose)}
            ):
                yield [("fixed", "year", year)]
            return
        fields = record_fields().get(kind)
        told: list[tuple[str | int, ...]] = []
        if fields is not None:
            if _is_achievement(fields):
                told.append(("fixed", "evidence", "given"))
            told += [
                ("fixed", at, word)
                for at in sorted(fields.lists & _ALL_WORDS)
                for word in fields.words[at]
                if word in self._words and word not in ("none", "other")
            ]
        for _ in range(self._most(kind, fields)):
            yield told

    def _most(self, kind: str, fields: RecordFields | None) -> int:
        asked = max(
            (
                side.book.clauses[clause].needs or 1
                for side in self._sides
                for clause in side.needed
                if side.book.clauses[clause].form == "counts"
                and kind in side.book.clauses[clause].kinds
            ),
            default=1,
        )
        several = kind in _SEVERAL or (fields is not None and _is_achievement(fields))
        return max(asked, RECORDS_OF_A_KIND if several else 1)

    def _choices(self, kind: str) -> Iterator[Fact]:
        """Yield the words and numbers that records of *kind* can have."""
        fields = record_fields().get(kind)
        for attribute, words in self._words_of(kind, fields):
            yield from (("word", (kind, attribute, word)) for word in words)
        for attribute, numbers in self._numbers_of(kind, fields):
            yield from (("number", (kind, attribute, number)) for number in numbers)

    def _words_of(
        self, kind: str, fields: RecordFields | None
    ) -> Iterator[tuple[str, Iterable[str]]]:
        if kind in _YEARLY:
            attribute = _YEARLY[kind]
            yield attribute, self._steps(attribute) or ("yes", "no")
        if fields is not None:
            for attribute in fields.words:
                if attribute in self._words and attribute not in _ALL_WORDS:
                    yield attribute, self._told(fields.words[attribute])
            for question in sorted(self._questions(kind)):
                yield question, ("yes", "no")

    def _numbers_of(
        self, kind: str, fields: RecordFields | None
    ) -> Iterator[tuple[str, Iterable[int]]]:
        if kind in _SCORES:
            set_by = {side.setting.notice.threshold for side in self._sides} - {None}
            yield "points", sorted({n for one in set_by if one is not None for n in (one, one - 1)})
        if fields is not None:
            for attribute in sorted(fields.numbers & self._words):
                yield attribute, self._numbers(attribute)
            for day in fields.days:
                yield day, self._days(fields, day)

    def _told(self, words: Sequence[str]) -> Iterator[str]:
        """Yield the words that the rules name, and one that stands for the others."""
        yield from (word for word in words if word in self._words)
        yield from [word for word in words if word not in self._words][:1]

    def _steps(self, attribute: str) -> list[str]:
        return sorted(
            {str(r[1]) for a in self._atoms for r in a.get(("order", 3), ()) if r[0] == attribute}
        )

    def _numbers(self, attribute: str) -> list[int]:
        found: set[int] = set()
        for atoms in self._atoms:
            unit = next((int(n) for at, n in atoms.get(("unit", 2), ()) if at == attribute), 1)
            for _, at, relation, limit in atoms.get(("bound", 4), ()):
                if at == attribute:
                    found |= {int(limit), int(limit) + (1 if relation == "at_most" else -1)}
            for row in (*atoms.get(("floor", 4), ()), *atoms.get(("floor_for", 6), ())):
                if row[-2] == attribute and isinstance(row[-1], int):
                    found |= {row[-1] * unit, row[-1] * unit - 1}
        least = 1 if attribute.startswith("rank") else 0
        return sorted(number for number in found if number >= least) or [1]

    def _days(self, fields: RecordFields, day: str) -> Sequence[int]:
        if not _is_achievement(fields):
            return (ONGOING_NUMBER,) if day == "end" else self._career_days
        recent = min(self._ends) - 6 * UNITS_PER_MONTH
        opens = sorted(
            {end - years * UNITS_PER_YEAR for end in self._ends for years in self._window_years}
        )
        around = [shift for day in opens for shift in (day, day - UNITS_PER_YEAR)]
        if day == "start":
            return [min(opens, default=recent) - 2 * UNITS_PER_YEAR, recent - UNITS_PER_YEAR]
        return (
            sorted({recent, *around})
            if day == "date"
            else sorted({recent, *(d - UNITS_PER_YEAR for d in opens)})
        )

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return tuple(
            sorted({interval_after(s.setting.notice.achievements_until)[1] for s in self._sides})
        )

    @cached_property
    def _window_years(self) -> frozenset[int]:
        return frozenset(int(y) for a in self._atoms for _, y in a.get(("window_years", 2), ()))

    @cached_property
    def _career_days(self) -> tuple[int, ...]:
        """Return the days on which each number of years that is asked for is just full, by each clock."""
        years = {int(row[2]) for a in self._atoms for row in a.get(("measures", 3), ())}
        tenure = {interval_after(s.setting.notice.tenure_until)[1] for s in self._sides}
        ends = {*tenure, *self._ends}
        return tuple(sorted({end - year * UNITS_PER_YEAR for end in ends for year in years}))

    def _questions(self, kind: str) -> frozenset[str]:
        """Return what experts can be asked about records of *kind*."""
        found = set[str]()
        for side, atoms in zip(self._sides, self._atoms, strict=True):
            lists = {str(c): str(q) for c, _, q in atoms.get(("open_list", 3), ())}
            for clause in map(side.book.clauses.__getitem__, side.needed):
                if kind in clause.kinds:
                    tested = {test.attribute for test in clause.tests}
                    found |= side.book.expert_questions & tested
                    found |= {lists[clause.id]} if clause.id in lists else set()
                    for name in tested - side.book.expert_questions:
                        found |= side.book.expert_questions & side.asked_for.get(name, frozenset())
        return frozenset(found)


def _is_achievement(fields: RecordFields) -> bool:
    return "fields" in fields.lists and fields.kind not in ("work", "post_change")


_DERIVES: Final = re.compile(
    r"^(?:derived|needs|may_be|derived_range)\([^,]*,[^,]*, *(\w+),(.*?)\.\s*$",
    re.MULTILINE | re.DOTALL,
)


def _asked_for(side: Judged) -> Mapping[str, frozenset[str]]:
    """Return, by attribute, the words in the rules that derive it or say what it needs."""
    found: dict[str, set[str]] = {}
    for path in side.setting.rules.rule_files(side.setting.specialty):
        code = STRING_OR_COMMENT.sub(" ", path.read_text(encoding="utf-8"))
        for attribute, rest in _DERIVES.findall(code):
            found.setdefault(attribute, set()).update(re.findall(r"\b[a-z_]\w*", rest))
    return {attribute: frozenset(words) for attribute, words in found.items()}
