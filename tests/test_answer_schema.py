"""The JSON Schemas of the answers: valid in themselves, and met by what the commands answer."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from reasoner.assess import assess
from reasoner.intake.dossier import read_dossier
from reasoner.model.assessment import Assessment
from reasoner.report.json import as_json
from reasoner.report.schema import assessment_schema, rules_schema, score_schema, why_schema
from reasoner.rules import rules
from reasoner.score import score
from reasoner.why import why

EXAMPLE = Path(__file__).parent.parent / "examples" / "iot_degree_path.yaml"
TRACK = "iot.senior"
SCHEMAS = [assessment_schema, rules_schema, score_schema, why_schema]
Schema = Callable[[], dict[str, Any]]


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    """Return the assessment of the example."""
    return assess(read_dossier(EXAMPLE))


def validate(answer: object, schema: dict[str, Any]) -> None:
    """Raise unless *answer* is as *schema* says."""
    Draft202012Validator(schema).validate(answer)


@pytest.mark.parametrize("schema", SCHEMAS)
def test_schema_is_valid_and_always_the_same(schema: Schema) -> None:
    """A schema is one of JSON Schema 2020-12, and two calls give the same bytes."""
    Draft202012Validator.check_schema(schema())

    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert json.dumps(schema()) == json.dumps(schema())


@pytest.mark.parametrize("schema", SCHEMAS)
def test_every_object_is_described_and_closed(schema: Schema) -> None:
    """Every kind of object has its docstring for a description, and allows no other key."""
    for name, definition in schema()["$defs"].items():
        assert definition["type"] == "object", name
        assert definition["description"], name
        assert definition["additionalProperties"] is False, name
        assert sorted(definition["required"]) == sorted(definition["properties"]), name


def test_a_clause_holds_clauses() -> None:
    """The tree is recursive, through a definition and not by copies."""
    node = assessment_schema()["$defs"]["Node"]

    assert node["properties"]["parts"]["items"] == {"$ref": "#/$defs/Node"}


def test_one_assessment_and_several_are_valid(assessment: Assessment) -> None:
    """One dossier gives an object, several give an array; the schema takes both."""
    validate(json.loads(as_json(assessment)), assessment_schema())
    validate(json.loads(as_json([assessment, assessment])), assessment_schema())


@pytest.mark.parametrize("clause", ["12.2", "iot.app.4"])
def test_answer_on_one_clause_is_valid(clause: str) -> None:
    """So is what is said of one clause, or of one table."""
    validate(json.loads(as_json(why(read_dossier(EXAMPLE), clause, TRACK))), why_schema())


def test_rules_and_readings_are_valid() -> None:
    """So is the rule book, and the list of readings."""
    found = rules(TRACK, None)

    validate(json.loads(as_json(found)), rules_schema())
    validate(json.loads(as_json(found.readings)), rules_schema())


def mistakes(answer: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield answers that are wrong in one place."""
    yield answer | {"verdict": "perhaps"}
    yield answer | {"format": "zhicheng.why/1"}
    yield answer | {"score": 76}
    yield {key: value for key, value in answer.items() if key != "routes"}
    yield answer | {"tree": answer["tree"] | {"parts": [{"id": "iot.senior.2"}]}}


def test_wrong_answers_are_refused(assessment: Assessment) -> None:
    """Another word, another format, another key, a key left out, a clause without its status."""
    for wrong in mistakes(json.loads(as_json(assessment))):
        with pytest.raises(ValidationError):
            validate(wrong, assessment_schema())


@pytest.mark.parametrize("example", ["iot_self_score.yaml", "iot_many_unknowns.yaml"])
def test_a_score_is_valid(example: str) -> None:
    """So is the ledger of a score."""
    found = score(read_dossier(EXAMPLE.parent / example), TRACK)
    validate(json.loads(as_json(found)), score_schema())
