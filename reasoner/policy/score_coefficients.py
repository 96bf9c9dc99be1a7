"""Do the scoring tables multiply alike: the same rank, the same want of proof, the same kind of record?"""

from collections.abc import Iterator, Sequence
from typing import Final

from reasoner.errors import Text
from reasoner.model.vocabulary import kind_label, word_label
from reasoner.policy.finding import Finding
from reasoner.policy.kinds_of_finding import COEFFICIENTS_DIFFER
from reasoner.policy.score_rules import TENTHS, ScoreRules

# By value, in words, and by specialty: the boxes or rows that have it.
_Found = dict[Text, dict[str, list[str]]]
_BETWEEN: Final = "all"
_MULTIPLIED: Final = Text("乘", "multiplied")
_PLAIN: Final = Text("不乘", "not multiplied")


def check_coefficients(tables: Sequence[ScoreRules]) -> Iterator[Finding]:
    """Yield the coefficients that differ between the scoring tables."""
    yield from _ranks(tables)
    yield from _without_proof(tables)
    yield from _multiplied(tables)


def _ranks(tables: Sequence[ScoreRules]) -> Iterator[Finding]:
    known: dict[str, _Found] = {}
    for scoring in tables:
        for name, steps in scoring.coefficients.items():
            said = ", ".join(f"{rank} → {_tenths(tenths)}" for rank, tenths in steps.items())
            _enter(known, name, Text(said, said), scoring, scoring.table.id)
    for name, found in known.items():
        what = Text("排名系数", "the coefficient of the rank")
        yield from _differ(tables, found, what, f"coefficient {name}")


def _without_proof(tables: Sequence[ScoreRules]) -> Iterator[Finding]:
    known: dict[str, _Found] = {}
    for scoring in tables:
        for box, role, tenths in scoring.rules.rows("without_proof", 3):
            value = _tenths(int(tenths))
            _enter(known, str(role), Text(value, value), scoring, str(box))
    for role, found in known.items():
        name = word_label("role", role)
        what = Text(
            f"没有排名证明时“{name.zh}”的系数",
            f"the coefficient of {name.en}, without proof of rank",
        )
        yield from _differ(tables, found, what, f"without_proof {role}")


def _multiplied(tables: Sequence[ScoreRules]) -> Iterator[Finding]:
    """Yield rows that have the same kind of record and the same name, and are multiplied in some tables only."""
    known: dict[str, _Found] = {}
    whats: dict[str, Text] = {}
    for scoring in tables:
        for row in scoring.table.rows.values():
            leaf = scoring.table.leaves.get(row.id)
            if leaf is not None and row.form == "each":
                kind = kind_label(leaf.kinds[0])
                key = f"{leaf.kinds[0]} {row.label.zh}"
                whats[key] = Text(
                    f"{kind.zh}“{row.label.zh}”按排名的系数", f"{kind.en}, {row.label.en}, by rank"
                )
                said = _MULTIPLIED if row.by_rank else _PLAIN
                _enter(known, key, said, scoring, row.id)
    for key, found in known.items():
        yield from _differ(tables, found, whats[key], f"by_rank {key}")


def _enter(
    known: dict[str, _Found], key: str, value: Text, scoring: ScoreRules, place: str
) -> None:
    by_specialty = known.setdefault(key, {}).setdefault(value, {})
    by_specialty.setdefault(scoring.specialty, []).append(place)


def _differ(
    tables: Sequence[ScoreRules], found: _Found, what: Text, about: str
) -> Iterator[Finding]:
    if len(found) == 1:
        return
    said = Text(
        "；".join(f"{'、'.join(sorted(some))} {value.zh}" for value, some in found.items()),
        "; ".join(f"{', '.join(sorted(some))} {value.en}" for value, some in found.items()),
    )
    yield Finding(
        COEFFICIENTS_DIFFER,
        _BETWEEN,
        tuple(place for some in found.values() for own in some.values() for place in own),
        tuple(dict.fromkeys(scoring.table.cite for scoring in tables)),
        Text(f"{what.zh}，各表不同：{said.zh}。", f"{what.en}: the tables differ: {said.en}."),
        about,
    )


def _tenths(tenths: int) -> str:
    return f"{tenths // TENTHS}.{tenths % TENTHS}"
