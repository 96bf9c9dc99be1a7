"""How conditions stand to each other, put into words."""

from collections.abc import Iterator, Mapping
from typing import Final

from reasoner.errors import Language, Text
from reasoner.model.implication import Comparison, Comparisons
from reasoner.policy.found_dossier import as_yaml
from reasoner.report.sheet import Block, Grid, Heading, Quoted, Say, Sentence, speaker

_RELATIONS: Final[Mapping[str, Text]] = {
    "implies": Text("符合 A 的都符合 B", "Everyone who meets A meets B"),
    "equals": Text("符合 A 与符合 B 的是同一些人", "The same candidates meet A and B"),
    "excludes": Text("没有人同时符合 A 和 B", "Nobody meets both A and B"),
}
_OUTCOMES: Final[Mapping[str, Text]] = {
    "holds": Text("√ 在所列范围内成立", "√ holds in the space below"),
    "refuted": Text("× 不成立，有反例", "× refuted by a counterexample"),
    "vacuous": Text("？ 所列范围内没有人符合 A", "？ nobody in the space below meets A"),
    "unknown": Text("？ 时限内未得出", "？ not settled in time"),
}
_STATUSES: Final[Mapping[str, Text]] = {
    "met": Text("符合", "met"),
    "unmet": Text("不符合", "unmet"),
}
_HEADS: Final = (
    Text("A", "A"),
    Text("B", "B"),
    Text("结论", "Outcome"),
    Text("分歧条款", "Clauses that part"),
)


def implication_sheet(found: Comparisons, language: Language) -> list[Block]:
    """Return the report on *found* in *language*: one pair in full with its witness, several as a table."""
    return list(_blocks(found, speaker(language)))


def _blocks(found: Comparisons, say: Say) -> Iterator[Block]:
    relation = found.comparisons[0].relation if found.comparisons else "implies"
    yield Heading(say(_RELATIONS[relation]))
    rows = tuple(
        (one.first, one.second, say(_OUTCOMES[one.outcome]), _parting(one, say))
        for one in found.comparisons
    )
    yield Grid(tuple(map(say, _HEADS)), rows)
    if not found.complete:
        yield Sentence(
            say(Text("已中断，以上是已得出的结论。", "Interrupted; this is what was found."))
        )
    if len(found.comparisons) == 1:
        yield from _witness(found.comparisons[0], say)
    yield Heading(say(Text("假定与范围", "Assumptions and space")))
    yield from (Sentence(say(one), listed=True) for one in found.assumptions)


def _parting(one: Comparison, say: Say) -> str:
    parting = one.witness.parting if one.witness else ()
    return say(Text("；", "; ")).join(
        f"{part.cite} {part.clause} {say(part.label)}" for part in parting
    )


def _witness(one: Comparison, say: Say) -> Iterator[Block]:
    if one.witness is None:
        return
    yield Heading(
        say(Text("最小的反例", "The smallest counterexample"))
        if one.witness.smallest
        else say(Text("反例（时限内最小的）", "A counterexample, the smallest found in time"))
    )
    for clause, status in one.witness.statuses.items():
        yield Sentence(f"{clause}: {say(_STATUSES[status])}", listed=True)
    yield Quoted(as_yaml(one.witness.dossier))
