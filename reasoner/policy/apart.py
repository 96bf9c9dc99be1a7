"""The checks run in processes of their own: several at once, and none that cannot be stopped."""

import multiprocessing
import signal
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from reasoner.catalog import RuleSet, shipped_rules
from reasoner.errors import RulesError, SolverError, SolverTimeout, Text, ZhichengError
from reasoner.policy.check import ALL, Checked, check_between, check_specialty
from reasoner.worker import limit_memory

_PROCESSES: Final = 2
_SECONDS: Final = 600.0
"""How long one specialty may take."""
_MEGABYTES: Final = 4_000
"""How much address space a process may take for rules that are not the shipped ones."""


def check_apart(rules: RuleSet, jobs: Sequence[str]) -> Iterator[Checked]:
    """Yield the findings of each of *jobs*, specialties or ``all`` for what lies between them, as they come.

    Raises:
        RulesError: the rules are wrong.
        SolverTimeout: a check took too long, or its process ended; the processes have been killed.
    """
    megabytes = None if rules == shipped_rules() else _MEGABYTES
    context = multiprocessing.get_context("spawn")
    with context.Pool(min(_PROCESSES, len(jobs)), _begin, (megabytes,)) as pool:
        replies = pool.imap_unordered(partial(_check, rules), jobs)
        for _ in jobs:
            try:
                reply = replies.next(timeout=_SECONDS)
            except multiprocessing.TimeoutError as error:
                raise SolverTimeout(
                    Text(
                        f"检查超过 {_SECONDS:g} 秒，已停止",
                        f"the check was stopped after {_SECONDS:g} s",
                    )
                ) from error
            if isinstance(reply, Checked):
                yield reply
            else:
                kind, what = reply
                raise kind(what)


def _begin(megabytes: int | None) -> None:
    # Ctrl-C reaches the whole group of processes; the one that asked us decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if megabytes is not None:
        limit_memory(megabytes)


def _check(rules: RuleSet, job: str) -> Checked | tuple[type[ZhichengError], Text]:
    try:
        return check_between(rules) if job == ALL else check_specialty(rules, job)
    except (RulesError, SolverError) as error:
        # The sentence travels, not the error: exceptions with arguments of their own do not unpickle.
        return type(error), error.what
