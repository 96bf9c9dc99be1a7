"""Work in a process of its own: whatever becomes of it, there is an answer or an error with the reason."""

from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from typing import Any

import pytest

from reasoner.errors import RulesError, SolverCrash, SolverTimeout, Text, ZhichengError
from reasoner.policy.in_a_process import replies, serve

MEGABYTES = 1024
PATIENCE = 60.0


def double(pipe: Connection, numbers: tuple[int, ...]) -> None:
    """Send twice each of *numbers*."""
    serve(pipe, MEGABYTES, (2 * number for number in numbers))


def find_a_fault(pipe: Connection) -> None:
    """Send one reply, then find the rules wrong."""

    def found() -> Iterator[int]:
        yield 1
        raise RulesError(Text("规则有误", "the rules are wrong"))

    serve(pipe, MEGABYTES, found())


def fill_the_memory(pipe: Connection) -> None:
    """Ask for more memory than there may be."""
    serve(pipe, MEGABYTES, (bytearray(number) for number in (8 * MEGABYTES * 2**20,)))


def end(pipe: Connection) -> None:
    """End without a word."""
    pipe.close()


def test_replies_come_in_order() -> None:
    """Each reply is that to its question."""
    assert list(replies(double, ((3, 4, 5),), [PATIENCE] * 3)) == [6, 8, 10]


def test_an_error_of_the_rules_travels_with_its_sentence() -> None:
    """What was found before is told, then the error."""
    told = replies(find_a_fault, (), [PATIENCE] * 2)
    assert next(told) == 1
    with pytest.raises(RulesError) as raised:
        next(told)
    assert raised.value.what.en == "the rules are wrong"


@pytest.mark.parametrize(
    ("work", "patience", "error"),
    [
        pytest.param(fill_the_memory, PATIENCE, SolverCrash, id="out of memory"),
        pytest.param(end, PATIENCE, SolverCrash, id="ends"),
        pytest.param(end, 0.0, SolverTimeout, id="too slow"),
    ],
)
def test_a_process_that_fails_is_an_error(
    work: Callable[..., Any], patience: float, error: type[ZhichengError]
) -> None:
    """Never an answer, and the reason is told."""
    with pytest.raises(error):
        list(replies(work, (), [patience]))
