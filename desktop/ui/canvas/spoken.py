"""What the canvas tells people who do not see the page."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from desktop.ui.canvas.sheet import Sheet
from desktop.ui.language import tr

_FEW = 40
"""Characters of a selected text that the page's description tells; its frame tells all of it."""


class SpokenFrame(Struct, frozen=True):
    """A frame in words: its slot's name, the kind of slot, the text in it, what its mark tells."""

    name: str
    kind: str
    text: str
    mark: str
    selected: bool


def spoken_page(sheet: Sheet, hint: str) -> tuple[str, str]:
    """Return the canvas's name and description: the page and what is on it, or what to do while there is none."""
    if sheet.display is None:
        return tr("No page"), hint
    frames, elements, characters = sheet.counts()
    name = tr("Page {number}", number=sheet.display.number or "–")
    counted = tr(
        "{frames} frames, {elements} elements, {characters} characters",
        frames=frames,
        elements=elements,
        characters=f"{characters:,}",
    )
    chosen = spoken_selection(sheet)
    return name, f"{counted}. {tr('Selected: {what}', what=_few(chosen))}" if chosen else counted


def spoken_selection(sheet: Sheet) -> str:
    """Return the selected frames, or the frames of selected text, by name and with what stands in them."""
    if not sheet.overlays.frames and not sheet.overlays.elements:
        return ""
    chosen = [frame for frame in spoken_frames(sheet).values() if frame.selected]
    told = ((frame.name, " ".join(filter(None, (frame.mark, frame.text)))) for frame in chosen)
    return "\n".join(tr("{kind}: {text}", kind=name, text=text) if text else name for name, text in told)


def spoken_frames(sheet: Sheet) -> Mapping[str, SpokenFrame]:
    """Return the frames of the page by id, in the layout's order."""
    if sheet.display is None:
        return {}
    texts, holding = _texts(sheet)
    over = sheet.overlays
    return {
        frame.id: SpokenFrame(
            over.names.get(frame.id, frame.id),
            frame.kind,
            texts.get(frame.id, ""),
            over.marks[frame.id].text if frame.id in over.marks else "",
            frame.id in over.frames or not holding.get(frame.id, set()).isdisjoint(over.elements),
        )
        for frame in sheet.display.frames
        if frame.box.height
    }


def _texts(sheet: Sheet) -> tuple[dict[str, str], dict[str, set[str]]]:
    """Return the text in each frame, line by line without breaks, and the elements that it belongs to."""
    lines: dict[str, list[str]] = {}
    holding: dict[str, set[str]] = {}
    for run in sheet.display.runs() if sheet.display is not None else ():
        if run.element is not None:
            lines.setdefault(run.frame, []).append(run.text)
            holding.setdefault(run.frame, set()).add(run.element)
    return {frame: "".join(texts) for frame, texts in lines.items()}, holding


def _few(text: str) -> str:
    return text if len(text) <= _FEW else text[: _FEW - 1] + "…"
