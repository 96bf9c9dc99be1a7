"""The answer to "what would it take?", as every format shows it."""

from dataclasses import dataclass
from typing import Literal

from reasoner.model.assessment import Label, Person, RecordRef, Verdict
from reasoner.model.verification import Stopped

REPAIR_FORMAT = "zhicheng.repair/1"
StepKind = Literal["add", "settle", "determine", "advance", "rank", "wait"]


@dataclass(frozen=True)
class Step:
    """One thing to bring about.

    To *add* a record of *record_kind* that tells what *told* says; to *settle* a fact, or a *section* in which there is
    nothing; to have somebody *determine* a *clause* or an *attribute* of a record; to *advance* a record to another
    stage; to get a better *rank* in what is not finished; to *wait* for so many *years*. *values* are those that will
    do, as a dossier would have them; *stretches* are the same, what lies beside each other on a scale by its first and
    its last.
    """

    kind: StepKind
    cost: int
    record: RecordRef | None = None
    record_kind: str | None = None
    told: tuple[tuple[str, str], ...] = ()
    section: str | None = None
    attribute: str | None = None
    values: tuple[str, ...] = ()
    clause: str | None = None
    years: int | None = None
    stretches: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Repair:
    """Steps that together make the candidate eligible; without any one of them they would not.

    *fills* are the clauses without parts that are then met. *changes* are what to give to ``what-if``: each an option
    and its value.
    """

    cost: int
    steps: tuple[Step, ...]
    fills: tuple[str, ...]
    changes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Repairs:
    """What would make a candidate eligible for a track, the cheapest first.

    *all_minimal* tells whether there are no others, *proven* whether it is certain that none is cheaper than the first
    and none is missing before the last; it is false where the search was *stopped*. If nothing helps, *impossible* has
    the clauses that no step can fill.
    *score_lacks* are the points, in hundredths, that a score that a path asks for is short of the threshold.
    *score_kept* tells that it is the one that the dossier states, which no step raises, because its table is not among
    the rules; a score that is computed is computed anew with every step.
    """

    format: str
    candidate: Person
    track: str
    track_label: Label
    verdict: Verdict
    repairs: tuple[Repair, ...]
    all_minimal: bool
    impossible: tuple[str, ...]
    proven: bool
    stopped: Stopped | None
    score_kept: bool
    score_lacks: int | None


@dataclass(frozen=True)
class NearTracks:
    """All tracks with what would make the candidate eligible for each, the cheapest first, impossible ones last."""

    format: str
    candidate: Person
    tracks: tuple[Repairs, ...]


NEAR_FORMAT = "zhicheng.near/1"
