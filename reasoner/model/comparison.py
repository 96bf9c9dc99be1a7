"""What ``zhicheng policy compare`` answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from reasoner.model.assessment import Label

COMPARISON_FORMAT = "zhicheng.policy-compare/1"


@dataclass(frozen=True)
class ComparedRow:
    """One matter: what each track says of it, nothing where it says nothing, and whether they say different things."""

    name: Label
    cells: Mapping[str, tuple[Label, ...]]
    differs: bool


@dataclass(frozen=True)
class ComparedConcept:
    """One concept over the tracks."""

    concept: str
    label: Label
    rows: tuple[ComparedRow, ...]


@dataclass(frozen=True)
class Comparison:
    """The same concepts over several tracks, side by side."""

    format: str
    tracks: tuple[str, ...]
    concepts: tuple[ComparedConcept, ...]
