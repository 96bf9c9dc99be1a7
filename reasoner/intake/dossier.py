"""Dossiers and notices from files or text, or everything that is wrong with them."""

from pathlib import Path

from reasoner.intake.document import read_document, read_text
from reasoner.intake.part import read_part
from reasoner.model.dossier import Dossier
from reasoner.model.notice import Notice


def read_dossier(path: Path) -> Dossier:
    """Read the dossier in the YAML or JSON file at *path*; keys may be Chinese or English.

    Raises:
        InputError: every problem of the dossier with its place, in the order of the lines.
    """
    return read_part(read_document(path), Dossier)


def dossier_from_text(text: str, source: str) -> Dossier:
    """Read the dossier in *text*: JSON if *source*, its name in messages, ends in .json.

    Raises:
        InputError: every problem of the dossier with its place, in the order of the lines.
    """
    return read_part(read_text(text, source), Dossier)


def read_notice(path: Path) -> Notice:
    """Read the notice of a year in the YAML or JSON file at *path*.

    Raises:
        InputError: every problem of the notice with its place, in the order of the lines.
    """
    return read_part(read_document(path), Notice)
