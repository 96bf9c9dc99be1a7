"""A dossier as somebody would write it: names and text that can be read again."""

from collections.abc import Mapping
from typing import Any, Final

from reasoner.errors import Language
from reasoner.intake.shape import ByKey, Group, Many, OneOf, Shape, Value, alias_of, fields_of
from reasoner.model.achievements.kinds import Achievement, Kind
from reasoner.model.amounts import HUNDREDS_PER_WAN, HUNDREDTHS_PER_POINT
from reasoner.model.dates import Ongoing
from reasoner.model.dossier import Dossier
from reasoner.model.fields import Amount, Points
from reasoner.model.records import Part
from reasoner.model.word import Word

_HUNDREDTHS: Final = 100


def as_written(dossier: Dossier, language: Language = "en") -> dict[str, Any]:
    """Return *dossier* as mappings, lists and text, with keys and words in *language*; null is left out.

    Reading it again gives an equal dossier.
    """
    return _part(dossier, language)


def written_value(shape: Shape, value: object, language: Language) -> object:
    """Return *value*, one that *shape* reads, as it is written in *language*."""
    match shape, value:
        case _, Part():
            return _part(value, language)
        case (Many(inner), tuple()):
            return [written_value(inner, one, language) for one in value]
        case (ByKey(_, inner), Mapping()):
            return {str(key): written_value(inner, one, language) for key, one in value.items()}
    return _text(shape, value, language)


def _text(shape: Shape, value: object, language: Language) -> str:
    match shape, value:
        case _, Word():
            return value.zh if language == "zh" else value.value
        case _, Ongoing():
            return value.value if language == "zh" else "ongoing"
        case (Value(annotation), int()) if annotation == Amount:
            return f"{_decimal(value, HUNDREDS_PER_WAN)}万元"
        case (Value(annotation), int()) if annotation == Points:
            return _decimal(value, HUNDREDTHS_PER_POINT)
    return str(value)


def model_of(shape: Shape, data: Mapping[str, object]) -> type[Part] | None:
    """Return the model that a mapping of *shape* is read as; that of an achievement is named by its kind."""
    match shape:
        case Group(model):
            return model
        case OneOf(models):
            return models.get(str(data.get("kind")))
    return None


def _part(part: Part, language: Language) -> dict[str, Any]:
    shapes = fields_of(type(part))
    found: dict[str, Any] = {}
    if isinstance(part, Achievement):
        kind = next(word for word in Kind if word.value == part.kind_of_record)
        found[_key(part, "kind", language)] = kind.zh if language == "zh" else kind.value
    for name, shape in shapes.items():
        value = getattr(part, name)
        if value is not None and name != "kind":
            found[_key(part, name, language)] = written_value(shape, value, language)
    return found


def _key(part: Part, name: str, language: Language) -> str:
    return alias_of(type(part), name) if language == "zh" else name


def _decimal(value: int, unit: int) -> str:
    whole, rest = divmod(value, unit)
    return f"{whole}.{rest * _HUNDREDTHS // unit:02}" if rest else str(whole)
