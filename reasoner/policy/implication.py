"""How do two conditions stand to each other: does one imply the other, do they equal or exclude each other?"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

from reasoner.catalog import RuleSet, check_readings, shipped_rules, specialty_of
from reasoner.errors import InputError, Problem, SolverError, SolverInterrupted, Text
from reasoner.evaluate import Setting, evaluate_statuses, rule_book
from reasoner.intake.dossier import dossier_from_text, read_notice
from reasoner.model.amounts import HUNDREDTHS_PER_POINT, MOST_POINTS
from reasoner.model.assessment import Label
from reasoner.model.implication import (
    IMPLICATION_FORMAT,
    Comparison,
    Comparisons,
    CounterExample,
    Outcome,
    PartingClause,
    Relation,
)
from reasoner.model.word import nearest
from reasoner.policy.asked_terms import record_of, rules_that_ask
from reasoner.policy.dossier_search import FoundDossier, Search, Side, Wish
from reasoner.policy.found_dossier import as_yaml, dossier_of
from reasoner.policy.search_apart import searches_apart
from reasoner.policy.space import ASSUMPTIONS, Judged, Space

SECONDS: Final = 30.0
"""How long one search may take unless told otherwise."""

_PROCESSES: Final = 2
_WORTH_A_PROCESS: Final = 8
"""Searches from which on a second process, which grounds all rules once more, saves time."""

_ANY_THRESHOLD: Final = MOST_POINTS * HUNDREDTHS_PER_POINT // 2
_CANDIDATE: Final = "反例"


@dataclass(frozen=True)
class Condition:
    """A clause of some rules; *side* tells the rules apart."""

    side: str
    clause: str


@dataclass(frozen=True)
class Bench:
    """The rules whose conditions are compared, and the space of candidates."""

    sides: Mapping[str, Judged]

    @cached_property
    def space(self) -> tuple[Any, ...]:
        """Return the facts of the space."""
        return tuple(Space(list(self.sides.values())).facts())

    @property
    def judges(self) -> list[Side]:
        """Return the rules of all sides as a search takes them."""
        return [
            Side(
                name,
                side.setting.rules.rule_files(side.setting.specialty),
                tuple(side.setting.facts()),
                side.dropped,
            )
            for name, side in self.sides.items()
        ]

    @property
    def judgements(self) -> tuple[str, ...]:
        """Return the clauses that somebody must have judged, articles rather than their items."""
        return tuple(
            dict.fromkeys(
                clause
                for side in self.sides.values()
                for root in side.roots
                for clause in _judged_articles(root, side)
            )
        )

    def searches(self, wishes: Sequence[Sequence[Wish]], seconds: float) -> Iterator[Search]:
        """Yield the outcome of a search for each of *wishes*, run apart."""
        question = shipped_rules().root / "questions" / "imply.lp"
        many = _PROCESSES if len(wishes) > _WORTH_A_PROCESS else 1
        shares = [
            searches_apart(self.judges, question, self.space, wishes[place::many], seconds)
            for place in range(many)
        ]
        try:
            for number in range(len(wishes)):
                yield next(shares[number % many])
        finally:
            for share in shares:
                share.close()

    def witness(
        self, found: FoundDossier, wishes: Sequence[Wish], *, smallest: bool
    ) -> CounterExample:
        """Return *found* as a dossier that the ordinary evaluation has judged as it was wished.

        Raises:
            SolverError: the ordinary evaluation does not agree.
        """
        data = dossier_of(found, self.judgements, _CANDIDATE)
        dossier = dossier_from_text(as_yaml(data), f"{_CANDIDATE}.yaml")
        statuses: dict[str, str] = {}
        parting: list[PartingClause] = []
        for wish in wishes:
            side = self.sides[wish.side]
            said = evaluate_statuses([dossier], side.setting)[0]
            if said.get(wish.clause) != wish.status:
                told = f"{wish.clause}: {wish.status} / {said.get(wish.clause)}"
                raise SolverError(
                    Text(f"反例未通过复核：{told}", f"the witness was not confirmed: {told}")
                )
            statuses[wish.clause] = wish.status
            if wish.status == "unmet":
                parting += _parting(wish.clause, said, side)
        return CounterExample(data, statuses, tuple(parting), smallest)


def bench(roots: Mapping[str, tuple[Setting, Sequence[str]]]) -> Bench:
    """Return a bench of the rules in *roots*: by name, a setting and the clauses that are asked about."""
    return Bench(
        {
            name: Judged(name, with_threshold(setting), tuple(dict.fromkeys(clauses)))
            for name, (setting, clauses) in roots.items()
        }
    )


def with_threshold(setting: Setting) -> Setting:
    """Return *setting* with a threshold where the notice has set none: it is a function of any."""
    if setting.notice.threshold is not None:
        return setting
    return replace(setting, notice=setting.notice.model_copy(update={"threshold": _ANY_THRESHOLD}))


def condition(name: str, rules: RuleSet, readings: Mapping[str, str]) -> tuple[Condition, Setting]:
    """Return the condition that *name*, a track, a clause or a term, stands for, with the setting that judges it.

    Of a term it is the clause that `rules_that_ask` has made.

    Raises:
        InputError: there is no such clause.
    """
    specialty = specialty_of(name, rules)
    setting = Setting(rules, specialty, read_notice(rules.notice(specialty)))
    known = rule_book(setting).readings
    chosen = {reading: option for reading, option in readings.items() if reading in known}
    setting = replace(setting, readings=dict(sorted(chosen.items())))
    clauses = [
        one for one, clause in rule_book(setting).clauses.items() if clause.form != "definition"
    ]
    found = name if name in clauses else record_of(name)
    if found not in clauses:
        raise InputError(
            [
                Problem(
                    Text("没有这一条款或术语", "there is no such clause or term"),
                    value=name,
                    nearest=nearest(name, [*clauses, *rule_book(setting).terms]),
                )
            ]
        )
    return Condition(specialty, found), setting


def compare(  # noqa: PLR0913 - one call with everything an answer depends on
    relation: Relation,
    pairs: Sequence[tuple[str, str]],
    rules: RuleSet,
    *,
    readings: Mapping[str, str],
    seconds: float = SECONDS,
    reached: Callable[[int], None] = lambda _: None,
) -> Comparisons:
    """Return how each of *pairs* stands to *relation*; Ctrl-C keeps what was found.

    Raises:
        InputError: unknown track, clause, term, reading or option; or terms that cannot be compared.
        RulesError: the rules are wrong.
        SolverError: no answer was computed, or the ordinary evaluation does not confirm a witness.
    """
    names = dict.fromkeys(name for pair in pairs for name in pair)
    with rules_that_ask(names, rules) as asking:
        return _compared(relation, pairs, asking, readings, seconds, reached)


def _compared(  # noqa: PLR0913, PLR0917 - as compare
    relation: Relation,
    pairs: Sequence[tuple[str, str]],
    rules: RuleSet,
    readings: Mapping[str, str],
    seconds: float,
    reached: Callable[[int], None],
) -> Comparisons:
    conditions = {name: condition(name, rules, readings) for pair in pairs for name in pair}
    check_readings(readings, [rule_book(setting) for _, setting in conditions.values()])
    roots: dict[str, tuple[Setting, list[str]]] = {}
    for one, setting in conditions.values():
        roots.setdefault(one.side, (setting, []))[1].append(one.clause)
    table = bench(roots)
    found: list[Comparison] = []
    complete = True
    asked = [_wishes(relation, conditions[a][0], conditions[b][0]) for a, b in pairs]
    firsts = {a: (Wish(conditions[a][0].side, conditions[a][0].clause),) for a, _ in pairs}
    outcomes = table.searches([*firsts.values(), *(w for many in asked for w in many)], seconds)
    try:
        met = {name: next(outcomes) for name in firsts}
        for (first, second), many in zip(pairs, asked, strict=True):
            ended = [(wishes, next(outcomes)) for wishes in many]
            found.append(_comparison(relation, first, second, met[first], ended, table))
            reached(1)
    except (KeyboardInterrupt, SolverInterrupted):
        complete = False
    return Comparisons(
        format=IMPLICATION_FORMAT,
        comparisons=tuple(found),
        complete=complete,
        assumptions=tuple(assumptions(setting for setting, _ in roots.values())),
    )


def assumptions(settings: Iterable[Setting]) -> Iterator[Label]:
    """Yield what is taken for granted where the rules of *settings* are compared."""
    settings = list(settings)
    yield from (Label(*told) for told in ASSUMPTIONS)
    if any(setting.notice.threshold is None for setting in settings):
        yield Label(
            f"规定分值未公布，任取 {_ANY_THRESHOLD / HUNDREDTHS_PER_POINT:.2f}",
            f"the threshold is not set; any will do: {_ANY_THRESHOLD / HUNDREDTHS_PER_POINT:.2f}",
        )
    chosen = sorted({f"{r}={o}" for setting in settings for r, o in setting.readings.items()})
    told = ", ".join(chosen)
    yield Label(
        f"读法：{told}，其余按默认" if chosen else "读法均按默认",
        f"readings: {told}, others by default" if chosen else "all readings by default",
    )


def track_pairs(rules: RuleSet) -> list[tuple[str, str]]:
    """Return the ordered pairs of tracks of the same document."""
    by_document: dict[str, list[str]] = {}
    for specialty, folder in rules.specialties().items():
        setting = Setting(rules, specialty, read_notice(rules.notice(specialty)))
        by_document.setdefault(folder.parent.name, []).extend(rule_book(setting).tracks)
    return [(a, b) for tracks in by_document.values() for a in tracks for b in tracks if a != b]


def _wishes(relation: Relation, first: Condition, second: Condition) -> list[tuple[Wish, ...]]:
    """Return whom to search for: each would refute the relation."""
    met = [Wish(one.side, one.clause) for one in (first, second)]
    unmet = [Wish(one.side, one.clause, "unmet") for one in (first, second)]
    match relation:
        case "implies":
            return [(met[0], unmet[1])]
        case "equals":
            return [(met[0], unmet[1]), (met[1], unmet[0])]
        case "excludes":
            return [(met[0], met[1])]


def _comparison(  # noqa: PLR0913, PLR0917 - everything that an outcome depends on
    relation: Relation,
    first: str,
    second: str,
    met: Search,
    ended: Sequence[tuple[Sequence[Wish], Search]],
    table: Bench,
) -> Comparison:
    outcome: Outcome = "holds"
    witness = None
    for wishes, search in ended:
        if search.found is not None:
            outcome = "refuted"
            witness = table.witness(search.found, wishes, smallest=search.complete)
            break
        if not search.complete:
            outcome = "unknown"
    if outcome == "holds" and met.found is None:
        outcome = "vacuous" if met.complete else "unknown"
    return Comparison(relation, first, second, outcome, witness)


def _parting(clause: str, said: Mapping[str, str], side: Judged) -> Iterator[PartingClause]:
    """Yield the unmet clauses that keep *clause* from being met; of what needs all, the parts that are not."""
    known = side.book.clauses[clause]
    if known.form == "all_of":
        for part in known.parts:
            if said.get(part) == "unmet":
                yield from _parting(part, said, side)
    else:
        yield PartingClause(clause, known.cite, Label(*known.label))


def _judged_articles(clause: str, side: Judged) -> Iterator[str]:
    known = side.book.clauses[clause]
    if known.form == "by_determination" or (
        known.parts
        and all(
            side.book.clauses[inner].form == "by_determination" or side.book.clauses[inner].parts
            for inner in side.book.under(clause)
        )
    ):
        yield clause
    else:
        for part in known.parts:
            yield from _judged_articles(part, side)
