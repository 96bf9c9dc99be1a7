"""The rules on the procedure of a review, and the ways in which they can be read."""

import hashlib
from pathlib import Path

from reasoner.catalog import shipped_rules
from reasoner.model.assessment import Label
from reasoner.model.rule_book import OptionEntry, ReadingEntry
from reasoner.solve import Atoms, solve


def procedure_files(track: str) -> tuple[Path, ...]:
    """Return the rules on the procedure of the specialty of *track*; none if the project has none."""
    root = shipped_rules().root / "procedure"
    own = sorted(root.glob(f"*/{track.partition('.')[0]}.lp"))
    if not own:
        return ()
    return (*sorted(root.glob("*.lp")), own[0].parent / "readings.lp", own[0])


def fingerprint(files: tuple[Path, ...]) -> str:
    """Return the fingerprint of *files*: names and contents."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def procedure_readings(track: str) -> tuple[ReadingEntry, ...]:
    """Return the readings that the procedure of *track* depends on; none if it has no procedure.

    Raises:
        RulesError: the rules are wrong.
    """
    files = procedure_files(track)
    return readings_in(solve(files, ()).shown, track) if files else ()


def readings_in(atoms: Atoms, track: str) -> tuple[ReadingEntry, ...]:
    """Return the readings that the procedure of *track* depends on, from the *atoms* of its rules."""
    read_by: dict[str, list[str]] = {}
    for of_track, clause, reading in atoms.get(("reads", 3), ()):
        if of_track == track:
            read_by.setdefault(str(reading), []).append(str(clause))
    defaults = {str(name): str(option) for name, option in atoms.get(("default", 2), ())}
    questions = {
        str(name): (str(cite), Label(str(zh), str(en)))
        for name, cite, zh, en in atoms.get(("reading_question", 4), ())
    }
    return tuple(
        ReadingEntry(
            id=reading,
            cite=questions[reading][0],
            question=questions[reading][1],
            options=tuple(
                OptionEntry(str(option), Label(str(zh), str(en)), option == defaults[reading])
                for name, option, zh, en in atoms.get(("reading_option", 4), ())
                if name == reading
            ),
            clauses=tuple(sorted(clauses)),
            decides="procedure",
        )
        for reading, clauses in sorted(read_by.items())
    )
