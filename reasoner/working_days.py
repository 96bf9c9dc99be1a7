"""How many working days lie between two days in China.

Public holidays and the weekend days that are worked in exchange (调休) are announced year by year; they
come from a maintained library. Where it does not know a day, the count is a range and never a guess.
"""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

import chinese_calendar  # type: ignore[import-untyped]

_ONE_DAY = dt.timedelta(days=1)
# The arrangement of a year can begin in the last days of the year before: 2018-12-29 was worked for
# the sake of 2018-12-31, as the arrangement of 2019 said.
_FIRST_DAY_LEFT_TO_NEXT_YEAR = (12, 25)


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """A count: *least* for certain, *most* if every day that the calendar does not know is one."""

    least: int
    most: int


def is_working_day(day: dt.date) -> bool | None:
    """Tell whether people work on *day*; None if the calendar does not know."""
    next_year_matters = (day.month, day.day) >= _FIRST_DAY_LEFT_TO_NEXT_YEAR
    if not _covers(day.year) or (next_year_matters and not _covers(day.year + 1)):
        return None
    return bool(chinese_calendar.is_workday(day))


def working_days(first: dt.date, last: dt.date) -> WorkingDays:
    """Return the working days from *first* to *last*, both included; none if *last* is earlier."""
    days = (first + _ONE_DAY * after for after in range((last - first).days + 1))
    told = [is_working_day(day) for day in days]
    certain = told.count(True)
    return WorkingDays(certain, certain + told.count(None))


@lru_cache(maxsize=512)
def _covers(year: int) -> bool:
    try:
        chinese_calendar.is_workday(dt.date(year, 1, 1))
    except NotImplementedError:
        return False
    return True
