"""An amendment: a small file that takes facts out of the rules and puts others in.

Each line is a comment (``%``), or ``-`` with a fact to take out (``_`` for anything), or ``+`` with a fact to put in;
what can be said once only, such as a quota, is replaced.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reasoner.errors import InputError, Problem, Text
from reasoner.evaluate import Setting
from reasoner.facts import Fact
from reasoner.intake.text import load, printable_name
from reasoner.model.word import nearest
from reasoner.policy.rule_language import Language, rule_language, stated_facts
from reasoner.policy.rule_text import ANYTHING, NoFactError, facts_in, text_of
from reasoner.policy.rule_vocabulary import RuleVocabulary

SUFFIXES: Final = (".amendment", ".lp", ".txt")
_LINE: Final = re.compile(r"(?P<before>\s*(?P<sign>[-+])\s*)(?P<fact>.*?)\s*")

# Of these, the same first arguments are followed by one last argument; of tests, only the comparisons.
_ONCE: Final = frozenset(
    [
        "at_least",
        "counts",
        "measures",
        "sums",
        "window_years",
        "order",
        "unit",
        "class",
        "floor",
        "floor_for",
        "default",
        "combination",
        "maximum",
        "worth_tenths",
        "by_rank",
        "coefficient_tenths",
        "without_proof",
        "full_years",
        "if_count",
        "if_years",
    ]
)
_COMPARISONS: Final = frozenset({"at_least", "at_most", "or_higher", "within", "overlaps"})


@dataclass(frozen=True)
class Amendment:
    """What an amendment takes out of the rules and puts in: facts that are in force, and facts that are not yet."""

    source: str
    removed: tuple[Fact, ...]
    added: tuple[Fact, ...]


@dataclass(frozen=True)
class _Change:
    line: int
    column: int
    text: str
    sign: str
    facts: tuple[Fact, ...]


def read_amendment(path: Path, setting: Setting) -> Amendment:
    """Read the amendment in the file at *path*, to the rules of *setting*.

    Raises:
        InputError: every line that is no change, says what the vocabulary does not have, takes out what is not in
            force, or puts in what is, with line and column.
    """
    return amendment_from_text(load(path, SUFFIXES), printable_name(path), setting)


def amendment_from_text(text: str, source: str, setting: Setting) -> Amendment:
    """Read the amendment in *text*, as `read_amendment` does."""
    changes, problems = _changes(text, source)
    language = rule_language()
    in_force = stated_facts(setting)
    vocabulary = RuleVocabulary(
        language,
        in_force,
        [fact for change in changes for fact in change.facts if change.sign == "+"],
    )
    removed: dict[Fact, None] = {}
    added: dict[Fact, None] = {}
    for change in changes:
        for fact in change.facts:
            found = [*_problems(change, fact, source, vocabulary, language)]
            if not found and change.sign == "-":
                matching = [one for one in in_force if _matches(one, fact)]
                removed |= dict.fromkeys(matching)
                found = [] if matching else [_not_in_force(change, fact, source, in_force)]
            elif not found:
                added[fact] = None
                removed |= dict.fromkeys(one for one in in_force if _replaces(fact, one))
                if fact in in_force and fact not in removed:
                    found = [_problem(change, source, "已经是这样", "the rules say so already")]
            problems += found
    if not changes and not problems:
        problems.append(Problem(Text("没有任何改动", "changes nothing"), source))
    if problems:
        raise InputError(sorted(problems, key=lambda one: (one.line or 0, one.column or 0)))
    return Amendment(source, tuple(sorted(removed, key=text_of)), tuple(added))


def _changes(text: str, source: str) -> tuple[list[_Change], list[Problem]]:
    changes, problems = [], []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or line.lstrip().startswith("%"):
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            what = Text("每行应以 + 或 - 开头", "a line begins with + or -")
            accepted = Text(
                '如 - at_least("iot.senior.12", 3).', 'as - at_least("iot.senior.12", 3).'
            )
            problems.append(Problem(what, source, number, 1, value=line.strip(), accepted=accepted))
            continue
        column = len(found["before"]) + 1
        try:
            facts = facts_in(found["fact"])
        except NoFactError as error:
            detail = str(error).splitlines()[0] if str(error) else ""
            what = Text(
                f"只能写不带变量的事实{'：' if detail else ''}{detail}",
                f"only facts without variables{': ' if detail else ''}{detail}",
            )
            problems.append(Problem(what, source, number, column, value=found["fact"]))
            continue
        changes.append(_Change(number, column, found["fact"], found["sign"], tuple(facts)))
    return changes, problems


def _problems(
    change: _Change, fact: Fact, source: str, vocabulary: RuleVocabulary, language: Language
) -> Iterator[Problem]:
    name, arguments = fact
    if (name, len(arguments)) not in language.signatures:
        known = sorted({f"{one}/{arity}" for one, arity in language.signatures})
        near = nearest(f"{name}/{len(arguments)}", known)
        yield _problem(
            change,
            source,
            "规则语言里没有这个谓词",
            "the language of rules has no such predicate",
            f"{name}/{len(arguments)}",
            near=near,
        )
        return
    for argument, what, accepted in vocabulary.strange(fact, adds=change.sign == "+"):
        yield _problem(
            change, source, what.zh, what.en, str(argument), near=nearest(str(argument), accepted)
        )


def _not_in_force(change: _Change, fact: Fact, source: str, in_force: frozenset[Fact]) -> Problem:
    name, arguments = fact
    alike = [text_of(one) for one in in_force if one[0] == name and one[1][0] == arguments[0]]
    near = nearest(text_of(fact), alike) or (min(alike, default=None))
    return _problem(change, source, "规则里没有这一条", "the rules say no such thing", near=near)


def _problem(  # noqa: PLR0913 - one place that knows the form of a problem
    change: _Change,
    source: str,
    zh: str,
    en: str,
    value: str | None = None,
    *,
    near: str | None = None,
) -> Problem:
    told = change.text if value is None else value
    place = change.text.find(told.partition("/")[0])
    return Problem(
        Text(zh, en), source, change.line, change.column + max(place, 0), value=told, nearest=near
    )


def _matches(fact: Fact, pattern: Fact) -> bool:
    (name, arguments), (wanted, wanted_arguments) = fact, pattern
    return (
        name == wanted
        and len(arguments) == len(wanted_arguments)
        and all(
            asked in (ANYTHING, one) for one, asked in zip(arguments, wanted_arguments, strict=True)
        )
    )


def _replaces(added: Fact, known: Fact) -> bool:
    """Tell whether *added* takes the place of *known*, because only one of them can be said."""
    (name, arguments), (other, others) = added, known
    if added == known or name != other or len(arguments) != len(others):
        return False
    once = name in _ONCE or (name in ("where", "term") and arguments[2] in _COMPARISONS)
    return once and arguments[:-1] == others[:-1]


def described(facts: Sequence[Fact]) -> tuple[str, ...]:
    """Return *facts* as rule files have them."""
    return tuple(f"{text_of(fact)}." for fact in facts)
