"""How an answer is put into words: one vocabulary for every format, in both languages."""

from reasoner.errors import Language, Text
from reasoner.model.assessment import (
    Assessment,
    Awaited,
    Classification,
    ClauseAnswer,
    DeterminationRef,
    Evidence,
    Missing,
    Node,
    OpenParameter,
    RecordRef,
    RivalReading,
    TestResult,
)
from reasoner.model.dates import describe_duration
from reasoner.model.vocabulary import kind_label, section_label, word_label
from reasoner.report.rule_wording import PARAMETERS, RELATIONS, TIMED, RuleWording, points
from reasoner.rule_book import RuleBook

MARKS = {"met": "√", "unmet": "×", "undetermined": "？", "passed": "√", "failed": "×", "open": "？"}
_STATUSES = {
    "met": Text("符合", "met"),
    "unmet": Text("不符合", "unmet"),
    "undetermined": Text("待定", "undetermined"),
}
_VERDICTS = {
    "eligible": Text("符合条件", "eligible"),
    "ineligible": Text("不符合条件", "not eligible"),
    "undetermined": Text("尚不能确定", "undetermined"),
}
_DUTIES = {
    "required": Text("须面试答辩", "an interview is required"),
    "discretionary": Text("由评委会视情况决定", "an interview is at the panel's discretion"),
    "depends_on_route": Text("取决于申报路径", "it depends on the route declared"),
    "no_route": Text("尚无成立的申报路径", "no route holds yet"),
}
_UNTOLD = Text("未写明", "not told")
_SHOWN_CHANGES = 3


class Wording(RuleWording):
    """Words for one answer in one language."""

    def __init__(self, answer: Assessment | ClauseAnswer, book: RuleBook, language: Language) -> None:
        """Take the labels of the rule book beside those of the models."""
        super().__init__(book, language)
        self.answer = answer

    def candidate(self) -> str:
        """Return the candidate's name and id."""
        found = self.answer.candidate
        return found.name + self.bracketed(found.id) if found.name else found.id

    def determination(self, told: DeterminationRef) -> str:
        """Return the word of someone responsible: who, when, what, on what basis."""
        answer = self.value("requirement_met", told.answer)
        return self.pick(
            f"{told.by} {told.date} 认定“{answer}”（{told.basis}）", f"{told.by} {told.date}: {answer} ({told.basis})"
        )

    def rival(self, rival: RivalReading) -> str:
        """Return what a rival reading would change."""
        changes = [
            self.pick(
                f"{change.clause} {self.status(change.status)}→{self.status(change.under_rival)}",
                f"{change.clause} {self.status(change.status)} -> {self.status(change.under_rival)}",
            )
            for change in rival.changes[:_SHOWN_CHANGES]
        ]
        rest = len(rival.changes) - len(changes)
        more = self.pick(f"，另{rest}处", f", and {rest} more") if rest else ""
        verdict = self.verdict(rival.verdict)
        name = self.say(rival.label) + self.bracketed(rival.option)
        return self.pick(f"{name}：{verdict}；", f"{name}: {verdict}; ") + self.listed(changes) + more

    def verdict(self, verdict: str) -> str:
        """Return the words for a verdict."""
        return self.say(_VERDICTS[verdict])

    def status(self, status: str) -> str:
        """Return the words for the status of a clause."""
        return self.say(_STATUSES[status])

    def record(self, record: RecordRef) -> str:
        """Return what a record is called: its kind, its id or place, its name."""
        kind = self.say(kind_label(record.kind))
        place = record.id or ("" if record.place is None else str(record.place))
        name = f"「{record.name}」" if record.name else ""
        return f"{kind} {place}{name}" if place else f"{kind}{name}"

    def required(self, test: TestResult) -> str:
        """Return what a test asks for; of a window, its first and last day."""
        if test.relation not in TIMED:
            return self.asked(test.attribute, test.relation, test.required)
        first, *middle, last = test.required[1:]
        begin = self.pick("或", " or ").join([first, *middle])
        days = self.bracketed(f"{begin} {self.pick('至', 'to')} {last}")
        return self.say(RELATIONS[test.relation]) + days

    def actual(self, test: TestResult) -> str:
        """Return what the dossier tells about a test."""
        if not test.actual:
            return self.say(_UNTOLD)
        joined_by = self.pick(" 至 ", " to ") if test.relation == "overlaps" else self.pick("、", ", ")
        return self.values(test.attribute, test.actual, joined_by=joined_by)

    def test(self, test: TestResult) -> str:
        """Return one test as a short sentence: attribute, what is told, what is asked."""
        told, asked = self.actual(test), self.required(test)
        name = self.attribute(test.attribute)
        return self.pick(f"{name}：{told}；{asked}", f"{name}: {told}; {asked}")

    def needs(self, node: Node) -> str:
        """Return how much of what a clause asks for is there, or nothing where it is plain."""
        if node.form == "measures" and node.has is not None and node.could_have is not None:
            has = describe_duration(node.has, self.language)
            could = describe_duration(node.could_have, self.language)
            years = self.pick(f"需满{node.needs}年", f"needs {node.needs} full years")
            told = has if node.has == node.could_have else self.pick(f"{has}至{could}", f"{has} to {could}")
            return self.pick(f"已有{told}，{years}", f"has {told}, {years}")
        if node.form == "at_least" or (node.form == "counts" and (node.needs or 0) > 1):
            unit = self.pick("项" if node.form == "at_least" else "条", "")
            could = f"，{self.pick('最多', 'at most ')}{node.could_have}" if node.could_have != node.has else ""
            return self.pick(
                f"已有{node.has}{could}，需{node.needs}{unit}", f"has {node.has}{could.replace('，', ', ')}, needs {node.needs}"
            )
        return ""

    def near_misses(self, node: Node) -> list[Evidence]:
        """Return the records that do not count, the nearest first."""
        rest = [one for one in node.evidence if one.status != "passed"]
        return sorted(rest, key=lambda one: (sum(test.status == "failed" for test in one.tests), one.status != "open"))

    def missing(self, missing: Missing) -> str:
        """Return one fact that is not told."""
        section = self.say(section_label(missing.section))
        if missing.attribute is None or missing.record is None:
            return self.pick(f"「{section}」一节未写（没有就写成空列表 []）", f"section {section!r} is not told (write [] if there is none)")
        return f"{self.record(missing.record)}：{self.attribute(missing.attribute)}"

    def awaited(self, awaited: Awaited) -> str:
        """Return one determination that is not given."""
        if awaited.record is None or awaited.question is None:
            return self.pick("认定条款", "determine")
        return f"{self.record(awaited.record)}：{self.attribute(awaited.question)}"

    def parameter(self, parameter: OpenParameter) -> str:
        """Return the verdict as a function of a parameter that is not set."""
        name, limit = self.say(PARAMETERS[parameter.parameter]), points(parameter.at_most)
        reached, missed = self.verdict(parameter.verdict_if_reached), self.verdict(parameter.verdict_if_not)
        return self.pick(
            f"{name}未定：不高于 {limit} 时{reached}，高于 {limit} 时{missed}",
            f"{name} is not set: {reached} if it is at most {limit}, {missed} if it is higher",
        )

    def classification(self, found: Classification) -> str:
        """Return the class of a record."""
        low, high = (self.say(word_label("", name)) for name in (found.lowest, found.highest))
        return low if low == high else self.pick(f"{low}至{high}", f"{low} to {high}")

    def duty(self, duty: str) -> str:
        """Return whether there is an interview."""
        return self.say(_DUTIES[duty])
