"""Are the rules whole and consistent? Every check on every specialty, each witness verified."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reasoner.catalog import RuleSet, unknown_track
from reasoner.evaluate import evaluate_statuses
from reasoner.model.assessment import Label
from reasoner.model.dossier import Dossier
from reasoner.model.policy_check import (
    POLICY_CHECK_FORMAT,
    FindingEntry,
    PolicyCheck,
    WitnessEntry,
)
from reasoner.policy.ambiguity import check_ambiguity
from reasoner.policy.chief_and_senior import check_chief_and_senior
from reasoner.policy.dead_and_covered import check_dead_and_covered
from reasoner.policy.definitions import check_definitions
from reasoner.policy.finding import SEVERITIES, Finding, Severity, Witness
from reasoner.policy.higher_routes import check_higher_routes
from reasoner.policy.landmarks import check_landmarks
from reasoner.policy.monotonicity import check_monotonicity
from reasoner.policy.names import check_names, check_tables_between
from reasoner.policy.records import Records
from reasoner.policy.rule_facts import RuleFacts, rule_facts
from reasoner.policy.score_coefficients import check_coefficients
from reasoner.policy.score_doubts import with_doubts
from reasoner.policy.score_rows import check_score_rows, self_score
from reasoner.policy.score_rules import score_rules
from reasoner.policy.score_table import check_score_table
from reasoner.policy.siblings import check_beside, check_siblings
from reasoner.policy.tables import check_tables
from reasoner.policy.windows import check_windows

ALL: Final = "all"

# Checks on the facts of a specialty, and those that search for records.
_OF_FACTS: Final[tuple[Callable[[RuleFacts], Iterable[Finding]], ...]] = (
    check_tables,
    check_windows,
    check_definitions,
    check_names,
    check_beside,
    check_higher_routes,
)
_OF_RECORDS: Final[tuple[Callable[[Records], Iterable[Finding]], ...]] = (
    check_monotonicity,
    check_dead_and_covered,
    check_landmarks,
    check_chief_and_senior,
    check_ambiguity,
)


@dataclass(frozen=True)
class Checked:
    """The findings of one specialty, or those between specialties under the name *all*."""

    specialty: str
    findings: tuple[Finding, ...]


def tracks_named(track: str, rules: RuleSet) -> dict[str, tuple[str, ...]]:
    """Return the tracks that *track* names, by specialty; ``all`` names every track.

    Raises:
        InputError: there is no such track.
        RulesError: the rules are wrong.
    """
    known = {
        specialty: tuple(rule_facts(rules, specialty).book.tracks)
        for specialty in rules.specialties()
        if track == ALL or specialty == track.split(".", maxsplit=1)[0]
    }
    if track == ALL:
        return known
    for specialty, tracks in known.items():
        if track in tracks:
            return {specialty: (track,)}
    raise unknown_track(track, (ALL, *(one for tracks in known.values() for one in tracks)))


def check_specialty(rules: RuleSet, specialty: str) -> Checked:
    """Return the findings on the rules of *specialty*.

    Raises:
        RulesError: the rules are wrong.
    """
    facts = rule_facts(rules, specialty)
    records = Records(facts)
    found = [finding for check in _OF_FACTS for finding in check(facts)]
    found += [finding for check in _OF_RECORDS for finding in check(records)]
    scoring = score_rules(facts)
    if scoring is not None:
        about_points = (*check_score_table(scoring), *check_score_rows(scoring))
        found += with_doubts(scoring, about_points)
    return Checked(specialty, tuple(_verified(facts, found)))


def check_between(rules: RuleSet) -> Checked:
    """Return the findings on the differences between the specialties.

    Raises:
        RulesError: the rules are wrong.
    """
    specialties = [rule_facts(rules, one) for one in rules.specialties()]
    tables = [table for table in map(score_rules, specialties) if table is not None]
    found = (
        *check_siblings(specialties),
        *check_tables_between(specialties),
        *check_coefficients(tables),
    )
    return Checked(ALL, found)


def _verified(rules: RuleFacts, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the findings whose witnesses an ordinary evaluation bears out."""
    groups: dict[tuple[tuple[tuple[str, str], ...], int | None], list[Witness]] = {}
    for finding in findings:
        for witness in finding.witnesses:
            key = tuple(sorted(witness.readings.items())), witness.threshold
            groups.setdefault(key, []).append(witness)
    borne_out: set[int] = set()
    for (readings, threshold), witnesses in groups.items():
        setting = rules.setting
        if threshold is not None:
            notice = setting.notice.model_copy(update={"threshold": threshold})
            setting = replace(setting, notice=notice)
        for reading, option in readings:
            setting = setting.with_reading(reading, option)
        dossiers = [Dossier.model_validate(one.dossier, by_name=True) for one in witnesses]
        judged = evaluate_statuses(dossiers, setting)
        for witness, dossier, statuses in zip(witnesses, dossiers, judged, strict=True):
            if _bears_out(witness, statuses) and (
                witness.points is None or witness.points == self_score(rules, dossier)
            ):
                borne_out.add(id(witness))
    for finding in findings:
        if all(id(witness) in borne_out for witness in finding.witnesses):
            yield finding


def _bears_out(witness: Witness, statuses: Mapping[str, str]) -> bool:
    return all(statuses.get(clause) == status for clause, status in witness.statuses.items())


def report(
    checked: Sequence[Checked],
    named: dict[str, tuple[str, ...]],
    *,
    severity: Severity = "note",
    baseline: Collection[str] = (),
) -> PolicyCheck:
    """Return what was found about the tracks *named*, of *severity* or graver, without what *baseline* accepts."""
    shown = SEVERITIES[: SEVERITIES.index(severity) + 1]
    found = [
        finding
        for one in checked
        for finding in one.findings
        if finding.kind.severity in shown and _concerns(finding, named)
    ]
    found.sort(key=lambda one: (SEVERITIES.index(one.kind.severity), one.kind.code, one.specialty))
    left = [finding for finding in found if finding.key not in baseline]
    reached = {one.specialty for one in checked}
    return PolicyCheck(
        format=POLICY_CHECK_FORMAT,
        tracks=tuple(track for tracks in named.values() for track in tracks),
        findings=tuple(map(_entry, left)),
        accepted=len(found) - len(left),
        unchecked=tuple(one for one in named if one not in reached),
    )


def _concerns(finding: Finding, named: dict[str, tuple[str, ...]]) -> bool:
    """Tell whether a finding is about the tracks *named*: a clause of another track alone is not."""
    if len(named) > 1 or finding.specialty not in named:
        return len(named) > 1
    tracks = named[finding.specialty]
    others = {clause.split(".")[1] for clause in finding.clauses if clause.count(".") > 1}
    grades = {track.split(".")[1] for track in tracks}
    return not others or bool(others & grades) or not others <= {"senior", "chief"}


def _entry(finding: Finding) -> FindingEntry:
    return FindingEntry(
        code=finding.kind.code,
        severity=finding.kind.severity,
        title=Label(*finding.kind.title),
        specialty=finding.specialty,
        clauses=finding.clauses,
        cites=finding.cites,
        says=Label(*finding.says),
        key=finding.key,
        witnesses=tuple(
            WitnessEntry(
                Label(*one.shows),
                one.dossier,
                one.statuses,
                one.readings,
                one.points,
                one.threshold,
            )
            for one in finding.witnesses
        ),
    )
