"""Words for the answers to what-if, verify, robust, next, timeline and repair."""

from collections.abc import Sequence
from typing import Final

from reasoner.errors import Text
from reasoner.model.assessment import Person, RecordRef, StatusChange
from reasoner.model.pieces import PieceRef
from reasoner.model.robustness import Doubt
from reasoner.model.vocabulary import kind_label, section_label
from reasoner.report.outline import Entry
from reasoner.report.record_wording import RecordWording
from reasoner.report.words import STATUS_OF

_SHOWN_VALUES: Final = 6

STOPPED: Final = {
    "timeout": Text(
        "时限已到：以上是目前找到的，尚未证明完整或最优",
        "time is up: this is what has been found; that it is complete or best is not proven",
    ),
    "interrupted": Text(
        "已中断：以上是目前已证明的，其余尚未查明",
        "interrupted: this is what is proven so far; the rest is not settled",
    ),
}

_SCORE_KEPT: Final = Text(
    "自评分按现有全部材料计算，在以上各种情形中保持不变；因材料增减而变的分数，用 what-if 试算",
    "the self-score is that of the dossier as it is, in every case above; try with what-if what records add to it",
)


class QuestionWording(RecordWording):
    """Words for the answers to questions, in one language."""

    def title(self, person: Person, track: str, label: str) -> str:
        """Return whom an answer is about, and for which track."""
        return f"{self.person(person)}  {label}{self.bracketed(track)}"

    def result(self, verdict: str) -> Entry:
        """Return the verdict as a line."""
        told = self.pick("结论：", "Verdict: ") + self.verdict(verdict)
        return Entry(told, STATUS_OF[verdict])

    def piece(self, piece: PieceRef) -> str:
        """Return what a piece of the dossier is called."""
        if piece.record is not None:
            return self.record(piece.record)
        clause = self.clause(str(piece.clause))
        return self.pick(f"认定：{clause}（{piece.by}）", f"determination: {clause} ({piece.by})")

    def pieces(self, pieces: Sequence[PieceRef]) -> str:
        """Return several pieces in one line."""
        return self.listed([self.piece(piece) for piece in pieces])

    def change(self, change: StatusChange) -> Entry:
        """Return a clause that gets another status."""
        told = (
            f"{self.clause(change.clause)}{self.pick('：', ': ')}"
            f"{self.status(change.status)} → {self.status(change.under_rival)}"
        )
        return Entry(told, change.under_rival, change.clause)

    def changes(self, changes: Sequence[StatusChange]) -> tuple[Entry, ...]:
        """Return clauses that get another status; of a clause and its parts, all."""
        return tuple(self.change(change) for change in changes)

    def route(self, route: str) -> str:
        """Return a route."""
        return self.clause(route)

    def limits(self, stopped: str | None, *, score_kept: bool) -> tuple[str, ...]:
        """Return what an answer cannot vouch for: where a search was stopped, and where it keeps the score."""
        told = () if stopped is None else (self.say(STOPPED[stopped]),)
        return (*told, self.say(_SCORE_KEPT)) if score_kept else told

    def about(
        self,
        record: RecordRef | None,
        section: str | None,
        attribute: str | None,
        clause: str | None,
    ) -> str:
        """Return what a fact, a section or a determination is about."""
        if clause is not None:
            return self.pick("认定", "determine ") + self.pick(
                f"「{self.clause(clause)}」", f"{self.clause(clause)!r}"
            )
        if record is not None and attribute is not None:
            return self.of_record(record, attribute)
        name = self.say(section_label(str(section)))
        return self.pick(f"「{name}」一节", f"section {name!r}")

    def shown(self, attribute: str | None, values: Sequence[tuple[str, str]]) -> str:
        """Return values of an attribute as a dossier has them, each from its first to its last, at most a few."""

        def one(value: str) -> str:
            if value in ("[]", "{}"):
                return self.pick("没有（空列表）", "none (an empty list)")
            return self.value(attribute or "requirement_met", value)

        told = [
            one(first) if first == last else self.pick("至", " to ").join((one(first), one(last)))
            for first, last in values[:_SHOWN_VALUES]
        ]
        more = self.pick("等", " and more") if len(values) > _SHOWN_VALUES else ""
        return self.pick("或", " or ").join(told) + more

    def doubt(self, doubt: Doubt) -> str:
        """Return something that could be another way."""
        if doubt.kind == "reading":
            label = self.say(doubt.label)
            return f"{doubt.reading}={doubt.option} {doubt.cite} {label}"
        about = self.about(doubt.record, doubt.section, doubt.attribute, doubt.clause)
        if doubt.kind == "cell":
            return self.pick(f"{about}（存疑）", f"{about} (doubtful)")
        return f"{about}{self.pick('：', ': ')}{self.value('requirement_met', str(doubt.answer))}"

    def kind(self, kind: str) -> str:
        """Return what records of a kind are called."""
        return self.say(kind_label(kind))
