"""What ``zhicheng policy check`` answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from reasoner.model.assessment import Label

POLICY_CHECK_FORMAT = "zhicheng.policy-check/1"


@dataclass(frozen=True)
class WitnessEntry:
    """A dossier that shows the point; the statuses are those of an ordinary assessment under these readings.

    *points* is the self-score in hundredths of a point, where the finding is about the score. *threshold*
    is the score to reach by which it was judged, where the notice sets none.
    """

    shows: Label
    dossier: Mapping[str, Any]
    statuses: Mapping[str, str]
    readings: Mapping[str, str]
    points: int | None = None
    threshold: int | None = None


@dataclass(frozen=True)
class FindingEntry:
    """One finding; a baseline file knows it by its key."""

    code: str
    severity: Literal["error", "warning", "note"]
    title: Label
    specialty: str
    clauses: tuple[str, ...]
    cites: tuple[str, ...]
    says: Label
    key: str
    witnesses: tuple[WitnessEntry, ...]


@dataclass(frozen=True)
class PolicyCheck:
    """The findings on the rules of some tracks, the gravest first; *accepted* counts those of the baseline."""

    format: str
    tracks: tuple[str, ...]
    findings: tuple[FindingEntry, ...]
    accepted: int
    unchecked: tuple[str, ...]
    """Specialties that were not reached because the check was stopped."""
