"""Runs jobs in processes, two at a time, that are killed when they take too long."""

import multiprocessing
import os
import time
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from typing import Any, Final, TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")

_SECONDS: Final = 600.0


def results(
    work: Callable[[Job], Result], jobs: Sequence[Job]
) -> Iterator[tuple[Job, Result | None]]:
    """Yield each of *jobs* with what *work* makes of it, as they are done; None if it took too long or crashed."""
    context = multiprocessing.get_context("fork")  # the rules are already read there
    waiting = list(reversed(jobs))
    running: dict[Connection, tuple[Job, ForkProcess, float]] = {}
    try:
        while waiting or running:
            while waiting and len(running) < (os.cpu_count() or 1):
                job = waiting.pop()
                ours, theirs = context.Pipe(duplex=False)
                process = context.Process(target=_do, args=(work, job, theirs), daemon=True)
                process.start()
                theirs.close()
                running[ours] = (job, process, time.monotonic() + _SECONDS)
            first = min(until for _, _, until in running.values())
            ready = wait(list(running), max(0.0, first - time.monotonic()))
            for pipe in list(running):
                job, process, until = running[pipe]
                if pipe in ready:
                    result = _received(pipe)
                    process.join()
                elif until <= time.monotonic():
                    result = None
                    process.kill()
                    process.join()
                else:
                    continue
                del running[pipe]
                pipe.close()
                yield job, result
    finally:
        for _, process, _ in running.values():
            process.kill()


def _received(pipe: Connection) -> Any:  # noqa: ANN401 - whatever the work makes
    try:
        return pipe.recv()
    except EOFError:
        return None  # some arithmetic ends the process of the solver


def _do(work: Callable[[Job], Result], job: Job, pipe: Connection) -> None:
    pipe.send(work(job))
