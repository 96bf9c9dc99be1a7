"""The parameters of another day or another year: a notice with its cut-offs moved."""

import datetime as dt
from calendar import monthrange

from reasoner.model.dates import PartialDate
from reasoner.model.notice import Notice


def notice_as_of(notice: Notice, day: PartialDate) -> Notice:
    """Return *notice* with both cut-offs on *day*; all else is as the notice has it."""
    told = {
        "name": f"{notice.name}（截止日 {day}）",
        "achievements_until": day,
        "tenure_until": day,
    }
    return notice.model_copy(update=told)


def notice_moved(notice: Notice, years: int) -> Notice:
    """Return *notice* with both cut-offs so many *years* later; all else is as the notice has it."""
    told = {
        "achievements_until": _moved(notice.achievements_until, years),
        "tenure_until": _moved(notice.tenure_until, years),
    }
    return notice.model_copy(update=told)


def day_of(day: dt.date) -> PartialDate:
    """Return *day* as a date of a dossier or a notice."""
    return PartialDate(day.year, day.month, day.day)


def _moved(day: PartialDate, years: int) -> PartialDate:
    """Return the day *years* later; for 29 February, the last day of the month."""
    last = day.last_day()
    year = last.year + years
    return PartialDate(year, last.month, min(last.day, monthrange(year, last.month)[1]))
