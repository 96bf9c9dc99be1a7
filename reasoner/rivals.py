"""Which readings matter: those whose rivals would change the status of some clause of a candidate."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain

from reasoner.answer import Status
from reasoner.evaluate import Evaluation, Setting, evaluate_statuses
from reasoner.hanging import VERDICTS
from reasoner.model.assessment import Label, ReadingThatMatters, RivalReading, StatusChange
from reasoner.rule_book import Option, Reading

# clingo lets go of the interpreter while it grounds, so two rivals at a time use two cores.
_AT_A_TIME = 2


def readings_that_matter(
    evaluations: Sequence[Evaluation], setting: Setting, root: str
) -> list[tuple[ReadingThatMatters, ...]]:
    """Return, for each evaluation, the readings whose rivals change a status below *root*.

    The rival is judged by the rules themselves, for the candidates whom it can touch.
    """
    book = evaluations[0].book
    trials = [
        (
            reading,
            option,
            [number for number, one in enumerate(evaluations) if _may_matter(reading, one)],
        )
        for reading in book.readings.values()
        for option in reading.options
        if option.id != setting.readings.get(reading.id, reading.default)
    ]
    trials = [trial for trial in trials if trial[2]]

    def judge(trial: tuple[Reading, Option, list[int]]) -> list[Mapping[str, Status]]:
        reading, option, whom = trial
        rival = setting.with_reading(reading.id, option.id)
        return evaluate_statuses([evaluations[number].dossier for number in whom], rival)

    with ThreadPoolExecutor(_AT_A_TIME) as pool:
        judged = list(pool.map(judge, trials))
    found: list[dict[str, list[RivalReading]]] = [{} for _ in evaluations]
    for (reading, option, whom), outcomes in zip(trials, judged, strict=True):
        for number, outcome in zip(whom, outcomes, strict=True):
            changes = tuple(_changes(evaluations[number], outcome, root))
            if changes:
                verdict = VERDICTS[outcome.get(root, "undetermined")]
                rival = RivalReading(option.id, Label(*option.label), verdict, changes)
                found[number].setdefault(reading.id, []).append(rival)
    return [
        tuple(
            _matters(book.readings[reading], setting, tuple(rivals))
            for reading, rivals in one.items()
        )
        for one in found
    ]


def _matters(
    reading: Reading, setting: Setting, rivals: tuple[RivalReading, ...]
) -> ReadingThatMatters:
    applied = reading.option(setting.readings.get(reading.id, reading.default))
    return ReadingThatMatters(
        id=reading.id,
        cite=reading.cite,
        question=Label(*reading.question),
        option=applied.id,
        label=Label(*applied.label),
        rivals=rivals,
    )


def _changes(
    evaluation: Evaluation, outcome: Mapping[str, Status], root: str
) -> Iterator[StatusChange]:
    beside = chain.from_iterable(track.beside for track in evaluation.book.tracks.values())
    for clause in dict.fromkeys(
        chain(evaluation.book.under(root), *map(evaluation.book.under, beside))
    ):
        before, after = evaluation.answer.status(clause), outcome.get(clause, "undetermined")
        if before != after:
            yield StatusChange(clause, before, after)


def _may_matter(reading: Reading, evaluation: Evaluation) -> bool:
    """Tell whether *reading* can touch the candidate at all, to spare the trial if not.

    Where it changes one test of a clause, some record must be free of other failures there.
    """
    kinds = {entry.kind for entry in evaluation.entries}
    for clause_id, attribute in evaluation.book.read_by.get(reading.id, ()):
        clause = evaluation.book.clauses.get(clause_id)
        if clause is None or attribute is None or clause.kind is None:
            if clause is None or clause.kind is None or clause.kind in kinds:
                return True
            continue
        for number, entry in enumerate(evaluation.entries):
            if entry.kind != clause.kind:
                continue
            failed = evaluation.answer.failed.get((clause_id, number), ())
            if all(name == attribute for name, _ in failed):
                return True
    return False
