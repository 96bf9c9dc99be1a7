"""Does this candidate qualify, by which route, and why not?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reasoner import __version__
from reasoner.catalog import (
    RuleSet,
    check_readings,
    every_track,
    known_readings,
    shipped_rules,
    specialty_of,
    unknown_track,
)
from reasoner.checklist import checklist
from reasoner.evaluate import Evaluation, Setting, evaluate, rule_book
from reasoner.explain import Explainer, notice_ref, person, record_ref
from reasoner.gates import gates
from reasoner.hanging import VERDICTS, hanging
from reasoner.intake.dossier import read_notice
from reasoner.model import assessment as told
from reasoner.model.achievements import ACHIEVEMENTS
from reasoner.model.assessment import Assessment, Label, Node
from reasoner.model.dossier import Dossier
from reasoner.model.notice import Notice
from reasoner.rivals import readings_that_matter, try_rivals
from reasoner.routes import interview, routes, with_declared_route
from reasoner.rule_book import RuleBook, Track
from reasoner.scoring.totals import self_scores
from reasoner.side_by_side import side_by_side

DEFAULT_TRACK = "iot.senior"
_ACHIEVEMENT_KINDS = frozenset(kind.kind_of_record for kind in ACHIEVEMENTS)


def assess(  # noqa: PLR0913 - one call with everything an answer depends on
    dossier: Dossier,
    track: str = DEFAULT_TRACK,
    *,
    notice: Notice | None = None,
    readings: Mapping[str, str] | None = None,
    threshold: int | None = None,
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
        threshold: the score to reach, in hundredths of a point, in the place of that of the notice.
        rivals: also find the readings whose rivals would change something.
        rules: rules to apply instead of the shipped ones.
        official_words: the clauses' own words by clause id, as `reasoner.source_text.read_source` finds them.

    Raises:
        InputError: unknown track, reading, option, path or clause.
        RulesError: the rules are wrong.
        SolverError: no answer was computed; nothing follows about the candidate.
    """
    found = assess_tracks(
        [dossier],
        [track],
        notice=notice,
        readings=readings,
        threshold=threshold,
        rivals=rivals,
        rules=rules,
        official_words=official_words,
    )
    return found[0][0]


def assess_many(  # noqa: PLR0913 - as assess
    dossiers: Sequence[Dossier],
    track: str = DEFAULT_TRACK,
    *,
    notice: Notice | None = None,
    readings: Mapping[str, str] | None = None,
    threshold: int | None = None,
    rivals: bool = True,
    rules: RuleSet | None = None,
    official_words: Mapping[str, str] | None = None,
) -> list[Assessment]:
    """Assess many candidates, a hundred in one grounding; the answers equal those of `assess` one by one."""
    found = assess_tracks(
        dossiers,
        [track],
        notice=notice,
        readings=readings,
        threshold=threshold,
        rivals=rivals,
        rules=rules,
        official_words=official_words,
    )
    return [one for (one,) in found]


def assess_tracks(  # noqa: PLR0913 - as assess
    dossiers: Sequence[Dossier],
    tracks: Sequence[str] | None = None,
    *,
    notice: Notice | None = None,
    readings: Mapping[str, str] | None = None,
    threshold: int | None = None,
    rivals: bool = True,
    rules: RuleSet | None = None,
    official_words: Mapping[str, str] | None = None,
    processes: int = 1,
) -> list[tuple[Assessment, ...]]:
    """Assess candidates on several tracks; the answers equal those of `assess` one by one.

    But for a route that is declared by a short name, as ``7.2``: it counts if one of the tracks alone has such a route.

    Args:
        dossiers: what the candidates hand in.
        tracks: tracks such as ``ii.chief``, in the order of the answers; all that there are unless given.
        notice: as for `assess`.
        threshold: as for `assess`.
        readings: as for `assess`; each holds on the tracks whose rules know it, and one of them must.
        rivals: as for `assess`.
        rules: as for `assess`.
        official_words: as for `assess`.
        processes: how many processes share the specialties, see `reasoner.side_by_side`.

    Returns:
        For each dossier its assessments, one a track.

    Raises:
        InputError: as `assess`.
        RulesError: as `assess`.
        SolverError: as `assess`.
    """
    prepared = prepare_tracks(
        tracks, notice=notice, readings=readings, threshold=threshold, rules=rules
    )
    if not dossiers:
        return []
    asked = [track for _, track in prepared]
    dossiers = [
        with_declared_route(
            dossier, asked, lambda: [track for _, track in prepare_tracks(rules=rules)]
        )
        for dossier in dossiers
    ]
    by_setting: dict[str, tuple[Setting, list[Track]]] = {}
    for setting, track in prepared:
        by_setting.setdefault(setting.specialty, (setting, []))[1].append(track)

    def of_specialty(job: tuple[Setting, Sequence[Track]]) -> dict[str, list[Assessment]]:
        return _assess_specialty(dossiers, *job, rivals=rivals, official_words=official_words or {})

    found: dict[str, list[Assessment]] = {}
    for one in side_by_side(of_specialty, list(by_setting.values()), processes):
        found |= one
    return list(zip(*(found[track.id] for _, track in prepared), strict=True))


def _assess_specialty(
    dossiers: Sequence[Dossier],
    setting: Setting,
    tracks: Sequence[Track],
    *,
    rivals: bool,
    official_words: Mapping[str, str],
) -> dict[str, list[Assessment]]:
    """Return the assessments of *dossiers* by track.

    The titles of a specialty share their rules, so they share the evaluation.
    """
    evaluations = evaluate(dossiers, setting, self_scores(dossiers, setting))
    tried = try_rivals(evaluations, setting) if rivals else []
    found = {}
    for track in tracks:
        matters = readings_that_matter(evaluations, tried, track, track.id)
        found[track.id] = [
            _assessment(evaluation, track, matter, official_words)
            for evaluation, matter in zip(evaluations, matters, strict=True)
        ]
    return found


def prepare(
    track: str,
    *,
    notice: Notice | None = None,
    readings: Mapping[str, str] | None = None,
    threshold: int | None = None,
    rules: RuleSet | None = None,
) -> tuple[Setting, Track]:
    """Return the setting of a question about *track*, checked.

    Raises:
        InputError: unknown track, reading or option.
    """
    return prepare_tracks(
        [track], notice=notice, readings=readings, threshold=threshold, rules=rules
    )[0]


def prepare_tracks(
    tracks: Sequence[str] | None = None,
    *,
    notice: Notice | None = None,
    readings: Mapping[str, str] | None = None,
    threshold: int | None = None,
    rules: RuleSet | None = None,
) -> list[tuple[Setting, Track]]:
    """Return each track, in this order, with the setting of a question about it; all tracks unless they are named.

    Raises:
        InputError: unknown track, or a reading or option that the rules of no track know.
    """
    rules = rules or shipped_rules()
    specialties = (
        rules.specialties()
        if tracks is None
        else dict.fromkeys(specialty_of(track, rules) for track in tracks)
    )
    files = (
        {specialty: rules.notice(specialty) for specialty in specialties} if notice is None else {}
    )
    shipped = {file: read_notice(file) for file in set(files.values())}
    plain = [
        Setting(
            rules,
            specialty,
            _with_threshold(notice or shipped[files[specialty]], threshold),
        )
        for specialty in specialties
    ]
    books = [rule_book(setting) for setting in plain]
    check_readings(readings or {}, books)
    prepared: dict[str, tuple[Setting, Track]] = {}
    for one, book in zip(plain, books, strict=True):
        setting = replace(one, readings=known_readings(readings or {}, book))
        prepared |= {track.id: (setting, track) for track in rule_book(setting).tracks.values()}
    for track in tracks or ():
        if track not in prepared:
            raise unknown_track(track, every_track(rules))
    return [prepared[track] for track in dict.fromkeys(tracks or prepared)]


def asks_score(track: Track, book: RuleBook) -> bool:
    """Tell whether one can apply for *track* by a score."""
    return any("self_score" in book.clauses[clause].kinds for clause in book.under(track.id))


def _with_threshold(notice: Notice, threshold: int | None) -> Notice:
    """Return *notice* with *threshold*, in hundredths of a point, in the place of its own if one is given."""
    return notice if threshold is None else notice.model_copy(update={"threshold": threshold})


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
    ways = tuple(routes(dossier, track, evaluation.answer.status, book))
    return Assessment(
        format=told.FORMAT,
        candidate=person(dossier),
        track=track.id,
        track_label=Label(*track.label),
        verdict=VERDICTS[tree.status],
        routes=ways,
        gates=gates(tree, ways, book),
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
        self_score=evaluation.self_score if asks_score(track, book) else None,
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


def classifications(evaluation: Evaluation) -> Iterator[told.Classification]:
    """Yield the class of each record that a table classifies."""
    for (table, number), (low, high) in sorted(evaluation.answer.classes.items()):
        classes = evaluation.book.tables[table].classes
        record = record_ref(evaluation.entries[number], evaluation.dossier)
        yield told.Classification(table, record, classes[low], classes[high])
