"""What a dossier is made of, piece by piece: records and determinations, and the facts that go with each."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reasoner.evaluate import Evaluation, Setting
from reasoner.explain import record_ref
from reasoner.facts import Entry, Fact, dossier_facts
from reasoner.model.pieces import PieceRef
from reasoner.questions.search import Search
from reasoner.questions.switched import Switched

STATUSES = frozenset({"met", "unmet"})
_OF_A_RECORD = ("item", "value", "range")
# Of what the rules ask everybody, the record is always there; only what it tells can be taken away.
_ALWAYS_THERE = frozenset({"item"})
_NEVER_TAKEN = frozenset({"year"})


@dataclass(frozen=True)
class Piece:
    """A record of the dossier or a determination, and the facts that are there because of it."""

    ref: PieceRef
    facts: tuple[Fact, ...]


def take_apart(evaluation: Evaluation) -> tuple[tuple[Piece, ...], tuple[Fact, ...]]:
    """Return the pieces of the dossier, in its order, and the facts that stay whatever is taken away."""
    dossier = evaluation.dossier
    pieces: list[Piece] = []
    rest: list[Fact] = []
    of_records: dict[int, list[Fact]] = {}
    for fact in dossier_facts(0, dossier, evaluation.entries):
        if fact[0] in _OF_A_RECORD:
            of_records.setdefault(int(fact[1][1]), []).append(fact)
        elif fact[0] == "determined":
            told = next(one for one in dossier.determinations if one.clause == fact[1][1])
            if told.clause in evaluation.book.clauses:
                pieces.append(Piece(PieceRef(None, told.clause, told.by), (fact,)))
        else:
            rest.append(fact)
    for number, entry in enumerate(evaluation.entries):
        facts = of_records[number]
        listed = isinstance(getattr(dossier, entry.section, None), tuple)
        kept = [fact for fact in facts if _stays(fact, entry, listed=listed)]
        rest += kept
        taken = tuple(fact for fact in facts if fact not in kept)
        if taken:
            pieces.append(Piece(PieceRef(record_ref(entry, dossier), None, None), taken))
    return tuple(sorted(pieces, key=lambda piece: piece.ref.record is None)), tuple(rest)


def _stays(fact: Fact, entry: Entry, *, listed: bool) -> bool:
    """Tell whether *fact* is there even if nothing is told of the record that it belongs to."""
    name, arguments = fact
    if listed or entry.section == "verified_score":
        return False
    return name in _ALWAYS_THERE or arguments[2] in _NEVER_TAKEN


def search_of(
    setting: Setting,
    inputs: Switched,
    *questions: str,
    asked: frozenset[str] = STATUSES,
    awaited: tuple[str, ...] = (),
    rules: Sequence[Path] = (),
) -> Search:
    """Return the search over *inputs* under the rules of *setting*, with the rules for *questions* beside them.

    Args:
        setting: whose rules apply.
        inputs: what is told, with and without switches.
        questions: files of rules that are for one question only.
        asked: the predicates that will be asked for.
        awaited: predicates of the notice or of readings that are told otherwise each time.
        rules: rule files in the place of those by which verdicts are made.
    """
    files = [
        *(rules or setting.rules.rule_files(setting.specialty)),
        *map(setting.rules.question_file, ("switches", *questions)),
    ]
    return Search(files, inputs, asked, *awaited)
