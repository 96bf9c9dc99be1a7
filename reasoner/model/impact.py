"""What an amendment would change, as ``zhicheng policy impact --format json`` prints it."""

from dataclasses import dataclass
from typing import Any

from reasoner.model.assessment import Label, Verdict
from reasoner.model.policy_check import FindingEntry

IMPACT_FORMAT = "zhicheng.impact/1"


@dataclass(frozen=True)
class ClauseChange:
    """A clause whose status the amendment changes; None where the clause is not in the rules."""

    clause: str
    cite: str
    label: Label
    before: str | None
    after: str | None


@dataclass(frozen=True)
class CandidateChange:
    """A candidate whose verdict changes, and the clauses by which it does, in the order of the law."""

    candidate: str
    before: Verdict
    after: Verdict
    clauses: tuple[ClauseChange, ...]


@dataclass(frozen=True)
class ScoreChange:
    """A candidate whose self-score by the scoring table changes; in hundredths of a point."""

    candidate: str
    before: int | None
    after: int | None


@dataclass(frozen=True)
class Transition:
    """How many candidates went from one verdict to the other."""

    before: Verdict
    after: Verdict
    candidates: int


@dataclass(frozen=True)
class Flip:
    """A made-up candidate, as small as can be, whom the amendment turns; *dossier* has English keys."""

    before: Verdict
    after: Verdict
    dossier: dict[str, Any]
    clauses: tuple[ClauseChange, ...]


@dataclass(frozen=True)
class Impact:
    """What an amendment would change for these candidates, and for a made-up one in each direction.

    *complete* is false where the work was interrupted: the candidates that were not reached are not counted.
    *vanished* and *appeared* are the findings of ``policy check`` before and after; None where they were not asked for,
    or not reached.
    """

    format: str
    track: str
    amendment: str
    removed: tuple[str, ...]
    added: tuple[str, ...]
    candidates: int
    complete: bool
    transitions: tuple[Transition, ...]
    changes: tuple[CandidateChange, ...]
    scores: tuple[ScoreChange, ...]
    vanished: tuple[FindingEntry, ...] | None
    appeared: tuple[FindingEntry, ...] | None
    flips: tuple[Flip, ...]
    assumptions: tuple[Label, ...]
