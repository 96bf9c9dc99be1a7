"""Every kind of bad review record is refused with the place, what is wrong, and what would be right."""

from typing import NamedTuple

import pytest

from reasoner.errors import InputError
from reasoner.intake.review import review_record_from_text
from reasoner.procedure import check_procedure


class Bad(NamedTuple):
    """A *text* that is refused; the problem, in Chinese, begins so and has *parts* in it."""

    name: str
    text: str
    begins: str
    parts: tuple[str, ...] = ()


TRACK = "评审专业: 物联网高级工程师\n"
HEAD = f"{TRACK}年度: 2026\n"
DATES = "可填：2021年3月5日、2021-03-05"
COUNTS = "可填：0 到 10000000 的整数"
MANY = ", ".join(f"专家{number}" for number in range(501))

KINDS = [
    Bad("nothing", "", "r.yaml: 文件是空的"),
    Bad("a list", "- 甲\n", "r.yaml:1:1: 最外层要是「名称: 内容」"),
    Bad("a tab", f"{HEAD}步骤:\n\t投票表决: 2026-09-15\n", "r.yaml:4:1: 缩进用了制表符（Tab）"),
    Bad("no specialty", "年度: 2026\n", "r.yaml:1:1: 缺少必填的「评审专业」"),
    Bad("blank specialty", "评审专业:\n年度: 2026\n", "r.yaml:1:1: 评审专业: 必填，不能空着"),
    Bad(
        "unknown specialty",
        "评审专业: 生物医药高级工程师\n年度: 2026\n",
        "r.yaml:1:7: 评审专业: 不是可填的词；给出的是「生物医药高级工程师」",
        ("可填：物联网高级工程师、机器人高级工程师、工业互联网高级工程师",),
    ),
    Bad(
        "misspelled specialty",
        "track: iot.seniro\nyear: 2026\n",
        "r.yaml:1:8: track: 不是可填的词",
        ("是否想填「iot.senior」？",),
    ),
    Bad("no year", TRACK, "r.yaml:1:1: 缺少必填的「年度」"),
    Bad("a short year", f"{TRACK}年度: 26\n", "r.yaml:2:5: 年度: 年度应为四位数字"),
    Bad(
        "a year too far",
        f"{TRACK}年度: 2999\n",
        "r.yaml:2:5: 年度: 年度应为四位数字",
        ("1950 至 2100",),
    ),
    Bad("a year told twice", f"{HEAD}年度: 2027\n", "r.yaml:3:1: 名称重复：第 2 行和第 3 行"),
    Bad(
        "another format",
        f"{HEAD}格式: zhicheng.review/9\n",
        "r.yaml:3:5: 格式: 不是可用的写法",
        ("可填：zhicheng.review/1",),
    ),
    Bad(
        "an unknown section",
        f"{HEAD}评委回: {{成员: []}}\n",
        "r.yaml:3:1: 评委回: 没有这个名称的项目",
        ("是否想填「评委会」？",),
    ),
    Bad(
        "a list for the panel",
        f"{HEAD}评委会: [专家甲]\n",
        "r.yaml:3:6: 评委会: 应为若干行「名称: 内容」",
        ("可填：从专家库抽取、随机抽取、成员",),
    ),
    Bad(
        "a number of members for their names",
        f"{HEAD}评委会: {{成员: 11}}\n",
        "r.yaml:3:11: 评委会.成员: 应为列表",
        ("给出的是「11」",),
    ),
    Bad(
        "a member without a name",
        f"{HEAD}评委会: {{成员: [{{到会: 出席}}]}}\n",
        "r.yaml:3:12: 评委会.成员[1]: 缺少必填的「专家」",
    ),
    Bad(
        "a bare name",
        f"{HEAD}评委会: {{成员: [专家甲]}}\n",
        "r.yaml:3:12: 评委会.成员[1]: 应为若干行「名称: 内容」",
        ("可填：专家、到会",),
    ),
    Bad(
        "unknown attendance",
        f"{HEAD}评委会: {{成员: [{{专家: 甲, 到会: 来了}}]}}\n",
        "r.yaml:3:24: 评委会.成员[1].到会: 不是可填的词；给出的是「来了」",
        ("可填：出席、未出席、中途离会",),
    ),
    Bad(
        "neither yes nor no",
        f"{HEAD}评委会: {{随机抽取: 也许}}\n",
        "r.yaml:3:13: 评委会.随机抽取: 不是可填的词",
        ("可填：是、否",),
    ),
    Bad(
        "a member twice",
        f"{HEAD}评委会: {{成员: [{{专家: 甲}}, {{专家: 甲}}]}}\n",
        "r.yaml:3:11: 评委会.成员: 专家“甲”出现了 2 次",
    ),
    Bad(
        "a group without a name",
        f"{HEAD}专业评议组: [{{专家: [甲]}}]\n",
        "r.yaml:3:9: 专业评议组[1]: 缺少必填的「名称」",
    ),
    Bad(
        "too many experts",
        f"{HEAD}专业评议组: [{{名称: 一组, 专家: [{MANY}]}}]\n",
        "r.yaml:3:22: 专业评议组[1].专家: 至多 500 项",
    ),
    Bad(
        "a day that there is not",
        f"{HEAD}步骤: {{投票表决: 2026-02-30}}\n",
        "r.yaml:3:12: 步骤.投票表决: 2026 年 2 月没有 30 日",
        (DATES,),
    ),
    Bad(
        "a month that there is not",
        f"{HEAD}步骤: {{投票表决: 2026-13-01}}\n",
        "r.yaml:3:12: 步骤.投票表决: 没有 13 月",
    ),
    Bad(
        "words for a date",
        f"{HEAD}步骤: {{投票表决: 下周}}\n",
        "r.yaml:3:12: 步骤.投票表决: 不是日期；给出的是「下周」",
    ),
    Bad(
        "a vote that goes on",
        f"{HEAD}步骤: {{投票表决: 至今}}\n",
        "r.yaml:3:12: 步骤.投票表决: 不是日期",
    ),
    Bad(
        "a year beyond all calendars",
        f"{HEAD}步骤: {{投票表决: 2150-03-01}}\n",
        "r.yaml:3:12: 步骤.投票表决: 年份 2150 不在 1900..2100 之内",
    ),
    Bad(
        "an end before its start",
        f"{HEAD}步骤: {{结果公示: {{开始: 2026-10-09, 结束: 2026-09-28}}}}\n",
        "r.yaml:3:33: 步骤.结果公示.结束: 结束（2026-09-28）早于开始（2026-10-09）",
    ),
    Bad(
        "a day for a period",
        f"{HEAD}步骤: {{结果公示: 2026-10-09}}\n",
        "r.yaml:3:12: 步骤.结果公示: 应为若干行「名称: 内容」",
        ("可填：开始、结束、有无反映问题、已调查处理",),
    ),
    Bad(
        "a period for a day",
        f"{HEAD}步骤: {{投票表决: {{开始: 2026-10-09}}}}\n",
        "r.yaml:3:12: 步骤.投票表决: 只能填一个内容",
    ),
    Bad(
        "one step under both names",
        f"{HEAD}步骤: {{投票表决: 2026-09-15, vote: 2026-09-15}}\n",
        "r.yaml:3:24: 步骤.vote: 与「投票表决」是同一项，写了两次",
    ),
    Bad(
        "an unknown step",
        f"{HEAD}步骤: {{投票: 2026-09-15}}\n",
        "r.yaml:3:6: 步骤.投票: 没有这个名称的项目",
        ("投票表决",),
    ),
    Bad(
        "a candidate without an id",
        f"{HEAD}申报人: [{{通过: 是}}]\n",
        "r.yaml:3:7: 申报人[1]: 缺少必填的「编号」",
    ),
    Bad(
        "two candidates with one id",
        f"{HEAD}申报人: [{{编号: 甲}}, {{编号: 甲}}]\n",
        "r.yaml:3:12: 申报人[1].编号: 编号重复；给出的是「甲」",
    ),
    Bad(
        "a negative number of votes",
        f"{HEAD}申报人: [{{编号: 甲, 赞成票数: -1}}]\n",
        "r.yaml:3:21: 申报人[1].赞成票数: 不在 0 到 10000000 之间；给出的是「-1」",
        (COUNTS,),
    ),
    Bad(
        "half a vote",
        f"{HEAD}申报人: [{{编号: 甲, 赞成票数: 6.5}}]\n",
        "r.yaml:3:21: 申报人[1].赞成票数: 不是整数；给出的是「6.5」",
        (COUNTS,),
    ),
    Bad(
        "more votes than integers",
        f"{HEAD}申报人: [{{编号: 甲, 反对票数: 99999999999}}]\n",
        "r.yaml:3:21: 申报人[1].反对票数: 不在 0 到 10000000 之间",
    ),
    Bad(
        "words for a number of votes",
        f"{HEAD}申报人: [{{编号: 甲, 弃权票数: 无人}}]\n",
        "r.yaml:3:21: 申报人[1].弃权票数: 不是整数；给出的是「无人」",
    ),
    Bad(
        "a number for the experts in favour",
        f"{HEAD}申报人: [{{编号: 甲, 赞成: 7}}]\n",
        "r.yaml:3:19: 申报人[1].赞成: 应为列表",
        ("给出的是「7」",),
    ),
    Bad(
        "names and numbers of one vote",
        f"{HEAD}申报人: [{{编号: 甲, 赞成: [专家甲], 赞成票数: 1}}]\n",
        "r.yaml:3:7: 申报人[1]: 投票既写了专家名单（赞成、反对、弃权），又写了票数或投票专家",
    ),
    Bad(
        "an expert in favour and against",
        f"{HEAD}申报人: [{{编号: 甲, 赞成: [专家甲], 反对: [专家甲]}}]\n",
        "r.yaml:3:7: 申报人[1]: 专家“专家甲”出现了 2 次",
    ),
    Bad(
        "a voter twice",
        f"{HEAD}申报人: [{{编号: 甲, 投票专家: [专家甲, 专家甲]}}]\n",
        "r.yaml:3:21: 申报人[1].投票专家: 专家“专家甲”出现了 2 次",
    ),
    Bad(
        "a relation to nobody",
        f"{HEAD}回避: [{{专家: 甲, 申报人: 甲-01, 关系: 直系亲属}}]\n申报人: [{{编号: 甲-001}}]\n",
        "r.yaml:3:19: 回避[1].申报人: 没有这个编号的申报人；给出的是「甲-01」",
        ("是否想填「甲-001」？",),
    ),
    Bad(
        "an unknown relation",
        f"{HEAD}回避: [{{专家: 甲, 申报人: 乙, 关系: 同学}}]\n",
        "r.yaml:3:26: 回避[1].关系: 不是可填的词",
        ("可填：直系亲属、利害关系、其他关系",),
    ),
    Bad(
        "a pool of less than nobody",
        f"{HEAD}专家库: {{历次调整: [{{日期: 2025-01-01, 总人数: -6}}]}}\n",
        "r.yaml:3:36: 专家库.历次调整[1].总人数: 不在 0 到 10000000 之间",
    ),
    Bad(
        "more replaced than there are",
        f"{HEAD}专家库: {{历次调整: [{{日期: 2025-01-01, 总人数: 60, 调整人数: 61}}]}}\n",
        "r.yaml:3:46: 专家库.历次调整[1].调整人数: 调整人数（61）多于总人数（60）",
    ),
    Bad(
        "a renewal without a date",
        f"{HEAD}专家库: {{历次调整: [{{总人数: 60}}]}}\n",
        "r.yaml:3:14: 专家库.历次调整[1]: 缺少必填的「日期」",
    ),
]


@pytest.mark.parametrize("bad", KINDS, ids=lambda bad: bad.name)
def test_a_bad_record_is_refused(bad: Bad) -> None:
    """The message has file, line, column, field and value, and says what would be accepted."""
    with pytest.raises(InputError) as caught:
        review_record_from_text(bad.text, "r.yaml")
    message = caught.value.in_language("zh")
    assert message.startswith(bad.begins)
    for part in bad.parts:
        assert part in message
    english = caught.value.in_language("en")
    assert english != message
    assert english.startswith(bad.begins.partition(": ")[0])


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("年度: ２０２６\n", "年度: 2026\n"),
        ("年度: 2026年度\n", "年度: 2026\n"),
        (
            f"{HEAD}步骤: {{投票表决: ２０２６年９月１５日}}\n",
            f"{HEAD}步骤: {{投票表决: 2026-09-15}}\n",
        ),
        (
            f"{HEAD}申报人: [{{编号: 甲, 赞成票数: ７}}]\n",
            f"{HEAD}申报人: [{{编号: 甲, 赞成票数: 7}}]\n",
        ),
    ],
)
def test_what_people_write_is_understood(written: str, plain: str) -> None:
    """Digits of full width, and units where people write them, mean the same."""
    first = [text if text.startswith(TRACK) else TRACK + text for text in (written, plain)]
    one, other = (review_record_from_text(text, "r.yaml") for text in first)
    assert one == other


@pytest.mark.parametrize("year", [1999, 2003, 2099])
def test_a_year_that_the_calendar_does_not_know_is_no_fault(year: int) -> None:
    """It may be long enough; the check says that its working days cannot be counted."""
    period = f"{{开始: {year}-03-01, 结束: {year}-03-09}}"
    record = review_record_from_text(f"{HEAD}步骤: {{结果公示: {period}}}\n", "r.yaml")
    found = [one for one in check_procedure(record).findings if one.code == "publicity_not_counted"]
    assert [one.what.zh for one in found] == ["节假日安排未收录，工作日无法计算"]


def test_all_faults_are_told_at_once() -> None:
    """A record with three faults gives three problems, in the order of the lines."""
    text = "评审专业: 物联网\n年度: 26\n步骤: {投票表决: 下周}\n"
    with pytest.raises(InputError) as caught:
        review_record_from_text(text, "r.yaml")
    lines = caught.value.in_language("zh").splitlines()
    assert [line.split(":")[1] for line in lines] == ["1", "2", "3"]
