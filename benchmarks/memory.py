"""``python -m benchmarks.memory SEED COUNT``: by how many MB evaluating so many dossiers raises the peak."""

import resource
import sys

from benchmarks.dossiers import dossiers
from reasoner.assess import DEFAULT_TRACK, prepare
from reasoner.evaluate import evaluate


def main() -> None:
    """Print the growth of the peak beyond what the dossiers themselves take."""
    seed, count = map(int, sys.argv[1:])
    found = dossiers(seed, count)
    setting, _ = prepare(DEFAULT_TRACK)
    before = _peak()
    evaluations = evaluate(found, setting)
    print(f"{_peak() - before:.0f}")
    assert len(evaluations) == count


def _peak() -> float:
    """Return the largest resident size of this process so far, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024**2 if sys.platform == "darwin" else peak / 1024


if __name__ == "__main__":
    main()
