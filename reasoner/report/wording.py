"""How an answer is put into words: one vocabulary for every format, in both languages."""

from collections.abc import Sequence

from reasoner.catalog import RuleBook
from reasoner.errors import Language, Text
from reasoner.model.amounts import HUNDREDS_PER_WAN, HUNDREDTHS_PER_POINT, describe_amount
from reasoner.model.assessment import (
    Assessment,
    Awaited,
    Classification,
    ClauseAnswer,
    DeterminationRef,
    Evidence,
    Label,
    Missing,
    Node,
    OpenParameter,
    RecordRef,
    RivalReading,
    TestResult,
)
from reasoner.model.dates import describe_duration
from reasoner.model.vocabulary import (
    attribute_label,
    is_money,
    is_points,
    kind_label,
    section_label,
    word_label,
)

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
_RELATIONS = {
    "is": Text("须为", "must be"),
    "is_not": Text("不得为", "must not be"),
    "at_least": Text("须不低于", "must be at least"),
    "at_most": Text("须不大于", "must be at most"),
    "reaches": Text("须达到", "must reach"),
    "below": Text("低于", "is below"),
    "within": Text("须在期限内", "must lie in the window"),
    "overlaps": Text("须与期限重叠", "must overlap the window"),
}
_DUTIES = {
    "required": Text("须面试答辩", "an interview is required"),
    "discretionary": Text("由评委会视情况决定", "an interview is at the panel's discretion"),
    "depends_on_route": Text("取决于申报路径", "it depends on the route declared"),
    "no_route": Text("尚无成立的申报路径", "no route holds yet"),
}
_PARAMETERS = {"threshold": Text("规定分值", "the threshold")}
_SPECIAL = {"ongoing": Text("至今", "ongoing"), "?": Text("未写明", "not told")}
_UNTOLD = Text("未写明", "not told")
_SHOWN_CHANGES = 3
_TIMED = ("within", "overlaps")


class Wording:
    """Words for one answer in one language."""

    def __init__(self, answer: Assessment | ClauseAnswer, book: RuleBook, language: Language) -> None:
        """Take the labels of the rule book beside those of the models."""
        self.answer = answer
        self.language: Language = language
        self._book = book

    def cite(self, clause: str) -> str:
        """Return where a clause stands in the text."""
        found = self._book.clauses.get(clause)
        return found.cite if found else clause

    def say(self, text: Text | Label) -> str:
        """Return *text* in the language of this wording."""
        return text.zh if self.language == "zh" else text.en

    def pick(self, zh: str, en: str) -> str:
        """Return the one of the two that is in the language of this wording."""
        return zh if self.language == "zh" else en

    def bracketed(self, text: str) -> str:
        """Return *text* in the brackets of the language."""
        return self.pick(f"（{text}）", f" ({text})")

    def listed(self, texts: Sequence[str]) -> str:
        """Return *texts* as a list in one line."""
        return self.pick("、", ", ").join(texts)

    def candidate(self) -> str:
        """Return the candidate's name and id."""
        found = self.answer.candidate
        return found.name + self.bracketed(found.id) if found.name else found.id

    def clause(self, clause: str) -> str:
        """Return cite and label of a clause."""
        found = self._book.clauses[clause]
        return f"{found.cite} {self.say(found.label)}"

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

    def attribute(self, attribute: str) -> str:
        """Return what an attribute is called."""
        return self.say(self._book.attribute_labels.get(attribute) or attribute_label(attribute))

    def record(self, record: RecordRef) -> str:
        """Return what a record is called: its kind, its id or place, its name."""
        kind = self.say(kind_label(record.kind))
        place = record.id or ("" if record.place is None else str(record.place))
        name = f"「{record.name}」" if record.name else ""
        return f"{kind} {place}{name}" if place else f"{kind}{name}"

    def value(self, attribute: str, value: str) -> str:
        """Return one value of an attribute in words."""
        if value in _SPECIAL:
            return self.say(_SPECIAL[value])
        if value.isdigit() and is_money(attribute):
            return describe_amount(int(value), self.language)
        if value.isdigit() and is_points(attribute):
            return points(int(value))
        return self.say(word_label(attribute, value))

    def values(self, attribute: str, values: Sequence[str], *, joined_by: str) -> str:
        """Return several values in words."""
        return joined_by.join(self.value(attribute, value) for value in values)

    def required(self, test: TestResult) -> str:
        """Return what a test asks for."""
        relation = self.say(_RELATIONS[test.relation])
        blank = "" if self.language == "zh" else " "
        if test.relation in _TIMED:
            first, *middle, last = test.required[1:]
            begin = self.pick("或", " or ").join([first, *middle])
            return f"{relation}{self.pick('（', ' (')}{begin} {self.pick('至', 'to')} {last}{self.pick('）', ')')}"
        if test.relation in ("reaches", "below"):
            return relation + blank + self.say(_PARAMETERS[test.required[0]])
        if test.relation in ("at_least", "at_most") and test.required[0].isdigit():
            number = test.required[0]
            shown = describe_amount(int(number) * HUNDREDS_PER_WAN, self.language) if is_money(test.attribute) else number
            return f"{relation} {shown}"
        return relation + blank + self.values(test.attribute, test.required, joined_by=self.pick("、", ", "))

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
        name, limit = self.say(_PARAMETERS[parameter.parameter]), points(parameter.at_most)
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


def points(hundredths: int) -> str:
    """Return a score without needless zeros."""
    whole, part = divmod(hundredths, HUNDREDTHS_PER_POINT)
    return f"{whole}.{part:02}".rstrip("0").rstrip(".")
