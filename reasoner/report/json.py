"""An answer as JSON: stable, described by the schemas in ``schemas/``."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from reasoner.model.assessment import Assessment, ClauseAnswer


def as_json(answer: ClauseAnswer | Assessment | Sequence[Assessment]) -> str:
    """Return an object for one answer, an array for several."""
    told = [asdict(one) for one in answer] if isinstance(answer, Sequence) else asdict(answer)
    return json.dumps(told, ensure_ascii=False, indent=2)
