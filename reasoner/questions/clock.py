"""How long a question may take, whoever takes the time."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal


@dataclass
class Clock:
    """How long a search may take; it notes whether it had to stop before it was done.

    *stopped* is ``timeout`` or ``interrupted``; *whole* is the clock of which this one has a share.
    """

    seconds: float | None = None
    stopped: Literal["timeout", "interrupted"] | None = None
    progress: Callable[[str], None] | None = None
    whole: "Clock | None" = None
    _begun: float = field(default_factory=time.monotonic)

    def left(self) -> float | None:
        """Return the seconds that are left, at least none, or nothing where there is no limit."""
        if self.seconds is None:
            return None
        return max(0.0, self.seconds - (time.monotonic() - self._begun))

    def is_over(self) -> bool:
        """Tell whether the time is up, or somebody has interrupted; the former is noted."""
        if self.stopped is None and self.whole is not None and self.whole.stopped == "interrupted":
            self.stopped = "interrupted"
        if self.stopped is None and self.left() == 0.0:
            self.stopped = "timeout"
        return self.stopped is not None

    def share(self, parts: int) -> "Clock":
        """Return a clock for the next of so many *parts*, which gets its part of the time that is left."""
        left = self.left()
        return Clock(None if left is None else left / parts, progress=self.progress, whole=self)

    def interrupt(self) -> None:
        """Stop here and in all parts that are left."""
        self.stopped = self.stopped or "interrupted"
        if self.whole is not None:
            self.whole.interrupt()

    def tell(self, what: str) -> None:
        """Say how far it has come, if anybody listens."""
        if self.progress is not None:
            self.progress(what)
