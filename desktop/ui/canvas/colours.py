"""The canvas's colours, and what it is told to mark on the page."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

DropState = Literal["ok", "over", "short", "reject"]
"""What a drop would do: fit, run over, leave lines empty, be refused."""

MarkKind = Literal["overset", "short", "ok"]


class CanvasColours(Struct, frozen=True):
    """Colours as ``#RRGGBB``; the page itself is always white paper.

    ``frame``, ``accept``, ``reject`` and ``accent`` are seen on the white page and beside it, in dark surroundings too.
    ``accent`` is for what needs a person (overset), ``accept`` and ``reject`` for what a drop would do.
    """

    pasteboard: str = "#D9DADC"
    shadow: str = "#8A8C90"
    grid: str = "#BFE6EF"
    grid_strong: str = "#8CCFDF"
    frame: str = "#7793BA"
    selection: str = "#2F6FED"
    accept: str = "#2E7D4F"
    reject: str = "#6C6F75"
    accent: str = "#C5352B"
    text: str = "#1D1D1F"


class FrameMark(Struct, frozen=True):
    """What is told at a frame's foot: a sign of its own shape for each kind, and a few words."""

    kind: MarkKind
    text: str = ""
