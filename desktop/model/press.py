"""A press preset: what a page must meet before it goes to print, and in which form it goes there."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from msgspec import Struct


class Standard(StrEnum):
    """What a file keeps to. No claim of certification is made: the rules that are kept stand in the tests."""

    PLAIN = "pdf"
    X4 = "x4"
    X1A = "x1a"
    A2U = "a2u"

    @property
    def is_print(self) -> bool:
        """Tell whether the file goes to a press (ISO 15930): process inks only, black over them."""
        return self in (Standard.X4, Standard.X1A)


class Mark(StrEnum):
    """What stands outside the trimmed page."""

    CROP = "crop"
    REGISTRATION = "registration"
    BARS = "bars"
    STRIP = "strip"


Rendering = Literal["perceptual", "relative"]
"""How colours that the press cannot print are brought to it (ICC.1, 0.5): relative is with black point compensation."""


class OutputCondition(Struct, frozen=True):
    """Ink on paper as it was measured: the name it is registered under, and its ICC profile's bytes."""

    identifier: str
    name: str
    profile: bytes
    registry: str = "http://www.color.org"


class PressPreset(Struct, frozen=True):
    """The demands of a press.

    ``least_dpi`` is the effective resolution that a picture needs on the page. ``bleed`` is in points; ``ink_limit`` is
    the most ink that may lie on a spot, in percent of one ink's solid (0: any).
    """

    id: str
    names: tuple[tuple[str, str], ...]
    least_dpi: int = 0
    placeholders: bool = False
    """Whether a frame without picture may go to print."""
    standard: Standard = Standard.PLAIN
    bleed: float = 0.0
    marks: frozenset[Mark] = frozenset()
    condition: OutputCondition | None = None
    rendering: Rendering = "perceptual"
    ink_limit: int = 0
    most_dpi: int = 0
    """Pictures that are finer on the page are made smaller; 0: none is."""

    def name(self, language: str) -> str:
        """Return the preset's name in ``"zh"`` or ``"en"``, else any."""
        names = dict(self.names)
        return names.get(language) or next(iter(names.values()), self.id)
