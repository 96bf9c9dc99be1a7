"""Papers, books, talks and what spreads on the network."""

from reasoner.model.word import Word


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
    THESIS = "thesis", "毕业论文", "thesis", "学位论文"


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


class VenueScope(Word):
    """Standing of a journal or conference."""

    INTERNATIONAL = "international", "国际"
    NATIONAL = "national", "全国", "national", "国家级"
    PROVINCIAL = "provincial", "省级", "provincial", "省部级"
    OTHER = "other", "其他"


class PublicationState(Word):
    """Whether something is published."""

    PUBLISHED = "published", "已出版", "published", "公开发布", "出版", "已发布"
    UNPUBLISHED = "unpublished", "未出版", "unpublished", "未发布"


class BookType(Word):
    """Kinds of books."""

    MONOGRAPH = "monograph", "著作", "monograph", "专著"
    EDITED = "edited", "编著", "edited book"
    TRANSLATION = "translation", "译著"
    TEXTBOOK = "textbook", "教材"
    OTHER = "other", "其他"


class WebWorkType(Word):
    """Works spread on the network."""

    STUDY = "study", "行业专项研究"
    ANALYSIS = "analysis", "技术分析"
    CASE = "case", "实例材料"
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


class LectureAudience(Word):
    """Who a lecture or a course was for."""

    SOCIETY = "society", "社会", "society at large", "社会授课"
    ENTERPRISE = "enterprise", "企业", "an enterprise", "企业授课"
