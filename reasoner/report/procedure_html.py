"""The check of a review record as one page of HTML."""

from collections.abc import Iterator

from reasoner.errors import Language
from reasoner.model.procedure_check import AppliedReading, Finding, ProcedureCheck
from reasoner.report.html_page import html_page
from reasoner.report.markup import BLANK, Html, bullets, join, pairs, row, table, tag, text
from reasoner.report.procedure_wording import (
    FINDING_HEADINGS,
    FINDING_MARKS,
    FINGERPRINT_HEADING,
    NOT_CHECKED_HEADING,
    PROCEDURE_ADVICE,
    READINGS_HEADING,
    ProcedureWording,
)

_STATUS_OF = {"violation": "unmet", "open": "undetermined"}
_CLEAN = "√"


def procedure_as_html(check: ProcedureCheck, language: Language) -> str:
    """Return *check* as a page."""
    words = ProcedureWording(check, language)
    content = (
        tag("h1", text(words.title())),
        _summary(check, words),
        *_findings(check, words),
        *_readings(check, words),
        *_not_checked(check, words),
        tag("h2", text(words.say(FINGERPRINT_HEADING))),
        tag("p", tag("code", text(check.sha256))),
        tag("p", text(words.say(PROCEDURE_ADVICE)), class_="advice"),
    )
    return html_page(words.title(), tag("main", *content), language)


def _marked(severity: str, told: str) -> Html:
    mark = tag("span", text(FINDING_MARKS[severity]), class_=f"mark {_STATUS_OF[severity]}")
    return join([mark, text(told)], " ")


def _summary(check: ProcedureCheck, words: ProcedureWording) -> Html:
    """Return how much was found, marked with the gravest of it."""
    severities = {one.severity for one in check.findings}
    for severity, status in _STATUS_OF.items():
        if severity in severities:
            told = _marked(severity, words.summary())
            return tag("p", told, class_=f"verdict {status}")
    clean = tag("span", text(_CLEAN), class_="mark met")
    return tag("p", join([clean, text(words.summary())], " "), class_="verdict met")


def _findings(check: ProcedureCheck, words: ProcedureWording) -> Iterator[Html]:
    heads = words.pick("条款 发现 涉及 人数或天数", "Clause Finding About Numbers").split()
    for severity, heading in FINDING_HEADINGS.items():
        rows = [_row(one, words) for one in check.findings if one.severity == severity]
        if rows:
            yield tag("h2", text(words.say(heading)))
            yield table(heads, [tag("tbody", *rows)])


def _row(found: Finding, words: ProcedureWording) -> Html:
    return row(
        join([text(found.cite), BLANK, tag("code", text(found.clause))]),
        _marked(found.severity, words.say(found.what)),
        text(words.about(found.subjects)),
        text(words.measure(found.measure) if found.measure else ""),
    )


def _readings(check: ProcedureCheck, words: ProcedureWording) -> Iterator[Html]:
    if check.readings:
        yield tag("h2", text(words.say(READINGS_HEADING)))
    for reading in check.readings:
        pieces = [
            tag("code", text(reading.id)),
            text(reading.cite),
            text(words.say(reading.question)),
        ]
        yield tag("h3", join(pieces, " "))
        yield pairs(_options(reading, words))


def _options(reading: AppliedReading, words: ProcedureWording) -> Iterator[tuple[str, Html]]:
    yield words.pick("采用", "Applied"), text(words.option(reading))
    for rival in reading.rivals:
        changes = bullets(text(change) for change in words.changes(rival))
        yield words.pick("另读", "Rival"), join([text(words.rival(rival)), changes])


def _not_checked(check: ProcedureCheck, words: ProcedureWording) -> Iterator[Html]:
    if check.not_checked:
        yield tag("h2", text(words.say(NOT_CHECKED_HEADING)))
        yield bullets(
            join(
                [text(part.cite), tag("code", text(part.clause)), text(words.say(part.reason))], " "
            )
            for part in check.not_checked
        )
