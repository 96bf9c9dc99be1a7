"""What a word of a dossier is.

Each word is a constant of the rules (its value) with a Chinese and an English label beside it.
A dossier may use the constant, a label or an alias; width and case do not matter.
"""

import difflib
import unicodedata
from enum import StrEnum
from functools import cache
from typing import Any, Self, TypeVar

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_before_validator_function


class Word(StrEnum):
    """A constant of the rules with its labels."""

    zh: str
    en: str
    aliases: tuple[str, ...]

    def __new__(cls, value: str, zh: str, en: str = "", *aliases: str) -> Self:
        """Make a word; its English label is the constant with blanks unless another is given."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.zh = zh
        word.en = en or value.replace("_", " ")
        word.aliases = aliases
        return word

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type["Word"], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Read any spelling of a word."""
        return no_info_before_validator_function(_reader(cls), handler(source))

    def label(self, language: str) -> str:
        """Return the label in *language*."""
        return self.zh if language == "zh" else self.en


W = TypeVar("W", bound=Word)


def folded(text: str) -> str:
    """Return *text* without differences of width, case, blanks and brackets' shape."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split()).replace("_", "")


@cache
def _spellings(vocabulary: type[Word]) -> dict[str, Word]:
    return {
        folded(spelling): word
        for word in vocabulary
        for spelling in (word.value, word.zh, word.en, *word.aliases)
    }


def find_word(vocabulary: type[W], text: str) -> W | None:
    """Return the word that *text* spells, if there is one."""
    return _spellings(vocabulary).get(folded(text))  # type: ignore[return-value]


def nearest(text: str, candidates: list[str]) -> str | None:
    """Return the candidate most like *text*, if any is like it."""
    by_fold = {folded(candidate): candidate for candidate in candidates}
    found = difflib.get_close_matches(folded(text), list(by_fold), n=1, cutoff=0.5)
    return by_fold[found[0]] if found else None


def _reader(vocabulary: type[Word]) -> Any:  # noqa: ANN401 - pydantic hands over anything
    def read(value: object) -> object:
        if isinstance(value, vocabulary):
            return value
        text = {True: "yes", False: "no"}.get(value, "") if isinstance(value, bool) else str(value)
        word = find_word(vocabulary, text) if isinstance(value, str | bool) else None
        if word is None:
            raise PydanticCustomError(
                "unknown_word",
                "unknown word",
                {
                    "accepted_zh": "、".join(word.zh for word in vocabulary),
                    "accepted_en": ", ".join(word.value for word in vocabulary),
                    "nearest": nearest(str(value), [word.zh for word in vocabulary])
                    or nearest(str(value), [word.value for word in vocabulary]),
                },
            )
        return word

    return read
