"""An answer as JSON: stable, described by the schemas in ``schemas/``."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from reasoner.model.assessment import Assessment, ClauseAnswer
from reasoner.model.comparison import Comparison
from reasoner.model.difference import Difference
from reasoner.model.impact import Impact
from reasoner.model.implication import Comparisons
from reasoner.model.next_points import NextPoints
from reasoner.model.policy_check import PolicyCheck
from reasoner.model.procedure_check import ProcedureCheck
from reasoner.model.repairs import NearTracks, Repairs
from reasoner.model.robustness import Robustness
from reasoner.model.rule_book import ReadingEntry, Rules
from reasoner.model.score import Score
from reasoner.model.timeline import Timeline
from reasoner.model.verification import Verification

Answer = Difference | Verification | Robustness | NextPoints | Timeline | Repairs | NearTracks


def as_json(
    answer: ClauseAnswer
    | Rules
    | ProcedureCheck
    | Score
    | PolicyCheck
    | Comparison
    | Comparisons
    | Impact
    | Assessment
    | Answer
    | Sequence[Assessment]
    | Sequence[Answer]
    | Sequence[ReadingEntry],
) -> str:
    """Return an object for one answer, an array for several."""
    told = [asdict(one) for one in answer] if isinstance(answer, Sequence) else asdict(answer)
    return json.dumps(told, ensure_ascii=False, indent=2)
