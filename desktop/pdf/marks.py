"""What stands outside the trimmed page: crop and registration marks, colour bars."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.display import PageDisplay
from desktop.geometry import MM
from desktop.model.press import Mark, PressPreset
from desktop.pdf.objects import number

ROOM = 12 * MM
"""Room for marks on every side of the trimmed page, beyond the bleed."""
_GAP, _LENGTH, _HAIR = 2 * MM, 5 * MM, 0.25
"""From the bleed to a crop mark, a crop mark's length, and how thick it is."""
_ARM, _RADIUS = 4 * MM, 2.5 * MM
_KAPPA = 0.5523
"""Control points of a quarter circle, as a part of its radius."""
_PATCH = 5 * MM
_PATCHES = (
    "1 0 0 0", "0 1 0 0", "0 0 1 0", "0 0 0 1", "0.5 0 0 0", "0 0.5 0 0", "0 0 0.5 0", "0 0 0 0.5",
    "1 1 0 0", "0 1 1 0", "1 0 1 0", "0.3 0.21 0.21 0",
)  # fmt: skip
"""Solids, halves, two inks over each other, and the grey of three inks that coldset newsprint is balanced by."""
_ALL_INKS = "1 1 1 1 K"


def margin(press: PressPreset) -> float:
    """Return how far the sheet reaches beyond the trimmed page on every side, in points."""
    return press.bleed + (ROOM if press.marks else 0.0)


def boxes(display: PageDisplay, press: PressPreset) -> dict[str, str]:
    """Return a page's boxes (PDF 32000-1, 14.11.2), the sheet's lower left corner at the origin."""
    far = margin(press)
    beyond = {"MediaBox": far, "BleedBox": press.bleed, "TrimBox": 0.0}
    if not far:
        del beyond["BleedBox"]
    # Six decimals: ReportLab's own formatting would do, but the sheet's size is a promise of this writer.
    return {name: _box(display, far - by, far + by) for name, by in beyond.items()}


def _box(display: PageDisplay, low: float, more: float) -> str:
    corner = "0 0" if not low else f"{low:.6f} {low:.6f}"
    return f"[{corner} {display.width + more:.6f} {display.height + more:.6f}]"


def surrounded(content: bytes, display: PageDisplay, press: PressPreset) -> bytes:
    """Return a page's operators with its marks round it, moved to where its trim box is."""
    far = margin(press)
    if not far:
        return content
    lines = ["/Artifact<</Type/Page>>BDC", *mark_operators(display.width, display.height, press), "EMC"]
    marks = "\n".join(lines if press.marks else ())
    return f"q 1 0 0 1 {number(far)} {number(far)} cm\n{marks}\nq\n".encode("ascii") + content + b"\nQ\nQ"


def mark_operators(width: float, height: float, press: PressPreset) -> list[str]:
    """Return the operators that draw a page's marks; its trimmed lower left corner stands at the origin."""
    lines: list[str] = []
    if Mark.CROP in press.marks:
        lines += [f"{_ALL_INKS} {number(_HAIR)} w []0 d", *_crop(width, height, press.bleed)]
    if Mark.REGISTRATION in press.marks:
        middle = press.bleed + _GAP + _LENGTH
        at = ((width / 2, -middle), (width / 2, height + middle), (-middle, height / 2), (width + middle, height / 2))
        lines += [f"{_ALL_INKS} {number(_HAIR)} w []0 d", *(_target(*place) for place in at)]
    if Mark.BARS in press.marks:
        lines += _bars(width, press.bleed)
    return lines


def _crop(width: float, height: float, bleed: float) -> Iterator[str]:
    near, far = bleed + _GAP, bleed + _GAP + _LENGTH
    for x in (0.0, width):
        yield from (_line(x, -near, x, -far), _line(x, height + near, x, height + far))
    for y in (0.0, height):
        yield from (_line(-near, y, -far, y), _line(width + near, y, width + far, y))


def _target(x: float, y: float) -> str:
    """Return a circle with a cross through it."""
    r, k = _RADIUS, _RADIUS * _KAPPA
    quarters = (
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    )
    curves = " ".join(f"{' '.join(map(number, quarter))} c" for quarter in quarters)
    cross = f"{_line(x - _ARM, y, x + _ARM, y)} {_line(x, y - _ARM, x, y + _ARM)}"
    return f"{number(x + r)} {number(y)} m {curves} S {cross}"


def _bars(width: float, bleed: float) -> Iterator[str]:
    """Yield the colour bar below the page, from the left crop mark as far as there is room before the middle."""
    top = -(bleed + _GAP + _LENGTH / 2)
    most = max(0, int((width / 2 - _ARM - 2 * _GAP - _LENGTH) / _PATCH))
    for at, inks in enumerate(_PATCHES[:most]):
        yield f"{inks} k {number(_LENGTH + at * _PATCH)} {number(top - _PATCH)} {number(_PATCH)} {number(_PATCH)} re f"


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f"{number(x1)} {number(y1)} m {number(x2)} {number(y2)} l S"
