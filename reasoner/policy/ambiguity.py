"""By which readings does the answer to some dossier differ?"""

from collections.abc import Iterator, Mapping
from typing import Any

from reasoner.errors import Text
from reasoner.evaluate import evaluate, evaluate_rivals
from reasoner.model.dossier import Dossier
from reasoner.policy.dossiers import Draft
from reasoner.policy.finding import Finding, Witness
from reasoner.policy.kinds_of_finding import DEPENDS_ON_READING
from reasoner.policy.record_fields import record_fields
from reasoner.policy.record_search import Found, Wanted
from reasoner.policy.records import Records
from reasoner.rule_book import Clause, Option, Reading

_SETTLED = ("met", "unmet")


def check_ambiguity(records: Records) -> Iterator[Finding]:
    """Yield the readings whose rival turns the answer on a clause for some dossier."""
    rules = records.rules
    pool = list(_pool(records))
    rivals = [
        (reading, option)
        for reading in rules.book.readings.values()
        for option in reading.options
        if option.id != reading.default
    ]
    if not pool or not rivals:
        return
    dossiers = [Dossier.model_validate(dossier, by_name=True) for _, dossier in pool]
    usual = evaluate(dossiers, rules.setting)
    tried = evaluate_rivals(usual, rules.setting, [(one.id, option.id) for one, option in rivals])
    for (reading, option), outcome in zip(rivals, tried, strict=True):
        flips: dict[str, tuple[Mapping[str, Any], str, str]] = {}
        for (leaf, dossier), before, after in zip(pool, usual, outcome.statuses, strict=True):
            one, other = before.answer.status(leaf), after.get(leaf, "undetermined")
            if one != other and one in _SETTLED and other in _SETTLED:
                flips.setdefault(leaf, (dossier, one, other))
        if flips:
            yield _finding(records, reading, option, flips)


def _pool(records: Records) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield dossiers that meet, or only just miss, a clause that some reading touches."""
    rules = records.rules
    touched: dict[str, set[frozenset[str]]] = {}
    for clauses in rules.book.read_by.values():
        for clause, attributes in clauses:
            touched.setdefault(clause, set()).add(attributes)
    for leaf in rules.leaves:
        if leaf.id not in touched or len(leaf.kinds) != 1 or leaf.kinds[0] not in record_fields():
            continue
        for found in _near(records, leaf, touched[leaf.id]):
            draft = Draft(records)
            draft.add(leaf.kinds[0], found, times=leaf.needs or 1)
            yield leaf.id, draft.dossier(leaf.id)


def _near(records: Records, leaf: Clause, touched: set[frozenset[str]]) -> Iterator[Found]:
    search = records.search(leaf.kinds[0])
    if search is None:
        return
    wanted = [Wanted(leaf.id)]
    wanted += [
        Wanted(leaf.id, passes=False, fails_only=attributes)
        for attributes in sorted(touched, key=sorted)
        if attributes
    ]
    seen: list[Found] = []
    for one in wanted:
        for smallest in (True, False):
            found = search.find(one, smallest=smallest)
            if found is not None and found not in seen:
                seen.append(found)
                yield found


def _finding(
    records: Records,
    reading: Reading,
    option: Option,
    flips: Mapping[str, tuple[Mapping[str, Any], str, str]],
) -> Finding:
    rules = records.rules
    usual = reading.option(reading.default)
    first, (dossier, before, after) = next(iter(flips.items()))
    return Finding(
        DEPENDS_ON_READING,
        rules.specialty,
        tuple(flips),
        tuple(dict.fromkeys(map(rules.cite, flips))),
        Text(
            f"{reading.cite}：{reading.question.zh}？读作“{usual.label.zh}”还是“{option.label.zh}”，结论不同。",
            f"{reading.cite}: {reading.question.en}? "
            f"The answer differs between “{usual.label.en}” and “{option.label.en}”.",
        ),
        f"{reading.id}={option.id}",
        (
            Witness(
                Text(f"按默认读法：{usual.label.zh}", f"by the default: {usual.label.en}"),
                dossier,
                {first: before},
                {},
            ),
            Witness(
                Text(f"按另一读法：{option.label.zh}", f"by the rival: {option.label.en}"),
                dossier,
                {first: after},
                {reading.id: option.id},
            ),
        ),
    )
