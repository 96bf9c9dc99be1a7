"""The atoms of the rules become the rule book."""

import re
from collections.abc import Mapping
from typing import Final

from reasoner.errors import Text
from reasoner.model.vocabulary import place_of_word
from reasoner.rule_book import (
    Clause,
    Form,
    Moment,
    Option,
    Reading,
    RuleBook,
    Table,
    Term,
    Test,
    Track,
    Window,
)
from reasoner.solve import Atoms

# What is read from the rules, besides the answer.
RULE_SIGNATURES = frozenset(
    {
        ("clause", 4),
        ("part", 2),
        ("all_of", 1),
        ("any_of", 1),
        ("at_least", 2),
        ("negates", 2),
        ("counts", 3),
        ("excludes", 2),
        ("every", 2),
        ("measures", 3),
        ("sums", 4),
        ("measured_from", 2),
        ("measured_until", 2),
        ("tells_years", 2),
        ("by_determination", 1),
        ("checklist", 2),
        ("asks_for", 2),
        ("asked_if", 2),
        ("where", 4),
        ("source", 4),
        ("uses", 2),
        ("term", 4),
        ("defined_in", 2),
        ("consequence", 2),
        ("reads", 2),
        ("reads", 3),
        ("reading_question", 4),
        ("reading_option", 4),
        ("default", 2),
        ("track", 5),
        ("matter", 2),
        ("route", 2),
        ("beside", 2),
        ("interview", 3),
        ("barred_if", 2),
        ("concerns", 2),
        ("not_encoded", 4),
        ("table", 6),
        ("class", 3),
        ("rest", 2),
        ("derived_attribute", 4),
        ("expert_question", 1),
        ("window", 4),
        ("window_since", 2),
        ("moment", 3),
        ("heading", 2),
        ("order", 3),
    }
)


_IN_THE_RULE: Final = -1
"""Stands for a number that the rule gives as its last argument."""

_FORMS: Final[tuple[tuple[Form, int, int | None], ...]] = (
    ("all_of", 1, None),
    ("any_of", 1, 1),
    ("at_least", 2, _IN_THE_RULE),
    ("negates", 2, None),
    ("counts", 3, _IN_THE_RULE),
    ("excludes", 2, 0),
    ("every", 2, None),
    ("measures", 3, _IN_THE_RULE),
    ("sums", 4, _IN_THE_RULE),
    ("by_determination", 1, None),
)
_LOOKS_AT: Final = (
    ("counts", 3),
    ("excludes", 2),
    ("every", 2),
    ("measures", 3),
    ("sums", 4),
    ("tells_years", 2),
)


# An id begins with its specialty and its track, or what tracks share; the numbers of the law follow.
_PIECES_OF_A_TRACK = 2


def read_rule_book(atoms: Atoms) -> RuleBook:
    """Return the rule book in *atoms*."""
    return _Reader(atoms).rule_book()


class _Reader:
    """Reads the atoms of one grounding; strings and numbers come out as they stand in the rules."""

    def __init__(self, atoms: Atoms) -> None:
        self._atoms = atoms

    def rule_book(self) -> RuleBook:
        clauses = self._clauses()
        return RuleBook(
            clauses=clauses,
            tracks=self._tracks(clauses),
            readings=self._readings(),
            tables=self._tables(),
            not_encoded={
                str(clause): (str(cite), Text(str(zh), str(en)))
                for clause, cite, zh, en in self._rows("not_encoded", 4)
            },
            interviews=tuple(
                sorted(
                    (str(clause), str(duty), str(route))
                    for clause, duty, route in self._rows("interview", 3)
                )
            ),
            barriers={str(route): str(clause) for route, clause in self._rows("barred_if", 2)},
            expert_questions=frozenset(
                str(question) for (question,) in self._rows("expert_question", 1)
            ),
            attribute_labels={
                str(attribute): Text(str(zh), str(en))
                for attribute, _, zh, en in self._rows("derived_attribute", 4)
            }
            | {str(row[2]): Text(str(row[4]), str(row[5])) for row in self._rows("table", 6)},
            terms=self._terms(),
            moments={
                str(moment): Moment(str(kind), str(attribute))
                for moment, kind, attribute in self._rows("moment", 3)
            },
            windows=self._windows(),
            scales=self._scales(),
            headings={
                str(specialty): str(heading) for specialty, heading in self._rows("heading", 2)
            },
            concerns={
                reading: tuple(sorted(str(row[0]) for row in rows))
                for reading, rows in self._by_first("concerns", 2).items()
            },
            matters={str(clause): str(matter) for clause, matter in self._rows("matter", 2)},
            read_by=self._read_by(),
        )

    def _rows(self, name: str, arity: int) -> list[tuple[str | int, ...]]:
        return self._atoms.get((name, arity), [])

    def _by_first(self, name: str, arity: int) -> dict[str, list[tuple[str | int, ...]]]:
        found: dict[str, list[tuple[str | int, ...]]] = {}
        for first, *rest in self._rows(name, arity):
            found.setdefault(str(first), []).append(tuple(rest))
        return found

    def _clauses(self) -> dict[str, Clause]:
        forms, kinds = self._forms(), self._kinds()
        parts = self._parts()
        tests = self._tests()
        single = {
            name: {str(first): str(second) for first, second in self._rows(name, 2)}
            for name in ("measured_from", "measured_until", "asked_if")
        }
        many = {
            name: self._by_first(name, 2) for name in ("reads", "uses", "consequence", "asks_for")
        }
        clauses = {}
        for clause, cite, zh, en in sorted(
            self._rows("clause", 4), key=lambda row: natural(str(row[0]))
        ):
            name = str(clause)
            form, needs = forms.get(name, ("definition", None))
            clauses[name] = Clause(
                id=name,
                cite=str(cite),
                label=Text(str(zh), str(en)),
                form=form,
                needs=needs,
                kinds=kinds.get(name, ()),
                parts=parts.get(name, ()),
                tests=tests.get(name, ()),
                measured_from=single["measured_from"].get(name),
                measured_until=single["measured_until"].get(name),
                readings=tuple(sorted(str(row[0]) for row in many["reads"].get(name, ()))),
                terms=tuple(sorted(str(row[0]) for row in many["uses"].get(name, ()))),
                consequences=tuple(
                    sorted(str(row[0]) for row in many["consequence"].get(name, ()))
                ),
                pieces=tuple(
                    sorted((str(row[0]) for row in many["asks_for"].get(name, ())), key=natural)
                ),
                asked_if=single["asked_if"].get(name),
            )
        return clauses

    def _forms(self) -> dict[str, tuple[Form, int | None]]:
        """Return the form of each clause, and how much it needs where it says so."""
        forms: dict[str, tuple[Form, int | None]] = {}
        for form, arity, needs in _FORMS:
            for clause, *rest in self._rows(form, arity):
                forms[str(clause)] = (form, int(rest[-1]) if needs == _IN_THE_RULE else needs)
        return forms

    def _kinds(self) -> dict[str, tuple[str, ...]]:
        """Return the kinds of record that each clause looks at."""
        found: dict[str, set[str]] = {}
        for name, arity in _LOOKS_AT:
            for clause, kind, *_ in self._rows(name, arity):
                found.setdefault(str(clause), set()).add(str(kind))
        return {clause: tuple(sorted(kinds)) for clause, kinds in found.items()}

    def _parts(self) -> dict[str, tuple[str, ...]]:
        """Return the parts of each clause in the order of the law: that of their first leaves, of whatever track."""
        parts = {
            clause: [str(row[0]) for row in rows]
            for clause, rows in self._by_first("part", 2).items()
        }
        parts |= {
            clause: [str(row[0])] for clause, (row, *_) in self._by_first("negates", 2).items()
        }

        def first_leaf(clause: str) -> tuple[tuple[int, int, str], ...]:
            if clause in parts:
                return min(map(first_leaf, parts[clause]))
            return natural(clause)[_PIECES_OF_A_TRACK:]

        return {clause: tuple(sorted(found, key=first_leaf)) for clause, found in parts.items()}

    def _tests(self) -> dict[str, tuple[Test, ...]]:
        sources = {
            (str(clause), str(attribute), str(relation)): str(source)
            for clause, attribute, relation, source in self._rows("source", 4)
        }
        values: dict[str, dict[tuple[str, str], list[str | int]]] = {}
        for clause, attribute, relation, value in self._rows("where", 4):
            if relation != "or_higher":
                tests = values.setdefault(str(clause), {})
                tests.setdefault((str(attribute), str(relation)), []).append(value)
        return {
            clause: tuple(
                Test(
                    attribute,
                    relation,
                    tuple(sorted(found, key=str)),
                    sources.get((clause, attribute, relation)),
                )
                for (attribute, relation), found in sorted(
                    tests.items(), key=lambda item: ((clause, *item[0]) in sources, item[0])
                )
            )
            for clause, tests in values.items()
        }

    def _scales(self) -> dict[str, dict[int, str]]:
        """Return the word at each step; of several one that the rules name, or the first of the models."""
        scales: dict[str, dict[int, str]] = {}
        named = {(attribute, value) for _, attribute, _, value in self._rows("where", 4)}

        def rank(step: tuple[str | int, ...]) -> tuple[bool, int, str]:
            attribute, word, _ = step
            place = place_of_word(str(attribute), str(word))
            return (attribute, word) not in named, place, str(word)

        for attribute, word, step in sorted(self._rows("order", 3), key=rank):
            scales.setdefault(str(attribute), {}).setdefault(int(step), str(word))
        return scales

    def _windows(self) -> dict[str, Window]:
        since = self._by_first("window_since", 2)
        return {
            str(window): Window(
                Text(str(zh), str(en)),
                tuple(sorted(str(row[0]) for row in since.get(str(window), ()))),
            )
            for window, _, zh, en in self._rows("window", 4)
        }

    def _terms(self) -> dict[str, Term]:
        defined_in = {str(term): str(clause) for term, clause in self._rows("defined_in", 2)}
        tests: dict[str, dict[tuple[str, str], list[str | int]]] = {}
        for term, attribute, relation, value in self._rows("term", 4):
            tests.setdefault(str(term), {}).setdefault((str(attribute), str(relation)), []).append(
                value
            )
        return {
            term: Term(
                tuple(
                    Test(*name, tuple(sorted(values, key=str)))
                    for name, values in sorted(found.items())
                ),
                defined_in.get(term),
            )
            for term, found in sorted(tests.items())
        }

    def _tracks(self, clauses: Mapping[str, Clause]) -> dict[str, Track]:
        """Return the tracks in the order in which the law has their ways in: the senior title before the chief."""
        routes, beside = self._by_first("route", 2), self._by_first("beside", 2)
        checklist = self._by_first("checklist", 2)

        def first_route(track: str) -> tuple[tuple[int, int, str], ...]:
            return min(
                natural(str(row[0]).removeprefix(f"{track}.")) for row in routes.get(track, ())
            )

        order = {clause: place for place, clause in enumerate(clauses)}
        return {
            str(track): Track(
                id=str(track),
                specialty=str(specialty),
                grade=str(grade),
                label=Text(str(zh), str(en)),
                routes=tuple(
                    sorted(
                        (str(row[0]) for row in routes.get(str(track), ())), key=order.__getitem__
                    )
                ),
                beside=tuple(sorted(str(row[0]) for row in beside.get(str(track), ()))),
                checklist=tuple(
                    sorted((str(row[0]) for row in checklist.get(str(track), ())), key=natural)
                ),
            )
            for track, specialty, grade, zh, en in sorted(
                self._rows("track", 5), key=lambda row: first_route(str(row[0]))
            )
        }

    def _readings(self) -> dict[str, Reading]:
        options = self._by_first("reading_option", 4)
        defaults = {str(reading): str(option) for reading, option in self._rows("default", 2)}
        questions = sorted(self._rows("reading_question", 4), key=lambda row: natural(str(row[0])))
        return {
            str(reading): Reading(
                id=str(reading),
                cite=str(cite),
                question=Text(str(zh), str(en)),
                options=_options(options[str(reading)], defaults[str(reading)]),
                default=defaults[str(reading)],
            )
            for reading, cite, zh, en in questions
        }

    def _tables(self) -> dict[str, Table]:
        classes, rest = self._by_first("class", 3), self._by_first("rest", 2)
        return {
            str(table): Table(
                id=str(table),
                kind=str(kind),
                attribute=str(attribute),
                cite=str(cite),
                label=Text(str(zh), str(en)),
                classes={0: str(rest[str(table)][0][0])}
                | {
                    int(row[1]): str(row[0])
                    for row in sorted(classes[str(table)], key=lambda row: int(row[1]))
                },
            )
            for table, kind, attribute, cite, zh, en in sorted(
                self._rows("table", 6), key=lambda row: str(row[0])
            )
        }

    def _read_by(self) -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
        """Return for each reading the clauses that it touches, with the attributes if it changes tests only."""
        narrow: dict[tuple[str, str], set[str]] = {}
        for clause, reading, attribute in self._rows("reads", 3):
            narrow.setdefault((str(reading), str(clause)), set()).add(str(attribute))
        touched: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for clause, reading in sorted(self._rows("reads", 2), key=str):
            key = (str(reading), str(clause))
            touched.setdefault(key[0], []).append((key[1], frozenset(narrow.get(key, ()))))
        return {reading: tuple(found) for reading, found in touched.items()}


def _options(rows: list[tuple[str | int, ...]], default: str) -> tuple[Option, ...]:
    """Return the options of a reading, the default first."""
    found = [Option(str(option), Text(str(zh), str(en))) for option, zh, en in rows]
    return tuple(sorted(found, key=lambda option: (option.id != default, option.id)))


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts clause ids as the law numbers them: 12.2 before 12.10."""
    return tuple(
        (0, int(piece), "") if piece.isdigit() else (1, 0, piece)
        for piece in re.split(r"[.]", name)
    )
