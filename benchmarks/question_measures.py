"""How long the questions take after a verdict, against one warm assessment of the same dossier."""

import gc
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.dossiers import dossiers
from benchmarks.figure import Figure
from reasoner.answer import Status
from reasoner.assess import DEFAULT_TRACK, assess, prepare
from reasoner.evaluate import evaluate
from reasoner.intake.dossier import read_dossier
from reasoner.model.changes import Changes
from reasoner.model.dossier import Dossier
from reasoner.model.words.person import Field
from reasoner.questions.ask import ask_next
from reasoner.questions.repair import repair
from reasoner.questions.robust import robust
from reasoner.questions.timeline import timeline
from reasoner.questions.verify import verify
from reasoner.questions.what_if import Trial

ROOT: Final = Path(__file__).parent.parent
AMONG: Final = 1000
EACH: Final = 3
"""Dossiers of each verdict."""


# Of each track an example that is eligible, and the field of its specialty.
EXAMPLES: Final[Mapping[str, tuple[str, Field]]] = {
    "iot.senior": ("iot_degree_path", Field.IOT),
    "rob.senior": ("rob_degree_path", Field.ROBOTICS),
    "ii.senior": ("ii_senior_degree_path", Field.INDUSTRIAL_INTERNET),
    "ii.chief": ("ii_chief", Field.INDUSTRIAL_INTERNET),
    "sm.senior": ("sm_senior_degree_path", Field.SMART_MANUFACTURING),
    "sm.chief": ("sm_chief", Field.SMART_MANUFACTURING),
    "mech.senior": ("mech_self_score", Field.MECHATRONICS),
}
SCORED: Final = ROOT / "examples" / "iot_self_score.yaml"
ENOUGH: Final = 9000
MORE: Final = 9500


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


def measure_each_track(seed: int, rounds: int) -> list[Figure]:
    """Return how long repair and next take on each track, each in a process of its own, as a user has it."""
    figures = []
    for track in EXAMPLES:
        done = subprocess.run(  # noqa: S603 - ourselves
            [sys.executable, "-m", "benchmarks.track", track, str(seed), str(rounds)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        repaired, asked = map(float, done.stdout.split())
        figures += [
            Figure(f"Repair on {track}, up to ten ways", repaired, "s", 1),
            Figure(f"Next on {track}, who awaits all determinations", asked, "s", 1),
        ]
    return figures


def seconds_on_track(track: str, seed: int, rounds: int) -> tuple[float, float]:
    """Return how long repair and next take on *track*, for somebody with 40 achievements and no determination.

    For repair the degrees are gone, too, and the achievements are made up, so that there is something to bring about.
    """
    name, field = EXAMPLES[track]
    example = read_dossier(ROOT / "examples" / f"{name}.yaml")
    awaiting = example.model_copy(update={"determinations": ()})
    made_up = next(iter(dossiers(seed, 1, field=field))).achievements
    poorer = awaiting.model_copy(update={"degrees": (), "education": (), "achievements": made_up})
    assert repair(poorer, track).proven
    return (
        _median(partial(repair, track=track), [poorer], rounds),
        _median(partial(ask_next, track=track), [awaiting], rounds),
    )


def measure_with_a_threshold(rounds: int) -> list[Figure]:
    """Return how long the questions take that compute the score anew with every choice."""
    scored = read_dossier(SCORED).model_copy(update={"verified_score": None})
    higher, enough = partial(repair, threshold=MORE), partial(verify, threshold=ENOUGH)
    assert enough(scored).verdict == "eligible"
    assert higher(scored).score_lacks is not None
    return [
        Figure(
            "Repair where a score is short of the threshold", _median(higher, [scored], rounds), "s"
        ),
        Figure(
            "Verify where a score reaches the threshold", _median(enough, [scored], rounds), "s"
        ),
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
