"""The parameters of a year: days of application, cut-offs, years looked at, and the threshold of the score."""

from typing import Annotated, Literal

from pydantic import AfterValidator
from pydantic import Field as Described

from reasoner.model.dates import PartialDate
from reasoner.model.dossier import Year, contradiction
from reasoner.model.fields import Day, Points, ShortText
from reasoner.model.records import Part, YesNo
from reasoner.model.words import answers


def _to_the_day(value: PartialDate) -> PartialDate:
    if value.precision != "day":
        raise contradiction("", "截止日须写到日", "a cut-off is a day")
    return value


CutOff = Annotated[Day, AfterValidator(_to_the_day)]


class Notice(Part):
    """What the year's notice sets.

    An unset threshold leaves the answer a function of it; unset days of application leave open whether somebody
    applied in time, where the rules ask for that.
    """

    format: Literal["zhicheng.notice/1"] = Described("zhicheng.notice/1", alias="格式")
    name: ShortText = Described(alias="名称")
    basis: ShortText = Described(alias="依据")
    by_analogy: YesNo = Described(answers.YesNo.NO, alias="类推")
    application_from: CutOff | None = Described(None, alias="申报开始日")
    application_until: CutOff | None = Described(None, alias="申报截止日")
    unit_recommendation_until: CutOff | None = Described(None, alias="单位推荐截止日")
    city_recommendation_until: CutOff | None = Described(None, alias="市级推荐截止日")
    achievements_until: CutOff = Described(alias="业绩截止日")
    tenure_until: CutOff = Described(alias="任职截止日")
    assessment_years: tuple[Year, ...] = Described(alias="考核年度", min_length=1, max_length=20)
    continuing_education_years: tuple[Year, ...] = Described(
        alias="继续教育年度", min_length=1, max_length=20
    )
    threshold: Points | None = Described(None, alias="规定分值")
