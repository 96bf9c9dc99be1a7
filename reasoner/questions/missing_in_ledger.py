"""What is not told of records and could bring them points."""

from collections.abc import Iterator

from reasoner.evaluate import Setting
from reasoner.explain import Explainer, record_ref
from reasoner.model.assessment import Missing
from reasoner.model.dossier import Dossier
from reasoner.scoring.match import Match, match
from reasoner.scoring.table import score_table


def missing_in_ledger(dossier: Dossier, setting: Setting) -> Iterator[Missing]:
    """Yield the facts that would put records of *dossier* into more rows, or that their points are multiplied by.

    What only experts can say is claimed until they do, so it is not among them.
    """
    table = score_table(setting)
    if table is None:
        return
    one = match([dossier], setting, table)[0]
    for number, entry in enumerate(one.entries):
        for attribute in dict.fromkeys((*_of_rows(one, number), *_of_shares(one, number))):
            yield Missing(record_ref(entry, dossier), entry.section, attribute, ())


def _of_rows(one: Match, number: int) -> Iterator[str]:
    book = one.table.book
    explainer = Explainer(one.evaluation)
    claimed = one.stands["claimed"].get(number, {})
    for row, leaf in sorted(one.stands["possible"].get(number, {}).items()):
        hanging = one.answer.open.get((leaf, number), ())
        for test in one.table.leaves[leaf].tests if row not in claimed else ():
            if (test.attribute, test.relation) in hanging:
                yield from (
                    name
                    for name in explainer.missing(test, number)
                    if name not in book.expert_questions
                )


def _of_shares(one: Match, number: int) -> Iterator[str]:
    """Yield the rank, or the part that the candidate had, where points are multiplied by it and it is not told."""
    if not any(one.table.rows[row].by_rank for row in one.stands["possible"].get(number, {})):
        return
    if ("without_rank", (number,)) in one.facts:
        if "role" not in one.entries[number].told:
            yield "role"
    elif not any(name == "score_rank" and told[0] == number for name, told in one.facts):
        yield "rank"
