"""Runs a search among dossiers in a process of its own, which can be killed and whose memory is bounded."""

import os
import signal
from collections.abc import Generator, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from reasoner.errors import RulesError, SolverCrash, SolverTimeout, Text
from reasoner.facts import Fact
from reasoner.policy.dossier_search import DossierSearch, Search, Side, Wish
from reasoner.worker import limit_memory

GROUNDING_SECONDS: Final = 60.0
_MEGABYTES: Final = 4096
_GRACE: Final = 5.0


def searches_apart(
    sides: Sequence[Side],
    question: Path,
    space: Sequence[Fact],
    wishes: Sequence[Sequence[Wish]],
    seconds: float,
) -> Generator[Search, None, None]:
    """Yield the outcome of a search for each of *wishes*, of which each may take so many *seconds*.

    Raises:
        RulesError: rules are wrong.
        SolverTimeout: the rules could not be grounded in time; the process has been killed.
        SolverCrash: the process ended, or ran out of memory.
    """
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(
        target=_search,
        args=(theirs, tuple(sides), question, tuple(space), tuple(map(tuple, wishes)), seconds),
        daemon=True,
    )
    process.start()
    theirs.close()
    try:
        for number in range(len(wishes)):
            patience = seconds + _GRACE + (0 if number else GROUNDING_SECONDS)
            if not ours.poll(patience):
                raise SolverTimeout(
                    Text(
                        f"求解超过 {patience:g} 秒，已停止，没有结论",
                        f"the solver was stopped after {patience:g} s; there is no answer",
                    )
                )
            found = ours.recv()
            if isinstance(found, Text):
                raise RulesError(found)
            yield found
    except (EOFError, OSError) as error:
        raise SolverCrash(
            Text("求解进程异常结束，没有结论", "the solver crashed; there is no answer")
        ) from error
    finally:
        process.kill()
        process.join()
        ours.close()


def _search(  # noqa: PLR0913, PLR0917 - what the process is started with
    pipe: Connection,
    sides: tuple[Side, ...],
    question: Path,
    space: tuple[Fact, ...],
    wishes: tuple[tuple[Wish, ...], ...],
    seconds: float,
) -> None:
    """Search, and send each outcome through *pipe*. Runs in the process."""
    # Ctrl-C reaches the whole group of processes; the one that asked us decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_memory(_MEGABYTES)
    with suppress(EOFError, OSError):
        try:
            search = DossierSearch(sides, question, space)
            for wish in wishes:
                pipe.send(search.find(wish, seconds))
        except RulesError as error:
            pipe.send(error.what)
        except MemoryError:
            os._exit(1)
