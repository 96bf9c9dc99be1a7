"""The words that a dossier is written in.

Each word is a constant of the rules (its value) with a Chinese and an English label beside it.
A dossier may use the constant, a label or an alias; width and case do not matter.
"""

import difflib
import unicodedata
from enum import StrEnum
from functools import cache
from typing import Any, Self, TypeVar

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError


class Word(StrEnum):
    """A constant of the rules with its labels."""

    zh: str
    en: str
    aliases: tuple[str, ...]

    def __new__(cls, value: str, zh: str, en: str = "", *aliases: str) -> Self:
        """Make a word; its English label is the constant with blanks unless another is given."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.zh = zh
        word.en = en or value.replace("_", " ")
        word.aliases = aliases
        return word

    def label(self, language: str) -> str:
        """Return the label in *language*."""
        return self.zh if language == "zh" else self.en


W = TypeVar("W", bound=Word)


def folded(text: str) -> str:
    """Return *text* without differences of width, case, blanks and brackets' shape."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split()).replace("_", "")


@cache
def _spellings(vocabulary: type[Word]) -> dict[str, Word]:
    return {
        folded(spelling): word
        for word in vocabulary
        for spelling in (word.value, word.zh, word.en, *word.aliases)
    }


def find_word(vocabulary: type[W], text: str) -> W | None:
    """Return the word that *text* spells, if there is one."""
    return _spellings(vocabulary).get(folded(text))  # type: ignore[return-value]


def nearest(text: str, candidates: list[str]) -> str | None:
    """Return the candidate most like *text*, if any is like it."""
    by_fold = {folded(candidate): candidate for candidate in candidates}
    found = difflib.get_close_matches(folded(text), list(by_fold), n=1, cutoff=0.5)
    return by_fold[found[0]] if found else None


def _reader(vocabulary: type[Word]) -> Any:  # noqa: ANN401 - pydantic hands over anything
    def read(value: object) -> object:
        if isinstance(value, vocabulary):
            return value
        text = {True: "yes", False: "no"}.get(value, "") if isinstance(value, bool) else str(value)
        word = find_word(vocabulary, text) if isinstance(value, str | bool) else None
        if word is None:
            raise PydanticCustomError(
                "unknown_word",
                "unknown word",
                {
                    "accepted_zh": "、".join(word.zh for word in vocabulary),
                    "accepted_en": ", ".join(word.value for word in vocabulary),
                    "nearest": nearest(str(value), [word.zh for word in vocabulary])
                    or nearest(str(value), [word.value for word in vocabulary]),
                },
            )
        return word

    return read


def spelled(vocabulary: type[Word]) -> BeforeValidator:
    """Return the validator that reads any spelling of a word of *vocabulary*."""
    return BeforeValidator(_reader(vocabulary))


class YesNo(Word):
    """An answer; not told is neither."""

    YES = "yes", "是", "yes", "有", "已", "true", "y", "达到", "符合"
    NO = "no", "否", "no", "无", "未", "false", "n", "未达到", "不符合", "没有"


class Field(Word):
    """A specialty that an achievement, a post or work belongs to."""

    IOT = "iot", "物联网", "Internet of Things"
    ROBOTICS = "robotics", "机器人", "robotics"
    INDUSTRIAL_INTERNET = "industrial_internet", "工业互联网", "industrial internet"
    SMART_MANUFACTURING = "smart_manufacturing", "智能制造", "smart manufacturing"
    MECHATRONICS = "mechatronics", "机电制造", "mechatronics"
    OTHER = "other", "其他"


class Direction(Word):
    """What somebody works in."""

    IOT_CLOUD_PLATFORM = "iot_cloud_platform", "物联网云平台"
    IOT_SENSING_NETWORK = "iot_sensing_network", "物联网智能感知组网"
    IOT_APPLICATION = "iot_application", "物联网应用"
    ROBOT_CORE_COMPONENTS = "robot_core_components", "机器人核心零部件研发"
    ROBOT_ALGORITHMS = "robot_algorithms", "机器人算法"
    ROBOT_COMPLETE_MACHINE = "robot_complete_machine", "机器人整机设计与制造"
    ROBOT_SYSTEM_INTEGRATION = "robot_system_integration", "机器人系统集成与应用"
    II_INTERCONNECTION = "ii_interconnection", "工业互联网网络互联", "interconnection", "网络互联"
    II_PLATFORM = "ii_platform", "工业互联网平台建设", "platforms", "平台建设"
    II_DATA = "ii_data", "工业互联网数据服务", "data services", "数据服务"
    II_SECURITY = "ii_security", "工业互联网安全防护", "security", "安全防护"
    SM_PLANNING = "sm_planning", "智能制造规划设计"
    SM_DEVELOPMENT = "sm_development", "智能制造研发实施"
    SM_OPERATION = "sm_operation", "智能制造运行维护"
    SM_CONSULTING = "sm_consulting", "智能制造咨询服务"
    MECH_DESIGN = "mech_design", "机电设计开发"
    MECH_PRODUCTION = "mech_production", "机电生产制造"
    MECH_INTEGRATION = "mech_integration", "机电集成服务"
    OTHER = "other", "其他"


class Workplace(Word):
    """Where somebody works."""

    ZHEJIANG = "zhejiang", "浙江省", "Zhejiang", "浙江", "浙江省内"
    ELSEWHERE = "elsewhere", "省外", "elsewhere", "浙江省外"


class EmployerType(Word):
    """What kind of employer."""

    ENTERPRISE = "enterprise", "企业"
    PUBLIC_INSTITUTION = "public_institution", "事业单位"
    SELF_EMPLOYED = "self_employed", "自由职业"
    OTHER = "other", "其他"


class Industry(Word):
    """Industries of the table of enterprise classes."""

    MANUFACTURING = "manufacturing", "工业"
    INFORMATION_TRANSMISSION = "information_transmission", "信息传输业"
    SOFTWARE = "software", "软件和信息技术服务业", "software and IT services", "软件业"
    OTHER = "other", "其他"


class Subject(Word):
    """How a subject of study relates to the specialty applied for."""

    OWN_FIELD = "own_field", "本专业"
    RELATED_FIELD = "related_field", "相近专业"
    OTHER_FIELD = "other_field", "其他专业", "other field", "其他", "无关专业"


class Major(Word):
    """Subjects of study that a definition names as its own or related fields."""

    ROBOT_ENGINEERING = "robot_engineering", "机器人工程"
    COMPUTER_SCIENCE = "computer_science", "计算机科学与技术"
    ELECTRONIC_SCIENCE = "electronic_science", "电子科学与技术"
    CONTROL_SCIENCE = "control_science", "控制科学与工程"
    MECHANICAL_ENGINEERING = "mechanical_engineering", "机械工程"
    OTHER = "other", "其他"


class EducationLevel(Word):
    """Levels of schooling."""

    SECONDARY = "secondary", "中专", "secondary", "高中", "中专及以下"
    JUNIOR_COLLEGE = "junior_college", "大专", "junior college", "专科", "大学专科"
    BACHELOR = "bachelor", "大学本科", "bachelor", "本科"
    MASTER = "master", "硕士研究生", "master", "研究生", "硕士"
    DOCTOR = "doctor", "博士研究生", "doctor", "博士"


class Completion(Word):
    """How schooling ended."""

    GRADUATED = "graduated", "毕业"
    COMPLETED_WITHOUT_GRADUATION = "completed_without_graduation", "结业"
    LEFT = "left", "肄业", "left"


class DegreeLevel(Word):
    """Degrees."""

    BACHELOR = "bachelor", "学士", "bachelor", "学士学位"
    MASTER = "master", "硕士", "master", "硕士学位"
    DOCTOR = "doctor", "博士", "doctor", "博士学位"


class Series(Word):
    """Series of professional titles."""

    ENGINEERING = "engineering", "工程系列", "engineering", "工程", "工程技术"
    OTHER = "other", "其他系列", "other", "其他"


class TitleGrade(Word):
    """Grades of professional titles."""

    ASSISTANT = "assistant", "初级", "assistant", "助理工程师"
    INTERMEDIATE = "intermediate", "中级", "intermediate", "工程师"
    DEPUTY_SENIOR = "deputy_senior", "副高级", "deputy senior", "高级工程师", "副高"
    SENIOR = "senior", "正高级", "senior", "正高级工程师", "正高"


class WorkNature(Word):
    """What kind of work."""

    TECHNICAL = "technical", "专业技术", "technical", "技术", "专业技术工作"
    OTHER = "other", "其他"


class AssessmentGrade(Word):
    """Results of annual assessments."""

    EXCELLENT = "excellent", "优秀"
    QUALIFIED = "qualified", "合格", "qualified", "称职"
    BASICALLY_QUALIFIED = "basically_qualified", "基本合格", "basically qualified", "基本称职"
    UNQUALIFIED = "unqualified", "不合格", "unqualified", "不称职"
    EXPLAINED = "explained", "未考核有说明", "not assessed, explained", "未考核（有说明）"


class SkillCertificateType(Word):
    """Certificates of skilled workers."""

    VOCATIONAL_QUALIFICATION = "vocational_qualification", "职业资格"
    VOCATIONAL_SKILL_LEVEL = "vocational_skill_level", "职业技能等级"


class SkillLevel(Word):
    """Levels of skilled workers."""

    TECHNICIAN = "technician", "技师", "technician", "二级"
    SENIOR_TECHNICIAN = (
        "senior_technician",
        "高级技师",
        "senior technician",
        "一级",
        "高级技师（一级）",
    )
    SPECIAL_TECHNICIAN = "special_technician", "特级技师"
    CHIEF_TECHNICIAN = "chief_technician", "首席技师"
    OTHER = "other", "其他"


class TrainingProgramme(Word):
    """Programmes that certify digital technology engineers."""

    NATIONAL_DIGITAL_ENGINEER = (
        "national_digital_engineer",
        "国家数字技术工程师培育项目",
        "national digital technology engineer programme",
    )
    OTHER = "other", "其他"


class CertificateLevel(Word):
    """Levels of such certificates."""

    JUNIOR = "junior", "初级"
    INTERMEDIATE = "intermediate", "中级"
    ADVANCED = "advanced", "高级"


class HonourTitle(Word):
    """Honours of skilled workers."""

    WORLD_SKILLS = "world_skills", "世界技能大赛", "WorldSkills"
    NATIONAL_TECHNICAL_EXPERT = "national_technical_expert", "全国技术能手"
    NATIONAL_MASTER_WORKSHOP = (
        "national_master_workshop",
        "国家级技能大师工作室领办人",
        "head of a national master workshop",
    )
    QIANJIANG_SKILL_AWARD = "qianjiang_skill_award", "钱江技能大奖", "Qianjiang skill award"
    ZHEJIANG_OUTSTANDING_CRAFTSMAN = (
        "zhejiang_outstanding_craftsman",
        "浙江杰出工匠",
        "outstanding craftsman of Zhejiang",
    )
    PROVINCIAL_OUTSTANDING_SKILLED_TALENT = (
        "provincial_outstanding_skilled_talent",
        "省百千万杰出技能人才",
        "outstanding skilled talent of the provincial programme",
        "省“百千万”杰出技能人才",
        "杰出技能人才",
    )
    PROVINCIAL_CHIEF_TECHNICIAN = "provincial_chief_technician", "浙江省首席技师"
    SPECIAL_TECHNICIAN = "special_technician", "特级技师"
    CHINA_SKILL_GRAND_AWARD = "china_skill_grand_award", "中华技能大奖"
    STATE_ALLOWANCE = (
        "state_allowance",
        "享受国务院政府特殊津贴的高技能人才",
        "state allowance for skilled talent",
    )
    ZHEJIANG_CRAFTSMAN_OF_THE_NEW_ERA = (
        "zhejiang_craftsman_of_the_new_era",
        "新时代突出贡献浙派工匠",
    )
    ZHEJIANG_GRAND_CRAFTSMAN = "zhejiang_grand_craftsman", "浙江大工匠"
    TALENT_ENTREPRENEUR = (
        "talent_entrepreneur",
        "国家制造业人才支持计划创新企业家",
        "national manufacturing talent programme, innovative entrepreneur",
    )
    TALENT_ADVANCED_TECHNOLOGY = (
        "talent_advanced_technology",
        "国家制造业人才支持计划先进制造技术人才",
        "national manufacturing talent programme, advanced technology",
    )
    OTHER = "other", "其他"


class Medal(Word):
    """Medals."""

    GOLD = "gold", "金牌"
    SILVER = "silver", "银牌"
    BRONZE = "bronze", "铜牌"
    NONE = "none", "优胜奖", "none", "无", "未获奖牌"


class MisconductType(Word):
    """Misconduct in applying or in office."""

    FALSE_PROMISE = "false_promise", "虚假承诺", "false promise", "伪造信息"
    FALSE_MATERIAL = "false_material", "虚假材料", "false material", "论文造假", "剽窃", "业绩造假"
    OFFENCE_UNDER_SANCTION = "offence_under_sanction", "严重违纪违法处理中"
    OFFENCE_IN_PRESENT_TITLE = "offence_in_present_title", "任现职期间严重违纪违法"
    IMPROPER_INFLUENCE = "improper_influence", "说情打招呼", "improper influence", "暗箱操作"
    OTHER_FRAUD = "other_fraud", "其他弄虚作假", "other fraud", "营私舞弊"


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


class Rank(Word):
    """A rank that is no number."""

    UNLISTED = "unlisted", "未注明", "not listed on the certificate", "未注明排名", "不分排名"


class Evidence(Word):
    """Whether a record is backed by documents; told by listing them."""

    GIVEN = "given", "有佐证"
    NONE = "none", "无佐证"


class Initiation(Word):
    """Who started a project."""

    COMMISSIONED = "commissioned", "外部委托", "commissioned", "委托", "立项资助"
    OWNER_BUILT = "owner_built", "甲方自建"
    SELF_INITIATED = "self_initiated", "企业自立", "self-initiated", "自立"


class ProjectState(Word):
    """How far a project is."""

    IN_PROGRESS = "in_progress", "在研", "in progress", "进行中", "实施中"
    COMPLETED = "completed", "已完成", "completed", "完成", "结题"
    ACCEPTED = "accepted", "已验收", "accepted", "验收", "通过验收"
    TERMINATED = "terminated", "终止"


class Programme(Word):
    """Programmes that fund projects."""

    NATIONAL_KEY_RESEARCH = (
        "national_key_research",
        "国家重点研发计划",
        "national key R&D programme",
    )
    NSFC_MAJOR = "nsfc_major", "国家自然科学基金重大项目", "NSFC major project"
    NSFC = "nsfc", "国家自然科学基金", "NSFC"
    CENTRAL_GOVERNMENT_FUNDED = (
        "central_government_funded",
        "中央财政资助重大工程和产业化项目",
        "major project funded by the central government",
    )
    PROVINCIAL_MAJOR_SCIENCE = "provincial_major_science", "省重大科技专项"
    PROVINCIAL_KEY_RESEARCH = "provincial_key_research", "省重点研发计划"
    PROVINCIAL_NSF_KEY = "provincial_nsf_key", "省自然科学基金重点项目"
    PROVINCIAL_KEY_PLATFORM = (
        "provincial_key_platform",
        "省部级重点平台",
        "provincial key platform",
        "省级重点研究院",
        "省级创新中心",
    )
    STATE_DEPARTMENT = "state_department", "国务院有关部门项目"
    NATIONAL_MAJOR_SCIENCE = "national_major_science", "国家科技重大专项"
    SCIENCE_INNOVATION_2030 = "science_innovation_2030", "科技创新2030重大项目"
    NSFC_KEY = (
        "nsfc_key",
        "国家自然科学基金重点类",
        "NSFC key",
        "国家自然科学基金重大研究计划、重点、杰青、优青、重大仪器",
    )
    NSFC_JOINT = (
        "nsfc_joint",
        "国家自然科学基金联合基金或国际合作",
        "NSFC joint fund or international cooperation",
    )
    NSFC_GENERAL = (
        "nsfc_general",
        "国家自然科学基金面上、青年",
        "NSFC general or youth",
        "国家自然科学基金面上",
        "国家自然科学基金青年",
    )
    PROVINCIAL_NSF_MAJOR = "provincial_nsf_major", "省自然科学基金重大或杰青"
    PROVINCIAL_KEY_INDUSTRIAL_PLATFORM = (
        "provincial_key_industrial_platform",
        "省级重点工业互联网平台项目",
    )
    PROVINCIAL_SCIENCE = "provincial_science", "省科技计划项目"
    PROVINCIAL_NSF = "provincial_nsf", "省自然科学基金探索、青年、联合"
    MUNICIPAL_KEY = "municipal_key", "地市级重点科技计划"
    OTHER = "other", "相当层次", "other, of equivalent level", "其他"


class PlatformType(Word):
    """Kinds of technical platforms."""

    KEY_LABORATORY = "key_laboratory", "重点实验室"
    RESEARCH_INSTITUTE = "research_institute", "研究院"
    ENGINEERING_RESEARCH_CENTRE = "engineering_research_centre", "工程研究中心"
    ENTERPRISE_TECHNOLOGY_CENTRE = "enterprise_technology_centre", "企业技术中心"
    ENGINEERING_TECHNOLOGY_RESEARCH_CENTRE = (
        "engineering_technology_research_centre",
        "工程技术研究中心",
    )
    OTHER = "other", "其他"


class PlatformKind(Word):
    """What a technical platform is, as the definitions of national and provincial platforms name it."""

    MANUFACTURING_INNOVATION_CENTRE = "manufacturing_innovation_centre", "制造业创新中心"
    NATIONAL_LABORATORY = "national_laboratory", "国家实验室"
    KEY_LABORATORY = "key_laboratory", "重点实验室", "key laboratory", "全国重点实验室"
    ENGINEERING_TECHNOLOGY_CENTRE = "engineering_technology_centre", "工程技术研究中心"
    ENGINEERING_LABORATORY = "engineering_laboratory", "工程实验室"
    ENGINEERING_RESEARCH_CENTRE = "engineering_research_centre", "工程研究中心"
    TECHNOLOGY_INNOVATION_CENTRE = "technology_innovation_centre", "技术创新中心"
    NEW_RESEARCH_INSTITUTION = "new_research_institution", "新型研发机构"
    KEY_ENTERPRISE_INSTITUTE = "key_enterprise_institute", "重点企业研究院"
    INTERNATIONAL_COOPERATION_BASE = "international_cooperation_base", "国际科技合作基地"
    ENTERPRISE_TECHNOLOGY_CENTRE = "enterprise_technology_centre", "企业技术中心"
    INDUSTRY_INNOVATION_CENTRE = "industry_innovation_centre", "产业创新中心"
    SCIENCE_FACILITY = "science_facility", "大科学装置"
    OTHER = "other", "其他"


class PlatformState(Word):
    """How far a platform is built."""

    UNDER_CONSTRUCTION = "under_construction", "建设中"
    COMPLETED = "completed", "已建成", "completed", "完成", "已认定"


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


class AwardGrade(Word):
    """Grades of awards."""

    SPECIAL = "special", "特等奖", "special", "特等"
    FIRST = "first", "一等奖", "first", "一等"
    SECOND = "second", "二等奖", "second", "二等"
    THIRD = "third", "三等奖", "third", "三等"
    UNGRADED = "ungraded", "不分等级"


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


class PlanType(Word):
    """What a department commissions."""

    DEVELOPMENT_PLAN = "development_plan", "发展规划"
    STRATEGIC_DECISION = "strategic_decision", "战略决策"
    RESEARCH_TOPIC = "research_topic", "课题研究"
    OTHER = "other", "其他"


class CommissionerLevel(Word):
    """Departments that commission."""

    NATIONAL_DEPARTMENT = (
        "national_department",
        "国家行业主管部门",
        "national department",
        "国家部委",
    )
    PROVINCIAL_DEPARTMENT = (
        "provincial_department",
        "省级行业主管部门",
        "provincial department",
        "省厅",
    )
    MUNICIPAL_DEPARTMENT = (
        "municipal_department",
        "市级行业主管部门",
        "municipal department",
        "市局",
    )
    OTHER = "other", "其他"


class Outcome(Word):
    """What became of what was commissioned."""

    ADOPTED = "adopted", "采纳应用", "adopted", "采纳"
    ISSUED = "issued", "颁布实施", "issued", "颁布"
    PENDING = "pending", "未采纳", "pending", "编制中"


class IndexedIn(Word):
    """Lists that a journal or conference is in."""

    CCF_A = "ccf_a", "CCF-A", "CCF A", "CCF A类"
    CCF_B = "ccf_b", "CCF-B", "CCF B", "CCF B类"
    CCF_C = "ccf_c", "CCF-C", "CCF C", "CCF C类"
    SCI = "sci", "SCI", "SCI", "SCI收录"
    EI = "ei", "EI", "EI", "EI收录"
    FIRST_CLASS_JOURNAL = "first_class_journal", "一级期刊"
    CHINESE_CORE = "chinese_core", "中文核心期刊", "Chinese core journal", "北大核心", "核心期刊"
    CSCD = "cscd", "中国科学引文数据库", "CSCD", "CSCD"
    OTHER_JOURNAL = "other_journal", "其他正式刊物"
    PROCEEDINGS = "proceedings", "会议论文集"
    CAA = "caa", "中国自动化学会推荐", "CAA"
    CIE = "cie", "中国电子学会推荐", "CIE"
    CIC = "cic", "中国通信学会推荐", "CIC"
    EXCELLENCE_PLAN = "excellence_plan", "中国科技期刊卓越行动计划"
    OTHER_SOCIETY = "other_society", "其他国家级学会推荐", "recommended by another society"


class Tier(Word):
    """Tiers of journals."""

    A = "a", "A类", "A", "A"
    B = "b", "B类", "B", "B"
    C = "c", "C类", "C", "C"


class Authorship(Word):
    """What kind of author."""

    FIRST_AUTHOR = "first_author", "第一作者", "first author", "一作", "first"
    JOINT_FIRST_AUTHOR = "joint_first_author", "共同第一作者", "joint first author", "共同一作"
    CORRESPONDING_AUTHOR = (
        "corresponding_author",
        "通讯作者",
        "corresponding author",
        "corresponding",
    )
    JOINT_CORRESPONDING_AUTHOR = (
        "joint_corresponding_author",
        "共同通讯作者",
        "joint corresponding author",
        "共同通讯",
    )
    OTHER_AUTHOR = "other_author", "其他作者", "other author", "参与作者"


class PaperState(Word):
    """How far a paper is."""

    SUBMITTED = "submitted", "已投稿"
    ACCEPTED = "accepted", "已录用", "accepted", "录用通知", "清样"
    PUBLISHED = "published", "已发表", "published", "公开发表", "见刊"


class ArticleType(Word):
    """What kind of article."""

    RESEARCH = "research", "研究性文章", "research", "研究论文", "学术论文"
    DESCRIPTIVE = "descriptive", "介绍报道类文章", "descriptive", "综述报道", "介绍", "报道"


class VenueType(Word):
    """Where a paper appeared."""

    JOURNAL = "journal", "期刊"
    CONFERENCE = "conference", "会议", "conference", "会议论文"


class SerialNumber(Word):
    """The registration of a journal."""

    CN = "cn", "CN", "CN", "国内刊号"
    ISSN = "issn", "ISSN", "ISSN", "国际刊号"
    FOREIGN = "foreign", "国外公开发行", "foreign, publicly issued", "国外刊物"
    NONE = "none", "无刊号", "none"


class FirstSetScope(Word):
    """How far a first set is the first."""

    INTERNATIONAL = "international", "国际首台套", "international", "国际", "国际首台（套）"
    DOMESTIC = "domestic", "国内首台套", "domestic", "国内", "国内首台（套）"
    PROVINCIAL = "provincial", "省内首台套", "provincial", "省内", "省内首台（套）"


class FirstSetState(Word):
    """How far a first set is."""

    IN_DEVELOPMENT = "in_development", "研制中"
    COMPLETED = "completed", "已完成", "completed", "完成", "已认定"


class PostTitle(Word):
    """Posts beside the main one."""

    ADJUNCT_PROFESSOR = "adjunct_professor", "兼职教授"
    OTHER = "other", "其他"


class EngagedBy(Word):
    """Who engages an adjunct professor."""

    UNIVERSITY = "university", "校聘", "university", "学校聘任"
    SCHOOL = "school", "院聘", "school", "学院聘任"


class SchoolClass(Word):
    """Classes of universities."""

    PROJECT_985 = "project_985", "985", "project 985", "985高校"
    PROJECT_211 = "project_211", "211", "project 211", "211高校"
    DOUBLE_FIRST_CLASS = "double_first_class", "双一流", "double first-class", "双一流高校"
    OTHER = "other", "其他高校", "other", "其他"


class ExpertQuestion(Word):
    """What an expert determines about a record."""

    ECONOMIC_BENEFIT = "economic_benefit", "产生实际经济效益", "real economic benefit", "经济效益"
    RENOWNED = "renowned", "业内知名技术奖项", "an award of renown in the field", "知名奖项"
    EQUIVALENT_LEVEL = "equivalent_level", "相当层次", "of equivalent level"
    EQUIVALENT_PLATFORM = "equivalent_platform", "相当平台", "an equivalent platform"
    EQUIVALENT_PLAN = "equivalent_plan", "相当规划", "an equivalent plan"
    LEADERSHIP = "leadership", "属于主持", "counts as leading", "主持平台"
    RELATED_FIELD_RECOGNISED = (
        "related_field_recognised",
        "属于相近专业",
        "is a related field",
        "相近专业",
    )
    IMPROVES_PERFORMANCE = "improves_performance", "显著提升产品性能"
    ACTUAL_BENEFIT = "actual_benefit", "产生实际效益"
    SOCIAL_ECONOMIC_BENEFIT = "social_economic_benefit", "产生良好的社会经济效益"
    EQUIVALENT_WORK = "equivalent_work", "属于所列同类工作", "work of the kinds listed"
    BENEFIT = "benefit", "取得较好的经济效益或社会效益"
    INFLUENTIAL = "influential", "有较大影响力的会议", "an influential conference"
    FILLS_A_GAP = "fills_a_gap", "推动关键核心技术攻关、填补技术空白"
    SOLVES_MAJOR_PROBLEM = "solves_major_problem", "解决重大技术难题"
    EXPERT_REVIEWED = "expert_reviewed", "经行业专家评审认可"
    INDUSTRY_IMPACT = "industry_impact", "对行业发展有一定影响的重点项目"
    EQUIVALENT_DEMO = "equivalent_demo", "相当层次的项目、应用或方案"
    INNOVATIVE_RESULT = "innovative_result", "有创新性成果并推动提质增效"
    WHOLE_SOLUTION = "whole_solution", "形成智能运维整体解决方案"
    PROPOSES_MEASURES = "proposes_measures", "提出解决方案和改造措施"
    CORE_TECHNOLOGY = "core_technology", "掌握关键核心技术"
    GUIDES_SENIORS = "guides_seniors", "具备指导高级工程师的能力"
    IN_FIELD_PROJECT = "in_field_project", "属于相关领域项目"
    WITHIN_SCOPE = "within_scope", "属于适用范围", "within the scope"
    HIGH_LEVEL = "high_level", "具有高水平", "of a high level"
    SERIES_MAIN_PART = "series_main_part", "属于系列产品主要部分", "a main part of a product series"


class Activity(Word):
    """Kinds of work in industrial internet (art. 2)."""

    PLANNING = "planning", "规划设计"
    RESEARCH = "research", "技术研发"
    PROJECT_MANAGEMENT = "project_management", "项目管理"
    TESTING = "testing", "测试验证"
    ENGINEERING = "engineering", "工程实施"
    INTEGRATION = "integration", "系统集成"
    OPERATION = "operation", "运营管理"
    SERVICE = "service", "服务", "service", "运维服务"
    OTHER = "other", "其他"


class EmployerSize(Word):
    """How large the employer of a period of work is."""

    LARGE = "large", "大型"
    MEDIUM = "medium", "中型"
    SMALL = "small", "小型"
    MICRO = "micro", "微型"


class WorkRole(Word):
    """What somebody did in a period of work."""

    HEAD_OF_KEY_DEPARTMENT = (
        "head_of_key_department",
        "主持重要科技部门",
        "head of a key technical department",
    )
    FRONT_LINE = "front_line", "生产服务一线岗位", "front-line post"
    OTHER = "other", "其他"


class LicenceTitle(Word):
    """Licences to practise."""

    SUPERVISION_ENGINEER = "supervision_engineer", "监理工程师"
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


class RecognisedBy(Word):
    """Who recognises a demonstration, a first set, a new product or a contest."""

    STATE_DEPARTMENT = "state_department", "国家部委", "state department"
    PROVINCIAL_DEPARTMENT = "provincial_department", "省级行业主管部门", "provincial department"
    NATIONAL_SOCIETY = "national_society", "全国性行业协会（学会）", "national society"
    MUNICIPAL_DEPARTMENT = "municipal_department", "市级主管部门", "municipal department"
    OTHER = "other", "其他"


class DemoType(Word):
    """Demonstration projects and the like."""

    DEMONSTRATION = "demonstration", "示范试点", "demonstration", "试点示范", "应用场景示范项目"
    TYPICAL_CASE = "typical_case", "典型案例", "typical case", "典型应用场景"
    EXCELLENT_SOLUTION = "excellent_solution", "优秀解决方案", "excellent solution"
    PROVINCIAL_PLATFORM = "provincial_platform", "省级工业互联网平台"
    FIVE_G_FACTORY = "five_g_factory", "5G全连接工厂"
    FUTURE_FACTORY = "future_factory", "未来工厂"
    SMART_FACTORY = "smart_factory", "智能工厂"
    DIGITAL_WORKSHOP = "digital_workshop", "数字化车间"
    CLOUD_ENTERPRISE = "cloud_enterprise", "制造业云上企业"
    FIRST_EDITION_SOFTWARE = "first_edition_software", "首版次软件产品"
    CROSS_INDUSTRY_PLATFORM = "cross_industry_platform", "跨行业跨领域工业互联网平台"
    INTEGRATION_PILOT = "integration_pilot", "新一代信息技术与制造业融合发展试点示范"
    II_PILOT = "ii_pilot", "工业互联网试点示范", "industrial internet pilot"
    PLATFORM_PIONEER_CASE = "platform_pioneer_case", "工业互联网平台创新领航应用案例"
    INDUSTRIAL_APP_SOLUTION = "industrial_app_solution", "工业互联网APP优秀解决方案"
    OTHER = "other", "其他"


class BenchmarkType(Word):
    """Benchmarks of smart manufacturing, as their definition names them."""

    NATIONAL_LEADING_FACTORY = "national_leading_factory", "国家领航级智能工厂"
    NATIONAL_EXCELLENT_FACTORY = "national_excellent_factory", "国家卓越级智能工厂"
    NATIONAL_DIGITAL_PILOT = "national_digital_pilot", "国家数字领航企业"
    NATIONAL_5G_FACTORY = "national_5g_factory", "国家5G工厂"
    NATIONAL_DEMONSTRATION_FACTORY = "national_demonstration_factory", "国家智能制造示范工厂"
    NATIONAL_EXCELLENT_SCENE = "national_excellent_scene", "国家智能制造优秀场景"
    NATIONAL_SOLUTION_TENDER = "national_solution_tender", "国家智能制造系统解决方案揭榜挂帅"
    ZHEJIANG_FUTURE_FACTORY = "zhejiang_future_factory", "浙江省未来工厂"
    ZHEJIANG_SMART_FACTORY = "zhejiang_smart_factory", "浙江省智能工厂"
    OTHER = "other", "其他"


class Involvement(Word):
    """How far somebody's part in something went."""

    COMPLETED = "completed", "完成", "completed", "已完成"
    BUILT = "built", "承建", "built", "建设"
    TOOK_PART = "took_part", "参与", "took part"


class ExperienceContent(Word):
    """What technical work consisted of, as the articles on experience name it."""

    ROBOT_CORE_COMPONENTS = "robot_core_components", "机器人核心零部件"
    ROBOT_ALGORITHMS = "robot_algorithms", "机器人算法"
    ROBOT_COMPLETE_MACHINE = "robot_complete_machine", "机器人整机"
    ROBOT_INTEGRATION = "robot_integration", "机器人软硬件系统集成"
    ROBOT_KEY_PROBLEM = "robot_key_problem", "解决机器人关键技术问题"
    ROBOT_APPRAISAL = "robot_appraisal", "机器人项目技术经济评价及市场分析"
    II_INTERCONNECTION = "ii_interconnection", "网络互联与数据互通共享解决方案"
    II_PLATFORM_AND_APP = "ii_platform_and_app", "工业互联网应用平台和工业APP"
    II_DATA = "ii_data", "工业大数据采集、机理模型和分析挖掘"
    II_SECURITY = "ii_security", "工业互联网安全系统"
    SM_PLANNING = "sm_planning", "智能工厂规划设计"
    SM_DEVELOPMENT = "sm_development", "工业软件、装备、产线开发与系统集成实施"
    SM_OPERATION = "sm_operation", "智能制造系统运维"
    SM_CONSULTING = "sm_consulting", "智能制造战略规划、诊断评估、监理验收"
    SM_SOLUTION = "sm_solution", "智能制造解决方案研发实施"
    SM_PRODUCT = "sm_product", "工业软件、智能装备、智能制造系统研发测试部署"
    SM_OPERATION_DATA = "sm_operation_data", "运维数据分析与挖掘"
    SM_POLICY = "sm_policy", "智能制造政策、标准体系建设"
    SM_DIAGNOSIS = "sm_diagnosis", "企业智能制造诊断评价"
    SM_SUPERVISION = "sm_supervision", "智能制造项目监理"
    OTHER = "other", "其他"


class TalkType(Word):
    """Talks at conferences."""

    PLENARY = "plenary", "大会报告"
    SPECIAL = "special", "专题报告", "special session talk"
    BRANCH = "branch", "分会报告", "branch session talk"
    PROFESSIONAL = "professional", "专业技术报告", "technical talk"
    OTHER = "other", "其他"


class ConferenceScope(Word):
    """Reach of a conference."""

    INTERNATIONAL = "international", "国际"
    NATIONAL = "national", "全国"
    OTHER = "other", "其他", "other", "省级", "地方"


class PlatformDuty(Word):
    """Posts at the head of a platform."""

    HEAD = "head", "正职"
    DEPUTY = "deputy", "副职"
    OTHER = "other", "其他"


class MaturityScheme(Word):
    """Schemes that assess enterprises (贯标)."""

    DCMM = "dcmm", "DCMM", "DCMM", "数据管理能力成熟度"
    INTEGRATION_MANAGEMENT = "integration_management", "两化融合管理体系"
    CMMM = "cmmm", "CMMM", "CMMM", "智能制造能力成熟度"
    SME_DIGITALISATION = "sme_digitalisation", "中小企业数字化水平"
    PLATFORM_PERFORMANCE = "platform_performance", "工业互联网平台企业应用水平与绩效评价"
    OTHER = "other", "其他"


class MaturityLevel(Word):
    """Results of such assessments, in the words of their schemes."""

    LEVEL_1 = "level_1", "1级", "level 1"
    LEVEL_2 = "level_2", "2级", "level 2"
    LEVEL_3 = "level_3", "3级", "level 3", "稳健级"
    LEVEL_4 = "level_4", "4级", "level 4", "量化管理级"
    LEVEL_5 = "level_5", "5级", "level 5", "优化级"
    SINGLE_A = "single_a", "A级（两化融合）", "A"
    DOUBLE_A = "double_a", "AA级", "AA"
    TRIPLE_A = "triple_a", "AAA级", "AAA"
    PERFORMANCE_A = "performance_a", "绩效A级", "performance A"
    PERFORMANCE_B = "performance_b", "绩效B级", "performance B"
    PERFORMANCE_C = "performance_c", "绩效C级", "performance C"
    PERFORMANCE_D = "performance_d", "绩效D级", "performance D"
    PERFORMANCE_E = "performance_e", "绩效E级", "performance E"


class ConsultingType(Word):
    """Kinds of consulting."""

    PLANNING = "planning", "规划咨询"
    POLICY_RESEARCH = "policy_research", "政策研究"
    TECHNICAL_DEVELOPMENT = "technical_development", "科研与技术开发"
    OTHER = "other", "其他"


class ConsultingOutcome(Word):
    """What became of consulting."""

    REVIEWED = "reviewed", "通过评审"
    APPLIED = "applied", "成果得到应用", "applied", "应用"
    PENDING = "pending", "未结题"


class PlatformDocument(Word):
    """Documents that prepare a platform."""

    PROPOSAL = "proposal", "建议书"
    FEASIBILITY_STUDY = "feasibility_study", "可行性研究报告"
    IMPLEMENTATION_PLAN = "implementation_plan", "实施规划"
    OTHER = "other", "其他"


class Adoption(Word):
    """Whether a document was adopted and carried out."""

    ADOPTED = "adopted", "被采纳实施", "adopted and carried out", "采纳实施"
    PENDING = "pending", "未采纳"


class PublicationState(Word):
    """Whether something is published."""

    PUBLISHED = "published", "已出版", "published", "公开发布", "出版", "已发布"
    UNPUBLISHED = "unpublished", "未出版", "unpublished", "未发布"


class BookType(Word):
    """Kinds of books."""

    MONOGRAPH = "monograph", "著作", "monograph", "专著", "编著"
    TRANSLATION = "translation", "译著"
    OTHER = "other", "其他", "other", "教材"


class NewProductType(Word):
    """What is new."""

    PRODUCT = "product", "新产品"
    TECHNOLOGY = "technology", "新技术"
    APPLICATION = "application", "新应用"
    MODEL = "model", "新模式"
    OTHER = "other", "其他"


class UseState(Word):
    """Whether something is in use."""

    IN_PRODUCTION = "in_production", "投入生产", "in production", "生产中转化应用"
    IN_USE = "in_use", "投入使用", "in use", "推广应用"
    NOT_YET = "not_yet", "未投入", "not yet"


class FirstSetKind(Word):
    """What kind of first set."""

    EQUIPMENT = "equipment", "首台套", "first set of equipment", "首台（套）"
    SOFTWARE = "software", "首版次", "first edition of software", "首版次产品"


class WebWorkType(Word):
    """Works spread on the network."""

    STUDY = "study", "行业专项研究"
    ANALYSIS = "analysis", "技术分析"
    CASE = "case", "实例材料"
    OTHER = "other", "其他"


class ProjectCategory(Word):
    """What a project mainly consists of."""

    PLANNING = "planning", "规划设计"
    DEVELOPMENT = "development", "研发实施"
    OPERATION = "operation", "运行维护"
    CONSULTING = "consulting", "咨询服务"
    DIGITAL_TRANSFORMATION = (
        "digital_transformation",
        "智能化改造、数字化转型、网络化联接",
        "digital transformation",
        "数字化转型",
    )
    OTHER = "other", "其他"


class VenueScope(Word):
    """Standing of a journal or conference."""

    INTERNATIONAL = "international", "国际"
    NATIONAL = "national", "全国", "national", "国家级"
    PROVINCIAL = "provincial", "省级", "provincial", "省部级"
    OTHER = "other", "其他"
