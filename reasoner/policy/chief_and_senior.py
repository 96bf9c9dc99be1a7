"""Does what counts for the chief title also count for the senior one?"""

from collections.abc import Iterator

from reasoner.errors import Text
from reasoner.model.vocabulary import kind_label
from reasoner.policy.dossiers import Draft
from reasoner.policy.finding import Finding, Witness
from reasoner.policy.kinds_of_finding import CHIEF_ONLY
from reasoner.policy.record_search import Wanted
from reasoner.policy.records import Records
from reasoner.rule_book import Clause

_CHIEF, _SENIOR = "chief", "senior"


def check_chief_and_senior(records: Records) -> Iterator[Finding]:
    """Yield achievements that count for the chief title and not for the senior one."""
    rules = records.rules
    tracks = {track.grade: track.id for track in rules.book.tracks.values()}
    if not {_CHIEF, _SENIOR} <= tracks.keys():
        return
    chief, senior = tracks[_CHIEF], tracks[_SENIOR]
    items = [
        leaf for article in rules.performance(senior) for leaf in _achievements(records, article)
    ]
    for higher, lower in zip(rules.performance(chief), rules.performance(senior), strict=False):
        for leaf in _achievements(records, higher):
            if _is_comparable(records, leaf, higher, lower):
                yield from _of_leaf(records, leaf, items)


def _is_comparable(records: Records, leaf: Clause, higher: str, lower: str) -> bool:
    """Tell whether the lower article would count such a record as one of its kind, not under a wider name."""
    kinds = {kind for one in _achievements(records, lower) for kind in one.kinds}
    own = {kind for one in _achievements(records, higher) for kind in one.kinds}
    return leaf.kinds[0] in kinds or kinds <= own


def _of_leaf(records: Records, leaf: Clause, items: list[Clause]) -> Iterator[Finding]:
    search = records.search(leaf.kinds[0])
    same = [item for item in items if leaf.kinds[0] in item.kinds]
    # So many records are too few for an item that asks for more of them, whatever they are.
    within_reach = [item for item in same if (item.needs or 1) <= (leaf.needs or 1)]
    wanted = [Wanted(item.id, passes=False) for item in within_reach]
    found = search.find(Wanted(leaf.id), *wanted) if search else None
    if found is not None:
        draft = Draft(records)
        draft.add(leaf.kinds[0], found, times=leaf.needs or 1)
        yield _finding(records, leaf, same, draft)


def _achievements(records: Records, article: str) -> list[Clause]:
    rules = records.rules
    return [
        leaf
        for leaf in rules.leaves_under(article)
        if rules.achievement_kinds.issuperset(leaf.kinds)
    ]


def _finding(records: Records, leaf: Clause, same: list[Clause], draft: Draft) -> Finding:
    label = kind_label(leaf.kinds[0])
    zh = (
        f"高级条件中关于{label.zh}的各项都不符合" if same else f"高级条件中没有关于{label.zh}的项目"
    )
    en = (
        f"no senior item on {label.en} is met by it"
        if same
        else f"no senior item is about {label.en}"
    )
    return Finding(
        CHIEF_ONLY,
        records.rules.specialty,
        (leaf.id, *(item.id for item in same)),
        (leaf.cite, *dict.fromkeys(item.cite for item in same)),
        Text(
            f"{leaf.cite}“{leaf.label.zh}”可作正高级业绩，{zh}。",
            f"{leaf.cite}, {leaf.label.en}: counts for chief, and {en}.",
        ),
        witnesses=(
            Witness(
                Text("正高级业绩符合，高级同类业绩不符合", "met for chief, unmet for senior"),
                draft.dossier(leaf.id),
                {leaf.id: "met", **{item.id: "unmet" for item in same}},
                {},
            ),
        ),
    )
