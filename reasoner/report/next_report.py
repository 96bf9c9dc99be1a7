"""What to settle first, as an outline."""

from reasoner.model.next_points import NextPoint, NextPoints, PointOutcome
from reasoner.report.outline import Block, Entry, Outline
from reasoner.report.question_wording import QuestionWording
from reasoner.report.words import ADVICE, STATUS_OF


def next_outline(found: NextPoints, words: QuestionWording) -> Outline:
    """Return the points in the order in which to settle them, each with what its answers lead to."""
    blocks = []
    if found.points:
        blocks.append(
            Block(
                words.pick("先弄清（按决定性排列）", "Settle first (the most deciding first)"),
                tuple(_point(one, words) for one in found.points),
            )
        )
    if found.parameters:
        entries = tuple(
            Entry(
                words.parameter(one) + words.bracketed(words.cites((one.clause,))), "undetermined"
            )
            for one in found.parameters
        )
        blocks.append(Block(words.pick("年度通知未定的", "What the notice leaves open"), entries))
    if found.score_hangs_on:
        heading = words.pick(
            "自评分可能达到规定分值，取决于这些未写明的事实",
            "The score may still reach the threshold, which hangs on these facts",
        )
        facts = tuple(Entry(words.missing(one), "undetermined") for one in found.score_hangs_on)
        blocks.append(Block(heading, facts))
    if found.verdict != "undetermined":
        told = words.pick(
            "结论已定，没有要弄清的", "the verdict is settled; there is nothing to ask"
        )
        blocks.append(Block(words.pick("说明", "Note"), (Entry(told),)))
    elif found.cannot_matter:
        told = words.pick(
            f"另有 {found.cannot_matter} 处未写明，无论如何不影响结论",
            f"{found.cannot_matter} more points are open, but cannot change the verdict",
        )
        blocks.append(Block(words.pick("说明", "Note"), (Entry(told),)))
    return Outline(
        words.title(found.candidate, found.track, words.say(found.track_label)),
        words.result(found.verdict),
        tuple(blocks),
        (*words.limits(found.stopped, score_kept=found.score_kept), words.say(ADVICE)),
    )


def point_entry(one: NextPoint, words: QuestionWording) -> str:
    """Return what a point is about, with the clauses that ask for it."""
    about = words.about(one.record, one.section, one.attribute, one.clause)
    return about if one.clause else about + words.bracketed(words.cites(one.clauses))


def _point(one: NextPoint, words: QuestionWording) -> Entry:
    outcomes = tuple(outcome_entry(one, outcome, words) for outcome in one.outcomes)
    return Entry(point_entry(one, words), "undetermined", one.clause, outcomes)


def outcome_entry(point: NextPoint, one: PointOutcome, words: QuestionWording) -> Entry:
    """Return what some answers to *point* lead to."""
    answers = words.shown(point.attribute, one.stretches)
    settled = words.pick(f"，定下 {one.settles} 个条款", f", settles {one.settles} clauses")
    return Entry(f"{answers} → {words.verdict(one.verdict)}{settled}", STATUS_OF[one.verdict])
