"""What a drop would do, found by composing the page as it would be."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from desktop.compose import ComposedPage, FlowFit
from desktop.errors import Message, UsageError, message
from desktop.session.commands import AssignElements
from desktop.session.session import Session
from desktop.session.targets import accepting_frames, drop_frame


class Fit(StrEnum):
    """How what is dropped would fit."""

    FITS = "fits"
    OVER = "over"
    SHORT = "short"
    REFUSED = "refused"


class FitPreview(Struct, frozen=True):
    """What a drop would do.

    ``frames`` is where the elements would stand, ``accepted`` tells whether these are meant for their roles;
    ``over_*`` and ``short_lines`` are those of the flow there. ``pushed`` are other flows of the page that would be
    overset although they are not now. ``composed`` is the page as it would be, for a ghost.
    """

    fit: Fit
    frames: tuple[str, ...]
    accepted: bool = False
    over_chars: int = 0
    over_lines: int = 0
    short_lines: int = 0
    pushed: tuple[FlowFit, ...] = ()
    composed: ComposedPage | None = None

    @property
    def message(self) -> Message:
        """The preview in words."""
        return message(_WORDS[self.fit], chars=self.over_chars, over=self.over_lines, short=self.short_lines)


_WORDS = {
    Fit.FITS: "Fits",
    Fit.OVER: "+{chars} characters, {over} lines",
    Fit.SHORT: "{short} lines short",
    Fit.REFUSED: "Does not go here",
}


def preview_assign(
    session: Session, elements: Sequence[str], frames: Sequence[str], index: int | None = None
) -> FitPreview:
    """Return what assigning elements to frames of the current page would do; the edition is not changed.

    A picture frame stands for its caption's where captions are dropped.
    """
    page, edition = session.page, session.edition
    if page is None or not elements:
        return FitPreview(Fit.REFUSED, tuple(frames))
    targets = tuple(drop_frame(edition, page, elements, frame) for frame in frames)
    if not targets or None in targets:
        return FitPreview(Fit.REFUSED, tuple(frames))
    thread = tuple(target for target in targets if target is not None)
    try:
        wanted = AssignElements(page.id, tuple(elements), thread, index).apply(edition)
    except UsageError:
        return FitPreview(Fit.REFUSED, thread)
    composed = session.compositions.composed_once(wanted, page.id)
    meant = set(accepting_frames(edition, page, elements))
    return _preview(session.composed(page.id), composed, thread, meant.issuperset(thread))


def _preview(now: ComposedPage, wanted: ComposedPage, frames: tuple[str, ...], accepted: bool) -> FitPreview:
    target = wanted.fit_of_frame(frames[0])
    if target is None:
        return FitPreview(Fit.REFUSED, frames)
    return FitPreview(
        fit=_fit(wanted, target),
        frames=frames,
        accepted=accepted,
        over_chars=target.over_chars,
        over_lines=target.over_lines,
        short_lines=target.short_lines,
        pushed=tuple(fit for fit in pushed_out(now, wanted) if fit is not target),
        composed=wanted,
    )


def pushed_out(now: ComposedPage, wanted: ComposedPage) -> tuple[FlowFit, ...]:
    """Return the flows of a page as it would be that are overset and are not now."""
    over_now = {frame for fit in now.fits if fit.over_chars for frame in fit.flow.frames}
    over = (fit for fit in wanted.fits if fit.over_chars)
    return tuple(fit for fit in over if not over_now.intersection(fit.flow.frames))


def _fit(page: ComposedPage, flow: FlowFit) -> Fit:
    """Levelled columns differ by a line: frames are short only where a line is free in every column."""
    if flow.over_chars:
        return Fit.OVER
    columns = sum(len(page.display.frame(frame).columns) for frame in flow.flow.frames)
    return Fit.SHORT if columns and flow.short_lines >= columns else Fit.FITS


class Drag:
    """Elements being dragged over the current page: every frame is asked about once."""

    def __init__(self, session: Session, elements: Sequence[str]) -> None:
        self._session, self.elements = session, tuple(elements)
        self._edition = session.edition
        self._known: dict[tuple[str, ...], FitPreview] = {}

    @property
    def accepting(self) -> tuple[str, ...]:
        """The frames meant for the elements, to be lit."""
        page = self._session.page
        return accepting_frames(self._edition, page, self.elements) if page else ()

    def over(self, frames: Sequence[str]) -> FitPreview:
        """Return what dropping on these frames would do."""
        key = tuple(frames)
        if key not in self._known:
            self._known[key] = preview_assign(self._session, self.elements, key)
        return self._known[key]

    def drop(self, frames: Sequence[str], index: int | None = None) -> bool:
        """Do it; tells whether anything changed."""
        preview, page = self.over(frames), self._session.page
        if preview.fit is Fit.REFUSED or page is None:
            return False
        return self._session.do(AssignElements(page.id, self.elements, preview.frames, index))
