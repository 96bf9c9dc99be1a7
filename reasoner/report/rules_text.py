"""The rule book for the terminal."""

from rich.console import Console
from rich.text import Text as Line
from rich.tree import Tree

from reasoner.errors import Language
from reasoner.model.rule_book import ClauseEntry, Rules, TestEntry
from reasoner.report.rule_wording import RuleWording
from reasoner.rule_book import RuleBook


def print_rules(rules: Rules, book: RuleBook, console: Console, language: Language) -> None:
    """Print the clauses as a tree, then terms, readings, and what is not encoded."""
    wording = RuleWording(book, language)
    clauses = {clause.id: clause for clause in rules.clauses}
    below = {part for clause in rules.clauses for part in (*clause.parts, *clause.pieces)}
    for clause in rules.clauses:
        if clause.id not in below:
            console.print(_tree(clause, clauses, wording))
    _print_terms(rules, console, wording)
    print_readings(rules, book, console, language)
    if rules.not_encoded:
        console.print(
            Line(wording.pick("不参与判定的条款", "Clauses that decide nothing here"), "bold")
        )
        for entry in rules.not_encoded:
            console.print(Line(f"  {entry.cite} {entry.id}  {wording.say(entry.reason)}"))


def _print_terms(rules: Rules, console: Console, wording: RuleWording) -> None:
    if rules.terms:
        console.print(Line(wording.pick("定义", "Terms"), "bold"))
    for term in rules.terms:
        cite = wording.cite(term.defined_in) if term.defined_in else ""
        tests = wording.listed([_test(test, wording) for test in term.tests])
        console.print(Line(f"  {term.id}  {cite}  {tests}"))


def print_readings(rules: Rules, book: RuleBook, console: Console, language: Language) -> None:
    """Print the readings: cite, question, default, rivals; those of the procedure by themselves."""
    wording = RuleWording(book, language)
    headings = {
        "eligibility": wording.pick(
            "读法（--reading 编号=选项）", "Readings (--reading id=option)"
        ),
        "procedure": wording.pick(
            "评审程序的读法（zhicheng procedure check --reading 编号=选项）",
            "Readings of the procedure (zhicheng procedure check --reading id=option)",
        ),
    }
    for decides, heading in headings.items():
        readings = [reading for reading in rules.readings if reading.decides == decides]
        if readings:
            console.print(Line(heading, "bold"))
        for reading in readings:
            console.print(Line(f"  {reading.id}  {reading.cite}  {wording.say(reading.question)}"))
            for option in reading.options:
                default = (
                    wording.bracketed(wording.pick("默认", "default")) if option.default else ""
                )
                console.print(Line(f"    {option.id}{default}  {wording.say(option.label)}"))


def _tree(clause: ClauseEntry, clauses: dict[str, ClauseEntry], wording: RuleWording) -> Tree:
    tree = Tree(_clause(clause, wording), guide_style="dim")
    for test in clause.tests:
        tree.add(Line(_test(test, wording)))
    for part in (*clause.parts, *(piece for piece in clause.pieces if piece in clauses)):
        tree.add(_tree(clauses[part], clauses, wording))
    return tree


def _clause(clause: ClauseEntry, wording: RuleWording) -> Line:
    line = Line(f"{clause.cite} {wording.say(clause.label)}")
    asks = wording.asks(clause.form, clause.quota, clause.kind)
    if asks:
        line.append(wording.bracketed(asks))
    if clause.asked_if:
        condition = wording.clause(clause.asked_if)
        line.append(
            wording.bracketed(wording.pick(f"适用于：{condition}", f"asked of: {condition}"))
        )
    line.append(f"  {clause.id}", "dim")
    if clause.readings:
        line.append(f"  {' '.join(clause.readings)}", "dim")
    return line


def _test(test: TestEntry, wording: RuleWording) -> str:
    asked = wording.asked(test.attribute, test.relation, test.values)
    source = f"  {wording.cite(test.source)}" if test.source else ""
    return f"{wording.attribute(test.attribute)}{wording.pick('：', ': ')}{asked}{source}"
