"""The rule book as ``zhicheng rules --format json`` prints it."""

from dataclasses import dataclass
from typing import Literal

from reasoner.model.assessment import Label

RULES_FORMAT = "zhicheng.rules/1"


@dataclass(frozen=True)
class TestEntry:
    """One test of a clause; *source* is where it comes from if that is another clause."""

    attribute: str
    relation: str
    values: tuple[str, ...]
    source: str | None


@dataclass(frozen=True)
class ClauseEntry:
    """One clause: its form, how much it needs of what, its parts, tests, terms and readings.

    An item of a list of materials has *pieces*; a piece is asked of whom the clause *asked_if* is met.
    """

    id: str
    cite: str
    label: Label
    form: str
    quota: int | None
    kind: str | None
    parts: tuple[str, ...]
    tests: tuple[TestEntry, ...]
    measured_from: str | None
    measured_until: str | None
    terms: tuple[str, ...]
    readings: tuple[str, ...]
    pieces: tuple[str, ...]
    asked_if: str | None


@dataclass(frozen=True)
class OptionEntry:
    """One way to read a passage."""

    id: str
    label: Label
    default: bool


@dataclass(frozen=True)
class ReadingEntry:
    """A passage that can be read in more than one way, with the clauses that it touches.

    What it decides says which command takes it: ``assess``, or ``procedure check``.
    """

    id: str
    cite: str
    question: Label
    options: tuple[OptionEntry, ...]
    clauses: tuple[str, ...]
    decides: Literal["eligibility", "procedure"]


@dataclass(frozen=True)
class TermEntry:
    """A defined word: the tests that it stands for, and where it is defined."""

    id: str
    defined_in: str | None
    tests: tuple[TestEntry, ...]


@dataclass(frozen=True)
class NotEncodedEntry:
    """A clause that decides nothing here, and why."""

    id: str
    cite: str
    reason: Label


@dataclass(frozen=True)
class Rules:
    """The rules of a track, or of one clause and what is below it."""

    format: str
    track: str
    clauses: tuple[ClauseEntry, ...]
    terms: tuple[TermEntry, ...]
    readings: tuple[ReadingEntry, ...]
    not_encoded: tuple[NotEncodedEntry, ...]
