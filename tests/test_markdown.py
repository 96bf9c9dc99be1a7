"""The report in Markdown: its parts, and that nothing a user wrote has a meaning in it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reasoner.assess import assess, prepare
from reasoner.errors import Language
from reasoner.evaluate import rule_book
from reasoner.model.assessment import Assessment, Contradiction, RecordRef
from reasoner.model.dossier import Dossier
from reasoner.report.markdown import assessments_as_markdown

SCRIPT = "<script>alert(1)</script>"
EMPHASIS = "a|b *c* _d_ **e** ~~f~~ `g` \\| &lt; $x$ #"
LINK = "![x](y) [z](javascript:1) <https://example.org>"
BLOCK = "# 1. - > + ="
HOSTILE = (SCRIPT, EMPHASIS, LINK, BLOCK)
LANGUAGES: list[Language] = ["zh", "en"]
# What we write ourselves; anything else would come from a name.
BLOCKS = {"heading", "paragraph", "bullet_list", "list_item", "blockquote", "hr", "inline"}
TABLES = {"table", "thead", "tbody", "tr", "th", "td"}
INLINES = {"text", "softbreak", "code_inline", "strong", "text_special"}


def dossier() -> Dossier:
    """Return a dossier that is full of signs with a meaning in Markdown."""
    patent = {
        "类别": "专利",
        "所属专业": ["物联网"],
        "专利种类": "国家发明专利",
        "状态": "已授权",
        "日期": "2024-05-01",
        "佐证材料": ["专利证书"],
    }
    told = {"结论": "否", "认定人": SCRIPT, "日期": "2026-07-20", "依据": EMPHASIS}
    return Dossier.model_validate(
        {
            "格式": "zhicheng.dossier/1",
            "申报人": {"编号": EMPHASIS, "姓名": SCRIPT},
            "申报路径": "7.2",
            "工作单位": {"名称": LINK, "单位性质": "企业"},
            "聘任": [],
            "业绩成果": [
                {**patent, "编号": LINK, "名称": EMPHASIS, "排名": 3, "状态": "已申请"},
                {**patent, "编号": BLOCK, "名称": SCRIPT, "排名": 2},
            ],
            "认定": [
                {"条款": "iot.senior.4", **told},
                {"记录编号": BLOCK, "认定事项": "产生实际经济效益", **told, "结论": "是"},
            ],
        }
    )


@pytest.fixture(scope="module")
def answer() -> Assessment:
    """Return the assessment of the hostile dossier, with hostile official words too."""
    words = {"iot.senior.12": f"{BLOCK}\n{SCRIPT}\n{EMPHASIS}", "iot.senior.12.2": LINK}
    found = assess(dossier(), official_words=words)
    record = RecordRef("patent", "achievements", 1, BLOCK, LINK)
    return replace(found, contradictions=(Contradiction(record, "level", "grade"),))


def report(answers: list[Assessment], language: Language = "zh") -> str:
    """Return the report on *answers*."""
    return assessments_as_markdown(answers, rule_book(prepare("iot.senior")[0]), language)


def tokens(text: str) -> list[Token]:
    """Return what a reader of Markdown with tables and strikethrough makes of *text*."""
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)


def inlines(found: list[Token]) -> Iterator[Token]:
    """Yield the tokens within lines."""
    for token in found:
        yield from token.children or ()


def kind(token: Token) -> str:
    """Return the kind of a token, opening and closing ones alike."""
    return token.type.removesuffix("_open").removesuffix("_close")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_a_user_wrote_is_markup(answer: Assessment, language: Language) -> None:
    """There is no HTML, link, image, emphasis or block but those of the report."""
    found = tokens(report([answer], language))

    assert {kind(token) for token in found} <= BLOCKS | TABLES
    assert {kind(token) for token in inlines(found)} <= INLINES


@pytest.mark.parametrize("told", HOSTILE)
def test_what_a_user_wrote_is_shown_as_written(answer: Assessment, told: str) -> None:
    """A reader of the report sees every sign of it."""
    lines = (
        "".join(one.content for one in line.children or ()) for line in tokens(report([answer]))
    )

    assert any(told in line for line in lines)


def test_tables_keep_their_columns(answer: Assessment) -> None:
    """A bar in a name opens no column: every row has as many cells as the head of its table."""
    widths: list[int] = []
    for token in tokens(report([answer])):
        if token.type == "tr_open":
            widths.append(0)
        elif token.type in ("th_open", "td_open"):
            widths[-1] += 1

    assert set(widths) == {3, 4}
    for line in report([answer]).splitlines():
        if line.startswith("|"):
            assert line.replace("\\|", "").count("|") - 1 in (3, 4)


def test_line_breaks_in_a_text_do_not_break_the_report(answer: Assessment) -> None:
    """Official words of several lines stay within their quote, each on a line."""
    quoted = [
        line.strip() for line in report([answer]).splitlines() if line.strip().startswith(">")
    ]

    assert len(quoted) == 4
    assert tokens("\n".join(quoted[:3]))[0].type == "blockquote_open"


@pytest.mark.parametrize("language", LANGUAGES)
def test_report_has_its_parts_in_order(answer: Assessment, language: Language) -> None:
    """One title with the candidate, then the parts; an empty part has no heading."""
    found = tokens(report([answer], language))
    headings = [
        (token.tag, found[place + 1].content)
        for place, token in enumerate(found)
        if token.type == "heading_open"
    ]
    parts = {
        "zh": [
            "路径矩阵",
            "待补事实",
            "材料与定义不一致之处",
            "逐条依据",
            "另需注意",
            "成果的使用",
            "分类",
            "判定所据",
        ],
        "en": [
            "Path matrix",
            "Facts that are not told",
            "What a definition denies",
            "Clause by clause",
            "Beside the conditions",
            "Use of achievements",
            "Classes",
            "What this rests on",
        ],
    }[language]

    assert [level for level, _ in headings] == ["h1"] + ["h2"] * (len(headings) - 1)
    shown = [text for _, text in headings if text in parts]
    assert shown == [part for part in parts if part in shown]
    assert {parts[0], parts[2], parts[3], parts[-1]} <= set(shown)


def test_matrix_has_a_row_for_every_route_article_and_item(answer: Assessment) -> None:
    """Each row has the place in the law and the mark; the declared route says so."""
    rows = [line for line in report([answer]).splitlines() if line.startswith("| 第")]
    items = next(part for part in answer.tree.parts if part.form == "at_least").parts

    assert len(rows) == len(answer.routes) + len(answer.tree.parts) + len(items) + 1
    assert sum("申报人选择" in row for row in rows) == 1


def test_near_misses_come_first_with_both_numbers(answer: Assessment) -> None:
    """Of two patents that fail by their rank, the one that is granted comes before the other."""
    lines = [line.strip() for line in report([answer]).splitlines()]
    second = next(place for place, line in enumerate(lines) if "排名：2；须不大于 1" in line)
    third = next(place for place, line in enumerate(lines) if "排名：3；须不大于 1" in line)

    assert second < third
    assert lines[second].startswith("- × ")


def test_several_reports_follow_one_another(answer: Assessment) -> None:
    """Two candidates give two titles, parted by a line."""
    found = [token.type for token in tokens(report([answer, answer]))]

    assert found.count("hr") == 1
    assert report([answer, answer]) == "\n\n---\n\n".join([report([answer])] * 2)
