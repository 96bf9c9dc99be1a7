"""Dossiers, notices and review records from files or text, or everything that is wrong with them."""

from pathlib import Path
from typing import Final, TypeVar

from pydantic import ValidationError

from reasoner.errors import InputError
from reasoner.intake.document import Document, read_document, read_text
from reasoner.intake.keys import Fault, faults_of, with_names
from reasoner.intake.messages import left_out, place_of, problem_of
from reasoner.model.dossier import Dossier
from reasoner.model.notice import Notice
from reasoner.model.procedure import ReviewRecord
from reasoner.model.records import Part

MOST_PROBLEMS: Final = 50

P = TypeVar("P", bound=Part)


def read_dossier(path: Path) -> Dossier:
    """Read the dossier in the YAML or JSON file at *path*; keys may be Chinese or English.

    Raises:
        InputError: every problem of the dossier with its place, in the order of the lines.
    """
    return _read(read_document(path), Dossier)


def dossier_from_text(text: str, source: str) -> Dossier:
    """Read the dossier in *text*: JSON if *source*, its name in messages, ends in .json.

    Raises:
        InputError: every problem of the dossier with its place, in the order of the lines.
    """
    return _read(read_text(text, source), Dossier)


def read_notice(path: Path) -> Notice:
    """Read the notice of a year in the YAML or JSON file at *path*.

    Raises:
        InputError: every problem of the notice with its place, in the order of the lines.
    """
    return _read(read_document(path), Notice)


def read_review_record(path: Path) -> ReviewRecord:
    """Read the record of a year's review in the YAML or JSON file at *path*.

    Raises:
        InputError: every problem of the record with its place, in the order of the lines.
    """
    return _read(read_document(path), ReviewRecord)


def review_record_from_text(text: str, source: str) -> ReviewRecord:
    """Read the record of a year's review in *text*: JSON if *source*, its name in messages, ends in .json.

    Raises:
        InputError: every problem of the record with its place, in the order of the lines.
    """
    return _read(read_text(text, source), ReviewRecord)


def _read(document: Document, model: type[P]) -> P:
    named = with_names(document, model)
    faults, read = list(named.faults), None
    try:
        read = model.model_validate(named.data, by_alias=False, by_name=True)
    except ValidationError as error:
        faults += faults_of(error, model, named)
    if read is None or faults:
        # From here, not from the handler above: the error of pydantic has whole values in it.
        raise _error(faults, document)
    return read


def _error(faults: list[Fault], document: Document) -> InputError:
    ordered = sorted(faults, key=lambda fault: place_of(fault, document))
    problems = [problem_of(fault, document) for fault in ordered[:MOST_PROBLEMS]]
    if len(ordered) > MOST_PROBLEMS:
        problems.append(left_out(len(ordered) - MOST_PROBLEMS, document.source))
    return InputError(problems)
