"""Moving and sizing frames over the page: by whole columns and lines, shown before it is done."""

from __future__ import annotations

from collections import OrderedDict
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from desktop.compose import ComposedPage, FlowFit
from desktop.display import DisplayFrame
from desktop.errors import Message, UsageError, message
from desktop.model.edition import Page
from desktop.model.layout import Grid
from desktop.model.runaround import Contour, Place, Runaround
from desktop.session.commands import MoveFrames, PlaceFrame
from desktop.session.commands.frames import group_of, shifted
from desktop.session.guides import Guide, guides_of
from desktop.session.preview import pushed_out
from desktop.session.session import Session

KEPT = 64
"""Compositions that a drag keeps, so that the way back shows at once; a drag across the page passes about as many."""


class Grip(StrEnum):
    """What of a frame a hand holds: all of it, or a corner."""

    WHOLE = "whole"
    TOP_LEFT = "top-left"
    TOP_RIGHT = "top-right"
    BOTTOM_LEFT = "bottom-left"
    BOTTOM_RIGHT = "bottom-right"


_LEFT, _TOP = frozenset({Grip.TOP_LEFT, Grip.BOTTOM_LEFT}), frozenset({Grip.TOP_LEFT, Grip.TOP_RIGHT})


def standing(page: Page, frame: DisplayFrame) -> Place:
    """Return the columns and lines of the grid on which a picture's frame stands."""
    grid, box = page.layout.grid, frame.box
    step = (grid.measure + grid.gutter) * grid.body
    return Place(
        round((box.x - grid.type_area.x) / step) + 1,
        round((box.width / grid.body + grid.gutter) / (grid.measure + grid.gutter)),
        round((box.y - grid.type_area.y) / grid.pitch) + 1,
        round(box.height / grid.pitch),
    ).within(grid.columns, grid.lines)


def dragged(place: Place, grip: Grip, columns: int, lines: int, grid: Grid) -> Place:
    """Return a place whose grip was moved by columns and lines; a corner stops a column and a line before another."""
    if grip is Grip.WHOLE:
        moved = Place(place.column + columns, place.columns, place.line + lines, place.lines)
        return moved.within(grid.columns, grid.lines)
    column, wide = _resized(place.column, place.columns, columns, grid.columns, from_start=grip in _LEFT)
    line, high = _resized(place.line, place.lines, lines, grid.lines, from_start=grip in _TOP)
    return Place(column, wide, line, high)


def _resized(first: int, count: int, by: int, most: int, *, from_start: bool) -> tuple[int, int]:
    """Return a range whose start or end was moved, inside 1 to ``most``."""
    end = first + count - 1
    if from_start:
        first = min(max(1, first + by), end)
    else:
        end = max(min(most, end + by), first)
    return first, end - first + 1


class PlacePreview(Struct, frozen=True):
    """The page as it would be with a picture at a place; ``pushed`` are flows that would be overset and are not now."""

    place: Place
    composed: ComposedPage
    pushed: tuple[FlowFit, ...] = ()
    guides: tuple[Guide, ...] = ()
    """Along which its edges are level with other frames'."""

    @property
    def message(self) -> Message:
        """What would be, in words."""
        over = sum(fit.over_chars for fit in self.pushed)
        place = self.place
        says = {"columns": place.columns, "lines": place.lines, "column": place.column, "line": place.line}
        if not over:
            return message("{columns} × {lines} at column {column}, line {line}", **says)
        return message(
            "{columns} × {lines} at column {column}, line {line} · pushes out {count} characters", count=over, **says
        )


class FrameDrag:
    """A frame being moved or sized over the current page, with its group; nothing changes before it is dropped.

    Args:
        session: the open edition.
        frame: on the current page.
        grip: what of it is held.

    Raises:
        UsageError: The page has no such frame, or it is locked.
    """

    def __init__(self, session: Session, frame: str, grip: Grip = Grip.WHOLE) -> None:
        page = session.page
        if page is None:
            raise UsageError("The edition has no page yet.")
        self._session, self._page, self.frame, self.grip = session, page, frame, grip
        self._edition = session.edition
        self._now = session.composed(page.id)
        PlaceFrame(page.id, frame, Place(1, 1, 1, 1)).apply(self._edition)
        self.start = standing(page, self._now.display.frame(frame))
        together = group_of(page, (frame,)) if grip is Grip.WHOLE else (frame,)
        self._together = tuple((f, standing(page, self._now.display.frame(f))) for f in together)
        self._known: OrderedDict[Place, PlacePreview] = OrderedDict(
            {self.start: PlacePreview(self.start, self._now, guides=guides_of(self._now.display, frame))}
        )

    def place(self, columns: int, lines: int) -> Place:
        """Return where the frame would stand once its grip was moved so far from where it was."""
        return dragged(self.start, self.grip, columns, lines, self._page.layout.grid)

    def over(self, place: Place) -> PlacePreview:
        """Return what dropping the frame at a place would do."""
        known = self._known.get(place)
        if known is None:
            wanted = self._command(place).apply(self._edition)
            composed = self._session.compositions.composed_once(wanted, self._page.id, draft=True)
            known = self._known[place] = PlacePreview(
                place, composed, pushed_out(self._now, composed), guides_of(composed.display, self.frame)
            )
            if len(self._known) > KEPT:
                self._known.popitem(last=False)
        return known

    def drop(self, place: Place) -> bool:
        """Do it; tells whether anything changed."""
        return place != self.start and self._session.do(self._command(place))

    def _command(self, place: Place) -> PlaceFrame | MoveFrames:
        """Return what puts the frame at a place, with all that is moved with it."""
        if len(self._together) == 1:
            return PlaceFrame(self._page.id, self.frame, place)
        by = (place.column - self.start.column, place.line - self.start.line)
        return MoveFrames(self._page.id, shifted(self._together, *by, self._page.layout.grid))


_USUAL_ABOVE = {Contour.BOX: 1, Contour.OUTLINE: 0, Contour.NONE: 1}
"""Lines kept above and below: an outline's own corners leave room enough."""


def with_contour(around: Runaround | None, contour: Contour) -> Runaround:
    """Return a runaround with another contour; the distance above, where it was the usual one, becomes the other's."""
    now = around or Runaround()
    above = _USUAL_ABOVE[contour] if now.above == _USUAL_ABOVE[now.contour] else now.above
    return replace(now, contour=contour, above=above)
