"""Each check finds a defect that was put into small made-up rules, and nothing in the rules without it."""

from pathlib import Path

import pytest

from reasoner.evaluate import evaluate_statuses
from reasoner.model.dossier import Dossier
from reasoner.policy.check import check_specialty
from reasoner.policy.finding import Finding
from reasoner.policy.names import check_tables_between
from reasoner.policy.rule_facts import rule_facts
from reasoner.policy.siblings import check_siblings
from tests.rules_with_defects import SPECIALTY, rules_with

TABLE = """\
table("iot.t", project, iot_grade, "附", "等级", "grades").
class("iot.t", grade_1, 3). class("iot.t", grade_2, 2). class("iot.t", grade_3, 1).
rest("iot.t", other).
combination("iot.t", highest).
clause("iot.t", "附", "等级", "grades").
floor("iot.t", grade_1, amount, 300).
floor("iot.t", grade_3, amount, 100).
"""
# What is planted, and the code of the finding.
PLANTED = {
    "a class between two others has no limit": (TABLE, "", "ZC101"),
    "a higher class begins lower": (TABLE + 'floor("iot.t", grade_2, amount, 400).', "", "ZC102"),
    "a value belongs to two classes": (
        TABLE
        + 'floor("iot.t", grade_2, amount, 200).'
        + 'criterion("iot.t", (grade_1; grade_2), programme, nsfc).',
        "",
        "ZC103",
    ),
    "nothing belongs to a class": (
        TABLE + 'class("iot.t", grade_4, 4). floor("iot.t", grade_2, amount, 200).',
        "",
        "ZC104",
    ),
    "a case has no limits": (
        TABLE.replace("project", "employer")
        .replace('floor("iot.t", grade_1, amount, 300).', "")
        .replace('floor("iot.t", grade_3, amount, 100).', "")
        + 'floor_for("iot.t", (grade_1; grade_2; grade_3), industry, software, employees, 9).',
        "",
        "ZC105",
    ),
    "a step of a series has no class": (
        TABLE.replace("project", "paper")
        .replace('floor("iot.t", grade_1, amount, 300).', "")
        .replace('floor("iot.t", grade_3, amount, 100).', "")
        + 'criterion("iot.t", grade_1, indexed_in, ccf_a). criterion("iot.t", grade_2, indexed_in, ccf_c).'
        + 'criterion("iot.t", grade_3, indexed_in, sci).',
        "",
        "ZC106",
    ),
    "a higher level is refused": (
        'where("iot.senior.2.1", level, at_most, municipal).',
        'where("iot.senior.2.1", level, at_least, municipal).',
        "ZC201",
    ),
    "a higher degree is refused": (
        """\
clause("iot.senior.3", "第三条", "学位", "degree"). part("iot.senior", "iot.senior.3").
counts("iot.senior.3", degree, 1). where("iot.senior.3", degree_level, at_most, master).
order(degree_level, bachelor, 1). order(degree_level, master, 2). order(degree_level, doctor, 3).""",
        "",
        "ZC201",
    ),
    "one more achievement is one too many": (
        """\
clause("iot.senior.3", "第三条", "没有论文", "no paper"). part("iot.senior", "iot.senior.3").
excludes("iot.senior.3", paper). where("iot.senior.3", paper_state, is, published).""",
        "",
        "ZC201",
    ),
    "a rank that nobody can have is asked for": (
        'where("iot.senior.2.1", rank, at_least, 6).',
        "",
        "ZC301",
    ),
    "an alternative is narrower than another": (
        """\
clause("iot.senior.2.3", "第二条(三)", "发明", "inventions"). any_of("iot.senior.2.3").
part("iot.senior.2", "iot.senior.2.3").
part("iot.senior.2.3", ("iot.senior.2.3.a"; "iot.senior.2.3.b")).
clause("iot.senior.2.3.a", "第二条(三)", "前3名", "rank 3"). counts("iot.senior.2.3.a", patent, 1).
where("iot.senior.2.3.a", rank, at_most, 3).
clause("iot.senior.2.3.b", "第二条(三)", "前5名", "rank 5"). counts("iot.senior.2.3.b", patent, 1).
where("iot.senior.2.3.b", rank, at_most, 5).""",
        "",
        "ZC302",
    ),
    "more parts are asked for than there are": (
        'at_least("iot.senior.2", 3).',
        'at_least("iot.senior.2", 1).',
        "ZC303",
    ),
    "no part is asked for": (
        'at_least("iot.senior.2", 0).',
        'at_least("iot.senior.2", 1).',
        "ZC304",
    ),
    "nothing is counted": (
        'counts("iot.senior.2.2", patent, 0).',
        'counts("iot.senior.2.2", patent, 1).',
        "ZC305",
    ),
    "what is excluded there cannot be": (
        """\
clause("iot.senior.3", "第三条", "没有论文", "no paper"). part("iot.senior", "iot.senior.3").
excludes("iot.senior.3", paper). where("iot.senior.3", rank, at_most, 0).""",
        "",
        "ZC305",
    ),
    "a landmark is of a kind that performance does not know": (
        'counts("iot.senior.1.1", paper, 1). where("iot.senior.1.1", date, within, "iot.five_years").',
        (
            'counts("iot.senior.1.1", award, 1).\nwhere("iot.senior.1.1", level, at_least, provincial).\n'
            'where("iot.senior.1.1", rank, at_most, 3).'
        ),
        "ZC401",
    ),
    "a landmark allows a rank that performance refuses": (
        'where("iot.senior.1.1", rank, at_most, 9).',
        'where("iot.senior.1.1", rank, at_most, 3).',
        "ZC402",
    ),
    "the chief title counts what the senior one does not": (
        """\
track("iot.chief", iot, chief, "示例", "example"). clause("iot.chief", "总", "示例", "example").
all_of("iot.chief"). part("iot.chief", "iot.chief.2"). route("iot.chief", "iot.senior.1.1").
clause("iot.chief.2", "第三条", "业绩", "performance"). any_of("iot.chief.2"). part("iot.chief.2", "iot.chief.2.1").
clause("iot.chief.2.1", "第三条(一)", "奖项", "award"). counts("iot.chief.2.1", award, 1).
where("iot.chief.2.1", level, at_least, national). where("iot.chief.2.1", rank, at_most, 9).""",
        "",
        "ZC501",
    ),
    "a way in to chief is none to senior": (
        """\
track("iot.chief", iot, chief, "示例", "example"). clause("iot.chief", "总", "示例", "example").
all_of("iot.chief"). part("iot.chief", "iot.chief.1"). route("iot.chief", "iot.chief.1").
clause("iot.chief.1", "第四条", "发明", "invention"). counts("iot.chief.1", patent, 1).""",
        "",
        "ZC502",
    ),
    "a term is used by no clause": ('term("iot.lead", rank, at_most, 1).', "", "ZC601"),
    "a term is named almost as another is": (
        'term("iot.leader", rank, at_most, 1). term("iot.leaders", rank, at_most, 3).',
        "",
        "ZC609",
    ),
    "a term is used and not defined": ('uses("iot.senior.2.2", "iot.lead").', "", "ZC602"),
    "a level is compared that no scale has": (
        'where("iot.senior.2.1", level, at_least, national_major).',
        'where("iot.senior.2.1", level, at_least, municipal).',
        "ZC604",
    ),
    "a parameter is not set": (
        (
            'clause("iot.senior.2.3", "第二条(三)", "分数", "score"). part("iot.senior.2", "iot.senior.2.3").'
            'counts("iot.senior.2.3", self_score, 1). where("iot.senior.2.3", points, reaches, mark).'
        ),
        "",
        "ZC605",
    ),
    "a list is left open": ('open_list("iot.senior.2.2", patent_type, renowned).', "", "ZC606"),
    "an expert decides": ('where("iot.senior.2.1", renowned, is, yes).', "", "ZC607"),
    "a clause lacks the rank that those beside it ask for": (
        """\
part("iot.senior.2", ("iot.senior.2.3"; "iot.senior.2.4")).
clause("iot.senior.2.3", "第二条(三)", "国家级奖", "national award"). counts("iot.senior.2.3", award, 1).
where("iot.senior.2.3", level, at_least, national). where("iot.senior.2.3", rank, at_most, 9).
clause("iot.senior.2.4", "第二条(四)", "一等奖", "first prize"). counts("iot.senior.2.4", award, 1).
where("iot.senior.2.4", level, is, county).""",
        "",
        "ZC610",
    ),
    "more years are asked for than the window has": (
        (
            'clause("iot.senior.2.3", "第二条(三)", "任职", "years"). part("iot.senior.2", "iot.senior.2.3").'
            'measures("iot.senior.2.3", appointment, 6). measured_within("iot.senior.2.3", "iot.five_years").'
            'measured_until("iot.senior.2.3", achievements).'
        ),
        "",
        "ZC701",
    ),
    "years and achievements are counted to different days": (
        (
            'clause("iot.senior.2.3", "第二条(三)", "任职", "years"). part("iot.senior.2", "iot.senior.2.3").'
            'measures("iot.senior.2.3", appointment, 2). measured_until("iot.senior.2.3", tenure).'
        ),
        "",
        "ZC703",
    ),
    "a window has no beginning": ("", 'window_years("iot.five_years", 5).', "ZC702"),
    "one achievement has no window": (
        (
            'where(C, date, within, "iot.five_years") :- counts(C, patent, 1).'
            'where("iot.senior.1.1", date, within, "iot.five_years").'
            'clause("iot.senior.2.3", "第二条(三)", "奖", "award"). part("iot.senior.2", "iot.senior.2.3").'
            'counts("iot.senior.2.3", award, 1). where("iot.senior.2.3", level, is, county).'
        ),
        'where(C, date, within, "iot.five_years") :- counts(C, (award; patent), 1).',
        "ZC704",
    ),
    "a reading decides": (
        (
            'reading_question("A999", "第二条(二)", "何种专利", "which patents").'
            'reading_option("A999", narrow, "仅发明", "inventions"). reading_option("A999", wide, "均可", "any").'
            'default("A999", narrow). reads("iot.senior.2.2", "A999", patent_type).'
            'where("iot.senior.2.2", patent_type, is, invention) :- reading("A999", narrow).'
        ),
        'where("iot.senior.2.2", patent_type, is, invention).',
        "ZC901",
    ),
}


def codes(findings: tuple[Finding, ...]) -> set[str]:
    """Return the codes of *findings*."""
    return {finding.kind.code for finding in findings}


def test_rules_without_a_defect_have_no_findings(tmp_path: Path) -> None:
    """The made-up rules are whole as they stand."""
    assert check_specialty(rules_with(tmp_path), SPECIALTY).findings == ()


@pytest.mark.parametrize("defect", PLANTED)
def test_planted_defect_is_found(defect: str, tmp_path: Path) -> None:
    """A defect is found under its code, and every witness is as the ordinary evaluation says."""
    more, without, code = PLANTED[defect]
    rules = rules_with(tmp_path, more, without=without)

    findings = check_specialty(rules, SPECIALTY).findings

    assert code in codes(findings)
    for finding in findings:
        for witness in finding.witnesses:
            setting = rule_facts(rules, SPECIALTY, witness.readings).setting
            dossier = Dossier.model_validate(witness.dossier, by_name=True)
            (statuses,) = evaluate_statuses([dossier], setting)
            assert {clause: statuses[clause] for clause in witness.statuses} == witness.statuses


def test_worse_off_differs_in_one_attribute_alone(tmp_path: Path) -> None:
    """The two dossiers that show it are equal but for the level, which is higher in the one that fails."""
    more, without, _ = PLANTED["a higher level is refused"]
    findings = check_specialty(rules_with(tmp_path, more, without=without), SPECIALTY).findings

    (found,) = [finding for finding in findings if finding.kind.code == "ZC201"]
    worse, better = (witness.dossier["achievements"][0] for witness in found.witnesses)

    assert worse["level"] == "municipal"
    assert better == {**worse, "level": "provincial"}


def test_what_asks_for_a_higher_level_may_lack_the_rank(tmp_path: Path) -> None:
    """It asks for more elsewhere; so does what asks for something that the clauses beside it do not."""
    more, without, _ = PLANTED["a clause lacks the rank that those beside it ask for"]
    lowest = 'where("iot.senior.2.4", level, is, county).'
    assert lowest in more
    instead = {
        "higher": 'where("iot.senior.2.4", level, is, national).'
        'where("iot.senior.2.3", level, is, provincial).',
        "other": f'{lowest} where("iot.senior.2.4", award_grade, is, first).',
    }
    for name, told in instead.items():
        changed = more.replace('where("iot.senior.2.3", level, at_least, national).', "").replace(
            lowest, told
        )
        rules = rules_with(tmp_path / name, changed, without=without)
        assert "ZC610" not in codes(check_specialty(rules, SPECIALTY).findings), name


def test_ladders_of_one_scale_are_not_compared(tmp_path: Path) -> None:
    """Above a number that the scale leaves out another ladder begins: what it begins with is not better."""
    another = (
        'order(level, provincial_key, {}). where("iot.senior.2.1", level, is_not, provincial_key).'
    )

    parted = check_specialty(rules_with(tmp_path / "parted", another.format(6)), SPECIALTY)
    joined = check_specialty(rules_with(tmp_path / "joined", another.format(5)), SPECIALTY)

    assert "ZC201" not in codes(parted.findings)
    assert "ZC201" in codes(joined.findings)


def test_terms_that_differ_between_specialties_are_found(tmp_path: Path) -> None:
    """A term of the same name with another test is told; one with the same test is not."""
    term = (
        'term("iot.main", rank, at_most, {}). defined_in("iot.main", "iot.senior.2").'
        'uses("iot.senior.2.2", "iot.main").'
    )
    here = rule_facts(rules_with(tmp_path / "here", term.format(3)), SPECIALTY)
    same = rule_facts(rules_with(tmp_path / "same", term.format(3)), SPECIALTY)
    there = rule_facts(rules_with(tmp_path / "there", term.format(5)), SPECIALTY)

    assert "ZC603" in codes(tuple(check_siblings([here, there])))
    assert "ZC603" not in codes(tuple(check_siblings([here, same])))


def test_what_all_other_specialties_ask_is_missed(tmp_path: Path) -> None:
    """A specialty that asks for no rank of an award is told if two others do; not if it is alone with one other."""
    rank = 'where("iot.senior.2.1", rank, at_most, 5).'
    without, *with_it = (
        rule_facts(rules_with(tmp_path / name, specialty=name, without=lines), name)
        for name, lines in (("rob", rank), ("ii", ""), ("sm", ""))
    )

    (found,) = check_siblings([without, *with_it])

    assert (found.kind.code, found.specialty, found.key) == (
        "ZC608",
        "rob",
        "ZC608 rob rob.senior.2.1 award rank",
    )
    assert list(check_siblings([without, with_it[0]])) == []


def test_tables_that_class_differently_are_found(tmp_path: Path) -> None:
    """A limit of another specialty's table of the same name is another; with the same limits nothing is found."""
    here, same, there = (
        rule_facts(
            rules_with(tmp_path / name, TABLE + f'floor("iot.t", grade_2, amount, {low}).'),
            SPECIALTY,
        )
        for name, low in (("here", 200), ("same", 200), ("there", 150))
    )

    assert codes(tuple(check_tables_between([here, there]))) == {"ZC603"}
    assert codes(tuple(check_tables_between([here, same]))) == set()
