"""Work that several processes share comes out as if one had done it."""

import os
import sys
import threading

import pytest

from reasoner.side_by_side import processes_for, side_by_side

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="no other system forks"),
    # Whoever runs the tests may have threads; none of them holds anything that this work needs.
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
]


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_results_come_in_the_order_of_the_jobs(processes: int) -> None:
    """Whoever did them, and as many processes as were asked for do some."""
    found = side_by_side(lambda job: (job * job, os.getpid()), range(7), processes)
    assert [square for square, _ in found] == [0, 1, 4, 9, 16, 25, 36]
    assert len({process for _, process in found}) == processes


def test_an_error_of_another_process_is_raised_here_as_it_is() -> None:
    """Its work is done again here, so nothing of the error is lost on the way."""

    def work(job: int) -> int:
        if job == 1:
            raise ValueError(job, os.getpid())
        return job

    with pytest.raises(ValueError, match="1") as raised:
        side_by_side(work, [0, 1], 2)
    assert raised.value.args == (1, os.getpid())


def test_what_another_process_cannot_finish_is_done_here() -> None:
    """A process that ends without an answer takes nothing with it."""
    ours = os.getpid()

    def work(job: int) -> int:
        if os.getpid() != ours:
            os._exit(3)
        return job

    assert side_by_side(work, [0, 1, 2], 2) == [0, 1, 2]


def test_no_process_is_used_without_work() -> None:
    """There are never more processes than jobs, and none is forked beside a thread."""
    assert processes_for(1) == 1
    assert 1 <= processes_for(5) <= 5
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert processes_for(5) == 1
    finally:
        done.set()
        thread.join()
