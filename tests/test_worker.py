"""The solver in a process of its own: the same answers, and no failure outlives its call."""

import multiprocessing
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reasoner.catalog import RuleSet, shipped_rules
from reasoner.errors import RulesError, SolverCrash, SolverError, SolverInterrupted, SolverTimeout
from reasoner.evaluate import Setting, evaluate
from reasoner.facts import Fact, Quoted
from reasoner.intake.dossier import read_dossier, read_notice
from reasoner.solve import Solution, solve
from reasoner.worker import solve_apart

RuleFile = Callable[[str], Path]

SIGNATURES = frozenset({("clause", 2)})
LONG = 60.0
ENDLESS = "n(0). n(X+1) :- n(X)."

GOOD = """\
#defined told/2.
clause("示例.1", "第一条，甲").
met(C) :- clause(C, _), told(C, yes).
#show met/1.
"""
GOOD_FACTS: list[Fact] = [("told", (Quoted("示例.1"), "yes")), ("number", (7, -3))]


@pytest.fixture
def rule_file(tmp_path: Path) -> RuleFile:
    """Return a function that writes a program to a new file."""

    def write(program: str) -> Path:
        path = tmp_path / f"rules_{len(list(tmp_path.iterdir()))}.lp"
        path.write_text(program, encoding="utf-8")
        return path

    return write


def apart(path: Path, seconds: float = LONG, megabytes: int | None = None) -> Solution:
    """Solve the program at *path* without facts."""
    return solve_apart([path], [], frozenset(), seconds, megabytes)


def assert_good_program_still_works(rule_file: RuleFile) -> None:
    """Check that the next caller gets an answer."""
    solution = solve_apart([rule_file(GOOD)], GOOD_FACTS[:1], SIGNATURES, LONG)

    assert solution.shown == {("met", 1): [("示例.1",)]}


def test_another_process_gives_the_same_answer(rule_file: RuleFile) -> None:
    """What is shown and what is read of the rule book equal those of a call in this process."""
    path = rule_file(GOOD + "#defined number/2.\n")

    apart_solution = solve_apart([path], GOOD_FACTS, SIGNATURES, LONG)

    assert apart_solution == solve([path], GOOD_FACTS, SIGNATURES)
    assert apart_solution.rules == {("clause", 2): [("示例.1", "第一条，甲")]}


def test_process_is_kept_for_the_next_call(rule_file: RuleFile) -> None:
    """Two calls in a row start one process."""
    path = rule_file(GOOD)
    solve_apart([path], [], SIGNATURES, LONG)
    before = {process.pid for process in multiprocessing.active_children()}

    solve_apart([path], [], SIGNATURES, LONG)

    assert {process.pid for process in multiprocessing.active_children()} == before


def test_endless_grounding_is_killed(rule_file: RuleFile) -> None:
    """The call ends soon after the limit, and its process with it."""
    apart(rule_file("a."))
    before = time.monotonic()

    with pytest.raises(SolverTimeout, match="1 s"):
        apart(rule_file(ENDLESS), seconds=1)

    assert 1 <= time.monotonic() - before < 1.5
    assert_good_program_still_works(rule_file)


def test_start_of_the_process_counts_towards_the_limit(rule_file: RuleFile) -> None:
    """No time at all is a timeout even for a good program, and no lasting harm."""
    with pytest.raises(SolverTimeout):
        apart(rule_file("a."), seconds=0)

    assert_good_program_still_works(rule_file)


def test_crash_of_the_process_names_the_signal(rule_file: RuleFile) -> None:
    """A division that overflows ends the process and nothing else."""
    with pytest.raises(SolverCrash, match=r"signal SIG|exit code"):
        apart(rule_file("x((-2147483647-1)/(-1))."))

    assert_good_program_still_works(rule_file)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the address space")
def test_memory_runs_out(rule_file: RuleFile) -> None:
    """Beyond the limit the process ends; the machine is spared."""
    with pytest.raises(SolverCrash, match="memory"):
        apart(rule_file("b(1..2000, 1..2000)."), megabytes=400)

    assert_good_program_still_works(rule_file)


@pytest.mark.parametrize(
    ("program", "said"),
    [
        pytest.param(
            "#script (python) def main(p): pass #end.", "python support not available", id="script"
        ),
        pytest.param("a :- b", "syntax error", id="syntax error"),
        pytest.param('a("，").\n% 注，释\nb(1，2).', r"\.lp:3:4: '，'", id="Chinese comma"),
        pytest.param("{a}.", "expected one stable model, got 2", id="two models"),
        pytest.param(":- not a.\n#defined a/0.", "one stable model, got 0", id="no model"),
        pytest.param("a :- b.", "atom does not occur", id="unknown atom"),
    ],
)
def test_faulty_rules_are_told_as_in_this_process(
    rule_file: RuleFile, program: str, said: str
) -> None:
    """The error has the sentence that `solve` gives it, in both languages."""
    path = rule_file(program)
    with pytest.raises(RulesError) as expected:
        solve([path], [])

    with pytest.raises(RulesError, match=said) as found:
        apart(path)

    assert found.value.what == expected.value.what
    assert_good_program_still_works(rule_file)


def test_missing_file_is_told(tmp_path: Path) -> None:
    """A rule file that there is not is a fault of the rules."""
    with pytest.raises(RulesError, match=r"missing\.lp"):
        apart(tmp_path / "missing.lp")


def test_no_failure_is_a_verdict() -> None:
    """Whoever catches errors of the solver catches all three; none is an error of the rules."""
    for kind in (SolverTimeout, SolverCrash, SolverInterrupted):
        assert issubclass(kind, SolverError)
        assert not issubclass(kind, RulesError)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs an alarm clock")
def test_interrupt_kills_the_process(rule_file: RuleFile) -> None:
    """Ctrl-C while the other process grounds is told as an interrupt, and the process is gone."""
    apart(rule_file("a."))
    known = {process.pid for process in multiprocessing.active_children()}
    previous = signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.setitimer(signal.ITIMER_REAL, 0.3)
    try:
        with pytest.raises(SolverInterrupted):
            apart(rule_file(ENDLESS))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)

    left = {process.pid for process in multiprocessing.active_children()}
    assert left < known
    assert_good_program_still_works(rule_file)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs an alarm clock")
def test_process_ends_with_a_parent_that_is_killed(tmp_path: Path, rule_file: RuleFile) -> None:
    """A parent that is killed while the other process grounds leaves nothing behind."""
    endless = rule_file(ENDLESS)
    script = tmp_path / "asks.py"
    script.write_text(
        textwrap.dedent(
            f"""
            import os, signal
            from pathlib import Path
            from reasoner.worker import solve_apart

            def kill_myself(*_):
                os.kill(os.getpid(), signal.SIGKILL)

            if __name__ == "__main__":
                solve_apart([Path({str(rule_file("a."))!r})], [], frozenset(), 60)
                signal.signal(signal.SIGALRM, kill_myself)
                signal.setitimer(signal.ITIMER_REAL, 0.3)
                solve_apart([Path({str(endless)!r})], [], frozenset(), 60)
            """
        )
    )

    # Output ends when nobody holds it any more: neither the parent nor the process that grounds.
    ended = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, timeout=30, check=False
    )

    assert ended.returncode == -signal.SIGKILL, ended.stderr


def test_rules_that_are_not_shipped_run_apart_and_answer_alike(tmp_path: Path) -> None:
    """A copy of the rules, which is not ours to trust, gives the same statuses from its own process."""
    copy = RuleSet(tmp_path / "asp")
    shutil.copytree(shipped_rules().root, copy.root)
    notice = read_notice(shipped_rules().notice("iot"))
    dossier = read_dossier(Path(__file__).parent.parent / "examples" / "iot_doctor.json")

    (here,) = evaluate([dossier], Setting(shipped_rules(), "iot", notice))
    (apart,) = evaluate([dossier], Setting(copy, "iot", notice))

    assert apart.answer.statuses == here.answer.statuses
