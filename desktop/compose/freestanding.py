"""Frames that stand free over the page: where they stand, and what text keeps out of.

A free picture takes its caption along, directly below it. Both stand on whole columns and lines of the page's grid
(B2); where the page's foot has no room for the caption they stand higher, and a picture too high for both gives way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.compose.arrange import GridBox
from desktop.compose.exclusions import Exclusion, outline_boxes
from desktop.compose.furniture import frame_box
from desktop.geometry import Rect
from desktop.model.edition import Frame, Media, Page
from desktop.model.layout import Grid, Slot
from desktop.model.pictureview import shown_part
from desktop.model.runaround import Contour, Place, Runaround

if TYPE_CHECKING:
    from desktop.pictures import Bands

Outline = Callable[[Media, Rect, int], "Bands"]
"""Tells how far what a picture shows reaches, in bands of equal height of a part of it."""


class FreeFrame(Struct, frozen=True):
    """A free-standing frame; of a picture with the slot of its caption."""

    frame: Frame
    place: Place
    slot: Slot
    caption: Slot | None

    @property
    def slots(self) -> frozenset[str]:
        """The slots that stand free."""
        return frozenset(slot.id for slot in (self.slot, self.caption) if slot is not None)

    @property
    def around(self) -> Runaround:
        """How text runs round it: as asked, else round its box."""
        return self.frame.runaround or Runaround()


def free_frames(page: Page) -> tuple[FreeFrame, ...]:
    """Return the frames that stand free on a page, the undermost first; a free picture's caption goes with it."""
    captions = {slot.caption_of: slot for slot in page.layout.slots() if slot.caption_of}
    slots = {slot.id: slot for slot in page.layout.slots()}
    free = [frame for frame in page.frames if frame.place is not None]
    taken = {captions[frame.slot].id for frame in free if frame.slot in captions}
    return tuple(
        FreeFrame(frame, frame.place, slots[frame.slot], captions.get(frame.slot))
        for frame in free
        if frame.place is not None and frame.slot not in taken
    )


def free_boxes(frames: Iterable[FreeFrame], grid: Grid, need: Callable[[Slot, int], int]) -> dict[str, GridBox]:
    """Return where free frames and their captions stand, by slot; ``need`` says what a caption takes at a width."""
    boxes: dict[str, GridBox] = {}
    for free in frames:
        place, caption = free.place.within(grid.columns, grid.lines), free.caption
        below = need(caption, place.columns) if caption else 0
        gap = caption.before if caption and below else 0
        lines = max(1, min(place.lines, grid.lines - gap - below))
        line = max(1, min(place.line, grid.lines - gap - below - lines + 1))
        boxes[free.slot.id] = GridBox(place.column, place.columns, line, lines)
        if caption is not None:
            top = line + lines + gap
            boxes[caption.id] = GridBox(place.column, place.columns, top, min(below, max(0, grid.lines - top + 1)))
    return boxes


def exclusion(
    free: FreeFrame, grid: Grid, boxes: Mapping[str, GridBox], media: Media | None, outline: Outline
) -> Exclusion:
    """Return what text keeps out of for a free frame. Its caption counts always: text under text cannot be read."""
    around = free.around
    places = (*_picture(free, grid, boxes[free.slot.id], media, outline), *_caption(free, grid, boxes))
    return Exclusion(places, around.sides, max(0.0, around.beside) * grid.body, around.above)


def _picture(free: FreeFrame, grid: Grid, place: GridBox, media: Media | None, outline: Outline) -> Iterator[Rect]:
    box, contour = frame_box(grid, place), free.around.contour
    if contour is Contour.OUTLINE and media is not None and media.width and media.height:
        shown, part = shown_part(box, media.width, media.height, free.frame.view)
        yield from outline_boxes(shown, outline(media, part, place.lines))
    elif contour is not Contour.NONE:
        yield box


def _caption(free: FreeFrame, grid: Grid, boxes: Mapping[str, GridBox]) -> Iterator[Rect]:
    if free.caption is not None and boxes[free.caption.id].lines:
        yield frame_box(grid, boxes[free.caption.id])
