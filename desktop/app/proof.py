"""The line that identifies a proof: 小样, page, time, and a digest of what stands on the page."""

from __future__ import annotations

import hashlib
from datetime import datetime

from msgspec.structs import replace

from desktop.display import Ink, PageDisplay
from desktop.fonts import FaceLibrary
from desktop.formats.display_json import dump_lines
from desktop.geometry import MM
from desktop.model.edition import Edition
from desktop.model.settext import SetText
from desktop.model.style import FaceRole
from desktop.pdf import source_date
from desktop.text import FaceChain, LineBreak, LinePlace, compile_tables, line_runs, set_cells, shape_paragraph

_SIZE = 7.5
_EDGE = 4 * MM
"""The line's baseline above the sheet's lower edge."""


def with_banner(edition: Edition, display: PageDisplay, faces: FaceLibrary) -> PageDisplay:
    """Return the page with the proof's line at its foot; the text is the layout's, not the article's."""
    digest = hashlib.sha256("\n".join(dump_lines(display)).encode()).hexdigest()[:12]
    words = f"小样　{edition.name}　{display.number}　{_now():%Y-%m-%d %H:%M}　{digest}"
    chain = FaceChain([faces.open(face) for face in edition.style.faces[FaceRole.HEI]])
    tables = compile_tables(edition.style.typography)
    none = (0,) * len(words)
    paragraph = shape_paragraph([SetText("", words, none, none)], chain, tables)
    line = LineBreak(0, len(paragraph), len(paragraph), last=True)
    place = LinePlace(display.type_area.x, display.height - _EDGE, _SIZE, "", 0, Ink(), added=True)
    runs = line_runs(paragraph, set_cells(paragraph, line, float("inf"), justify=False), place)
    return replace(display, items=(*display.items, *runs))


def _now() -> datetime:
    """Return the time of writing, or the one that reproducible builds ask for (SOURCE_DATE_EPOCH)."""
    return source_date() or datetime.now().astimezone()
