"""Finds rules and notices."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reasoner.errors import InputError, Problem, RulesError, Text
from reasoner.model.word import nearest
from reasoner.rule_book import RuleBook


@dataclass(frozen=True)
class RuleSet:
    """The rule files under one root folder."""

    root: Path

    def specialties(self) -> dict[str, Path]:
        """Return the folder of each specialty."""
        return {
            folder.name: folder
            for regulation in sorted((self.root / "regulations").iterdir())
            if regulation.is_dir()
            for folder in sorted(regulation.iterdir())
            if folder.is_dir()
        }

    def rule_files(self, specialty: str) -> tuple[Path, ...]:
        """Return the files of *specialty*, without those that say what is shown.

        Raises:
            RulesError: there is no such folder, or it holds no rules.
        """
        folder = self.specialties().get(specialty)
        if folder is None:
            raise RulesError(
                Text(f"没有专业“{specialty}”的规则", f"there are no rules of {specialty!r}")
            )
        return (
            *sorted((self.root / "core").glob("*.lp")),
            *sorted(folder.parent.glob("*.lp")),
            *sorted(folder.glob("*.lp")),
        )

    def notice(self, specialty: str) -> Path:
        """Return the notice that applies to *specialty* unless another is given: the latest for its regulation.

        Raises:
            RulesError: there is no such specialty, or no notice for its regulation.
        """
        folder = self.specialties().get(specialty)
        notices = (
            sorted((self.root / "notices" / folder.parent.name).glob("*.yaml")) if folder else []
        )
        if not notices:
            raise RulesError(
                Text(f"没有专业“{specialty}”的年度参数", f"there is no notice for {specialty!r}")
            )
        return notices[-1]

    def sha256(self, specialty: str) -> str:
        """Return the fingerprint of the files of *specialty*: names and contents."""
        return _fingerprint(self.root, self.rule_files(specialty))


@lru_cache(maxsize=64)
def _fingerprint(root: Path, rule_files: tuple[Path, ...]) -> str:
    digest = hashlib.sha256()
    for file in rule_files:
        digest.update(
            file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes() + b"\0"
        )
    return digest.hexdigest()


@lru_cache(maxsize=1)
def shipped_rules() -> RuleSet:
    """Return the rules that come with the package: inside it when installed, beside it in a source tree."""
    package = Path(__file__).parent
    inside = package / "asp"
    return RuleSet(inside if inside.is_dir() else package.parent / "asp")


def specialty_of(track: str, rules: RuleSet) -> str:
    """Return the specialty that *track* belongs to.

    Raises:
        InputError: no specialty has rules for such a track.
    """
    specialty = track.split(".", maxsplit=1)[0]
    if specialty not in rules.specialties():
        raise unknown_track(track, tuple(rules.specialties()))
    return specialty


def unknown_track(track: str, known: tuple[str, ...]) -> InputError:
    """Return the error of a track that does not exist."""
    accepted = ", ".join(known)
    return InputError(
        [
            Problem(
                Text("没有这个申报轨道", "there is no such track"),
                source="--track",
                value=track,
                accepted=Text(accepted, accepted),
                nearest=nearest(track, list(known)),
            )
        ]
    )


def known_readings(readings: Mapping[str, str], book: RuleBook) -> dict[str, str]:
    """Return those of *readings* that the rule book knows, with their options, by id."""
    return {
        reading: option
        for reading, option in sorted(readings.items())
        if option in _options(reading, [book])
    }


def check_readings(readings: Mapping[str, str], books: Sequence[RuleBook]) -> None:
    """Refuse readings and options that none of the rule books knows.

    Raises:
        InputError: with the nearest reading or the options there are.
    """
    problems = []
    for reading, option in readings.items():
        options = _options(reading, books)
        if option in options:
            continue
        known = bool(options)
        there_are = options or list(dict.fromkeys(name for book in books for name in book.readings))
        accepted = ", ".join(there_are)
        problems.append(
            Problem(
                Text("没有这个读法选项", "no such option")
                if known
                else Text("没有这个读法", "no such reading"),
                source="--reading",
                field=reading if known else None,
                value=option if known else reading,
                accepted=Text(accepted, accepted),
                nearest=nearest(option if known else reading, there_are),
            )
        )
    if problems:
        raise InputError(problems)


def _options(reading: str, books: Sequence[RuleBook]) -> list[str]:
    """Return the options of *reading* in any of *books*; none if they do not know it."""
    found = [
        option.id
        for book in books
        if reading in book.readings
        for option in book.readings[reading].options
    ]
    return list(dict.fromkeys(found))
