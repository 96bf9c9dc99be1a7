"""Runs jobs in processes, two at a time, that are killed when they take too long."""

import multiprocessing
import os
import resource
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from typing import Any, Final, TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")

_SECONDS: Final = 600
"""Of the processor, as a machine with much else to do is no fault of the job."""


def results(
    work: Callable[[Job], Result], jobs: Sequence[Job]
) -> Iterator[tuple[Job, Result | None]]:
    """Yield each of *jobs* with what *work* makes of it, as they are done; None if it took too long or crashed."""
    context = multiprocessing.get_context("fork")  # the rules are already read there
    waiting = list(reversed(jobs))
    running: dict[Connection, tuple[Job, ForkProcess]] = {}
    try:
        while waiting or running:
            while waiting and len(running) < (os.cpu_count() or 1):
                job = waiting.pop()
                ours, theirs = context.Pipe(duplex=False)
                process = context.Process(target=_do, args=(work, job, theirs), daemon=True)
                process.start()
                theirs.close()
                running[ours] = (job, process)
            ready = wait(list(running))
            for pipe in [pipe for pipe in running if pipe in ready]:
                job, process = running.pop(pipe)
                result = _received(pipe)
                process.join()
                pipe.close()
                yield job, result
    finally:
        for _, process in running.values():
            process.kill()


def _received(pipe: Connection) -> Any:  # noqa: ANN401 - whatever the work makes
    try:
        return pipe.recv()
    except EOFError:
        return None  # its time is up, or some arithmetic ended the process of the solver


def _do(work: Callable[[Job], Result], job: Job, pipe: Connection) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    pipe.send(work(job))
