"""How two conditions stand to each other, as ``zhicheng policy imply --format json`` and its siblings print it."""

from dataclasses import dataclass
from typing import Any, Literal

from reasoner.model.assessment import Label

IMPLICATION_FORMAT = "zhicheng.implication/1"

Relation = Literal["implies", "equals", "excludes"]
Outcome = Literal["holds", "refuted", "vacuous", "unknown"]


@dataclass(frozen=True)
class PartingClause:
    """A clause that the candidate of a witness does not meet although another condition is met."""

    clause: str
    cite: str
    label: Label


@dataclass(frozen=True)
class CounterExample:
    """A candidate who shows that a relation does not hold; *dossier* has English keys and can be saved and assessed.

    *statuses* are what the ordinary evaluation says of the conditions, *parting* clauses of the one that is not met.
    """

    dossier: dict[str, Any]
    statuses: dict[str, str]
    parting: tuple[PartingClause, ...]
    smallest: bool


@dataclass(frozen=True)
class Comparison:
    """Two conditions and how they stand to each other.

    It *holds* for all candidates of the space, or is *refuted* by a witness; it is *vacuous* where nobody in the space
    meets the first condition, and *unknown* where time was up.
    """

    relation: Relation
    first: str
    second: str
    outcome: Outcome
    witness: CounterExample | None


@dataclass(frozen=True)
class Comparisons:
    """Comparisons, with what is taken for granted; *complete* is false where the work was interrupted."""

    format: str
    comparisons: tuple[Comparison, ...]
    complete: bool
    assumptions: tuple[Label, ...]
