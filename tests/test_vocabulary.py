"""The words of the rules are the words of the models, and the other way round."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from reasoner.model.vocabulary import ClassName, vocabularies
from reasoner.model.words.matters import Matter
from tests.encodings import (
    CHAPTERS,
    CORE,
    LANGUAGE,
    LOOKS_AT,
    SPECIALTIES,
    anywhere,
    column,
    constants_in,
    file_id,
    in_rules,
    looked_at,
)
from tests.told import attributes, fields_of, kinds, questions, words_of

RELATIONS: Final = (
    "is",
    "is_not",
    "at_least",
    "at_most",
    "or_higher",
    "reaches",
    "below",
    "within",
    "overlaps",
)

# Constants that are no word of a dossier, and what they are.
OWN_WORDS: Final[Mapping[str, str]] = {
    "senior": "a grade of track",
    "chief": "a grade of track",
    "achievements": "a clock",
    "tenure": "a clock",
    "application": "a clock",
    "unit_recommendation": "a clock",
    "city_recommendation": "a clock",
    "threshold": "a parameter",
    "year_before": "a clock",
    "rank": "a coefficient",
    "drafter": "a coefficient",
    "author": "a coefficient",
    "latest": "a rule of windows",
    "highest": "a way to combine criteria",
    "lowest": "a way to combine criteria",
    "every": "a way to combine criteria",
    "required": "a duty",
    "discretionary": "a duty",
    "letters": "a private mark of a file",
    "performance": "a private mark of a file",
    "open": "a private mark of a file",
    "any": "a private mark of a file",
    "renowned": "a private mark of a file",
    "general": "a private mark of a file",
    "professor": "a private mark of a file",
    "teacher": "a private mark of a file",
    "scholar": "a private mark of a file",
    "engineering_training": "a kind of certificate, for the score",
    "surely": "a private mark of a file",
    "possibly": "a private mark of a file",
}

KINDS_AT: Final = (
    *((name, arity, 1) for name, arity in LOOKS_AT),
    ("general_test", 5, 1),
    ("table", 6, 1),
    ("derived_attribute", 4, 1),
    ("point_kind", 1, 0),
    ("term_kind", 1, 0),
    ("achievement_kind", 1, 0),
)
ATTRIBUTES_AT: Final = (
    ("where", 4, 1),
    ("term", 4, 1),
    ("accepts", 3, 1),
    ("open_list", 3, 1),
    ("open_list", 3, 2),
    ("general_test", 5, 2),
    ("moment", 3, 2),
    ("sums", 4, 2),
    ("criterion", 4, 2),
    ("floor", 4, 2),
    ("floor_for", 6, 2),
    ("floor_for", 6, 4),
    ("rest_for", 3, 1),
    ("stated_in", 2, 1),
    ("one_class_down", 4, 2),
    ("order", 3, 0),
    ("unit", 2, 0),
    ("expert_question", 1, 0),
    ("reads", 3, 2),
    ("box_asks", 4, 1),
    ("highest_per", 2, 1),
)
# Where rules look at what a dossier tells, or say what is missing.
ATTRIBUTES_IN_RULES: Final = {
    ("value", 4): (2,),
    ("range", 5): (2,),
    ("told", 3): (2,),
    ("known", 3): (2,),
    ("derived", 4): (2,),
    ("derived_range", 5): (2,),
    ("may_be", 4): (2,),
    ("needs", 4): (2, 3),
    ("contradiction", 4): (2, 3),
}


def own_attributes(specialty: str | None = None) -> set[str]:
    """Return the attributes that definitions and tables derive."""
    return column("derived_attribute", 4, 0, specialty) | column("table", 6, 2, specialty)


def test_kinds_are_those_of_the_models() -> None:
    """Whatever a rule counts, measures, classifies or governs is a kind of record."""
    found = {kind for place in KINDS_AT for kind in column(*place)}
    found |= in_rules(CHAPTERS, {("item", 3): (2,), ("listed", 2): (1,)})
    assert found <= kinds()


def test_every_kind_is_looked_at() -> None:
    """No record is asked for in vain."""
    looked_at_somewhere = {kind for place in KINDS_AT for kind in column(*place)}
    assert kinds() - looked_at_somewhere == set()


def test_attributes_are_those_of_the_models() -> None:
    """Whatever a rule tests is a field of a record, an expert's answer, or derived by a definition or a table."""
    found = {attribute for place in ATTRIBUTES_AT for attribute in column(*place)}
    found |= in_rules((*CORE, *CHAPTERS), ATTRIBUTES_IN_RULES)
    assert found - attributes() - own_attributes() == set()


def test_expert_questions_are_those_of_the_models() -> None:
    """Each is asked by a rule, and each that a rule asks can be answered in a dossier."""
    assert column("expert_question", 1, 0) == questions()


@pytest.mark.parametrize("specialty", SPECIALTIES)
def test_a_test_looks_at_what_its_records_have(specialty: str) -> None:
    """A clause that counts papers does not ask for the rank of an award."""
    kinds_of = looked_at(specialty)
    derived = {
        (str(kind), str(at)) for at, kind, _, _ in anywhere("derived_attribute", 4, specialty)
    }
    derived |= {(str(kind), str(at)) for _, kind, at, _, _, _ in anywhere("table", 6, specialty)}
    for clause, attribute, relation, _ in anywhere("where", 4, specialty):
        for kind in kinds_of[str(clause)]:
            known = fields_of(kind) | questions() | {at for of, at in derived if of == kind}
            if relation == "overlaps":
                assert attribute == "term"
                assert {"start", "end"} <= fields_of(kind), clause
            else:
                assert attribute in known, (clause, attribute)


@pytest.mark.parametrize("path", CHAPTERS, ids=file_id)
def test_constants_of_the_chapters_are_words(path: Path) -> None:
    """A misspelt word would be one that no dossier can tell."""
    known = (
        kinds()
        | attributes()
        | own_attributes()
        | {word.value for words in vocabularies().values() for known in words for word in known}
        | {word.value for word in ClassName}
        | {word.value for word in Matter}
        | set(RELATIONS)
        | set(SPECIALTIES)
        | column("reading_option", 4, 1)
        | set(OWN_WORDS)
    )
    assert constants_in(path) - known == set()


def test_own_words_are_used() -> None:
    """The list of words that are none of a dossier is no longer than it must be."""
    assert set(OWN_WORDS) <= set().union(*map(constants_in, CHAPTERS))


@pytest.mark.parametrize("specialty", SPECIALTIES)
def test_tested_values_are_values_of_the_attribute(specialty: str) -> None:
    """Each value that a rule accepts, refuses or asks for is one that the attribute can have."""
    tests = {(at, rel, value) for _, at, rel, value in anywhere("where", 4, specialty)}
    tests |= {(at, rel, value) for _, at, rel, value in anywhere("term", 4, specialty)}
    tests |= {(at, rel, value) for _, _, at, rel, value in anywhere("general_test", 5, specialty)}
    tests |= {(at, "is", value) for _, at, value in anywhere("accepts", 3, specialty)}
    tests |= {(at, "is", value) for _, _, at, value in anywhere("criterion", 4, specialty)}
    tests |= {(at, "is", value) for _, _, at, value in anywhere("one_class_down", 4, specialty)}
    tests |= {(at, "is", value) for _, _, at, value, _, _ in anywhere("floor_for", 6, specialty)}
    tests |= {(at, "is", value) for _, at, value in anywhere("rest_for", 3, specialty)}
    steps = {(at, value) for at, value, _ in anywhere("order", 3, specialty)}
    windows, units = column("window", 4, 0, specialty), column("unit", 2, 0, specialty)
    classes = {
        (at, value)
        for table, _, at, _, _, _ in anywhere("table", 6, specialty)
        for of, value, _ in anywhere("class", 3, specialty)
        if of == table
    }
    listings = {(f"{specialty}_listing", word) for word in words_of("indexed_in")}
    yes_or_no = {(at, word) for at in own_attributes(specialty) for word in ("yes", "no")}
    for attribute, relation, value in tests:
        assert relation in RELATIONS
        if relation in ("within", "overlaps"):
            assert value in windows
        elif relation in ("reaches", "below"):
            assert value == "threshold"
            assert attribute in units
        elif isinstance(value, int):
            assert attribute in units, attribute
            assert relation in ("at_least", "at_most") or attribute == "year"
        elif relation in ("at_least", "at_most", "or_higher"):
            assert (attribute, value) in steps | classes, (attribute, value)
        else:
            # What a definition makes of an attribute is called as the attribute: rob_rank as rank.
            known = words_of(str(attribute)) | words_of(
                str(attribute).removeprefix(f"{specialty}_")
            )
            assert value in known or (attribute, value) in steps | listings | yes_or_no, (
                attribute,
                value,
            )


# A step of a scale that no dossier tells, and why.
DERIVED_STEPS: Final[Mapping[tuple[str, str], str]] = {
    ("award_grade", "supreme"): "a definition gives it to the prize that has no grades",
}


def test_scales_have_the_words_of_the_models() -> None:
    """Each step is a word of the attribute, or listed above."""
    for attribute, word, _ in anywhere("order", 3):
        if attribute not in own_attributes():
            known = word in words_of(str(attribute)) or (attribute, word) in DERIVED_STEPS
            assert known, (attribute, word)


def test_relations_are_the_documented_ones() -> None:
    """The language says what each relation means."""
    text = "".join(path.read_text(encoding="utf-8") for path in LANGUAGE)
    described = re.search(r"%\*! where\(.*?\*%", text, re.DOTALL)
    assert described is not None
    for relation in RELATIONS:
        assert re.search(rf"\b{relation}\b", described[0]), relation
