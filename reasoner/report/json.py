"""An answer as JSON: stable, described by the schemas in ``schemas/``."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from reasoner.model.assessment import Assessment, ClauseAnswer
from reasoner.model.procedure_check import ProcedureCheck
from reasoner.model.rule_book import ReadingEntry, Rules


def as_json(
    answer: ClauseAnswer
    | Rules
    | ProcedureCheck
    | Assessment
    | Sequence[Assessment]
    | Sequence[ReadingEntry],
) -> str:
    """Return an object for one answer, an array for several."""
    told = [asdict(one) for one in answer] if isinstance(answer, Sequence) else asdict(answer)
    return json.dumps(told, ensure_ascii=False, indent=2)
