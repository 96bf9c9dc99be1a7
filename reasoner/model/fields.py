"""How the fields of a dossier are read: dates, periods, ranks, amounts, points, texts.

Every reader accepts what people write and raises a pydantic error that carries the reason in both
languages. The JSON Schema beside it has its description in both languages, parted by " / ", and an
example of each; it allows numbers where files may leave the quotation marks out.
"""

import unicodedata
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from reasoner.errors import Text
from reasoner.model.amounts import (
    MOST_POINTS,
    UnreadableError,
    parse_amount,
    parse_count,
    parse_points,
)
from reasoner.model.dates import Ongoing, PartialDate, parse_date, parse_end
from reasoner.model.word import find_word
from reasoner.model.words.levels import Rank

MAX_RANK = 999
MAX_COUNT = 10_000_000
MAX_TEXT = 500


def _told(read: Callable[[object], object]) -> BeforeValidator:
    def convert(value: object) -> object:
        try:
            return read(value)
        except UnreadableError as error:
            raise _unreadable(error.what, error.accepted) from error

    return BeforeValidator(convert)


def _unreadable(what: Text, accepted: Text | None = None) -> PydanticCustomError:
    return PydanticCustomError(
        "unreadable",
        "{en}",
        {
            "zh": what.zh,
            "en": what.en,
            "accepted_zh": accepted.zh if accepted else None,
            "accepted_en": accepted.en if accepted else None,
        },
    )


def _day(value: object) -> object:
    return value if isinstance(value, PartialDate) else parse_date(value)


def _end(value: object) -> object:
    return value if isinstance(value, PartialDate | Ongoing) else parse_end(value)


def _rank(value: object) -> object:
    if isinstance(value, str) and (word := find_word(Rank, value)) is not None:
        return word
    return parse_count(value, 1, MAX_RANK)


def _count(value: object) -> object:
    return parse_count(value, 0, MAX_COUNT)


def _one_or_more(value: object) -> object:
    """Return one value as a list of one."""
    return (value,) if isinstance(value, str | bool) else value


def _text(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise _unreadable(Text("应为文字", "must be text"))
    text = value.strip()
    if not text or len(text) > MAX_TEXT:
        raise _unreadable(
            Text("文字为空或过长", "text is empty or too long"),
            Text(f"1 至 {MAX_TEXT} 个字符", f"1 to {MAX_TEXT} characters"),
        )
    # NUL would cut a string of the solver short without a word, and a lone surrogate has no encoding.
    if any(unicodedata.category(sign) in ("Cc", "Cs") for sign in text):
        raise _unreadable(Text("含有控制字符", "holds a control character"))
    return text


def _schema(description: str, zh: str, en: str, **kind: object) -> WithJsonSchema:
    return WithJsonSchema(
        {"type": ["string", "number"], **kind, "description": description, "examples": [zh, en]}
    )


ONE_OR_MORE = BeforeValidator(_one_or_more)

Day = Annotated[
    Any,
    _told(_day),
    _schema("日期，可只到年或月 / a date, to the day, month or year", "2021年3月", "2021-03"),
]
End = Annotated[
    Any, _told(_end), _schema("结束日期，或至今 / the last day, or ongoing", "至今", "ongoing")
]
RankOnCertificate = Annotated[
    int | Rank,
    _told(_rank),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 1, "maximum": MAX_RANK},
                {"type": "string", "pattern": "^ *[0-9]+ *$"},
            ],
            "description": "排名的序号 / the rank, a number",
            "examples": ["1", "1"],
        }
    ),
]
Count = Annotated[
    int,
    _told(_count),
    _schema(
        "人数 / a whole number",
        "120",
        "120",
        type=["string", "integer"],
        minimum=0,
        maximum=MAX_COUNT,
    ),
]
Amount = Annotated[
    int,
    _told(parse_amount),
    _schema(
        "金额，不写单位时为万元 / an amount of money; a bare number is in 10,000 yuan",
        "350万元",
        "350",
        minimum=0,
    ),
]
Points = Annotated[
    int,
    _told(parse_points),
    _schema(
        "0 至 100 分 / points from 0 to 100",
        "75.5",
        "75.5",
        minimum=0,
        maximum=MOST_POINTS,
    ),
]
ShortText = Annotated[
    str,
    BeforeValidator(_text),
    _schema("文字 / text", "示例", "sample", minLength=1, maxLength=MAX_TEXT),
]
