"""Dates keep the precision they were written with, and durations add up."""

import datetime as dt
from calendar import isleap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reasoner.model.dates import (
    ONGOING_NUMBER,
    UNITS_PER_MONTH,
    UNITS_PER_YEAR,
    DateError,
    Ongoing,
    PartialDate,
    calendar_number,
    describe_duration,
    from_calendar_number,
    interval,
    interval_after,
    parse_date,
    parse_end,
)

days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
partial_dates = st.builds(
    lambda day, parts: PartialDate(*(day.year, day.month, day.day)[:parts]),
    days,
    st.integers(1, 3),
)


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2021年3月5日", "2021-03-05"),
        ("2021年03月05日", "2021-03-05"),
        ("2021 年 3 月 5 日", "2021-03-05"),
        ("2021-3-5", "2021-03-05"),
        ("2021-03-05", "2021-03-05"),
        ("2021/3/5", "2021-03-05"),
        ("2021.3.5", "2021-03-05"),
        ("20210305", "2021-03-05"),
        ("２０２１－０３－０５", "2021-03-05"),
        ("２０２１年３月５日", "2021-03-05"),
        ("２０２１／３／５", "2021-03-05"),
        ("二〇二一年三月五日", "2021-03-05"),
        ("二零二一年三月三十一日", "2021-03-31"),
        ("二○二一年十月二十日", "2021-10-20"),
        ("\u3000 2021-03-05\n", "2021-03-05"),
        ("2024-02-29", "2024-02-29"),
        (dt.date(2021, 3, 5), "2021-03-05"),
        ("2021年3月", "2021-03"),
        ("2021-03", "2021-03"),
        ("2021.3", "2021-03"),
        ("2021.10", "2021-10"),
        ("202103", "2021-03"),
        ("二〇二一年十二月", "2021-12"),
        ("2021年", "2021"),
        ("2021", "2021"),
        ("二〇二一年", "2021"),
    ],
)
def test_date_is_read(written: object, iso: str) -> None:
    """The usual ways to write a date are read, and what is not said stays unknown."""
    date = parse_date(written)

    assert str(date) == iso
    assert date.precision == {4: "year", 7: "month", 10: "day"}[len(iso)]


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("2021-02-30", "2021-02 has no day 30"),
        ("20210230", "2021-02 has no day 30"),
        ("2023年2月29日", "2023-02 has no day 29"),
        ("2021-3-0", "2021-03 has no day 0"),
        ("2021-13", "no month 13"),
        ("2021年13月1日", "no month 13"),
        ("199013", "no month 13"),
        ("2021-00", "no month 0"),
        ("1899-12-31", "year 1899 is outside 1900..2100"),
        ("2101", "year 2101 is outside 1900..2100"),
        ("0000", "year 0 is outside"),
        (dt.date(1800, 1, 1), "year 1800 is outside"),
        ("21-3-5", "four digits"),
        ("21年3月", "four digits"),
        ("5/3/2021", "four digits"),
        ("2021-3-5 10:00", "without the time of day"),
        ("2021-03-05T10:00:00Z", "without the time of day"),
        ("2021年3月5日10时", "without the time of day"),
        ("45000", "Excel serial number"),
        ("45000.5", "Excel serial number"),
        ("", "no date is given"),
        (" 　", "no date is given"),
        ("去年", "not a date"),
        ("yesterday", "not a date"),
        ("至今", "not a date"),
        ("2021-3/5", "not a date"),
        ("2021年3月5", "not a date"),
        ("2021年①月", "not a date"),
        ("2021²", "not a date"),
        ("二〇二一年一二月", "not a date"),
        ("二〇二一年十十月", "not a date"),
        ("2_21", "not a date"),
        ("٢٠٢١", "not a date"),
        ("2021-03-05-01", "not a date"),
        (dt.datetime(2021, 3, 5, 10, 0, tzinfo=dt.UTC), "written as text"),
        (2021, "written as text"),
        (True, "written as text"),
        (None, "written as text"),
    ],
)
def test_date_is_refused(written: object, reason: str) -> None:
    """What is no date is refused with the reason and with what is accepted."""

    with pytest.raises(DateError, match=reason) as refused:
        parse_date(written)

    assert refused.value.what.zh
    assert refused.value.accepted is not None
    assert "2021-03-05" in refused.value.accepted.zh


def test_day_needs_a_month() -> None:
    """There is no day of an unknown month."""

    with pytest.raises(DateError, match="without a month"):
        PartialDate(2021, None, 5)


@pytest.mark.parametrize(
    "written", ["至今", "在职", "present", "Ongoing", " NOW ", "ｎｏｗ", Ongoing.ONGOING]
)
def test_end_may_be_ongoing(written: object) -> None:
    """The end of a period may be that it has none."""

    assert parse_end(written) is Ongoing.ONGOING


def test_end_may_be_a_date() -> None:
    """The end of a period is otherwise a date like any other."""

    assert parse_end("2021-03") == PartialDate(2021, 3)


def test_refused_end_mentions_ongoing() -> None:
    """Who writes a wrong end learns that it may be ongoing."""

    with pytest.raises(DateError, match="not a date") as refused:
        parse_end("以后")

    assert refused.value.accepted is not None
    assert "至今" in refused.value.accepted.zh
    assert "ongoing" in refused.value.accepted.en


@given(partial_dates)
def test_iso_form_reads_back(date: PartialDate) -> None:
    """A date written as it prints is the same date."""

    assert parse_date(str(date)) == date


@given(st.text() | st.text("0123456789-/.年月日〇一二十: T", max_size=12))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    """No text whatever leads to another error, or to a day before its own first day."""
    try:
        date = parse_date(text)
    except DateError:
        return

    assert date.first_day() <= date.last_day()


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        (PartialDate(2024), "2024-01-01", "2024-12-31"),
        (PartialDate(2024, 2), "2024-02-01", "2024-02-29"),
        (PartialDate(2023, 2), "2023-02-01", "2023-02-28"),
        (PartialDate(2024, 2, 9), "2024-02-09", "2024-02-09"),
    ],
)
def test_bounds_of_a_date(date: PartialDate, first: str, last: str) -> None:
    """A month or a year can be any of its days."""

    assert (date.first_day().isoformat(), date.last_day().isoformat()) == (first, last)


@given(days, days)
def test_numbers_keep_the_order_of_days(one: dt.date, other: dt.date) -> None:
    """A later day has a larger number."""

    assert (calendar_number(one) < calendar_number(other)) == (one < other)


@given(days, days, st.integers(0, 40))
def test_full_years_are_a_comparison(start: dt.date, end: dt.date, years: int) -> None:
    """N full years have passed when the anniversary is reached; 29 February's is 1 March."""
    year = start.year + years
    leap_day_missing = (start.month, start.day) == (2, 29) and not isleap(year)
    anniversary = dt.date(year, 3, 1) if leap_day_missing else start.replace(year=year)
    passed = calendar_number(end) - calendar_number(start) >= years * UNITS_PER_YEAR

    assert passed == (end >= anniversary)


@given(days)
def test_number_reads_back(day: dt.date) -> None:
    """The number of a day stands for that day."""

    assert from_calendar_number(calendar_number(day)) == day


@given(st.integers(calendar_number(dt.date(1900, 1, 1)), calendar_number(dt.date(2100, 12, 31))))
def test_missing_day_is_the_next_first(number: int) -> None:
    """A number between two days is the later one, which begins a month."""
    day = from_calendar_number(number)

    assert calendar_number(day) == number or (day.day == 1 and calendar_number(day) > number)
    assert calendar_number(day - dt.timedelta(days=1)) < number


def test_last_number() -> None:
    """What goes on ends on the last day there is."""

    assert from_calendar_number(ONGOING_NUMBER) == dt.date(9999, 12, 31)


@given(partial_dates)
def test_intervals(date: PartialDate) -> None:
    """An interval holds the numbers of the first and last day, and the days after them."""
    low, high = interval(date)
    low_after, high_after = interval_after(date)
    day = dt.timedelta(days=1)

    assert low <= high
    assert from_calendar_number(low_after) == date.first_day() + day
    assert from_calendar_number(high_after) == date.last_day() + day


def test_consecutive_whole_years_add_up() -> None:
    """From 1 January to 31 December is a full year when the end counts."""
    start, _ = interval(PartialDate(2021, 1, 1))
    _, end = interval_after(PartialDate(2025))

    assert end - start == 5 * UNITS_PER_YEAR


@pytest.mark.parametrize(
    ("units", "zh", "en"),
    [
        (4 * UNITS_PER_YEAR + 11 * UNITS_PER_MONTH + 3, "4年11个月3天", "4 years 11 months 3 days"),
        (UNITS_PER_YEAR + UNITS_PER_MONTH + 1, "1年1个月1天", "1 year 1 month 1 day"),
        (5 * UNITS_PER_YEAR, "5年", "5 years"),
        (UNITS_PER_YEAR + 2, "1年2天", "1 year 2 days"),
        (0, "0天", "0 days"),
        (-3, "-3天", "-3 days"),
    ],
)
def test_duration_is_described(units: int, zh: str, en: str) -> None:
    """Parts that are zero are left out."""

    assert (describe_duration(units, "zh"), describe_duration(units, "en")) == (zh, en)
