"""A made-up population: plausible, and the same for the same seed."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from reasoner.assess import prepare
from reasoner.errors import InputError
from reasoner.evaluate import evaluate_statuses
from reasoner.intake.dossier import dossier_from_text, read_dossiers
from reasoner.model.achievements import ACHIEVEMENTS
from reasoner.model.dates import PartialDate
from reasoner.policy.population import population, profiles

TRACK = "iot.senior"


def lines(count: int, seed: int, profile: str = "mixed", track: str = TRACK) -> list[str]:
    """Return a population."""
    return list(population(count, seed, prepare(track)[0], track, profile))


def test_the_same_seed_gives_the_same_bytes_in_another_process() -> None:
    """Neither the order of hashes nor the locale shows."""
    command = [sys.executable, "-m", "reasoner.cli", "synth", "--n", "5", "--seed", "7"]
    done = subprocess.run(
        command,
        stdout=subprocess.PIPE,
        check=True,
        env={"LC_ALL": "C", "PYTHONHASHSEED": "5"},
        cwd=Path(__file__).parent.parent,
    )
    assert done.stdout.decode("utf-8").splitlines() == lines(5, 7)


def test_another_seed_gives_another_population() -> None:
    """And a longer population begins with the shorter one."""
    assert lines(3, 7) != lines(3, 8)
    assert lines(5, 7)[:3] == lines(3, 7)


@pytest.mark.parametrize("profile", profiles())
@pytest.mark.parametrize("track", ["iot.senior", "sm.chief", "mech.senior"])
def test_every_dossier_can_be_read(profile: str, track: str) -> None:
    """The models accept them all, and a title comes after graduation and before the appointment."""
    for line in lines(10, 3, profile, track):
        dossier = dossier_from_text(line, "population.json")
        for title, appointment in zip(
            dossier.titles or (), dossier.appointments or (), strict=True
        ):
            assert title.date is not None
            assert dossier.education is not None
            assert dossier.education[0].date is not None
            assert dossier.education[0].date.first_day() <= title.date.first_day()
            if isinstance(appointment.start, PartialDate):
                assert title.date.first_day() < appointment.start.first_day()


def test_a_population_has_candidates_on_both_sides() -> None:
    """A population of whom nobody is eligible would show no change of the rules."""
    setting, _ = prepare(TRACK)
    dossiers = [dossier_from_text(line, "population.json") for line in lines(100, 7)]
    found = Counter(one.get(TRACK, "undetermined") for one in evaluate_statuses(dossiers, setting))
    assert found["met"] > 0
    assert found["unmet"] > found["met"]


def test_every_kind_of_achievement_occurs() -> None:
    """No clause is out of reach of a large population."""
    kinds = {
        record["kind"]
        for line in lines(400, 2, "experienced")
        for record in json.loads(line)["achievements"]
    }
    assert kinds == {model.kind_of_record for model in ACHIEVEMENTS}


def test_a_profile_that_there_is_not_is_refused() -> None:
    """With the profiles that there are."""
    with pytest.raises(InputError, match="experienced"):
        lines(1, 1, "experience")


def test_a_file_of_lines_is_read_line_by_line(tmp_path: Path) -> None:
    """What is wrong with a line is said of that line."""
    path = tmp_path / "population.jsonl"
    path.write_text("\n".join(lines(2, 1)) + "\n", encoding="utf-8")
    assert [one.candidate.id for one in read_dossiers(path)] == ["synth-1-0", "synth-1-1"]
    path.write_text(lines(1, 1)[0] + "\n{}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"population.jsonl\[2\]"):
        read_dossiers(path)
