"""The questions asked of single dossiers: answers judged by hand from the articles."""

import pytest

from reasoner.assess import assess, prepare
from reasoner.errors import Language
from reasoner.evaluate import rule_book
from reasoner.intake.changes import apply_changes
from reasoner.intake.dossier import read_dossier, read_notice
from reasoner.model.amounts import parse_points, points
from reasoner.model.changes import Changes
from reasoner.model.dates import parse_date
from reasoner.model.dossier import Candidate, Dossier
from reasoner.model.pieces import PieceRef
from reasoner.model.repairs import NEAR_FORMAT, NearTracks, Repair, Repairs
from reasoner.questions.ask import ask_next
from reasoner.questions.clock import Clock
from reasoner.questions.near import near_tracks
from reasoner.questions.open_points import open_points_below
from reasoner.questions.repair import repair, shipped_costs
from reasoner.questions.robust import robust
from reasoner.questions.standing import stand
from reasoner.questions.timeline import timeline
from reasoner.questions.verify import verify
from reasoner.questions.what_if import Trial, what_if
from reasoner.report.outline import Outline, as_lines
from reasoner.report.question_wording import QuestionWording
from reasoner.report.repair_report import near_outline, repair_outline
from reasoner.score import score
from tests.golden import ROOT

TRACK = "iot.senior"
LANGUAGES: tuple[Language, ...] = ("zh", "en")


def example(name: str) -> Dossier:
    """Return an example."""
    return read_dossier(next((ROOT / "examples").glob(f"{name}.*")))


def named(piece: PieceRef) -> str:
    """Return the id of a record, its section, or the clause that was determined."""
    if piece.record is None:
        return str(piece.clause)
    return piece.record.id or piece.record.section


def test_without_one_of_three_items_the_verdict_falls() -> None:
    """Art. 12 asks for three of six items; the example has three, each by one record, and a paper of no use."""
    found = verify(example("iot_degree_path"))
    decisive = {named(one.piece): one.verdict_without for one in found.decisive}

    assert decisive["项目-1"] == decisive["专利-1"] == decisive["标准-1"] == "ineligible"
    assert decisive["聘任-1"] == "ineligible"
    assert decisive["assessments"] == "undetermined"
    assert {"论文-1", "学位-1", "工作-1"} <= {named(piece) for piece in found.spare}
    assert found.sets == ()
    assert found.all_sets


def test_one_of_two_standards_will_do() -> None:
    """With a second standard that counts neither is decisive, and each alone is enough."""
    second = "标准{编号: 标准-2, 所属专业: 物联网, 排名: 3, 状态: 已颁布实施, 日期: 2024-05-06, 佐证材料: 文本}"
    found = verify(apply_changes(example("iot_degree_path"), Changes(add=(second,))))

    assert {tuple(map(named, one)) for one in found.sets} == {("标准-1",), ("标准-2",)}
    assert {named(piece) for piece in found.shared} == {"标准-1", "标准-2"}
    assert not {"标准-1", "标准-2"} & {named(one.piece) for one in found.decisive}


def test_a_verdict_that_is_not_eligible_rests_on_nothing() -> None:
    """There is nothing to verify where the answer is no."""
    found = verify(example("iot_near_miss"))

    assert found.verdict == "ineligible"
    assert (found.decisive, found.sets, found.spare) == ((), (), ())


def test_the_rank_of_the_patent_is_what_the_verdict_hangs_on() -> None:
    """Art. 12(2) asks for the first inventor: rank 2 loses the item, and the verdict with it."""
    found = what_if(example("iot_degree_path"), Changes(set=("专利-1.排名=2",)))

    assert (found.before.verdict, found.after.verdict) == ("eligible", "ineligible")
    assert [change.clause for change in found.clauses] == [
        TRACK,
        "iot.senior.12",
        "iot.senior.12.2",
        "iot.senior.12.2.b",
    ]
    (why,) = found.records
    assert why.before is not None
    assert why.after is not None
    assert (why.before.status, why.after.status) == ("passed", "failed")
    assert [test.attribute for test in why.after.tests if test.status == "failed"] == ["rank"]


def test_one_reading_decides_about_the_near_miss() -> None:
    """By the letter of art. 12(5) any author of a paper of tier A counts (A068); nothing else makes it eligible."""
    found = robust(example("iot_near_miss"))
    eligible = [one for one in found.alone if one.verdict == "eligible"]

    assert [(one.doubts[0].reading, one.doubts[0].option) for one in eligible] == [
        ("A068", "literal")
    ]
    assert found.proven


def test_a_doubtful_cell_counts_as_not_told() -> None:
    """If the rank of the patent may be wrong, the verdict is open; the length of the dossier's other paper is not."""
    doubtful = robust(example("iot_degree_path"), doubtful=["专利-1.排名", "论文-1.作者身份"])

    assert [one.doubts[0].attribute for one in doubtful.alone] == ["rank"]
    assert doubtful.cells == 2


def test_what_experts_must_say_yes_to() -> None:
    """Arts. 10 and 11 and the related field are needed, and one of four items beside the two that are there."""
    found = robust(example("iot_awaiting_experts")).answers
    needed = {"iot.senior.10", "iot.senior.11", "related_field_recognised"}
    sets = [{one.clause or one.attribute for one in answers} for answers in found.for_eligible]

    assert found.whatever is None
    assert all(needed < answers and len(answers) == 4 for answers in sets)
    against = [{one.clause or one.attribute for one in answers} for answers in found.against]
    assert all({name} in against for name in needed)


def test_what_must_be_asked_first_can_end_it() -> None:
    """A no to art. 10, 11 or to the field ends it; they come before what one of several may bring."""
    found = ask_next(example("iot_awaiting_experts"))
    first = [one.clause or one.attribute for one in found.points[:3]]

    assert set(first) == {"iot.senior.10", "iot.senior.11", "related_field_recognised"}
    for point in found.points[:3]:
        verdicts = {one.answers: one.verdict for one in point.outcomes}
        assert verdicts["no",] == "ineligible"
        assert verdicts["yes",] == "undetermined"


def test_a_settled_verdict_asks_nothing() -> None:
    """There is nothing to ask whose answer could matter."""
    assert ask_next(example("iot_degree_path")).points == ()


def test_from_when_to_when() -> None:
    """The project that ended in June 2023 leaves the five years in June 2028, and two of six items are left.

    On which day of June is not told. The five years as engineer are full on its last day.
    """
    found = timeline(example("iot_landmark"), until=parse_date("2029-12-31"))
    spans = [(span.first, span.last, span.verdict) for span in found.spans]

    assert spans == [
        ("2026-08-09", "2028-05-31", "eligible"),
        ("2028-06-01", "2028-06-29", "undetermined"),
        ("2028-06-30", "2029-03-27", "ineligible"),
        ("2029-03-28", None, "ineligible"),
    ]
    assert [turn.day for turn in found.turns][:2] == ["2028-06-01", "2028-06-30"]
    assert ("项目-1", "opens") in {(one.record.id, one.what) for one in found.turns[0].records}
    assert [one.year for one in found.rounds] == [2026, 2027, 2028, 2029]


def test_the_cheapest_way_is_to_bring_on_what_goes_on() -> None:
    """The near miss lacks one item, and a standard that is published needs but come into force.

    No rank is proposed on anything that is finished.
    """
    found = repair(example("iot_near_miss"))
    costs = [one.cost for one in found.repairs]

    assert costs == sorted(costs)
    assert costs[0] == shipped_costs().advance
    assert found.repairs[0].steps[0].kind == "advance"
    assert found.proven
    for one in (found.repairs[0], found.repairs[-1]):
        told = Changes(
            set=tuple(value for option, value in one.changes if option == "--set"),
            add=tuple(value for option, value in one.changes if option == "--add"),
        )
        if all(step.kind != "wait" for step in one.steps):
            assert what_if(example("iot_near_miss"), told).after.verdict == "eligible"


def test_a_basic_condition_that_fails_for_good_cannot_be_repaired() -> None:
    """Art. 5 asks that every one of the last five years be passed; a year that was not stays so."""
    failed = apply_changes(example("iot_degree_path"), Changes(set=("年度考核[2024]=不合格",)))
    found = repair(failed)

    assert found.repairs == ()
    assert found.impossible == ("iot.senior.5.a",)


def test_waiting_fills_the_years_as_engineer() -> None:
    """Art. 7(2) asks for five years as engineer; with four, a year of waiting is the only step that is needed."""
    shorter = apply_changes(example("iot_degree_path"), Changes(set=("聘任-1.开始=2022-06-01",)))
    found = repair(shorter, costs=shipped_costs().model_copy(update={"add": {}}))

    assert [step.kind for step in found.repairs[0].steps] == ["wait"]
    assert found.repairs[0].steps[0].years == 1


def test_no_way_is_another_with_a_wait_before_it() -> None:
    """What will do this year is not told again for the next, however little it costs to wait."""
    changes = Changes(set=("聘任-1.开始=2022-06-01",), drop=("标准-1",))
    shorter = apply_changes(example("iot_degree_path"), changes)
    found = repair(shorter, costs=shipped_costs().model_copy(update={"wait": 1})).repairs

    ways = [{one for one in way.steps if one.kind != "wait"} for way in found]
    waits = [any(one.kind == "wait" for one in way.steps) for way in found]
    assert True in waits
    assert False in waits
    assert [
        (one, other)
        for one, later in zip(ways, waits, strict=True)
        for other, sooner in zip(ways, waits, strict=True)
        if later and not sooner and other <= one
    ] == []


def test_the_nearest_track_comes_first() -> None:
    """Who qualifies for one track needs nothing there."""
    found = near_tracks(example("iot_degree_path"), ["rob.senior", TRACK])

    assert [one.track for one in found.tracks] == [TRACK, "rob.senior"]


@pytest.mark.parametrize("question", [verify, robust, ask_next, timeline, repair])
def test_when_the_time_is_up_what_was_found_is_said_not_to_be_proven(question: object) -> None:
    """A limit of no time at all stops every search that has something to search."""
    clock = Clock(0.0)
    assert callable(question)
    name = "iot_degree_path" if question is verify else "iot_awaiting_experts"
    found = question(example(name), clock=clock)

    assert found.stopped == "timeout"
    assert not found.proven


NOTICE = read_notice(ROOT / "examples" / "notice_with_threshold.yaml")


@pytest.mark.parametrize("points", ["60", "99"])
def test_a_computed_score_decides_as_in_an_assessment(points: str) -> None:
    """Where the notice sets a threshold, the score that the table makes of the records counts, not the one told."""
    notice = NOTICE.model_copy(update={"threshold": parse_points(points)})
    dossier = example("iot_self_score").model_copy(update={"verified_score": None})
    verdict = assess(dossier, TRACK, notice=notice, rivals=False).verdict
    found = what_if(dossier, Changes(drop=("论文-1",)), TRACK, notice=notice)
    rest = verify(dossier, TRACK, notice=notice)

    assert verdict == ("eligible" if points == "60" else "ineligible")
    assert found.before.verdict == rest.verdict == verdict
    if verdict == "eligible":
        scored = {named(piece) for piece in (*rest.shared, *rest.unsettled)}
        assert scored
        assert not scored & {named(piece) for piece in rest.spare}


def test_days_of_an_application_are_asked_and_settled() -> None:
    """Part 一 of the notice for mechatronics refuses the late; a dossier that tells no days is open there."""
    dossier = example("two_specialties")
    asked = {point.attribute for point in ask_next(dossier, "mech.senior").points}
    steps = {step.attribute: step for step in repair(dossier, "mech.senior").repairs[0].steps}

    assert {"applied", "unit_recommended", "city_recommended"} <= asked & {*steps}
    assert steps["applied"].stretches == (("2026-07-06", "2026-08-09"),)


def test_one_change_after_the_other_is_as_all_together() -> None:
    """Each change of a trial is compared with what the ones before have left."""
    trial = Trial.of(example("iot_degree_path"))
    worse, trial = trial.change(Changes(set=("专利-1.排名=2",)))
    same, trial = trial.change(Changes(drop=("论文-1",)))
    together = what_if(
        example("iot_degree_path"), Changes(set=("专利-1.排名=2",), drop=("论文-1",))
    )

    assert (worse.before.verdict, worse.after.verdict) == ("eligible", "ineligible")
    assert (same.before.verdict, same.after.verdict) == ("ineligible", "ineligible")
    assert same.after == together.after


@pytest.mark.parametrize(
    "track",
    [
        "rob.senior",
        *(
            pytest.param(one, marks=pytest.mark.thorough)
            for one in (
                "iot.senior",
                "ii.senior",
                "ii.chief",
                "sm.senior",
                "sm.chief",
                "mech.senior",
            )
        ),
    ],
)
def test_a_dossier_that_tells_only_a_name_is_repaired_with_proof(track: str) -> None:
    """Where everything is missing there are more ways than can be gone through; the cheapest is proven all the same."""
    nobody = Dossier(candidate=Candidate(id="甲"))
    found = repair(nobody, track, clock=Clock(60))

    assert found.proven
    assert found.repairs
    assert assess(_repaired(nobody, found.repairs[0]), track).verdict == "eligible"


def _repaired(dossier: Dossier, one: Repair) -> Dossier:
    told = Changes(
        set=tuple(value for option, value in one.changes if option == "--set"),
        add=tuple(value for option, value in one.changes if option == "--add"),
    )
    return apply_changes(dossier, told)


def test_a_score_that_is_not_enough_is_told_with_what_it_lacks() -> None:
    """Art. 7(8) asks for the threshold; what is lacking is told, and where to look at each record."""
    high = NOTICE.model_copy(update={"threshold": parse_points("99.99")})
    dossier = example("iot_near_miss")
    found = repair(dossier, notice=high)
    total = score(dossier).total

    assert total is not None
    assert found.score_lacks == parse_points("99.99") - total
    for language in LANGUAGES:
        words = QuestionWording(rule_book(prepare(TRACK, notice=high)[0]), language)
        for outline in (repair_outline(found, words), _near(found, words)):
            printed = "\n".join(line for line, _ in as_lines(outline))
            assert points(found.score_lacks) in printed
            assert "zhicheng score" in printed
    assert repair(dossier, clock=Clock(0.000001)).score_lacks is None


def _near(found: Repairs, words: QuestionWording) -> Outline:
    return near_outline(NearTracks(NEAR_FORMAT, found.candidate, (found,)), {TRACK: words})


def test_no_beginning_is_proposed_after_the_end() -> None:
    """A project that ended in 2021 did not start in 2025, whatever that would bring."""
    project = "项目{编号: 某, 所属专业: 物联网, 结束: 2021}"
    dossier = apply_changes(example("iot_awaiting_experts"), Changes(add=(project,)))
    points = open_points_below(stand(dossier, TRACK)[0], TRACK)
    days = [
        parse_date(answer.written)
        for point in points
        if point.attribute == "start" and point.record is not None and point.record.id == "某"
        for answer in point.answers
    ]

    assert days
    assert all(day.year <= 2021 for day in days)
