"""Path matrices as Markdown: a table for each candidate, and what keeps them out of which track."""

from collections.abc import Iterator, Mapping, Sequence

from reasoner.errors import Language
from reasoner.model.assessment import Assessment
from reasoner.report.markdown import marked, pipe_table, plain, report_on
from reasoner.report.track_matrix import DETAILS, SHORTFALLS, Line, TrackMatrix
from reasoner.report.words import ADVICE, HEADINGS, MARKS
from reasoner.rule_book import RuleBook


def matrices_as_markdown(
    found: Sequence[Sequence[Assessment]],
    books: Mapping[str, RuleBook],
    language: Language,
    pages: str | None = None,
    *,
    full: bool = False,
) -> str:
    """Return the matrix of each candidate; if *full*, also the report on every track.

    *pages* is the address of the rule book's pages.
    """
    parts = []
    for of_candidate in found:
        matrix = TrackMatrix(of_candidate, books, language, pages)
        parts.append("\n".join(_matrix(matrix)))
        if full:
            parts += [
                "\n".join(report_on(one, words))
                for one, words in zip(matrix.found, matrix.words, strict=True)
            ]
    return "\n\n---\n\n".join(parts)


def _matrix(matrix: TrackMatrix) -> Iterator[str]:
    words = matrix.words[0]
    yield f"# {plain(matrix.name)} {words.say(HEADINGS['matrix'])}"
    yield ""
    yield from pipe_table(
        ["", *(plain(one.track) for one in matrix.found)],
        (
            [
                ("　" if row.inner else "") + plain(row.heading),
                *(_cell(lines, words.pick("；", "; ")) for lines in row.cells),
            ]
            for row in matrix.rows()
        ),
    )
    yield ""
    yield plain(matrix.legend)
    for place, one in enumerate(matrix.found):
        shortfalls = matrix.shortfalls(place)
        if shortfalls:
            yield ""
            title = f"{one.track} {words.say(one.track_label)}"
            yield f"## {words.say(SHORTFALLS)}{words.pick('：', ': ')}{plain(title)}"
            yield ""
        for shortfall in shortfalls:
            yield f"- {marked('unmet', shortfall.told)}"
            yield f"  - {words.pick('最近：', 'nearest: ')}{plain(shortfall.nearest)}"
    yield ""
    for notice in matrix.notices():
        yield f"- {words.pick('参数：', 'Notice: ')}{plain(notice)}"
    yield ""
    yield plain(words.say(DETAILS))
    yield ""
    yield plain(words.say(ADVICE))


def _cell(lines: Sequence[Line], between: str) -> str:
    told = (
        f"{MARKS[line.status]} {line.told}".rstrip() if line.status else line.told for line in lines
    )
    return plain(between.join(told))
