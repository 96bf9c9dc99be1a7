"""Works out compound clauses from given statuses of their parts.

The rules remain the judge; this is for asking what a verdict would be if one clause had another status, and for
checking that a printed tree leads to its verdict.
"""

from collections.abc import Mapping

from reasoner.answer import Status
from reasoner.rule_book import Clause, RuleBook


def replay(clause: str, book: RuleBook, given: Mapping[str, Status]) -> Status:
    """Return the status of *clause* when the clauses in *given* have these statuses.

    Whatever is not in *given* is worked out from its parts; a clause without parts must be given.
    """
    if clause in given:
        return given[clause]
    found = book.clauses[clause]
    return combine(found, [replay(part, book, given) for part in found.parts])


def combine(clause: Clause, parts: list[Status]) -> Status:
    """Return the status of a compound *clause* whose parts have these statuses."""
    if clause.form == "negates":
        return {"met": "unmet", "unmet": "met", "undetermined": "undetermined"}[parts[0]]  # type: ignore[return-value]
    needs = len(parts) if clause.needs is None else clause.needs
    met, unmet = parts.count("met"), parts.count("unmet")
    if met >= needs:
        return "met"
    return "unmet" if len(parts) - unmet < needs else "undetermined"
