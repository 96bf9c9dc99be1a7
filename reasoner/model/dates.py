"""Dates as people write them, with the precision they were written with.

A month is not its first day: a date keeps what is known, and its bounds follow from that. Nothing
here counts years for a regulation; it only provides the scale on which "N full years" is a plain
comparison.
"""

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass
from enum import Enum
from typing import Final, Literal

from reasoner.errors import Language, Text
from reasoner.model.amounts import UnreadableError, chinese_number, half_width

UNITS_PER_MONTH: Final = 31
MONTHS_PER_YEAR: Final = 12
UNITS_PER_YEAR: Final = MONTHS_PER_YEAR * UNITS_PER_MONTH
EARLIEST_YEAR: Final = 1900
LATEST_YEAR: Final = 2100

ACCEPTED_DATE: Final = Text(
    "2021年3月5日、2021-03-05、2021/3/5、20210305，只知到月写 2021-03，只知到年写 2021",
    "2021-03-05, 2021/3/5, 2021年3月5日, 20210305; 2021-03 or 2021 if no more is known",
)
ACCEPTED_END: Final = Text(f"{ACCEPTED_DATE.zh}；至今", f"{ACCEPTED_DATE.en}; or ongoing")

_YEAR_DIGITS: Final = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_CHINESE_YEAR: Final = "[〇零○一二三四五六七八九]{4}"
_CHINESE_DAY: Final = "[一二三四五六七八九十]{1,3}"
_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        (
            rf"(?P<year>[0-9]{{4}}|{_CHINESE_YEAR})\s*年"
            rf"(?:\s*(?P<month>[0-9]{{1,2}}|{_CHINESE_DAY})\s*月"
            rf"(?:\s*(?P<day>[0-9]{{1,2}}|{_CHINESE_DAY})\s*日)?)?"
        ),
        r"(?P<year>[0-9]{4})(?P<dash>[-/.])(?P<month>[0-9]{1,2})(?:(?P=dash)(?P<day>[0-9]{1,2}))?",
        r"(?P<year>[0-9]{4})(?:(?P<month>[0-9]{2})(?P<day>[0-9]{2})?)?",
    )
)
_TELLING: Final = (
    (
        re.compile(r"[0-9][ T]*[0-9]{1,2}\s*[:时点]"),
        Text("只要日期，不要钟点", "a date without the time of day"),
    ),
    (
        re.compile(r"^[0-9]{5}(\.[0-9]+)?$"),
        Text(
            "像是 Excel 的日期序号，请把单元格设成日期或文本",
            "looks like an Excel serial number; format the cell as a date or as text",
        ),
    ),
    (
        re.compile(r"^[0-9]{1,2}([-/.][0-9]|年)"),
        Text("年份要写四位并放在最前", "write the year first and with four digits"),
    ),
)


class DateError(UnreadableError):
    """Not a date."""


class Ongoing(Enum):
    """The end of a period that has not ended."""

    ONGOING = "至今"


_ONGOING: Final = frozenset({"至今", "在职", "present", "ongoing", "now"})


@dataclass(frozen=True)
class PartialDate:
    """A day, or a month or a year of which no more is known.

    Raises:
        DateError: there is no such day or month, or the year lies outside 1900 to 2100.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what the calendar does not have."""
        year, month, day = self.year, self.month, self.day
        if not EARLIEST_YEAR <= year <= LATEST_YEAR:
            bounds = f"{EARLIEST_YEAR}..{LATEST_YEAR}"
            what = Text(f"年份 {year} 不在 {bounds} 之内", f"year {year} is outside {bounds}")
            raise DateError(what, ACCEPTED_DATE)
        if month is None:
            if day is not None:
                raise DateError(Text("有日无月", "a day without a month"), ACCEPTED_DATE)
            return
        if not 1 <= month <= MONTHS_PER_YEAR:
            what = Text(f"没有 {month} 月", f"there is no month {month}")
            raise DateError(what, ACCEPTED_DATE)
        if day is not None and not 1 <= day <= monthrange(year, month)[1]:
            what = Text(f"{year} 年 {month} 月没有 {day} 日", f"{year}-{month:02} has no day {day}")
            raise DateError(what, ACCEPTED_DATE)

    @property
    def precision(self) -> Literal["year", "month", "day"]:
        """How much is known."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    def first_day(self) -> dt.date:
        """Return the earliest day this can be."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> dt.date:
        """Return the latest day this can be."""
        month = self.month or MONTHS_PER_YEAR
        return dt.date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """Return ``2021``, ``2021-03`` or ``2021-03-05``."""
        rest = (part for part in (self.month, self.day) if part is not None)
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in rest)])


def parse_date(text: object) -> PartialDate:
    """Return the date that *text*, or a `datetime.date`, stands for.

    Raises:
        DateError: *text* is no date, no date of the calendar, or could be several dates.
    """
    if isinstance(text, dt.date) and not isinstance(text, dt.datetime):
        return PartialDate(text.year, text.month, text.day)
    if not isinstance(text, str):
        raise DateError(Text("不是日期文本", "not a date written as text"), ACCEPTED_DATE)
    written = half_width(text).strip()
    if not written:
        raise DateError(Text("没有填写日期", "no date is given"), ACCEPTED_DATE)
    for form in _FORMS:
        if (found := form.fullmatch(written)) and (date := _date(found)):
            return date
    for telling, what in _TELLING:
        if telling.search(written):
            raise DateError(what, ACCEPTED_DATE)
    raise DateError(Text("不是日期", "not a date"), ACCEPTED_DATE)


def parse_end(text: object) -> PartialDate | Ongoing:
    """Return the date *text* stands for, or `Ongoing.ONGOING` for ``至今`` and its like.

    Raises:
        DateError: *text* is neither.
    """
    if text is Ongoing.ONGOING or (isinstance(text, str) and _is_ongoing(text)):
        return Ongoing.ONGOING
    try:
        return parse_date(text)
    except DateError as error:
        raise DateError(error.what, ACCEPTED_END) from error


def _is_ongoing(text: str) -> bool:
    return half_width(text).strip().casefold() in _ONGOING


def _date(found: re.Match[str]) -> PartialDate | None:
    """Return the date of a match, or None when one of its spelt numbers is none."""
    year = int(found["year"].translate(_YEAR_DIGITS))
    month, day = found["month"], found["day"]
    month_number, day_number = _number(month), _number(day)
    if (month is None) != (month_number is None) or (day is None) != (day_number is None):
        return None
    return PartialDate(year, month_number, day_number)


def _number(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) if written.isdecimal() else chinese_number(written)


def calendar_number(date: dt.date) -> int:
    """Return the place of *date* on a scale with 31 units to every month and 372 to every year.

    Differences on this scale are calendar durations: two dates are N full years apart exactly
    when their numbers differ by ``N * UNITS_PER_YEAR`` or more.
    """
    return (date.year * MONTHS_PER_YEAR + date.month - 1) * UNITS_PER_MONTH + date.day - 1


ONGOING_NUMBER: Final = calendar_number(dt.date.max)


def from_calendar_number(number: int) -> dt.date:
    """Return the day at *number*; a day the month does not have is the next month's first."""
    months, day = divmod(number, UNITS_PER_MONTH)
    year, month = divmod(months, MONTHS_PER_YEAR)
    if day < monthrange(year, month + 1)[1]:
        return dt.date(year, month + 1, day + 1)
    return dt.date(year, month + 2, 1)  # Only short months get here, and December is long.


def interval(partial: PartialDate) -> tuple[int, int]:
    """Return the numbers of the first and the last day *partial* can be."""
    return calendar_number(partial.first_day()), calendar_number(partial.last_day())


def interval_after(partial: PartialDate) -> tuple[int, int]:
    """Return the numbers of the days after these: where a period that *partial* ends stops."""
    day = dt.timedelta(days=1)
    return calendar_number(partial.first_day() + day), calendar_number(partial.last_day() + day)


def describe_duration(units: int, language: Language) -> str:
    """Return a duration as ``4年11个月3天`` or ``4 years 11 months 3 days``, without zero parts."""
    years, rest = divmod(abs(units), UNITS_PER_YEAR)
    months, days = divmod(rest, UNITS_PER_MONTH)
    sign = "-" if units < 0 else ""
    if language == "zh":
        parts = ((years, "年"), (months, "个月"), (days, "天"))
        return sign + ("".join(f"{count}{unit}" for count, unit in parts if count) or "0天")
    named = ((years, "year"), (months, "month"), (days, "day"))
    plural = (f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in named if count)
    return sign + (" ".join(plural) or "0 days")
