"""Ink → colour operators (PDF 32000-1, 8.6.8), for the screen and the office as for a press."""

from __future__ import annotations

from desktop.display import Ink
from desktop.pdf.objects import PDFDictionary, PDFName, number

_OVER, _OUT = "Over", "Out"


class Inks:
    """Black alone as DeviceGray, else DeviceCMYK."""

    tied = False
    """Whether what sets the ink of lines changes that of areas too, and the other way round."""
    knocked_out = ""
    """What lets all that follows knock out what lies under it, as a page's content does until it says otherwise."""

    def fill(self, ink: Ink, *, over: bool) -> str:
        """Return what sets the ink that areas are filled with; ``over``: black text and rules."""
        del over
        return _operands(ink, "g", "k")

    def stroke(self, ink: Ink) -> str:
        """Return what sets the ink that lines are drawn with."""
        return _operands(ink, "G", "K")


class PressInks(Inks):
    """Process inks only; solid black of text and rules prints over what lies under it.

    DeviceGray would knock the other inks out: non-zero overprint mode is for DeviceCMYK alone (8.6.7, 11.7.4.3).
    """

    tied = True  # a graphics state's OP cannot be set without its op
    knocked_out = f"/{_OUT} gs "

    def fill(self, ink: Ink, *, over: bool) -> str:
        """Return what sets the ink, and whether it prints over."""
        return f"/{_OVER if over and _is_solid(ink) else _OUT} gs {_process(ink)} k"

    def stroke(self, ink: Ink) -> str:
        """Return what sets the ink of lines, and whether it prints over."""
        return f"/{_OVER if _is_solid(ink) else _OUT} gs {_process(ink)} K"


def overprinting() -> object:
    """Return the graphics states that ``PressInks`` names (PDF 32000-1, 8.4.5)."""
    over = {"Type": PDFName("ExtGState"), "OP": "true", "op": "true", "OPM": 1}
    out = {"Type": PDFName("ExtGState"), "OP": "false", "op": "false"}
    return PDFDictionary({_OVER: PDFDictionary(over), _OUT: PDFDictionary(out)})


def _is_solid(ink: Ink) -> bool:
    return ink.is_grey and ink.black == 1


def _process(ink: Ink) -> str:
    return " ".join(number(part) for part in ink.as_list())


def _operands(ink: Ink, grey: str, process: str) -> str:
    if ink.is_grey:
        return f"{number(1 - ink.black)} {grey}"
    return f"{_process(ink)} {process}"
