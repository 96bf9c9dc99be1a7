"""How an answer is put into words: one vocabulary for every format, in both languages."""

from urllib.parse import quote

from reasoner.errors import Language
from reasoner.model.assessment import (
    Assessment,
    ClauseAnswer,
    RivalReading,
    TestResult,
)
from reasoner.report.record_wording import RecordWording, threshold_of
from reasoner.report.words import STATUS_OF
from reasoner.rule_book import RuleBook

_SHOWN_CHANGES = 3


class Wording(RecordWording):
    """Words for one answer in one language."""

    def __init__(
        self,
        answer: Assessment | ClauseAnswer,
        book: RuleBook,
        language: Language,
        pages: str | None = None,
    ) -> None:
        """Take the labels of the rule book beside those of the models; *pages* is the address of its pages."""
        super().__init__(book, language)
        self.answer = answer
        self._pages = pages

    def page_of(self, clause: str) -> str | None:
        """Return the address of *clause* in the rule book (docs/rulebook), if that of the pages is known."""
        if self._pages is None:
            return None
        folder = quote(self._pages.rstrip("/"), safe=":/?=&%~@+,;")
        page = f"{self.answer.track}.md#{clause}"
        return f"{folder}/{page}" if folder else page

    def candidate(self) -> str:
        """Return the candidate's name and id."""
        return self.person(self.answer.candidate)

    def required(self, test: TestResult) -> str:
        """Return what a test asks for; of the threshold, what the notice sets it to."""
        asked = super().required(test)
        score = threshold_of(self.answer.notice) if isinstance(self.answer, Assessment) else ""
        of_score = test.relation in ("reaches", "below") and score
        return asked + (self.bracketed(score) if of_score else "")

    def rival(self, rival: RivalReading) -> str:
        """Return what a rival reading would change."""
        arrow = self.pick("→", " -> ")
        changes = [
            f"{change.clause} {self.status(change.status)}{arrow}{self.status(change.under_rival)}"
            for change in rival.changes[:_SHOWN_CHANGES]
        ]
        rest = len(rival.changes) - len(changes)
        if rest:
            changes.append(self.pick(f"另{rest}处", f"{rest} more"))
        if rival.interview is not None:
            changes.append(self.duty(rival.interview))
        changes += [self.parameter(parameter) for parameter in rival.open_parameters]
        name = self.say(rival.label) + self.bracketed(rival.option)
        # Asked about one clause, it is the clause and not the candidate that comes out otherwise.
        of_clause = isinstance(self.answer, ClauseAnswer)
        verdict = (
            self.status(STATUS_OF[rival.verdict]) if of_clause else self.verdict(rival.verdict)
        )
        return self.pick(f"{name}：{verdict}；", f"{name}: {verdict}; ") + self.listed(changes)
