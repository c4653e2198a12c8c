"""What copyfit (齐版) decided about a page: kept on the page, so that composing stays a function of it.

Everything is said of an element or a frame and says how it differs from what composing would do by itself; what names
an element or a frame that is no longer there says nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

T = TypeVar("T", bound=Struct)


class ParagraphFit(Struct, frozen=True):
    """A paragraph, by its first element, set in so many lines more than is best (fewer: negative)."""

    element: str
    lines: int


class HeadFit(Struct, frozen=True):
    """A head inside a text: lines kept above and below it, and its largest size in points (None: as its style says)."""

    element: str
    before: int | None = None
    after: int | None = None
    largest: float | None = None


class FrameFit(Struct, frozen=True):
    """A frame's height in lines, and the columns that its width is set in (n破m); None: as without copyfit."""

    frame: str
    lines: int | None = None
    columns: int | None = None


class Fitting(Struct, frozen=True):
    """All that copyfit decided about one page; of each element and frame at most one record of a kind."""

    paragraphs: tuple[ParagraphFit, ...] = ()
    heads: tuple[HeadFit, ...] = ()
    frames: tuple[FrameFit, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.paragraphs or self.heads or self.frames)

    def without_frames(self, frames: Collection[str]) -> Fitting:
        """Return what is said of other frames than these; the same record where nothing was said of them."""
        kept = tuple(fit for fit in self.frames if fit.frame not in frames)
        return self if len(kept) == len(self.frames) else replace(self, frames=kept)

    def without_paragraphs(self, elements: Collection[str]) -> Fitting:
        """Return what is said of other paragraphs than these; the same record where nothing was said of them."""
        kept = tuple(fit for fit in self.paragraphs if fit.element not in elements)
        return self if len(kept) == len(self.paragraphs) else replace(self, paragraphs=kept)

    def joined(self, other: Fitting) -> Fitting:
        """Return what both say; of the same element or frame the other's fields hold where it has any."""
        return Fitting(
            tuple({fit.element: fit for fit in (*self.paragraphs, *other.paragraphs)}.values()),
            _joined(self.heads, other.heads, "element"),
            _joined(self.frames, other.frames, "frame"),
        )


NOTHING = Fitting()
"""Copyfit decided nothing."""


def _joined(one: tuple[T, ...], other: tuple[T, ...], name: str) -> tuple[T, ...]:
    found: dict[str, T] = {getattr(fit, name): fit for fit in one}
    for fit in other:
        key = getattr(fit, name)
        said = {field: value for field in fit.__struct_fields__ if (value := getattr(fit, field)) is not None}
        found[key] = replace(found[key], **said) if key in found else fit
    return tuple(found.values())
