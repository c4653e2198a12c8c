"""The tick, the chevrons: small SVG files, since a Qt style sheet can only name files."""

from __future__ import annotations

from pathlib import Path

from desktop.ui.theme.tokens import Theme

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 16 16">'
    '<path d="{path}" fill="none" stroke="{colour}" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round"/>'
    "</svg>"
)

_MARKS = {
    # name: (size in pixels, path in a 16 px square, token of its colour)
    "tick": (16, "M3.5 8.5 6.8 11.5 12.5 4.8", "on_selection"),
    "chevron_down": (12, "M3.5 6 8 10.5 12.5 6", "muted"),
    "chevron_right": (12, "M6 3.5 10.5 8 6 12.5", "muted"),
}


def write_marks(theme: Theme, folder: Path) -> dict[str, str]:
    """Write the marks in the theme's colours; return their paths by the name the style sheet uses."""
    folder.mkdir(parents=True, exist_ok=True)
    written: dict[str, str] = {}
    for name, (size, path, token) in _MARKS.items():
        file = folder / f"{name}-{theme.name}.svg"
        file.write_text(_SVG.format(size=size, path=path, colour=getattr(theme, token)), encoding="utf-8")
        written[name] = file.as_posix()
    return written
