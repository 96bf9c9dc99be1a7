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
    project_category: Annotated[words.ProjectCategory, spelled(words.ProjectCategory)] | None = (
        Described(None, alias="项目类型")
    )
    involvement: Annotated[words.Involvement, spelled(words.Involvement)] | None = Described(
        None, alias="参与方式"
    )


class Product(Obtained):
    """A product developed."""

    kind_of_record = "product"
    kind: Annotated[Literal["product"], _of_kind(Kind.PRODUCT)] = Described("product", alias="类别")

    rank: RankOnCertificate | None = Described(None, alias="排名")
    sales: Amount | None = Described(None, alias="累计销售收入")
    maintenance_income: Amount | None = Described(None, alias="纯运维服务收入")
    use_state: Annotated[words.UseState, spelled(words.UseState)] | None = Described(
        None, alias="应用情况"
    )


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
    rank_by_employer: RankOnCertificate | None = Described(None, alias="单位排名名单")
    listed: YesNo | None = Described(None, alias="证书列名")


class IndustryAward(Obtained):
    """A technical award of the trade."""

    kind_of_record = "industry_award"
    kind: Annotated[Literal["industry_award"], _of_kind(Kind.INDUSTRY_AWARD)] = Described(
        "industry_award", alias="类别"
    )

    level: Annotated[words.Level, spelled(words.Level)] | None = Described(None, alias="级别")
    awarded_by: Annotated[words.AwardedBy, spelled(words.AwardedBy)] | None = Described(
        None, alias="授奖单位"
    )


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
    industrialised: YesNo | None = Described(None, alias="产业化应用")


class Standard(Obtained):
    """A standard drafted."""

    kind_of_record = "standard"
    kind: Annotated[Literal["standard"], _of_kind(Kind.STANDARD)] = Described(
        "standard", alias="类别"
    )

    standard_level: Annotated[words.StandardLevel, spelled(words.StandardLevel)] | None = Described(
        None, alias="标准级别"
    )
    standard_kind: Annotated[words.StandardKind, spelled(words.StandardKind)] | None = Described(
        None, alias="文件性质"
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
    rank: RankOnCertificate | None = Described(None, alias="排名")


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
    venue_scope: Annotated[words.VenueScope, spelled(words.VenueScope)] | None = Described(
        None, alias="刊物或会议级别"
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
    first_set_kind: Annotated[words.FirstSetKind, spelled(words.FirstSetKind)] | None = Described(
        None, alias="首台套种类"
    )
    recognised_by: Annotated[words.RecognisedBy, spelled(words.RecognisedBy)] | None = Described(
        None, alias="认定单位"
    )
    first_set_state: Annotated[words.FirstSetState, spelled(words.FirstSetState)] | None = (
        Described(None, alias="状态")
    )
    rank: RankOnCertificate | None = Described(None, alias="排名")
    added_output: Amount | None = Described(None, alias="近三年年均新增产值")
    added_tax: Amount | None = Described(None, alias="近三年年均新增上缴税金")


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


class PatentAward(Obtained):
    """A patent or intellectual property award."""

    kind_of_record = "patent_award"
    kind: Annotated[Literal["patent_award"], _of_kind(Kind.PATENT_AWARD)] = Described(
        "patent_award", alias="类别"
    )

    patent_prize: Annotated[words.PatentPrize, spelled(words.PatentPrize)] | None = Described(
        None, alias="奖种"
    )
    award_grade: Annotated[words.AwardGrade, spelled(words.AwardGrade)] | None = Described(
        None, alias="等级"
    )
    rank: RankOnCertificate | None = Described(None, alias="排名")
    listed: YesNo | None = Described(None, alias="证书列名")


class SoftwareCopyright(Obtained):
    """A software copyright."""

    kind_of_record = "software_copyright"
    kind: Annotated[Literal["software_copyright"], _of_kind(Kind.SOFTWARE_COPYRIGHT)] = Described(
        "software_copyright", alias="类别"
    )

    rank: RankOnCertificate | None = Described(None, alias="排名")


class DemoProject(Obtained):
    """A demonstration, typical case or the like that a department recognised."""

    kind_of_record = "demo_project"
    kind: Annotated[Literal["demo_project"], _of_kind(Kind.DEMO_PROJECT)] = Described(
        "demo_project", alias="类别"
    )

    demo_type: Annotated[words.DemoType, spelled(words.DemoType)] | None = Described(
        None, alias="示范种类"
    )
    recognised_by: Annotated[words.RecognisedBy, spelled(words.RecognisedBy)] | None = Described(
        None, alias="认定单位"
    )
    involvement: Annotated[words.Involvement, spelled(words.Involvement)] | None = Described(
        None, alias="参与方式"
    )
    rank: RankOnCertificate | None = Described(None, alias="排名")


class Benchmark(Obtained):
    """A benchmark factory, application or solution."""

    kind_of_record = "benchmark"
    kind: Annotated[Literal["benchmark"], _of_kind(Kind.BENCHMARK)] = Described(
        "benchmark", alias="类别"
    )

    benchmark_type: Annotated[words.BenchmarkType, spelled(words.BenchmarkType)] | None = Described(
        None, alias="标杆种类"
    )
    level: Annotated[words.Level, spelled(words.Level)] | None = Described(None, alias="级别")
    involvement: Annotated[words.Involvement, spelled(words.Involvement)] | None = Described(
        None, alias="参与方式"
    )
    rank: RankOnCertificate | None = Described(None, alias="排名")


class Experience(Lasting):
    """A piece of technical work, as the articles on experience name it."""

    kind_of_record = "experience"
    kind: Annotated[Literal["experience"], _of_kind(Kind.EXPERIENCE)] = Described(
        "experience", alias="类别"
    )

    experience_content: (
        Annotated[
            tuple[Annotated[words.ExperienceContent, spelled(words.ExperienceContent)], ...],
            ONE_OR_MORE,
        ]
        | None
    ) = Described(None, alias="工作内容")
    involvement: Annotated[words.Involvement, spelled(words.Involvement)] | None = Described(
        None, alias="参与方式"
    )
    rank: RankOnCertificate | None = Described(None, alias="排名")


class Talk(Obtained):
    """A talk at a conference."""

    kind_of_record = "talk"
    kind: Annotated[Literal["talk"], _of_kind(Kind.TALK)] = Described("talk", alias="类别")

    talk_type: Annotated[words.TalkType, spelled(words.TalkType)] | None = Described(
        None, alias="报告种类"
    )
    conference_scope: Annotated[words.ConferenceScope, spelled(words.ConferenceScope)] | None = (
        Described(None, alias="会议范围")
    )


class PlatformPost(Lasting):
    """A post at the head of a technical platform."""

    kind_of_record = "platform_post"
    kind: Annotated[Literal["platform_post"], _of_kind(Kind.PLATFORM_POST)] = Described(
        "platform_post", alias="类别"
    )

    level: Annotated[words.Level, spelled(words.Level)] | None = Described(None, alias="级别")
    platform_kind: Annotated[words.PlatformKind, spelled(words.PlatformKind)] | None = Described(
        None, alias="平台类型"
    )
    key_platform: YesNo | None = Described(None, alias="重点平台")
    platform_duty: Annotated[words.PlatformDuty, spelled(words.PlatformDuty)] | None = Described(
        None, alias="职务"
    )


class Conformity(Obtained):
    """Work that brought an enterprise a maturity level."""

    kind_of_record = "conformity"
    kind: Annotated[Literal["conformity"], _of_kind(Kind.CONFORMITY)] = Described(
        "conformity", alias="类别"
    )

    maturity_scheme: Annotated[words.MaturityScheme, spelled(words.MaturityScheme)] | None = (
        Described(None, alias="评估体系")
    )
    maturity_level: Annotated[words.MaturityLevel, spelled(words.MaturityLevel)] | None = Described(
        None, alias="评估等级"
    )
    rank: RankOnCertificate | None = Described(None, alias="排名")


class Consulting(Obtained):
    """Consulting, policy research or development for others."""

    kind_of_record = "consulting"
    kind: Annotated[Literal["consulting"], _of_kind(Kind.CONSULTING)] = Described(
        "consulting", alias="类别"
    )

    consulting_type: Annotated[words.ConsultingType, spelled(words.ConsultingType)] | None = (
        Described(None, alias="咨询种类")
    )
    consulting_outcome: (
        Annotated[words.ConsultingOutcome, spelled(words.ConsultingOutcome)] | None
    ) = Described(None, alias="结果")
    rank: RankOnCertificate | None = Described(None, alias="排名")


class PlatformPlan(Obtained):
    """Direction and planning documents of a platform project."""

    kind_of_record = "platform_plan"
    kind: Annotated[Literal["platform_plan"], _of_kind(Kind.PLATFORM_PLAN)] = Described(
        "platform_plan", alias="类别"
    )

    sets_direction: YesNo | None = Described(None, alias="制定技术方向和发展战略")
    platform_document: Annotated[words.PlatformDocument, spelled(words.PlatformDocument)] | None = (
        Described(None, alias="文件种类")
    )
    adoption: Annotated[words.Adoption, spelled(words.Adoption)] | None = Described(
        None, alias="采纳情况"
    )
    rank: RankOnCertificate | None = Described(None, alias="排名")


class WhitePaper(Obtained):
    """A white paper of the trade."""

    kind_of_record = "white_paper"
    kind: Annotated[Literal["white_paper"], _of_kind(Kind.WHITE_PAPER)] = Described(
        "white_paper", alias="类别"
    )

    publication_state: Annotated[words.PublicationState, spelled(words.PublicationState)] | None = (
        Described(None, alias="状态")
    )
    rank: RankOnCertificate | None = Described(None, alias="排名")


class Contest(Obtained):
    """A contest of the trade."""

    kind_of_record = "contest"
    kind: Annotated[Literal["contest"], _of_kind(Kind.CONTEST)] = Described("contest", alias="类别")

    recognised_by: Annotated[words.RecognisedBy, spelled(words.RecognisedBy)] | None = Described(
        None, alias="主办单位"
    )
    award_grade: Annotated[words.AwardGrade, spelled(words.AwardGrade)] | None = Described(
        None, alias="等级"
    )
    rank: RankOnCertificate | None = Described(None, alias="排名")


class Book(Obtained):
    """A book written or translated."""

    kind_of_record = "book"
    kind: Annotated[Literal["book"], _of_kind(Kind.BOOK)] = Described("book", alias="类别")

    book_type: Annotated[words.BookType, spelled(words.BookType)] | None = Described(
        None, alias="著作种类"
    )
    publication_state: Annotated[words.PublicationState, spelled(words.PublicationState)] | None = (
        Described(None, alias="状态")
    )
    rank: RankOnCertificate | None = Described(None, alias="排名")
    own_words: Count | None = Described(None, alias="本人字数")


class NewProduct(Obtained):
    """A new product, technology, application or model."""

    kind_of_record = "new_product"
    kind: Annotated[Literal["new_product"], _of_kind(Kind.NEW_PRODUCT)] = Described(
        "new_product", alias="类别"
    )

    new_product_type: Annotated[words.NewProductType, spelled(words.NewProductType)] | None = (
        Described(None, alias="种类")
    )
    recognised_by: Annotated[words.RecognisedBy, spelled(words.RecognisedBy)] | None = Described(
        None, alias="认定单位"
    )
    use_state: Annotated[words.UseState, spelled(words.UseState)] | None = Described(
        None, alias="应用情况"
    )
    rank: RankOnCertificate | None = Described(None, alias="排名")
    added_output: Amount | None = Described(None, alias="近三年年均新增产值")
    added_tax: Amount | None = Described(None, alias="近三年年均新增上缴税金")


class WebWork(Obtained):
    """A study, analysis or case that spread on the network."""

    kind_of_record = "web_work"
    kind: Annotated[Literal["web_work"], _of_kind(Kind.WEB_WORK)] = Described(
        "web_work", alias="类别"
    )

    web_work_type: Annotated[words.WebWorkType, spelled(words.WebWorkType)] | None = Described(
        None, alias="作品种类"
    )
    authorship: (
        Annotated[tuple[Annotated[words.Authorship, spelled(words.Authorship)], ...], ONE_OR_MORE]
        | None
    ) = Described(None, alias="作者身份")
    outlets: Count | None = Described(None, alias="刊发转载家数")
    account_reads: Count | None = Described(None, alias="官微阅读量")
    portal_reads: Count | None = Described(None, alias="门户或客户端阅读量")


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
    PatentAward,
    SoftwareCopyright,
    DemoProject,
    Benchmark,
    Experience,
    Talk,
    PlatformPost,
    Conformity,
    Consulting,
    PlatformPlan,
    WhitePaper,
    Contest,
    Book,
    NewProduct,
    WebWork,
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
    | Annotated[Post, Tag("post")]
    | Annotated[PatentAward, Tag("patent_award")]
    | Annotated[SoftwareCopyright, Tag("software_copyright")]
    | Annotated[DemoProject, Tag("demo_project")]
    | Annotated[Benchmark, Tag("benchmark")]
    | Annotated[Experience, Tag("experience")]
    | Annotated[Talk, Tag("talk")]
    | Annotated[PlatformPost, Tag("platform_post")]
    | Annotated[Conformity, Tag("conformity")]
    | Annotated[Consulting, Tag("consulting")]
    | Annotated[PlatformPlan, Tag("platform_plan")]
    | Annotated[WhitePaper, Tag("white_paper")]
    | Annotated[Contest, Tag("contest")]
    | Annotated[Book, Tag("book")]
    | Annotated[NewProduct, Tag("new_product")]
    | Annotated[WebWork, Tag("web_work")],
    Discriminator(kind_of, custom_error_type="unknown_kind", custom_error_message="unknown kind"),
]
