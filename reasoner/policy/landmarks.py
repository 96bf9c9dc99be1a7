"""Does an achievement that opens the way in also fill an item of the performance conditions?"""

from collections.abc import Iterator

from reasoner.errors import Text
from reasoner.model.vocabulary import kind_label
from reasoner.policy.dossiers import Draft
from reasoner.policy.finding import Finding, Witness
from reasoner.policy.kinds_of_finding import DOOR_MISSES_ITEM, DOOR_WITHOUT_ITEM
from reasoner.policy.record_search import Wanted
from reasoner.policy.records import Records
from reasoner.rule_book import Clause


def check_landmarks(records: Records) -> Iterator[Finding]:
    """Yield achievements that open the door of a track and fill no item of their own kind."""
    rules = records.rules
    for track in rules.book.tracks:
        items = [
            leaf for article in rules.performance(track) for leaf in rules.leaves_under(article)
        ]
        for door in rules.doors(track):
            for leaf in rules.leaves_under(door):
                yield from _of_leaf(records, track, leaf, items)


def _of_leaf(records: Records, track: str, leaf: Clause, items: list[Clause]) -> Iterator[Finding]:
    kind = leaf.kinds[0]
    search = records.search(kind)
    own_kind = [item for item in items if kind in item.kinds]
    if search is None or search.find(Wanted(leaf.id), smallest=False) is None:
        return
    fills = [
        item for item in own_kind if search.find(Wanted(leaf.id), Wanted(item.id), smallest=False)
    ]
    misses = search.find(Wanted(leaf.id), *(Wanted(item.id, passes=False) for item in own_kind))
    if misses is None:
        return
    label = kind_label(kind)
    if fills:
        what = DOOR_MISSES_ITEM
        says = Text(
            "有的情形不符合业绩条件中的任何一项", "some fill no item of the performance conditions"
        )
    elif own_kind:
        what = DOOR_WITHOUT_ITEM
        says = Text(
            f"业绩条件中关于{label.zh}的各项都不会因此符合",
            f"no performance item on {label.en} can be met by it",
        )
    else:
        what = DOOR_WITHOUT_ITEM
        says = Text(
            f"业绩条件中没有关于{label.zh}的项目", f"no performance item is about {label.en}"
        )
    draft = Draft(records)
    draft.add(kind, misses, times=leaf.needs or 1)
    yield Finding(
        what,
        records.rules.specialty,
        (leaf.id, *(item.id for item in own_kind)),
        (leaf.cite, *dict.fromkeys(item.cite for item in own_kind)),
        Text(
            f"{leaf.cite}“{leaf.label.zh}”可以直接申报，{says.zh}。",
            f"{leaf.cite}, {leaf.label.en}: opens the way in, and {says.en}.",
        ),
        track,
        (
            Witness(
                Text("打开申报之门，同类业绩项一项不符", "it opens the way in and fills none"),
                draft.dossier(leaf.id),
                {leaf.id: "met", **{item.id: "unmet" for item in own_kind}},
                {},
            ),
        ),
    )
