"""Does independent pieces of work in several processes at once, each of which knows all that ours does."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")


def processes_for(jobs: int) -> int:
    """Return how many processes to use for so many *jobs*: one where it is not safe to fork.

    That is so on other systems, and beside threads, which a forked process would not have.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(jobs, len(os.sched_getaffinity(0)))


def side_by_side(
    work: Callable[[Job], Result], jobs: Sequence[Job], processes: int
) -> list[Result]:
    """Return what *work* makes of each of *jobs*, in their order; results must pickle.

    What another process fails at is done again here, so that its errors are raised as they are.
    """
    shares = [jobs[first::processes] for first in range(processes)]
    running = [_begin(work, share) for share in shares[1:]]
    try:
        found = [[work(job) for job in shares[0]]]
        for (pipe, _), share in zip(running, shares[1:], strict=True):
            found.append(_received(pipe) or [work(job) for job in share])
    finally:
        for pipe, process in running:
            process.kill()
            process.join()
            pipe.close()
    return [found[place % processes][place // processes] for place in range(len(jobs))]


def _begin(work: Callable[[Any], object], share: Sequence[object]) -> tuple[Connection, Any]:
    context = get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, work, share), daemon=True)
    process.start()
    # Otherwise we would hold the pipe open ourselves and never see the process end.
    theirs.close()
    return ours, process


def _received(pipe: Connection) -> Any:  # noqa: ANN401 - whatever the work returns
    """Return what the other process found, or nothing if it ended without."""
    try:
        return pipe.recv()
    except (EOFError, OSError):
        return None


def _work(pipe: Connection, work: Callable[[Any], object], share: Sequence[object]) -> None:
    # Ctrl-C reaches the whole group of processes; the one that asked us decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        pipe.send([work(job) for job in share])
    except Exception:  # noqa: BLE001 - the other process will meet it, and say it
        os._exit(1)
