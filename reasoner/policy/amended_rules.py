"""Rules under an amendment: a folder of rule files that is gone when it is no longer asked."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from reasoner.catalog import RuleSet
from reasoner.errors import InputError, Problem, Text
from reasoner.evaluate import Setting, rule_book
from reasoner.policy.amendment import Amendment, described
from reasoner.policy.rule_language import rule_language, stated_facts
from reasoner.policy.rule_text import file_without, text_of


@contextmanager
def amended(setting: Setting, amendment: Amendment) -> Iterator[Setting]:
    """Give *setting* with its rules under *amendment*; they are run apart, as all rules that are not the shipped ones.

    Raises:
        InputError: what is taken out follows from other rules all the same.
        RulesError: the amended rules are wrong.
    """
    with tempfile.TemporaryDirectory(prefix="zhicheng-") as folder:
        root = Path(folder) / "rules"
        shutil.copytree(setting.rules.root, root, ignore=shutil.ignore_patterns("__pycache__"))
        after = replace(setting, rules=RuleSet(root))
        _rewrite(after, amendment)
        rule_book(after)
        _check_gone(after, amendment)
        yield after


def _rewrite(setting: Setting, amendment: Amendment) -> None:
    rules, specialty = setting.rules, setting.specialty
    core = rules.root / "core"
    known = {*rules.rule_files(specialty)}
    if rules.has_scoring_table(specialty):
        known |= {*rules.score_match_files(specialty), *rules.score_sum_files(specialty)}
    files = [path for path in sorted(known) if path.parent != core]
    removed = frozenset(amendment.removed)
    for path in files:
        rewritten = file_without(path, removed) if removed else None
        if rewritten is not None:
            path.write_text(rewritten, encoding="utf-8")
    of_scoring = rule_language().of_scoring
    for name, belongs in (("amendment.lp", False), ("scoring_amendment.lp", True)):
        facts = [fact for fact in amendment.added if (fact[0] in of_scoring) == belongs]
        text = "".join(f"{line}\n" for line in described(facts))
        (rules.specialties()[specialty] / name).write_text(text, encoding="utf-8")


def _check_gone(setting: Setting, amendment: Amendment) -> None:
    in_force = stated_facts(setting)
    problems = [
        Problem(
            Text(
                "由其他规则推出，删不掉；请改推出它的定义",
                "follows from other rules; change the definition that it follows from",
            ),
            amendment.source,
            value=text_of(fact),
        )
        for fact in amendment.removed
        if fact in in_force and fact not in amendment.added
    ]
    if problems:
        raise InputError(problems)
