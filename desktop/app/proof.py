"""The line that identifies a proof: 小样, page, time, and a digest of what stands on the page."""

from __future__ import annotations

import hashlib

from desktop.app.strip import time_of_writing, with_line
from desktop.display import PageDisplay
from desktop.fonts import FaceLibrary
from desktop.formats.display_json import dump_lines
from desktop.geometry import MM
from desktop.model.edition import Edition

_EDGE = 4 * MM
"""The line's baseline above the sheet's lower edge."""


def with_banner(edition: Edition, display: PageDisplay, faces: FaceLibrary) -> PageDisplay:
    """Return the page with the proof's line at its foot; the text is the layout's, not the article's."""
    digest = hashlib.sha256("\n".join(dump_lines(display)).encode()).hexdigest()[:12]
    words = f"小样　{edition.name}　{display.number}　{time_of_writing():%Y-%m-%d %H:%M}　{digest}"
    return with_line(edition, display, faces, words, (display.type_area.x, display.height - _EDGE))
