"""Which rows of the scoring table the records of a dossier stand in: determined, claimed, or possible."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal, get_args

from reasoner.answer import Answer, read_answers
from reasoner.evaluate import CROWD, Evaluation, Setting
from reasoner.facts import Entry, Fact, Quoted, dossier_facts, entries
from reasoner.model.dossier import Dossier
from reasoner.program import Signature
from reasoner.scoring.table import ScoreTable
from reasoner.solve import Atoms, solve

World = Literal["determined", "claimed", "possible"]
WORLDS: tuple[World, ...] = get_args(World)

# The clauses of eligibility ask nothing here; without these facts they look at no record.
_SHARED = {("score_rank", 3), ("without_rank", 2), ("role_of", 3), ("same", 4), ("work_of", 3)}
MATCHED: frozenset[Signature] = frozenset({("stands", 5), ("times", 4), ("not_told", 2), *_SHARED})
"""All that the points of a dossier follow from, beside the table."""


@dataclass(frozen=True)
class Match:
    """What the tests of the table make of one dossier.

    *stands* tells for each world the rows of each record, with the leaf that let it in; *times* how often a row that
    looks at no single record counts; *unlisted* the rows whose records nobody told; *facts* what points hang on.
    """

    dossier: Dossier
    setting: Setting
    table: ScoreTable
    entries: tuple[Entry, ...]
    answer: Answer
    stands: Mapping[World, Mapping[int, Mapping[str, str]]] = field(default_factory=dict)
    times: Mapping[World, Mapping[str, int]] = field(default_factory=dict)
    unlisted: frozenset[str] = frozenset()
    facts: tuple[Fact, ...] = ()

    @cached_property
    def evaluation(self) -> Evaluation:
        """Return what explains the rows."""
        return Evaluation(self.dossier, self.setting, self.table.book, self.entries, self.answer)

    def in_world(self, world: World, number: int) -> list[Fact]:
        """Return the facts of *world* about applicant *number*, as the rules of the points take them."""
        found: list[Fact] = [("applicant", (number,))]
        for record, rows in self.stands.get(world, {}).items():
            found += [("stands", (number, record, Quoted(row))) for row in rows]
        found += [
            ("times", (number, Quoted(row), times))
            for row, times in self.times.get(world, {}).items()
        ]
        if world == "possible":
            found.append(("hopeful", (number,)))
            found += [("unlisted", (number, Quoted(row))) for row in sorted(self.unlisted)]
        found += [(name, (number, *arguments)) for name, arguments in self.facts]
        return found


def match(dossiers: Sequence[Dossier], setting: Setting, table: ScoreTable) -> list[Match]:
    """Return for each of *dossiers* which rows of *table* its records stand in."""
    found: list[Match] = []
    files = setting.rules.score_match_files(setting.specialty)
    for start in range(0, len(dossiers), CROWD):
        crowd = dossiers[start : start + CROWD]
        records = [entries(dossier, setting.notice) for dossier in crowd]
        facts = setting.facts()
        for number, (dossier, told) in enumerate(zip(crowd, records, strict=True)):
            facts += dossier_facts(number, dossier, told)
        atoms = solve(files, facts).shown
        answers = read_answers(atoms, len(crowd))
        matches = [
            Match(dossier, setting, table, told, answer)
            for dossier, told, answer in zip(crowd, records, answers, strict=True)
        ]
        found += _with_rows(matches, atoms)
    return found


def _with_rows(matches: list[Match], atoms: Atoms) -> list[Match]:
    stands: list[dict[World, dict[int, dict[str, str]]]] = [
        {world: {} for world in WORLDS} for _ in matches
    ]
    times: list[dict[World, dict[str, int]]] = [{world: {} for world in WORLDS} for _ in matches]
    unlisted: list[set[str]] = [set() for _ in matches]
    facts: list[list[Fact]] = [[] for _ in matches]
    for number, record, row, leaf, world in sorted(atoms.get(("stands", 5), ()), key=str):
        rows = stands[int(number)][_world(world)].setdefault(int(record), {})
        rows[str(row)] = str(leaf)
    for number, row, world, count in atoms.get(("times", 4), ()):
        if int(count) > 0:
            times[int(number)][_world(world)][str(row)] = int(count)
    for number, row in atoms.get(("not_told", 2), ()):
        unlisted[int(number)].add(str(row))
    for signature in sorted(_SHARED):
        for number, *rest in sorted(atoms.get(signature, ()), key=str):
            # Of what is told here only the block is an id.
            arguments = tuple(
                Quoted(value) if isinstance(value, str) and "." in value else value
                for value in rest
            )
            facts[int(number)].append((signature[0], arguments))
    return [
        replace(
            one,
            stands=stands[place],
            times=times[place],
            unlisted=frozenset(unlisted[place]),
            facts=tuple(facts[place]),
        )
        for place, one in enumerate(matches)
    ]


def _world(name: str | int) -> World:
    return next(world for world in WORLDS if world == name)
