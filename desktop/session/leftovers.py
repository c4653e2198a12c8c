"""What found no place when a page got another layout, with the reason, so that a person can see to it.

Found by comparing the page as it was with the page as it is now, not kept from the change: what is seen to leaves the
list by itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from desktop.compose import ComposedPage
from desktop.errors import Message, Named, message
from desktop.model.edition import Edition, Page
from desktop.model.layout import SlotKind
from desktop.session.relay import caption_of, successor


class Leftover(Struct, frozen=True):
    """Something that has no place, or not its own. ``element`` and ``frame`` are what to select, ``media`` a picture.

    A picture's ``element`` is its caption.
    """

    reason: Message
    element: str | None = None
    frame: str | None = None
    media: str | None = None


def leftovers(before: Edition, after: Edition, page_id: str, composed: ComposedPage | None) -> tuple[Leftover, ...]:
    """Return what found no place on a page.

    Args:
        before: the edition in which the page had its former layout.
        after: the edition as it is now.
        page_id: of the page; it must be in both.
        composed: the page as it is now; None leaves out what finds no room.
    """
    old, new = before.page(page_id), after.page(page_id)
    found = [*_elements(before, old, after, new), *_pictures(old, new), *_texts(before, old, after, new)]
    return (*found, *(_overset(after, composed) if composed is not None else ()))


def _elements(before: Edition, old: Page, after: Edition, new: Page) -> Iterator[Leftover]:
    """Yield what stood on the page and does not, or stands in a frame that is not meant for it and did not before."""
    roles = {element.id: element.role for story in after.stories for element in story.elements}
    placed = {element for page in after.pages for flow in page.flows for element in flow.elements}
    meant = {e for f in old.flows for e in f.elements if e in roles and _takes(old, f.frames, before.element(e).role)}
    for flow in old.flows:
        for element in flow.elements:
            if element in roles and element not in placed:
                yield Leftover(message("The layout has no frame for it; it is unplaced."), element)
    for flow in new.flows:
        for element in flow.elements:
            if element in meant and not _takes(new, flow.frames, roles[element]):
                yield _misplaced(new, flow.frames[0], element)


def _takes(page: Page, frames: tuple[str, ...], role: str) -> bool:
    return any(role in page.slot_of(frame).accepts for frame in frames)


def _misplaced(page: Page, frame: str, element: str) -> Leftover:
    name = Named(page.slot_of(frame).names)
    return Leftover(message("The layout has no place of its own for it; it stands in “{frame}”.", frame=name), element)


def _pictures(old: Page, new: Page) -> Iterator[Leftover]:
    """Yield pictures that are shown no more, and captions that stand below another picture than before."""
    now = {frame.media: frame for frame in new.frames if frame.media}
    for frame in old.frames:
        if frame.media is None:
            continue
        words = caption_of(old, frame.id)
        beside = caption_of(new, now[frame.media].id) if frame.media in now else ()
        first = next(iter(words), None)
        if frame.media not in now:
            kind = old.slot_of(frame.id).kind
            reason = (
                message("The layout has no place for this advertisement; it is still among the edition’s pictures.")
                if kind is SlotKind.ADVERT
                else message("The layout has no place for this picture; it is still among the edition’s pictures.")
            )
            yield Leftover(reason, first, media=frame.media)
        elif first is not None and first not in beside and any(first in flow.elements for flow in new.flows):
            yield Leftover(message("It does not stand with its picture any more."), first)


def _texts(before: Edition, old: Page, after: Edition, new: Page) -> Iterator[Leftover]:
    """Yield texts that went on from or to other pages and do not any more."""
    for flow in old.flows:
        source = before.source_of(old, flow)
        still = any(other.continues == flow.continues for page in after.pages for other in page.flows)
        if source is not None and not still and source[1].elements:
            number = before.printed_number(source[0])
            reason = message("The text of page {page} has no frame to go on in on this page.", page=number)
            yield Leftover(reason, source[1].elements[-1])
        onward = before.continuation_of(old, flow)
        now = successor(old, new, flow)
        if onward is not None and (now is None or after.continuation_of(new, now) is None) and flow.elements:
            number = before.printed_number(onward[0])
            yield Leftover(message("The text does not go on on page {page} any more.", page=number), flow.elements[-1])


def _overset(edition: Edition, composed: ComposedPage) -> Iterator[Leftover]:
    for fit in composed.fits:
        over = next((element for element in fit.elements if composed.overset.get(element)), None)
        if fit.over_chars and over is not None:
            name = Named(edition.page(composed.page).slot_of(fit.flow.frames[-1]).names)
            reason = message(
                "From here on {count} characters find no room in “{frame}”.", count=fit.over_chars, frame=name
            )
            yield Leftover(reason, over, fit.flow.frames[-1])
