"""Awards, patents and standards."""

from reasoner.model.word import Word


class Prize(Word):
    """National science awards, or another."""

    NATIONAL_SUPREME = "national_supreme", "国家最高科学技术奖"
    NATIONAL_NATURAL_SCIENCE = "national_natural_science", "国家自然科学奖"
    NATIONAL_INVENTION = "national_invention", "国家技术发明奖"
    NATIONAL_PROGRESS = (
        "national_progress",
        "国家科学技术进步奖",
        "national progress",
        "国家科技进步奖",
    )
    OTHER = "other", "其他", "other"


class AwardedBy(Word):
    """Who awards."""

    PROVINCIAL_GOVERNMENT = "provincial_government", "省政府", "provincial government", "省人民政府"
    STATE_DEPARTMENT = "state_department", "国务院有关部门", "state department", "部委"
    SOCIETY_RECOGNISED_BY_THE_STATE = (
        "society_recognised_by_the_state",
        "国家科技部门认定的学会协会",
    )
    MUNICIPAL_GOVERNMENT = "municipal_government", "市政府", "municipal government", "市人民政府"
    PROVINCIAL_DEPARTMENT = "provincial_department", "省政府相关部门"
    SOCIETY_RECOGNISED_BY_THE_PROVINCE = (
        "society_recognised_by_the_province",
        "省级科技部门认定的学会协会",
    )
    SOCIETY_AWARD_STATE_APPROVED = (
        "society_award_state_approved",
        "国家奖励办认可有推荐资格的社会力量奖",
    )
    SOCIETY_APPROVED_BY_PROVINCE = (
        "society_approved_by_province",
        "省政府部门批准的社会团体",
    )
    NATIONAL_SOCIETY = "national_society", "国家级学会协会"
    OTHER = "other", "其他"


class PatentPrize(Word):
    """Patent awards."""

    CHINA_GOLD = "china_gold", "中国专利金奖"
    CHINA_SILVER = "china_silver", "中国专利银奖"
    CHINA_EXCELLENCE = "china_excellence", "中国专利优秀奖"
    PROVINCIAL = "provincial", "省级专利奖", "provincial patent award", "省专利奖"
    ZHEJIANG_IP_GRAND = "zhejiang_ip_grand", "浙江知识产权大奖", "Zhejiang IP grand award"
    ZHEJIANG_IP_PATENT = (
        "zhejiang_ip_patent",
        "浙江知识产权奖专利奖",
        "Zhejiang IP award for patents",
        "浙江省知识产权奖专利奖",
    )
    OTHER = "other", "其他"


class PatentType(Word):
    """Kinds of patents."""

    PCT = "pct", "PCT", "PCT", "PCT专利", "国际专利"
    INVENTION = "invention", "国家发明专利", "invention", "发明", "发明专利"
    UTILITY_MODEL = "utility_model", "实用新型"
    DESIGN = "design", "外观设计"
    FOREIGN_INVENTION = "foreign_invention", "国外发明专利"


class PatentState(Word):
    """How far a patent is."""

    FILED = "filed", "已申请", "filed", "受理"
    PUBLISHED = "published", "已公布", "published", "公开", "国际公布"
    GRANTED = "granted", "已授权", "granted", "授权"
    LAPSED = "lapsed", "已失效", "lapsed", "无效", "驳回"


class StandardLevel(Word):
    """Levels of standards."""

    INTERNATIONAL = "international", "国际标准", "international", "国际"
    NATIONAL = "national", "国家标准", "national", "国家"
    INDUSTRY = "industry", "行业标准", "industry", "行业"
    PROVINCIAL = "provincial", "省级地方标准", "provincial", "地方标准"
    GROUP = "group", "团体标准", "group", "团体"
    ENTERPRISE = "enterprise", "企业标准", "enterprise", "企业"


class IssuedBy(Word):
    """Organisations that issue international standards."""

    ISO = "iso", "ISO", "ISO", "国际标准化组织"
    IEC = "iec", "IEC", "IEC", "国际电工委员会"
    ITU = "itu", "ITU", "ITU", "国际电信联盟"
    ISO_RECOGNISED = "iso_recognised", "ISO确认公布的其他国际组织", "recognised by ISO"
    OTHER = "other", "其他"


class StandardKind(Word):
    """What kind of normative document."""

    STANDARD = "standard", "标准"
    PROCEDURE = "procedure", "规程"
    CODE = "code", "规范"


class StandardState(Word):
    """How far a standard is."""

    DRAFTING = "drafting", "编制中", "drafting", "报批"
    PUBLISHED = "published", "已发布未实施", "published, not yet in force", "已发布"
    IN_FORCE = "in_force", "已颁布实施", "in force", "颁布实施", "已实施", "发布实施"
    WITHDRAWN = "withdrawn", "已废止", "withdrawn", "废止"
