"""The rule book of one track as a page of Markdown, each clause with an anchor of its id."""

from collections.abc import Iterator, Mapping, Sequence

from reasoner.model.policy_check import FindingEntry
from reasoner.policy.rule_facts import RuleFacts
from reasoner.report.markdown import plain
from reasoner.report.rule_phrases import RulePhrases
from reasoner.report.rule_wording import RuleWording
from reasoner.rule_book import Test, Track

_NOTE = "本页由 make rulebook 从规则事实生成，请勿手改。"


def rule_book_page(
    rules: RuleFacts,
    track: Track,
    findings: Sequence[FindingEntry] | None,
    rows_of_tables: Mapping[str, int],
) -> str:
    """Return the page of *track*: its tree, terms, tables, readings, tests and findings.

    *rows_of_tables* counts for each clause the rows of the tables that test it. Without *findings* the page ends before
    them.
    """
    words = RuleWording(rules.book, "zh")
    lines = [f'# <a id="{track.id}"></a>{plain(track.label.zh)}', "", _NOTE, ""]
    for part in rules.book.clauses[track.id].parts:
        lines += [f"## {plain(words.clause(part))}", ""]
        lines += _tree(rules, part, words, rows_of_tables, 0, set())
        lines.append("")
    lines += _terms(rules, words)
    lines += _tables(rules)
    lines += _readings(rules, words)
    if findings is not None:
        lines += _findings(findings, set(rules.book.under(track.id)))
    return "\n".join(lines).rstrip() + "\n"


def _tree(  # noqa: PLR0913, PLR0917 - the place in the tree, and what is told there
    rules: RuleFacts,
    name: str,
    words: RuleWording,
    rows: Mapping[str, int],
    depth: int,
    shown: set[str],
) -> Iterator[str]:
    clause = rules.book.clauses[name]
    indent = "  " * depth
    anchor = "" if name in shown else f'<a id="{name}"></a>'
    shown.add(name)
    asks = words.asks(clause.form, clause.needs, clause.kind)
    said = f"**{plain(words.clause(name))}**" + (words.bracketed(plain(asks)) if asks else "")
    tested = f" · 测试 {rows[name]} 行" if rows.get(name) else ""
    readings = (
        f" · 读法 {' '.join(f'[{one}](#{one})' for one in clause.readings)}"
        if clause.readings
        else ""
    )
    yield f"{indent}- {anchor}{said} `{name}`{readings}{tested}"
    for test in clause.tests:
        yield f"{indent}  - {plain(_test(test, words))}"
    for part in clause.parts:
        yield from _tree(rules, part, words, rows, depth + 1, shown)


def _test(test: Test, words: RuleWording) -> str:
    asked = words.asked(test.attribute, test.relation, tuple(map(str, test.values)))
    source = f"（{words.cite(test.source)}）" if test.source else ""
    return f"{words.attribute(test.attribute)}：{asked}{source}"


def _terms(rules: RuleFacts, words: RuleWording) -> Iterator[str]:
    yield from ("## 定义", "")
    for name, term in rules.book.terms.items():
        cite = f"{words.cite(term.defined_in)} " if term.defined_in else ""
        yield f'- <a id="{name}"></a>{plain(cite)}`{name}` {plain("；".join(_test(one, words) for one in term.tests))}'
    yield ""


def _tables(rules: RuleFacts) -> Iterator[str]:
    phrases = RulePhrases(rules)
    yield from ("## 分类表", "")
    for table in rules.book.tables.values():
        rows = phrases.table(table)
        if rows:
            yield f"- {plain(table.cite)} {plain(table.label.zh)} `{table.id}`"
            yield from (f"  - {plain(row.zh)}" for row in rows)
    yield ""


def _readings(rules: RuleFacts, words: RuleWording) -> Iterator[str]:
    yield from ("## 读法", "")
    for reading in rules.book.readings.values():
        options = "；".join(
            f"`{option.id}` {words.say(option.label)}{'（默认）' if option.id == reading.default else ''}"
            for option in reading.options
        )
        question = f"{plain(reading.cite)} {plain(words.say(reading.question))}"
        yield f'- <a id="{reading.id}"></a>{reading.id} {question}：{plain(options)}'
    yield ""


def _findings(findings: Sequence[FindingEntry], here: set[str]) -> Iterator[str]:
    yield from ("## 检查发现", "")
    for one in findings:
        links = " ".join(
            f"[{clause}](#{clause})" if clause in here else f"`{clause}`" for clause in one.clauses
        )
        yield f"- {one.code} {plain(one.says.zh)} {links}"
