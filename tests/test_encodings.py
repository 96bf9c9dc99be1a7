"""What the rule files are made of: their language, their words, their numbers, and what they leave out."""

import ast as python
import itertools
import json
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from clingo.ast import AST, ASTSequence, ASTType, parse_files
from clingo.symbol import Symbol, SymbolType

from reasoner.catalog import shipped_rules
from reasoner.evaluate import Setting, rule_book
from reasoner.facts import Quoted, notice_facts
from reasoner.model.achievements import Kind
from reasoner.model.vocabulary import ClassName, OtherAttribute, RecordKind, vocabularies
from reasoner.model.words import ExpertQuestion
from reasoner.rule_book import RuleBook
from reasoner.solve import Atom, Atoms, solve
from tests.strategies import NOTICE, SPECIALTY, TRACK, record_classes

ROOT: Final = shipped_rules().root
CORE: Final = tuple(sorted((ROOT / "core").glob("*.lp")))
CHAPTERS: Final = tuple(sorted((ROOT / "regulations").rglob("*.lp")))
LANGUAGE: Final = ROOT / "core" / "language.lp"
INPUTS: Final = ROOT / "core" / "inputs.lp"
ONLY_SHOWS: Final = ROOT / "core" / "show.lp"

REGISTER: Final = Path(
    os.environ.get(
        "ZHICHENG_REGISTER", ROOT.parent.parent / "shared" / "regulation" / "register.json"
    )
)
READINGS: Final = REGISTER.with_name("readings.md")

Signature = tuple[str, int]


def file_id(path: Path) -> str:
    """Name a rule file by its place."""
    return path.relative_to(ROOT).as_posix()


# Reading the files -----------------------------------------------------------------------------


@cache
def statements(path: Path) -> tuple[AST, ...]:
    """Return the statements of the file, parsed alone."""
    found: list[AST] = []
    parse_files([str(path)], found.append)
    return tuple(found)


def walk(node: AST) -> Iterator[AST]:
    """Yield *node* and everything in it."""
    yield node
    for key in node.keys():  # noqa: SIM118 - a syntax tree is no mapping
        inner = getattr(node, key)
        if isinstance(inner, AST):
            yield from walk(inner)
        elif isinstance(inner, ASTSequence):
            for one in inner:
                if isinstance(one, AST):
                    yield from walk(one)


def alternatives(node: AST) -> list[AST]:
    """Return the alternatives of a pool such as ``(a; b)``, or *node* alone."""
    if node.ast_type is ASTType.Pool:
        return [inner for one in node.arguments for inner in alternatives(one)]
    return [node]


def atoms(node: AST) -> Iterator[AST]:
    """Yield the atoms in *node*, each with its name and arguments; pools give one each."""
    for inner in walk(node):
        if inner.ast_type is ASTType.SymbolicAtom:
            yield from alternatives(inner.symbol)


def signature(atom: AST) -> Signature:
    """Return name and number of arguments."""
    return str(atom.name), len(atom.arguments)


@cache
def used(path: Path) -> frozenset[Signature]:
    """Return the predicates that the file uses, in heads or bodies."""
    return frozenset(signature(atom) for one in statements(path) for atom in atoms(one))


def symbols(node: AST) -> Iterator[Symbol]:
    """Yield the constants, strings and numbers in *node*."""
    for inner in walk(node):
        if inner.ast_type is ASTType.SymbolicTerm:
            yield inner.symbol


def constants(node: AST) -> Iterator[str]:
    """Yield the constants in *node*."""
    for symbol in symbols(node):
        if symbol.type is SymbolType.Function:
            yield symbol.name


@cache
def documented() -> Mapping[Path, list[Signature]]:
    """Return the predicates that doc blocks describe, by file."""
    block = re.compile(r"^%\*! (\w+)\((.*?)\)\n(.*?)\n\*%\n", re.MULTILINE | re.DOTALL)
    found = {}
    for path in (LANGUAGE, INPUTS):
        blocks = block.findall(path.read_text(encoding="utf-8"))
        assert all(text.strip() for _, _, text in blocks), path
        found[path] = [(name, len(arguments.split(","))) for name, arguments, _ in blocks]
    return found


@cache
def declared() -> frozenset[Signature]:
    """Return the predicates that the language has."""
    return frozenset(itertools.chain.from_iterable(documented().values()))


# Reading the facts -----------------------------------------------------------------------------


@cache
def facts(reading: str | None = None, option: str | None = None) -> Atoms:
    """Return every atom of the language that holds without candidates, by default or under one rival."""
    given = [*notice_facts(NOTICE)]
    if reading and option:
        given.append(("chosen", (Quoted(reading), option)))
    files = shipped_rules().rule_files(SPECIALTY)
    return solve(files, given, declared() | {("source", 4), ("under", 2)}).rules


@cache
def book() -> RuleBook:
    """Return the rule book by default."""
    return rule_book(Setting(shipped_rules(), SPECIALTY, NOTICE))


@cache
def rivals() -> tuple[tuple[str, str], ...]:
    """Return every option that is no default, with its reading."""
    return tuple(
        (reading.id, option.id)
        for reading in book().readings.values()
        for option in reading.options
        if option.id != reading.default
    )


@cache
def anywhere(name: str, arity: int) -> frozenset[Atom]:
    """Return the atoms of a predicate that hold by default or under any rival."""
    return frozenset(
        atom
        for choice in ((None, None), *rivals())
        for atom in facts(*choice).get((name, arity), ())
    )


def column(name: str, arity: int, place: int) -> set[Any]:
    """Return what stands at a place of a predicate."""
    return {atom[place] for atom in anywhere(name, arity)}


def clause_ids() -> set[str]:
    """Return the ids of all clauses, under any reading."""
    return column("clause", 4, 0)


# Form ------------------------------------------------------------------------------------------

PLAIN: Final = {ASTType.Program, ASTType.Comment, ASTType.Rule}


@pytest.mark.parametrize("path", [*CORE, *CHAPTERS], ids=file_id)
def test_a_file_holds_plain_rules_only(path: Path) -> None:
    """No choice, disjunction, constraint, optimisation, script, include or external: there is nothing to search."""
    allowed = PLAIN | (
        {ASTType.Defined}
        if path in (LANGUAGE, INPUTS)
        else {ASTType.ShowSignature, ASTType.ShowTerm}
        if path == ONLY_SHOWS
        else set()
    )
    for statement in statements(path):
        assert statement.ast_type in allowed, str(statement)
        if statement.ast_type is ASTType.Rule:
            head = statement.head
            assert head.ast_type is ASTType.Literal, str(statement)
            assert head.atom.ast_type is ASTType.SymbolicAtom, str(statement)
        if statement.ast_type is ASTType.Program:
            assert statement.name == "base"
    code = re.sub(
        r'"(?:[^"\\\n]|\\.)*"|%\*.*?\*%|%[^\n]*', "", path.read_text("utf-8"), flags=re.DOTALL
    )
    assert "#include" not in code


def test_no_two_files_say_the_same() -> None:
    """No fact of a chapter is written twice."""
    facts_of = Counter(
        str(one)
        for path in CHAPTERS
        for one in statements(path)
        if one.ast_type is ASTType.Rule and not one.body
    )
    assert [fact for fact, times in facts_of.items() if times > 1] == []


# Predicates ------------------------------------------------------------------------------------

# The kernel derives these, and chapters may ask for them.
KERNEL: Final[Mapping[Signature, str]] = {
    ("reading", 2): "the option of a reading that holds",
    ("under", 2): "a clause is somewhere below another one",
    ("told", 3): "the dossier tells the attribute of the record",
    ("known", 3): "it is told, or a definition gives it",
}


def test_doc_blocks_and_defined_agree() -> None:
    """Each predicate is described once, right above its ``#defined``."""
    for path, described in documented().items():
        defined = [
            (str(one.name), one.arity)
            for one in statements(path)
            if one.ast_type is ASTType.Defined
        ]
        assert described == defined
    assert len(declared()) == sum(map(len, documented().values()))


@pytest.mark.parametrize("path", CHAPTERS, ids=file_id)
def test_chapters_use_the_language(path: Path) -> None:
    """A chapter uses predicates of the language, a few of the kernel, and private ones."""
    others = {name for name in used(path) - declared() - set(KERNEL) if not name[0].startswith("_")}
    assert others == set()


def test_every_predicate_of_the_kernel_that_chapters_ask_for_is_asked_for() -> None:
    """The list above is no longer than it must be."""
    assert set(KERNEL) <= set().union(*map(used, CHAPTERS))


@pytest.mark.parametrize("specialty", shipped_rules().specialties())
def test_private_predicates_are_used_in_one_file(specialty: str) -> None:
    """A predicate with an underscore belongs to its file: of all files that are read together, one has it."""
    users = Counter(
        name
        for path in shipped_rules().rule_files(specialty)
        for name in {name for name, _ in used(path) if name.startswith("_")}
    )
    assert [name for name, files in users.items() if files > 1] == []


# Words of the models ---------------------------------------------------------------------------

RELATIONS: Final = (
    "is",
    "is_not",
    "at_least",
    "at_most",
    "or_higher",
    "reaches",
    "below",
    "within",
    "overlaps",
)

# Constants that are no word of a dossier, and what they are.
OWN_WORDS: Final[Mapping[str, str]] = {
    "iot": "a specialty",
    "senior": "a grade of track",
    "achievements": "a clock",
    "tenure": "a clock",
    "threshold": "a parameter",
    "latest": "a rule of windows",
    "highest": "a way to combine criteria",
    "lowest": "a way to combine criteria",
    "every": "a way to combine criteria",
    "required": "a duty",
    "discretionary": "a duty",
}


def kinds() -> set[str]:
    """Return the kinds of record of the models."""
    return {word.value for word in (*RecordKind, *Kind)}


def fields_of(kind: str) -> set[str]:
    """Return the attributes that records of *kind* can tell."""
    found = {
        field
        for model in record_classes()
        if model.kind_of_record == kind
        for field in model.model_fields
    }
    yearly = {
        "assessment": {"year", "assessment_grade"},
        "continuing_education": {"year", "requirement_met"},
        "self_score": {"points"},
        "verified_score": {"points"},
    }
    return found | yearly.get(kind, set())


def attributes() -> set[str]:
    """Return the attributes of the models."""
    return (
        set().union(*map(fields_of, kinds()))
        | {word.value for word in OtherAttribute}
        | {word.value for word in ExpertQuestion}
    )


def own_attributes() -> set[str]:
    """Return the attributes that definitions and tables derive."""
    return column("derived_attribute", 4, 0) | column("table", 6, 2)


def words_of(attribute: str) -> set[str]:
    """Return the words that *attribute* can have."""
    if attribute == "listed":
        return {"yes", "no"}
    vocabularies_of = vocabularies().get(attribute, ())
    return {word.value for vocabulary in vocabularies_of for word in vocabulary} | (
        {"none"} if attribute in LISTS_THAT_MAY_BE_EMPTY else set()
    )


LISTS_THAT_MAY_BE_EMPTY: Final = frozenset({"fields", "directions", "indexed_in", "authorship"})

KINDS_AT: Final = (
    ("counts", 3, 1),
    ("excludes", 2, 1),
    ("measures", 3, 1),
    ("moment", 3, 1),
    ("general_test", 5, 1),
    ("table", 6, 1),
    ("derived_attribute", 4, 1),
    ("point_kind", 1, 0),
    ("term_kind", 1, 0),
    ("achievement_kind", 1, 0),
)
ATTRIBUTES_AT: Final = (
    ("where", 4, 1),
    ("term", 4, 1),
    ("accepts", 3, 1),
    ("open_list", 3, 1),
    ("open_list", 3, 2),
    ("general_test", 5, 2),
    ("moment", 3, 2),
    ("criterion", 4, 2),
    ("floor", 4, 2),
    ("floor_for", 6, 2),
    ("floor_for", 6, 4),
    ("stated_in", 2, 1),
    ("one_class_down", 4, 2),
    ("order", 3, 0),
    ("unit", 2, 0),
    ("expert_question", 1, 0),
    ("reads", 3, 2),
)
# Where rules look at what a dossier tells, or say what is missing.
ATTRIBUTES_IN_RULES: Final[Mapping[Signature, tuple[int, ...]]] = {
    ("value", 4): (2,),
    ("range", 5): (2,),
    ("told", 3): (2,),
    ("known", 3): (2,),
    ("derived", 4): (2,),
    ("derived_range", 5): (2,),
    ("may_be", 4): (2,),
    ("needs", 4): (2, 3),
    ("contradiction", 4): (2, 3),
}


def in_rules(paths: tuple[Path, ...], places: Mapping[Signature, tuple[int, ...]]) -> set[str]:
    """Return the constants that stand at these places in the rules of *paths*."""
    return {
        name
        for path in paths
        for one in statements(path)
        for atom in atoms(one)
        for place in places.get(signature(atom), ())
        for name in constants(atom.arguments[place])
    }


def test_kinds_are_those_of_the_models() -> None:
    """Whatever a rule counts, measures, classifies or governs is a kind of record."""
    found = {kind for place in KINDS_AT for kind in column(*place)}
    found |= in_rules(CHAPTERS, {("item", 3): (2,), ("listed", 2): (1,)})
    assert found <= kinds()


def test_every_kind_is_looked_at() -> None:
    """No record is asked for in vain."""
    looked_at = {kind for place in KINDS_AT for kind in column(*place)}
    assert kinds() - looked_at == set()


def test_attributes_are_those_of_the_models() -> None:
    """Whatever a rule tests is a field of a record, an expert's answer, or derived by a definition or a table."""
    found = {attribute for place in ATTRIBUTES_AT for attribute in column(*place)}
    found |= in_rules((*CORE, *CHAPTERS), ATTRIBUTES_IN_RULES)
    assert found - attributes() - own_attributes() == set()


def test_expert_questions_are_those_of_the_models() -> None:
    """Each is asked by a rule, and each that a rule asks can be answered in a dossier."""
    assert column("expert_question", 1, 0) == {word.value for word in ExpertQuestion}


def test_a_test_looks_at_what_its_records_have() -> None:
    """A clause that counts papers does not ask for the rank of an award."""
    looks_at = {
        str(atom[0]): str(atom[1])
        for name, arity in (("counts", 3), ("excludes", 2), ("measures", 3), ("moment", 3))
        for atom in anywhere(name, arity)
    }
    derived = {(str(kind), str(at)) for at, kind, _, _ in anywhere("derived_attribute", 4)}
    derived |= {(str(kind), str(at)) for _, kind, at, _, _, _ in anywhere("table", 6)}
    questions = {word.value for word in ExpertQuestion}
    for clause, attribute, relation, _ in anywhere("where", 4):
        kind = looks_at[str(clause)]
        known = fields_of(kind) | questions | {at for of, at in derived if of == kind}
        if relation == "overlaps":
            assert attribute == "term"
            assert {"start", "end"} <= fields_of(kind), clause
        else:
            assert attribute in known, (clause, attribute)


def test_constants_of_the_chapters_are_words() -> None:
    """A misspelt word would be one that no dossier can tell."""
    known = (
        kinds()
        | attributes()
        | own_attributes()
        | {word.value for words in vocabularies().values() for known in words for word in known}
        | {word.value for word in ClassName}
        | set(RELATIONS)
        | column("reading_option", 4, 1)
        | set(OWN_WORDS)
    )
    for path in CHAPTERS:
        found = {name for one in statements(path) for name in constants(one)}
        assert found - known == set(), path.name


def test_own_words_are_used() -> None:
    """The list of words that are none of a dossier is no longer than it must be."""
    found = {name for path in CHAPTERS for one in statements(path) for name in constants(one)}
    assert set(OWN_WORDS) <= found


def test_tested_values_are_values_of_the_attribute() -> None:
    """Each value that a rule accepts, refuses or asks for is one that the attribute can have."""
    tests = {(at, rel, value) for _, at, rel, value in anywhere("where", 4)}
    tests |= {(at, rel, value) for _, at, rel, value in anywhere("term", 4)}
    tests |= {(at, rel, value) for _, _, at, rel, value in anywhere("general_test", 5)}
    tests |= {(at, "is", value) for _, at, value in anywhere("accepts", 3)}
    tests |= {(at, "is", value) for _, _, at, value in anywhere("criterion", 4)}
    tests |= {(at, "is", value) for _, _, at, value in anywhere("one_class_down", 4)}
    tests |= {(at, "is", value) for _, _, at, value, _, _ in anywhere("floor_for", 6)}
    steps = {(at, value) for at, value, _ in anywhere("order", 3)}
    windows, units = column("window", 4, 0), column("unit", 2, 0)
    classes = {
        (at, value)
        for table, _, at, _, _, _ in anywhere("table", 6)
        for of, value, _ in anywhere("class", 3)
        if of == table
    }
    listings = {("iot_listing", word) for word in words_of("indexed_in")}
    yes_or_no = {(at, word) for at in own_attributes() for word in ("yes", "no")}
    for attribute, relation, value in tests:
        assert relation in RELATIONS
        if relation in ("within", "overlaps"):
            assert value in windows
        elif relation in ("reaches", "below"):
            assert value == "threshold"
            assert attribute in units
        elif isinstance(value, int):
            assert attribute in units, attribute
            assert relation in ("at_least", "at_most") or attribute == "year"
        elif relation in ("at_least", "at_most", "or_higher"):
            assert (attribute, value) in steps | classes, (attribute, value)
        else:
            known = value in words_of(str(attribute))
            assert known or (attribute, value) in steps | listings | yes_or_no, (attribute, value)


# A step of a scale that no dossier tells, and why.
DERIVED_STEPS: Final[Mapping[tuple[str, str], str]] = {
    ("award_grade", "supreme"): "a definition gives it to the prize that has no grades",
}


def test_scales_have_the_words_of_the_models() -> None:
    """Each step is a word of the attribute, or listed above."""
    for attribute, word, _ in anywhere("order", 3):
        if attribute not in own_attributes():
            known = word in words_of(str(attribute)) or (attribute, word) in DERIVED_STEPS
            assert known, (attribute, word)


def test_relations_are_the_documented_ones() -> None:
    """The language says what each relation means."""
    text = LANGUAGE.read_text(encoding="utf-8")
    described = re.search(r"%\*! where\(.*?\*%", text, re.DOTALL)
    assert described is not None
    for relation in RELATIONS:
        assert re.search(rf"\b{relation}\b", described[0]), relation


# Fields that no rule reads, and why.
UNREAD: Final[Mapping[str, str]] = {
    "id": "determinations name it",
    "name": "for people",
    "note": "for people",
    "kind": "read as the kind of the record",
    "evidence": "read as given or none",
    "education.date": "no clause asks when somebody graduated",
    "degree.date": "no clause asks since when",
    "training_certificate.date": "no clause asks since when",
    "honour.date": "no clause asks since when",
    "misconduct.date": "no clause asks since when",
}


def test_fields_of_the_models_are_read_by_a_rule() -> None:
    """No dossier is asked for what nothing depends on, but for what is listed with its reason."""
    read: set[tuple[str, str]] = set()
    looks_at = {
        str(atom[0]): str(atom[1])
        for name, arity in (("counts", 3), ("excludes", 2), ("measures", 3), ("moment", 3))
        for atom in anywhere(name, arity)
    }
    read |= {(looks_at[str(clause)], str(at)) for clause, at, _, _ in anywhere("where", 4)}
    read |= {(str(kind), str(at)) for _, kind, at in anywhere("moment", 3)}
    read |= {(str(kind), at) for _, kind, _ in anywhere("measures", 3) for at in ("start", "end")}
    read |= {
        (str(kind), at)
        for _, kind, _, relation, _ in anywhere("general_test", 5)
        if relation == "overlaps"
        for at in ("start", "end")
    }
    classified = {str(table): str(kind) for table, kind, _, _, _, _ in anywhere("table", 6)}
    for name, arity, place in ATTRIBUTES_AT:
        if name in ("criterion", "floor", "floor_for", "stated_in", "one_class_down"):
            read |= {(classified[str(atom[0])], str(atom[place])) for atom in anywhere(name, arity)}
    literal = in_rules(CHAPTERS, {("value", 4): (2,), ("range", 5): (2,)})
    read |= {(kind, at) for kind in kinds() for at in fields_of(kind) & literal}
    unread = {
        f"{model.kind_of_record}.{field}"
        for model in record_classes()
        for field in model.model_fields
        if (model.kind_of_record, field) not in read and field not in UNREAD
    }
    assert unread == {name for name in UNREAD if "." in name}


# Clauses ---------------------------------------------------------------------------------------

CLAUSES_AT: Final = (
    ("part", 2, 0),
    ("part", 2, 1),
    ("all_of", 1, 0),
    ("any_of", 1, 0),
    ("at_least", 2, 0),
    ("negates", 2, 0),
    ("negates", 2, 1),
    ("counts", 3, 0),
    ("excludes", 2, 0),
    ("measures", 3, 0),
    ("measured_from", 2, 0),
    ("measured_until", 2, 0),
    ("nominal_years", 1, 0),
    ("by_determination", 1, 0),
    ("accepts", 3, 0),
    ("open_list", 3, 0),
    ("governed_by", 2, 0),
    ("governed_by", 2, 1),
    ("general_test", 5, 0),
    ("defined_in", 2, 1),
    ("reads", 2, 0),
    ("reads", 3, 0),
    ("concerns", 2, 1),
    ("track", 5, 0),
    ("route", 2, 1),
    ("barred_if", 2, 0),
    ("barred_if", 2, 1),
    ("beside", 2, 1),
    ("consequence", 2, 0),
    ("consequence", 2, 1),
    ("interview", 3, 0),
    ("interview", 3, 2),
    ("table", 6, 0),
)
FORMS: Final = (
    ("all_of", 1),
    ("any_of", 1),
    ("at_least", 2),
    ("negates", 2),
    ("counts", 3),
    ("excludes", 2),
    ("measures", 3),
    ("by_determination", 1),
)


@cache
def tree(choice: tuple[str | None, str | None]) -> frozenset[str]:
    """Return the clauses of the tracks and of what stands beside them, under one reading."""
    held = facts(*choice)
    roots = {str(atom[0]) for atom in held["track", 5]} | {
        str(atom[1]) for atom in held["beside", 2]
    }
    return frozenset(roots | {str(clause) for clause, above in held["under", 2] if above in roots})


@pytest.mark.parametrize("choice", [(None, None), *rivals()], ids=str)
def test_clauses_that_are_named_exist(choice: tuple[str | None, str | None]) -> None:
    """Under each reading, whatever a fact names is a clause, and each part of a track has exactly one form."""
    held = facts(*choice)
    known = {atom[0] for atom in held["clause", 4]}
    moments = {atom[0] for atom in held["moment", 3]}
    for name, arity, place in CLAUSES_AT:
        named = {atom[place] for atom in held.get((name, arity), ())}
        # A moment has tests as a clause has, so it can be read in different ways, too.
        assert named - known - (moments if name == "reads" else set()) == set(), name
    forms = Counter(
        clause
        for name, arity in FORMS
        for clause in {atom[0] for atom in held.get((name, arity), ())}
    )
    assert max(forms.values()) == 1
    assert tree(choice) - set(forms) == set()
    # Whatever judges by facts or words is in the tree under some reading, or it judges in vain.
    assert set(forms) <= set().union(tree((None, None)), *map(tree, rivals()))
    compound = {atom[0] for name, arity in FORMS[:3] for atom in held.get((name, arity), ())}
    assert compound == {atom[0] for atom in held["part", 2]}


def test_texts_that_look_like_ids_are_ids() -> None:
    """A string with dots in a chapter names a clause, a term, a window, a moment or a track."""
    known = (
        clause_ids()
        | column("term", 4, 0)
        | column("window", 4, 0)
        | column("moment", 3, 0)
        | column("not_encoded", 4, 0)
    )
    for path in CHAPTERS:
        found = {
            symbol.string
            for one in statements(path)
            for symbol in symbols(one)
            if symbol.type is SymbolType.String and re.fullmatch(r"[a-z]+\.[\w.]+", symbol.string)
        }
        assert found - known == set(), path.name


def test_windows_terms_moments_and_readings_that_are_named_exist() -> None:
    """Nothing refers to a term, a moment, a window or a reading that is not there, and none is there in vain."""
    terms, moments = column("term", 4, 0), column("moment", 3, 0)
    assert column("uses", 2, 1) <= terms
    named = column("measured_from", 2, 1) | column("window_since", 2, 1)
    named |= column("window_otherwise", 3, 1) | column("window_otherwise", 3, 2)
    assert named == moments
    assert column("uses", 2, 0) - moments <= clause_ids()
    assert column("where", 4, 0) - moments <= clause_ids()
    windows = column("window", 4, 0)
    assert column("window_years", 2, 0) | column("window_since", 2, 0) == windows
    asked = {value for _, _, rel, value in anywhere("where", 4) if rel in ("within", "overlaps")}
    assert asked == windows
    readings = column("reading_question", 4, 0)
    assert column("reading_option", 4, 0) == column("default", 2, 0) == readings
    assert column("reads", 2, 1) | column("concerns", 2, 0) == readings
    assert {(reading, option) for reading, option in anywhere("default", 2)} <= {
        (reading, option) for reading, option, _, _ in anywhere("reading_option", 4)
    }


def test_moments_have_plain_tests() -> None:
    """A moment is looked up before windows are, so its tests ask for no window."""
    moments = column("moment", 3, 0)
    asked = {rel for clause, _, rel, _ in anywhere("where", 4) if clause in moments}
    assert asked.isdisjoint({"within", "overlaps", "reaches", "below"})


# Texts -----------------------------------------------------------------------------------------

_NUMBER: Final = "[一二三四五六七八九十]+"
_ARTICLE: Final = rf"第{_NUMBER}条(?:\({_NUMBER}\))*"
_CITE: Final = re.compile(rf"(?:{_ARTICLE}|附\d(?: 注\d)?)")
# Cites of another form, and what they name.
OTHER_CITES: Final[Mapping[str, str]] = {
    "评价条件": "the conditions as a whole",
    "总则": "no passage: a way to read all of them",
    "第十九至二十一条": "several articles in a row",
}
LONGEST_LABEL: Final = 40
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")

CITES_AT: Final = (
    ("clause", 4, 1),
    ("not_encoded", 4, 1),
    ("reading_question", 4, 1),
    ("table", 6, 3),
)
LABELS_AT: Final = (
    ("clause", 4, 2),
    ("reading_option", 4, 2),
    ("reading_question", 4, 2),
    ("window", 4, 2),
    ("track", 5, 3),
    ("table", 6, 4),
    ("derived_attribute", 4, 2),
)


def test_cites_are_well_formed() -> None:
    """A cite names articles with their items, or an annex."""
    for place in CITES_AT:
        for cite in column(*place):
            for one in str(cite).split("、"):
                assert _CITE.fullmatch(one) or one in OTHER_CITES, cite


def test_labels_are_short_and_in_both_languages() -> None:
    """Labels are our own short words, and an English one has no Chinese in it but the names of annexes."""
    for name, arity, place in LABELS_AT:
        for atom in anywhere(name, arity):
            zh, en = str(atom[place]), str(atom[place + 1])
            assert zh.strip() == zh != ""
            assert en.strip() == en != ""
            assert len(zh) <= LONGEST_LABEL, zh
            assert not _CHINESE.search(re.sub(r"附\d", "", en)), en


def test_ids_of_clauses_are_those_of_the_track() -> None:
    """An id starts with its track or with the annexes of its specialty, and has no blanks or capitals."""
    for clause in clause_ids():
        assert re.fullmatch(rf"({TRACK}|{SPECIALTY}\.app)(\.[a-z0-9_]+)*", clause), clause


# Readings --------------------------------------------------------------------------------------

FORM_AND_QUANTITY: Final = frozenset(
    {
        "part",
        "all_of",
        "any_of",
        "at_least",
        "negates",
        "counts",
        "excludes",
        "measures",
        "measured_from",
        "measured_until",
        "nominal_years",
        "by_determination",
    }
)
# What a fact about a clause is.
ABOUT_A_CLAUSE: Final = FORM_AND_QUANTITY | {
    "clause",
    "governed_by",
    "where",
    "accepts",
    "open_list",
}

# Readings that change no fact about a clause, and what they change.
CHANGE_NO_FACT: Final[Mapping[str, str]] = {
    "A001": "where the kernel lets a window begin",
    "A002": "the moment that a window reaches back to",
    "A019": "what a definition makes of the subject",
    "A094": "what a definition makes of the venue",
    "G5": "what a definition makes of a sub-topic",
    "A105": "how the criteria of a table combine",
    "A124": "on which route there is an interview",
}


# Clauses whose parts a rival changes although they do not read it, because one of the parts does.
READ_BY_A_PART: Final[Mapping[str, tuple[str, ...]]] = {
    "A029": (f"{TRACK}.7.8.c",),
    "A033": (TRACK, f"{TRACK}.performance"),
}


def about_clauses(held: Atoms) -> dict[str, set[tuple[str, Atom]]]:
    """Return the facts about each clause."""
    found: dict[str, set[tuple[str, Atom]]] = {}
    for (name, _), rows in held.items():
        if name in ABOUT_A_CLAUSE:
            for atom in rows:
                found.setdefault(str(atom[0]), set()).add((name, atom))
    return found


@cache
def changed_by(reading: str) -> Mapping[str, set[tuple[str, Atom]]]:
    """Return for each clause the facts that a rival of *reading* adds or takes away."""
    before, found = about_clauses(facts()), dict[str, set[tuple[str, Atom]]]()
    for known, option in rivals():
        if known == reading:
            after = about_clauses(facts(reading, option))
            for clause in {*before, *after}:
                differs = before.get(clause, set()) ^ after.get(clause, set())
                if differs:
                    found.setdefault(clause, set()).update(differs)
    return found


@pytest.mark.parametrize("reading", sorted({reading for reading, _ in rivals()}))
def test_readings_touch_the_clauses_that_say_so(reading: str) -> None:
    """Where a rival changes a clause, the clause reads the reading, or is below or governed by one that does."""
    narrow: dict[str, set[str]] = {}
    for clause, known, attribute in anywhere("reads", 3):
        if known == reading:
            narrow.setdefault(str(clause), set()).add(str(attribute))
    readers = {str(clause) for clause, known in anywhere("reads", 2) if known == reading}
    wide = with_what_is_below(readers - set(narrow))
    changed = changed_by(reading)
    assert set(changed) - set(narrow) - wide == set(READ_BY_A_PART.get(reading, ()))
    assert bool(changed) != (reading in CHANGE_NO_FACT)
    for clause in set(changed) & set(narrow) - wide:
        names = {name for name, _ in changed[clause]}
        assert names <= {"where", "accepts"}, clause
        assert {atom[1] for _, atom in changed[clause]} <= narrow[clause], clause


def with_what_is_below(clauses: set[str]) -> set[str]:
    """Return *clauses*, what is below them, and what they govern."""
    below = {str(clause) for clause, above in anywhere("under", 2) if above in clauses}
    governed = {str(clause) for clause, general in anywhere("governed_by", 2) if general in clauses}
    return clauses | below | governed


# Numbers ---------------------------------------------------------------------------------------

# Comparisons of Python with a number, and what the number is.
COMPARED: Final[Mapping[tuple[str, str], str]] = {
    ("intake/text.py", "4"): "every fourth byte",
    ("model/amounts.py", "100"): "two decimals of an amount in 亿元",
}
# Named numbers of Python that are numbers of the regulation as well, and what they are.
NAMED: Final[Mapping[tuple[str, str], str]] = {
    ("answer.py", "_STORES"): "arguments of predicates",
    ("read_rules.py", "RULE_SIGNATURES"): "arguments of predicates",
    ("evaluate.py", "CROWD"): "dossiers in one grounding",
    ("worker.py", "_MOST_IDLE"): "processes",
    ("model/amounts.py", "HUNDREDS_PER_WAN"): "a unit",
    ("model/amounts.py", "HUNDREDTHS_PER_POINT"): "a unit",
    ("model/amounts.py", "MOST_POINTS"): "the scale of points ends there",
    ("model/amounts.py", "_UNITS"): "units",
    ("model/amounts.py", "_SCALES"): "spelt numbers",
    ("model/dossier.py", "MAX_RECORDS"): "a limit of what is read",
    ("model/fields.py", "MAX_TEXT"): "a limit of what is read",
}
# Layers that read or print and judge nothing.
JUDGES_NOTHING: Final = ("cli/", "report/", "intake/", "web/")
SMALL: Final = frozenset({-1, 0, 1, 2})

PACKAGE: Final = Path(__file__).parent.parent / "reasoner"


def numbers_of_the_regulation() -> set[int]:
    """Return every number in the chapters."""
    return {
        symbol.number
        for path in CHAPTERS
        for one in statements(path)
        for symbol in symbols(one)
        if symbol.type is SymbolType.Number
    }


def python_files() -> Iterator[tuple[str, python.Module]]:
    """Yield the modules of the package, parsed."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield (
            path.relative_to(PACKAGE).as_posix(),
            python.parse(path.read_text(encoding="utf-8")),
        )


def literals(node: python.AST) -> Iterator[int]:
    """Yield the whole numbers written in *node*."""
    for inner in python.walk(node):
        if isinstance(inner, python.Constant) and type(inner.value) is int:
            yield inner.value


def test_python_compares_with_no_number_of_the_regulation() -> None:
    """A limit of the regulation stands in the rules and nowhere else."""
    found = {
        (name, str(number))
        for name, module in python_files()
        for node in python.walk(module)
        if isinstance(node, python.Compare)
        for number in literals(node)
        if number not in SMALL
    }
    assert found == set(COMPARED)


def test_named_numbers_of_python_are_none_of_the_regulation() -> None:
    """Nor is it hidden behind a name."""
    regulation = numbers_of_the_regulation() - SMALL
    assert regulation >= {3, 5, 4, 500, 5000, 40_000}
    found = {
        (name, python.unparse(target))
        for name, module in python_files()
        if not name.startswith(JUDGES_NOTHING)
        for node in module.body
        if isinstance(node, python.Assign | python.AnnAssign) and node.value is not None
        for target in (node.targets if isinstance(node, python.Assign) else [node.target])
        if set(literals(node.value)) & regulation
    }
    assert found == set(NAMED)


# Against the register --------------------------------------------------------------------------

needs_register = pytest.mark.skipif(
    not REGISTER.is_file(), reason="the clause register is not at hand (ZHICHENG_REGISTER)"
)
needs_readings = pytest.mark.skipif(
    not READINGS.is_file(), reason="the list of readings is not beside the clause register"
)

# Clauses of the register whose leaves are no clauses here, and what they are instead.
LEAVES_ELSEWHERE: Final[Mapping[str, str]] = {
    "iot.app.2.project": "rows of the table",
    "iot.app.2.product": "rows of the table",
    "iot.app.2.notes": "one_class_down; what proves a grade, and which limit is inclusive, are no rows",
    "iot.app.3": "rows of the table, by industry",
    "iot.app.4": "rows of the table",
    "iot.senior.16.1": "the terms iot.lead, iot.main and iot.laureate; what accepts a rank that is not listed",
    "iot.senior.16.2": "the definition of iot_award_level",
    "iot.senior.16.3": "the definition of iot_award_level",
    "iot.senior.16.4": "the definition of iot_award_level",
    "iot.senior.16.5": "the term iot.industry_award",
    "iot.senior.16.6": "the term iot.international_standard",
    "iot.senior.16.7": "the terms iot.first_author and iot.corresponding_author",
    "iot.senior.16.8": "the definition of iot_project_level",
    "iot.senior.16.9": "the definition of iot_project_level",
    "iot.senior.16.10": "the definition of iot_project_level",
    "iot.senior.16.11": "the definition of iot_project_level",
    "iot.senior.16.14": "the term iot.paper",
    "all.time.1": "the notice: until when years count",
    "all.time.2": "the notice: until when achievements count",
    "all.time.3": "the notice: the years of assessment",
    "all.time.4": "the notice: the years of continuing education",
    "all.time.5": "the general tests of iot.senior.13",
    "all.time.6": "the reading A002",
}


@dataclass(frozen=True)
class Registered:
    """A clause of the register with its leaves."""

    id: str
    leaves: tuple[str, ...]


@cache
def registered() -> tuple[Registered, ...]:
    """Return the clauses of this specialty in the register, and those on time, which all specialties share."""
    return tuple(
        Registered(entry["id"], tuple(leaf["id"] for leaf in entry["leaves"] or ()))
        for entry in json.loads(REGISTER.read_text(encoding="utf-8"))
        if entry["id"].startswith((f"{TRACK}.", f"{SPECIALTY}.app.", "all.time."))
    )


@needs_register
def test_every_registered_clause_is_encoded_or_listed() -> None:
    """Each is a clause of the rules, or listed with the reason why it decides nothing."""
    known = clause_ids() | column("not_encoded", 4, 0)
    ids = [one.id for one in registered() if one.id not in known]
    assert [name for name in ids if not name.startswith("all.time.")] == []


@needs_register
def test_every_registered_leaf_is_encoded_or_explained() -> None:
    """So is each leaf, or the table above says what it is instead."""
    excused = column("not_encoded", 4, 0)
    known = clause_ids() | excused
    elsewhere = {
        one.id for one in registered() if one.id not in excused and not set(one.leaves) <= known
    }
    assert elsewhere == set(LEAVES_ELSEWHERE)


@needs_register
def test_what_is_not_encoded_is_registered() -> None:
    """Nothing is excused that is not there, and nothing that is encoded."""
    ids = {name for one in registered() for name in (one.id, *one.leaves)}
    assert column("not_encoded", 4, 0) <= ids
    assert column("not_encoded", 4, 0).isdisjoint(clause_ids())


# Settled readings that concern this specialty and are no switch, and why.
NO_SWITCH: Final[Mapping[str, str]] = {
    "G2": "states no rival; the calendar of the kernel",
    "G3": "states no rival: an unlisted rank stays open; what it applies to is A091",
    "G4": "states no rival; the windows of the kernel",
    "G6": "its rival is that of A074",
    "G7": "states no rival: a judgement is open until it is given",
    "A023": "asks about the wording of another specialty; this one says 铜牌以上",
    "A031": "asks about commas in other specialties; this one enumerates",
    "A044": "asks about ranks that other specialties leave out; this one admits every finisher",
    "A074": "the notice would have to say so; the answer reports how many achievements are distinct",
    "A085": "there is no item on books here",
    "A086": "the words differ in other specialties; this one uses the word that it defines",
    "A107": "the grades decide nothing here but the score, for which the text itself asks for the lower grade",
    "A121": "about the vote of the panel, not about the candidate",
    "A146": "one patent is asked for, so there is nothing to mix",
}


def settled() -> dict[str, str]:
    """Return the settled readings with the text of their sections."""
    text = READINGS.read_text(encoding="utf-8")
    general = dict(re.findall(r"^- \*\*(G\d+) (.*)$", text, re.MULTILINE))
    sections = re.findall(r"^## (A\d+) .*?\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return general | dict(sections)


@needs_readings
def test_every_settled_reading_is_a_switch_or_explained() -> None:
    """Each that cites this specialty can be chosen, or the table above says why there is nothing to choose."""
    concerned = {
        number
        for number, text in settled().items()
        if number.startswith("G")
        or any(re.search(r"\biot\b", line) for line in text.splitlines() if "Cites:" in line)
    }
    assert concerned - set(book().readings) == set(NO_SWITCH)
    assert set(book().readings) <= set(settled())
