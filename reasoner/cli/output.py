"""Files that commands write."""

from pathlib import Path

from reasoner.errors import InputError, Problem, Text


def write_text(text: str, path: Path) -> None:
    """Write *text* to *path*, in UTF-8.

    Raises:
        InputError: it cannot be written.
    """
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(
            [Problem(Text(f"无法写入：{reason}", f"cannot be written: {reason}"), source=str(path))]
        ) from error
