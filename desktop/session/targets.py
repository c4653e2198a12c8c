"""Which frames take which elements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.model.edition import Edition, Page
from desktop.model.story import Role
from desktop.session.flows import HOLDING_TEXT, SHOWING_PICTURES

_BESIDE = frozenset({Role.CAPTION, Role.CREDIT})


def accepting_frames(edition: Edition, page: Page, elements: Iterable[str]) -> tuple[str, ...]:
    """Return the frames whose slots are meant for all of the elements' roles; none for no elements.

    A hand may put elements into other frames too: every frame that holds text takes any of them.
    """
    roles = {edition.element(element).role for element in elements}
    frames = ((frame.id, page.slot_of(frame.id)) for frame in page.frames)
    return tuple(frame for frame, slot in frames if roles and roles.issubset(slot.accepts))


def drop_frame(edition: Edition, page: Page, elements: Sequence[str], frame: str) -> str | None:
    """Return the frame in which elements dropped on a frame end: itself, or for captions the picture's caption frame.

    None where they cannot be dropped.
    """
    slot = page.slot_of(frame)
    if slot.kind in HOLDING_TEXT:
        return frame
    if not elements or not all(edition.element(element).role in _BESIDE for element in elements):
        return None
    return caption_frame(page, frame)


def caption_frame(page: Page, picture: str) -> str | None:
    """Return the frame of a picture's caption."""
    slot = page.frame(picture).slot
    return next((frame.id for frame in page.frames if page.slot_of(frame.id).caption_of == slot), None)


def picture_frames(page: Page) -> tuple[str, ...]:
    """Return the frames that show pictures."""
    return tuple(frame.id for frame in page.frames if page.slot_of(frame.id).kind in SHOWING_PICTURES)


def section_of(edition: Edition, element: str) -> tuple[str, ...]:
    """Return what moves together when a section is dragged: the subhead and the text under it, captions left out.

    An element under no subhead moves alone.
    """
    story = edition.story_of(element)
    section = story.element(element).section
    if section is None:
        return (element,)
    return tuple(e.id for e in story.elements if e.section == section and e.role not in _BESIDE)
