"""What do the rules say? The rule book, whole or from one clause down."""

from collections.abc import Mapping

from reasoner.assess import prepare
from reasoner.evaluate import rule_book
from reasoner.model.assessment import Label
from reasoner.model.rule_book import (
    RULES_FORMAT,
    ClauseEntry,
    NotEncodedEntry,
    OptionEntry,
    ReadingEntry,
    Rules,
    TermEntry,
    TestEntry,
)
from reasoner.procedure_rules import procedure_readings
from reasoner.rule_book import Clause, RuleBook
from reasoner.rule_book import Test as ClauseTest
from reasoner.why import find_clause


def rules(
    track: str, clause: str | None = None, *, readings: Mapping[str, str] | None = None
) -> Rules:
    """Return the rule book of *track* under *readings*; from *clause* down if one is named.

    Raises:
        InputError: unknown track, clause, reading or option.
    """
    setting, found = prepare(track, readings=readings)
    book = rule_book(setting)
    wanted = (
        list(book.clauses) if clause is None else book.under(find_clause(clause, found.id, book))
    )
    shown = [book.clauses[name] for name in wanted]
    terms = sorted({term for one in shown for term in one.terms})
    touched = {reading for one in shown for reading in one.readings}
    return Rules(
        format=RULES_FORMAT,
        track=found.id,
        clauses=tuple(map(_clause, shown)),
        terms=tuple(_term(term, book) for term in (terms if clause else sorted(book.terms))),
        readings=(
            *(
                _reading(reading, book)
                for reading in book.readings
                if clause is None or reading in touched
            ),
            *(procedure_readings(found.id) if clause is None else ()),
        ),
        not_encoded=tuple(
            NotEncodedEntry(name, cite, Label(*reason))
            for name, (cite, reason) in book.not_encoded.items()
            if clause is None
        ),
    )


def _clause(clause: Clause) -> ClauseEntry:
    return ClauseEntry(
        id=clause.id,
        cite=clause.cite,
        label=Label(*clause.label),
        form=clause.form,
        quota=clause.needs,
        kind=clause.kind,
        parts=clause.parts,
        tests=tuple(map(_test, clause.tests)),
        measured_from=clause.measured_from,
        measured_until=clause.measured_until,
        terms=clause.terms,
        readings=clause.readings,
        pieces=clause.pieces,
        asked_if=clause.asked_if,
    )


def _test(test: ClauseTest) -> TestEntry:
    return TestEntry(test.attribute, test.relation, tuple(map(str, test.values)), test.source)


def _term(name: str, book: RuleBook) -> TermEntry:
    term = book.terms[name]
    return TermEntry(name, term.defined_in, tuple(map(_test, term.tests)))


def _reading(name: str, book: RuleBook) -> ReadingEntry:
    reading = book.readings[name]
    return ReadingEntry(
        id=name,
        cite=reading.cite,
        question=Label(*reading.question),
        options=tuple(
            OptionEntry(option.id, Label(*option.label), option.id == reading.default)
            for option in reading.options
        ),
        clauses=tuple(dict.fromkeys(clause for clause, _ in book.read_by.get(name, ()))),
        decides="eligibility",
    )
