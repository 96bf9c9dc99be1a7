"""How the checks of properties judge what `strategies` draws."""

from collections.abc import Mapping, Sequence
from typing import Final

import pytest
from hypothesis import settings

from reasoner.answer import Status
from reasoner.catalog import shipped_rules
from reasoner.evaluate import Setting, evaluate_statuses, rule_book
from reasoner.model.notice import Notice
from tests.strategies import (
    SPECIALTIES,
    Data,
    Pick,
    any_data,
    book,
    data_of,
    dossier_of,
    notice_of,
)

Statuses = Mapping[str, Status]

EACH: Final = 8
"""Dossiers in one example: grounding is slow once and quick for each."""

EACH_SPECIALTY: Final = pytest.mark.parametrize("specialty", SPECIALTIES)
EACH_TRACK: Final = pytest.mark.parametrize(
    ("specialty", "track"),
    [(specialty, track) for specialty in SPECIALTIES for track in book(specialty).tracks],
)


def sample(count: int, thorough: int) -> settings:
    """Draw *count* examples in the default run, and as many as are *thorough* under a profile that draws more."""
    usual = settings.get_profile("ci")
    now = settings.default or usual
    more = now.max_examples > usual.max_examples
    return settings(max_examples=thorough if more else count)


def setting(specialty: str, chosen: Mapping[str, str] | None = None) -> Setting:
    """Return the shipped rules and notice under *chosen* readings."""
    return Setting(shipped_rules(), specialty, notice_of(specialty), chosen or {})


def with_threshold(points: str | None, specialty: str) -> Notice:
    """Return the shipped notice with this threshold, or without any."""
    data = data_of(notice_of(specialty)) | {"threshold": points}
    return Notice.model_validate(data, by_name=True)


def judged(crowd: Sequence[Data], how: Setting) -> list[Statuses]:
    """Return the status of every clause for each dossier."""
    found = evaluate_statuses([dossier_of(data) for data in crowd], how)
    clauses = {*rule_book(how).clauses, *(clause for one in found for clause in one)}
    return [{clause: one.get(clause, "undetermined") for clause in clauses} for one in found]


def drawn(pick: Pick, specialty: str, count: int = EACH) -> list[Data]:
    """Return *count* dossiers."""
    return [any_data(pick, specialty) for _ in range(count)]


def above(clauses: set[str], how: Setting) -> frozenset[str]:
    """Return *clauses* and everything above them."""
    book, found = rule_book(how), list(clauses)
    for clause in found:
        found.extend(book.parents.get(clause, ()))
    return frozenset(found)
