"""Mutates the rules and says which mutants no table kills: ``make mutate``."""

import sys
from collections import Counter
from collections.abc import Sequence

from reasoner.catalog import shipped_rules
from reasoner.procedure_rules import procedure_files
from tests.definition_tables import definitions
from tests.mutation.clauses import clause_judge
from tests.mutation.definitions import definition_judge
from tests.mutation.equivalents import equivalents
from tests.mutation.judges import Judge
from tests.mutation.procedure import procedure_judge
from tests.mutation.scores import score_judge
from tests.mutation.survivors import survivors
from tests.mutation.tables import table_judge


def judges() -> list[Judge]:
    """Return who judges the rules, those that answer fastest first."""
    rules = shipped_rules()
    specialties = rules.specialties()
    return [
        *(procedure_judge(one) for one in specialties if procedure_files(one)),
        table_judge(),
        *(score_judge(one) for one in specialties if rules.has_scoring_table(one)),
        *(definition_judge(one) for one in specialties if definitions(one)),
        *(clause_judge(one) for one in specialties),
    ]


def main(names: Sequence[str]) -> int:
    """Print the mutants of each file and those that are alive; return 1 if one of these is not argued for.

    With *names* only the judges ask that are called so.
    """
    asked = [judge for judge in judges() if not names or judge.name in names]
    every, alive = survivors(asked, equivalents(), _report)
    known = {mutant.id for mutant in every}
    argued = {one: why for one, why in equivalents().items() if not names or one in known}
    ids = {mutant.id for mutant in alive}
    unargued = [mutant for mutant in alive if mutant.id not in argued]
    _print_table(
        Counter(mutant.file for mutant in every),
        Counter(mutant.file for mutant in alive if mutant.id in argued),
        Counter(mutant.file for mutant in unargued),
    )
    for mutant in unargued:
        print(f"alive: {mutant.id}")
    wrong = [one for one in argued if one not in ids]
    for one in wrong:
        print(f"killed or gone, but argued for: {one}")
    return 1 if unargued or wrong else 0


def _print_table(every: Counter[str], argued: Counter[str], alive: Counter[str]) -> None:
    print(f"{'mutants':>8}{'killed':>8}{'argued':>8}{'alive':>8}")
    for file in [*every, None]:
        counts = [counter[file] if file else counter.total() for counter in (every, argued, alive)]
        killed = counts[0] - counts[1] - counts[2]
        print(f"{counts[0]:8}{killed:8}{counts[1]:8}{counts[2]:8}  {file or 'in all'}")


def _report(line: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
