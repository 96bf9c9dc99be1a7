"""``zhicheng schema``: the JSON Schemas of what goes in and what comes out."""

import json
from collections.abc import Callable, Mapping

import click

from reasoner.cli.options import language_option
from reasoner.errors import Language
from reasoner.intake.schema import (
    changes_schema,
    costs_schema,
    dossier_schema,
    notice_schema,
    review_schema,
)
from reasoner.report.schema import (
    assessment_schema,
    impact_schema,
    implication_schema,
    near_schema,
    next_schema,
    policy_check_schema,
    policy_compare_schema,
    procedure_schema,
    repair_schema,
    robust_schema,
    rules_schema,
    score_schema,
    timeline_schema,
    verify_schema,
    what_if_schema,
    why_schema,
)

SCHEMAS: Mapping[str, Callable[[], dict[str, object]]] = {
    "dossier": dossier_schema,
    "notice": notice_schema,
    "review": review_schema,
    "changes": changes_schema,
    "costs": costs_schema,
    "assessment": assessment_schema,
    "why": why_schema,
    "rules": rules_schema,
    "score": score_schema,
    "procedure": procedure_schema,
    "what-if": what_if_schema,
    "verify": verify_schema,
    "robust": robust_schema,
    "next": next_schema,
    "timeline": timeline_schema,
    "repair": repair_schema,
    "near": near_schema,
    "implication": implication_schema,
    "impact": impact_schema,
    "policy-check": policy_check_schema,
    "policy-compare": policy_compare_schema,
}


def command(language: Language) -> click.Command:
    """Return the command in *language*."""

    @click.command(
        "schema",
        help="输出 JSON Schema：申报材料、年度参数、评审记录，或各命令的 JSON 结果。"
        if language == "zh"
        else "Print a JSON Schema: of dossiers, notices, review records, or of what a command answers in JSON.",
    )
    @click.argument("name", type=click.Choice(list(SCHEMAS)), default="dossier")
    @language_option(language)
    def schema(name: str) -> int:
        click.echo(json.dumps(SCHEMAS[name](), ensure_ascii=False, indent=2))
        return 0

    return schema
