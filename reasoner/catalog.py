"""Finds rules and notices."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reasoner.errors import InputError, Problem, RulesError, Text
from reasoner.model.word import nearest
from reasoner.rule_book import RuleBook
from reasoner.solve import settled_atoms

# Files of the score: grounded for the score alone, so that a verdict does not pay for them.
_SCORING = "scoring"
_MATCH = ("boxes", "match", "match_show")
_WORTH = ("boxes", "worth")
_SUMS = ("sums", "sums_show")
_TRACKS = ("track", 5)
_FOR_VERDICTS = ("show.lp", "verdict.lp")


@dataclass(frozen=True)
class RuleSet:
    """The rule files under one root folder."""

    root: Path

    def specialties(self) -> dict[str, Path]:
        """Return the folder of each specialty."""
        return _specialties(self.root)

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
        found = (
            *sorted((self.root / "core").glob("*.lp")),
            *sorted(folder.parent.glob("*.lp")),
            *sorted(folder.glob("*.lp")),
        )
        return tuple(file for file in found if not file.name.startswith(_SCORING))

    def has_scoring_table(self, specialty: str) -> bool:
        """Tell whether there is a table by which the self-score of *specialty* is made."""
        return (self.specialties()[specialty] / f"{_SCORING}.lp").is_file()

    def score_match_files(self, specialty: str) -> tuple[Path, ...]:
        """Return the files that tell which rows of the scoring table the records of a dossier stand in."""
        rules = (file for file in self.rule_files(specialty) if file.name not in _FOR_VERDICTS)
        core = (self.root / "core" / f"{_SCORING}_{part}.lp" for part in _MATCH)
        return (*rules, *core, *self._table(specialty), self._attributes(specialty))

    def score_sum_files(self, specialty: str) -> tuple[Path, ...]:
        """Return the files that add the points up, once it is known where each record counts."""
        core = (self.root / "core" / f"{_SCORING}_{part}.lp" for part in _SUMS)
        return (*self._worth(specialty), *core)

    def best_score_files(self, specialty: str) -> tuple[Path, ...]:
        """Return the files that find where each record counts so that the total is highest."""
        return (
            *self._worth(specialty),
            *map(self.question_file, ("assignment", "best_score")),
        )

    def score_goal_files(self, specialty: str) -> tuple[Path, ...]:
        """Return the files that tell, together with those of the verdict, whether the points reach the threshold."""
        found = (
            *self.rule_files(specialty),
            *self.score_match_files(specialty),
            *self._worth(specialty),
            *map(self.question_file, ("assignment", "score_reached")),
        )
        return tuple(dict.fromkeys(file for file in found if not file.name.endswith("show.lp")))

    def score_sha256(self, specialty: str) -> str:
        """Return the fingerprint of all files by which *specialty* is scored."""
        files = {
            *self.score_match_files(specialty),
            *self.score_sum_files(specialty),
            *self.best_score_files(specialty),
        }
        return _fingerprint(self.root, tuple(sorted(files)))

    def _worth(self, specialty: str) -> tuple[Path, ...]:
        core = self.root / "core"
        folder = self.specialties()[specialty]
        return (
            core / "inputs.lp",
            core / "readings.lp",
            *sorted(core.glob("language_*.lp")),
            *(core / f"{_SCORING}_{part}.lp" for part in _WORTH),
            *sorted(folder.parent.glob("readings_of_scoring.lp")),
            *sorted(folder.glob("readings_of_scoring.lp")),
            *self._table(specialty),
        )

    def _table(self, specialty: str) -> tuple[Path, ...]:
        folder = self.specialties()[specialty]
        found = (
            *sorted(folder.parent.glob(f"{_SCORING}*.lp")),
            *sorted(folder.glob(f"{_SCORING}*.lp")),
        )
        return tuple(file for file in found if file != self._attributes(specialty))

    def _attributes(self, specialty: str) -> Path:
        """Return the file with what rows ask of a record, which needs the whole of the definitions."""
        return self.specialties()[specialty] / f"{_SCORING}_attributes.lp"

    def question_file(self, question: str) -> Path:
        """Return the file of rules that are for one question only."""
        return self.root / "questions" / f"{question}.lp"

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
def _specialties(root: Path) -> dict[str, Path]:
    return {
        folder.name: folder
        for regulation in sorted((root / "regulations").iterdir())
        if regulation.is_dir()
        for folder in sorted(regulation.iterdir())
        if folder.is_dir()
    }


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
        raise unknown_track(track, every_track(rules))
    return specialty


def every_track(rules: RuleSet) -> tuple[str, ...]:
    """Return the tracks of all specialties, in their order.

    Raises:
        RulesError: the rules are wrong.
    """
    found = (
        settled_atoms(rules.rule_files(specialty), (), frozenset({_TRACKS}))[_TRACKS]
        for specialty in rules.specialties()
    )
    return tuple(str(name) for atoms in found for name, *_ in atoms)


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
