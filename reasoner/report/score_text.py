"""A score ledger for the terminal and as Markdown."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text as Line
from rich.tree import Tree

from reasoner.errors import Language
from reasoner.model.amounts import points
from reasoner.model.score import Score, ScoreBox, ScoreRow
from reasoner.report.markdown import plain
from reasoner.report.score_wording import ADVICE, BY_THE_DOSSIER, HEADINGS, ScoreWording
from reasoner.rule_book import RuleBook


def print_score(
    found: Score, book: RuleBook, console: Console, language: Language, *, full: bool = False
) -> None:
    """Print *found*; boxes in which nothing lies are left out unless *full*."""
    words = ScoreWording(found, book, language)
    console.print(Line(words.title()))
    console.print(Line(words.total(), "bold"))
    for line in words.ranges():
        console.print(Line(f"  {line}"))
    if found.basis == "dossier":
        console.print(Line(words.say(BY_THE_DOSSIER)))
    console.print(Line(""))
    for category in found.categories:
        tree = Tree(Line(words.box(category), "bold"), guide_style="dim")
        _grow(tree, category, words, full=full)
        console.print(tree)
    for heading, lines in lists_below(words):
        console.print(Line(f"\n{words.say(HEADINGS[heading])}"))
        for line in lines:
            console.print(Line(f"  {line}"))
    console.print(Line(f"\n{words.say(ADVICE)}"))


def _grow(tree: Tree, box: ScoreBox, words: ScoreWording, *, full: bool) -> None:
    for part in box.parts:
        if full or part.sum or any(row.entries for row in _rows(part)):
            _grow(tree.add(Line(words.box(part))), part, words, full=full)
    for row in box.rows:
        if full or row.entries:
            branch = tree.add(Line.assemble(words.row(row), (f"  {row.id}", "dim")))
            for entry in row.entries:
                own = branch.add(Line(words.entry(entry), "" if entry.fate == "counted" else "dim"))
                if full:
                    for test in entry.tests:
                        own.add(Line(words.why(test), "dim"))


def _rows(box: ScoreBox) -> Iterator[ScoreRow]:
    yield from box.rows
    for part in box.parts:
        yield from _rows(part)


def lists_below(words: ScoreWording) -> Iterator[tuple[str, list[str]]]:
    """Yield the lists below the ledger that are not empty, each with its heading."""
    found = words.found
    lists = {
        "doubtful": [
            f"{'' if place == 0 else '  '}{line}"
            for cell in found.doubtful_cells
            for place, line in enumerate(words.doubtful(cell))
        ],
        "open": [words.open_record(one) for one in found.open_records],
        "additions": [words.addition(one) for one in found.additions],
        "full": list(words.full()),
        "without": [words.record(record) for record in found.without_points],
    }
    yield from ((heading, lines) for heading, lines in lists.items() if lines)


def score_as_markdown(found: Score, book: RuleBook, language: Language) -> str:
    """Return *found* as a report that an office can paste into its own papers."""
    return "\n".join(_markdown(ScoreWording(found, book, language)))


def _markdown(words: ScoreWording) -> Iterator[str]:
    found = words.found
    yield f"# {plain(words.title())}"
    yield ""
    yield f"**{plain(words.total())}**"
    yield ""
    for line in words.ranges():
        yield f"- {plain(line)}"
    if found.basis == "dossier":
        yield f"- {plain(words.say(BY_THE_DOSSIER))}"
    if found.categories:
        yield from ("", f"## {words.say(HEADINGS['ledger'])}", "")
        yield words.pick(
            "| 指标 | 得分 | 上限 | 超出不计 |", "| Indicator | Points | Maximum | Lost |"
        )
        yield "| --- | ---: | ---: | ---: |"
    for category in found.categories:
        yield from _table_rows(category, words, 0)
    for category in found.categories:
        yield from _entries(category, words)
    for heading, lines in lists_below(words):
        yield from ("", f"## {plain(words.say(HEADINGS[heading]))}", "")
        yield from (
            f"{'  ' if line.startswith('  ') else ''}- {plain(line.strip())}" for line in lines
        )
    yield from ("", plain(words.say(ADVICE)))


def _table_rows(box: ScoreBox, words: ScoreWording, depth: int) -> Iterator[str]:
    if not box.sum and depth:
        return
    name = f"{'　' * depth}{plain(words.say(box.label))}"
    maximum = "" if box.maximum is None else points(box.maximum)
    lost = points(box.lost) if box.lost else ""
    yield f"| {name} | {points(box.points)} | {maximum} | {lost} |"
    for part in box.parts:
        yield from _table_rows(part, words, depth + 1)


def _entries(category: ScoreBox, words: ScoreWording) -> Iterator[str]:
    rows = [row for row in _rows(category) if row.entries]
    if not rows:
        return
    yield from ("", f"### {plain(words.say(category.label))}", "")
    for row in rows:
        yield f"- {plain(words.row(row))} {plain(row.id)}"
        yield from (f"  - {plain(words.entry(entry))}" for entry in row.entries)
