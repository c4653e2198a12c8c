"""Frames that a designer draws: made, moved, sized, set in order, locked, grouped, copied and taken away."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from desktop.errors import Message, UsageError, message
from desktop.model.edition import Edition, Flow, Frame, Page
from desktop.model.layout import Grid, Lines, LineStyle, Slot, SlotKind, SlotWriting
from desktop.model.runaround import Place
from desktop.model.story import Role
from desktop.session.commands.command import Alone
from desktop.session.commands.pages import frame_of
from desktop.session.flows import page_of, standing_flows, with_flows


class Drawn(StrEnum):
    """What can be drawn."""

    TEXT = "text"
    VERTICAL = "vertical"
    HEAD = "head"
    PICTURE = "picture"
    ADVERT = "advert"
    FOLIO = "folio"
    BOX = "box"
    RULE = "rule"


_TEXTS = (
    Role.HEADLINE,
    Role.KICKER,
    Role.DECK,
    Role.BYLINE,
    Role.LEDE,
    Role.SUBHEAD,
    Role.BODY,
    Role.CAPTION,
    Role.BOX,
)
_HEADS = (Role.KICKER, Role.HEADLINE, Role.DECK)

_KINDS = MappingProxyType(
    {
        Drawn.TEXT: (SlotKind.TEXT, _TEXTS, "", ("文字", "Text")),
        Drawn.VERTICAL: (SlotKind.TEXT, _TEXTS, "", ("竖排", "Vertical text")),
        Drawn.HEAD: (SlotKind.HEAD, _HEADS, "", ("标题", "Head")),
        Drawn.PICTURE: (SlotKind.PICTURE, (), "", ("图片", "Picture")),
        Drawn.ADVERT: (SlotKind.ADVERT, (), "tblr", ("广告", "Advertisement")),
        Drawn.FOLIO: (SlotKind.FOLIO, (Role.FOLIO,), "", ("报眉", "Folio")),
        Drawn.BOX: (SlotKind.BOX, (), "tblr", ("线框", "Box")),
        Drawn.RULE: (SlotKind.RULE, (), "", ("线", "Rule")),
    }
)
"""What a drawn frame becomes: kind, roles it takes, sides with a border, its name in Chinese and English."""


class DrawFrame(Alone, frozen=True):
    """Draw a frame over the page; it stands free, and text keeps out of it."""

    page: str
    drawn: Drawn
    place: Place

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Draw frame")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the frame above all others."""
        page = page_of(edition, self.page)
        place = self.place.within(page.layout.grid.columns, page.layout.grid.lines)
        kind, roles, border, (chinese, english) = _KINDS[self.drawn]
        number = _next(page)
        slot = Slot(
            id=f"frame-{number}",
            names=(("zh", f"{chinese}{number}"), ("en", f"{english} {number}")),
            kind=kind,
            accepts=roles,
            column=place.column,
            columns=place.columns,
            lines=Lines(place.lines, place.lines),
            border=border,
            writing=SlotWriting.VERTICAL if self.drawn is Drawn.VERTICAL else SlotWriting.HORIZONTAL,
        )
        return edition.replacing_page(_with_loose(page, slot, Frame(slot.id, slot.id, place=place)))


class MoveFrames(Struct, frozen=True):
    """Put frames at places of the grid, as one step; frames of the tree are lifted out of it."""

    page: str
    places: tuple[tuple[str, Place], ...]
    what: Message = message("Move frame")

    @property
    def name(self) -> Message:
        """What the history tells."""
        return self.what

    @property
    def merge(self) -> Hashable:
        """Moving and sizing the same frames step by step is one step."""
        return (type(self), self.page, tuple(frame for frame, _ in self.places))

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the frames at their places, brought onto the grid.

        Raises:
            UsageError: A frame is locked.
        """
        page = page_of(edition, self.page)
        grid, wanted = page.layout.grid, dict(self.places)
        for frame in wanted:
            unlocked(frame_of(page, frame))
        frames = tuple(
            replace(f, place=wanted[f.id].within(grid.columns, grid.lines)) if f.id in wanted else f
            for f in page.frames
        )
        return edition if frames == page.frames else edition.replacing_page(replace(page, frames=frames))


class DeleteFrames(Alone, frozen=True):
    """Take frames that were drawn off the page; their text is unplaced, and a frame of the tree goes back into it."""

    page: str
    frames: tuple[str, ...]

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Delete frame")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition without the frames.

        Raises:
            UsageError: A frame is locked.
        """
        page = page_of(edition, self.page)
        loose = {slot.id for _, slot in page.layout.loose}
        chosen = [unlocked(frame_of(page, frame)) for frame in self.frames]
        gone = {frame.id: frame.slot for frame in chosen if frame.slot in loose}
        home = {frame.id for frame in chosen if frame.slot not in loose}
        flows = [_without(flow, gone.keys()) for flow in page.flows]
        layout = replace(
            page.layout, loose=tuple((line, slot) for line, slot in page.layout.loose if slot.id not in gone.values())
        )
        frames = tuple(replace(f, place=None) if f.id in home else f for f in page.frames if f.id not in gone)
        kept = with_flows(replace(page, layout=layout, frames=frames), standing_flows(f for f in flows if f.frames))
        return edition if kept == page else edition.replacing_page(kept)


class DuplicateFrames(Alone, frozen=True):
    """Draw frames once more, a column and a line further; pictures are shown again, text stands once."""

    page: str
    frames: tuple[str, ...]

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Duplicate frame")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the copies, above all others."""
        page = page_of(edition, self.page)
        for frame_id in self.frames:
            frame, slot = frame_of(page, frame_id), page.slot_of(frame_id)
            place = frame.place
            if place is None:
                raise UsageError("“{frame}” stands in the layout; lift it out before it is copied.", frame=frame_id)
            grid = page.layout.grid
            beside = replace(place, column=place.column + 1, line=place.line + 1).within(grid.columns, grid.lines)
            fresh = f"frame-{_next(page)}"
            copy = replace(slot, id=fresh, caption_of=None, next=None)
            page = _with_loose(page, copy, replace(frame, id=fresh, slot=fresh, place=beside, locked=False, group=""))
        return edition.replacing_page(page)


class OrderFrames(Alone, frozen=True):
    """Bring frames to the front, above all other free ones, or to the back."""

    page: str
    frames: tuple[str, ...]
    front: bool

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Bring to front") if self.front else message("Send to back")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the frames in their new order."""
        page = page_of(edition, self.page)
        moved = tuple(frame for frame in page.frames if frame.id in self.frames)
        others = tuple(frame for frame in page.frames if frame.id not in self.frames)
        frames = (*others, *moved) if self.front else (*moved, *others)
        return edition if frames == page.frames else edition.replacing_page(replace(page, frames=frames))


class LockFrames(Alone, frozen=True):
    """Lock frames where they are, or unlock them."""

    page: str
    frames: tuple[str, ...]
    locked: bool

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Lock frame") if self.locked else message("Unlock frame")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the frames locked, or not."""
        page = page_of(edition, self.page)
        return _changed(edition, page, self.frames, lambda frame: replace(frame, locked=self.locked))


class GroupFrames(Alone, frozen=True):
    """Let frames be moved together from now on, or each alone again."""

    page: str
    frames: tuple[str, ...]
    together: bool

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Group frames") if self.together else message("Ungroup frames")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the frames in one group, or in none."""
        page = page_of(edition, self.page)
        taken = {frame.group for frame in page.frames}
        fresh = next(f"g{number}" for number in range(1, len(taken) + 2) if f"g{number}" not in taken)
        return _changed(edition, page, self.frames, lambda f: replace(f, group=fresh if self.together else ""))


class SetFrameLook(Alone, frozen=True):
    """Give a drawn frame a tint, sides with a border, and what the line looks like."""

    page: str
    frame: str
    border: str
    line: LineStyle
    tint: float

    @property
    def name(self) -> Message:
        """What the history tells."""
        return message("Change the frame's look")

    def apply(self, edition: Edition) -> Edition:
        """Return the edition with the frame's look; a tint is brought into 0 to 1.

        Raises:
            UsageError: The frame is one of the layout's own.
        """
        page = page_of(edition, self.page)
        slot = page.slot_of(frame_of(page, self.frame).id)
        look = replace(slot, border=self.border, line=self.line, tint=min(max(0.0, self.tint), 1.0))
        return edition.replacing_page(_with_slot(page, look))


def group_of(page: Page, frames: Iterable[str]) -> tuple[str, ...]:
    """Return frames with all that move with them, in the page's order."""
    chosen = set(frames)
    groups = {frame.group for frame in page.frames if frame.id in chosen and frame.group}
    return tuple(frame.id for frame in page.frames if frame.id in chosen or frame.group in groups)


def shifted(places: Sequence[tuple[str, Place]], columns: int, lines: int, grid: Grid) -> tuple[tuple[str, Place], ...]:
    """Return places moved together, as far as all of them stay on the grid."""
    if not places:
        return ()
    across = _within(columns, [(p.column, p.columns) for _, p in places], grid.columns)
    down = _within(lines, [(p.line, p.lines) for _, p in places], grid.lines)
    return tuple((f, replace(p, column=p.column + across, line=p.line + down)) for f, p in places)


def _within(by: int, spans: Sequence[tuple[int, int]], most: int) -> int:
    least = max(1 - start for start, _ in spans)
    largest = min(most - (start + length - 1) for start, length in spans)
    return min(max(by, least), largest)


def _changed(edition: Edition, page: Page, chosen: Sequence[str], change: Callable[[Frame], Frame]) -> Edition:
    for frame in chosen:
        frame_of(page, frame)
    frames = tuple(change(frame) if frame.id in chosen else frame for frame in page.frames)
    return edition if frames == page.frames else edition.replacing_page(replace(page, frames=frames))


def unlocked(frame: Frame) -> Frame:
    """Return a frame.

    Raises:
        UsageError: It is locked.
    """
    if frame.locked:
        raise UsageError("“{frame}” is locked. Unlock it first.", frame=frame.id)
    return frame


def _without(flow: Flow, frames: Iterable[str]) -> Flow:
    """Return a flow without some frames; with its last frame its text goes, unplaced and in its story still."""
    gone = set(frames)
    left = tuple(frame for frame in flow.frames if frame not in gone)
    if left == flow.frames:
        return flow
    return replace(flow, frames=left) if left else Flow((), ())


def _next(page: Page) -> int:
    taken = {frame.id for frame in page.frames} | {slot.id for slot in page.layout.slots()}
    return next(number for number in range(1, len(taken) + 2) if f"frame-{number}" not in taken)


def _with_loose(page: Page, slot: Slot, frame: Frame) -> Page:
    line = frame.place.line if frame.place else 1
    layout = replace(page.layout, loose=(*page.layout.loose, (line, slot)))
    return replace(page, layout=layout, frames=(*page.frames, frame))


def _with_slot(page: Page, slot: Slot) -> Page:
    if slot.id not in {known.id for _, known in page.layout.loose}:
        raise UsageError(
            "“{frame}” is part of the layout; only frames that were drawn change their look.", frame=slot.id
        )
    loose = tuple((line, slot if known.id == slot.id else known) for line, known in page.layout.loose)
    return replace(page, layout=replace(page.layout, loose=loose))
