"""Whole dossiers: the answer on every example, once judged by hand and once as a whole."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reasoner.assess import assess
from reasoner.intake.dossier import read_dossier, read_notice
from tests.golden import CASES, EXAMPLES, ROOT, answer, case

BIG = 20
"""So many achievements make a dossier big."""


@dataclass(frozen=True)
class Judged:
    """What the articles say about one example; statuses by clause, without ``iot.senior.``."""

    verdict: str
    routes: tuple[str, ...]
    interview: str
    met: str
    unmet: str
    undetermined: str = ""
    counts: dict[str, tuple[int, int]] = field(default_factory=dict)


JUDGED = {
    # Engineer since 2018, a bachelor in the field; a project, a patent with benefit and a standard.
    "iot_degree_path": Judged(
        "eligible",
        ("7.2",),
        "discretionary",
        met="2 4 5 6 7 7.2 7.2.a 7.2.d entry 9 10 11 12 12.1 12.2 12.2.b 12.3",
        unmet="7.1 7.3 7.4 7.5 7.6 7.7 7.8 8 12.2.a 12.4 12.5 12.5.b 12.6 17",
        counts={"12": (3, 3), "12.5.b": (1, 1)},
    ),
    # Engineer for three and a half years, so art. 7 is closed; rank 4 of a provincial second prize.
    "iot_landmark": Judged(
        "eligible",
        ("8.2",),
        "required",
        met="2 4 5 6 entry 7.2.a 7.2.c 8 8.2 8.2.d 9 9.a.2 10 11 12 12.1 12.3 12.6 12.6.a",
        unmet="7 7.1 7.2 7.2.d 7.5 7.8 8.1 8.2.a 8.2.c 8.3 8.4 8.5 9.a.1 12.2 12.4 12.5 17",
        counts={"12": (3, 3), "8": (1, 1)},
    ),
    # Senior technician since 2021-12-16 and never appointed: five years of work, and of results.
    "iot_skilled_worker": Judged(
        "eligible",
        ("7.5",),
        "required",
        met="2 4 5 6 7 7.5 7.5.b 7.5.c 9 10 11 12 12.1 12.1.b 12.3 12.6 12.6.c",
        unmet="7.1 7.2 7.2.a 7.3 7.4 7.5.a 7.6 7.7 8 12.1.a 12.2 12.4 12.5 12.6.a 17",
        undetermined="7.8 7.8.c.1",
        counts={"12": (3, 3)},
    ),
    # Two of six; the other four fail by one rank, one state, one level or six days.
    "iot_near_miss": Judged(
        "ineligible",
        ("7.2",),
        "discretionary",
        met="2 4 5 6 7.2 9 10 11 12.1 12.1.b 12.6 12.6.b",
        unmet="7.1 8 8.2 8.3 12 12.1.a 12.2 12.2.a 12.2.b 12.3 12.3.a 12.3.b 12.4 12.5 12.5.a "
        "12.5.b 12.6.a 17",
        undetermined="7.8",
        counts={"12": (2, 2), "12.5.b": (1, 1)},
    ),
    # All facts are told; the field of study, arts. 10 and 11 and the third item await experts.
    "iot_awaiting_experts": Judged(
        "undetermined",
        (),
        "discretionary",
        met="2 4 5 6 7.2.c 7.2.d 9 12.1 12.1.a 12.1.b 12.3 12.3.a",
        unmet="7.1 7.3 7.4 7.5 7.6 7.7 7.8 7.2.b 8 12.5 12.5.b 12.6.a 12.6.b 17",
        undetermined="7.2 7.2.a 10 10.1.a 11 11.3.c 12 12.2 12.2.a 12.2.b 12.4 12.6 12.6.c",
        counts={"12": (2, 5), "12.5.b": (1, 1)},
    ),
    # A mess: what is not told is not "no", so almost nothing is settled.
    "iot_many_unknowns": Judged(
        "undetermined",
        (),
        "no_route",
        met="2 7.1.b 7.1.c 9",
        unmet="7.3 7.4 7.5 7.6 8.2 8.3 8.4 8.5 12.4 12.5.a",
        undetermined="4 5 6 7 7.1 7.2 7.2.a 7.2.d 7.7 7.8 8 8.1 10 11 12 12.1 12.1.a 12.1.b 12.2 "
        "12.2.a 12.2.b 12.3 12.5 12.5.b 12.6 17",
        counts={"5.a": (4, 5), "6.a": (2, 3), "12": (0, 5)},
    ),
    # No title: only the self-score is left, and its threshold is not set.
    "iot_self_score": Judged(
        "undetermined",
        (),
        "required",
        met="2 4 5 6 7.8.a 9 10 11 12 12.1 12.2 12.2.b 12.3 12.3.a",
        unmet="7.1 7.2 7.3 7.4 7.5 7.6 7.7 7.8.b 8 12.3.b 12.4 12.5 17",
        undetermined="entry 7 7.8 7.8.c 7.8.c.1 7.8.c.2 12.6",
        counts={"12": (3, 4)},
    ),
    # A doctor who is engineer for two and a half years; the award is older than the window.
    "iot_doctor": Judged(
        "eligible",
        ("7.1",),
        "discretionary",
        met="2 4 5 6 7 7.1 7.1.a 7.1.b 7.1.c 7.2.a 9 10 11 12 12.1 12.1.a 12.2 12.2.a 12.5 12.5.a",
        unmet="7.2 7.2.d 7.3 7.4 7.5 7.6 7.7 7.8 8 8.1 8.2 12.2.b 12.3 12.4 12.5.b 12.6 17",
        counts={"12": (3, 3), "5.a": (5, 5)},
    ),
}


@cache
def told(name: str) -> Any:  # noqa: ANN401 - plain JSON
    """Return the answer on the example *name*."""
    return answer(next(example for example in EXAMPLES if example.stem == name))


def nodes(name: str) -> dict[str, Any]:
    """Return every clause of the answer on *name* by its short id."""

    def walk(node: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - plain JSON
        yield node["id"].removeprefix("iot.senior."), node
        for part in node["parts"]:
            yield from walk(part)

    found = told(name)
    return {key: node for top in (found["tree"], *found["beside"]) for key, node in walk(top)}


def test_every_example_is_judged_and_has_its_case() -> None:
    """The examples, the judgements and the expected answers are the same list."""
    names = {example.stem for example in EXAMPLES}
    assert names == set(JUDGED)
    assert names == {path.stem for path in CASES.glob("*.json")}


@pytest.mark.parametrize("name", JUDGED)
def test_verdict_routes_and_interview(name: str) -> None:
    """Verdict, the routes that hold and the duty of the interview are those of the articles."""
    found, judged = told(name), JUDGED[name]
    holding = tuple(
        route["clause"].removeprefix("iot.senior.")
        for route in found["routes"]
        if route["status"] == "met"
    )
    assert (found["verdict"], holding) == (judged.verdict, judged.routes)
    assert found["interview"]["duty"] == judged.interview


@pytest.mark.parametrize("name", JUDGED)
def test_statuses_of_clauses(name: str) -> None:
    """Each clause named here has the status that the article gives it."""
    judged, found = JUDGED[name], nodes(name)
    expected = {
        clause: status
        for status in ("met", "unmet", "undetermined")
        for clause in getattr(judged, status).split()
    }
    assert {clause: found[clause]["status"] for clause in expected} == expected


@pytest.mark.parametrize("name", JUDGED)
def test_how_much_is_there_and_could_be(name: str) -> None:
    """Quotas count what is certain and what is possible."""
    found = nodes(name)
    for clause, bounds in JUDGED[name].counts.items():
        assert (found[clause]["has"], found[clause]["could_have"]) == bounds, clause


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_answer_is_the_expected_one(example: Path) -> None:
    """The whole answer equals the one that was reviewed."""
    expected = json.loads(case(example).read_text("utf-8"))
    assert told(example.stem) == expected, (
        f"the answer on {example.name} has changed; if that is meant, run `make golden` "
        "and review the difference"
    )


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_says_what_it_shows(example: Path) -> None:
    """A dossier begins with a comment on what it shows, in JSON with a note."""
    text = example.read_text("utf-8")
    assert text.startswith("# ") or '"note": "Shows ' in text


@pytest.mark.parametrize("name", ["iot_near_miss", "iot_awaiting_experts"])
def test_big_examples_are_big(name: str) -> None:
    """Two examples are as large as real dossiers, with many kinds of achievement."""
    achievements = read_dossier(ROOT / "examples" / f"{name}.yaml").achievements or ()
    assert len(achievements) >= BIG
    assert len({one.kind_of_record for one in achievements}) >= len(
        ("projects", "products", "patents", "standards", "platforms", "papers", "awards")
    )


def test_near_miss_hangs_on_one_reading() -> None:
    """Literally any author of a tier-A paper counts, and then there are three items."""
    matters = {reading["id"]: reading for reading in told("iot_near_miss")["readings_that_matter"]}
    assert [rival["verdict"] for rival in matters["A068"]["rivals"]] == ["eligible"]


def test_near_misses_name_the_number_that_failed() -> None:
    """What almost counts is shown with what is asked and what is told."""
    found = nodes("iot_near_miss")
    failed = {
        (clause, one["record"]["id"]): [
            (test["attribute"], test["required"], test["actual"])
            for test in one["tests"]
            if test["status"] == "failed"
        ]
        for clause in ("12.1.a", "12.3.a", "12.5.b")
        for one in found[clause]["evidence"]
    }
    assert failed["12.1.a", "项目-1"] == [("rank", ["3"], ["4"])]
    assert failed["12.3.a", "标准-2"] == [("standard_state", ["in_force"], ["published"])]
    assert [told[0] for told in failed["12.5.b", "论文-2"]] == ["date"]


def test_awaiting_experts_lists_each_question() -> None:
    """No fact is missing, and every determination that could matter is asked for by name."""
    found = told("iot_awaiting_experts")
    assert found["missing_facts"] == []
    asked = {
        (awaited["record"]["id"], awaited["question"])
        for awaited in found["awaited_determinations"]
        if awaited["record"]
    }
    assert asked == {
        ("学历-1", "related_field_recognised"),
        ("专利-2", "economic_benefit"),
        ("专利-3", "economic_benefit"),
        ("平台-1", "equivalent_platform"),
        ("行业奖-1", "renowned"),
    }
    clauses = {
        clause.split(".")[2]
        for awaited in found["awaited_determinations"]
        if not awaited["record"]
        for clause in awaited["clauses"]
    }
    assert clauses == {"10", "11"}


def test_many_unknowns_lists_the_sections_left_out() -> None:
    """A section that is left out is asked for where the verdict hangs on it."""
    missing = told("iot_many_unknowns")["missing_facts"]
    sections = {one["section"] for one in missing if one["attribute"] is None}
    assert sections == {"degrees", "honours"}


def test_self_score_is_a_function_of_the_threshold() -> None:
    """The lower of self-score and verified score is the highest threshold that still qualifies."""
    (parameter,) = told("iot_self_score")["open_parameters"]
    assert parameter["parameter"] == "threshold"
    assert parameter["at_most"] == 79 * 100
    assert parameter["verdict_if_reached"] == "eligible"
    assert parameter["verdict_if_not"] == "ineligible"


def test_a_notice_with_a_threshold_settles_the_self_score() -> None:
    """With a threshold of 75 the same dossier is eligible, with the verified score below it not."""
    dossier = read_dossier(ROOT / "examples" / "iot_self_score.yaml")
    notice = read_notice(ROOT / "examples" / "notice_with_threshold.yaml")
    assert assess(dossier, notice=notice, rivals=False).verdict == "eligible"
    higher = notice.model_copy(update={"threshold": 80 * 100})
    assert assess(dossier, notice=higher, rivals=False).verdict == "ineligible"
    alone = {"A029": "self_score_only"}
    assert assess(dossier, notice=higher, readings=alone, rivals=False).verdict == "eligible"
