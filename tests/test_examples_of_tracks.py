"""The examples of robotics, industrial internet and smart manufacturing, judged by hand from the articles."""

from typing import NamedTuple

import pytest

from reasoner.assess import assess
from reasoner.intake.dossier import read_dossier
from reasoner.model.assessment import Assessment, Node
from tests.golden import ROOT


class Judged(NamedTuple):
    """What the articles say about an example on a track; items are those of the performance."""

    example: str
    track: str
    verdict: str
    routes: tuple[str, ...] = ()
    interview: str | None = None
    met: tuple[str, ...] = ()
    readings: tuple[tuple[str, str], ...] = ()


JUDGED = [
    # Bachelor in one of the five subjects; project of grade two at rank 3, invention in use at rank 2,
    # industry standard at rank 5. A municipal third prize at rank 4 is none.
    Judged(
        "rob_degree_path",
        "rob.senior",
        "eligible",
        ("6.2",),
        "discretionary",
        ("10.2", "10.4", "10.5"),
    ),
    # Two and a half years as engineer. The employer's list puts rank 3 of a provincial second prize: a
    # landmark, and too low for 10(一). A conference paper, a talk, a product of class two.
    Judged(
        "rob_landmark", "rob.senior", "eligible", ("7.1",), "required", ("10.3", "10.6", "10.7")
    ),
    # DCMM level 3 at rank 4, a provincial project led, third prize in a ministry's contest.
    Judged(
        "ii_senior_degree_path",
        "ii.senior",
        "eligible",
        ("7.2",),
        "discretionary",
        ("15.2", "15.3", "15.6"),
    ),
    # Rank 3 of an international first set; 5G factory at rank 5, group standard at rank 2, patent.
    Judged(
        "ii_senior_landmark",
        "ii.senior",
        "eligible",
        ("8.4",),
        "required",
        ("15.3", "15.4", "15.5"),
    ),
    # By the letter rank 3 is none of "4 and after"; what is left is a self-score, which is not told.
    Judged("ii_senior_landmark", "ii.senior", "undetermined", readings=(("A044", "literal"),)),
    # AAA at rank 2, provincial key project led, industry standard at rank 3, provincial second at rank 3.
    Judged(
        "ii_chief",
        "ii.chief",
        "eligible",
        ("9.1",),
        "discretionary",
        ("15.2", "15.3", "15.5", "15.7"),
    ),
    # No bachelor, and none of the four kinds of work of 14(一).
    Judged("ii_chief", "ii.senior", "ineligible"),
    Judged("ii_chief_awaiting_experts", "ii.chief", "undetermined", (), "required"),
    # 6.2 million in development is grade two; tax of 610,000; group standard led; two works of wide spread.
    Judged(
        "sm_senior_degree_path",
        "sm.senior",
        "eligible",
        ("7.2",),
        "discretionary",
        ("15.2", "15.4", "15.6", "15.8"),
    ),
    # Rank 2 of an international first set; it, a municipal second prize at rank 3, and a patent.
    Judged(
        "sm_senior_landmark",
        "sm.senior",
        "eligible",
        ("8.5",),
        "required",
        ("15.4", "15.5", "15.7"),
    ),
    # By the letter nothing is left but a self-score of 68, and no threshold is set.
    Judged("sm_senior_landmark", "sm.senior", "undetermined", readings=(("A044", "literal"),)),
    # A study led, a project of the provincial key programme led, industry standard led, two books.
    Judged(
        "sm_chief",
        "sm.chief",
        "eligible",
        ("9.1",),
        "discretionary",
        ("15.1", "15.2", "15.6", "15.8"),
    ),
    Judged("sm_chief", "sm.senior", "ineligible"),
    # Two benchmarks whose building was led; one PCT and two inventions are neither two nor three.
    Judged(
        "sm_chief_near_miss",
        "sm.chief",
        "ineligible",
        ("10.3",),
        "required",
        ("15.2", "15.3", "15.6"),
    ),
    Judged("sm_chief_near_miss", "sm.chief", "eligible", readings=(("A146", "mixed"),)),
    # The same facts in two specialties: rank 2 of any project and rank 3 in a provincial technology centre are items
    # of the Internet of Things; a municipal project of 3.5 million and a centre are none of the industrial internet.
    Judged(
        "two_specialties",
        "iot.senior",
        "eligible",
        ("7.2",),
        "discretionary",
        ("12.1", "12.2", "12.4"),
    ),
    Judged("two_specialties", "ii.senior", "ineligible", ("7.2",), "discretionary", ("15.5",)),
]


def node(answer: Assessment, clause: str) -> Node:
    """Return the answer on *clause*."""
    nodes = [answer.tree]
    for one in nodes:
        nodes.extend(one.parts)
    return next(one for one in nodes if one.id == clause)


@pytest.mark.parametrize(
    "judged", JUDGED, ids=lambda one: f"{one.example}-{one.track}{'-rival' * len(one.readings)}"
)
def test_an_example_is_judged_as_the_articles_say(judged: Judged) -> None:
    """Verdict, routes that hold, interview, and which items of the performance hold."""
    dossier = read_dossier(ROOT / "examples" / f"{judged.example}.yaml")
    answer = assess(dossier, judged.track, readings=dict(judged.readings), rivals=False)
    assert answer.verdict == judged.verdict
    if judged.interview is not None:
        held = tuple(route.clause for route in answer.routes if route.status == "met")
        assert held == tuple(f"{judged.track}.{route}" for route in judged.routes)
        assert answer.interview.duty == judged.interview
    if judged.met:
        article = judged.met[0].partition(".")[0]
        performance = node(answer, f"{judged.track}.{article}")
        met = tuple(part.id for part in performance.parts if part.status == "met")
        assert met == tuple(f"{judged.track}.{item}" for item in judged.met)


def test_every_example_of_these_tracks_is_judged() -> None:
    """No example lacks its judgement, and none is judged that is gone."""
    there = {
        path.stem
        for path in (ROOT / "examples").iterdir()
        if path.suffix == ".yaml" and path.name.startswith(("rob_", "ii_", "sm_", "two_"))
    }
    assert there == {judged.example for judged in JUDGED}
