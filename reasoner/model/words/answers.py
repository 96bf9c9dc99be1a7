"""Yes and no, whether there are documents, and what experts are asked."""

from reasoner.model.word import Word


class YesNo(Word):
    """An answer; not told is neither."""

    YES = "yes", "是", "yes", "有", "已", "true", "y", "达到", "符合"
    NO = "no", "否", "no", "无", "未", "false", "n", "未达到", "不符合", "没有"


class Evidence(Word):
    """Whether a record is backed by documents; told by listing them."""

    GIVEN = "given", "有佐证"
    NONE = "none", "无佐证"


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
    IN_FIELD_PROJECT = "in_field_project", "属于相关领域项目"
    WITHIN_SCOPE = "within_scope", "属于适用范围", "within the scope"
    HIGH_LEVEL = "high_level", "具有高水平", "of a high level"
    RECOGNISED_FOR_SCORE = "recognised_for_score", "经专家认可计分", "recognised for the score"
    EQUIVALENT_CERTIFICATE = "equivalent_certificate", "相当的资质证书"
    SERIES_MAIN_PART = "series_main_part", "属于系列产品主要部分", "a main part of a product series"
