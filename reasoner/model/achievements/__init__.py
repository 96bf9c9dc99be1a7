"""The achievements of a dossier, one class a kind.

The name of a field is the attribute in the rules; the alias is what Chinese dossiers call it.
"""

from typing import Annotated, Any

from pydantic import Discriminator, Tag

from reasoner.model.achievements.awards import (
    Award,
    Contest,
    IndustryAward,
    Patent,
    PatentAward,
    SoftwareCopyright,
    Standard,
)
from reasoner.model.achievements.kinds import Achievement, Kind
from reasoner.model.achievements.practice import (
    Benchmark,
    Conformity,
    Consulting,
    DemoProject,
    Experience,
    FirstSet,
    NewProduct,
    PolicyPlan,
)
from reasoner.model.achievements.projects import (
    AssociationPost,
    CommitteeSeat,
    Platform,
    PlatformPlan,
    PlatformPost,
    Post,
    Product,
    Project,
)
from reasoner.model.achievements.publications import (
    Book,
    Lecture,
    Paper,
    Talk,
    WebWork,
    WhitePaper,
)
from reasoner.model.word import find_word

ACHIEVEMENTS: tuple[type[Achievement], ...] = (
    Project,
    Product,
    Platform,
    Award,
    IndustryAward,
    Patent,
    Standard,
    PolicyPlan,
    Paper,
    FirstSet,
    Post,
    PatentAward,
    SoftwareCopyright,
    DemoProject,
    Benchmark,
    Experience,
    Talk,
    PlatformPost,
    Conformity,
    Consulting,
    PlatformPlan,
    WhitePaper,
    Contest,
    Book,
    NewProduct,
    WebWork,
    AssociationPost,
    CommitteeSeat,
    Lecture,
)


def kind_of(value: Any) -> str | None:  # noqa: ANN401 - pydantic hands over anything
    """Return the kind that a raw achievement names, however it is spelled, or ``None``."""
    if isinstance(value, Achievement):
        return value.kind_of_record
    named = (value.get("kind") or value.get("类别")) if isinstance(value, dict) else None
    word = find_word(Kind, named) if isinstance(named, str) else None
    return word.value if word else None


AnyAchievement = Annotated[
    Annotated[Project, Tag("project")]
    | Annotated[Product, Tag("product")]
    | Annotated[Platform, Tag("platform")]
    | Annotated[Award, Tag("award")]
    | Annotated[IndustryAward, Tag("industry_award")]
    | Annotated[Patent, Tag("patent")]
    | Annotated[Standard, Tag("standard")]
    | Annotated[PolicyPlan, Tag("policy_plan")]
    | Annotated[Paper, Tag("paper")]
    | Annotated[FirstSet, Tag("first_set")]
    | Annotated[Post, Tag("post")]
    | Annotated[PatentAward, Tag("patent_award")]
    | Annotated[SoftwareCopyright, Tag("software_copyright")]
    | Annotated[DemoProject, Tag("demo_project")]
    | Annotated[Benchmark, Tag("benchmark")]
    | Annotated[Experience, Tag("experience")]
    | Annotated[Talk, Tag("talk")]
    | Annotated[PlatformPost, Tag("platform_post")]
    | Annotated[Conformity, Tag("conformity")]
    | Annotated[Consulting, Tag("consulting")]
    | Annotated[PlatformPlan, Tag("platform_plan")]
    | Annotated[WhitePaper, Tag("white_paper")]
    | Annotated[Contest, Tag("contest")]
    | Annotated[Book, Tag("book")]
    | Annotated[NewProduct, Tag("new_product")]
    | Annotated[WebWork, Tag("web_work")]
    | Annotated[AssociationPost, Tag("association_post")]
    | Annotated[CommitteeSeat, Tag("committee_seat")]
    | Annotated[Lecture, Tag("lecture")],
    Discriminator(kind_of, custom_error_type="unknown_kind", custom_error_message="unknown kind"),
]
