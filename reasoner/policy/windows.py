"""Do the windows fit? Durations, beginnings and ends, clocks, achievements without a window."""

from collections.abc import Iterator

from reasoner.errors import Text
from reasoner.policy.finding import Finding
from reasoner.policy.kinds_of_finding import (
    CLOCKS_DIFFER,
    LONGER_THAN_WINDOW,
    NO_WINDOW,
    WINDOW_WITHOUT_END,
)
from reasoner.policy.rule_facts import RuleFacts
from reasoner.rule_book import Clause

_TIMED = ("within", "overlaps")


def check_windows(rules: RuleFacts) -> Iterator[Finding]:
    """Yield what is odd about stretches of time."""
    yield from _durations(rules)
    yield from _ends(rules)
    yield from _clocks(rules)
    for track in rules.book.tracks:
        for article in (*rules.doors(track), *rules.performance(track)):
            yield from _without_window(rules, article)


def _durations(rules: RuleFacts) -> Iterator[Finding]:
    years = {str(window): int(count) for window, count in rules.rows("window_years", 2)}
    reaching_back = {str(row[0]) for row in rules.rows("window_since", 2)}
    for name, window in ((str(row[0]), str(row[1])) for row in rules.rows("measured_within", 2)):
        clause = rules.book.clauses.get(name)
        if clause is None or clause.needs is None or window in reaching_back:
            continue
        if clause.needs > years.get(window, clause.needs):
            yield Finding(
                LONGER_THAN_WINDOW,
                rules.specialty,
                (name,),
                (clause.cite,),
                Text(
                    f"{clause.cite}“{clause.label.zh}”要求满{clause.needs}年，计算期限只有{years[window]}年。",
                    f"{clause.cite}, {clause.label.en}: asks for {clause.needs} years in a window of {years[window]}.",
                ),
                window,
            )


def _ends(rules: RuleFacts) -> Iterator[Finding]:
    begun = {
        str(row[0])
        for name in ("window_years", "window_since", "window_from")
        for row in rules.rows(name, 2)
    }
    cut = {str(row[0]) for row in rules.rows("cutoff", 2)}
    for window, clock, zh, en in rules.rows("window", 4):
        users = [
            clause
            for clause in rules.book.clauses.values()
            for test in clause.tests
            if test.relation in _TIMED and window in test.values
        ]
        for lacking, said in (
            (window not in begun, Text("没有起点", "has no beginning")),
            (clock not in cut, Text("没有截止日", "has no last day")),
        ):
            if lacking and users:
                yield Finding(
                    WINDOW_WITHOUT_END,
                    rules.specialty,
                    tuple(dict.fromkeys(clause.id for clause in users)),
                    tuple(dict.fromkeys(clause.cite for clause in users)),
                    Text(f"期限“{zh}”{said.zh}。", f"the window “{en}” {said.en}."),
                    str(window),
                )


def _clocks(rules: RuleFacts) -> Iterator[Finding]:
    days = {str(clock): int(day) for clock, day in rules.rows("cutoff", 2)}
    used: dict[str, list[Clause]] = {}
    windows = {str(row[0]): str(row[1]) for row in rules.rows("window", 4)}
    for clause in rules.book.clauses.values():
        if clause.measured_until in days:
            used.setdefault(str(clause.measured_until), []).append(clause)
        for test in clause.tests:
            if test.relation in _TIMED and windows.get(str(test.values[0])) in days:
                used.setdefault(windows[str(test.values[0])], []).append(clause)
    if len({days[clock] for clock in used}) > 1:
        first = [clauses[0] for _, clauses in sorted(used.items())]
        named = "、".join(f"{one.cite}（{one.label.zh}）" for one in first)
        in_english = "; ".join(f"{one.cite} ({one.label.en})" for one in first)
        yield Finding(
            CLOCKS_DIFFER,
            rules.specialty,
            tuple(one.id for one in first),
            tuple(one.cite for one in first),
            Text(f"计算截止日不同：{named}。", f"counted to different days: {in_english}."),
            " ".join(sorted(used)),
        )


def _without_window(rules: RuleFacts, article: str) -> Iterator[Finding]:
    leaves = [
        leaf
        for leaf in rules.leaves_under(article)
        if rules.achievement_kinds.issuperset(leaf.kinds)
    ]
    timed = {leaf.id for leaf in leaves if any(test.relation in _TIMED for test in leaf.tests)}
    for leaf in leaves:
        if timed and leaf.id not in timed:
            yield Finding(
                NO_WINDOW,
                rules.specialty,
                (leaf.id,),
                (leaf.cite,),
                Text(
                    f"{leaf.cite}“{leaf.label.zh}”没有期限，同条其他成果都有。",
                    f"{leaf.cite}, {leaf.label.en}: has no window, others of the article have.",
                ),
            )
