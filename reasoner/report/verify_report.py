"""What a verdict rests on, as an outline."""

from collections.abc import Iterator

from reasoner.errors import Text
from reasoner.model.verification import Decisive, Verification
from reasoner.report.outline import Block, Entry, Outline
from reasoner.report.question_wording import QuestionWording
from reasoner.report.words import ADVICE, STATUS_OF

_SHOWN_SETS = 10
_FOR_THE_SCORE = Text(
    "“尚未查明”的材料在赋分表中得分：凑够规定分值的组合太多，未逐一查明",
    "what is not settled brings points: too many sets reach the threshold to go through all of them",
)


def verify_outline(found: Verification, words: QuestionWording) -> Outline:
    """Return what to verify first, and what changes nothing."""
    result = words.result(found.verdict)
    blocks = tuple(_blocks(found, words)) if found.verdict == "eligible" else ()
    if not blocks:
        told = words.pick(
            "结论不是符合，没有要核实的支撑；差什么见 zhicheng next、repair",
            "the verdict is not eligible and rests on nothing; see zhicheng next and repair",
        )
        blocks = (Block(words.pick("说明", "Note"), (Entry(told),)),)
    return Outline(
        words.title(found.candidate, found.track, words.say(found.track_label)),
        result,
        blocks,
        (
            *words.limits(found.stopped, score_kept=False),
            *([words.say(_FOR_THE_SCORE)] if found.score_kept else []),
            words.say(ADVICE),
        ),
    )


def _blocks(found: Verification, words: QuestionWording) -> Iterator[Block]:
    decisive = sorted(found.decisive, key=lambda one: not _is_achievement(one))
    yield Block(
        words.pick(
            "决定性的材料（缺一件就不再符合）",
            "Decisive: without any one of these the verdict falls",
        ),
        tuple(_decisive(one, words) for one in decisive),
    )
    if found.sets:
        yield Block(
            words.pick(
                "此外，以下任一组齐备即可（从最小的起）",
                "Beside these, any one of the following sets will do (the smallest first)",
            ),
            tuple(_sets(found, words)),
        )
    for heading, pieces in (
        (words.pick("可互相替代的材料", "Shared: in some set, not in all"), found.shared),
        (
            words.pick("多余的材料（去掉不影响结论）", "Spare: the verdict never needs them"),
            found.spare,
        ),
        (words.pick("尚未查明的材料", "Not settled"), found.unsettled),
    ):
        if pieces:
            yield Block(heading, tuple(Entry(words.piece(piece)) for piece in pieces))


def _is_achievement(one: Decisive) -> bool:
    return one.piece.record is not None and one.piece.record.section == "achievements"


def _decisive(one: Decisive, words: QuestionWording) -> Entry:
    cites = words.listed(list(dict.fromkeys(words.cite(clause) for clause in one.clauses[1:])))
    without = words.pick("缺则", "without it ") + words.verdict(one.verdict_without)
    return Entry(
        f"{words.piece(one.piece)}{words.bracketed(without + (words.pick('：', ': ') + cites if cites else ''))}",
        STATUS_OF[one.verdict_without],
    )


def _sets(found: Verification, words: QuestionWording) -> Iterator[Entry]:
    for one in found.sets[:_SHOWN_SETS]:
        yield Entry(words.pieces(one))
    more = len(found.sets) - _SHOWN_SETS
    if more > 0 or not found.all_sets:
        count = words.pick(f"另有 {max(more, 0)} 组", f"{max(more, 0)} more")
        rest = words.pick("，以及未列出的", ", and others not listed") if not found.all_sets else ""
        yield Entry(count + rest)
