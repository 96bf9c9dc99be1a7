"""The atoms of the rules become the rule book."""

from collections.abc import Mapping

from reasoner.errors import Text
from reasoner.model.vocabulary import place_of_word
from reasoner.read_clauses import ClauseRows
from reasoner.rule_book import (
    Clause,
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
from reasoner.rule_rows import natural
from reasoner.solve import Atom, Atoms

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


def read_rule_book(atoms: Atoms) -> RuleBook:
    """Return the rule book in *atoms*."""
    return _Reader(atoms).rule_book()


class _Reader(ClauseRows):
    """Reads the atoms of one grounding."""

    def rule_book(self) -> RuleBook:
        clauses = self.clauses()
        return RuleBook(
            clauses=clauses,
            tracks=self._tracks(clauses),
            readings=self._readings(),
            tables=self._tables(),
            not_encoded={
                str(clause): (str(cite), Text(str(zh), str(en)))
                for clause, cite, zh, en in self.rows("not_encoded", 4)
            },
            interviews=tuple(
                sorted(
                    (str(clause), str(duty), str(route))
                    for clause, duty, route in self.rows("interview", 3)
                )
            ),
            barriers={str(route): str(clause) for route, clause in self.rows("barred_if", 2)},
            expert_questions=frozenset(
                str(question) for (question,) in self.rows("expert_question", 1)
            ),
            attribute_labels={
                str(attribute): Text(str(zh), str(en))
                for attribute, _, zh, en in self.rows("derived_attribute", 4)
            }
            | {str(row[2]): Text(str(row[4]), str(row[5])) for row in self.rows("table", 6)},
            terms=self._terms(),
            moments={
                str(moment): Moment(str(kind), str(attribute))
                for moment, kind, attribute in self.rows("moment", 3)
            },
            windows=self._windows(),
            scales=self._scales(),
            headings={
                str(specialty): str(heading) for specialty, heading in self.rows("heading", 2)
            },
            concerns={
                reading: tuple(sorted(str(row[0]) for row in rows))
                for reading, rows in self.by_first("concerns", 2).items()
            },
            matters={str(clause): str(matter) for clause, matter in self.rows("matter", 2)},
            read_by=self._read_by(),
        )

    def _scales(self) -> dict[str, dict[int, str]]:
        """Return the word at each step; of several one that the rules name, or the first of the models."""
        scales: dict[str, dict[int, str]] = {}
        named = {(attribute, value) for _, attribute, _, value in self.rows("where", 4)}

        def rank(step: tuple[str | int, ...]) -> tuple[bool, int, str]:
            attribute, word, _ = step
            place = place_of_word(str(attribute), str(word))
            return (attribute, word) not in named, place, str(word)

        for attribute, word, step in sorted(self.rows("order", 3), key=rank):
            scales.setdefault(str(attribute), {}).setdefault(int(step), str(word))
        return scales

    def _windows(self) -> dict[str, Window]:
        since = self.by_first("window_since", 2)
        return {
            str(window): Window(
                Text(str(zh), str(en)),
                tuple(sorted(str(row[0]) for row in since.get(str(window), ()))),
            )
            for window, _, zh, en in self.rows("window", 4)
        }

    def _terms(self) -> dict[str, Term]:
        defined_in = {str(term): str(clause) for term, clause in self.rows("defined_in", 2)}
        tests: dict[str, dict[tuple[str, str], list[str | int]]] = {}
        for term, attribute, relation, value in self.rows("term", 4):
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
        routes, beside = self.by_first("route", 2), self.by_first("beside", 2)
        checklist = self.by_first("checklist", 2)

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
                self.rows("track", 5), key=lambda row: first_route(str(row[0]))
            )
        }

    def _readings(self) -> dict[str, Reading]:
        options = self.by_first("reading_option", 4)
        defaults = {str(reading): str(option) for reading, option in self.rows("default", 2)}
        questions = sorted(self.rows("reading_question", 4), key=lambda row: natural(str(row[0])))
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
        classes, rest = self.by_first("class", 3), self.by_first("rest", 2)
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
                self.rows("table", 6), key=lambda row: str(row[0])
            )
        }

    def _read_by(self) -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
        """Return for each reading the clauses that it touches, with the attributes if it changes tests only."""
        narrow: dict[tuple[str, str], set[str]] = {}
        for clause, reading, attribute in self.rows("reads", 3):
            narrow.setdefault((str(reading), str(clause)), set()).add(str(attribute))
        touched: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for clause, reading in sorted(self.rows("reads", 2), key=str):
            key = (str(reading), str(clause))
            touched.setdefault(key[0], []).append((key[1], frozenset(narrow.get(key, ()))))
        return {reading: tuple(found) for reading, found in touched.items()}


def _options(rows: list[Atom], default: str) -> tuple[Option, ...]:
    """Return the options of a reading, the default first."""
    found = [Option(str(option), Text(str(zh), str(en))) for option, zh, en in rows]
    return tuple(sorted(found, key=lambda option: (option.id != default, option.id)))
