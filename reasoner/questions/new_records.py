"""Records that clauses would count: what each would have to tell, worked out from the rules."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from reasoner.errors import InputError, Problem, Text
from reasoner.evaluate import Setting, rule_book
from reasoner.facts import Fact, Quoted, kinds_of_sections
from reasoner.intake.shape import Many, Value, fields_of
from reasoner.model.achievements.kinds import Kind
from reasoner.model.costs import Costs
from reasoner.model.vocabulary import RecordKind, record_class
from reasoner.model.word import find_word, nearest
from reasoner.model.words.answers import Evidence, ExpertQuestion, YesNo
from reasoner.questions.search import Search
from reasoner.questions.switched import Switched
from reasoner.rule_book import RuleBook
from reasoner.rule_files import Version, version_of

Told = tuple[tuple[str, str | int], ...]

_COUNTED: Final = frozenset({"counts", "sums"})
_PART: Final = frozenset({"rank", "listed"})
_DAYS: Final = frozenset({"date", "start", "end"})
_NEVER: Final = frozenset({"id", "name", "note", "kind", "evidence"})
# They look at what has been counted; for a record by itself there is nothing to look at.
_NOT_FOR_RECORDS: Final = frozenset(
    {
        "show.lp",
        "scoring_match_show.lp",
        "totals.lp",
        "duration.lp",
        "time.lp",
        "verdict.lp",
    }
)


@dataclass(frozen=True)
class NewRecord:
    """A record that does not exist yet: its kind, what it tells apart from its days, and what it costs.

    *copies* are as many as what it is made for may count.
    """

    kind: str
    section: str
    told: Told
    cost: int
    copies: int

    def without_part(self) -> tuple[str, Told, int]:
        """Return what it is apart from the candidate's part in it, and what it costs."""
        return self.kind, tuple(one for one in self.told if one[0] not in _PART), self.cost


def new_records(setting: Setting, root: str, costs: Costs) -> tuple[NewRecord, ...]:
    """Return, for every clause below *root* that counts records, one that it would count, at the least cost.

    Raises:
        InputError: the table of costs names a kind or an attribute that there is not.
    """
    add = costs_of_kinds(costs)
    book = rule_book(setting)
    clauses = tuple(_made_for(book, root, frozenset(add)))
    files = setting.rules.rule_files(setting.specialty)
    found = []
    for (kind, clause), told in zip(
        clauses, told_for(setting, files, ["fill_clause"], clauses, costs), strict=True
    ):
        if told is not None:
            asks = book.clauses[clause]
            copies = asks.needs or 1 if asks.form == "counts" else 1
            found.append(new_record(kind, told, copies, add[kind], costs))
    return merged(found)


def merged(records: Iterable[NewRecord]) -> tuple[NewRecord, ...]:
    """Return *records*, of several that tell the same the one with most copies."""
    found: dict[tuple[str, Told], NewRecord] = {}
    for one in records:
        known = found.get((one.kind, one.told), one)
        found[one.kind, one.told] = max(known, one, key=lambda same: same.copies)
    return tuple(found.values())


def new_record(kind: str, told: Told, copies: int, cost: int, costs: Costs) -> NewRecord:
    """Return the record of *kind* that tells what *told* has, at *cost* and what its words cost beside it."""
    more = sum(costs.extra.get(f"{name}={value}", 0) for name, value in told)
    return NewRecord(kind, _section_of(kind), told, cost + more, copies)


def told_for(
    setting: Setting,
    files: Sequence[Path],
    questions: Sequence[str],
    clauses: tuple[tuple[str, str], ...],
    costs: Costs,
) -> tuple[Told | None, ...]:
    """Return what a record of a kind tells for each clause or row, by the rules *files* and those of *questions*."""
    rules = (
        *(file for file in files if file.name not in _NOT_FOR_RECORDS),
        *map(setting.rules.question_file, ("switches", "boundaries", "fill", *questions)),
    )
    facts = tuple(_surcharges(costs))
    return _filled(tuple(map(version_of, rules)), tuple(setting.facts()), clauses, facts)


def costs_of_kinds(costs: Costs) -> dict[str, int]:
    """Return the costs of new records by the kinds of the rules.

    Raises:
        InputError: a name is no kind of record that there can be several of.
    """
    found: dict[str, int] = {}
    problems = []
    for name, cost in costs.add.items():
        kind = find_word(Kind, name) or find_word(RecordKind, name)
        if kind is None or record_class(kind.value) is None:
            known = [word.zh for word in (*Kind, *RecordKind) if record_class(word.value)]
            problems.append(
                Problem(
                    Text("没有这一类记录", "there is no such kind of record"),
                    source="--costs",
                    field="新增",
                    value=name,
                    nearest=nearest(name, known),
                )
            )
        else:
            found[kind.value] = cost
    if problems:
        raise InputError(problems)
    return found


def _surcharges(costs: Costs) -> Iterator[Fact]:
    for name, cost in costs.extra.items():
        attribute, equals, word = name.partition("=")
        if not equals or not (attribute + word).replace("_", "").isalnum():
            raise InputError(
                [
                    Problem(
                        Text("加价应写成“属性=词”", "written as attribute=word"),
                        source="--costs",
                        field="加价",
                        value=name,
                        accepted=Text("level=national", "level=national"),
                    )
                ]
            )
        yield "surcharge", (attribute, word, cost)


def _made_for(book: RuleBook, root: str, kinds: frozenset[str]) -> Iterator[tuple[str, str]]:
    for clause in dict.fromkeys(book.under(root)):
        if book.clauses[clause].form in _COUNTED:
            for kind in book.clauses[clause].kinds:
                if kind in kinds:
                    yield kind, clause


@lru_cache(maxsize=32)
def _filled(
    files: tuple[Version, ...],
    setting: tuple[Fact, ...],
    clauses: tuple[tuple[str, str], ...],
    surcharges: tuple[Fact, ...],
) -> tuple[Told | None, ...]:
    """Return what a record tells for each of *clauses*, or nothing where no record can be counted."""
    facts: list[Fact] = [*setting, ("applicant", (0,)), *surcharges]
    for number, (kind, clause) in enumerate(clauses):
        facts += [("item", (0, number, kind)), ("made_for", (number, Quoted(clause)))]
    for kind in dict.fromkeys(kind for kind, _ in clauses):
        facts += _vocabulary(kind)
    asked = frozenset({"filled", "value", "range"})
    awaited = ("made_for", "may_tell", "may_number", "surcharge")
    search = Search([file for file, *_ in files], Switched(tuple(facts), {}), asked, *awaited)
    atoms = search.best((("filled", 1), ("value", 4), ("range", 5)))
    told: dict[int, list[tuple[str, str | int]]] = {}
    for _, number, attribute, value, *_ in (
        *atoms.get(("value", 4), ()),
        *atoms.get(("range", 5), ()),
    ):
        told.setdefault(int(number), []).append((str(attribute), value))
    filled = {int(number) for (number,) in atoms.get(("filled", 1), ())}
    return tuple(
        tuple(sorted(told.get(number, []))) if number in filled else None
        for number in range(len(clauses))
    )


def _vocabulary(kind: str) -> Iterator[Fact]:
    """Yield what a record of *kind* can tell."""
    model = record_class(kind)
    for attribute, shape in fields_of(model).items() if model else ():
        if attribute in _NEVER or attribute in _DAYS:
            continue
        inner = shape.inner if isinstance(shape, Many) else shape
        if isinstance(inner, Value) and inner.vocabulary is not None:
            for word in inner.vocabulary:
                yield "may_tell", (kind, attribute, word.value)
        if isinstance(inner, Value) and not inner.only_words:
            yield "may_number", (kind, attribute)
    if model is not None and "evidence" in model.model_fields:
        yield "may_tell", (kind, "evidence", Evidence.GIVEN.value)
    for question in ExpertQuestion:
        yield "may_tell", (kind, question.value, YesNo.YES.value)


def _section_of(kind: str) -> str:
    return next(section for section, kinds in kinds_of_sections().items() if kind in kinds)


def days_of(kind: str) -> Sequence[str]:
    """Return the attributes of a record of *kind* that are days."""
    model = record_class(kind)
    return [name for name in (model.model_fields if model else ()) if name in _DAYS]
