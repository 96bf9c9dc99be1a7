"""Reads the rule files as text and as facts, for the checks of what they are made of."""

import itertools
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from clingo.ast import AST, ASTSequence, ASTType, parse_files
from clingo.symbol import Symbol, SymbolType

from reasoner.catalog import shipped_rules
from reasoner.evaluate import Setting, rule_book
from reasoner.facts import Quoted, notice_facts
from reasoner.intake.dossier import read_notice
from reasoner.model.notice import Notice
from reasoner.rule_book import RuleBook
from reasoner.solve import Atom, Atoms, solve, solve_trials

ROOT: Final = shipped_rules().root
CORE: Final = tuple(sorted((ROOT / "core").glob("*.lp")))
CHAPTERS: Final = tuple(sorted((ROOT / "regulations").rglob("*.lp")))
INPUTS: Final = ROOT / "core" / "inputs.lp"
LANGUAGE: Final = tuple(sorted((ROOT / "core").glob("language_*.lp")))
SPECIALTIES: Final = tuple(shipped_rules().specialties())

Signature = tuple[str, int]
Choice = tuple[str | None, str | None]


def file_id(path: Path) -> str:
    """Name a rule file by its place."""
    return path.relative_to(ROOT).as_posix()


# Reading the files -----------------------------------------------------------------------------


@cache
def statements(path: Path) -> tuple[AST, ...]:
    """Return the statements of the file, parsed alone."""
    found: list[AST] = []
    parse_files([str(path)], found.append)
    return tuple(found)


def walk(node: AST) -> Iterator[AST]:
    """Yield *node* and everything in it."""
    yield node
    for key in node.keys():  # noqa: SIM118 - a syntax tree is no mapping
        inner = getattr(node, key)
        if isinstance(inner, AST):
            yield from walk(inner)
        elif isinstance(inner, ASTSequence):
            for one in inner:
                if isinstance(one, AST):
                    yield from walk(one)


def _alternatives(node: AST) -> list[AST]:
    """Return the alternatives of a pool such as ``(a; b)``, or *node* alone."""
    if node.ast_type is ASTType.Pool:
        return [inner for one in node.arguments for inner in _alternatives(one)]
    return [node]


def atoms(node: AST) -> Iterator[AST]:
    """Yield the atoms in *node*, each with its name and arguments; pools give one each."""
    for inner in walk(node):
        if inner.ast_type is ASTType.SymbolicAtom:
            yield from _alternatives(inner.symbol)


def signature(atom: AST) -> Signature:
    """Return name and number of arguments."""
    return str(atom.name), len(atom.arguments)


@cache
def _in_atoms(path: Path) -> tuple[tuple[Signature, tuple[frozenset[str], ...]], ...]:
    """Return each atom of the file with the constants in each of its arguments."""
    return tuple(
        (signature(atom), tuple(frozenset(constants(argument)) for argument in atom.arguments))
        for one in statements(path)
        for atom in atoms(one)
    )


def used(path: Path) -> frozenset[Signature]:
    """Return the predicates that the file uses, in heads or bodies."""
    return frozenset(name for name, _ in _in_atoms(path))


def in_rules(paths: tuple[Path, ...], places: Mapping[Signature, tuple[int, ...]]) -> set[str]:
    """Return the constants that stand at these places in the rules of *paths*."""
    return {
        constant
        for path in paths
        for name, arguments in _in_atoms(path)
        for place in places.get(name, ())
        for constant in arguments[place]
    }


def symbols(node: AST) -> Iterator[Symbol]:
    """Yield the constants, strings and numbers in *node*."""
    for inner in walk(node):
        if inner.ast_type is ASTType.SymbolicTerm:
            yield inner.symbol


@cache
def constants_in(path: Path) -> frozenset[str]:
    """Return the constants in the file."""
    return frozenset(name for one in statements(path) for name in constants(one))


def constants(node: AST) -> Iterator[str]:
    """Yield the constants in *node*."""
    for symbol in symbols(node):
        if symbol.type is SymbolType.Function:
            yield symbol.name


@cache
def documented() -> Mapping[Path, list[Signature]]:
    """Return the predicates that doc blocks describe, by file."""
    block = re.compile(r"^%\*! (\w+)\((.*?)\)\n(.*?)\n\*%\n", re.MULTILINE | re.DOTALL)
    found = {}
    for path in (*LANGUAGE, INPUTS):
        blocks = block.findall(path.read_text(encoding="utf-8"))
        assert all(text.strip() for _, _, text in blocks), path
        found[path] = [(name, len(arguments.split(","))) for name, arguments, _ in blocks]
    return found


@cache
def declared() -> frozenset[Signature]:
    """Return the predicates that the language has."""
    return frozenset(itertools.chain.from_iterable(documented().values()))


def rule_files(specialty: str) -> tuple[Path, ...]:
    """Return the files of the specialty, with those of its score."""
    rules = shipped_rules()
    of_score = rules.score_match_files(specialty) if rules.has_scoring_table(specialty) else ()
    return tuple(dict.fromkeys((*rules.rule_files(specialty), *of_score)))


# Reading the facts -----------------------------------------------------------------------------


@cache
def notice(specialty: str) -> Notice:
    """Return the notice that applies."""
    return read_notice(shipped_rules().notice(specialty))


@cache
def facts(specialty: str, choice: Choice = (None, None)) -> Atoms:
    """Return every atom of the language that holds without candidates, by default or under one rival."""
    return _facts(specialty)[choice]


@cache
def _facts(specialty: str) -> Mapping[Choice, Atoms]:
    """Return the facts by default and under each rival, all tried in one grounding."""
    files, given = rule_files(specialty), [*notice_facts(notice(specialty))]
    known = declared() | {("source", 4), ("under", 2)}
    usually = {name: set(atoms) for name, atoms in solve(files, given, known).rules.items()}
    found: dict[Choice, Atoms] = {(None, None): {name: [*usually[name]] for name in usually}}
    trials = [
        frozenset({("chosen", (Quoted(reading), option))}) for reading, option in rivals(specialty)
    ]
    changes = solve_trials(files, given, usual=frozenset(), trials=trials, signatures=known)
    for rival, (gained, lost) in zip(rivals(specialty), changes, strict=True):
        found[rival] = {
            name: [*(usually[name] - set(lost.get(name, ())) | set(gained.get(name, ())))]
            for name in usually
        }
    return found


@cache
def book(specialty: str) -> RuleBook:
    """Return the rule book by default."""
    return rule_book(Setting(shipped_rules(), specialty, notice(specialty)))


@cache
def rivals(specialty: str) -> tuple[tuple[str, str], ...]:
    """Return every option that is no default, with its reading."""
    return tuple(
        (reading.id, option.id)
        for reading in book(specialty).readings.values()
        for option in reading.options
        if option.id != reading.default
    )


def choices(specialty: str) -> tuple[Choice, ...]:
    """Return the default and every rival."""
    return ((None, None), *rivals(specialty))


@cache
def anywhere(name: str, arity: int, specialty: str | None = None) -> frozenset[Atom]:
    """Return the atoms of a predicate that hold by default or under any rival, of all specialties or of one."""
    if specialty is None:
        return frozenset().union(*(anywhere(name, arity, one) for one in SPECIALTIES))
    return frozenset(
        atom
        for choice in choices(specialty)
        for atom in facts(specialty, choice).get((name, arity), ())
    )


def column(name: str, arity: int, place: int, specialty: str | None = None) -> set[Any]:
    """Return what stands at a place of a predicate."""
    return {atom[place] for atom in anywhere(name, arity, specialty)}


def clause_ids(specialty: str | None = None) -> set[str]:
    """Return the ids of all clauses, under any reading."""
    return column("clause", 4, 0, specialty)


def box_ids(specialty: str | None = None) -> set[str]:
    """Return the ids of the scoring tables, and of all in them down to the leaves of their rows."""
    places = (
        ("score_table", 5),
        ("category", 4),
        ("group", 4),
        ("block", 4),
        ("row", 4),
        ("leaf", 2),
    )
    return set().union(*(column(name, arity, 0, specialty) for name, arity in places))


def looked_at(specialty: str) -> Mapping[str, set[str]]:
    """Return the kinds of record that each clause and moment looks at."""
    found: dict[str, set[str]] = {}
    for name, arity in LOOKS_AT:
        for clause, kind, *_ in anywhere(name, arity, specialty):
            found.setdefault(str(clause), set()).add(str(kind))
    return found


# Where facts say which kind of record a clause or a moment looks at.
LOOKS_AT: Final = (
    ("counts", 3),
    ("excludes", 2),
    ("every", 2),
    ("measures", 3),
    ("tells_years", 2),
    ("sums", 4),
    ("moment", 3),
    ("each", 2),
    ("if_count", 3),
)
