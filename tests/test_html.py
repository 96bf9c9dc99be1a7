"""The page: well formed, complete in itself, and safe whatever a dossier holds."""

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from reasoner.assess import assess_many, prepare
from reasoner.errors import Language
from reasoner.evaluate import rule_book
from reasoner.model.assessment import Assessment, Contradiction, RecordRef
from reasoner.model.dossier import Dossier
from reasoner.report.html import assessments_as_html
from reasoner.report.nodes import below

SCRIPT = "<script>alert(1)</script>"
HANDLER = '" onmouseover="alert(2)" x="'
MARKUP = "| * _ ` & </section><style>*{display:none}</style> &lt;b&gt;"
HOSTILE = (SCRIPT, HANDLER, MARKUP)
EMPTY = {"meta"}
HEADINGS = ("h1", "h2", "h3", "h4")
LANGUAGES: list[Language] = ["zh", "en"]

PATENT = {
    "类别": "专利",
    "编号": HANDLER,
    "名称": SCRIPT,
    "所属专业": ["物联网"],
    "专利种类": "国家发明专利",
    "状态": "已授权",
    "排名": 2,
    "日期": "2024-05-01",
    "佐证材料": ["专利证书"],
}
STANDARD = {
    "类别": "标准",
    "编号": "标准-1",
    "名称": MARKUP,
    "所属专业": ["物联网"],
    "标准级别": "团体标准",
    "状态": "已颁布实施",
    "排名": 1,
    "日期": "2024-05-01",
    "佐证材料": ["标准文本"],
}


def dossier(name: str, **sections: object) -> Dossier:
    """Return a dossier that tells little: most clauses stay undetermined."""
    return Dossier.model_validate(
        {
            "格式": "zhicheng.dossier/1",
            "申报人": {"编号": MARKUP, "姓名": name},
            "工作单位": {"名称": SCRIPT, "单位性质": "企业"},
            "聘任": [],
            "业绩成果": [PATENT, STANDARD],
            "认定": [
                {
                    "条款": "iot.senior.4",
                    "结论": "否",
                    "认定人": SCRIPT,
                    "日期": "2026-07-20",
                    "依据": HANDLER,
                }
            ],
            **sections,
        }
    )


@pytest.fixture(scope="module")
def answers() -> list[Assessment]:
    """Return the assessments of three candidates, one with misconduct, with official words."""
    item = f"官方文字 {SCRIPT}\n{MARKUP}"
    words = {"iot.senior.12": "条文", "iot.senior.12.2": item, "iot.senior.12.2.b": item}
    found = assess_many(
        [
            dossier(SCRIPT),
            dossier(HANDLER, 申报路径="7.2"),
            dossier(MARKUP, 违规行为=[{"违规种类": "虚假材料", "名称": SCRIPT}]),
        ],
        official_words=words,
    )
    record = RecordRef("patent", "achievements", 1, HANDLER, SCRIPT)
    contradiction = Contradiction(record, "level", "grade")
    return [replace(one, contradictions=(contradiction,)) for one in found]


def page(answers: list[Assessment], language: Language = "zh") -> str:
    """Return the page for *answers*."""
    return assessments_as_html(answers, rule_book(prepare("iot.senior")[0]), language)


@dataclass
class Element:
    """An element of the page."""

    name: str
    attributes: dict[str, str | None]
    text: str = ""
    parents: tuple["Element", ...] = field(default=(), repr=False)


class Reader(HTMLParser):
    """Reads a page and fails where a tag is not closed in its turn."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        assert len(dict(attrs)) == len(attrs), f"an attribute of <{tag}> stands twice"
        self.elements.append(Element(tag, dict(attrs), parents=tuple(self._open)))
        if tag not in EMPTY:
            self._open.append(self.elements[-1])

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        assert self._open.pop().name == tag

    def handle_data(self, data: str) -> None:
        """Give the text to every open element."""
        for element in self._open:
            element.text += data

    def close(self) -> None:
        """Check that nothing is open."""
        super().close()
        assert not self._open


def read(text: str) -> list[Element]:
    """Return the elements of a page, which must be well formed."""
    reader = Reader()
    reader.feed(text)
    reader.close()
    return reader.elements


def attributes(elements: list[Element], name: str) -> Iterator[str]:
    """Yield the values of one attribute."""
    return (one.attributes[name] or "" for one in elements if name in one.attributes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_a_user_wrote_is_markup(answers: list[Assessment], language: Language) -> None:
    """Tags are balanced, there is no script, and no attribute that we do not write."""
    elements = read(page(answers, language))

    assert {one.name for one in elements}.isdisjoint({"script", "img", "iframe", "object", "link"})
    assert Counter(one.name for one in elements)["style"] == 1
    assert {name for one in elements for name in one.attributes} <= {
        *("charset", "http-equiv", "content", "name", "lang", "class", "id", "href", "title"),
        *("role", "aria-label", "scope", "rowspan", "colspan", "open"),
    }


@pytest.mark.parametrize("told", HOSTILE)
def test_what_a_user_wrote_is_shown_as_written(answers: list[Assessment], told: str) -> None:
    """Names, ids, determinations and official words come out whole, and only escaped."""
    text = page(answers)

    assert told in next(one.text for one in read(text) if one.name == "main")
    assert html.escape(told) in text
    assert SCRIPT not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_is_complete_in_itself(answers: list[Assessment], language: Language) -> None:
    """Nothing points out of the page, and the policy forbids to load or run anything."""
    text = page(answers, language)
    elements = read(text)
    policies = [
        one.attributes["content"]
        for one in elements
        if one.attributes.get("http-equiv") == "Content-Security-Policy"
    ]

    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]
    assert not re.search(r"https?:|//|url\(|@import", text)
    assert all(target.startswith("#") for target in attributes(elements, "href"))
    assert elements[0].attributes["lang"] == {"zh": "zh-CN", "en": "en"}[language]
    assert next(attributes(elements, "charset")) == "utf-8"


def test_every_link_has_its_anchor_and_no_anchor_stands_twice(answers: list[Assessment]) -> None:
    """Anchors are clause ids behind the number of the candidate."""
    elements = read(page(answers))
    anchors = Counter(attributes(elements, "id"))

    assert set(anchors.values()) == {1}
    assert {target.removeprefix("#") for target in attributes(elements, "href")} <= set(anchors)
    assert {"c1", "c1-iot.senior", "c2-iot.senior.7.2", "c3-iot.senior.17.b"} <= set(anchors)


def test_headings_are_in_order(answers: list[Assessment]) -> None:
    """There is one main heading, and no level is left out on the way down."""
    levels = [int(one.name[1]) for one in read(page(answers)) if one.name in HEADINGS]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_table_of_contents_is_for_several(answers: list[Assessment]) -> None:
    """Several candidates are listed with links to their sections; one alone is not."""
    several, alone = read(page(answers)), read(page(answers[:1]))
    links = [
        one for one in several if one.name == "a" and any(p.name == "nav" for p in one.parents)
    ]

    assert [link.attributes["href"] for link in links] == ["#c1", "#c2", "#c3"]
    assert not any(one.name == "nav" for one in alone)


def test_matrix_shows_every_route_article_and_item(answers: list[Assessment]) -> None:
    """Each cell has its mark, its place in the law, and a link to the clause below."""
    answer = answers[0]
    elements = read(page(answers[:1]))
    cells = {
        (one.attributes["href"] or "").removeprefix("#c1-"): one.text
        for one in elements
        if one.name == "a" and one.parents[-1].attributes.get("class", "") in CELLS
    }
    items = next(part for part in answer.tree.parts if part.form == "at_least").parts
    shown = {route.clause for route in answer.routes} | {
        node.id for node in (*answer.tree.parts, *items)
    }
    marks = {"met": "√", "unmet": "×", "undetermined": "？"}
    statuses = {node.id: node for node in below(answer.tree)}

    assert set(cells) == shown
    for clause, text in cells.items():
        assert text.startswith(f"{marks[statuses[clause].status]} {statuses[clause].cite}")


CELLS = ("cell met", "cell unmet", "cell undetermined")


def test_marks_say_what_they_mean(answers: list[Assessment]) -> None:
    """A mark is never alone: whoever hears the page hears the word."""
    marks = [
        one for one in read(page(answers)) if (one.attributes.get("class") or "").startswith("mark")
    ]

    assert {(one.text, one.attributes["aria-label"]) for one in marks} == {
        ("√", "符合"),
        ("×", "不符合"),
        ("？", "待定"),
    }
    assert {one.attributes["role"] for one in marks} == {"img"}


def test_what_holds_is_folded_and_what_does_not_is_unfolded(answers: list[Assessment]) -> None:
    """On the way from the top, clauses that hold are closed; the declared route is open."""
    answer = answers[1]
    details = {
        one.attributes.get("id"): "open" in one.attributes
        for one in read(page(answers))
        if one.name == "details"
    }
    met = [f"c2-{node.id}" for node in below(answer.tree) if node.status == "met"]

    assert not any(details.get(anchor) for anchor in met)
    assert details["c2-iot.senior"]
    assert details["c2-iot.senior.7.2"]
    assert not details["c2-iot.senior.7.1"]


def test_near_miss_is_shown_with_both_numbers(answers: list[Assessment]) -> None:
    """A second inventor of a patent that must be the first one's reads: told 2, at most 1."""
    rows = [
        " ".join(one.text.split())
        for one in read(page(answers[:1]))
        if one.name == "tr"
        and any(p.attributes.get("id") == "c1-iot.senior.12.2.b" for p in one.parents)
    ]

    assert any("× 排名" in row and "2须不大于 1" in row for row in rows)


def test_official_words_are_quoted_once(answers: list[Assessment]) -> None:
    """They stand in a block quote, and not again in a part that has the same words."""
    quotes = [one for one in read(page(answers[:1])) if one.name == "blockquote"]

    assert [quote.parents[-1].attributes["id"] for quote in quotes] == [
        "c1-iot.senior.12",
        "c1-iot.senior.12.2",
    ]
