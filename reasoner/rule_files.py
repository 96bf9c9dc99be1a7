"""Rule files, read as statements, with what each is a rule for and what it reads."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from clingo.ast import AST, ASTType, Sign, parse_files
from clingo.core import MessageCode

from reasoner.errors import RulesError, Text

# ASCII, strings and comments: what a rule file may hold. Possessive, so that it is quick to fail.
_FIT = re.compile(
    r'(?:[\x00-\x21\x23\x24\x26-\x7f]++|"(?:[^"\\\n]|\\.)*+"|%\*.*?\*%|%(?!\*)[^\n]*+)*+', re.DOTALL
)
STRING_OR_COMMENT = re.compile(r'"(?:[^"\\\n]|\\.)*"|%\*.*?\*%|%[^\n]*', re.DOTALL)

_DECLARATIONS = frozenset({ASTType.Defined, ASTType.Definition})
_SHOWS = frozenset({ASTType.ShowSignature, ASTType.ShowTerm})


@dataclass(frozen=True, eq=False)
class Rule:
    """A statement, the predicate that it is a rule for if it is one, and the names that it mentions elsewhere.

    Two rules are the same only if they are one object: to compare statements takes long.
    """

    statement: AST
    head: str | None
    reads: frozenset[str]

    @cached_property
    def shows(self) -> bool:
        """Tell whether the statement only says what is shown."""
        return self.statement.ast_type in _SHOWS

    @cached_property
    def asks_for(self) -> frozenset[str]:
        """Return the predicates of which there must be atoms for the rule to hold."""
        return frozenset(
            literal.atom.symbol.name
            for literal in self.statement.body
            if literal.ast_type is ASTType.Literal
            and literal.sign == Sign.NoSign
            and literal.atom.ast_type is ASTType.SymbolicAtom
            and literal.atom.symbol.ast_type is ASTType.Function
        )


# A file may be written anew while we run, so its time and its size are part of what is remembered.
Version = tuple[Path, int, int]


def version_of(file: Path) -> Version:
    """Return *file* with its time and size.

    Raises:
        RulesError: there is no such file.
    """
    try:
        found = file.stat()
    except OSError as error:
        raise faulty(f"{file.name}: {error}") from error
    return file, found.st_mtime_ns, found.st_size


# To print a statement and look at the text takes a fifth of the time that a walk over its parts does.
# A name with arguments, or one that stands alone: not a constant, which may be called as a predicate is.
_NAME = re.compile(
    r'"(?:[^"\\]|\\.)*"|\b([a-z_][A-Za-z0-9_]*)[(/]'
    r"|(?:^|[;:{]|not)\s*([a-z_][A-Za-z0-9_]*)(?=\s*(?:[;:.}]|$))"
)


@lru_cache(maxsize=512)
def sorted_statements(version: Version) -> tuple[tuple[Rule, ...], tuple[AST, ...]]:
    """Return the rules of a file, with what they show, and their declarations; specialties share files."""
    rules: list[Rule] = []
    declarations: list[AST] = []
    for statement in _parsed(version[0]):
        kind = statement.ast_type
        if kind in _DECLARATIONS:
            declarations.append(statement)
        elif kind in _SHOWS:
            rules.append(Rule(statement, None, _names(str(statement))))
        elif kind is not ASTType.Comment and kind is not ASTType.Program:
            rules.append(_rule(statement))
    return tuple(rules), tuple(declarations)


def _rule(statement: AST) -> Rule:
    head, _, body = str(statement).partition(" :- ")
    name = _NAME.match(head)
    if name is None or (";" in head and statement.head.ast_type is not ASTType.Literal):
        return Rule(statement, None, _names(head) | _names(body))
    return Rule(statement, name[1] or name[2], _names(body))


def _names(text: str) -> frozenset[str]:
    """Return the predicates in *text*, and functions with them if there are any, which does no harm."""
    return frozenset(one or other for one, other in _NAME.findall(text) if one or other)


def _parsed(file: Path) -> list[AST]:
    complaints: list[str] = []

    def complain(_code: MessageCode, message: str) -> None:
        complaints.append(message)

    found: list[AST] = []
    refuse_foreign_signs(file)
    try:
        parse_files([str(file)], found.append, logger=complain)
    except RuntimeError as error:
        raise faulty("\n".join(complaints) or str(error)) from error
    return found


def refuse_foreign_signs(file: Path) -> None:
    """Refuse signs outside ASCII that stand in code: clingo cannot report them without ending the process.

    Raises:
        RulesError: *file* cannot be read, or has such a sign; the message names line and column.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise faulty(f"{file.name}: {error}") from error
    if _FIT.fullmatch(text):
        return
    code = STRING_OR_COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    foreign = re.search(r"[^\x00-\x7f]", code)
    if foreign is not None:
        line = code.count("\n", 0, foreign.start()) + 1
        column = foreign.start() - code.rfind("\n", 0, foreign.start())
        raise faulty(f"{file.name}:{line}:{column}: {foreign[0]!r} outside a string or comment")


def faulty(detail: str) -> RulesError:
    """Return the error that the rules are wrong, with *detail*."""
    return RulesError(
        Text(
            f"规则文件有误，没有结论：{detail}",
            f"the rules are wrong; there is no answer: {detail}",
        )
    )
