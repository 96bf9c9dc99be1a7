"""Progress of long work, on a terminal only."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import click

from reasoner.errors import Language

Item = TypeVar("Item")


@contextmanager
def progress(items: Iterable[Item], count: int, language: Language) -> Iterator[Iterable[Item]]:
    """Give *items*, of which there are *count*, one by one; a bar on standard error shows how many have passed."""
    if not sys.stderr.isatty():
        yield items
        return
    label = "进度" if language == "zh" else "progress"
    with click.progressbar(items, length=count, label=label, file=sys.stderr) as bar:
        yield bar
