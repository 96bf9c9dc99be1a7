"""What it would take, as an outline."""

from collections.abc import Iterator

from reasoner.model.amounts import points
from reasoner.model.repairs import NearTracks, Repair, Repairs, Step
from reasoner.report.outline import Block, Entry, Outline
from reasoner.report.question_wording import QuestionWording
from reasoner.report.words import ADVICE, STATUS_OF

_NOT_SHOWN = ("evidence", "fields")
_SHOWN_CLAUSES = 8


def repair_outline(found: Repairs, words: QuestionWording) -> Outline:
    """Return the repairs, the cheapest first, each with its steps and the clauses that it fills."""
    return Outline(
        words.title(found.candidate, found.track, words.say(found.track_label)),
        words.result(found.verdict),
        tuple(_blocks(found, words)),
        (*words.limits(found.stopped, score_kept=False), words.say(ADVICE)),
    )


def near_outline(found: NearTracks, words: dict[str, QuestionWording]) -> Outline:
    """Return the tracks, the nearest first; *words* are those of the rule book of each."""
    entries = [_near(one, words[one.track]) for one in found.tracks]
    first = words[found.tracks[0].track]
    heading = first.pick("各轨道，最接近的在前", "The tracks, the nearest first")
    return Outline(
        first.person(found.candidate),
        Entry(heading),
        (Block(heading, tuple(entries)),),
        (*_limits(found, first), first.say(ADVICE)),
    )


def _limits(found: NearTracks, words: QuestionWording) -> tuple[str, ...]:
    stopped = next((one.stopped for one in found.tracks if one.stopped), None)
    return words.limits(stopped, score_kept=False)


def _near(one: Repairs, words: QuestionWording) -> Entry:
    name = words.say(one.track_label)
    verdict = words.verdict(one.verdict)
    if one.repairs:
        cost = words.pick(
            f"，最少代价 {one.repairs[0].cost}", f", at a cost of {one.repairs[0].cost}"
        )
    elif one.verdict == "eligible":
        cost = ""
    elif one.stopped is not None:
        cost = words.pick("，目前没有找到办法", ", no way has been found so far")
    else:
        cost = words.pick("，没有办法", ", nothing helps")
    steps = tuple(_steps(one.repairs[0], words)) if one.repairs else tuple(_impossible(one, words))
    steps = (*steps, *_short_of_score(one, words))
    return Entry(
        f"{name}{words.pick('：', ': ')}{verdict}{cost}", STATUS_OF[one.verdict], one.track, steps
    )


def _blocks(found: Repairs, words: QuestionWording) -> Iterator[Block]:
    note = words.pick("说明", "Note")
    if found.verdict == "eligible":
        yield Block(note, (Entry(words.pick("已经符合", "eligible already")),))
        return
    for number, one in enumerate(found.repairs, start=1):
        heading = words.pick(f"办法 {number}（代价 {one.cost}）", f"Way {number} (cost {one.cost})")
        yield Block(heading, (*_steps(one, words), *_fills(one, words), *_what_if(one, words)))
    if found.impossible:
        heading = words.pick("没有办法：以下条件补不上", "Impossible: nothing fills these")
        yield Block(heading, tuple(_impossible(found, words)))
    notes = [Entry(_proof(found, words))] if found.repairs else []
    if not found.repairs and found.stopped is not None:
        nothing = words.pick("目前没有找到办法", "no way has been found so far")
        notes.append(Entry(nothing))
    notes += _short_of_score(found, words)
    if notes:
        yield Block(note, tuple(notes))


def _short_of_score(found: Repairs, words: QuestionWording) -> Iterator[Entry]:
    """Yield that the score is not enough, and whether ways were looked for that raise it."""
    if found.score_lacks is None:
        return
    lacks = points(found.score_lacks)
    said = words.pick(
        f"自评分距规定分值还差 {lacks} 分",
        f"the self-score is {lacks} points short of the threshold",
    )
    more = (
        words.pick(
            "；自评分以材料所填为准，不寻找提高它的办法",
            "; it is the one that the dossier states, and ways to raise it are not looked for",
        )
        if found.score_kept
        else words.pick(
            "；各条记录得多少分，见 zhicheng score",
            "; zhicheng score tells what each record brings",
        )
    )
    yield Entry(said + more, "undetermined")


def _proof(found: Repairs, words: QuestionWording) -> str:
    if not found.proven:
        return words.pick("未证明没有更好的办法", "that nothing is better is not proven")
    if found.all_minimal:
        return words.pick(
            "已证明：这就是全部最小办法，没有更便宜的",
            "proven: these are all smallest ways, and none is cheaper",
        )
    return words.pick(
        "已证明：没有更便宜的办法；还有代价不低于以上的办法",
        "proven: none is cheaper; there are others that cost no less",
    )


def _impossible(found: Repairs, words: QuestionWording) -> Iterator[Entry]:
    for clause in found.impossible:
        yield Entry(words.clause(clause), "unmet", clause)


def _steps(one: Repair, words: QuestionWording) -> Iterator[Entry]:
    for step in one.steps:
        yield Entry(f"{_step(step, words)}{words.bracketed(str(step.cost))}")


def _step(step: Step, words: QuestionWording) -> str:
    shown = words.shown(step.attribute, step.stretches)
    if step.kind == "wait":
        return words.pick(f"等 {step.years} 年", f"wait for {step.years} years")
    if step.kind == "add":
        told = words.pick("，", ", ").join(
            f"{words.attribute(name)} {words.value(name, value)}"
            for name, value in step.told
            if name not in _NOT_SHOWN
        )
        kind = words.kind(str(step.record_kind))
        told = told and words.pick("：", ": ") + told
        return words.pick(f"新增一项{kind}{told}", f"add one: {kind}{told}")
    about = words.about(step.record, step.section, step.attribute, step.clause)
    verb = {
        "settle": words.pick("查明", "settle "),
        "determine": words.pick("取得", "" if step.clause else "have determined "),
        "advance": words.pick("推进", "bring on "),
        "rank": words.pick("改善", "improve "),
    }[step.kind]
    return f"{verb}{words.pick(' ', '')}{about} → {shown}"


def _fills(one: Repair, words: QuestionWording) -> Iterator[Entry]:
    if one.fills:
        more = len(one.fills) - _SHOWN_CLAUSES
        cites = words.cites(one.fills[:_SHOWN_CLAUSES])
        rest = words.pick(f"等 {len(one.fills)} 条", f" and {more} more") if more > 0 else ""
        yield Entry(words.pick("补上：", "fills: ") + cites + rest, "met")


def _what_if(one: Repair, words: QuestionWording) -> Iterator[Entry]:
    waits = any(step.kind == "wait" for step in one.steps)
    if one.changes and not waits:
        told = " ".join(f"{option} '{value}'" for option, value in one.changes)
        yield Entry(words.pick("试算：zhicheng what-if … ", "try: zhicheng what-if … ") + told)
