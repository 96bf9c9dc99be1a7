"""Projects, products and platforms."""

from reasoner.model.word import Word


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
        "国家自然科学基金重大研究计划培育项目",
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


class BusinessLine(Word):
    """Lines of business that the score of 物联网 has a box for; a project may fit several."""

    SYSTEM_DESIGN = "system_design", "物联网系统规划与设计", "system planning and design"
    SENSING_CONTROL = "sensing_control", "感知控制开发", "sensing and control"
    PLATFORM_INTEGRATION = (
        "platform_integration",
        "物联网平台系统集成与应用开发",
        "platform integration and applications",
        "平台系统集成与应用开发",
    )
    EDGE_COMPUTING = "edge_computing", "物联网边缘计算系统应用开发", "edge computing", "边缘计算"
    CONSULTING = "consulting", "物联网技术咨询与服务", "consulting and services", "技术咨询与服务"
    OTHER = "other", "其他"


class UseState(Word):
    """Whether something is in use."""

    IN_PRODUCTION = "in_production", "投入生产", "in production", "生产中转化应用"
    IN_USE = "in_use", "投入使用", "in use", "推广应用"
    NOT_YET = "not_yet", "未投入", "not yet"


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


class PlatformDuty(Word):
    """Posts at the head of a platform."""

    HEAD = "head", "正职"
    DEPUTY = "deputy", "副职"
    OTHER = "other", "其他"


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


class PostTitle(Word):
    """Posts beside the main one."""

    ADJUNCT_PROFESSOR = "adjunct_professor", "兼职教授"
    ADJUNCT_TUTOR = "adjunct_tutor", "兼职导师"
    ADJUNCT_LECTURER = "adjunct_lecturer", "兼职讲师"
    VISITING_SCHOLAR = "visiting_scholar", "访问学者"
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
    GENERAL_UNDERGRADUATE = (
        "general_undergraduate",
        "一般本科院校",
        "other undergraduate university",
    )
    VOCATIONAL = "vocational", "职业院校", "vocational college", "技师学院", "职业院校、技师学院"
    OTHER = "other", "其他高校", "other", "其他"
