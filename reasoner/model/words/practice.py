"""What somebody brought about in industry: plans, first sets, demonstrations, conformity, consulting."""

from reasoner.model.word import Word


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
    LARGE_ENTERPRISE = "large_enterprise", "大型企业"
    MEDIUM_ENTERPRISE = "medium_enterprise", "中型企业"
    SMALL_ENTERPRISE = "small_enterprise", "小型企业"
    BUREAU_INSTITUTION = "bureau_institution", "厅级事业单位"
    DIVISION_INSTITUTION = "division_institution", "处级及以下事业单位"
    ASSOCIATION = "association", "社会团体或个体经济组织", "association or sole trader"
    OTHER = "other", "其他"


class Outcome(Word):
    """What became of what was commissioned."""

    ADOPTED = "adopted", "采纳应用", "adopted", "采纳"
    ISSUED = "issued", "颁布实施", "issued", "颁布"
    PENDING = "pending", "未采纳", "pending", "编制中"


class FirstSetScope(Word):
    """How far a first set is the first."""

    INTERNATIONAL = "international", "国际首台套", "international", "国际", "国际首台（套）"
    DOMESTIC = "domestic", "国内首台套", "domestic", "国内", "国内首台（套）"
    PROVINCIAL = "provincial", "省内首台套", "provincial", "省内", "省内首台（套）"


class FirstSetState(Word):
    """How far a first set is."""

    IN_DEVELOPMENT = "in_development", "研制中"
    COMPLETED = "completed", "已完成", "completed", "完成", "已认定"


class FirstSetKind(Word):
    """What kind of first set."""

    EQUIPMENT = "equipment", "首台套", "first set of equipment", "首台（套）"
    SOFTWARE = "software", "首版次", "first edition of software", "首版次产品"


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


class NewProductType(Word):
    """What is new."""

    PRODUCT = "product", "新产品"
    TECHNOLOGY = "technology", "新技术"
    APPLICATION = "application", "新应用"
    MODEL = "model", "新模式"
    OTHER = "other", "其他"
