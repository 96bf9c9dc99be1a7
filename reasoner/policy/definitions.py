"""Are the words defined, used, ordered and the same everywhere?"""

from collections.abc import Iterator

from reasoner.errors import Text
from reasoner.model.vocabulary import PARAMETERS
from reasoner.policy.finding import Finding
from reasoner.policy.kinds_of_finding import (
    EXPERTS_DECIDE,
    NO_ORDER,
    NO_VALUE,
    OPEN_LIST,
    TERM_NOT_DEFINED,
    TERM_NOT_USED,
)
from reasoner.policy.rule_facts import RuleFacts, rule_facts
from reasoner.rule_book import Clause, Term

_COMPARED = ("at_least", "at_most", "or_higher")
_OF_THE_NOTICE = ("reaches", "below")


def check_definitions(rules: RuleFacts) -> Iterator[Finding]:
    """Yield what is odd about the words of one specialty."""
    yield from _terms(rules)
    yield from _orders(rules)
    yield from _parameters(rules)
    yield from _open_lists(rules)
    yield from _experts(rules)


def _terms(rules: RuleFacts) -> Iterator[Finding]:
    used = {str(term) for _, term in rules.rows("uses", 2)}
    unused = set(rules.book.terms) - used
    for term in sorted(unused - _used_by_a_rival(rules) if unused else unused):
        defined_in = rules.book.terms[term].defined_in
        cite = rules.cite(defined_in) if defined_in else ""
        yield Finding(
            TERM_NOT_USED,
            rules.specialty,
            (defined_in,) if defined_in else (),
            (cite,) if cite else (),
            Text(
                f"{cite}定义的术语 {term} 没有条款使用。",
                f"the term {term}, defined in {cite}, is used by no clause.",
            ),
            term,
        )
    defined = {str(row[0]) for row in rules.rows("term", 4)}
    for term in sorted(used - defined):
        users = [str(clause) for clause, name in rules.rows("uses", 2) if name == term]
        if _defined_by_a_rival(rules, term):
            continue
        yield Finding(
            TERM_NOT_DEFINED,
            rules.specialty,
            tuple(users),
            tuple(map(rules.cite, users)),
            Text(
                f"{'、'.join(map(rules.cite, users))}使用的术语 {term} 没有定义。",
                f"the term {term}, used by {', '.join(map(rules.cite, users))}, is not defined.",
            ),
            term,
        )


def _rivals(rules: RuleFacts) -> Iterator[RuleFacts]:
    for reading in rules.book.readings.values():
        for option in reading.options:
            if option.id != reading.default:
                yield rule_facts(rules.setting.rules, rules.specialty, {reading.id: option.id})


def _used_by_a_rival(rules: RuleFacts) -> set[str]:
    return {str(term) for rival in _rivals(rules) for _, term in rival.rows("uses", 2)}


def _defined_by_a_rival(rules: RuleFacts, term: str) -> bool:
    return any(term in {row[0] for row in rival.rows("term", 4)} for rival in _rivals(rules))


def _orders(rules: RuleFacts) -> Iterator[Finding]:
    known = {(row[0], row[1]) for row in rules.rows("order", 3)}
    known |= {
        (table.attribute, name)
        for table in rules.book.tables.values()
        for name in table.classes.values()
    }
    for clause, attribute, relation, value in rules.rows("where", 4):
        if relation in _COMPARED and isinstance(value, str) and (attribute, value) not in known:
            label = rules.attribute_label(str(attribute))
            cite = rules.cite(str(clause))
            yield Finding(
                NO_ORDER,
                rules.specialty,
                (str(clause),),
                (cite,),
                Text(
                    f"{cite}比较“{label.zh}”，{value} 却不在任何次序中。",
                    f"{cite} compares {label.en}, and no scale has the step {value}.",
                ),
                f"{attribute}={value}",
            )


def _parameters(rules: RuleFacts) -> Iterator[Finding]:
    told = {str(name) for name, _ in rules.rows("parameter", 2)}
    users: dict[str, list[str]] = {}
    for clause, _, relation, name in rules.rows("where", 4):
        if relation in _OF_THE_NOTICE and name not in told:
            users.setdefault(str(name), []).append(str(clause))
    for name, clauses in users.items():
        label = PARAMETERS.get(name, Text(name, name))
        cites = tuple(dict.fromkeys(map(rules.cite, clauses)))
        yield Finding(
            NO_VALUE,
            rules.specialty,
            tuple(clauses),
            cites,
            Text(
                f"{'、'.join(cites)}取决于{label.zh}，而它没有公布。",
                f"{', '.join(cites)} depend on {label.en}, which has not been set.",
            ),
            name,
        )


def _open_lists(rules: RuleFacts) -> Iterator[Finding]:
    for name, attribute, question in rules.rows("open_list", 3):
        clause = rules.book.clauses.get(str(name))
        if clause is not None and clause.id in rules.tracks_of:
            label = rules.attribute_label(str(attribute))
            yield Finding(
                OPEN_LIST,
                rules.specialty,
                (clause.id,),
                (clause.cite,),
                Text(
                    f"{clause.cite}“{clause.label.zh}”对“{label.zh}”的列举没有穷尽。",
                    f"{clause.cite}, {clause.label.en}: the list for {label.en} is left open.",
                ),
                f"{attribute} {question}",
            )


def _experts(rules: RuleFacts) -> Iterator[Finding]:
    for name in rules.tracks_of:
        clause = rules.book.clauses[name]
        asked = [
            test.attribute for test in clause.tests if test.attribute in rules.book.expert_questions
        ]
        if clause.form == "by_determination":
            yield _expert(rules, clause, Text("整条", "the whole clause"), "")
        for question in asked:
            yield _expert(rules, clause, rules.attribute_label(question), question)


def _expert(rules: RuleFacts, clause: Clause, what: Text, about: str) -> Finding:
    return Finding(
        EXPERTS_DECIDE,
        rules.specialty,
        (clause.id,),
        (clause.cite,),
        Text(
            f"{clause.cite}“{clause.label.zh}”由专家或负责人认定：{what.zh}。",
            f"{clause.cite}, {clause.label.en}: somebody determines {what.en}.",
        ),
        about,
    )


def plain(rules: RuleFacts, name: str) -> str:
    """Return *name* of a term or attribute without its specialty, so that specialties can be compared."""
    return name.removeprefix(f"{rules.specialty}.").removeprefix(f"{rules.specialty}_")


def meaning(rules: RuleFacts, term: Term) -> frozenset[tuple[str, str, tuple[str, ...]]]:
    """Return the tests of *term* in words that do not name the specialty."""
    return frozenset(
        (plain(rules, test.attribute), test.relation, tuple(map(str, test.values)))
        for test in term.tests
    )
