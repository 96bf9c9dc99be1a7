"""The tracks that the options of a command name."""

from collections.abc import Mapping, Sequence

from reasoner.assess import prepare_tracks
from reasoner.catalog import unknown_track
from reasoner.cli.options import ALL_TRACKS
from reasoner.evaluate import Setting
from reasoner.model.notice import Notice
from reasoner.rule_book import Track


def prepared_tracks(
    tracks: Sequence[str],
    notice: Notice | None,
    readings: Mapping[str, str],
    threshold: int | None = None,
) -> list[tuple[Setting, Track]]:
    """Return the tracks that the caller asks for, each with its setting.

    Raises:
        InputError: unknown track, reading or option.
    """
    if ALL_TRACKS not in tracks:
        return prepare_tracks(tracks, notice=notice, readings=readings, threshold=threshold)
    every = prepare_tracks(None, notice=notice, readings=readings, threshold=threshold)
    known = tuple(track.id for _, track in every)
    for track in tracks:
        if track not in (ALL_TRACKS, *known):
            raise unknown_track(track, (ALL_TRACKS, *known))
    return every
