"""The checks run in processes of their own: several at once, and none that cannot be stopped."""

import multiprocessing
import signal
import time
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Final

from reasoner.catalog import RuleSet, shipped_rules
from reasoner.errors import (
    RulesError,
    SolverCrash,
    SolverError,
    SolverTimeout,
    Text,
    ZhichengError,
)
from reasoner.policy.check import ALL, Checked, check_between, check_specialty
from reasoner.worker import limit_memory

_PROCESSES: Final = 2
_SECONDS: Final = 600.0
"""How long all of it may take."""
_MEGABYTES: Final = 4_000
"""How much address space a process may take for rules that are not the shipped ones."""

_Job = tuple[RuleSet, str]
_Reply = Checked | tuple[type[ZhichengError], Text]


def check_apart(rules: RuleSet, jobs: Sequence[str]) -> Iterator[Checked]:
    """Yield the findings of each of *jobs*, specialties or ``all`` for what lies between them, as they come.

    Raises:
        RulesError: the rules are wrong.
        SolverTimeout: the checks took too long; their processes have been killed.
        SolverCrash: a process ended without an answer.
    """
    yield from (found for _, found in _run([(rules, job) for job in jobs]))


def check_both(sides: Sequence[RuleSet], specialty: str) -> list[Checked]:
    """Return the findings on one specialty under each of several sets of rules.

    Raises:
        RulesError: rules are wrong.
        SolverTimeout: as `check_apart`.
        SolverCrash: as `check_apart`.
    """
    found = {rules.root: checked for rules, checked in _run([(one, specialty) for one in sides])}
    return [found[rules.root] for rules in sides]


def _run(jobs: Sequence[_Job]) -> Iterator[tuple[RuleSet, Checked]]:
    until = time.monotonic() + _SECONDS
    waiting = list(jobs)
    running: dict[Connection, tuple[RuleSet, SpawnProcess]] = {}
    try:
        while waiting or running:
            while waiting and len(running) < _PROCESSES:
                rules, job = waiting.pop(0)
                pipe, process = _begin(rules, job)
                running[pipe] = rules, process
            done = wait(list(running), timeout=max(0.0, until - time.monotonic()))
            if not done:
                raise _timeout()
            for pipe in [one for one in running if one in done]:
                rules, process = running.pop(pipe)
                yield rules, _answer(pipe, process)
    finally:
        for _, process in running.values():
            process.kill()
            process.join()


def _begin(rules: RuleSet, job: str) -> tuple[Connection, SpawnProcess]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, rules, job), daemon=True)
    try:
        process.start()
    finally:
        # Otherwise we would hold the pipe open ourselves and never see the process end.
        theirs.close()
    return ours, process


def _answer(pipe: Connection, process: SpawnProcess) -> Checked:
    try:
        reply: _Reply = pipe.recv()
    except EOFError as error:
        raise SolverCrash(
            Text("检查进程异常结束，没有结论", "a check crashed; there is no answer")
        ) from error
    finally:
        pipe.close()
        process.join()
    if isinstance(reply, Checked):
        return reply
    kind, what = reply
    raise kind(what)


def _timeout() -> SolverTimeout:
    return SolverTimeout(
        Text(f"检查超过 {_SECONDS:g} 秒，已停止", f"the check was stopped after {_SECONDS:g} s")
    )


def _work(pipe: Connection, rules: RuleSet, job: str) -> None:
    # Ctrl-C reaches the whole group of processes; the one that asked us decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if rules != shipped_rules():
        limit_memory(_MEGABYTES)
    pipe.send(_checked(rules, job))


def _checked(rules: RuleSet, job: str) -> _Reply:
    try:
        return check_between(rules) if job == ALL else check_specialty(rules, job)
    except (RulesError, SolverError) as error:
        # The sentence travels, not the error: exceptions with arguments of their own do not unpickle.
        return type(error), error.what
