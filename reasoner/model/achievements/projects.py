"""Projects, products and platforms, and the posts at them."""

from typing import Annotated, Literal

from pydantic import Field as Described

from reasoner.model.achievements.kinds import Kind, Lasting, Obtained, of_kind
from reasoner.model.fields import ONE_OR_MORE, Amount, Count, RankOnCertificate
from reasoner.model.records import YesNo
from reasoner.model.words import levels, person, projects

BusinessLines = Annotated[tuple[projects.BusinessLine, ...], ONE_OR_MORE]


class Project(Lasting):
    """A research or engineering project.

    Of a sub-topic, programme and level are those of the main project.
    """

    kind_of_record = "project"
    kind: Annotated[Literal["project"], of_kind(Kind.PROJECT)] = Described("project", alias="类别")

    programme: projects.Programme | None = Described(None, alias="计划类别")
    level: levels.Level | None = Described(None, alias="级别")
    sub_topic: YesNo | None = Described(None, alias="子课题")
    rank: RankOnCertificate | None = Described(None, alias="排名")
    project_state: projects.ProjectState | None = Described(None, alias="状态")
    initiation: projects.Initiation | None = Described(None, alias="立项方式")
    amount: Amount | None = Described(None, alias="金额")
    team_size: Count | None = Described(None, alias="团队人数")
    project_category: projects.ProjectCategory | None = Described(None, alias="项目类型")
    involvement: levels.Involvement | None = Described(None, alias="参与方式")
    business_lines: BusinessLines | None = Described(None, alias="业务方向")
    recognised_by: levels.RecognisedBy | None = Described(None, alias="示范认定单位")
    leading: YesNo | None = Described(None, alias="国内领先或国际先进")
    use_state: projects.UseState | None = Described(None, alias="应用情况")


class Product(Obtained):
    """A product developed."""

    kind_of_record = "product"
    kind: Annotated[Literal["product"], of_kind(Kind.PRODUCT)] = Described("product", alias="类别")

    rank: RankOnCertificate | None = Described(None, alias="排名")
    sales: Amount | None = Described(None, alias="累计销售收入")
    maintenance_income: Amount | None = Described(None, alias="纯运维服务收入")
    use_state: projects.UseState | None = Described(None, alias="应用情况")
    business_lines: BusinessLines | None = Described(None, alias="业务方向")
    recognised_by: levels.RecognisedBy | None = Described(None, alias="示范认定单位")
    leading: YesNo | None = Described(None, alias="国内领先或国际先进")


class Platform(Lasting):
    """A technical platform led or built."""

    kind_of_record = "platform"
    kind: Annotated[Literal["platform"], of_kind(Kind.PLATFORM)] = Described(
        "platform", alias="类别"
    )

    platform_type: projects.PlatformType | None = Described(None, alias="平台种类")
    level: levels.Level | None = Described(None, alias="级别")
    key_platform: YesNo | None = Described(None, alias="重点平台")
    rank: RankOnCertificate | None = Described(None, alias="排名")
    platform_state: projects.PlatformState | None = Described(None, alias="状态")


class PlatformPost(Lasting):
    """A post at the head of a technical platform."""

    kind_of_record = "platform_post"
    kind: Annotated[Literal["platform_post"], of_kind(Kind.PLATFORM_POST)] = Described(
        "platform_post", alias="类别"
    )

    level: levels.Level | None = Described(None, alias="级别")
    platform_kind: projects.PlatformKind | None = Described(None, alias="平台类型")
    key_platform: YesNo | None = Described(None, alias="重点平台")
    platform_duty: projects.PlatformDuty | None = Described(None, alias="职务")


class PlatformPlan(Obtained):
    """Direction and planning documents of a platform project."""

    kind_of_record = "platform_plan"
    kind: Annotated[Literal["platform_plan"], of_kind(Kind.PLATFORM_PLAN)] = Described(
        "platform_plan", alias="类别"
    )

    sets_direction: YesNo | None = Described(None, alias="制定技术方向和发展战略")
    platform_document: projects.PlatformDocument | None = Described(None, alias="文件种类")
    adoption: projects.Adoption | None = Described(None, alias="采纳情况")
    rank: RankOnCertificate | None = Described(None, alias="排名")


class Post(Lasting):
    """A post beside the main one."""

    kind_of_record = "post"
    kind: Annotated[Literal["post"], of_kind(Kind.POST)] = Described("post", alias="类别")

    post_title: projects.PostTitle | None = Described(None, alias="职务")
    engaged_by: projects.EngagedBy | None = Described(None, alias="聘任方式")
    school_class: Annotated[tuple[projects.SchoolClass, ...], ONE_OR_MORE] | None = Described(
        None, alias="高校类别"
    )


class AssociationPost(Lasting):
    """An office in an association or society of the field."""

    kind_of_record = "association_post"
    kind: Annotated[Literal["association_post"], of_kind(Kind.ASSOCIATION_POST)] = Described(
        "association_post", alias="类别"
    )

    level: levels.Level | None = Described(None, alias="级别")
    office: person.AssociationOffice | None = Described(None, alias="任职")


class CommitteeSeat(Lasting):
    """A seat in a technical committee for standards or in a pool of experts of the trade."""

    kind_of_record = "committee_seat"
    kind: Annotated[Literal["committee_seat"], of_kind(Kind.COMMITTEE_SEAT)] = Described(
        "committee_seat", alias="类别"
    )

    level: levels.Level | None = Described(None, alias="级别")
