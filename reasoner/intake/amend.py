"""Changes written into the file of a dossier, with everything else in it left as it is."""

import io
import json
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML

from reasoner.intake.address import find_address
from reasoner.intake.changes import added_record, apply_changes, parsed_value
from reasoner.intake.document import DataPath, read_document
from reasoner.intake.dossier import dossier_from_text, read_dossier
from reasoner.intake.keys import Named, with_names
from reasoner.intake.shape import ByKey, Group, Many, Shape, alias_of, fields_of
from reasoner.intake.text import load
from reasoner.intake.written import as_written, model_of
from reasoner.model.changes import Changes
from reasoner.model.dossier import Dossier

_WIDE: Final = 10_000


def write_changes(path: Path, changes: Changes) -> None:
    """Write what *changes* set and add into the dossier at *path*: the whole file, or nothing of it.

    Comments stay where they are. New keys are Chinese.

    Raises:
        InputError: the file cannot be read, or a change cannot be made.
    """
    dossier = read_dossier(path)
    changed = apply_changes(dossier, changes)
    text = _amended(path, dossier, changes)
    if dossier_from_text(text, path.name) != changed:
        # What somebody wrote in an unusual way is written anew.
        text = _dumped(path, as_written(changed, "zh"))
    partial = path.with_name(f"{path.name}.part")
    partial.write_text(text, encoding="utf-8", newline="\n")
    partial.replace(path)


def _amended(path: Path, dossier: Dossier, changes: Changes) -> str:
    """Return the text of the file with the changes made in it."""
    named = with_names(read_document(path), Dossier)
    data: Any = json.loads(load(path)) if _is_json(path) else _yaml().load(load(path))
    written = as_written(dossier)
    for line in changes.set:
        address, _, told = line.partition("=")
        found = find_address(address, written, "--set").path
        _put(data, found, parsed_value(told.strip(), "--set"), named)
    for line in changes.add:
        section, record = added_record(line)
        _append(data, section, record, named)
    return _dumped(path, data)


def _put(data: Any, path: DataPath, value: object, named: Named) -> None:  # noqa: ANN401 - as ruamel has it
    known = named.path_written(path)
    inner = data
    if len(known) == len(path):
        for step in known[:-1]:
            inner = inner[step]
        inner[known[-1]] = value
        return
    for step in known:
        inner = inner[step]
    for place in range(len(known), len(path)):
        key = _chinese(path[: place + 1], named)
        if place == len(path) - 1:
            inner[key] = value
        else:
            inner = inner.setdefault(key, {})


def _append(data: Any, section: str, record: dict[str, object], named: Named) -> None:  # noqa: ANN401 - as ruamel has it
    known = named.path_written((section,))
    key = known[0] if known else alias_of(Dossier, section)
    if not data.get(key):
        data[key] = []
    data[key].append(record)


def _chinese(path: DataPath, named: Named) -> str | int:
    """Return the Chinese key of the last step of *path*, a path by English names; a year or a place is its own key."""
    shape: Shape = Group(Dossier)
    data: Any = named.data
    for step in path[:-1]:
        shape = _inside(shape, data, step)
        data = data.get(step, {}) if isinstance(data, dict) else data[int(step)]
    model = model_of(shape, data)
    last = path[-1]
    return alias_of(model, str(last)) if model else last


def _inside(shape: Shape, data: Any, step: str | int) -> Shape:  # noqa: ANN401 - as read
    if isinstance(shape, Many | ByKey):
        return shape.inner
    model = model_of(shape, data)
    return fields_of(model)[str(step)] if model else shape


def _dumped(path: Path, data: Any) -> str:  # noqa: ANN401 - as ruamel has it
    if _is_json(path):
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    stream = io.StringIO()
    _yaml().dump(data, stream)
    return stream.getvalue()


def _is_json(path: Path) -> bool:
    return path.suffix.lower() == ".json"


def _yaml() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = _WIDE
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
