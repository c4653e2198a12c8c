"""The checks that only a press demands; the limits are the preset's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.compose import ComposedPage
from desktop.display import Picture
from desktop.errors import Message, Named, message
from desktop.model.edition import Edition
from desktop.model.layout import SlotKind
from desktop.model.press import PressPreset, Standard
from desktop.preflight.finding import Finding, Severity


def press_findings(edition: Edition, pages: Sequence[ComposedPage], press: PressPreset) -> Iterator[Finding]:
    """Yield what keeps pages from going to a press: placeholders, and pictures too coarse for it."""
    whole = {media.id for media in edition.media if not media.lost}
    for page, composed in zip(edition.pages, pages, strict=True):
        for frame in page.frames:
            slot = page.slot_of(frame.id)
            shown = composed.display.frame(frame.id).box.height
            empty = slot.kind in {SlotKind.PICTURE, SlotKind.ADVERT} and frame.media not in whole and shown
            if empty and not press.placeholders:
                text = message("The frame “{name}” would go to press empty.", name=Named(slot.names))
                yield Finding("press.placeholder", Severity.ERROR, text, page.id, frame=frame.id)
        yield from _coarse(edition, composed, press)
        yield from _heavy(edition, composed, press)
        yield from _unready(edition, composed, press)


def _coarse(edition: Edition, composed: ComposedPage, press: PressPreset) -> Iterator[Finding]:
    media = {item.id: item for item in edition.media}
    for item in composed.display.items:
        if isinstance(item, Picture) and item.media in media and not media[item.media].vectors:
            dpi = round(media[item.media].width * item.crop.width / item.box.width * 72)
            if dpi < press.least_dpi:
                text = message(
                    "“{name}” has {dpi} dpi on the page; the press needs {least}.",
                    name=media[item.media].name, dpi=dpi, least=press.least_dpi,
                )  # fmt: skip
                yield Finding("press.resolution", Severity.ERROR, text, composed.page, frame=item.frame)


def _heavy(edition: Edition, composed: ComposedPage, press: PressPreset) -> Iterator[Finding]:
    """Yield pictures in four inks that lay on more than paper takes; a profile keeps the others within it."""
    shown = {item.media: item for item in composed.display.items if isinstance(item, Picture)}
    inked = [item for item in edition.media if item.id in shown and item.mode == "CMYK" and not item.lost]
    if not press.ink_limit or not inked:
        return
    from desktop.pictures import decode
    from desktop.pictures.colour import most_ink

    for media in inked:
        most = round(most_ink(decode(media)))
        if most > press.ink_limit:
            text = message(
                "“{name}” lays {most} % of ink on a spot; the press takes {limit} % at most.",
                name=media.name, most=most, limit=press.ink_limit,
            )  # fmt: skip
            yield Finding("press.ink", Severity.ERROR, text, composed.page, frame=shown[media.id].frame)


def _lacking(lack: str, name: str) -> Message:
    if lack == "faces":
        return message("The PDF “{name}” uses faces that are not in it; get it as PDF/X, with its faces.", name=name)
    if lack == "inks":
        return message("The PDF “{name}” has colours in RGB; get it as PDF/X, in four inks.", name=name)
    if lack == "words":
        return message("The PDF “{name}” does not say which characters its glyphs are; get it as PDF/A-2u.", name=name)
    return message("The PDF “{name}” has transparent parts; this press needs PDF/X-1a.", name=name)


_REFUSED = {
    Standard.PLAIN: frozenset[str](),
    Standard.X4: frozenset({"faces", "inks"}),
    Standard.X1A: frozenset({"faces", "inks", "opacity"}),
    Standard.A2U: frozenset({"faces", "inks", "words"}),
}
"""What the standards refuse in what is placed (ISO 15930-7 and -4, 6.2 to 6.7; ISO 19005-2, 6.2.4.3, 6.2.11)."""


def _unready(edition: Edition, composed: ComposedPage, press: PressPreset) -> Iterator[Finding]:
    """Yield placed PDFs that would break the standard that the file is to keep."""
    shown = {item.media: item for item in composed.display.items if isinstance(item, Picture)}
    for media in edition.media if _REFUSED[press.standard] else ():
        if media.id in shown and media.vectors and not media.lost:
            from desktop.pictures.readiness import lacks

            for lack in sorted(lacks(media) & _REFUSED[press.standard]):
                text = _lacking(lack, media.name)
                yield Finding("press.placed", Severity.ERROR, text, composed.page, frame=shown[media.id].frame)
