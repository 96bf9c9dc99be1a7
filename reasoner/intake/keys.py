"""A document whose keys are the names of the fields, and the way back to what the caller wrote."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from reasoner.intake.document import DataPath, Document, normalised
from reasoner.intake.shape import (
    ByKey,
    Group,
    Many,
    OneOf,
    Shape,
    Value,
    alias_of,
    fields_of,
    keys_of,
)
from reasoner.model.achievements import kind_of
from reasoner.model.records import Part

_UNKNOWN = Value(None)


@dataclass(frozen=True)
class Fault:
    """Something wrong at *path*, a path of the document as the caller wrote it.

    *kind* is a type of error of pydantic, of the models or of this module. *at_key* faults lie in
    the key and not in the value; *missing* names the key of *owner* that is not there.
    """

    kind: str
    path: DataPath
    at_key: bool = False
    context: Mapping[str, Any] = field(default_factory=dict)
    shape: Shape = _UNKNOWN
    owner: type[Part] | None = None
    missing: str | None = None


@dataclass
class Named:
    """The *data* of a document by names of fields, without nulls: what is null is not told.

    *written* has the path in the document of every value of *data*, *blank* that of every null.
    """

    document: Document
    data: dict[str, object] = field(default_factory=dict)
    written: dict[DataPath, DataPath] = field(default_factory=dict)
    blank: dict[DataPath, DataPath] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def path_written(self, path: DataPath) -> DataPath:
        """Return the path in the document of what is at *path* in the data, or around it."""
        length = next(size for size in range(len(path), -1, -1) if path[:size] in self.written)
        return self.written[path[:length]]


def with_names(document: Document, model: type[Part]) -> Named:
    """Return *document* with the keys that *model* has for them; unknown keys stay as they are."""
    named = Named(document)
    named.written[()] = ()
    named.data = _group(document.data, model, (), (), named)
    return named


def _value(value: object, shape: Shape, path: DataPath, written: DataPath, named: Named) -> object:
    named.written[path] = written
    match shape, value:
        case Group(model), dict():
            return _group(value, model, path, written, named)
        case OneOf(), dict():
            return _group(value, _model_named_in(value, shape), path, written, named)
        case ByKey(), dict():
            return _by_key(value, shape, path, written, named)
        case Many(inner), list():
            return _list(value, inner, path, written, named)
    return value


def _list(
    values: list[object], inner: Shape, path: DataPath, written: DataPath, named: Named
) -> list[object]:
    kept: list[object] = []
    for index, value in enumerate(values):
        if value is None:
            named.faults.append(Fault("blank_item", (*written, index)))
            continue
        kept.append(_value(value, inner, (*path, len(kept)), (*written, index), named))
    return kept


def _group(
    values: dict[str, object],
    model: type[Part],
    path: DataPath,
    written: DataPath,
    named: Named,
) -> dict[str, object]:
    keys, shapes = keys_of(model), fields_of(model)
    first: dict[object, str] = {}
    kept: dict[str, object] = {}
    for key, value in values.items():
        name = keys.get(normalised(key), key)
        if _is_first(name, key, first, written, named):
            shape = shapes.get(name, _UNKNOWN)
            kept |= _entry(value, shape, (*path, name), (*written, key), named)
    return kept


def _by_key(
    values: dict[str, object], shape: ByKey, path: DataPath, written: DataPath, named: Named
) -> dict[str, object]:
    first: dict[object, str] = {}
    kept: dict[str, object] = {}
    for key, value in values.items():
        if _is_first(_read_or_raw(shape.key, key), key, first, written, named):
            kept |= _entry(value, shape.inner, (*path, key), (*written, key), named)
    return kept


def _read_or_raw(shape: Value, key: str) -> object:
    try:
        return shape.reader.validate_python(key)
    except ValidationError:
        return key


def _is_first(
    meaning: object, key: str, first: dict[object, str], written: DataPath, named: Named
) -> bool:
    """Tell whether nothing with this *meaning* came before *key*; note it if something did."""
    known = first.setdefault(meaning, key)
    if known is key:
        return True
    lines = [named.document.place_of((*written, one), key=True).line for one in (known, key)]
    context = {"known": known, "lines": lines}
    named.faults.append(Fault("told_twice", (*written, key), at_key=True, context=context))
    return False


def _entry(
    value: object, shape: Shape, path: DataPath, written: DataPath, named: Named
) -> dict[str, object]:
    """Return one entry of a mapping, none for a null under a known key."""
    if value is None and shape is not _UNKNOWN:
        named.blank[path] = written
        return {}
    return {str(path[-1]): _value(value, shape, path, written, named)}


def _model_named_in(values: dict[str, object], shape: OneOf) -> type[Part]:
    """Return the model of the kind that *values* name; if there is none, that of all kinds."""
    any_model = next(iter(shape.models.values()))
    alias = alias_of(any_model, "kind")
    named = {normalised(key): value for key, value in values.items()}
    kind = kind_of({key: named.get(key) for key in ("kind", alias)})
    return shape.models[kind] if kind else any_model


def faults_of(error: ValidationError, model: type[Part], named: Named) -> list[Fault]:
    """Return the faults that pydantic found in the data of *named*."""
    found: list[Fault] = []
    for detail in error.errors(include_url=False, include_input=False):
        context = detail.get("ctx", {})
        for one in (context, *context.get("more", ())):
            steps = str(one["field"]).split(".") if one.get("field") else []
            inner = tuple(int(step) if step.isdecimal() else step for step in steps)
            found.append(_fault(detail["type"], (*detail["loc"], *inner), one, model, named))
    return [fault for fault in found if not _follows(fault, named)]


def _fault(
    kind: str, loc: DataPath, context: Mapping[str, Any], model: type[Part], named: Named
) -> Fault:
    path, shape, owner = _followed(loc, model)
    if kind == "unknown_kind" and isinstance(shape, OneOf):
        kind, path, owner = _kind_of_fault(path, shape, named)
    if path in named.blank:
        return Fault("left_blank", named.blank[path], at_key=True)
    if kind == "missing":
        return Fault(kind, named.path_written(path[:-1]), owner=owner, missing=str(path[-1]))
    at_key = kind == "extra_forbidden" or loc[-1:] == ("[key]",)
    return Fault(kind, named.path_written(path), at_key, context, shape, owner)


def _follows(fault: Fault, named: Named) -> bool:
    """Tell whether a list is only too short because pydantic leaves wrong items out of account."""
    items = value_at(named.document, fault.path) if fault.kind == "too_short" else None
    return isinstance(items, list) and len(items) >= fault.context["min_length"]


def _kind_of_fault(
    path: DataPath, shape: OneOf, named: Named
) -> tuple[str, DataPath, type[Part] | None]:
    """Tell whether the kind of the achievement at *path* is unknown or missing, or it is none."""
    any_model = next(iter(shape.models.values()))
    inner = (*path, "kind")
    if inner in named.written:
        return "unknown_kind", inner, None
    if isinstance(value_at(named.document, named.path_written(path)), dict):
        return "missing", inner, any_model
    return "model_type", path, None


def value_at(document: Document, path: DataPath) -> object:
    """Return what *document* has at *path*."""
    value: Any = document.data
    for step in path:
        value = value[step]
    return value


def _followed(loc: DataPath, model: type[Part]) -> tuple[DataPath, Shape, type[Part] | None]:
    """Return the path in the data that *loc* means, its shape, and the model it is a field of.

    Pydantic puts the kind of an achievement and ``[key]`` between the steps.
    """
    path: DataPath = ()
    shape: Shape = Group(model)
    owner: type[Part] | None = None
    for step in loc:
        match shape:
            case OneOf(models) if step in models:
                shape = Group(models[str(step)])
                continue
            case Group(inner):
                owner, shape = inner, fields_of(inner).get(str(step), _UNKNOWN)
            case Many(element) | ByKey(_, element) if step != "[key]":
                owner, shape = None, element
            case _ if step == "[key]":
                continue
            case _:
                shape = _UNKNOWN
        path = (*path, step)
    return path, shape, owner
