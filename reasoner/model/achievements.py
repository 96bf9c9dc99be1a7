"""The achievements of a dossier, one class a kind.

The name of a field is the attribute in the rules; the alias is what Chinese dossiers call it.
"""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Tag
from pydantic import Field as Described

from reasoner.model import words
from reasoner.model.fields import ONE_OR_MORE, Amount, Count, Day, End, RankOnCertificate, ShortText
from reasoner.model.records import Fields, Record, YesNo
from reasoner.model.words import Word, find_word, spelled


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


class Achievement(Record):
    """What all achievements have; outside its field or without evidence none counts (art. 13)."""

    fields: Fields | None = Described(None, alias="所属专业")
    evidence: Annotated[tuple[ShortText, ...], ONE_OR_MORE] | None = Described(
        None, alias="佐证材料"
    )


class Obtained(Achievement):
    """An achievement obtained on a day."""

    date: Day | None = Described(None, alias="日期")


class Lasting(Achievement):
    """An achievement that lasts from start to end."""

    start: Day | None = Described(None, alias="开始")
    end: End | None = Described(None, alias="结束")


def _of_kind(kind: Kind) -> BeforeValidator:
    def read(value: object) -> object:
        return kind.value if isinstance(value, str) and find_word(Kind, value) is kind else value

    return BeforeValidator(read)


class Project(Lasting):
    """A research or engineering project.

    Of a sub-topic, programme and level are those of the main project.
    """

    kind_of_record = "project"
    kind: Annotated[Literal["project"], _of_kind(Kind.PROJECT)] = Described("project", alias="类别")

    programme: Annotated[words.Programme, spelled(words.Programme)] | None = Described(
        None, alias="计划类别"
    )
    level: Annotated[words.Level, spelled(words.Level)] | None = Described(None, alias="级别")
    sub_topic: YesNo | None = Described(None, alias="子课题")
    rank: RankOnCertificate | None = Described(None, alias="排名")
    project_state: Annotated[words.ProjectState, spelled(words.ProjectState)] | None = Described(
        None, alias="状态"
    )
    initiation: Annotated[words.Initiation, spelled(words.Initiation)] | None = Described(
        None, alias="立项方式"
    )
    amount: Amount | None = Described(None, alias="金额")
    team_size: Count | None = Described(None, alias="团队人数")


class Product(Obtained):
    """A product developed."""

    kind_of_record = "product"
    kind: Annotated[Literal["product"], _of_kind(Kind.PRODUCT)] = Described("product", alias="类别")

    rank: RankOnCertificate | None = Described(None, alias="排名")
    sales: Amount | None = Described(None, alias="累计销售收入")


class Platform(Lasting):
    """A technical platform led or built."""

    kind_of_record = "platform"
    kind: Annotated[Literal["platform"], _of_kind(Kind.PLATFORM)] = Described(
        "platform", alias="类别"
    )

    platform_type: Annotated[words.PlatformType, spelled(words.PlatformType)] | None = Described(
        None, alias="平台种类"
    )
    level: Annotated[words.Level, spelled(words.Level)] | None = Described(None, alias="级别")
    key_platform: YesNo | None = Described(None, alias="重点平台")
    rank: RankOnCertificate | None = Described(None, alias="排名")
    platform_state: Annotated[words.PlatformState, spelled(words.PlatformState)] | None = Described(
        None, alias="状态"
    )


class Award(Obtained):
    """A science and technology award."""

    kind_of_record = "award"
    kind: Annotated[Literal["award"], _of_kind(Kind.AWARD)] = Described("award", alias="类别")

    prize: Annotated[words.Prize, spelled(words.Prize)] | None = Described(None, alias="奖种")
    awarded_by: Annotated[words.AwardedBy, spelled(words.AwardedBy)] | None = Described(
        None, alias="授奖单位"
    )
    level: Annotated[words.Level, spelled(words.Level)] | None = Described(None, alias="级别")
    award_grade: Annotated[words.AwardGrade, spelled(words.AwardGrade)] | None = Described(
        None, alias="等级"
    )
    rank: RankOnCertificate | None = Described(None, alias="排名")
    listed: YesNo | None = Described(None, alias="证书列名")


class IndustryAward(Obtained):
    """A technical award of the trade."""

    kind_of_record = "industry_award"
    kind: Annotated[Literal["industry_award"], _of_kind(Kind.INDUSTRY_AWARD)] = Described(
        "industry_award", alias="类别"
    )

    level: Annotated[words.Level, spelled(words.Level)] | None = Described(None, alias="级别")


class Patent(Obtained):
    """A patent or PCT application; the date is that of the state told."""

    kind_of_record = "patent"
    kind: Annotated[Literal["patent"], _of_kind(Kind.PATENT)] = Described("patent", alias="类别")

    patent_type: Annotated[words.PatentType, spelled(words.PatentType)] | None = Described(
        None, alias="专利种类"
    )
    patent_state: Annotated[words.PatentState, spelled(words.PatentState)] | None = Described(
        None, alias="状态"
    )
    rank: RankOnCertificate | None = Described(None, alias="排名")


class Standard(Obtained):
    """A standard drafted."""

    kind_of_record = "standard"
    kind: Annotated[Literal["standard"], _of_kind(Kind.STANDARD)] = Described(
        "standard", alias="类别"
    )

    standard_level: Annotated[words.StandardLevel, spelled(words.StandardLevel)] | None = Described(
        None, alias="标准级别"
    )
    issued_by: Annotated[words.IssuedBy, spelled(words.IssuedBy)] | None = Described(
        None, alias="制定组织"
    )
    standard_state: Annotated[words.StandardState, spelled(words.StandardState)] | None = Described(
        None, alias="状态"
    )
    rank: RankOnCertificate | None = Described(None, alias="排名")


class PolicyPlan(Obtained):
    """A plan or decision that a department commissioned."""

    kind_of_record = "policy_plan"
    kind: Annotated[Literal["policy_plan"], _of_kind(Kind.POLICY_PLAN)] = Described(
        "policy_plan", alias="类别"
    )

    plan_type: Annotated[words.PlanType, spelled(words.PlanType)] | None = Described(
        None, alias="规划种类"
    )
    commissioner_level: (
        Annotated[words.CommissionerLevel, spelled(words.CommissionerLevel)] | None
    ) = Described(None, alias="委托部门")
    outcome: Annotated[words.Outcome, spelled(words.Outcome)] | None = Described(
        None, alias="采用情况"
    )


class Paper(Obtained):
    """A paper; the date is that of publication."""

    kind_of_record = "paper"
    kind: Annotated[Literal["paper"], _of_kind(Kind.PAPER)] = Described("paper", alias="类别")

    indexed_in: (
        Annotated[tuple[Annotated[words.IndexedIn, spelled(words.IndexedIn)], ...], ONE_OR_MORE]
        | None
    ) = Described(None, alias="收录")
    tier: Annotated[words.Tier, spelled(words.Tier)] | None = Described(None, alias="期刊类别")
    authorship: (
        Annotated[tuple[Annotated[words.Authorship, spelled(words.Authorship)], ...], ONE_OR_MORE]
        | None
    ) = Described(None, alias="作者身份")
    paper_state: Annotated[words.PaperState, spelled(words.PaperState)] | None = Described(
        None, alias="状态"
    )
    article_type: Annotated[words.ArticleType, spelled(words.ArticleType)] | None = Described(
        None, alias="文章性质"
    )
    venue_type: Annotated[words.VenueType, spelled(words.VenueType)] | None = Described(
        None, alias="载体"
    )
    serial_number: Annotated[words.SerialNumber, spelled(words.SerialNumber)] | None = Described(
        None, alias="刊号"
    )


class FirstSet(Obtained):
    """A first set of major technical equipment."""

    kind_of_record = "first_set"
    kind: Annotated[Literal["first_set"], _of_kind(Kind.FIRST_SET)] = Described(
        "first_set", alias="类别"
    )

    first_set_scope: Annotated[words.FirstSetScope, spelled(words.FirstSetScope)] | None = (
        Described(None, alias="首台套范围")
    )
    first_set_state: Annotated[words.FirstSetState, spelled(words.FirstSetState)] | None = (
        Described(None, alias="状态")
    )
    rank: RankOnCertificate | None = Described(None, alias="排名")


class Post(Lasting):
    """A post beside the main one."""

    kind_of_record = "post"
    kind: Annotated[Literal["post"], _of_kind(Kind.POST)] = Described("post", alias="类别")

    post_title: Annotated[words.PostTitle, spelled(words.PostTitle)] | None = Described(
        None, alias="职务"
    )
    engaged_by: Annotated[words.EngagedBy, spelled(words.EngagedBy)] | None = Described(
        None, alias="聘任方式"
    )
    school_class: (
        Annotated[tuple[Annotated[words.SchoolClass, spelled(words.SchoolClass)], ...], ONE_OR_MORE]
        | None
    ) = Described(None, alias="高校类别")


ACHIEVEMENTS: tuple[type[Achievement], ...] = (
    Project,
    Product,
    Platform,
    Award,
    IndustryAward,
    Patent,
    Standard,
    PolicyPlan,
    Paper,
    FirstSet,
    Post,
)


def kind_of(value: Any) -> str | None:  # noqa: ANN401 - pydantic hands over anything
    """Return the kind that a raw achievement names, however it is spelled, or ``None``."""
    if isinstance(value, Achievement):
        return value.kind_of_record
    named = (value.get("kind") or value.get("类别")) if isinstance(value, dict) else None
    word = find_word(Kind, named) if isinstance(named, str) else None
    return word.value if word else None


AnyAchievement = Annotated[
    Annotated[Project, Tag("project")]
    | Annotated[Product, Tag("product")]
    | Annotated[Platform, Tag("platform")]
    | Annotated[Award, Tag("award")]
    | Annotated[IndustryAward, Tag("industry_award")]
    | Annotated[Patent, Tag("patent")]
    | Annotated[Standard, Tag("standard")]
    | Annotated[PolicyPlan, Tag("policy_plan")]
    | Annotated[Paper, Tag("paper")]
    | Annotated[FirstSet, Tag("first_set")]
    | Annotated[Post, Tag("post")],
    Discriminator(kind_of, custom_error_type="unknown_kind", custom_error_message="unknown kind"),
]
