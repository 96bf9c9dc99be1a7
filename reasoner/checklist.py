"""Which materials are asked of a candidate, and which of them are there."""

from collections.abc import Sequence

from reasoner.answer import Status
from reasoner.evaluate import Evaluation
from reasoner.explain import Explainer
from reasoner.model.assessment import Applies, Label, Material, MaterialPiece, Present
from reasoner.rule_book import Track

_APPLIES: dict[Status, Applies] = {"met": "yes", "unmet": "no", "undetermined": "unknown"}
_PRESENT: dict[Status, Present] = {"met": "yes", "unmet": "no", "undetermined": "untold"}


def checklist(evaluation: Evaluation, track: Track, explainer: Explainer) -> tuple[Material, ...]:
    """Return the items of the list of materials of *track*, in its order; nothing if it asks for none."""
    book = evaluation.book
    items = []
    for item in track.checklist:
        pieces = tuple(_piece(piece, evaluation, explainer) for piece in book.clauses[item].pieces)
        items.append(
            Material(
                id=item,
                cite=book.clauses[item].cite,
                label=Label(*book.clauses[item].label),
                applies=_applies(pieces),
                present=_present([piece for piece in pieces if piece.applies != "no"]),
                pieces=pieces,
            )
        )
    return tuple(items)


def _piece(clause: str, evaluation: Evaluation, explainer: Explainer) -> MaterialPiece:
    asked_if = evaluation.book.clauses[clause].asked_if
    return MaterialPiece(
        applies="yes" if asked_if is None else _APPLIES[evaluation.answer.status(asked_if)],
        asked_if=asked_if,
        present=_PRESENT[evaluation.answer.status(clause)],
        clause=explainer.node(clause),
    )


def _applies(pieces: Sequence[MaterialPiece]) -> Applies:
    """Return whether any of *pieces* is asked for."""
    found = {piece.applies for piece in pieces}
    return "yes" if "yes" in found else "unknown" if "unknown" in found else "no"


def _present(asked: Sequence[MaterialPiece]) -> Present | None:
    """Return whether all that is asked for is there; nothing where nothing is asked for.

    What is not there counts only if it surely is asked for.
    """
    if any(piece.applies == "yes" and piece.present == "no" for piece in asked):
        return "no"
    if any(piece.present != "yes" for piece in asked):
        return "untold"
    return "yes" if asked else None
