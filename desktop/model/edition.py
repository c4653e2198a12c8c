"""The edition: sources, stories, pages, and what stands where."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from desktop.model.fitting import NOTHING, Fitting
from desktop.model.layout import Layout, Slot
from desktop.model.runaround import Place, Runaround
from desktop.model.story import Element, Source, Story
from desktop.model.style import HouseStyle, KinsokuLevel


class Media(Struct, frozen=True):
    """A picture file: its untouched bytes and what a quick look at them said (pixels; dpi 0 where unknown)."""

    id: str
    name: str
    data: bytes
    width: int
    height: int
    mode: str = "RGB"
    dpi: float = 0.0

    def __repr__(self) -> str:
        return f"Media({self.id!r}, {self.name!r}, {self.width} × {self.height}, {self.mode})"


class Frame(Struct, frozen=True):
    """A slot on a page. ``media`` is the picture shown; ``lines`` overrides the slot's height by hand.

    A picture's frame with a ``place`` was lifted out of its slot and stands over the page: its slot counts as empty,
    text keeps out of it as ``runaround`` says (None: out of its box, with the usual distance).
    """

    id: str
    slot: str
    media: str | None = None
    lines: int | None = None
    place: Place | None = None
    runaround: Runaround | None = None


class Flow(Struct, frozen=True):
    """Elements running through a thread of frames, both in order. A frame is in at most one flow."""

    frames: tuple[str, ...]
    elements: tuple[str, ...]


class Page(Struct, frozen=True):
    """One page: its layout, its frames and the assignment of elements to them."""

    id: str
    number: str
    layout: Layout
    frames: tuple[Frame, ...]
    flows: tuple[Flow, ...] = ()
    date: str = ""
    """The date as the folio prints it when no article brings one: 2026年3月30日 星期一."""
    kinsoku: KinsokuLevel | None = None
    """The level of line-start and line-end rules on this page; None: the house style's (K1)."""
    variants: tuple[str, ...] = ()
    """Variants of the house's typography on this page, by id."""
    fitting: Fitting = NOTHING
    """What copyfit decided; composing honours it."""

    def frame(self, frame_id: str) -> Frame:
        """Return a frame by id; raises KeyError."""
        for frame in self.frames:
            if frame.id == frame_id:
                return frame
        raise KeyError(frame_id)

    def slot_of(self, frame_id: str) -> Slot:
        """Return the slot that a frame fills; raises KeyError."""
        return self.layout.slot(self.frame(frame_id).slot)

    def flow_of_frame(self, frame_id: str) -> Flow | None:
        """Return the flow that runs through a frame."""
        return next((flow for flow in self.flows if frame_id in flow.frames), None)

    def flows_of_element(self, element_id: str) -> tuple[Flow, ...]:
        """Return the flows that hold an element; more than one means that it is placed twice."""
        return tuple(flow for flow in self.flows if element_id in flow.elements)


class Edition(Struct, frozen=True):
    """Everything that is open as one document. A change makes a new edition that shares all else."""

    name: str
    style: HouseStyle
    sources: tuple[Source, ...] = ()
    stories: tuple[Story, ...] = ()
    pages: tuple[Page, ...] = ()
    media: tuple[Media, ...] = ()
    phrases: tuple[str, ...] = ()
    """Names and titles that stay whole in this edition, besides those of the house style (U3)."""

    def story(self, story_id: str) -> Story:
        """Return a story by id; raises KeyError."""
        for story in self.stories:
            if story.id == story_id:
                return story
        raise KeyError(story_id)

    def story_of(self, element_id: str) -> Story:
        """Return the story that an element belongs to; raises KeyError."""
        for story in self.stories:
            if any(element.id == element_id for element in story.elements):
                return story
        raise KeyError(element_id)

    def element(self, element_id: str) -> Element:
        """Return an element by id; raises KeyError."""
        return self.story_of(element_id).element(element_id)

    def source(self, source_id: str) -> Source:
        """Return a source by id; raises KeyError."""
        for source in self.sources:
            if source.id == source_id:
                return source
        raise KeyError(source_id)

    def page(self, page_id: str) -> Page:
        """Return a page by id; raises KeyError."""
        for page in self.pages:
            if page.id == page_id:
                return page
        raise KeyError(page_id)

    def replacing_page(self, page: Page) -> Edition:
        """Return the edition with one page exchanged for the one of the same id."""
        return replace(self, pages=tuple(page if p.id == page.id else p for p in self.pages))

    def replacing_story(self, story: Story) -> Edition:
        """Return the edition with one story exchanged for the one of the same id."""
        return replace(self, stories=tuple(story if s.id == story.id else s for s in self.stories))

    def unplaced(self) -> tuple[Element, ...]:
        """Return the elements that no page has a place for, in order."""
        placed = {e for page in self.pages for flow in page.flows for e in flow.elements}
        return tuple(e for story in self.stories for e in story.elements if e.id not in placed)
