"""Files that commands write."""

from pathlib import Path

from reasoner.errors import InputError, Problem, Text


def write_text(text: str, path: Path) -> None:
    """Write *text* to *path*, in UTF-8.

    Raises:
        InputError: it cannot be written.
    """
    write_bytes(text.encode(), path)


def write_bytes(content: bytes, path: Path) -> None:
    """Write *content* to *path*.

    Raises:
        InputError: it cannot be written.
    """
    try:
        path.write_bytes(content)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(
            [Problem(Text(f"无法写入：{reason}", f"cannot be written: {reason}"), source=str(path))]
        ) from error
