"""The answer to "from when to when?", as every format shows it."""

from dataclasses import dataclass
from typing import Literal

from reasoner.model.assessment import Label, NoticeRef, Person, RecordRef, StatusChange, Verdict
from reasoner.model.verification import Stopped

What = Literal["begins", "ends", "opens"]
TIMELINE_FORMAT = "zhicheng.timeline/1"


@dataclass(frozen=True)
class Span:
    """Days on which the verdict is the same, with the routes that hold; *last* is null where nothing changes later."""

    first: str
    last: str | None
    verdict: Verdict
    routes: tuple[str, ...]


@dataclass(frozen=True)
class Turned:
    """A record that counts for a clause from a day on, or no longer does."""

    record: RecordRef
    clause: str
    what: What


@dataclass(frozen=True)
class Turn:
    """A day on which something changes: clauses that get another status, and the records behind it.

    *under_rival* in a change is the status from this day on.
    """

    day: str
    before: Verdict
    after: Verdict
    clauses: tuple[StatusChange, ...]
    records: tuple[Turned, ...]


@dataclass(frozen=True)
class Round:
    """A year's review with the cut-offs that are assumed for it, and the verdict then."""

    year: int
    achievements_until: str
    tenure_until: str
    verdict: Verdict
    routes: tuple[str, ...]


@dataclass(frozen=True)
class Timeline:
    """How the verdict changes while nothing happens but that time passes.

    The *spans* and *turns* are those of cut-offs on a day between *first* and *last*, both cut-offs on the same day.
    The *rounds* have the cut-offs of the notice, moved by whole years. Either takes the years of assessments and of
    continuing education as the *notice* has them. *proven* is false where the search was *stopped*; then the answer
    ends early.
    *score_kept* tells that a path asks for a score, and that the score was taken as it stands throughout.
    """

    format: str
    candidate: Person
    track: str
    track_label: Label
    notice: NoticeRef
    first: str
    last: str
    spans: tuple[Span, ...]
    turns: tuple[Turn, ...]
    rounds: tuple[Round, ...]
    proven: bool
    stopped: Stopped | None
    score_kept: bool
