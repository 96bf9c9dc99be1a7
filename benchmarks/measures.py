"""What is measured, and how.

Ratios are taken within one round, in which everything that is compared runs in turn, so that a busy machine slows
both sides. Before anything is timed, both sides must agree.
"""

import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.dossiers import dossier_bytes, dossiers
from benchmarks.figure import Figure
from benchmarks.plain_interpreter import PlainInterpreter, differences
from benchmarks.question_measures import (
    measure_each_track,
    measure_questions,
    measure_with_a_threshold,
)
from benchmarks.score_measures import measure_score
from reasoner.answer import Answer, read_answers
from reasoner.assess import DEFAULT_TRACK, prepare
from reasoner.evaluate import CROWD, Evaluation, Setting, evaluate
from reasoner.facts import Fact, dossier_facts
from reasoner.model.dossier import MAX_RECORDS, Dossier
from reasoner.model.words.person import Field
from reasoner.solve import solve

ROOT: Final = Path(__file__).parent.parent
EXAMPLE: Final = ROOT / "examples" / "iot_degree_path.yaml"
SCORED: Final = ROOT / "examples" / "iot_self_score.yaml"
SEED: Final = 20260301
ALONE: Final = 20
_THREE_VALUED: Final = frozenset(
    f"{name}.lp" for name in ("tests", "time", "duration", "totals", "tables", "verdict", "show")
)

# The track of each specialty, or one of its tracks, and the field that its dossiers belong to.
SPECIALTIES: Final[Mapping[str, Field]] = {
    "iot.senior": Field.IOT,
    "rob.senior": Field.ROBOTICS,
    "ii.senior": Field.INDUSTRIAL_INTERNET,
    "sm.senior": Field.SMART_MANUFACTURING,
    "mech.senior": Field.MECHATRONICS,
}

# What any program with these libraries pays before it does anything.
_BARE: Final = """\
import clingo, click, pydantic, ruamel.yaml
class Model(pydantic.BaseModel):
    number: int
"""


def measure(rounds: int) -> list[Figure]:
    """Return all figures, each the median of *rounds*.

    Raises:
        DisagreementError: two ways to the same answer gave different ones.
    """
    return [
        *_alone(rounds),
        *_together(rounds),
        _memory(),
        _cold_start(rounds),
        _all_tracks(rounds),
        *_largest(rounds),
        *_specialties(rounds),
        *measure_score(SEED, SCORED, rounds),
        *measure_questions(SEED, rounds),
        *measure_each_track(SEED, rounds),
        *measure_with_a_threshold(rounds),
    ]


class DisagreementError(Exception):
    """Two ways to the same answer gave different ones; nothing is timed then."""


class _Crowd:
    """Dossiers, prepared for every way in which they are judged."""

    def __init__(self, found: Sequence[Dossier], track: str = DEFAULT_TRACK) -> None:
        """Prepare *found*, and compare the answers of all ways on *track*; those with two values on the default one.

        Raises:
            DisagreementError: with the first difference.
        """
        self.setting, self.interpreter = _judge(track)
        self.evaluations = evaluate(found, self.setting)
        self.files = self.setting.rules.rule_files(self.setting.specialty)
        self.two_valued = (
            *(file for file in self.files if not _is_three_valued(file)),
            Path(__file__).with_name("two_valued.lp"),
        )
        self.facts = _facts(self.setting, self.evaluations)
        maybe = self._maybe()
        self.plain_input = [
            (
                one.entries,
                list(dossier_facts(0, one.dossier, ())),
                one.answer.derived,
                maybe[number],
            )
            for number, one in enumerate(self.evaluations)
        ]
        self._check()
        if track == DEFAULT_TRACK:
            self._check_two_values()

    def _maybe(self) -> list[dict[int, dict[str, list[str]]]]:
        """Return what definitions leave possible, which no answer shows."""
        signature = ("may_be", 4)
        found: list[dict[int, dict[str, list[str]]]] = [{} for _ in self.evaluations]
        atoms = solve(self.files, self.facts, frozenset({signature})).rules[signature]
        for applicant, record, attribute, value in atoms:
            of_record = found[int(applicant)].setdefault(int(record), {})
            of_record.setdefault(str(attribute), []).append(str(value))
        return found

    def _check(self) -> None:
        plain = [self.interpreter.answer(*told) for told in self.plain_input]
        for number, (found, one) in enumerate(zip(plain, self.evaluations, strict=True)):
            if different := differences(found, one.answer):
                specialty = self.setting.specialty
                raise DisagreementError(f"{specialty}, dossier {number}: {different[0]}")

    def _check_two_values(self) -> None:
        for number, (two, one) in enumerate(zip(self.twos(), self.evaluations, strict=True)):
            met = {clause for clause, status in one.answer.statuses.items() if status == "met"}
            if not met <= two.statuses.keys():
                lost = sorted(met - two.statuses.keys())
                raise DisagreementError(f"dossier {number}: two values do not meet {lost[0]}")

    def plain(self) -> None:
        for told in self.plain_input:
            self.interpreter.answer(*told)

    def alone(self) -> None:
        for one in self.evaluations:
            read_answers(solve(self.files, _facts(self.setting, [one])).shown, 1)

    def together(self) -> None:
        facts = _facts(self.setting, self.evaluations)
        read_answers(solve(self.files, facts).shown, len(self.evaluations))

    def threes(self) -> list[Answer]:
        return read_answers(solve(self.files, self.facts).shown, len(self.evaluations))

    def twos(self) -> list[Answer]:
        return read_answers(solve(self.two_valued, self.facts).shown, len(self.evaluations))


@cache
def _judge(track: str) -> tuple[Setting, PlainInterpreter]:
    setting, _ = prepare(track)
    return setting, PlainInterpreter(setting)


def _is_three_valued(file: Path) -> bool:
    return file.parent.name == "core" and file.name in _THREE_VALUED


def _facts(setting: Setting, evaluations: Sequence[Evaluation]) -> list[Fact]:
    facts = setting.facts()
    for number, one in enumerate(evaluations):
        facts += dossier_facts(number, one.dossier, one.entries)
    return facts


def _alone(rounds: int) -> list[Figure]:
    """Time single dossiers first: the symbols of a crowd, which clingo keeps, would slow them down.

    So not even their agreement is checked in one.
    """
    found = [_Crowd([dossier]) for dossier in dossiers(SEED, ALONE)]

    def plain() -> None:
        for one in found:
            one.plain()

    def alone() -> None:
        for one in found:
            one.alone()

    yardstick, ratios = [], []
    for _ in range(rounds):
        yardstick.append(_seconds(plain))
        ratios.append(_seconds(alone) / yardstick[-1])
    return [
        Figure(
            "Plain interpreter, one dossier (the yardstick)", median(yardstick) / ALONE * 1000, "ms"
        ),
        Figure("One dossier on a fresh solver / plain", median(ratios), "×", 45),
    ]


def _together(rounds: int) -> list[Figure]:
    crowd = _Crowd(dossiers(SEED, CROWD))
    ratios, values = [], []
    for _ in range(rounds):
        ratios.append(_seconds(crowd.together) / _seconds(crowd.plain))
        values.append(_seconds(crowd.threes) / _seconds(crowd.twos))
    return [
        Figure("A hundred dossiers in one grounding, each / plain", median(ratios), "×", 25),
        Figure("Three truth values / two, in a batch", median(values), "×", 1.3),
    ]


def _specialties(rounds: int) -> list[Figure]:
    """Compare and time every specialty: crowds of its own field, in one grounding."""
    figures = []
    for track, field in SPECIALTIES.items():
        crowd = _Crowd(dossiers(SEED, CROWD, field=field), track)
        ratios = [_seconds(crowd.together) / _seconds(crowd.plain) for _ in range(rounds)]
        name = f"A hundred dossiers of {crowd.setting.specialty}, all its tracks, each / plain"
        figures.append(Figure(name, median(ratios), "×", 25))
    return figures


def _seconds(run: Callable[[], object]) -> float:
    """Return the processor time that *run* takes: other programs on the machine count less."""
    # What merely waits in memory must not slow the collector down in what is timed.
    gc.collect()
    gc.freeze()
    before = time.process_time()
    run()
    return time.process_time() - before


def _memory() -> Figure:
    """Measure in a process of its own: the peak of a process never falls again."""
    count = 1000
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-m", "benchmarks.memory", str(SEED), str(count)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return Figure(f"Memory for {count:,} dossiers, results kept", float(done.stdout), "MB")


def _cold_start(rounds: int) -> Figure:
    """Compare wall time: whoever waits at the terminal waits for that."""
    ours, bare = [], []
    with tempfile.TemporaryDirectory() as cache:
        # Installed packages have compiled modules; see to it that both sides do.
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": cache}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for _ in range(rounds + 1):
            assess = ["-m", "reasoner.cli", "assess", str(EXAMPLE), "--exit-zero"]
            ours.append(_process(assess, environment))
            bare.append(_process(["-c", _BARE], environment))
    ratios = [one / other for one, other in zip(ours[1:], bare[1:], strict=True)]
    return Figure(
        "Cold `zhicheng assess` / a process that imports its libraries", median(ratios), "×", 2
    )


def _all_tracks(rounds: int) -> Figure:
    """Compare wall time of all tracks and of one, for a dossier of 40 achievements."""
    ratios = []
    with tempfile.TemporaryDirectory() as folder:
        dossier = Path(folder) / "dossier.json"
        dossier.write_bytes(dossier_bytes(SEED, 1))
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for _ in range(rounds + 1):
            every, one = (
                _process(
                    ["-m", "reasoner.cli", "assess", str(dossier), "--track", track, "--exit-zero"],
                    environment,
                )
                for track in ("all", DEFAULT_TRACK)
            )
            ratios.append(every / one)
    return Figure("Cold `assess --track all` / one track", median(ratios[1:]), "×", 2.5)


def _process(arguments: Sequence[str], environment: dict[str, str]) -> float:
    before = time.perf_counter()
    subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - before


def _largest(rounds: int) -> list[Figure]:
    """Time the largest dossier that the model allows, and what a record costs in it."""
    others = 40  # more than the records beside the achievements
    large = _Crowd(dossiers(SEED, 1, achievements=MAX_RECORDS - others))
    usual = _Crowd(dossiers(SEED, 1))
    records = [len(crowd.evaluations[0].entries) for crowd in (large, usual)]
    seconds, ratios = [], []
    for _ in range(rounds):
        seconds.append(_seconds(large.alone))
        ratios.append(seconds[-1] / records[0] / (_seconds(usual.alone) / records[1]))
    return [
        Figure(f"The largest dossier, {records[0]:,} records", median(seconds), "s"),
        Figure("A record in it / in a dossier of 40 achievements", median(ratios), "×"),
    ]
