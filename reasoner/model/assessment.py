"""The answer to "does this candidate qualify?", as every format shows it.

Labels come in both languages. Words and attributes are the constants of the rules; reports put labels beside them.
"""

from dataclasses import dataclass
from typing import Literal

Status = Literal["met", "unmet", "undetermined"]
Verdict = Literal["eligible", "ineligible", "undetermined"]
Outcome = Literal["passed", "failed", "open"]
Duty = Literal["required", "discretionary", "depends_on_route", "no_route", "not_stated"]
Applies = Literal["yes", "no", "unknown"]
Present = Literal["yes", "no", "untold"]

FORMAT = "zhicheng.assessment/1"


@dataclass(frozen=True)
class Label:
    """A short text in both languages."""

    zh: str
    en: str


@dataclass(frozen=True)
class RecordRef:
    """A record of the dossier: its section, its place there from 1 (or its year), its id and its name."""

    kind: str
    section: str
    place: int | None
    id: str | None
    name: str | None


@dataclass(frozen=True)
class TestResult:
    """One test on one record: what was asked, what the dossier tells, and how it came out.

    *required* and *actual* are words, numbers in the units of the regulation, or days. *source* is the clause that
    the test comes from, if it is a definition or a general clause. *missing* names what would settle an open test.
    """

    attribute: str
    relation: str
    required: tuple[str, ...]
    actual: tuple[str, ...]
    status: Outcome
    source: str | None
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Evidence:
    """One record that a clause looked at; it counts if every test passed."""

    record: RecordRef
    status: Outcome
    tests: tuple[TestResult, ...]


@dataclass(frozen=True)
class DeterminationRef:
    """The word of someone responsible on a clause or a record."""

    answer: str
    by: str
    date: str
    basis: str


@dataclass(frozen=True)
class Node:
    """A clause with its status, and why.

    *words* are the official ones, where the user has pointed to the document.
    *needs* is what it asks for, *has* what is certain, *could_have* what is possible once everything is told: parts,
    records, or calendar units of time (372 a year, 31 a month) where *form* is ``measures``.
    """

    id: str
    cite: str
    label: Label
    words: str | None
    form: str
    status: Status
    needs: int | None
    has: int | None
    could_have: int | None
    kind: str | None
    evidence: tuple[Evidence, ...]
    determination: DeterminationRef | None
    readings: tuple[str, ...]
    parts: tuple["Node", ...]


@dataclass(frozen=True)
class Route:
    """A way into the application."""

    clause: str
    cite: str
    label: Label
    status: Status
    declared: bool


@dataclass(frozen=True)
class Gate:
    """One thing that a track asks for, as the path matrix shows it.

    *matter* is what it is about, the same word on every track. *has* and *could_have* of the *parts* of its clause are
    met and can be met, *needs* have to be; a clause without parts has none of these. *routes* are the ways in that it
    holds.
    """

    matter: str
    clause: str
    cite: str
    label: Label
    status: Status
    needs: int | None
    has: int | None
    could_have: int | None
    parts: int
    routes: tuple[str, ...]


@dataclass(frozen=True)
class InterviewReason:
    """Why there is, or may be, an interview on a route."""

    clause: str
    route: str
    duty: Literal["required", "discretionary"]


@dataclass(frozen=True)
class Interview:
    """Whether the applicant must be interviewed: it depends where routes that hold differ; a text may not state it."""

    duty: Duty
    reasons: tuple[InterviewReason, ...]


NOTICE = "notice"
"""The section of what the year's notice does not tell."""


@dataclass(frozen=True)
class Missing:
    """A fact that is not told and on which the verdict hangs, with the clauses that ask for it.

    Of what the notice does not tell, *section* is ``notice`` and *attribute* the window that it leaves open.
    """

    record: RecordRef | None
    section: str
    attribute: str | None
    clauses: tuple[str, ...]


@dataclass(frozen=True)
class Awaited:
    """A determination that is not given and on which the verdict hangs."""

    record: RecordRef | None
    question: str | None
    clauses: tuple[str, ...]


@dataclass(frozen=True)
class OpenParameter:
    """A number that the notice has not set, and the verdict as a function of it.

    The clause holds if the parameter is at most *at_most*, in hundredths of a point; over the readings of doubtful
    cells of the scoring table, at most something from *lowest* to *highest*.
    """

    parameter: str
    clause: str
    at_most: int
    lowest: int
    highest: int
    verdict_if_reached: Verdict
    verdict_if_not: Verdict


@dataclass(frozen=True)
class SelfScore:
    """The self-score in short, by the scoring table; all points are in hundredths.

    *total* counts all that is claimed, *possible* what could still come of facts that are not told; *low* and *high*
    are the totals under the least and the most favourable reading of doubtful cells; *typed* is what the dossier
    states.
    """

    total: int
    possible: int
    low: int
    high: int
    typed: int | None


@dataclass(frozen=True)
class StatusChange:
    """A clause whose status another reading changes."""

    clause: str
    status: Status
    under_rival: Status


@dataclass(frozen=True)
class RivalReading:
    """Another option of a reading, and what it would change.

    *changes* are clauses and routes with another status; *interview* is the duty where it would be another one;
    *open_parameters* say how the verdict would hang on a parameter, where it would hang otherwise.
    """

    option: str
    label: Label
    verdict: Verdict
    changes: tuple[StatusChange, ...]
    interview: Duty | None
    open_parameters: tuple[OpenParameter, ...]


@dataclass(frozen=True)
class ReadingThatMatters:
    """A reading that was applied, where a rival would change the status of some clause."""

    id: str
    cite: str
    question: Label
    option: str
    label: Label
    rivals: tuple[RivalReading, ...]


@dataclass(frozen=True)
class SharedRecord:
    """A record that several items of the rules count."""

    record: RecordRef
    clauses: tuple[str, ...]


@dataclass(frozen=True)
class Contradiction:
    """A record that states in one attribute what a definition denies by another; the definition was applied."""

    record: RecordRef
    stated: str
    basis: str


@dataclass(frozen=True)
class Classification:
    """The class of a record by a table; lowest and highest differ while a criterion is not told."""

    table: str
    record: RecordRef
    lowest: str
    highest: str


@dataclass(frozen=True)
class MaterialPiece:
    """A piece of an item of the list of materials.

    *applies* says whether it is asked of the candidate, by the clause *asked_if* if there is one; *present* whether it
    is there, or is as it must be, by the *clause* that looks for it.
    """

    applies: Applies
    asked_if: str | None
    present: Present
    clause: Node


@dataclass(frozen=True)
class Material:
    """An item of the list of materials; *present* is null where nothing is asked for."""

    id: str
    cite: str
    label: Label
    applies: Applies
    present: Present | None
    pieces: tuple[MaterialPiece, ...]


@dataclass(frozen=True)
class RuleSetRef:
    """Which rules answered."""

    id: str
    version: str
    sha256: str


@dataclass(frozen=True)
class NoticeRef:
    """Which parameters of the year were used."""

    name: str
    basis: str
    by_analogy: bool
    achievements_until: str
    tenure_until: str
    threshold: str | None


@dataclass(frozen=True)
class Person:
    """The candidate."""

    id: str
    name: str | None


@dataclass(frozen=True)
class Assessment:
    """Everything that is said of one candidate on one track."""

    format: str
    candidate: Person
    track: str
    track_label: Label
    verdict: Verdict
    routes: tuple[Route, ...]
    gates: tuple[Gate, ...]
    interview: Interview
    rule_set: RuleSetRef
    notice: NoticeRef
    readings: dict[str, str]
    readings_that_matter: tuple[ReadingThatMatters, ...]
    self_score: SelfScore | None
    open_parameters: tuple[OpenParameter, ...]
    missing_facts: tuple[Missing, ...]
    awaited_determinations: tuple[Awaited, ...]
    shared_records: tuple[SharedRecord, ...]
    distinct_achievements: int
    classifications: tuple[Classification, ...]
    contradictions: tuple[Contradiction, ...]
    materials: tuple[Material, ...]
    beside: tuple[Node, ...]
    consequences: tuple[str, ...]
    tree: Node


WHY_FORMAT = "zhicheng.why/1"


@dataclass(frozen=True)
class ClauseAnswer:
    """Everything that is said of one clause, or one table, for one candidate."""

    format: str
    candidate: Person
    track: str
    clause: Node
    missing_facts: tuple[Missing, ...]
    awaited_determinations: tuple[Awaited, ...]
    readings_that_matter: tuple[ReadingThatMatters, ...]
    classifications: tuple[Classification, ...]
