"""Papers, books, talks and what spreads on the network."""

from typing import Annotated, Literal

from pydantic import Field as Described

from reasoner.model.achievements.kinds import Kind, Obtained, of_kind
from reasoner.model.fields import ONE_OR_MORE, Count, RankOnCertificate
from reasoner.model.records import YesNo
from reasoner.model.words import publications


class Paper(Obtained):
    """A paper; the date is that of publication."""

    kind_of_record = "paper"
    kind: Annotated[Literal["paper"], of_kind(Kind.PAPER)] = Described("paper", alias="类别")

    indexed_in: (
        Annotated[
            tuple[publications.IndexedIn, ...],
            ONE_OR_MORE,
        ]
        | None
    ) = Described(None, alias="收录")
    tier: publications.Tier | None = Described(None, alias="期刊类别")
    authorship: (
        Annotated[
            tuple[publications.Authorship, ...],
            ONE_OR_MORE,
        ]
        | None
    ) = Described(None, alias="作者身份")
    paper_state: publications.PaperState | None = Described(None, alias="状态")
    article_type: publications.ArticleType | None = Described(None, alias="文章性质")
    venue_type: publications.VenueType | None = Described(None, alias="载体")
    serial_number: publications.SerialNumber | None = Described(None, alias="刊号")
    venue_scope: publications.VenueScope | None = Described(None, alias="刊物或会议级别")
    rank: RankOnCertificate | None = Described(None, alias="排名")


class Book(Obtained):
    """A book written or translated."""

    kind_of_record = "book"
    kind: Annotated[Literal["book"], of_kind(Kind.BOOK)] = Described("book", alias="类别")

    book_type: publications.BookType | None = Described(None, alias="著作种类")
    publication_state: publications.PublicationState | None = Described(None, alias="状态")
    rank: RankOnCertificate | None = Described(None, alias="排名")
    own_words: Count | None = Described(None, alias="本人字数")


class WhitePaper(Obtained):
    """A white paper of the trade."""

    kind_of_record = "white_paper"
    kind: Annotated[Literal["white_paper"], of_kind(Kind.WHITE_PAPER)] = Described(
        "white_paper", alias="类别"
    )

    publication_state: publications.PublicationState | None = Described(None, alias="状态")
    rank: RankOnCertificate | None = Described(None, alias="排名")


class WebWork(Obtained):
    """A study, analysis or case that spread on the network."""

    kind_of_record = "web_work"
    kind: Annotated[Literal["web_work"], of_kind(Kind.WEB_WORK)] = Described(
        "web_work", alias="类别"
    )

    web_work_type: publications.WebWorkType | None = Described(None, alias="作品种类")
    authorship: (
        Annotated[
            tuple[publications.Authorship, ...],
            ONE_OR_MORE,
        ]
        | None
    ) = Described(None, alias="作者身份")
    outlets: Count | None = Described(None, alias="刊发转载家数")
    account_reads: Count | None = Described(None, alias="官微阅读量")
    portal_reads: Count | None = Described(None, alias="门户或客户端阅读量")
    rank: RankOnCertificate | None = Described(None, alias="排名")


class Talk(Obtained):
    """A talk at a conference."""

    kind_of_record = "talk"
    kind: Annotated[Literal["talk"], of_kind(Kind.TALK)] = Described("talk", alias="类别")

    talk_type: publications.TalkType | None = Described(None, alias="报告种类")
    conference_scope: publications.ConferenceScope | None = Described(None, alias="会议范围")
    major_conference: YesNo | None = Described(None, alias="重要国际会议")


class Lecture(Obtained):
    """A lecture or a course given."""

    kind_of_record = "lecture"
    kind: Annotated[Literal["lecture"], of_kind(Kind.LECTURE)] = Described("lecture", alias="类别")

    audience: publications.LectureAudience | None = Described(None, alias="授课对象")
