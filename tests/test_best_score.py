"""The best assignment: three ways to find it agree, and ties and pins are as stated."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from math import prod
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reasoner.assess import prepare
from reasoner.errors import InputError
from reasoner.evaluate import Setting
from reasoner.facts import Fact, Quoted
from reasoner.model.dossier import Dossier
from reasoner.rule_book import Track
from reasoner.score import score
from reasoner.scoring.match import WORLDS, Match, match
from reasoner.scoring.sums import OF_A_CASE, Case, Place, Sums, add_up
from reasoner.scoring.table import ScoreTable, score_table
from reasoner.scoring.totals import self_scores
from reasoner.solve import solve_best
from tests.properties import sample
from tests.score_tables import TRACKS

FIELDS = {
    "iot": "iot",
    "rob": "robotics",
    "ii": "industrial_internet",
    "sm": "smart_manufacturing",
}
LINES = (
    "system_design",
    "sensing_control",
    "platform_integration",
    "edge_computing",
    "consulting",
)
MOST_ASSIGNMENTS = 400


@cache
def prepared(specialty: str) -> tuple[Setting, Track, ScoreTable]:
    """Return setting, track and scoring table of *specialty*."""
    setting, track = prepare(TRACKS[specialty])
    table = score_table(setting)
    assert table is not None
    return setting, track, table


def record(kind: str, **told: Any) -> dict[str, Any]:  # noqa: ANN401 - plain data
    """Return an achievement of *kind*."""
    return {"kind": kind, "evidence": ["x"], **told}


RANKS = st.sampled_from([1, 1, 2, 3, 5, 6, 10, 11])
AMOUNTS = st.sampled_from([1, 30, 60, 100, 200, 300, 500, 1000])
TERM = {"start": "2023-01-01", "end": "2024-12-31"}
DAY = {"date": "2024-06-01"}


@st.composite
def achievements(draw: st.DrawFn, field: str) -> list[dict[str, Any]]:
    """Draw achievements that fit several rows, share works, and fill blocks."""

    def project() -> dict[str, Any]:
        return record(
            "project",
            fields=[field],
            rank=draw(RANKS),
            amount=draw(AMOUNTS),
            level=draw(st.sampled_from(["none", "municipal"])),
            sub_topic="no",
            initiation="commissioned",
            team_size=5,
            project_category=draw(st.sampled_from(["planning", "development"])),
            business_lines=draw(
                st.lists(st.sampled_from(LINES), min_size=1, max_size=3, unique=True)
            ),
            recognised_by=draw(st.sampled_from(["provincial_department", "other"])),
            use_state=draw(st.sampled_from(["in_use", "not_yet"])),
            leading=draw(st.sampled_from(["yes", "no"])),
            **TERM,
        )

    def award() -> dict[str, Any]:
        return record(
            "award",
            fields=[field],
            rank=draw(RANKS),
            prize="other",
            awarded_by=draw(st.sampled_from(["provincial_government", "municipal_government"])),
            award_grade=draw(st.sampled_from(["first", "second", "third"])),
            same_work=draw(st.sampled_from(["a", "b", "c"])),
            **DAY,
        )

    def patent() -> dict[str, Any]:
        return record(
            "patent",
            fields=[field],
            rank=draw(RANKS),
            patent_type=draw(st.sampled_from(["invention", "utility_model"])),
            patent_state="granted",
            **DAY,
        )

    def post() -> dict[str, Any]:
        return record(
            "committee_seat",
            fields=[field],
            level=draw(st.sampled_from(["national", "provincial", "county"])),
            start="2020-01-01",
            end="ongoing",
        )

    makers = draw(
        st.lists(st.sampled_from([project, project, project, award, patent, post]), max_size=14)
    )
    return [make() for make in makers]


@st.composite
def crowds(draw: st.DrawFn) -> tuple[str, list[Dossier]]:
    """Draw a specialty and eight dossiers for it."""
    specialty = draw(st.sampled_from(sorted(FIELDS)))
    return specialty, [dossier_of(draw(achievements(FIELDS[specialty]))) for _ in range(8)]


def dossier_of(told: Sequence[Mapping[str, Any]], **more: Any) -> Dossier:  # noqa: ANN401
    """Return a dossier with these achievements."""
    return Dossier.model_validate({"candidate": {"id": "c"}, "achievements": told, **more})


def added_up(table: ScoreTable, entries: Mapping[Place, int]) -> Fraction:
    """Add up *entries*, in points, the way that somebody would with pencil and paper."""

    def capped(box: str, held: Fraction) -> Fraction:
        maximum = table.boxes[box].maximum
        return held if maximum is None else min(held, Fraction(maximum))

    def block(name: str) -> Fraction:
        held = [
            Fraction(points, 100)
            for (_, row), points in entries.items()
            if table.rows[row].block == name
        ]
        whole = max(held, default=Fraction(0)) if name in table.highest else sum(held, Fraction(0))
        return capped(name, whole)

    def box(name: str) -> Fraction:
        if table.boxes[name].level == "block":
            return block(name)
        return capped(name, sum(map(box, table.boxes[name].parts), Fraction(0)))

    return box(table.id)


def every_assignment(sums: Sums) -> Iterator[dict[Place, int]]:
    """Yield the entries under every way to use the choices."""
    chosen_from = list(sums.options.values())
    free = {place for places in chosen_from for place in places}
    settled = {place: points for place, points in sums.entries.items() if place not in free}
    for chosen in itertools.product(*chosen_from):
        yield {**settled, **{place: sums.points[place] for place in chosen}}


def searched(setting: Setting, table: ScoreTable, one: Match) -> int:
    """Return the highest total by the search alone."""
    printed: list[Fact] = [
        ("printed", (Quoted(row), place)) for row, place in table.printed.items()
    ]
    files = setting.rules.best_score_files(setting.specialty)
    facts = [*printed, *Case(one, "claimed").facts(0)]
    return solve_best(files, facts, awaited=OF_A_CASE)[0]


@sample(4, 250)
@given(drawn=crowds())
def test_three_encodings_agree(drawn: tuple[str, list[Dossier]]) -> None:
    """The search, the evaluation of what it chose, and pencil and paper over every assignment give one total."""
    specialty, dossiers = drawn
    setting, _, table = prepared(specialty)
    matches = match(dossiers, setting, table)
    for one, sums in zip(
        matches, add_up([Case(one, "claimed") for one in matches], setting, table), strict=True
    ):
        assert added_up(table, sums.entries) * 100 == sums.total <= sums.best
        assert searched(setting, table, one) == sums.total
        ways = prod(len(places) for places in sums.options.values())
        tried = itertools.islice(every_assignment(sums), MOST_ASSIGNMENTS)
        best = max(added_up(table, entries) for entries in tried) * 100
        assert best == sums.total if ways <= MOST_ASSIGNMENTS else best <= sums.total


@sample(2, 50)
@given(drawn=crowds())
def test_the_totals_are_in_order(drawn: tuple[str, list[Dossier]]) -> None:
    """Determined is at most claimed, claimed at most possible, and doubtful cells bound the total from both sides."""
    specialty, dossiers = drawn
    setting, _, table = prepared(specialty)
    matches = match(dossiers, setting, table)
    determined, claimed, possible = (
        add_up([Case(one, world) for one in matches], setting, table) for world in WORLDS
    )
    for less, one, more in zip(determined, claimed, possible, strict=True):
        assert less.total <= one.total <= more.total <= 100 * 100
    for one, short in zip(claimed, self_scores(dossiers, setting), strict=True):
        assert short is not None
        assert short.low <= one.total == short.total <= short.high


@sample(4, 250)
@given(drawn=crowds())
def test_one_record_less_never_brings_points(drawn: tuple[str, list[Dossier]]) -> None:
    """Without its last achievement a dossier has no higher total."""
    specialty, dossiers = drawn
    setting, _, table = prepared(specialty)
    fewer = [
        dossier.model_copy(update={"achievements": (dossier.achievements or ())[:-1]})
        for dossier in dossiers
    ]
    cases = [Case(one, "claimed") for one in match([*dossiers, *fewer], setting, table)]
    sums = add_up(cases, setting, table)
    for before, after in zip(sums[:8], sums[8:], strict=True):
        assert after.total <= before.total


def sensing(lines: Sequence[str], amount: int, rank: int = 1, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return a project of 物联网 in these lines of business."""
    return record(
        "project",
        fields=["iot"],
        rank=rank,
        amount=amount,
        level="none",
        sub_topic="no",
        initiation="commissioned",
        team_size=5,
        business_lines=list(lines),
        **TERM,
        **more,
    )


def rows_of(found: Any) -> dict[str, str]:  # noqa: ANN401 - a score
    """Return where each record with an id counts, by id."""
    return {
        entry.record.id: row.id
        for category in found.categories
        for group in category.parts
        for block in group.parts
        for row in block.rows
        for entry in row.entries
        if entry.record is not None and entry.record.id and entry.fate == "counted"
    }


def test_a_full_block_sends_a_record_elsewhere() -> None:
    """Where its first block is full, a record counts in its other one."""
    full = [sensing(["sensing_control"], 500) for _ in range(2)]
    one = sensing(["sensing_control", "edge_computing"], 100, id="p")
    found = score(dossier_of([*full, one]))

    assert rows_of(found)["p"] == "iot.app.1.2.1.4.3"
    assert found.total == 50 * 100


def test_ties_go_by_the_dossier_and_the_print() -> None:
    """Of two records one must move; the one that the dossier has first stays in the row that is printed first."""
    lines = ["sensing_control", "edge_computing"]
    told = [
        sensing(["sensing_control"], 500),
        sensing(lines, 500, id="a"),
        sensing(lines, 500, rank=2, id="b"),
    ]
    found = score(dossier_of(told))
    assert rows_of(found)["a"] == "iot.app.1.2.1.2.1"
    assert rows_of(found)["b"] == "iot.app.1.2.1.4.1"
    assert found.total == 58 * 100

    turned = score(dossier_of([told[0], told[2], told[1]]))
    assert rows_of(turned)["b"] == "iot.app.1.2.1.2.1"
    assert rows_of(turned)["a"] == "iot.app.1.2.1.4.1"
    assert turned.total == 58 * 100


def test_a_pin_is_obeyed_and_the_rest_is_best() -> None:
    """A pinned record counts where the user wants it, and costs what that costs."""
    full = [sensing(["sensing_control"], 500) for _ in range(2)]
    one = sensing(["sensing_control", "edge_computing"], 100, id="p")
    found = score(dossier_of([*full, one]), pins=[("p", "2.1.2.3")])

    assert rows_of(found)["p"] == "iot.app.1.2.1.2.3"
    assert found.total == 40 * 100


@pytest.mark.parametrize(
    ("pins", "what"),
    [
        ([("q", "2.1.2.3")], "no record has this id or place"),
        ([("p", "2.1.2.33")], "the table has no such row"),
        ([("p", "2.1.1.3")], "the record does not stand in this row"),
        ([("p", "2.1.2.3"), ("1", "2.1.4.3")], "the same record is pinned twice"),
    ],
)
def test_bad_pins_are_refused(pins: list[tuple[str, str]], what: str) -> None:
    """A pin that cannot be obeyed is refused with the rows that the record stands in."""
    dossier = dossier_of([sensing(["sensing_control", "edge_computing"], 100, id="p")])
    with pytest.raises(InputError) as refused:
        score(dossier, pins=pins)
    assert what in refused.value.in_language("en")


def test_sixty_achievements_are_scored() -> None:
    """A dossier of sixty projects, each with a choice, has a proved best assignment."""
    told = [
        sensing(
            [LINES[place % 5], LINES[(place + 1 + place // 5) % 5]],
            (1, 30, 100)[place % 3],
            rank=1 + place % 10,
        )
        for place in range(60)
    ]
    assert score(dossier_of(told)).total == 60 * 100
