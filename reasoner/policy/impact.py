"""Whose verdict does an amendment change, and by which clauses?"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reasoner.answer import Status
from reasoner.errors import SolverInterrupted
from reasoner.evaluate import CROWD, Setting, evaluate_statuses, rule_book
from reasoner.hanging import VERDICTS
from reasoner.intake.dossier import dossier_from_text
from reasoner.model.assessment import Label
from reasoner.model.dossier import Dossier
from reasoner.model.impact import (
    IMPACT_FORMAT,
    CandidateChange,
    ClauseChange,
    Flip,
    Impact,
    Transition,
)
from reasoner.policy.amended_rules import amended
from reasoner.policy.amendment import Amendment, described
from reasoner.policy.dossier_search import Wish
from reasoner.policy.found_dossier import as_yaml
from reasoner.policy.implication import SECONDS, assumptions, bench
from reasoner.rule_book import Clause, RuleBook


@dataclass(frozen=True)
class Changes:
    """The verdicts of *candidates* before and after; *complete* is false where the work was interrupted."""

    candidates: int
    complete: bool
    transitions: tuple[Transition, ...]
    changes: tuple[CandidateChange, ...]


def changes(
    dossiers: Sequence[Dossier],
    track: str,
    before: Setting,
    after: Setting,
    reached: Callable[[int], None] = lambda _: None,
) -> Changes:
    """Return whose verdict on *track* differs between two settings; Ctrl-C keeps what was found.

    *reached* is told how many dossiers have been judged since it was last told.

    Raises:
        RulesError: rules are wrong.
        SolverError: no answer was computed.
    """
    turned: list[CandidateChange] = []
    counted: Counter[tuple[Status, Status]] = Counter()
    complete = True
    try:
        for start in range(0, len(dossiers), CROWD):
            crowd = dossiers[start : start + CROWD]
            statuses = zip(
                crowd,
                evaluate_statuses(crowd, before),
                evaluate_statuses(crowd, after),
                strict=True,
            )
            for dossier, was, becomes in statuses:
                verdicts = status_of(was, track), status_of(becomes, track)
                counted[verdicts] += 1
                if verdicts[0] != verdicts[1]:
                    told = tuple(clause_changes(track, was, becomes, before, after))
                    first, last = (VERDICTS[verdict] for verdict in verdicts)
                    turned.append(CandidateChange(dossier.candidate.id, first, last, told))
            reached(len(crowd))
    except (KeyboardInterrupt, SolverInterrupted):
        complete = False
    return Changes(
        sum(counted.values()),
        complete,
        tuple(
            Transition(VERDICTS[first], VERDICTS[last], many)
            for (first, last), many in sorted(counted.items())
        ),
        tuple(turned),
    )


def status_of(statuses: Mapping[str, Status], clause: str) -> Status:
    """Return the status of *clause*: what is neither met nor unmet hangs."""
    return statuses.get(clause, "undetermined")


def clause_changes(
    root: str,
    was: Mapping[str, Status],
    becomes: Mapping[str, Status],
    before: Setting,
    after: Setting,
) -> Iterator[ClauseChange]:
    """Yield the clauses below *root* whose status differs, in the order of the law."""
    books = rule_book(before), rule_book(after)
    for clause in dict.fromkeys(inner for book in books[::-1] for inner in book.under(root)):
        told = [
            status_of(statuses, clause) if clause in book.clauses else None
            for book, statuses in zip(books, (was, becomes), strict=True)
        ]
        if told[0] != told[1]:
            known = _clause(clause, books)
            yield ClauseChange(clause, known.cite, Label(*known.label), told[0], told[1])


def _clause(clause: str, books: Sequence[RuleBook]) -> Clause:
    return next(book.clauses[clause] for book in books if clause in book.clauses)


def flips(track: str, before: Setting, after: Setting, seconds: float) -> Iterator[Flip]:
    """Yield the smallest candidate whom the amendment lets in, and the smallest whom it shuts out, if there are any.

    Raises:
        RulesError: rules are wrong.
        SolverError: no answer was computed, or the ordinary evaluation does not confirm a candidate.
    """
    table = bench({"before": (before, [track]), "after": (after, [track])})
    directions: list[tuple[Status, Status]] = [("unmet", "met"), ("met", "unmet")]
    wishes = [
        (Wish("before", track, was), Wish("after", track, becomes))
        for was, becomes in directions
        if was != "undetermined" and becomes != "undetermined"
    ]
    for wish, search in zip(wishes, table.searches(wishes, seconds), strict=True):
        if search.found is None:
            continue
        witness = table.witness(search.found, wish, smallest=search.complete)
        dossier = dossier_from_text(as_yaml(witness.dossier), "witness.yaml")
        first, last = (
            evaluate_statuses([dossier], table.sides[one.side].setting)[0] for one in wish
        )
        told = tuple(clause_changes(track, first, last, before, after))
        yield Flip(VERDICTS[wish[0].status], VERDICTS[wish[1].status], witness.dossier, told)


def impact(  # noqa: PLR0913, PLR0917 - one call with everything an answer depends on
    amendment: Amendment,
    dossiers: Sequence[Dossier],
    track: str,
    setting: Setting,
    reached: Callable[[int], None] = lambda _: None,
    seconds: float = SECONDS,
) -> Impact:
    """Return what *amendment* would change for *dossiers* on *track*; without any, for made-up candidates.

    Raises:
        InputError: what the amendment takes out follows from other rules all the same.
        RulesError: the amended rules are wrong.
        SolverError: no answer was computed.
    """
    with amended(setting, amendment) as after:
        found = changes(dossiers, track, setting, after, reached)
        turned: tuple[Flip, ...] = ()
        complete = found.complete
        if not dossiers:
            try:
                turned = tuple(flips(track, setting, after, seconds))
            except (KeyboardInterrupt, SolverInterrupted):
                complete = False
    return Impact(
        format=IMPACT_FORMAT,
        track=track,
        amendment=amendment.source,
        removed=described(amendment.removed),
        added=described(amendment.added),
        candidates=found.candidates,
        complete=complete,
        transitions=found.transitions,
        changes=found.changes,
        flips=turned,
        assumptions=() if dossiers else tuple(assumptions([setting])),
    )
