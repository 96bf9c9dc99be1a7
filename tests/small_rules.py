"""Small made-up rules, laid out as the shipped ones are."""

import shutil
from pathlib import Path
from typing import Final

from reasoner.catalog import RuleSet, shipped_rules
from reasoner.policy.foreign_rules import foreign_rules

TRACK: Final = "toy.senior"
NOTICE: Final = """格式: zhicheng.notice/1
名称: 2026年度
依据: 虚构
业绩截止日: 2026-08-09
任职截止日: 2026-12-31
考核年度: [2025]
继续教育年度: [2026]
"""


def small_rules(folder: Path, chapter: str) -> RuleSet:
    """Return rules in *folder*: the shipped kernel, and one specialty of one *chapter*."""
    shutil.copytree(shipped_rules().root / "core", folder / "core")
    place = folder / "regulations" / "made_up" / "toy"
    place.mkdir(parents=True)
    (place / "chapter.lp").write_text(chapter, encoding="utf-8")
    notices = folder / "notices" / "made_up"
    notices.mkdir(parents=True)
    (notices / "2026.yaml").write_text(NOTICE, encoding="utf-8")
    return foreign_rules(folder)
