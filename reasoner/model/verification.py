"""The answer to "on which evidence does the verdict rest?", as every format shows it."""

from dataclasses import dataclass
from typing import Literal

from reasoner.model.assessment import Label, Person, Verdict
from reasoner.model.pieces import PieceRef

VERIFY_FORMAT = "zhicheng.verify/1"
Stopped = Literal["timeout", "interrupted"]


@dataclass(frozen=True)
class Decisive:
    """A piece without which the verdict falls: what it would be then, and the clauses that would no longer be met."""

    piece: PieceRef
    verdict_without: Verdict
    clauses: tuple[str, ...]


@dataclass(frozen=True)
class Verification:
    """On which pieces of the dossier an eligible verdict rests.

    *decisive* pieces are in every sufficient set. *sets* are sets that suffice together with them and of which nothing
    can be taken away, the smallest first; *all_sets* tells whether there are no others. *shared* pieces are in some
    such set but not in all, *spare* ones in none. A verdict that is not eligible rests on nothing, and all are empty.
    *proven* is false where the search was *stopped*; then a set may not be smallest and *unsettled* pieces may be
    shared or spare. *score_kept* tells that some are unsettled because they bring points for a score that a path asks
    for: there are more sets than were looked for, and only for what else they are needed was then settled.
    """

    format: str
    candidate: Person
    track: str
    track_label: Label
    verdict: Verdict
    decisive: tuple[Decisive, ...]
    sets: tuple[tuple[PieceRef, ...], ...]
    all_sets: bool
    shared: tuple[PieceRef, ...]
    spare: tuple[PieceRef, ...]
    unsettled: tuple[PieceRef, ...]
    proven: bool
    stopped: Stopped | None
    score_kept: bool
