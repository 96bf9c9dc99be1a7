"""What somebody and an employer are, and what work somebody does or did."""

from reasoner.model.word import Word


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
    MECH_TECHNICAL_SERVICE = "mech_technical_service", "机电产品实现技术服务"
    OTHER = "other", "其他"


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


class EmployerSize(Word):
    """How large the employer of a period of work is."""

    LARGE = "large", "大型"
    MEDIUM = "medium", "中型"
    SMALL = "small", "小型"
    MICRO = "micro", "微型"


class Industry(Word):
    """Industries of the table of enterprise classes."""

    MANUFACTURING = "manufacturing", "工业"
    INFORMATION_TRANSMISSION = "information_transmission", "信息传输业"
    SOFTWARE = "software", "软件和信息技术服务业", "software and IT services", "软件业"
    OTHER = "other", "其他"


class WorkNature(Word):
    """What kind of work."""

    TECHNICAL = "technical", "专业技术", "technical", "技术", "专业技术工作"
    OTHER = "other", "其他"


class WorkRole(Word):
    """What somebody did in a period of work."""

    HEAD_OF_KEY_DEPARTMENT = (
        "head_of_key_department",
        "主持重要科技部门",
        "head of a key technical department",
    )
    FRONT_LINE = "front_line", "生产服务一线岗位", "front-line post"
    TECHNICAL_DIRECTOR = (
        "technical_director",
        "技术总监",
        "technical director",
        "技术副总经理",
        "技术副总经理或技术总监",
    )
    DEPARTMENT_HEAD = (
        "department_head",
        "技术或研发部门负责人",
        "head of a technical department",
        "技术部门经理",
        "研发部门经理",
        "核心技术部门领导",
    )
    CORE_ENGINEER = "core_engineer", "核心技术骨干"
    PROJECT_LEADER = "project_leader", "产品或项目技术负责人", "technical leader of a product"
    MIDDLE_ENGINEER = (
        "middle_engineer",
        "中层技术骨干或中层技术部门经理",
        "engineer or manager at middle level",
    )
    OTHER = "other", "其他"


class Organisation(Word):
    """What somebody works for."""

    ENTERPRISE = "enterprise", "企业"
    NATIONAL_PLATFORM = "national_platform", "国家级技术平台"
    JOINT_PROVINCIAL_PLATFORM = "joint_provincial_platform", "多主体省级技术平台"
    PROVINCIAL_PLATFORM = "provincial_platform", "省级技术平台", "", "省部级技术平台"
    OTHER = "other", "其他"


class EmployerGrade(Word):
    """Grades of enterprises by their sales, where a table has grades."""

    GRADE_1 = "grade_1", "一级企业"
    GRADE_2 = "grade_2", "二级企业"
    GRADE_3 = "grade_3", "三级企业"
    GRADE_4 = "grade_4", "四级企业"


class AssociationOffice(Word):
    """Offices in an association, a society or a committee."""

    CHAIR = "chair", "会长（理事长）", "chair", "会长", "理事长"
    VICE_CHAIR = "vice_chair", "副会长（副理事长）", "vice chair", "副会长", "副理事长"
    SECRETARY_GENERAL = "secretary_general", "秘书长"
    DEPUTY_SECRETARY_GENERAL = "deputy_secretary_general", "副秘书长"
    STANDING_DIRECTOR = "standing_director", "常务理事"
    DIRECTOR = "director", "理事"
    COMMITTEE_MEMBER = "committee_member", "委员"
    MEMBER = "member", "会员"
    OTHER = "other", "其他"
