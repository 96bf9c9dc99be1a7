"""One result of the benchmarks."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One result; *target* is the most that it should be."""

    name: str
    value: float
    unit: str
    target: float | None = None

    def shown(self) -> str:
        """Return the value with its unit."""
        return f"{self.value:.3g} {self.unit}"

    def target_shown(self) -> str:
        """Return the target with its unit, if there is one."""
        return "" if self.target is None else f"≤ {self.target:g} {self.unit}"

    def verdict(self) -> str:
        """Return whether the target is reached."""
        return "" if self.target is None else "yes" if self.value <= self.target else "no"
