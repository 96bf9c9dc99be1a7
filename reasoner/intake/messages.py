"""What is said about each thing that can be wrong in a dossier, in the words of a form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from reasoner.errors import Problem, Text
from reasoner.intake.document import DataPath, Document, Place
from reasoner.intake.keys import Fault, value_at
from reasoner.intake.shape import Group, alias_of
from reasoner.intake.syntax import find_missed_colon
from reasoner.intake.text import printable
from reasoner.model.achievements.kinds import Kind
from reasoner.model.records import Part
from reasoner.model.word import nearest

_LIST: Final = Text(
    "应为列表，每一项另起一行并以「- 」开头", "must be a list, each item after '- '"
)
_MAPPING: Final = Text(
    "应为若干行「名称: 内容」，缩进对齐", "must be a mapping: lines of 'name: value'"
)
_COLON: Final = Text(
    "名称后面要用半角冒号加一个空格", "a colon ':' and a blank must follow the name"
)
_UNUSABLE: Final = Text("内容不能使用", "cannot be used")


@dataclass(frozen=True)
class _Told:
    """What is said about a fault, apart from its place."""

    what: Text
    accepted: Text | None = None
    nearest: str | None = None


def place_of(fault: Fault, document: Document) -> Place:
    """Return where *fault* begins."""
    return document.place_of(fault.path, key=fault.at_key)


def problem_of(fault: Fault, document: Document) -> Problem:
    """Return *fault* as the caller shall read it; values and keys are shown short and printable."""
    given = fault.path[-1] if fault.at_key else value_at(document, fault.path)
    written = given if isinstance(given, str) else None
    told = MESSAGES.get(fault.kind, _unusable)(fault, given)
    line, column = place_of(fault, document)
    return Problem(
        told.what,
        document.source,
        line,
        column,
        _dotted(fault.path),
        None if written is None or fault.kind in _ABOUT_KEYS else printable(written),
        told.accepted,
        None if told.nearest is None else printable(told.nearest),
    )


def left_out(count: int, source: str) -> Problem:
    """Return the line that stands for *count* problems more."""
    return Problem(Text(f"另有 {count} 处问题未列出", f"{count} more problems"), source)


def _dotted(path: DataPath) -> str | None:
    """Return *path* as text: ``业绩成果[2].排名``, the items of a list counted from 1."""
    dotted = ""
    for step in path:
        dotted += f"[{step + 1}]" if isinstance(step, int) else f".{printable(step)}"
    return dotted.removeprefix(".") or None


def _missing(fault: Fault, _: object) -> _Told:
    if fault.owner is None or fault.missing is None:
        return _Told(_UNUSABLE)
    alias = alias_of(fault.owner, fault.missing)
    what = Text(f"缺少必填的「{alias}」", f"{fault.missing!r} is missing; it is required")
    return _Told(what, _kinds() if fault.missing == "kind" else None)


def _left_blank(_: Fault, __: object) -> _Told:
    return _Told(Text("必填，不能空着", "is required and cannot be left blank"))


def _blank_item(_: Fault, __: object) -> _Told:
    return _Told(Text("列表里有一项是空的，请填写或删去", "a blank item: fill it in or delete it"))


def _told_twice(fault: Fault, _: object) -> _Told:
    first, second = fault.context["lines"]
    known = printable(fault.context["known"])
    what = Text(
        f"与「{known}」是同一项，写了两次：第 {first} 行和第 {second} 行",
        f"means the same as {known!r}, so it is told twice: lines {first} and {second}",
    )
    return _Told(what)


def _unknown_key(fault: Fault, given: object) -> _Told:
    what = Text("没有这个名称的项目", "there is no such field")
    if fault.owner is None:
        return _Told(what)
    names = list(fault.owner.model_fields)
    aliases = [alias_of(fault.owner, name) for name in names]
    return _Told(what, _keys(fault.owner), nearest(str(given), [*aliases, *names]))


def _invalid_key(_: Fault, __: object) -> _Told:
    return _Told(Text("名称应为文字", "a name must be text"))


def _keys(model: type[Part]) -> Text:
    names = list(model.model_fields)
    return Text("、".join(alias_of(model, name) for name in names), ", ".join(names))


def _not_a_group(fault: Fault, given: object) -> _Told:
    return _Told(
        _mapping_for(given), _keys(fault.shape.model) if isinstance(fault.shape, Group) else None
    )


def _mapping_for(given: object) -> Text:
    """Return that a mapping is needed, or why one that is meant to be there is none."""
    if isinstance(given, str) and find_missed_colon([given], 0) is not None:
        return _COLON
    return _MAPPING


def _not_by_key(_: Fault, given: object) -> _Told:
    return _Told(
        _mapping_for(given), Text("每年一行，如「2024: …」", "a line a year, such as '2024: …'")
    )


def _not_a_list(_: Fault, __: object) -> _Told:
    return _Told(_LIST)


def _literal(fault: Fault, _: object) -> _Told:
    expected = str(fault.context.get("expected", "")).strip("'")
    return _Told(Text("不是可用的写法", "is not supported"), Text(expected, expected), expected)


def _too_short(fault: Fault, _: object) -> _Told:
    least = fault.context.get("min_length")
    return _Told(Text(f"至少要有 {least} 项", f"too few items; at least {least}"))


def _too_long(fault: Fault, _: object) -> _Told:
    most = fault.context.get("max_length")
    return _Told(Text(f"至多 {most} 项", f"too many items; at most {most}"))


def _unknown_word(fault: Fault, given: object) -> _Told:
    what = Text("不是可填的词", "is not one of the words")
    return _Told(_instead_of(given, what), _accepted(fault.context), fault.context.get("nearest"))


def _unreadable(fault: Fault, given: object) -> _Told:
    what = Text(fault.context["zh"], fault.context["en"])
    return _Told(_instead_of(given, what), _accepted(fault.context))


def _instead_of(given: object, what: Text) -> Text:
    """Return *what*, or that a list or a mapping stands where a single value belongs."""
    if isinstance(given, list):
        return Text("只能填一个内容，不能是列表", "must be a single value, not a list")
    if isinstance(given, dict):
        return Text("只能填一个内容，不能是「名称: 内容」", "must be a single value, not a mapping")
    return what


def _accepted(context: Mapping[str, Any]) -> Text | None:
    zh, en = context.get("accepted_zh"), context.get("accepted_en")
    return Text(zh, en) if zh and en else None


def _contradiction(fault: Fault, given: object) -> _Told:
    known = fault.context.get("known") or ()
    meant = nearest(given, list(known)) if isinstance(given, str) else None
    return _Told(Text(fault.context["zh"], fault.context["en"]), nearest=meant)


def _unknown_kind(_: Fault, given: object) -> _Told:
    what = _instead_of(given, Text("没有这一类业绩成果", "there is no such kind of achievement"))
    labels = [*(kind.zh for kind in Kind), *(kind.value for kind in Kind)]
    return _Told(what, _kinds(), nearest(given, labels) if isinstance(given, str) else None)


def _kinds() -> Text:
    return Text("、".join(kind.zh for kind in Kind), ", ".join(kind.value for kind in Kind))


def _unusable(_: Fault, __: object) -> _Told:
    return _Told(_UNUSABLE)


MESSAGES: Final[Mapping[str, Callable[[Fault, object], _Told]]] = MappingProxyType(
    {
        # Found while the keys are read.
        "blank_item": _blank_item,
        "left_blank": _left_blank,
        "told_twice": _told_twice,
        # Types of errors of pydantic.
        "dict_type": _not_by_key,
        "extra_forbidden": _unknown_key,
        "invalid_key": _invalid_key,
        "literal_error": _literal,
        "missing": _missing,
        "model_type": _not_a_group,
        "too_long": _too_long,
        "too_short": _too_short,
        "tuple_type": _not_a_list,
        # Types of errors of our models.
        "contradiction": _contradiction,
        "unknown_kind": _unknown_kind,
        "unknown_word": _unknown_word,
        "unreadable": _unreadable,
    }
)
"""What is said, by the type of an error."""

# The field already shows the key.
_ABOUT_KEYS: Final = frozenset({"extra_forbidden", "left_blank", "told_twice"})
