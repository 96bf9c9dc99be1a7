"""The list of materials: which items are asked of a candidate, and which are there."""

import json
from functools import cache

import pytest

from reasoner.assess import assess, prepare
from reasoner.catalog import shipped_rules
from reasoner.evaluate import rule_book
from reasoner.intake.dossier import dossier_from_text, read_dossier, read_notice
from reasoner.model.assessment import Assessment, Material
from reasoner.report.html import assessments_as_html
from reasoner.report.json import as_json
from reasoner.report.markdown import assessments_as_markdown
from tests.golden import ROOT

TRACK = "mech.senior"

# What 附件2 asks of each example, judged by hand: item, whether it applies, whether it is there.
JUDGED = {
    "mech_self_score": {
        "1": ("yes", "yes"),
        "2": ("yes", "yes"),
        "3": ("yes", "untold"),
        "4": ("yes", "yes"),
        "5": ("yes", "yes"),
        "6": ("yes", "yes"),
        "7": ("yes", "yes"),
        "8": ("yes", "no"),
        "9": ("no", None),
        "10": ("yes", "yes"),
        "11": ("no", None),
        "12": ("yes", "no"),
        "13": ("yes", "yes"),
        "14": ("yes", "yes"),
        "15": ("yes", "yes"),
    },
    "mech_awaiting_determinations": {
        "1": ("yes", "no"),
        "2": ("yes", "no"),
        "3": ("yes", "yes"),
        "4": ("yes", "yes"),
        "5": ("yes", "yes"),
        "6": ("yes", "untold"),
        "7": ("yes", "no"),
        "8": ("yes", "no"),
        "9": ("yes", "untold"),
        "10": ("yes", "no"),
        "11": ("yes", "yes"),
        "12": ("no", None),
        "13": ("yes", "untold"),
        "14": ("yes", "yes"),
        "15": ("yes", "untold"),
    },
    "mech_near_miss": {
        "1": ("yes", "untold"),
        "2": ("no", None),
        "3": ("no", None),
        "4": ("yes", "untold"),
        "5": ("yes", "untold"),
        "6": ("yes", "untold"),
        "7": ("yes", "no"),
        "8": ("no", None),
        "9": ("no", None),
        "10": ("yes", "yes"),
        "11": ("no", None),
        "12": ("no", None),
        "13": ("yes", "untold"),
        "14": ("yes", "untold"),
        "15": ("yes", "untold"),
    },
}
VERDICTS = {
    "mech_self_score": "eligible",
    "mech_awaiting_determinations": "undetermined",
    "mech_near_miss": "ineligible",
}


@cache
def answer(example: str) -> Assessment:
    """Return the answer on an example."""
    return assess(read_dossier(ROOT / "examples" / f"{example}.yaml"), TRACK)


def told(text: str) -> dict[str, Material]:
    """Return the items of the list for a dossier in YAML."""
    found = assess(dossier_from_text(f"candidate: {{id: sample}}\n{text}", "sample.yaml"), TRACK)
    return {item.id.removeprefix(f"{TRACK}.A2."): item for item in found.materials}


@pytest.mark.parametrize("example", JUDGED)
def test_examples(example: str) -> None:
    """Each item of each example, and the verdict beside them, is as judged by hand."""
    found = answer(example)
    items = {
        item.id.removeprefix(f"{TRACK}.A2."): (item.applies, item.present)
        for item in found.materials
    }
    assert items == JUDGED[example]
    assert found.verdict == VERDICTS[example]


def test_the_list_has_fifteen_items_in_order() -> None:
    """附件2 has fifteen items, and the list shows them by its numbers."""
    assert [item.cite for item in answer("mech_near_miss").materials] == [
        f"附件2 第{number}项" for number in range(1, 16)
    ]


def test_other_tracks_have_no_list() -> None:
    """A track whose text has no list of materials shows none."""
    found = assess(read_dossier(ROOT / "examples" / "iot_degree_path.yaml"))
    assert found.materials == ()


def test_where_nothing_is_told_nothing_is_lacking() -> None:
    """What is asked of everybody is untold, what is asked of some perhaps asked for; nothing counts as missing."""
    items = told("")
    assert {name for name, item in items.items() if item.applies == "yes"} == {
        "1",
        "4",
        "6",
        "13",
        "14",
        "15",
    }
    assert {item.present for item in items.values()} == {"untold"}


def test_what_is_missing_but_perhaps_not_asked_for_is_no_fault() -> None:
    """The publisher's statement is missing, but whether the query names the author is not told."""
    text = "achievements: [{kind: book}]\nmaterials: {book_pages: 是, book_query: 是, publisher_statement: 否}"
    item = told(text)["9"]
    assert [piece.applies for piece in item.pieces] == ["yes", "unknown"]
    assert item.present == "untold"


@pytest.mark.parametrize(
    ("date", "asked"),
    [
        ("2000-12-31", ["no", "yes", "no"]),
        ("2001-06-30", ["yes", "no", "no"]),
        ("2002-01-01", ["yes", "no", "no"]),
    ],
)
def test_schooling_is_proved_by_the_year(date: str, asked: list[str]) -> None:
    """Before 2001 certificates and register are uploaded, after it the platform takes it over."""
    text = f"education: [{{education_level: 大专, institution_place: 国内, date: {date}}}]\ndegrees: []"
    assert [piece.applies for piece in told(text)["2"].pieces] == asked


def test_every_format_shows_the_list() -> None:
    """An item that is lacking stands in JSON, Markdown and HTML with what is lacking."""
    found, book = answer("mech_self_score"), rule_book(prepare(TRACK)[0])
    item = next(
        one for one in json.loads(as_json(found))["materials"] if one["id"] == f"{TRACK}.A2.12"
    )
    assert (item["applies"], item["present"]) == ("yes", "no")
    markdown = assessments_as_markdown([found], book, "zh")
    assert "| 附件2 第12项 项目证明 | 适用 | × 有缺（项目合同或立项书盖章页） |" in markdown
    assert "<td>× 有缺（项目合同或立项书盖章页）</td>" in assessments_as_html([found], book, "zh")


def test_each_regulation_has_its_notice() -> None:
    """The mechatronics notice sets the threshold and the days of application; by analogy the others have neither."""
    rules = shipped_rules()
    mech, iot = (read_notice(rules.notice(specialty)) for specialty in ("mech", "iot"))
    assert mech.threshold is not None
    assert mech.application_until is not None
    assert iot.threshold is iot.application_until is None


def test_a_notice_without_days_of_application_is_named() -> None:
    """Where the notice given does not tell the days, the answer says so, and late stays open."""
    dossier = read_dossier(ROOT / "examples" / "mech_self_score.yaml")
    found = assess(dossier, TRACK, notice=read_notice(shipped_rules().notice("iot")))
    missing = {fact.attribute for fact in found.missing_facts if fact.section == "notice"}
    assert missing == {"mech.application", "mech.unit_recommendation", "mech.city_recommendation"}


def test_years_in_the_present_title_are_told_to_whoever_judges() -> None:
    """From 2019-03-01 to the cut-off of 2026-12-31 it is seven years and ten months."""
    seniority = next(
        node
        for part in answer("mech_awaiting_determinations").tree.parts
        for entry in part.parts
        for node in entry.parts
        if node.id == f"{TRACK}.2.1.seniority"
    )
    assert seniority.status == "undetermined"
    assert (seniority.has, seniority.could_have) == (7 * 372 + 10 * 31, 7 * 372 + 10 * 31)
