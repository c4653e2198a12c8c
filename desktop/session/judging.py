"""How well a page would fit, in figures and in words: what proposals are ranked by and what is said of them.

A page that holds all its text comes first, then one on which everything stands where it is meant to, then one that is
well filled. Figures are those of the composed page, not estimates.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from desktop.compose import ComposedPage
from desktop.errors import Message, message
from desktop.model.edition import Edition, Page
from desktop.model.layout import SlotKind
from desktop.model.story import Role
from desktop.session.leftovers import leftovers

_PICTURES = 0.3
"""Part of the type area that pictures take on a page that is neither crowded nor empty."""
_LARGE = 0.5
"""Part of the type area from which it is said that pictures take so much."""


class Verdict(StrEnum):
    """Whether a reason speaks for a proposal."""

    GOOD = "good"
    MIND = "mind"  # something to know, nothing is lost
    BAD = "bad"
    FACT = "fact"  # says what is, without judging


class Reason(Struct, frozen=True):
    """A sentence, and whether it speaks for the proposal."""

    verdict: Verdict
    said: Message


class PageFit(Struct, frozen=True):
    """A page as it would be, in figures.

    ``over_*`` is text that finds no room, ``short_lines`` column lines that stay empty; ``wanted`` pictures are those
    that the text brings (by caption or file), ``places`` the frames for them. ``homeless`` pictures and elements have
    no place at all, ``misplaced`` ones none of their own. ``stories`` without ``heads`` share a place. ``sections``
    have ``texts`` to stand in, of which ``idle`` stay empty, and which make ``threads`` of running text. ``pictures``
    is the part of the type area that pictures take.
    """

    over_chars: int
    over_lines: int
    short_lines: int
    wanted: int
    places: int
    homeless: int
    misplaced: int
    stories: int
    heads: int
    sections: int
    texts: int
    threads: int
    idle: int
    pictures: float

    @property
    def cost(self) -> tuple[float, ...]:
        """What tells proposals apart, smaller first."""
        crowded = max(0, self.stories - self.heads)
        apart = max(abs(self.sections - self.texts), abs(self.sections - self.threads))
        uneven = apart if self.stories == 1 else 0
        lacking, empty = max(0, self.wanted - self.places), max(0, self.places - self.wanted)
        filling = abs(self.pictures - _PICTURES) if self.places else 0.0
        return (
            self.over_lines,
            self.homeless + lacking,
            crowded,
            self.misplaced,
            self.idle + uneven,
            empty,
            self.short_lines,
            filling,
        )


def judged(before: Edition, after: Edition, page_id: str, composed: ComposedPage) -> PageFit:
    """Return how a page fits.

    Args:
        before: the edition as it is, against which something finds no place.
        after: the edition as it would be.
        page_id: of the page.
        composed: the page as it would be.
    """
    page = after.page(page_id)
    standing = {element for flow in page.flows for element in flow.elements}
    roles = [e.role for story in after.stories for e in story.elements if e.id in standing]
    left = leftovers(before, after, page_id, None)
    bare = [item for item in left if item.media is not None or _unplaced(after, item.element)]
    texts = [f.id for f in page.frames if _takes_body(page, f.id)]
    used = {frame for flow in page.flows if flow.elements or flow.continues for frame in flow.frames}
    return PageFit(
        over_chars=sum(fit.over_chars for fit in composed.fits),
        over_lines=sum(fit.over_lines for fit in composed.fits),
        short_lines=sum(_short(composed, index) for index in range(len(composed.fits))),
        wanted=max(roles.count(Role.CAPTION), _pictured(before.page(page_id))),
        places=sum(page.slot_of(frame.id).kind is SlotKind.PICTURE for frame in page.frames),
        homeless=len(bare),
        misplaced=len(left) - len(bare),
        stories=sum(any(e.id in standing for e in story.elements) for story in after.stories),
        heads=max((slot.story for slot in page.layout.slots()), default=0) or 1,
        sections=roles.count(Role.SUBHEAD) or 1,
        texts=len(texts),
        threads=sum(any(frame in texts for frame in flow.frames) for flow in page.flows),
        idle=sum(frame not in used for frame in texts),
        pictures=_picture_part(page, composed),
    )


def _unplaced(edition: Edition, element: str | None) -> bool:
    return element is not None and not any(page.flows_of_element(element) for page in edition.pages)


def _takes_body(page: Page, frame: str) -> bool:
    slot = page.slot_of(frame)
    return slot.kind is SlotKind.TEXT and Role.BODY in slot.accepts


def _pictured(page: Page) -> int:
    """Return how many pictures a page shows, advertisements not counted."""
    return sum(f.media is not None and page.slot_of(f.id).kind is SlotKind.PICTURE for f in page.frames)


def _short(composed: ComposedPage, index: int) -> int:
    """Return the column lines that a flow leaves empty; levelled columns end a line apart, which is none."""
    fit = composed.fits[index]
    columns = sum(len(composed.display.frame(frame).columns) for frame in fit.flow.frames)
    return fit.short_lines if columns and fit.short_lines >= columns else 0


def _picture_part(page: Page, composed: ComposedPage) -> float:
    area = page.layout.grid.type_area
    shown = [composed.display.frame(f.id).box for f in page.frames if page.slot_of(f.id).kind is SlotKind.PICTURE]
    return sum(box.width * box.height for box in shown) / (area.width * area.height)


def reasons(fit: PageFit) -> tuple[Reason, ...]:
    """Return what speaks for a page and against it, what matters most first."""
    found = (_text_reason(fit), *_home_reasons(fit), _picture_reason(fit), _section_reason(fit), *_filling_reasons(fit))
    told = [reason for reason in found if reason is not None]
    return tuple(sorted(told, key=lambda reason: reason.verdict is not Verdict.BAD))


def _text_reason(fit: PageFit) -> Reason:
    if fit.over_chars:
        words = message("{chars} characters, {lines} lines, find no room.", chars=fit.over_chars, lines=fit.over_lines)
        return Reason(Verdict.BAD, words)
    return Reason(Verdict.GOOD, message("All the text fits."))


def _home_reasons(fit: PageFit) -> list[Reason]:
    found = []
    if fit.homeless:
        found.append(Reason(Verdict.BAD, message("{count} pictures or elements find no place.", count=fit.homeless)))
    if fit.stories > fit.heads:
        count = fit.stories - fit.heads
        found.append(
            Reason(Verdict.MIND, message("{count} articles have no place for a head of their own.", count=count))
        )
    if fit.misplaced:
        words = message("{count} elements stand in a frame that is meant for others.", count=fit.misplaced)
        found.append(Reason(Verdict.MIND, words))
    return found


def _picture_reason(fit: PageFit) -> Reason | None:
    if fit.wanted > fit.places:
        words = message(
            "The text brings {count} pictures, places there are {places}.", count=fit.wanted, places=fit.places
        )
        return Reason(Verdict.BAD, words)
    if fit.places > fit.wanted:
        words = message("There is room for {count} pictures more.", count=fit.places - fit.wanted)
        return Reason(Verdict.MIND, words)
    return (
        Reason(Verdict.GOOD, message("Every picture has its place: {count}.", count=fit.wanted)) if fit.wanted else None
    )


def _section_reason(fit: PageFit) -> Reason | None:
    if fit.idle:
        return Reason(Verdict.MIND, message("{count} frames for text stay empty.", count=fit.idle))
    if fit.stories == 1 and fit.sections == fit.texts == fit.threads > 1:
        return Reason(Verdict.GOOD, message("Each of the {count} sections has a frame of its own.", count=fit.sections))
    if fit.stories == 1 and fit.sections > fit.texts:
        words = message("{count} sections stand in {frames} frames.", count=fit.sections, frames=fit.texts)
        return Reason(Verdict.MIND, words)
    return None


def _filling_reasons(fit: PageFit) -> list[Reason]:
    found = []
    if fit.short_lines:
        found.append(Reason(Verdict.MIND, message("{lines} lines stay empty.", lines=fit.short_lines)))
    if fit.pictures > _LARGE:
        percent = f"{fit.pictures:.0%}"
        found.append(Reason(Verdict.MIND, message("Pictures take {percent} of the type area.", percent=percent)))
    return found
