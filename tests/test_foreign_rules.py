"""Rules that somebody hands us hold the vocabulary and nothing else, and run apart."""

import shutil
from pathlib import Path

import pytest

from reasoner import evaluate
from reasoner.assess import assess
from reasoner.catalog import shipped_rules
from reasoner.errors import InputError, SolverCrash, SolverTimeout
from reasoner.intake.dossier import read_dossier
from reasoner.policy.foreign_rules import check_rule_files, foreign_rules

EXAMPLE = Path(__file__).parent.parent / "examples" / "iot_degree_path.yaml"
CHAPTER = Path("regulations", "zj_2025_366", "iot", "paths.lp")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the shipped rules."""
    return Path(shutil.copytree(shipped_rules().root, tmp_path / "mine"))


def add(folder: Path, line: str) -> None:
    """Add *line* to a chapter."""
    path = folder / CHAPTER
    path.write_text(path.read_text("utf-8") + line + "\n", encoding="utf-8")


REFUSED = {
    "a script": ("#script (python) import os #end.", 1, "#script"),
    "an include": ('#include "/etc/passwd".', 1, "#include"),
    "a script called in a term": ("counts(@f(1), patent, 1).", 8, "@"),
    "an external": ('  #external met(1, "iot.senior").', 3, "#external"),
    "a constant": ("#const n = 3.", 1, "#const"),
    "a theory": ("&sum { x } >= 3.", 1, "&"),
    "a choice": ('{ met(A, "iot.senior") } :- applicant(A).', 1, "met"),
    "a disjunction": ("_a ; _b.", 1, "_a"),
    "a constraint": (':- met(1, "iot.senior").', 1, "met"),
    "an optimisation": ('#minimize { 1 : met(1, "iot.senior") }.', 1, "#minimize"),
    "an unknown predicate": ('count("iot.senior.12.2.a", patent, 1).', 1, "counts"),
    "an unknown predicate in a body": ('met(A, "x") :- applicant(A), nobody(A).', 30, "nobody"),
    "a predicate with a minus": ('-part("iot.senior", "iot.senior.2").', 1, "-part"),
    "an error of syntax": ("part(", 1, "syntax"),
}


@pytest.mark.parametrize(("line", "column", "shown"), REFUSED.values(), ids=REFUSED)
def test_anything_but_the_vocabulary_is_refused(
    tmp_path: Path, line: str, column: int, shown: str
) -> None:
    """With file, line and column; an error of syntax shows where the parser gave up."""
    path = tmp_path / "mine.lp"
    path.write_text(f'%# A chapter\nheading(iot, "a").\n{line}\n', encoding="utf-8")
    with pytest.raises(InputError) as caught:
        check_rule_files(tmp_path, [path])
    problem = caught.value.problems[0]
    assert problem.source == "mine.lp"
    if shown != "syntax":
        assert (problem.line, problem.column) == (3, column)
    assert shown in problem.in_language("en")


def test_words_in_strings_and_comments_are_harmless(folder: Path) -> None:
    """What is not code cannot run."""
    add(folder, '% #script (python)\nheading(iot, "#include & @").')
    assert foreign_rules(folder).root == folder


def test_a_link_out_of_the_folder_is_refused(folder: Path, tmp_path: Path) -> None:
    """A folder is what it holds."""
    outside = tmp_path / "outside.lp"
    outside.write_text("", encoding="utf-8")
    (folder / CHAPTER.parent / "more.lp").symlink_to(outside)
    with pytest.raises(InputError, match=r"more\.lp"):
        foreign_rules(folder)


def test_a_folder_without_a_kernel_is_refused(tmp_path: Path) -> None:
    """With what it should look like."""
    with pytest.raises(InputError, match="core"):
        foreign_rules(tmp_path)


def test_rules_that_ground_without_end_are_stopped(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer is that there is none, and nothing else dies."""
    add(folder, "_n(1). _n(X + 1) :- _n(X).")
    monkeypatch.setattr(evaluate, "FOREIGN_SECONDS", 3.0)
    rules = foreign_rules(folder)
    with pytest.raises((SolverTimeout, SolverCrash)):
        assess(read_dossier(EXAMPLE), "iot.senior", rules=rules)


def test_rules_that_take_too_much_memory_are_stopped(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the machine is."""
    add(folder, "_n(1..3000). _m(X, Y, Z) :- _n(X), _n(Y), _n(Z).")
    monkeypatch.setattr(evaluate, "FOREIGN_MEGABYTES", 400)
    rules = foreign_rules(folder)
    with pytest.raises(SolverCrash):
        assess(read_dossier(EXAMPLE), "iot.senior", rules=rules)
