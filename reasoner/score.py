"""How many points does this candidate score, row by row, and where does each record count best?"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from reasoner import __version__
from reasoner.assess import DEFAULT_TRACK, asks_score, prepare
from reasoner.errors import InputError, Problem, Text
from reasoner.evaluate import Setting, rule_book
from reasoner.explain import Explainer, notice_ref, person, record_ref
from reasoner.model.achievements import ACHIEVEMENTS
from reasoner.model.amounts import HUNDREDTHS_PER_POINT
from reasoner.model.assessment import Label, RecordRef, RuleSetRef
from reasoner.model.dossier import Dossier
from reasoner.model.notice import Notice
from reasoner.model.score import (
    SCORE_FORMAT,
    Addition,
    DoubtfulCell,
    Fate,
    OpenRecord,
    RivalCell,
    Score,
    ScoreBox,
    ScoreEntry,
    ScoreRow,
)
from reasoner.pins import pinned
from reasoner.rule_book import Track
from reasoner.scoring.match import match
from reasoner.scoring.sums import Case, Place, add_up
from reasoner.scoring.table import Row, ScoreTable, score_table
from reasoner.scoring.totals import extreme, touched

_ACHIEVEMENT_KINDS = frozenset(kind.kind_of_record for kind in ACHIEVEMENTS)
_LEVELS: tuple[Literal["category", "group", "block"], ...] = ("category", "group", "block")
ITSELF = -1
MOST_ADDITIONS = 8


def score(  # noqa: PLR0913 - one call with everything an answer depends on
    dossier: Dossier,
    track: str = DEFAULT_TRACK,
    *,
    notice: Notice | None = None,
    readings: Mapping[str, str] | None = None,
    threshold: int | None = None,
    pins: Sequence[tuple[str, str]] = (),
) -> Score:
    """Return the score ledger of *dossier* on *track* (附1 of the specialty).

    Args:
        dossier: what the candidate hands in.
        track: the track applied for, such as ``iot.senior``.
        notice: the parameters of the year; None for the shipped ones.
        readings: readings by id, with the option chosen.
        threshold: the score to reach, in hundredths of a point, instead of what the notice sets.
        pins: records by id or place, and the row each must count in; rows may be written without the table's name.

    Raises:
        InputError: there is no such track or reading; the track has no score; or a pin names no record, no row, or a
            row that the record has no place in.
        RulesError: the rules are wrong.
        SolverTimeout: no assignment was proved the best.
    """
    setting, found = prepare(track, notice=notice, readings=readings, threshold=threshold)
    table = score_table(setting)
    if table is None or table.track != found.id:
        return _by_the_dossier(dossier, setting, found)
    return _Ledger(dossier, setting, found, table, pins).score()


def _by_the_dossier(dossier: Dossier, setting: Setting, track: Track) -> Score:
    """Return the typed score, where the table of the track is not at hand.

    Raises:
        InputError: nobody applies for the track by a score.
    """
    if not asks_score(track, rule_book(setting)):
        raise InputError(
            [
                Problem(
                    Text("这一申报轨道没有量化赋分", "there is no score on this track"),
                    source="--track",
                    value=track.id,
                )
            ]
        )
    return Score(
        format=SCORE_FORMAT,
        candidate=person(dossier),
        track=track.id,
        track_label=Label(*track.label),
        table=None,
        cite=None,
        basis="dossier",
        total=dossier.self_score,
        maximum=None,
        determined=None,
        possible=None,
        low=None,
        high=None,
        typed=dossier.self_score,
        threshold=setting.notice.threshold,
        rule_set=_rule_set(setting, setting.rules.sha256(setting.specialty)),
        notice=notice_ref(setting.notice),
        readings={},
        categories=(),
        doubtful_cells=(),
        open_records=(),
        without_points=(),
        additions=(),
    )


def _rule_set(setting: Setting, sha256: str) -> RuleSetRef:
    return RuleSetRef(id=setting.specialty, version=__version__, sha256=sha256)


class _Ledger:
    """Everything that is said of one dossier by one table."""

    def __init__(
        self,
        dossier: Dossier,
        setting: Setting,
        track: Track,
        table: ScoreTable,
        pins: Sequence[tuple[str, str]],
    ) -> None:
        self._dossier, self._setting, self._track, self._table = dossier, setting, track, table
        self._match = match([dossier], setting, table)[0]
        self._explainer = Explainer(self._match.evaluation)
        self._claimed = Case(self._match, "claimed")
        usual, determined, possible = add_up(
            [self._claimed, Case(self._match, "determined"), Case(self._match, "possible")],
            setting,
            table,
        )
        self._determined, self._possible = determined, possible
        self._pins = pinned(pins, self._match.evaluation, usual, table)
        if self._pins:
            self._claimed = Case(self._match, "claimed", self._pins)
            usual = add_up([self._claimed], setting, table)[0]
        self._sums = usual

    def score(self) -> Score:
        setting, table, sums = self._setting, self._table, self._sums
        readings = rule_book(setting).readings
        low, high = (
            add_up([self._claimed], setting, table, extreme(setting, options))[0].total
            for options in (table.least, table.most)
        )
        return Score(
            format=SCORE_FORMAT,
            candidate=person(self._dossier),
            track=self._track.id,
            track_label=Label(*self._track.label),
            table=table.id,
            cite=table.cite,
            basis="table",
            total=sums.total,
            maximum=_hundredths(table.boxes[table.id].maximum),
            determined=self._determined.total,
            possible=max(self._possible.total, sums.total),
            low=low,
            high=high,
            typed=self._dossier.self_score,
            threshold=setting.notice.threshold,
            rule_set=_rule_set(setting, setting.rules.score_sha256(setting.specialty)),
            notice=notice_ref(setting.notice),
            readings={
                reading.id: setting.readings.get(reading.id, reading.default)
                for reading in readings.values()
            },
            categories=tuple(self._box(box, 0) for box in table.boxes[table.id].parts),
            doubtful_cells=tuple(self._doubtful()),
            open_records=tuple(self._open_records()),
            without_points=tuple(self._without_points()),
            additions=tuple(self._additions()),
        )

    def _box(self, name: str, depth: int) -> ScoreBox:
        box = self._table.boxes[name]
        total = self._sums.sums.get(name, 0)
        points = self._sums.has.get(name, 0)
        level = _LEVELS[depth]
        inner = level != "block"
        return ScoreBox(
            id=name,
            level=level,
            label=Label(*box.label),
            maximum=_hundredths(box.maximum),
            sum=total,
            points=points,
            lost=total - points,
            doubtful=self._doubts(name),
            parts=tuple(self._box(part, depth + 1) for part in box.parts) if inner else (),
            rows=() if inner else tuple(self._row(self._table.rows[row]) for row in box.parts),
        )

    def _doubts(self, box: str) -> tuple[str, ...]:
        return tuple(
            reading for reading in self._table.readings() if box in self._table.doubtful[reading]
        )

    def _row(self, row: Row) -> ScoreRow:
        return ScoreRow(
            id=row.id,
            label=Label(*row.label),
            worth=row.worth,
            by_rank=row.by_rank,
            doubtful=self._doubts(row.id),
            would_add=self._sums.would_add.get(row.id, 0) if row.form == "each" else None,
            entries=tuple(self._entries(row)),
        )

    def _entries(self, row: Row) -> Iterator[ScoreEntry]:
        for place, points in sorted(self._sums.points.items()):
            record, name = place
            if name == row.id and (record == ITSELF or place in self._sums.stays):
                yield self._entry(place, row, points)

    def _entry(self, place: Place, row: Row, points: int) -> ScoreEntry:
        sums, (record, _) = self._sums, place
        counted = place in sums.entries
        fate: Fate = (
            "elsewhere"
            if not counted
            else "not_the_highest"
            if place in sums.dropped
            else "counted"
        )
        if record == ITSELF:
            return ScoreEntry(
                record=None,
                times=self._match.times["claimed"].get(row.id),
                worth=row.worth,
                coefficient=None,
                points=points,
                fate=fate,
                claimed=False,
                rank_missing=False,
                pinned=False,
                elsewhere=(),
                tests=(),
            )
        share = sums.share[place]
        leaf = self._match.stands["claimed"][record][row.id]
        return ScoreEntry(
            record=record_ref(self._match.evaluation.entries[record], self._dossier),
            times=None,
            worth=row.worth,
            coefficient=share if row.by_rank else None,
            points=points,
            fate=fate,
            claimed=row.id not in self._match.stands["determined"].get(record, {}),
            rank_missing=row.by_rank and not self._has_rank(record) and share == 0,
            pinned=self._pins.get(record) == row.id,
            elsewhere=tuple(
                other
                for places in sums.options.values()
                if place in places
                for number, other in places
                if number == record and other != row.id
            ),
            tests=self._explainer.evidence(self._table.leaves[leaf], record).tests,
        )

    def _has_rank(self, record: int) -> bool:
        return any(
            name == "score_rank" and arguments[0] == record for name, arguments in self._match.facts
        )

    def _doubtful(self) -> Iterator[DoubtfulCell]:
        """Yield the doubtful cells on which some points rest, with the total by each rival."""
        book = self._table.book
        for name in touched(self._match, self._table):
            reading = book.readings[name]
            applied = self._setting.readings.get(name, reading.default)
            rivals = [
                (option, add_up([self._claimed], self._setting, self._table, {name: option.id})[0])
                for option in reading.options
                if option.id != applied
            ]
            if all(
                (rival.entries, rival.has) == (self._sums.entries, self._sums.has)
                for _, rival in rivals
            ):
                continue
            yield DoubtfulCell(
                reading=name,
                cite=reading.cite,
                question=Label(*reading.question),
                option=applied,
                label=Label(*reading.option(applied).label),
                boxes=self._table.doubtful[name],
                rivals=tuple(
                    RivalCell(option.id, Label(*option.label), rival.total)
                    for option, rival in rivals
                ),
            )

    def _open_records(self) -> Iterator[OpenRecord]:
        """Yield the records that would stand in a row, or in a better one, if more were told."""
        answer = self._match.evaluation.answer
        claimed = self._sums.stays
        for record, rows in sorted(self._match.stands["possible"].items()):
            better = [
                row
                for row in rows
                if (record, row) in self._possible.stays and (record, row) not in claimed
            ]
            missing = dict.fromkeys(
                name
                for row in better
                for test in self._table.leaves[rows[row]].tests
                if (test.attribute, test.relation) in answer.open.get((rows[row], record), ())
                for name in self._explainer.missing(test, record)
            )
            if missing and better:
                yield OpenRecord(
                    record=self._ref(record),
                    rows=tuple(sorted(better, key=self._table.printed.__getitem__)),
                    missing=tuple(missing),
                )

    def _without_points(self) -> Iterator[RecordRef]:
        """Yield the achievements that stand in no row, whatever may still be told."""
        for number, entry in enumerate(self._match.evaluation.entries):
            if entry.kind in _ACHIEVEMENT_KINDS and number not in self._match.stands["possible"]:
                yield self._ref(number)

    def _ref(self, number: int) -> RecordRef:
        return record_ref(self._match.evaluation.entries[number], self._dossier)

    def _additions(self) -> Iterator[Addition]:
        """Yield the rows of which one more record would add most, the first of each amount and block."""
        rows = sorted(
            (row for row in self._table.rows.values() if self._sums.would_add.get(row.id, 0) > 0),
            key=lambda row: (-self._sums.would_add[row.id], self._table.printed[row.id]),
        )
        for row in rows[:MOST_ADDITIONS]:
            block = self._table.boxes[row.block]
            yield Addition(
                row=row.id,
                label=Label(*row.label),
                block=Label(*block.label),
                adds=self._sums.would_add[row.id],
            )


def _hundredths(points: int | None) -> int | None:
    return None if points is None else points * HUNDREDTHS_PER_POINT
