"""On what an undetermined verdict hangs: facts not told, determinations not given, parameters not set."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reasoner.answer import Status
from reasoner.evaluate import Evaluation
from reasoner.explain import Explainer, record_ref
from reasoner.facts import kinds_of_sections
from reasoner.model.assessment import (
    NOTICE,
    Awaited,
    Evidence,
    Missing,
    Node,
    OpenParameter,
    RecordRef,
    Verdict,
)
from reasoner.replay import replay

VERDICTS: dict[Status, Verdict] = {
    "met": "eligible",
    "unmet": "ineligible",
    "undetermined": "undetermined",
}
PARAMETERS = {"reaches": "threshold", "below": "threshold"}


@dataclass(frozen=True)
class Hanging:
    """What would settle the verdict."""

    missing: tuple[Missing, ...]
    awaited: tuple[Awaited, ...]
    parameters: tuple[OpenParameter, ...]


def hanging(evaluation: Evaluation, tree: Node) -> Hanging:
    """Return on what the status of *tree* hangs; nothing where it is settled."""
    return _Search(evaluation, tree).found(_undetermined(tree))


def open_below(evaluation: Evaluation, tree: Node) -> Hanging:
    """Return what is open in any clause below *tree* that is not met, even where *tree* does not hang on it."""
    return _Search(evaluation, tree).found(_not_met(tree))


def _not_met(node: Node) -> Iterator[Node]:
    """Yield the leaves below *node* that are not met, and judgements as `_undetermined` has them."""
    if node.status == "met":
        return
    if not node.parts or _is_one_judgement(node):
        yield node
        return
    for part in node.parts:
        yield from _not_met(part)


def _undetermined(node: Node) -> Iterator[Node]:
    """Yield what could still change the status of *node*: its undetermined leaves.

    A clause of which nothing is judged yet is one judgement, not many.
    """
    if node.status != "undetermined":
        return
    if not node.parts or _is_one_judgement(node):
        yield node
        return
    for part in node.parts:
        yield from _undetermined(part)


def _is_one_judgement(node: Node) -> bool:
    if not node.parts:
        return node.form == "by_determination" and node.status == "undetermined"
    return all(map(_is_one_judgement, node.parts))


class _Search:
    def __init__(self, evaluation: Evaluation, tree: Node) -> None:
        self._evaluation = evaluation
        self._book = evaluation.book
        self._explainer = Explainer(evaluation)
        self._tree = tree
        self._missing: dict[tuple[RecordRef | None, str, str | None], list[str]] = {}
        self._awaited: dict[tuple[RecordRef | None, str | None], list[str]] = {}
        self._parameters: dict[str, dict[str, int]] = {}

    def found(self, nodes: Iterable[Node]) -> Hanging:
        """Return what *nodes* hang on."""
        for node in nodes:
            self._node(node)
        return Hanging(
            missing=tuple(
                Missing(record, section, attribute, tuple(dict.fromkeys(clauses)))
                for (record, section, attribute), clauses in self._missing.items()
            ),
            awaited=tuple(
                Awaited(record, question, tuple(dict.fromkeys(clauses)))
                for (record, question), clauses in self._awaited.items()
            ),
            parameters=tuple(self._as_functions()),
        )

    def _node(self, leaf: Node) -> None:
        if _is_one_judgement(leaf):
            self._awaited.setdefault((None, None), []).append(leaf.id)
            return
        for kind in self._book.clauses[leaf.id].kinds:
            self._section(kind, leaf.id)
        for one in leaf.evidence:
            if one.status == "open":
                self._record(leaf, one)
            if leaf.form == "measures" and one.status != "failed":
                self._period(leaf, one)
        clause = self._book.clauses[leaf.id]
        if clause.measured_from is not None:
            self._moment(clause.measured_from, leaf.id)
        for test in clause.tests:
            if test.relation in ("within", "overlaps") and leaf.evidence:
                for moment in self._book.windows[str(test.values[0])].since:
                    self._window(moment, leaf, test.attribute)

    def _section(self, kind: str, clause: str) -> None:
        for section, kinds in kinds_of_sections().items():
            # Of a section that is no list, the single facts are asked for.
            if (
                kind in kinds
                and section not in kinds
                and getattr(self._evaluation.dossier, section) is None
            ):
                self._missing.setdefault((None, section, None), []).append(clause)

    def _record(self, leaf: Node, one: Evidence) -> None:
        for test in one.tests:
            if test.status != "open":
                continue
            if test.relation in PARAMETERS and test.actual and not self._is_set(test.relation):
                points = round(float(test.actual[0]))
                self._parameters.setdefault(PARAMETERS[test.relation], {})[leaf.id] = points
            if test.relation == "within" and len(test.required) == 1:
                # A window of which the notice does not say when it is.
                missing = self._missing.setdefault((None, NOTICE, test.required[0]), [])
                missing.append(leaf.id)
            for attribute in test.missing:
                if attribute in self._book.expert_questions:
                    self._awaited.setdefault((one.record, attribute), []).append(leaf.id)
                else:
                    self._missing.setdefault(
                        (one.record, one.record.section, attribute), []
                    ).append(leaf.id)

    def _is_set(self, relation: str) -> bool:
        return getattr(self._evaluation.setting.notice, PARAMETERS[relation]) is not None

    def _period(self, leaf: Node, one: Evidence) -> None:
        entry = next(
            entry
            for entry in self._evaluation.entries
            if entry.kind == leaf.kind and record_ref(entry, self._evaluation.dossier) == one.record
        )
        for attribute in ("start", "end"):
            bounds = entry.told.get(attribute)
            if bounds is None or (isinstance(bounds[0], tuple) and bounds[0][0] != bounds[0][1]):
                self._missing.setdefault((one.record, one.record.section, attribute), []).append(
                    leaf.id
                )

    def _moment(self, moment_id: str, clause: str) -> None:
        moment = self._book.moments[moment_id]
        self._section(moment.kind, clause)
        for number, entry in enumerate(self._evaluation.entries):
            if entry.kind != moment.kind or (moment_id, number) in self._evaluation.answer.failed:
                continue
            record = record_ref(entry, self._evaluation.dossier)
            unknown = [
                attribute
                for attribute, _ in self._evaluation.answer.open.get((moment_id, number), ())
            ]
            bounds = entry.told.get(moment.attribute)
            if bounds is None or (isinstance(bounds[0], tuple) and bounds[0][0] != bounds[0][1]):
                unknown.append(moment.attribute)
            for attribute in unknown:
                self._missing.setdefault((record, entry.section, attribute), []).append(clause)

    def _window(self, moment: str, leaf: Node, attribute: str) -> None:
        tests = [test for one in leaf.evidence for test in one.tests if test.attribute == attribute]
        if any(test.status == "open" and not test.missing for test in tests):
            self._moment(moment, leaf.id)

    def _as_functions(self) -> Iterator[OpenParameter]:
        leaves = _leaf_statuses(self._tree)
        for parameter, clauses in self._parameters.items():
            least = min(clauses.values())
            first = next(clause for clause, points in clauses.items() if points == least)
            reached = leaves | dict.fromkeys(clauses, "met")
            not_reached = leaves | {first: "unmet"}
            found = self._evaluation.self_score
            computed = found is not None and self._book.clauses[first].kind == "self_score"
            yield OpenParameter(
                parameter=parameter,
                clause=first,
                at_most=least,
                lowest=found.low if found and computed else least,
                highest=found.high if found and computed else least,
                verdict_if_reached=VERDICTS[replay(self._tree.id, self._book, reached)],
                verdict_if_not=VERDICTS[replay(self._tree.id, self._book, not_reached)],
            )


def _leaf_statuses(node: Node) -> dict[str, Status]:
    if not node.parts:
        return {node.id: node.status}
    return {leaf: status for part in node.parts for leaf, status in _leaf_statuses(part).items()}
