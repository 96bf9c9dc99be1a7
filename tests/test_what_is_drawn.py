"""The checks of properties draw all that there is."""

import random

from pydantic import BaseModel

from reasoner.evaluate import rule_book
from reasoner.model.dossier import Candidate, Dossier
from reasoner.model.notice import Notice
from reasoner.model.records import Determination
from tests.properties import EACH_SPECIALTY, setting
from tests.strategies import (
    SPECIALTIES,
    Pick,
    any_notice,
    any_readings,
    dossier_of,
    random_data,
    record_classes,
    words_of,
)


def seeded(seed: int) -> Pick:
    """Return a chooser that chooses the same for the same seed."""
    return Pick(random.Random(seed).randrange)  # noqa: S311 - nobody must be unable to guess it


def test_every_field_is_drawn_with_every_word() -> None:
    """Nothing that a dossier can tell is left out of these checks; a new field is in them at once."""
    told: dict[tuple[type[BaseModel], str], set[str]] = {}
    pick = seeded(5)
    for specialty in SPECIALTIES * 200:
        dossier = dossier_of(random_data(pick, specialty))
        for part in (
            dossier,
            dossier.candidate,
            *dossier.determinations,
            *(record for _, _, record in dossier.records()),
        ):
            for field in type(part).model_fields:
                value = getattr(part, field)
                if value is not None:
                    words = value.values() if isinstance(value, dict) else value
                    many = isinstance(value, tuple | dict)
                    told.setdefault((type(part), field), set()).update(
                        map(str, words if many else (value,))
                    )
    models: list[type[BaseModel]] = [Dossier, Candidate, Determination, *record_classes()]
    for model in models:
        for field, definition in model.model_fields.items():
            assert (model, field) in told, (model.__name__, field)
            for vocabulary in words_of(definition.annotation):
                missing = {word.value for word in vocabulary} - told[model, field]
                assert not missing, (model.__name__, field)


@EACH_SPECIALTY
def test_every_reading_and_every_parameter_is_drawn(specialty: str) -> None:
    """Every option of every reading, and a notice that sets anything otherwise than the shipped one."""
    pick = seeded(9)
    chosen = {option for _ in range(100) for option in any_readings(pick, specialty).items()}
    known = rule_book(setting(specialty)).readings.values()
    assert chosen == {(reading.id, option.id) for reading in known for option in reading.options}
    notices = [any_notice(pick, specialty) for _ in range(100)]
    same = {
        field
        for field in Notice.model_fields
        if len({str(getattr(notice, field)) for notice in notices}) == 1
    }
    assert same == {"format"}
