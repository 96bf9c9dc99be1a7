"""Rule files are worked out as far as no dossier is needed, and nothing else changes by that."""

import re
from pathlib import Path

import pytest
from clingo import Control, Symbol, SymbolType

from reasoner.catalog import shipped_rules
from reasoner.errors import RulesError
from reasoner.facts import DOSSIER_PREDICATES, Fact, dossier_facts, entries, notice_facts
from reasoner.intake.dossier import read_dossier
from reasoner.program import program, symbol_of
from reasoner.solve import settled_atoms, solve
from tests.strategies import notice_of

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("iot_*"))

LAW = """\
part(a, (b; c)).
below(C, D) :- part(D, C).
allowed(X) :- below(X, a), not barred(X).
#defined barred/1.
#defined item/2.
nobody(X) :- below(X, X).
meets(P, X) :- item(P, X), allowed(X).
odd(P, X) :- item(P, X), nobody(X).
#show meets/2.
#show odd/2.
"""


@pytest.fixture
def law(tmp_path: Path) -> Path:
    """Return a small rule file."""
    path = tmp_path / "law.lp"
    path.write_text(LAW, encoding="utf-8")
    return path


def test_what_needs_no_dossier_is_settled(law: Path) -> None:
    """Rules without the awaited predicate are gone; those with it are left, with the facts they read."""
    found = program([law], [], frozenset({"item"}))

    assert {str(symbol) for symbol in found.settled["allowed", 1]} == {"allowed(b)", "allowed(c)"}
    assert {str(symbol) for symbol in found.facts} == {"allowed(b)", "allowed(c)"}
    left = " ".join(str(statement) for statement in found.statements)
    assert "meets(P,X) :- " in left
    assert "below" not in left


def test_a_program_can_forget(law: Path) -> None:
    """Without what it was told of a predicate, all that depends on it waits again; only what is asked is kept."""
    told = program([law], [("barred", ("c",))], frozenset({"item"}))

    found = told.without(frozenset({"barred"}), frozenset({"meets"}))

    left = " ".join(map(str, found.statements))
    assert "allowed(X) :- " in left
    assert "odd(" not in left
    assert {str(symbol) for symbol in found.facts} == {"below(b,a)", "below(c,a)"}


def test_a_constant_may_be_called_as_a_predicate_is(tmp_path: Path) -> None:
    """Only what is written as an atom is one, so a clause that speaks of `item` does not wait for dossiers."""
    path = tmp_path / "constant.lp"
    path.write_text(
        "where(a, item). #defined done/0. tests(C) :- where(C, item), not done.", encoding="utf-8"
    )

    found = settled_atoms([path], [], frozenset({("where", 2)}))

    assert found["where", 2] == [("a", "item")]


def test_an_atom_without_arguments_is_one(tmp_path: Path) -> None:
    """A rule that waits for such an atom is not settled."""
    path = tmp_path / "bare.lp"
    path.write_text(
        "#defined item/1. told :- item(_). met(a) :- told. unmet(a) :- not told.", encoding="utf-8"
    )

    assert program([path], [], frozenset({"item"})).settled == {}


def test_what_depends_on_a_dossier_is_no_part_of_the_rule_book(law: Path) -> None:
    """It would silently be missing."""
    with pytest.raises(RulesError, match="meets"):
        settled_atoms([law], [], frozenset({("meets", 2)}))


def test_facts_of_the_setting_take_part(law: Path) -> None:
    """A fact that is the same for every dossier settles rules, too."""
    found = settled_atoms([law], [("barred", ("c",))], frozenset({("allowed", 1)}))

    assert found == {("allowed", 1): [("b",)]}


def test_a_file_written_anew_is_read_anew(law: Path) -> None:
    """What was worked out for an older file is not used for a newer one."""
    before = settled_atoms([law], [], frozenset({("part", 2)}))
    law.write_text("part(a, longer_than_before).", encoding="utf-8")

    assert settled_atoms([law], [], frozenset({("part", 2)})) != before


def test_without_a_show_everything_is_shown(law: Path) -> None:
    """What is settled is part of the answer, as it is of clingo's."""
    law.write_text("part(a, (b; c)).", encoding="utf-8")

    assert sorted(solve([law], []).shown["part", 2]) == [("a", "b"), ("a", "c")]


@pytest.mark.parametrize("undecided", ["a :- not b. b :- not a.", "{a}. b :- a.", "a; b :- c. c."])
def test_undecided_rules_are_refused(tmp_path: Path, undecided: str) -> None:
    """Rules that leave a choice have no answer."""
    path = tmp_path / "undecided.lp"
    path.write_text(undecided, encoding="utf-8")

    with pytest.raises(RulesError):
        solve([path], [])


@pytest.mark.parametrize("specialty", sorted(shipped_rules().specialties()))
def test_no_status_waits_for_an_assigned_sum(specialty: str) -> None:
    """Where a rival opens facts, an assigned sum is worked out for each set of them, and that may take for ever."""
    files = shipped_rules().rule_files(specialty)
    rules = program(files, list(notice_facts(notice_of(specialty))), DOSSIER_PREDICATES)

    asked = rules.without(frozenset({"chosen"}), frozenset({"met", "unmet"}))

    assigned = re.compile(r"(?<![<>!])= #sum|#sum[^}]*\} = ")
    assert not [str(one) for one in asked.statements if assigned.search(str(one))]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_answer_is_that_of_all_rules_at_once(path: Path) -> None:
    """Grounded in one go, the shipped rules show the same atoms."""
    dossier = read_dossier(path)
    facts = [
        *notice_facts(notice_of("iot")),
        *dossier_facts(0, dossier, entries(dossier, notice_of("iot"))),
    ]
    files = shipped_rules().rule_files("iot")
    at_once = Control(["--warn=none"])
    for file in files:
        at_once.load(str(file))
    with at_once.backend() as backend:
        for fact in facts:
            backend.add_rule([backend.add_atom(symbol_of(fact))])
    at_once.ground()
    with at_once.solve(yield_=True) as models:
        (expected,) = [{_plain(symbol) for symbol in model.symbols(shown=True)} for model in models]

    shown = solve(files, facts).shown

    assert {(name, row) for (name, _), rows in shown.items() for row in rows} == expected


def _plain(symbol: Symbol) -> tuple[str, tuple[str | int, ...]]:
    values = {
        SymbolType.Number: lambda one: one.number,
        SymbolType.String: lambda one: one.string,
        SymbolType.Function: lambda one: one.name,
    }
    return symbol.name, tuple(values[one.type](one) for one in symbol.arguments)


def test_what_a_dossier_tells_is_awaited() -> None:
    """No fact of a dossier is taken for one of the setting."""
    told: set[str] = set()
    for path in EXAMPLES:
        dossier = read_dossier(path)
        found: list[Fact] = list(dossier_facts(0, dossier, entries(dossier, notice_of("iot"))))
        told |= {name for name, _ in found}

    assert told == DOSSIER_PREDICATES


def test_a_rule_that_can_never_hold_is_left_out(tmp_path: Path) -> None:
    """It asks for atoms that neither rules nor dossiers can give; what may be absent is no reason."""
    path = tmp_path / "never.lp"
    path.write_text(
        "#defined item/1. #defined rare/1. #show odd/1. #show met/1."
        "odd(A) :- item(A), rare(A). met(A) :- item(A), not odd(A). met(A) :- odd(A), item(A).",
        encoding="utf-8",
    )

    left = [str(one) for one in program([path], [], frozenset({"item"})).statements]

    assert [one for one in left if ":-" in one] == ["met(A) :- item(A); not odd(A)."]
    assert solve([path], [("item", (1,))]).shown == {("met", 1): [(1,)]}
