"""Do specialties, and clauses beside each other, define and ask the same?"""

from collections.abc import Iterator, Sequence
from typing import Final

from reasoner.errors import Text
from reasoner.model.vocabulary import attribute_label, kind_label
from reasoner.policy.definitions import meaning, plain
from reasoner.policy.finding import Finding
from reasoner.policy.kinds_of_finding import (
    DEFINED_DIFFERENTLY,
    MISSING_BESIDE_OTHERS,
    MISSING_TEST,
)
from reasoner.policy.record_fields import record_fields
from reasoner.policy.record_search import Wanted
from reasoner.policy.records import Records
from reasoner.policy.rule_facts import RuleFacts
from reasoner.rule_book import Clause, Test

# What all others test is worth a word where there are at least so many others.
_ENOUGH_SIBLINGS: Final = 2
_STATE: Final = "_state"


def check_siblings(specialties: Sequence[RuleFacts]) -> Iterator[Finding]:
    """Yield what specialties define or ask differently."""
    yield from _defined_differently(specialties)
    yield from _missing_tests(specialties)


def _defined_differently(specialties: Sequence[RuleFacts]) -> Iterator[Finding]:
    meanings: dict[str, dict[frozenset[tuple[str, str, tuple[str, ...]]], list[RuleFacts]]] = {}
    for rules in specialties:
        for name, term in rules.book.terms.items():
            if term.defined_in is not None:
                kinds = meanings.setdefault(plain(rules, name), {})
                kinds.setdefault(meaning(rules, term), []).append(rules)
    for name, found in meanings.items():
        if len(found) > 1:
            groups = [rules for some in found.values() for rules in some]
            places = [
                rules.book.terms[f"{rules.specialty}.{name}"].defined_in or "" for rules in groups
            ]
            cites = tuple(rules.cite(place) for rules, place in zip(groups, places, strict=True))
            listed = "；".join(
                "、".join(rules.specialty for rules in some) for some in found.values()
            )
            in_english = "; ".join(
                ", ".join(rules.specialty for rules in some) for some in found.values()
            )
            yield Finding(
                DEFINED_DIFFERENTLY,
                "all",
                tuple(places),
                cites,
                Text(
                    f"术语 {name} 有{len(found)}种定义，按专业分为：{listed}。",
                    f"the term {name} has {len(found)} definitions, by specialty: {in_english}.",
                ),
                name,
            )


def check_beside(rules: RuleFacts) -> Iterator[Finding]:
    """Yield clauses that lack a number, rank, duration or state that all others of the article on the kind ask for."""
    seen: set[str] = set()
    for track in rules.book.tracks:
        for article in rules.book.clauses[track].parts:
            for kind in sorted(rules.achievement_kinds):
                leaves = [one for one in rules.leaves_under(article) if one.kinds == (kind,)]
                for leaf in leaves:
                    others = [one for one in leaves if one.id != leaf.id]
                    if leaf.id not in seen and len(others) >= _ENOUGH_SIBLINGS:
                        seen.add(leaf.id)
                        yield from _missing_beside(rules, leaf, others)


def _missing_beside(rules: RuleFacts, leaf: Clause, others: Sequence[Clause]) -> Iterator[Finding]:
    own = {test.attribute for test in leaf.tests}
    if not own <= {test.attribute for one in others for test in one.tests}:
        # It asks for something else in its place.
        return
    if any(
        _step(rules, leaf, scale) > max(_step(rules, one, scale) for one in others) for scale in own
    ):
        return
    asked = ({test.attribute for test in one.tests if _is_measured(test)} for one in others)
    (kind,) = leaf.kinds
    label = kind_label(kind)
    for attribute in sorted(set.intersection(*asked) - own):
        what = rules.attribute_label(attribute)
        yield Finding(
            MISSING_BESIDE_OTHERS,
            rules.specialty,
            (leaf.id, *(one.id for one in others)),
            tuple(dict.fromkeys(one.cite for one in (leaf, *others))),
            Text(
                f"{leaf.cite}“{leaf.label.zh}”没有“{what.zh}”的要求，同一条关于{label.zh}的其他各项都有。",
                f"{leaf.cite}, {leaf.label.en}: nothing is asked of {what.en}; all else on {label.en} does.",
            ),
            attribute,
        )


def _step(rules: RuleFacts, clause: Clause, scale: str) -> int:
    """Return the step of *scale* that *clause* asks for, the lowest if it asks for several; 0 if it asks for none."""
    asked = {
        (scale, value) for test in clause.tests if test.attribute == scale for value in test.values
    }
    return min(
        (int(step) for name, word, step in rules.rows("order", 3) if (name, word) in asked),
        default=0,
    )


def _is_measured(test: Test) -> bool:
    """Tell whether the test is on a number or on a state."""
    return test.attribute.endswith(_STATE) or all(isinstance(value, int) for value in test.values)


# What each item of a kind tests, by specialty; items of one grade are compared.
_Tested = dict[tuple[str, str], dict[str, dict[str, frozenset[str]]]]


def _missing_tests(specialties: Sequence[RuleFacts]) -> Iterator[Finding]:
    """Yield properties that every performance item of a kind tests in all other specialties, and none in one."""
    by_id = {rules.specialty: rules for rules in specialties}
    for (_, kind), found in _tested(specialties).items():
        for specialty, leaves in found.items():
            others = [
                set.intersection(*map(set, some.values()))
                for name, some in found.items()
                if name != specialty
            ]
            if len(others) >= _ENOUGH_SIBLINGS:
                own = frozenset[str]().union(*leaves.values())
                for attribute in sorted(set.intersection(*others) - own):
                    if _matters(by_id[specialty], kind, attribute, sorted(leaves)):
                        continue
                    yield _missing(by_id[specialty], kind, attribute, sorted(leaves))


def _tested(specialties: Sequence[RuleFacts]) -> _Tested:
    tested: _Tested = {}
    for rules in specialties:
        for track in rules.book.tracks.values():
            for article in rules.performance(track.id):
                for leaf in rules.leaves_under(article):
                    attributes = frozenset(plain(rules, test.attribute) for test in leaf.tests)
                    for kind in leaf.kinds:
                        by_specialty = tested.setdefault((track.grade, kind), {})
                        by_specialty.setdefault(rules.specialty, {})[leaf.id] = attributes
    return tested


def _matters(rules: RuleFacts, kind: str, attribute: str, leaves: list[str]) -> bool:
    """Tell whether some definition of the specialty looks at *attribute* for one of *leaves*, or no record tells it."""
    fields = record_fields().get(kind)
    search = Records(rules).search(kind)
    if fields is None or search is None or attribute not in {*fields.words, *fields.numbers}:
        return True
    found = [search.find(Wanted(leaf)) for leaf in leaves]
    return any(one is not None and attribute in {*one.words, *one.numbers} for one in found)


def _missing(rules: RuleFacts, kind: str, attribute: str, leaves: list[str]) -> Finding:
    label, what = kind_label(kind), attribute_label(attribute)
    cites = tuple(dict.fromkeys(map(rules.cite, leaves)))
    return Finding(
        MISSING_TEST,
        rules.specialty,
        tuple(leaves),
        cites,
        Text(
            f"{'、'.join(cites)}对{label.zh}没有“{what.zh}”的要求，其他专业都有。",
            f"{', '.join(cites)}: nothing is asked of {what.en} of {label.en}, all other specialties do.",
        ),
        f"{kind} {attribute}",
    )
