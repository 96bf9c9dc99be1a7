"""Path matrices as one page of HTML: a table for each candidate, and every track behind a line that unfolds."""

from collections.abc import Iterator, Mapping, Sequence

from reasoner.errors import Language
from reasoner.model.assessment import Assessment
from reasoner.report.html import contents_of, page_of_candidates
from reasoner.report.html_section import AssessmentSection
from reasoner.report.markup import BLANK, NOTHING, Html, bullets, join, row, tag, text
from reasoner.report.track_matrix import SHORTFALLS, Line, Row, TrackMatrix
from reasoner.report.words import HEADINGS, MARKS, STATUS_OF
from reasoner.rule_book import RuleBook


def matrices_as_html(
    found: Sequence[Sequence[Assessment]],
    books: Mapping[str, RuleBook],
    language: Language,
    pages: str | None = None,
) -> str:
    """Return a page with the matrix of each candidate, and a table of contents for several.

    *pages* is the address of the rule book's pages.
    """
    candidates = [
        _Candidate(f"c{number}", TrackMatrix(of_candidate, books, language, pages))
        for number, of_candidate in enumerate(found, start=1)
    ]
    contents = NOTHING
    if len(candidates) > 1:
        heads = ["", *(one.track for one in found[0])]
        contents = contents_of(heads, [one.row_of_contents() for one in candidates], language)
    names = [one.matrix.name for one in candidates]
    return page_of_candidates(names, contents, [one.section() for one in candidates], language)


class _Candidate:
    """The section of one candidate."""

    def __init__(self, anchor: str, matrix: TrackMatrix) -> None:
        self._anchor = anchor
        self.matrix = matrix
        self._words = matrix.words[0]

    def row_of_contents(self) -> Html:
        """Return the row of the table of contents: the verdict on each track."""
        verdicts = (self._marked(STATUS_OF[one.verdict], "") for one in self.matrix.found)
        return row(tag("a", text(self.matrix.name), href=f"#{self._anchor}"), *verdicts)

    def section(self) -> Html:
        """Return the matrix, what is lacking, and the tracks."""
        matrix, words = self.matrix, self._words
        tracks = (
            AssessmentSection(self._of_track(place), one, words).folded()
            for place, (one, words) in enumerate(zip(matrix.found, matrix.words, strict=True))
        )
        return tag(
            "section",
            tag("h2", text(matrix.name)),
            tag("h3", text(words.say(HEADINGS["matrix"]))),
            self._table(),
            tag("p", text(matrix.legend), class_="legend"),
            *self._shortfalls(),
            tag("h3", text(words.say(HEADINGS["tree"]))),
            *tracks,
            class_="candidate",
            id=self._anchor,
        )

    def _of_track(self, place: int) -> str:
        return f"{self._anchor}-{self.matrix.found[place].track}"

    def _marked(self, status: str, told: str) -> Html:
        mark = tag(
            "span",
            text(MARKS[status]),
            class_=f"mark {status}",
            role="img",
            aria_label=self._words.status(status),
        )
        return join([mark, text(told)], " ") if told else mark

    def _table(self) -> Html:
        found = self.matrix.found
        heads = (
            tag(
                "th",
                tag("a", text(one.track), href=f"#{self._of_track(place)}"),
                BLANK,
                tag("small", text(self._words.say(one.track_label))),
                scope="col",
            )
            for place, one in enumerate(found)
        )
        head = tag("thead", tag("tr", tag("td"), *heads))
        rows = tag("tbody", *map(self._row, self.matrix.rows()))
        return tag("div", tag("table", head, rows, class_="tracks"), class_="wide")

    def _row(self, shown: Row) -> Html:
        heading = tag(
            "th", text(shown.heading), scope="row", class_="inner" if shown.inner else None
        )
        cells = (tag("td", *self._lines(place, told)) for place, told in enumerate(shown.cells))
        return tag("tr", heading, *cells)

    def _lines(self, place: int, lines: Sequence[Line]) -> Iterator[Html]:
        for line in lines:
            told = self._marked(line.status, line.told) if line.status else text(line.told)
            if line.clause is not None:
                told = tag("a", told, href=f"#{self._of_track(place)}-{line.clause}")
            yield tag("div", told, class_="minor" if line.minor else None)

    def _shortfalls(self) -> Iterator[Html]:
        words = self._words
        lacking = [self.matrix.shortfalls(place) for place in range(len(self.matrix.found))]
        if any(lacking):
            yield tag("h3", text(words.say(SHORTFALLS)))
        for place, shortfalls in enumerate(lacking):
            if not shortfalls:
                continue
            one = self.matrix.found[place]
            yield tag("h4", text(f"{one.track} {words.say(one.track_label)}"))
            yield bullets(
                join(
                    [
                        tag(
                            "a",
                            self._marked("unmet", shortfall.told),
                            href=f"#{self._of_track(place)}-{shortfall.clause}",
                        ),
                        tag("p", text(words.pick("最近：", "nearest: ") + shortfall.nearest)),
                    ]
                )
                for shortfall in shortfalls
            )
