"""Which track is nearest? Those that the candidate is eligible for, then the cheapest to reach."""

from collections.abc import Mapping, Sequence

from reasoner.assess import prepare_tracks
from reasoner.explain import person
from reasoner.model.costs import Costs
from reasoner.model.dossier import Dossier
from reasoner.model.notice import Notice
from reasoner.model.repairs import NEAR_FORMAT, NearTracks, Repairs
from reasoner.questions.clock import Clock
from reasoner.questions.repair import repair


def near_tracks(  # noqa: PLR0913 - as repair
    dossier: Dossier,
    tracks: Sequence[str] | None = None,
    *,
    notice: Notice | None = None,
    readings: Mapping[str, str] | None = None,
    threshold: int | None = None,
    costs: Costs | None = None,
    clock: Clock | None = None,
) -> NearTracks:
    """Return *tracks* with their repairs: those that the candidate is eligible for, then the cheapest first.

    All tracks unless they are named; each of *readings* holds on the tracks whose rules know it. What a track leaves
    of its share of the time is for those after it.

    Raises:
        InputError: as `repair`.
        RulesError: as `repair`.
        SolverError: as `repair`.
    """
    clock = clock or Clock()
    found = []
    prepared = prepare_tracks(tracks, notice=notice, readings=readings, threshold=threshold)
    for place, (setting, track) in enumerate(prepared):
        clock.tell(track.id)
        found.append(
            repair(
                dossier,
                track.id,
                notice=notice,
                readings=setting.readings,
                threshold=threshold,
                costs=costs,
                clock=clock.share(len(prepared) - place),
            )
        )
    return NearTracks(NEAR_FORMAT, person(dossier), tuple(sorted(found, key=_distance)))


def _distance(one: Repairs) -> tuple[int, int]:
    if one.verdict == "eligible":
        return 0, 0
    return (1, one.repairs[0].cost) if one.repairs else (2, 0)
