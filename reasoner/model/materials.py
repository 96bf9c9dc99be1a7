"""The application itself: when it was made and passed on, and which of the materials asked for are there."""

from pydantic import Field as Described

from reasoner.model.fields import Day
from reasoner.model.records import Record, YesNo


class Application(Record):
    """When the application was made, and when it was passed on."""

    kind_of_record = "application"

    applied: Day | None = Described(None, alias="个人申报日期")
    unit_recommended: Day | None = Described(None, alias="单位推荐日期")
    city_recommended: Day | None = Described(None, alias="市级推荐日期")


class Materials(Record):
    """Which materials are on the platform, uploaded or taken over by it."""

    kind_of_record = "materials"

    profile: YesNo | None = Described(None, alias="个人业绩档案")
    unit_authorisation: YesNo | None = Described(None, alias="单位授权委托书")
    education_extracted: YesNo | None = Described(None, alias="学历学位自动提取")
    education_certificates: YesNo | None = Described(None, alias="学历学位证书")
    education_verification: YesNo | None = Described(None, alias="学历备案表或认证报告")
    graduate_register: YesNo | None = Described(None, alias="高校毕业生登记表")
    foreign_recognition: YesNo | None = Described(None, alias="国外或港澳台学历学位认证书")
    title_certificate: YesNo | None = Described(None, alias="任职资格证书")
    appointment_certificate: YesNo | None = Described(None, alias="聘任证书")
    honour_certificates: YesNo | None = Described(None, alias="荣誉证书")
    award_certificates: YesNo | None = Described(None, alias="获奖证书")
    contributor_proof: YesNo | None = Described(None, alias="主要贡献者依据")
    pension_record: YesNo | None = Described(None, alias="养老保险参保缴费证明")
    work_proof: YesNo | None = Described(None, alias="工作经历佐证")
    education_hours_cards: YesNo | None = Described(None, alias="年度学时登记卡")
    paper_pages: YesNo | None = Described(None, alias="论文封面目录正文")
    journal_query: YesNo | None = Described(None, alias="期刊查询证明")
    paper_search: YesNo | None = Described(None, alias="论文检索截图")
    conference_documents: YesNo | None = Described(None, alias="会议邀请函和报告内容")
    book_pages: YesNo | None = Described(None, alias="论著封面版权页目录自序和本人部分")
    book_query: YesNo | None = Described(None, alias="论著查询截图")
    book_query_names_author: YesNo | None = Described(None, alias="论著查询截图载明作者")
    publisher_statement: YesNo | None = Described(None, alias="出版证明")
    project_cover: YesNo | None = Described(None, alias="项目合同或立项书封面页")
    project_amount: YesNo | None = Described(None, alias="项目金额页")
    project_members: YesNo | None = Described(None, alias="项目人员名单和工作内容")
    project_seal: YesNo | None = Described(None, alias="项目合同或立项书盖章页")
    assessment_documents: YesNo | None = Described(None, alias="年度考核材料")
    work_summary: YesNo | None = Described(None, alias="专业技术工作总结")
    score_form: YesNo | None = Described(None, alias="量化评分表")
    score_index: YesNo | None = Described(None, alias="量化评分表佐证目录")
