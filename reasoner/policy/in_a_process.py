"""Work in a process of its own, which sends its replies, can be killed, and has its memory bounded."""

import os
import signal
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

from reasoner.errors import RulesError, SolverCrash, SolverError, SolverTimeout, Text
from reasoner.worker import limit_memory


def replies(
    work: Callable[..., None], told: tuple[Any, ...], patience: Sequence[float]
) -> Generator[Any, None, None]:
    """Yield what *work* sends, a reply for each entry of *patience*, which tells how many seconds it may take.

    *work* gets the end of a pipe and what it is *told*; it must `serve` through that pipe.

    Raises:
        RulesError: rules are wrong.
        SolverTimeout: a reply took too long; the process has been killed.
        SolverCrash: the process ended, or ran out of memory.
    """
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs, *told), daemon=True)
    process.start()
    theirs.close()
    try:
        for seconds in patience:
            if not ours.poll(seconds):
                raise SolverTimeout(
                    Text(
                        f"求解超过 {seconds:g} 秒，已停止，没有结论",
                        f"the solver was stopped after {seconds:g} s; there is no answer",
                    )
                )
            kind, reply = ours.recv()
            if kind is not None:
                raise kind(reply)
            yield reply
    except (EOFError, OSError) as error:
        raise SolverCrash(
            Text("求解进程异常结束，没有结论", "the solver crashed; there is no answer")
        ) from error
    finally:
        process.kill()
        process.join()
        ours.close()


def serve(pipe: Connection, megabytes: int, found: Iterable[object]) -> None:
    """Send each of *found* through *pipe* as it is worked out, with at most so much address space."""
    # Ctrl-C reaches the whole group of processes; the one that asked us decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_memory(megabytes)
    with suppress(EOFError, OSError):
        try:
            for reply in found:
                pipe.send((None, reply))
        except (RulesError, SolverError) as error:
            # The sentence travels, not the error: exceptions with arguments of their own do not unpickle.
            pipe.send((type(error), error.what))
        except MemoryError:
            os._exit(1)
