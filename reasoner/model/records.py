"""The records of a dossier that are no achievements: person, schooling, titles, work, and so on.

The name of a field is the attribute in the rules; the alias is what Chinese dossiers call it.
A field that nobody told is ``None``, and that never means "no".
"""

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Described

from reasoner.model.fields import ONE_OR_MORE, Amount, Count, Day, End, ShortText
from reasoner.model.words import answers, levels, person, qualifications

YesNo = answers.YesNo
Fields = Annotated[tuple[person.Field, ...], ONE_OR_MORE]


class Part(BaseModel):
    """A part of a dossier: immutable, without unknown keys, Chinese and English keys alike."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        hide_input_in_errors=True,
        defer_build=True,
    )


class Record(Part):
    """A part that the rules look at; its kind is the kind in the rules."""

    kind_of_record: ClassVar[str]

    id: ShortText | None = Described(None, alias="编号")
    name: ShortText | None = Described(None, alias="名称")
    note: ShortText | None = Described(None, alias="说明")


class Person(Record):
    """The applicant's present situation (art. 2, 9)."""

    kind_of_record = "person"

    in_post: YesNo | None = Described(None, alias="在职在岗")
    workplace: person.Workplace | None = Described(None, alias="工作地")
    directions: Annotated[tuple[person.Direction, ...], ONE_OR_MORE] | None = Described(
        None, alias="从事方向"
    )
    activities: Annotated[tuple[person.Activity, ...], ONE_OR_MORE] | None = Described(
        None, alias="工作内容"
    )
    post_available: YesNo | None = Described(None, alias="符合评聘结合")


class Employer(Record):
    """The employer (art. 9, table of enterprise classes)."""

    kind_of_record = "employer"

    employer_type: person.EmployerType | None = Described(None, alias="单位性质")
    industry: person.Industry | None = Described(None, alias="行业")
    employees: Count | None = Described(None, alias="从业人员")
    revenue: Amount | None = Described(None, alias="营业收入")
    first_login: YesNo | None = Described(None, alias="法人账号初次登录")


class Education(Record):
    """Schooling that ended with a certificate (毕业学历)."""

    kind_of_record = "education"

    education_level: qualifications.EducationLevel | None = Described(None, alias="学历层次")
    completion: qualifications.Completion | None = Described(None, alias="毕业情况")
    subject: qualifications.Subject | None = Described(None, alias="专业关系")
    major: qualifications.Major | None = Described(None, alias="所学专业")
    institution_place: qualifications.InstitutionPlace | None = Described(None, alias="院校所在地")
    date: Day | None = Described(None, alias="日期")


class Degree(Record):
    """A degree (学位)."""

    kind_of_record = "degree"

    degree_level: qualifications.DegreeLevel | None = Described(None, alias="学位层次")
    subject: qualifications.Subject | None = Described(None, alias="专业关系")
    major: qualifications.Major | None = Described(None, alias="所学专业")
    institution_place: qualifications.InstitutionPlace | None = Described(None, alias="院校所在地")
    date: Day | None = Described(None, alias="日期")


class Title(Record):
    """A professional title held (任职资格)."""

    kind_of_record = "title"

    series: qualifications.Series | None = Described(None, alias="系列")
    title_grade: qualifications.TitleGrade | None = Described(None, alias="级别")
    converted: YesNo | None = Described(None, alias="转评取得")
    date: Day | None = Described(None, alias="日期")


class Period(Record):
    """Something that lasts; the last day is told, or that it is going on."""

    start: Day | None = Described(None, alias="开始")
    end: End | None = Described(None, alias="结束")


class Appointment(Period):
    """An appointment to a professional title (聘任)."""

    kind_of_record = "appointment"

    series: qualifications.Series | None = Described(None, alias="系列")
    title_grade: qualifications.TitleGrade | None = Described(None, alias="级别")


class PostChange(Record):
    """A move to another technical post (专业技术岗位变动)."""

    kind_of_record = "post_change"

    fields: Fields | None = Described(None, alias="所属专业")
    date: Day | None = Described(None, alias="日期")


class Work(Period):
    """A period of work."""

    kind_of_record = "work"

    fields: Fields | None = Described(None, alias="所属专业")
    work_nature: person.WorkNature | None = Described(None, alias="工作性质")
    work_role: person.WorkRole | None = Described(None, alias="工作岗位")
    employer_size: person.EmployerSize | None = Described(None, alias="单位规模")
    employer_grade: person.EmployerGrade | None = Described(None, alias="单位等级")
    organisation: person.Organisation | None = Described(None, alias="单位类别")


class Licence(Record):
    """A licence to practise."""

    kind_of_record = "licence"

    licence_title: qualifications.LicenceTitle | None = Described(None, alias="证书名称")
    certificate_level: qualifications.CertificateLevel | None = Described(None, alias="证书等级")
    date: Day | None = Described(None, alias="日期")


class SkillCertificate(Record):
    """A skilled worker's certificate."""

    kind_of_record = "skill_certificate"

    skill_certificate_type: qualifications.SkillCertificateType | None = Described(
        None, alias="证书种类"
    )
    skill_level: qualifications.SkillLevel | None = Described(None, alias="技能等级")
    fields: Fields | None = Described(None, alias="所属专业")
    date: Day | None = Described(None, alias="日期")


class TrainingCertificate(Record):
    """A digital technology engineer's certificate."""

    kind_of_record = "training_certificate"

    training_programme: qualifications.TrainingProgramme | None = Described(None, alias="培育项目")
    certificate_level: qualifications.CertificateLevel | None = Described(None, alias="证书等级")
    specialty: person.Field | None = Described(None, alias="证书专业")
    date: Day | None = Described(None, alias="日期")


class Honour(Record):
    """An honour."""

    kind_of_record = "honour"

    honour_title: qualifications.HonourTitle | None = Described(None, alias="荣誉")
    medal: qualifications.Medal | None = Described(None, alias="奖牌")
    level: levels.Level | None = Described(None, alias="级别")
    date: Day | None = Described(None, alias="日期")


class Misconduct(Record):
    """A violation that has been established (art. 17)."""

    kind_of_record = "misconduct"

    misconduct_type: qualifications.MisconductType | None = Described(None, alias="违规种类")
    declared: YesNo | None = Described(None, alias="已在申报材料反映")
    date: Day | None = Described(None, alias="日期")


class Determination(Part):
    """What someone responsible has decided: on a clause, or on a record of the dossier."""

    clause: ShortText | None = Described(None, alias="条款", examples=["iot.senior.12.2"])
    record: ShortText | None = Described(None, alias="记录编号")
    question: answers.ExpertQuestion | None = Described(None, alias="认定事项")
    answer: YesNo = Described(alias="结论")
    by: ShortText = Described(alias="认定人")
    date: Day = Described(alias="日期")
    basis: ShortText = Described(alias="依据")


Format = Literal["zhicheng.dossier/1"]
