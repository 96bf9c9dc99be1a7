"""The words and marks that every report uses."""

from reasoner.errors import Text

MARKS = {"met": "√", "unmet": "×", "undetermined": "？", "passed": "√", "failed": "×", "open": "？"}
STATUS_OF = {"eligible": "met", "ineligible": "unmet", "undetermined": "undetermined"}

HEADINGS = {
    "declared": Text("选择的路径", "Route declared"),
    "matrix": Text("路径矩阵", "Path matrix"),
    "routes": Text("申报路径", "Routes"),
    "articles": Text("各条", "Articles"),
    "missing": Text("待补事实", "Facts that are not told"),
    "awaited": Text("待认定事项", "Determinations that are not given"),
    "materials": Text("申报材料清单", "List of materials"),
    "contradictions": Text("材料与定义不一致之处", "What a definition denies"),
    "tree": Text("逐条依据", "Clause by clause"),
    "beside": Text("另需注意", "Beside the conditions"),
    "achievements": Text("成果的使用", "Use of achievements"),
    "shared": Text("一项成果用于多处", "Records counted by several items"),
    "readings": Text(
        "起作用的读法（另一读法会改变结果）",
        "Readings that matter (a rival would change something)",
    ),
    "classes": Text("分类", "Classes"),
    "basis": Text("判定所据", "What this rests on"),
}
LEGEND = Text(
    "√ 符合　× 不符合　？ 待定　k/n：n 部分中符合 k 部分，k–m 为至少 k、至多 m",
    "√ met · × unmet · ？ undetermined · k/n: k of n parts are met; k–m: at least k, at most m",
)
NO_SUCH_RECORD = Text("没有这类记录", "no such record")
DECLARED = Text("申报人选择", "declared")
ADVICE = Text(
    "本结论供评审参考，由评审机构作出决定。", "This answer advises; the review body decides."
)
