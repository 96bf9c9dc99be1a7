"""The findings on the rules as text, Markdown, HTML and SARIF."""

import io
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from ruamel.yaml import YAML

from reasoner import __version__
from reasoner.errors import Language
from reasoner.model.amounts import points
from reasoner.model.assessment import Label
from reasoner.model.policy_check import FindingEntry, PolicyCheck, WitnessEntry
from reasoner.policy.kinds_of_finding import KINDS
from reasoner.report.html_page import html_page
from reasoner.report.markup import Html, join, tag, text

_SEVERITIES: Final = {
    "error": Label("错误", "error"),
    "warning": Label("警告", "warning"),
    "note": Label("提示", "note"),
}
_STATUSES: Final = {
    "met": Label("符合", "met"),
    "unmet": Label("不符合", "unmet"),
    "undetermined": Label("未定", "undetermined"),
}
_SARIF_LEVELS: Final = {"error": "error", "warning": "warning", "note": "note"}
_SARIF_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"


def say(label: Label, language: Language) -> str:
    """Return *label* in *language*."""
    return label.zh if language == "zh" else label.en


def as_text(check: PolicyCheck, language: Language) -> str:
    """Return *check* as lines, a finding after the other, with its witnesses below it."""
    return "\n".join([*_text_lines(check, language), summary(check, language)])


def _text_lines(check: PolicyCheck, language: Language) -> Iterator[str]:
    for one in check.findings:
        yield f"{one.code} {say(_SEVERITIES[one.severity], language)} {one.specialty}  {say(one.says, language)}"
        yield f"    {' '.join(one.clauses)}"
        for witness in one.witnesses:
            yield f"    {witness_heading(witness, language)}"
            yield from (f"      {line}" for line in as_yaml(witness.dossier).splitlines())


def witness_heading(witness: WitnessEntry, language: Language) -> str:
    """Return what the witness shows, and what the rules say of it."""
    statuses = ", ".join(
        f"{clause} {say(_STATUSES[status], language)}"
        for clause, status in witness.statuses.items()
    )
    if witness.points is not None:
        told = points(witness.points)
        statuses += (
            f"{', ' if statuses else ''}{f'{told} 分' if language == 'zh' else f'{told} points'}"
        )
    readings = "".join(
        f" --reading {reading}={option}" for reading, option in witness.readings.items()
    )
    if witness.threshold is not None:
        readings += f" --threshold {points(witness.threshold)}"
    name = "示例" if language == "zh" else "Example"
    colon = "：" if language == "zh" else ": "
    return f"{name}{readings}{colon}{say(witness.shows, language)} [{statuses}]"


def as_yaml(dossier: Mapping[str, Any]) -> str:
    """Return *dossier* as a file that can be saved and assessed."""
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = False
    yaml.allow_unicode = True
    yaml.sort_base_mapping_type_on_output = False  # type: ignore[assignment]
    stream = io.StringIO()
    yaml.dump(dict(dossier), stream)
    return stream.getvalue()


def summary(check: PolicyCheck, language: Language) -> str:
    """Return how many findings there are, how many were accepted, and what was not reached."""
    zh = language == "zh"
    counts = [
        f"{say(label, language)} {sum(one.severity == name for one in check.findings)}"
        for name, label in _SEVERITIES.items()
    ]
    said = ("，" if zh else ", ").join(counts)
    if check.accepted:
        said += (
            f"；基线已接受 {check.accepted}"
            if zh
            else f"; {check.accepted} accepted by the baseline"
        )
    if check.unchecked:
        names = " ".join(check.unchecked)
        said += f"；未检查：{names}" if zh else f"; not checked: {names}"
    return said


def as_markdown(check: PolicyCheck, language: Language) -> str:
    """Return *check* as Markdown, grouped by kind of finding."""
    heading = "规则检查" if language == "zh" else "Check of the rules"
    lines = [f"# {heading}", "", summary(check, language), ""]
    for code, some in by_code(check).items():
        kind = KINDS[code]
        lines += [
            f"## {code} {say(some[0].title, language)}",
            "",
            kind.why.in_language(language),
            "",
        ]
        for one in some:
            lines += [
                f"- **{one.specialty}** {say(one.says, language)}  ",
                f"  `{'` `'.join(one.clauses)}`",
            ]
            for witness in one.witnesses:
                lines += ["", f"  {witness_heading(witness, language)}", "", "  ```yaml"]
                lines += [f"  {line}" for line in as_yaml(witness.dossier).splitlines()]
                lines += ["  ```", ""]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def by_code(check: PolicyCheck) -> dict[str, list[FindingEntry]]:
    """Return the findings by their code, in their order."""
    groups: dict[str, list[FindingEntry]] = {}
    for one in check.findings:
        groups.setdefault(one.code, []).append(one)
    return groups


def as_html(check: PolicyCheck, language: Language) -> str:
    """Return *check* as a page."""
    title = "规则检查" if language == "zh" else "Check of the rules"
    content = [tag("h1", text(title)), tag("p", text(summary(check, language)))]
    for code, some in by_code(check).items():
        content.append(tag("h2", text(f"{code} {say(some[0].title, language)}")))
        content.append(tag("p", text(KINDS[code].why.in_language(language))))
        content += [_html_finding(one, language) for one in some]
    return html_page(title, tag("main", *content), language)


def _html_finding(one: FindingEntry, language: Language) -> Html:
    ids = join((tag("code", text(clause)) for clause in one.clauses), " ")
    witnesses = (
        tag(
            "details",
            tag("summary", text(witness_heading(witness, language))),
            tag("pre", text(as_yaml(witness.dossier))),
        )
        for witness in one.witnesses
    )
    return tag(
        "section",
        tag("p", text(f"{one.specialty} {say(one.says, language)}")),
        tag("p", ids),
        *witnesses,
    )


def as_sarif(check: PolicyCheck, language: Language) -> str:
    """Return *check* in the Static Analysis Results Interchange Format, which editors and CI systems show."""
    results = [
        {
            "ruleId": one.code,
            "level": _SARIF_LEVELS[one.severity],
            "message": {"text": say(one.says, language)},
            "partialFingerprints": {"key": one.key},
            "locations": [
                {
                    "logicalLocations": [
                        {"name": clause, "fullyQualifiedName": clause} for clause in one.clauses
                    ]
                }
            ],
        }
        for one in check.findings
    ]
    rules = [
        {
            "id": code,
            "shortDescription": {"text": KINDS[code].title.in_language(language)},
            "fullDescription": {"text": KINDS[code].why.in_language(language)},
        }
        for code in by_code(check)
    ]
    driver = {"name": "zhicheng", "version": __version__, "rules": rules}
    log = {
        "$schema": _SARIF_SCHEMA,
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": results}],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)
