"""The expected answers of all examples: ``python -m tests.golden`` writes them anew.

They lie in ``tests/cases``, as ``zhicheng assess --format json`` prints them, but for the version
and the hash of the rules: these change with every rule, the answers only where a rule touches them.
Small values stand on one line, so that a changed answer is a short difference.
"""

import json
import sys
from pathlib import Path
from typing import Any

from reasoner.assess import assess
from reasoner.intake.dossier import read_dossier
from reasoner.report.json import as_json

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "examples").glob("iot_*"))
CASES = ROOT / "tests" / "cases"
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


def main() -> None:
    """Write every expected answer, and remove those whose example is gone."""
    CASES.mkdir(exist_ok=True)
    wanted = {case(example) for example in EXAMPLES}
    for stale in set(CASES.glob("*.json")) - wanted:
        stale.unlink()
    for example in EXAMPLES:
        text = written(answer(example)) + "\n"
        changed = not case(example).exists() or case(example).read_text("utf-8") != text
        case(example).write_text(text, encoding="utf-8", newline="\n")
        name = case(example).relative_to(ROOT)
        sys.stdout.write(f"{'changed  ' if changed else 'unchanged'} {name}\n")


if __name__ == "__main__":
    main()
