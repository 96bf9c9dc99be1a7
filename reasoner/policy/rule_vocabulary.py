"""Which words a fact of the rules can have: those of the models, and what other facts introduce."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from reasoner.errors import Text
from reasoner.facts import Fact, Quoted
from reasoner.model.achievements.kinds import Kind
from reasoner.model.vocabulary import OtherAttribute, RecordKind, vocabularies
from reasoner.model.words.answers import ExpertQuestion
from reasoner.policy.rule_language import Language

_CLAUSES: Final = frozenset(
    {"C", "P", "D", "Clause", "Route", "Table", "Category", "Group", "Block", "Row", "Other", "Box"}
)
_INTRODUCES: Final[Mapping[str, str]] = {
    "clause": "clause",
    "not_encoded": "clause",
    "moment": "clause",
    "score_table": "clause",
    "category": "clause",
    "group": "clause",
    "block": "clause",
    "row": "clause",
    "leaf": "clause",
    "track": "clause",
    "term": "term",
    "window": "window",
    "table": "table",
    "reading_question": "reading",
}


@dataclass(frozen=True)
class RuleVocabulary:
    """The words of the rules *in_force* with *added* ones; *language* says what each argument is."""

    language: Language
    in_force: Collection[Fact]
    added: Iterable[Fact]

    def strange(self, fact: Fact, *, adds: bool) -> Iterator[tuple[str | int, Text, list[str]]]:
        """Yield each argument of *fact* that the vocabulary does not have, with what is wrong and what there is."""
        name, arguments = fact
        roles = self.language.arguments[name, len(arguments)]
        told = dict(zip(roles, arguments, strict=True))
        for place, (role, argument) in enumerate(told.items()):
            if argument == "any__":
                if adds:
                    yield "_", Text("新增的事实不能有 _", "a fact to put in has no _"), []
                continue
            if place == 0 and name in _INTRODUCES:
                continue
            known: Collection[str | int] | None
            if role == "Value" and "Case" in told:
                known = self._words(str(told["Case"]))
            elif role in ("Value", "Low") and "Attribute" in told and "Case" not in told:
                known = self._values(told)
            else:
                known = self._known(role, name)
            if known is not None and argument not in known:
                yield argument, _WHAT.get(role, _NO_SUCH_WORD), [str(one) for one in known]

    def _known(self, role: str, name: str) -> Collection[str | int] | None:
        """Return what can stand for *role*; None if anything can."""
        if role == "Attribute":
            return self.attributes
        if role == "Kind":
            return {word.value for word in (*RecordKind, *Kind)}
        if role == "Relation":
            return self.language.relations
        if role in _CLAUSES or (role == "T" and name in ("route", "beside", "checklist")):
            return self._introduced["clause"]
        found = {"Term": "term", "W": "window", "Window": "window", "T": "table"}
        return self._introduced[found[role]] if role in found else None

    def _values(self, told: Mapping[str, str | int]) -> Collection[str | int] | None:
        attribute, relation = str(told["Attribute"]), told.get("Relation")
        value = told.get("Value", told.get("Low"))
        if relation in ("within", "overlaps"):
            return self._introduced["window"]
        if isinstance(value, int):
            return None if self._is_measured(attribute) else self._words(attribute)
        return self._words(attribute)

    def _is_measured(self, attribute: str) -> bool:
        return any(name == "unit" and row[0] == attribute for name, row in self._facts)

    def _words(self, attribute: str) -> set[str | int]:
        bare = attribute.partition("_")[2]
        words = {
            word.value
            for name in (attribute, bare)
            for known in vocabularies().get(name, ())
            for word in known
        }
        return words | {"none"} | self._values_in_use.get(attribute, set())

    @cached_property
    def attributes(self) -> set[str | int]:
        """Return the attributes of records, those that experts determine, and those that the rules derive."""
        found: set[str | int] = {word.value for word in (*OtherAttribute, *ExpertQuestion)}
        found |= set(vocabularies())
        for name, row in self._facts:
            if name == "derived_attribute":
                found.add(row[0])
            elif name == "table":
                found.add(row[2])
        # The kernel scales numbers of which a specialty may have none.
        return found | {row[0] for name, row in self.in_force if name == "unit"}

    @cached_property
    def _facts(self) -> list[Fact]:
        return [*self.in_force, *self.added]

    @cached_property
    def _introduced(self) -> Mapping[str, set[str | int]]:
        found: dict[str, set[str | int]] = {what: set() for what in _INTRODUCES.values()}
        for name, row in self._facts:
            if name in _INTRODUCES:
                found[_INTRODUCES[name]].add(row[0])
        return found

    @cached_property
    def _values_in_use(self) -> Mapping[str, set[str | int]]:
        """Return the words that the rules in force use for each attribute, and the steps of its scale."""
        found: dict[str, set[str | int]] = {}
        for name, row in self.in_force:
            roles = self.language.arguments[name, len(row)]
            if name == "order" or ("Attribute" in roles and "Value" in roles):
                told = dict(zip(roles, row, strict=True))
                value = row[1] if name == "order" else told["Value"]
                if not isinstance(value, Quoted):
                    found.setdefault(str(told["Attribute"]), set()).add(value)
        return found


_NO_SUCH_WORD: Final = Text("没有这个词", "no such word")
_WHAT: Final[Mapping[str, Text]] = {
    "Attribute": Text("没有这个属性", "no such attribute"),
    "Kind": Text("没有这种记录", "no such kind of record"),
    "Relation": Text("没有这种关系", "no such relation"),
    "Term": Text("没有这个术语", "no such term"),
    **{role: Text("没有这个条款", "no such clause") for role in sorted(_CLAUSES)},
}
