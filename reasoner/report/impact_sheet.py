"""What an amendment would change, put into words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from reasoner.errors import Language, Text
from reasoner.model.amounts import points
from reasoner.model.impact import ClauseChange, Impact
from reasoner.policy.found_dossier import as_yaml
from reasoner.report.sheet import Block, Grid, Heading, Quoted, Say, Sentence, speaker

_VERDICTS: Final[Mapping[str, Text]] = {
    "eligible": Text("√ 符合条件", "√ eligible"),
    "ineligible": Text("× 不符合条件", "× not eligible"),
    "undetermined": Text("？ 尚不能确定", "？ undetermined"),
}
_STATUSES: Final[Mapping[str | None, Text]] = {
    "met": Text("√ 符合", "√ met"),
    "unmet": Text("× 不符合", "× unmet"),
    "undetermined": Text("？ 待定", "？ undetermined"),
    None: Text("– 无此条款", "– no such clause"),
}
_BEFORE, _AFTER = Text("修订前", "Before"), Text("修订后", "After")


def impact_sheet(found: Impact, language: Language) -> list[Block]:
    """Return the report on *found* in *language*."""
    return list(_blocks(found, speaker(language)))


def _blocks(found: Impact, say: Say) -> Iterator[Block]:
    title = say(Text("修订影响", "Impact of an amendment"))
    yield Heading(f"{title} {found.track}")
    yield Sentence(found.amendment)
    yield from (Sentence(f"- {fact}", listed=True) for fact in found.removed)
    yield from (Sentence(f"+ {fact}", listed=True) for fact in found.added)
    if not found.complete:
        yield Sentence(
            say(Text("已中断，以下是已得出的结论。", "Interrupted; this is what was found."))
        )
    if found.candidates:
        yield from _population(found, say)
    elif found.complete or found.flips:
        yield from _flips(found, say)
    for some, heading in (
        (found.appeared, Text("新出现的检查发现", "Findings that appear")),
        (found.vanished, Text("消失的检查发现", "Findings that vanish")),
    ):
        if some is not None:
            yield Heading(f"{say(heading)} {len(some)}")
            yield from (Sentence(f"{one.code} {say(one.says)}", listed=True) for one in some)


def _points(hundredths: int | None) -> str:
    return "–" if hundredths is None else points(hundredths)


def _population(found: Impact, say: Say) -> Iterator[Block]:
    yield Heading(say(Text(f"申报人 {found.candidates} 人", f"Candidates: {found.candidates}")))
    heads = say(_BEFORE), say(_AFTER), say(Text("人数", "Candidates"))
    yield Grid(
        heads,
        tuple(
            (say(_VERDICTS[one.before]), say(_VERDICTS[one.after]), str(one.candidates))
            for one in found.transitions
        ),
    )
    if not found.changes:
        yield Sentence(say(Text("没有人的结论改变。", "Nobody's verdict changes.")))
    if found.scores:
        many = len(found.scores)
        yield Heading(say(Text(f"自评分改变 {many} 人", f"Self-scores that change: {many}")))
        heads = say(Text("申报人", "Candidate")), say(_BEFORE), say(_AFTER)
        yield Grid(
            heads,
            tuple((one.candidate, _points(one.before), _points(one.after)) for one in found.scores),
        )
    for one in found.changes:
        yield Heading(f"{one.candidate} {say(_VERDICTS[one.before])} → {say(_VERDICTS[one.after])}")
        yield _clauses(one.clauses, say)


def _flips(found: Impact, say: Say) -> Iterator[Block]:
    if not found.flips:
        yield Sentence(
            say(
                Text(
                    "所列范围内没有申报人的结论由此改变。",
                    "In the space below no candidate's verdict changes.",
                )
            )
        )
    for one in found.flips:
        told = f"{say(_VERDICTS[one.before])} → {say(_VERDICTS[one.after])}"
        yield Heading(f"{say(Text('最小的虚构申报人', 'The smallest made-up candidate'))} {told}")
        yield _clauses(one.clauses, say)
        yield Quoted(as_yaml(one.dossier))
    yield Heading(say(Text("假定与范围", "Assumptions and space")))
    yield from (Sentence(say(one), listed=True) for one in found.assumptions)


def _clauses(changes: Sequence[ClauseChange], say: Say) -> Block:
    heads = say(Text("条款", "Clause")), say(Text("内容", "About")), say(_BEFORE), say(_AFTER)
    return Grid(
        heads,
        tuple(
            (
                f"{one.cite} {one.clause}",
                say(one.label),
                say(_STATUSES[one.before]),
                say(_STATUSES[one.after]),
            )
            for one in changes
        ),
    )
