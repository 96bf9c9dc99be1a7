"""The atoms of the rules as rows: strings and numbers as they stand in the rules."""

import re

from reasoner.solve import Atom, Atoms


class RuleRows:
    """The atoms of one grounding, looked up by predicate."""

    def __init__(self, atoms: Atoms) -> None:
        """Look up in *atoms*."""
        self._atoms = atoms

    def rows(self, name: str, arity: int) -> list[Atom]:
        """Return the arguments of each atom of a predicate."""
        return self._atoms.get((name, arity), [])

    def by_first(self, name: str, arity: int) -> dict[str, list[Atom]]:
        """Return the rows of a predicate without their first argument, by it."""
        found: dict[str, list[Atom]] = {}
        for first, *rest in self.rows(name, arity):
            found.setdefault(str(first), []).append(tuple(rest))
        return found


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts clause ids as the law numbers them: 12.2 before 12.10."""
    return tuple(
        (0, int(piece), "") if piece.isdigit() else (1, 0, piece)
        for piece in re.split(r"[.]", name)
    )
