"""An assessment for the terminal: the verdict, what hangs, and the tree with what failed and by how much."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text as Line
from rich.tree import Tree

from reasoner.errors import Language
from reasoner.model.assessment import Assessment, ClauseAnswer, Evidence, Node
from reasoner.report.material_list import NOT_ASKED_FOR, material_rows
from reasoner.report.nodes import determinations, is_of_interest
from reasoner.report.wording import Wording
from reasoner.report.words import ADVICE, DECLARED, HEADINGS, MARKS, NO_SUCH_RECORD
from reasoner.rule_book import RuleBook

_COLOURS = {"√": "green", "×": "red", "？": "yellow"}
_NEAREST = 3
_UNFOLDED_WIDTH = 10_000


def print_assessment(
    assessment: Assessment,
    book: RuleBook,
    console: Console,
    language: Language,
    *,
    full: bool = False,
) -> None:
    """Print *assessment*; settled branches fold unless *full*."""
    wording = Wording(assessment, book, language)
    for line in _head(assessment, wording):
        console.print(line)
    console.print(_tree(assessment.tree, wording, full=full))
    for node in assessment.beside:
        console.print(_beside(node, assessment.consequences, wording))
        if full or node.status == "met":
            console.print(_tree(node, wording, full=full))
    for line in (*_materials(assessment, wording), *_foot(assessment, wording)):
        console.print(line)


def print_clause(
    answer: ClauseAnswer, book: RuleBook, console: Console, language: Language
) -> None:
    """Print one clause in depth: every record, every test, what hangs, which readings matter."""
    wording = Wording(answer, book, language)
    console.print(Line(f"{wording.candidate()}  {answer.track}"))
    if answer.classifications:
        console.print(Line(wording.clause(answer.clause.id)))
        for found in answer.classifications:
            console.print(
                Line(
                    f"  {wording.record(found.record)}{wording.pick('：', ': ')}{wording.classification(found)}"
                )
            )
        return
    console.print(_tree(answer.clause, wording, full=True))
    for line in (*_hanging(wording), *_readings(wording)):
        console.print(line)


class _Terminal(Console):
    """A console that leaves it to the program what to do when the reader has gone."""

    def on_broken_pipe(self) -> None:
        """Pass on what rich would turn into the exit code of a finding."""
        raise BrokenPipeError


def terminal(*, is_terminal: bool) -> Console:
    """Return a console on standard output; without a terminal nothing is wrapped or coloured."""
    width = None if is_terminal else _UNFOLDED_WIDTH
    return _Terminal(highlight=False, markup=False, emoji=False, width=width)


def coloured_mark(status: str) -> Line:
    """Return √, × or ？ in its colour."""
    mark = MARKS[status]
    return Line(mark, f"bold {_COLOURS[mark]}")


def _marked(status: str, text: str, style: str = "") -> Line:
    return Line.assemble(coloured_mark(status), " ", (text, style))


def _head(found: Assessment, wording: Wording) -> Iterator[Line]:
    pick = wording.pick
    track = wording.say(found.track_label) + wording.bracketed(found.track)
    yield Line(f"{wording.candidate()}  {track}")
    yield Line.assemble(
        pick("结论：", "Verdict: "),
        _marked(found.tree.status, wording.verdict(found.verdict), "bold"),
    )
    yield Line("")
    yield Line(pick("申报路径", "Routes"))
    for route in found.routes:
        if route.status != "unmet" or route.declared:
            declared = wording.bracketed(wording.say(DECLARED)) if route.declared else ""
            yield Line("  ") + _marked(
                route.status, f"{route.cite} {wording.say(route.label)}{declared}"
            )
    if all(route.status == "unmet" and not route.declared for route in found.routes):
        yield Line("  ") + _marked("unmet", pick("没有一条成立", "none holds"))
    yield Line(
        pick(
            f"面试答辩：{wording.duty(found.interview.duty)}",
            f"Interview: {wording.duty(found.interview.duty)}",
        )
    )
    if found.self_score is not None:
        yield Line(wording.self_score(found.self_score))
    for parameter in found.open_parameters:
        yield Line(
            wording.parameter(parameter) + wording.bracketed(wording.cites((parameter.clause,)))
        )
    yield from _hanging(wording)
    yield Line("")


def _hanging(wording: Wording) -> Iterator[Line]:
    found, pick = wording.answer, wording.pick
    if found.missing_facts:
        yield Line(pick("待补事实", "Facts that are not told"))
        for missing in found.missing_facts:
            yield Line(
                f"  ？ {wording.missing(missing)}"
                + wording.bracketed(wording.cites(missing.clauses))
            )
    if found.awaited_determinations:
        yield Line(pick("待认定事项", "Determinations that are not given"))
        for awaited in found.awaited_determinations:
            yield Line(
                f"  ？ {wording.awaited(awaited)}"
                + wording.bracketed(wording.cites(awaited.clauses))
            )


def _materials(found: Assessment, wording: Wording) -> Iterator[Line]:
    """Yield the list of materials: each item, and those of its pieces that are asked for and are not all there."""
    if found.materials:
        yield Line("")
        yield Line(wording.say(HEADINGS["materials"]))
    for shown in material_rows(found.materials, wording):
        if shown.is_piece and not shown.lacking:
            continue
        line = Line("      " if shown.is_piece else "  ")
        line.append(shown.mark, f"bold {_COLOURS.get(shown.mark, 'dim')}")
        line.append(f" {shown.name}" if shown.is_piece else f" {shown.cite} {shown.name}")
        told = [shown.applies] if shown.mark == NOT_ASKED_FOR else [shown.applies, shown.present]
        line.append(wording.pick("：", ": ") + wording.listed(told))
        line.append(wording.bracketed(shown.lacking) if shown.lacking else "", "dim")
        yield line


def _beside(node: Node, consequences: tuple[str, ...], wording: Wording) -> Line:
    """Return what is found beside the conditions; there, met is the bad news."""
    line = Line(
        f"{node.cite} {wording.say(node.label)}{wording.pick('：', ': ')}{wording.found(node)}"
    )
    for consequence in consequences:
        line.append(f"\n  {wording.clause(consequence)}")
    return line


def _foot(found: Assessment, wording: Wording) -> Iterator[Line]:
    pick = wording.pick
    yield Line("")
    if found.shared_records:
        yield Line(pick("一项成果用于多处", "Records counted by several items"))
        for shared in found.shared_records:
            yield Line(
                f"  {wording.record(shared.record)}"
                + wording.bracketed(wording.cites(shared.clauses))
            )
    if found.contradictions:
        yield Line(pick("前后不一致（以定义为准）", "Contradictions (the definition counts)"))
        for contradiction in found.contradictions:
            yield Line(f"  {wording.contradiction(contradiction)}")
    yield Line(wording.distinct(found.distinct_achievements))
    yield from _readings(wording)
    yield Line(pick("参数：", "Notice: ") + wording.notice(found.notice))
    yield Line(pick("规则：", "Rules: ") + wording.rule_set(found.rule_set))
    yield Line(wording.say(ADVICE))


def _readings(wording: Wording) -> Iterator[Line]:
    found, pick = wording.answer, wording.pick
    if found.readings_that_matter:
        yield Line(
            pick(
                "起作用的读法（另一读法会改变结果）",
                "Readings that matter (a rival would change something)",
            )
        )
    for reading in found.readings_that_matter:
        yield Line(f"  {reading.id} {reading.cite} {wording.say(reading.question)}")
        yield Line(
            pick("    采用：", "    applied: ")
            + wording.say(reading.label)
            + wording.bracketed(reading.option)
        )
        for rival in reading.rivals:
            yield Line(pick("    另读：", "    rival: ") + wording.rival(rival))


def _tree(node: Node, wording: Wording, *, full: bool) -> Tree:
    tree = Tree(_clause(node, wording, full=full), guide_style="dim")
    _grow(tree, node, wording, full=full)
    return tree


def _clause(node: Node, wording: Wording, *, full: bool) -> Line:
    line = _marked(node.status, f"{node.cite} {wording.say(node.label)}")
    needs = wording.needs(node)
    if needs:
        line.append(wording.bracketed(needs))
    if node.form == "counts" and node.status == "unmet" and not node.evidence:
        line.append(wording.bracketed(wording.say(NO_SUCH_RECORD)))
    if not full and node.status == "met":
        counted = wording.counted(node, _NEAREST)
        line.append(f"  ← {counted}" if counted else "", "dim")
    line.append(f"  {node.id}", "dim")
    return line


def _grow(
    tree: Tree, node: Node, wording: Wording, *, full: bool, above: str | None = None
) -> None:
    if node.words is not None and node.words != above:
        tree.add(Line(node.words, "italic dim"))
    if not full and node.status == "met" and (not node.parts or determinations(node)):
        return
    if node.determination is not None:
        tree.add(Line(wording.determination(node.determination)))
    passed = [one for one in node.evidence if one.status == "passed"]
    rest = wording.near_misses(node)
    shown = [*rest, *passed] if full else rest[:_NEAREST]
    for one in shown:
        _add_evidence(tree, one, wording, full=full)
    hidden = len(rest) - _NEAREST
    if not full and hidden > 0:
        tree.add(Line(wording.pick(f"另有 {hidden} 条", f"{hidden} more"), "dim"))
    for part in node.parts:
        if full or is_of_interest(node, part):
            _grow(
                tree.add(_clause(part, wording, full=full)),
                part,
                wording,
                full=full,
                above=node.words,
            )


def _add_evidence(tree: Tree, one: Evidence, wording: Wording, *, full: bool) -> None:
    branch = tree.add(_marked(one.status, wording.record(one.record)))
    for test in one.tests:
        if full or test.status != "passed":
            line = _marked(test.status, wording.test(test))
            if test.source:
                line.append(f"  {wording.cite(test.source)}", "dim")
            awaits = wording.awaits(test)
            if awaits:
                line.append(wording.bracketed(awaits))
            branch.add(line)
