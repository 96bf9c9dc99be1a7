"""How records, tests and clauses are put into words, in both languages."""

from collections.abc import Sequence

from reasoner.errors import Text
from reasoner.model.amounts import points
from reasoner.model.assessment import (
    NOTICE,
    Awaited,
    Classification,
    Contradiction,
    DeterminationRef,
    Evidence,
    Missing,
    Node,
    NoticeRef,
    OpenParameter,
    Person,
    RecordRef,
    RuleSetRef,
    SelfScore,
    TestResult,
)
from reasoner.model.dates import describe_duration
from reasoner.model.vocabulary import PARAMETERS, kind_label, section_label, word_label
from reasoner.report.nodes import determinations
from reasoner.report.rule_wording import RELATIONS, TIMED, RuleWording

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
    "not_stated": Text("本文件未作规定", "the document says nothing about it"),
}
# Beside the conditions lies what is bad news where it is met.
_FOUND = {
    "met": Text("有", "found"),
    "unmet": Text("无", "none"),
    "undetermined": Text("未写明", "not told"),
}
_UNTOLD = Text("未写明", "not told")


def threshold_of(notice: NoticeRef) -> str:
    """Return the threshold that the notice sets, without needless zeros, or nothing."""
    return (notice.threshold or "").rstrip("0").rstrip(".")


class RecordWording(RuleWording):
    """Words for verdicts, records, tests and what hangs, in one language."""

    def person(self, person: Person) -> str:
        """Return the name and id of a candidate."""
        return person.name + self.bracketed(person.id) if person.name else person.id

    def determination(self, told: DeterminationRef) -> str:
        """Return the word of someone responsible: who, when, what, on what basis."""
        answer = self.value("requirement_met", told.answer)
        return self.pick(
            f"{told.by} {told.date} 认定“{answer}”（{told.basis}）",
            f"{told.by} {told.date}: {answer} ({told.basis})",
        )

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
        name = self.pick(f"「{record.name}」", f' "{record.name}"') if record.name else ""
        return f"{kind} {place}{name}" if place else f"{kind}{name}"

    def required(self, test: TestResult) -> str:
        """Return what a test asks for; of a window, its first and last day."""
        if test.relation not in TIMED or len(test.required) == 1:
            return self.asked(test.attribute, test.relation, test.required)
        first, *middle, last = test.required[1:]
        begin = self.values(test.attribute, [first, *middle], joined_by=self.pick("或", " or "))
        days = self.bracketed(f"{begin} {self.pick('至', 'to')} {last}")
        return self.say(RELATIONS[test.relation]) + days

    def actual(self, test: TestResult) -> str:
        """Return what the dossier tells about a test."""
        if not test.actual:
            return self.say(_UNTOLD)
        joined_by = (
            self.pick(" 至 ", " to ") if test.relation == "overlaps" else self.pick("、", ", ")
        )
        return self.values(test.attribute, test.actual, joined_by=joined_by)

    def test(self, test: TestResult) -> str:
        """Return one test as a short sentence: attribute, what is told, what is asked."""
        told, asked = self.actual(test), self.required(test)
        name = self.attribute(test.attribute)
        return self.pick(f"{name}：{told}；{asked}", f"{name}: {told}; {asked}")

    def needs(self, node: Node) -> str:
        """Return how much of what a clause asks for is there, or nothing where it is plain."""
        if node.form == "measures" and node.has is not None and node.could_have is not None:
            told = self._years(node)
            years = self.pick(f"需满{node.needs}年", f"needs {node.needs} full years")
            return self.pick(f"已有{told}，{years}", f"has {told}, {years}")
        if node.form == "by_determination" and node.has is not None:
            return self.pick(f"累计{self._years(node)}", f"{self._years(node)} in all")
        if node.form == "sums":
            return self.pick(
                f"合计{node.has}，需{node.needs}", f"{node.has} in all, needs {node.needs}"
            )
        if node.form == "at_least" or (node.form == "counts" and (node.needs or 0) > 1):
            unit = self.pick("项" if node.form == "at_least" else "条", "")
            could = (
                f"，{self.pick('最多', 'at most ')}{node.could_have}"
                if node.could_have != node.has
                else ""
            )
            return self.pick(
                f"已有{node.has}{could}，需{node.needs}{unit}",
                f"has {node.has}{could.replace('，', ', ')}, needs {node.needs}",
            )
        return ""

    def _years(self, node: Node) -> str:
        """Return how long the records of *node* last in all, at least and at most."""
        has = describe_duration(node.has or 0, self.language)
        could = describe_duration(node.could_have or 0, self.language)
        return (
            has
            if node.has == node.could_have
            else self.pick(f"{has}至{could}", f"{has} to {could}")
        )

    def near_misses(self, node: Node) -> list[Evidence]:
        """Return the records that do not count, the nearest first."""
        rest = [one for one in node.evidence if one.status != "passed"]
        return sorted(
            rest,
            key=lambda one: (
                sum(test.status == "failed" for test in one.tests),
                one.status != "open",
            ),
        )

    def of_record(self, record: RecordRef, attribute: str) -> str:
        """Return an attribute of a record."""
        return f"{self.record(record)}{self.pick('：', ': ')}{self.attribute(attribute)}"

    def missing(self, missing: Missing) -> str:
        """Return one fact that is not told."""
        if missing.section == NOTICE and missing.attribute is not None:
            window = self.say(self._book.windows[missing.attribute].label)
            return self.pick(f"年度参数未写：{window}", f"the notice does not tell: {window}")
        section = self.say(section_label(missing.section))
        if missing.attribute is None or missing.record is None:
            return self.pick(
                f"「{section}」一节未写（没有就写成空列表 []）",
                f"section {section!r} is not told (write [] if there is none)",
            )
        return self.of_record(missing.record, missing.attribute)

    def awaited(self, awaited: Awaited) -> str:
        """Return one determination that is not given."""
        if awaited.record is None or awaited.question is None:
            return self.pick("认定条款", "determine")
        return self.of_record(awaited.record, awaited.question)

    def parameter(self, parameter: OpenParameter) -> str:
        """Return the verdict as a function of a parameter that is not set."""
        name, limit = self.say(PARAMETERS[parameter.parameter]), points(parameter.at_most)
        reached, missed = (
            self.verdict(parameter.verdict_if_reached),
            self.verdict(parameter.verdict_if_not),
        )
        told = self.pick(
            f"{name}未定：不高于 {limit} 时{reached}，高于 {limit} 时{missed}",
            f"{name} is not set: {reached} if it is at most {limit}, {missed} if it is higher",
        )
        if parameter.lowest == parameter.highest:
            return told
        span = f"{points(parameter.lowest)}–{points(parameter.highest)}"
        return told + self.bracketed(
            self.pick(f"因赋分表存疑单元格，界线在 {span} 之间", f"{span} over doubtful cells")
        )

    def self_score(self, found: SelfScore) -> str:
        """Return the self-score that was computed, and how it differs from the one that the dossier states."""
        total = points(found.total)
        told = self.pick(
            f"自评分（按赋分表计算）：{total}", f"Self-score (by the scoring table): {total}"
        )
        if found.possible > found.total:
            most = points(found.possible)
            told += self.pick(
                f"，事实补全后至多 {most}", f", at most {most} once every fact is told"
            )
        if found.low != found.high:
            span = f"{points(found.low)}–{points(found.high)}"
            told += self.pick(f"，存疑单元格之间 {span}", f", {span} over doubtful cells")
        if found.typed is not None and found.typed != found.total:
            typed = points(found.typed)
            told += self.bracketed(
                self.pick(
                    f"材料所填 {typed}，以计算为准",
                    f"the dossier states {typed}; what is computed counts",
                )
            )
        return told

    def contradiction(self, found: Contradiction) -> str:
        """Return what a record states against a definition."""
        record, stated, basis = (
            self.record(found.record),
            self.attribute(found.stated),
            self.attribute(found.basis),
        )
        return self.pick(
            f"{record}：所填“{stated}”与“{basis}”按定义不一致",
            f"{record}: the {stated} told is not what the {basis} makes of it",
        )

    def classification(self, found: Classification) -> str:
        """Return the class of a record."""
        low, high = (self.say(word_label("", name)) for name in (found.lowest, found.highest))
        return low if low == high else self.pick(f"{low}至{high}", f"{low} to {high}")

    def duty(self, duty: str) -> str:
        """Return whether there is an interview."""
        return self.say(_DUTIES[duty])

    def cites(self, clauses: Sequence[str]) -> str:
        """Return where clauses stand, each with its id."""
        found = [f"{self.cite(clause)} {clause}" for clause in clauses]
        return self.listed(list(dict.fromkeys(found)))

    def counted(self, node: Node, most: int) -> str:
        """Return what makes *node* met: the records that count or the words given, at most *most*."""
        records = [self.record(one.record) for one in node.evidence if one.status == "passed"]
        found = records or [self.determination(told) for told in determinations(node)]
        more = self.pick("等", " and more") if len(found) > most else ""
        return self.listed(found[:most]) + more

    def awaits(self, test: TestResult) -> str:
        """Return what would settle an open test, or nothing if that is the tested attribute itself."""
        if not test.missing or test.missing == (test.attribute,):
            return ""
        names = self.listed([self.attribute(name) for name in test.missing])
        return self.pick(f"待：{names}", f"awaits: {names}")

    def passed_tests(self, one: Evidence) -> str:
        """Return the tests that a record passed, in one line."""
        told = [
            f"{self.attribute(test.attribute)} {self.actual(test)}"
            for test in one.tests
            if test.status == "passed"
        ]
        return self.pick("；", "; ").join(told)

    def tally(self, node: Node) -> str:
        """Return k of n: how much of a clause is there, or nothing where there is nothing to count."""
        if node.form in ("measures", "sums", "by_determination"):
            return self.needs(node)
        if node.has is None or node.form in ("negates", "excludes", "every"):
            return ""
        could = "" if node.could_have in (None, node.has) else f"–{node.could_have}"
        if node.form == "counts":
            if node.status == "undetermined" and not node.evidence:
                return self.say(_UNTOLD)
            return self.pick(
                f"{node.has}{could} 条，需 {node.needs}", f"{node.has}{could}, needs {node.needs}"
            )
        told = f"{node.has}{could}/{len(node.parts)}"
        if node.form == "all_of":
            return told
        return self.pick(f"{told}，需 {node.needs or 1}", f"{told}, needs {node.needs or 1}")

    def found(self, node: Node) -> str:
        """Return what is found beside the conditions, where met is the bad news."""
        return self.say(_FOUND[node.status])

    def distinct(self, count: int) -> str:
        """Return how many different achievements count."""
        return self.pick(f"计入的不同成果：{count} 项", f"Distinct achievements counted: {count}")

    def notice(self, notice: NoticeRef) -> str:
        """Return which parameters of the year were used."""
        analogy = self.pick("，类推适用", ", by analogy") if notice.by_analogy else ""
        score = threshold_of(notice)
        threshold = self.pick(f"，规定分值 {score}", f", threshold {score}") if score else ""
        return self.pick(
            f"{notice.name}{analogy}；业绩截止 {notice.achievements_until}，"
            f"任职截止 {notice.tenure_until}{threshold}",
            f"{notice.name}{analogy}; achievements until {notice.achievements_until}, "
            f"tenure until {notice.tenure_until}{threshold}",
        )

    def rule_set(self, rules: RuleSetRef) -> str:
        """Return which rules answered, and their fingerprint."""
        return f"{rules.id} {rules.version} {rules.sha256[:12]}"
