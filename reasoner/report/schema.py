"""JSON Schemas of what the commands answer in JSON, made from the dataclasses of the answers."""

from typing import Any

from pydantic import TypeAdapter

from reasoner.intake.schema import DIALECT
from reasoner.model.assessment import FORMAT, WHY_FORMAT, Assessment, ClauseAnswer
from reasoner.model.comparison import COMPARISON_FORMAT, Comparison
from reasoner.model.difference import WHAT_IF_FORMAT, Difference
from reasoner.model.impact import IMPACT_FORMAT, Impact
from reasoner.model.implication import IMPLICATION_FORMAT, Comparisons
from reasoner.model.next_points import NEXT_FORMAT, NextPoints
from reasoner.model.policy_check import POLICY_CHECK_FORMAT, PolicyCheck
from reasoner.model.procedure_check import PROCEDURE_FORMAT, ProcedureCheck
from reasoner.model.repairs import NEAR_FORMAT, REPAIR_FORMAT, NearTracks, Repairs
from reasoner.model.robustness import ROBUST_FORMAT, Robustness
from reasoner.model.rule_book import RULES_FORMAT, ReadingEntry, Rules
from reasoner.model.score import SCORE_FORMAT, Score
from reasoner.model.timeline import TIMELINE_FORMAT, Timeline
from reasoner.model.verification import VERIFY_FORMAT, Verification

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


def score_schema() -> _Schema:
    """Return the JSON Schema of what ``zhicheng score`` answers."""
    return _schema("量化赋分 / score", Score, SCORE_FORMAT)


def what_if_schema() -> _Schema:
    """Return the JSON Schema of what ``zhicheng what-if`` answers."""
    return _schema("假如 / what if", Difference, WHAT_IF_FORMAT)


def verify_schema() -> _Schema:
    """Return the JSON Schema of what ``zhicheng verify`` answers."""
    return _schema("要核实的材料 / verify", Verification, VERIFY_FORMAT)


def robust_schema() -> _Schema:
    """Return the JSON Schema of what ``zhicheng robust`` answers."""
    return _schema("结论取决于什么 / robust", Robustness, ROBUST_FORMAT)


def next_schema() -> _Schema:
    """Return the JSON Schema of what ``zhicheng next`` answers."""
    return _schema("先弄清什么 / next", NextPoints, NEXT_FORMAT)


def timeline_schema() -> _Schema:
    """Return the JSON Schema of what ``zhicheng timeline`` answers: a timeline, or one a track."""
    return _schema("时间轴 / timeline", Timeline, TIMELINE_FORMAT, listed=Timeline)


def repair_schema() -> _Schema:
    """Return the JSON Schema of what ``zhicheng repair`` answers for one track."""
    return _schema("怎样才符合 / repair", Repairs, REPAIR_FORMAT)


def near_schema() -> _Schema:
    """Return the JSON Schema of what ``zhicheng repair`` answers for several tracks."""
    schema = _schema("最接近的轨道 / near tracks", NearTracks, NEAR_FORMAT)
    schema["$defs"]["Repairs"]["properties"]["format"] = {"const": REPAIR_FORMAT}
    return schema


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
    definition["required"] = list(definition["properties"])
    definition["description"] = " ".join(definition["description"].split())
    for field in definition["properties"].values():
        field.pop("title", None)
