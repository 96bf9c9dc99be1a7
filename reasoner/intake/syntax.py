"""YAML and JSON as one stream of tokens with places, and what is wrong with their syntax.

Scalars stay as written: nothing is guessed to be a number, a date or a truth value. Only the
parser of ruamel.yaml runs, not its constructor, so that no tag or alias ever comes to life.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from reasoner.errors import InputError, Text
from reasoner.intake.text import Place, place_at, refusal

NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})

_TAB_INDENT: Final = re.compile(r"^ *\t[ \t]*(?=[^\s#])", re.MULTILINE)
_KEY: Final = r"""\s*(?:- +)*[^\s#'":：,{}\[\]&*!|>%@`][^\s#'":：]{0,19}\s*"""
_FULL_WIDTH_COLON: Final = re.compile(f"{_KEY}：")
_NO_COLON: Final = re.compile(rf"{_KEY}(?:：|:(?=[^\s:/]))")
_JSON_TOKEN: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\]]|[^\s{}\[\],:"]+')
_QUOTE: Final = Text("有特殊符号的值要加引号", "quote a value with special signs")
_NO_REFERENCES: Final = Text(
    "不支持锚点和别名（& *），请把内容写出来；若是文字请加引号",
    "anchors and aliases (& *) are not supported: write it out, or quote it if it is text",
)
_NO_TAGS: Final = Text(
    "不支持「!」标签，请删去；若是文字请加引号",
    "tags with '!' are not supported: delete it, or quote it if it is text",
)

_YAML_FAULTS: Final = (
    (
        "mapping values are not allowed",
        Text(
            "这里不能有冒号：值里有冒号就加引号，否则检查缩进",
            "no colon is possible here: quote the value, or check the indentation",
        ),
    ),
    ("could not find expected ':'", Text("名称后面缺冒号", "no colon after the name")),
    ("that cannot start", Text("值不能这样开头", "a value cannot begin like this")),
    ("unexpected end of stream", Text("引号没有配对", "a quotation mark is not closed")),
    (
        "expected ',' or",
        Text("括号没有配对，或缺逗号", "a bracket is not closed or a comma missing"),
    ),
    (
        "expected <block end>",
        Text("缩进不齐，或引号后还有字", "uneven indentation or text after a quote"),
    ),
    ("URI", _NO_TAGS),
    ("sequence entries are not", Text("「-」要另起一行", "'-' must begin a line")),
    (
        "escape",
        Text("双引号里的反斜杠要写两个", "double the backslash between double quotes"),
    ),
    ("expected alphabetic or numeric", _NO_REFERENCES),
    ("tag handle", _NO_TAGS),
    ("the node content", Text("这里缺内容，或符号要加引号", "no value, or a sign to quote")),
)
_JSON_FAULTS: Final = (
    ("Extra data", Text("结尾之后还有内容", "something follows the end")),
    ("Unterminated", Text("引号没有配对", "a quotation mark is not closed")),
    ("control character", Text("引号里不能换行或有制表符", "no line break or tab between quotes")),
    ("Invalid \\", Text("反斜杠用法不对", "a wrong use of the backslash")),
    ("':'", Text("缺半角冒号", "a colon is missing")),
    ("','", Text("缺半角逗号，或括号没有配对", "a comma is missing or a bracket not closed")),
    (
        "name",
        Text(
            "这里要有半角双引号括起的名称；末项之后不写逗号",
            "a name in double quotes belongs here; no comma after the last item",
        ),
    ),
    (
        "",
        Text(
            "这里缺一个值；文字要用半角双引号括起，末项之后不写逗号",
            "a value belongs here: text in double quotes, no comma after the last item",
        ),
    ),
)


class Token(NamedTuple):
    """A scalar, the start of a mapping or a list, or the end of either.

    The *value* of a scalar is None for null; *plain* scalars stand without quotes.
    """

    kind: Literal["scalar", "mapping", "list", "end"]
    place: Place
    value: str | None = None
    plain: bool = False


_END: Final = Token("end", Place(0, 0))


def yaml_tokens(text: str, source: str) -> Iterator[Token]:
    """Yield the tokens of a YAML document.

    Raises:
        InputError: the syntax is wrong, or uses what a dossier has no need of: anchors, aliases,
            tags, tab indentation, several documents.
    """
    if tab := _TAB_INDENT.search(text):
        what = Text("缩进用了制表符（Tab），请改用空格", "indented with a tab; use blanks")
        raise refusal(source, what, place_at(text, tab.end() - 1))
    lines = text.split("\n")
    documents, place = 0, Place(1, 1)
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            place = Place(event.start_mark.line + 1, event.start_mark.column + 1)
            documents += isinstance(event, DocumentStartEvent)
            if documents > 1:
                what = Text("一个文件里有多份文档（---）", "several documents (---) in one file")
                raise refusal(source, what, place)
            if isinstance(event, NodeEvent):
                _refuse_references(event, source, place)
                _refuse_full_width_colon(event, lines, source)
                yield _yaml_token(event, place)
            elif isinstance(event, MappingEndEvent | SequenceEndEvent):
                yield _END
    except MarkedYAMLError as error:
        raise _yaml_fault(error, lines, source) from None
    except (YAMLError, ValueError):  # Such as an escape beyond the last character there is.
        what = Text("此处之后有读不懂的写法", "something after this place cannot be read")
        raise refusal(source, what, place) from None


def _yaml_token(event: NodeEvent, place: Place) -> Token:
    if isinstance(event, ScalarEvent):
        plain = event.style is None
        value = None if plain and event.value in NULLS else event.value
        return Token("scalar", place, value, plain)
    return Token("mapping" if isinstance(event, MappingStartEvent) else "list", place)


def _refuse_references(event: NodeEvent, source: str, place: Place) -> None:
    """Refuse anchors, aliases and tags: a few bytes of them can stand for millions of values."""
    if event.anchor is not None:
        sign = "*" if isinstance(event, AliasEvent) else "&"
        raise refusal(source, _NO_REFERENCES, place, value=f"{sign}{event.anchor}")
    tag = getattr(event, "ctag", None)
    if tag is not None:
        raise refusal(source, _NO_TAGS, place, value=str(tag))


def _refuse_full_width_colon(event: NodeEvent, lines: Sequence[str], source: str) -> None:
    """Refuse a value over several lines of which one reads as a name with a full-width colon."""
    first, last = event.start_mark.line, event.end_mark.line
    if not isinstance(event, ScalarEvent) or event.style is not None or first == last:
        return
    for index in range(first, min(last + 1, len(lines))):
        if _FULL_WIDTH_COLON.match(lines[index]):
            raise missed_colon(lines, index, source)


def missed_colon(lines: Sequence[str], index: int, source: str, start: int = 0) -> InputError:
    """Return the error for a name on line *index*, at *start*, without a proper colon after it."""
    line = lines[index]
    found = _NO_COLON.match(line, start)
    column = found.end() if found else line.find("：", start) + 1
    what = (
        Text("用了全角冒号「：」", "a full-width colon '：'")
        if line[column - 1] == "："
        else Text("冒号后面缺空格", "no blank after the colon")
    )
    accepted = Text(
        "半角冒号加一个空格，如「姓名: 张三」；若是文字请加引号",
        "a colon ':' and a blank; quote it if it is text",
    )
    return refusal(source, what, Place(index + 1, column), value=line.strip(), accepted=accepted)


def find_missed_colon(lines: Sequence[str], last: int) -> int | None:
    """Return the index of the line at or above *last* where a proper colon was missed.

    YAML notices such a line only at the next one, so the search goes up over lines of that kind.
    """
    found = None
    for index in range(min(last, len(lines) - 1), -1, -1):
        line = lines[index].strip()
        if not line or line.startswith("#"):
            continue
        if _NO_COLON.match(lines[index]):
            found = index
        elif index < last:
            break
    return found


def _yaml_fault(error: MarkedYAMLError, lines: Sequence[str], source: str) -> InputError:
    """Return the error in the words of someone who fills in a form."""
    problem = error.problem or error.context or ""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return refusal(source, Text(f"不是合法的 YAML（{problem}）", f"not valid YAML ({problem})"))
    missed = find_missed_colon(lines, mark.line)
    if missed is not None:
        return missed_colon(lines, missed, source)
    if ("expected ':'" in problem or "end of stream" in problem) and error.context_mark:
        mark = error.context_mark
    fallback = Text(f"不是合法的 YAML（{problem}）", f"not valid YAML ({problem})")
    what = next((what for part, what in _YAML_FAULTS if part in problem), fallback)
    line = lines[mark.line].strip() if mark.line < len(lines) else ""
    quote = _QUOTE if "that cannot start" in problem else None
    place = Place(mark.line + 1, mark.column + 1)
    return refusal(source, what, place, value=line or None, accepted=quote)


def json_tokens(text: str, source: str) -> Iterator[Token]:
    """Yield the tokens of a JSON text; numbers, true and false are scalars as written.

    Raises:
        InputError: the text is not JSON.
    """
    try:
        json.loads(text, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        what = next(what for part, what in _JSON_FAULTS if part in error.msg)
        written = text.split("\n")[error.lineno - 1].strip()
        place = Place(error.lineno, error.colno)
        raise refusal(source, what, place, value=written or None) from None
    except RecursionError:
        pass  # Nested far deeper than allowed, which the tokens will show with the place.
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    for found in _JSON_TOKEN.finditer(text):
        line = bisect_right(starts, found.start())
        place = Place(line, found.start() - starts[line - 1] + 1)
        yield _json_token(found[0], place, source)


def _json_token(written: str, place: Place, source: str) -> Token:
    match written[0]:
        case "{":
            return Token("mapping", place)
        case "[":
            return Token("list", place)
        case "}" | "]":
            return _END
        case '"':
            return Token("scalar", place, json.loads(written))
    if written in {"NaN", "Infinity", "-Infinity"}:
        raise refusal(source, Text("不是数", "not a number"), place, value=written)
    return Token("scalar", place, None if written == "null" else written)
