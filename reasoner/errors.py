"""Everything that can go wrong, said in the user's language.

::

    ZhichengError
    ├── InputError       the caller can mend it: a file, a field, an option
    ├── RulesError       the rule files are wrong
    └── SolverError      no answer was computed
        ├── SolverTimeout
        ├── SolverCrash
        └── SolverInterrupted

A failure to compute is never a verdict: nothing here may be read as "not eligible".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

Language = Literal["zh", "en"]


class Text(NamedTuple):
    """One sentence in both languages."""

    zh: str
    en: str

    def in_language(self, language: Language) -> str:
        """Return the sentence in *language*."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with what the caller gave.

    *source* is a file name or the name of an option; *line* and *column* start at 1;
    *field* is the dotted path of the field as the caller wrote it.
    """

    what: Text
    source: str | None = None
    line: int | None = None
    column: int | None = None
    field: str | None = None
    value: str | None = None
    accepted: Text | None = None
    nearest: str | None = None

    def in_language(self, language: Language) -> str:
        """Return one line: place, what is wrong, the value given, what is accepted."""
        zh = language == "zh"
        place = ":".join(
            str(part) for part in (self.source, self.line, self.column) if part is not None
        )
        pieces = [f"{place}: " if place else ""]
        if self.field:
            pieces.append(f"{self.field}: ")
        pieces.append(self.what.in_language(language))
        if self.value is not None:
            pieces.append(f"；给出的是「{self.value}」" if zh else f"; given: {self.value!r}")
        if self.accepted is not None:
            accepted = self.accepted.in_language(language)
            pieces.append(f"；可填：{accepted}" if zh else f"; accepted: {accepted}")
        if self.nearest is not None:
            pieces.append(
                f"；是否想填「{self.nearest}」？" if zh else f"; did you mean {self.nearest!r}?"
            )
        return "".join(pieces)


class ZhichengError(Exception):
    """Base of all errors of this package."""

    def __init__(self, what: Text) -> None:
        super().__init__(what.en)
        self.what = what

    def in_language(self, language: Language) -> str:
        """Return the message in *language*."""
        return self.what.in_language(language)


class InputError(ZhichengError):
    """What the caller gave cannot be used; *problems* says why, at least one."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(
            Text(
                "\n".join(problem.in_language("zh") for problem in self.problems),
                "\n".join(problem.in_language("en") for problem in self.problems),
            )
        )


class RulesError(ZhichengError):
    """The rule files are wrong, or the solver had something to say about them."""


class SolverError(ZhichengError):
    """No answer was computed; nothing follows about the candidate."""


class SolverTimeout(SolverError):
    """The solver did not finish within the time allowed."""


class SolverCrash(SolverError):
    """The solver process ended without an answer."""


class SolverInterrupted(SolverError):
    """The solver was stopped from outside before it had an answer."""
