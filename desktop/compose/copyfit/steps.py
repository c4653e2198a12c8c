"""What was changed, in words, in the order of the levers, each with the lines that it gains."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from msgspec import Struct

from desktop.compose.columns import column_measures
from desktop.compose.copyfit.exact import Filling
from desktop.compose.copyfit.plan import FitStep, LeverKind
from desktop.compose.fitted import fitted_blocks
from desktop.compose.heads import fit_group
from desktop.compose.laid import LaidPage, LaidText
from desktop.errors import Message, Named, message
from desktop.model.edition import Edition
from desktop.model.fitting import NOTHING, Fitting, FrameFit, HeadFit
from desktop.model.layout import Slot, SlotKind
from desktop.model.story import Role

_WORDS = 12
"""Characters of a paragraph that are quoted."""


class Teller(Struct, frozen=True):
    """Tells what was changed for one text.

    ``lay`` lays the page out with a fitting, ``first`` is the page with none, ``key`` the text's first frame.
    """

    edition: Edition
    lay: Callable[[Fitting], LaidPage]
    first: LaidPage
    key: str

    def steps(self, page: Fitting, text: Fitting) -> tuple[FitStep, ...]:
        """Return the steps of changes to the page and to the text's own subheads and paragraphs."""
        return (*self._paragraphs(text), *self._spaces(page, text), *self._page(page))

    def _paragraphs(self, text: Fitting) -> Iterator[FitStep]:
        for fit in text.paragraphs:
            words = "“{text}”: {lines} lines less" if fit.lines < 0 else "“{text}”: {lines} lines more"
            told = message(words, text=self._quoted(fit.element), lines=abs(fit.lines))
            yield FitStep(LeverKind.PARAGRAPHS, told, -fit.lines)

    def _spaces(self, page: Fitting, text: Fitting) -> Iterator[FitStep]:
        """Tell of the spaces of subheads inside the columns, all of one text alike."""
        if not text.heads:
            return
        laid = (self.lay(page) if page else self.first).text_of(self.key)
        pitch = self.first.page.layout.grid.pitch
        plain = Filling(laid.text.blocks, laid.columns, pitch).over
        spaced = Filling(fitted_blocks(laid.text.blocks, text), laid.columns, pitch).over
        yield FitStep(LeverKind.SUBHEADS, self._spacing(text.heads[0], laid), round(plain - spaced))

    def _spacing(self, fit: HeadFit, laid: LaidText) -> Message:
        blocks = (*laid.text.blocks, *laid.text.heads)
        style = next(block.style for block in blocks if block.elements[0].id == fit.element)
        above = message("{new} lines above instead of {old}", new=fit.before, old=style.before)
        below = message("{new} lines below instead of {old}", new=fit.after, old=style.after)
        if fit.after == style.after:
            return message("Subheads: {change}", change=above)
        if fit.before == style.before:
            return message("Subheads: {change}", change=below)
        return message("Subheads: {change}, {also}", change=above, also=below)

    def _page(self, page: Fitting) -> Iterator[FitStep]:
        """Tell of changes to the page, each with what it gains behind those before it."""
        done, before = NOTHING, self._shortage(self.first)
        for lever, told, part in self._parts(page):
            done = done.joined(part)
            after = self._shortage(self.lay(done))
            yield FitStep(lever, told, before - after)
            before = after

    def _shortage(self, page: LaidPage) -> int:
        fit = page.text_of(self.key).fit
        return fit.over_lines - fit.short_lines

    def _parts(self, page: Fitting) -> Iterator[tuple[LeverKind, Message, Fitting]]:
        """Yield the changes of the page one by one, in the order of the kinds of levers."""
        for largest, fits in groupby(page.heads, key=lambda fit: fit.largest):
            heads = tuple(fits)
            if largest is None:
                yield LeverKind.SUBHEADS, self._spacing(heads[0], self.first.text_of(self.key)), Fitting(heads=heads)
        for head in page.heads:
            if head.largest is not None:
                old = next(h.size for h in self.first.text_of(self.key).heads if self._is(h.block.elements[0].id, head))
                told = message("Headline: {new} pt instead of {old} pt", new=head.largest, old=old)
                yield LeverKind.HEADLINE, told, Fitting(heads=(head,))
        for kind in (LeverKind.HEADLINE, LeverKind.PICTURES, LeverKind.MEASURES):
            frames = tuple(fit for fit in page.frames if self._kind(fit) is kind)
            together = kind is LeverKind.PICTURES and len(frames) > 1
            for part in [frames] if together else [(fit,) for fit in frames]:
                yield kind, self._frames(part), Fitting(frames=part)

    def _is(self, element: str, fit: HeadFit) -> bool:
        return element == fit.element

    def _kind(self, fit: FrameFit) -> LeverKind:
        if fit.columns is not None:
            return LeverKind.MEASURES
        return LeverKind.HEADLINE if self._slot(fit).kind is SlotKind.HEAD else LeverKind.PICTURES

    def _frames(self, fits: tuple[FrameFit, ...]) -> Message:
        fit = fits[0]
        slot = self._slot(fit)
        name, box = Named(slot.names), self.first.boxes[slot.id]
        if fit.columns is not None:
            now = len(column_measures(self.first.page.layout.grid, slot, box.columns))
            return message("“{frame}”: {new} columns instead of {old}", frame=name, new=fit.columns, old=now)
        if slot.kind is SlotKind.HEAD:
            return self._headline(slot, fit)
        if len(fits) > 1:
            return message("Pictures: {lines} lines each", lines=f"{(fit.lines or 0) - box.lines:+d}")
        return message("“{frame}”: {new} lines high instead of {old}", frame=name, new=fit.lines, old=box.lines)

    def _headline(self, slot: Slot, fit: FrameFit) -> Message:
        grid, box = self.first.page.layout.grid, self.first.boxes[slot.id]
        group = self.first.groups[slot.id]
        sizes = [
            next(head.size for head in fit_group(group.blocks, grid.long(box.columns) * grid.body, lines, grid.pitch)
                 if head.block.elements[0].role is Role.HEADLINE)
            for lines in (fit.lines, box.lines)
        ]  # fmt: skip
        template = "Headline: {new} pt instead of {old} pt, {lines} lines instead of {before}"
        return message(template, new=sizes[0], old=sizes[1], lines=fit.lines, before=box.lines)

    def _slot(self, fit: FrameFit) -> Slot:
        return self.first.page.slot_of(fit.frame)

    def _quoted(self, element: str) -> str:
        text = " ".join(self.edition.element(element).text.split())
        return text if len(text) <= _WORDS else text[: _WORDS - 1] + "…"
