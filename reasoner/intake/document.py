"""A dossier file as plain data in which every value still knows its line.

What the data mean is not known here; only what no dossier needs is refused.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

from reasoner.errors import InputError, Text
from reasoner.intake.syntax import Token, find_missed_colon, json_tokens, missed_colon, yaml_tokens
from reasoner.intake.text import Place, clean, load, printable_name, refusal, whole

__all__ = ["DataPath", "Document", "Place", "normalised", "read_document", "read_text"]

DEEPEST: Final = 20
MOST_VALUES: Final = 200_000

DataPath = tuple[str | int, ...]
"""The way from the top to a value: keys as they appear in the data, and list indices from 0."""


@dataclass(frozen=True)
class Document:
    """The *data* of a file: mappings, lists, text and None; *places* says where each value began.

    *places* has every value, *key_places* every key of a mapping by the path of its value.
    """

    data: dict[str, object]
    places: Mapping[DataPath, Place]
    key_places: Mapping[DataPath, Place]
    source: str

    def place_of(self, path: DataPath, *, key: bool = False) -> Place:
        """Return the place of the value (or *key*) at *path*, or of what would contain it.

        Full-width and other compatible spellings of a key find the same place.
        """
        if key and (found := self._by_meaning[1].get(_same(path))):
            return found
        values = self._by_meaning[0]
        steps = _same(path)
        return next(
            values[steps[:length]]
            for length in range(len(steps), -1, -1)
            if steps[:length] in values
        )

    @cached_property
    def _by_meaning(self) -> tuple[dict[DataPath, Place], dict[DataPath, Place]]:
        return (
            {_same(path): place for path, place in self.places.items()},
            {_same(path): place for path, place in self.key_places.items()},
        )


def read_document(path: Path) -> Document:
    """Read the YAML or JSON file at *path*.

    Raises:
        InputError: one problem, with its place, that keeps the file from being read.
    """
    return _read(load(path), printable_name(path))


def read_text(text: str, source: str) -> Document:
    """Read *text* as JSON if *source*, the name shown in messages, ends in .json, else as YAML.

    Raises:
        InputError: one problem, with its place, that keeps the text from being read.
    """
    return _read(clean(text, source), source)


def _read(text: str, source: str) -> Document:
    is_json = source.lower().endswith(".json")
    tokens = json_tokens(text, source) if is_json else yaml_tokens(text, source)
    return _Builder(text, source).build(tokens)


def normalised(key: str) -> str:
    """Return the spelling of *key* by which it is looked up."""
    return key if key.isascii() else unicodedata.normalize("NFKC", key)


def _same(path: DataPath) -> DataPath:
    return tuple(normalised(step) if isinstance(step, str) else step for step in path)


@dataclass
class _Open:
    """A mapping or a list that has not ended yet; *key* is the one that waits for its value."""

    content: dict[str, object] | list[object]
    path: DataPath
    key: str | None = None
    seen: dict[str, Place] = field(default_factory=dict)

    @property
    def wants_key(self) -> bool:
        return self.key is None and isinstance(self.content, dict)

    def put(self, value: object) -> DataPath:
        """Store *value* and return its path."""
        if isinstance(self.content, list):
            self.content.append(value)
            return (*self.path, len(self.content) - 1)
        key, self.key = self.key or "", None
        self.content[key] = value
        return (*self.path, key)


class _Builder:
    """Builds a document from tokens without recursion, so that depth is ours to limit."""

    def __init__(self, text: str, source: str) -> None:
        self.text = text
        self.source = source
        self.places: dict[DataPath, Place] = {}
        self.key_places: dict[DataPath, Place] = {}

    def build(self, tokens: Iterable[Token]) -> Document:
        data: dict[str, object] | None = None
        unfinished: list[_Open] = []
        for token in tokens:
            if token.kind == "end":
                unfinished.pop()
                continue
            if data is None:
                data = self._top(token)
                unfinished.append(_Open(data, ()))
                continue
            inner = unfinished[-1]
            if inner.wants_key:
                self._take_key(inner, token)
                continue
            value = self._value(token, depth=len(unfinished))
            path = inner.put(value)
            self.places[path] = token.place
            if isinstance(value, dict | list):
                unfinished.append(_Open(value, path))
        if data is None:
            raise self._only_comments()
        return Document(data, self.places, self.key_places, self.source)

    def _top(self, token: Token) -> dict[str, object]:
        """Start the top level; a dossier is a mapping."""
        self.places[()] = token.place
        if token.kind == "mapping":
            return {}
        if token.value is None and token.plain:
            raise self._only_comments()
        lines = self.text.split("\n")
        if token.plain and (missed := find_missed_colon(lines, token.place.line - 1)) is not None:
            raise missed_colon(lines, missed, self.source)
        what = Text("最外层要是「名称: 内容」", "the top level must be a mapping")
        raise refusal(self.source, what, token.place, value=token.value)

    def _value(self, token: Token, depth: int) -> object:
        if len(self.places) >= MOST_VALUES:
            what = Text(f"内容多于 {MOST_VALUES} 项", f"more than {MOST_VALUES} values")
            raise refusal(self.source, what, token.place)
        if token.kind == "scalar":
            return token.value and whole(token.value, self.source, token.place)
        if depth >= DEEPEST:
            what = Text(f"嵌套超过 {DEEPEST} 层", f"nested deeper than {DEEPEST} levels")
            raise refusal(self.source, what, token.place)
        return {} if token.kind == "mapping" else []

    def _take_key(self, inner: _Open, token: Token) -> None:
        """Take *token* as the next key of *inner*."""
        key = whole(token.value or "", self.source, token.place)
        if not key.strip():
            what = Text(
                "名称要是文字，不能为空、列表或对象", "a name must be text, not empty or nested"
            )
            raise refusal(self.source, what, token.place)
        if token.plain and "：" in key:
            lines = self.text.split("\n")
            line, column = token.place
            raise missed_colon(lines, line - 1, self.source, column - 1)
        if token.plain and key == "<<":
            what = Text("不支持合并键（<<），请写出内容", "merge keys (<<) are not supported")
            raise refusal(self.source, what, token.place, value=key)
        first = inner.seen.setdefault(normalised(key), token.place)
        if first is not token.place:
            what = Text(
                f"名称重复：第 {first.line} 行和第 {token.place.line} 行",
                f"the same name twice: lines {first.line} and {token.place.line}",
            )
            raise refusal(self.source, what, token.place, value=key)
        inner.key = key
        self.key_places[(*inner.path, key)] = token.place

    def _only_comments(self) -> InputError:
        what = Text("文件里只有注释，没有内容", "nothing but comments")
        return refusal(self.source, what, Place(1, 1))
