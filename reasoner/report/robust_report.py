"""On what a verdict hangs, as an outline."""

from collections.abc import Iterator, Sequence

from reasoner.model.robustness import Doubt, ExpertAnswers, Outcome, Robustness
from reasoner.report.outline import Block, Entry, Outline
from reasoner.report.question_wording import QuestionWording
from reasoner.report.words import ADVICE, STATUS_OF


def robust_outline(found: Robustness, words: QuestionWording) -> Outline:
    """Return which readings, cells and answers would change the verdict."""
    return Outline(
        words.title(found.candidate, found.track, words.say(found.track_label)),
        words.result(found.verdict),
        tuple(_blocks(found, words)),
        (*words.limits(found.stopped, score_kept=found.score_kept), words.say(ADVICE)),
    )


def _blocks(found: Robustness, words: QuestionWording) -> Iterator[Block]:
    heading = words.pick(
        f"读法和存疑之处（试了 {found.readings} 种另读、{found.cells} 处存疑）",
        f"Readings and doubtful cells ({found.readings} rivals and {found.cells} cells tried)",
    )
    changing = tuple(_outcome(one, words) for one in (*found.alone, *found.together))
    if not found.all_together:
        not_all = words.pick("没有试遍所有组合", "not every combination was tried")
        yield Block(heading, (*changing, Entry(not_all, "undetermined")))
    elif changing:
        yield Block(heading, changing)
    elif found.proven:
        verdict = words.verdict(found.verdict)
        told = words.pick(
            f"在任何读法组合下都是：{verdict}", f"under every combination of readings: {verdict}"
        )
        yield Block(heading, (Entry(told, STATUS_OF[found.verdict]),))
    if found.answers.awaited:
        yield Block(
            words.pick(
                f"待认定事项（{found.answers.awaited} 项）",
                f"Determinations that are awaited ({found.answers.awaited})",
            ),
            tuple(_answers(found.answers, words)),
        )


def _outcome(one: Outcome, words: QuestionWording) -> Entry:
    doubts = words.pick(" 且 ", " and ").join(words.doubt(doubt) for doubt in one.doubts)
    verdict = words.verdict(one.verdict)
    return Entry(f"{doubts} → {verdict}", STATUS_OF[one.verdict])


def _answers(answers: ExpertAnswers, words: QuestionWording) -> Iterator[Entry]:
    if answers.whatever is not None:
        verdict = words.verdict(answers.whatever)
        told = words.pick(f"无论如何认定：{verdict}", f"whatever the answers are: {verdict}")
        yield Entry(told, STATUS_OF[answers.whatever])
        return
    for heading, status, sets in (
        (
            words.pick(
                "以下任一组认定为“是”即符合，即使其余都为“否”", "eligible with yes to any one of"
            ),
            "met",
            answers.for_eligible,
        ),
        (
            words.pick(
                "以下任一组认定为“否”即不符合，即使其余都为“是”",
                "not eligible with no to any one of",
            ),
            "unmet",
            answers.against,
        ),
    ):
        if sets:
            yield Entry(heading, status, below=tuple(Entry(_all(one, words)) for one in sets))
    if not answers.for_eligible:
        told = words.pick(
            "即使全部认定为“是”，仍有未告知的事实", "even with yes to all, facts are still not told"
        )
        yield Entry(told, "undetermined")


def _all(doubts: Sequence[Doubt], words: QuestionWording) -> str:
    return words.listed([words.doubt(doubt) for doubt in doubts])
