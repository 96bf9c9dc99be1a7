"""An answer to an open point becomes a change of the dossier."""

import datetime as dt

from reasoner.model.assessment import RecordRef
from reasoner.model.changes import Changes
from reasoner.model.next_points import NextPoint


def change_for(point: NextPoint, told: str, *, by: str = "", basis: str = "") -> Changes:
    """Return the change of the dossier by which *point* is answered with *told*.

    Args:
        point: what was asked.
        told: the answer as a dossier would have it.
        by: who has determined it, if that was asked.
        basis: on what basis.
    """
    if point.kind == "clause_answer":
        return Changes(add=(_determination(f"clause: {point.clause}", told, by, basis),))
    if point.record is None:
        return Changes(set=(f"{point.section}={told}",))
    if point.kind == "record_answer":
        record = point.record
        place = record.section if record.place is None else f"{record.section}-{record.place}"
        name = record.id or place
        subject = f"record: {_quoted(name)}, question: {point.attribute}"
        named = () if point.record.id else (f"{address_of(point.record, 'id')}={name}",)
        return Changes(set=named, add=(_determination(subject, told, by, basis),))
    return Changes(set=(f"{address_of(point.record, str(point.attribute))}={told}",))


def address_of(record: RecordRef, attribute: str) -> str:
    """Return the address of an attribute of a record, by its place."""
    if record.section in _BY_YEAR:
        return f"{record.section}[{record.place}]"
    if record.place is not None:
        return f"{record.section}[{record.place}].{attribute}"
    return record.section if attribute == "points" else f"{record.section}.{attribute}"


_BY_YEAR = frozenset({"assessments", "continuing_education"})


def _determination(subject: str, answer: str, by: str, basis: str) -> str:
    today = dt.datetime.now(tz=dt.UTC).date()
    return (
        f"determinations{{{subject}, answer: {answer}, by: {_quoted(by)}, "
        f"date: {today}, basis: {_quoted(basis)}}}"
    )


def _quoted(told: str) -> str:
    escaped = told.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
