"""Everything that a page of HTML says of one candidate on one track."""

from collections.abc import Iterator

from reasoner.model.assessment import Assessment, Awaited, Node, RivalReading
from reasoner.report.clause_tree import ClauseTree
from reasoner.report.markup import (
    BLANK,
    NOTHING,
    Html,
    bullets,
    join,
    pairs,
    row,
    table,
    tag,
    text,
)
from reasoner.report.material_list import COLUMNS, material_rows
from reasoner.report.nodes import below
from reasoner.report.wording import Wording
from reasoner.report.words import ADVICE, DECLARED, HEADINGS, LEGEND, STATUS_OF


class AssessmentSection:
    """The section of one assessment; *anchor* is its own, and begins those of its clauses."""

    def __init__(self, anchor: str, found: Assessment, wording: Wording) -> None:
        """Take the answer and the words to tell it in."""
        self._anchor = anchor
        self._found = found
        self._words = wording
        self._tree = ClauseTree(found, wording, anchor)
        self.name = wording.candidate()

    def row_of_contents(self) -> Html:
        """Return the row of the table of contents."""
        found, words = self._found, self._words
        routes = [route.cite for route in found.routes if route.status == "met"]
        return row(
            tag("a", text(self.name), href=f"#{self._anchor}"),
            self._tree.marked(STATUS_OF[found.verdict], words.verdict(found.verdict)),
            text(words.listed(routes) or "–"),
            text(str(len(found.missing_facts))),
            text(str(sum(len(awaited.clauses) for awaited in found.awaited_determinations))),
        )

    def section(self) -> Html:
        """Return everything that is said, under the name of the candidate."""
        name = tag("h2", text(self.name), BLANK, tag("small", text(self._track())))
        return tag("section", name, *self._content(), class_="candidate", id=self._anchor)

    def folded(self) -> Html:
        """Return everything that is said, behind a line with the track and the verdict."""
        words, status = self._words, STATUS_OF[self._found.verdict]
        verdict = self._track() + words.pick("：", ": ") + words.verdict(self._found.verdict)
        summary = tag("summary", self._tree.marked(status, verdict))
        return tag("details", summary, *self._content(), class_="track", id=self._anchor)

    def _track(self) -> str:
        return self._words.say(self._found.track_label) + self._words.bracketed(self._found.track)

    def _content(self) -> Iterator[Html]:
        yield from self._head()
        yield from self._matrix()
        yield from self._hanging()
        yield self._heading("tree")
        yield self._tree.tree(self._found.tree, opened=True)
        yield from self._beside()
        yield from self._materials()
        yield from self._achievements()
        yield from self._readings()
        yield from self._classes()
        yield from self._basis()

    def _heading(self, heading: str) -> Html:
        return tag("h3", text(self._words.say(HEADINGS[heading])))

    def _head(self) -> Iterator[Html]:
        """Yield verdict, declared route, interview and parameters that are not set."""
        found, words = self._found, self._words
        status = STATUS_OF[found.verdict]
        verdict = words.pick("结论：", "Verdict: ") + words.verdict(found.verdict)
        yield tag("p", self._tree.marked(status, verdict), class_=f"verdict {status}")
        declared = [
            self._tree.link(route.clause, words.say(route.label))
            for route in found.routes
            if route.declared
        ]
        facts = [
            (
                words.say(HEADINGS["declared"]),
                join(declared) or text(words.pick("未写明", "not told")),
            ),
            (words.pick("面试答辩", "Interview"), self._interview()),
        ]
        if found.self_score is not None:
            told = text(words.self_score(found.self_score))
            facts.append((words.pick("自评分", "Self-score"), told))
        facts.extend(
            (
                words.pick("未定参数", "Open parameter"),
                join([text(words.parameter(one)), self._tree.links([one.clause])], " "),
            )
            for one in found.open_parameters
        )
        yield pairs(facts, class_="facts")

    def _interview(self) -> Html:
        """Return whether there is an interview; where that depends on the route, on which."""
        words, interview = self._words, self._found.interview
        duty = text(words.duty(interview.duty))
        if interview.duty != "depends_on_route":
            return duty
        reasons = (
            join(
                [
                    self._tree.link(one.route),
                    text(words.pick("：", ": ") + words.duty(one.duty)),
                    text(words.bracketed(words.cite(one.clause))),
                ]
            )
            for one in interview.reasons
        )
        return join([duty, bullets(reasons)])

    def _matrix(self) -> Iterator[Html]:
        """Yield the path matrix: routes by article, the articles, items of which some suffice."""
        words, tree = self._words, self._found.tree
        routes = {route.clause for route in self._found.routes}
        yield self._heading("matrix")
        yield tag("p", text(words.say(LEGEND)), class_="legend")
        for node in below(tree):
            if any(part.id in routes for part in node.parts):
                yield self._row_of_matrix(node, f"{node.cite} {words.say(node.label)}")
        yield self._row_of_matrix(tree, words.say(HEADINGS["articles"]))
        for article in tree.parts:
            if article.form == "at_least":
                yield self._row_of_matrix(article, f"{article.cite} {words.say(article.label)}")

    def _row_of_matrix(self, node: Node, title: str) -> Html:
        tally = tag("small", text(self._words.tally(node)))
        heading = tag("h4", join([self._tree.marked(node.status, title), tally], " "))
        return join([heading, tag("ul", *map(self._cell, node.parts), class_="matrix")])

    def _cell(self, node: Node) -> Html:
        words = self._words
        declared = any(route.declared and route.clause == node.id for route in self._found.routes)
        content = [
            self._tree.mark(node.status),
            self._tree.cite(node.cite),
            tag("span", text(words.tally(node)), class_="tally"),
            tag("span", text(words.say(node.label)), class_="label"),
            tag("span", text(words.say(DECLARED)), class_="declared") if declared else NOTHING,
        ]
        link = tag("a", join(content, " "), href=self._tree.href(node.id))
        return tag("li", link, class_=f"cell {node.status}")

    def _hanging(self) -> Iterator[Html]:
        """Yield what the verdict hangs on, and what the applicant may have to mend."""
        found, words, tree = self._found, self._words, self._tree
        if found.missing_facts:
            yield self._heading("missing")
            yield bullets(
                join([tree.marked("open", words.missing(one)), tree.links(one.clauses)], " ")
                for one in found.missing_facts
            )
        if found.awaited_determinations:
            yield self._heading("awaited")
            yield bullets(map(self._awaited, found.awaited_determinations))
        if found.contradictions:
            yield self._heading("contradictions")
            yield bullets(text(words.contradiction(one)) for one in found.contradictions)

    def _awaited(self, awaited: Awaited) -> Html:
        """Return what someone must decide; of clauses, what each of them asks."""
        told = self._tree.marked("open", self._words.awaited(awaited))
        if awaited.record is not None:
            return join([told, self._tree.links(awaited.clauses)], " ")
        nodes = (self._tree.nodes[clause] for clause in awaited.clauses)
        asked = (self._tree.link(node.id, self._words.say(node.label)) for node in nodes)
        return join([told, bullets(asked)])

    def _beside(self) -> Iterator[Html]:
        """Yield what is found beside the conditions; there, met is the bad news."""
        found, words = self._found, self._words
        if found.beside:
            yield self._heading("beside")
        for node in found.beside:
            label = text(words.say(node.label) + words.pick("：", ": "))
            result = tag("strong", text(words.found(node)))
            yield tag("p", self._tree.cite(node.cite), BLANK, label, result)
            if node.status == "met":
                yield bullets(text(words.clause(one)) for one in found.consequences)
            if node.status != "unmet":
                yield tag("div", *self._tree.inside(node, opened=True), class_="beside")

    def _materials(self) -> Iterator[Html]:
        """Yield the list of materials: what is asked for, and what is there."""
        words = self._words
        if not self._found.materials:
            return
        rows = (
            row(
                text(shown.name if shown.is_piece else f"{shown.cite} {shown.name}"),
                text(shown.applies),
                text(shown.there(words)),
            )
            for shown in material_rows(self._found.materials, words)
        )
        yield self._heading("materials")
        yield table([words.say(column) for column in COLUMNS], [tag("tbody", *rows)])

    def _achievements(self) -> Iterator[Html]:
        found, words = self._found, self._words
        yield self._heading("achievements")
        yield tag("p", text(words.distinct(found.distinct_achievements)))
        if found.shared_records:
            yield tag("h4", text(words.say(HEADINGS["shared"])))
            yield bullets(
                join([text(words.record(one.record)), self._tree.links(one.clauses)], " ")
                for one in found.shared_records
            )

    def _readings(self) -> Iterator[Html]:
        words = self._words
        if self._found.readings_that_matter:
            yield self._heading("readings")
        for reading in self._found.readings_that_matter:
            question = text(words.say(reading.question))
            pieces = [tag("code", text(reading.id)), self._tree.cite(reading.cite), question]
            yield tag("h4", join(pieces, " "))
            applied = text(words.say(reading.label) + words.bracketed(reading.option))
            rivals = [(words.pick("另读", "Rival"), self._rival(rival)) for rival in reading.rivals]
            yield pairs([(words.pick("采用", "Applied"), applied), *rivals])

    def _rival(self, rival: RivalReading) -> Html:
        """Return all that a rival reading would change: clauses, interview, open parameters."""
        words = self._words
        name = words.say(rival.label) + words.bracketed(rival.option) + words.pick("：", ": ")
        changes = [
            join(
                [
                    self._tree.link(one.clause),
                    tag("code", text(one.clause)),
                    text(f"{words.status(one.status)}→{words.status(one.under_rival)}"),
                ],
                " ",
            )
            for one in rival.changes
        ]
        if rival.interview is not None:
            changes.append(text(words.duty(rival.interview)))
        changes.extend(text(words.parameter(one)) for one in rival.open_parameters)
        verdict = tag("strong", text(words.verdict(rival.verdict)))
        return join([text(name), verdict, bullets(changes)])

    def _classes(self) -> Iterator[Html]:
        words = self._words
        if not self._found.classifications:
            return
        rows = (
            row(
                text(words.record(one.record)),
                text(words.table(one.table)),
                text(words.classification(one)),
            )
            for one in self._found.classifications
        )
        yield self._heading("classes")
        yield table(
            words.pick("记录 分类表 类别", "Record Table Class").split(), [tag("tbody", *rows)]
        )

    def _basis(self) -> Iterator[Html]:
        words, found = self._words, self._found
        yield self._heading("basis")
        yield pairs(
            [
                (words.pick("参数", "Notice"), text(words.notice(found.notice))),
                (words.pick("参数来源", "Its basis"), text(found.notice.basis)),
                (words.pick("规则", "Rules"), text(words.rule_set(found.rule_set))),
            ]
        )
        yield tag("p", text(words.say(ADVICE)), class_="advice")
