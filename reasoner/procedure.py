"""Was a year's review held as the text asks? A record in, findings out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from reasoner.errors import InputError, Problem, RulesError, Text
from reasoner.facts import Fact, reading_facts
from reasoner.model.assessment import Label
from reasoner.model.procedure import ReviewRecord, Step
from reasoner.model.procedure_check import (
    PROCEDURE_FORMAT,
    AppliedReading,
    Finding,
    FindingCode,
    Measure,
    NotChecked,
    ProcedureCheck,
    RivalFindings,
    Severity,
    Subject,
    SubjectKind,
)
from reasoner.model.rule_book import ReadingEntry
from reasoner.model.word import Word, nearest
from reasoner.procedure_facts import YEAR, Names, names_of, review_facts
from reasoner.procedure_rules import fingerprint, procedure_files, readings_in
from reasoner.solve import Atom, Atoms, solve

_PARTS_OF_A_MEASURE: Final = 6
_CODES: Final = {code.value: code for code in FindingCode}
_STEPS: Final = {step.value: step for step in Step}


def check_procedure(
    record: ReviewRecord, *, readings: Mapping[str, str] | None = None
) -> ProcedureCheck:
    """Return what goes against the procedure in *record*, and what it does not tell.

    Raises:
        InputError: the track has no such reading, or the reading no such option.
        RulesError: the rules are wrong.
        SolverError: no answer was computed.
    """
    chosen = dict(readings or {})
    review = _Review.of(record)
    plain = review.answer({})
    _check_readings(chosen, plain)
    answer = review.answer(chosen) if chosen else plain
    track = record.track
    return ProcedureCheck(
        format=PROCEDURE_FORMAT,
        track=track.value,
        track_label=_label(track),
        year=record.year,
        has_procedure=(track.value,) in answer.atoms.get(("procedure", 1), ()),
        findings=answer.findings,
        readings=tuple(_applied(review, answer, chosen)),
        not_checked=tuple(answer.not_checked()),
        sha256=fingerprint(review.files),
    )


@dataclass(frozen=True)
class _Review:
    """A record as the rules know it."""

    track: str
    files: tuple[Path, ...]
    facts: tuple[Fact, ...]
    names: Names

    @classmethod
    def of(cls, record: ReviewRecord) -> "_Review":
        """Return *record* with the rules of its specialty."""
        names = names_of(record)
        files = procedure_files(record.track.value)
        if not files:
            raise RulesError(
                Text(
                    f"没有“{record.track.value}”的评审程序规则",
                    f"there are no rules on the procedure of {record.track.value!r}",
                )
            )
        return cls(record.track.value, files, tuple(review_facts(record, names)), names)

    def answer(self, readings: Mapping[str, str]) -> "_Answer":
        """Apply the rules under *readings*."""
        facts = (*self.facts, *reading_facts(readings))
        return _Answer(self.track, self.names, solve(self.files, facts).shown)


@dataclass(frozen=True)
class _Answer:
    """The atoms that the rules derive from a record."""

    track: str
    names: Names
    atoms: Atoms

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings, violations first, each kind in the order of the clauses."""
        severities = {str(code): str(severity) for code, severity in self._of("severity", 2)}
        measures = {
            atom[:3]: Measure(*map(int, atom[3:]))
            for atom in self._of("measure", _PARTS_OF_A_MEASURE)
        }
        found = [
            self._finding(atom, severities, measures)
            for (name, _), atoms in self.atoms.items()
            if name == "finding"
            for atom in atoms
        ]
        return tuple(
            sorted(found, key=lambda one: (one.severity == "open", one.clause, one.code, _ids(one)))
        )

    def _finding(
        self, atom: Atom, severities: Mapping[str, str], measures: Mapping[Atom, Measure]
    ) -> Finding:
        code, clause = str(atom[0]), str(atom[1])
        pairs = list(zip(atom[2::2], atom[3::2], strict=True))
        cite, label = self._clause(clause)
        return Finding(
            code=code,
            severity=cast("Severity", severities[code]),
            clause=clause,
            cite=cite,
            clause_label=label,
            what=_label(_CODES[code]),
            subjects=tuple(_subject(self.names, str(kind), which) for kind, which in pairs),
            measure=measures.get((code, *_measured(pairs))),
        )

    def readings(self) -> tuple[ReadingEntry, ...]:
        """Return the readings that the procedure of the track depends on."""
        return readings_in(self.atoms, self.track)

    def not_checked(self) -> Iterator[NotChecked]:
        """Yield the parts of the procedure that a record does not show."""
        for track, clause, zh, en in sorted(self._of("not_checked", 4), key=str):
            if track == self.track:
                cite, _ = self._clause(str(clause))
                yield NotChecked(str(clause), cite, Label(str(zh), str(en)))

    def _clause(self, clause: str) -> tuple[str, Label]:
        return next(
            (str(cite), Label(str(zh), str(en)))
            for found, cite, zh, en in self._of("procedure_clause", 4)
            if found == clause
        )

    def _of(self, name: str, arity: int) -> Sequence[Atom]:
        return self.atoms.get((name, arity), ())


def _subject(names: Names, kind: str, found: str | int) -> Subject:
    """Return what a pair in a finding is about."""
    if kind == SubjectKind.STEP.value:
        return Subject(kind, str(found), _label(_STEPS[str(found)]))
    if kind == SubjectKind.RENEWAL.value:
        return Subject(kind, str(found), Label(f"第{found}次", f"no. {found}"))
    name = names.name_of(kind, int(found))
    return Subject(kind, name, Label(name, name))


def _measured(pairs: Sequence[tuple[str | int, str | int]]) -> tuple[str | int, str | int]:
    """Return what the number of a finding about *pairs* belongs to: the panel, a step, or the first pair."""
    if not pairs:
        return "panel", 0
    kind, which = pairs[0]
    if kind != SubjectKind.STEP.value:
        return kind, which
    return which, pairs[1][1] if len(pairs) > 1 else YEAR


def _ids(finding: Finding) -> tuple[str, ...]:
    return tuple(subject.id for subject in finding.subjects)


def _label(word: Word) -> Label:
    return Label(word.zh, word.en)


def _check_readings(chosen: Mapping[str, str], answer: _Answer) -> None:
    problems = []
    readings = {one.id: tuple(option.id for option in one.options) for one in answer.readings()}
    for reading, option in chosen.items():
        known = reading in readings
        accepted = readings[reading] if known else tuple(readings)
        if known and option in accepted:
            continue
        value, listed = (option, "、".join(accepted)) if known else (reading, "、".join(accepted))
        problems.append(
            Problem(
                Text("没有这个读法选项", "no such option")
                if known
                else Text(
                    "这一评审程序没有这个读法", "the procedure of this track has no such reading"
                ),
                source="--reading",
                field=reading if known else None,
                value=value,
                accepted=Text(listed, listed.replace("、", ", ")) if listed else None,
                nearest=nearest(value, list(accepted)),
            )
        )
    if problems:
        raise InputError(problems)


def _applied(
    review: _Review, answer: _Answer, chosen: Mapping[str, str]
) -> Iterator[AppliedReading]:
    """Yield each reading with what its rivals would change."""
    for reading in answer.readings():
        options = {option.id: option.label for option in reading.options}
        default = next(option.id for option in reading.options if option.default)
        applied = chosen.get(reading.id, default)
        rivals = tuple(
            _rival(option, label, answer, review.answer({**chosen, reading.id: option}))
            for option, label in options.items()
            if option != applied
        )
        yield AppliedReading(
            reading.id, reading.cite, reading.question, applied, options[applied], rivals
        )


def _rival(option: str, label: Label, answer: _Answer, other: _Answer) -> RivalFindings:
    here, there = answer.findings, other.findings
    # The numbers behind a finding may differ; that alone changes nothing.
    known = {(one.code, one.clause, one.subjects) for one in here}
    kept = {(one.code, one.clause, one.subjects) for one in there}
    return RivalFindings(
        option=option,
        label=label,
        more=tuple(one for one in there if (one.code, one.clause, one.subjects) not in known),
        fewer=tuple(one for one in here if (one.code, one.clause, one.subjects) not in kept),
    )
