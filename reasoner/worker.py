"""Runs the solver in a process of its own, because nothing else can stop it.

While clingo grounds it hears neither interrupts nor signals, and some arithmetic ends its process. Here it can be
killed, and takes nothing with it.
"""

import os
import signal
import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from reasoner.errors import (
    RulesError,
    SolverCrash,
    SolverInterrupted,
    SolverTimeout,
    Text,
    ZhichengError,
)
from reasoner.facts import Fact
from reasoner.solve import Solution, solve

Job = tuple[tuple[Path, ...], tuple[Fact, ...], frozenset[tuple[str, int]]]
Reply = Solution | tuple[type[ZhichengError], Text]

# clingo never gives the memory of its symbols back, up to a kilobyte a fact with all that follows from it, so a process
# ends once it has been given so many.
_MOST_FACTS: Final = 200_000
_MOST_IDLE: Final = 4
_OUT_OF_MEMORY: Final = 71
_LAST_WORDS: Final = 5.0
"""Seconds that a process has to end once its pipe is closed; then it is killed."""


def solve_apart(
    files: Sequence[Path],
    facts: Iterable[Fact],
    signatures: frozenset[tuple[str, int]],
    seconds: float,
    megabytes: int | None = None,
) -> Solution:
    """Return what `reasoner.solve.solve` returns, from another process.

    The process is kept for the next call; one that failed is not.

    Args:
        files: rule files.
        facts: facts beside them.
        signatures: the predicates of the rule book to return.
        seconds: how long the whole call may take, with the start of the process if there is none yet.
        megabytes: how much address space the process may take, where the system has such a limit.

    Raises:
        RulesError: as `solve` raises it.
        SolverTimeout: time is up; the process has been killed.
        SolverCrash: the process ended, or ran out of memory.
        SolverInterrupted: Ctrl-C; the process has been killed.
    """
    worker = None
    kept = False
    try:
        job = tuple(files), tuple(facts), signatures
        worker = _idle_worker(megabytes) or _Worker(megabytes)
        reply = worker.do(job, seconds)
        kept = worker.facts < _MOST_FACTS and _keep(worker)
    except KeyboardInterrupt as interrupt:
        raise SolverInterrupted(
            Text("求解被中断，没有结论", "the solver was interrupted; there is no answer")
        ) from interrupt
    finally:
        if worker is not None and not kept:
            worker.kill()
    if isinstance(reply, Solution):
        return reply
    kind, what = reply
    raise kind(what)


class _Worker:
    """A process that solves one job after the other."""

    def __init__(self, megabytes: int | None) -> None:
        context = get_context("spawn")
        self.megabytes = megabytes
        self.facts = 0
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, megabytes), daemon=True)
        try:
            self._process.start()
        finally:
            # Otherwise we would hold the pipe open ourselves and never see the process end.
            theirs.close()

    def do(self, job: Job, seconds: float) -> Reply:
        """Return the reply of the process, which is killed once *seconds* are over."""
        late = threading.Event()

        def stop() -> None:
            late.set()
            self._process.kill()

        timer = threading.Timer(seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            self.facts += len(job[1])
            self._pipe.send(job)
            reply: Reply = self._pipe.recv()
        except (EOFError, OSError) as error:
            raise self._timeout(seconds) if late.is_set() else self._crash() from error
        finally:
            timer.cancel()
        if late.is_set():
            raise self._timeout(seconds)
        return reply

    def is_alive(self) -> bool:
        return self._process.is_alive()

    def kill(self) -> None:
        self._process.kill()
        self._process.join()
        self._pipe.close()

    def _crash(self) -> SolverCrash:
        self._process.join(_LAST_WORDS)
        zh, en = _cause(self._process.exitcode)
        return SolverCrash(
            Text(
                f"求解进程异常结束（{zh}），没有结论",
                f"the solver crashed ({en}); there is no answer",
            )
        )

    @staticmethod
    def _timeout(seconds: float) -> SolverTimeout:
        return SolverTimeout(
            Text(
                f"求解超过 {seconds:g} 秒，已停止，没有结论",
                f"the solver was stopped after {seconds:g} s; there is no answer",
            )
        )


def _cause(exit_code: int | None) -> Text:
    if exit_code == _OUT_OF_MEMORY:
        return Text("内存不足", "out of memory")
    if exit_code is not None and exit_code < 0:
        name = next(
            (known.name for known in signal.Signals if known == -exit_code), str(-exit_code)
        )
        return Text(f"信号 {name}", f"signal {name}")
    return Text(f"退出码 {exit_code}", f"exit code {exit_code}")


# Processes that wait for their next job, taken by one thread at a time.
_idle: list[_Worker] = []
_lock = threading.Lock()


def _idle_worker(megabytes: int | None) -> _Worker | None:
    with _lock:
        for worker in [worker for worker in _idle if worker.megabytes == megabytes]:
            _idle.remove(worker)
            if worker.is_alive():
                return worker
    return None


def _keep(worker: _Worker) -> bool:
    with _lock:
        if len(_idle) >= _MOST_IDLE:
            return False
        _idle.append(worker)
        return True


if hasattr(os, "register_at_fork"):
    # A process forked from ours must not share our workers.
    os.register_at_fork(after_in_child=_idle.clear)


def _work(pipe: Connection, megabytes: int | None) -> None:
    """Solve what comes through *pipe*, until it closes. Runs in the process."""
    # Ctrl-C reaches the whole group of processes; the one that asked us decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if megabytes is not None:
        limit_memory(megabytes)
    with suppress(EOFError, OSError):
        while True:
            files, facts, signatures = pipe.recv()
            pipe.send(_solved(files, facts, signatures))


def _solved(
    files: tuple[Path, ...], facts: tuple[Fact, ...], signatures: frozenset[tuple[str, int]]
) -> Reply:
    try:
        return solve(files, facts, signatures)
    except (RulesError, SolverInterrupted) as error:
        # The sentence travels, not the error: exceptions with arguments of their own do not unpickle.
        return type(error), error.what
    except MemoryError:
        # Whatever is left of this process cannot be trusted to do more than end.
        os._exit(_OUT_OF_MEMORY)


def _end_with_parent() -> None:
    """End at once with the process that asked, even while clingo grounds; the pipe alone is not heard then."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


def limit_memory(megabytes: int) -> None:
    """Let this process take at most so much address space, where the system has such a limit."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    limit = megabytes * 1024 * 1024
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
