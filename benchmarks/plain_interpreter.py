"""The rules applied by plain Python: the yardstick that clingo is measured with, and checked against.

It reads the same facts of the rules, once grounded, and gives the same answer with the same trace. What the
definitions of a specialty make of a record (the attributes that are *derived*) are rules and not facts, so they are
given to it; see README.md.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, NamedTuple

from reasoner.answer import Answer, Status
from reasoner.answer import Test as TestName
from reasoner.evaluate import Setting
from reasoner.facts import Entry, Fact
from reasoner.model.dates import ONGOING_NUMBER, UNITS_PER_YEAR
from reasoner.solve import Atoms, solve

SIGNATURES: Final = frozenset(
    {
        ("where", 4),
        ("accepts", 3),
        ("open_list", 3),
        ("order", 3),
        ("unit", 2),
        ("parameter", 2),
        ("counts", 3),
        ("excludes", 2),
        ("every", 2),
        ("sums", 4),
        ("measures", 3),
        ("tells_years", 2),
        ("measured_from", 2),
        ("measured_within", 2),
        ("measured_until", 2),
        ("nominal_years", 1),
        ("by_determination", 1),
        ("part", 2),
        ("all_of", 1),
        ("any_of", 1),
        ("at_least", 2),
        ("negates", 2),
        ("moment", 3),
        ("window", 4),
        ("window_since", 2),
        ("window_otherwise", 3),
        ("window_rule", 2),
        ("window_from", 2),
        ("opening", 2),
        ("begins", 2),
        ("cutoff", 2),
        ("table", 6),
        ("class", 3),
        ("criterion", 4),
        ("floor", 4),
        ("floor_for", 6),
        ("rest_for", 3),
        ("stated_in", 2),
        ("one_class_down", 4),
        ("combination", 2),
    }
)
"""The predicates that are read; `begins`, where a window of so many years begins, is the same for everybody."""

Word = str | int
Bounds = tuple[int, int]
Told = Mapping[str, Sequence[Word | Bounds]]
Derived = Mapping[int, Mapping[str, Sequence[str | Bounds]]]
Maybe = Mapping[int, Mapping[str, Sequence[str]]]

_TIMED: Final = ("within", "overlaps")
_LOOKS: Final = (
    ("counts", 3),
    ("excludes", 2),
    ("every", 2),
    ("measures", 3),
    ("tells_years", 2),
    ("sums", 4),
    ("moment", 3),
)
_NEVER: Final = ONGOING_NUMBER + 1
_PASSED, _FAILED, _OPEN = "passed", "failed", "open"
_OPPOSITE: Final[Mapping[Status | None, Status | None]] = {
    "met": "unmet",
    "unmet": "met",
    None: None,
}


class _Test(NamedTuple):
    """One test with everything that it needs; *limits* are in the units of the inputs."""

    attribute: str
    relation: str
    words: frozenset[Word]
    limits: tuple[int, ...]
    accepted: frozenset[Word]
    question: str | None
    named: frozenset[Word]
    windows: tuple[str, ...]


class _Record:
    """One record with what is known of it, looked up once."""

    __slots__ = ("bounds", "maybe", "told", "words")

    def __init__(
        self,
        told: Told,
        derived: Mapping[str, Sequence[str | Bounds]],
        maybe: Mapping[str, Sequence[str]],
        rules: "_Rules",
    ) -> None:
        self.told = told
        self.maybe = maybe
        self.words: dict[str, list[Word]] = {}
        self.bounds: dict[str, list[Bounds]] = {}
        for source in (told, derived):
            for attribute, values in source.items():
                for value in values:
                    if isinstance(value, tuple):
                        self.bounds.setdefault(attribute, []).append(value)
                        continue
                    self.words.setdefault(attribute, []).append(value)
                    place = rules.order.get((attribute, value))
                    if place is not None:
                        self.bounds.setdefault(attribute, []).append((place, place))

    def told_bounds(self, attribute: str) -> list[Bounds]:
        return [value for value in self.told.get(attribute, ()) if isinstance(value, tuple)]


@dataclass(frozen=True)
class _Table:
    id: str
    attribute: str
    combination: str | None
    stated_in: str | None
    highest: int
    numbers: Mapping[Word, int]
    criteria: Mapping[str, tuple[tuple[Word, int], ...]]
    floors: Mapping[str, tuple[tuple[int, int], ...]]
    floors_for: Mapping[str, tuple[tuple[str, Word, int, int], ...]]
    cases: Mapping[str, frozenset[Word]]

    def attributes(self) -> list[str]:
        return list(dict.fromkeys((*self.criteria, *self.floors, *self.floors_for)))


@dataclass(frozen=True)
class _Descent:
    """Records with one of *words* stand one class lower in table *into* than in table *table*."""

    table: str
    into: str
    attribute: str
    words: frozenset[Word]
    result: str


class _Rules:
    """The rules of a setting, arranged so that nothing of this is done again for a dossier."""

    def __init__(self, atoms: Atoms) -> None:
        self._atoms = atoms
        self._read_order()
        self._read_tables()
        self._read_tests()
        self._read_time()
        self._read_forms()

    def _rows(self, name: str, arity: int) -> list[tuple[Word, ...]]:
        return self._atoms.get((name, arity), [])

    def _pairs(self, name: str) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for first, second in self._rows(name, 2):
            found.setdefault(str(first), []).append(str(second))
        return found

    def _read_order(self) -> None:
        self._units = {str(name): int(scale) for name, scale in self._rows("unit", 2)}
        self.order = {
            (str(attribute), value): int(place)
            for attribute, value, place in self._rows("order", 3)
        }

    def _read_tables(self) -> None:
        tables: dict[str, list[_Table]] = {}
        for table, kind, attribute, *_ in self._rows("table", 6):
            tables.setdefault(str(kind), []).append(self._table(str(table), str(attribute)))
        self.tables = {kind: tuple(found) for kind, found in tables.items()}
        kinds = {table.id: kind for kind, found in tables.items() for table in found}
        results = {table.id: table.attribute for found in tables.values() for table in found}
        down: dict[tuple[str, str, str], set[Word]] = {}
        for table, into, attribute, word in self._rows("one_class_down", 4):
            down.setdefault((str(table), str(into), str(attribute)), set()).add(word)
        descents: dict[str, list[_Descent]] = {}
        for (table, into, attribute), words in down.items():
            descent = _Descent(table, into, attribute, frozenset(words), results[into])
            descents.setdefault(kinds[table], []).append(descent)
        self.descents = {kind: tuple(found) for kind, found in descents.items()}

    def _table(self, table: str, attribute: str) -> _Table:
        numbers = {
            name: int(number) for owner, name, number in self._rows("class", 3) if owner == table
        }
        criteria: dict[str, list[tuple[Word, int]]] = {}
        for owner, name, criterion, value in self._rows("criterion", 4):
            if owner == table:
                criteria.setdefault(str(criterion), []).append((value, numbers[name]))
        floors: dict[str, list[tuple[int, int]]] = {}
        for owner, name, criterion, low in self._rows("floor", 4):
            limit = self._limit(str(criterion), low)
            if owner == table and limit is not None:
                floors.setdefault(str(criterion), []).append((limit, numbers[name]))
        floors_for: dict[str, list[tuple[str, Word, int, int]]] = {}
        for owner, name, case, value, criterion, low in self._rows("floor_for", 6):
            if owner == table:
                limit = int(low) * self._units[str(criterion)]
                row = (str(case), value, limit, numbers[name])
                floors_for.setdefault(str(criterion), []).append(row)
        return _Table(
            id=table,
            attribute=attribute,
            combination=next(
                (str(rule) for owner, rule in self._rows("combination", 2) if owner == table), None
            ),
            stated_in=next(
                (str(name) for owner, name in self._rows("stated_in", 2) if owner == table), None
            ),
            highest=max(numbers.values(), default=0),
            numbers=numbers,
            criteria={name: tuple(rows) for name, rows in criteria.items()},
            floors={name: tuple(rows) for name, rows in floors.items()},
            floors_for={name: tuple(rows) for name, rows in floors_for.items()},
            cases=self._cases(table),
        )

    def _cases(self, table: str) -> dict[str, frozenset[Word]]:
        """Return the values that the table has a class for, or the rest, by the attribute that has them."""
        rows = [(row[0], row[2], row[3]) for row in self._rows("floor_for", 6)]
        rows += [(row[0], row[1], row[2]) for row in self._rows("rest_for", 3)]
        cases: dict[str, set[Word]] = {}
        for owner, case, value in rows:
            if owner == table:
                cases.setdefault(str(case), set()).add(value)
        return {case: frozenset(values) for case, values in cases.items()}

    def _limit(self, attribute: str, value: Word) -> int | None:
        """Return a number of the rules in the units of the inputs, or the place of a step on its scale."""
        place = self.order.get((attribute, value))
        if place is not None:
            return place
        return int(value) * self._units[attribute] if attribute in self._units else None

    def _read_tests(self) -> None:
        """Read which clauses and moments look at which records, and their tests."""
        self.looked_at: dict[str, list[str]] = {}
        for name, arity in _LOOKS:
            for row in self._rows(name, arity):
                self.looked_at.setdefault(str(row[0]), []).append(str(row[1]))
        accepted: dict[tuple[str, str], set[Word]] = {}
        for subject, attribute, value in self._rows("accepts", 3):
            accepted.setdefault((str(subject), str(attribute)), set()).add(value)
        questions = {
            (str(subject), str(attribute)): str(question)
            for subject, attribute, question in self._rows("open_list", 3)
        }
        parameters = {str(name): int(value) for name, value in self._rows("parameter", 2)}
        values: dict[tuple[str, str, str], list[Word]] = {}
        for subject, attribute, relation, value in self._rows("where", 4):
            if relation != "or_higher":
                values.setdefault((str(subject), str(attribute), str(relation)), []).append(value)
        named = _named(values)
        tests: dict[str, list[_Test]] = {}
        for (subject, attribute, relation), found in values.items():
            if relation in ("at_least", "at_most"):
                limits = [self._limit(attribute, value) for value in found]
            elif relation in ("reaches", "below"):
                limits = [parameters.get(str(value)) for value in found]
            else:
                limits = []
            tests.setdefault(subject, []).append(
                _Test(
                    attribute,
                    relation,
                    frozenset(found),
                    tuple(limit for limit in limits if limit is not None),
                    frozenset(accepted.get((subject, attribute), ())),
                    questions.get((subject, attribute)),
                    frozenset(named.get(attribute, ())),
                    tuple(map(str, found)) if relation in _TIMED else (),
                )
            )
        self.tests: dict[str, tuple[_Test, ...]] = {}
        self.timed: dict[str, tuple[_Test, ...]] = {}
        for subject in self.looked_at:
            found_tests = tests.get(subject, [])
            self.tests[subject] = tuple(t for t in found_tests if t.relation not in _TIMED)
            self.timed[subject] = tuple(t for t in found_tests if t.relation in _TIMED)

    def _read_time(self) -> None:
        self.cutoffs = {str(clock): int(day) for clock, day in self._rows("cutoff", 2)}
        self.moments = {
            str(moment): (str(kind), str(attribute))
            for moment, kind, attribute in self._rows("moment", 3)
        }
        self.windows = {str(window): str(clock) for window, clock, *_ in self._rows("window", 4)}
        self.begins: dict[str, list[int]] = {}
        for window, day in self._rows("begins", 2):
            self.begins.setdefault(str(window), []).append(int(day))
        self.since = self._pairs("window_since")
        self.otherwise: dict[str, list[tuple[str, str]]] = {}
        for window, moment, other in self._rows("window_otherwise", 3):
            self.otherwise.setdefault(str(window), []).append((str(moment), str(other)))
        openings = {str(clock) for clock, _ in self._rows("opening", 2)}
        unopened = {
            str(window)
            for window, clock in self._rows("window_from", 2)
            if str(clock) not in openings
        }
        self.windows = {name: clock for name, clock in self.windows.items() if name not in unopened}
        self.shorter = {
            str(window) for window, rule in self._rows("window_rule", 2) if rule == "latest"
        }

    def _read_forms(self) -> None:
        self.counts = {
            str(clause): (str(kind), int(needs)) for clause, kind, needs in self._rows("counts", 3)
        }
        self.excludes = {str(clause): str(kind) for clause, kind in self._rows("excludes", 2)}
        self.every: dict[str, list[str]] = {}
        for clause, kind in self._rows("every", 2):
            self.every.setdefault(str(clause), []).append(str(kind))
        self.sums = {
            str(clause): (str(kind), str(attribute), int(least) * self._units[str(attribute)])
            for clause, kind, attribute, least in self._rows("sums", 4)
        }
        self.told_years = {str(clause): str(kind) for clause, kind in self._rows("tells_years", 2)}
        self.measured_within = {
            str(clause): str(window) for clause, window in self._rows("measured_within", 2)
        }
        self.measures = {
            str(clause): (str(kind), int(years) * UNITS_PER_YEAR)
            for clause, kind, years in self._rows("measures", 3)
        }
        self.measured_from = {
            str(clause): str(moment) for clause, moment in self._rows("measured_from", 2)
        }
        self.measured_until = {
            str(clause): self.cutoffs[str(clock)]
            for clause, clock in self._rows("measured_until", 2)
        }
        self.nominal = {str(clause) for (clause,) in self._rows("nominal_years", 1)}
        self.judged = [str(clause) for (clause,) in self._rows("by_determination", 1)]
        parts = self._pairs("part")
        self.above: dict[str, list[str]] = {}
        for clause, found in parts.items():
            for part in found:
                self.above.setdefault(part, []).append(clause)
        needs = {str(clause): len(parts[str(clause)]) for (clause,) in self._rows("all_of", 1)}
        needs |= {str(clause): 1 for (clause,) in self._rows("any_of", 1)}
        needs |= {str(clause): int(count) for clause, count in self._rows("at_least", 2)}
        self.compound = {clause: (parts[clause], count) for clause, count in needs.items()}
        self.negated = {str(clause): str(part) for clause, part in self._rows("negates", 2)}


class _Case:
    """One dossier under the rules."""

    def __init__(
        self,
        rules: _Rules,
        entries: Sequence[Entry],
        other: Iterable[Fact],
        derived: Derived,
        maybe: Maybe,
    ) -> None:
        self._rules = rules
        self._found = Answer()
        self._listed: set[str] = set()
        self._determined: dict[str, list[str]] = {}
        for name, arguments in other:
            if name == "listed":
                self._listed.add(str(arguments[1]))
            elif name == "determined":
                self._determined.setdefault(str(arguments[1]), []).append(str(arguments[2]))
        self._by_kind: dict[str, list[tuple[int, _Record]]] = {}
        for number, entry in enumerate(entries):
            record = _Record(
                entry.told, derived.get(number, {}), maybe.get(number, {}), self._rules
            )
            self._by_kind.setdefault(entry.kind, []).append((number, record))
        self._good: dict[str, list[_Record]] = {}
        self._hopeful: dict[str, list[_Record]] = {}
        self._earliest: dict[str, int] = {}
        self._latest: dict[str, int] = {}
        self._statuses: dict[str, Status | None] = {}

    def answer(self) -> Answer:
        for kind in self._rules.tables:
            for number, record in self._by_kind.get(kind, ()):
                self._classify(kind, number, record)
        self._test_moments()
        for window in self._rules.windows:
            self._open_window(window)
        for subject, kinds in self._rules.looked_at.items():
            self._test_records(subject, kinds)
        for clause in self._rules.measures:
            self._add_up(clause)
        for clause, kind in self._rules.told_years.items():
            if kind in self._listed:
                self._add_up(clause)
        for clause in self._rules.sums:
            self._sum_up(clause)
        self._judge()
        return self._found

    # Classes

    def _classify(self, kind: str, number: int, record: _Record) -> None:
        for table in self._rules.tables[kind]:
            found = _class_range(table, record)
            if found is not None:
                self._found.classes[table.id, number] = found
                record.bounds.setdefault(table.attribute, []).append(found)
        for descent in self._rules.descents.get(kind, ()):
            above = self._found.classes.get((descent.table, number))
            if above is None:
                continue
            low, high = above
            told = record.told.get(descent.attribute)
            if told is None:
                found = max(low - 1, 0), high
            elif descent.words.isdisjoint(told):
                found = above
            else:
                found = max(low - 1, 0), max(high - 1, 0)
            self._found.classes[descent.into, number] = found
            record.bounds.setdefault(descent.result, []).append(found)

    # Tests

    def _test_moments(self) -> None:
        """Find the days of the moments, which the windows need; their own tests know no windows."""
        for moment, (kind, attribute) in self._rules.moments.items():
            records = self._by_kind.get(kind, ())
            earliest, latest = [], []
            undated = False
            for _, record in records:
                outcomes = [
                    _OUTCOMES[test.relation](test, record) for test in self._rules.tests[moment]
                ]
                if _FAILED in outcomes:
                    continue
                bounds = record.told_bounds(attribute)
                undated = undated or attribute not in record.told
                earliest += [low for low, _ in bounds]
                if _OPEN not in outcomes:
                    latest += [high for _, high in bounds]
            if undated or kind not in self._listed:
                self._earliest[moment] = 0
            elif earliest:
                self._earliest[moment] = min(earliest)
            if latest:
                self._latest[moment] = min(latest)

    def _open_window(self, window: str) -> None:
        rules = self._rules
        end = rules.cutoffs[self._rules.windows[window]]
        otherwise = rules.otherwise.get(window, ())
        surely = list(rules.since.get(window, ()))
        surely += [other for moment, other in otherwise if moment not in self._earliest]
        maybe = surely + [other for moment, other in otherwise if moment not in self._latest]
        begins = rules.begins.get(window, [])
        latest = [self._latest[moment] for moment in surely if moment in self._latest]
        if window not in rules.shorter:
            first = [self._earliest[moment] for moment in maybe if moment in self._earliest]
            bounds = min([*begins, *first, end]), min([*begins, *latest, end])
        else:
            first = [
                self._earliest[moment]
                for moment in surely
                if moment in self._earliest and moment in self._latest
            ]
            undecided = any(
                moment in self._earliest and moment not in self._latest for moment in maybe
            )
            last = [*begins, *latest, *([end] if undecided else ())]
            bounds = max([*begins, *first]), max(last)
        self._found.windows[window] = (*bounds, end)

    def _test_records(self, subject: str, kinds: Sequence[str]) -> None:
        tests, timed = self._rules.tests[subject], self._rules.timed[subject]
        good, hopeful = [], []
        for number, record in chain.from_iterable(self._by_kind.get(kind, ()) for kind in kinds):
            failed: list[TestName] = []
            hanging: list[TestName] = []
            for test in tests:
                outcome = _OUTCOMES[test.relation](test, record)
                if outcome is not _PASSED:
                    where = failed if outcome is _FAILED else hanging
                    where.append((test.attribute, test.relation))
            for test in timed:
                outcome = self._placed(test, record)
                if outcome is not _PASSED:
                    where = failed if outcome is _FAILED else hanging
                    where.append((test.attribute, test.relation))
            if hanging:
                self._found.open[subject, number] = hanging
            if failed:
                self._found.failed[subject, number] = failed
                continue
            hopeful.append(record)
            if not hanging:
                good.append(record)
        self._good[subject], self._hopeful[subject] = good, hopeful

    def _placed(self, test: _Test, record: _Record) -> str:
        inside = outside = False
        for window in test.windows:
            if window not in self._found.windows:
                continue
            first, last, end = self._found.windows[window]
            if test.relation == "within":
                for low, high in record.told_bounds(test.attribute):
                    inside = inside or (low >= last and high < end)
                    outside = outside or high < first or low >= end
                continue
            starts, ends = record.told_bounds("start"), record.told_bounds("end")
            for low, high in starts:
                inside = inside or (low >= last and high < end)
                outside = outside or low >= end
            for low, high in ends:
                inside = inside or (low > last and high <= end)
                outside = outside or high <= first
            if starts and ends:
                begun = min(high for _, high in starts) < end
                inside = inside or (begun and max(low for low, _ in ends) > last)
        return _FAILED if outside else _PASSED if inside else _OPEN

    # Years

    def _add_up(self, clause: str) -> None:
        rules = self._rules
        certain = [
            (start[1], end[0])
            for record in self._good[clause]
            for start in record.told_bounds("start")
            for end in record.told_bounds("end")
        ]
        possible = [
            (start, end)
            for record in self._hopeful[clause]
            for start in _lows(record)
            for end in _highs(record)
        ]
        moment, window = rules.measured_from.get(clause), rules.measured_within.get(clause)
        first = 0 if moment is None else self._latest.get(moment)
        first_possible = 0 if moment is None else self._earliest.get(moment)
        if window is not None:
            first_possible, first, _ = self._found.windows[window]
        self._found.totals[clause] = {
            "certain": self._total(clause, certain, first),
            "possible": self._total(clause, possible, first_possible),
        }

    def _total(self, clause: str, stretches: list[Bounds], first: int | None) -> int:
        """Return how long the *stretches* last together, those parts that lie between *first* and the cut-off."""
        if first is None:
            return 0
        until = self._rules.measured_until[clause]
        counted = [
            (max(start, first), end) for start, end in stretches if start >= first or end > first
        ]
        begun = min((start for start, _ in counted), default=0)
        new_year = begun - begun % UNITS_PER_YEAR if clause in self._rules.nominal else begun
        spans = [(new_year if start == begun else start, min(end, until)) for start, end in counted]
        total = reached = 0
        for start, end in sorted(spans):
            if end > reached:
                total += max(0, end - max(start, reached))
                reached = max(reached, end) if start < end else reached
        return total

    def _sum_up(self, clause: str) -> None:
        _, attribute, _ = self._rules.sums[clause]
        totals = self._found.totals.setdefault(clause, {})
        totals["certain"] = sum(
            low for record in self._good[clause] for low, _ in record.told_bounds(attribute)
        )
        if all(attribute in record.told for record in self._hopeful[clause]):
            totals["possible"] = sum(
                high
                for record in self._hopeful[clause]
                for _, high in record.told_bounds(attribute)
            )

    # Statuses

    def _judge(self) -> None:
        rules, statuses = self._rules, self._statuses
        for clause, (kind, needs) in rules.counts.items():
            statuses[clause] = self._counted(clause, kind, needs)
        for clause, kind in rules.excludes.items():
            negated = self._counted(clause, kind, 1)
            statuses[clause] = _OPPOSITE[negated]
        for clause, kinds in rules.every.items():
            statuses[clause] = self._every(clause, kinds)
        for clause, (kind, _, needs) in rules.sums.items():
            totals = self._found.totals[clause]
            too_few = kind in self._listed and totals.get("possible", needs) < needs
            statuses[clause] = "met" if totals["certain"] >= needs else "unmet" if too_few else None
        for clause, (kind, needs) in rules.measures.items():
            totals = self._found.totals[clause]
            too_few = totals["possible"] < needs and kind in self._listed
            statuses[clause] = "met" if totals["certain"] >= needs else "unmet" if too_few else None
        for clause in rules.judged:
            answers = self._answers(clause)
            statuses[clause] = "unmet" if "no" in answers else "met" if answers else None
        for clause in (*rules.compound, *rules.negated):
            self._status(clause)
        self._found.statuses.update(
            {clause: status for clause, status in statuses.items() if status is not None}
        )

    def _counted(self, clause: str, kind: str, needs: int) -> Status | None:
        if len(self._good[clause]) >= needs:
            return "met"
        too_few = kind in self._listed and len(self._hopeful[clause]) < needs
        return "unmet" if too_few else None

    def _every(self, clause: str, kinds: Sequence[str]) -> Status | None:
        looked_at = sum(len(self._by_kind.get(kind, ())) for kind in kinds)
        if len(self._hopeful[clause]) < looked_at:
            return "unmet"
        sure = len(self._good[clause]) == looked_at and not self._listed.isdisjoint(kinds)
        return "met" if sure else None

    def _answers(self, clause: str) -> list[str]:
        """Return what has been judged: of several words on the way up the nearest one counts."""
        if clause in self._determined:
            return self._determined[clause]
        return [
            answer for above in self._rules.above.get(clause, ()) for answer in self._answers(above)
        ]

    def _status(self, clause: str) -> Status | None:
        if clause in self._statuses:
            return self._statuses[clause]
        rules = self._rules
        status: Status | None = None
        if clause in rules.negated:
            status = _OPPOSITE[self._status(rules.negated[clause])]
        elif clause in rules.compound:
            parts, needs = rules.compound[clause]
            statuses = [self._status(part) for part in parts]
            if statuses.count("met") >= needs:
                status = "met"
            elif len(statuses) - statuses.count("unmet") < needs:
                status = "unmet"
        self._statuses[clause] = status
        return status


class PlainInterpreter:
    """Applies the rules of a setting."""

    def __init__(self, setting: Setting) -> None:
        """Read the rules of *setting*."""
        files = setting.rules.rule_files(setting.specialty)
        self._rules = _Rules(solve(files, setting.facts(), SIGNATURES).rules)

    def answer(
        self, entries: Sequence[Entry], other: Iterable[Fact], derived: Derived, maybe: Maybe
    ) -> Answer:
        """Return the answer for the records *entries*.

        *other* are the facts of the dossier that are about no record; *derived* is what definitions make of them, and
        *maybe* what they leave possible.
        """
        return _Case(self._rules, entries, other, derived, maybe).answer()


def _named(values: Mapping[tuple[str, str, str], Sequence[Word]]) -> dict[str, set[Word]]:
    """Return for each attribute the words that some clause names, so that no open list is about them."""
    named: dict[str, set[Word]] = {}
    for (_, attribute, relation), found in values.items():
        if relation == "is":
            named.setdefault(attribute, {"none"}).update(found)
    return named


def _is(test: _Test, record: _Record) -> str:
    words = record.words.get(test.attribute, ())
    if not test.words.isdisjoint(words) or not test.accepted.isdisjoint(words):
        return _PASSED
    if not words:
        return _OPEN
    if test.question is not None and not test.named.issuperset(words):
        # "And so on": only an expert can say no to what a list leaves open, which is whatever no clause names.
        answers = record.words.get(test.question, ())
        return _PASSED if "yes" in answers else _FAILED if "no" in answers else _OPEN
    return _FAILED


def _is_not(test: _Test, record: _Record) -> str:
    words = record.words.get(test.attribute, ())
    if not test.words.isdisjoint(words):
        return _FAILED
    return _PASSED if words else _OPEN


def _at_least(test: _Test, record: _Record) -> str:
    agrees = differs = False
    for low, high in record.bounds.get(test.attribute, ()):
        for limit in test.limits:
            agrees = agrees or low >= limit
            differs = differs or high < limit
    return _FAILED if differs else _PASSED if agrees else _accepted(test, record)


def _at_most(test: _Test, record: _Record) -> str:
    agrees = differs = False
    for low, high in record.bounds.get(test.attribute, ()):
        for limit in test.limits:
            agrees = agrees or high <= limit
            differs = differs or low > limit
    return _FAILED if differs else _PASSED if agrees else _accepted(test, record)


def _below(test: _Test, record: _Record) -> str:
    agrees = differs = False
    for low, high in record.bounds.get(test.attribute, ()):
        for limit in test.limits:
            agrees = agrees or high < limit
            differs = differs or low >= limit
    return _FAILED if differs else _PASSED if agrees else _accepted(test, record)


def _accepted(test: _Test, record: _Record) -> str:
    """Return the outcome of a test that the bounds alone leave open."""
    words = record.words.get(test.attribute, ())
    return _OPEN if test.accepted.isdisjoint(words) else _PASSED


_OUTCOMES: Final[Mapping[str, Callable[[_Test, _Record], str]]] = {
    "is": _is,
    "is_not": _is_not,
    "at_least": _at_least,
    "at_most": _at_most,
    "reaches": _at_least,
    "below": _below,
}


def _class_range(table: _Table, record: _Record) -> Bounds | None:
    """Return the lowest and the highest class of *record*, or None where the table has no way to tell."""
    attributes = table.attributes()
    for case, values in table.cases.items():
        if not values.issuperset(record.words.get(case, ())):
            return None
    known = [
        name
        for name in attributes
        if name in record.words or name in record.bounds or name in record.maybe
    ]
    if not known and table.stated_in is not None:
        for stated in record.told.get(table.stated_in, ()):
            if not isinstance(stated, tuple) and stated in table.numbers:
                number = table.numbers[stated]
                return number, number
    if table.combination is None:
        return None
    if table.combination == "lowest" and not known:
        return 0, table.highest
    combine = max if table.combination == "highest" else min
    criteria = known if table.combination == "lowest" else attributes
    found = [_by_criterion(table, record, name) for name in criteria]
    return combine(low for low, _ in found), combine(high for _, high in found)


def _by_criterion(table: _Table, record: _Record, attribute: str) -> Bounds:
    """Return the lowest and the highest class that *record* reaches by one criterion."""
    words = record.words.get(attribute, ())
    maybe = record.maybe.get(attribute, ())
    criteria = table.criteria.get(attribute, ())
    surely = [number for value, number in criteria if value in words]
    least = [number for value, number in criteria if value in maybe]
    possibly = surely + least if words or maybe else [number for _, number in criteria]
    surely += [min(least)] if least else []
    limits = list(table.floors.get(attribute, ()))
    for case, value, limit, number in table.floors_for.get(attribute, ()):
        told = record.told.get(case)
        if told is None:
            possibly.append(number)
        elif value in told:
            limits.append((limit, number))
    bounds = record.bounds.get(attribute, ())
    lowest = max((low for low, _ in bounds), default=None)
    highest = max((high for _, high in bounds), default=None)
    surely += [number for limit, number in limits if lowest is not None and lowest >= limit]
    possibly += [number for limit, number in limits if highest is None or highest >= limit]
    low = max(surely, default=0)
    return low, max(low, max(possibly, default=0))


def _lows(record: _Record) -> list[int]:
    return [low for low, _ in record.told_bounds("start")] if "start" in record.told else [0]


def _highs(record: _Record) -> list[int]:
    return [high for _, high in record.told_bounds("end")] if "end" in record.told else [_NEVER]


def differences(one: Answer, other: Answer) -> list[str]:
    """Return what two answers say differently, except for what both were given."""
    found = []
    for name in ("statuses", "totals", "windows", "classes"):
        left, right = getattr(one, name), getattr(other, name)
        found += [
            f"{name} {key}: {left.get(key)} / {right.get(key)}"
            for key in {*left, *right}
            if left.get(key) != right.get(key)
        ]
    for name in ("failed", "open"):
        left, right = getattr(one, name), getattr(other, name)
        found += [
            f"{name} {key}: {left.get(key)} / {right.get(key)}"
            for key in {*left, *right}
            if sorted(left.get(key, ())) != sorted(right.get(key, ()))
        ]
    return sorted(found)
