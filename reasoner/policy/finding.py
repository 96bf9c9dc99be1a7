"""What a check of the rules finds, and what kinds of finding there are."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from reasoner.errors import Text

Severity = Literal["error", "warning", "note"]
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "note")
"""From the gravest down."""


@dataclass(frozen=True)
class Kind:
    """A kind of finding: its stable *code*, how grave it is, what it says, and why a drafter should care."""

    code: str
    severity: Severity
    title: Text
    why: Text


@dataclass(frozen=True)
class Witness:
    """A dossier that shows the point: *statuses* are what the rules say of some clauses under *readings*.

    *points* is its self-score in hundredths of a point, where the point is about the score. *threshold* is the
    score to reach by which it was judged, where the notice sets none.
    """

    shows: Text
    dossier: Mapping[str, Any]
    statuses: Mapping[str, str]
    readings: Mapping[str, str]
    points: int | None = None
    threshold: int | None = None


@dataclass(frozen=True)
class Finding:
    """One thing that is odd about the rules.

    *about* tells findings apart that have the same code and clauses; it holds constants, so that it stays the same when
    wording changes.
    """

    kind: Kind
    specialty: str
    clauses: tuple[str, ...]
    cites: tuple[str, ...]
    says: Text
    about: str = ""
    witnesses: tuple[Witness, ...] = ()

    @property
    def key(self) -> str:
        """Return what a baseline file knows the finding by."""
        return " ".join((self.kind.code, self.specialty, *self.clauses, self.about)).strip()
