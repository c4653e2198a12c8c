"""Glyph outlines of a library's faces as Qt paths.

HarfBuzz draws them from the very bytes that shaped the text and go into the PDF. Qt's own fonts are not used for the
page: they darken CFF stems and blend with a gamma on some platforms, hint on others, and know neither collections nor
axes; outlines filled by Qt are the same everywhere, and agree with a PDF viewer.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from desktop.fonts import Face, FaceLibrary

Point = tuple[float, float]
_WINDING = Qt.FillRule.WindingFill


class Outlines:
    """Outlines in font units, y up from the baseline, drawn once each.

    Args:
        library: opens the faces.
    """

    def __init__(self, library: FaceLibrary) -> None:
        self._library = library
        self._paths: dict[tuple[str, int], QPainterPath] = {}

    def face(self, face_id: str) -> Face:
        """Return a face of the library.

        Raises:
            FontError: It cannot be opened.
        """
        return self._library.open(face_id)

    def path(self, face_id: str, gid: int) -> QPainterPath:
        """Return a glyph's outline, empty where it has no ink; not to be changed.

        Raises:
            FontError: The face cannot be opened.
        """
        path = self._paths.get((face_id, gid))
        if path is None:
            path = QPainterPath()
            self._library.open(face_id).hb_font.draw_glyph_with_pen(gid, _Pen(path))
            # Overlapping contours of one glyph add up (OpenType glyf; Type 2 charstrings fill by winding too).
            path.setFillRule(_WINDING)
            self._paths[face_id, gid] = path
        return path


class _Pen:
    """Draws into a path by the pen protocol that HarfBuzz draws with, hence the names."""

    __slots__ = ("_cubic", "_line", "_move", "_quadratic", "closePath")

    def __init__(self, path: QPainterPath) -> None:
        self._move: Callable[[float, float], None] = path.moveTo
        self._line: Callable[[float, float], None] = path.lineTo
        self._cubic = path.cubicTo
        self._quadratic = path.quadTo
        self.closePath = path.closeSubpath

    def moveTo(self, point: Point) -> None:
        self._move(*point)

    def lineTo(self, point: Point) -> None:
        self._line(*point)

    def curveTo(self, first: Point, second: Point, end: Point) -> None:
        self._cubic(*first, *second, *end)

    def qCurveTo(self, control: Point, end: Point) -> None:
        self._quadratic(*control, *end)

    def endPath(self) -> None:
        """End an open contour; filling closes it."""
