"""What the check of a review record found, as every format shows it."""

from dataclasses import dataclass
from typing import Literal

from reasoner.model.assessment import Label
from reasoner.model.word import Word

PROCEDURE_FORMAT = "zhicheng.procedure/1"

Severity = Literal["violation", "open"]


class FindingCode(Word):
    """What can be found: what goes against the text, what is not told, what the text leaves open."""

    NO_PROCEDURE = (
        "no_procedure",
        "文件没有规定评审程序，无从核对",
        "the text gives no procedure to check",
    )

    PANEL_TOO_SMALL = "panel_too_small", "评委会人数不足", "the panel is too small"
    PANEL_NOT_TOLD = "panel_not_told", "未写明评委会成员", "the members of the panel are not told"
    NOT_FROM_POOL = "not_from_pool", "评委不是从专家库抽取", "the panel is not drawn from the pool"
    NOT_AT_RANDOM = "not_at_random", "评委不是随机抽取", "the panel is not drawn at random"
    DRAW_NOT_TOLD = (
        "draw_not_told",
        "未写明是否从专家库随机抽取",
        "whether the panel is drawn at random from the pool is not told",
    )
    NO_QUORUM = "no_quorum", "出席专家人数不足", "too few experts attended"
    QUORUM_OPEN = "quorum_open", "出席人数是否足够不能确定", "whether enough attended is open"
    ATTENDANCE_NOT_TOLD = "attendance_not_told", "未写明是否到会", "attendance is not told"

    NO_GROUP = "no_group", "没有专业评议组", "there is no group of experts"
    GROUPS_NOT_TOLD = "groups_not_told", "未写明专业评议组", "the groups of experts are not told"
    GROUP_TOO_SMALL = "group_too_small", "专业评议组人数不足", "the group is too small"
    GROUP_NOT_TOLD = (
        "group_not_told",
        "未写明专业评议组的专家",
        "the experts of the group are not told",
    )

    ABSENT_VOTED = "absent_voted", "未出席会议而有投票", "a vote of an expert who was absent"
    LEFT_VOTED = (
        "left_voted",
        "中途离会未参加评议而有投票",
        "a vote of an expert who left before the deliberation",
    )
    OUTSIDER_VOTED = "outsider_voted", "投票人不是评委会成员", "a vote of somebody not on the panel"
    MORE_VOTES_THAN_EXPERTS = (
        "more_votes_than_experts",
        "可以投票的专家少于票数",
        "fewer experts may vote than votes were cast",
    )
    VOTERS_NOT_TOLD = (
        "voters_not_told",
        "未写明哪些专家投了票",
        "which experts voted is not told",
    )
    VOTERS_DO_NOT_MATCH = (
        "voters_do_not_match",
        "投票专家的人数与票数不符",
        "the number of experts who voted is not that of the votes",
    )
    PROXY_VOTE = "proxy_vote", "不得委托他人投票", "a vote by proxy"
    LATE_VOTE = "late_vote", "不得补充投票", "a vote handed in later"
    PROXY_VOTE_UNCLEAR = (
        "proxy_vote_unclear",
        "委托投票，文中只禁止未出席或中途离会者，请核对",
        "a vote by proxy; the text forbids it to those who were absent or left only",
    )
    LATE_VOTE_UNCLEAR = (
        "late_vote_unclear",
        "补充投票，文中只禁止未出席或中途离会者，请核对",
        "a vote handed in later; the text forbids it to those who were absent or left only",
    )
    MANNER_NOT_TOLD = (
        "manner_not_told",
        "未写明有无委托投票或补充投票",
        "whether votes were by proxy or handed in later is not told",
    )
    CANDIDATES_NOT_TOLD = (
        "candidates_not_told",
        "未写明申报人及表决情况",
        "candidates and votes are not told",
    )
    VOTES_NOT_TOLD = "votes_not_told", "表决情况未写全", "the votes are not told, or not all"
    OUTCOME_NOT_TOLD = (
        "outcome_not_told",
        "未写明是否通过",
        "whether the candidate passed is not told",
    )
    PASSED_WITHOUT_VOTES = (
        "passed_without_votes",
        "有效赞成票不足而记为通过",
        "passed without enough valid votes",
    )
    REFUSED_WITH_VOTES = (
        "refused_with_votes",
        "有效赞成票已够而记为未通过，请核对",
        "not passed although there are enough valid votes; please check",
    )
    VOTE_OPEN = "vote_open", "赞成票是否足够不能确定", "whether the votes are enough is open"

    VOTED_DESPITE_CONFLICT = (
        "voted_despite_conflict",
        "应当回避而参加投票",
        "a vote of an expert who had to stay out",
    )
    NOT_RECUSED = "not_recused", "应当回避而未回避", "the expert had to stay out and did not"
    NOT_NOTIFIED = (
        "not_notified",
        "办公室未通知专家回避",
        "the office did not notify the expert to stay out",
    )
    RECUSAL_NOT_TOLD = (
        "recusal_not_told",
        "未写明是否回避",
        "whether the expert stayed out is not told",
    )
    GROUND_NOT_SETTLED = (
        "ground_not_settled",
        "其他关系是否可能影响公正尚未认定",
        "whether the relation may affect the review is not determined",
    )
    CONFLICTS_NOT_TOLD = (
        "conflicts_not_told",
        "未写明有无应回避的情形",
        "whether anybody had to stay out is not told",
    )

    PUBLICITY_TOO_SHORT = (
        "publicity_too_short",
        "公示的工作日不足",
        "too few working days of publicity",
    )
    PUBLICITY_NOT_TOLD = (
        "publicity_not_told",
        "未写明公示起止日期",
        "the days of publicity are not told",
    )
    PUBLICITY_NOT_COUNTED = (
        "publicity_not_counted",
        "节假日安排未收录，工作日无法计算",
        "the calendar does not cover the period; its working days cannot be counted",
    )
    PUBLICITY_OPEN = (
        "publicity_open",
        "起止日期不到日，工作日是否足够不能确定",
        "the days are not told exactly; whether they are enough is open",
    )
    OBJECTIONS_NOT_HANDLED = (
        "objections_not_handled",
        "公示中反映的问题未调查处理",
        "what publicity brought up was not looked into",
    )
    OBJECTIONS_NOT_TOLD = (
        "objections_not_told",
        "未写明公示中有无反映问题及处理",
        "whether publicity brought anything up, and what was done, is not told",
    )

    WRONG_ORDER = (
        "wrong_order",
        "前一步骤应先于后一步骤",
        "the first of these steps should come before the second",
    )
    ORDER_OPEN = "order_open", "步骤先后不能确定", "the order of the steps is open"
    STEP_NOT_TOLD = "step_not_told", "未写明这一步骤的日期", "the date of the step is not told"

    POOL_NOT_TOLD = (
        "pool_not_told",
        "未写明专家库的建立和调整",
        "the pool and its renewals are not told",
    )
    RENEWAL_LATE = "renewal_late", "专家库未按期调整", "the pool was not renewed in time"
    RENEWAL_OPEN = (
        "renewal_open",
        "专家库是否按期调整不能确定",
        "whether the pool was renewed in time is open",
    )
    RENEWAL_TOO_SMALL = "renewal_too_small", "专家库调整人数不足", "too few experts were replaced"
    RENEWAL_NOT_TOLD = (
        "renewal_not_told",
        "未写明专家库调整人数",
        "how many experts were replaced is not told",
    )


class SubjectKind(Word):
    """What a finding is about."""

    CANDIDATE = "candidate", "申报人"
    EXPERT = "expert", "专家"
    GROUP = "group", "专业评议组", "group"
    STEP = "step", "步骤"
    RENEWAL = "renewal", "专家库调整", "renewal of the pool"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a finding is about: its kind, its id in the record or in the rules, and its name."""

    kind: str
    id: str
    label: Label


@dataclass(frozen=True, slots=True)
class Measure:
    """The number that counts: what there is, at least and at most, and what is needed."""

    least: int
    most: int
    needed: int


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that goes against a clause of the procedure, or that cannot be told."""

    code: str
    severity: Severity
    clause: str
    cite: str
    clause_label: Label
    what: Label
    subjects: tuple[Subject, ...]
    measure: Measure | None


@dataclass(frozen=True, slots=True)
class RivalFindings:
    """What would be found under another way to read a passage."""

    option: str
    label: Label
    more: tuple[Finding, ...]
    fewer: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class AppliedReading:
    """A passage that can be read in more than one way, how it was read, and what rivals would change."""

    id: str
    cite: str
    question: Label
    option: str
    label: Label
    rivals: tuple[RivalFindings, ...]


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A part of the procedure that a record does not show, and why."""

    clause: str
    cite: str
    reason: Label


@dataclass(frozen=True, slots=True)
class ProcedureCheck:
    """The findings of one record; *sha256* is the fingerprint of the rules."""

    format: str
    track: str
    track_label: Label
    year: int
    has_procedure: bool
    findings: tuple[Finding, ...]
    readings: tuple[AppliedReading, ...]
    not_checked: tuple[NotChecked, ...]
    sha256: str
