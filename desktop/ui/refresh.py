"""Bringing the panels and the canvas to what the session holds."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.compose import ComposedPage
from desktop.model.edition import Page
from desktop.model.story import FolioFields
from desktop.preflight import Finding
from desktop.session import Session
from desktop.ui.canvas.colours import CanvasColours, FrameMark
from desktop.ui.frame import WindowFrame
from desktop.ui.language import render, role_name, tr
from desktop.ui.paging import number_words, page_title, tab_words
from desktop.ui.panels.element_page import ElementsShown
from desktop.ui.panels.frame_page import FrameShown
from desktop.ui.placing import PlacingWork
from desktop.ui.shown import Shown, shown
from desktop.ui.theme import LIGHT as PAPER
from desktop.ui.theme import Theme
from desktop.ui.wording import LEVEL, fit_words
from desktop.ui.workbench import Workbench

_GHOST_LINE, _GHOST_LINES = 16, 3
"""Characters and lines of an element that its ghost shows."""


def conditions(session: Session, placing: PlacingWork) -> dict[str, bool]:
    """Return which of the table's conditions hold."""
    page, selection = session.page, session.selection
    picture = placing.picture_frame()
    one = selection.frames[0] if len(selection.frames) == 1 else None
    loose = {slot.id for _, slot in page.layout.loose} if page else set()
    return {
        "page": page is not None,
        "pages": len(session.edition.pages) > 1,
        "kept": session.path is not None,
        "undo": session.history.undo_name is not None,
        "redo": session.history.redo_name is not None,
        "placeable": bool(selection.elements) or picture is not None,
        "one": len(selection.elements) == 1,
        "chosen": bool(selection.elements),
        "placed": bool(placing.placed_selection()),
        "picture_frame": picture is not None,
        "pictured": bool(page and picture and page.frame(picture).media),
        "in_slot": bool(page and one and page.frame(one).place is None),
        "free": bool(page and one and page.frame(one).place is not None and page.frame(one).slot not in loose),
        "framed": bool(page and selection.frames),
        "chosen_or_framed": bool(page and (selection.frames or selection.elements)),
        "several_frames": bool(page and len(selection.frames) > 1),
        "changes": any(story.changes for story in session.edition.stories),
        "fitted": bool(page and page.fitting),
    }


class Refresh:
    """Shows the session's edition and selection.

    Args:
        bench: holds the session.
        frame: the window's widgets.
        language: of slot names.
    """

    def __init__(self, bench: Workbench, frame: WindowFrame, language: str) -> None:
        self._bench, self._frame, self._language = bench, frame, language
        self._shown: Shown | None = None

    def set_theme(self, theme: Theme) -> None:
        """Give the canvas its colours."""
        colours = CanvasColours(
            pasteboard=theme.pasteboard, shadow=theme.shadow, grid=theme.grid, grid_strong=theme.grid_strong,
            frame=theme.frame, selection=theme.selection, accept=PAPER.placed, reject=PAPER.unplaced,
            accent=PAPER.accent, text=theme.text,
        )  # fmt: skip  # the page is white in the dark too
        self._frame.canvas.set_palette_colours(colours)
        self._frame.facing.set_palette_colours(colours)

    def edition(self) -> None:
        """Show the edition as it is now.

        Raises:
            FontError: A face of the house style cannot be opened; the last page stays on screen.
        """
        session, frame = self._bench.session, self._frame
        self._shown = now = shown(session)
        frame.show_page(now is not None)
        frame.outline.set_rows(now.rows if now else ())
        frame.findings.set_findings(now.findings if now else None)
        frame.status.show_tally(now.tally if now else None)
        frame.history.set_steps(session.history.done, session.history.undone)
        frame.pages.set_pages(self._tabs(), now.page.id if now else "")
        if now is None:
            frame.canvas.set_display(None, self._bench.faces, {})
            frame.topbar.show_page("", "")
            frame.topbar.show_zoom(None)
            return
        self._show_composed(now, now.composed)
        frame.topbar.show_page(_title(now), _facts(now))
        frame.topbar.show_zoom(frame.canvas.zoom)

    def preview(self, composed: ComposedPage | None) -> None:
        """Show on the canvas alone how the current page would be; None: how it is."""
        if self._shown is not None:
            self._show_composed(self._shown, composed or self._shown.composed)

    def _show_composed(self, now: Shown, composed: ComposedPage) -> None:
        canvas, media = self._frame.canvas, {item.id: item for item in now.edition.media}
        canvas.set_display(composed.display, self._bench.faces, media, self._words(now))
        canvas.set_marks(_marks(composed))
        canvas.set_threads(flow.frames for flow in now.page.flows if len(flow.frames) > 1)

    def selection(self) -> None:
        """Show what is selected."""
        now, selection = self._shown, self._bench.session.selection
        inspector = self._frame.inspector
        if now is None or self._bench.session.page is None:
            inspector.show_none()
            return
        self._frame.outline.choose(selection.elements)
        self._frame.canvas.set_selection(selection.frames, selection.elements)
        if selection.elements:
            inspector.elements.show_elements(self._elements(now, selection.elements))
            inspector.show_part(inspector.elements)
        elif selection.frames:
            inspector.frame.show_frame(self._one_frame(now, selection.frames[0]))
            inspector.show_part(inspector.frame)
        else:
            inspector.sheet.show_page(now.page, now.tally)
            inspector.show_part(inspector.sheet)

    def now(self) -> Shown | None:
        """Return what is shown; None while there is no page."""
        return self._shown

    def findings(self) -> tuple[Finding, ...]:
        """Return the findings that are shown."""
        return self._shown.findings if self._shown else ()

    def reason(self) -> str:
        """Return why the selected element was taken for what it is; nothing for several."""
        elements = self._bench.session.selection.elements
        if len(elements) != 1:
            return ""
        element = self._bench.session.edition.element(elements[0])
        return tr("{role}: {why}", role=role_name(element.role), why=render(element.reason))

    def ghost_text(self, elements: Sequence[str]) -> str:
        """Return the first lines of what is dragged."""
        text = "".join(self._bench.session.edition.element(elements[0]).text.split())
        lines = [text[at : at + _GHOST_LINE] for at in range(0, _GHOST_LINE * _GHOST_LINES, _GHOST_LINE)]
        more = [tr("and {count} more", count=len(elements) - 1)] if len(elements) > 1 else []
        return "\n".join([line for line in lines if line] + more)

    def _tabs(self) -> list[tuple[str, str]]:
        edition = self._bench.session.edition
        return [(page.id, tab_words(edition, page, self._language)) for page in edition.pages]

    def _names(self, page: Page) -> dict[str, str]:
        return {frame.id: page.slot_of(frame.id).name(self._language) for frame in page.frames}

    def _words(self, now: Shown) -> dict[str, str]:
        """Return what is written into frames in which nothing stands."""
        lost = {media.id: media.name for media in now.edition.media if media.lost}
        missing = {f.id: lost[f.media] for f in now.page.frames if f.media is not None and f.media in lost}
        return self._names(now.page) | {frame: tr("✕ missing: {name}", name=name) for frame, name in missing.items()}

    def _elements(self, now: Shown, ids: Sequence[str]) -> ElementsShown:
        elements = tuple(now.edition.element(element) for element in ids)
        names = self._names(now.page)
        frames = (f for element in ids if element in now.states for f in now.states[element].frames)
        places = tr(", ").join(dict.fromkeys(names[frame] for frame in frames if frame in names))
        return ElementsShown(now.edition, elements, now.states, places)

    def _one_frame(self, now: Shown, frame_id: str) -> FrameShown:
        name = now.page.slot_of(frame_id).name(self._language)
        fit = now.composed.fit_of_frame(frame_id)
        return FrameShown(now.edition, now.page, now.composed.display.frame(frame_id), fit, name)


def _marks(composed: ComposedPage) -> dict[str, FrameMark]:
    """Return what the canvas tells at the foot of frames that are over or short."""
    marks: dict[str, FrameMark] = {}
    for fit in composed.fits:
        if fit.over_chars:
            marks[fit.flow.frames[-1]] = FrameMark("overset", fit_words(fit))
        elif fit.short_lines > LEVEL:
            marks[fit.flow.frames[-1]] = FrameMark("short", fit_words(fit))
    return marks


def _title(now: Shown) -> str:
    return page_title(now.edition, now.page) or now.edition.name


def _facts(now: Shown) -> str:
    """Return the page's number and date, as the folio prints them."""
    folios = [e.folio for story in now.edition.stories for e in story.elements if e.folio]
    dated = next((folio for folio in folios if folio.date), FolioFields())
    date = " ".join(filter(None, (dated.date, dated.weekday))) or now.page.date
    return " · ".join(filter(None, (number_words(now.page), date)))
