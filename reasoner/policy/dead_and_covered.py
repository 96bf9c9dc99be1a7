"""Which clauses can nobody meet, which change nothing, and which quotas can be neither reached nor failed?"""

from collections.abc import Iterator

from reasoner.errors import Text
from reasoner.policy.dossiers import Draft
from reasoner.policy.finding import Finding, Witness
from reasoner.policy.items import alternatives
from reasoner.policy.kinds_of_finding import (
    COVERED,
    DEAD,
    EVERYBODY_MEETS,
    QUOTA_OF_NOTHING,
    QUOTA_OUT_OF_REACH,
)
from reasoner.policy.record_fields import record_fields
from reasoner.policy.record_search import Wanted
from reasoner.policy.records import Records
from reasoner.policy.rule_facts import RuleFacts, rule_facts
from reasoner.rule_book import Clause

_MEASURED = ("counts", "measures", "sums")
_TIMED = ("within", "overlaps")


def check_dead_and_covered(records: Records) -> Iterator[Finding]:
    """Yield clauses that nobody can meet or that another covers, and quotas that decide nothing."""
    rules = records.rules
    dead = {leaf.id for leaf in rules.leaves if _is_dead(records, leaf)}
    for name in sorted(dead):
        clause = rules.book.clauses[name]
        yield Finding(
            DEAD,
            rules.specialty,
            (name,),
            (clause.cite,),
            Text(
                f"{clause.cite}“{clause.label.zh}”：没有任何成果能够符合。",
                f"{clause.cite}, {clause.label.en}: no record can meet it.",
            ),
        )
    yield from _quotas(rules, dead)
    yield from _trivial(records, dead)
    yield from _covered(records, dead)


def is_searched(records: Records, leaf: Clause) -> bool:
    """Tell whether the search can settle *leaf*: a window on what is no achievement may lie anywhere."""
    achievements = records.rules.achievement_kinds.issuperset(leaf.kinds)
    return set(leaf.kinds) <= set(record_fields()) and (
        achievements or not any(test.relation in _TIMED for test in leaf.tests)
    )


def _is_dead(records: Records, leaf: Clause) -> bool:
    return is_searched(records, leaf) and not any(
        search.find(Wanted(leaf.id), smallest=False)
        for search in map(records.search, leaf.kinds)
        if search
    )


def _quotas(rules: RuleFacts, dead: set[str]) -> Iterator[Finding]:
    known: dict[str, bool] = {}

    def is_dead(name: str) -> bool:
        if name not in known:
            clause = rules.book.clauses[name]
            gone = [part for part in clause.parts if is_dead(part)]
            if clause.form == "all_of":
                known[name] = bool(gone)
            elif clause.form in ("any_of", "at_least"):
                known[name] = len(clause.parts) - len(gone) < (clause.needs or 0)
            else:
                known[name] = name in dead
        return known[name]

    for name in rules.tracks_of:
        clause = rules.book.clauses[name]
        living = sum(not is_dead(part) for part in clause.parts)
        if clause.form in ("any_of", "at_least") and clause.needs is not None:
            if living < clause.needs:
                yield _quota(
                    rules,
                    clause,
                    f"要求具备{clause.needs}项，能够符合的只有{living}项",
                    f"asks for {clause.needs}, of which {living} can be met",
                )
            elif clause.needs <= 0:
                yield _quota(rules, clause, "要求的项数为零", "asks for none")


def _trivial(records: Records, dead: set[str]) -> Iterator[Finding]:
    """Yield clauses that are met whatever a dossier tells, the lowest alone that make others so."""
    rules = records.rules
    known: dict[str, bool] = {}

    def is_trivial(name: str) -> bool:
        if name not in known:
            clause = rules.book.clauses[name]
            met = sum(map(is_trivial, clause.parts))
            if clause.form in _MEASURED:
                known[name] = clause.needs is not None and clause.needs <= 0
            elif clause.form == "excludes":
                known[name] = _is_dead(records, clause)
            elif clause.form == "negates":
                known[name] = set(clause.parts) <= dead
            elif clause.form == "all_of":
                known[name] = bool(clause.parts) and met == len(clause.parts)
            else:
                known[name] = bool(clause.parts) and 0 < (clause.needs or 0) <= met
        return known[name]

    for name in rules.tracks_of:
        clause = rules.book.clauses[name]
        if is_trivial(name) and not (clause.parts and all(map(is_trivial, clause.parts))):
            yield Finding(
                EVERYBODY_MEETS,
                rules.specialty,
                (name,),
                (clause.cite,),
                Text(
                    f"{clause.cite}“{clause.label.zh}”：不论材料如何都符合。",
                    f"{clause.cite}, {clause.label.en}: is met whatever a dossier tells.",
                ),
            )


def _quota(rules: RuleFacts, clause: Clause, zh: str, en: str) -> Finding:
    kind = QUOTA_OUT_OF_REACH if clause.needs else QUOTA_OF_NOTHING
    return Finding(
        kind,
        rules.specialty,
        (clause.id,),
        (clause.cite,),
        Text(f"{clause.cite}“{clause.label.zh}”{zh}。", f"{clause.cite}, {clause.label.en}: {en}."),
    )


def _covered(records: Records, dead: set[str]) -> Iterator[Finding]:
    rules = records.rules
    rivals: dict[tuple[str, str], Records] = {}
    for some in alternatives(rules):
        reported: set[str] = set()
        for leaf in some:
            for other in some:
                if (
                    leaf.id in dead
                    or leaf.id == other.id
                    or other.id in reported
                    or leaf.id in reported
                ):
                    continue
                if _covers(records, other, leaf) and _covers_by_all_readings(
                    records, other, leaf, rivals
                ):
                    reported.add(leaf.id)
                    yield from _covered_finding(records, leaf, other)


def _covers(records: Records, wide: Clause, narrow: Clause) -> bool:
    """Tell whether every record of *narrow* is one of *wide*, which needs no more of them."""
    if (
        wide.kinds != narrow.kinds
        or len(wide.kinds) != 1
        or (wide.needs or 1) > (narrow.needs or 1)
    ):
        return False
    if not (is_searched(records, narrow) and _timed(wide) == _timed(narrow)):
        return False
    search = records.search(wide.kinds[0])
    if search is None or any(
        narrow.id in seen.passes and wide.id in seen.fails for seen in search.seen
    ):
        return False
    return not search.find(Wanted(narrow.id), Wanted(wide.id, passes=False), smallest=False)


def _timed(leaf: Clause) -> frozenset[tuple[str, str, tuple[str | int, ...]]]:
    return frozenset(
        (test.attribute, test.relation, test.values)
        for test in leaf.tests
        if test.relation in _TIMED
    )


def _covers_by_all_readings(
    records: Records, wide: Clause, narrow: Clause, known: dict[tuple[str, str], Records]
) -> bool:
    """Tell whether it is so by every reading of either clause, so that the words themselves say it."""
    rules = records.rules
    for name in sorted({*wide.readings, *narrow.readings} & rules.book.readings.keys()):
        reading = rules.book.readings[name]
        for option in reading.options:
            if option.id == reading.default:
                continue
            key = reading.id, option.id
            if key not in known:
                known[key] = Records(rule_facts(rules.setting.rules, rules.specialty, dict([key])))
            clauses = known[key].rules.book.clauses
            if not _covers(known[key], clauses[wide.id], clauses[narrow.id]):
                return False
    return True


def _covered_finding(records: Records, leaf: Clause, other: Clause) -> Iterator[Finding]:
    rules = records.rules
    search = records.search(leaf.kinds[0])
    found = search.find(Wanted(leaf.id)) if search else None
    if found is None:
        return
    draft = Draft(records)
    draft.add(leaf.kinds[0], found, times=leaf.needs or 1)
    yield Finding(
        COVERED,
        rules.specialty,
        (leaf.id, other.id),
        (leaf.cite, other.cite),
        Text(
            f"{leaf.cite}“{leaf.label.zh}”：凡符合的都已符合“{other.label.zh}”。",
            f"{leaf.cite}, {leaf.label.en}: whatever meets it already meets “{other.label.en}”.",
        ),
        witnesses=(
            Witness(
                Text("符合其一即同时符合两者", "it meets both"),
                draft.dossier(leaf.id),
                {leaf.id: "met", other.id: "met"},
                {},
            ),
        ),
    )
