"""What do the tracks say of the same concept, side by side?"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from reasoner.catalog import RuleSet, every_track, shipped_rules, specialty_of, unknown_track
from reasoner.errors import InputError, Problem, Text
from reasoner.model.assessment import Label
from reasoner.model.comparison import (
    COMPARISON_FORMAT,
    ComparedConcept,
    ComparedRow,
    Comparison,
)
from reasoner.model.vocabulary import kind_label
from reasoner.model.word import nearest
from reasoner.policy.compared_procedure import procedure_phrases
from reasoner.policy.compared_scores import score_phrases
from reasoner.policy.definitions import meaning, plain
from reasoner.policy.rule_facts import RuleFacts, rule_facts
from reasoner.rule_book import Clause, Table, Test, Track


class Phrases(Protocol):
    """What clauses, terms, tables and windows of one specialty ask for, in words."""

    def clause(self, clause: Clause) -> Label:
        """Return cite and label of *clause*, with what it asks."""

    def tests(self, tests: tuple[Test, ...]) -> Label:
        """Return what *tests* ask for."""

    def table(self, table: Table) -> tuple[Label, ...]:
        """Return the classes of *table* with what belongs to each."""

    def window(self, window: str) -> Label:
        """Return what a window is called."""


@dataclass(frozen=True)
class _Side:
    """One track to compare."""

    rules: RuleFacts
    track: Track
    phrases: Phrases


# What one track says of one matter: what it is compared by, and the phrase.
_Said = tuple[Hashable, Label]
# The matters of a concept for one track: key and name of the row, and what is said.
_Rows = Iterator[tuple[str, Label, _Said]]


def compare(
    concept: str | None,
    tracks: Sequence[str],
    phrases: Callable[[RuleFacts], Phrases],
    rules: RuleSet | None = None,
) -> Comparison:
    """Return what *tracks* say of *concept*, or of all concepts.

    *phrases* puts the rules of a specialty into words. A concept is one of those of `CONCEPTS`, or a kind of record,
    such as ``award``: then the landmarks and performance items of that kind. Both may be called by their Chinese names.

    Raises:
        InputError: there is no such track or concept.
    """
    found = rules or shipped_rules()
    sides = [_side(track, found, phrases) for track in tracks or _all_tracks(found)]
    kinds = sorted({kind for side in sides for leaf in _items(side) for kind in leaf.kinds})
    labels = {name: label for name, (label, _) in CONCEPTS.items()}
    labels |= {kind: kind_label(kind) for kind in kinds}
    chinese = {label.zh: name for name, label in labels.items()}
    if concept is not None and concept not in labels:
        if concept not in chinese:
            raise _unknown(concept, labels)
        concept = chinese[concept]
    if concept in kinds:
        chosen = [
            _concept(str(concept), Label(*kind_label(str(concept))), sides, _of_kind(str(concept)))
        ]
    else:
        chosen = [
            _concept(name, Label(*label), sides, rows)
            for name, (label, rows) in CONCEPTS.items()
            if concept in (None, name)
        ]
    return Comparison(COMPARISON_FORMAT, tuple(side.track.id for side in sides), tuple(chosen))


def _unknown(concept: str, labels: Mapping[str, Text]) -> InputError:
    return InputError(
        [
            Problem(
                Text("没有这个概念", "there is no such concept"),
                source="policy compare",
                value=concept,
                accepted=Text(
                    "、".join(f"{name}（{label.zh}）" for name, label in labels.items()),
                    ", ".join(labels),
                ),
                nearest=nearest(concept, [*labels, *(label.zh for label in labels.values())]),
            )
        ]
    )


def _all_tracks(rules: RuleSet) -> list[str]:
    return [track for one in rules.specialties() for track in rule_facts(rules, one).book.tracks]


def _side(track: str, rules: RuleSet, phrases: Callable[[RuleFacts], Phrases]) -> _Side:
    found = rule_facts(rules, specialty_of(track, rules))
    if track not in found.book.tracks:
        raise unknown_track(track, every_track(rules))
    return _Side(found, found.book.tracks[track], phrases(found))


def _concept(
    name: str, label: Label, sides: Sequence[_Side], rows: Callable[[_Side], _Rows]
) -> ComparedConcept:
    names: dict[str, Label] = {}
    said: dict[str, dict[str, list[_Said]]] = {}
    for side in sides:
        for key, row_name, one in rows(side):
            names.setdefault(key, row_name)
            said.setdefault(key, {}).setdefault(side.track.id, []).append(one)
    # What there is nothing of on a track cannot differ there.
    concerned = [
        side for side in sides if any(side.track.id in by_track for by_track in said.values())
    ]
    return ComparedConcept(
        name,
        label,
        tuple(
            ComparedRow(
                names[key],
                {track: tuple(phrase for _, phrase in found) for track, found in by_track.items()},
                len(
                    {
                        frozenset(mark for mark, _ in by_track.get(side.track.id, ()))
                        for side in concerned
                    }
                )
                > 1,
            )
            for key, by_track in said.items()
        ),
    )


def _mark(side: _Side, clause: Clause) -> Hashable:
    """Return what a clause asks for, in words that do not name the specialty."""
    tests = frozenset(
        (
            plain(side.rules, test.attribute),
            test.relation,
            tuple(plain(side.rules, str(one)) for one in test.values),
        )
        for test in clause.tests
        if test.attribute != "fields"
    )
    return clause.form, clause.needs, clause.kinds, tests


def _items(side: _Side) -> Iterator[Clause]:
    for article in (*side.rules.doors(side.track.id), *side.rules.performance(side.track.id)):
        yield from side.rules.leaves_under(article)


def _by_kind(side: _Side, articles: Sequence[str]) -> _Rows:
    for article in articles:
        for leaf in side.rules.leaves_under(article):
            for kind in leaf.kinds:
                yield kind, Label(*kind_label(kind)), (_mark(side, leaf), side.phrases.clause(leaf))


def _landmarks(side: _Side) -> _Rows:
    return _by_kind(side, side.rules.doors(side.track.id))


def _performance(side: _Side) -> _Rows:
    return _by_kind(side, side.rules.performance(side.track.id))


def _of_kind(kind: str) -> Callable[[_Side], _Rows]:
    def rows(side: _Side) -> _Rows:
        parts = {
            "landmarks": (Label("标志性成果", "landmarks"), _landmarks),
            "performance": (Label("业绩", "performance"), _performance),
        }
        for name, (label, found) in parts.items():
            for key, _, said in found(side):
                if key == kind:
                    yield name, label, said

    return rows


def _paths(side: _Side) -> _Rows:
    doors = set(side.rules.doors(side.track.id))
    paths = [route for route in side.track.routes if route not in doors]
    for place, route in enumerate(paths, start=1):
        tips = [side.rules.book.clauses[one] for one in side.rules.book.under(route)]
        mark = frozenset(_mark(side, tip) for tip in tips if not tip.parts)
        clause = side.rules.book.clauses[route]
        yield (
            str(place),
            Label(f"第{place}条路径", f"path {place}"),
            (mark, side.phrases.clause(clause)),
        )


def _definitions(side: _Side) -> _Rows:
    for name, term in side.rules.book.terms.items():
        key = plain(side.rules, name)
        yield (
            key,
            Label(key, key.replace("_", " ")),
            (meaning(side.rules, term), side.phrases.tests(term.tests)),
        )


def _tables(side: _Side) -> _Rows:
    for table in side.rules.book.tables.values():
        key = plain(side.rules, table.attribute)
        for row in side.phrases.table(table):
            yield key, Label(*table.label), (row.zh, row)


def _windows(side: _Side) -> _Rows:
    used = {
        str(test.values[0])
        for leaf in _items(side)
        for test in leaf.tests
        if test.relation in ("within", "overlaps")
    }
    for window in sorted(used):
        key = plain(side.rules, window)
        said = side.phrases.window(window)
        yield key, Label(key, key.replace("_", " ")), (said.zh, said)


_DUTIES: Final = {
    "required": Label("须面试", "interview required"),
    "discretionary": Label("视情况面试", "interview at discretion"),
}


def _interviews(side: _Side) -> _Rows:
    for clause, duty, route in side.rules.book.interviews:
        if route in side.track.routes:
            label = side.rules.book.clauses[route].label
            cite = side.rules.cite(clause)
            said = Label(f"{cite} {label.zh}", f"{cite} {label.en}")
            yield duty, _DUTIES[duty], (label.zh, said)


def _readings(side: _Side) -> _Rows:
    for reading in side.rules.book.readings.values():
        said = Label(*reading.option(reading.default).label)
        yield (
            reading.id,
            Label(f"{reading.id} {reading.question.zh}", f"{reading.id} {reading.question.en}"),
            (
                reading.default,
                said,
            ),
        )


def _scores(side: _Side) -> _Rows:
    for key, name, mark, said in score_phrases(side.rules, side.track.id):
        yield key, name, (mark, said)


def _procedure(side: _Side) -> _Rows:
    for key, name, mark, said in procedure_phrases(side.track.id):
        yield key, name, (mark, said)


CONCEPTS: Final[dict[str, tuple[Text, Callable[[_Side], _Rows]]]] = {
    "paths": (Text("申报路径", "paths"), _paths),
    "landmarks": (Text("标志性成果", "landmarks"), _landmarks),
    "performance": (Text("业绩与经历", "performance and experience"), _performance),
    "definitions": (Text("定义", "definitions"), _definitions),
    "tables": (Text("分类表", "classification tables"), _tables),
    "windows": (Text("期限", "windows"), _windows),
    "interview": (Text("面试", "interview"), _interviews),
    "scores": (Text("赋分", "scores"), _scores),
    "procedure": (Text("评审程序", "procedure"), _procedure),
    "readings": (Text("读法", "readings"), _readings),
}
"""The concepts by name."""
