"""The expected answers of all examples: ``python -m tests.golden`` writes them anew.

They lie in ``tests/cases``, as ``zhicheng assess --format json`` prints them, but for the version
and the hash of the rules: these change with every rule, the answers only where a rule touches them.
Small values stand on one line, so that a changed answer is a short difference.
In ``tests/cases/tracks`` are path matrices over all tracks, as ``assess --track all`` prints them; of the JSON, what
the matrix is made of.
"""

import json
import sys
from contextlib import redirect_stdout, suppress
from io import StringIO
from pathlib import Path
from typing import Any

from reasoner.assess import assess
from reasoner.cli import main
from reasoner.intake.dossier import read_dossier
from reasoner.report.json import as_json

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "examples").glob("iot_*"))
CASES = ROOT / "tests" / "cases"
MATRICES = ("iot_near_miss", "sm_chief", "two_specialties")
MATRIX_FORMATS = {"text": "txt", "md": "md", "json": "json"}
_OF_A_MATRIX = ("candidate", "track", "verdict", "routes", "gates", "interview")
_VOLATILE = ("version", "sha256")
_WIDTH = 100


def answer(example: Path) -> Any:  # noqa: ANN401 - plain JSON
    """Return the answer on *example* without what changes with every rule."""
    told = json.loads(as_json(assess(read_dossier(example))))
    for name in _VOLATILE:
        del told["rule_set"][name]
    return told


def case(example: Path) -> Path:
    """Return the file of the expected answer on *example*."""
    return CASES / f"{example.stem}.json"


def matrix(name: str, format_: str) -> str:
    """Return the path matrix of an example over all tracks, as the program prints it in Chinese."""
    told = StringIO()
    example = ROOT / "examples" / f"{name}.yaml"
    with redirect_stdout(told), suppress(SystemExit):
        main(["assess", str(example), "--track", "all", "--format", format_, "--lang", "zh"])
    if format_ != "json":
        return told.getvalue()
    answers = json.loads(told.getvalue())
    return written([{key: one[key] for key in _OF_A_MATRIX} for one in answers]) + "\n"


def matrix_case(name: str, format_: str) -> Path:
    """Return the file of the expected matrix."""
    return CASES / "tracks" / f"{name}.{MATRIX_FORMATS[format_]}"


def written(value: Any, indent: str = "") -> str:  # noqa: ANN401 - plain JSON
    """Return *value* as JSON, on one line wherever it fits."""
    line = json.dumps(value, ensure_ascii=False)
    if len(indent) + len(line) <= _WIDTH or not isinstance(value, dict | list) or not value:
        return line
    deeper = indent + " "
    if isinstance(value, dict):
        items = [f"{json.dumps(key)}: {written(part, deeper)}" for key, part in value.items()]
    else:
        items = [written(part, deeper) for part in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    inner = ",\n".join(deeper + item for item in items)
    return f"{opening}\n{inner}\n{indent}{closing}"


def write_all() -> None:
    """Write every expected answer, and remove those whose example is gone."""
    texts = {case(example): written(answer(example)) + "\n" for example in EXAMPLES}
    texts |= {
        matrix_case(name, format_): matrix(name, format_)
        for name in MATRICES
        for format_ in MATRIX_FORMATS
    }
    for folder in {path.parent for path in texts}:
        folder.mkdir(exist_ok=True)
        for stale in {path for path in folder.iterdir() if path.is_file()} - set(texts):
            stale.unlink()
    for path, text in texts.items():
        changed = not path.exists() or path.read_text("utf-8") != text
        path.write_text(text, encoding="utf-8", newline="\n")
        sys.stdout.write(f"{'changed  ' if changed else 'unchanged'} {path.relative_to(ROOT)}\n")


if __name__ == "__main__":
    write_all()
