"""How the score stands where the rules, or doubtful cells of the table, are read otherwise."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reasoner.evaluate import Setting
from reasoner.facts import Fact, dossier_facts, notice_facts, reading_facts
from reasoner.scoring.match import MATCHED, Match, match
from reasoner.scoring.sums import Case, add_up
from reasoner.scoring.table import ScoreTable, score_table
from reasoner.scoring.totals import touched
from reasoner.solve import solve_trials

Bounds = tuple[int, int]
"""What is claimed, and what is possible once everything is told, in hundredths of a point."""


def totals_under(
    matches: Sequence[Match],
    setting: Setting,
    table: ScoreTable,
    choices: Sequence[Mapping[str, str]],
) -> list[dict[int, Bounds]]:
    """Return for each of *choices*, readings that replace those of *setting*, the scores of *matches* by their places.

    Only of those dossiers of which a choice moves a record to another row, or reads a cell otherwise that counts.

    Raises:
        SolverTimeout: no assignment of records to rows was proved the best.
    """
    if not choices:
        return []
    found: list[dict[int, Bounds]] = []
    doubtful = [{*touched(one, table), *touched(one, table, "possible")} for one in matches]
    for choice, moved in zip(choices, _moved(matches, setting, choices), strict=True):
        other = replace(setting, readings={**setting.readings, **choice})
        read_otherwise = [
            place
            for place in range(len(matches))
            if place not in moved and not doubtful[place].isdisjoint(choice)
        ]
        bounds = _bounds([matches[place] for place in read_otherwise], setting, table, choice)
        found.append(dict(zip(read_otherwise, bounds, strict=True)))
        other_table = score_table(other) if moved else None
        if other_table is not None:
            again = match([matches[place].dossier for place in moved], other, other_table)
            found[-1] |= dict(zip(moved, _bounds(again, other, other_table, {}), strict=True))
    return found


def _moved(
    matches: Sequence[Match], setting: Setting, choices: Sequence[Mapping[str, str]]
) -> list[list[int]]:
    """Return for each of *choices* the dossiers of which a record stands in another row."""
    facts: list[Fact] = list(notice_facts(setting.notice))
    for number, one in enumerate(matches):
        facts += dossier_facts(number, one.dossier, one.entries)
    trials = [frozenset(reading_facts({**setting.readings, **choice})) for choice in choices]
    changes = solve_trials(
        setting.rules.score_match_files(setting.specialty),
        facts,
        usual=frozenset(reading_facts(setting.readings)),
        trials=trials,
        signatures=MATCHED,
    )
    return [
        sorted(
            {
                int(number)
                for atoms in (gained, lost)
                for found in atoms.values()
                for number, *_ in found
            }
        )
        for gained, lost in changes
    ]


def _bounds(
    matches: Sequence[Match], setting: Setting, table: ScoreTable, readings: Mapping[str, str]
) -> list[Bounds]:
    cases = [Case(one, world) for world in ("claimed", "possible") for one in matches]
    totals = [one.total for one in add_up(cases, setting, table, readings)] if matches else []
    count = len(matches)
    return [(totals[place], max(totals[place], totals[count + place])) for place in range(count)]
