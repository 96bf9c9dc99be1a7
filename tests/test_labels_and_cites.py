"""What clauses are called, and where they say that they stand in the text."""

import re
from collections.abc import Mapping
from typing import Final

from tests.encodings import anywhere, column

_NUMBER: Final = "[一二三四五六七八九十]+"
_ITEMS: Final = rf"(?:\({_NUMBER}\))*\d*"
_CITE: Final = re.compile(
    rf"第{_NUMBER}条{_ITEMS}(?:至\({_NUMBER}\))?"
    rf"|第{_NUMBER}至{_NUMBER}条"
    rf"|(?:实施方案 )?{_NUMBER}{_ITEMS}"
    r"|附\d(?: 注\d)?"
    r"|附件\d(?: 第\d+项)?"
)
# After "、" an item alone is one of the article named before.
_OF_THE_SAME_ARTICLE: Final = re.compile(rf"(?:\({_NUMBER}\))+\d*")
# Cites of another form, and what they name.
OTHER_CITES: Final[Mapping[str, str]] = {
    "评价条件": "the conditions as a whole",
    "通知": "the notice as a whole",
    "总则": "no passage: a way to read all of them",
}
LONGEST_LABEL: Final = 40
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")

CITES_AT: Final = (
    ("clause", 4, 1),
    ("not_encoded", 4, 1),
    ("reading_question", 4, 1),
    ("table", 6, 3),
)
LABELS_AT: Final = (
    ("clause", 4, 2),
    ("reading_option", 4, 2),
    ("reading_question", 4, 2),
    ("window", 4, 2),
    ("track", 5, 3),
    ("table", 6, 4),
    ("derived_attribute", 4, 2),
    ("score_table", 5, 3),
    ("category", 4, 2),
    ("group", 4, 2),
    ("block", 4, 2),
    ("row", 4, 2),
)


def test_cites_are_well_formed() -> None:
    """A cite names articles with their items, or an annex."""
    for place in CITES_AT:
        for cite in column(*place):
            first, *others = str(cite).split("、")
            assert _CITE.fullmatch(first) or first in OTHER_CITES, cite
            for one in others:
                assert _CITE.fullmatch(one) or _OF_THE_SAME_ARTICLE.fullmatch(one), cite


def test_labels_are_short_and_in_both_languages() -> None:
    """Labels are our own short words, and an English one has no Chinese in it but the names of annexes."""
    for name, arity, place in LABELS_AT:
        for atom in anywhere(name, arity):
            zh, en = str(atom[place]), str(atom[place + 1])
            assert zh.strip() == zh != ""
            assert en.strip() == en != ""
            assert len(zh) <= LONGEST_LABEL, zh
            assert not _CHINESE.search(re.sub(r"附\d", "", en)), en
