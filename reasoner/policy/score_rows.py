"""Can every row of a scoring table add points, and does what is harder get more?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from reasoner.errors import Text
from reasoner.model.dossier import Dossier
from reasoner.policy.dossiers import Draft
from reasoner.policy.finding import Finding, Witness
from reasoner.policy.kinds_of_finding import EQUAL_POINTS, ROW_WITHOUT_POINTS, ROWS_OUT_OF_ORDER
from reasoner.policy.record_fields import record_fields
from reasoner.policy.record_search import Found, Wanted
from reasoner.policy.rule_facts import RuleFacts
from reasoner.policy.score_rules import ScoreRules, points
from reasoner.rule_book import Clause
from reasoner.scoring.match import match
from reasoner.scoring.sums import Case, add_up
from reasoner.scoring.table import Row, score_table

_TIMED = ("within", "overlaps")
_EACH = "each"
_RANK = "rank"


def check_score_rows(scoring: ScoreRules) -> Iterator[Finding]:
    """Yield rows that never add a point, and rows of a kind whose points do not follow what they ask."""
    unequal: list[Finding] = []
    for high, lows in _pairs(scoring):
        found = (finding for low in lows for finding in _of_pair(scoring, high, low))
        unequal += islice(found, 1)
    yield from unequal
    told = {finding.clauses[0] for finding in unequal}
    for row in scoring.table.rows.values():
        why = _without_points(scoring, row)
        if why is not None and row.id not in told:
            name = scoring.name(row)
            yield Finding(
                ROW_WITHOUT_POINTS,
                scoring.specialty,
                (row.id,),
                scoring.cite(row.id),
                Text(
                    f"{scoring.table.cite}“{name.zh}”加不了分：{why.zh}。",
                    f"{scoring.table.cite}, {name.en}: adds no point, {why.en}.",
                ),
            )


def self_score(rules: RuleFacts, dossier: Dossier) -> int | None:
    """Return the self-score of *dossier* by the table of *rules*, in hundredths of a point."""
    table = score_table(rules.setting)
    if table is None:
        return None
    cases = [Case(one, "claimed") for one in match([dossier], rules.setting, table)]
    return add_up(cases, rules.setting, table)[0].total


def _without_points(scoring: ScoreRules, row: Row) -> Text | None:
    """Return why *row* never adds a point; None if it can."""
    boxes = scoring.table.boxes
    if row.worth <= 0 or not any(scoring.coefficient(row).values()):
        return Text("分值或系数为零", "it is worth nothing")
    if any(boxes[box].maximum == 0 for box in scoring.table.above[row.id] if box in boxes):
        return Text("所在部分最高零分", "the maximum of the part is nothing")
    leaves = scoring.leaves(row)
    if not leaves or not all(_is_searched(scoring, leaf) for leaf in leaves):
        return None
    if not any(_finds(scoring, leaf) for leaf in leaves):
        return Text("没有记录能归入这一行", "no record can stand in it")
    if not any(_finds(scoring, leaf, *_higher(scoring, row, leaf)) for leaf in leaves):
        return Text(
            "能归入的总先归入更高的一行", "a higher row of the scale takes whatever fits it"
        )
    return None


def _is_searched(scoring: ScoreRules, leaf: Clause) -> bool:
    """Tell whether the search can settle *leaf*: a search has certain days only, and years follow from days."""
    rules = scoring.rules
    derived = {str(row[0]) for row in rules.rows("derived_attribute", 4)}
    achievement = rules.achievement_kinds.issuperset(leaf.kinds)
    return set(leaf.kinds) <= set(record_fields()) and not any(
        (test.relation in _TIMED and not achievement)
        or (test.attribute in derived and any(isinstance(one, int) for one in test.values))
        for test in leaf.tests
    )


def _finds(scoring: ScoreRules, leaf: Clause, *fails: Clause) -> Found | None:
    search = scoring.records.search(leaf.kinds[0])
    if search is None:
        return None
    others = (Wanted(one.id, passes=False) for one in fails)
    return search.find(Wanted(leaf.id), *others, smallest=False)


def _higher(scoring: ScoreRules, row: Row, leaf: Clause) -> list[Clause]:
    """Return the leaves of rows that take a record before *row* does, on the same scale."""
    table, scales = scoring.table, scoring.scales(row.id)
    return [
        other
        for one in table.rows.values()
        if one.id != row.id and scoring.scales(one.id) & scales and one.form == _EACH
        if (one.worth, -table.printed[one.id]) > (row.worth, -table.printed[row.id])
        for other in scoring.leaves(one)
        if other.kinds == leaf.kinds
    ]


def _pairs(scoring: ScoreRules) -> Iterator[tuple[Row, list[Row]]]:
    """Yield rows, each with those of its group to which it may give no more points at some rank, the dearest first."""
    groups: dict[str, list[Row]] = {}
    for row in scoring.table.rows.values():
        if row.form == _EACH:
            groups.setdefault(scoring.group(row), []).append(row)
    for rows in groups.values():
        for high in rows:
            lows = [
                low for low in rows if low.id != high.id and _fault(scoring, high, low) is not None
            ]
            yield high, sorted(lows, key=lambda low: -low.worth)


@dataclass(frozen=True)
class _Fault:
    """The first *rank* at which a row gets *less* than another, or no more at any rank."""

    rank: int
    less: bool


def _fault(scoring: ScoreRules, high: Row, low: Row) -> _Fault | None:
    """Return where *high* gets no more than *low*; None if it gets more at some rank and less at none."""
    first, second = scoring.coefficient(high), scoring.coefficient(low)
    ranks = sorted({*first, *second})
    got = [(rank, high.worth * _at(first, rank), low.worth * _at(second, rank)) for rank in ranks]
    less = next((rank for rank, one, other in got if one < other), None)
    if less is not None:
        return _Fault(less, less=True)
    return _Fault(1, less=False) if all(one == other for _, one, other in got) else None


def _at(coefficient: Mapping[int, int], rank: int) -> int:
    return coefficient[max(step for step in coefficient if step <= rank)]


def _of_pair(scoring: ScoreRules, high: Row, low: Row) -> Iterator[Finding]:
    """Yield the finding, if whatever stands in *high* would also stand in *low* and not the other way round."""
    fault = _fault(scoring, high, low)
    if fault is None:
        return
    for one in scoring.leaves(high):
        for other in scoring.leaves(low):
            if one.kinds != other.kinds or not _are_alike(scoring, high, low, one, other):
                continue
            if _finds(scoring, one, other) or not _finds(scoring, other, one):
                continue
            finding = _unequal(scoring, (high, one), (low, other), fault)
            if finding is not None:
                yield finding
                return


def _are_alike(scoring: ScoreRules, high: Row, low: Row, one: Clause, other: Clause) -> bool:
    """Tell whether the rows are steps of one scale, stand in one block, or test the same attributes."""
    if scoring.scales(high.id) & scoring.scales(low.id) or high.block == low.block:
        return True
    return {test.attribute for test in one.tests} == {test.attribute for test in other.tests}


def _unequal(
    scoring: ScoreRules, high: tuple[Row, Clause], low: tuple[Row, Clause], fault: _Fault
) -> Finding | None:
    # Where the row of less is a lower step of the scale, the other row takes its records.
    better = _record(scoring, *high) or _finds(scoring, high[1])
    worse = _record(scoring, *low, high[1])
    if better is None or worse is None:
        return None
    drafts = [
        _draft(scoring, row, found, fault.rank)
        for (row, _), found in ((high, better), (low, worse))
    ]
    told = [
        self_score(scoring.rules, Dossier.model_validate(draft, by_name=True)) or 0
        for draft in drafts
    ]
    if told[0] > told[1]:
        return None
    worth = [row.worth for row, _ in (high, low)] if fault.rank == 1 else told
    names = [scoring.name(row) for row, _ in (high, low)]
    at = (
        Text(f"（排名第{fault.rank}）", f" (rank {fault.rank})") if fault.rank > 1 else Text("", "")
    )
    return Finding(
        ROWS_OUT_OF_ORDER if fault.less else EQUAL_POINTS,
        scoring.specialty,
        (high[0].id, low[0].id),
        scoring.cite(high[0].id),
        Text(
            f"{scoring.table.cite}“{names[0].zh}”要求高于“{names[1].zh}”，"
            f"得{points(worth[0])}分，后者得{points(worth[1])}分{at.zh}。",
            f"{scoring.table.cite}, {names[0].en}: asks for more than {names[1].en}, "
            f"and gets {points(worth[0])} points where that gets {points(worth[1])}{at.en}.",
        ),
        witnesses=_witnesses(drafts, told),
    )


def _record(scoring: ScoreRules, row: Row, leaf: Clause, *fails: Clause) -> Found | None:
    """Return the record that tells least of those that stand in *row* and no higher, and fail *fails*."""
    search = scoring.records.search(leaf.kinds[0])
    others = {one.id for one in (*_higher(scoring, row, leaf), *fails)}
    wanted = (Wanted(one, passes=False) for one in sorted(others))
    return search.find(Wanted(leaf.id), *wanted) if search else None


def _draft(scoring: ScoreRules, row: Row, found: Found, rank: int) -> dict[str, Any]:
    kind = next(leaf.kinds[0] for leaf in scoring.leaves(row))
    if _RANK in record_fields()[kind].numbers and _RANK not in found.words:
        found = replace(found, numbers={_RANK: rank, **found.numbers})
    draft = Draft(scoring.records)
    draft.add(kind, found)
    return draft.dossier(row.id)


def _witnesses(drafts: Sequence[dict[str, Any]], told: Sequence[int]) -> tuple[Witness, ...]:
    shown = (Text("要求较高的一行", "the harder row"), Text("要求较低的一行", "the easier row"))
    return tuple(
        Witness(shows, draft, {}, {}, hundredths)
        for shows, draft, hundredths in zip(shown, drafts, told, strict=True)
    )
