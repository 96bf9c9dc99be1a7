"""By which route a candidate comes in, and whether there is an interview."""

from collections.abc import Callable, Iterator

from reasoner.answer import Status
from reasoner.errors import InputError, Problem, Text
from reasoner.model.assessment import Interview, InterviewReason, Label, Route
from reasoner.model.dossier import Dossier
from reasoner.model.word import nearest
from reasoner.rule_book import RuleBook, Track

StatusOf = Callable[[str], Status]


def declared_route(dossier: Dossier, track: Track) -> str | None:
    """Return the route that the applicant declares, ``7.2`` being short for ``iot.senior.7.2``.

    Raises:
        InputError: the track has no such route.
    """
    path = dossier.path
    if path is None or (path.split(".")[0].isalpha() and not path.startswith(f"{track.id}.")):
        return None
    route = path if path.startswith(f"{track.id}.") else f"{track.id}.{path}"
    if route not in track.routes:
        short = [known.removeprefix(f"{track.id}.") for known in track.routes]
        raise InputError(
            [
                Problem(
                    Text("没有这条申报路径", "there is no such route"),
                    source=dossier.candidate.id,
                    field="申报路径",
                    value=path,
                    accepted=Text("、".join(short), ", ".join(short)),
                    nearest=nearest(path, short),
                )
            ]
        )
    return route


def routes(dossier: Dossier, track: Track, status_of: StatusOf, book: RuleBook) -> Iterator[Route]:
    """Yield every route of *track* with its status."""
    declared = declared_route(dossier, track)
    for route in track.routes:
        clause = book.clauses[route]
        status = _route_status(route, status_of, book)
        yield Route(route, clause.cite, Label(*clause.label), status, route == declared)


def _route_status(route: str, status_of: StatusOf, book: RuleBook) -> Status:
    """Return whether *route* is open: its clause holds, and nothing bars it."""
    status, barrier = status_of(route), book.barriers.get(route)
    if barrier is None or status == "unmet":
        return status
    barred = status_of(barrier)
    if barred == "met":
        return "unmet"
    return status if barred == "unmet" else "undetermined"


def interview(dossier: Dossier, track: Track, status_of: StatusOf, book: RuleBook) -> Interview:
    """Return whether the applicant is interviewed: by the declared route, or by those that hold."""
    if not book.interviews:
        return Interview("not_stated", ())
    found = list(routes(dossier, track, status_of, book))
    taken = [route.clause for route in found if route.declared] or [
        route.clause for route in found if route.status == "met"
    ]
    reasons = tuple(
        InterviewReason(clause, route, "required" if duty == "required" else "discretionary")
        for clause, duty, route in book.interviews
        if route in taken
    )
    duties = {reason.duty for reason in reasons}
    if not duties:
        return Interview("no_route", ())
    return Interview(duties.pop() if len(duties) == 1 else "depends_on_route", reasons)
