"""Files become dossiers and notices; keys in two languages, blank templates and JSON Schemas."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from reasoner.errors import InputError, Problem
from reasoner.intake.document import read_text
from reasoner.intake.dossier import (
    dossier_from_text,
    read_dossier,
    read_notice,
)
from reasoner.intake.messages import MESSAGES
from reasoner.intake.part import MOST_PROBLEMS
from reasoner.intake.schema import dossier_schema, notice_schema
from reasoner.intake.shape import (
    ByKey,
    Group,
    Many,
    OneOf,
    Shape,
    Value,
    alias_of,
    fields_of,
    keys_of,
    kind_word,
)
from reasoner.intake.template import blank_dossier
from reasoner.model.achievements import ACHIEVEMENTS, AnyAchievement
from reasoner.model.achievements.awards import Award
from reasoner.model.achievements.projects import Project
from reasoner.model.achievements.publications import Paper
from reasoner.model.dates import Ongoing, PartialDate
from reasoner.model.dossier import Dossier
from reasoner.model.notice import Notice
from reasoner.model.records import Part, Record
from reasoner.model.words import answers, levels, person, publications, qualifications

CHINESE = """\
格式: zhicheng.dossier/1
申报人:
  编号: 甲-001
  姓名: 张𠮷
个人情况:
  在职在岗: 是
  工作地: 浙江省
  从事方向: 物联网应用
学历:
  - 学历层次: 本科
    日期: 2012年6月
聘任:
  - 系列: 工程
    级别: 中级
    开始: 2018-01-01
    结束: 至今
年度考核:
  2023: 优秀
  2024年: 称职
继续教育: {2024: 有}
荣誉: []
自评分: 76.5
业绩成果:
  - 类别: 课题
    编号: P1
    排名: 1
    金额: 350
    开始: 2021
    子课题: 否
    说明:
  - 类别: 论文
    收录: SCI
    作者身份: [一作, 通讯作者]
    佐证材料: 期刊页
  - 类别: 科技奖
    排名: 未注明
认定:
  - 条款: iot.senior.12.2
    结论: 是
    认定人: 专家组
    日期: 2026-07-01
    依据: 会议纪要
"""
ENGLISH = """\
{
  "format": "zhicheng.dossier/1",
  "candidate": {"id": "甲-001", "name": "张𠮷"},
  "person": {"in_post": true, "workplace": "zhejiang", "directions": ["iot_application"]},
  "education": [{"education_level": "bachelor", "date": "2012-06"}],
  "appointments": [
    {"series": "engineering", "title_grade": "intermediate", "start": "2018-01-01",
     "end": "ongoing"}
  ],
  "assessments": {"2023": "excellent", "2024": "qualified"},
  "continuing_education": {"2024": "yes"},
  "honours": [],
  "self_score": 76.50,
  "achievements": [
    {"kind": "project", "id": "P1", "rank": 1, "amount": "350万元", "start": 2021,
     "sub_topic": false, "note": null},
    {"kind": "paper", "indexed_in": ["sci"], "evidence": ["期刊页"],
     "authorship": ["first_author", "corresponding_author"]},
    {"kind": "award", "rank": "unlisted"}
  ],
  "determinations": [
    {"clause": "iot.senior.12.2", "answer": "yes", "by": "专家组", "date": "2026-07-01",
     "basis": "会议纪要"}
  ]
}
"""
NOTICE = """\
名称: 2026年度
依据: 通知
业绩截止日: 2026-08-09
任职截止日: 2026-12-31
考核年度: [2024, 2025]
继续教育年度: [2025]
规定分值: 76
"""

MODELS = (Dossier, Notice)


def problems_of(text: str, source: str = "d.yaml") -> list[str]:
    """Return the Chinese lines for which *text* is refused."""
    with pytest.raises(InputError) as refused:
        dossier_from_text(text, source)
    return refused.value.in_language("zh").split("\n")


def all_models() -> Iterator[type[Part]]:
    """Yield every model that a document can contain."""
    waiting: list[type[Part]] = list(MODELS)
    while waiting:
        model = waiting.pop()
        yield model
        for shape in fields_of(model).values():
            inner = shape.inner if isinstance(shape, Many) else shape
            if isinstance(inner, Group):
                waiting.append(inner.model)
            elif isinstance(inner, OneOf):
                waiting.extend(inner.models.values())


# Reading -----------------------------------------------------------------------------------------


def test_chinese_and_english_dossiers_are_the_same() -> None:
    """YAML with Chinese keys and JSON with English ones give the same dossier."""
    dossier = dossier_from_text(CHINESE, "d.yaml")

    assert dossier == dossier_from_text(ENGLISH, "d.json")
    assert dossier.candidate.name == "张𠮷"
    assert dossier.assessments == {
        2023: qualifications.AssessmentGrade.EXCELLENT,
        2024: qualifications.AssessmentGrade.QUALIFIED,
    }
    assert dossier.appointments is not None
    assert dossier.appointments[0].end is Ongoing.ONGOING
    assert dossier.honours == ()
    assert dossier.degrees is None
    assert dossier.achievements is not None
    project, paper, award = dossier.achievements
    assert isinstance(project, Project)
    assert (project.rank, project.amount, project.start) == (1, 35_000, PartialDate(2021))
    assert isinstance(paper, Paper)
    assert paper.indexed_in == (publications.IndexedIn.SCI,)
    assert paper.evidence == ("期刊页",)
    assert isinstance(award, Award)
    assert award.rank is levels.Rank.UNLISTED


@pytest.mark.parametrize(("name", "text"), [("d.yaml", CHINESE), ("d.json", ENGLISH)])
def test_dossier_from_file(tmp_path: Path, name: str, text: str) -> None:
    """A file and its text give the same dossier."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")

    assert read_dossier(path) == dossier_from_text(text, name)


def test_notice_from_file(tmp_path: Path) -> None:
    """A notice is read with the same care as a dossier."""
    path = tmp_path / "notice.yaml"
    path.write_text(NOTICE, encoding="utf-8")
    notice = read_notice(path)

    assert notice.assessment_years == (2024, 2025)
    assert notice.threshold == 7600
    assert notice.by_analogy is answers.YesNo.NO


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("业绩截止日: 2026-08", ":3:8: 业绩截止日: 截止日须写到日；给出的是「2026-08」"),
        ("考核年度: []", ":5:7: 考核年度: 至少要有 1 项"),
        (f"考核年度: {list(range(2000, 2021))}", ":5:7: 考核年度: 至多 20 项"),
        ("考核年度: [24]", ":5:8: 考核年度[1]: 年度应为四位数字；给出的是「24」"),
        ("规定分值: 101", ":7:7: 规定分值: 不在 0 到 100 之间；给出的是「101」"),
        ("依据:", ":2:1: 依据: 必填，不能空着"),
        ("格式: zhicheng.notice/2", ":8:5: 格式: 不是可用的写法；给出的是「zhicheng.notice/2」"),
    ],
)
def test_notice_is_refused(tmp_path: Path, line: str, message: str) -> None:
    """What is wrong with a notice is said with its place."""
    key, _, _ = line.partition(":")
    lines = [line if told.startswith(f"{key}:") else told for told in NOTICE.splitlines()]
    path = tmp_path / "notice.yaml"
    path.write_text("\n".join(lines if line in lines else [*lines, line]), encoding="utf-8")

    with pytest.raises(InputError) as refused:
        read_notice(path)

    assert refused.value.in_language("zh").startswith(f"{path}{message}")


def test_full_width_keys() -> None:
    """Width makes no difference in keys."""
    dossier = dossier_from_text(
        "ｃａｎｄｉｄａｔｅ: {ｉｄ: a}\n业绩成果: [{ｋｉｎｄ: 论文}]", "d.yaml"
    )

    assert dossier.candidate.id == "a"
    assert dossier.achievements == (Paper(),)


def test_null_is_not_told() -> None:
    """A key with nothing behind it is the same as no key."""
    text = (
        "申报人: {编号: a, 姓名: }\n格式:\n学历: ~\n年度考核: {2024: }\n认定:\n个人情况: {工作地: }"
    )
    dossier = dossier_from_text(text, "d.yaml")

    assert dossier == dossier_from_text("申报人: {编号: a}\n年度考核: {}\n个人情况: {}", "d.yaml")


def test_one_word_is_a_list_of_one_for_the_api_too() -> None:
    """The models read a single word as files do."""

    assert Paper.model_validate({"收录": "SCI"}) == Paper.model_validate({"indexed_in": ["SCI"]})
    assert Project.model_validate({"fields": "物联网"}).fields == (person.Field.IOT,)
    assert Project.model_validate({"佐证材料": "合同"}).evidence == ("合同",)


def test_text_that_looks_like_rules_stays_text() -> None:
    """Whatever a name contains, it is a name."""
    name = 'x"). verdict("x",eligible). :- #true. %* \\'
    dossier = dossier_from_text(json.dumps({"candidate": {"id": "a", "name": name}}), "d.json")

    assert dossier.candidate.name == name


def test_every_key_of_every_model_is_unambiguous() -> None:
    """No key stands for two fields, and every Chinese key is Chinese."""
    for model in all_models():
        names = list(model.model_fields)

        assert len(keys_of(model)) == 2 * len(names)
        assert all(not alias_of(model, name).isascii() for name in names)


# Problems ----------------------------------------------------------------------------------------


def test_all_problems_in_the_order_of_lines() -> None:
    """One error has everything that is wrong, each with its line."""
    text = (
        "认定: x\n申报人: {编号: a}\n学历: y\n业绩成果:\n- {类别: 论文, 金额: 1}\n-\n- 3\n候选: 1"
    )
    lines = [line.split(": ")[:2] for line in problems_of(text)]

    assert lines == [
        ["d.yaml:1:5", "认定"],
        ["d.yaml:3:5", "学历"],
        ["d.yaml:5:12", "业绩成果[1].金额"],
        ["d.yaml:6:2", "业绩成果[2]"],
        ["d.yaml:7:3", "业绩成果[3]"],
        ["d.yaml:8:1", "候选"],
    ]


def test_blank_items_do_not_shift_the_others() -> None:
    """After a blank item the places and numbers of the others are still those of the file."""
    lines = problems_of("申报人: {编号: a}\n学历:\n-\n- {日期: x}")

    assert lines[1].startswith("d.yaml:4:8: 学历[2].日期: 不是日期；给出的是「x」")


def test_most_problems() -> None:
    """After fifty problems one line says how many more there are."""
    lines = problems_of("申报人: {编号: a}\n" + "".join(f"项{n}: 1\n" for n in range(70)))

    assert len(lines) == MOST_PROBLEMS + 1
    assert lines[-1] == "d.yaml: 另有 20 处问题未列出"


def test_contradictions_are_all_told() -> None:
    """Everything that contradicts itself is told at once, with lines."""
    text = """\
申报人: {编号: a}
个人情况: {编号: p}
业绩成果:
- {类别: 项目, 编号: p, 开始: 2024, 结束: 2023}
认定:
- {结论: 是, 认定人: a, 日期: 2024, 依据: b}
"""
    assert [line.split("；", 1)[0] for line in problems_of(text)] == [
        "d.yaml:2:12: 个人情况.编号: 编号重复",
        "d.yaml:4:16: 业绩成果[1].编号: 编号重复",
        "d.yaml:4:33: 业绩成果[1].结束: 结束（2023）早于开始（2024）",
        "d.yaml:6:3: 认定[1]: 须写“条款”或“记录编号”之一",
    ]


def test_values_are_shown_short_and_printable() -> None:
    """No message floods or steers the terminal, whatever stands in values, keys or ids."""
    long = "长" * 400
    text = json.dumps(
        {
            "申报人": {"编号": "a", long: "x", "姓名\u202e": "x"},
            "学历": [{"日期": long}, {"日期": "\u202e2020"}],
            long: {},
        },
    )
    told = "\n".join(problems_of(text, "d.json"))

    assert "长" * 41 not in told
    assert "\u202e" not in told
    assert "\\u202e2020" in told


def test_ids_are_shown_short_and_printable() -> None:
    """Nor do messages about ids."""
    records = [{"类别": "论文", "编号": "号" * 400 + "\u202e"}] * 2
    text = json.dumps({"申报人": {"编号": "a"}, "业绩成果": records})
    told = "\n".join(problems_of(text, "d.json"))

    assert "号" * 41 not in told
    assert "\u202e" not in told


def test_error_holds_no_trace_of_the_models() -> None:
    """The error of pydantic, which has whole values in it, does not travel along."""
    with pytest.raises(InputError) as refused:
        dossier_from_text("申报人: {编号: a}\n学历: y", "d.yaml")

    assert refused.value.__cause__ is None
    assert refused.value.__context__ is None


WRONG: list[Any] = [
    "",
    "?",
    "0",
    "x" * 600,
    None,
    True,
    1.5,
    10**20,
    [],
    ["?"],
    [None],
    {},
    {"?": 1},
]
WRONG += [{"?": "?"}, {1: 2}, object(), b"x", "2024-01-01"]


def _mutants(shape: Shape) -> Iterator[Any]:
    """Yield values of the right form with wrong ones inside, and wrong ones."""
    yield from WRONG
    match shape:
        case Group(model):
            yield from _mutants_of(model)
        case OneOf(models):
            for kind, model in models.items():
                yield from ({"kind": kind, **mutant} for mutant in _mutants_of(model))
        case Many(inner):
            yield from ([mutant] for mutant in _mutants(inner))
            yield ["2024"] * 30
        case ByKey(_, inner):
            yield from ({"2024": mutant} for mutant in _mutants(inner))
            yield from ({mutant: "?"} for mutant in WRONG if isinstance(mutant, str))


def _mutants_of(model: type[Part]) -> Iterator[dict[str, Any]]:
    for name, shape in fields_of(model).items():
        if name != "kind":
            yield from ({name: mutant} for mutant in _mutants(shape))


def test_every_type_of_error_has_a_message() -> None:
    """The models raise no type of error without a message, and no message is for nothing."""
    raised = {"blank_item", "left_blank", "told_twice"}
    period = {"kind": "project", "start": "2024", "end": "2023"}
    contradicting = {"candidate": {"id": "a"}, "achievements": [period]}
    for model, mutants in ((Dossier, [contradicting]), (Notice, [])):
        for mutant in (*mutants, *_mutants_of(model)):
            try:
                model.model_validate(mutant)
            except ValidationError as error:
                raised |= {detail["type"] for detail in error.errors()}
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(AnyAchievement).validate_python({"kind": "?"})
    raised |= {detail["type"] for detail in refused.value.errors()}

    assert raised == set(MESSAGES)


# Templates ---------------------------------------------------------------------------------------


def uncommented(template: str) -> str:
    """Return *template* with every sample in effect."""
    return re.sub(r"(?m)^# ", "", template)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_blank_dossier_is_a_dossier(language: Any) -> None:  # noqa: ANN401
    """As it is, the template tells the id of the candidate and nothing else."""
    blank = dossier_from_text(blank_dossier(language), "blank.yaml")

    assert blank.model_dump(exclude_defaults=True) == {"candidate": {"id": blank.candidate.id}}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_samples_are_complete(language: Any) -> None:  # noqa: ANN401
    """With every sample in effect it tells every section, kind and field."""
    dossier = dossier_from_text(uncommented(blank_dossier(language)), "sample.yaml")
    sections = {name: getattr(dossier, name) for name in Dossier.model_fields}

    assert all(sections.values())
    assert {type(one) for one in sections["achievements"]} == set(ACHIEVEMENTS)
    for _, _, record in dossier.records():
        assert None not in record.model_dump().values()
    assert {told.clause is None for told in dossier.determinations} == {True, False}


def test_template_shows_every_word() -> None:
    """Beside each field stand its words, in the language asked for and in no other."""
    chinese, english = blank_dossier("zh"), blank_dossier("en")
    for model in all_models():
        if not issubclass(model, Record):
            continue
        for name, shape in fields_of(model).items():
            inner = shape.inner if isinstance(shape, Many) else shape
            if isinstance(inner, Value) and inner.vocabulary:
                assert "、".join(word.zh for word in inner.vocabulary) in chinese
                assert ", ".join(word.value for word in inner.vocabulary) in english
            assert f"{alias_of(model, name)}: " in chinese
            assert f"{name}: " in english
    assert english.isascii()


# JSON Schemas ------------------------------------------------------------------------------------

SCHEMA = Draft202012Validator(dossier_schema())
NOTICE_SCHEMA = Draft202012Validator(notice_schema())


def test_schemas_are_schemas_and_always_the_same() -> None:
    """Both are JSON Schemas of 2020-12, written the same way every time."""
    for make in (dossier_schema, notice_schema):
        Draft202012Validator.check_schema(make())

        assert json.dumps(make()) == json.dumps(make())
        assert make()["$schema"].endswith("2020-12/schema")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_schema_accepts_the_samples(language: Any) -> None:  # noqa: ANN401
    """What the template shows is valid."""
    SCHEMA.validate(read_text(uncommented(blank_dossier(language)), "sample.yaml").data)


def test_schema_accepts_good_dossiers() -> None:
    """Chinese keys, English keys, numbers and truth values without quotation marks."""
    SCHEMA.validate(read_text(CHINESE, "d.yaml").data)
    SCHEMA.validate(json.loads(ENGLISH))
    NOTICE_SCHEMA.validate(read_text(NOTICE, "n.yaml").data)
    SCHEMA.validate({"申报人": {"id": 7}, "业绩成果": [{"类别": "兼职", "高校类别": 985}]})


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"申报人": {}},
        {"申报人": {"编号": "a", "id": "a"}},
        {"申报人": {"编号": "a"}, "candidate": {"id": "a"}},
        {"申报人": {"编号": "a"}, "学厉": []},
        {"申报人": {"编号": "a", "年龄": 3}},
        {"申报人": {"编号": "a"}, "业绩成果": [{"类别": "论文", "金额": 1}]},
        {"申报人": {"编号": "a"}, "业绩成果": [{"排名": 1}]},
        {"申报人": {"编号": "a"}, "业绩成果": [{"类别": "项目", "排名": 0}]},
        {"申报人": {"编号": "a"}, "业绩成果": [{"类别": "项目", "级别": "国家"}]},
        {"申报人": {"编号": "a"}, "年度考核": {"20x4": "优秀"}},
        {"申报人": {"编号": "a"}, "学历": {}},
        {"format": "zhicheng.dossier/2", "申报人": {"编号": "a"}},
    ],
)
def test_schema_refuses_what_the_reader_refuses(data: dict[str, object]) -> None:
    """Unknown, missing and double keys, unknown words, wrong forms."""

    assert not SCHEMA.is_valid(data)
    with pytest.raises(InputError):
        dossier_from_text(json.dumps(data), "d.json")


def test_schema_has_every_spelling() -> None:
    """Each word may be the constant, a label or an alias, and the reader reads it."""
    for model in ACHIEVEMENTS:
        kind = kind_word(model)
        assert kind is not None
        for spelling in (kind.value, kind.zh, kind.en, *kind.aliases):
            data = {"candidate": {"id": "a"}, "achievements": [{"kind": spelling}]}
            SCHEMA.validate(data)

            assert type((Dossier.model_validate(data).achievements or ())[0]) is model


# Any input ---------------------------------------------------------------------------------------

KEYS = sorted({key for model in all_models() for key in keys_of(model)} | {"2024", "2024年", "?"})
SCALARS = st.sampled_from(
    [None, "", "?", "a", "0", "1", "是", "SCI", "论文", "project", "2024", "至今", "2021-03-05"]
) | st.text(max_size=5)
DATA = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)
    ),
    max_leaves=30,
)


def check(problem: Problem, source: str) -> None:
    """Assert that *problem* is one line that names *source*, in two languages."""
    assert problem.source == source
    assert problem.in_language("zh") != problem.in_language("en")
    assert "\n" not in problem.in_language("zh")


def read_or_refuse(text: str, source: str) -> None:
    """Read *text*; a refusal has messages in both languages."""
    try:
        dossier_from_text(text, source)
    except InputError as error:
        for problem in error.problems:
            check(problem, source)


@given(
    st.text() | st.text("申报人编号: \n-'\"[]{}&*!|>%@#?,\\~<\t0", max_size=60),
    st.sampled_from(["d.yaml", "d.json"]),
)
def test_any_text_is_read_or_refused(text: str, source: str) -> None:
    """No text whatever leads to another error."""
    read_or_refuse(text, source)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS), DATA, max_size=6))
def test_any_data_is_read_or_refused(data: dict[str, object]) -> None:
    """Nor does any content, under whatever keys."""
    read_or_refuse(json.dumps({"申报人": {"编号": "a"}, **data}), "d.json")


@given(st.integers(0, len(CHINESE) - 1), st.text("申:：\n -[]{}'\"2#&*", max_size=3))
def test_any_slip_is_read_or_refused(place: int, slip: str) -> None:
    """Nor does a slip of the finger in a good dossier."""
    read_or_refuse(CHINESE[:place] + slip + CHINESE[place + 1 :], "d.yaml")
