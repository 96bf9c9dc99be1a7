"""Dossiers and notices from files or text, or everything that is wrong with them."""

from pathlib import Path
from typing import Final

from reasoner.intake.document import Document, read_document, read_text
from reasoner.intake.part import read_part
from reasoner.intake.text import load, printable_name
from reasoner.model.changes import Changes
from reasoner.model.costs import Costs
from reasoner.model.dossier import Dossier
from reasoner.model.notice import Notice

MOST_BYTES_OF_MANY: Final = 500_000_000


def read_dossier(path: Path) -> Dossier:
    """Read the dossier in the YAML or JSON file at *path*; keys may be Chinese or English.

    Raises:
        InputError: every problem of the dossier with its place, in the order of the lines.
    """
    return read_part(read_document(path), Dossier)


def read_dossiers(path: Path) -> tuple[Dossier, ...]:
    """Read the dossiers in the file at *path*: one to a line if its name ends in .jsonl, else the one that it is.

    Raises:
        InputError: every problem of the first line that has any.
    """
    if path.suffix.lower() != ".jsonl":
        return (read_dossier(path),)
    name = printable_name(path)
    return tuple(
        dossier_from_text(line, f"{name}[{number}].json")
        for number, line in enumerate(
            load(path, (".jsonl",), MOST_BYTES_OF_MANY).split("\n"), start=1
        )
        if line.strip()
    )


def dossier_from_text(text: str, source: str) -> Dossier:
    """Read the dossier in *text*: JSON if *source*, its name in messages, ends in .json.

    Raises:
        InputError: every problem of the dossier with its place, in the order of the lines.
    """
    return read_part(read_text(text, source), Dossier)


def dossier_from_document(document: Document) -> Dossier:
    """Read the dossier in *document*.

    Raises:
        InputError: every problem of the dossier, in the order of the lines.
    """
    return read_part(document, Dossier)


def read_changes(path: Path) -> Changes:
    """Read the changes in the YAML or JSON file at *path*.

    Raises:
        InputError: every problem of the file with its place, in the order of the lines.
    """
    return read_part(read_document(path), Changes)


def read_costs(path: Path) -> Costs:
    """Read the table of costs in the YAML or JSON file at *path*.

    Raises:
        InputError: every problem of the table with its place, in the order of the lines.
    """
    return read_part(read_document(path), Costs)


def read_notice(path: Path) -> Notice:
    """Read the notice of a year in the YAML or JSON file at *path*.

    Raises:
        InputError: every problem of the notice with its place, in the order of the lines.
    """
    return read_part(read_document(path), Notice)
