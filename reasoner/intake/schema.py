"""JSON Schemas of dossiers, notices and review records, for editors and other programs.

They accept both spellings of every key and every spelling of a word as the models list it. What a
schema cannot say is left to the reader of dossiers: dates of the calendar, sums of money, one
field against another; and the reader also takes words in other width or case.
"""

import json
from typing import Any, Final

from reasoner.intake.shape import (
    ByKey,
    Group,
    Many,
    OneOf,
    Shape,
    Value,
    alias_of,
    fields_of,
    kind_word,
    required,
)
from reasoner.model.changes import Changes
from reasoner.model.costs import Costs
from reasoner.model.dossier import Dossier
from reasoner.model.notice import Notice
from reasoner.model.procedure import ReviewRecord
from reasoner.model.records import Part
from reasoner.model.word import Word

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

_Schema = dict[str, Any]


def dossier_schema() -> dict[str, Any]:
    """Return the JSON Schema of a dossier."""
    return _schema(Dossier, "职称申报材料 / dossier")


def notice_schema() -> dict[str, Any]:
    """Return the JSON Schema of a notice."""
    return _schema(Notice, "年度通知 / notice")


def changes_schema() -> dict[str, Any]:
    """Return the JSON Schema of a file of changes."""
    return _schema(Changes, "改动 / changes")


def costs_schema() -> dict[str, Any]:
    """Return the JSON Schema of a table of costs."""
    return _schema(Costs, "代价表 / costs")


def review_schema() -> dict[str, Any]:
    """Return the JSON Schema of the record of a review."""
    return _schema(ReviewRecord, "评审记录 / review")


def _schema(model: type[Part], title: str) -> _Schema:
    definitions: dict[str, _Schema] = {}
    top = _group(model, definitions)
    return {
        "$schema": DIALECT,
        "title": title,
        **top,
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }


def _of(shape: Shape, definitions: dict[str, _Schema]) -> _Schema:
    match shape:
        case Group(model):
            return _reference(model, definitions)
        case OneOf(models):
            return {"oneOf": [_reference(model, definitions) for model in models.values()]}
        case ByKey(key, inner):
            return {
                "type": "object",
                "propertyNames": key.json_schema(),
                "additionalProperties": _or_null(_of(inner, definitions)),
            }
        case Many():
            return _list(shape, definitions)
        case Value():
            return _value(shape, definitions)


def _list(shape: Many, definitions: dict[str, _Schema]) -> _Schema:
    one = _of(shape.inner, definitions)
    many: _Schema = {"type": "array", "items": one}
    if shape.least:
        many["minItems"] = shape.least
    if shape.most is not None:
        many["maxItems"] = shape.most
    return {"anyOf": [one, many]} if shape.or_one else many


def _value(shape: Value, definitions: dict[str, _Schema]) -> _Schema:
    if shape.vocabulary is None:
        return shape.json_schema()
    words = _words(shape.vocabulary, definitions)
    return words if shape.only_words else {"anyOf": [shape.json_schema(), words]}


def _words(vocabulary: type[Word], definitions: dict[str, _Schema]) -> _Schema:
    name = f"words.{vocabulary.__name__}"
    if name not in definitions:
        spellings = [one for word in vocabulary for one in _spellings(word)]
        definitions[name] = {"enum": list(dict.fromkeys(spellings).keys())}
    return {"$ref": f"#/$defs/{name}"}


def _spellings(word: Word) -> list[object]:
    """Return the spellings of *word*; a file may leave the quotation marks of ``985`` out."""
    written = (word.value, word.zh, word.en, *word.aliases)
    bare = [json.loads(one) for one in written if one in {"true", "false"} or one.isdecimal()]
    return [*written, *bare]


def _reference(model: type[Part], definitions: dict[str, _Schema]) -> _Schema:
    name = model.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _group(model, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _group(model: type[Part], definitions: dict[str, _Schema]) -> _Schema:
    """Return the schema of the fields of *model*, each under one of its two keys."""
    properties: dict[str, _Schema] = {}
    exclusive: dict[str, _Schema] = {}
    needed: list[_Schema] = []
    for name, shape in fields_of(model).items():
        alias, of_field = alias_of(model, name), _field(model, name, shape, definitions)
        properties |= {alias: of_field, name: of_field}
        exclusive[alias] = {"not": {"required": [name]}}
        if required(model, name):
            needed.append({"anyOf": [{"required": [alias]}, {"required": [name]}]})
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "dependentSchemas": exclusive,
        **({"allOf": needed} if needed else {}),
    }


def _field(model: type[Part], name: str, shape: Shape, definitions: dict[str, _Schema]) -> _Schema:
    kind = kind_word(model) if name == "kind" else None
    if kind is not None:
        return {"enum": list(dict.fromkeys(_spellings(kind)).keys())}
    schema = _of(shape, definitions)
    return schema if required(model, name) else _or_null(schema)


def _or_null(schema: _Schema) -> _Schema:
    """Return *schema* or null, which means not told."""
    return {"anyOf": [schema, {"type": "null"}]}
