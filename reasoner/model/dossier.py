"""One candidate's dossier."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated, Self

from pydantic import BeforeValidator, WithJsonSchema, model_validator
from pydantic import Field as Described
from pydantic_core import PydanticCustomError

from reasoner.model.achievements import AnyAchievement
from reasoner.model.achievements.awards import Award
from reasoner.model.amounts import UnreadableError, parse_count
from reasoner.model.dates import Ongoing, PartialDate
from reasoner.model.fields import Points, ShortText
from reasoner.model.materials import Application, Materials
from reasoner.model.records import (
    Appointment,
    Degree,
    Determination,
    Education,
    Employer,
    Format,
    Honour,
    Licence,
    Misconduct,
    Part,
    Person,
    PostChange,
    Record,
    SkillCertificate,
    Title,
    TrainingCertificate,
    Work,
    YesNo,
)
from reasoner.model.words import answers, qualifications

MAX_RECORDS = 2_000
FIRST_YEAR, LAST_YEAR = 1950, 2100


def contradiction(
    field: str, zh: str, en: str, *, known: Sequence[str] = ()
) -> PydanticCustomError:
    """Return the error of two things told that cannot both be true.

    *field* is the dotted path from where the error is raised, *known* what could have been meant,
    and *more*, in the context, holds the contexts of further contradictions.
    """
    context = {"field": field, "zh": zh, "en": en, "known": known, "more": []}
    return PydanticCustomError("contradiction", "contradiction", context)


def _year(value: object) -> object:
    text = value.removesuffix("年").removesuffix("年度") if isinstance(value, str) else value
    try:
        return parse_count(text, FIRST_YEAR, LAST_YEAR)
    except UnreadableError as error:
        raise PydanticCustomError(
            "unreadable",
            "unreadable",
            {
                "zh": "年度应为四位数字",
                "en": "a year has four digits",
                "accepted_zh": f"{FIRST_YEAR} 至 {LAST_YEAR}",
                "accepted_en": f"{FIRST_YEAR} to {LAST_YEAR}",
            },
        ) from error


Year = Annotated[
    int,
    BeforeValidator(_year),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": "^[0-9]{4}(年|年度)?$",
            "minimum": FIRST_YEAR,
            "maximum": LAST_YEAR,
            "description": "年度 / a year",
            "examples": ["2024", "2024"],
        }
    ),
]


class Candidate(Part):
    """Who applies; nothing here is an input of a rule."""

    id: ShortText = Described(alias="编号")
    name: ShortText | None = Described(None, alias="姓名")


class Dossier(Part):
    """All that one candidate hands in.

    A section that is left out is not told; an empty one says there is none.
    """

    format: Format = Described("zhicheng.dossier/1", alias="格式")
    candidate: Candidate = Described(alias="申报人")
    path: ShortText | None = Described(None, alias="申报路径", examples=["7.2"])
    application: Application | None = Described(None, alias="申报与推荐")
    person: Person | None = Described(None, alias="个人情况")
    employer: Employer | None = Described(None, alias="工作单位")
    education: tuple[Education, ...] | None = Described(None, alias="学历")
    degrees: tuple[Degree, ...] | None = Described(None, alias="学位")
    titles: tuple[Title, ...] | None = Described(None, alias="职称")
    appointments: tuple[Appointment, ...] | None = Described(None, alias="聘任")
    post_changes: tuple[PostChange, ...] | None = Described(None, alias="岗位变动")
    work: tuple[Work, ...] | None = Described(None, alias="工作经历")
    assessments: dict[Year, qualifications.AssessmentGrade] | None = Described(
        None, alias="年度考核"
    )
    continuing_education: dict[Year, YesNo] | None = Described(None, alias="继续教育")
    skill_certificates: tuple[SkillCertificate, ...] | None = Described(None, alias="技能证书")
    training_certificates: tuple[TrainingCertificate, ...] | None = Described(
        None, alias="数字技术工程师证书"
    )
    licences: tuple[Licence, ...] | None = Described(None, alias="职业资格证书")
    honours: tuple[Honour, ...] | None = Described(None, alias="荣誉")
    self_score: Points | None = Described(None, alias="自评分")
    verified_score: Points | None = Described(None, alias="核定分")
    misconduct: tuple[Misconduct, ...] | None = Described(None, alias="违规行为")
    achievements: tuple[AnyAchievement, ...] | None = Described(None, alias="业绩成果")
    materials: Materials | None = Described(None, alias="申报材料")
    determinations: tuple[Determination, ...] = Described((), alias="认定")

    def records(self) -> Iterator[tuple[str, int | None, Record]]:
        """Yield section, place in the section and record, for everything that is a record."""
        for section in type(self).model_fields:
            content = getattr(self, section)
            if isinstance(content, Record):
                yield section, None, content
            elif isinstance(content, tuple):
                for place, record in enumerate(content):
                    if isinstance(record, Record):
                        yield section, place, record

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        found = [error.context or {} for error in self._contradictions()]
        if found:
            # A validator can raise one error only, so the first carries the others.
            context = {**found[0], "more": found[1:]}
            raise PydanticCustomError("contradiction", "contradiction", context)
        return self

    def _contradictions(self) -> Iterator[PydanticCustomError]:
        records = list(self.records())
        if len(records) > MAX_RECORDS:
            yield contradiction(
                "",
                f"记录共 {len(records)} 条，最多 {MAX_RECORDS} 条",
                f"{len(records)} records; at most {MAX_RECORDS}",
            )
            return
        times = Counter(record.id for _, _, record in records if record.id)
        for section, place, record in records:
            where = section if place is None else f"{section}.{place}"
            yield from _period_contradictions(where, record)
            if record.id and times[record.id] > 1:
                yield contradiction(f"{where}.id", "编号重复", "the same id is used more than once")
            if (
                isinstance(record, Award)
                and record.listed is answers.YesNo.NO
                and record.rank is not None
            ):
                yield contradiction(
                    f"{where}.listed",
                    "证书未列名却写了排名",
                    "not listed on the certificate, yet it gives a rank",
                )
        yield from self._determination_contradictions(frozenset(times))

    def _determination_contradictions(self, ids: frozenset[str]) -> Iterator[PydanticCustomError]:
        seen, known = set(), sorted(ids)
        for place, told in enumerate(self.determinations):
            where = f"determinations.{place}"
            if (told.clause is None) == (told.record is None):
                yield contradiction(
                    where, "须写“条款”或“记录编号”之一", "names either a clause or a record"
                )
            elif (told.record is None) != (told.question is None):
                yield contradiction(
                    where,
                    "对记录的认定须写“认定事项”，对条款的认定不写",
                    "a question goes with a record, and only with one",
                )
            elif told.record is not None and told.record not in ids:
                yield contradiction(
                    f"{where}.record",
                    "没有这个编号的记录",
                    "no record has this id",
                    known=known,
                )
            subject = (told.clause, told.record, told.question)
            if subject in seen:
                yield contradiction(
                    where, "同一事项认定了两次", "the same matter is determined twice"
                )
            seen.add(subject)


def _period_contradictions(where: str, record: Record) -> Iterator[PydanticCustomError]:
    start, end = getattr(record, "start", None), getattr(record, "end", None)
    if not isinstance(start, PartialDate) or end is None or isinstance(end, Ongoing):
        return
    if end.last_day() < start.first_day():
        yield contradiction(
            f"{where}.end",
            f"结束（{end}）早于开始（{start}）",
            f"ends ({end}) before it starts ({start})",
        )
