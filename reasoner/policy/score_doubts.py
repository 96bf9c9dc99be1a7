"""Which findings on a scoring table hang on how a doubtful cell of it is read?"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reasoner.errors import Text
from reasoner.model.dossier import Dossier
from reasoner.policy.finding import Finding
from reasoner.policy.kinds_of_finding import ROW_WITHOUT_POINTS
from reasoner.policy.rule_facts import RuleFacts, rule_facts
from reasoner.policy.score_rows import self_score
from reasoner.policy.score_rules import ScoreRules, score_rules
from reasoner.policy.score_table import check_score_table


def with_doubts(scoring: ScoreRules, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield *findings*, each with the readings of doubtful cells under whose other options it is none."""
    for finding in findings:
        names = [name for name in _touched(scoring, finding) if _hangs_on(scoring, finding, name)]
        yield replace(finding, says=_with(finding.says, names)) if names else finding


def _touched(scoring: ScoreRules, finding: Finding) -> Iterator[str]:
    """Yield the readings of the cells that the finding is about; a row that is worth nothing is so by itself."""
    table = scoring.table
    boxes = set(finding.clauses).union(*(table.above.get(one, ()) for one in finding.clauses))
    if finding.kind != ROW_WITHOUT_POINTS:
        yield from (name for name in table.readings() if boxes & set(table.doubtful[name]))


def _hangs_on(scoring: ScoreRules, finding: Finding, reading: str) -> bool:
    """Tell whether it is no finding under some other option of *reading*."""
    known = scoring.table.book.readings[reading]
    rivals = (
        rule_facts(scoring.rules.setting.rules, scoring.specialty, {reading: option.id})
        for option in known.options
        if option.id != known.default
    )
    return any(not _stands(rival, finding) for rival in rivals)


def _stands(rules: RuleFacts, finding: Finding) -> bool:
    if not finding.witnesses:
        other = score_rules(rules)
        return other is not None and finding.key in {one.key for one in check_score_table(other)}
    told = [one.points or 0 for one in finding.witnesses]
    found = [
        self_score(rules, Dossier.model_validate(one.dossier, by_name=True)) or 0
        for one in finding.witnesses
    ]
    return (found[0] < found[1]) == (told[0] < told[1]) and found[0] <= found[1]


def _with(says: Text, readings: Iterable[str]) -> Text:
    return Text(
        f"{says.zh}只在存疑的格按读法{'、'.join(readings)}的默认选项时如此。",
        f"{says.en} So it is by the default of {', '.join(readings)} only.",
    )
