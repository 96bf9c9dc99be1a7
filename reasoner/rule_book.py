"""The rule book: what the rules of one specialty say, under one choice of readings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from reasoner.errors import Text
from reasoner.model.achievements.kinds import ANY_ACHIEVEMENT

Form = Literal[
    "all_of",
    "any_of",
    "at_least",
    "negates",
    "counts",
    "excludes",
    "every",
    "measures",
    "sums",
    "by_determination",
    "definition",
]


@dataclass(frozen=True)
class Test:
    """One test of a clause: the record's *attribute* stands in *relation* to one of *values*.

    *source* is the clause that the test comes from where that is another one: a definition or a general clause.
    """

    attribute: str
    relation: str
    values: tuple[str | int, ...]
    source: str | None = None


@dataclass(frozen=True)
class Clause:
    """One clause of the rule book.

    *needs* is a number of parts (at_least), of records (counts), of years (measures), or an amount (sums).
    *kinds* are the kinds of record that it looks at; *asked_if* is the clause that must be met for a material to be
    asked for.
    """

    id: str
    cite: str
    label: Text
    form: Form
    needs: int | None = None
    kinds: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    tests: tuple[Test, ...] = ()
    measured_from: str | None = None
    measured_until: str | None = None
    readings: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    consequences: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()
    asked_if: str | None = None

    @property
    def kind(self) -> str | None:
        """Return the kind of record that it looks at; only achievements are looked at several kinds together."""
        return self.kinds[0] if len(self.kinds) == 1 else ANY_ACHIEVEMENT if self.kinds else None


@dataclass(frozen=True)
class Term:
    """A defined word: the tests that it stands for, and the clause that defines it."""

    tests: tuple[Test, ...]
    defined_in: str | None


@dataclass(frozen=True)
class Moment:
    """The first time that a record of *kind* passes every test; *attribute* tells when."""

    kind: str
    attribute: str


@dataclass(frozen=True)
class Window:
    """A stretch of time that evidence must fall in, reaching back to these moments or some years."""

    label: Text
    since: tuple[str, ...]


@dataclass(frozen=True)
class Option:
    """One way to read a passage."""

    id: str
    label: Text


@dataclass(frozen=True)
class Reading:
    """A passage that can be read in more than one way."""

    id: str
    cite: str
    question: Text
    options: tuple[Option, ...]
    default: str

    def option(self, option: str) -> Option:
        """Return the option of this id."""
        return next(known for known in self.options if known.id == option)


@dataclass(frozen=True)
class Table:
    """A classification table; classes from the lowest number up, 0 being what reaches none."""

    id: str
    kind: str
    attribute: str
    cite: str
    label: Text
    classes: Mapping[int, str]


@dataclass(frozen=True)
class Track:
    """A title that one can apply for."""

    id: str
    specialty: str
    grade: str
    label: Text
    routes: tuple[str, ...]
    beside: tuple[str, ...]
    checklist: tuple[str, ...]


@dataclass(frozen=True)
class RuleBook:
    """What the rules of one specialty say, under one choice of readings."""

    clauses: Mapping[str, Clause]
    tracks: Mapping[str, Track]
    readings: Mapping[str, Reading]
    tables: Mapping[str, Table]
    not_encoded: Mapping[str, tuple[str, Text]]
    interviews: tuple[tuple[str, str, str], ...]
    barriers: Mapping[str, str]
    expert_questions: frozenset[str]
    attribute_labels: Mapping[str, Text]
    terms: Mapping[str, Term]
    moments: Mapping[str, Moment]
    windows: Mapping[str, Window]
    scales: Mapping[str, Mapping[int, str]]
    headings: Mapping[str, str]
    concerns: Mapping[str, tuple[str, ...]]
    matters: Mapping[str, str]
    read_by: Mapping[str, tuple[tuple[str, frozenset[str]], ...]] = field(default_factory=dict)

    def under(self, clause: str) -> list[str]:
        """Return *clause* and everything below it, in the order of the law."""
        return [
            clause,
            *(inner for part in self.clauses[clause].parts for inner in self.under(part)),
        ]

    def materials(self, track: Track) -> Iterator[str]:
        """Yield what the list of materials of *track* asks for, and of whom."""
        for item in track.checklist:
            for piece in self.clauses[item].pieces:
                asked_if = self.clauses[piece].asked_if
                yield from self.under(piece)
                yield from self.under(asked_if) if asked_if else ()

    @cached_property
    def tested_attributes(self) -> frozenset[str]:
        """Return the attributes that some clause tests."""
        return frozenset(
            test.attribute for clause in self.clauses.values() for test in clause.tests
        )

    @cached_property
    def parents(self) -> Mapping[str, tuple[str, ...]]:
        """Return the clauses that each clause is a part of."""
        above: dict[str, tuple[str, ...]] = {}
        for clause in self.clauses.values():
            for part in clause.parts:
                above[part] = (*above.get(part, ()), clause.id)
        return above
