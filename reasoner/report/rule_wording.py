"""How a rule is put into words: attributes, values and what a test asks, in both languages."""

from collections.abc import Sequence

from reasoner.errors import Language, Text
from reasoner.model.amounts import HUNDREDS_PER_WAN, describe_amount, points
from reasoner.model.assessment import Label
from reasoner.model.vocabulary import (
    PARAMETERS,
    attribute_label,
    is_money,
    is_points,
    kind_label,
    word_label,
)
from reasoner.rule_book import RuleBook

RELATIONS = {
    "is": Text("须为", "must be"),
    "is_not": Text("不得为", "must not be"),
    "at_least": Text("须不低于", "must be at least"),
    "or_higher": Text("须为（更高者同）", "must be, or higher:"),
    "at_most": Text("须不大于", "must be at most"),
    "reaches": Text("须达到", "must reach"),
    "below": Text("低于", "is below"),
    "within": Text("须在期限内", "must lie in the window"),
    "overlaps": Text("须与期限重叠", "must overlap the window"),
}
_SPECIAL = {"ongoing": Text("至今", "ongoing"), "?": Text("未写明", "not told")}
TIMED = ("within", "overlaps")


class RuleWording:
    """Words for the rules in one language."""

    def __init__(self, book: RuleBook, language: Language) -> None:
        """Take the labels of the rule book beside those of the models."""
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

    def clause(self, clause: str) -> str:
        """Return cite and label of a clause."""
        found = self._book.clauses[clause]
        return f"{found.cite} {self.say(found.label)}"

    def table(self, table: str) -> str:
        """Return cite and label of a classification table."""
        found = self._book.tables[table]
        return f"{found.cite} {self.say(found.label)}"

    def attribute(self, attribute: str) -> str:
        """Return what an attribute is called."""
        return self.say(self._book.attribute_labels.get(attribute) or attribute_label(attribute))

    def value(self, attribute: str, value: str) -> str:
        """Return one value of an attribute in words."""
        if value in _SPECIAL:
            return self.say(_SPECIAL[value])
        if ".." in value:
            # A day known to the month, or a class or level that is still open, lies between two.
            ends = (self.value(attribute, end) for end in value.split(".."))
            return self.pick("至", " to ").join(ends)
        if value.isdigit() and is_money(attribute):
            return describe_amount(int(value), self.language)
        if value.isdigit() and is_points(attribute):
            return points(int(value))
        return self.say(word_label(attribute, value))

    def values(self, attribute: str, values: Sequence[str], *, joined_by: str) -> str:
        """Return several values in words."""
        return joined_by.join(self.value(attribute, value) for value in values)

    def asked(self, attribute: str, relation: str, values: Sequence[str]) -> str:
        """Return what a test asks for: the relation and the values."""
        said = self.say(RELATIONS[relation])
        blank = "" if self.language == "zh" else " "
        if relation in TIMED:
            return said + self.bracketed(self.say(self._book.windows[values[0]].label))
        if relation == "is" and tuple(values) == ("yes",):
            return self.pick("须成立", "must be so")
        if relation in ("reaches", "below"):
            return said + blank + self.say(PARAMETERS[values[0]])
        if relation in ("at_least", "at_most") and values[0].isdigit():
            wan = int(values[0]) * HUNDREDS_PER_WAN
            return f"{said} {describe_amount(wan, self.language) if is_money(attribute) else values[0]}"
        return said + blank + self.values(attribute, values, joined_by=self.pick("、", ", "))

    def asks(self, form: str, quota: int | None, kind: str | None) -> str:
        """Return what a clause asks for: all of its parts, so many records, so many years."""
        records = self.say(kind_label(kind)) if kind else ""
        said = {
            "all_of": Text("全部具备", "all of"),
            "any_of": Text("具备其一", "one of"),
            "at_least": Text(f"具备{quota}项", f"{quota} of"),
            "counts": Text(f"{records}至少{quota}条", f"{records}: at least {quota}"),
            "measures": Text(f"{records}累计满{quota}年", f"{records}: {quota} full years in all"),
            "sums": Text(f"{records}合计不少于{quota}", f"{records}: {quota} or more in all"),
            "every": Text(f"{records}每条均须", f"{records}: each"),
            "excludes": Text(f"没有这样的{records}", f"{records}: none"),
            "negates": Text("不符合下列条款", "the following is not met"),
            "by_determination": Text("由负责人或专家认定", "by determination"),
        }
        return self.say(said.get(form, Text("", "")))
