"""The words of a score ledger, in both languages."""

from collections.abc import Iterator

from reasoner.errors import Language, Text
from reasoner.model.amounts import points
from reasoner.model.assessment import RecordRef, TestResult
from reasoner.model.score import (
    Addition,
    DoubtfulCell,
    OpenRecord,
    Score,
    ScoreBox,
    ScoreEntry,
    ScoreRow,
)
from reasoner.model.vocabulary import kind_label
from reasoner.report.rule_wording import RuleWording
from reasoner.rule_book import RuleBook

TENTHS = 10
HEADINGS = {
    "ledger": Text("量化赋分明细", "Ledger"),
    "doubtful": Text(
        "存疑单元格（另一读法会改变分数）", "Doubtful cells (a rival may change the score)"
    ),
    "open": Text("待补事实（补全后可计入）", "Facts that are not told (and would count)"),
    "additions": Text(
        "再得分（其余不变，再有一项且排名第1）", "What one more would add (first in rank)"
    ),
    "full": Text("已满，再加不增分", "Full: one more adds nothing"),
    "without": Text("没有对应行的成果", "Achievements that stand in no row"),
}
ADVICE = Text(
    "自评分按申报材料计算，专家认可前的成果按所报计入；以评审机构核定为准。",
    "A self-score counts what the dossier claims before experts have recognised it; the review body decides.",
)
BY_THE_DOSSIER = Text(
    "该专业的量化赋分表不在手边，以下为申报材料自填的自评分。",
    "The scoring table of this specialty is not at hand; this is the self-score that the dossier states.",
)
_FATES = {
    "counted": Text("", ""),
    "not_the_highest": Text("未计：取最高", "not added: only the highest counts"),
    "elsewhere": Text("计入别处", "counted elsewhere"),
}
_ITSELF = {
    "full_years": Text("满年数", "full years"),
    "if_count": Text("达到次数", "often enough"),
    "if_years": Text("达到年数", "long enough"),
}


class ScoreWording(RuleWording):
    """Words for one score in one language."""

    def __init__(self, found: Score, book: RuleBook, language: Language) -> None:
        """Take the labels of the rule book beside those of the models."""
        super().__init__(book, language)
        self.found = found

    def title(self) -> str:
        """Return whose score on which track this is."""
        candidate = self.found.candidate
        name = candidate.name + self.bracketed(candidate.id) if candidate.name else candidate.id
        return f"{name}  {self.say(self.found.track_label)}{self.bracketed(self.found.track)}"

    def total(self) -> str:
        """Return the total and its maximum."""
        found = self.found
        if found.total is None:
            return self.pick("自评分：未写明", "Self-score: not told")
        of = "" if found.maximum is None else f" / {points(found.maximum)}"
        return self.pick(
            f"自评分：{points(found.total)}{of}", f"Self-score: {points(found.total)}{of}"
        )

    def ranges(self) -> Iterator[str]:
        """Yield what the total could be otherwise, and how it compares."""
        found, pick = self.found, self.pick
        if found.total is None:
            return
        if found.determined is not None and found.determined != found.total:
            told = points(found.determined)
            yield pick(
                f"其中无须再认可或已经专家认可：{told}",
                f"Of these recognised, or in no need of it: {told}",
            )
        if found.possible is not None and found.possible != found.total:
            told = points(found.possible)
            yield pick(f"事实补全后至多：{told}", f"At most, once every fact is told: {told}")
        if found.low is not None and found.high is not None and found.low != found.high:
            span = f"{points(found.low)}–{points(found.high)}"
            yield pick(f"存疑单元格之间：{span}", f"Between the readings of doubtful cells: {span}")
        if found.basis == "table" and found.typed is not None and found.typed != found.total:
            difference = signed(found.total - found.typed)
            yield pick(
                f"与材料所填自评分 {points(found.typed)} 相差 {difference}，以计算为准",
                f"The dossier states {points(found.typed)}: a difference of {difference}; what is computed counts",
            )
        yield self.threshold(found.total)

    def threshold(self, total: int) -> str:
        """Return how the total compares with the threshold of the notice."""
        limit = self.found.threshold
        if limit is None:
            return self.pick(
                f"规定分值未定：不高于 {points(total)} 时达到",
                f"The threshold is not set: it is reached if it is at most {points(total)}",
            )
        reached = total >= limit
        return self.pick(
            f"规定分值 {points(limit)}：{'达到' if reached else f'未达到，差 {points(limit - total)}'}",
            f"The threshold is {points(limit)}: "
            + ("reached" if reached else f"{points(limit - total)} short of it"),
        )

    def box(self, box: ScoreBox) -> str:
        """Return the points of a box, its maximum, and what is lost to it."""
        of = "" if box.maximum is None else f" / {points(box.maximum)}"
        told = f"{self.say(box.label)}  {points(box.points)}{of}"
        if box.lost:
            told += self.bracketed(
                self.pick(
                    f"合计 {points(box.sum)}，超出上限 {points(box.lost)} 不计",
                    f"{points(box.sum)} in all; {points(box.lost)} lost to the maximum",
                )
            )
        return told + self.doubts(box.doubtful)

    def doubts(self, readings: tuple[str, ...]) -> str:
        """Return which readings a doubtful cell hangs on."""
        shown = [cell.reading for cell in self.found.doubtful_cells if cell.reading in readings]
        return f" ?{self.listed(shown)}" if shown else ""

    def row(self, row: ScoreRow) -> str:
        """Return a row with what one record is worth."""
        r = " × r" if row.by_rank else ""
        return f"{self.say(row.label)}{self.bracketed(points(row.worth) + r)}{self.doubts(row.doubtful)}"

    def entry(self, entry: ScoreEntry) -> str:
        """Return one record of a row: how its points are made, and what becomes of them."""
        told = f"{self.source(entry)}{self.pick('：', ': ')}{self.product(entry)}"
        notes = list(self.notes(entry))
        return told + (self.bracketed(self.pick("；", "; ").join(notes)) if notes else "")

    def source(self, entry: ScoreEntry) -> str:
        """Return what brings the points."""
        return self.record(entry.record) if entry.record else self.pick("本行", "the row itself")

    def product(self, entry: ScoreEntry) -> str:
        """Return the points as the product that they are."""
        if entry.times is not None:
            return f"{points(entry.worth)} × {entry.times} = {points(entry.points)}"
        if entry.coefficient is None:
            return points(entry.points)
        share = f"{entry.coefficient // TENTHS}.{entry.coefficient % TENTHS}"
        return f"{points(entry.worth)} × {share} = {points(entry.points)}"

    def notes(self, entry: ScoreEntry) -> Iterator[str]:
        """Yield what a reader must know of an entry."""
        if entry.fate != "counted":
            yield self.say(_FATES[entry.fate])
        if entry.pinned:
            yield self.pick("按指定", "as pinned")
        elif entry.elsewhere and entry.fate == "counted":
            yield self.pick(
                f"也可计入 {self.listed(list(entry.elsewhere))}",
                f"could count in {self.listed(list(entry.elsewhere))}",
            )
        if entry.rank_missing:
            yield self.pick("未写排名或没有排名证明，不计分", "no rank told or proved: nothing")
        if entry.claimed:
            yield self.pick("待专家认可", "to be recognised by experts")

    def why(self, test: TestResult) -> str:
        """Return what let a record into its row."""
        told = self.values(test.attribute, test.actual, joined_by=self.pick("、", ", "))
        return f"{self.attribute(test.attribute)} {told or self.pick('未写明', 'not told')}"

    def record(self, record: RecordRef) -> str:
        """Return what a record is called."""
        kind = self.say(kind_label(record.kind))
        place = record.id or ("" if record.place is None else str(record.place))
        name = self.pick(f"「{record.name}」", f' "{record.name}"') if record.name else ""
        return f"{kind} {place}{name}" if place else f"{kind}{name}"

    def doubtful(self, cell: DoubtfulCell) -> Iterator[str]:
        """Yield a doubtful cell, how it is read, and the total by its rivals."""
        yield f"{cell.reading} {cell.cite}{self.pick('：', ': ')}{self.say(cell.question)}"
        yield self.pick("采用：", "applied: ") + self.say(cell.label) + self.bracketed(cell.option)
        for rival in cell.rivals:
            yield (
                self.pick("另读：", "rival: ")
                + self.say(rival.label)
                + self.bracketed(rival.option)
                + self.pick(f"，总分 {points(rival.total)}", f": {points(rival.total)} in all")
            )

    def open_record(self, one: OpenRecord) -> str:
        """Return what a record lacks, and the rows it could stand in."""
        missing = self.listed([self.attribute(name) for name in one.missing])
        return (
            f"{self.record(one.record)}{self.pick('：待 ', ': awaits ')}{missing}"
            + self.bracketed(self.listed(list(one.rows)))
        )

    def addition(self, one: Addition) -> str:
        """Return what one more record of a row would add."""
        return f"+{points(one.adds)}  {self.say(one.block)} · {self.say(one.label)}  {one.row}"

    def full(self) -> Iterator[str]:
        """Yield the groups and categories that one more record cannot raise."""
        for category in self.found.categories:
            for box in (category, *category.parts):
                if box.maximum is not None and box.points >= box.maximum:
                    yield f"{self.say(box.label)} {points(box.points)}/{points(box.maximum)}"


def signed(hundredths: int) -> str:
    """Return a difference with its sign."""
    return f"{'+' if hundredths > 0 else '-'}{points(abs(hundredths))}"
