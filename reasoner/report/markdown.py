"""Assessments as Markdown: a report that an office can paste into its own papers."""

import re
from collections.abc import Iterable, Iterator, Sequence

from reasoner.errors import Language
from reasoner.model.assessment import Assessment, Evidence, Node
from reasoner.report.material_list import COLUMNS, material_rows
from reasoner.report.nodes import below, determinations, is_of_interest
from reasoner.report.wording import Wording
from reasoner.report.words import (
    ADVICE,
    DECLARED,
    HEADINGS,
    LEGEND,
    MARKS,
    NO_SUCH_RECORD,
    STATUS_OF,
)
from reasoner.rule_book import RuleBook

_NEAREST = 3
_WITH_MEANING = re.compile(r"([\\`*_\[\]<>|~&$#])")
_BEGINS_A_BLOCK = re.compile(r"^(\s*\d*)([-+=.)])")
_INDENT = "  "


def assessments_as_markdown(
    assessments: Sequence[Assessment], book: RuleBook, language: Language, pages: str | None = None
) -> str:
    """Return a report on each assessment, one after the other; *pages* is the address of the rule book's pages."""
    reports = (
        "\n".join(report_on(found, Wording(found, book, language, pages))) for found in assessments
    )
    return "\n\n---\n\n".join(reports)


def plain(told: str) -> str:
    """Return *told* as one line in which nothing has a meaning in Markdown."""
    line = " ".join(told.split())
    return _BEGINS_A_BLOCK.sub(r"\1\\\2", _WITH_MEANING.sub(r"\\\1", line))


def marked(status: str, told: str) -> str:
    """Return *told* as `plain` does, behind the mark of *status*."""
    return f"{MARKS[status]} {plain(told)}"


def report_on(found: Assessment, words: Wording) -> Iterator[str]:
    """Yield the lines of the report on one assessment."""
    yield from _head(found, words)
    yield from _matrix(found, words)
    yield from _hanging(found, words)
    yield from _under("tree", words)
    yield from _tree(found.tree, words, 0)
    yield from _beside(found, words)
    yield from _materials(found, words)
    yield from _achievements(found, words)
    yield from _readings(found, words)
    yield from _classes(found, words)
    yield from _basis(found, words)


def _under(heading: str, words: Wording) -> Iterator[str]:
    yield from ("", f"## {words.say(HEADINGS[heading])}", "")


def _told(words: Wording, name: str, value: str) -> str:
    return f"- **{name}**{words.pick('：', ': ')}{value}"


def pipe_table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield the lines of a table with *heads* over its columns."""
    heads = list(heads)
    for cells in (heads, ["---"] * len(heads), *rows):
        yield f"| {' | '.join(cells)} |"


def _head(found: Assessment, words: Wording) -> Iterator[str]:
    track = words.say(found.track_label) + words.bracketed(found.track)
    yield f"# {plain(words.candidate())} {plain(track)}"
    yield ""
    verdict = marked(STATUS_OF[found.verdict], words.verdict(found.verdict))
    yield _told(words, words.pick("结论", "Verdict"), f"**{verdict}**")
    declared = [
        f"{route.cite} {words.say(route.label)}" for route in found.routes if route.declared
    ]
    route = words.listed(declared) or words.pick("未写明", "not told")
    yield _told(words, words.say(HEADINGS["declared"]), plain(route))
    duty = words.duty(found.interview.duty)
    yield _told(words, words.pick("面试答辩", "Interview"), plain(duty))
    if found.interview.duty == "depends_on_route":
        for reason in found.interview.reasons:
            told = f"{words.cite(reason.route)}{words.pick('：', ': ')}{words.duty(reason.duty)}"
            yield f"{_INDENT}- {plain(told + words.bracketed(words.cite(reason.clause)))}"
    if found.self_score is not None:
        yield _told(
            words, words.pick("自评分", "Self-score"), plain(words.self_score(found.self_score))
        )
    for parameter in found.open_parameters:
        told = words.parameter(parameter) + words.bracketed(words.cites([parameter.clause]))
        yield _told(words, words.pick("未定参数", "Open parameter"), plain(told))


def _matrix(found: Assessment, words: Wording) -> Iterator[str]:
    """Yield the path matrix: every route, every article, the items of which some suffice."""
    yield from _under("matrix", words)
    yield plain(words.say(LEGEND))
    yield ""
    nodes = {node.id: node for node in below(found.tree)}
    declared = {route.clause for route in found.routes if route.declared}
    routes = [nodes[route.clause] for route in found.routes]
    yield from _rows_of_matrix(words.say(HEADINGS["routes"]), routes, declared, words)
    yield ""
    yield from _rows_of_matrix(words.say(HEADINGS["articles"]), found.tree.parts, declared, words)
    for article in found.tree.parts:
        if article.form == "at_least":
            yield ""
            yield from _rows_of_matrix(article.cite, article.parts, declared, words)


def _rows_of_matrix(
    title: str, nodes: Iterable[Node], declared: set[str], words: Wording
) -> Iterator[str]:
    heads = (title, words.pick("结论", "Status"), "k/n", words.pick("内容", "What it asks"))
    yield from pipe_table(
        map(plain, heads),
        (
            (
                plain(node.cite),
                marked(node.status, words.status(node.status)),
                plain(words.tally(node)),
                plain(words.say(node.label))
                + (f" **{words.say(DECLARED)}**" if node.id in declared else ""),
            )
            for node in nodes
        ),
    )


def _hanging(found: Assessment, words: Wording) -> Iterator[str]:
    """Yield what the verdict hangs on, and what the applicant may have to mend."""
    if found.missing_facts:
        yield from _under("missing", words)
        for missing in found.missing_facts:
            told = words.missing(missing) + words.bracketed(words.cites(missing.clauses))
            yield f"- {marked('open', told)}"
    if found.awaited_determinations:
        yield from _under("awaited", words)
    for awaited in found.awaited_determinations:
        if awaited.record is None:
            yield f"- {marked('open', words.awaited(awaited))}"
            yield from (f"{_INDENT}- {plain(words.clause(one))}" for one in awaited.clauses)
        else:
            told = words.awaited(awaited) + words.bracketed(words.cites(awaited.clauses))
            yield f"- {marked('open', told)}"
    if found.contradictions:
        yield from _under("contradictions", words)
    yield from (f"- {plain(words.contradiction(one))}" for one in found.contradictions)


def _tree(node: Node, words: Wording, depth: int, above: str = "") -> Iterator[str]:
    """Yield a clause and what explains it; *above* are the words of the clause around it."""
    yield f"{_INDENT * depth}- {_line(node, words)}"
    inner = _INDENT * (depth + 1)
    if node.words and node.words != above:
        yield from (f"{inner}> {plain(line)}" for line in node.words.splitlines())
    if node.status == "met" and (not node.parts or determinations(node)):
        return
    if node.determination is not None:
        yield f"{inner}- {plain(words.determination(node.determination))}"
    rest = words.near_misses(node)
    for one in rest[:_NEAREST]:
        yield from _record(one, words, inner)
    if len(rest) > _NEAREST:
        hidden = len(rest) - _NEAREST
        yield f"{inner}- {words.pick(f'另有 {hidden} 条', f'{hidden} more')}"
    for part in node.parts:
        if is_of_interest(node, part):
            yield from _tree(part, words, depth + 1, node.words or "")


def _line(node: Node, words: Wording) -> str:
    told = f"{node.cite} {words.say(node.label)}"
    nothing = node.form == "counts" and node.status == "unmet" and not node.evidence
    needs = words.say(NO_SUCH_RECORD) if nothing else words.needs(node)
    if needs:
        told += words.bracketed(needs)
    counted = words.counted(node, _NEAREST) if node.status == "met" else ""
    if counted:
        told += f" ← {counted}"
    page = words.page_of(node.id)
    name = f"[`{node.id}`]({page})" if page else f"`{node.id}`"
    return f"{marked(node.status, told)} {name}"


def _record(one: Evidence, words: Wording, indent: str) -> Iterator[str]:
    """Yield a record that does not count and the tests that keep it from counting."""
    yield f"{indent}- {marked(one.status, words.record(one.record))}"
    for test in one.tests:
        if test.status != "passed":
            source = words.bracketed(words.cite(test.source)) if test.source else ""
            awaits = words.awaits(test)
            told = words.test(test) + source + (words.bracketed(awaits) if awaits else "")
            yield f"{indent}{_INDENT}- {marked(test.status, told)}"


def _materials(found: Assessment, words: Wording) -> Iterator[str]:
    """Yield the list of materials: what is asked for, and what is there."""
    if not found.materials:
        return
    yield from _under("materials", words)
    heads = [words.say(column) for column in COLUMNS]
    yield from pipe_table(
        heads,
        (
            (
                plain(shown.name if shown.is_piece else f"{shown.cite} {shown.name}"),
                plain(shown.applies),
                plain(shown.there(words)),
            )
            for shown in material_rows(found.materials, words)
        ),
    )


def _beside(found: Assessment, words: Wording) -> Iterator[str]:
    """Yield what is found beside the conditions; there, met is the bad news."""
    if found.beside:
        yield from _under("beside", words)
    for node in found.beside:
        name = plain(f"{node.cite} {words.say(node.label)}")
        yield f"- {name}{words.pick('：', ': ')}**{words.found(node)}**"
        if node.status == "met":
            yield from (f"{_INDENT}- {plain(words.clause(one))}" for one in found.consequences)
            for one in node.evidence:
                if one.status == "passed":
                    yield f"{_INDENT}- {plain(words.record(one.record))}"


def _achievements(found: Assessment, words: Wording) -> Iterator[str]:
    yield from _under("achievements", words)
    yield f"- {plain(words.distinct(found.distinct_achievements))}"
    for shared in found.shared_records:
        title = words.say(HEADINGS["shared"]) + words.pick("：", ": ")
        told = words.record(shared.record) + words.bracketed(words.cites(shared.clauses))
        yield f"- {plain(title + told)}"


def _readings(found: Assessment, words: Wording) -> Iterator[str]:
    if found.readings_that_matter:
        yield from _under("readings", words)
    for reading in found.readings_that_matter:
        yield f"- {plain(f'{reading.id} {reading.cite} {words.say(reading.question)}')}"
        applied = words.say(reading.label) + words.bracketed(reading.option)
        yield f"{_INDENT}- {plain(words.pick('采用：', 'applied: ') + applied)}"
        for rival in reading.rivals:
            yield f"{_INDENT}- {plain(words.pick('另读：', 'rival: ') + words.rival(rival))}"


def _classes(found: Assessment, words: Wording) -> Iterator[str]:
    if found.classifications:
        yield from _under("classes", words)
        yield from pipe_table(
            words.pick("记录 分类表 类别", "Record Table Class").split(),
            (
                map(
                    plain,
                    (words.record(one.record), words.table(one.table), words.classification(one)),
                )
                for one in found.classifications
            ),
        )


def _basis(found: Assessment, words: Wording) -> Iterator[str]:
    yield from _under("basis", words)
    yield _told(words, words.pick("参数", "Notice"), plain(words.notice(found.notice)))
    yield _told(words, words.pick("参数来源", "Its basis"), plain(found.notice.basis))
    yield _told(words, words.pick("规则", "Rules"), plain(words.rule_set(found.rule_set)))
    yield ""
    yield plain(words.say(ADVICE))
