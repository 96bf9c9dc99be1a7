"""The difference of two assessments as an outline."""

from collections.abc import Iterator

from reasoner.errors import Text
from reasoner.model.amounts import points
from reasoner.model.assessment import Evidence
from reasoner.model.difference import Difference, RecordChange
from reasoner.report.outline import Block, Entry, Outline
from reasoner.report.question_wording import QuestionWording
from reasoner.report.words import ADVICE, STATUS_OF

_HEADINGS = {
    "changes": Text("改动", "Changes"),
    "routes": Text("申报路径", "Routes"),
    "scores": Text("分数", "Scores"),
    "clauses": Text("状态改变的条款", "Clauses with another status"),
    "why": Text("原因", "Why"),
}


def what_if_outline(found: Difference, words: QuestionWording) -> Outline:
    """Return what has changed, and why."""
    before, after = (words.verdict(side.verdict) for side in (found.before, found.after))
    told = before if found.before.verdict == found.after.verdict else f"{before} → {after}"
    same = words.pick("（不变）", " (as before)") if before == after else ""
    result = Entry(words.pick("结论：", "Verdict: ") + told + same, STATUS_OF[found.after.verdict])
    blocks = [
        Block(words.say(_HEADINGS["changes"]), tuple(Entry(one) for one in found.changes)),
        Block(words.say(_HEADINGS["routes"]), tuple(_routes(found, words))),
    ]
    if scores := tuple(_scores(found, words)):
        blocks.append(Block(words.say(_HEADINGS["scores"]), scores))
    if found.clauses:
        blocks.append(Block(words.say(_HEADINGS["clauses"]), words.changes(found.clauses)))
    if found.records:
        reasons = tuple(_reason(one, words) for one in found.records)
        blocks.append(Block(words.say(_HEADINGS["why"]), reasons))
    return Outline(
        words.title(found.candidate, found.track, words.say(found.track_label)),
        result,
        tuple(blocks),
        (words.say(ADVICE),),
    )


def _routes(found: Difference, words: QuestionWording) -> Iterator[Entry]:
    for status, routes, name in (
        ("met", found.opened, words.pick("打开：", "opened: ")),
        ("unmet", found.closed, words.pick("关闭：", "closed: ")),
    ):
        for route in routes:
            yield Entry(name + words.route(route), status, route)
    if not found.opened and not found.closed:
        yield Entry(words.pick("没有变化", "no change"))
    if found.before.interview != found.after.interview:
        was, becomes = (words.duty(side.interview) for side in (found.before, found.after))
        yield Entry(words.pick(f"面试答辩：{was} → {becomes}", f"interview: {was} → {becomes}"))


def _scores(found: Difference, words: QuestionWording) -> Iterator[Entry]:
    """Yield the scores that there are, before and after."""
    before, after = found.before, found.after
    by_table = after.computed is not None or before.computed is not None
    own = words.pick("自评分（按赋分表计算）", "self-score (by the scoring table)")
    for name, was, becomes in (
        (own if by_table else words.pick("自评分", "self-score"), before.score, after.score),
        (
            words.pick("自评分，事实补全后至多", "self-score, at most once every fact is told"),
            None if before.computed is None else before.computed.possible,
            None if after.computed is None else after.computed.possible,
        ),
        (words.pick("核定分", "verified score"), before.verified_score, after.verified_score),
    ):
        if was is None and becomes is None:
            continue
        shown = [
            words.pick("未写明", "not told") if one is None else points(one)
            for one in (was, becomes)
        ]
        told = f"{shown[0]} → {shown[1]}"
        if was == becomes:
            told = words.pick(f"{shown[1]}（不变）", f"{shown[1]} (as before)")
        yield Entry(f"{name}{words.pick('：', ': ')}{told}")


def _reason(change: RecordChange, words: QuestionWording) -> Entry:
    """Return how a record counts for a clause, before and after, with the tests that decide."""
    one = change.after or change.before
    assert one is not None  # noqa: S101 - a change has at least one side
    told = " → ".join(_counts(side, words) for side in (change.before, change.after))
    tests = tuple(
        Entry(words.test(test), test.status) for test in one.tests if test.status != "passed"
    )
    text = f"{words.record(one.record)}{words.pick('：', ': ')}{told}"
    return Entry(text, one.status if change.after else "failed", change.clause, tests)


def _counts(one: Evidence | None, words: QuestionWording) -> str:
    if one is None:
        return words.pick("没有", "absent")
    return {
        "passed": words.pick("计入", "counts"),
        "failed": words.pick("不计入", "does not count"),
        "open": words.pick("待定", "open"),
    }[one.status]
