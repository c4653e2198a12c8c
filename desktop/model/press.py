"""A press preset: what a page must meet before it goes to print."""

from __future__ import annotations

from msgspec import Struct


class PressPreset(Struct, frozen=True):
    """The demands of a press. ``least_dpi`` is the effective resolution that a picture needs on the page."""

    id: str
    names: tuple[tuple[str, str], ...]
    least_dpi: int = 0
    placeholders: bool = False
    """Whether a frame without picture may go to print."""
