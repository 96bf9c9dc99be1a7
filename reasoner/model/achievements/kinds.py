"""The kinds of achievement, and what all achievements have."""

from typing import Annotated, Final

from pydantic import BeforeValidator
from pydantic import Field as Described

from reasoner.model.fields import ONE_OR_MORE, Day, End, ShortText
from reasoner.model.records import Fields, Record
from reasoner.model.word import Word, find_word
from reasoner.model.words import levels


class Kind(Word):
    """Kinds of achievement."""

    PROJECT = "project", "项目", "project", "课题"
    PRODUCT = "product", "产品"
    PLATFORM = "platform", "平台", "platform", "技术平台"
    AWARD = "award", "科学技术奖", "science award", "科技奖", "award"
    INDUSTRY_AWARD = "industry_award", "行业技术奖", "industry award", "行业奖"
    PATENT = "patent", "专利"
    STANDARD = "standard", "标准"
    POLICY_PLAN = "policy_plan", "受委托规划", "commissioned plan", "规划", "战略决策"
    PAPER = "paper", "论文"
    FIRST_SET = "first_set", "首台套", "first set", "首台（套）"
    POST = "post", "兼职", "post", "社会兼职"
    PATENT_AWARD = "patent_award", "专利或知识产权奖", "patent award", "专利奖", "知识产权奖"
    SOFTWARE_COPYRIGHT = "software_copyright", "软件著作权", "software copyright", "软著"
    DEMO_PROJECT = "demo_project", "示范项目", "demonstration project", "试点示范"
    BENCHMARK = "benchmark", "标杆示范", "benchmark", "标杆示范类项目"
    EXPERIENCE = "experience", "工作实践", "technical experience", "技术工作"
    TALK = "talk", "学术报告", "talk", "会议报告"
    PLATFORM_POST = "platform_post", "平台任职", "post at a platform"
    CONFORMITY = "conformity", "贯标评估", "conformity assessment", "企业贯标"
    CONSULTING = "consulting", "咨询研究", "consulting", "规划咨询"
    PLATFORM_PLAN = "platform_plan", "平台项目规划", "platform plan"
    WHITE_PAPER = "white_paper", "行业白皮书", "white paper", "白皮书"
    CONTEST = "contest", "竞赛", "contest", "大赛"
    BOOK = "book", "著作", "book", "著作译著"
    NEW_PRODUCT = "new_product", "新产品新技术", "new product or technology", "新产品"
    WEB_WORK = "web_work", "网络作品", "work spread on the network"
    ASSOCIATION_POST = "association_post", "社会团体任职", "office in an association"
    COMMITTEE_SEAT = "committee_seat", "标技委或专家库成员", "seat in a committee", "专家库成员"
    LECTURE = "lecture", "授课讲座", "lecture", "培训授课", "讲座"


# What records of several kinds of achievement are called together.
ANY_ACHIEVEMENT: Final = "achievement"


class Achievement(Record):
    """What all achievements have; outside its field or without evidence none counts (art. 13)."""

    fields: Fields | None = Described(None, alias="所属专业")
    evidence: Annotated[tuple[ShortText, ...], ONE_OR_MORE] | None = Described(
        None, alias="佐证材料"
    )
    # For the score: the part in what has no proof of rank, and what other records are about as well.
    role: levels.Role | None = Described(None, alias="承担角色")
    same_work: ShortText | None = Described(None, alias="同一成果")


class Obtained(Achievement):
    """An achievement obtained on a day."""

    date: Day | None = Described(None, alias="日期")


class Lasting(Achievement):
    """An achievement that lasts from start to end."""

    start: Day | None = Described(None, alias="开始")
    end: End | None = Described(None, alias="结束")


def of_kind(kind: Kind) -> BeforeValidator:
    """Return the validator that reads any spelling of *kind*."""

    def read(value: object) -> object:
        return kind.value if isinstance(value, str) and find_word(Kind, value) is kind else value

    return BeforeValidator(read)
