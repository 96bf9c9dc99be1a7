"""Awards, patents and standards."""

from typing import Annotated, Literal

from pydantic import Field as Described

from reasoner.model.achievements.kinds import Kind, Obtained, of_kind
from reasoner.model.fields import RankOnCertificate
from reasoner.model.records import YesNo
from reasoner.model.words import awards, levels


class Award(Obtained):
    """A science and technology award."""

    kind_of_record = "award"
    kind: Annotated[Literal["award"], of_kind(Kind.AWARD)] = Described("award", alias="类别")

    prize: awards.Prize | None = Described(None, alias="奖种")
    awarded_by: awards.AwardedBy | None = Described(None, alias="授奖单位")
    level: levels.Level | None = Described(None, alias="级别")
    award_grade: levels.AwardGrade | None = Described(None, alias="等级")
    rank: RankOnCertificate | None = Described(None, alias="排名")
    rank_by_employer: RankOnCertificate | None = Described(None, alias="单位排名名单")
    listed: YesNo | None = Described(None, alias="证书列名")


class IndustryAward(Obtained):
    """A technical award of the trade."""

    kind_of_record = "industry_award"
    kind: Annotated[Literal["industry_award"], of_kind(Kind.INDUSTRY_AWARD)] = Described(
        "industry_award", alias="类别"
    )

    level: levels.Level | None = Described(None, alias="级别")
    awarded_by: awards.AwardedBy | None = Described(None, alias="授奖单位")
    award_grade: levels.AwardGrade | None = Described(None, alias="等级")
    rank: RankOnCertificate | None = Described(None, alias="排名")


class PatentAward(Obtained):
    """A patent or intellectual property award."""

    kind_of_record = "patent_award"
    kind: Annotated[Literal["patent_award"], of_kind(Kind.PATENT_AWARD)] = Described(
        "patent_award", alias="类别"
    )

    patent_prize: awards.PatentPrize | None = Described(None, alias="奖种")
    award_grade: levels.AwardGrade | None = Described(None, alias="等级")
    rank: RankOnCertificate | None = Described(None, alias="排名")
    listed: YesNo | None = Described(None, alias="证书列名")


class Contest(Obtained):
    """A contest of the trade."""

    kind_of_record = "contest"
    kind: Annotated[Literal["contest"], of_kind(Kind.CONTEST)] = Described("contest", alias="类别")

    recognised_by: levels.RecognisedBy | None = Described(None, alias="主办单位")
    award_grade: levels.AwardGrade | None = Described(None, alias="等级")
    rank: RankOnCertificate | None = Described(None, alias="排名")


class Patent(Obtained):
    """A patent or PCT application; the date is that of the state told."""

    kind_of_record = "patent"
    kind: Annotated[Literal["patent"], of_kind(Kind.PATENT)] = Described("patent", alias="类别")

    patent_type: awards.PatentType | None = Described(None, alias="专利种类")
    patent_state: awards.PatentState | None = Described(None, alias="状态")
    rank: RankOnCertificate | None = Described(None, alias="排名")
    industrialised: YesNo | None = Described(None, alias="产业化应用")


class SoftwareCopyright(Obtained):
    """A software copyright."""

    kind_of_record = "software_copyright"
    kind: Annotated[Literal["software_copyright"], of_kind(Kind.SOFTWARE_COPYRIGHT)] = Described(
        "software_copyright", alias="类别"
    )

    rank: RankOnCertificate | None = Described(None, alias="排名")


class Standard(Obtained):
    """A standard drafted."""

    kind_of_record = "standard"
    kind: Annotated[Literal["standard"], of_kind(Kind.STANDARD)] = Described(
        "standard", alias="类别"
    )

    standard_level: awards.StandardLevel | None = Described(None, alias="标准级别")
    standard_kind: awards.StandardKind | None = Described(None, alias="文件性质")
    issued_by: awards.IssuedBy | None = Described(None, alias="制定组织")
    standard_state: awards.StandardState | None = Described(None, alias="状态")
    rank: RankOnCertificate | None = Described(None, alias="排名")
