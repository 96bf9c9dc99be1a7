"""What somebody brought about in industry: plans, first sets, demonstrations, conformity, consulting."""

from typing import Annotated, Literal

from pydantic import Field as Described

from reasoner.model.achievements.kinds import Kind, Lasting, Obtained, of_kind
from reasoner.model.fields import ONE_OR_MORE, Amount, RankOnCertificate
from reasoner.model.words import levels, practice, projects


class PolicyPlan(Obtained):
    """A plan or decision that a department commissioned."""

    kind_of_record = "policy_plan"
    kind: Annotated[Literal["policy_plan"], of_kind(Kind.POLICY_PLAN)] = Described(
        "policy_plan", alias="类别"
    )

    plan_type: practice.PlanType | None = Described(None, alias="规划种类")
    commissioner_level: practice.CommissionerLevel | None = Described(None, alias="委托部门")
    outcome: practice.Outcome | None = Described(None, alias="采用情况")
    rank: RankOnCertificate | None = Described(None, alias="排名")


class FirstSet(Obtained):
    """A first set of major technical equipment."""

    kind_of_record = "first_set"
    kind: Annotated[Literal["first_set"], of_kind(Kind.FIRST_SET)] = Described(
        "first_set", alias="类别"
    )

    first_set_scope: practice.FirstSetScope | None = Described(None, alias="首台套范围")
    first_set_kind: practice.FirstSetKind | None = Described(None, alias="首台套种类")
    recognised_by: levels.RecognisedBy | None = Described(None, alias="认定单位")
    first_set_state: practice.FirstSetState | None = Described(None, alias="状态")
    rank: RankOnCertificate | None = Described(None, alias="排名")
    added_output: Amount | None = Described(None, alias="近三年年均新增产值")
    added_tax: Amount | None = Described(None, alias="近三年年均新增上缴税金")


class DemoProject(Obtained):
    """A demonstration, typical case or the like that a department recognised."""

    kind_of_record = "demo_project"
    kind: Annotated[Literal["demo_project"], of_kind(Kind.DEMO_PROJECT)] = Described(
        "demo_project", alias="类别"
    )

    demo_type: practice.DemoType | None = Described(None, alias="示范种类")
    recognised_by: levels.RecognisedBy | None = Described(None, alias="认定单位")
    involvement: levels.Involvement | None = Described(None, alias="参与方式")
    rank: RankOnCertificate | None = Described(None, alias="排名")


class Benchmark(Obtained):
    """A benchmark factory, application or solution."""

    kind_of_record = "benchmark"
    kind: Annotated[Literal["benchmark"], of_kind(Kind.BENCHMARK)] = Described(
        "benchmark", alias="类别"
    )

    benchmark_type: practice.BenchmarkType | None = Described(None, alias="标杆种类")
    level: levels.Level | None = Described(None, alias="级别")
    involvement: levels.Involvement | None = Described(None, alias="参与方式")
    rank: RankOnCertificate | None = Described(None, alias="排名")


class Experience(Lasting):
    """A piece of technical work, as the articles on experience name it."""

    kind_of_record = "experience"
    kind: Annotated[Literal["experience"], of_kind(Kind.EXPERIENCE)] = Described(
        "experience", alias="类别"
    )

    experience_content: (
        Annotated[
            tuple[practice.ExperienceContent, ...],
            ONE_OR_MORE,
        ]
        | None
    ) = Described(None, alias="工作内容")
    involvement: levels.Involvement | None = Described(None, alias="参与方式")
    rank: RankOnCertificate | None = Described(None, alias="排名")


class Conformity(Obtained):
    """Work that brought an enterprise a maturity level."""

    kind_of_record = "conformity"
    kind: Annotated[Literal["conformity"], of_kind(Kind.CONFORMITY)] = Described(
        "conformity", alias="类别"
    )

    maturity_scheme: practice.MaturityScheme | None = Described(None, alias="评估体系")
    maturity_level: practice.MaturityLevel | None = Described(None, alias="评估等级")
    rank: RankOnCertificate | None = Described(None, alias="排名")


class Consulting(Obtained):
    """Consulting, policy research or development for others."""

    kind_of_record = "consulting"
    kind: Annotated[Literal["consulting"], of_kind(Kind.CONSULTING)] = Described(
        "consulting", alias="类别"
    )

    consulting_type: practice.ConsultingType | None = Described(None, alias="咨询种类")
    consulting_outcome: practice.ConsultingOutcome | None = Described(None, alias="结果")
    rank: RankOnCertificate | None = Described(None, alias="排名")


class NewProduct(Obtained):
    """A new product, technology, application or model."""

    kind_of_record = "new_product"
    kind: Annotated[Literal["new_product"], of_kind(Kind.NEW_PRODUCT)] = Described(
        "new_product", alias="类别"
    )

    new_product_type: practice.NewProductType | None = Described(None, alias="种类")
    recognised_by: levels.RecognisedBy | None = Described(None, alias="认定单位")
    use_state: projects.UseState | None = Described(None, alias="应用情况")
    rank: RankOnCertificate | None = Described(None, alias="排名")
    added_output: Amount | None = Described(None, alias="近三年年均新增产值")
    added_tax: Amount | None = Described(None, alias="近三年年均新增上缴税金")
