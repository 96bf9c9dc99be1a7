"""What a scoring table says, in words by which tables can be compared."""

from collections.abc import Hashable, Iterator
from typing import Final

from reasoner.model.assessment import Label
from reasoner.model.vocabulary import kind_label, word_label
from reasoner.policy.rule_facts import RuleFacts
from reasoner.policy.score_rules import TENTHS, ScoreRules, points, score_rules
from reasoner.scoring.table import Row

# Key and name of the matter, what it is compared by, and the phrase.
Said = tuple[str, Label, Hashable, Label]
_LEVELS: Final = ("category", "group")


def score_phrases(rules: RuleFacts, track: str) -> Iterator[Said]:
    """Yield the maxima, the coefficients and the rows of the scoring table of *track*, if it has one."""
    scoring = score_rules(rules)
    if scoring is None or scoring.table.track != track:
        return
    for box in scoring.table.boxes.values():
        if box.level in _LEVELS and box.maximum is not None:
            yield (
                f"{box.level} {box.label.zh}",
                Label(f"{box.label.zh}：最高分值", f"{box.label.en}: maximum"),
                box.maximum,
                Label(f"{box.maximum}分", f"{box.maximum} points"),
            )
    yield from _coefficients(scoring)
    for row in scoring.table.rows.values():
        yield _row(scoring, row)


def _coefficients(scoring: ScoreRules) -> Iterator[Said]:
    for name, steps in scoring.coefficients.items():
        said = "，".join(f"{rank} → {points(tenths * TENTHS)}" for rank, tenths in steps.items())
        yield (
            f"coefficient {name}",
            Label("排名系数（自该排名起）", "coefficient of the rank, from a rank on"),
            said,
            Label(said, said.replace("，", ", ")),
        )
    for box, role, tenths in scoring.rules.rows("without_proof", 3):
        label = word_label("role", str(role))
        known = scoring.table.boxes.get(str(box))
        about = known.label if known else scoring.table.rows[str(box)].label
        value = points(int(tenths) * TENTHS)
        yield (
            f"without_proof {role}",
            Label(f"没有排名证明：{label.zh}", f"without proof of rank: {label.en}"),
            tenths,
            Label(f"{about.zh} {value}", f"{about.en} {value}"),
        )


def _row(scoring: ScoreRules, row: Row) -> Said:
    boxes = scoring.table.boxes
    group, block = boxes[scoring.group(row)], boxes[row.block]
    # Tables differ in how they group their rows, so a row is known by what it counts.
    kind = kind_label(next(leaf for leaf in scoring.leaves(row)).kinds[0])
    worth = points(row.worth)
    caps = tuple(one.maximum for one in (block, group) if one.maximum is not None)
    limits = Label(
        "，上限 " + " / ".join(map(str, caps)) if caps else "",
        ", up to " + " / ".join(map(str, caps)) if caps else "",
    )
    times = Label(" × 系数", " × coefficient") if row.by_rank else Label("", "")
    name = scoring.name(row)
    return (
        f"row {kind.en} {row.label.zh}",
        Label(f"{kind.zh}：{row.label.zh}", f"{kind.en}: {row.label.en}"),
        (row.worth, row.by_rank, caps, row.form),
        Label(f"{name.zh} {worth}{times.zh}{limits.zh}", f"{name.en} {worth}{times.en}{limits.en}"),
    )
