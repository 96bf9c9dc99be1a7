"""Changes applied to a dossier: fields set, records added and dropped, in the caller's own words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from reasoner.errors import InputError, Problem, Text
from reasoner.intake.address import Found, find_address
from reasoner.intake.document import DataPath, Document, Place, normalised, read_text
from reasoner.intake.dossier import dossier_from_document, read_changes
from reasoner.intake.shape import Many, OneOf, alias_of, fields_of, keys_of
from reasoner.intake.text import printable
from reasoner.intake.written import as_written
from reasoner.model.achievements.kinds import Kind
from reasoner.model.changes import Changes
from reasoner.model.dossier import Dossier
from reasoner.model.fields import MAX_TEXT
from reasoner.model.word import find_word, nearest

_SET: Final = "--set"
_ADD: Final = "--add"
_DROP: Final = "--drop"
_RECORD: Final = re.compile(r"([^{}]+?)\s*(\{.*\})\s*", re.DOTALL)
_VALUE: Final = "value"
_FULL_EQUALS: Final = re.compile("^([^=]*?)\uff1d")
_HALF_SIGNS: Final = str.maketrans({"\uff5b": "{", "\uff5d": "}", "：": ": ", "，": ", "})


@dataclass(frozen=True)
class _Touched:
    """A place in the data that a change has touched, and how the caller wrote it."""

    dotted: str
    source: str
    written: str


def apply_changes(
    dossier: Dossier, changes: Changes, written: Mapping[str, Any] | None = None
) -> Dossier:
    """Return *dossier* as it is with *changes*: what is dropped first, then what is set, then what is added.

    An empty value makes a fact untold. Determinations on a dropped record go with it. Whoever changes one dossier many
    times hands over what `as_written` makes of it.

    Raises:
        InputError: every change that cannot be made, or that makes the dossier contradict itself.
    """
    if not (changes.set or changes.add or changes.drop):
        return dossier
    return _Changing(dossier, written=written).changed(changes)


def without_records(dossier: Dossier, addresses: Iterable[str]) -> Dossier:
    """Return *dossier* without the records at *addresses*, ids or places.

    Raises:
        InputError: there is no such record.
    """
    dropped = tuple(addresses)
    if not dropped:
        what = Text("没有写明划掉哪些记录", "no record is named")
        raise InputError([Problem(what, source="--strike", accepted=Text("a3,p7", "a3,p7"))])
    return _Changing(dossier, drop="--strike").changed(Changes(drop=dropped))


def _copied(written: Any) -> Any:  # noqa: ANN401 - mappings, lists and text in each other
    """Return a copy that shares nothing but text."""
    if isinstance(written, dict):
        return {key: _copied(value) for key, value in written.items()}
    return [_copied(value) for value in written] if isinstance(written, list) else written


class _Changing:
    def __init__(
        self, dossier: Dossier, drop: str = _DROP, written: Mapping[str, Any] | None = None
    ) -> None:
        self._name = dossier.candidate.id
        self._data = as_written(dossier) if written is None else _copied(written)
        self._touched: list[_Touched] = []
        self._drop_option = drop

    def changed(self, changes: Changes) -> Dossier:
        problems: list[Problem] = []
        self._drop(changes.drop, problems)
        for change, lines in ((self._set, changes.set), (self._add, changes.add)):
            for line in lines:
                try:
                    change(line)
                except InputError as error:
                    problems += error.problems
        if problems:
            raise InputError(problems)
        document = Document(self._data, {(): Place(1, 1)}, {}, self._name)
        try:
            return dossier_from_document(document)
        except InputError as error:
            raise InputError([self._as_written(one) for one in error.problems]) from None

    def _drop(self, addresses: Iterable[str], problems: list[Problem]) -> None:
        """Take away what stands at *addresses*, found before anything moves."""
        found: list[DataPath] = []
        for written in addresses:
            try:
                place = find_address(written, self._data, self._drop_option)
                self._refuse_required(place, written)
            except InputError as error:
                problems += error.problems
            else:
                found.append(place.path)
        dropped = {self._at(path).get("id") for path in found} - {None}
        for path in sorted(set(found), key=_later_first):
            if not (isinstance(path[-1], int) and path[:-1] in found):
                self._delete(path)
        told = self._data.get("determinations", [])
        self._data["determinations"] = [one for one in told if one.get("record") not in dropped]

    def _refuse_required(self, place: Found, written: str) -> None:
        if place.path[:1] in (("candidate",), ("format",)):
            what = Text("必填，不能去掉", "is required and cannot be dropped")
            raise InputError([Problem(what, source=self._drop_option, value=printable(written))])

    def _set(self, line: str) -> None:
        address, equals, told = _FULL_EQUALS.sub(r"\1=", line).partition("=")
        if not equals:
            accepted = Text("专利-1.排名=2", "achievements[p3].rank=2")
            what = Text("修改应写成“地址=值”", "a change is written as address=value")
            raise InputError([Problem(what, source=_SET, value=printable(line), accepted=accepted)])
        found = find_address(address, self._data, _SET)
        self._touched.append(_Touched(_dotted(found.path), _SET, address.strip()))
        if told.strip():
            self._put(found.path, parsed_value(told.strip(), _SET))
        else:
            self._delete(found.path)

    def _add(self, line: str) -> None:
        section, told = added_record(line)
        content = self._data.setdefault(section, [])
        name = _half_if_none(line, "{").partition("{")[0].strip()
        self._touched.append(_Touched(_dotted((section, len(content))), _ADD, name))
        content.append(told)

    def _at(self, path: DataPath) -> Mapping[str, Any]:
        value: Any = self._data
        for step in path:
            value = value.get(step, {}) if isinstance(value, dict) else value[step]
        return value if isinstance(value, dict) else {}

    def _put(self, path: DataPath, value: object) -> None:
        inner: Any = self._data
        for step in path[:-1]:
            inner = inner.setdefault(step, {}) if isinstance(inner, dict) else inner[step]
        inner[path[-1]] = value

    def _delete(self, path: DataPath) -> None:
        inner: Any = self._data
        for step in path[:-1]:
            inner = inner.get(step, {}) if isinstance(inner, dict) else inner[step]
        if isinstance(path[-1], int):
            del inner[path[-1]]
        else:
            inner.pop(path[-1], None)

    def _as_written(self, problem: Problem) -> Problem:
        """Return *problem* with the change that it comes from in the place of a line."""
        field = problem.field or ""
        for one in self._touched:
            if field == one.dotted or field.startswith((f"{one.dotted}.", f"{one.dotted}[")):
                rest = field.removeprefix(one.dotted)
                return replace(
                    problem, source=one.source, line=None, column=None, field=one.written + rest
                )
        return replace(problem, line=None, column=None)


def _half_if_none(line: str, sign: str) -> str:
    """Return *line* with half-width signs of a record unless it has *sign* already."""
    return line if sign in line else line.translate(_HALF_SIGNS)


def added_record(line: str) -> tuple[str, dict[str, object]]:
    """Return the section that ``kind{...}`` belongs to, and what the record tells, as somebody wrote it.

    Raises:
        InputError: it has not this form, or there is no such kind.
    """
    record = _RECORD.fullmatch(_half_if_none(line, "{").strip())
    if record is None:
        accepted = Text("论文{作者身份: 第一作者}", "paper{authorship: first_author}")
        what = Text("增加应写成“类别{…}”", "a record is written as kind{...}")
        raise InputError([Problem(what, source=_ADD, value=printable(line), accepted=accepted)])
    name, body = record[1].strip(), parsed_value(record[2], _ADD)
    told = body if isinstance(body, dict) else {}
    kind = find_word(Kind, name)
    if kind is None:
        return _section(name), told
    return "achievements", {"kind": kind.value, **told}


def _section(name: str) -> str:
    """Return the section that has a list of records and is called *name*."""
    found = keys_of(Dossier).get(normalised(name))
    lists = [
        section
        for section, shape in fields_of(Dossier).items()
        if isinstance(shape, Many) and not isinstance(shape.inner, OneOf)
    ]
    if found in lists:
        return found
    known = [
        *(kind.zh for kind in Kind),
        *(alias_of(Dossier, section) for section in lists),
    ]
    english = [*(kind.value for kind in Kind), *lists]
    raise InputError(
        [
            Problem(
                Text("没有这一类记录", "there is no such kind of record"),
                source=_ADD,
                value=printable(name),
                accepted=Text("、".join(known), ", ".join(english)),
                nearest=nearest(name, [*known, *english]),
            )
        ]
    )


def parsed_value(told: str, source: str) -> object:
    """Return a value as a dossier would have it: a list or a mapping in brackets, or else text.

    Raises:
        InputError: a bracket or a quotation mark is not closed.
    """
    if told[0] not in "[{\"'":
        return told
    return _copied(_read_value(told, source))


# Questions apply the same changes over and over.
@lru_cache(maxsize=1024)
def _read_value(told: str, source: str) -> object:
    try:
        return read_text(f"{_VALUE}: {told}", source).data[_VALUE]
    except InputError as error:
        places = [replace(one, line=None, column=None) for one in error.problems]
        raise InputError(
            [replace(one, value=one.value or printable(told)) for one in places]
        ) from None


def _later_first(path: DataPath) -> int:
    """Return what sorts the items of a list from the last to the first, so that none moves before its turn."""
    return -path[-1] if isinstance(path[-1], int) else 0


def _dotted(path: DataPath) -> str:
    steps = (f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


def changes_of(set_: Iterable[str], add: Iterable[str], drop: Iterable[str]) -> Changes:
    """Return the changes that the lines of these options tell.

    Raises:
        InputError: every line that is empty or too long.
    """
    lines = {_SET: tuple(set_), _ADD: tuple(add), _DROP: tuple(drop)}
    problems = [
        Problem(
            Text("为空或太长", "is empty or too long"),
            source=option,
            value=printable(line),
            accepted=Text(f"1 到 {MAX_TEXT} 字", f"1 to {MAX_TEXT} characters"),
        )
        for option, told in lines.items()
        for line in told
        if not 0 < len(line.strip()) <= MAX_TEXT
    ]
    if problems:
        raise InputError(problems)
    return Changes(set=lines[_SET], add=lines[_ADD], drop=lines[_DROP])


def changes_from(path: Path | None, told: Changes) -> Changes:
    """Return the changes in the file at *path* followed by those *told*.

    Raises:
        InputError: the file cannot be read.
    """
    if path is None:
        return told
    read = read_changes(path)
    return Changes(
        set=(*read.set, *told.set),
        add=(*read.add, *told.add),
        drop=(*read.drop, *told.drop),
        as_of=told.as_of or read.as_of,
        readings=(*read.readings, *told.readings),
    )
