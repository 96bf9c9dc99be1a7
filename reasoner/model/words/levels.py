"""How high an achievement stands, who says so, and which part somebody had in it."""

from reasoner.model.word import Word


class Level(Word):
    """Levels of projects, platforms and awards, lowest last."""

    NATIONAL_MAJOR = "national_major", "国家级重大"
    NATIONAL = "national", "国家级"
    PROVINCIAL_KEY = "provincial_key", "省部级重点", "provincial key", "省（部）级重点", "省级重点"
    PROVINCIAL = "provincial", "省部级", "provincial", "省（部）级", "省级"
    MUNICIPAL = "municipal", "市厅级", "municipal", "市（厅）级", "地市级", "市级"
    COUNTY = "county", "区县级", "county", "县级", "县（区）级"
    NONE = "none", "无级别", "none", "企业级", "横向"
    NATIONAL_KEY = "national_key", "国家级重点"
    NATIONAL_INDUSTRY = "national_industry", "国家级行业"
    PROVINCIAL_INDUSTRY = "provincial_industry", "省级行业"


class AwardGrade(Word):
    """Grades of awards."""

    SPECIAL = "special", "特等奖", "special", "特等"
    FIRST = "first", "一等奖", "first", "一等"
    SECOND = "second", "二等奖", "second", "二等"
    THIRD = "third", "三等奖", "third", "三等"
    UNGRADED = "ungraded", "不分等级"


class RecognisedBy(Word):
    """Who recognises a demonstration, a first set, a new product or a contest."""

    STATE_DEPARTMENT = "state_department", "国家部委", "state department"
    PROVINCIAL_DEPARTMENT = "provincial_department", "省级行业主管部门", "provincial department"
    NATIONAL_SOCIETY = "national_society", "全国性行业协会（学会）", "national society"
    MUNICIPAL_DEPARTMENT = "municipal_department", "市级主管部门", "municipal department"
    OTHER = "other", "其他"


class Rank(Word):
    """A rank that is no number."""

    UNLISTED = "unlisted", "未注明", "not listed on the certificate", "未注明排名", "不分排名"


class Role(Word):
    """Whose work something mainly was, where no certificate ranks those who took part."""

    LEAD = "lead", "主持"
    PARTICIPANT = "participant", "参与"


class Involvement(Word):
    """How far somebody's part in something went."""

    COMPLETED = "completed", "完成", "completed", "已完成"
    BUILT = "built", "承建", "built", "建设"
    TOOK_PART = "took_part", "参与", "took part"
