"""By which route a candidate comes in, and whether there is an interview."""

from collections.abc import Callable, Iterator, Sequence

from reasoner.answer import Status
from reasoner.errors import InputError, Problem, Text
from reasoner.model.assessment import Interview, InterviewReason, Label, Route
from reasoner.model.dossier import Dossier
from reasoner.model.word import nearest
from reasoner.rule_book import RuleBook, Track

StatusOf = Callable[[str], Status]


def declared_route(dossier: Dossier, track: Track) -> str | None:
    """Return the route of *track* that the applicant declares, ``7.2`` being short for ``iot.senior.7.2``, if any."""
    if dossier.path is None:
        return None
    names = (dossier.path, f"{track.id}.{dossier.path}")
    return next((name for name in names if name in track.routes), None)


def with_declared_route(
    dossier: Dossier, tracks: Sequence[Track], all_tracks: Callable[[], Sequence[Track]]
) -> Dossier:
    """Return *dossier* with the route that the applicant declares under its full name, as far as *tracks* go.

    A short name does not say on which track it is declared: it counts where one track alone has such a route. A
    dossier may be looked at on tracks that it was not written for, so another track's route is nothing to refuse.

    Raises:
        InputError: no track has the route, or not the one that it names; with the routes that *tracks* have.
    """
    path = dossier.path
    if path is None:
        return dossier
    declared = [route for track in tracks if (route := declared_route(dossier, track))]
    named = [track for track in tracks if path.startswith(f"{track.id}.")]
    if declared or (not named and any(declared_route(dossier, track) for track in all_tracks())):
        route = declared[0] if len(declared) == 1 else None
        return dossier.model_copy(update={"path": route})
    short = [
        route.removeprefix(f"{track.id}.") for track in named or tracks for route in track.routes
    ]
    known = list(dict.fromkeys(short))
    raise InputError(
        [
            Problem(
                Text("没有这条申报路径", "there is no such route"),
                source=dossier.candidate.id,
                field="申报路径",
                value=path,
                accepted=Text("、".join(known), ", ".join(known)),
                nearest=nearest(path, known),
            )
        ]
    )


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
