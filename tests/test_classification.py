"""The classification tables 附2, 附3 and 附4 of the IoT rules, judged by hand from the tables."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import pytest

from reasoner.catalog import shipped_rules
from reasoner.evaluate import Evaluation, Setting, evaluate
from reasoner.intake.dossier import read_notice
from reasoner.model.dossier import Dossier

PROJECT = "iot.app.2.project"
SCORED = "iot.app.2.notes"
PRODUCT = "iot.app.2.product"
ENTERPRISE = "iot.app.3"
JOURNAL = "iot.app.4"

# What points to no grade, so that the one thing a case tells decides alone.
NO_LEVEL: Mapping[str, Any] = {"level": "无级别", "sub_topic": "否"}
NO_AMOUNT: Mapping[str, Any] = {"amount": 0}
NO_TEAM: Mapping[str, Any] = {"team_size": 0}

LOWEST = {"A105": "lowest"}
LITERAL = {"G5": "literal"}


@dataclass(frozen=True)
class Case:
    """A record with the lowest and the highest class that the table can give it."""

    table: str
    kind: str
    record: Mapping[str, Any]
    lowest: str
    highest: str
    readings: Mapping[str, str] = field(default_factory=dict)
    determination: str | None = None

    @property
    def id(self) -> str:
        """Name the case by its table, what the record tells and the reading."""
        told = ",".join(f"{name}={value}" for name, value in self.record.items())
        chosen = "".join(f"[{name}={option}]" for name, option in self.readings.items())
        answer = f"[experts={self.determination}]" if self.determination else ""
        return f"{self.table}:{told or 'nothing'}{chosen}{answer}"

    def dossier(self) -> Dossier:
        """Return a dossier with this record and nothing else."""
        return Dossier.model_validate({"candidate": {"id": "c"}, **self.told()})

    def told(self) -> dict[str, Any]:
        """Return what the dossier tells."""
        told: dict[str, Any] = {}
        if self.kind == "employer":
            told["employer"] = {"id": "r", **self.record}
        else:
            told["achievements"] = [{"id": "r", "kind": self.kind, **self.record}]
        if self.determination:
            told["determinations"] = [
                {
                    "record": "r",
                    "question": "相当层次",
                    "answer": self.determination,
                    "by": "专家组",
                    "date": "2026-08-01",
                    "basis": "评审记录",
                }
            ]
        return told


def project(
    lowest: str,
    highest: str | None = None,
    *,
    readings: Mapping[str, str] | None = None,
    experts: str | None = None,
    **told: object,
) -> Case:
    """Return the case of a project."""
    return Case(PROJECT, "project", told, lowest, highest or lowest, readings or {}, experts)


def by_amount(amount: str, grade: str) -> Case:
    """Return the case of a project that only its amount can place."""
    return project(grade, amount=amount, **NO_LEVEL, **NO_TEAM)


def by_team(team_size: int, grade: str) -> Case:
    """Return the case of a project that only its team can place."""
    return project(grade, team_size=team_size, **NO_LEVEL, **NO_AMOUNT)


def by_level(
    grade: str,
    highest: str | None = None,
    *,
    readings: Mapping[str, str] | None = None,
    experts: str | None = None,
    **told: object,
) -> Case:
    """Return the case of a project that only its level can place."""
    record = {**NO_AMOUNT, **NO_TEAM, **told}
    return Case(PROJECT, "project", record, grade, highest or grade, readings or {}, experts)


def scored(initiation: str | None, lowest: str, highest: str | None = None, **told: object) -> Case:
    """Return the case of a project in the table for the score."""
    started = {"initiation": initiation} if initiation else {}
    return Case(SCORED, "project", {**told, **started}, lowest, highest or lowest)


def product(lowest: str, highest: str | None = None, **told: object) -> Case:
    """Return the case of a product."""
    return Case(PRODUCT, "product", told, lowest, highest or lowest)


def enterprise(
    industry: str | None,
    employees: int | None,
    revenue: str | None,
    lowest: str,
    highest: str | None = None,
) -> Case:
    """Return the case of an enterprise; what is None is not told."""
    told = {"industry": industry, "employees": employees, "revenue": revenue}
    record = {name: value for name, value in told.items() if value is not None}
    return Case(ENTERPRISE, "employer", record, lowest, highest or lowest)


def paper(lowest: str, highest: str | None = None, **told: object) -> Case:
    """Return the case of a paper."""
    return Case(JOURNAL, "paper", told, lowest, highest or lowest)


PROJECTS = (
    # By amount: a lower limit belongs to its grade, an upper limit to the next (注3).
    by_amount("29.99万元", "other"),
    by_amount("30万元", "grade_4"),
    by_amount("99.99万元", "grade_4"),
    by_amount("100万元", "grade_3"),
    by_amount("199.99万元", "grade_3"),
    by_amount("200万元", "grade_2"),
    by_amount("499.99万元", "grade_2"),
    by_amount("500万元", "grade_1"),
    by_amount("2亿元", "grade_1"),
    # By team.
    by_team(9, "other"),
    by_team(10, "grade_4"),
    by_team(14, "grade_4"),
    by_team(15, "grade_3"),
    by_team(29, "grade_3"),
    by_team(30, "grade_2"),
    by_team(49, "grade_2"),
    by_team(50, "grade_1"),
    # By stated level.
    by_level("other", level="无级别", sub_topic="否"),
    by_level("grade_4", level="区县级", sub_topic="否"),
    by_level("grade_3", level="地市级", sub_topic="否"),
    by_level("grade_2", level="省部级", sub_topic="否"),
    by_level("grade_2", level="省部级重点", sub_topic="否"),
    by_level("grade_1", level="国家级", sub_topic="否"),
    by_level("grade_1", level="国家级重大", sub_topic="否"),
    # By programme (第十六条(八)至(十)); what the programme says goes before a stated level.
    by_level("grade_1", programme="国家重点研发计划", sub_topic="否"),
    by_level("grade_1", programme="国家自然科学基金重大项目", sub_topic="否"),
    by_level("grade_1", programme="中央财政资助重大工程和产业化项目", sub_topic="否"),
    by_level("grade_1", programme="国家自然科学基金", sub_topic="否"),
    by_level("grade_2", programme="省重大科技专项", sub_topic="否"),
    by_level("grade_2", programme="省重点研发计划", sub_topic="否"),
    by_level("grade_2", programme="省自然科学基金重点项目", sub_topic="否"),
    by_level("grade_2", programme="省部级重点平台", sub_topic="否"),
    by_level("grade_2", programme="省重点研发计划", level="国家级", sub_topic="否"),
    by_level("grade_2", programme="国务院有关部门项目", level="省部级", sub_topic="否", amount=20),
    # 相当层次 stands in the definitions of 国家级重大, 国家级 and 省（部）级重点 only: experts say.
    by_level("grade_3", programme="其他", level="地市级", sub_topic="否"),
    by_level("grade_4", programme="其他", level="区县级", sub_topic="否"),
    by_level("grade_1", programme="相当层次", level="国家级", sub_topic="否", experts="是"),
    by_level("other", programme="相当层次", level="国家级", sub_topic="否", experts="否"),
    by_level("other", "grade_1", programme="相当层次", level="国家级", sub_topic="否"),
    # Sub-topics, one level lower (第十六条(十一)): at every level, or literally at two.
    by_level("grade_1", programme="国家重点研发计划", sub_topic="是"),
    by_level("grade_2", programme="国家自然科学基金", sub_topic="是"),
    by_level("grade_2", programme="国家自然科学基金", sub_topic="是", readings=LITERAL),
    by_level("grade_1", level="国家级重大", sub_topic="是", readings=LITERAL),
    by_level("grade_2", level="省部级重点", sub_topic="是"),
    by_level("grade_3", level="省部级", sub_topic="是"),
    by_level("grade_4", level="地市级", sub_topic="是"),
    by_level("other", level="区县级", sub_topic="是"),
    by_level("grade_2", level="省部级", sub_topic="是", readings=LITERAL),
    by_level("grade_3", level="地市级", sub_topic="是", readings=LITERAL),
    by_level("grade_4", level="区县级", sub_topic="是", readings=LITERAL),
    by_level("grade_2", "grade_1", level="国家级"),
    by_level("grade_1", level="国家级重大"),
    by_level("grade_3", "grade_2", level="省部级"),
    by_level("grade_2", level="省部级", readings=LITERAL),
    # Several criteria: the highest grade (A105), or by the rival the lowest.
    project("grade_1", level="区县级", sub_topic="否", amount=600, team_size=12),
    project("grade_4", level="区县级", sub_topic="否", amount=600, team_size=12, readings=LOWEST),
    project("grade_1", level="国家级", sub_topic="否", amount=100, team_size=10),
    project("grade_4", level="国家级", sub_topic="否", amount=100, team_size=10, readings=LOWEST),
    project("grade_2", level="省部级", sub_topic="否", amount=200, team_size=30, readings=LOWEST),
    project(
        "grade_3", level="省部级", sub_topic="否", amount="199.99", team_size=30, readings=LOWEST
    ),
    project("grade_3", level="省部级", sub_topic="否", amount=200, team_size=29, readings=LOWEST),
    project("grade_1", programme="国务院有关部门项目", sub_topic="否", amount=5000, team_size=50),
    project(
        "grade_2",
        programme="国务院有关部门项目",
        sub_topic="否",
        amount=5000,
        team_size=50,
        readings=LOWEST,
    ),
    project(
        "grade_2",
        programme="国务院有关部门项目",
        level="省部级",
        sub_topic="否",
        amount="4999.99",
        team_size=50,
        readings=LOWEST,
        experts="是",
    ),
    # What is not told can be anything.
    project("other", "grade_1"),
    project("grade_3", "grade_1", amount=100),
    project("grade_1", amount=500),
    project("grade_4", "grade_1", team_size=10),
    project("grade_2", "grade_1", level="省部级", sub_topic="否"),
    project("grade_3", "grade_1", level="省部级"),
    project("grade_1", level="国家级", sub_topic="否"),
    project("grade_2", "grade_1", amount=200, **NO_TEAM),
    project("grade_2", "grade_1", amount=200, **NO_LEVEL),
    project("other", "grade_1", **NO_AMOUNT, **NO_TEAM),
)

SCORED_PROJECTS = (
    # 注1: 甲方自建、企业自立 stand one grade lower for the score.
    scored("外部委托", "grade_1", amount=500),
    scored("甲方自建", "grade_2", amount=500),
    scored("企业自立", "grade_2", amount=500),
    scored("甲方自建", "grade_3", amount=200, **NO_LEVEL, **NO_TEAM),
    scored("企业自立", "grade_4", amount=100, **NO_LEVEL, **NO_TEAM),
    scored("甲方自建", "other", amount=30, **NO_LEVEL, **NO_TEAM),
    scored("企业自立", "other", amount="29.99", **NO_LEVEL, **NO_TEAM),
    scored("外部委托", "grade_4", amount=30, **NO_LEVEL, **NO_TEAM),
    scored("外部委托", "other", amount="29.99", **NO_LEVEL, **NO_TEAM),
    scored(None, "grade_2", "grade_1", amount=500),
    scored(None, "other", "grade_4", amount=30, **NO_LEVEL, **NO_TEAM),
    scored(None, "other", amount="29.99", **NO_LEVEL, **NO_TEAM),
    scored("企业自立", "grade_4", "grade_2", amount=100),
    scored("企业自立", "other", "grade_2"),
    scored("外部委托", "other", "grade_1"),
    scored("外部委托", "grade_3", "grade_1", amount=100),
    scored(None, "other", "grade_1"),
    scored(None, "grade_4", "grade_1", amount=100),
    # The note does not touch the grade itself.
    project("grade_1", amount=500, initiation="甲方自建"),
    project("grade_4", amount=30, initiation="企业自立", **NO_LEVEL, **NO_TEAM),
)

PRODUCTS = (
    product("other", sales="0"),
    product("other", sales="29.99万元"),
    product("grade_4", sales="30万元"),
    product("grade_4", sales="99.99万元"),
    product("grade_3", sales="100万元"),
    product("grade_3", sales="499.99万元"),
    product("grade_2", sales="500万元"),
    product("grade_2", sales="999.99万元"),
    product("grade_1", sales="1000万元"),
    product("other", "grade_1"),
)

ENTERPRISES = (
    # Both numbers must reach the lower limit, otherwise the next class down is tried.
    enterprise("工业", 1000, "40000万元", "large"),
    enterprise("工业", 999, "40000万元", "medium"),
    enterprise("工业", 1000, "39999.99万元", "medium"),
    enterprise("工业", 300, "2000万元", "medium"),
    enterprise("工业", 299, "2000万元", "small"),
    enterprise("工业", 300, "1999.99万元", "small"),
    enterprise("工业", 20, "300万元", "small"),
    enterprise("工业", 19, "300万元", "micro"),
    enterprise("工业", 20, "299.99万元", "micro"),
    enterprise("工业", 1000, "300万元", "small"),
    enterprise("工业", 1000, "299.99万元", "micro"),
    enterprise("工业", 19, "40000万元", "micro"),
    enterprise("信息传输业", 2000, "100000万元", "large"),
    enterprise("信息传输业", 1999, "100000万元", "medium"),
    enterprise("信息传输业", 2000, "99999.99万元", "medium"),
    enterprise("信息传输业", 100, "1000万元", "medium"),
    enterprise("信息传输业", 99, "1000万元", "small"),
    enterprise("信息传输业", 100, "999.99万元", "small"),
    enterprise("信息传输业", 10, "100万元", "small"),
    enterprise("信息传输业", 9, "100万元", "micro"),
    enterprise("信息传输业", 10, "99.99万元", "micro"),
    enterprise("软件和信息技术服务业", 300, "10000万元", "large"),
    enterprise("软件和信息技术服务业", 299, "10000万元", "medium"),
    enterprise("软件和信息技术服务业", 300, "9999.99万元", "medium"),
    enterprise("软件和信息技术服务业", 100, "1000万元", "medium"),
    enterprise("软件和信息技术服务业", 99, "1000万元", "small"),
    enterprise("软件和信息技术服务业", 100, "999.99万元", "small"),
    enterprise("软件和信息技术服务业", 10, "50万元", "small"),
    enterprise("软件和信息技术服务业", 9, "50万元", "micro"),
    enterprise("软件和信息技术服务业", 10, "49.99万元", "micro"),
    # The same numbers in three industries.
    enterprise("工业", 300, "10000万元", "medium"),
    enterprise("信息传输业", 300, "10000万元", "medium"),
    # What is not told can be anything; one number told is an upper limit.
    enterprise("工业", None, "40000万元", "micro", "large"),
    enterprise("工业", None, "2000万元", "micro", "medium"),
    enterprise("工业", 300, None, "micro", "medium"),
    enterprise("工业", 19, None, "micro"),
    enterprise("软件和信息技术服务业", None, "49.99万元", "micro"),
    enterprise("工业", None, None, "micro", "large"),
    enterprise(None, 1000, "40000万元", "micro", "large"),
    enterprise(None, None, None, "micro", "large"),
    # The table has no row for other industries, so it says nothing about them.
)

PAPERS = (
    paper("a", indexed_in=["CCF-A"], venue_type="期刊"),
    paper("a", indexed_in=["CCF-B"], venue_type="期刊"),
    paper("a", indexed_in=["CCF-A"], venue_type="会议"),
    paper("a", indexed_in=["CCF-B"], venue_type="会议"),
    paper("a", indexed_in=["SCI"], venue_type="期刊"),
    paper("a", indexed_in=["一级期刊"], venue_type="期刊"),
    paper("b", indexed_in=["CCF-C"], venue_type="期刊"),
    paper("b", indexed_in=["CCF-C"], venue_type="会议"),
    paper("b", indexed_in=["EI"], venue_type="期刊"),
    paper("b", indexed_in=["中文核心期刊"], venue_type="期刊"),
    paper("b", indexed_in=["CSCD"], venue_type="期刊"),
    paper("c", indexed_in=["其他正式刊物"], venue_type="期刊"),
    paper("c", indexed_in=["会议论文集"], venue_type="会议"),
    # SCI收录期刊 and EI收录期刊 are journals; proceedings that are indexed stay proceedings.
    paper("c", indexed_in=["EI"], venue_type="会议"),
    paper("c", indexed_in=["SCI"], venue_type="会议"),
    paper("c", indexed_in=["EI", "会议论文集"], venue_type="会议"),
    # Where the venue decides and is not told, every class stays possible that it can give.
    paper("c", "b", indexed_in=["EI"]),
    paper("c", "b", tier="A类", indexed_in=["EI"]),
    paper("c", "b", indexed_in=["EI"], serial_number="ISSN"),
    paper("c", "a", indexed_in=["SCI"]),
    paper("b", "a", indexed_in=["CCF-C", "SCI"]),
    paper("a", indexed_in=["CCF-A"]),
    paper("a", indexed_in=["CCF-A", "EI"]),
    # The best of several lists counts.
    paper("a", indexed_in=["EI", "SCI"], venue_type="期刊"),
    paper("a", indexed_in=["其他正式刊物", "一级期刊"], venue_type="期刊"),
    paper("b", indexed_in=["其他正式刊物", "CSCD"], venue_type="期刊"),
    # A stated tier counts where no list is told, and only there.
    paper("a", tier="A类", venue_type="期刊"),
    paper("b", tier="B类", venue_type="期刊"),
    paper("c", tier="C类", venue_type="期刊"),
    paper("b", tier="A类", indexed_in=["EI"], venue_type="期刊"),
    paper("a", tier="C类", indexed_in=["SCI"], venue_type="期刊"),
    paper("none", "a", venue_type="期刊"),
    paper("none", "a"),
)

CASES = (*PROJECTS, *SCORED_PROJECTS, *PRODUCTS, *ENTERPRISES, *PAPERS)


def evaluations(cases: Iterable[Case]) -> dict[str, Evaluation]:
    """Return the evaluation of each case, by its id; cases of one reading are one crowd."""

    def reading(case: Case) -> list[tuple[str, str]]:
        return sorted(case.readings.items())

    notice = read_notice(shipped_rules().notice("iot"))
    found: dict[str, Evaluation] = {}
    for chosen, group in groupby(sorted(cases, key=reading), key=reading):
        crowd = list(group)
        setting = Setting(shipped_rules(), "iot", notice, dict(chosen))
        told = evaluate([case.dossier() for case in crowd], setting)
        found |= {case.id: one for case, one in zip(crowd, told, strict=True)}
    return found


def class_range(evaluation: Evaluation, table: str, kind: str) -> tuple[str, str]:
    """Return the lowest and the highest class of the one record of this kind."""
    (place,) = (number for number, entry in enumerate(evaluation.entries) if entry.kind == kind)
    lowest, highest = evaluation.answer.classes[table, place]
    classes = evaluation.book.tables[table].classes
    return classes[lowest], classes[highest]


@pytest.fixture(scope="module")
def found() -> Mapping[str, Evaluation]:
    """Return the evaluation of each case."""
    return evaluations(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_record_has_the_class_of_its_table(case: Case, found: Mapping[str, Evaluation]) -> None:
    """A record has the class, or the range of classes, that the table gives to what is told."""
    assert class_range(found[case.id], case.table, case.kind) == (case.lowest, case.highest)


@pytest.mark.parametrize(
    ("table", "classes"),
    [
        (PROJECT, ("other", "grade_4", "grade_3", "grade_2", "grade_1")),
        (SCORED, ("other", "grade_4", "grade_3", "grade_2", "grade_1")),
        (PRODUCT, ("other", "grade_4", "grade_3", "grade_2", "grade_1")),
        (ENTERPRISE, ("micro", "small", "medium", "large")),
        (JOURNAL, ("none", "c", "b", "a")),
    ],
)
def test_classes_are_numbered_from_the_lowest(
    table: str, classes: Sequence[str], found: Mapping[str, Evaluation]
) -> None:
    """The classes of a table are numbered upwards, and what reaches none is number 0."""
    numbered = next(iter(found.values())).book.tables[table].classes
    assert [numbered[number] for number in sorted(numbered)] == list(classes)


def test_case_ids_are_unique() -> None:
    """No two cases share an id, so none hides another."""
    assert len({case.id for case in CASES}) == len(CASES)


def test_table_says_nothing_of_an_industry_that_it_does_not_name() -> None:
    """An enterprise of an industry that 附3 has no row for gets no class."""
    setting = Setting(shipped_rules(), "iot", read_notice(shipped_rules().notice("iot")))
    employer = {"industry": "其他", "employees": 1000, "revenue": "40000万元"}
    dossier = Dossier.model_validate({"candidate": {"id": "1"}, "employer": employer})

    (evaluation,) = evaluate([dossier], setting)

    assert "iot.app.3" not in {table for table, _ in evaluation.answer.classes}
