"""The answer to "what is to be settled first?", as every format shows it."""

from dataclasses import dataclass
from typing import Literal

from reasoner.model.assessment import Label, Missing, OpenParameter, Person, RecordRef, Verdict
from reasoner.model.verification import Stopped

NEXT_FORMAT = "zhicheng.next/1"


@dataclass(frozen=True)
class PointOutcome:
    """Answers to a point that come out alike: the verdict then, and how many clauses they would settle.

    *answers* are as a dossier would have them: a word, a number in the unit of the rules, a day, or ``[]`` for a
    section in which there is nothing. *stretches* are the same, what lies beside each other on a scale by its first
    and its last; whatever lies between leads to the same.
    """

    answers: tuple[str, ...]
    verdict: Verdict
    settles: int
    stretches: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class NextPoint:
    """Something that is not told and can decide: a fact, a whole section, or what somebody must determine.

    *clauses* ask for it. *outcomes* say what each answer would lead to, those first that settle the verdict.
    """

    kind: Literal["fact", "section", "record_answer", "clause_answer"]
    record: RecordRef | None
    section: str | None
    attribute: str | None
    clause: str | None
    clauses: tuple[str, ...]
    outcomes: tuple[PointOutcome, ...]


@dataclass(frozen=True)
class NextPoints:
    """What to settle first, the most deciding first; empty where the verdict is settled.

    *cannot_matter* counts the points that are open too, but change the verdict whatever they are and whatever the
    others are in no case. *parameters* are what the year's notice leaves open. *proven* is false where the search was
    *stopped* before every point was examined.
    *score_kept* tells that a path asks for a score, and that the score was taken as it stands throughout; where it may
    still reach the threshold, *score_hangs_on* are the facts of the ledger that are not told and could bring points.
    """

    format: str
    candidate: Person
    track: str
    track_label: Label
    verdict: Verdict
    points: tuple[NextPoint, ...]
    cannot_matter: int
    parameters: tuple[OpenParameter, ...]
    proven: bool
    stopped: Stopped | None
    score_kept: bool
    score_hangs_on: tuple[Missing, ...]
