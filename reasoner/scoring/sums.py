"""What records are worth and where each counts, so that the total is highest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from reasoner.evaluate import Setting
from reasoner.facts import Fact, Quoted, reading_facts
from reasoner.scoring.match import Match, World
from reasoner.scoring.table import ScoreTable
from reasoner.solve import Atoms, solve, solve_best

# The predicates of what differs from case to case, readings among them; the rest follows from the table.
OF_A_CASE = frozenset(
    {
        "chosen",
        "applicant",
        "stands",
        "times",
        "unlisted",
        "score_rank",
        "without_rank",
        "role_of",
        "same",
        "work_of",
        "hopeful",
        "pinned",
        "assigned",
        "highest_total",
    }
)

Place = tuple[int, str]
# Where there is a choice: the scope, and the first record that has it.
Choice = tuple[str, int]


@dataclass(frozen=True)
class Case:
    """One dossier in one world, with the records that the user has pinned to a row."""

    match: Match
    world: World
    pins: Mapping[int, str] = field(default_factory=dict)

    def facts(self, number: int) -> list[Fact]:
        """Return the facts of the case as applicant *number*."""
        pinned: list[Fact] = [
            ("pinned", (number, record, Quoted(row))) for record, row in self.pins.items()
        ]
        return [*self.match.in_world(self.world, number), *pinned]


@dataclass(frozen=True)
class Sums:
    """The points of one case, in hundredths of a point; a place is a record and a row.

    Record -1 is what a row counts by itself, -2 a section that nobody told. *options* are the places among which a
    record, or a piece of work, has the choice, in the order in which it would take them; *assigned* those that were
    taken; *best* is the bound that no assignment exceeds.
    """

    points: Mapping[Place, int] = field(default_factory=dict)
    share: Mapping[Place, int] = field(default_factory=dict)
    entries: Mapping[Place, int] = field(default_factory=dict)
    stays: frozenset[Place] = frozenset()
    dropped: frozenset[Place] = frozenset()
    options: Mapping[Choice, tuple[Place, ...]] = field(default_factory=dict)
    assigned: frozenset[Place] = frozenset()
    sums: Mapping[str, int] = field(default_factory=dict)
    has: Mapping[str, int] = field(default_factory=dict)
    would_add: Mapping[str, int] = field(default_factory=dict)
    best: int = 0
    total: int = 0


def add_up(
    cases: Sequence[Case],
    setting: Setting,
    table: ScoreTable,
    readings: Mapping[str, str] | None = None,
) -> list[Sums]:
    """Return the points of *cases* where each record counts so that the total is highest.

    *readings* replace those of the setting. The bound of the rules proves most assignments the best; for the others
    there is a search.

    Raises:
        RulesError: the rules are wrong.
        SolverTimeout: no assignment was proved the best.
    """
    return _Calculation(cases, setting, table, readings or {}).result()


class _Calculation:
    """One reading of the table, and the cases to be added up by it."""

    def __init__(
        self,
        cases: Sequence[Case],
        setting: Setting,
        table: ScoreTable,
        readings: Mapping[str, str],
    ) -> None:
        self._setting = setting
        self._table = table
        self._shared: list[Fact] = [
            *reading_facts({**setting.readings, **readings}),
            *(("printed", (Quoted(row), place)) for row, place in table.printed.items()),
        ]
        self._told = [case.facts(number) for number, case in enumerate(cases)]

    def result(self) -> list[Sums]:
        found = self._evaluate(dict(enumerate(self._told)))
        sums = [found.get(number, Sums()) for number in range(len(self._told))]
        first = {
            number: [places[0] for places in one.options.values()]
            for number, one in enumerate(sums)
            if one.options
        }
        self._assign(sums, first)
        searched = {
            number: self._search(number, sums[number].best)
            for number in first
            if sums[number].total < sums[number].best
        }
        self._assign(sums, searched)
        return sums

    def _assign(self, sums: list[Sums], chosen: Mapping[int, Sequence[Place]]) -> None:
        """Evaluate the cases that have a choice again, now that it is made."""
        again = self._evaluate(
            {
                number: [
                    *self._told[number],
                    *(("assigned", (number, record, Quoted(row))) for record, row in places),
                ]
                for number, places in chosen.items()
            }
        )
        for number, one in again.items():
            sums[number] = replace(one, assigned=frozenset(chosen[number]))

    def _search(self, number: int, enough: int) -> list[Place]:
        """Return the best assignment; of several, the one that the order of dossier and print prefers."""
        files = self._setting.rules.best_score_files(self._setting.specialty)
        facts = [*self._shared, *self._told[number]]
        highest, _ = solve_best(files, facts, awaited=OF_A_CASE, enough=enough)
        tie: list[Fact] = [("highest_total", (highest,))]
        _, atoms = solve_best(files, [*facts, *tie], awaited=OF_A_CASE)
        return [(int(record), str(row)) for _, record, row in atoms.get(("assigned", 3), ())]

    def _evaluate(self, told: Mapping[int, Sequence[Fact]]) -> dict[int, Sums]:
        if not told:
            return {}
        files = self._setting.rules.score_sum_files(self._setting.specialty)
        facts = [*self._shared, *chain.from_iterable(told.values())]
        return _read(solve(files, facts, awaited=OF_A_CASE).shown, list(told), self._table)


def _read(atoms: Atoms, numbers: Sequence[int], table: ScoreTable) -> dict[int, Sums]:
    def places(name: str, arity: int) -> dict[int, dict[Place, int]]:
        found: dict[int, dict[Place, int]] = {number: {} for number in numbers}
        for number, record, row, *rest in atoms.get((name, arity), ()):
            found[int(number)][int(record), str(row)] = int(rest[0]) if rest else 0
        return found

    def boxes(name: str) -> dict[int, dict[str, int]]:
        found: dict[int, dict[str, int]] = {number: {} for number in numbers}
        for number, box, points in atoms.get((name, 3), ()):
            found[int(number)][str(box)] = int(points)
        return found

    bounds = {int(number): int(points) for number, points in atoms.get(("table_bound", 2), ())}
    options: dict[int, dict[Choice, list[tuple[int, Place]]]] = {number: {} for number in numbers}
    for number, scope, first, record, row, order in atoms.get(("choice", 6), ()):
        options[int(number)].setdefault((str(scope), int(first)), []).append(
            (int(order), (int(record), str(row)))
        )
    points, share, entries = places("points", 4), places("share", 4), places("entry", 4)
    stays, dropped = places("stays", 3), places("dropped", 3)
    sums, has, would_add = boxes("has_sum"), boxes("box_has"), boxes("would_add")
    return {
        number: Sums(
            points=points[number],
            share=share[number],
            entries=entries[number],
            stays=frozenset(stays[number]),
            dropped=frozenset(dropped[number]),
            options={
                choice: tuple(place for _, place in sorted(found))
                for choice, found in sorted(options[number].items())
            },
            sums=sums[number],
            has=has[number],
            would_add=would_add[number],
            best=bounds.get(number, 0),
            total=has[number].get(table.id, 0),
        )
        for number in numbers
    }
