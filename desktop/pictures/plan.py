"""What becomes of a picture in a file: its colours and its resolution."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class PicturePlan(Struct, frozen=True):
    """What becomes of colours: left as they are, told by a profile (``tagged``), or turned into process inks.

    ``profile`` is the ICC profile of the inks; ``flat``: what is transparent is laid on white paper; ``most``: pixels
    that the upright picture may be wide (0: any).
    """

    kind: Literal["left", "tagged", "process"] = "left"
    profile: bytes = b""
    rendering: Literal["perceptual", "relative"] = "perceptual"
    flat: bool = False
    most: int = 0
