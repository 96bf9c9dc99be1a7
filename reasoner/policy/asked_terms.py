"""A term as a condition: somebody has a record of which it holds."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from reasoner.catalog import RuleSet, specialty_of
from reasoner.errors import InputError, Problem, Text
from reasoner.evaluate import Setting, rule_book
from reasoner.intake.dossier import read_notice
from reasoner.rule_book import RuleBook


def record_of(term: str) -> str:
    """Return the clause that is met by a record of which *term* holds."""
    return f"{term}.record"


@contextmanager
def rules_that_ask(names: Iterable[str], rules: RuleSet) -> Iterator[RuleSet]:
    """Give *rules* with a clause for each of *names* that is a term; they are gone when no longer asked.

    Such a clause looks at records of the kinds for which clauses use the terms: of several terms, those that all have.

    Raises:
        InputError: no specialty has the name, or there is no kind of record for which the terms are used.
        RulesError: the rules are wrong.
    """
    books: dict[str, RuleBook] = {}
    terms: dict[str, str] = {}
    for name in names:
        specialty = specialty_of(name, rules)
        if specialty not in books:
            setting = Setting(rules, specialty, read_notice(rules.notice(specialty)))
            books[specialty] = rule_book(setting)
        if name in books[specialty].terms and name not in books[specialty].clauses:
            terms[name] = specialty
    if not terms:
        yield rules
        return
    kinds = _kinds(terms, books)
    with tempfile.TemporaryDirectory(prefix="zhicheng-") as folder:
        root = Path(folder) / "rules"
        shutil.copytree(rules.root, root, ignore=shutil.ignore_patterns("__pycache__"))
        asking = RuleSet(root)
        for specialty in set(terms.values()):
            lines = [
                line
                for term, own in terms.items()
                if own == specialty
                for line in _statements(term, kinds, books[specialty])
            ]
            place = asking.specialties()[specialty] / "asked_terms.lp"
            place.write_text("\n".join([*lines, ""]), encoding="utf-8")
        yield asking


def _kinds(terms: dict[str, str], books: dict[str, RuleBook]) -> Sequence[str]:
    """Return the kinds of record for which clauses use every one of *terms*.

    Raises:
        InputError: there is none.
    """
    used = {
        term: {
            kind
            for clause in books[specialty].clauses.values()
            if term in clause.terms
            for kind in clause.kinds
        }
        for term, specialty in terms.items()
    }
    found = sorted(set.intersection(*used.values()))
    if not found:
        raise InputError(
            [
                Problem(
                    Text(
                        "没有哪类材料的条款都用到这些术语，无从比较",
                        "for no kind of record do clauses use all of these terms, so they cannot be compared",
                    ),
                    value=" ".join(terms),
                )
            ]
        )
    return found


def _statements(term: str, kinds: Sequence[str], book: RuleBook) -> Iterator[str]:
    defined_in = book.clauses.get(book.terms[term].defined_in or "")
    cite = defined_in.cite if defined_in else ""
    yield f'clause("{record_of(term)}", "{cite}", "术语 {term}", "the term {term}").'
    yield f'any_of("{record_of(term)}").'
    for kind in kinds:
        leaf = f"{record_of(term)}.{kind}"
        yield f'part("{record_of(term)}", "{leaf}").'
        yield f'clause("{leaf}", "{cite}", "术语 {term}", "the term {term}").'
        yield f'counts("{leaf}", {kind}, 1).'
        yield f'uses("{leaf}", "{term}").'
