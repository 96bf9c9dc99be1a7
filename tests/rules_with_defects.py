"""Small made-up rules into which defects are put, laid out as the shipped ones are."""

import re
import shutil
from pathlib import Path
from typing import Final

from reasoner.catalog import RuleSet, shipped_rules

SPECIALTY: Final = "iot"
_REGULATION = "zj_2025_366"

# A title with one article on landmarks and one on performance, both with the window of the last five years.
SOUND: Final = """\
track("iot.senior", iot, senior, "示例", "example").
clause("iot.senior", "总", "示例", "example").
all_of("iot.senior").
part("iot.senior", ("iot.senior.1"; "iot.senior.2")).
clause("iot.senior.1", "第一条", "标志性成果", "landmarks").
at_least("iot.senior.1", 1).
part("iot.senior.1", "iot.senior.1.1").
route("iot.senior", "iot.senior.1.1").
clause("iot.senior.1.1", "第一条(一)", "奖项", "award").
counts("iot.senior.1.1", award, 1).
where("iot.senior.1.1", level, at_least, provincial).
where("iot.senior.1.1", rank, at_most, 3).
clause("iot.senior.2", "第二条", "业绩", "performance").
at_least("iot.senior.2", 1).
part("iot.senior.2", ("iot.senior.2.1"; "iot.senior.2.2")).
clause("iot.senior.2.1", "第二条(一)", "奖项", "award").
counts("iot.senior.2.1", award, 1).
where("iot.senior.2.1", level, at_least, municipal).
where("iot.senior.2.1", rank, at_most, 5).
clause("iot.senior.2.2", "第二条(二)", "专利", "patent").
counts("iot.senior.2.2", patent, 1).
where("iot.senior.2.2", patent_type, is, invention).
window("iot.five_years", achievements, "近五年", "the last five years").
window_years("iot.five_years", 5).
where(C, date, within, "iot.five_years") :- counts(C, (award; patent), 1).
achievement_kind(award; patent; paper).
point_kind(award; patent; paper).
order(level, county, 1). order(level, municipal, 2). order(level, provincial, 3). order(level, national, 4).
expert_question(renowned).
reading_question("A001", "第一条", "五年从何日起", "where the five years begin").
reading_option("A001", rolling, "自截止日回溯", "back from the cut-off").
default("A001", rolling).
"""

# A scoring table of one category with two groups; the steps of the first are those of a scale.
SCORING: Final = """\
score_table("iot.app.1", "iot.senior", "附1", "赋分标准", "scoring table").
maximum("iot.app.1", 30).
category("iot.app.1.1", "iot.app.1", "业绩", "performance").
maximum("iot.app.1.1", 30).
group("iot.app.1.1.1", "iot.app.1.1", "获奖", "awards").
maximum("iot.app.1.1.1", 20).
group("iot.app.1.1.2", "iot.app.1.1", "专利", "patents").
maximum("iot.app.1.1.2", 10).
block("iot.app.1.1.1.1", "iot.app.1.1.1", "科技奖", "science awards").
maximum("iot.app.1.1.1.1", 20).
steps("iot.app.1.1.1.1").
by_rank("iot.app.1.1.1.1", rank).
coefficient_tenths(rank, 1, 10).
coefficient_tenths(rank, 4, 5).
row("iot.app.1.1.1.1.1", "iot.app.1.1.1.1", "省级", "provincial").
worth_tenths("iot.app.1.1.1.1.1", 200).
where("iot.app.1.1.1.1.1", level, at_least, provincial).
row("iot.app.1.1.1.1.2", "iot.app.1.1.1.1", "市级", "municipal").
worth_tenths("iot.app.1.1.1.1.2", 100).
where("iot.app.1.1.1.1.2", level, at_least, municipal).
each(R, award) :- row(R, "iot.app.1.1.1.1", _, _).
block("iot.app.1.1.2.1", "iot.app.1.1.2", "发明", "inventions").
maximum("iot.app.1.1.2.1", 10).
row("iot.app.1.1.2.1.1", "iot.app.1.1.2.1", "发明专利", "invention").
worth_tenths("iot.app.1.1.2.1.1", 50).
where("iot.app.1.1.2.1.1", patent_type, is, invention).
each("iot.app.1.1.2.1.1", patent).
"""


def rules_with(
    folder: Path,
    more: str = "",
    *,
    without: str = "",
    scoring: str | None = None,
    specialty: str = SPECIALTY,
) -> RuleSet:
    """Return the sound rules in *folder*, without the lines *without* and with the statements *more*.

    *scoring* is a scoring table beside them, *specialty* another name for theirs.
    """
    shipped = shipped_rules().root
    for part in ("core", "questions", f"notices/{_REGULATION}"):
        shutil.copytree(shipped / part, folder / part)
    place = folder / "regulations" / _REGULATION / specialty
    place.mkdir(parents=True)
    left = [line for line in SOUND.splitlines() if line not in without.splitlines()]
    rules = re.sub(rf"\b{SPECIALTY}\b", specialty, "\n".join([*left, more, ""]))
    (place / "rules.lp").write_text(rules, encoding="utf-8")
    if scoring is not None:
        (place / "scoring.lp").write_text(scoring, encoding="utf-8")
        (place / "scoring_attributes.lp").write_text("", encoding="utf-8")
    return RuleSet(folder)
