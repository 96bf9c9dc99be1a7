"""Progress of long work, on a terminal only."""

import sys
from collections.abc import Callable, Iterable, Iterator
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
    with click.progressbar(items, length=count, label=_label(language), file=sys.stderr) as bar:
        yield bar


@contextmanager
def counter(count: int, language: Language) -> Iterator[Callable[[int], None]]:
    """Give what is told how many more of *count* pieces of work are done; a bar on standard error shows it."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with click.progressbar(length=count, label=_label(language), file=sys.stderr) as bar:
        yield bar.update


def _label(language: Language) -> str:
    return "进度" if language == "zh" else "progress"
