"""Judges a population under two settings in a process of its own, whose time and memory are bounded."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Final

from reasoner.answer import Status
from reasoner.evaluate import FOREIGN_MEGABYTES, FOREIGN_SECONDS, Setting, evaluate
from reasoner.model.dossier import Dossier
from reasoner.policy.in_a_process import replies, serve
from reasoner.scoring.totals import self_scores

_SIDES: Final = 2


@dataclass(frozen=True)
class Judged:
    """What the rules say of one candidate: statuses of the clauses, and the self-score in hundredths of a point.

    The score is None where no table of the specialty is at hand.
    """

    statuses: Mapping[str, Status]
    score: int | None


def judge_apart(
    dossiers: Sequence[Dossier], before: Setting, after: Setting, crowd: int
) -> Generator[list[tuple[Judged, ...]], None, None]:
    """Yield for one *crowd* of dossiers after the other what is said of each *before* and *after*.

    Raises:
        RulesError: rules are wrong.
        SolverTimeout: a crowd took too long; the process has been killed.
        SolverCrash: the process ended, or ran out of memory.
    """
    crowds = [dossiers[start : start + crowd] for start in range(0, len(dossiers), crowd)]
    yield from replies(_work, (before, after, crowds), [_SIDES * FOREIGN_SECONDS] * len(crowds))


def _work(
    pipe: Connection, before: Setting, after: Setting, crowds: Sequence[Sequence[Dossier]]
) -> None:
    serve(pipe, FOREIGN_MEGABYTES, (_judged(crowd, before, after) for crowd in crowds))


def _judged(crowd: Sequence[Dossier], before: Setting, after: Setting) -> list[tuple[Judged, ...]]:
    return list(zip(*(_by(crowd, setting) for setting in (before, after)), strict=True))


def _by(crowd: Sequence[Dossier], setting: Setting) -> list[Judged]:
    scores = self_scores(crowd, setting)
    return [
        Judged(one.answer.statuses, score.total if score else None)
        for one, score in zip(evaluate(crowd, setting, scores), scores, strict=True)
    ]
