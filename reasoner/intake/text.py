"""From a file to clean text: bytes, encoding, and characters that have no place in a dossier."""

import difflib
import re
from collections.abc import Sequence
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Final, NamedTuple

from reasoner.errors import InputError, Problem, Text

SUFFIXES: Final = (".yaml", ".yml", ".json")
MOST_BYTES: Final = 5_000_000

_LONGEST_SHOWN: Final = 40
_UNFIT: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)


class Place(NamedTuple):
    """A place in a text; *line* and *column* start at 1."""

    line: int
    column: int


def refusal(  # noqa: PLR0913 (one place that knows the form of a problem)
    source: str,
    what: Text,
    place: Place | None = None,
    *,
    value: str | None = None,
    accepted: Text | None = None,
    nearest: str | None = None,
) -> InputError:
    """Return the error with one problem of *source*; *value* is shown short and printable."""
    line, column = place or (None, None)
    shown = None if value is None else printable(value)
    return InputError([Problem(what, source, line, column, None, shown, accepted, nearest)])


def printable(value: str) -> str:
    """Return *value* short, on one line, and without characters a terminal would obey."""
    cut = value if len(value) <= _LONGEST_SHOWN else f"{value[:_LONGEST_SHOWN]}…"
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in cut
    )


def load(path: Path, suffixes: Sequence[str] = SUFFIXES, most: int = MOST_BYTES) -> str:
    """Return the text of the file at *path*, one of *suffixes*, with plain line ends and without a byte order mark.

    Raises:
        InputError: there is no such file, or it is no text in UTF-8 of at most *most* bytes.
    """
    source = printable_name(path)
    try:
        mode = path.stat().st_mode
        if S_ISDIR(mode):
            raise refusal(source, Text("是目录，不是文件", "is a directory, not a file"))
        _check_suffix(path, source, suffixes)
        if not S_ISREG(mode):
            raise refusal(source, Text("不是普通文件", "is not a regular file"))
        with path.open("rb") as file:
            raw = file.read(most + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise refusal(source, Text("文件不存在", "no such file")) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        what = Text(f"无法读取（{reason}）", f"cannot be read ({reason})")
        raise refusal(source, what) from None
    return clean(_decoded(raw, source, most), source, most)


def printable_name(path: Path) -> str:
    """Return *path* for messages; file names need not be valid text."""
    return str(path).encode("utf-8", "backslashreplace").decode()


def _check_suffix(path: Path, source: str, suffixes: Sequence[str]) -> None:
    if path.suffix.lower() in suffixes:
        return
    near = difflib.get_close_matches(path.suffix.lower(), suffixes, 1)
    raise refusal(
        source,
        Text("不支持这种文件", "this kind of file is not supported"),
        value=path.suffix or path.name,
        accepted=Text("、".join(suffixes), ", ".join(suffixes)),
        nearest=near[0] if near else None,
    )


def _decoded(raw: bytes, source: str, most: int) -> str:
    """Decode *raw* as UTF-8, or say what it looks like."""
    if len(raw) > most:
        raise _too_long(source, most)
    half_is_nul = len(raw) < 4 * raw.count(b"\0")
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or half_is_nul:
        raise _misencoded(source, "UTF-16", None)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line_start = raw.rfind(b"\n", 0, error.start) + 1
        column = len(raw[line_start : error.start].decode("utf-8")) + 1
        place = Place(raw.count(b"\n", 0, error.start) + 1, column)
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        raise _misencoded(source, None, place) from None
    raise _misencoded(source, "GBK", place)


def _misencoded(source: str, guess: str | None, place: Place | None) -> InputError:
    like = Text(f"，像是 {guess}", f", looks like {guess}") if guess else Text("", "")
    what = Text(f"不是 UTF-8 编码{like.zh}", f"not in UTF-8{like.en}")
    return refusal(source, what, place, accepted=Text("另存为 UTF-8", "save the file as UTF-8"))


def _too_long(source: str, most: int) -> InputError:
    size = f"{most // 1_000_000} MB"
    return refusal(source, Text(f"文件大于 {size}", f"the file is larger than {size}"))


def clean(text: str, source: str, most: int = MOST_BYTES) -> str:
    """Return *text* with plain line ends; refuse it if it is empty or has unfit characters."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise refusal(source, Text("文件是空的", "the file is empty"))
    if unfit := _UNFIT.search(text):
        raise unfit_character(unfit[0], source, place_at(text, unfit.start()))
    if len(text.encode()) > most:
        raise _too_long(source, most)
    return text


def whole(value: str, source: str, place: Place) -> str:
    """Return *value* with surrogate pairs joined; escapes may have put unfit characters in."""
    if not _UNFIT.search(value):
        return value
    joined = value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    if unfit := _UNFIT.search(joined):
        raise unfit_character(unfit[0], source, place)
    return joined


def unfit_character(sign: str, source: str, place: Place) -> InputError:
    """Return the error for a control character or half a character."""
    code = f"U+{ord(sign):04X}"
    if "\ud800" <= sign <= "\udfff":
        what = Text("有半个字符（孤立的代理项）", "half a character (a lone surrogate)")
    else:
        what = Text("有不可见的控制字符，请删去", "an invisible control character; delete it")
    return refusal(source, what, place, value=code)


def place_at(text: str, offset: int) -> Place:
    """Return the place of *offset* in *text*."""
    return Place(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
