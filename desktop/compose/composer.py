"""Composing a page: the one place where the steps are joined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from desktop.compose.arrange import Arrangement, GridBox, arrange
from desktop.compose.collect import TEXT_KINDS, Collected, Group, TextFlow, collect
from desktop.compose.exclusions import ColumnShape, Exclusion
from desktop.compose.fitted import fitted_page
from desktop.compose.freestanding import FreeFrame, Outline, exclusion, free_boxes, free_frames
from desktop.compose.furniture import column_rules, frame_box, picture_items, row_rule, slot_items
from desktop.compose.groups import set_folio, set_group
from desktop.compose.handover import Rest
from desktop.compose.insets import inset_across, inside
from desktop.compose.jumps import ONWARD, closed, closing_runs, jump_line, rest_of
from desktop.compose.laid import MARGIN, LaidPage, LaidText, accounted, characters, nowhere
from desktop.compose.lines import head_notes, set_lines
from desktop.compose.material import Context, MaterialStore, context_of
from desktop.compose.needs import Needs
from desktop.compose.place import baseline, head_lines
from desktop.compose.rests import Rests
from desktop.compose.result import ComposedPage, FlowFit, LineNote
from desktop.compose.unusual import unusual
from desktop.display import DisplayFrame, GlyphRun, Item, PageDisplay
from desktop.fonts import FaceLibrary
from desktop.geometry import Rect
from desktop.model.edition import Edition, Flow, Media, Page
from desktop.model.layout import Slot, SlotKind
from desktop.model.story import SourceRange

if TYPE_CHECKING:
    from desktop.pictures import Bands, PictureOutlines

_SETTLING = 4
"""Arrangements tried until no frame moves; after the first one, only frames below an obstacle still do."""
_DRAFT_SETTLING = 1
"""The same in the time of a drag: the next step goes on from there."""


class Composer:
    """Composes pages with the faces of one library, keeping shaped text from one composition to the next."""

    def __init__(self, faces: FaceLibrary) -> None:
        self._store = MaterialStore(faces)
        self._outlines: PictureOutlines | None = None
        self._settled: dict[str, Mapping[str, GridBox]] = {}
        self._rests = Rests(lambda edition, page: self.compose(edition, page).rests)

    def compose(self, edition: Edition, page: Page, *, draft: bool = False) -> ComposedPage:
        """Return the page composed. Never raises for text that does not fit: that is told in the result.

        Args:
            edition: What the page belongs to.
            page: To be composed.
            draft: Lone last lines and heads at columns' edges are told but not mended, and frames start from where they
                stood in the composition before: for pages that are shown for the time of a drag only.

        Raises:
            FontError: A face of the house style cannot be opened.
        """
        composition = self._composition(edition, page, draft)
        composed = composition.run()
        here = {other.id for other in edition.pages}
        self._settled = {key: boxes for key, boxes in self._settled.items() if key in here}
        self._settled[page.id] = composition.boxes
        self._store.sweep(edition, page.id)
        if composition.context.jumps.onward and not draft:
            self._rests.keep(edition, page, composed.rests)
        return composed

    def lay_out(self, edition: Edition, page: Page) -> LaidPage:
        """Return how the page's texts fill their columns, without painting it.

        Raises:
            FontError: A face of the house style cannot be opened.
        """
        return self._composition(edition, page).lay_out()

    def _composition(self, edition: Edition, page: Page, draft: bool = False) -> _Composition:
        jumps = self._rests.jumps(edition, page)
        fitted = self._store.keep((fitted_page, id(page)), page, lambda: fitted_page(page))
        known = self._settled.get(page.id) if draft else None
        return _Composition(context_of(edition, fitted, self._store, draft, jumps), self._outline, known)

    def _outline(self, media: Media, crop: Rect, count: int) -> Bands:
        """Return how far what a picture shows reaches; decoding is brought in by the first page that asks."""
        if self._outlines is None:
            from desktop.pictures import PictureOutlines

            self._outlines = PictureOutlines()
        return self._outlines.bands(media, crop, count)


class _Composition:
    """One run of the steps over one page."""

    def __init__(self, context: Context, outline: Outline, known: Mapping[str, GridBox] | None = None) -> None:
        self.context, self.outline, self.known = context, outline, known
        self.page, self.grid = context.page, context.grid
        self.free: tuple[FreeFrame, ...] = free_frames(context.page)
        self.lifted = frozenset(slot for free in self.free for slot in free.slots)
        self.collected: Collected = collect(context)
        self.needs = Needs(context, self.collected)
        self.boxes: Mapping[str, GridBox] = {}
        self.runs: list[GlyphRun] = []
        self.items: list[Item] = []
        self.fits: list[FlowFit] = []
        self.overset: dict[str, tuple[SourceRange, ...]] = {}
        self.notes: list[LineNote] = []
        self.rests: dict[str, Rest] = {}

    def run(self) -> ComposedPage:
        arrangement = self._arrange()
        self.boxes = arrangement.boxes
        for flow in self.collected.refused:
            self._refuse(flow)
        filled = {frame.slot for frame in self.page.frames}
        slots = [slot for slot in self.page.layout.slots() if slot.id in filled]
        shown = {slot.id: self._frame(slot) for slot in slots if slot.id not in self.lifted}
        over = [frame_box(self.grid, self.boxes[slot]) for slot in sorted(self.lifted) if self.boxes[slot].lines]
        for rule in arrangement.rules:
            self.items.extend(row_rule(self.grid, rule, over))
        for slot in slots:
            if slot.rule and not slot.vertical and slot.id not in self.lifted:
                self.items.extend(column_rules(shown[slot.id].columns, shown[slot.id].id, over))
        by_id = {slot.id: slot for slot in slots}
        raised = (slot for free in self.free for slot in sorted(free.slots) if slot in by_id)
        shown |= {slot: self._frame(by_id[slot]) for slot in raised}  # over all else, the undermost first
        for text in self._texts():
            self._text(self._laid(text))
        return self._result(tuple(shown[slot.id] for slot in slots))

    def lay_out(self) -> LaidPage:
        """Arrange the page and fill its texts into their columns, and no more."""
        self.boxes = self._arrange().boxes
        texts = tuple(self._with_roomy(self._laid(text)) for text in self._texts())
        return LaidPage(self.page, self.boxes, self.collected.groups, texts)

    def _texts(self) -> Iterable[TextFlow]:
        """Return the texts, each once, in the order of the page's flows."""
        return {id(text): text for text in self.collected.texts.values()}.values()

    def _frames(self) -> dict[str, str]:
        """Frame ids by the id of their slot."""
        return {frame.slot: frame.id for frame in self.page.frames}

    def _arrange(self) -> Arrangement:
        """Arrange; and again while the needs of threads and of text beside obstacles change with where frames stand.

        Text that grows towards an obstacle the more of it is covered finds no rest; it keeps out of where the obstacles
        came to stand all the same.
        """
        if not self.free and not self.needs.has_threads:
            return self._arranged()
        if self.known is not None and self.known.keys() == {slot.id for slot in self.page.layout.slots()}:
            before = self._with_free(self.known)
            self.needs.settle(before, self._obstacles(before))
            arrangement = self._arranged()
            if arrangement.boxes == before:
                return arrangement
        else:
            arrangement = self._arranged()
        for _ in range(_DRAFT_SETTLING if self.context.draft else _SETTLING):
            before = arrangement.boxes
            self.needs.settle(before, self._obstacles(before))
            arrangement = self._arranged()
            if arrangement.boxes == before:
                return arrangement
        self.needs.settle(arrangement.boxes, self._obstacles(arrangement.boxes))
        return arrangement

    def _arranged(self) -> Arrangement:
        """Arrange once: what the tree holds, and what stands free over it."""
        forced = {frame.slot: frame.lines for frame in self.page.frames if frame.lines is not None}
        found = arrange(self.page.layout, self.needs.lines, forced, self.needs.floor, self.lifted)
        return replace(found, boxes=self._with_free(found.boxes))

    def _with_free(self, boxes: Mapping[str, GridBox]) -> Mapping[str, GridBox]:
        return {**boxes, **free_boxes(self.free, self.grid, self.needs.lines)}

    def _obstacles(self, boxes: Mapping[str, GridBox]) -> list[tuple[frozenset[str], Exclusion]]:
        """Return what text keeps out of: every free frame, with its own slots and those above it, which need not."""
        media = {m.id: m for m in self.context.edition.media}
        found: list[tuple[frozenset[str], Exclusion]] = []
        for number, free in enumerate(self.free):
            above = frozenset(slot for over in self.free[number:] for slot in over.slots)
            shape = exclusion(free, self.grid, boxes, media.get(free.frame.media or ""), self.outline)
            found.append((above, shape))
        return found

    def _refuse(self, flow: Flow) -> None:
        """Text assigned to a frame that holds none stands nowhere: all of it is overset."""
        elements = self.context.flow_elements(flow)
        self.overset.update({element.id: element.ranges for element in elements})
        self.fits.append(self._no_room(flow))

    def _no_room(self, flow: Flow) -> FlowFit:
        """Return the fit of a flow that stands nowhere."""
        return FlowFit(flow, 0, 0, over_chars=sum(map(self.context.length, self.context.flow_elements(flow))))

    def _frame(self, slot: Slot) -> DisplayFrame:
        """Set what stands in a slot of its own; return where its frame came to stand."""
        frame = next(frame for frame in self.page.frames if frame.slot == slot.id)
        grid_box = self.boxes[slot.id]
        box = frame_box(self.grid, grid_box)
        if not grid_box.lines:
            if slot.id in self.collected.groups:
                self._refuse(self.collected.groups[slot.id].flow)
            return DisplayFrame(frame.id, slot.id, slot.kind.value, box, free=slot.id in self.lifted)
        self.items.extend(slot_items(slot, frame.id, box, free=slot.id in self.lifted))
        columns: tuple[Rect, ...] = ()
        if slot.kind in {SlotKind.PICTURE, SlotKind.ADVERT}:
            media = next((m for m in self.context.edition.media if m.id == frame.media), None)
            self.items.extend(picture_items(frame, box, media))
        elif slot.kind in TEXT_KINDS:
            columns = tuple(self._columns(slot, box))
        elif slot.id in self.collected.groups or slot.kind is SlotKind.FOLIO:
            self._group(slot, self.collected.groups.get(slot.id), frame.id, self._clear(slot, box))
        free = slot.id in self.lifted
        return DisplayFrame(frame.id, slot.id, slot.kind.value, box, columns, frame.media, free)

    def _clear(self, slot: Slot, box: Rect) -> Rect:
        """Return the part of a box of heads that no free picture stands over."""
        clear, pitch = self.needs.clear(slot, self.boxes[slot.id].columns), self.grid.pitch
        if not self.free or clear is None or slot.kind is SlotKind.FOLIO:
            return box
        return Rect(box.x + clear.x, box.y + clear.top * pitch, clear.width, clear.lines * pitch)

    def _group(self, slot: Slot, group: Group | None, frame: str, box: Rect) -> None:
        """Set what stands in a slot of its own, and say how it fits."""
        if slot.kind is SlotKind.FOLIO:
            found = set_folio(self.context, group, frame, box)
        elif group is not None:
            found = set_group(self.context, slot, group, frame, box)
        else:
            return
        self.runs.extend(found.runs)
        self.notes.extend(found.notes)
        self.overset.update(found.over)
        if group is not None:
            chars = sum(map(self.context.length, group.elements))
            over = sum(characters(self.context, element, ranges) for element, ranges in found.over.items())
            self.fits.append(FlowFit(group.flow, chars - over, self.boxes[slot.id].lines, over, int(over > 0)))

    def _rects(self, slot: Slot, text: TextFlow | None) -> list[Rect]:
        """Return the columns of a text frame, below the heads that stand across it."""
        box = inside(slot, self.boxes[slot.id])
        head = self._heads_across(slot, text)
        return self.needs.rects(slot, box.columns, box, head, box.lines - head)

    def _columns(self, slot: Slot, box: Rect) -> list[Rect]:
        """Return the columns that text may fill; of a vertical frame its tiers, as wide as the frame."""
        text = self.collected.texts.get(slot.id)
        rects = self._rects(slot, text)
        vertical = text.vertical if text else slot.vertical
        return [replace(rect, x=box.x, width=box.width) for rect in rects] if vertical else rects

    def _heads_across(self, slot: Slot, text: TextFlow | None) -> int:
        """Return the lines that heads across a text frame take."""
        if text is None or slot is not text.slots[0]:
            return 0
        return self.needs.spanning(text, self.boxes[slot.id].columns).lines

    def _shapes(self, slot: Slot, text: TextFlow, more: int = 0) -> list[ColumnShape]:
        box, head = inside(slot, self.boxes[slot.id]), self._heads_across(slot, text)
        return self.needs.shapes(slot, box.columns, box, head, box.lines - head + more)

    def _laid(self, text: TextFlow) -> LaidText:
        """Fill a flow of text into its columns."""
        first = inside(text.slots[0], self.boxes[text.slots[0].id])
        spanning = self.needs.spanning(text, first.columns)
        if spanning.lines > first.lines:  # a page too full for the section's head has no room for the section
            return nowhere(self.context, text)
        columns = [shape for slot in text.slots for shape in self._shapes(slot, text)]
        laid = self._fill(LaidText(text, FlowFit(text.flow, 0, 0), spanning, tuple(columns)))
        return accounted(self.context, laid)

    def _fill(self, laid: LaidText) -> LaidText:
        """Fill a text into its columns; where it goes on on another page, leave room for saying so."""
        text, columns = laid.text, laid.columns
        widths = {slot.id: self.boxes[slot.id].columns for slot in text.slots}
        filled = self.needs.fill(text, columns, widths)
        onward = self.context.jumps.onward.get(laid.key)
        if onward is None or filled.complete(text.blocks):
            return replace(laid, filled=filled)
        line = jump_line(self.context, ONWARD, onward, text.slots[-1], "v" if text.vertical else "h")
        found = closed(text.blocks, columns, line, filled, lambda given: self.needs.fill(text, given, widths))
        rest = rest_of(self.context, text.blocks, found.filled)
        return replace(laid, filled=found.filled, closing=found, rest=rest)

    def _with_roomy(self, laid: LaidText) -> LaidText:
        """Return a text with its columns as they would be if those that follow it were higher."""
        if laid.filled is None:
            return laid
        by_hand = {frame.slot for frame in self.page.frames if frame.lines is not None}
        slots = [
            (number, slot, slot.lines.auto and slot.id not in by_hand and not laid.text.vertical)
            for number, slot in enumerate(laid.text.slots)
        ]
        roomy = [
            (number, shape, elastic)
            for number, slot, elastic in slots
            for shape in self._shapes(slot, laid.text, MARGIN if elastic else 0)
        ]
        numbers, shapes, elastic = zip(*roomy, strict=True)
        return replace(laid, roomy=shapes, frames=numbers, elastic=elastic)

    def _text(self, laid: LaidText) -> None:
        """Set a flow of text: the heads across its first frame, then its lines, column by column."""
        self.overset.update(laid.over)
        self.fits.append(laid.fit)
        if laid.filled is None or laid.spanning is None:
            return
        text, frames, spanning = laid.text, self._frames(), laid.spanning
        first, pitch = text.slots[0], self.grid.pitch
        grid_box = inside(first, self.boxes[first.id])
        box, left = frame_box(self.grid, grid_box), inset_across(first, self.grid, grid_box.columns)[0]
        box = replace(box, x=box.x + left * self.grid.body)
        place = Rect(box.x + spanning.x, box.y + spanning.top * pitch, spanning.width, spanning.height * pitch)
        self.runs.extend(head_lines(spanning.heads, place, pitch, frames[first.id]))
        self.notes.extend(head_notes(spanning.heads, frames[first.id]))
        places = tuple((frames[slot.id], rect) for slot in text.slots for rect in self._rects(slot, text))
        heads = sum(len(head.lines) for head in spanning.heads)
        lines = set_lines(self.context, text, laid.filled, places, heads)
        self.runs.extend(lines.runs)
        self.notes.extend(lines.notes)
        if laid.closing is not None and laid.closing.at is not None:
            frame, rect = places[laid.closing.at.column]
            self.runs.extend(closing_runs(laid.closing, rect, pitch, frame, lines.numbers.get(frame, 0)))
        if laid.rest is not None:
            self.rests[laid.key] = laid.rest

    def _result(self, frames: tuple[DisplayFrame, ...]) -> ComposedPage:
        order = {element: rank for rank, element in enumerate(self.context.elements)}
        last = len(order)
        # A folio's pieces stand left, right and centre; the reading order of an element is its source's.
        runs = sorted(self.runs, key=lambda run: (order.get(run.element or "", last), run.starts[0]))
        area = self.grid.type_area
        display = PageDisplay(
            number=self.page.number,
            width=self.grid.sheet_width,
            height=self.grid.sheet_height,
            pitch=self.grid.pitch,
            first_baseline=area.y + baseline(0.0, self.grid.pitch, self.grid.body),
            body=self.grid.body,
            type_area=area,
            frames=frames,
            items=(*self.items, *runs),
        )
        blocks = [b for text in self.collected.texts.values() for b in (*text.heads, *text.blocks)]
        blocks += [b for group in self.collected.groups.values() for b in group.blocks]
        fits, notes = tuple(self.fits), tuple(self.notes)
        return ComposedPage(self.page.id, display, fits, self.overset, notes, *unusual(blocks), self.rests)
