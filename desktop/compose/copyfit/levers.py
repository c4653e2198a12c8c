"""What each lever of the house offers, within its limits, the smallest change first.

Paragraphs are the filling's own matter (``exact``); the space of subheads inside columns is tried on columns as they
stand; all else changes where frames stand or how wide columns are, so the page is laid out with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from desktop.compose.collect import Group
from desktop.compose.columns import column_measures
from desktop.compose.fitted import can_break
from desktop.compose.heads import ROOMY, SetHead, fit_group
from desktop.compose.laid import LaidPage, LaidText
from desktop.compose.material import Block
from desktop.model.copyfit import HeadlineLever, Lever, MeasureLever, PictureLever, SubheadLever
from desktop.model.edition import Edition, Page
from desktop.model.fitting import NOTHING, Fitting, FrameFit, HeadFit
from desktop.model.layout import SlotKind
from desktop.model.story import Role
from desktop.model.style import ParagraphStyle


class Option(Struct, frozen=True):
    """A change that the page is laid out with; ``subject`` is what it changes, whatever the amount."""

    subject: tuple[str, ...]
    fitting: Fitting


class View(Struct, frozen=True):
    """What levers look at: the page as laid out, and the text that is to be fitted."""

    edition: Edition
    page: Page
    laid: LaidPage
    text: LaidText

    @property
    def over(self) -> bool:
        """Whether the text is over, not short."""
        return bool(self.text.over)

    def frame_of(self, slot: str) -> str:
        """Return the frame that fills a slot."""
        return next(frame.id for frame in self.page.frames if frame.slot == slot)

    @property
    def story(self) -> str:
        """The story that the text begins with."""
        return self.edition.story_of(self.text.text.elements[0].id).id


def page_options(view: View, levers: Sequence[Lever]) -> Iterator[tuple[Option, ...]]:
    """Yield changes to lay the page out with: one by the last lever if it is of that kind, then one more before it.

    More than one lever before the last one is never needed in practice, and would look like nobody's page.
    """
    *earlier, last = levers
    own = [(option,) for option in _offered(view, last)] if changes_page(last, view.text) else [()]
    yield from own
    for options in own:
        for lever in earlier:
            yield from ((option, *options) for option in _offered(view, lever))


def changes_page(lever: Lever, text: LaidText) -> bool:
    """Tell whether a lever changes the page, not only the lines of the text."""
    if isinstance(lever, SubheadLever):
        return any(head.block.elements[0].role is Role.SUBHEAD for head in text.heads)
    return type(lever) in _OFFERS


def _offered(view: View, lever: Lever) -> list[Option]:
    offer = _OFFERS.get(type(lever))
    return list(offer(view, lever)) if offer else []


# Subheads


def space_options(text: LaidText, lever: SubheadLever | None, *, either: bool, unchanged: bool) -> Iterator[Fitting]:
    """Yield spaces of the subheads inside a text's columns.

    Args:
        text: The text.
        lever: The limits; None leaves the spaces alone.
        either: Whether more space may help as well as less; else what helps a text that is over, or short.
        unchanged: Whether to begin with the spaces as they are.
    """
    if unchanged:
        yield NOTHING
    heads = [block for block in text.text.blocks if block.elements[0].role is Role.SUBHEAD]
    if lever is None or not heads:
        return
    for before, after in _spaces(heads[0].style, lever, None if either else bool(text.over)):
        yield _spaced(heads, before, after)


def _spaces(style: ParagraphStyle, lever: SubheadLever, over: bool | None) -> list[tuple[int, int]]:
    """Return lines above and below within the limits, those first that differ least; ``over``: only smaller ones."""
    pairs = product(range(lever.before_least, lever.before_most + 1), range(lever.after_least, lever.after_most + 1))
    changes = {pair: (pair[0] - style.before, pair[1] - style.after) for pair in pairs}
    wanted = [
        pair
        for pair, change in changes.items()
        if any(change) and (over is None or all(part <= 0 if over else part >= 0 for part in change))
    ]
    return sorted(wanted, key=lambda pair: (sum(map(abs, changes[pair])), abs(changes[pair][1])))


def _spaced(heads: Sequence[Block], before: int, after: int) -> Fitting:
    return Fitting(heads=tuple(HeadFit(block.elements[0].id, before, after) for block in heads))


def _spanning_spaces(view: View, lever: SubheadLever) -> Iterator[Option]:
    heads = [head.block for head in view.text.heads if head.block.elements[0].role is Role.SUBHEAD]
    if heads:
        for before, after in _spaces(heads[0].style, lever, view.over):
            yield Option(tuple(block.elements[0].id for block in heads), _spaced(heads, before, after))


# Headlines


def _headlines(view: View, lever: HeadlineLever) -> Iterator[Option]:
    """Yield sizes for the headline of the text's story, by its frame's height; or for one across the text's columns."""
    steps = range(1, (lever.smaller if view.over else lever.larger) + 1)
    for slot, group in view.laid.groups.items():
        own = {element.id for element in group.elements} & {e.id for e in view.edition.story(view.story).elements}
        if group.slot.kind is SlotKind.HEAD and not group.slot.vertical and own and view.laid.boxes[slot].lines:
            for lines in _heights_of(view, group, steps):
                yield Option((slot,), Fitting(frames=(FrameFit(view.frame_of(slot), lines),)))
    for head in view.text.heads if view.over else ():
        style, element = head.block.style, head.block.elements[0]
        if element.role is Role.HEADLINE:
            at = style.sizes.index(head.size)
            for size in style.sizes[at + 1 : at + 1 + lever.smaller]:
                yield Option((element.id,), Fitting(heads=(HeadFit(element.id, largest=size),)))


def _heights_of(view: View, group: Group, steps: range) -> Iterator[int]:
    """Yield the heights in lines at which a group's headline is so many sizes smaller or larger than it stands."""
    grid, box = view.page.layout.grid, view.laid.boxes[group.slot.id]
    width = grid.long(box.columns) * grid.body

    def headline(lines: int) -> SetHead | None:
        heads = fit_group(group.blocks, width, lines, grid.pitch)
        return next((head for head in heads if head.block.elements[0].role is Role.HEADLINE), None)

    now = headline(box.lines)
    if now is None:
        return
    sizes = next(b.style.sizes for b in group.blocks if b.elements[0].role is Role.HEADLINE)
    at = sizes.index(now.size)
    for step in steps:
        number = at + step if view.over else at - step
        if not 0 <= number < len(sizes):
            return
        lines = sum(head.height for head in fit_group(_capped(group, sizes[number]), width, ROOMY, grid.pitch))
        found = headline(lines)
        if lines != box.lines and found is not None and found.size == sizes[number]:
            yield lines


def _capped(group: Group, largest: float) -> list[Block]:
    """Return the blocks of a group with the headline at a size or smaller."""
    return [
        replace(block, style=replace(block.style, sizes=tuple(size for size in block.style.sizes if size <= largest)))
        if block.elements[0].role is Role.HEADLINE
        else block
        for block in group.blocks
    ]


# Pictures


def _pictures(view: View, lever: PictureLever) -> Iterator[Option]:
    """Yield heights for each picture, and for all of them together where several stand side by side."""
    pictures = {
        frame.id: view.laid.boxes[frame.slot].lines
        for frame in view.page.frames
        if view.page.slot_of(frame.id).kind is SlotKind.PICTURE and view.laid.boxes[frame.slot].lines
    }
    several = [tuple(pictures)] if len(pictures) > 1 else []
    for step in range(1, (lever.lower if view.over else lever.higher) + 1):
        for frames in [*((frame,) for frame in pictures), *several]:
            heights = [pictures[frame] + (-step if view.over else step) for frame in frames]
            if min(heights) >= lever.least or not view.over:
                fits = tuple(FrameFit(frame, lines) for frame, lines in zip(frames, heights, strict=True))
                yield Option(frames, Fitting(frames=fits))


# Measures


def _measures(view: View, lever: MeasureLever) -> Iterator[Option]:
    """Yield numbers of columns for each frame of the text, those nearest to its own first."""
    grid = view.page.layout.grid
    for slot in view.text.text.slots:
        box = view.laid.boxes[slot.id]
        now = len(column_measures(grid, slot, box.columns))
        counts = range(1, grid.long(box.columns) // max(1, lever.least) + 1)
        for count in sorted(counts, key=lambda count: abs(count - now)):
            if count == now or not (can_break(slot, count, grid) and _is_within(view, slot.id, count, lever)):
                continue
            fit = FrameFit(view.frame_of(slot.id), columns=count)
            yield Option((view.frame_of(slot.id), str(count)), Fitting(frames=(fit,)))


def _is_within(view: View, slot: str, count: int, lever: MeasureLever) -> bool:
    grid, box = view.page.layout.grid, view.laid.boxes[slot]
    room = grid.long(box.columns) - (count - 1) * grid.gutter
    if room < count:
        return False
    measures, _ = grid.broken(box.columns, count)
    return lever.least <= min(measures) and max(measures) <= lever.most


_OFFERS: dict[type[Struct], Callable[..., Iterator[Option]]] = {
    SubheadLever: _spanning_spaces,
    HeadlineLever: _headlines,
    PictureLever: _pictures,
    MeasureLever: _measures,
}
