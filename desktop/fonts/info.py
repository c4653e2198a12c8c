"""What is known of a face without setting a line in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from pathlib import Path


class FaceInfo(Struct, frozen=True):
    """One face of one font file."""

    id: str
    """A bundled face's file stem, or a system face's PostScript name."""
    family: str
    local_family: str
    """The Chinese family name where the font has one, otherwise ``family``."""
    style: str
    weight: int
    """OS/2 usWeightClass: 400 is regular, 700 bold."""
    path: Path
    index: int
    """Position in a collection; 0 in a file of one face."""
    axes: tuple[tuple[str, float], ...] = ()
    """A variable font's axes, pinned: tag and value in the axis' own units."""
    vertical: bool = False
    """The font brings metrics for vertical setting (vhea and vmtx)."""
    embedding: bool = True
    """Its licence bits let a subset of it be embedded."""


class BrokenFont(Struct, frozen=True):
    """A font file that was passed over, and why."""

    path: Path
    reason: str
