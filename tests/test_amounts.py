"""Amounts, counts and points are read exactly, or refused with the reason."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reasoner.errors import Language
from reasoner.model.amounts import (
    LARGEST_AMOUNT,
    AmountError,
    chinese_number,
    describe_amount,
    half_width,
    parse_amount,
    parse_count,
    parse_points,
)

amounts = st.integers(0, LARGEST_AMOUNT)


@pytest.mark.parametrize(
    ("written", "hundred_yuan"),
    [
        ("350万元", 35_000),
        ("350万", 35_000),
        (" 350 万元 ", 35_000),
        ("３５０万", 35_000),
        ("3,500,000元", 35_000),
        ("３，５００，０００元", 35_000),
        ("3500000元", 35_000),
        ("1.2亿", 1_200_000),
        ("1.2亿元", 1_200_000),
        ("1亿2000万元", 1_200_000),
        ("1亿2000元", 1_000_020),
        ("2千万", 200_000),
        ("3百万元", 30_000),
        ("2千元", 20),
        ("五千万元", 500_000),
        ("一亿二千万", 1_200_000),
        ("三百五十万", 35_000),
        ("一千零五十万元", 105_000),
        ("两亿", 2_000_000),
        ("十万元", 1_000),
        ("五千元", 50),
        ("350", 35_000),
        ("0.5", 50),
        pytest.param(350, 35_000, id="a whole number"),
        (Decimal("12.5"), 1_250),
        ("0", 0),
        ("199元", 1),
        ("2000亿元", LARGEST_AMOUNT),
        ("200000000000.99元", LARGEST_AMOUNT),
    ],
)
def test_amount_is_read(written: object, hundred_yuan: int) -> None:
    """The usual ways to write an amount are read; the rest of a hundred yuan is dropped."""

    assert parse_amount(written) == hundred_yuan


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "nothing is given"),
        ("　", "nothing is given"),
        ("-5万", "not negative"),
        (-5, "not negative"),
        ("约350万", "estimate or a range"),
        ("350万以上", "estimate or a range"),
        ("350-500万", "estimate or a range"),
        ("350万～500万", "estimate or a range"),
        ("350余万", "estimate or a range"),
        ("350万左右", "estimate or a range"),
        ("50万美元", "foreign currency"),
        ("$50", "foreign currency"),
        ("50万 USD", "foreign currency"),
        ("2000.0001亿", "more than 2000亿元"),
        ("20000001", "more than 2000亿元"),
        ("NaN", "not an amount"),
        (Decimal("NaN"), "not an amount"),
        ("inf", "not an amount"),
        (Decimal("Infinity"), "not an amount"),
        ("1e400", "not an amount"),
        (Decimal("1E+400"), "not an amount"),
        ("5_0", "not an amount"),
        ("①万", "not an amount"),
        ("5²", "not an amount"),
        ("٣", "not an amount"),
        ("3,50万", "not an amount"),
        ("1亿2000", "not an amount"),
        ("0亿2000", "not an amount"),
        ("1.2亿3000万", "not an amount"),
        ("1亿20000万", "not an amount"),
        ("2000万1亿", "not an amount"),
        ("一万二", "not an amount"),
        ("五千", "not an amount"),
        ("2千", "not an amount"),
        ("元", "not an amount"),
        ("万元", "not an amount"),
        ("350元元", "not an amount"),
        ("钱", "not an amount"),
        pytest.param(10**5000, "longer than 40", id="huge int"),
        pytest.param("9" * 5000, "longer than 40", id="huge text"),
        (True, "written as text"),
        (3.5, "written as text"),
        (None, "written as text"),
        (["350"], "written as text"),
    ],
)
def test_amount_is_refused(written: object, reason: str) -> None:
    """What is no exact amount of yuan is refused in both languages, with what is accepted."""

    with pytest.raises(AmountError, match=reason) as refused:
        parse_amount(written)

    assert refused.value.what.zh
    assert refused.value.accepted is not None
    assert "350万元" in refused.value.accepted.en


@pytest.mark.parametrize(
    ("hundred_yuan", "zh", "en"),
    [
        (35_000, "350万元", "3,500,000 yuan"),
        (1_200_000, "1.2亿元", "120,000,000 yuan"),
        (1_234_500, "12345万元", "123,450,000 yuan"),
        (1_250, "12.5万元", "125,000 yuan"),
        (1, "0.01万元", "100 yuan"),
        (0, "0万元", "0 yuan"),
    ],
)
def test_amount_is_described(hundred_yuan: int, zh: str, en: str) -> None:
    """An amount is said in the largest unit that needs no more than two decimals."""

    assert (describe_amount(hundred_yuan, "zh"), describe_amount(hundred_yuan, "en")) == (zh, en)


@given(amounts)
def test_description_reads_back(hundred_yuan: int) -> None:
    """Describing an amount in Chinese and reading it again changes nothing."""

    assert parse_amount(describe_amount(hundred_yuan, "zh")) == hundred_yuan


@given(amounts, st.integers(0, 99))
def test_yuan_are_rounded_down(hundred_yuan: int, yuan: int) -> None:
    """Yuan below a full hundred never count, with or without separators."""
    total = hundred_yuan * 100 + yuan

    assert parse_amount(f"{total}元") == parse_amount(f"{total:,}元") == hundred_yuan


@given(st.text() | st.text("0123456789.,万亿千百十元零一二两五-约e_ ", max_size=12))
def test_any_text_is_an_amount_within_bounds_or_refused(text: str) -> None:
    """No text whatever leads to another error or to a number the solver cannot hold."""
    try:
        amount = parse_amount(text)
    except AmountError:
        return

    assert 0 <= amount <= LARGEST_AMOUNT < 2**31


def spell(number: int) -> str:
    """Spell a number below ten thousand the slow way."""
    spelt, gap = "", False
    for digit, scale in zip(f"{number:04}", ("千", "百", "十", ""), strict=True):
        if digit == "0":
            gap = bool(spelt)
            continue
        spelt += ("零" if gap else "") + "零一二三四五六七八九"[int(digit)] + scale
        gap = False
    return spelt


@given(st.integers(1, 9999))
def test_spelt_number_is_read(number: int) -> None:
    """Every number spelt in full is read, and 一十 may be 十."""
    spelt = spell(number)

    assert chinese_number(spelt) == number
    assert chinese_number(spelt.removeprefix("一") if number // 10 == 1 else spelt) == number


@pytest.mark.parametrize(
    "shortened", ["", "零", "一千五", "一百五", "一千五十", "百", "一二", "十十"]
)
def test_shortened_speech_is_not_guessed(shortened: str) -> None:
    """A number that could be meant in two ways is not read."""

    assert chinese_number(shortened) is None


def test_half_width_leaves_ornaments_alone() -> None:
    """Full-width digits and letters become plain; circled and raised digits do not."""

    assert half_width("３（Ａ）①²") == "3(A)①²"


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("3", 3),
        (" ３ ", 3),
        ("03", 3),
        pytest.param(3, 3, id="a whole number"),
        (Decimal(3), 3),
        ("0", 0),
    ],
)
def test_count_is_read(written: object, count: int) -> None:
    """A whole number in ASCII or full-width digits is a count."""

    assert parse_count(written, 0, 10) == count


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("5_0", "not a whole number"),
        ("²", "not a whole number"),
        ("①", "not a whole number"),
        ("1.5", "not a whole number"),
        ("三", "not a whole number"),
        ("+3", "not a whole number"),
        ("1,000", "not a whole number"),
        ("1e1", "not a whole number"),
        (Decimal("1.5"), "not a whole number"),
        (True, "written as text"),
        (1.0, "written as text"),
        ("11", "not between 1 and 10"),
        ("0", "not between 1 and 10"),
        ("-3", "not between 1 and 10"),
        ("", "nothing is given"),
        pytest.param("9" * 5000, "longer than 40", id="huge text"),
    ],
)
def test_count_is_refused(written: object, reason: str) -> None:
    """The refusal of a count states the bounds."""

    with pytest.raises(AmountError, match=reason) as refused:
        parse_count(written, 1, 10)

    assert refused.value.accepted is not None
    assert refused.value.accepted.zh == "1 到 10 的整数"
    assert refused.value.accepted.en == "a whole number from 1 to 10"


@pytest.mark.parametrize(
    ("written", "hundredths"),
    [
        ("76.5", 7650),
        ("76.5分", 7650),
        ("76.5 分", 7650),
        ("７６", 7600),
        ("79.95", 7995),
        ("0", 0),
        ("100", 10_000),
        ("100.00", 10_000),
        (76, 7600),
        (Decimal("76.50"), 7650),
    ],
)
def test_points_are_read(written: object, hundredths: int) -> None:
    """Points are read exactly into hundredths."""

    assert parse_points(written) == hundredths


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("79.955", "more than two decimals"),
        ("100.01", "not between 0 and 100"),
        ("-1", "not between 0 and 100"),
        ("-0", "not between 0 and 100"),
        ("优秀", "not a number of points"),
        ("76.", "not a number of points"),
        ("5_0", "not a number of points"),
        ("nan", "not a number of points"),
        ("七十六", "not a number of points"),
        (76.5, "written as text"),
        (True, "written as text"),
        ("", "nothing is given"),
    ],
)
def test_points_are_refused(written: object, reason: str) -> None:
    """What is no number from 0 to 100 with at most two decimals is refused."""

    with pytest.raises(AmountError, match=reason) as refused:
        parse_points(written)

    assert refused.value.accepted is not None
    assert "0 到 100" in refused.value.accepted.zh


@given(st.integers(0, 10_000))
def test_points_have_one_value(hundredths: int) -> None:
    """Every number of hundredths can be written as a decimal and read back."""

    assert parse_points(f"{hundredths // 100}.{hundredths % 100:02}分") == hundredths


@given(amounts, st.sampled_from(["zh", "en"]))
def test_description_has_no_exponent(hundred_yuan: int, language: Language) -> None:
    """Amounts are written out in plain digits."""

    assert "E" not in describe_amount(hundred_yuan, language).upper()
