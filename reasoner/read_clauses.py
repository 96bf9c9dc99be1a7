"""The atoms of the rules become clauses: their forms, their parts, their tests."""

from typing import Final

from reasoner.errors import Text
from reasoner.rule_book import Clause, Form, Test
from reasoner.rule_rows import RuleRows, natural

_IN_THE_RULE: Final = -1
"""Stands for a number that the rule gives as its last argument."""

_FORMS: Final[tuple[tuple[Form, int, int | None], ...]] = (
    ("all_of", 1, None),
    ("any_of", 1, 1),
    ("at_least", 2, _IN_THE_RULE),
    ("negates", 2, None),
    ("counts", 3, _IN_THE_RULE),
    ("excludes", 2, 0),
    ("every", 2, None),
    ("measures", 3, _IN_THE_RULE),
    ("sums", 4, _IN_THE_RULE),
    ("by_determination", 1, None),
)
_LOOKS_AT: Final = (
    ("counts", 3),
    ("excludes", 2),
    ("every", 2),
    ("measures", 3),
    ("sums", 4),
    ("tells_years", 2),
)


# An id begins with its specialty and its track, or what tracks share; the numbers of the law follow.
_PIECES_OF_A_TRACK = 2


class ClauseRows(RuleRows):
    """The rows of the rules that make up clauses."""

    def clauses(self) -> dict[str, Clause]:
        """Return the clauses by id, in the order of their numbers."""
        forms, kinds = self._forms(), self._kinds()
        parts = self._parts()
        tests = self.tests()
        single = {
            name: {str(first): str(second) for first, second in self.rows(name, 2)}
            for name in ("measured_from", "measured_until", "asked_if")
        }
        many = {
            name: self.by_first(name, 2) for name in ("reads", "uses", "consequence", "asks_for")
        }
        clauses = {}
        for clause, cite, zh, en in sorted(
            self.rows("clause", 4), key=lambda row: natural(str(row[0]))
        ):
            name = str(clause)
            form, needs = forms.get(name, ("definition", None))
            clauses[name] = Clause(
                id=name,
                cite=str(cite),
                label=Text(str(zh), str(en)),
                form=form,
                needs=needs,
                kinds=kinds.get(name, ()),
                parts=parts.get(name, ()),
                tests=tests.get(name, ()),
                measured_from=single["measured_from"].get(name),
                measured_until=single["measured_until"].get(name),
                readings=tuple(sorted(str(row[0]) for row in many["reads"].get(name, ()))),
                terms=tuple(sorted(str(row[0]) for row in many["uses"].get(name, ()))),
                consequences=tuple(
                    sorted(str(row[0]) for row in many["consequence"].get(name, ()))
                ),
                pieces=tuple(
                    sorted((str(row[0]) for row in many["asks_for"].get(name, ())), key=natural)
                ),
                asked_if=single["asked_if"].get(name),
            )
        return clauses

    def _forms(self) -> dict[str, tuple[Form, int | None]]:
        """Return the form of each clause, and how much it needs where it says so."""
        forms: dict[str, tuple[Form, int | None]] = {}
        for form, arity, needs in _FORMS:
            for clause, *rest in self.rows(form, arity):
                forms[str(clause)] = (form, int(rest[-1]) if needs == _IN_THE_RULE else needs)
        return forms

    def _kinds(self) -> dict[str, tuple[str, ...]]:
        """Return the kinds of record that each clause looks at."""
        found: dict[str, set[str]] = {}
        for name, arity in _LOOKS_AT:
            for clause, kind, *_ in self.rows(name, arity):
                found.setdefault(str(clause), set()).add(str(kind))
        return {clause: tuple(sorted(kinds)) for clause, kinds in found.items()}

    def _parts(self) -> dict[str, tuple[str, ...]]:
        """Return the parts of each clause in the order of the law: that of their first leaves, of whatever track."""
        parts = {
            clause: [str(row[0]) for row in rows]
            for clause, rows in self.by_first("part", 2).items()
        }
        parts |= {
            clause: [str(row[0])] for clause, (row, *_) in self.by_first("negates", 2).items()
        }

        def first_leaf(clause: str) -> tuple[tuple[int, int, str], ...]:
            if clause in parts:
                return min(map(first_leaf, parts[clause]))
            return natural(clause)[_PIECES_OF_A_TRACK:]

        return {clause: tuple(sorted(found, key=first_leaf)) for clause, found in parts.items()}

    def tests(self) -> dict[str, tuple[Test, ...]]:
        """Return the tests that each clause, or row of a scoring table, puts on records."""
        sources = {
            (str(clause), str(attribute), str(relation)): str(source)
            for clause, attribute, relation, source in self.rows("source", 4)
        }
        values: dict[str, dict[tuple[str, str], list[str | int]]] = {}
        for clause, attribute, relation, value in self.rows("where", 4):
            if relation != "or_higher":
                tests = values.setdefault(str(clause), {})
                tests.setdefault((str(attribute), str(relation)), []).append(value)
        return {
            clause: tuple(
                Test(
                    attribute,
                    relation,
                    tuple(sorted(found, key=str)),
                    sources.get((clause, attribute, relation)),
                )
                for (attribute, relation), found in sorted(
                    tests.items(), key=lambda item: ((clause, *item[0]) in sources, item[0])
                )
            )
            for clause, tests in values.items()
        }
