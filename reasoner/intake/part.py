"""A document becomes a part of a model, or everything that is wrong with it."""

from typing import Final, TypeVar

from pydantic import ValidationError

from reasoner.errors import InputError
from reasoner.intake.document import Document
from reasoner.intake.keys import Fault, faults_of, with_names
from reasoner.intake.messages import left_out, place_of, problem_of
from reasoner.model.records import Part

MOST_PROBLEMS: Final = 50
_FORMAT: Final = {("格式",), ("format",)}

P = TypeVar("P", bound=Part)


def read_part(document: Document, model: type[P]) -> P:
    """Read *document* as *model*; keys may be Chinese or English.

    Raises:
        InputError: every problem with its place, in the order of the lines.
    """
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
    # Of a file that is meant for something else, nothing but that is worth a word.
    faults = [fault for fault in faults if fault.path in _FORMAT and not fault.at_key] or faults
    ordered = sorted(faults, key=lambda fault: place_of(fault, document))
    problems = [problem_of(fault, document) for fault in ordered[:MOST_PROBLEMS]]
    if len(ordered) > MOST_PROBLEMS:
        problems.append(left_out(len(ordered) - MOST_PROBLEMS, document.source))
    return InputError(problems)
