"""Finds rules and notices, and reads the rule book that the rules contain."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

from reasoner.errors import InputError, Problem, RulesError, Text
from reasoner.model.words import nearest
from reasoner.solve import Atoms

Form = Literal[
    "all_of",
    "any_of",
    "at_least",
    "negates",
    "counts",
    "excludes",
    "measures",
    "by_determination",
    "definition",
]


@dataclass(frozen=True)
class Test:
    """One test of a clause: the record's *attribute* stands in *relation* to one of *values*.

    *source* is the clause that the test comes from where that is another one: a definition or a general clause.
    """

    attribute: str
    relation: str
    values: tuple[str | int, ...]
    source: str | None = None


@dataclass(frozen=True)
class Clause:
    """One clause of the rule book.

    *needs* is a number of parts (at_least), of records (counts), or of years (measures).
    """

    id: str
    cite: str
    label: Text
    form: Form
    needs: int | None = None
    kind: str | None = None
    parts: tuple[str, ...] = ()
    tests: tuple[Test, ...] = ()
    measured_from: str | None = None
    measured_until: str | None = None
    readings: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    consequences: tuple[str, ...] = ()


@dataclass(frozen=True)
class Term:
    """A defined word: the tests that it stands for, and the clause that defines it."""

    tests: tuple[Test, ...]
    defined_in: str | None


@dataclass(frozen=True)
class Moment:
    """The first time that a record of *kind* passes every test; *attribute* tells when."""

    kind: str
    attribute: str


@dataclass(frozen=True)
class Window:
    """A stretch of time that evidence must fall in, reaching back to these moments or some years."""

    label: Text
    since: tuple[str, ...]


@dataclass(frozen=True)
class Option:
    """One way to read a passage."""

    id: str
    label: Text


@dataclass(frozen=True)
class Reading:
    """A passage that can be read in more than one way."""

    id: str
    cite: str
    question: Text
    options: tuple[Option, ...]
    default: str

    def option(self, option: str) -> Option:
        """Return the option of this id."""
        return next(known for known in self.options if known.id == option)


@dataclass(frozen=True)
class Table:
    """A classification table; classes from the lowest number up, 0 being what reaches none."""

    id: str
    kind: str
    attribute: str
    cite: str
    label: Text
    classes: Mapping[int, str]


@dataclass(frozen=True)
class Track:
    """A title that one can apply for."""

    id: str
    specialty: str
    grade: str
    label: Text
    routes: tuple[str, ...]
    beside: tuple[str, ...]


@dataclass(frozen=True)
class RuleBook:
    """What the rules of one specialty say, under one choice of readings."""

    clauses: Mapping[str, Clause]
    tracks: Mapping[str, Track]
    readings: Mapping[str, Reading]
    tables: Mapping[str, Table]
    not_encoded: Mapping[str, tuple[str, Text]]
    interviews: tuple[tuple[str, str, str], ...]
    expert_questions: frozenset[str]
    attribute_labels: Mapping[str, Text]
    open_lists: Mapping[tuple[str, str], str]
    terms: Mapping[str, Term]
    moments: Mapping[str, Moment]
    windows: Mapping[str, Window]
    headings: Mapping[str, str]
    read_by: Mapping[str, tuple[tuple[str, str | None], ...]] = field(default_factory=dict)

    def under(self, clause: str) -> list[str]:
        """Return *clause* and everything below it, in the order of the law."""
        return [
            clause,
            *(inner for part in self.clauses[clause].parts for inner in self.under(part)),
        ]

    @cached_property
    def parents(self) -> Mapping[str, tuple[str, ...]]:
        """Return the clauses that each clause is a part of."""
        above: dict[str, tuple[str, ...]] = {}
        for clause in self.clauses.values():
            for part in clause.parts:
                above[part] = (*above.get(part, ()), clause.id)
        return above


# What is read from the rules, besides the answer.
RULE_SIGNATURES = frozenset(
    {
        ("clause", 4),
        ("part", 2),
        ("all_of", 1),
        ("any_of", 1),
        ("at_least", 2),
        ("negates", 2),
        ("counts", 3),
        ("excludes", 2),
        ("measures", 3),
        ("measured_from", 2),
        ("measured_until", 2),
        ("by_determination", 1),
        ("where", 4),
        ("source", 4),
        ("uses", 2),
        ("term", 4),
        ("defined_in", 2),
        ("consequence", 2),
        ("reads", 2),
        ("reads", 3),
        ("reading_question", 4),
        ("reading_option", 4),
        ("default", 2),
        ("track", 5),
        ("route", 2),
        ("beside", 2),
        ("interview", 3),
        ("not_encoded", 4),
        ("table", 6),
        ("class", 3),
        ("rest", 2),
        ("derived_attribute", 4),
        ("expert_question", 1),
        ("window", 4),
        ("window_since", 2),
        ("open_list", 3),
        ("moment", 3),
        ("heading", 2),
    }
)


def read_rule_book(atoms: Atoms) -> RuleBook:
    """Return the rule book in *atoms*."""
    return _Reader(atoms).rule_book()


class _Reader:
    """Reads the atoms of one grounding; strings and numbers come out as they stand in the rules."""

    def __init__(self, atoms: Atoms) -> None:
        self._atoms = atoms

    def rule_book(self) -> RuleBook:
        clauses = self._clauses()
        return RuleBook(
            clauses=clauses,
            tracks=self._tracks(clauses),
            readings=self._readings(),
            tables=self._tables(),
            not_encoded={
                str(clause): (str(cite), Text(str(zh), str(en)))
                for clause, cite, zh, en in self._rows("not_encoded", 4)
            },
            interviews=tuple(
                sorted(
                    (str(clause), str(duty), str(route))
                    for clause, duty, route in self._rows("interview", 3)
                )
            ),
            expert_questions=frozenset(
                str(question) for (question,) in self._rows("expert_question", 1)
            ),
            attribute_labels={
                str(attribute): Text(str(zh), str(en))
                for attribute, _, zh, en in self._rows("derived_attribute", 4)
            }
            | {str(row[2]): Text(str(row[4]), str(row[5])) for row in self._rows("table", 6)},
            open_lists={
                (str(clause), str(attribute)): str(question)
                for clause, attribute, question in self._rows("open_list", 3)
            },
            terms=self._terms(),
            moments={
                str(moment): Moment(str(kind), str(attribute))
                for moment, kind, attribute in self._rows("moment", 3)
            },
            windows=self._windows(),
            headings={
                str(specialty): str(heading) for specialty, heading in self._rows("heading", 2)
            },
            read_by=self._read_by(),
        )

    def _rows(self, name: str, arity: int) -> list[tuple[str | int, ...]]:
        return self._atoms.get((name, arity), [])

    def _by_first(self, name: str, arity: int) -> dict[str, list[tuple[str | int, ...]]]:
        found: dict[str, list[tuple[str | int, ...]]] = {}
        for first, *rest in self._rows(name, arity):
            found.setdefault(str(first), []).append(tuple(rest))
        return found

    def _clauses(self) -> dict[str, Clause]:
        forms = self._forms()
        parts = self._parts()
        tests = self._tests()
        single = {
            name: {str(first): str(second) for first, second in self._rows(name, 2)}
            for name in ("measured_from", "measured_until")
        }
        many = {name: self._by_first(name, 2) for name in ("reads", "uses", "consequence")}
        clauses = {}
        for clause, cite, zh, en in sorted(
            self._rows("clause", 4), key=lambda row: natural(str(row[0]))
        ):
            name = str(clause)
            form, needs, kind = forms.get(name, ("definition", None, None))
            clauses[name] = Clause(
                id=name,
                cite=str(cite),
                label=Text(str(zh), str(en)),
                form=form,
                needs=needs,
                kind=kind,
                parts=parts.get(name, ()),
                tests=tests.get(name, ()),
                measured_from=single["measured_from"].get(name),
                measured_until=single["measured_until"].get(name),
                readings=tuple(sorted(str(row[0]) for row in many["reads"].get(name, ()))),
                terms=tuple(sorted(str(row[0]) for row in many["uses"].get(name, ()))),
                consequences=tuple(
                    sorted(str(row[0]) for row in many["consequence"].get(name, ()))
                ),
            )
        return clauses

    def _forms(self) -> dict[str, tuple[Form, int | None, str | None]]:
        forms: dict[str, tuple[Form, int | None, str | None]] = {}
        for (clause,) in self._rows("all_of", 1):
            forms[str(clause)] = ("all_of", None, None)
        for (clause,) in self._rows("any_of", 1):
            forms[str(clause)] = ("any_of", 1, None)
        for (clause,) in self._rows("by_determination", 1):
            forms[str(clause)] = ("by_determination", None, None)
        for clause, needs in self._rows("at_least", 2):
            forms[str(clause)] = ("at_least", int(needs), None)
        for clause, _ in self._rows("negates", 2):
            forms[str(clause)] = ("negates", None, None)
        for clause, kind in self._rows("excludes", 2):
            forms[str(clause)] = ("excludes", 0, str(kind))
        for clause, kind, needs in self._rows("counts", 3):
            forms[str(clause)] = ("counts", int(needs), str(kind))
        for clause, kind, needs in self._rows("measures", 3):
            forms[str(clause)] = ("measures", int(needs), str(kind))
        return forms

    def _parts(self) -> dict[str, tuple[str, ...]]:
        """Return the parts of each clause in the order of the law: that of their first leaves."""
        parts = {
            clause: [str(row[0]) for row in rows]
            for clause, rows in self._by_first("part", 2).items()
        }
        parts |= {
            clause: [str(row[0])] for clause, (row, *_) in self._by_first("negates", 2).items()
        }

        def first_leaf(clause: str) -> tuple[tuple[int, int, str], ...]:
            return min(map(first_leaf, parts[clause])) if clause in parts else natural(clause)

        return {clause: tuple(sorted(found, key=first_leaf)) for clause, found in parts.items()}

    def _tests(self) -> dict[str, tuple[Test, ...]]:
        sources = {
            (str(clause), str(attribute), str(relation)): str(source)
            for clause, attribute, relation, source in self._rows("source", 4)
        }
        values: dict[str, dict[tuple[str, str], list[str | int]]] = {}
        for clause, attribute, relation, value in self._rows("where", 4):
            if relation != "or_higher":
                tests = values.setdefault(str(clause), {})
                tests.setdefault((str(attribute), str(relation)), []).append(value)
        return {
            clause: tuple(
                Test(
                    attribute,
                    relation,
                    tuple(sorted(found, key=str)),
                    sources.get((clause, attribute, relation)),
                )
                for (attribute, relation), found in sorted(
                    tests.items(), key=lambda item: ((clause, *item[0]) in sources, item[0])
                )
            )
            for clause, tests in values.items()
        }

    def _windows(self) -> dict[str, Window]:
        since = self._by_first("window_since", 2)
        return {
            str(window): Window(
                Text(str(zh), str(en)),
                tuple(sorted(str(row[0]) for row in since.get(str(window), ()))),
            )
            for window, _, zh, en in self._rows("window", 4)
        }

    def _terms(self) -> dict[str, Term]:
        defined_in = {str(term): str(clause) for term, clause in self._rows("defined_in", 2)}
        tests: dict[str, dict[tuple[str, str], list[str | int]]] = {}
        for term, attribute, relation, value in self._rows("term", 4):
            tests.setdefault(str(term), {}).setdefault((str(attribute), str(relation)), []).append(
                value
            )
        return {
            term: Term(
                tuple(
                    Test(*name, tuple(sorted(values, key=str)))
                    for name, values in sorted(found.items())
                ),
                defined_in.get(term),
            )
            for term, found in sorted(tests.items())
        }

    def _tracks(self, clauses: Mapping[str, Clause]) -> dict[str, Track]:
        routes, beside = self._by_first("route", 2), self._by_first("beside", 2)
        order = {clause: place for place, clause in enumerate(clauses)}
        return {
            str(track): Track(
                id=str(track),
                specialty=str(specialty),
                grade=str(grade),
                label=Text(str(zh), str(en)),
                routes=tuple(
                    sorted(
                        (str(row[0]) for row in routes.get(str(track), ())), key=order.__getitem__
                    )
                ),
                beside=tuple(sorted(str(row[0]) for row in beside.get(str(track), ()))),
            )
            for track, specialty, grade, zh, en in sorted(
                self._rows("track", 5), key=lambda row: str(row[0])
            )
        }

    def _readings(self) -> dict[str, Reading]:
        options = self._by_first("reading_option", 4)
        defaults = {str(reading): str(option) for reading, option in self._rows("default", 2)}
        questions = sorted(self._rows("reading_question", 4), key=lambda row: natural(str(row[0])))
        return {
            str(reading): Reading(
                id=str(reading),
                cite=str(cite),
                question=Text(str(zh), str(en)),
                options=_options(options[str(reading)], defaults[str(reading)]),
                default=defaults[str(reading)],
            )
            for reading, cite, zh, en in questions
        }

    def _tables(self) -> dict[str, Table]:
        classes, rest = self._by_first("class", 3), self._by_first("rest", 2)
        return {
            str(table): Table(
                id=str(table),
                kind=str(kind),
                attribute=str(attribute),
                cite=str(cite),
                label=Text(str(zh), str(en)),
                classes={0: str(rest[str(table)][0][0])}
                | {
                    int(row[1]): str(row[0])
                    for row in sorted(classes[str(table)], key=lambda row: int(row[1]))
                },
            )
            for table, kind, attribute, cite, zh, en in sorted(
                self._rows("table", 6), key=lambda row: str(row[0])
            )
        }

    def _read_by(self) -> dict[str, tuple[tuple[str, str | None], ...]]:
        """Return for each reading the clauses that it touches, with the attribute if it changes one test only."""
        narrow = {
            (str(reading), str(clause)): str(at) for clause, reading, at in self._rows("reads", 3)
        }
        touched: dict[str, list[tuple[str, str | None]]] = {}
        for clause, reading in self._rows("reads", 2):
            key = (str(reading), str(clause))
            touched.setdefault(key[0], []).append((key[1], narrow.get(key)))
        return {reading: tuple(sorted(found, key=str)) for reading, found in touched.items()}


def _options(rows: list[tuple[str | int, ...]], default: str) -> tuple[Option, ...]:
    """Return the options of a reading, the default first."""
    found = [Option(str(option), Text(str(zh), str(en))) for option, zh, en in rows]
    return tuple(sorted(found, key=lambda option: (option.id != default, option.id)))


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts clause ids as the law numbers them: 12.2 before 12.10."""
    return tuple(
        (0, int(piece), "") if piece.isdigit() else (1, 0, piece)
        for piece in re.split(r"[.]", name)
    )


@dataclass(frozen=True)
class RuleSet:
    """The rule files under one root folder."""

    root: Path

    def specialties(self) -> dict[str, Path]:
        """Return the folder of each specialty."""
        return {
            folder.name: folder
            for regulation in sorted((self.root / "regulations").iterdir())
            if regulation.is_dir()
            for folder in sorted(regulation.iterdir())
            if folder.is_dir()
        }

    def rule_files(self, specialty: str) -> tuple[Path, ...]:
        """Return the files of *specialty*, without those that say what is shown.

        Raises:
            RulesError: there is no such folder, or it holds no rules.
        """
        folder = self.specialties().get(specialty)
        if folder is None:
            raise RulesError(
                Text(f"没有专业“{specialty}”的规则", f"there are no rules of {specialty!r}")
            )
        return (
            *sorted((self.root / "core").glob("*.lp")),
            *sorted(folder.parent.glob("*.lp")),
            *sorted(folder.glob("*.lp")),
        )

    def sha256(self, specialty: str) -> str:
        """Return the fingerprint of the files of *specialty*: names and contents."""
        return _fingerprint(self.root, self.rule_files(specialty))


@lru_cache(maxsize=64)
def _fingerprint(root: Path, rule_files: tuple[Path, ...]) -> str:
    digest = hashlib.sha256()
    for file in rule_files:
        digest.update(
            file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes() + b"\0"
        )
    return digest.hexdigest()


@lru_cache(maxsize=1)
def shipped_rules() -> RuleSet:
    """Return the rules that come with the package: inside it when installed, beside it in a source tree."""
    inside = Path(str(files("reasoner"))) / "asp"
    return RuleSet(inside if inside.is_dir() else Path(str(files("reasoner"))).parent / "asp")


def shipped_notice() -> Path:
    """Return the notice that applies unless another is given."""
    return max((shipped_rules().root / "notices").glob("*.yaml"))


def specialty_of(track: str, rules: RuleSet) -> str:
    """Return the specialty that *track* belongs to.

    Raises:
        InputError: no specialty has rules for such a track.
    """
    specialty = track.split(".", maxsplit=1)[0]
    if specialty not in rules.specialties():
        raise unknown_track(track, tuple(rules.specialties()))
    return specialty


def unknown_track(track: str, known: tuple[str, ...]) -> InputError:
    """Return the error of a track that does not exist."""
    accepted = ", ".join(known)
    return InputError(
        [
            Problem(
                Text("没有这个申报轨道", "there is no such track"),
                source="--track",
                value=track,
                accepted=Text(accepted, accepted),
                nearest=nearest(track, list(known)),
            )
        ]
    )


def check_readings(readings: Mapping[str, str], book: RuleBook) -> None:
    """Refuse readings and options that the rule book does not know.

    Raises:
        InputError: with the nearest reading or the options there are.
    """
    problems = []
    for reading, option in readings.items():
        known = book.readings.get(reading)
        options = tuple(option.id for option in known.options) if known else tuple(book.readings)
        if known is None or option not in options:
            accepted = ", ".join(options)
            what = (
                Text("没有这个读法选项", "no such option")
                if known
                else Text("没有这个读法", "no such reading")
            )
            problems.append(
                Problem(
                    what,
                    source="--reading",
                    field=reading if known else None,
                    value=option if known else reading,
                    accepted=Text(accepted, accepted),
                    nearest=nearest(option if known else reading, list(options)),
                )
            )
    if problems:
        raise InputError(problems)
