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
    ScoreChange,
    Transition,
)
from reasoner.model.policy_check import FindingEntry
from reasoner.policy.amended_rules import amended
from reasoner.policy.amendment import Amendment, described
from reasoner.policy.apart import check_both
from reasoner.policy.check import report
from reasoner.policy.dossier_search import Wish
from reasoner.policy.found_dossier import as_yaml
from reasoner.policy.implication import SECONDS, assumptions, bench
from reasoner.policy.judge_apart import judge_apart
from reasoner.rule_book import Clause, RuleBook


@dataclass(frozen=True)
class Changes:
    """The verdicts of *candidates* before and after; *complete* is false where the work was interrupted."""

    candidates: int
    complete: bool
    transitions: tuple[Transition, ...]
    changes: tuple[CandidateChange, ...]
    scores: tuple[ScoreChange, ...]


def changes(
    dossiers: Sequence[Dossier],
    track: str,
    before: Setting,
    after: Setting,
    reached: Callable[[int], None] = lambda _: None,
) -> Changes:
    """Return whose verdict on *track*, or score, differs between two settings; Ctrl-C keeps what was found.

    *reached* is told how many dossiers have been judged since it was last told.

    Raises:
        RulesError: rules are wrong.
        SolverError: no answer was computed.
    """
    turned: list[CandidateChange] = []
    scores: list[ScoreChange] = []
    counted: Counter[tuple[Status, Status]] = Counter()
    complete = True
    try:
        waiting = iter(dossiers)
        for crowd in judge_apart(dossiers, before, after, CROWD):
            for (was, becomes), dossier in zip(crowd, waiting, strict=False):
                if was.score != becomes.score:
                    name = dossier.candidate.id
                    scores.append(ScoreChange(name, was.score, becomes.score))
                verdicts = status_of(was.statuses, track), status_of(becomes.statuses, track)
                counted[verdicts] += 1
                if verdicts[0] != verdicts[1]:
                    told = tuple(
                        clause_changes(track, was.statuses, becomes.statuses, before, after)
                    )
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
        tuple(scores),
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


def _findings(
    track: str, before: Setting, after: Setting
) -> tuple[tuple[FindingEntry, ...], tuple[FindingEntry, ...]]:
    """Return the findings about *track* that vanish, and those that appear."""
    named: dict[str, tuple[str, ...]] = {before.specialty: (track,)}
    sides = check_both([before.rules, after.rules], before.specialty)
    was, becomes = ({one.key: one for one in report([side], named).findings} for side in sides)
    return (
        tuple(one for key, one in was.items() if key not in becomes),
        tuple(one for key, one in becomes.items() if key not in was),
    )


def impact(  # noqa: PLR0913, PLR0917 - one call with everything an answer depends on
    amendment: Amendment,
    dossiers: Sequence[Dossier],
    track: str,
    setting: Setting,
    reached: Callable[[int], None] = lambda _: None,
    seconds: float = SECONDS,
    *,
    with_findings: bool = True,
) -> Impact:
    """Return what *amendment* would change for *dossiers* on *track*; without any, for made-up candidates.

    *with_findings* also checks the rules before and after, as ``policy check`` does.

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
        vanished, appeared = None, None
        if with_findings and complete:
            try:
                vanished, appeared = _findings(track, setting, after)
            except KeyboardInterrupt:
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
        scores=found.scores,
        vanished=vanished,
        appeared=appeared,
        flips=turned,
        assumptions=() if dossiers else tuple(assumptions([setting])),
    )
