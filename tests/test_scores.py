"""Every row of the scoring tables against ``tests/scores``, judged by hand from the printed table."""

import pytest

from reasoner.assess import prepare
from reasoner.model.dossier import Dossier
from reasoner.scoring.match import match as matches
from reasoner.scoring.sums import Case, Sums, add_up
from reasoner.scoring.table import ScoreTable, score_table
from tests.mutation.scores import POINTS, score_judge
from tests.mutation.survivors import crowds
from tests.mutation.trial import killed
from tests.score_tables import TRACKS, Line, Worked, lines, scored, worked

LINES = lines()


@pytest.fixture(scope="module")
def found() -> dict[str, int]:
    """Return the points of each line."""
    return scored(LINES)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.id)
def test_row(line: Line, found: dict[str, int]) -> None:
    """The row gives the points that the printed table gives."""
    assert found[line.id] == line.points, line.name


WORKED = worked()


@pytest.fixture(scope="module")
def sums() -> dict[str, Sums]:
    """Return the points of each worked dossier, by id; those of one table and reading are one crowd."""
    crowds: dict[tuple[str, str], list[Worked]] = {}
    for one in WORKED:
        crowds.setdefault((one.specialty, repr(sorted(one.readings.items()))), []).append(one)
    found: dict[str, Sums] = {}
    for crowd in crowds.values():
        setting, track = prepare(TRACKS[crowd[0].specialty], readings=crowd[0].readings)
        dossiers = [
            Dossier.model_validate({"candidate": {"id": one.id}, **one.dossier}) for one in crowd
        ]
        table = table_of(track.id)
        cases = [Case(match, "claimed") for match in matches(dossiers, setting, table)]
        found |= zip((one.id for one in crowd), add_up(cases, setting, table), strict=True)
    return found


@pytest.mark.parametrize("one", WORKED, ids=lambda one: one.id)
def test_worked_dossier(one: Worked, sums: dict[str, Sums]) -> None:
    """Every box of the calculation made by hand has the sum, and what counts of it, that the rules find."""
    found = sums[one.id]
    boxes = {box: (found.sums.get(box, 0), found.has.get(box, 0)) for box in one.boxes}
    assert boxes == one.boxes
    assert found.total == one.total
    assert one.pins.items() <= found.assigned


@pytest.mark.parametrize("specialty", TRACKS)
def test_a_dozen_worked_dossiers(specialty: str) -> None:
    """Each specialty has at least twelve."""
    assert sum(one.specialty == specialty for one in WORKED) >= 12


def table_of(track: str) -> ScoreTable:
    """Return the scoring table of *track*."""
    table = score_table(prepare(track)[0])
    assert table is not None
    return table


@pytest.mark.parametrize("specialty", TRACKS)
def test_what_is_printed_and_what_rows_need(specialty: str) -> None:
    """Maxima, the places of boxes, doubtful cells and what attributes need are in the rules as they are told."""
    judge = score_judge(specialty)
    told = [case for case in judge.cases if case.about != POINTS]
    assert told
    for crowd in crowds(told, judge.crowd):
        assert killed(judge, (), crowd) == set()  # an error if a case does not hold


@pytest.mark.parametrize("track", TRACKS.values())
def test_every_row_is_hit(track: str) -> None:
    """Each row gives points in some line, so none is out of reach."""
    hit = {line.row for line in LINES if line.points}
    assert set(table_of(track).rows) - hit == set()


@pytest.mark.parametrize(
    ("track", "rows"),
    [("iot.senior", 101), ("rob.senior", 93), ("ii.senior", 127), ("sm.senior", 94)],
)
def test_as_many_rows_as_are_printed(track: str, rows: int) -> None:
    """The tables have the rows of the print; the spread on the network is one there, with a factor for the wider."""
    assert len(table_of(track).rows) == rows


@pytest.mark.parametrize("track", TRACKS.values())
def test_the_maxima_of_the_categories_make_the_total(track: str) -> None:
    """The categories add up to the total, so nothing is ever lost to it; the search for the best relies on that."""
    table = table_of(track)
    whole = table.boxes[table.id]
    assert whole.maximum == sum(table.boxes[part].maximum or 0 for part in whole.parts) == 100


@pytest.mark.parametrize("track", TRACKS.values())
def test_every_doubtful_cell_names_its_extremes(track: str) -> None:
    """Each reading of a doubtful cell says which of its options gives least and which most."""
    table = table_of(track)
    for reading in table.readings():
        options = {option.id for option in table.book.readings[reading].options}
        assert {table.least[reading], table.most[reading]} <= options
        assert table.least[reading] != table.most[reading]
