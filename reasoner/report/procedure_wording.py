"""How the check of a review record is put into words: one vocabulary for every format, in both languages."""

from reasoner.errors import Language, Text
from reasoner.model.assessment import Label
from reasoner.model.procedure_check import (
    AppliedReading,
    Finding,
    Measure,
    ProcedureCheck,
    RivalFindings,
    Subject,
    SubjectKind,
)

FINDING_MARKS = {"violation": "×", "open": "？"}
FINDING_HEADINGS = {
    "violation": Text("不符合程序", "Against the procedure"),
    "open": Text("未写明或文中未定", "Not told, or not settled by the text"),
}
READINGS_HEADING = Text("读法（--reading 编号=选项）", "Readings (--reading id=option)")
NOT_CHECKED_HEADING = Text("记录中看不出、未核对的", "Not checked, as a record does not show it")
FINGERPRINT_HEADING = Text("规则指纹", "Fingerprint of the rules")
PROCEDURE_ADVICE = Text(
    "本核对供参考，是否违规由主管部门认定。",
    "This check advises; the authority decides whether rules were broken.",
)

_KINDS = {kind.value: kind for kind in SubjectKind}


class ProcedureWording:
    """The words of one check in one language."""

    def __init__(self, check: ProcedureCheck, language: Language) -> None:
        """Take what was found."""
        self._check = check
        self._language: Language = language

    def say(self, told: Text | Label) -> str:
        """Return *told* in the language."""
        return told.zh if self._language == "zh" else told.en

    def pick(self, zh: str, en: str) -> str:
        """Return one of two."""
        return zh if self._language == "zh" else en

    def title(self) -> str:
        """Return what was checked: track and year."""
        check = self._check
        return self.pick(
            f"评审程序核对：{check.track_label.zh}（{check.track}），{check.year} 年度",
            f"Procedure of the review: {check.track_label.en} ({check.track}), {check.year}",
        )

    def summary(self) -> str:
        """Return how much was found."""
        findings = self._check.findings
        violations = sum(one.severity == "violation" for one in findings)
        still_open = len(findings) - violations
        if not findings:
            return self.pick("未发现问题。", "Nothing was found.")
        return self.pick(
            f"不符合 {violations} 处，未写明或未定 {still_open} 处。",
            f"{violations} against the procedure, {still_open} not told or not settled.",
        )

    def finding(self, found: Finding) -> str:
        """Return *found* in one line: cite, what, about whom, numbers, clause."""
        colon = self.pick("：", ": ")
        about = self.about(found.subjects)
        text = f"{found.cite} {self.say(found.what)}"
        text += f"{colon}{about}" if about else ""
        if found.measure:
            text += self.pick(
                f"（{self.measure(found.measure)}）", f" ({self.measure(found.measure)})"
            )
        return f"{text}  {found.clause}"

    def about(self, subjects: tuple[Subject, ...]) -> str:
        """Return what a finding is about."""
        return self.pick("，", ", ").join(
            f"{self.pick(_KINDS[one.kind].zh, _KINDS[one.kind].en)} {self.say(one.label)}"
            for one in subjects
        )

    def measure(self, measure: Measure) -> str:
        """Return how many there are, and how many are needed."""
        exact = measure.least == measure.most
        has = str(measure.least) if exact else f"{measure.least}–{measure.most}"
        return self.pick(f"有 {has}，须 {measure.needed}", f"{has}; {measure.needed} needed")

    def option(self, reading: AppliedReading | RivalFindings) -> str:
        """Return a way to read a passage, with its id."""
        return self.say(reading.label) + self.pick(f"（{reading.option}）", f" ({reading.option})")

    def rival(self, rival: RivalFindings) -> str:
        """Return a rival, and whether it changes nothing."""
        if rival.more or rival.fewer:
            return self.option(rival)
        return self.option(rival) + self.pick("，结果相同", ", nothing changes")

    def changes(self, rival: RivalFindings) -> list[str]:
        """Return what a rival finds besides, and what it does not find."""
        more, fewer = self.pick("增加：", "more: "), self.pick("减少：", "fewer: ")
        return [more + self.finding(one) for one in rival.more] + [
            fewer + self.finding(one) for one in rival.fewer
        ]
