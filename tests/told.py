"""What a dossier can tell, by the models: kinds of record, their attributes, and the words of these."""

from typing import Final

from reasoner.model.achievements.kinds import Kind
from reasoner.model.vocabulary import OtherAttribute, RecordKind, vocabularies
from reasoner.model.words.answers import ExpertQuestion
from tests.strategies import is_list, record_classes

# Told by the year or as a bare number, so no field of a record.
_YEARLY: Final = {
    "assessment": {"year", "assessment_grade"},
    "continuing_education": {"year", "requirement_met"},
    "self_score": {"points"},
    "verified_score": {"points"},
}


def kinds() -> set[str]:
    """Return the kinds of record."""
    return {word.value for word in (*RecordKind, *Kind)}


def fields_of(kind: str) -> set[str]:
    """Return the attributes that records of *kind* can tell."""
    found = {
        field
        for model in record_classes()
        if model.kind_of_record == kind
        for field in model.model_fields
    }
    return found | _YEARLY.get(kind, set())


def questions() -> set[str]:
    """Return the attributes that experts determine."""
    return {word.value for word in ExpertQuestion}


def attributes() -> set[str]:
    """Return the attributes of all records."""
    return (
        set().union(*map(fields_of, kinds()))
        | {word.value for word in OtherAttribute}
        | questions()
    )


def words_of(attribute: str) -> set[str]:
    """Return the words that *attribute* can have; a list without one is known as ``none``."""
    if attribute == "listed":
        return {"yes", "no"}
    known = {word.value for words in vocabularies().get(attribute, ()) for word in words}
    return known | ({"none"} if attribute in lists() else set())


def lists() -> set[str]:
    """Return the attributes that hold several words."""
    return {
        field
        for model in record_classes()
        for field, definition in model.model_fields.items()
        if is_list(definition.annotation)
    }
