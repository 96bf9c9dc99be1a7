"""The answer to "what if?", as every format shows it: how two assessments differ."""

from dataclasses import dataclass

from reasoner.model.assessment import (
    Duty,
    Evidence,
    Label,
    NoticeRef,
    Person,
    SelfScore,
    StatusChange,
    Verdict,
)

WHAT_IF_FORMAT = "zhicheng.what-if/1"


@dataclass(frozen=True)
class RecordChange:
    """A record that a clause counts otherwise; *before* or *after* is null where there is no such record."""

    clause: str
    before: Evidence | None
    after: Evidence | None


@dataclass(frozen=True)
class Side:
    """What is said of the candidate before or after the changes; points are in hundredths.

    *score* is the self-score: what the scoring table makes of the records, with its bounds in *computed*; where the
    track has no table, what the dossier states.
    """

    verdict: Verdict
    routes: tuple[str, ...]
    interview: Duty
    score: int | None
    computed: SelfScore | None
    verified_score: int | None
    notice: NoticeRef
    readings: dict[str, str]


@dataclass(frozen=True)
class Difference:
    """How an assessment differs once *changes* are made.

    *clauses* are those that get another status (*under_rival* is the status after the changes), in the order of the
    law; *opened* and *closed* are routes that hold afterwards and not before, and the other way round; *records* say
    why.
    """

    format: str
    candidate: Person
    track: str
    track_label: Label
    changes: tuple[str, ...]
    before: Side
    after: Side
    clauses: tuple[StatusChange, ...]
    opened: tuple[str, ...]
    closed: tuple[str, ...]
    records: tuple[RecordChange, ...]
