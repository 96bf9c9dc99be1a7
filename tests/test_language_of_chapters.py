"""In which language the rule files are written, and that each says what is its own."""

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
from clingo.ast import ASTType

from tests.encodings import (
    CHAPTERS,
    CORE,
    INPUTS,
    LANGUAGE,
    ROOT,
    SPECIALTIES,
    Signature,
    declared,
    documented,
    file_id,
    rule_files,
    statements,
    used,
)

ONLY_SHOWS: Final = tuple(
    ROOT / "core" / f"{name}.lp" for name in ("show", "scoring_match_show", "scoring_sums_show")
)


PLAIN: Final = {ASTType.Program, ASTType.Comment, ASTType.Rule}


@pytest.mark.parametrize("path", [*CORE, *CHAPTERS], ids=file_id)
def test_a_file_holds_plain_rules_only(path: Path) -> None:
    """No choice, disjunction, constraint, optimisation, script, include or external: there is nothing to search."""
    allowed = PLAIN | (
        {ASTType.Defined}
        if path in (*LANGUAGE, INPUTS)
        else {ASTType.ShowSignature, ASTType.ShowTerm}
        if path in ONLY_SHOWS
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


@pytest.mark.parametrize("specialty", SPECIALTIES)
def test_no_two_files_say_the_same(specialty: str) -> None:
    """Of the files that are read together, no two state the same fact."""
    facts_of = Counter(
        str(one)
        for path in rule_files(specialty)
        for one in statements(path)
        if one.ast_type is ASTType.Rule and not one.body
    )
    assert [fact for fact, times in facts_of.items() if times > 1] == []


# The kernel derives these, and chapters may ask for them.
KERNEL: Final[Mapping[Signature, str]] = {
    ("reading", 2): "the option of a reading that holds",
    ("under", 2): "a clause is somewhere below another one",
    ("looks_at", 2): "the kind of record that a clause looks at",
    ("dated", 4): "the first and the last year in which the day of a record can lie",
    ("told", 3): "the dossier tells the attribute of the record",
    ("known", 3): "it is told, or a definition gives it",
    ("class_range", 5): "the classes that a table leaves possible for the record",
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


@pytest.mark.parametrize("specialty", SPECIALTIES)
def test_private_predicates_are_used_in_one_file(specialty: str) -> None:
    """A predicate with an underscore belongs to its file: of all files that are read together, one has it."""
    users = Counter(
        name
        for path in rule_files(specialty)
        for name in {name for name, _ in used(path) if name.startswith("_")}
    )
    assert [name for name, files in users.items() if files > 1] == []
