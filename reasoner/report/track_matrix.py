"""The path matrix of one candidate over several tracks: a row for each matter, a column for each track."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reasoner.errors import Language, Text
from reasoner.model.assessment import Assessment, Gate, Route
from reasoner.model.words.matters import Matter
from reasoner.report.nearest import failing_gates, nearest_miss
from reasoner.report.wording import Wording
from reasoner.report.words import LEGEND, STATUS_OF
from reasoner.rule_book import RuleBook

_DECLARED = "*"
_INNER = (Matter.PATHS, Matter.LANDMARKS)
_NOTHING = "–"
_VERDICT = Text("结论", "Verdict")
_INTERVIEW = Text("面试答辩", "Interview")
_BESIDE = Text("另需注意", "Beside")
_MISSING = Text("待补事实", "Facts missing")
_AWAITED = Text("待认定事项", "Experts awaited")
_RIVALS = Text("读法影响结论", "Readings decide")
SHORTFALLS = Text("差在哪里", "What is lacking")
DETAILS = Text(
    "一个轨道的逐条依据：zhicheng assess 材料 --track 轨道；全部展开：--full",
    "One track clause by clause: zhicheng assess DOSSIER --track TRACK; all of them: --full",
)
_MORE_LEGEND = Text(
    "需 m：至少 m 部分　* 申报人选择的路径", "needs m: at least m parts · * the route declared"
)
FOLDED_LEGEND = Text("未列出的路径不成立", "routes not listed do not hold")
_DUTIES = {
    "required": Text("须面试", "required"),
    "discretionary": Text("视情况", "may be held"),
    "depends_on_route": Text("看路径", "by route"),
    "no_route": Text(_NOTHING, _NOTHING),
    "not_stated": Text("未规定", "not stated"),
}


@dataclass(frozen=True)
class Line:
    """A line of a cell: the mark of *status* if it has one, what is told, and the clause that it is about.

    A *minor* line may be left out where there is little room.
    """

    told: str
    status: str | None = None
    clause: str | None = None
    minor: bool = False


@dataclass(frozen=True)
class Row:
    """A row: its heading, whether it is part of the row above, and the lines of each track."""

    heading: str
    inner: bool
    cells: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True)
class Shortfall:
    """A gate that keeps the candidate out of a track: what it is and has, and the nearest that could be mended."""

    clause: str
    told: str
    nearest: str


class TrackMatrix:
    """The matrix of one candidate, in one language."""

    def __init__(
        self,
        found: Sequence[Assessment],
        books: Mapping[str, RuleBook],
        language: Language,
        pages: str | None = None,
    ) -> None:
        """Take the assessments of one candidate, the rule book of each track, and the address of its pages."""
        self.found = found
        self.words = [Wording(one, books[one.track], language, pages) for one in found]
        self._any = self.words[0]
        self.name = self._any.candidate()

    @property
    def legend(self) -> str:
        """Return what the signs mean."""
        return self._any.pick("　", " · ").join(map(self._any.say, (LEGEND, _MORE_LEGEND)))

    def rows(self) -> Iterator[Row]:
        """Yield the rows from top to bottom."""
        say = self._any.say
        yield self._row(_VERDICT, list(map(self._verdict, self.found)))
        gates = [{gate.matter: gate for gate in one.gates} for one in self.found]
        for matter in Matter:
            if any(matter.value in of_track for of_track in gates):
                cells = [
                    tuple(self._gate(place, of_track.get(matter.value)))
                    for place, of_track in enumerate(gates)
                ]
                yield Row(say(Text(matter.zh, matter.en)), matter in _INNER, tuple(cells))
        yield self._row(_INTERVIEW, [Line(say(_DUTIES[one.interview.duty])) for one in self.found])
        yield self._row(
            _BESIDE,
            [
                Line(words.listed([words.found(node) for node in one.beside]) or _NOTHING)
                for words, one in zip(self.words, self.found, strict=True)
            ],
        )
        yield self._row(_MISSING, [Line(str(len(one.missing_facts))) for one in self.found])
        yield self._row(
            _AWAITED,
            [
                Line(str(sum(len(awaited.clauses) for awaited in one.awaited_determinations)))
                for one in self.found
            ],
        )
        rivals = [tuple(map(Line, _decisive_readings(one))) for one in self.found]
        if any(rivals):
            yield Row(
                say(_RIVALS), inner=False, cells=tuple(one or (Line(_NOTHING),) for one in rivals)
            )

    def shortfalls(self, place: int) -> list[Shortfall]:
        """Return what keeps the candidate out of the track in column *place*."""
        found, words = self.found[place], self.words[place]
        return [
            Shortfall(
                gate.clause,
                f"{gate.cite} {words.say(gate.label)}"
                + (words.bracketed(tally) if (tally := self._tally(gate)) else ""),
                nearest_miss(found, gate, words),
            )
            for gate in failing_gates(found)
        ]

    def notices(self) -> list[str]:
        """Return the parameters of the year that were used, each once."""
        told = [words.notice(one.notice) for words, one in zip(self.words, self.found, strict=True)]
        return list(dict.fromkeys(told))

    def _verdict(self, found: Assessment) -> Line:
        status = STATUS_OF[found.verdict]
        return Line(self._any.status(status), status, found.tree.id)

    def _row(self, heading: Text, lines: Sequence[Line]) -> Row:
        return Row(self._any.say(heading), inner=False, cells=tuple((line,) for line in lines))

    def _gate(self, place: int, gate: Gate | None) -> Iterator[Line]:
        """Yield the lines of a gate: how much of it is there, then the ways in that it holds."""
        if gate is None:
            yield Line(_NOTHING)
            return
        yield Line(self._tally(gate), gate.status, gate.clause)
        found = self.found[place]
        for route in found.routes:
            if route.clause in gate.routes:
                yield _route(route, found.track)

    def _tally(self, gate: Gate) -> str:
        """Return k of n; nothing for a clause of one part, whose mark says it all."""
        if gate.has is None or gate.parts == 1:
            return ""
        could = "" if gate.could_have in (None, gate.has) else f"–{gate.could_have}"
        told = f"{gate.has}{could}/{gate.parts}"
        if gate.needs in (1, gate.parts):
            return told
        return self._any.pick(f"{told} 需{gate.needs}", f"{told} needs {gate.needs}")


def _route(route: Route, track: str) -> Line:
    name = route.clause.removeprefix(f"{track}.") + (_DECLARED if route.declared else "")
    minor = route.status == "unmet" and not route.declared
    return Line(name, route.status, route.clause, minor)


def _decisive_readings(found: Assessment) -> list[str]:
    """Return the readings under a rival of which the verdict would be another."""
    return [
        reading.id
        for reading in found.readings_that_matter
        if any(rival.verdict != found.verdict for rival in reading.rivals)
    ]
