"""What clauses, terms, tables and windows ask for, in a phrase of both languages."""

from collections.abc import Callable

from reasoner.errors import Language, Text
from reasoner.model.assessment import Label
from reasoner.policy.rule_facts import RuleFacts
from reasoner.report.rule_wording import TIMED, RuleWording
from reasoner.rule_book import Clause, Table, Test

Phrase = Callable[[RuleWording], str]


class RulePhrases:
    """Phrases about the rules of one specialty."""

    def __init__(self, rules: RuleFacts) -> None:
        """Take the words of both languages."""
        self._rules = rules
        self._words: dict[Language, RuleWording] = {
            "zh": RuleWording(rules.book, "zh"),
            "en": RuleWording(rules.book, "en"),
        }

    def both(self, phrase: Phrase) -> Label:
        """Return *phrase* in both languages."""
        return Label(phrase(self._words["zh"]), phrase(self._words["en"]))

    def clause(self, clause: Clause) -> Label:
        """Return cite and label of *clause*, with what it asks of its own: not the tests of general clauses on time."""

        def phrase(words: RuleWording) -> str:
            own = [
                self._test(test, words)
                for test in clause.tests
                if test.relation not in TIMED
                and (test.source is None or test.source in self._terms())
            ]
            asks = words.asks(clause.form, clause.needs, clause.kind)
            details = words.pick("；", "; ").join(filter(None, [asks, *own]))
            return words.clause(clause.id) + (words.bracketed(details) if details else "")

        return self.both(phrase)

    def _terms(self) -> frozenset[str | None]:
        return frozenset(term.defined_in for term in self._rules.book.terms.values())

    def tests(self, tests: tuple[Test, ...]) -> Label:
        """Return what *tests* ask for."""
        return self.both(
            lambda words: words.pick("；", "; ").join(self._test(test, words) for test in tests)
        )

    @staticmethod
    def _test(test: Test, words: RuleWording) -> str:
        asked = words.asked(test.attribute, test.relation, tuple(map(str, test.values)))
        return f"{words.attribute(test.attribute)}{words.pick('：', ': ')}{asked}"

    def window(self, window: str) -> Label:
        """Return what a window is called."""
        return Label(*self._rules.book.windows[window].label)

    def table(self, table: Table) -> tuple[Label, ...]:
        """Return the classes of *table*, the highest first, with what belongs to each."""
        found = []
        for place in sorted(table.classes, reverse=True):
            name = table.classes[place]
            limits = [
                (str(row[-2]), row[-1], str(row[3]) if arity == _WITH_CASE else None)
                for predicate, arity in (("criterion", 4), ("floor", 4), ("floor_for", _WITH_CASE))
                for row in self._rules.rows(predicate, arity)
                if row[0] == table.id and row[1] == name
            ]
            if limits:
                found.append(self.both(lambda words, n=name, at=limits: _row(words, table, n, at)))  # type: ignore[misc]
        return tuple(found)


_WITH_CASE = 6


def _row(
    words: RuleWording, table: Table, name: str, limits: list[tuple[str, str | int, str | None]]
) -> str:
    said = [
        f"{words.value('industry', case) + ' ' if case else ''}{words.attribute(attribute)} "
        + (f"≥{low}" if isinstance(low, int) else words.value(attribute, low))
        for attribute, low, case in limits
    ]
    return f"{words.value(table.attribute, name)}{words.pick('：', ': ')}{words.pick('；', '; ').join(said)}"


def text_of(label: Label | Text, language: Language) -> str:
    """Return *label* in *language*."""
    return label.zh if language == "zh" else label.en
