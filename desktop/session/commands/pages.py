"""Frames, pictures and layouts of a page, and the automatic assignment."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from desktop.compose import propose
from desktop.errors import Message, UsageError, message
from desktop.model.edition import Edition, Frame, Media, Page
from desktop.model.layout import Grid, Layout, SlotKind
from desktop.model.pictureview import WHOLE
from desktop.model.style import KinsokuLevel
from desktop.session.assigning import assigned
from desktop.session.commands.command import Alone
from desktop.session.flows import SHOWING_PICTURES, known_elements, page_of
from desktop.session.regrid import regridded
from desktop.session.relay import relaid, relinked, with_drawn

_WEEKDAYS = "一二三四五六日"


def frame_of(page: Page, frame_id: str) -> Frame:
    """Return a frame by id.

    Raises:
        UsageError: The page has no such frame.
    """
    for frame in page.frames:
        if frame.id == frame_id:
            return frame
    raise UsageError("The page has no frame {id} any more.", id=frame_id)


def with_frame(page: Page, frame: Frame) -> Page:
    """Return the page with one frame exchanged for the one of the same id.

    Of a frame that is sized or moved by hand, what copyfit decided is given up: the hand has the last word.
    """
    old = page.frame(frame.id)
    by_hand = (old.lines, old.place) != (frame.lines, frame.place)
    fitting = page.fitting.without_frames({frame.id}) if by_hand else page.fitting
    return replace(page, frames=tuple(frame if f.id == frame.id else f for f in page.frames), fitting=fitting)


class PlacePicture(Alone, frozen=True):
    """Show a picture in a frame; it joins the edition's pictures unless the same file is among them."""

    page: str
    frame: str
    media: Media

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Place picture")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the picture in the frame.

        Raises:
            UsageError: The frame takes no picture.
        """
        page = page_of(edition, self.page)
        frame = frame_of(page, self.frame)
        kind = page.slot_of(frame.id).kind
        if kind not in SHOWING_PICTURES:
            raise UsageError("“{frame}” is a place for text; a picture cannot stand in it.", frame=frame.id)
        edition, media = with_media(edition, self.media)
        view = WHOLE if kind is SlotKind.ADVERT and frame.view is None else frame.view
        return edition.replacing_page(with_frame(page, replace(frame, media=media, view=view)))


def with_media(edition: Edition, media: Media) -> tuple[Edition, str]:
    """Return the edition with a picture among its own, and the id that it has there."""
    for known in edition.media:
        if not known.lost and known.name == media.name and known.data == media.data:
            return edition, known.id
    taken = {known.id for known in edition.media}
    candidates = (media.id, *(f"m{number}" for number in range(1, len(taken) + 2)))
    fresh = replace(media, id=next(name for name in candidates if name and name not in taken))
    return replace(edition, media=(*edition.media, fresh)), fresh.id


class RemovePicture(Alone, frozen=True):
    """Show no picture in a frame; the file stays among the edition's pictures."""

    page: str
    frame: str

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Remove picture")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition without the picture in the frame."""
        page = page_of(edition, self.page)
        return edition.replacing_page(with_frame(page, replace(frame_of(page, self.frame), media=None)))


class DiscardPicture(Alone, frozen=True):
    """Take a picture file out of the edition, and out of every frame that shows it."""

    media: str

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Discard picture")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition without the picture."""
        for page in edition.pages:
            showing = [frame for frame in page.frames if frame.media == self.media]
            for frame in showing:
                page = with_frame(page, replace(frame, media=None))  # noqa: PLW2901 - each frame on top of the last
            edition = edition.replacing_page(page) if showing else edition
        return replace(edition, media=tuple(media for media in edition.media if media.id != self.media))


class SetFrameLines(Struct, frozen=True):
    """Give a frame a height in lines by hand; None lets the layout decide again."""

    page: str
    frame: str
    lines: int | None

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Change height")

    @property
    def merge(self) -> Hashable:
        """Dragging a frame's edge is one step."""
        return (type(self), self.page, self.frame)

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the frame's height set.

        Raises:
            UsageError: The height is less than a line, or more than the page has.
        """
        page = page_of(edition, self.page)
        frame = frame_of(page, self.frame)
        most = page.layout.grid.lines
        if self.lines is not None and not 1 <= self.lines <= most:
            raise UsageError("A frame is 1 to {most} lines high, not {lines}.", most=most, lines=self.lines)
        return edition.replacing_page(with_frame(page, replace(frame, lines=self.lines)))


class ApplyLayout(Alone, frozen=True):
    """Lay a page out by another layout; what stood on the page stands on it still, by hand or by role.

    ``anew`` gives up what a hand assigned: everything that stands on no other page is assigned by role.
    """

    page: str
    layout: Layout
    anew: bool = False

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Change layout")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the page laid out anew."""
        page = page_of(edition, self.page)
        if page.layout != with_drawn(page, self.layout):
            edition = relaid(edition, page, self.layout)
        return ProposeAssignment(self.page).apply(edition) if self.anew else edition


class SetGrid(Alone, frozen=True):
    """Give a page another grid: columns, gutter, lines, margins; its frames stay on columns and lines."""

    page: str
    grid: Grid

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Change grid")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the page on the grid.

        Raises:
            UsageError: The grid does not lie on the sheet, or has too little room for the layout.
        """
        page = page_of(edition, self.page)
        return edition if page.layout.grid == self.grid else edition.replacing_page(regridded(page, self.grid))


class ProposeAssignment(Alone, frozen=True):
    """Assign everything that stands on no other page by role, in place of the page's assignment so far."""

    page: str

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Assign automatically")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the page assigned by role."""
        return edition.replacing_page(assigned(edition, page_of(edition, self.page), propose))


class TakeAlternative(Alone, frozen=True):
    """Fill a page as an alternative does that was chosen."""

    page: Page
    what: Message

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Assign: {what}", what=self.what)

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the page; texts go on on other pages as they did.

        Raises:
            UsageError: The page or one of the elements is gone, or an element stands on another page by now.
        """
        before = page_of(edition, self.page.id)
        wanted = known_elements(edition, (e for flow in self.page.flows for e in flow.elements))
        elsewhere = {e for p in edition.pages if p is not before for flow in p.flows for e in flow.elements}
        here = {e for flow in before.flows for e in flow.elements}
        if elsewhere.intersection(wanted) - here:
            raise UsageError("Some of the text stands on another page by now.")
        return relinked(edition.replacing_page(self.page), before, self.page)


class SetPageNumber(Alone, frozen=True):
    """Give a page its number as printed."""

    page: str
    number: str

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Change page number")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the page numbered."""
        return edition.replacing_page(replace(page_of(edition, self.page), number=self.number.strip()))


class SetPageDate(Alone, frozen=True):
    """Give a page the date that its folio prints where no article brings one; None takes it away."""

    page: str
    date: date | None

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Change date")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the page dated."""
        printed = printed_date(self.date) if self.date else ""
        return edition.replacing_page(replace(page_of(edition, self.page), date=printed))


class SetKinsoku(Alone, frozen=True):
    """Set the level of a page's line-start and line-end rules (K1); None follows the house style."""

    page: str
    level: KinsokuLevel | None

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Change line-break rules")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the page's level."""
        return edition.replacing_page(replace(page_of(edition, self.page), kinsoku=self.level))


def printed_date(day: date) -> str:
    """Return a date as a folio prints it: 2026年3月30日 星期一."""
    return f"{day.year}年{day.month}月{day.day}日 星期{_WEEKDAYS[day.weekday()]}"
