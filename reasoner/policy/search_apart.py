"""Runs a search among dossiers in a process of its own, which can be killed and whose memory is bounded."""

from collections.abc import Generator, Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from reasoner.facts import Fact
from reasoner.policy.dossier_search import DossierSearch, Search, Side, Wish
from reasoner.policy.in_a_process import replies, serve

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
    patience = [seconds + _GRACE] * len(wishes)
    if patience:
        patience[0] += GROUNDING_SECONDS
    told = (tuple(sides), question, tuple(space), tuple(map(tuple, wishes)), seconds)
    yield from replies(_work, told, patience)


def _work(pipe: Connection, *told: Any) -> None:  # noqa: ANN401 - what `_found` takes
    serve(pipe, _MEGABYTES, _found(*told))


def _found(
    sides: tuple[Side, ...],
    question: Path,
    space: tuple[Fact, ...],
    wishes: tuple[tuple[Wish, ...], ...],
    seconds: float,
) -> Iterator[Search]:
    search = DossierSearch(sides, question, space)
    for wish in wishes:
        yield search.find(wish, seconds)
