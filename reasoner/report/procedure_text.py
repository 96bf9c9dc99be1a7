"""The check of a review record for the terminal, as Markdown and as JSON: one list of lines for all."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from rich.console import Console
from rich.text import Text as Line

from reasoner.errors import Language
from reasoner.model.assessment import Label
from reasoner.model.procedure_check import (
    AppliedReading,
    Finding,
    Measure,
    ProcedureCheck,
    RivalFindings,
    SubjectKind,
)

_MARKS = {"violation": "×", "open": "？"}
_COLOURS = {"violation": "red", "open": "yellow"}
_WITH_MEANING = re.compile(r"([\\`*_\[\]<>|~&$#])")
_KINDS = {kind.value: kind for kind in SubjectKind}


@dataclass(frozen=True)
class _Piece:
    """A line of the report: how deep it stands, its text, and the severity that it is marked with."""

    depth: int
    text: str
    severity: str | None = None


def print_procedure(check: ProcedureCheck, console: Console, language: Language) -> None:
    """Print *check* on *console*."""
    for piece in _Report(check, language).pieces():
        mark = _MARKS.get(piece.severity or "")
        line = Line("  " * piece.depth)
        if mark:
            line.append(mark, f"bold {_COLOURS[piece.severity or '']}").append(" ")
        console.print(line.append(piece.text, "bold" if not piece.depth else ""))


def procedure_as_markdown(check: ProcedureCheck, language: Language) -> str:
    """Return *check* as Markdown."""
    lines: list[str] = []
    for piece in _Report(check, language).pieces():
        text = _WITH_MEANING.sub(r"\\\1", " ".join(piece.text.split()))
        if piece.depth == 0:
            lines += ["", f"{'##' if lines else '#'} {text}", ""]
        else:
            mark = f"{_MARKS[piece.severity]} " if piece.severity else ""
            lines.append(f"{'  ' * (piece.depth - 1)}- {mark}{text}")
    return "\n".join(lines[1:])


def procedure_as_json(check: ProcedureCheck) -> str:
    """Return *check* as JSON."""
    return json.dumps(asdict(check), ensure_ascii=False, indent=2)


class _Report:
    """The words of one check in one language."""

    def __init__(self, check: ProcedureCheck, language: Language) -> None:
        """Take what was found."""
        self._check = check
        self._zh = language == "zh"

    def pieces(self) -> Iterator[_Piece]:
        """Yield the report, line by line."""
        check, pick = self._check, self._pick
        yield _Piece(
            0,
            pick(
                f"评审程序核对：{check.track_label.zh}（{check.track}），{check.year} 年度",
                f"Procedure of the review: {check.track_label.en} ({check.track}), {check.year}",
            ),
        )
        yield from self._summary()
        for severity, heading in (
            ("violation", pick("不符合程序", "Against the procedure")),
            ("open", pick("未写明或文中未定", "Not told, or not settled by the text")),
        ):
            found = [one for one in check.findings if one.severity == severity]
            if found:
                yield _Piece(0, heading)
            for one in found:
                yield _Piece(1, self._finding(one), severity)
        yield from self._readings()
        if check.not_checked:
            yield _Piece(
                0, pick("记录中看不出、未核对的", "Not checked, as a record does not show it")
            )
        for part in check.not_checked:
            yield _Piece(1, f"{part.cite} {part.clause}  {self._say(part.reason)}")
        yield _Piece(0, pick("规则指纹", "Fingerprint of the rules"))
        yield _Piece(1, check.sha256)

    def _summary(self) -> Iterator[_Piece]:
        findings = self._check.findings
        violations = sum(one.severity == "violation" for one in findings)
        still_open = len(findings) - violations
        if not findings:
            yield _Piece(1, self._pick("未发现问题。", "Nothing was found."))
        else:
            yield _Piece(
                1,
                self._pick(
                    f"不符合 {violations} 处，未写明或未定 {still_open} 处。",
                    f"{violations} against the procedure, {still_open} not told or not settled.",
                ),
            )

    def _finding(self, found: Finding) -> str:
        colon = self._pick("：", ": ")
        about = self._pick("，", ", ").join(
            f"{self._pick(_KINDS[one.kind].zh, _KINDS[one.kind].en)} {self._say(one.label)}"
            for one in found.subjects
        )
        text = f"{found.cite} {self._say(found.what)}"
        text += f"{colon}{about}" if about else ""
        text += self._measure(found.measure) if found.measure else ""
        return f"{text}  {found.clause}"

    def _measure(self, measure: Measure) -> str:
        exact = measure.least == measure.most
        has = str(measure.least) if exact else f"{measure.least}–{measure.most}"
        return self._pick(
            f"（有 {has}，须 {measure.needed}）", f" ({has}; {measure.needed} needed)"
        )

    def _readings(self) -> Iterator[_Piece]:
        if self._check.readings:
            yield _Piece(
                0, self._pick("读法（--reading 编号=选项）", "Readings (--reading id=option)")
            )
        for reading in self._check.readings:
            yield _Piece(1, f"{reading.id}  {reading.cite}  {self._say(reading.question)}")
            yield _Piece(2, self._pick("采用：", "applied: ") + self._option(reading))
            for rival in reading.rivals:
                yield _Piece(2, self._pick("另读：", "rival: ") + self._rival(rival))
                yield from self._changes(rival)

    def _option(self, reading: AppliedReading | RivalFindings) -> str:
        return self._say(reading.label) + self._pick(
            f"（{reading.option}）", f" ({reading.option})"
        )

    def _rival(self, rival: RivalFindings) -> str:
        if rival.more or rival.fewer:
            return self._option(rival)
        return self._option(rival) + self._pick("，结果相同", ", nothing changes")

    def _changes(self, rival: RivalFindings) -> Iterator[_Piece]:
        changes: tuple[tuple[str, Sequence[Finding]], ...] = (
            (self._pick("增加：", "more: "), rival.more),
            (self._pick("减少：", "fewer: "), rival.fewer),
        )
        for heading, findings in changes:
            for one in findings:
                yield _Piece(3, heading + self._finding(one))

    def _say(self, label: Label) -> str:
        return self._pick(label.zh, label.en)

    def _pick(self, zh: str, en: str) -> str:
        return zh if self._zh else en
