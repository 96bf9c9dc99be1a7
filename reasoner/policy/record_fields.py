"""What a record of one kind can tell: its words, its numbers, its days."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, get_args

from reasoner.model.achievements import ACHIEVEMENTS
from reasoner.model.achievements.kinds import Achievement
from reasoner.model.dates import Ongoing
from reasoner.model.records import Record
from reasoner.model.word import Word

_NEVER_SEARCHED: Final = frozenset({"id", "name", "note", "kind", "evidence"})
_DAYS: Final = ("date", "start", "end")
_NONE: Final = "none"


@dataclass(frozen=True)
class RecordFields:
    """The attributes of one kind of record.

    *words* maps attributes to their words in the order of the models; *lists* are those that can have several;
    *numbers* are told as whole numbers, *days* as dates.
    """

    kind: str
    words: Mapping[str, tuple[str, ...]]
    lists: frozenset[str]
    numbers: frozenset[str]
    days: tuple[str, ...]


@cache
def record_fields() -> Mapping[str, RecordFields]:
    """Return the fields of each kind of record that has a class of its own."""
    return {
        model.kind_of_record: _fields(model) for model in (*_plain_records(Record), *ACHIEVEMENTS)
    }


def _plain_records(model: type[Record]) -> Iterator[type[Record]]:
    for inner in model.__subclasses__():
        if "kind_of_record" in vars(inner) and not issubclass(inner, Achievement):
            yield inner
        yield from _plain_records(inner)


def _fields(model: type[Record]) -> RecordFields:
    words: dict[str, tuple[str, ...]] = {}
    lists, numbers = set(), set()
    for name, field in model.model_fields.items():
        if name in _NEVER_SEARCHED or name in _DAYS:
            continue
        inner = list(_inner(field.annotation))
        found = [word.value for kind in inner if _is_word(kind) for word in kind]
        if tuple in inner:
            lists.add(name)
            found.append(_NONE)
        if found:
            words[name] = tuple(dict.fromkeys(found))
        if int in inner:
            numbers.add(name)
    days = tuple(day for day in _DAYS if day in model.model_fields)
    return RecordFields(model.kind_of_record, words, frozenset(lists), frozenset(numbers), days)


def _is_word(kind: Any) -> bool:  # noqa: ANN401 - annotations are anything
    return isinstance(kind, type) and issubclass(kind, Word)


def _inner(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 - annotations are anything
    origin = getattr(annotation, "__origin__", None)
    yield origin if origin is tuple else annotation
    for inner in get_args(annotation):
        if inner is not Ongoing:
            yield from _inner(inner)
