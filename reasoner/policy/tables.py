"""Are the classification tables whole? Gaps, overlaps, values without a class, classes without a value."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from reasoner.errors import Text
from reasoner.model.vocabulary import attribute_label, word_label
from reasoner.policy.finding import Finding, Kind
from reasoner.policy.kinds_of_finding import (
    CASE_WITHOUT_LIMITS,
    CLAIMED_TWICE,
    GAP,
    NEVER_REACHED,
    OUT_OF_ORDER,
    STEP_WITHOUT_CLASS,
)
from reasoner.policy.record_fields import record_fields
from reasoner.policy.rule_facts import RuleFacts
from reasoner.rule_book import Table

# A measure: the attribute, and the case for which the limits hold ("" where they hold for all).
_Measure = tuple[str, str]
_OTHER = "other"
_STEP = re.compile(r"(.+_)([a-z]|[0-9]+)")


def check_tables(rules: RuleFacts) -> Iterator[Finding]:
    """Yield what is odd about the classification tables."""
    lowered = {str(row[1]) for row in rules.rows("one_class_down", 4)}
    for table in rules.book.tables.values():
        if table.id in lowered:
            continue
        limits = _limits(rules, table)
        yield from _gaps(rules, table, limits)
        yield from _order(rules, table, limits)
        yield from _claimed_twice(rules, table)
        yield from _never_reached(rules, table, limits)
        yield from _cases(rules, table)
        yield from _steps(rules, table)


def _finding(  # noqa: PLR0913, PLR0917 - what the finding says, in parts
    kind: Kind, rules: RuleFacts, table: Table, zh: str, en: str, about: str
) -> Finding:
    says = Text(f"{table.cite}“{table.label.zh}”：{zh}", f"{table.cite}, {table.label.en}: {en}")
    return Finding(kind, rules.specialty, (table.id,), (table.cite,), says, about)


def _limits(rules: RuleFacts, table: Table) -> Mapping[_Measure, dict[int, int]]:
    """Return by measure the lowest number, or step of a scale, of each class."""
    places = {name: place for place, name in table.classes.items()}
    order = {(row[0], row[1]): int(row[2]) for row in rules.rows("order", 3)}
    found: dict[_Measure, dict[int, int]] = {}
    for one, name, attribute, low in rules.rows("floor", 4):
        step = low if isinstance(low, int) else order.get((attribute, low))
        if one == table.id and step is not None:
            found.setdefault((str(attribute), ""), {})[places[str(name)]] = step
    for one, name, _, value, attribute, low in rules.rows("floor_for", 6):
        if one == table.id:
            found.setdefault((str(attribute), str(value)), {})[places[str(name)]] = int(low)
    return found


def _measure(measure: _Measure, rules: RuleFacts) -> Text:
    attribute, case = measure
    label = rules.book.attribute_labels.get(attribute) or attribute_label(attribute)
    if not case:
        return label
    said = word_label("industry", case)
    return Text(f"{said.zh}·{label.zh}", f"{said.en}, {label.en}")


def _class(table: Table, place: int) -> Text:
    return word_label(table.attribute, table.classes[place])


def _gaps(
    rules: RuleFacts, table: Table, limits: Mapping[_Measure, dict[int, int]]
) -> Iterator[Finding]:
    for measure, floors in limits.items():
        for place in table.classes:
            if min(floors) < place < max(floors) and place not in floors:
                by, name = _measure(measure, rules), _class(table, place)
                yield _finding(
                    GAP,
                    rules,
                    table,
                    f"按{by.zh}，{name.zh}没有下限，前后各级都有。",
                    f"by {by.en}, {name.en} has no lower limit, the classes around it have.",
                    f"{'.'.join(filter(None, measure))}={table.classes[place]}",
                )


def _order(
    rules: RuleFacts, table: Table, limits: Mapping[_Measure, dict[int, int]]
) -> Iterator[Finding]:
    for measure, floors in limits.items():
        for lower, higher in pairwise(sorted(floors)):
            if floors[higher] <= floors[lower]:
                by = _measure(measure, rules)
                low, high = _class(table, lower), _class(table, higher)
                yield _finding(
                    OUT_OF_ORDER,
                    rules,
                    table,
                    f"按{by.zh}，{high.zh}的下限（{floors[higher]}）不高于{low.zh}的下限（{floors[lower]}）。",
                    f"by {by.en}, {high.en} begins at {floors[higher]}, {low.en} at {floors[lower]}.",
                    f"{'.'.join(filter(None, measure))}={table.classes[higher]}",
                )


def _claimed_twice(rules: RuleFacts, table: Table) -> Iterator[Finding]:
    classes: dict[tuple[str, str], list[str]] = {}
    for one, name, attribute, value in rules.rows("criterion", 4):
        if one == table.id:
            classes.setdefault((str(attribute), str(value)), []).append(str(name))
    for (attribute, value), names in classes.items():
        if len(names) > 1:
            word = word_label(attribute, value)
            both = [word_label(table.attribute, name) for name in names]
            yield _finding(
                CLAIMED_TWICE,
                rules,
                table,
                f"“{word.zh}”同时归入{'、'.join(one.zh for one in both)}。",
                f"{word.en} belongs to {' and '.join(one.en for one in both)}.",
                f"{attribute}={value}",
            )


def _never_reached(
    rules: RuleFacts, table: Table, limits: Mapping[_Measure, dict[int, int]]
) -> Iterator[Finding]:
    named = {str(row[1]) for row in rules.rows("criterion", 4) if row[0] == table.id}
    reached = {place for floors in limits.values() for place in floors}
    for place, name in table.classes.items():
        if place and place not in reached and name not in named:
            label = _class(table, place)
            yield _finding(
                NEVER_REACHED,
                rules,
                table,
                f"没有任何标准归入{label.zh}。",
                f"nothing belongs to {label.en}.",
                name,
            )


def _cases(rules: RuleFacts, table: Table) -> Iterator[Finding]:
    rows = [row for row in rules.rows("floor_for", 6) if row[0] == table.id]
    covered = {str(row[3]) for row in rows}
    covered |= {str(row[2]) for row in rules.rows("rest_for", 3) if row[0] == table.id}
    named = {_OTHER} | {str(row[3]) for row in rules.rows("where", 4)}
    for case in sorted({str(row[2]) for row in rows}):
        fields = record_fields().get(table.kind)
        for word in fields.words.get(case, ()) if fields else ():
            # Specialties share the words of the models; one that no rule here names belongs to another.
            if word not in covered and word in named:
                attribute, label = attribute_label(case), word_label(case, word)
                yield _finding(
                    CASE_WITHOUT_LIMITS,
                    rules,
                    table,
                    f"{attribute.zh}为“{label.zh}”时没有界限，无从分级。",
                    f"there are no limits where {attribute.en} is {label.en}.",
                    f"{case}={word}",
                )


def _steps(rules: RuleFacts, table: Table) -> Iterator[Finding]:
    """Yield words such as ``list_b`` that have no class while ``list_a`` and ``list_c`` have one."""
    rows = [row for row in rules.rows("criterion", 4) if row[0] == table.id]
    fields = record_fields().get(table.kind)
    known = {word for words in fields.words.values() for word in words} if fields else set()
    series: dict[str, set[str]] = {}
    for row in rows:
        step = _STEP.fullmatch(str(row[3]))
        if step:
            series.setdefault(step[1], set()).add(step[2])
    for stem, steps in sorted(series.items()):
        for word in sorted(known):
            step = _STEP.fullmatch(word)
            if (
                step
                and step[1] == stem
                and step[2] not in steps
                and min(steps) < step[2] < max(steps)
            ):
                attribute = (
                    next(at for at, words in fields.words.items() if word in words)
                    if fields
                    else ""
                )
                label = word_label(attribute, word)
                yield _finding(
                    STEP_WITHOUT_CLASS,
                    rules,
                    table,
                    f"“{label.zh}”没有归级，同一序列前后的都归了级。",
                    f"{label.en} has no class, the steps before and after it have.",
                    word,
                )
