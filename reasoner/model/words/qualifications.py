"""Schooling, titles, certificates, honours, and what stands against somebody."""

from reasoner.model.word import Word


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


class InstitutionPlace(Word):
    """Where the school or university is."""

    DOMESTIC = "domestic", "国内", "mainland China", "大陆", "内地", "中国大陆"
    ABROAD = (
        "abroad",
        "国外或港澳台",
        "abroad, Hong Kong, Macao or Taiwan",
        "国外",
        "境外",
        "港澳台",
    )


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


class LicenceTitle(Word):
    """Licences to practise."""

    SUPERVISION_ENGINEER = "supervision_engineer", "监理工程师"
    SOFTWARE_QUALIFICATION = (
        "software_qualification",
        "计算机技术与软件专业技术资格",
        "computer and software qualification",
        "软考",
    )
    CISCO = "cisco", "思科认证", "Cisco", "CCIE", "CCNP"
    DATA_MANAGEMENT = "data_management", "数据管理专业人士认证", "CDMP", "CDMP"
    CISSP = "cissp", "认证信息系统安全专业人员", "CISSP", "CISSP"
    CISA = "cisa", "注册信息系统审计师", "CISA", "CISA"
    CISM = "cism", "注册信息安全经理", "CISM", "CISM"
    CISP = "cisp", "注册信息安全专业人员", "CISP", "CISP"
    HUAWEI = "huawei", "华为认证ICT", "Huawei ICT", "HCIE", "HCIP"
    ORACLE = "oracle", "Oracle认证", "Oracle", "OCM", "OCP"
    RED_HAT = "red_hat", "红帽认证", "Red Hat", "RHCA", "RHCE"
    OTHER = "other", "其他"


class HonourTitle(Word):
    """Honours of skilled workers, and of workers in general."""

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
    MODEL_WORKER = "model_worker", "劳动模范", "model worker", "劳模"
    GREAT_CRAFTSMAN = "great_craftsman", "大国工匠"
    MAY_DAY_MEDAL = "may_day_medal", "五一劳动奖章", "May Day labour medal"
    ADVANCED_WORKER = "advanced_worker", "先进工作者"
    OUTSTANDING_PARTY_MEMBER = "outstanding_party_member", "优秀共产党员"
    TRADE_COMMENDATION = "trade_commendation", "行业部门表彰", "commendation by a department"
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
