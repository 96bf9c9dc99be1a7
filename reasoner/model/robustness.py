"""The answer to "on what would the verdict change?", as every format shows it."""

from dataclasses import dataclass
from typing import Literal

from reasoner.model.assessment import Label, Person, RecordRef, Verdict
from reasoner.model.verification import Stopped

ROBUST_FORMAT = "zhicheng.robust/1"


@dataclass(frozen=True)
class Doubt:
    """Something that could be another way: a rival reading, a doubtful cell, or what an expert answers.

    A reading has *reading* and the rival *option*; a cell its *record*, *section* and *attribute*; an answer either the
    *clause*, or the *record* and the *attribute* that is the question, and the *answer*.
    """

    kind: Literal["reading", "cell", "answer"]
    label: Label
    reading: str | None = None
    option: str | None = None
    cite: str | None = None
    record: RecordRef | None = None
    section: str | None = None
    attribute: str | None = None
    clause: str | None = None
    answer: Literal["yes", "no"] | None = None


@dataclass(frozen=True)
class Outcome:
    """Doubts that come true together, and the verdict then."""

    doubts: tuple[Doubt, ...]
    verdict: Verdict


@dataclass(frozen=True)
class ExpertAnswers:
    """What the answers that are awaited would decide, all else being as told.

    *whatever* is the verdict if it is the same whatever the answers are. Otherwise *for_eligible* are smallest sets of
    answers of yes that make the candidate eligible even if all the others are no, and *against* smallest sets of
    answers of no with which no other answers help.
    """

    awaited: int
    whatever: Verdict | None
    for_eligible: tuple[tuple[Doubt, ...], ...]
    against: tuple[tuple[Doubt, ...], ...]


@dataclass(frozen=True)
class Robustness:
    """The verdict under every rival reading and every doubtful cell, alone and together.

    *readings* and *cells* count what was tried. *alone* are the doubts that change the verdict by themselves,
    *together* smallest combinations that do although no part of them does; *all_together* tells whether there are no
    others. *proven* is false where the search was *stopped*.
    *score_kept* tells that a path asks for a score, and that doubtful cells were taken to leave it as it stands.
    """

    format: str
    candidate: Person
    track: str
    track_label: Label
    verdict: Verdict
    readings: int
    cells: int
    alone: tuple[Outcome, ...]
    together: tuple[Outcome, ...]
    all_together: bool
    answers: ExpertAnswers
    proven: bool
    stopped: Stopped | None
    score_kept: bool
