"""A PageDisplay → a content stream (PDF 32000-1, 7.8.2): items in painting order, y turned up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from desktop.display import Clip, Fill, GlyphRun, Ink, Item, PageDisplay, Picture, Rule
from desktop.geometry import Rect
from desktop.pdf.inks import Inks
from desktop.pdf.objects import number
from desktop.pdf.runs import RunWriter, WrittenRuns
from desktop.pdf.tagging import CLIP, Key, Span, type_of
from desktop.pdf.text import Codes

_FRESH = "0 g 0 G 1 w 0 J 0 j 10 M []0 d 0 Tc 0 Tw 100 Tz 0 TL 0 Tr 0 Ts"
"""The state in which a page begins (PDF 32000-1, 8.4.1 and 9.3); a form goes on in that of what was drawn before."""
_ARTIFACT = "/Artifact<</Type/Layout>>BDC"
Placement = tuple[float, float, float, float, float, float]
UNIT: Placement = (1, 0, 0, 1, 0, 0)


class Shown(Struct, frozen=True):
    """A picture's resource name and the matrix that turns the unit square to its upright position.

    ``form``: it is a placed PDF's page, whose text is no text of this document.
    """

    resource: str
    upright: Placement
    form: bool = False


class PageWriter:
    """Writes one page's operators.

    ``codes`` are the fonts by face id; ``picture`` returns what shows a picture; ``runs`` are the operators of runs
    that were written before; ``inks`` says how colours are written.
    """

    __slots__ = (
        "_clipped",
        "_codes",
        "_height",
        "_in_text",
        "_inks",
        "_last_ink",
        "_marked",
        "_out",
        "_paint",
        "_picture",
        "_runs",
        "_stroke",
        "_tagged",
    )

    def __init__(
        self,
        height: float,
        codes: Mapping[str, Codes],
        picture: Callable[[str], Shown],
        runs: WrittenRuns,
        inks: Inks,
    ) -> None:
        self._out: list[str] = []
        self._height = height
        self._codes = codes
        self._picture = picture
        self._runs = RunWriter(self._out, height, runs)
        self._in_text = self._marked = self._clipped = self._tagged = False
        self._paint = self._stroke = ""
        self._last_ink: tuple[Ink | None, bool] = (None, False)
        self._inks = inks

    def write(self, page: PageDisplay) -> bytes:
        """Return the content stream."""
        for item in page.items:
            self._item(item)
        return self._written()

    def write_tagged(self, spans: Iterable[Span], types: Mapping[Key, str]) -> bytes:
        """Return the content stream of a page in spans, each marked by what it belongs to (PDF 32000-1, 14.6)."""
        self._tagged = True
        mcid = 0
        for span in spans:
            if span.key[0] == CLIP:
                mark = ""
            elif span.is_content:
                mark = f"/{type_of(types, span.key)}<</MCID {mcid}>>BDC"
                mcid += 1
            else:
                mark = "/Artifact BMC"
            self._span(span.items, mark)
        return self._written()

    def _span(self, items: Iterable[Item], mark: str) -> None:
        if mark:
            self._out.append(mark)
        for item in items:
            self._item(item)
        if mark:
            self._end_text()  # a text object lies within its mark, and marks within text objects
            self._out.append("EMC")

    def _written(self) -> bytes:
        self._end_clip()
        return "\n".join(self._out).encode("ascii")

    def _item(self, item: Item) -> None:
        if isinstance(item, GlyphRun):
            self._glyphs(item)
        elif isinstance(item, Picture):
            self._image(item)
        elif isinstance(item, Rule):
            self._rule(item)
        elif isinstance(item, Fill):
            self._fill(item)
        else:
            self._clip(item)

    def _glyphs(self, run: GlyphRun) -> None:
        added = run.element is None and not self._tagged
        if not self._in_text:
            self._out.append("BT")
            self._in_text = True
        if added != self._marked:
            # What the layout added is no part of the document's text (PDF 32000-1, 14.8.2.2).
            self._out.append(_ARTIFACT if added else "EMC")
            self._marked = added
        self._ink(run.ink, over=True)
        self._runs.write(run, self._codes[run.face])

    def _end_text(self) -> None:
        if self._marked:
            self._out.append("EMC")
            self._marked = False
        if self._in_text:
            self._out.append("ET")
            self._in_text = False

    def _fill(self, fill: Fill) -> None:
        self._end_text()
        self._ink(fill.ink, over=False)
        self._out.append(f"{self._rectangle(fill.box)} re f")

    def _rule(self, rule: Rule) -> None:
        """Write a line; the dash and width are set each time, as rules are few (PDF 32000-1, 8.4.3)."""
        self._end_text()
        stroke = self._inks.stroke(rule.ink)
        dash = " ".join(number(length) for length in rule.dash)
        wanted = f"{stroke} {number(rule.width)} w [{dash}]0 d"
        if wanted != self._stroke:
            self._stroke = wanted
            self._paint = "" if self._inks.tied else self._paint
            self._out.append(wanted)
        start, end = (rule.x1, self._height - rule.y1), (rule.x2, self._height - rule.y2)
        self._out.append(f"{number(start[0])} {number(start[1])} m {number(end[0])} {number(end[1])} l S")

    def _image(self, picture: Picture) -> None:
        """Place a picture so that its crop fills the box (PDF 32000-1, 8.9.5)."""
        self._end_text()
        shown = self._picture(picture.media)
        crop, box = picture.crop, picture.box
        if crop.width <= 0 or crop.height <= 0:
            return
        width, height = box.width / crop.width, box.height / crop.height
        left, bottom = box.x - crop.x * width, self._height - (box.y - crop.y * height) - height
        a, b, c, d, e, f = shown.upright
        matrix = (a * width, b * height, c * width, d * height, e * width + left, f * height + bottom)
        clip = "" if crop == Rect(0, 0, 1, 1) else f"{self._rectangle(box)} re W n "
        fresh = f"{_FRESH} {self._inks.knocked_out}" if shown.form else ""
        said = f"q {clip}{fresh}{' '.join(number(value) for value in matrix)} cm /{shown.resource} Do Q"
        self._out.append(f"{_ARTIFACT}\n{said}\nEMC" if shown.form and not self._tagged else said)

    def _clip(self, clip: Clip) -> None:
        self._end_clip()
        if clip.box is not None:
            self._out.append(f"q {self._rectangle(clip.box)} re W n")
            self._clipped = True

    def _end_clip(self) -> None:
        self._end_text()
        if self._clipped:
            self._out.append("Q")
            self._clipped = False
            self._paint = self._stroke = ""
            self._runs.forget()

    def _ink(self, ink: Ink, *, over: bool) -> None:
        if ink is self._last_ink[0] and over is self._last_ink[1] and self._paint:
            return
        self._last_ink = (ink, over)
        wanted = self._inks.fill(ink, over=over)
        if wanted != self._paint:
            self._paint, self._stroke = wanted, "" if self._inks.tied else self._stroke
            self._out.append(wanted)

    def _rectangle(self, box: Rect) -> str:
        corner = (box.x, self._height - box.bottom, box.width, box.height)
        return " ".join(number(value) for value in corner)
