"""Does every way in to the chief title also lead to the senior one?"""

from collections.abc import Iterator
from typing import Final

from reasoner.catalog import shipped_rules
from reasoner.errors import Text
from reasoner.policy.dossier_search import DossierSearch, Wish
from reasoner.policy.finding import Finding, Witness
from reasoner.policy.implication import bench
from reasoner.policy.kinds_of_finding import SHORTER_ROUTE
from reasoner.policy.rule_facts import RuleFacts

_CHIEF, _SENIOR = "chief", "senior"
_SIDE: Final = "rules"
_SECONDS: Final = 10.0


def check_higher_routes(rules: RuleFacts) -> Iterator[Finding]:
    """Yield the routes to the chief title by which somebody comes in who has no way in to the senior one."""
    tracks = {track.grade: track for track in rules.book.tracks.values()}
    if not {_CHIEF, _SENIOR} <= tracks.keys():
        return
    routes = tracks[_CHIEF].routes
    for entry in rules.ways_in(tracks[_SENIOR].id):
        table = bench({_SIDE: (rules.setting, [entry, *routes])})
        question = shipped_rules().root / "questions" / "imply.lp"
        search = DossierSearch(table.judges, question, table.space)
        for route in routes:
            wishes = Wish(_SIDE, route), Wish(_SIDE, entry, "unmet")
            found = search.find(wishes, _SECONDS)
            if found.found is not None:
                witness = table.witness(found.found, wishes, smallest=found.complete)
                yield _finding(
                    rules,
                    route,
                    entry,
                    Witness(
                        Text("可报正高级，无路可报高级", "a way in to chief, none to senior"),
                        witness.dossier,
                        witness.statuses,
                        {},
                        threshold=table.sides[_SIDE].setting.notice.threshold,
                    ),
                )


def _finding(rules: RuleFacts, route: str, entry: str, witness: Witness) -> Finding:
    way, lower = rules.book.clauses[route], rules.book.clauses[entry]
    return Finding(
        SHORTER_ROUTE,
        rules.specialty,
        (route, entry),
        (way.cite, lower.cite),
        Text(
            f"由{way.cite}“{way.label.zh}”可报正高级的人，不一定有{lower.cite}任何一条路径可报高级。",
            f"{way.cite}, {way.label.en}: somebody comes in to chief by it and by nothing of {lower.cite} to senior.",
        ),
        witnesses=(witness,),
    )
