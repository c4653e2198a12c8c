"""The edition: sources, stories, pages, and what stands where."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from desktop.model.emphasis import Emphasis
from desktop.model.fitting import NOTHING, Fitting
from desktop.model.layout import Layout, Slot, SlotKind
from desktop.model.pictureview import PictureView
from desktop.model.runaround import Place, Runaround
from desktop.model.story import Element, Source, Story
from desktop.model.style import HouseStyle, KinsokuLevel, ParagraphChoice

_RUNNING = frozenset({SlotKind.TEXT, SlotKind.CAPTION})


VECTORS = "PDF"
"""The mode of a placed PDF."""


class Media(Struct, frozen=True):
    """A picture file: its untouched bytes and what a quick look at them said (pixels; dpi 0 where unknown).

    A PDF is placed as vectors: it has no pixels, and its sides are counted in units of which ``dpi`` says how many an
    inch has.

    A picture that a package lost keeps its name, its size and its place on the pages until its file is there again.
    """

    id: str
    name: str
    data: bytes
    width: int
    height: int
    mode: str = "RGB"
    dpi: float = 0.0
    digest: str = ""
    """The SHA-256 that the file should have, where ``data`` (maybe empty) is not it; empty for a whole picture."""

    @property
    def lost(self) -> bool:
        """Whether the file is missing or damaged, so that there is nothing to show."""
        return bool(self.digest)

    @property
    def vectors(self) -> bool:
        """Whether it is drawn sharp at any size, so that nothing can be said of its resolution."""
        return self.mode == VECTORS

    def __repr__(self) -> str:
        return f"Media({self.id!r}, {self.name!r}, {self.width} × {self.height}, {self.mode})"


class Frame(Struct, frozen=True):
    """A slot on a page. ``media`` is the picture shown; ``lines`` overrides the slot's height by hand.

    A picture's frame with a ``place`` was lifted out of its slot and stands over the page: its slot counts as empty,
    text keeps out of it as ``runaround`` says (None: out of its box, with the usual distance). ``view`` is which part
    of its picture is shown (None: the frame filled, about the middle).
    """

    id: str
    slot: str
    media: str | None = None
    lines: int | None = None
    place: Place | None = None
    runaround: Runaround | None = None
    view: PictureView | None = None
    locked: bool = False
    """It is not moved, sized or deleted before it is unlocked."""
    group: str = ""
    """Frames of one group are moved together."""


class Continues(Struct, frozen=True):
    """A frame of an earlier page whose text goes on in a flow."""

    page: str
    frame: str


class Flow(Struct, frozen=True):
    """Elements running through a thread of frames, both in order. A frame is in at most one flow.

    A flow that continues one of an earlier page begins with what found no room there; its own elements follow.
    """

    frames: tuple[str, ...]
    elements: tuple[str, ...]
    continues: Continues | None = None


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

    def runs_on(self, flow: Flow) -> bool:
        """Tell whether a flow's frames are there for text that can run on from one to the next."""
        kinds = {frame.id: self.layout.slot(frame.slot).kind for frame in self.frames if frame.id in flow.frames}
        return bool(flow.frames) and all(kinds.get(frame) in _RUNNING for frame in flow.frames)

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
    choices: tuple[ParagraphChoice, ...] = ()
    """How single paragraphs are set otherwise than their role and place say; at most one of an element."""
    emphases: tuple[Emphasis, ...] = ()
    """Characters set in another face than their paragraph, sorted; no two overlap."""

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

    def source_of(self, page: Page, flow: Flow) -> tuple[Page, Flow] | None:
        """Return the flow of an earlier page that goes on in a flow, with its page.

        None where there is none any more, and where another flow continues it already: a text goes on in one place.
        """
        if flow.continues is None:
            return None
        source = next((p for p in self.pages[: self.position(page)] if p.id == flow.continues.page), None)
        found = source.flow_of_frame(flow.continues.frame) if source else None
        if source is None or found is None:
            return None
        onward = self.continuation_of(source, found)
        here = onward is not None and onward[0].id == page.id and onward[1].frames == flow.frames
        return (source, found) if here else None

    def continuation_of(self, page: Page, flow: Flow) -> tuple[Page, Flow] | None:
        """Return the flow in which a flow goes on, with its page: the first that says so on a later page."""
        if not page.runs_on(flow):
            return None
        for later in self.pages[self.position(page) + 1 :]:
            for other in later.flows:
                link = other.continues
                goes_on = link is not None and link.page == page.id and link.frame in flow.frames
                if goes_on and later.runs_on(other):
                    return later, other
        return None

    def position(self, page: Page) -> int:
        """Return the index of the page with a page's id; raises KeyError."""
        for index, known in enumerate(self.pages):
            if known.id == page.id:
                return index
        raise KeyError(page.id)

    def printed_number(self, page: Page) -> str:
        """Return a page's number as other pages refer to it: without leading zeros, else its place in the edition."""
        return page.number.strip().lstrip("0") or str(self.position(page) + 1)

    def choice_of(self, element_id: str) -> ParagraphChoice:
        """Return what was chosen for the paragraph of an element; an empty choice where nothing was."""
        return next((c for c in self.choices if c.element == element_id), ParagraphChoice(element_id))

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
