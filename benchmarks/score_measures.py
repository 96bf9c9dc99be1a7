"""How long the score takes: the ledger of one dossier, of sixty projects with choices, and a thousand self-scores."""

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks.dossiers import dossiers
from benchmarks.figure import Figure
from reasoner.assess import DEFAULT_TRACK, prepare
from reasoner.evaluate import evaluate
from reasoner.intake.dossier import read_dossier
from reasoner.model.dossier import Dossier
from reasoner.score import score
from reasoner.scoring.totals import self_scores

LINES = (
    "system_design",
    "sensing_control",
    "platform_integration",
    "edge_computing",
    "consulting",
)
MANY = 1000


def sixty_projects() -> Dossier:
    """Return a dossier of sixty projects, each of which fits two lines of business."""
    told = [
        {
            "kind": "project",
            "fields": ["iot"],
            "evidence": ["x"],
            "rank": 1 + place % 10,
            "amount": (1, 30, 100)[place % 3],
            "level": "none",
            "sub_topic": "no",
            "initiation": "commissioned",
            "team_size": 5,
            "business_lines": [LINES[place % 5], LINES[(place + 1 + place // 5) % 5]],
            "start": "2023-01-01",
            "end": "2024-12-31",
        }
        for place in range(60)
    ]
    return Dossier.model_validate({"candidate": {"id": "sixty"}, "achievements": told})


def measure_score(seed: int, example: Path, rounds: int) -> list[Figure]:
    """Return the figures of the score, each the median of *rounds*."""
    setting, _ = prepare(DEFAULT_TRACK)
    usual, sixty = read_dossier(example), sixty_projects()
    crowd = dossiers(seed, MANY)
    score(usual)
    together = _seconds(lambda: self_scores(crowd, setting))
    without = _seconds(lambda: evaluate(crowd, setting))
    return [
        Figure(
            "The score ledger of the example",
            median(_seconds(lambda: score(usual)) for _ in range(rounds)),
            "s",
        ),
        Figure(
            "The score ledger of sixty projects with choices",
            median(_seconds(lambda: score(sixty)) for _ in range(rounds)),
            "s",
            2,
        ),
        Figure(f"Self-scores of {MANY:,} dossiers, each", together / MANY * 1000, "ms"),
        Figure("The same / their verdicts without it", together / without, "×"),
    ]


def _seconds(run: Callable[[], object]) -> float:
    before = time.process_time()
    run()
    return time.process_time() - before
