"""The official words beside each clause, from the user's copy of the document."""

from pathlib import Path

import pytest

from reasoner.assess import prepare
from reasoner.errors import InputError
from reasoner.evaluate import rule_book
from reasoner.rule_book import RuleBook
from reasoner.source_text import read_source

# Not the official text: only its shape, with the slips of a machine that has read it from paper.
DOCUMENT = """
甲通知

浙江省物联网专业高级工程师职务任职资格 评价条件（试行）

目录一行

浙江省物联网专业高级工程师职务任职资格 评价条件（试行）

第一章 总则

第二条 甲乙丙
丁戊。

（一）己

第三章 评审条件

第十二条 庚辛

(二) 壬 癸

续行。

附 1

附表第七条
"""


NOTICE = """
甲协会文件

浙江省机械工业联合会关于开展2026年度 机电制造专业高级工程师职务任职资格
评审工作的通知

一、甲

乙。

二、丙

(一) 丁

（二）戊

附件

1. 己

附件 1

庚

附件 2

辛

1. 壬

10、癸

续行
"""


@pytest.fixture(scope="module")
def book() -> RuleBook:
    """Return the rule book of 物联网."""
    return rule_book(prepare("iot.senior")[0])


def read(text: str, book: RuleBook, tmp_path: Path) -> dict[str, str]:
    """Return the words that are found in *text*."""
    path = tmp_path / "document.txt"
    path.write_text(text, encoding="utf-8")
    return read_source(path, book, "iot")


def test_articles_and_items_are_found_over_line_ends(book: RuleBook, tmp_path: Path) -> None:
    """An article's head and an item are joined over lines, whatever brackets and blanks they have."""
    words = read(DOCUMENT, book, tmp_path)

    assert words["iot.senior.2.a"] == "第二条甲乙丙丁戊。"
    assert words["iot.senior.2.b"] == "（一）己"
    assert words["iot.senior.12"] == "第十二条庚辛"
    assert words["iot.senior.12.2.a"] == words["iot.senior.12.2"] == "(二)壬癸续行。"


def test_clauses_that_the_document_lacks_have_no_words(book: RuleBook, tmp_path: Path) -> None:
    """Nothing is shown for a clause that is not there, and the tables after the articles are no articles."""
    words = read(DOCUMENT, book, tmp_path)

    assert "iot.senior.7" not in words
    assert "iot.senior.12.5" not in words


def test_another_document_is_refused(book: RuleBook, tmp_path: Path) -> None:
    """A file without the conditions of the specialty is refused, and the message names what is looked for."""
    with pytest.raises(InputError) as refusal:
        read("第七条 别的文件", book, tmp_path)

    assert "document.txt" in refusal.value.in_language("zh")
    assert "物联网专业高级工程师" in refusal.value.in_language("zh")


def test_file_of_another_kind_is_refused(book: RuleBook, tmp_path: Path) -> None:
    """The document is plain text; a Word file is refused with what is accepted."""
    path = tmp_path / "document.docx"
    path.write_bytes(b"PK")

    with pytest.raises(InputError, match=r"\.txt"):
        read_source(path, book, "iot")


def test_a_notice_is_read_by_sections_annexes_and_items(tmp_path: Path) -> None:
    """A notice has no articles: its sections, the items below them and the items of its annexes have words."""
    path = tmp_path / "notice.txt"
    path.write_text(NOTICE, "utf-8")

    words = read_source(path, rule_book(prepare("mech.senior")[0]), "mech")

    assert words["mech.senior.1.a"] == "一、甲乙。"
    assert words["mech.senior.2.1.a"] == "(一)丁"
    assert words["mech.senior.2.1"] == "(一)丁\n（二）戊"
    assert words["mech.senior.A1.a"] == "附件1庚"
    assert words["mech.senior.A2.1.a"] == "1.壬"
    assert words["mech.senior.A2.10.a"] == "10、癸续行"
    assert "mech.senior.A2.3.b" not in words
