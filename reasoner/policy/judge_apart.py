"""Judges a population under two settings in a process of its own, whose time and memory are bounded."""

import os
import signal
from collections.abc import Generator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Final

from reasoner.answer import Status
from reasoner.errors import RulesError, SolverCrash, SolverError, SolverTimeout, Text, ZhichengError
from reasoner.evaluate import FOREIGN_MEGABYTES, FOREIGN_SECONDS, Setting, evaluate
from reasoner.model.dossier import Dossier
from reasoner.scoring.totals import self_scores
from reasoner.worker import limit_memory

_SIDES: Final = 2


@dataclass(frozen=True)
class Judged:
    """What the rules say of one candidate: statuses of the clauses, and the self-score in hundredths of a point.

    The score is None where no table of the specialty is at hand.
    """

    statuses: Mapping[str, Status]
    score: int | None


Reply = list[tuple[Judged, ...]] | tuple[type[ZhichengError], Text]


def judge_apart(
    dossiers: Sequence[Dossier], before: Setting, after: Setting, crowd: int
) -> Generator[list[tuple[Judged, ...]], None, None]:
    """Yield for one *crowd* of dossiers after the other what is said of each *before* and *after*.

    Raises:
        RulesError: rules are wrong.
        SolverTimeout: a crowd took too long; the process has been killed.
        SolverCrash: the process ended, or ran out of memory.
    """
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    crowds = [dossiers[start : start + crowd] for start in range(0, len(dossiers), crowd)]
    process = context.Process(target=_work, args=(theirs, before, after, crowds), daemon=True)
    process.start()
    theirs.close()
    patience = _SIDES * FOREIGN_SECONDS
    try:
        for _ in crowds:
            if not ours.poll(patience):
                raise SolverTimeout(
                    Text(
                        f"求解超过 {patience:g} 秒，已停止，没有结论",
                        f"the solver was stopped after {patience:g} s; there is no answer",
                    )
                )
            reply: Reply = ours.recv()
            if isinstance(reply, tuple):
                kind, what = reply
                raise kind(what)
            yield reply
    except (EOFError, OSError) as error:
        raise SolverCrash(
            Text("求解进程异常结束，没有结论", "the solver crashed; there is no answer")
        ) from error
    finally:
        process.kill()
        process.join()
        ours.close()


def _work(
    pipe: Connection, before: Setting, after: Setting, crowds: Sequence[Sequence[Dossier]]
) -> None:
    # Ctrl-C reaches the whole group of processes; the one that asked us decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_memory(FOREIGN_MEGABYTES)
    with suppress(EOFError, OSError):
        for crowd in crowds:
            pipe.send(_judged(crowd, before, after))


def _judged(crowd: Sequence[Dossier], before: Setting, after: Setting) -> Reply:
    try:
        return list(zip(*(_by(crowd, setting) for setting in (before, after)), strict=True))
    except (RulesError, SolverError) as error:
        # The sentence travels, not the error: exceptions with arguments of their own do not unpickle.
        return type(error), error.what
    except MemoryError:
        os._exit(1)


def _by(crowd: Sequence[Dossier], setting: Setting) -> list[Judged]:
    scores = self_scores(crowd, setting)
    return [
        Judged(one.answer.statuses, score.total if score else None)
        for one, score in zip(evaluate(crowd, setting, scores), scores, strict=True)
    ]
