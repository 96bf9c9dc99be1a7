"""``python -m benchmarks``: measures, prints, and with ``--write`` keeps the results in README.md."""

import argparse
import os
import platform
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Final

from benchmarks.figure import Figure
from benchmarks.measures import measure

README: Final = Path(__file__).with_name("README.md")
BEGIN: Final = "<!-- results: begin, written by python -m benchmarks --write -->"
END: Final = "<!-- results: end -->"


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the results into README.md")
    parser.add_argument("--rounds", type=int, default=7, help="rounds to take the median of")
    options = parser.parse_args()
    results = as_markdown(measure(options.rounds), options.rounds)
    print(results)
    if options.write:
        before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        text = f"{before}{BEGIN}\n\n{results}\n\n{END}{after}"
        README.write_text(text, encoding="utf-8", newline="\n")


def as_markdown(figures: Sequence[Figure], rounds: int) -> str:
    """Return the figures as a table, with the machine that they were taken on."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("clingo", "pydantic", "click"))
    rows = [
        "| Measure | Result | Target | Reached |",
        "|---|---|---|---|",
        *(
            f"| {figure.name} | {figure.shown()} | {figure.target_shown()} | {figure.verdict()} |"
            for figure in figures
        ),
    ]
    machine = (
        f"{os.cpu_count()} cores ({platform.machine()}, {platform.system()}), "
        f"Python {platform.python_version()}, {packages}; median of {rounds} rounds."
    )
    return "\n".join([*rows, "", machine])


if __name__ == "__main__":
    main()
