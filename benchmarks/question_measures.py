"""How long the questions take after a verdict, against one warm assessment of the same dossier."""

import gc
import time
from collections.abc import Callable, Sequence
from functools import partial
from statistics import median
from typing import Final

from benchmarks.dossiers import dossiers
from benchmarks.figure import Figure
from reasoner.answer import Status
from reasoner.assess import DEFAULT_TRACK, assess, prepare
from reasoner.evaluate import evaluate
from reasoner.model.changes import Changes
from reasoner.model.dossier import Dossier
from reasoner.questions.ask import ask_next
from reasoner.questions.repair import repair
from reasoner.questions.robust import robust
from reasoner.questions.timeline import timeline
from reasoner.questions.verify import verify
from reasoner.questions.what_if import Trial

AMONG: Final = 1000
EACH: Final = 3
"""Dossiers of each verdict."""


def measure_questions(seed: int, rounds: int) -> list[Figure]:
    """Return the figures of the questions, each the median of *rounds* and of the dossiers with that verdict.

    Every answer is proven, or nothing is timed.
    """
    by_verdict = _by_verdict(dossiers(seed, AMONG))
    unmet, open_, met = (by_verdict[status] for status in ("unmet", "undetermined", "met"))
    for one in (*unmet, *open_):
        assert repair(one).proven
    return [
        Figure(
            "A change in `what-if --interactive` / one warm assessment",
            _ratio(_change, [*unmet, *met], rounds),
            "×",
            2,
        ),
        Figure(
            "Repair with proof, who is not eligible / one warm assessment",
            _ratio(_repair, unmet, rounds),
            "×",
            2,
        ),
        Figure("Repair, who is not eligible", _median(repair, unmet, rounds), "s", 1),
        Figure(
            "Repair with proof, who is undetermined / one warm assessment",
            _ratio(_repair, open_, rounds),
            "×",
            2,
        ),
        Figure("Repair, who is undetermined", _median(repair, open_, rounds), "s", 1),
        Figure("Next, who is undetermined", _median(ask_next, open_, rounds), "s", 1),
        Figure("Verify, who is eligible", _median(verify, met, rounds), "s", 1),
        Figure("Robust, any verdict", _median(robust, [*unmet, *open_, *met], rounds), "s", 1),
        Figure("Timeline of ten years", _median(timeline, [*unmet, *open_, *met], 1), "s"),
    ]


def _by_verdict(crowd: Sequence[Dossier]) -> dict[Status, list[Dossier]]:
    setting, _ = prepare(DEFAULT_TRACK)
    found: dict[Status, list[Dossier]] = {"met": [], "unmet": [], "undetermined": []}
    for one in evaluate(crowd, setting):
        same = found[one.answer.status(DEFAULT_TRACK)]
        if len(same) < EACH:
            same.append(one.dossier)
    assert all(found.values())
    return found


Ready = Callable[[], object]


def _change(dossier: Dossier) -> Ready:
    """Return what makes one change to *dossier*, which has been evaluated before."""
    trial = Trial.of(dossier)
    return lambda: trial.change(Changes(drop=("achievements[1]",)))


def _repair(dossier: Dossier) -> Ready:
    return partial(repair, dossier)


def _ratio(ready: Callable[[Dossier], Ready], asked: Sequence[Dossier], rounds: int) -> float:
    ratios = []
    for one in asked:
        run, usual = ready(one), partial(assess, one, rivals=False)
        ratios += [_seconds(run) / _seconds(usual) for _ in range(rounds)]
    return median(ratios)


def _median(question: Callable[[Dossier], object], asked: Sequence[Dossier], rounds: int) -> float:
    question(asked[0])
    return median(_seconds(partial(question, one)) for one in asked for _ in range(rounds))


def _seconds(run: Callable[[], object]) -> float:
    gc.collect()
    gc.freeze()
    before = time.process_time()
    run()
    return time.process_time() - before
