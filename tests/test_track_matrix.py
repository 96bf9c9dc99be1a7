"""The path matrix: one candidate on several tracks at once, in every format."""

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from rich.cells import cell_len
from rich.console import Console

from reasoner.assess import assess, assess_tracks, prepare_tracks
from reasoner.catalog import shipped_rules
from reasoner.cli import main
from reasoner.errors import InputError, Language
from reasoner.evaluate import Evaluation, Setting, evaluate, rule_book
from reasoner.intake.dossier import read_dossier
from reasoner.model.assessment import Assessment, SelfScore
from reasoner.model.dossier import Dossier
from reasoner.report.html import assessments_as_html
from reasoner.report.schema import assessment_schema
from reasoner.report.track_matrix_html import matrices_as_html
from reasoner.report.track_matrix_text import print_matrices
from reasoner.rule_book import RuleBook
from tests.golden import MATRICES, MATRIX_FORMATS, ROOT, matrix, matrix_case
from tests.test_html import Element, read

EXAMPLES = ROOT / "examples"
ALL = [
    "ii.senior",
    "ii.chief",
    "iot.senior",
    "rob.senior",
    "sm.senior",
    "sm.chief",
    "mech.senior",
]
LANGUAGES: list[Language] = ["zh", "en"]
HAN = re.compile(r"[\u4e00-\u9fff]")
ESCAPE = "\x1b"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs the program and returns its exit code and what it prints."""
    monkeypatch.delenv("ZHICHENG_LANG", raising=False)
    monkeypatch.setenv("LANGUAGE", "")

    def run_program(*arguments: str | Path) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(["assess", *map(str, arguments)])
        out, err = capsys.readouterr()
        return int(str(ended.value.code)), out, err

    return run_program


def example(name: str, path: str | None = None) -> Dossier:
    """Return an example, with another declared route if there is one."""
    found = read_dossier(EXAMPLES / f"{name}.yaml")
    return found.model_copy(update={"path": path}) if path else found


def books(tracks: Sequence[str] | None = None) -> dict[str, RuleBook]:
    """Return the rule book of each track."""
    return {track.id: rule_book(setting) for setting, track in prepare_tracks(tracks)}


@pytest.fixture(scope="module")
def two_specialties() -> tuple[Assessment, ...]:
    """Return the answers on the example of two specialties, on every track."""
    (found,) = assess_tracks([example("two_specialties")])
    return found


# The answers -----------------------------------------------------------------------------------


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_the_answers_are_those_of_the_tracks_one_by_one() -> None:
    """Shared evaluations change nothing, for none of several candidates."""
    dossiers = [example("two_specialties"), example("sm_chief")]

    found = assess_tracks(dossiers)

    for dossier, of_candidate in zip(dossiers, found, strict=True):
        assert [one.track for one in of_candidate] == ALL
        for one in of_candidate:
            assert one == assess(dossier, one.track)
    assert assess_tracks(dossiers, processes=2) == found


def test_a_specialty_is_evaluated_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Senior and chief title share the evaluation."""
    asked: list[str] = []

    def counted(
        dossiers: Sequence[Dossier], setting: Setting, scores: Sequence[SelfScore | None]
    ) -> list[Evaluation]:
        asked.append(setting.specialty)
        return evaluate(dossiers, setting, scores)

    monkeypatch.setattr("reasoner.assess.evaluate", counted)
    assess_tracks([example("sm_chief")], ["sm.chief", "ii.chief", "sm.senior"], rivals=False)

    assert asked == ["sm", "ii"]


def test_the_same_facts_in_two_specialties(two_specialties: tuple[Assessment, ...]) -> None:
    """Three items of six of the Internet of Things are one of seven of the industrial internet."""
    found = {one.track: one for one in two_specialties}
    verdicts = {track: one.verdict for track, one in found.items()}
    gates = {
        track: {gate.matter: (gate.status, gate.has, gate.needs, gate.parts) for gate in one.gates}
        for track, one in found.items()
    }

    assert verdicts == {
        **dict.fromkeys(ALL, "ineligible"),
        "iot.senior": "eligible",
        "mech.senior": "undetermined",
    }
    assert gates["iot.senior"]["performance"] == ("met", 3, 3, 6)
    assert gates["ii.senior"]["performance"] == ("unmet", 1, 3, 7)
    assert gates["ii.senior"]["experience"] == ("met", 1, 1, 4)
    assert gates["ii.chief"]["performance"] == ("unmet", 0, 4, 8)
    assert gates["rob.senior"]["scope"] == ("unmet", 1, 2, 2)
    assert "performance" not in gates["mech.senior"]


@pytest.mark.parametrize(("name", "specialty"), [("sm_chief", "sm"), ("ii_chief", "ii")])
def test_chief_and_not_senior_of_the_same_specialty(name: str, specialty: str) -> None:
    """Neither example did any of the four kinds of work of the senior title's art. 14(一)."""
    (found,) = assess_tracks([example(name)], [f"{specialty}.senior", f"{specialty}.chief"])

    assert [one.verdict for one in found] == ["ineligible", "eligible"]
    unmet = [gate.matter for gate in found[0].gates if gate.status == "unmet"]
    assert "experience" in unmet
    assert "performance" not in unmet


@pytest.mark.parametrize(
    ("path", "tracks", "declared"),
    [
        ("7.2", ["ii.senior", "ii.chief"], ["ii.senior.7.2"]),
        ("9.1", ["ii.senior", "ii.chief"], ["ii.chief.9.1"]),
        # 7.2 is a path on some tracks and a landmark on another; it does not say which.
        ("7.2", None, []),
        ("6.2", None, ["rob.senior.6.2"]),
        ("iot.senior.7.2", None, ["iot.senior.7.2"]),
        # A path of a track that is not asked for.
        ("sm.chief.9.1", ["iot.senior"], []),
        ("9.1", ["iot.senior"], []),
    ],
)
def test_a_declared_route_counts_where_it_is_meant(
    path: str, tracks: list[str] | None, declared: list[str]
) -> None:
    """A short name counts where one track alone has such a route; another track's is no error."""
    (found,) = assess_tracks([example("iot_near_miss", path)], tracks, rivals=False)

    assert [route.clause for one in found for route in one.routes if route.declared] == declared


@pytest.mark.parametrize("path", ["7.99", "ii.chief.7.2", "sm.sinior.7.2"])
def test_a_route_that_no_track_has_is_refused(path: str) -> None:
    """A slip of the pen is told, with the routes that there are."""
    with pytest.raises(InputError, match=r"no such route|没有这条申报路径"):
        assess_tracks([example("iot_near_miss", path)])


def test_a_reading_holds_where_it_is_known() -> None:
    """A reading of one specialty is chosen there; one that no specialty knows is refused."""
    chosen = {"A068": "literal"}
    (found,) = assess_tracks(
        [example("iot_near_miss")], ["iot.senior", "rob.senior"], readings=chosen, rivals=False
    )

    assert found[0].readings["A068"] == "literal"
    assert found[0].verdict == "eligible"
    with pytest.raises(InputError):
        assess_tracks([], readings={"A999": "literal"})
    with pytest.raises(InputError):
        assess_tracks([], readings={"A068": "loosely"})


@pytest.mark.parametrize("specialty", sorted(shipped_rules().specialties()))
@pytest.mark.parametrize("option", ["path_only", "only_without_path", "waives_performance"])
def test_the_matrix_shows_all_that_decides(specialty: str, option: str) -> None:
    """Every leaf of every track lies under a gate, and no matter has two that stand apart."""
    tracks = [track for track in ALL if track.startswith(f"{specialty}.")]
    known = "A033" in books(tracks)[tracks[0]].readings
    readings = {"A033": option} if known else {}
    for setting, track in prepare_tracks(tracks, readings=readings):
        book = rule_book(setting)
        leaves = {clause for clause in book.under(track.id) if not book.clauses[clause].parts}
        gates = {clause for clause in book.under(track.id) if clause in book.matters}
        assert leaves <= {inner for gate in gates for inner in book.under(gate)}
        outer = [
            gate for gate in gates if not any(gate in book.under(one) for one in gates - {gate})
        ]
        assert len({book.matters[gate] for gate in outer}) == len(outer)


# The reports -----------------------------------------------------------------------------------


@pytest.mark.parametrize("format_", MATRIX_FORMATS)
@pytest.mark.parametrize("name", MATRICES)
def test_the_matrix_is_the_expected_one(name: str, format_: str) -> None:
    """The whole matrix equals the one that was reviewed."""
    assert matrix(name, format_) == matrix_case(name, format_).read_text("utf-8"), (
        "if that is meant, run `make golden` and review the difference"
    )


def printed(
    found: Sequence[Assessment], language: Language, *, width: int = 10_000, colour: bool = False
) -> list[str]:
    """Return the lines of the matrix, blanks at the end included, as a screen of *width* shows them."""
    console = Console(width=width, force_terminal=colour, no_color=not colour, highlight=False)
    with console.capture() as captured:
        print_matrices([found], books(), console, language)
    return captured.get().splitlines()


@pytest.mark.parametrize("language", LANGUAGES)
def test_columns_stand_under_their_tracks(
    two_specialties: tuple[Assessment, ...], language: Language
) -> None:
    """Wide signs take two cells, so every mark of a track begins in the cell where its name does."""
    lines = printed(two_specialties, language)
    head = next(line for line in lines if "ii.senior" in line and "mech.senior" in line)
    verdicts = lines[lines.index(head) + 1]
    starts = [cell_len(head[: head.index(track)]) for track in ALL]
    marks = [cell_len(verdicts[: one.start()]) for one in re.finditer("[√×？]", verdicts)]

    assert marks == starts
    performance = next(line for line in lines if line.startswith(("工作业绩", "performance")))
    found = [
        cell_len(performance[: one.start()]) for one in re.finditer("[√×？–](?= |$)", performance)
    ]
    assert found == starts


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [60, 80, 100])
def test_a_narrow_screen_has_the_tracks_in_blocks(
    two_specialties: tuple[Assessment, ...], language: Language, width: int
) -> None:
    """No line of the matrix is wider than the screen, and each track has its column once."""
    lines = printed(two_specialties, language, width=width)
    legend = next(number for number, line in enumerate(lines) if line.startswith("√"))
    grid = lines[:legend]

    assert max(map(cell_len, grid)) <= width
    heads = [line.split() for line in grid if ".senior" in line and not HAN.search(line)]
    tracks = [word for words in heads for word in words if word in ALL]
    assert tracks == ALL
    blocks = sum(line.startswith(("结论", "Verdict")) for line in grid)
    assert (blocks > 1) == (max(map(cell_len, printed(two_specialties, language)[2:3])) > width)


def test_there_is_no_colour_but_on_a_terminal(two_specialties: tuple[Assessment, ...]) -> None:
    """Marks are coloured where there are colours; the text is the same."""
    plain, coloured = (printed(two_specialties, "zh", colour=colour) for colour in (False, True))

    assert ESCAPE not in "".join(plain)
    assert ESCAPE in "".join(coloured)
    assert [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in coloured] == plain


def test_english_has_chinese_only_in_names_and_cites(
    two_specialties: tuple[Assessment, ...],
) -> None:
    """The matrix itself has none but the name of the candidate."""
    lines = printed(two_specialties, "en")
    grid = lines[1 : next(n for n, line in enumerate(lines) if line.startswith("What"))]

    assert not HAN.search("".join(grid))


def test_full_unfolds_every_track(run: Run) -> None:
    """Details on demand: behind the matrix is the report on each track."""
    arguments = (EXAMPLES / "two_specialties.yaml", "--track", "iot.senior", "--track", "ii.senior")
    _, short, _ = run(*arguments)
    for format_ in ("text", "md"):
        _, out, _ = run(*arguments, "--full", "--format", format_)
        assert all(clause in out for clause in ("iot.senior.12.1.a", "ii.senior.15.1.a"))
    assert "iot.senior.12.1.a" not in short


def test_json_is_an_array_of_assessments(run: Run) -> None:
    """Several tracks give an array, one object each, candidate by candidate; one track of one dossier an object."""
    names = ("two_specialties.yaml", "sm_chief.yaml")
    paths = [EXAMPLES / name for name in names]
    _, out, _ = run(*paths, "--track", "sm.chief", "--track", "iot.senior", "--format", "json")
    found = json.loads(out)
    Draft202012Validator(assessment_schema()).validate(found)

    told = [(one["candidate"]["id"], one["track"]) for one in found]
    assert told == [
        (who, track) for who in ("壬-009", "己-001") for track in ("sm.chief", "iot.senior")
    ]
    _, out, _ = run(paths[0], "--track", "iot.senior", "--format", "json")
    assert json.loads(out) == found[1]


@pytest.fixture(scope="module")
def pages() -> dict[Language, list[Element]]:
    """Return the page on two candidates in both languages."""
    found = assess_tracks([example("two_specialties"), example("sm_chief")], rivals=False)
    return {language: read(matrices_as_html(found, books(), language)) for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_of_the_page_leads_somewhere(
    pages: dict[Language, list[Element]], language: Language
) -> None:
    """Ids are there once, though titles of a specialty share clauses, and every link leads to one."""
    elements = pages[language]
    ids = [one.attributes["id"] for one in elements if "id" in one.attributes]
    links = {one.attributes["href"] for one in elements if one.name == "a"}

    assert len(ids) == len(set(ids))
    assert {str(link).removeprefix("#") for link in links} <= set(ids)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_each_track_folded(
    pages: dict[Language, list[Element]], language: Language
) -> None:
    """A matrix of seven columns a candidate, and behind each track its report."""
    elements = pages[language]
    tables = [one for one in elements if one.attributes.get("class") == "tracks"]
    folded = [one for one in elements if one.attributes.get("class") == "track"]

    assert [one.name for one in folded] == ["details"] * 2 * len(ALL)
    assert not any("open" in one.attributes for one in folded)
    assert len(tables) == len(pages)
    for table in tables:
        rows = [one for one in elements if one.name == "tr" and table in one.parents]
        assert {
            sum(cell.parents[-1] is row for cell in elements if cell.name in ("th", "td"))
            for row in rows
        } == {1 + len(ALL)}


def test_one_track_has_the_page_that_it_had() -> None:
    """A page of one track does not fold it."""
    (found,) = assess_tracks([example("two_specialties")], ["iot.senior"], rivals=False)
    elements = read(assessments_as_html(found, books(["iot.senior"])["iot.senior"], "zh"))

    assert not [one for one in elements if one.attributes.get("class") == "track"]


# The program -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "tracks", "code"),
    [
        (["two_specialties"], ["all"], 0),
        (["two_specialties"], ["ii.senior", "iot.senior"], 0),
        (["two_specialties"], ["ii.senior", "ii.chief"], 1),
        (["two_specialties"], ["ii.senior", "mech.senior"], 3),
        # The candidate who fares worst decides.
        (["two_specialties", "sm_chief"], ["iot.senior", "sm.chief"], 0),
        (["two_specialties", "sm_chief"], ["iot.senior", "ii.senior"], 1),
        (["two_specialties", "sm_chief"], ["iot.senior", "mech.senior"], 3),
    ],
)
def test_the_best_track_of_the_worst_candidate_gives_the_code(
    run: Run, names: list[str], tracks: list[str], code: int
) -> None:
    """Zero if everybody qualifies on some track that was asked for."""
    dossiers = [EXAMPLES / f"{name}.yaml" for name in names]
    options = [word for track in tracks for word in ("--track", track)]

    assert run(*dossiers, *options)[0] == code
    assert run(*dossiers, *options, "--exit-zero")[0] == 0


@pytest.mark.parametrize("track", ["all", "iot.senior"])
def test_dossiers_that_cannot_be_read_give_no_matrix(run: Run, tmp_path: Path, track: str) -> None:
    """Each has its message, and nothing else is said."""
    code, out, err = run(tmp_path / "none.yaml", "--track", track)

    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert "none.yaml" in err


def test_an_unknown_track_is_refused_with_the_nearest(run: Run) -> None:
    """Among others that exist, too."""
    code, out, err = run(
        EXAMPLES / "sm_chief.yaml", "--track", "sm.chief", "--track", "sm.cheif", "--lang", "en"
    )

    assert (code, out) == (2, "")
    assert "sm.chief" in err.split("did you mean")[1]
