"""The canvas: a PageDisplay on the screen, and what is under the pointer.

``outlines`` and ``images`` bring glyphs and pictures, ``masks`` makes images of small glyphs, ``painter`` paints the
items, ``tiles`` keeps what is painted. ``overlays``, ``grid`` and ``tags`` lie over it; ``sheet`` joins both.
``spoken`` says it, ``accessible`` to assistive technology. ``viewpoint`` is zoom and scroll, ``hits`` what is where,
``pointer`` the mouse, ``canvas`` the widget.
"""

from desktop.ui.canvas.canvas import PageCanvas
from desktop.ui.canvas.colours import CanvasColours, DropState, FrameMark, MarkKind

__all__ = ["CanvasColours", "DropState", "FrameMark", "MarkKind", "PageCanvas"]
