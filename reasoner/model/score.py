"""The answer to "how many points?", as every format shows it.

All points are whole hundredths of a point, and exact; a coefficient is in tenths.
"""

from dataclasses import dataclass
from typing import Literal

from reasoner.model.assessment import Label, NoticeRef, Person, RecordRef, RuleSetRef, TestResult

SCORE_FORMAT = "zhicheng.score/1"

Basis = Literal["table", "dossier"]
Fate = Literal["counted", "not_the_highest", "elsewhere"]


@dataclass(frozen=True)
class ScoreEntry:
    """What one record, or the row by itself, brings to a row.

    *record* is None where the row looks at no single record (full years, a number of excellent years) and *times* says
    how often it counts. *coefficient* is None where none applies. *fate* says whether the points are added: a lower
    entry where only the highest counts is not, nor is a record that counts elsewhere. *claimed* means that experts
    have still to recognise it. *rank_missing* means that the coefficient is nothing because no rank is proved.
    """

    record: RecordRef | None
    times: int | None
    worth: int
    coefficient: int | None
    points: int
    fate: Fate
    claimed: bool
    rank_missing: bool
    pinned: bool
    elsewhere: tuple[str, ...]
    tests: tuple[TestResult, ...]


@dataclass(frozen=True)
class ScoreRow:
    """A row of the table with what stands in it.

    *would_add* is what one more record would add that is first in rank; None for rows of years and the like.
    """

    id: str
    label: Label
    worth: int
    by_rank: bool
    doubtful: tuple[str, ...]
    would_add: int | None
    entries: tuple[ScoreEntry, ...]


@dataclass(frozen=True)
class ScoreBox:
    """A category, a group or a block: what lies in it, its maximum, and what is lost to that."""

    id: str
    level: Literal["category", "group", "block"]
    label: Label
    maximum: int | None
    sum: int
    points: int
    lost: int
    doubtful: tuple[str, ...]
    parts: tuple["ScoreBox", ...]
    rows: tuple[ScoreRow, ...]


@dataclass(frozen=True)
class RivalCell:
    """Another way to read a doubtful cell, and the total by it."""

    option: str
    label: Label
    total: int


@dataclass(frozen=True)
class DoubtfulCell:
    """A cell of which the print is doubtful and on which this score rests."""

    reading: str
    cite: str
    question: Label
    option: str
    label: Label
    boxes: tuple[str, ...]
    rivals: tuple[RivalCell, ...]


@dataclass(frozen=True)
class OpenRecord:
    """A record that would stand in a row once these attributes are told."""

    record: RecordRef
    rows: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Addition:
    """What one more record of a row would add."""

    row: str
    label: Label
    block: Label
    adds: int


@dataclass(frozen=True)
class Score:
    """The score ledger of one candidate on one track.

    *total* counts all that is claimed; *determined* what experts have recognised or need not, *possible* what could
    still come of facts that are not told. *low* and *high* are the totals under the least and the most favourable
    reading of the doubtful cells. *typed* is the self-score that the dossier states. *basis* is ``dossier`` where there
    is no table: then the typed score is the total.
    """

    format: str
    candidate: Person
    track: str
    track_label: Label
    table: str | None
    cite: str | None
    basis: Basis
    total: int | None
    maximum: int | None
    determined: int | None
    possible: int | None
    low: int | None
    high: int | None
    typed: int | None
    threshold: int | None
    rule_set: RuleSetRef
    notice: NoticeRef
    readings: dict[str, str]
    categories: tuple[ScoreBox, ...]
    doubtful_cells: tuple[DoubtfulCell, ...]
    open_records: tuple[OpenRecord, ...]
    without_points: tuple[RecordRef, ...]
    additions: tuple[Addition, ...]
