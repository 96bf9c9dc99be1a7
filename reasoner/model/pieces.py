"""What a dossier is made of, as answers name it."""

from dataclasses import dataclass

from reasoner.model.assessment import RecordRef


@dataclass(frozen=True)
class PieceRef:
    """A record of the dossier, or the determination that somebody, *by*, has given on a *clause*."""

    record: RecordRef | None
    clause: str | None
    by: str | None
