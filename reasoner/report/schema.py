"""JSON Schemas of what the commands answer in JSON, made from the dataclasses of the answers."""

from typing import Any

from pydantic import TypeAdapter

from reasoner.intake.schema import DIALECT
from reasoner.model.assessment import FORMAT, WHY_FORMAT, Assessment, ClauseAnswer
from reasoner.model.comparison import COMPARISON_FORMAT, Comparison
from reasoner.model.impact import IMPACT_FORMAT, Impact
from reasoner.model.implication import IMPLICATION_FORMAT, Comparisons
from reasoner.model.policy_check import POLICY_CHECK_FORMAT, PolicyCheck
from reasoner.model.procedure_check import PROCEDURE_FORMAT, ProcedureCheck
from reasoner.model.rule_book import RULES_FORMAT, ReadingEntry, Rules

_Schema = dict[str, Any]


def assessment_schema() -> _Schema:
    """Return the JSON Schema of what ``zhicheng assess`` answers: one assessment, or a list."""
    return _schema("判定结果 / assessment", Assessment, FORMAT, listed=Assessment)


def why_schema() -> _Schema:
    """Return the JSON Schema of what ``zhicheng why`` answers."""
    return _schema("条款解释 / why", ClauseAnswer, WHY_FORMAT)


def rules_schema() -> _Schema:
    """Return the JSON Schema of what ``zhicheng rules`` answers: rules, or a list of readings."""
    return _schema("规则书 / rules", Rules, RULES_FORMAT, listed=ReadingEntry)


def procedure_schema() -> _Schema:
    """Return the JSON Schema of what ``zhicheng procedure check`` answers."""
    return _schema("评审程序核对 / procedure", ProcedureCheck, PROCEDURE_FORMAT)


def implication_schema() -> _Schema:
    """Return the JSON Schema of what ``zhicheng policy imply``, ``equal`` and ``disjoint`` answer."""
    return _schema("条件比较 / implication", Comparisons, IMPLICATION_FORMAT)


def impact_schema() -> _Schema:
    """Return the JSON Schema of what ``zhicheng policy impact`` answers."""
    return _schema("修订影响 / impact", Impact, IMPACT_FORMAT)


def policy_check_schema() -> _Schema:
    """Return the JSON Schema of what ``zhicheng policy check`` answers."""
    return _schema("规则检查 / policy check", PolicyCheck, POLICY_CHECK_FORMAT)


def policy_compare_schema() -> _Schema:
    """Return the JSON Schema of what ``zhicheng policy compare`` answers."""
    return _schema("专业比较 / policy compare", Comparison, COMPARISON_FORMAT)


def _schema(title: str, answer: type, name: str, *, listed: type | None = None) -> _Schema:
    """Return the schema of *answer*, whose format is *name*, or of a list of *listed*."""
    kinds = {kind.__name__: kind for kind in (answer, listed) if kind is not None}
    _, shared = TypeAdapter.json_schemas(
        (key, "serialization", TypeAdapter(kind)) for key, kind in kinds.items()
    )
    definitions: dict[str, _Schema] = shared["$defs"]
    for definition in definitions.values():
        _close(definition)
    definitions[answer.__name__]["properties"]["format"] = {"const": name}
    one = _reference(answer)
    many = {"type": "array", "items": _reference(listed)} if listed else None
    return {
        "$schema": DIALECT,
        "title": title,
        **({"anyOf": [one, many]} if many else one),
        "$defs": {key: definitions[key] for key in sorted(definitions)},
    }


def _reference(kind: type) -> _Schema:
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _close(definition: _Schema) -> None:
    """Allow no key but the fields of the dataclass, and drop the titles that only repeat them."""
    definition["additionalProperties"] = False
    definition["description"] = " ".join(definition["description"].split())
    for field in definition["properties"].values():
        field.pop("title", None)
