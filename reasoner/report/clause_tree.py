"""The tree of an assessment in HTML: clauses that unfold, with the records and tests of each."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from reasoner.model.assessment import Assessment, Evidence, Node, TestResult
from reasoner.report.markup import BLANK, NOTHING, Html, join, table, tag, text
from reasoner.report.nearest import distance
from reasoner.report.nodes import below, is_of_interest
from reasoner.report.wording import Wording
from reasoner.report.words import MARKS, NO_SUCH_RECORD

_NEAREST = 3
_CLASSES = {"passed": "met", "failed": "unmet", "open": "undetermined"}


class ClauseTree:
    """Clauses of one candidate; *anchor* keeps their anchors apart from those of other candidates."""

    def __init__(self, found: Assessment, wording: Wording, anchor: str) -> None:
        """Take the answer and the words to tell it in."""
        self._found = found
        self._words = wording
        self._anchor = anchor
        self._anchored: set[str] = set()
        self._chinese = wording.pick("", "zh-CN") or None  # the language of what is not translated

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """Return the clauses that the page shows, by id."""
        found = [node for node in self._found.beside if node.status != "unmet"]
        return {node.id: node for top in (self._found.tree, *found) for node in below(top)}

    # Pieces that stand outside of the tree too ----------------------------------------------------

    def mark(self, status: str) -> Html:
        """Return √, × or ？, which says its meaning to those who listen to the page."""
        status = _CLASSES.get(status, status)
        return tag(
            "span",
            text(MARKS[status]),
            class_=f"mark {status}",
            role="img",
            aria_label=self._words.status(status),
        )

    def marked(self, status: str, told: str) -> Html:
        """Return *told* behind the mark of *status*."""
        return join([self.mark(status), text(told)], " ")

    def cite(self, cite: str) -> Html:
        """Return where a clause stands, which is Chinese in an English page too."""
        return tag("span", text(cite), class_="cite", lang=self._chinese)

    def href(self, clause: str) -> str:
        """Return the address of *clause* in the page."""
        return f"#{self._anchor}-{clause}"

    def link(self, clause: str, told: str = "") -> Html:
        """Return a link to *clause*, or plain text if the page does not show it."""
        shown = join([self.cite(self._words.cite(clause)), *([text(told)] if told else [])], " ")
        if clause not in self.nodes:
            return shown
        return tag("a", shown, href=self.href(clause), title=clause)

    def links(self, clauses: Sequence[str]) -> Html:
        """Return links to *clauses*, one for all that stand in the same place of the text."""
        first: dict[str, str] = {}
        for clause in clauses:
            first.setdefault(self._words.cite(clause), clause)
        found = [self.link(clause) for clause in first.values()]
        return tag("span", join(found, self._words.pick("、", ", ")), class_="links")

    # The tree itself ------------------------------------------------------------------------------

    def tree(self, node: Node, *, opened: bool, aside: bool = False, above: str = "") -> Html:
        """Return a clause and what is below it.

        Args:
            node: the clause.
            opened: whether it is unfolded at first.
            aside: whether it neither explains the status of the clause around it nor can change
                it; then paper shows its first line only.
            above: the official words of the clause around it, which are not repeated.
        """
        anchor = None if node.id in self._anchored else self.href(node.id).removeprefix("#")
        self._anchored.add(node.id)
        inside = join(self.inside(node, opened=opened, aside=aside, above=above))
        class_ = f"clause {node.status}{' aside' if aside else ''}"
        if not inside:
            return tag("div", self._line(node), class_=f"{class_} leaf", id=anchor)
        return tag(
            "details",
            tag("summary", self._line(node)),
            inside,
            class_=class_,
            id=anchor,
            open="" if opened else None,
        )

    def inside(
        self, node: Node, *, opened: bool, aside: bool = False, above: str = ""
    ) -> Iterator[Html]:
        """Yield what is below a clause: official words, determination, records, parts."""
        if node.words and node.words != above:
            lines = (tag("p", text(line)) for line in node.words.splitlines())
            yield tag("blockquote", *lines, lang=self._chinese)
        if node.determination is not None and node.status != "met":
            yield tag("p", text(self._words.determination(node.determination)))
        if node.evidence:
            yield self._evidence(node)
        telling = self._telling(node) if opened else ()
        for part in node.parts:
            yield self.tree(
                part,
                opened=part in telling,
                aside=aside or not is_of_interest(node, part),
                above=node.words or "",
            )

    def _line(self, node: Node) -> Html:
        words = self._words
        nothing = node.form == "counts" and node.status == "unmet" and not node.evidence
        tally = words.say(NO_SUCH_RECORD) if nothing else words.tally(node)
        counted = words.counted(node, _NEAREST) if node.status == "met" else ""
        pieces = [
            self.mark(node.status),
            self.cite(node.cite),
            tag("span", text(words.say(node.label)), class_="label"),
            tag("span", text(tally), class_="tally") if tally else NOTHING,
            tag("span", text(f"← {counted}"), class_="counted") if counted else NOTHING,
            self._name(node.id),
        ]
        return join((piece for piece in pieces if piece), BLANK)

    def _name(self, clause: str) -> Html:
        """Return the id of a clause, which leads to its place in the rule book if that is known."""
        page, name = self._words.page_of(clause), tag("code", text(clause), class_="id")
        return tag("a", name, href=page) if page else name

    def _telling(self, node: Node) -> Sequence[Node]:
        """Return the parts that are unfolded at first: why *node* is not met, or how it could be.

        Where some of the parts suffice, those are the ones on the route that the applicant
        declares, or those that can still hold, or the nearest to holding.
        """
        rest = [part for part in node.parts if part.status != "met"]
        if node.status == "met" or not rest:
            return node.parts if node.form == "negates" and node.status != "met" else ()
        if node.form in ("all_of", "negates"):
            return rest
        declared = {route.clause for route in self._found.routes if route.declared}
        chosen = [part for part in rest if declared & {inner.id for inner in below(part)}]
        hanging = [part for part in rest if part.status == "undetermined"]
        nearest = min(map(distance, rest))
        return chosen or hanging or [part for part in rest if distance(part) == nearest]

    def _evidence(self, node: Node) -> Html:
        """Return the records that the clause looked at, the telling ones first."""
        words = self._words
        passed = [one for one in node.evidence if one.status == "passed"]
        rest = words.near_misses(node)
        records = [*passed, *rest] if node.status == "met" else [*rest, *passed]
        heads = words.pick("记录 检验 材料所写 要求 出处", "Record Test Told Required Source")
        return table(heads.split(), map(self._record, records), class_="evidence")

    def _record(self, one: Evidence) -> Html:
        """Return the tests of a record in full if it counts, else those that keep it from counting."""
        shown = [test for test in one.tests if one.status == "passed" or test.status != "passed"]
        rows = [self._test(test) for test in shown]
        others = self._words.passed_tests(one)
        if len(shown) < len(one.tests):
            rows.append([tag("td", self.marked("passed", others), colspan="4", class_="others")])
        rows = rows or [[tag("td", colspan="4")]]
        record = tag(
            "th",
            self.marked(one.status, self._words.record(one.record)),
            scope="rowgroup",
            rowspan=str(len(rows)),
        )
        rows[0].insert(0, record)
        return tag("tbody", *(tag("tr", *cells) for cells in rows), class_=_CLASSES[one.status])

    def _test(self, test: TestResult) -> list[Html]:
        words = self._words
        awaits = words.awaits(test)
        actual = words.actual(test) + (words.bracketed(awaits) if awaits else "")
        return [
            tag("td", self.marked(test.status, words.attribute(test.attribute))),
            tag("td", text(actual), class_=_CLASSES[test.status]),
            tag("td", text(words.required(test))),
            tag("td", self.cite(words.cite(test.source)) if test.source else NOTHING),
        ]
