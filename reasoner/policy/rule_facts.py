"""The rules of one specialty as those who draft them look at them: the rule book, and the facts behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from reasoner.catalog import RuleSet
from reasoner.errors import Text
from reasoner.evaluate import Setting, rule_atoms, rule_book
from reasoner.intake.dossier import read_notice
from reasoner.model.vocabulary import attribute_label
from reasoner.rule_book import Clause, RuleBook
from reasoner.solve import Atom, Atoms

_ACHIEVEMENT = "achievement"
SIGNATURES: Final = frozenset(
    {
        ("accepts", 3),
        ("achievement_kind", 1),
        ("all_of", 1),
        ("bound", 4),
        ("class", 3),
        ("criterion", 4),
        ("cutoff", 2),
        ("derived_attribute", 4),
        ("expert_question", 1),
        ("floor", 4),
        ("floor_for", 6),
        ("general_test", 5),
        ("governed_by", 2),
        ("measured_within", 2),
        ("open_list", 3),
        ("one_class_down", 4),
        ("opening", 2),
        ("order", 3),
        ("parameter", 2),
        ("point_kind", 1),
        ("rest_for", 3),
        ("term", 4),
        ("term_kind", 1),
        ("unit", 2),
        ("uses", 2),
        ("where", 4),
        ("window", 4),
        ("window_from", 2),
        ("window_since", 2),
        ("window_years", 2),
    }
)


@dataclass(frozen=True)
class RuleFacts:
    """The rules of one specialty under one setting, in *files*."""

    setting: Setting
    book: RuleBook
    atoms: Atoms
    files: tuple[Path, ...]

    def rows(self, name: str, arity: int) -> list[Atom]:
        """Return the facts of a predicate, sorted."""
        return sorted(self.atoms.get((name, arity), ()), key=lambda row: tuple(map(str, row)))

    @property
    def specialty(self) -> str:
        """Return the id of the specialty."""
        return self.setting.specialty

    @cached_property
    def achievement_kinds(self) -> frozenset[str]:
        """Return the kinds of record that are achievements."""
        return frozenset(str(kind) for (kind,) in self.rows("achievement_kind", 1))

    @cached_property
    def tracks_of(self) -> Mapping[str, tuple[str, ...]]:
        """Return the tracks in whose trees each clause stands."""
        found: dict[str, tuple[str, ...]] = {}
        for track in self.book.tracks:
            for clause in dict.fromkeys(self.book.under(track)):
                found[clause] = (*found.get(clause, ()), track)
        return found

    @cached_property
    def leaves(self) -> tuple[Clause, ...]:
        """Return the clauses in the tree of some track that count records."""
        return tuple(
            self.book.clauses[clause]
            for clause in self.tracks_of
            if self.book.clauses[clause].form == "counts"
        )

    def leaves_under(self, clause: str) -> tuple[Clause, ...]:
        """Return the clauses below *clause*, itself included, that count records."""
        found = (self.book.clauses[inner] for inner in dict.fromkeys(self.book.under(clause)))
        return tuple(one for one in found if one.form == "counts")

    def cite(self, clause: str) -> str:
        """Return where *clause* stands in the text."""
        found = self.book.clauses.get(clause)
        return found.cite if found else clause

    def attribute_label(self, attribute: str) -> Text:
        """Return the label of *attribute*, told by a dossier or derived by the rules."""
        return self.book.attribute_labels.get(attribute) or attribute_label(attribute)

    def doors(self, track: str) -> tuple[str, ...]:
        """Return the routes of *track* that nothing but achievements open."""
        return tuple(
            route for route in self.book.tracks[track].routes if self._is_of_achievements(route)
        )

    def _is_of_achievements(self, clause: str) -> bool:
        tips = [
            one
            for one in map(self.book.clauses.__getitem__, self.book.under(clause))
            if not one.parts
        ]
        return bool(tips) and all(
            one.form == "counts" and self.achievement_kinds.issuperset(one.kinds) for one in tips
        )

    def ways_in(self, track: str) -> tuple[str, ...]:
        """Return the parts of *track* in which its routes lie."""
        above = {
            clause for route in self.book.tracks[track].routes for clause in self._above(route)
        }
        return tuple(part for part in self.book.clauses[track].parts if part in above)

    def performance(self, track: str) -> tuple[str, ...]:
        """Return the parts of *track* outside the ways in under which achievements are counted."""
        ways_in = self.ways_in(track)
        return tuple(
            part
            for part in self.book.clauses[track].parts
            if part not in ways_in
            and any(self.achievement_kinds.issuperset(one.kinds) for one in self.leaves_under(part))
        )

    def _above(self, clause: str) -> set[str]:
        found = {clause}
        for parent in self.book.parents.get(clause, ()):
            found |= self._above(parent)
        return found


def rule_facts(
    rules: RuleSet, specialty: str, readings: Mapping[str, str] | None = None
) -> RuleFacts:
    """Return the rules of *specialty* under *readings*, by default the usual ones.

    Raises:
        RulesError: the rules are wrong.
    """
    notice = read_notice(rules.notice(specialty))
    setting = Setting(rules, specialty, notice, dict(sorted((readings or {}).items())))
    files = rules.rule_files(specialty)
    return RuleFacts(setting, rule_book(setting), rule_atoms(setting, SIGNATURES), files)
