"""Does this candidate qualify, by which route, and why not?"""

from collections.abc import Iterator, Mapping, Sequence

from reasoner import __version__
from reasoner.catalog import (
    RuleSet,
    check_readings,
    shipped_rules,
    specialty_of,
    unknown_track,
)
from reasoner.checklist import checklist
from reasoner.evaluate import Evaluation, Setting, evaluate, rule_book
from reasoner.explain import Explainer, record_ref
from reasoner.hanging import VERDICTS, hanging
from reasoner.intake.dossier import read_notice
from reasoner.model import assessment as told
from reasoner.model.achievements import ACHIEVEMENTS
from reasoner.model.amounts import HUNDREDTHS_PER_POINT
from reasoner.model.assessment import Assessment, Label, Node
from reasoner.model.dossier import Dossier
from reasoner.model.notice import Notice
from reasoner.model.words.answers import YesNo
from reasoner.rivals import readings_that_matter
from reasoner.routes import declared_route, interview, routes
from reasoner.rule_book import Track

DEFAULT_TRACK = "iot.senior"
_ACHIEVEMENT_KINDS = frozenset(kind.kind_of_record for kind in ACHIEVEMENTS)


def assess(  # noqa: PLR0913 - one call with everything an answer depends on
    dossier: Dossier,
    track: str = DEFAULT_TRACK,
    *,
    notice: Notice | None = None,
    readings: Mapping[str, str] | None = None,
    rivals: bool = True,
    rules: RuleSet | None = None,
    official_words: Mapping[str, str] | None = None,
) -> Assessment:
    """Assess one candidate on *track*.

    Args:
        dossier: what the candidate hands in.
        track: a track such as ``iot.senior``.
        notice: the parameters of the year; those shipped for the regulation of the track unless given.
        readings: options that replace the default readings, such as ``{"A068": "literal"}``.
        rivals: also find the readings whose rivals would change something.
        rules: rules to apply instead of the shipped ones.
        official_words: the clauses' own words by clause id, as `reasoner.source_text.read_source` finds them.

    Raises:
        InputError: unknown track, reading, option, path or clause.
        RulesError: the rules are wrong.
        SolverError: no answer was computed; nothing follows about the candidate.
    """
    return assess_many(
        [dossier],
        track,
        notice=notice,
        readings=readings,
        rivals=rivals,
        rules=rules,
        official_words=official_words,
    )[0]


def assess_many(  # noqa: PLR0913 - as assess
    dossiers: Sequence[Dossier],
    track: str = DEFAULT_TRACK,
    *,
    notice: Notice | None = None,
    readings: Mapping[str, str] | None = None,
    rivals: bool = True,
    rules: RuleSet | None = None,
    official_words: Mapping[str, str] | None = None,
) -> list[Assessment]:
    """Assess many candidates, a hundred in one grounding; the answers equal those of `assess` one by one."""
    if not dossiers:
        return []
    setting, found = prepare(track, notice=notice, readings=readings, rules=rules)
    for dossier in dossiers:
        declared_route(dossier, found)
    evaluations = evaluate(dossiers, setting)
    matters: list[tuple[told.ReadingThatMatters, ...]] = (
        readings_that_matter(evaluations, setting, found, track)
        if rivals
        else [()] * len(evaluations)
    )
    return [
        _assessment(evaluation, found, matter, official_words or {})
        for evaluation, matter in zip(evaluations, matters, strict=True)
    ]


def prepare(
    track: str,
    *,
    notice: Notice | None = None,
    readings: Mapping[str, str] | None = None,
    rules: RuleSet | None = None,
) -> tuple[Setting, Track]:
    """Return the setting of a question about *track*, checked.

    Raises:
        InputError: unknown track, reading or option.
    """
    rules = rules or shipped_rules()
    specialty = specialty_of(track, rules)
    notice = notice or read_notice(rules.notice(specialty))
    plain = Setting(rules, specialty, notice)
    book = rule_book(plain)
    check_readings(readings or {}, book)
    if track not in book.tracks:
        raise unknown_track(track, tuple(book.tracks))
    setting = Setting(rules, specialty, notice, dict(sorted((readings or {}).items())))
    return setting, rule_book(setting).tracks[track]


def _assessment(
    evaluation: Evaluation,
    track: Track,
    matter: tuple[told.ReadingThatMatters, ...],
    official_words: Mapping[str, str],
) -> Assessment:
    dossier, setting, book = evaluation.dossier, evaluation.setting, evaluation.book
    explainer = Explainer(evaluation, official_words)
    tree = explainer.node(track.id)
    beside = tuple(explainer.node(clause) for clause in track.beside)
    hangs = hanging(evaluation, tree)
    shared = dict(_shared(tree))
    return Assessment(
        format=told.FORMAT,
        candidate=person(dossier),
        track=track.id,
        track_label=Label(*track.label),
        verdict=VERDICTS[tree.status],
        routes=tuple(routes(dossier, track, evaluation.answer.status, book)),
        interview=interview(dossier, track, evaluation.answer.status, book),
        rule_set=told.RuleSetRef(
            id=setting.specialty,
            version=__version__,
            sha256=setting.rules.sha256(setting.specialty),
        ),
        notice=notice_ref(setting.notice),
        readings={
            reading.id: setting.readings.get(reading.id, reading.default)
            for reading in book.readings.values()
        },
        readings_that_matter=matter,
        open_parameters=hangs.parameters,
        missing_facts=hangs.missing,
        awaited_determinations=hangs.awaited,
        shared_records=tuple(
            told.SharedRecord(record, tuple(clauses))
            for record, clauses in shared.items()
            if len(clauses) > 1
        ),
        distinct_achievements=len(shared),
        classifications=tuple(classifications(evaluation)),
        contradictions=tuple(
            told.Contradiction(record_ref(evaluation.entries[number], dossier), stated, basis)
            for number, stated, basis in sorted(evaluation.answer.contradictions)
        ),
        materials=checklist(evaluation, track, explainer),
        beside=beside,
        consequences=tuple(
            consequence
            for node in beside
            if node.status == "met"
            for consequence in book.clauses[node.id].consequences
        ),
        tree=tree,
    )


def _shared(tree: Node) -> Iterator[tuple[told.RecordRef, list[str]]]:
    """Yield each achievement that counts, with the clauses that count it."""
    counted: dict[told.RecordRef, list[str]] = {}

    def visit(node: Node) -> None:
        for one in node.evidence:
            if (
                node.form == "counts"
                and one.status == "passed"
                and one.record.kind in _ACHIEVEMENT_KINDS
            ):
                counted.setdefault(one.record, []).append(node.id)
        for part in node.parts:
            visit(part)

    visit(tree)
    yield from counted.items()


def person(dossier: Dossier) -> told.Person:
    """Return who applies."""
    return told.Person(dossier.candidate.id, dossier.candidate.name)


def classifications(evaluation: Evaluation) -> Iterator[told.Classification]:
    """Yield the class of each record that a table classifies."""
    for (table, number), (low, high) in sorted(evaluation.answer.classes.items()):
        classes = evaluation.book.tables[table].classes
        record = record_ref(evaluation.entries[number], evaluation.dossier)
        yield told.Classification(table, record, classes[low], classes[high])


def notice_ref(notice: Notice) -> told.NoticeRef:
    """Return which parameters of the year were used."""
    threshold = notice.threshold
    return told.NoticeRef(
        name=notice.name,
        basis=notice.basis,
        by_analogy=notice.by_analogy is YesNo.YES,
        achievements_until=str(notice.achievements_until),
        tenure_until=str(notice.tenure_until),
        threshold=None if threshold is None else f"{threshold / HUNDREDTHS_PER_POINT:.2f}",
    )
