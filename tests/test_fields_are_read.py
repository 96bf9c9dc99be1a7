"""Nothing is asked for that no rule reads."""

from collections.abc import Mapping
from typing import Final

from tests.encodings import CHAPTERS, SPECIALTIES, anywhere, in_rules, looked_at
from tests.strategies import record_classes
from tests.told import fields_of, kinds

# Fields that no rule reads, and why.
UNREAD: Final[Mapping[str, str]] = {
    "id": "determinations name it",
    "name": "for people",
    "note": "for people",
    "kind": "read as the kind of the record",
    "evidence": "read as given or none",
    "role": "the kernel of the score reads it of what has no proof of rank",
    "same_work": "the kernel of the score reads it of what counts once for a work",
    "education.date": "no clause asks when somebody graduated",
    "degree.date": "no clause asks since when",
    "training_certificate.date": "no clause asks since when",
    "licence.date": "no clause asks since when",
    "misconduct.date": "no clause asks since when",
    "lecture.date": "no row asks since when",
}

# Where facts about a table name an attribute.
CLASSIFIED_BY: Final = (
    ("criterion", 4, 2),
    ("floor", 4, 2),
    ("floor_for", 6, 2),
    ("floor_for", 6, 4),
    ("stated_in", 2, 1),
    ("one_class_down", 4, 2),
)


def read_fields(specialty: str) -> set[tuple[str, str]]:
    """Return the attributes of records that facts of *specialty* look at."""
    kinds_of = looked_at(specialty)
    read = {
        (kind, str(at))
        for clause, at, _, _ in anywhere("where", 4, specialty)
        for kind in kinds_of[str(clause)]
    }
    read |= {(str(kind), str(at)) for _, kind, at in anywhere("moment", 3, specialty)}
    read |= {(str(kind), str(at)) for _, kind, at, _ in anywhere("sums", 4, specialty)}
    lasting = {kind for _, kind, _ in anywhere("measures", 3, specialty)}
    lasting |= {kind for _, kind in anywhere("tells_years", 2, specialty)}
    lasting |= {
        kind
        for _, kind, _, relation, _ in anywhere("general_test", 5, specialty)
        if relation == "overlaps"
    }
    read |= {(str(kind), at) for kind in lasting for at in ("start", "end")}
    classified = {
        str(table): str(kind) for table, kind, _, _, _, _ in anywhere("table", 6, specialty)
    }
    for name, arity, place in CLASSIFIED_BY:
        for atom in anywhere(name, arity, specialty):
            read.add((classified[str(atom[0])], str(atom[place])))
    return read


def test_fields_of_the_models_are_read_by_a_rule() -> None:
    """No dossier is asked for what nothing depends on, but for what is listed with its reason."""
    read = set[tuple[str, str]]().union(*map(read_fields, SPECIALTIES))
    in_definitions = in_rules(CHAPTERS, {("value", 4): (2,), ("range", 5): (2,)})
    # A definition that reads several attributes alike has them in a list of its own.
    in_definitions |= in_rules(CHAPTERS, {("_channel", 2): (1,)})
    read |= {(kind, at) for kind in kinds() for at in fields_of(kind) & in_definitions}
    unread = {
        f"{model.kind_of_record}.{field}"
        for model in record_classes()
        for field in model.model_fields
        if (model.kind_of_record, field) not in read and field not in UNREAD
    }
    assert unread == {name for name in UNREAD if "." in name}
