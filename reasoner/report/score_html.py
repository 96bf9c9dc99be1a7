"""A score ledger as one page of HTML, laid out as the table is printed, with a bar for every maximum."""

from collections.abc import Iterator

from reasoner.errors import Language
from reasoner.model.amounts import points
from reasoner.model.score import Score, ScoreBox, ScoreEntry, ScoreRow
from reasoner.report.html_page import html_page
from reasoner.report.markup import NOTHING, Html, bullets, join, tag, text
from reasoner.report.score_text import lists_below
from reasoner.report.score_wording import ADVICE, BY_THE_DOSSIER, HEADINGS, ScoreWording
from reasoner.rule_book import RuleBook


def score_as_html(found: Score, book: RuleBook, language: Language) -> str:
    """Return *found* as a page."""
    words = ScoreWording(found, book, language)
    content = [
        tag("h1", text(words.say(HEADINGS["ledger"]))),
        tag("h2", text(words.title())),
        tag("p", tag("strong", text(words.total()))),
        bullets(text(line) for line in words.ranges()),
    ]
    if found.basis == "dossier":
        content.append(tag("p", text(words.say(BY_THE_DOSSIER))))
    if found.categories:
        content += [_bars(words), _table(words)]
    for heading, lines in lists_below(words):
        content += [
            tag("h3", text(words.say(HEADINGS[heading]))),
            bullets(text(line.strip()) for line in lines),
        ]
    content.append(tag("p", text(words.say(ADVICE)), class_="advice"))
    return html_page(words.title(), tag("main", *content), language)


def _bars(words: ScoreWording) -> Html:
    """Return a bar for each category."""
    return tag(
        "ul",
        *(
            tag("li", tag("span", text(words.box(box)), class_="counted"), _bar(box))
            for box in words.found.categories
        ),
        class_="bars",
    )


def _bar(box: ScoreBox) -> Html:
    """Return how full a box is; of one without a maximum there is nothing to show."""
    if not box.maximum:
        return NOTHING
    told = f"{points(box.points)} / {points(box.maximum)}"
    return tag(
        "meter",
        text(told),
        min="0",
        max=str(box.maximum),
        value=str(box.points),
        title=told,
    )


def _table(words: ScoreWording) -> Html:
    pick = words.pick
    heads = (
        pick("评价指标", "Category"),
        pick("一级指标", "Group"),
        pick("二、三级指标", "Block"),
        pick("档次", "Row"),
        pick("计分", "Worth"),
        pick("得分依据", "What it rests on"),
    )
    names = (tag("th", text(head), scope="col") for head in heads)
    return tag(
        "table",
        tag("thead", tag("tr", *names)),
        *(tag("tbody", *_lines(category, words)) for category in words.found.categories),
        class_="ledger",
    )


def _lines(category: ScoreBox, words: ScoreWording) -> Iterator[Html]:
    """Yield the lines of a category; a box has its cell in the first of its lines."""
    pending: list[Html] = [_head(category, _height(category), words)]
    for group in category.parts:
        pending.append(_head(group, _height(group), words))
        for block in group.parts:
            pending.append(_head(block, len(block.rows), words))
            for row in block.rows:
                yield tag("tr", *pending, *_cells(row, words), id=row.id)
                pending = []


def _height(box: ScoreBox) -> int:
    return len(box.rows) + sum(map(_height, box.parts))


def _head(box: ScoreBox, height: int, words: ScoreWording) -> Html:
    return tag(
        "th",
        text(words.box(box)),
        _bar(box),
        scope="rowgroup",
        rowspan=str(height),
    )


def _cells(row: ScoreRow, words: ScoreWording) -> Iterator[Html]:
    yield tag("td", text(words.say(row.label) + words.doubts(row.doubtful)))
    yield tag("td", text(points(row.worth) + (" × r" if row.by_rank else "")))
    yield tag(
        "td", bullets(_entry(entry, words) for entry in row.entries) if row.entries else NOTHING
    )


def _entry(entry: ScoreEntry, words: ScoreWording) -> Html:
    told = tag(
        "span", text(words.entry(entry)), class_="counted" if entry.fate == "counted" else "dropped"
    )
    why = [text(words.why(test)) for test in entry.tests]
    if not why:
        return told
    summary = tag("summary", told)
    return tag("details", summary, join(why, words.pick("；", "; ")))
