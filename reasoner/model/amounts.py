"""Amounts of money, counts and points, read exactly from what people write.

Money is kept in hundreds of yuan (百元), points in hundredths: whole numbers that fit into the
32 bits of the solver. Nothing passes through a float. Terms and limits of a regulation do not
belong here.
"""

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from typing import Final

from reasoner.errors import Language, Text

HUNDREDS_PER_WAN: Final = 100
HUNDREDS_PER_YI: Final = 1_000_000
LARGEST_AMOUNT: Final = 2_000_000_000
"""In hundreds of yuan: 2000亿元, the round number below 2**31."""

HUNDREDTHS_PER_POINT: Final = 100
MOST_POINTS: Final = 100
_POINT_DECIMALS: Final = 2

ACCEPTED_AMOUNT: Final = Text(
    "350万元、1.2亿元、3,500,000元；只写数字时单位是万元",
    "350万元, 1.2亿元, 3,500,000元; a bare number is in 万元 (10,000 yuan)",
)
ACCEPTED_POINTS: Final = Text(
    "0 到 100 的数，至多两位小数", "a number from 0 to 100 with at most two decimals"
)

_LONGEST: Final = 40
_UNITS: Final = {
    "": 1,
    "百": 100,
    "千": 1_000,
    "万": 10_000,
    "十万": 100_000,
    "百万": 1_000_000,
    "千万": 10_000_000,
    "亿": 100_000_000,
}
_TERM: Final = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?P<spelt>[零〇一二两三四五六七八九十百千]+))"
    r"\s*(?P<unit>亿|[十百千]?万|百|千|)\s*",
    re.ASCII,
)
_INEXACT: Final = re.compile(r"[约近超余多几~至到]|左右|以[上下内]|[\d万亿元]\s*[-—–]\s*\d")
_FOREIGN: Final = re.compile(
    r"[美欧日港英韩澳]元|[港外]币|英镑|[$€£]|USD|EUR|HKD|JPY|GBP", re.IGNORECASE
)

_DIGITS: Final = {sign: value for value, sign in enumerate("一二三四五六七八九", 1)} | {
    "两": 2,
    "": 1,
}
_SCALES: Final = {"": 1, "十": 10, "百": 100, "千": 1000}
_DIGIT: Final = "[一二两三四五六七八九]"
_HUNDREDS: Final = f"{_DIGIT}百(?:零{_DIGIT}|{_DIGIT}十{_DIGIT}?)?"
_THOUSANDS: Final = f"{_DIGIT}千(?:零{_DIGIT}(?:十{_DIGIT}?)?|{_HUNDREDS})?"
_CHINESE: Final = re.compile(f"{_THOUSANDS}|{_HUNDREDS}|{_DIGIT}?十{_DIGIT}?|{_DIGIT}")
_CHINESE_PART: Final = re.compile(f"({_DIGIT})([十百千]?)|()(十)")


class UnreadableError(ValueError):
    """A value that cannot be read; *what* says why, *accepted* what is read instead."""

    def __init__(self, what: Text, accepted: Text | None = None) -> None:
        """Keep both sentences for whoever knows the place."""
        super().__init__(what.en)
        self.what = what
        self.accepted = accepted


class AmountError(UnreadableError):
    """Not an amount, a count or a number of points."""


def half_width(text: str) -> str:
    """Return *text* in compatibility form (NFKC), except that ``①`` and ``²`` stay no digits."""
    if text.isascii():
        return text
    return "".join(
        sign if unicodedata.category(sign) == "No" else unicodedata.normalize("NFKC", sign)
        for sign in text
    )


def chinese_number(text: str) -> int | None:
    """Return the number from 1 to 9999 that *text* spells in full, such as ``十二``, or None.

    Shortened speech such as ``一千五`` is not read.
    """
    spelt = text.replace("〇", "零")
    if _CHINESE.fullmatch(spelt) is None:
        return None
    parts = (part.groups(default="") for part in _CHINESE_PART.finditer(spelt))
    return sum(_DIGITS[digit or none] * _SCALES[scale or ten] for digit, scale, none, ten in parts)


def parse_amount(text: object) -> int:
    """Return an amount of money in hundreds of yuan, rounded down.

    A number without a unit, written or as an int or Decimal, is in 万元 (ten thousand yuan), as
    application forms have it.

    Raises:
        AmountError: *text* is no exact, non-negative amount of yuan, or exceeds 2000亿元.
    """
    written = _written(text, ACCEPTED_AMOUNT)
    if written.startswith("-"):
        raise AmountError(Text("金额不能是负数", "an amount is not negative"), ACCEPTED_AMOUNT)
    if _FOREIGN.search(written):
        what = Text("外币要先折算成人民币", "convert a foreign currency to yuan first")
        raise AmountError(what, ACCEPTED_AMOUNT)
    if _INEXACT.search(written):
        what = Text(
            "要一个确定的金额，不是约数或范围", "an exact amount, not an estimate or a range"
        )
        raise AmountError(what, ACCEPTED_AMOUNT)
    yuan = _yuan(written)
    if yuan is None:
        raise AmountError(Text("不是金额", "not an amount of money"), ACCEPTED_AMOUNT)
    amount = yuan // 100
    if amount > LARGEST_AMOUNT:
        most = describe_amount(LARGEST_AMOUNT, "zh")
        raise AmountError(Text(f"金额超过 {most}", f"more than {most}"), ACCEPTED_AMOUNT)
    return amount


def _yuan(written: str) -> Fraction | None:
    """Add up the terms of *written*: each is smaller than the unit of the one before it."""
    in_yuan = written.endswith("元")
    rest = written.removesuffix("元").rstrip()
    total, ceiling = Fraction(0), None
    while rest:
        term = _TERM.match(rest)
        if term is None:
            return None
        rest = rest[term.end() :]
        number, unit = _number(term), term["unit"]
        if not in_yuan and unit in {"", "百", "千"}:
            if unit or term["spelt"] or ceiling is not None:
                return None
            unit = "万"
        if number is None or (rest and number.denominator != 1):
            return None
        value = number * _UNITS[unit]
        if ceiling is not None and value >= ceiling:
            return None
        total, ceiling = total + value, _UNITS[unit]
    return None if ceiling is None else total


def _number(term: re.Match[str]) -> Fraction | None:
    """Return the number of *term*, in digits or spelt."""
    if not term["spelt"]:
        return Fraction(term["number"].replace(",", ""))
    spelt = chinese_number(term["spelt"])
    return None if spelt is None else Fraction(spelt)


def describe_amount(hundred_yuan: int, language: Language) -> str:
    """Return an amount exactly, as ``350万元`` or ``1.2亿元``, in English as ``3,500,000 yuan``."""
    if language == "en":
        return f"{hundred_yuan * 100:,} yuan"
    if hundred_yuan >= HUNDREDS_PER_YI and hundred_yuan % (HUNDREDS_PER_YI // 100) == 0:
        return f"{_decimal(hundred_yuan * 100 // HUNDREDS_PER_YI)}亿元"
    return f"{_decimal(hundred_yuan)}万元"


def points(hundredths: int) -> str:
    """Return a score in points without needless zeros."""
    return _decimal(hundredths)


def _decimal(hundredths: int) -> str:
    """Return *hundredths* as a decimal number without trailing zeros."""
    whole, part = divmod(hundredths, 100)
    return f"{whole}.{part:02}".rstrip("0").rstrip(".")


def parse_count(text: object, low: int, high: int) -> int:
    """Return a whole number from *low* to *high*.

    Raises:
        AmountError: *text* is no whole number, or lies outside; the message states the bounds.
    """
    accepted = Text(f"{low} 到 {high} 的整数", f"a whole number from {low} to {high}")
    written = _written(text, accepted)
    if re.fullmatch(r"-?[0-9]+", written) is None:
        raise AmountError(Text("不是整数", "not a whole number"), accepted)
    number = int(written)
    if not low <= number <= high:
        what = Text(f"不在 {low} 到 {high} 之间", f"not between {low} and {high}")
        raise AmountError(what, accepted)
    return number


def parse_points(text: object) -> int:
    """Return points in hundredths, from ``76.5``, ``76.5分`` or full-width digits.

    Raises:
        AmountError: *text* is no number from 0 to 100 with at most two decimals.
    """
    written = _written(text, ACCEPTED_POINTS).removesuffix("分").rstrip()
    number = re.fullmatch(r"(-?)([0-9]+)(?:\.([0-9]+))?", written)
    if number is None:
        raise AmountError(Text("不是分数", "not a number of points"), ACCEPTED_POINTS)
    sign, whole, decimals = number[1], number[2], (number[3] or "")
    if len(decimals) > _POINT_DECIMALS:
        raise AmountError(Text("小数多于两位", "more than two decimals"), ACCEPTED_POINTS)
    points = int(whole + decimals.ljust(_POINT_DECIMALS, "0"))
    if sign or points > MOST_POINTS * HUNDREDTHS_PER_POINT:
        what = Text("不在 0 到 100 之间", "not between 0 and 100")
        raise AmountError(what, ACCEPTED_POINTS)
    return points


def _written(value: object, accepted: Text) -> str:
    """Return the written form of *value*: text, an int or a Decimal; never a bool or a float."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        value = str(Decimal(value))
    if not isinstance(value, str):
        raise AmountError(Text("不是数字文本", "not a number written as text"), accepted)
    written = value.strip()
    if not written:
        raise AmountError(Text("没有填写", "nothing is given"), accepted)
    if len(written) > _LONGEST:
        what = Text(f"长于 {_LONGEST} 个字符", f"longer than {_LONGEST} characters")
        raise AmountError(what, accepted)
    return half_width(written)
