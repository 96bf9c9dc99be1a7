"""Finds the mutants that no case kills."""

from collections.abc import Callable, Container, Iterator, Sequence
from typing import Final

from tests.mutation.judges import Case, Judge
from tests.mutation.mutants import Mutant, mutants_of
from tests.mutation.nearness import Nearness
from tests.mutation.trial import killed
from tests.mutation.workers import results

# Few mutants share few rows that are near to them; those that are left meet all rows, and the more the better.
_NEAR: Final = 40
_NEAR_ROWS: Final = 400
_ALL: Final = 300

Report = Callable[[str], object]
Job = tuple[Sequence[Mutant], Sequence[Case]]


def survivors(
    judges: Sequence[Judge], expected: Container[str], report: Report
) -> tuple[list[Mutant], list[Mutant]]:
    """Return all mutants of the rules that *judges* judge, and those of them that no judge kills.

    Rules that several judges share are mutated once; the first that kills a mutant is enough. Those whose ids are
    *expected* to survive meet all rows at once.
    """
    every: dict[str, Mutant] = {}
    dead: set[str] = set()
    for judge in judges:
        mutants = list(mutants_of(judge))
        every |= {mutant.id: mutant for mutant in mutants}
        dead |= _killed(judge, [one for one in mutants if one.id not in dead], expected, report)
    return list(every.values()), [one for one in every.values() if one.id not in dead]


def _killed(
    judge: Judge, mutants: Sequence[Mutant], expected: Container[str], report: Report
) -> set[str]:
    """Return the ids of those that a case of *judge* kills: first cases near to them are tried, then all."""
    near = Nearness(judge)
    tried = [mutant for mutant in mutants if mutant.id not in expected]
    dead = _in_processes(
        judge, [(some, near.cases(some)[:_NEAR_ROWS]) for some in _chunks(tried, _NEAR)], report
    )
    left = [mutant for mutant in mutants if mutant.id not in dead]
    return dead | _in_processes(
        judge, [(some, judge.cases) for some in _chunks(left, _ALL)], report
    )


def _in_processes(judge: Judge, jobs: Sequence[Job], report: Report) -> set[str]:
    def work(number: int) -> set[str]:
        return killed_by_any(judge, *jobs[number])

    dead: set[str] = set()
    again: list[Job] = []
    for done, (number, found) in enumerate(results(work, range(len(jobs))), start=1):
        mutants, cases = jobs[number]
        if found is not None:
            dead |= found
        elif len(mutants) == 1:
            dead.add(mutants[0].id)  # whoever asks gets no answer
        else:
            half = len(mutants) // 2
            again += [(mutants[:half], cases), (mutants[half:], cases)]
        report(f"{judge.name}: {done} / {len(jobs)}, {len(dead)} killed")
    return dead | _in_processes(judge, again, report) if again else dead


def killed_by_any(judge: Judge, mutants: Sequence[Mutant], cases: Sequence[Case]) -> set[str]:
    """Return the ids of those *mutants* that one of *cases* kills."""
    dead: set[str] = set()
    for crowd in crowds(cases, judge.crowd):
        alive = [mutant for mutant in mutants if mutant.id not in dead]
        if not alive:
            break
        dead |= killed(judge, alive, crowd)
    return dead


def crowds(cases: Sequence[Case], size: int) -> Iterator[Sequence[Case]]:
    """Yield *cases* in crowds of at most this *size*, each of one setting."""
    by_setting: dict[object, list[Case]] = {}
    for case in cases:
        by_setting.setdefault(case.setting, []).append(case)
    for crowd in by_setting.values():
        for start in range(0, len(crowd), size):
            yield crowd[start : start + size]


def _chunks(mutants: Sequence[Mutant], size: int) -> Iterator[Sequence[Mutant]]:
    for start in range(0, len(mutants), size):
        yield mutants[start : start + size]
