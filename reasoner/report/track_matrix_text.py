"""The path matrix for the terminal: one screen, and where to look further."""

from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text as Line

from reasoner.errors import Language
from reasoner.model.assessment import Assessment
from reasoner.report.text import coloured_mark, print_assessment
from reasoner.report.track_matrix import DETAILS, FOLDED_LEGEND, SHORTFALLS, Row, TrackMatrix
from reasoner.report.track_matrix import Line as Told
from reasoner.report.words import ADVICE
from reasoner.rule_book import RuleBook

_GAP = 2
_MARK = 2  # the widest mark takes two cells, so all do
_INDENT = "  "


def print_matrices(
    found: Sequence[Sequence[Assessment]],
    books: Mapping[str, RuleBook],
    console: Console,
    language: Language,
    *,
    full: bool = False,
) -> None:
    """Print the matrix of each candidate; if *full*, also every track, unfolded."""
    for number, of_candidate in enumerate(found):
        matrix = TrackMatrix(of_candidate, books, language)
        if number:
            console.print()
        for line in (Line(matrix.name), Line(""), *_grid(matrix, console.width), *_foot(matrix)):
            console.print(line)
        for one in of_candidate if full else ():
            console.print()
            print_assessment(one, books[one.track], console, language, full=True)


def _grid(matrix: TrackMatrix, width: int) -> Iterator[Line]:
    """Yield the lines of the matrix, in as many blocks of tracks as *width* makes necessary."""
    rows = list(matrix.rows())
    heads = [_INDENT * row.inner + row.heading for row in rows]
    margin = max(map(cell_len, heads)) + _GAP
    tracks = [one.track for one in matrix.found]
    widths = [
        max([cell_len(track), *(_width(told) for row in rows for told in _shown(row, place))])
        + _GAP
        for place, track in enumerate(tracks)
    ]
    for places in _blocks(widths, width - margin):
        yield Line(" " * margin) + _joined(
            [Line(tracks[place]) for place in places], places, widths
        )
        for row, head in zip(rows, heads, strict=True):
            for number in range(max(len(_shown(row, place)) for place in places)):
                name = head if number == 0 else ""
                cells = [_cell(row, place, number) for place in places]
                yield Line(_padded(name, margin)) + _joined(cells, places, widths)
        yield Line("")


def _blocks(widths: Sequence[int], room: int) -> Iterator[list[int]]:
    """Yield the places of the tracks that stand beside each other; at least one, however narrow the screen."""
    block: list[int] = []
    for place, width in enumerate(widths):
        if block and sum(widths[one] for one in block) + width - _GAP > room:
            yield block
            block = []
        block.append(place)
    yield block


def _joined(cells: Sequence[Line], places: Sequence[int], widths: Sequence[int]) -> Line:
    line = Line()
    for cell, place in zip(cells, places, strict=True):
        line.append(cell)
        line.append(" " * (widths[place] - cell.cell_len))
    line.rstrip()
    return line


def _shown(row: Row, place: int) -> list[Told]:
    return [told for told in row.cells[place] if not told.minor]


def _cell(row: Row, place: int, number: int) -> Line:
    shown = _shown(row, place)
    if number >= len(shown):
        return Line()
    told = shown[number]
    if told.status is None:
        return Line(told.told)
    mark = coloured_mark(told.status)
    return mark + Line(" " * (_MARK - mark.cell_len) + told.told)


def _width(told: Told) -> int:
    return cell_len(told.told) + (_MARK if told.status else 0)


def _padded(told: str, width: int) -> str:
    return told + " " * (width - cell_len(told))


def _foot(matrix: TrackMatrix) -> Iterator[Line]:
    """Yield the legend, what is lacking on each track, and where to look further."""
    words = matrix.words[0]
    yield Line(matrix.legend)
    yield Line(words.say(FOLDED_LEGEND))
    lacking = [(place, matrix.shortfalls(place)) for place in range(len(matrix.found))]
    if any(shortfalls for _, shortfalls in lacking):
        yield Line("")
        yield Line(words.say(SHORTFALLS))
    for place, shortfalls in lacking:
        if shortfalls:
            one = matrix.found[place]
            yield Line(f"  {one.track}  {words.say(one.track_label)}")
        for shortfall in shortfalls:
            yield Line("    ") + coloured_mark("unmet") + Line(f" {shortfall.told}")
            yield Line(f"      {words.pick('最近：', 'nearest: ')}{shortfall.nearest}", "dim")
    yield Line("")
    for notice in matrix.notices():
        yield Line(words.pick("参数：", "Notice: ") + notice)
    yield Line(words.say(DETAILS))
    yield Line(words.say(ADVICE))
