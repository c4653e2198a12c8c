"""What the canvas tells people who do not see the page."""

from __future__ import annotations

from desktop.ui.canvas.sheet import Sheet
from desktop.ui.language import tr


def spoken_page(sheet: Sheet, hint: str) -> tuple[str, str]:
    """Return the canvas's name and description: the page and what is on it, or what to do while there is none."""
    if sheet.display is None:
        return tr("No page"), hint
    frames, elements, characters = sheet.counts()
    name = tr("Page {number}", number=sheet.display.number or "–")
    return name, tr(
        "{frames} frames, {elements} elements, {characters} characters",
        frames=frames,
        elements=elements,
        characters=f"{characters:,}",
    )
