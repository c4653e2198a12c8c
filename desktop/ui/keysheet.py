"""The sheet of shortcuts: all actions of the table by the menus they stand in, and what hands do; on paper too."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeySequence,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextOption,
)

from desktop.errors import TargetError
from desktop.replacing import write_file
from desktop.ui.actions import ACTIONS, Actions
from desktop.ui.language import noop, tr
from desktop.ui.menutable import MENUS

_OTHERS_MENU = noop("&View")
"""The menu of actions that stand in its submenus only: appearance and language."""

BY_HAND = (
    (
        noop("By hand on the page"),
        (
            (noop("Select several, one by one or all between"), noop("Ctrl+click, Shift+click")),
            (noop("Select the frame instead of its text"), noop("Alt+click")),
            (noop("Select all frames that a band touches"), noop("Drag beside them")),
            (noop("From frame to frame"), noop("Tab, Shift+Tab")),
            (noop("Move a free frame by columns and lines"), noop("Arrows")),
            (noop("Size a free frame by columns and lines"), noop("Shift+arrows")),
            (noop("Push a picture inside its frame by mm"), noop("Alt+arrows")),
            (noop("Let two pictures change places"), noop("Ctrl while dragging")),
            (noop("Write in the text; crop a picture"), noop("Double click")),
            (noop("Leave a drag without a change"), noop("Esc")),
            (noop("Zoom at the pointer"), noop("Ctrl+wheel")),
            (noop("Zoom in, zoom out"), noop("+ and −")),
            (noop("Move the page"), noop("Space or middle button")),
            (noop("Open the menu of what is selected"), noop("Menu key or Shift+F10")),
        ),
    ),
    (
        noop("In the list of articles"),
        (
            (noop("Place the selection in the first fitting slot"), noop("Enter")),
            (noop("Find text on the page in the list"), noop("Double click on the page")),
        ),
    ),
)
"""What has no action of its own."""

_MARGIN, _GAP = 36.0, 24.0
"""Points around the sheet's columns, and between them."""
_SIZE, _HEAD, _TITLE = 8, 10, 15
"""Points of lines, of the groups' heads and of the title."""
_PITCH = 11.6
_COLUMNS = 2
_KEYS = 0.42
"""Part of a column's width that the keys have."""
_INK, _GREY, _LINE = QColor("#1D1D1F"), QColor("#6B6D73"), QColor("#DDDEE1")


class KeyGroup(Struct, frozen=True):
    """One part of the sheet: what is done by which keys, and what has no keys but a menu and the palette."""

    title: str
    lines: tuple[tuple[str, str], ...]
    others: tuple[str, ...] = ()


def key_groups(actions: Actions) -> tuple[KeyGroup, ...]:
    """Return all actions of the table, as they are called and reached now, and what is done by hand."""
    listed = {entry for _, entries in MENUS for entry in entries}
    groups = []
    for title, entries in MENUS:
        inside = [spec for spec in ACTIONS if spec.id in entries]
        if title == _OTHERS_MENU:
            inside += [spec for spec in ACTIONS if spec.id not in listed]
        named = [(tr(spec.text).removesuffix("…"), _keys(actions, spec.id)) for spec in inside]
        lines = tuple((name, keys) for name, keys in named if keys)
        others = tuple(name for name, keys in named if not keys)
        groups.append(KeyGroup(tr(title).split("(&")[0].replace("&", ""), lines, others))
    groups += [KeyGroup(tr(title), tuple((tr(what), tr(keys)) for what, keys in lines)) for title, lines in BY_HAND]
    return tuple(groups)


def others_words(group: KeyGroup) -> str:
    """Return what a group's actions without keys are called, and how they are reached."""
    return tr("By menu or Ctrl+K: {names}", names=tr(", ").join(group.others)) if group.others else ""


def write_sheet(groups: Sequence[KeyGroup], path: Path) -> None:
    """Write the sheet as a PDF of A4 pages, to be pinned beside the screen.

    Raises:
        TargetError: It cannot be written.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(tr("Keyboard shortcuts"))
    paint_sheet(groups, writer)
    write_file(path, bytes(buffer.data().data()))


def paint_sheet(groups: Sequence[KeyGroup], device: QPagedPaintDevice) -> None:
    """Paint the sheet on a printer or into a PDF: A4, column after column, page after page.

    Raises:
        TargetError: The printer does not answer.
    """
    none, portrait = QMarginsF(0, 0, 0, 0), QPageLayout.Orientation.Portrait
    device.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), portrait, none, QPageLayout.Unit.Point))
    painter = QPainter()
    if not painter.begin(device):
        raise TargetError("Nothing was printed: {name} does not answer.", name=tr("Printer"))
    try:
        scale = device.logicalDpiX() / 72
        painter.scale(scale, scale)
        _Columns(painter, device).paint(groups)
    finally:
        painter.end()


class _Columns:
    """Paints groups from the top, in points of A4 paper."""

    def __init__(self, painter: QPainter, device: QPagedPaintDevice) -> None:
        self._painter, self._device = painter, device
        paper = QPageSize.size(QPageSize.PageSizeId.A4, QPageSize.Unit.Point)
        self._bottom = paper.height() - _MARGIN
        self._width = (paper.width() - 2 * _MARGIN - (_COLUMNS - 1) * _GAP) / _COLUMNS
        self._column, self._top, self._y = 0, _MARGIN, _MARGIN

    def paint(self, groups: Sequence[KeyGroup]) -> None:
        whole = self._width * _COLUMNS + _GAP
        self._write(tr("Keyboard shortcuts"), QRectF(_MARGIN, _MARGIN, whole, 2 * _TITLE), _TITLE, bold=True)
        self._top = self._y = _MARGIN + 2 * _TITLE
        for group in groups:
            self._group(group)

    def _group(self, group: KeyGroup) -> None:
        self._room_for(4 * _PITCH)  # a head does not stand alone at a column's foot
        if self._y > self._top:
            self._y += _PITCH * 0.6
        self._write(group.title, self._box(1.3 * _PITCH), _HEAD, bold=True)
        self._y += 1.3 * _PITCH
        for name, keys in group.lines:
            self._keys(name, keys)
        if group.others:
            self._words(others_words(group))

    def _keys(self, name: str, keys: str) -> None:
        """Write one line: what is done at the left, its keys at the right; long words take a second line."""
        names, right = self._width * (1 - _KEYS) - 6, self._width * _KEYS
        high = max(self._height(name, names), self._height(keys, right))
        self._room_for(high)
        box = self._box(high)
        self._write(name, QRectF(box.x(), box.y(), names, high), _SIZE)
        self._write(keys, QRectF(box.right() - right, box.y(), right, high), _SIZE, right=True)
        self._painter.fillRect(QRectF(box.x(), box.bottom() - 0.6, box.width(), 0.3), _LINE)
        self._y += high

    def _words(self, words: str) -> None:
        high = self._height(words, self._width)
        self._room_for(high)
        self._write(words, self._box(high), _SIZE, colour=_GREY)
        self._y += high

    def _box(self, high: float) -> QRectF:
        return QRectF(_MARGIN + self._column * (self._width + _GAP), self._y, self._width, high)

    def _room_for(self, height: float) -> None:
        """Go on in the next column or on the next page where this one has no room."""
        if self._y + height <= self._bottom:
            return
        self._column += 1
        if self._column == _COLUMNS:
            self._device.newPage()
            self._column, self._top = 0, _MARGIN
        self._y = self._top

    def _height(self, words: str, width: float) -> float:
        self._painter.setFont(_font(_SIZE))
        box = self._painter.boundingRect(QRectF(0, 0, width, 1000), int(Qt.TextFlag.TextWordWrap), words)
        return max(1, round(box.height() / (_SIZE * 1.3))) * _PITCH

    def _write(
        self, words: str, box: QRectF, size: int, *, bold: bool = False, right: bool = False, colour: QColor = _INK
    ) -> None:
        option = QTextOption(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        font = _font(size)
        font.setBold(bold)
        self._painter.setFont(font)
        self._painter.setPen(colour)
        self._painter.drawText(box, words, option)


def _font(points: int) -> QFont:
    """Return the interface's font, as high on every device: a size in points would follow its resolution."""
    font = QFont()
    font.setPixelSize(points)
    return font


def _keys(actions: Actions, action_id: str) -> str:
    names = (key.toString(QKeySequence.SequenceFormat.NativeText) for key in actions[action_id].shortcuts())
    return "  ".join(dict.fromkeys(names))  # both Enter keys have one name
