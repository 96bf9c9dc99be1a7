"""Records of a year's review from files or text."""

from pathlib import Path

from reasoner.intake.document import read_document, read_text
from reasoner.intake.part import read_part
from reasoner.model.procedure import ReviewRecord


def read_review_record(path: Path) -> ReviewRecord:
    """Read the record of a year's review in the YAML or JSON file at *path*.

    Raises:
        InputError: every problem of the record with its place, in the order of the lines.
    """
    return read_part(read_document(path), ReviewRecord)


def review_record_from_text(text: str, source: str) -> ReviewRecord:
    """Read the record of a year's review in *text*: JSON if *source*, its name in messages, ends in .json.

    Raises:
        InputError: every problem of the record with its place, in the order of the lines.
    """
    return read_part(read_text(text, source), ReviewRecord)
