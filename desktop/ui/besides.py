"""What stands beside the page on the desk: rulers, and the page that faces it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint
from PySide6.QtGui import QActionGroup

from desktop.errors import BanxinError
from desktop.ui.actions import Actions, Handler
from desktop.ui.canvas.rulers import Unit
from desktop.ui.frame import WindowFrame
from desktop.ui.paging import facing
from desktop.ui.workbench import Workbench


class BesidesWork:
    """Shows and hides them, and keeps them in step with the edition.

    Args:
        bench: the open edition and the preferences.
        frame: the window's widgets.
        actions: the table's.
    """

    def __init__(self, bench: Workbench, frame: WindowFrame, actions: Actions) -> None:
        self._bench, self._frame, self._actions = bench, frame, actions
        self._at_left = self._following = False
        settings = bench.preferences.now
        actions["view.rulers"].setChecked(settings.rulers)
        self._units = QActionGroup(actions)
        for unit in Unit:
            self._units.addAction(actions[f"view.ruler_{unit.value}"])
        actions["view.ruler_grid" if settings.ruler_grid else "view.ruler_mm"].setChecked(True)
        frame.ruled.show_rulers(shown=settings.rulers)
        actions["view.facing"].setChecked(settings.facing)
        frame.facing.page_chosen.connect(self._take_up)
        frame.facing.led.connect(self._follow)
        frame.facing.room_changed.connect(self._lead)
        frame.canvas.moved.connect(self._lead)

    def handlers(self) -> Mapping[str, Handler]:
        """Return what the actions of this part do."""
        return {
            "view.rulers": self._toggle_rulers,
            "view.ruler_mm": self._change_unit,
            "view.ruler_grid": self._change_unit,
            "view.facing": self._toggle_facing,
        }

    def refresh(self) -> None:
        """Show what belongs to the page that is shown now."""
        page = self._bench.session.page
        unit = Unit.GRID if self._actions["view.ruler_grid"].isChecked() else Unit.MILLIMETRES
        self._frame.ruled.count(unit, page.layout.grid if page else None)
        self._show_facing()

    def _show_facing(self) -> None:
        """Show the page that faces the one that is shown, at the side where an open newspaper has it."""
        session, beside = self._bench.session, self._frame.facing
        page = session.page if self._actions["view.facing"].isChecked() else None
        found = facing(session.edition.pages, page) if page is not None else None
        beside.setVisible(found is not None)
        if found is None:
            beside.show_none()
            return
        other, at_left = found
        self._frame.put_facing(left=at_left)
        self._at_left = at_left
        media = {item.id: item for item in session.edition.media}
        try:
            beside.show_page(other.id, session.composed(other.id).display, self._bench.faces, media)
        except BanxinError:
            beside.show_none()

    def _lead(self) -> None:
        """Let the facing page be as large as the one on the canvas, and level with it."""
        canvas, beside = self._frame.canvas, self._frame.facing
        if beside.isVisible() and beside.page and not self._following:
            y = round(canvas.view.y) + self._lower()
            beside.go_beside(canvas.zoom, y, left=self._at_left, live=canvas.zooming)

    def _follow(self) -> None:
        """Let the page on the canvas go along with the facing one, which was scrolled or zoomed by hand."""
        canvas, beside = self._frame.canvas, self._frame.facing
        self._following = True
        canvas.go_along(beside.zoom, round(beside.view.y) - self._lower(), live=beside.zooming)
        self._following = False
        self._lead()

    def _lower(self) -> int:
        """Return how much lower the canvas begins than the facing page, in pixels: by a ruler."""
        ends = (part.viewport().mapToGlobal(QPoint(0, 0)).y() for part in (self._frame.canvas, self._frame.facing))
        canvas, beside = ends
        return canvas - beside

    def _toggle_facing(self) -> None:
        self._bench.preferences.change(facing=self._actions["view.facing"].isChecked())
        self.refresh()

    def _take_up(self, page: str) -> None:
        self._bench.session.show_page(page)

    def _toggle_rulers(self) -> None:
        shown = self._actions["view.rulers"].isChecked()
        self._bench.preferences.change(rulers=shown)
        self._frame.ruled.show_rulers(shown=shown)

    def _change_unit(self) -> None:
        """Count in the unit that is chosen now."""
        self._bench.preferences.change(ruler_grid=self._actions["view.ruler_grid"].isChecked())
        self.refresh()
