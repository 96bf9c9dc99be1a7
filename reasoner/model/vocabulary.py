"""What attributes and words are called: the labels of the models, found by the constants of the rules."""

from collections.abc import Iterator
from functools import cache
from typing import get_args

from reasoner.errors import Text
from reasoner.model.achievements import ACHIEVEMENTS
from reasoner.model.achievements.kinds import ANY_ACHIEVEMENT, Kind
from reasoner.model.dossier import Dossier
from reasoner.model.records import Record
from reasoner.model.word import Word
from reasoner.model.words import answers, levels, qualifications


class RecordKind(Word):
    """Kinds of record that are no achievements."""

    APPLICATION = "application", "申报与推荐"
    PERSON = "person", "个人情况"
    EMPLOYER = "employer", "工作单位"
    EDUCATION = "education", "学历"
    DEGREE = "degree", "学位"
    TITLE = "title", "职称"
    APPOINTMENT = "appointment", "聘任"
    POST_CHANGE = "post_change", "岗位变动"
    WORK = "work", "工作经历", "period of work"
    ASSESSMENT = "assessment", "年度考核", "annual assessment"
    CONTINUING_EDUCATION = "continuing_education", "继续教育"
    SKILL_CERTIFICATE = "skill_certificate", "技能证书"
    TRAINING_CERTIFICATE = "training_certificate", "数字技术工程师证书"
    LICENCE = "licence", "职业资格证书", "licence"
    HONOUR = "honour", "荣誉"
    SELF_SCORE = "self_score", "自评分", "self-score"
    VERIFIED_SCORE = "verified_score", "核定分"
    MISCONDUCT = "misconduct", "违规行为"
    MATERIALS = "materials", "申报材料"


class ClassName(Word):
    """Classes of the classification tables."""

    GRADE_1 = "grade_1", "一级"
    GRADE_2 = "grade_2", "二级"
    GRADE_3 = "grade_3", "三级"
    GRADE_4 = "grade_4", "四级"
    CLASS_1 = "class_1", "一类"
    CLASS_2 = "class_2", "二类"
    CLASS_3 = "class_3", "三类"
    CLASS_4 = "class_4", "四类"
    OTHER = "other", "其他"
    LARGE = "large", "大型"
    MEDIUM = "medium", "中型"
    SMALL = "small", "小型"
    MICRO = "micro", "微型"
    A = "a", "A类", "A"
    B = "b", "B类", "B"
    C = "c", "C类", "C"
    NONE = "none", "未入类", "none"
    SUPREME = "supreme", "最高奖"
    REACHED = "reached", "达到"
    WIDE = "wide", "较大网络传播"
    MAJOR = "major", "重大网络传播"


class OtherAttribute(Word):
    """Attributes that are no fields of a record."""

    YEAR = "year", "年度"
    TERM = "term", "任期或起止时间"
    POINTS = "points", "分数"
    ASSESSMENT_GRADE = "assessment_grade", "考核结果"
    REQUIREMENT_MET = "requirement_met", "学时达标"
    EVIDENCE = "evidence", "佐证材料"


PARAMETERS = {"threshold": Text("规定分值", "the threshold")}
"""What the numbers are called that the year's notice sets."""

_MONEY = frozenset(
    {"amount", "sales", "revenue", "maintenance_income", "added_output", "added_tax"}
)
_POINTS = frozenset({"points"})


@cache
def _field_labels() -> dict[str, Text]:
    return {
        name: Text(field.alias or name, name.replace("_", " "))
        for record in (*_records(Record), *ACHIEVEMENTS)
        for name, field in record.model_fields.items()
    }


def _records(kind: type[Record]) -> Iterator[type[Record]]:
    for inner in kind.__subclasses__():
        yield inner
        yield from _records(inner)


@cache
def _vocabularies() -> dict[str, tuple[type[Word], ...]]:
    """Return the words that each attribute can have."""
    found: dict[str, tuple[type[Word], ...]] = {
        "evidence": (answers.Evidence,),
        "assessment_grade": (qualifications.AssessmentGrade,),
        "requirement_met": (answers.YesNo,),
    }
    for record in _records(Record):
        for name, field in record.model_fields.items():
            found[name] = tuple(dict.fromkeys((*found.get(name, ()), *_words_in(field.annotation))))
    found |= {question.value: (answers.YesNo,) for question in answers.ExpertQuestion}
    return found


def _words_in(annotation: object) -> Iterator[type[Word]]:
    if isinstance(annotation, type) and issubclass(annotation, Word):
        yield annotation
    for inner in get_args(annotation):
        yield from _words_in(inner)


def vocabularies() -> dict[str, tuple[type[Word], ...]]:
    """Return the words that each attribute of a record can have."""
    return dict(_vocabularies())


def attribute_label(attribute: str) -> Text:
    """Return what *attribute* is called, or its own name if it is not of the models."""
    for vocabulary in (OtherAttribute, answers.ExpertQuestion):
        for word in vocabulary:
            if word.value == attribute:
                return Text(word.zh, word.en)
    return _field_labels().get(attribute, Text(attribute, attribute.replace("_", " ")))


def word_label(attribute: str, value: str) -> Text:
    """Return what *value* of *attribute* is called, or itself if it is no word."""
    for word in _words_of(attribute):
        if word.value == value:
            return Text(word.zh, word.en)
    return Text(value, value)


def place_of_word(attribute: str, value: str) -> int:
    """Return how many words of *attribute* come before *value*, all if it is no word."""
    known = [word.value for word in _words_of(attribute)]
    return known.index(value) if value in known else len(known)


def _words_of(attribute: str) -> Iterator[Word]:
    # What a definition makes of an attribute is called as the attribute: ii_standard_level as standard_level.
    own = _vocabularies().get(attribute) or _vocabularies().get(attribute.partition("_")[2], ())
    others: tuple[type[Word], ...] = (
        ClassName,
        levels.Level,
        levels.AwardGrade,
        levels.Rank,
        answers.YesNo,
    )
    for vocabulary in (*own, *others):
        yield from vocabulary


def kind_label(kind: str) -> Text:
    """Return what records of *kind* are called."""
    for word in (*RecordKind, *Kind):
        if word.value == kind:
            return Text(word.zh, word.en)
    return Text("业绩成果", "achievement") if kind == ANY_ACHIEVEMENT else Text(kind, kind)


@cache
def record_class(kind: str) -> type[Record] | None:
    """Return the model of the records of *kind*, if there is one of its own."""
    found = (one for one in (*_records(Record), *ACHIEVEMENTS) if _kind_of(one) == kind)
    return next(found, None)


def _kind_of(record: type[Record]) -> str | None:
    return getattr(record, "kind_of_record", None)


def section_label(section: str) -> Text:
    """Return what a section of the dossier is called."""
    field = Dossier.model_fields[section]
    return Text(field.alias or section, section.replace("_", " "))


def is_money(attribute: str) -> bool:
    """Tell whether *attribute* is an amount of money, kept in hundreds of yuan."""
    return attribute in _MONEY


def is_points(attribute: str) -> bool:
    """Tell whether *attribute* is a score, kept in hundredths of a point."""
    return attribute in _POINTS
