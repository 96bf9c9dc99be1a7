"""The record of a year's review: what the office did, when, with whom, and how the panel voted.

What is left out is not told, which never means that it was not done; an empty list says that there is
none. Experts stand here by names or numbers that the office gives them.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Literal, Self

from pydantic import Field as Described
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from reasoner.model.dates import PartialDate
from reasoner.model.dossier import Year, contradiction
from reasoner.model.fields import Count, Day, ShortText
from reasoner.model.records import Part, YesNo
from reasoner.model.word import Word

MAX_EXPERTS = 500
MAX_CANDIDATES = 1_000


class ReviewTrack(Word):
    """The title that a review is about."""

    IOT_SENIOR = "iot.senior", "物联网高级工程师", "senior engineer, Internet of Things"
    ROB_SENIOR = "rob.senior", "机器人高级工程师", "senior engineer, robotics"
    II_SENIOR = "ii.senior", "工业互联网高级工程师", "senior engineer, industrial internet"
    II_CHIEF = "ii.chief", "工业互联网正高级工程师", "chief engineer, industrial internet"
    SM_SENIOR = "sm.senior", "智能制造高级工程师", "senior engineer, smart manufacturing"
    SM_CHIEF = "sm.chief", "智能制造正高级工程师", "chief engineer, smart manufacturing"


class Attendance(Word):
    """How an expert attended the meeting; who left early but took part in the deliberation was present."""

    PRESENT = "present", "出席", "present", "全程出席", "到会"
    ABSENT = "absent", "未出席", "absent", "缺席"
    LEFT_MIDWAY = "left_midway", "中途离会", "left before the deliberation", "中途离会未参加评议"


class ConflictGround(Word):
    """Why an expert may have to stay out of the review of a candidate."""

    DIRECT_RELATIVE = "direct_relative", "直系亲属", "direct relative"
    INTEREST = "interest", "利害关系", "an interest in the result"
    OTHER = "other", "其他关系", "another relation", "其他"


class Step(Word):
    """The steps of a review, of which a record tells the dates."""

    APPLICATION = "application", "个人申报", "application"
    UNIT_PUBLICITY = "unit_publicity", "单位公示", "publicity in the unit"
    AUTHORITY_REVIEW = "authority_review", "主管部门审核", "review by the authority"
    SCREENING = "screening", "资格审查", "screening"
    PRE_REVIEW_PUBLICITY = "pre_review_publicity", "评前公示", "publicity before the review"
    PANEL = "panel", "组建评委会", "forming of the panel"
    REPORT = "report", "报告工作方案", "report of the plan"
    APPROVAL = "approval", "核准", "approval"
    GROUP_REVIEW = "group_review", "专业组评议", "review by the groups"
    VOTE = "vote", "投票表决", "vote"
    RESULT_PUBLICITY = "result_publicity", "结果公示", "publicity of the result"
    FILING = "filing", "报送备案", "filing"
    ISSUE = "issue", "发文公布", "issue"


class Span(Part):
    """From the first to the last day."""

    start: Day | None = Described(None, alias="开始")
    end: Day | None = Described(None, alias="结束")


class ResultPublicity(Span):
    """The publicity of the result, and what it brought up."""

    objections: YesNo | None = Described(None, alias="有无反映问题")
    objections_handled: YesNo | None = Described(None, alias="已调查处理")


class Steps(Part):
    """When the steps of the year were taken."""

    screening: Day | None = Described(None, alias="资格审查")
    pre_review_publicity: Span | None = Described(None, alias="评前公示")
    panel: Day | None = Described(None, alias="组建评委会")
    report: Day | None = Described(None, alias="报告工作方案")
    approval: Day | None = Described(None, alias="核准")
    group_review: Span | None = Described(None, alias="专业组评议")
    vote: Day | None = Described(None, alias="投票表决")
    result_publicity: ResultPublicity | None = Described(None, alias="结果公示")
    filing: Day | None = Described(None, alias="报送备案")
    issue: Day | None = Described(None, alias="发文公布")


class PanelMember(Part):
    """An expert of the panel of the year."""

    expert: ShortText = Described(alias="专家")
    attendance: Attendance | None = Described(None, alias="到会")


class Panel(Part):
    """The panel of the year."""

    from_pool: YesNo | None = Described(None, alias="从专家库抽取")
    at_random: YesNo | None = Described(None, alias="随机抽取")
    members: tuple[PanelMember, ...] | None = Described(None, alias="成员", max_length=MAX_EXPERTS)


class ExpertGroup(Part):
    """A group of experts that scores candidates."""

    name: ShortText = Described(alias="名称")
    experts: tuple[ShortText, ...] | None = Described(None, alias="专家", max_length=MAX_EXPERTS)


class Conflict(Part):
    """What ties an expert to a candidate, and whether the expert stayed out."""

    expert: ShortText = Described(alias="专家")
    candidate: ShortText = Described(alias="申报人")
    ground: ConflictGround = Described(alias="关系")
    may_affect: YesNo | None = Described(None, alias="可能影响公正")
    recused: YesNo | None = Described(None, alias="已回避")
    notified: YesNo | None = Described(None, alias="已通知回避")


class ReviewedCandidate(Part):
    """One candidate: the steps before the review, and the vote.

    An open vote has names, a secret one numbers and the experts who cast a vote.
    """

    id: ShortText = Described(alias="编号")
    application: Day | None = Described(None, alias="个人申报")
    unit_publicity: Span | None = Described(None, alias="单位公示")
    authority_review: Day | None = Described(None, alias="主管部门审核")
    yes: tuple[ShortText, ...] | None = Described(None, alias="赞成", max_length=MAX_EXPERTS)
    no: tuple[ShortText, ...] | None = Described(None, alias="反对", max_length=MAX_EXPERTS)
    abstain: tuple[ShortText, ...] | None = Described(None, alias="弃权", max_length=MAX_EXPERTS)
    yes_votes: Count | None = Described(None, alias="赞成票数")
    no_votes: Count | None = Described(None, alias="反对票数")
    abstentions: Count | None = Described(None, alias="弃权票数")
    voters: tuple[ShortText, ...] | None = Described(None, alias="投票专家", max_length=MAX_EXPERTS)
    proxy: tuple[ShortText, ...] | None = Described(None, alias="委托投票", max_length=MAX_EXPERTS)
    late: tuple[ShortText, ...] | None = Described(None, alias="补充投票", max_length=MAX_EXPERTS)
    passed: YesNo | None = Described(None, alias="通过")


class PoolChange(Part):
    """A renewal of the pool of experts."""

    date: Day = Described(alias="日期")
    size: Count | None = Described(None, alias="总人数")
    replaced: Count | None = Described(None, alias="调整人数")


class ExpertPool(Part):
    """The pool that the experts are drawn from."""

    founded: Day | None = Described(None, alias="建库日期")
    renewals: tuple[PoolChange, ...] | None = Described(None, alias="历次调整", max_length=100)


class ReviewRecord(Part):
    """The record of a year's review."""

    format: Literal["zhicheng.review/1"] = Described("zhicheng.review/1", alias="格式")
    track: ReviewTrack = Described(alias="评审专业")
    year: Year = Described(alias="年度")
    expert_pool: ExpertPool | None = Described(None, alias="专家库")
    steps: Steps | None = Described(None, alias="步骤")
    panel: Panel | None = Described(None, alias="评委会")
    groups: tuple[ExpertGroup, ...] | None = Described(
        None, alias="专业评议组", max_length=MAX_EXPERTS
    )
    conflicts: tuple[Conflict, ...] | None = Described(
        None, alias="回避", max_length=MAX_CANDIDATES
    )
    candidates: tuple[ReviewedCandidate, ...] | None = Described(
        None, alias="申报人", max_length=MAX_CANDIDATES
    )

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        found = [error.context or {} for error in self._contradictions()]
        if found:
            # A validator can raise one error only, so the first carries the others.
            raise PydanticCustomError(
                "contradiction", "contradiction", {**found[0], "more": found[1:]}
            )
        return self

    def _contradictions(self) -> Iterator[PydanticCustomError]:
        yield from self._reversed_spans()
        yield from self._repeated_experts()
        yield from self._named_and_counted()
        yield from self._more_replaced_than_there_are()
        known = [candidate.id for candidate in self.candidates or ()]
        for place, times in enumerate(known):
            if known.count(times) > 1:
                yield contradiction(
                    f"candidates.{place}.id", "编号重复", "the same id is used more than once"
                )
        for place, conflict in enumerate(self.conflicts or ()):
            if self.candidates is not None and conflict.candidate not in known:
                yield contradiction(
                    f"conflicts.{place}.candidate",
                    "没有这个编号的申报人",
                    "no candidate has this id",
                    known=known,
                )

    def _named_and_counted(self) -> Iterator[PydanticCustomError]:
        for place, one in enumerate(self.candidates or ()):
            named = (one.yes, one.no, one.abstain)
            counted = (one.yes_votes, one.no_votes, one.abstentions, one.voters)
            if any(part is not None for part in named) and any(
                part is not None for part in counted
            ):
                yield contradiction(
                    f"candidates.{place}",
                    "投票既写了专家名单（赞成、反对、弃权），又写了票数或投票专家，只能用一种写法",
                    "the vote is told both by names (yes, no, abstain) and by numbers or voters; "
                    "tell it one way",
                )

    def _more_replaced_than_there_are(self) -> Iterator[PydanticCustomError]:
        renewals = self.expert_pool.renewals if self.expert_pool is not None else None
        for place, one in enumerate(renewals or ()):
            if one.size is not None and one.replaced is not None and one.replaced > one.size:
                yield contradiction(
                    f"expert_pool.renewals.{place}.replaced",
                    f"调整人数（{one.replaced}）多于总人数（{one.size}）",
                    f"more experts are replaced ({one.replaced}) than there are ({one.size})",
                )

    def _reversed_spans(self) -> Iterator[PydanticCustomError]:
        spans: list[tuple[str, Span | None]] = [
            (f"candidates.{place}.unit_publicity", candidate.unit_publicity)
            for place, candidate in enumerate(self.candidates or ())
        ]
        if self.steps is not None:
            for name in type(self.steps).model_fields:
                value = getattr(self.steps, name)
                spans.append((f"steps.{name}", value if isinstance(value, Span) else None))
        for where, span in spans:
            if span is None or not isinstance(span.start, PartialDate):
                continue
            if isinstance(span.end, PartialDate) and span.end.last_day() < span.start.first_day():
                yield contradiction(
                    f"{where}.end",
                    f"结束（{span.end}）早于开始（{span.start}）",
                    f"ends ({span.end}) before it starts ({span.start})",
                )

    def _repeated_experts(self) -> Iterator[PydanticCustomError]:
        lists: list[tuple[str, tuple[str, ...]]] = []
        if self.panel is not None:
            members = self.panel.members or ()
            lists.append(("panel.members", tuple(member.expert for member in members)))
        for place, group in enumerate(self.groups or ()):
            lists.append((f"groups.{place}.experts", group.experts or ()))
        for place, candidate in enumerate(self.candidates or ()):
            ballots = (candidate.yes or (), candidate.no or (), candidate.abstain or ())
            lists.append((f"candidates.{place}", tuple(one for many in ballots for one in many)))
            lists.append((f"candidates.{place}.voters", candidate.voters or ()))
        for where, experts in lists:
            for expert, times in Counter(experts).items():
                if times > 1:
                    yield contradiction(
                        where,
                        f"专家“{expert}”出现了 {times} 次",
                        f"expert {expert!r} stands here {times} times",
                    )
