"""The atoms of an answer become a typed answer per applicant."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from reasoner.program import Signature
from reasoner.solve import Atom, Atoms

Status = Literal["met", "unmet", "undetermined"]
Test = tuple[str, str]


@dataclass(frozen=True)
class Answer:
    """What the rules say of one applicant.

    Records are the places of *facts.entries*. *failed* and *open* name tests by attribute and relation; a test that
    is in neither passed. *totals* are least and most calendar units; *windows* first and last possible beginning and
    the day after the end; *classes* lowest and highest class number.
    """

    statuses: dict[str, Status] = field(default_factory=dict)
    failed: dict[tuple[str, int], list[Test]] = field(default_factory=dict)
    open: dict[tuple[str, int], list[Test]] = field(default_factory=dict)
    totals: dict[str, dict[str, int]] = field(default_factory=dict)
    windows: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    classes: dict[tuple[str, int], tuple[int, int]] = field(default_factory=dict)
    derived: dict[int, dict[str, list[str | tuple[int, int]]]] = field(default_factory=dict)
    needs: dict[tuple[int, str], list[str]] = field(default_factory=dict)
    contradictions: list[tuple[int, str, str]] = field(default_factory=list)

    def status(self, clause: str) -> Status:
        """Return the status of *clause*: what is neither met nor unmet hangs."""
        return self.statuses.get(clause, "undetermined")


def read_answers(atoms: Atoms, applicants: int) -> list[Answer]:
    """Return the answers of applicants 0 to *applicants* - 1, in this order."""
    answers = [Answer() for _ in range(applicants)]
    for signature, store in _STORES.items():
        for atom in atoms.get(signature, ()):
            store(answers[int(atom[0])], atom)
    return answers


STATUS_SIGNATURES: Final[tuple[Signature, ...]] = (("met", 2), ("unmet", 2))
"""The predicates of what is settled about a clause."""


def statuses(atoms: Atoms, applicants: int) -> list[Mapping[str, Status]]:
    """Return only the statuses of clauses, for each applicant."""
    found: list[dict[str, Status]] = [{} for _ in range(applicants)]
    for applicant, clause in atoms.get(("met", 2), ()):
        found[int(applicant)][str(clause)] = "met"
    for applicant, clause in atoms.get(("unmet", 2), ()):
        found[int(applicant)][str(clause)] = "unmet"
    return list(found)


def status_in(atoms: Atoms, clause: str, applicant: int = 0) -> Status:
    """Return the status of *clause* where *atoms* are those of met and unmet clauses that are true."""
    for status in ("met", "unmet"):
        if (applicant, clause) in atoms.get((status, 2), ()):
            return "met" if status == "met" else "unmet"
    return "undetermined"


def _met(answer: Answer, atom: Atom) -> None:
    answer.statuses[str(atom[1])] = "met"


def _unmet(answer: Answer, atom: Atom) -> None:
    answer.statuses[str(atom[1])] = "unmet"


def _failed(answer: Answer, atom: Atom) -> None:
    _, record, clause, attribute, relation = atom
    answer.failed.setdefault((str(clause), int(record)), []).append((str(attribute), str(relation)))


def _open(answer: Answer, atom: Atom) -> None:
    _, record, clause, attribute, relation = atom
    answer.open.setdefault((str(clause), int(record)), []).append((str(attribute), str(relation)))


def _total(answer: Answer, atom: Atom) -> None:
    _, clause, world, units = atom
    answer.totals.setdefault(str(clause), {})[str(world)] = int(units)


def _window(answer: Answer, atom: Atom) -> None:
    _, window, first, last, end = atom
    answer.windows[str(window)] = (int(first), int(last), int(end))


def _class(answer: Answer, atom: Atom) -> None:
    _, record, table, low, high = atom
    answer.classes[str(table), int(record)] = (int(low), int(high))


def _derived(answer: Answer, atom: Atom) -> None:
    _, record, attribute, value = atom
    answer.derived.setdefault(int(record), {}).setdefault(str(attribute), []).append(str(value))


def _derived_range(answer: Answer, atom: Atom) -> None:
    _, record, attribute, low, high = atom
    answer.derived.setdefault(int(record), {}).setdefault(str(attribute), []).append(
        (int(low), int(high))
    )


def _needs(answer: Answer, atom: Atom) -> None:
    _, record, attribute, missing = atom
    answer.needs.setdefault((int(record), str(attribute)), []).append(str(missing))


def _contradiction(answer: Answer, atom: Atom) -> None:
    _, record, stated, basis = atom
    answer.contradictions.append((int(record), str(stated), str(basis)))


_STORES = {
    ("met", 2): _met,
    ("unmet", 2): _unmet,
    ("failed", 5): _failed,
    ("open", 5): _open,
    ("total", 4): _total,
    ("opens", 5): _window,
    ("class_range", 5): _class,
    ("derived", 4): _derived,
    ("derived_range", 5): _derived_range,
    ("needs", 4): _needs,
    ("contradiction", 4): _contradiction,
}
