"""Ink on paper."""

from __future__ import annotations

from msgspec import Struct


class Ink(Struct, frozen=True):
    """Process inks, each 0 (none) to 1 (solid)."""

    cyan: float = 0.0
    magenta: float = 0.0
    yellow: float = 0.0
    black: float = 1.0

    @property
    def is_grey(self) -> bool:
        """Tell whether only black is used: painters then use one channel, so that it overprints cleanly."""
        return not (self.cyan or self.magenta or self.yellow)

    def rgb(self) -> tuple[float, float, float]:
        """Return the screen colour, each 0 to 1, by the plain subtractive rule (PDF 32000-1, 10.3.5)."""
        key = 1.0 - self.black
        return ((1 - self.cyan) * key, (1 - self.magenta) * key, (1 - self.yellow) * key)

    def as_list(self) -> list[float]:
        """Return ``[c, m, y, k]`` for the dump."""
        return [self.cyan, self.magenta, self.yellow, self.black]


BLACK = Ink()
PAPER = Ink(black=0.0)
