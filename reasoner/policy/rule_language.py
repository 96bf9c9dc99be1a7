"""The language of the rules as its own files describe it: predicates, and what each argument is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from reasoner.catalog import shipped_rules
from reasoner.evaluate import Setting, rule_atoms
from reasoner.facts import Fact, Quoted
from reasoner.program import Signature
from reasoner.solve import Atoms

_OF_SCORING: Final = "language_scoring.lp"
_BLOCK: Final = re.compile(r"^%\*! (\w+)\((.*?)\)\n(.*?)\n\*%\n", re.MULTILINE | re.DOTALL)
_CONSTANT: Final = re.compile(r"_*[a-z][A-Za-z0-9_]*")
# Arguments that are strings even where they look like a constant: ids, cites and labels.
_STRINGS: Final = frozenset(
    {
        *("C", "P", "D", "T", "M", "W", "Clause", "Route", "Term", "Table", "Window", "Reading"),
        *("Cite", "Chinese", "English", "Title", "Number", "Heading"),
    }
)


@dataclass(frozen=True)
class Language:
    """Predicates with the names of their arguments, and the relations that a test can have.

    *of_scoring* are the predicates of scoring tables.
    """

    arguments: Mapping[Signature, tuple[str, ...]]
    relations: tuple[str, ...]
    of_scoring: frozenset[str]

    @property
    def signatures(self) -> frozenset[Signature]:
        """Return the predicates."""
        return frozenset(self.arguments)


@cache
def rule_language() -> Language:
    """Return the language as the files language_*.lp of the kernel document it."""
    arguments: dict[Signature, tuple[str, ...]] = {}
    relations: tuple[str, ...] = ()
    of_scoring: set[str] = set()
    for path in sorted((shipped_rules().root / "core").glob("language_*.lp")):
        for name, told, text in _BLOCK.findall(path.read_text(encoding="utf-8")):
            names = tuple(one.strip() for one in told.split(","))
            # What begins with a candidate is derived, not stated.
            if names[0] != "A":
                arguments[name, len(names)] = names
                if path.name == _OF_SCORING:
                    of_scoring.add(name)
            if name == "where":
                listed = text.partition("Relations:")[2]
                relations = tuple(re.findall(r"(?:^|[,;.)]|\bor)\s*([a-z_]+)(?=\s*[,(])", listed))
    return Language(arguments, relations, frozenset(of_scoring))


def stated_facts(setting: Setting) -> frozenset[Fact]:
    """Return what the rules of *setting* say in the language, strings marked as such.

    Raises:
        RulesError: the rules are wrong.
    """
    language = rule_language()
    found = {signature: {*rows} for signature, rows in _atoms(setting, None).items()}
    if setting.rules.has_scoring_table(setting.specialty):
        scoring = setting.rules.score_match_files(setting.specialty)
        for signature, rows in _atoms(setting, scoring).items():
            found.setdefault(signature, set()).update(rows)
    return frozenset(
        (name, tuple(_quoted(role, one) for role, one in zip(roles, row, strict=True)))
        for (name, arity), rows in found.items()
        for roles in (language.arguments[name, arity],)
        for row in rows
    )


def _atoms(setting: Setting, files: Sequence[Path] | None) -> Atoms:
    return rule_atoms(setting, rule_language().signatures, files)


def _quoted(role: str, argument: str | int) -> str | int:
    if isinstance(argument, int):
        return argument
    is_string = role in _STRINGS or not _CONSTANT.fullmatch(argument)
    return Quoted(argument) if is_string else argument
