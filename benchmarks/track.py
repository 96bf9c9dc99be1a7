"""``python -m benchmarks.track TRACK SEED ROUNDS``: the seconds that repair and next take on a track."""

import sys

from benchmarks.question_measures import seconds_on_track


def main() -> None:
    """Print both."""
    track, seed, rounds = sys.argv[1:]
    print(*seconds_on_track(track, int(seed), int(rounds)))


if __name__ == "__main__":
    main()
