"""Every kind of bad input is refused with the place, what is wrong, and what would be right."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from reasoner.errors import InputError, Problem
from reasoner.intake.dossier import dossier_from_text, read_dossier
from reasoner.intake.shape import alias_of, fields_of
from reasoner.model.achievements import ACHIEVEMENTS
from reasoner.model.dossier import MAX_RECORDS, Candidate, Dossier
from reasoner.model.notice import Notice
from reasoner.model.records import Determination, Part, Record


class Bad(NamedTuple):
    """A *text* that is refused; the first problem, in Chinese, begins so and has *parts* in it."""

    name: str
    text: str
    begins: str
    parts: tuple[str, ...] = ()
    source: str = "d.yaml"


WHO = "申报人: {编号: a}\n"
AWARD = f"{WHO}业绩成果:\n- 类别: 科技奖\n  "
PROJECT = f"{WHO}业绩成果:\n- 类别: 项目\n  "
DECISION = "{结论: 是, 认定人: 专家组, 日期: 2026-07-01, 依据: 纪要"
DECIDED = f"{WHO}业绩成果:\n- {{类别: 专利, 编号: 专利甲}}\n认定:\n"
RANKS = "可填：1 到 999 的整数"
AMOUNTS = "可填：350万元、1.2亿元"
DATES = "可填：2021年3月5日、2021-03-05"

KEYS = [
    Bad("no candidate", "学历: []", "d.yaml:1:1: 缺少必填的「申报人」"),
    Bad("no id", "申报人: {姓名: 张三}", "d.yaml:1:6: 申报人: 缺少必填的「编号」"),
    Bad("blank id", "申报人:\n  编号:\n", "d.yaml:2:3: 申报人.编号: 必填，不能空着"),
    Bad("null id", "申报人:\n  id: ~\n", "d.yaml:2:3: 申报人.id: 必填，不能空着"),
    Bad("blanks for id", "申报人: {编号: '  '}", "d.yaml:1:11: 申报人.编号: 文字为空或过长"),
    Bad("blank candidate", "申报人:\n", "d.yaml:1:1: 申报人: 必填，不能空着"),
    Bad(
        "unknown section",
        f"{WHO}学厉: []",
        "d.yaml:2:1: 学厉: 没有这个名称的项目",
        ("可填：格式、申报人、", "是否想填「学历」？"),
    ),
    Bad(
        "unknown English section",
        f"{WHO}educaton: []",
        "d.yaml:2:1: educaton: 没有这个名称的项目",
        ("是否想填「education」？",),
    ),
    Bad(
        "unknown field",
        f"{PROJECT}派名: 1",
        "d.yaml:4:3: 业绩成果[1].派名: 没有这个名称的项目",
        ("可填：编号、名称、", "是否想填「排名」？"),
    ),
    Bad(
        "field of another kind",
        f"{WHO}业绩成果:\n- 类别: 论文\n  子课题: 是",
        "d.yaml:4:3: 业绩成果[1].子课题: 没有这个名称的项目",
        ("收录", "作者身份"),
    ),
    Bad(
        "both spellings of a section",
        f"{WHO}学历: []\n#\neducation: []",
        "d.yaml:4:1: education: 与「学历」是同一项，写了两次：第 2 行和第 4 行",
    ),
    Bad(
        "both spellings of a field",
        f"{PROJECT}rank: 1\n  排名: 2",
        "d.yaml:5:3: 业绩成果[1].排名: 与「rank」是同一项，写了两次：第 4 行和第 5 行",
    ),
    Bad("the same key twice", f"{WHO}学历: []\n学历: []", "d.yaml:3:1: 名称重复：第 2 行和第 3 行"),
    Bad(
        "format of another version",
        f"{WHO}格式: zhicheng.dossier/2",
        "d.yaml:2:5: 格式: 不是可用的写法；给出的是「zhicheng.dossier/2」",
        ("可填：zhicheng.dossier/1",),
    ),
]

FORMS = [
    Bad("text for a list", f"{WHO}学历: 博士", "d.yaml:2:5: 学历: 应为列表", ("「博士」",)),
    Bad("mapping for a list", f"{WHO}学历: {{日期: 2020}}", "d.yaml:2:5: 学历: 应为列表"),
    Bad("text for a mapping", "申报人: 张三", "d.yaml:1:6: 申报人: 应为若干行", ("编号、姓名",)),
    Bad("list for a mapping", "申报人: [张三]", "d.yaml:1:6: 申报人: 应为若干行"),
    Bad(
        "text for a record", f"{WHO}学历: [博士]", "d.yaml:2:6: 学历[1]: 应为若干行", ("「博士」",)
    ),
    Bad("text for an achievement", f"{WHO}业绩成果: [论文]", "d.yaml:2:8: 业绩成果[1]: 应为若干行"),
    Bad("text for years", f"{WHO}年度考核: 优秀", "d.yaml:2:7: 年度考核: 应为若干行", ("2024",)),
    Bad("list for years", f"{WHO}年度考核: [优秀]", "d.yaml:2:7: 年度考核: 应为若干行"),
    Bad("mapping for text", "申报人: {编号: {a: b}}", "d.yaml:1:11: 申报人.编号: 只能填一个内容"),
    Bad("list for text", "申报人: {编号: [a]}", "d.yaml:1:11: 申报人.编号: 只能填一个内容"),
    Bad(
        "list for a word",
        f"{WHO}个人情况: {{在职在岗: [是]}}",
        "d.yaml:2:14: 个人情况.在职在岗: 只能填一个内容，不能是列表",
        ("可填：是、否",),
    ),
    Bad("mapping for a date", f"{PROJECT}开始: {{年: 2020}}", "d.yaml:4:7: 业绩成果[1].开始: 只能"),
    Bad("list for a kind", f"{WHO}业绩成果: [类别: [论文]]", "d.yaml:2:12: 业绩成果[1].类别: 只能"),
    Bad(
        "mapping for words", f"{WHO}业绩成果: [{{类别: 论文, 收录: {{SCI: 是}}}}]", "d.yaml:2:21: "
    ),
    Bad("blank item", f"{WHO}学历:\n-\n", "d.yaml:3:2: 学历[1]: 列表里有一项是空的"),
    Bad(
        "blank word in a list",
        f"{WHO}业绩成果:\n- {{类别: 论文, 收录: [SCI, ~]}}",
        "d.yaml:3:22: 业绩成果[1].收录[2]: 列表里有一项是空的",
    ),
    Bad(
        "text too long",
        f"申报人: {{编号: {'长' * 501}}}",
        "d.yaml:1:11: 申报人.编号: 文字为空或过长",
    ),
    Bad(
        "too many records",
        f"{WHO}学历: [{'{},' * 2001}]",
        "d.yaml:1:1: 记录共 2001 条，最多 2000 条",
    ),
]

WORDS = [
    Bad(
        "unknown kind",
        f"{WHO}业绩成果:\n- 类别: 论稳",
        "d.yaml:3:7: 业绩成果[1].类别: 没有这一类业绩成果；给出的是「论稳」；可填：项目、产品、",
        ("是否想填「论文」？",),
    ),
    Bad(
        "no kind",
        f"{WHO}业绩成果:\n- 排名: 1",
        "d.yaml:3:3: 业绩成果[1]: 缺少必填的「类别」；可填：项目、产品、",
    ),
    Bad("blank kind", f"{WHO}业绩成果:\n- 类别:\n", "d.yaml:3:3: 业绩成果[1].类别: 必填，不能空着"),
    Bad(
        "unknown word",
        f"{PROJECT}级别: 国家",
        "d.yaml:4:7: 业绩成果[1].级别: 不是可填的词；给出的是「国家」；可填：国家级重大、国家级、",
        ("是否想填「国家级」？",),
    ),
    Bad(
        "misspelt word",
        f"{WHO}学历:\n- 学历层次: 博土研究生",
        "d.yaml:3:9: 学历[1].学历层次: 不是可填的词；给出的是「博土研究生」",
        ("是否想填「博士研究生」？",),
    ),
    Bad(
        "unknown English word",
        f"{WHO}person:\n  workplace: zhejang",
        "d.yaml:3:14: person.workplace: 不是可填的词",
        ("是否想填「zhejiang」？",),
    ),
    Bad(
        "unknown word in a list",
        f"{WHO}业绩成果:\n- 类别: 论文\n  收录: [SCI, SSCI2]",
        "d.yaml:4:13: 业绩成果[1].收录[2]: 不是可填的词；给出的是「SSCI2」",
        ("CCF-A",),
    ),
    Bad(
        "unknown word alone",
        f"{WHO}业绩成果:\n- 类别: 论文\n  收录: SSCI2",
        "d.yaml:4:7: 业绩成果[1].收录: 不是可填的词；给出的是「SSCI2」",
    ),
    Bad("neither yes nor no", f"{PROJECT}子课题: 也许", "d.yaml:4:8: 业绩成果[1].子课题: 不是"),
    Bad("a number for a word", f"{PROJECT}级别: 1", "d.yaml:4:7: 业绩成果[1].级别: 不是可填的词"),
    Bad(
        "unknown grade of a year",
        f"{WHO}年度考核:\n  2024: 优",
        "d.yaml:3:9: 年度考核.2024: 不是可填的词；给出的是「优」；可填：优秀、合格",
    ),
    *(
        Bad(
            f"year {year}",
            f"{WHO}年度考核:\n  {year}: 优秀",
            f"d.yaml:3:3: 年度考核.{year}: 年度应为",
        )
        for year in ("20x4", "24", "1900", "2024-2025", "二〇二四", "2024.5")
    ),
    Bad(
        "a year twice",
        f"{WHO}年度考核:\n  2024: 优秀\n  2024年: 合格",
        "d.yaml:4:3: 年度考核.2024年: 与「2024」是同一项，写了两次：第 3 行和第 4 行",
    ),
]

NUMBERS = [
    *(
        Bad(
            f"rank {rank}",
            f"{PROJECT}排名: {rank}",
            f"d.yaml:4:7: 业绩成果[1].排名: {why}",
            (RANKS,),
        )
        for rank, why in (
            ("0", "不在 1 到 999 之间；给出的是「0」"),
            ("-1", "不在 1 到 999 之间；给出的是「-1」"),
            ("1000000000", "不在 1 到 999 之间；给出的是「1000000000」"),
            ("1.5", "不是整数；给出的是「1.5」"),
            ("①", "不是整数；给出的是「①」"),
            ("第1", "不是整数；给出的是「第1」"),
            ("1e0", "不是整数；给出的是「1e0」"),
            ("1_0", "不是整数；给出的是「1_0」"),
        )
    ),
    Bad(
        "rank of 5000 digits", f"{PROJECT}排名: {'9' * 5000}", "d.yaml:4:7: 业绩成果[1].排名: 长于"
    ),
    *(
        Bad(
            f"money {money}",
            f"{PROJECT}金额: {money}",
            f"d.yaml:4:7: 业绩成果[1].金额: {why}",
            (AMOUNTS,),
        )
        for money, why in (
            ("2147483648", "金额超过 2000亿元；给出的是「2147483648」"),
            ("3000亿元", "金额超过 2000亿元；给出的是「3000亿元」"),
            ("-5", "金额不能是负数；给出的是「-5」"),
            ("NaN", "不是金额；给出的是「NaN」"),
            ("1e400", "不是金额；给出的是「1e400」"),
            ("Infinity", "不是金额；给出的是「Infinity」"),
            ("约350万", "要一个确定的金额"),
            ("50万美元", "外币要先折算成人民币"),
            ("''", "没有填写"),
        )
    ),
    Bad("half a person", f"{PROJECT}团队人数: 2.5", "d.yaml:4:9: 业绩成果[1].团队人数: 不是整数"),
    Bad("too many points", f"{WHO}自评分: 101", "d.yaml:2:6: 自评分: 不在 0 到 100 之间"),
    Bad("three decimals", f"{WHO}自评分: 79.955", "d.yaml:2:6: 自评分: 小数多于两位"),
    Bad("NaN points", f"{WHO}自评分: nan", "d.yaml:2:6: 自评分: 不是分数；给出的是「nan」"),
]

DAYS = [
    *(
        Bad(
            f"date {date}",
            f"{PROJECT}开始: {date}",
            f"d.yaml:4:7: 业绩成果[1].开始: {why}",
            (DATES,),
        )
        for date, why in (
            ("2024-02-30", "2024 年 2 月没有 30 日；给出的是「2024-02-30」"),
            ("2023年2月29日", "2023 年 2 月没有 29 日"),
            ("2024-13", "没有 13 月；给出的是「2024-13」"),
            ("45000", "像是 Excel 的日期序号"),
            ("12:30", "只要日期，不要钟点；给出的是「12:30」"),
            ("2024-01-01 12:30", "只要日期，不要钟点"),
            ("03/05/2024", "年份要写四位并放在最前"),
            ("1024", "年份 1024 不在 1900..2100 之内"),
            ("0", "不是日期；给出的是「0」"),
            ("前年", "不是日期；给出的是「前年」"),
            ("至今", "不是日期；给出的是「至今」"),
            ("true", "不是日期；给出的是「true」"),
        )
    ),
    Bad(
        "end that is none", f"{PROJECT}结束: 快了", "d.yaml:4:7: 业绩成果[1].结束: 不是", ("至今",)
    ),
    Bad(
        "end before start",
        f"{PROJECT}开始: 2024-05\n  结束: 2023-12",
        "d.yaml:5:7: 业绩成果[1].结束: 结束（2023-12）早于开始（2024-05）；给出的是「2023-12」",
    ),
]

TOGETHER = [
    Bad(
        "the same id twice",
        f"{WHO}学历:\n- 编号: x\n学位:\n- 编号: x",
        "d.yaml:3:7: 学历[1].编号: 编号重复；给出的是「x」",
        ("d.yaml:5:7: 学位[1].编号: 编号重复",),
    ),
    Bad(
        "not listed, with a rank",
        f"{AWARD}排名: 3\n  证书列名: 否",
        "d.yaml:5:9: 业绩成果[1].证书列名: 证书未列名却写了排名；给出的是「否」",
    ),
    Bad(
        "decision on nothing",
        f"{DECIDED}- {DECISION}}}",
        "d.yaml:5:3: 认定[1]: 须写“条款”或“记录编号”之一",
    ),
    Bad(
        "decision on two matters",
        f"{DECIDED}- {DECISION}, 条款: x, 记录编号: 专利甲}}",
        "d.yaml:5:3: 认定[1]: 须写“条款”或“记录编号”之一",
    ),
    Bad(
        "decision on a record without a question",
        f"{DECIDED}- {DECISION}, 记录编号: 专利甲}}",
        "d.yaml:5:3: 认定[1]: 对记录的认定须写“认定事项”",
    ),
    Bad(
        "decision on an unknown record",
        f"{DECIDED}- {DECISION}, 记录编号: 专利乙, 认定事项: 经济效益}}",
        "d.yaml:5:51: 认定[1].记录编号: 没有这个编号的记录；给出的是「专利乙」",
        ("是否想填「专利甲」？",),
    ),
    Bad(
        "the same decision twice",
        f"{DECIDED}- {DECISION}, 条款: x}}\n- {DECISION}, 条款: x}}",
        "d.yaml:6:3: 认定[2]: 同一事项认定了两次",
    ),
    Bad(
        "decision without a basis",
        f"{WHO}认定:\n- 条款: x\n  结论: 是\n  认定人: a\n  日期: 2026-01-01",
        "d.yaml:3:3: 认定[1]: 缺少必填的「依据」",
    ),
    Bad(
        "decision with a blank basis",
        f"{WHO}认定:\n- {{条款: x, 结论: 是, 认定人: a, 日期: 2026, 依据: }}",
        "d.yaml:3:36: 认定[1].依据: 必填，不能空着",
    ),
]

SYNTAX = [
    Bad("empty", "", "d.yaml: 文件是空的"),
    Bad("blanks", " \n ", "d.yaml: 文件是空的"),
    Bad("comments", "# 申报人", "d.yaml:1:1: 文件里只有注释"),
    Bad("a list at the top", "- a", "d.yaml:1:1: 最外层要是「名称: 内容」"),
    Bad(
        "an anchor bomb",
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
        "d.yaml:1:4: 不支持锚点和别名",
    ),
    Bad("a merge key", f"{WHO}<<: {{学历: []}}", "d.yaml:2:1: 不支持合并键（<<）"),
    Bad("a tag", "申报人: !!python/object/apply:os.system [ls]", "d.yaml:1:6: 不支持「!」标签"),
    Bad("a full-width colon", "申报人：\n  编号: a", "d.yaml:1:4: 用了全角冒号「：」"),
    Bad(
        "a full-width colon inside",
        "申报人:\n  编号：a",
        "d.yaml:2:3: 申报人: 名称后面要用半角冒号加一个空格；给出的是「编号：a」",
    ),
    Bad(
        "no blank after a colon",
        "申报人:\n  编号:a",
        "d.yaml:2:3: 申报人: 名称后面要用半角冒号加一个空格；给出的是「编号:a」",
    ),
    Bad("a tab", "申报人:\n\t编号: a", "d.yaml:2:1: 缩进用了制表符"),
    Bad("several documents", f"{WHO}---\n{WHO}", "d.yaml:2:1: 一个文件里有多份文档"),
    Bad("nested 100 deep", f"{WHO}学历: {'[' * 100}{']' * 100}", "d.yaml:2:24: 嵌套超过 20 层"),
    Bad("NUL", "申报人: {编号: a\0b}", "d.yaml:1:12: 有不可见的控制字符", ("U+0000",)),
    Bad(
        "a terminal sequence",
        "申报人: {编号: \x1b[31m}",
        "d.yaml:1:11: 有不可见的控制",
        ("U+001B",),
    ),
    Bad("a lone surrogate", "申报人: {编号: \ud842}", "d.yaml:1:11: 有半个字符", ("U+D842",)),
    Bad("an unclosed quotation mark", '申报人: {编号: "a}', "d.yaml:1:11: 引号没有配对"),
    Bad("an odd indentation", "申报人:\n  编号: a\n 姓名: b", "d.yaml:3:2: 缩进不齐"),
    Bad(
        "a JSON comma at the end",
        '{"申报人": {"编号": "a"},}',
        "d.json:1:21: ",
        ("名称",),
        "d.json",
    ),
    Bad("JSON NaN", '{"自评分": NaN}', "d.json:1:9: 不是数；给出的是「NaN」", (), "d.json"),
    Bad(
        "a JSON key twice",
        '{"学历": 1,\n"学历": 2}',
        "d.json:2:1: 名称重复：第 1 行和",
        (),
        "d.json",
    ),
    Bad("JSON for YAML", "{申报人: 1}", "d.json:1:2: 这里要有半角双引号", (), "d.json"),
    Bad("half a JSON text", '{"申报人": {"编号": "a"', "d.json:1:", ("括号没有配对",), "d.json"),
    Bad(
        "a JSON surrogate",
        '{"申报人": {"编号": "\\ud842"}}',
        "d.json:1:16: 有半个字符",
        (),
        "d.json",
    ),
]

BAD = [*KEYS, *FORMS, *WORDS, *NUMBERS, *DAYS, *TOGETHER, *SYNTAX]

MODELS: list[type[Part]] = [Dossier, Notice, Candidate, Determination, *ACHIEVEMENTS]
MODELS += [model for model in Record.__subclasses__() if not model.__subclasses__()]

ALIASES = {alias_of(model, name) for model in MODELS for name in fields_of(model)}
"""The keys by which a Chinese word in an English message would be ours and not the caller's."""


def check_english(problem: Problem, text: str) -> None:
    """Assert that the English message has no Chinese key that is not in *text* or meant by it."""
    english = problem.in_language("en")
    own = english.replace(problem.nearest or "\0", "")

    assert problem.what.en
    assert "；" not in english
    assert [alias for alias in ALIASES if alias in own and alias not in text] == []


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_bad_text_is_refused(bad: Bad) -> None:
    """Each is refused with place, field, value, and what is accepted or nearest."""
    with pytest.raises(InputError) as refused:
        dossier_from_text(bad.text, bad.source)
    told = refused.value.in_language("zh")

    assert told.startswith(bad.begins)
    assert [part for part in bad.parts if part not in told] == []
    for problem in refused.value.problems:
        check_english(problem, bad.text)


def test_a_file_for_something_else_is_only_told_so() -> None:
    """A notice given as a dossier has all the wrong names; what it is explains them all."""
    notice = "格式: zhicheng.notice/1\n业绩截止日: 2026-08-09\n考核年度: [2024]\n"
    with pytest.raises(InputError) as refused:
        dossier_from_text(notice, "d.yaml")
    (problem,) = refused.value.problems
    told = refused.value.in_language("zh")
    assert problem.field == "格式"
    assert "「zhicheng.notice/1」" in told
    assert "zhicheng.dossier/1" in told


def test_kinds_of_bad_input_are_many() -> None:
    """The table stays a table of kinds."""

    assert len({bad.name for bad in BAD}) == len(BAD) >= 60


def _bytes(content: bytes, name: str = "d.yaml") -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    return make


def _sparse(folder: Path) -> Path:
    path = folder / "d.yaml"
    path.touch()
    os.truncate(path, 50_000_000)
    return path


def _folder(folder: Path) -> Path:
    return folder


def _nothing(folder: Path) -> Path:
    return folder / "none.yaml"


@pytest.mark.parametrize(
    ("make", "told"),
    [
        pytest.param(_nothing, ": 文件不存在", id="missing"),
        pytest.param(_folder, ": 是目录，不是文件", id="directory"),
        pytest.param(_sparse, ": 文件大于 5 MB", id="50 MB"),
        pytest.param(_bytes(b""), ": 文件是空的", id="empty"),
        pytest.param(_bytes(WHO.encode("gbk")), ":1:1: 不是 UTF-8 编码，像是 GBK", id="GBK"),
        pytest.param(_bytes(WHO.encode("utf-16")), ": 不是 UTF-8 编码，像是 UTF-16", id="UTF-16"),
        pytest.param(_bytes(b"a: \xff\xff\xff"), ":1:4: 不是 UTF-8 编码", id="bytes"),
        pytest.param(_bytes(b"a: \0\n" + b"b: c\n" * 9), ":1:4: 有不可见的控制字符", id="NUL"),
        pytest.param(_bytes(b"PK\3\4", "d.xlsx"), ": 不支持这种文件；给出的是「.xlsx」", id="xlsx"),
        pytest.param(_bytes(b"[]", "d.json"), ":1:1: 最外层要是「名称: 内容」", id="JSON list"),
    ],
)
def test_bad_file_is_refused(tmp_path: Path, make: Callable[[Path], Path], told: str) -> None:
    """What is no dossier file is refused with what it looks like."""
    path = make(tmp_path)
    with pytest.raises(InputError) as refused:
        read_dossier(path)
    (problem,) = refused.value.problems

    assert problem.in_language("zh").startswith(f"{path}{told}")
    check_english(problem, "")


@pytest.mark.parametrize(
    "name",
    [
        'x"). verdict("x",eligible). qualified("x',
        'x"). :- #true. foo("',
        "%* *%",
        "<script>alert(1)</script>",
        "𠮷𪚥",
        "\u202e倒着写",
        "{{7*7}}",
        "=cmd|' /C calc'!A0",
        "no",
    ],
)
def test_strange_names_are_names(name: str) -> None:
    """What a name looks like is no reason to refuse it, nor to read it as anything else."""
    quoted = name.replace("'", "''")
    text = f"申报人: {{编号: a, 姓名: '{quoted}'}}"

    assert dossier_from_text(text, "d.yaml").candidate.name == name


def test_most_records_are_accepted() -> None:
    """The limit itself is not beyond the limit."""
    dossier = dossier_from_text(f"{WHO}学历: [{'{},' * MAX_RECORDS}]", "d.yaml")

    assert len(dossier.education or ()) == MAX_RECORDS
