"""The page as pixmaps, so that what lies over it repaints without the page being painted again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion

from desktop.display import Clip, DisplayFrame, GlyphRun, Item, PageDisplay
from desktop.geometry import Rect
from desktop.ui.canvas.reach import reach
from desktop.ui.canvas.scale import DeviceScale

SIDE = 1024
"""Device pixels of a tile's side: few glyphs cross an edge, and scrolling paints little that is not seen."""

_SPARE = 12
"""Tiles kept beside those on screen, 4 MB each."""

_EDGE = 4.0
"""Points around a frame's edge within which it is drawn, at the smallest zoom too."""

Paint = Callable[[QPainter, DeviceScale, QRect], None]
"""Paints the page at a scale, at least where a rectangle of device pixels is exposed."""

_Place = tuple[int, int]

_NOTHING_KNOWN: Mapping[int, Rect] = MappingProxyType({})


def changes(
    old: PageDisplay, new: PageDisplay, reaches: Mapping[int, Rect] = _NOTHING_KNOWN
) -> tuple[Rect, ...] | None:
    """Return where two pages look different; None where items do not tell: other sizes, clips, another order.

    ``reaches`` tells by the ids of items how far they reach, as far as that is known.
    """
    if (old.width, old.height) != (new.width, new.height):
        return None
    # What a composer left as it was are the same records; only the others are compared by what they say.
    before, after = {id(item) for item in old.items}, {id(item) for item in new.items}
    gone = [item for item in old.items if id(item) not in after]
    come = [item for item in new.items if id(item) not in before]
    places = {_place(item): item for item in gone}
    same = {id(twin): item for item in come if (twin := places.get(_place(item))) is not None and twin == item}
    alike = {id(item) for item in same.values()}
    changed = [item for item in gone if id(item) not in same] + [item for item in come if id(item) not in alike]
    kept_before = [item for item in old.items if id(item) in after or id(item) in same]
    kept_after = [item for item in new.items if id(item) in before or id(item) in alike]
    if kept_before != kept_after or any(isinstance(item, Clip) for item in chain(old.items, new.items)):
        return None
    return (*_by_column(changed, (*old.frames, *new.frames), reaches), *_moved_edges(old, new))


def _place(item: Item) -> object:
    """Return what tells items of one page from each other; of a run where it stands, as hashing it whole takes long."""
    return (item.frame, item.line, item.x, item.y, item.element) if isinstance(item, GlyphRun) else item


def _by_column(items: Iterable[Item], frames: Iterable[DisplayFrame], reaches: Mapping[int, Rect]) -> Iterator[Rect]:
    """Yield how far items reach, those in one column of a frame together: a few areas are painted sooner than many."""
    columns: dict[str, list[Rect]] = {}
    for frame in frames:
        columns.setdefault(frame.id, []).extend(frame.columns)
    together: dict[Rect, Rect] = {}
    for item in items:
        box = reaches.get(id(item)) or reach(item)
        column = next((c for c in columns.get(item.frame, ()) if c.x <= box.x + box.width / 2 <= c.right), None)
        if column is None:
            yield box
        else:
            together[column] = together[column].united(box) if column in together else box
    yield from together.values()


def _moved_edges(old: PageDisplay, new: PageDisplay) -> Iterator[Rect]:
    """Yield where edges of frames were or are that stand elsewhere now."""
    before, after = {frame.box for frame in old.frames}, {frame.box for frame in new.frames}
    for box in before ^ after:
        for level in (box.y, box.bottom):
            yield Rect(box.x - _EDGE, level - _EDGE, box.width + 2 * _EDGE, 2 * _EDGE)
        for upright in (box.x, box.right):
            yield Rect(upright - _EDGE, box.y - _EDGE, 2 * _EDGE, box.height + 2 * _EDGE)


class PageTiles:
    """The painted page at one scale, and, while that is being changed, at the scale before.

    Args:
        paint: paints the page.
    """

    def __init__(self, paint: Paint) -> None:
        self._paint = paint
        self._scale = DeviceScale.even(1.0)
        self._size = QSize()
        self._tiles: dict[_Place, QPixmap] = {}
        self._stale: dict[_Place, QRegion] = {}
        """Where tiles show what is no longer so, in pixels of the page."""

    def clear(self) -> None:
        """Forget all that is painted."""
        self._tiles.clear()
        self._stale.clear()

    def forget(self, areas: Sequence[Rect]) -> None:
        """Paint areas of the page anew when they are drawn next."""
        for area in areas:
            pixels = self._scale.pixels(area)
            for place in _places(pixels):
                if place in self._tiles:
                    self._stale[place] = self._stale.get(place, QRegion()) | pixels

    def draw(self, painter: QPainter, corner: QPoint, exposed: QRect, scale: DeviceScale, size: QSize) -> None:
        """Draw the page.

        Args:
            painter: in device pixels.
            corner: where the page's top left pixel goes.
            exposed: what has to be drawn, in the painter's coordinates.
            scale: device pixels for a point.
            size: of the whole page in device pixels.
        """
        if (scale, size) != (self._scale, self._size):
            self.clear()
            self._scale, self._size = scale, size
        wanted = list(_places(exposed.translated(-corner).intersected(QRect(QPoint(), size))))
        for place in wanted:
            at = corner + QPoint(place[0] * SIDE, place[1] * SIDE)
            painter.drawPixmap(at, self._tile(place))
        self._trim(wanted)

    def draw_stretched(self, painter: QPainter, target: QRectF) -> bool:
        """Draw what was painted at another scale into the page's rectangle; False where nothing is."""
        if not self._tiles:
            return False
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(target, Qt.GlobalColor.white)
        painter.translate(target.topLeft())
        painter.scale(target.width() / self._size.width(), target.height() / self._size.height())
        for (column, row), tile in self._tiles.items():
            painter.drawPixmap(column * SIDE, row * SIDE, tile)
        painter.restore()
        return True

    def _tile(self, place: _Place) -> QPixmap:
        tile, stale = self._tiles.pop(place, None), self._stale.pop(place, None)
        area = QRect(place[0] * SIDE, place[1] * SIDE, SIDE, SIDE).intersected(QRect(QPoint(), self._size))
        if tile is None:
            tile, stale = QPixmap(area.size()), QRegion(area)
        if stale is not None:
            self._repaint(tile, area.topLeft(), stale & area)
        self._tiles[place] = tile  # the latest used stands last
        return tile

    def _repaint(self, tile: QPixmap, corner: QPoint, stale: QRegion) -> None:
        painter = QPainter(tile)
        painter.translate(-corner)
        painter.setClipRegion(stale)
        painter.fillRect(stale.boundingRect(), Qt.GlobalColor.white)
        try:
            self._paint(painter, self._scale, stale.boundingRect())
        finally:
            painter.end()

    def _trim(self, shown: Sequence[_Place]) -> None:
        for place in list(self._tiles)[: max(0, len(self._tiles) - len(shown) - _SPARE)]:
            del self._tiles[place]
            self._stale.pop(place, None)


def _places(area: QRect) -> Iterator[_Place]:
    if area.isEmpty():
        return
    for row in range(max(0, area.top() // SIDE), area.bottom() // SIDE + 1):
        for column in range(max(0, area.left() // SIDE), area.right() // SIDE + 1):
            yield column, row
