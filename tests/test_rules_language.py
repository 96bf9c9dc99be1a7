"""The rule files keep to the language of a clause, and to the vocabulary of the models."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from clingo.ast import AST, ASTType, parse_files

from reasoner.assess import prepare
from reasoner.catalog import shipped_rules
from reasoner.evaluate import rule_book
from reasoner.model.achievements import ACHIEVEMENTS
from reasoner.model.vocabulary import ClassName, RecordKind, vocabularies
from reasoner.rule_book import RuleBook

ASP = shipped_rules().root
CORE = sorted((ASP / "core").glob("*.lp"))
CHAPTERS = sorted((ASP / "regulations").rglob("*.lp"))
DECLARED = re.compile(r"^%\*! (\w+)\(([^)]*)\)", re.MULTILINE)
DEFINED = re.compile(r"^#defined (\w+)/(\d+)\.", re.MULTILINE)


@pytest.fixture(scope="module")
def book() -> RuleBook:
    """Return the rule book of 物联网."""
    return rule_book(prepare("iot.senior")[0])


def statements(*files: Path) -> list[AST]:
    """Return the parsed statements of *files*."""
    found: list[AST] = []
    parse_files([str(file) for file in files], found.append)
    return found


def functions(node: object) -> Iterator[tuple[str, int]]:
    """Yield name and arity of each atom below *node*."""
    if isinstance(node, AST):
        if node.ast_type == ASTType.SymbolicAtom:
            symbol = node.symbol
            for alternative in symbol.arguments if symbol.ast_type == ASTType.Pool else [symbol]:
                if alternative.ast_type == ASTType.Function:
                    yield alternative.name, len(alternative.arguments)
        for key in node.child_keys:
            yield from functions(getattr(node, key))
    elif hasattr(node, "__iter__") and not isinstance(node, str):
        for inner in node:
            yield from functions(inner)


@pytest.mark.parametrize("file", [*CORE, *CHAPTERS], ids=lambda file: file.relative_to(ASP).as_posix())
def test_file_holds_rules_and_nothing_else(file: Path) -> None:
    """No choice, constraint, optimisation, script, inclusion or external stands in a rule file."""
    for statement in statements(file):
        assert statement.ast_type in (
            ASTType.Comment,
            ASTType.Rule,
            ASTType.Program,
            ASTType.Defined,
            ASTType.ShowSignature,
            ASTType.ShowTerm,
        ), statement
        if statement.ast_type == ASTType.Rule:
            assert statement.head.ast_type == ASTType.Literal, statement
            assert str(statement.head) != "#false", statement


def test_show_stands_in_one_file() -> None:
    """What the answer is read from is said in one place."""
    showing = {
        file.name
        for file in [*CORE, *CHAPTERS]
        for statement in statements(file)
        if statement.ast_type in (ASTType.ShowSignature, ASTType.ShowTerm)
    }

    assert showing == {"show.lp"}


def test_documented_predicates_are_the_declared_ones() -> None:
    """Each predicate that a document block describes is declared with its arity, and the other way round."""
    text = "".join(file.read_text(encoding="utf-8") for file in CORE)
    documented = {(name, arguments.count(",") + 1) for name, arguments in DECLARED.findall(text)}
    declared = {(name, int(arity)) for name, arity in DEFINED.findall(text)}

    assert documented == declared


@pytest.mark.parametrize("file", CHAPTERS, ids=lambda file: file.relative_to(ASP).as_posix())
def test_chapter_speaks_the_language(file: Path) -> None:
    """A chapter uses documented predicates, what the kernel makes of them, and private ones of its own."""
    text = "".join(core.read_text(encoding="utf-8") for core in CORE)
    language = {(name, int(arity)) for name, arity in DEFINED.findall(text)}
    kernel = {
        head
        for statement in statements(*CORE)
        if statement.ast_type == ASTType.Rule
        for head in functions(statement.head)
    }
    used = {atom for statement in statements(file) for atom in functions(statement)}
    foreign = {atom for atom in used - language - kernel if not atom[0].startswith("_")}

    assert foreign == set()


def test_private_predicates_stay_in_their_file() -> None:
    """A predicate with a leading underscore is used in one file of a specialty only."""
    places: dict[tuple[str, str], set[str]] = {}
    for file in CHAPTERS:
        for statement in statements(file):
            for name, _ in functions(statement):
                if name.startswith("_") and file.parent.name != "zj_2025_366":
                    places.setdefault((file.parent.name, name), set()).add(file.name)
    defined = {
        (file.parent.name, name): file.name
        for file in CHAPTERS
        for statement in statements(file)
        if statement.ast_type == ASTType.Rule
        for name, _ in functions(statement.head)
    }

    assert {key: files for key, files in places.items() if files != {defined.get(key)}} == {}


def test_kinds_attributes_and_words_are_those_of_the_models(book: RuleBook) -> None:
    """Whatever a clause tests, the models know: kind, attribute, and each word it is compared with."""
    kinds = {word.value for word in RecordKind} | {kind.kind_of_record for kind in ACHIEVEMENTS}
    known = vocabularies()
    derived = set(book.attribute_labels)
    classes = {word.value for word in ClassName}
    for clause in book.clauses.values():
        assert clause.kind is None or clause.kind in kinds, clause
        for test in clause.tests:
            assert test.attribute in known or test.attribute in derived | {
                "term",
                "points",
                "year",
            }, test
            if test.relation == "is" and test.attribute in known:
                words = {word.value for vocabulary in known[test.attribute] for word in vocabulary}
                values = {value for value in test.values if isinstance(value, str)}
                assert values <= words | classes, test


def test_labels_are_there_in_both_languages_and_short(book: RuleBook) -> None:
    """Each clause has a short Chinese and an English label and a well-formed cite."""
    for clause in book.clauses.values():
        assert 0 < len(clause.label.zh) <= 45, clause
        assert re.fullmatch(r"[ -~“”’–]+", clause.label.en), clause
        assert re.match(r"第.+条|附|评价条件", clause.cite), clause


def test_every_part_is_a_clause_and_every_judged_clause_is_in_a_tree(book: RuleBook) -> None:
    """The tree has no loose end: parts exist, and what has a form is reached from a track or stands beside it."""
    roots = [*book.tracks, *(clause for track in book.tracks.values() for clause in track.beside)]
    reached = {name for root in roots for name in book.under(root)}
    judged = {clause.id for clause in book.clauses.values() if clause.form != "definition"}

    assert all(part in book.clauses for clause in book.clauses.values() for part in clause.parts)
    assert judged - reached <= {"iot.senior.7.8.c.2"}


def test_moments_use_plain_tests(book: RuleBook) -> None:
    """A moment is found before there are windows, so it cannot ask for one."""
    text = "".join(file.read_text(encoding="utf-8") for file in CHAPTERS)
    for moment in book.moments:
        assert not re.search(rf'where\("{re.escape(moment)}", \w+, (within|overlaps)', text), moment


@pytest.mark.parametrize(
    "reading", ["A019", "A028", "A036", "A061", "A066", "A068", "A069", "A042", "A043"]
)
def test_a_reading_changes_only_the_clauses_that_name_it(reading: str, book: RuleBook) -> None:
    """Where a rival changes a clause of the book, that clause says that it is read so."""
    for option in book.readings[reading].options:
        other = rule_book(prepare("iot.senior", readings={reading: option.id})[0])
        changed = {
            name
            for name, clause in book.clauses.items()
            if name in other.clauses
            and (clause.form, clause.needs, clause.parts, clause.tests)
            != (
                other.clauses[name].form,
                other.clauses[name].needs,
                other.clauses[name].parts,
                other.clauses[name].tests,
            )
        }

        assert changed <= {clause for clause, _ in book.read_by[reading]}


def test_no_number_of_the_regulation_is_compared_in_python() -> None:
    """No Python module compares a rank, count, year or amount with a number of its own."""
    law = re.compile(r"(rank|count|years|quota|cap|amount\w*)\s*(<=|>=|<|>|==)\s*[0-9]{1,}")
    offenders = [
        f"{file.name}: {found[0]}"
        for file in Path(__file__).parent.parent.joinpath("reasoner").rglob("*.py")
        for found in law.finditer(file.read_text(encoding="utf-8"))
        if not found[0].endswith((" 0", " 1"))
    ]

    assert offenders == []
