"""Lines that identify what was printed: a proof's at the foot of its page, a press's above the trimmed page."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from desktop.display import Ink, PageDisplay
from desktop.fonts import FaceLibrary
from desktop.geometry import MM
from desktop.model.edition import Edition
from desktop.model.press import Mark, PressPreset
from desktop.model.settext import SetText
from desktop.model.story import FolioFields
from desktop.model.style import FaceRole
from desktop.pdf import source_date
from desktop.text import FaceChain, LineBreak, LinePlace, compile_tables, line_runs, set_cells, shape_paragraph

_SIZE, _SMALL = 7.5, 6.0
_ABOVE, _IN = 4 * MM, 7 * MM
"""A press's line above the bleed, and from the corner, whose mark it keeps clear of."""
_PLATES = "青　品　黄　黑"


def with_strip(edition: Edition, display: PageDisplay, faces: FaceLibrary, press: PressPreset) -> PageDisplay:
    """Return the page with the press's line above it: paper, page, date, condition, time of writing and plates."""
    if Mark.STRIP not in press.marks:
        return display
    folios = [e.folio for story in edition.stories for e in story.elements if e.folio]
    folio = next((folio for folio in folios if folio.paper or folio.date), FolioFields())
    condition = press.condition.identifier if press.condition else ""
    known = (
        folio.paper or edition.name,
        f"{display.number} 版" if display.number else "",
        folio.date,
        press.name("zh"),
        condition,
        f"{time_of_writing():%Y-%m-%d %H:%M}",
        _PLATES,
    )
    return with_line(edition, display, faces, "　".join(filter(None, known)), (_IN, -press.bleed - _ABOVE), _SMALL)


def with_line(
    edition: Edition,
    display: PageDisplay,
    faces: FaceLibrary,
    words: str,
    at: tuple[float, float],
    size: float = _SIZE,
) -> PageDisplay:
    """Return a page with a line of its own, no article's text, that begins at a point of a baseline."""
    chain = FaceChain([faces.open(face) for face in edition.style.faces[FaceRole.HEI]])
    tables = compile_tables(edition.style.typography)
    none = (0,) * len(words)
    paragraph = shape_paragraph([SetText("", words, none, none)], chain, tables)
    line = LineBreak(0, len(paragraph), len(paragraph), last=True)
    place = LinePlace(*at, size, "", 0, Ink(), added=True)
    runs = line_runs(paragraph, set_cells(paragraph, line, float("inf"), justify=False), place)
    return replace(display, items=(*display.items, *runs))


def time_of_writing() -> datetime:
    """Return the time of writing, or the one that reproducible builds ask for (SOURCE_DATE_EPOCH)."""
    return source_date() or datetime.now().astimezone()
