"""Every settled reading is a switch, or listed with the reason why there is nothing to choose."""

from collections.abc import Mapping
from typing import Final

import pytest

from tests.coverages import coverage
from tests.encodings import SPECIALTIES, book, column

# Switches that the list of settled readings has no number for, and what they are about.
OWN: Final[Mapping[str, str]] = {
    "A136": "about the list of materials of mechatronics",
    "M1": "about the notice on mechatronics alone",
}


@pytest.mark.parametrize("specialty", SPECIALTIES)
def test_every_settled_reading_is_a_switch_or_explained(specialty: str) -> None:
    """Each that cites this specialty can be chosen, or the table says why there is nothing to choose."""
    concerned = {
        reading for reading, specialties in coverage("readings").items() if specialty in specialties
    }
    assert concerned - set(book(specialty).readings) == set(coverage(specialty)["no_switch"])


@pytest.mark.parametrize("specialty", SPECIALTIES)
def test_every_switch_is_a_settled_reading(specialty: str) -> None:
    """Nobody is asked to choose what is not in question."""
    own = {*OWN, *column("doubtful", 2, 1, specialty)}
    assert set(book(specialty).readings) - set(coverage("readings")) <= own
