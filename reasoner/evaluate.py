"""Dossiers in, evaluations out: the one way in which any question has the rules applied."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain
from multiprocessing import parent_process
from pathlib import Path

from reasoner.answer import STATUS_SIGNATURES, Answer, Status, read_answers, statuses
from reasoner.catalog import RuleSet, shipped_rules
from reasoner.errors import InputError, Problem, Text
from reasoner.facts import (
    DOSSIER_PREDICATES,
    Entry,
    Fact,
    dossier_facts,
    entries,
    notice_facts,
    reading_facts,
)
from reasoner.model.assessment import SelfScore
from reasoner.model.dossier import Dossier
from reasoner.model.notice import Notice
from reasoner.model.word import nearest
from reasoner.program import Signature
from reasoner.read_rules import RULE_SIGNATURES, read_rule_book
from reasoner.rule_book import RuleBook
from reasoner.solve import Atoms, Solution, settled_atoms, solve, solve_trials

# Grounding cost is linear; beyond this size a crowd gains no time and takes more memory.
CROWD = 100

# How long rules that are not the shipped ones may take, for a crowd, and how much memory.
FOREIGN_SECONDS = 60.0
FOREIGN_MEGABYTES = 4096

_BOOK_SIGNATURES = frozenset({("clause", 4), ("route", 2), ("barred_if", 2), ("interview", 3)})


@dataclass(frozen=True)
class Setting:
    """Under what dossiers are evaluated: the rules of a specialty, the year's notice, the chosen readings."""

    rules: RuleSet
    specialty: str
    notice: Notice
    readings: Mapping[str, str] = field(default_factory=dict)

    def with_reading(self, reading: str, option: str) -> "Setting":
        """Return the same setting but for one reading."""
        return Setting(self.rules, self.specialty, self.notice, {**self.readings, reading: option})

    def facts(self) -> list[Fact]:
        """Return the facts of the setting."""
        return [*notice_facts(self.notice), *reading_facts(self.readings)]


@dataclass(frozen=True)
class Evaluation:
    """One dossier with what the rules say of it; the places of *entries* are the records of *answer*."""

    dossier: Dossier
    setting: Setting
    book: RuleBook
    entries: tuple[Entry, ...]
    answer: Answer
    self_score: SelfScore | None = None


def evaluate(
    dossiers: Sequence[Dossier],
    setting: Setting,
    scores: Sequence[SelfScore | None] | None = None,
) -> list[Evaluation]:
    """Apply the rules of *setting* to *dossiers*, many in one grounding.

    Each of *scores* replaces the self-score that the dossier states, where it is not None.

    Raises:
        InputError: a determination names a clause that there is not, or that is not a judgement.
        RulesError: the rules are wrong.
        SolverError: no answer was computed.
    """
    book = rule_book(setting)
    for dossier in dossiers:
        _check_determinations(dossier, book, setting)
    found = []
    computed = scores or [None] * len(dossiers)
    for start in range(0, len(dossiers), CROWD):
        crowd, own = dossiers[start : start + CROWD], computed[start : start + CROWD]
        records = [
            entries(dossier, setting.notice, (one.total, one.possible) if one else None)
            for dossier, one in zip(crowd, own, strict=True)
        ]
        answers = read_answers(_solve(setting, crowd, records).shown, len(crowd))
        found += [
            Evaluation(dossier, setting, book, told, answer, one)
            for dossier, told, answer, one in zip(crowd, records, answers, own, strict=True)
        ]
    return found


def reevaluate(evaluation: Evaluation, notice: Notice) -> Evaluation:
    """Return what the rules say of the same dossier with the cut-offs of *notice*, which is otherwise the same.

    A self-score that was computed stays as it is.
    """
    setting = replace(evaluation.setting, notice=notice)
    score = evaluation.self_score
    told = entries(evaluation.dossier, notice, (score.total, score.possible) if score else None)
    facts = [*setting.facts(), *dossier_facts(0, evaluation.dossier, told)]
    files = setting.rules.rule_files(setting.specialty)
    found = solve(files, facts, awaited=DOSSIER_PREDICATES | {"cutoff"}).shown
    return Evaluation(
        evaluation.dossier, setting, evaluation.book, told, read_answers(found, 1)[0], score
    )


def evaluate_statuses(dossiers: Sequence[Dossier], setting: Setting) -> list[Mapping[str, Status]]:
    """Return only the statuses of the clauses for each dossier."""
    found: list[Mapping[str, Status]] = []
    for crowd in _crowds(dossiers):
        records = [entries(dossier, setting.notice) for dossier in crowd]
        found += statuses(_solve(setting, crowd, records).shown, len(crowd))
    return found


@dataclass(frozen=True)
class Outcome:
    """What a rival reading makes of evaluations: the statuses of each, and the rule book under it.

    Of the *book*, clauses, routes, barriers and interviews are those under the rival, but clauses and routes that there
    are under the rival alone are left out.
    """

    statuses: Sequence[Mapping[str, Status]]
    book: RuleBook


def evaluate_rivals(
    evaluations: Sequence[Evaluation], setting: Setting, rivals: Sequence[tuple[str, str]]
) -> list[Outcome]:
    """Return what each rival, a reading and another option, makes of the evaluations.

    All rivals are tried in one grounding.
    """
    if not runs_here(setting.rules):
        dossiers = [one.dossier for one in evaluations]
        return [
            Outcome(evaluate_statuses(dossiers, other), rule_book(other))
            for other in (setting.with_reading(*rival) for rival in rivals)
        ]
    if not rivals:
        return []
    usual = frozenset(reading_facts(setting.readings))
    trials = [
        frozenset(reading_facts(setting.with_reading(reading, option).readings))
        for reading, option in rivals
    ]
    files = setting.rules.rule_files(setting.specialty)
    book = rule_book(setting)
    statuses_of: list[list[Mapping[str, Status]]] = [[] for _ in rivals]
    books = [book] * len(rivals)
    for start in range(0, len(evaluations), CROWD):
        crowd = evaluations[start : start + CROWD]
        facts = list(notice_facts(setting.notice))
        for number, one in enumerate(crowd):
            facts += dossier_facts(number, one.dossier, one.entries)
        changed = solve_trials(
            files,
            facts,
            usual=usual,
            trials=trials,
            signatures=_BOOK_SIGNATURES.union(STATUS_SIGNATURES),
        )
        for place, (gained, lost) in enumerate(changed):
            statuses_of[place] += _changed_statuses(crowd, gained, lost)
            books[place] = _changed_book(book, gained, lost)
    return [Outcome(*found) for found in zip(statuses_of, books, strict=True)]


def _changed_statuses(
    crowd: Sequence[Evaluation], gained: Atoms, lost: Atoms
) -> list[Mapping[str, Status]]:
    found = [dict(one.answer.statuses) for one in crowd]
    for applicant, clause in chain.from_iterable(lost.get(one, ()) for one in STATUS_SIGNATURES):
        found[int(applicant)].pop(str(clause), None)
    for place, one in enumerate(statuses(gained, len(crowd))):
        found[place] |= one
    return list(found)


def _changed_book(book: RuleBook, gained: Atoms, lost: Atoms) -> RuleBook:
    gone = {str(clause) for clause, *_ in lost.get(("clause", 4), ())}
    gone -= {str(clause) for clause, *_ in gained.get(("clause", 4), ())}
    closed = {(str(track), str(route)) for track, route in lost.get(("route", 2), ())}
    barred = {str(route) for route, _ in lost.get(("barred_if", 2), ())}
    more_barred = {str(route): str(by) for route, by in gained.get(("barred_if", 2), ())}
    interviews = {*book.interviews, *_interviews(gained)} - _interviews(lost)
    return replace(
        book,
        clauses={name: clause for name, clause in book.clauses.items() if name not in gone},
        tracks={
            name: replace(
                track, routes=tuple(route for route in track.routes if (name, route) not in closed)
            )
            for name, track in book.tracks.items()
        },
        barriers={
            **{route: by for route, by in book.barriers.items() if route not in barred},
            **more_barred,
        },
        interviews=tuple(sorted(interviews)),
    )


def _interviews(atoms: Atoms) -> set[tuple[str, str, str]]:
    found = atoms.get(("interview", 3), ())
    return {(str(clause), str(duty), str(route)) for clause, duty, route in found}


def rule_book(setting: Setting) -> RuleBook:
    """Return the rule book under *setting*, read once for each choice of readings and notice."""
    facts = tuple(setting.facts())
    return _rule_book(
        setting.rules, setting.rules.sha256(setting.specialty), setting.specialty, facts
    )


@lru_cache(maxsize=64)
def _rule_book(rules: RuleSet, _sha256: str, specialty: str, facts: tuple[Fact, ...]) -> RuleBook:
    files = rules.rule_files(specialty)
    if runs_here(rules):
        return read_rule_book(settled_atoms(files, facts, RULE_SIGNATURES))
    return read_rule_book(_apart(files, facts, RULE_SIGNATURES).rules)


def rule_atoms(
    setting: Setting, signatures: frozenset[Signature], files: Sequence[Path] | None = None
) -> Atoms:
    """Return the atoms of *signatures* that hold under *setting* whatever a dossier tells.

    They are those of the rules by which verdicts are made, or of other *files* of the same rules.

    Raises:
        RulesError: the rules are wrong.
    """
    files, facts = files or setting.rules.rule_files(setting.specialty), setting.facts()
    if runs_here(setting.rules):
        return settled_atoms(files, facts, signatures)
    return _apart(files, facts, signatures).rules


def runs_here(rules: RuleSet) -> bool:
    """Tell whether this process may run *rules*: the shipped ones, or any where it can be killed itself."""
    return rules == shipped_rules() or parent_process() is not None


def _apart(
    files: Sequence[Path],
    facts: Sequence[Fact],
    signatures: frozenset[Signature] = frozenset(),
) -> Solution:
    """Run rules that are not the shipped ones in a process that can be killed: grounding cannot be stopped."""
    # Imported only where it is needed: it brings the machinery of processes along.
    from reasoner.worker import solve_apart  # noqa: PLC0415

    return solve_apart(files, facts, signatures, FOREIGN_SECONDS, FOREIGN_MEGABYTES)


def _crowds(dossiers: Sequence[Dossier]) -> list[list[Dossier]]:
    return [list(dossiers[start : start + CROWD]) for start in range(0, len(dossiers), CROWD)]


def _solve(
    setting: Setting, crowd: Sequence[Dossier], records: Sequence[tuple[Entry, ...]]
) -> Solution:
    facts = setting.facts()
    for number, (dossier, told) in enumerate(zip(crowd, records, strict=True)):
        facts += dossier_facts(number, dossier, told)
    files = setting.rules.rule_files(setting.specialty)
    return solve(files, facts) if runs_here(setting.rules) else _apart(files, facts)


def _check_determinations(dossier: Dossier, book: RuleBook, setting: Setting) -> None:
    judged = [clause for clause in book.clauses if _is_judged(clause, book)]
    problems = []
    for place, told in enumerate(dossier.determinations, start=1):
        if told.clause is None or told.clause in judged or _belongs_elsewhere(told.clause, setting):
            continue
        known = told.clause in book.clauses
        problems.append(
            Problem(
                Text(
                    "这一条款由事实判定，不由认定决定",
                    "this clause is decided by facts, not by determination",
                )
                if known
                else Text("没有这一条款", "there is no such clause"),
                source=dossier.candidate.id,
                field=f"认定[{place}].条款",
                value=told.clause,
                nearest=nearest(told.clause, judged),
            )
        )
    if problems:
        raise InputError(problems)


def _is_judged(clause: str, book: RuleBook) -> bool:
    return any(book.clauses[inner].form == "by_determination" for inner in book.under(clause))


def _belongs_elsewhere(clause: str, setting: Setting) -> bool:
    specialty = clause.split(".", maxsplit=1)[0]
    return specialty != setting.specialty and specialty in setting.rules.specialties()
