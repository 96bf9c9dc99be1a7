"""Why does one clause hold, fail or hang?"""

from collections.abc import Mapping

from reasoner.assess import classifications, prepare
from reasoner.errors import InputError, Problem, Text
from reasoner.evaluate import evaluate, rule_book
from reasoner.explain import Explainer, person
from reasoner.hanging import hanging
from reasoner.model.assessment import WHY_FORMAT, ClauseAnswer
from reasoner.model.dossier import Dossier
from reasoner.model.notice import Notice
from reasoner.model.word import nearest
from reasoner.rivals import readings_that_matter, try_rivals
from reasoner.rule_book import RuleBook
from reasoner.scoring.totals import self_scores


def why(  # noqa: PLR0913 - one call with everything an answer depends on
    dossier: Dossier,
    clause: str,
    track: str,
    *,
    notice: Notice | None = None,
    readings: Mapping[str, str] | None = None,
    official_words: Mapping[str, str] | None = None,
) -> ClauseAnswer:
    """Explain *clause*, ``12.2`` being short for ``iot.senior.12.2``; a table shows the class of each record.

    Raises:
        InputError: unknown track, reading, option or clause.
    """
    setting, found = prepare(track, notice=notice, readings=readings)
    name = find_clause(clause, found.id, rule_book(setting))
    evaluation = evaluate([dossier], setting, self_scores([dossier], setting))[0]
    node = Explainer(evaluation, official_words).node(name)
    hangs = hanging(evaluation, node)
    return ClauseAnswer(
        format=WHY_FORMAT,
        candidate=person(dossier),
        track=found.id,
        clause=node,
        missing_facts=hangs.missing,
        awaited_determinations=hangs.awaited,
        readings_that_matter=readings_that_matter(
            [evaluation], try_rivals([evaluation], setting), found, name
        )[0],
        classifications=tuple(one for one in classifications(evaluation) if one.table == name),
    )


def find_clause(asked: str, track: str, book: RuleBook) -> str:
    """Return the id of the clause or table that the user asks for.

    Raises:
        InputError: there is no such clause, or it decides nothing; the message says why, or names the nearest.
    """
    specialty = track.split(".", maxsplit=1)[0]
    for name in (asked, f"{track}.{asked}", f"{specialty}.{asked}"):
        if name in book.tables or (
            name in book.clauses and book.clauses[name].form != "definition"
        ):
            return name
        if name in book.not_encoded or name in book.clauses:
            reason = (
                book.not_encoded[name][1] if name in book.not_encoded else book.clauses[name].label
            )
            raise InputError(
                [
                    Problem(
                        Text(
                            f"该条款不单独判定：{reason.zh}",
                            f"this clause decides nothing by itself: {reason.en}",
                        ),
                        value=asked,
                    )
                ]
            )
    known = [
        *book.tables,
        *(clause.id for clause in book.clauses.values() if clause.form != "definition"),
    ]
    short = [name.removeprefix(f"{track}.") for name in known]
    near = nearest(asked, [*known, *short])
    raise InputError(
        [
            Problem(
                Text(
                    "没有这一条款，条款列表见 zhicheng rules",
                    "there is no such clause; zhicheng rules lists them",
                ),
                value=asked,
                nearest=near,
            )
        ]
    )
