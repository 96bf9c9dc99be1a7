"""What the procedure of a review asks for, in words by which specialties can be compared."""

from collections.abc import Hashable, Iterator
from typing import Final

from reasoner.facts import reading_facts
from reasoner.model.assessment import Label
from reasoner.procedure_rules import procedure_files
from reasoner.solve import Atom, settled_atoms

# Key and name of the matter, what it is compared by, and the phrase.
Said = tuple[str, Label, Hashable, Label]

_CLAUSE: Final = ("procedure_clause", 4)
_BASE: Final = ("vote_base", 2)
_NUMBERS: Final = {
    ("panel_at_least", 3): Label("至少{0}人", "at least {0}"),
    ("group_at_least", 3): Label("至少{0}人", "at least {0}"),
    ("quorum", 4): Label("{0}/{1}出席", "{0}/{1} take part"),
    ("passes_with", 4): Label("{0}/{1}赞成", "{0}/{1} in favour"),
    ("publicity_at_least", 4): Label("{1}个工作日", "{1} working days"),
    ("pool_renewal", 5): Label("每{0}年更换{1}/{2}", "{1}/{2} every {0} years"),
}
_NONE: Final = ("no_procedure", 2)


def procedure_phrases(track: str) -> Iterator[Said]:
    """Yield the clauses on the procedure of *track* with their numbers, if the text gives one."""
    files = procedure_files(track)
    if not files:
        return
    signatures = frozenset({_CLAUSE, _BASE, _NONE, *_NUMBERS})
    atoms = settled_atoms(files, reading_facts({}), signatures)
    if any(row[0] == track for row in atoms.get(_NONE, ())):
        return
    for clause, cite, zh, en in sorted(atoms.get(_CLAUSE, ()), key=str):
        numbers = [
            (name, tuple(row[2:]), phrase)
            for (name, arity), phrase in _NUMBERS.items()
            for row in atoms.get((name, arity), ())
            if row[:2] == (track, clause)
        ]
        said = Label(f"{cite} {zh}{_listed(numbers, 'zh')}", f"{cite} {en}{_listed(numbers, 'en')}")
        key = str(clause).partition(".")[2]
        mark = frozenset((name, values) for name, values, _ in numbers), str(cite)
        yield key, Label(str(zh), str(en)), mark, said


def _listed(numbers: list[tuple[str, Atom, Label]], language: str) -> str:
    said = [
        (phrase.zh if language == "zh" else phrase.en).format(*values)
        for _, values, phrase in numbers
    ]
    if not said:
        return ""
    return f"（{'，'.join(said)}）" if language == "zh" else f" ({', '.join(said)})"
