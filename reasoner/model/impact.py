"""What an amendment would change, as ``zhicheng policy impact --format json`` prints it."""

from dataclasses import dataclass
from typing import Any

from reasoner.model.assessment import Label, Verdict

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
    flips: tuple[Flip, ...]
    assumptions: tuple[Label, ...]
