"""The file of findings that the drafters know and accept: one key a line, ``#`` begins a comment."""

from collections.abc import Iterable
from pathlib import Path

from reasoner.errors import InputError, Problem, Text
from reasoner.policy.kinds_of_finding import KINDS


def read_baseline(path: Path) -> frozenset[str]:
    """Return the keys in the file at *path*.

    Raises:
        InputError: the file cannot be read, or a line begins with no code of a finding.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            [
                Problem(
                    Text("无法读取基线文件", "cannot read the baseline file"),
                    source=str(path),
                    value=str(error),
                )
            ]
        ) from error
    keys = {
        place: line.split("#", maxsplit=1)[0].strip() for place, line in enumerate(lines, start=1)
    }
    accepted = Text("ZC101 iot iot.app.3 …", "ZC101 iot iot.app.3 …")
    problems = [
        Problem(
            Text("不是问题编号", "not the code of a finding"),
            source=str(path),
            line=place,
            value=key.split()[0],
            accepted=accepted,
        )
        for place, key in keys.items()
        if key and key.split()[0] not in KINDS
    ]
    if problems:
        raise InputError(problems)
    return frozenset(filter(None, keys.values()))


def as_baseline(keys: Iterable[str]) -> str:
    """Return the text of a file that accepts the findings with these *keys*."""
    return "".join(f"{key}\n" for key in sorted(keys))
