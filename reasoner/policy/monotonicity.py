"""Is somebody with a better rank, level, grade or amount ever worse off?"""

from collections.abc import Iterator, Sequence

from reasoner.errors import Text
from reasoner.model.vocabulary import attribute_label, kind_label, word_label
from reasoner.policy.dead_and_covered import is_searched
from reasoner.policy.dossiers import Draft
from reasoner.policy.finding import Finding, Witness
from reasoner.policy.items import alternatives, item_of
from reasoner.policy.kinds_of_finding import WORSE_OFF
from reasoner.policy.record_fields import record_fields
from reasoner.policy.record_search import Found, Wanted
from reasoner.policy.records import Records
from reasoner.policy.scales import better_words, lower_is_better, own_attribute
from reasoner.rule_book import Clause


def check_monotonicity(records: Records) -> Iterator[Finding]:
    """Yield items that a better record does not meet although a worse one does, or that one more takes away."""
    rules = records.rules
    for some in alternatives(rules):
        for leaf in some:
            if len(leaf.kinds) != 1:
                continue
            if rules.achievement_kinds.issuperset(leaf.kinds):
                yield from _of_leaf(records, leaf, some)
            elif is_searched(records, leaf):
                # Of schooling, titles and honours a better one may open another way in.
                others = [one for one in rules.leaves if one.kinds == leaf.kinds]
                yield from _of_leaf(records, leaf, others)
    yield from _one_more(records)


def _one_more(records: Records) -> Iterator[Finding]:
    """Yield clauses that somebody meets who has no achievement, and who has one does not."""
    rules = records.rules
    for name in rules.tracks_of:
        clause = rules.book.clauses[name]
        if (
            clause.form != "excludes"
            or len(clause.kinds) != 1
            or not rules.achievement_kinds.issuperset(clause.kinds)
        ):
            continue
        kind = clause.kinds[0]
        search = records.search(kind)
        found = search.find(Wanted(name)) if search else None
        if found is None:
            continue
        draft = Draft(records)
        draft.add(kind, found)
        more = draft.dossier(name)
        label = kind_label(kind)
        yield Finding(
            WORSE_OFF,
            rules.specialty,
            (name,),
            (clause.cite,),
            Text(
                f"{clause.cite}“{clause.label.zh}”：多一项{label.zh}，反而不符合。",
                f"{clause.cite}, {clause.label.en}: with one more {label.en} it is no longer met.",
            ),
            "one_more",
            (
                Witness(
                    Text("没有的一份符合", "without it, it is met"),
                    {**more, "achievements": [], "determinations": []},
                    {name: "met"},
                    {},
                ),
                Witness(Text("多一项的不符合", "with it, it is not"), more, {name: "unmet"}, {}),
            ),
        )


def _of_leaf(records: Records, leaf: Clause, some: Sequence[Clause]) -> Iterator[Finding]:
    kind = leaf.kinds[0]
    search = records.search(kind, twins=True)
    if search is None:
        return
    enough = [one for one in some if kind in one.kinds and (one.needs or 1) <= (leaf.needs or 1)]
    for attribute in search.can_be_raised:
        if not _is_tested(records, leaf, attribute):
            continue
        found = search.find(
            Wanted(leaf.id),
            *(Wanted(one.id, passes=False, twin=True) for one in enough),
            raised=attribute,
        )
        if found is not None and _is_plain(found, leaf, records):
            yield _finding(records, leaf, attribute, found)


def _is_tested(records: Records, leaf: Clause, attribute: str) -> bool:
    """Tell whether *leaf* tests the attribute, or what a definition of the specialty makes of it."""
    own = {attribute, own_attribute(records.rules, attribute)}
    return any(test.attribute in own for test in leaf.tests)


def _is_plain(found: Found, leaf: Clause, records: Records) -> bool:
    """Tell whether the record tells no more than *leaf* asks, so that nothing else speaks against the better one."""
    search = records.search(leaf.kinds[0])
    least = search.find(Wanted(leaf.id)) if search else None
    return least is not None and set(found.words) <= {*least.words, found.raised}


def better(records: Records, kind: str, found: Found, attribute: str) -> Found:
    """Return *found* a step better in *attribute*."""
    if attribute in found.numbers:
        numbers = sorted(
            records.numbers(attribute), reverse=lower_is_better(records.rules, attribute)
        )
        step = numbers[numbers.index(found.numbers[attribute]) + 1]
        return Found(found.words, {**found.numbers, attribute: step})
    steps = dict(better_words(records.rules, attribute, record_fields()[kind].words[attribute]))
    word = steps[found.words[attribute][0]]
    return Found({**found.words, attribute: (word,)}, found.numbers)


def _finding(records: Records, leaf: Clause, attribute: str, found: Found) -> Finding:
    rules, kind = records.rules, leaf.kinds[0]
    item = rules.book.clauses[item_of(rules, leaf.id)]
    raised = better(records, kind, found, attribute)
    drafts = []
    for one in (found, raised):
        draft = Draft(records)
        draft.add(kind, one, times=leaf.needs or 1)
        drafts.append(draft.dossier(leaf.id))
    label = attribute_label(attribute)
    low, high = (_value(one, attribute) for one in (found, raised))
    return Finding(
        WORSE_OFF,
        rules.specialty,
        (leaf.id, item.id),
        tuple(dict.fromkeys((leaf.cite, item.cite))),
        Text(
            f"{leaf.cite}“{leaf.label.zh}”：{label.zh}由“{low.zh}”提高到“{high.zh}”，反而不符合。",
            f"{leaf.cite}, {leaf.label.en}: with {label.en} raised from {low.en} to {high.en} it is no longer met.",
        ),
        attribute,
        (
            Witness(
                Text("较低的一份符合", "the worse one meets it"), drafts[0], {item.id: "met"}, {}
            ),
            Witness(
                Text("较高的一份不符合", "the better one does not"),
                drafts[1],
                {item.id: "unmet"},
                {},
            ),
        ),
    )


def _value(found: Found, attribute: str) -> Text:
    if attribute in found.numbers:
        number = str(found.numbers[attribute])
        return Text(number, number)
    return word_label(attribute, found.words[attribute][0])
