"""Working days are those of the Chinese calendar, and days that it does not know are not guessed."""

import datetime as dt

import pytest

from reasoner.working_days import WorkingDays, is_working_day, working_days


def day(told: str) -> dt.date:
    """Return a day."""
    return dt.date.fromisoformat(told)


@pytest.mark.parametrize(
    ("told", "works"),
    [
        ("2026-03-02", True),  # a Monday
        ("2026-03-07", False),  # a Saturday
        ("2026-02-14", True),  # a Saturday worked for the Spring Festival
        ("2026-02-28", True),  # a Saturday worked for the Spring Festival
        ("2026-09-20", True),  # a Sunday worked for the National Day
        ("2026-10-10", True),  # a Saturday worked for the National Day
        ("2026-02-16", False),  # the eve of the Spring Festival, a Monday
        ("2026-02-23", False),  # a Monday off in exchange
        ("2026-10-07", False),  # a Wednesday off in exchange
        ("2026-10-08", True),
        ("2018-12-29", True),  # a Saturday worked by the arrangement of 2019
        ("2018-12-31", False),  # a Monday off by the arrangement of 2019
        ("2003-06-02", None),
        ("2100-06-02", None),
    ],
)
def test_a_day(told: str, *, works: bool | None) -> None:
    """A day is worked, off, or not known."""
    assert is_working_day(day(told)) is works


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        ("2026-03-02", "2026-03-02", 1),
        ("2026-03-02", "2026-03-06", 5),  # Monday to Friday
        ("2026-03-05", "2026-03-11", 5),  # over a weekend
        ("2026-09-28", "2026-10-08", 4),  # over the National Day
        ("2026-09-28", "2026-10-09", 5),
        ("2026-02-10", "2026-02-13", 4),
        ("2026-02-10", "2026-02-14", 5),  # with a Saturday worked in exchange
        ("2026-02-15", "2026-02-23", 0),  # the Spring Festival
        ("2026-03-06", "2026-03-02", 0),  # nothing
    ],
)
def test_a_period(first: str, last: str, count: int) -> None:
    """First and last day count."""
    assert working_days(day(first), day(last)) == WorkingDays(count, count)


def test_days_beyond_the_calendar_make_a_range() -> None:
    """From a year that is not covered on, each day may be a working day or not."""
    found = working_days(day("2099-03-02"), day("2099-03-04"))
    assert found == WorkingDays(0, 3)


def test_the_last_week_of_the_last_covered_year_is_not_known() -> None:
    """The arrangement of the next year may reach into it."""
    last = max(
        year for year in range(2004, 2100) if is_working_day(dt.date(year, 6, 1)) is not None
    )
    assert is_working_day(dt.date(last, 12, 24)) is not None
    assert is_working_day(dt.date(last, 12, 25)) is None
    assert is_working_day(dt.date(last - 1, 12, 25)) is not None
