"""The report for the drafters: findings on the published text, with what could be changed."""

from collections.abc import Mapping
from typing import Final

from reasoner.model.policy_check import FindingEntry, PolicyCheck
from reasoner.policy.kinds_of_finding import KINDS
from reasoner.report.markdown import pipe_table, plain
from reasoner.report.policy_check import as_yaml, by_code, witness_heading

_HEADS: Final = ("专业", "条款", "发现", "示例", "可以怎样改")
_NOTE: Final = (
    "本页由 make rulebook 生成；“可以怎样改”一栏手写在 docs/findings.yaml。"
    "单项发现的完整示例材料：zhicheng policy check --format md。"
)


def _places(one: FindingEntry, anchors: Mapping[str, str]) -> str:
    """Return where the finding is about: each clause once, with a link to the rule book if it stands there."""
    linked = [f"[{plain(name)}]({anchors[name]})" for name in one.clauses if name in anchors]
    return "<br>".join((plain("、".join(one.cites)), *linked))


def findings_page(check: PolicyCheck, advice: Mapping[str, str], anchors: Mapping[str, str]) -> str:
    """Return the page: a table a kind of finding, the gravest first.

    *advice* is written by hand, by code or key; *anchors* are the addresses of clauses in the rule book.
    """
    lines = ["# 对现行文件的检查发现", "", _NOTE, ""]
    for code, some in by_code(check).items():
        lines += [f"## {code} {some[0].title.zh}", "", KINDS[code].why.zh, ""]
        lines += pipe_table(
            _HEADS,
            (
                (
                    one.specialty,
                    _places(one, anchors),
                    plain(one.says.zh),
                    plain(witness_heading(one.witnesses[0], "zh")) if one.witnesses else "",
                    plain(advice.get(one.key, advice.get(code, ""))),
                )
                for one in some
            ),
        )
        shown = next((one for one in some if one.witnesses), None)
        if shown is not None:
            lines += ["", f"示例材料（{plain(shown.says.zh)}）", ""]
            for witness in shown.witnesses:
                lines += [f"{plain(witness_heading(witness, 'zh'))}", "", "```yaml"]
                lines += [*as_yaml(witness.dossier).splitlines(), "```", ""]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"
