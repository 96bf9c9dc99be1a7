"""Where something stands in a dossier: ``achievements[p3].rank``, ``业绩成果[专利-1].排名`` or ``专利-1.排名``."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from reasoner.errors import InputError, Problem, Text
from reasoner.intake.document import DataPath, normalised
from reasoner.intake.shape import ByKey, Group, Many, Shape, alias_of, fields_of, keys_of
from reasoner.intake.text import printable
from reasoner.intake.written import model_of
from reasoner.model.amounts import half_width
from reasoner.model.dossier import Dossier
from reasoner.model.records import Part
from reasoner.model.word import nearest

_STEP: Final = re.compile(r"([^.\[\]]+)(?:\[([^\[\]]*)\])?")


@dataclass(frozen=True)
class Found:
    """The way to a place in the data of a dossier, and what is expected there."""

    path: DataPath
    shape: Shape


def find_address(written: str, data: dict[str, Any], source: str) -> Found:
    """Return where *written* points in *data*, a dossier as `as_written` gives it; nothing need stand there yet.

    Raises:
        InputError: there is no such section, record or field; the message names the nearest.
    """
    try:
        return _Search(written, data, source).found()
    except InputError:
        half = half_width(written)
        if half == written:
            raise
        with suppress(InputError):
            return _Search(half, data, source).found()
        raise


class _Search:
    def __init__(self, written: str, data: dict[str, Any], source: str) -> None:
        self._written = written.strip()
        self._data = data
        self._source = source

    def found(self) -> Found:
        """Return the place, beginning at a section or at the id of a record."""
        sections = keys_of(Dossier)
        first = _STEP.match(self._written)
        if first is None or normalised(first[1].strip()) not in sections:
            start, rest = self._record()
        else:
            start, rest = Found((), Group(Dossier)), self._written
        for name, selected in self._steps(rest):
            start = self._field(start, name)
            if selected is not None:
                start = self._item(start, selected)
        return start

    def _record(self) -> tuple[Found, str]:
        """Return the record whose id the address begins with, and the rest of the address."""
        ids = dict(self._ids())
        for length in range(len(self._written), 0, -1):
            name, rest = self._written[:length], self._written[length:]
            if name in ids and rest[:1] in ("", "."):
                return ids[name], rest[1:]
        known = [*(alias_of(Dossier, name) for name in Dossier.model_fields), *Dossier.model_fields]
        given = self._written.split(".")[0].split("[")[0]
        raise self._refused(
            Text(
                "没有这一节，也没有这个编号的记录",
                "there is no such section, nor a record of this id",
            ),
            given,
            [*ids, *known],
            accepted=[*ids] or known,
        )

    def _ids(self) -> list[tuple[str, Found]]:
        found = []
        for section, shape in fields_of(Dossier).items():
            content = self._data.get(section)
            if isinstance(shape, Many) and isinstance(content, list):
                found += [
                    (one["id"], Found((section, place), shape.inner))
                    for place, one in enumerate(content)
                    if isinstance(one, Mapping) and "id" in one
                ]
            elif isinstance(content, Mapping) and "id" in content and section != "candidate":
                found.append((content["id"], Found((section,), shape)))
        return found

    def _steps(self, rest: str) -> list[tuple[str, str | None]]:
        steps: list[tuple[str, str | None]] = []
        while rest:
            step = _STEP.match(rest)
            if step is None or (rest[step.end() :] and rest[step.end()] != "."):
                raise self._refused(
                    Text("地址应写成“节[编号].项目”", "an address is written as section[id].field"),
                    rest,
                    [],
                    accepted=["achievements[p3].rank", "业绩成果[专利-1].排名"],
                )
            steps.append((step[1].strip(), None if step[2] is None else step[2].strip()))
            rest = rest[step.end() + 1 :]
        return steps

    def _field(self, start: Found, name: str) -> Found:
        model = model_of(start.shape, self._at(start.path))
        if model is None:
            what = Text("要写明是哪一条，如 [1] 或 [编号]", "say which one, as in [1] or [id]")
            raise self._refused(what, name, [])
        field = keys_of(model).get(normalised(name))
        if field is None:
            known = self._keys(model)
            raise self._refused(
                Text("没有这个名称的项目", "there is no such field"), name, known, accepted=known
            )
        return Found((*start.path, field), fields_of(model)[field])

    @staticmethod
    def _keys(model: type[Part]) -> list[str]:
        names = list(model.model_fields)
        return [*(alias_of(model, name) for name in names), *names]

    def _item(self, start: Found, selected: str) -> Found:
        content = self._value(start.path)
        match start.shape:
            case ByKey(_, inner):
                return Found((*start.path, selected.removesuffix("年")), inner)
            case Many(inner):
                items = content if isinstance(content, list) else []
                ids = [one.get("id") for one in items if isinstance(one, Mapping)]
                if selected in ids:
                    return Found((*start.path, ids.index(selected)), inner)
                if selected.isdecimal() and 1 <= int(selected) <= len(items):
                    return Found((*start.path, int(selected) - 1), inner)
                known = [str(name) for name in ids if name] or [
                    str(place) for place in range(1, len(items) + 1)
                ]
                raise self._refused(
                    Text("没有这一条记录", "there is no such record"),
                    selected,
                    known,
                    accepted=known,
                )
        raise self._refused(Text("这里不是列表", "this is not a list"), selected, [])

    def _value(self, path: DataPath) -> object:
        value: Any = self._data
        for step in path:
            if isinstance(value, list) and isinstance(step, int):
                value = value[step]
            else:
                value = value.get(step) if isinstance(value, dict) else None
        return value

    def _at(self, path: DataPath) -> Mapping[str, object]:
        value = self._value(path)
        return value if isinstance(value, Mapping) else {}

    def _refused(
        self, what: Text, given: str, candidates: Sequence[str], accepted: Sequence[str] = ()
    ) -> InputError:
        return InputError(
            [
                Problem(
                    what,
                    source=self._source,
                    field=printable(self._written) if given != self._written else None,
                    value=printable(given),
                    accepted=Text("、".join(accepted), ", ".join(accepted)) if accepted else None,
                    nearest=nearest(given, list(candidates)) if candidates else None,
                )
            ]
        )
