"""Rules that somebody hands us: looked at before anything runs.

They may hold what rule files hold and nothing else: no script, no file from elsewhere, no choice, no predicate but
those of the language and a file's own. What they still can do, such as to ground without end, is bounded by the
process in which they run.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

from clingo.ast import AST, ASTSequence, ASTType, parse_files

from reasoner.catalog import RuleSet, shipped_rules
from reasoner.errors import InputError, Problem, Text
from reasoner.intake.text import place_at
from reasoner.model.word import nearest
from reasoner.rule_files import STRING_OR_COMMENT

_DIRECTIVES: Final = frozenset(
    {"#defined", "#show", "#min", "#max", "#sum", "#count", "#inf", "#sup", "#true", "#false"}
)
_SUSPECT: Final = re.compile(r"#[A-Za-z_]*|@|&|[^\x00-\x7f]")
_STATEMENTS: Final = frozenset(
    {ASTType.Rule, ASTType.Comment, ASTType.Defined, ASTType.ShowSignature, ASTType.ShowTerm}
)
_MOST_PROBLEMS: Final = 50


def foreign_rules(folder: Path) -> RuleSet:
    """Return the rules in *folder*, which is laid out as the shipped ones are, after a look at every file.

    Raises:
        InputError: there are no such rules, or a file holds anything but the vocabulary, with line and column.
    """
    for inner in ("core", "regulations"):
        if not (folder / inner).is_dir():
            raise InputError(
                [
                    Problem(
                        Text(f"没有规则文件夹 {inner}", f"has no folder {inner} of rules"),
                        source=str(folder),
                        accepted=Text(
                            "与随附规则同样结构的文件夹（core、regulations、notices）",
                            "a folder laid out as the shipped rules are (core, regulations, notices)",
                        ),
                    )
                ]
            )
    rules = RuleSet(folder)
    check_rule_files(
        folder, sorted([*(folder / "core").glob("*.lp"), *(folder / "regulations").rglob("*.lp")])
    )
    return rules


def check_rule_files(folder: Path, files: Iterable[Path]) -> None:
    """Refuse *files* of *folder* that hold anything but rules over the vocabulary.

    Raises:
        InputError: with file, line and column of whatever is refused.
    """
    paths = {path: _source(path, folder) for path in files}
    # Text first: to parse an include is to read the file that it names.
    problems = [
        problem for path, source in paths.items() for problem in _suspect(path, source, folder)
    ]
    if not problems:
        parsed = {source: list(_statements(path, source)) for path, source in paths.items()}
        known = _language() | {
            name for found in parsed.values() for one in found for name in _own_heads(one)
        }
        problems = [
            problem
            for source, found in parsed.items()
            for one in found
            for problem in _strange(one, source, known)
        ]
    if problems:
        raise InputError(problems[:_MOST_PROBLEMS])


def _source(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name


def _suspect(path: Path, source: str, folder: Path) -> Iterator[Problem]:
    if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
        yield Problem(Text("链接指向文件夹之外", "a link that leads out of the folder"), source)
        return
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        yield Problem(Text(f"无法读取：{error}", f"cannot be read: {error}"), source)
        return
    code = STRING_OR_COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    for found in _SUSPECT.finditer(code):
        if found[0] not in _DIRECTIVES:
            what = Text("规则文件里不能有这个", "this may not stand in rules")
            place = place_at(code, found.start())
            yield Problem(what, source, place.line, place.column, value=found[0])


def _statements(path: Path, source: str) -> Iterator[AST]:
    complaints: list[str] = []
    found: list[AST] = []
    try:
        parse_files([str(path)], found.append, logger=lambda _, message: complaints.append(message))
    except RuntimeError as error:
        told = "; ".join(complaints) or str(error)
        place = re.search(r":(\d+):(\d+)", told)
        line, column = (int(place[1]), int(place[2])) if place else (1, 1)
        reason = told.rpartition("error: ")[2].splitlines()[0]
        what = Text(f"语法有误：{reason}", f"syntax: {reason}")
        raise InputError([Problem(what, source, line, column)]) from error
    for one in found:
        if one.ast_type is not ASTType.Program or one.name != "base" or one.parameters:
            yield one


def _strange(one: AST, source: str, known: frozenset[str]) -> Iterator[Problem]:
    plain = one.ast_type in _STATEMENTS
    if plain and one.ast_type is ASTType.Rule:
        head = one.head
        plain = head.ast_type is ASTType.Literal and head.atom.ast_type is ASTType.SymbolicAtom
    if not plain:
        what = Text(
            "只能写事实和普通规则，不能有选择、约束、优化",
            "only facts and plain rules: no choices, constraints or optimisation",
        )
        begin = one.location.begin
        yield Problem(what, source, begin.line, begin.column, value=str(one).splitlines()[0])
        return
    for atom in _atoms(one) if one.ast_type is ASTType.Rule else ():
        name = _name(atom)
        if name not in known:
            what = Text("规则语言里没有这个谓词", "the language of rules has no such predicate")
            begin = atom.location.begin
            near = nearest(name, sorted(known))
            yield Problem(what, source, begin.line, begin.column, value=name, nearest=near)


def _own_heads(one: AST) -> Iterator[str]:
    """Yield what a rule derives under a name of the file's own."""
    if one.ast_type is ASTType.Rule and one.head.ast_type is ASTType.Literal:
        for atom in _atoms(one.head):
            if _name(atom).startswith("_"):
                yield _name(atom)


@cache
def _language() -> frozenset[str]:
    """Return the predicates of the shipped kernel: what its files declare, and what they derive."""
    found = set[str]()
    core = shipped_rules().root / "core"
    for path in sorted(core.glob("*.lp")):
        for one in _statements(path, path.name):
            if one.ast_type is ASTType.Defined:
                found.add(one.name)
            elif one.ast_type is ASTType.Rule:
                found |= {_name(atom) for atom in _atoms(one.head)}
    return frozenset(found)


def _atoms(node: AST) -> Iterator[AST]:
    """Yield the atoms in *node*; pools give one each."""
    if node.ast_type is ASTType.SymbolicAtom:
        yield from _alternatives(node.symbol)
        return
    for key in node.child_keys:
        inner = getattr(node, key)
        for one in inner if isinstance(inner, ASTSequence) else (inner,):
            if isinstance(one, AST):
                yield from _atoms(one)


def _alternatives(symbol: AST) -> Iterator[AST]:
    if symbol.ast_type is ASTType.Pool:
        for one in symbol.arguments:
            yield from _alternatives(one)
    else:
        yield symbol


def _name(atom: AST) -> str:
    """Return the predicate of *atom*; a negated one is another predicate, which the language has not."""
    return str(atom.name) if atom.ast_type is ASTType.Function else str(atom).partition("(")[0]
