"""How far a clause is from holding, and which record would take it there first."""

from reasoner.model.assessment import Assessment, Gate, Node
from reasoner.model.words.matters import Matter
from reasoner.report.nodes import below, determinations
from reasoner.report.wording import Wording
from reasoner.report.words import NO_SUCH_RECORD

_NO_RECORD_AT_ALL = 4  # as far from holding as a record that fails so many tests
_ONE_OF_TWO = (Matter.PATHS.value, Matter.LANDMARKS.value)


def distance(node: Node) -> int:
    """Return how far *node* is from holding: the failing tests of its nearest records, added up."""
    if node.status != "unmet":
        return 0 if node.status == "met" else 1
    if node.parts:
        parts = sorted(map(distance, node.parts))
        enough = {"all_of": len(parts), "any_of": 1}.get(node.form, node.needs or 1)
        return sum(parts[:enough])
    failing = [sum(test.status == "failed" for test in one.tests) for one in node.evidence]
    return 1 + min(failing, default=_NO_RECORD_AT_ALL)


def failing_gates(found: Assessment) -> list[Gate]:
    """Return the gates that keep the candidate out; of the ways in, only all of them together do."""
    return [
        gate for gate in found.gates if gate.status == "unmet" and gate.matter not in _ONE_OF_TWO
    ]


def nearest_miss(found: Assessment, gate: Gate, words: Wording) -> str:
    """Return the leaf below *gate* that is nearest to holding, and what it lacks."""
    node = next(node for node in below(found.tree) if node.id == gate.clause)
    while node.parts and node.form != "negates":
        node = min((part for part in node.parts if part.status == "unmet"), key=distance)
    lacking = _lacking(node, words)
    told = f"{node.cite} {words.say(node.label)}"
    return f"{told}{words.pick('：', ': ')}{lacking}" if lacking else told


def _lacking(leaf: Node, words: Wording) -> str:
    misses = words.near_misses(leaf)
    if misses and misses[0].status == "failed":
        failed = [words.test(test) for test in misses[0].tests if test.status == "failed"]
        return f"{words.record(misses[0].record)}{words.pick('，', ', ')}" + words.listed(failed)
    if leaf.form == "counts" and not leaf.evidence:
        return words.say(NO_SUCH_RECORD)
    return words.needs(leaf) or words.listed(
        [words.determination(told) for told in determinations(leaf)]
    )
