"""What a track asks about, under the same name on every track."""

from reasoner.model.word import Word


class Matter(Word):
    """The rows of the path matrix, from top to bottom."""

    WAY_IN = "way_in", "申报途径"
    PATHS = "paths", "申报条件"
    LANDMARKS = "landmarks", "标志性成果"
    SCOPE = "scope", "适用范围"
    CONDUCT = "conduct", "品德操守"
    YEARLY_ASSESSMENTS = "yearly_assessments", "年度考核"
    FURTHER_EDUCATION = "further_education", "继续教育"
    PUBLIC_POSTS = "public_posts", "评聘结合"
    THEORY = "theory", "专业理论"
    EXPERIENCE = "experience", "工作经历"
    PERFORMANCE = "performance", "工作业绩"
    APPLICATION_DAYS = "application_days", "申报时间", "days of application"
    OTHER_DOCUMENT = "other_document", "另文条件", "another document"
