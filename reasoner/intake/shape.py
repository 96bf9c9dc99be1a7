"""What the models expect at each place of a document: a value, a list, a year, a record.

The models are the only source; whatever reads, explains or prints a document walks these shapes.
"""

import types
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import MaxLen, MinLen
from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from reasoner.intake.document import normalised
from reasoner.model.achievements.kinds import Achievement, Kind
from reasoner.model.fields import ONE_OR_MORE
from reasoner.model.records import Part
from reasoner.model.word import Word


@dataclass(frozen=True)
class Value:
    """A single value: a word of *vocabulary*, something else that *annotation* reads, or either.

    *constant* is the only value there can be.
    """

    annotation: Any
    vocabulary: type[Word] | None = None
    only_words: bool = False
    constant: str | None = None

    @cached_property
    def reader(self) -> TypeAdapter[Any]:
        """What reads such a value by itself."""
        return TypeAdapter(self.annotation)

    def json_schema(self) -> dict[str, Any]:
        """Return what the model says about values that are no words."""
        return self.reader.json_schema()


@dataclass(frozen=True)
class Many:
    """A list of *least* to *most* items; if *or_one*, a single one stands for a list of one."""

    inner: "Shape"
    or_one: bool = False
    least: int = 0
    most: int | None = None


@dataclass(frozen=True)
class ByKey:
    """A mapping whose keys are values themselves, such as years."""

    key: Value
    inner: "Shape"


@dataclass(frozen=True)
class Group:
    """A mapping with the fields of *model*."""

    model: type[Part]


@dataclass(frozen=True)
class OneOf:
    """A mapping with the fields of the model that its ``kind`` names."""

    models: Mapping[str, type[Achievement]]


Shape = Value | Many | ByKey | Group | OneOf


@cache
def fields_of(model: type[Part]) -> Mapping[str, Shape]:
    """Return the shape of each field of *model*, by its English name."""
    return {name: _field_shape(field) for name, field in model.model_fields.items()}


@cache
def keys_of(model: type[Part]) -> Mapping[str, str]:
    """Return the field that each key, Chinese or English, stands for."""
    return {
        normalised(key): name
        for name, field in model.model_fields.items()
        for key in (field.alias or name, name)
    }


def alias_of(model: type[Part], name: str) -> str:
    """Return the Chinese key of the field *name*."""
    return model.model_fields[name].alias or name


def required(model: type[Part], name: str) -> bool:
    """Tell whether the field *name* must be given; every achievement must name its kind."""
    if name == "kind" and issubclass(model, Achievement):
        return True
    return model.model_fields[name].is_required()


def kind_word(model: type[Part]) -> Kind | None:
    """Return the kind of achievement that *model* is, or None if it is none."""
    kind = model.kind_of_record if issubclass(model, Achievement) else None
    return next((word for word in Kind if word.value == kind), None)


def _field_shape(field: FieldInfo) -> Shape:
    # Pydantic takes the outermost annotations apart.
    whole: Any = field.annotation
    for annotation in field.metadata:
        whole = Annotated[whole, annotation]
    return _shape(whole)


def _shape(annotation: Any) -> Shape:  # noqa: ANN401 - a type is anything
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _annotated(annotation)
    if origin in (Union, types.UnionType):
        return _union(tuple(one for one in arguments if one is not type(None)))
    if origin is tuple:
        return Many(_shape(arguments[0]))
    if origin is dict:
        return ByKey(_value(arguments[0]), _shape(arguments[1]))
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return Group(annotation)
    return _value(annotation)


def _value(annotation: Any) -> Value:  # noqa: ANN401 - a type is anything
    if get_origin(annotation) is Annotated:
        return replace(_value(annotation.__origin__), annotation=annotation)
    if get_origin(annotation) is Literal:
        return Value(annotation, constant=get_args(annotation)[0])
    if isinstance(annotation, type) and issubclass(annotation, Word):
        return Value(annotation, annotation, only_words=True)
    return Value(annotation)


def _annotated(annotation: Any) -> Shape:  # noqa: ANN401 - a type is anything
    inner = _shape(annotation.__origin__)
    if isinstance(inner, Value):
        return replace(inner, annotation=annotation)
    if isinstance(inner, Many):
        return _limited(inner, annotation.__metadata__)
    return inner


def _limited(shape: Many, metadata: tuple[object, ...]) -> Many:
    for one in metadata:
        if isinstance(one, MinLen):
            shape = replace(shape, least=one.min_length)
        elif isinstance(one, MaxLen):
            shape = replace(shape, most=one.max_length)
    return replace(shape, or_one=ONE_OR_MORE in metadata)


def _union(members: tuple[Any, ...]) -> Shape:
    shapes = tuple(_shape(member) for member in members)
    if len(shapes) == 1:
        return shapes[0]
    models = [shape.model for shape in shapes if isinstance(shape, Group)]
    if models:
        return OneOf({m.kind_of_record: m for m in models if issubclass(m, Achievement)})
    words = [shape.vocabulary for shape in shapes if isinstance(shape, Value) and shape.vocabulary]
    return Value(Union[members], words[0] if words else None)  # noqa: UP007 - known at run time only
