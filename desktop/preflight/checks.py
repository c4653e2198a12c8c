"""The checks. Each yields findings with its own permanent id, listed in ``CHECKS`` with the reason for it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from unicodedata import category

from desktop.compose import LEAD_HEAD, ONWARD, ComposedPage
from desktop.display import GlyphRun
from desktop.errors import Message, Named, PictureError, message
from desktop.geometry import Rect
from desktop.model.edition import Edition, Media, Page
from desktop.model.layout import SlotKind
from desktop.model.runaround import Contour
from desktop.model.story import Role
from desktop.preflight.finding import Finding, Severity
from desktop.text import EM_ASCENT, Remedy

HOLE = 2
"""Lines: a gap in a column above this reads as a hole."""

_TOUCHING = 0.5
"""Points by which type may reach into a picture's box before it counts as standing on it."""

LEGIBLE = 4.0
"""Points: the smallest type in use (八号) has 5, and what shrinks a little can still be read."""

Check = Callable[[Edition, Sequence[ComposedPage]], Iterator[Finding]]


def unplaced(edition: Edition, _: Sequence[ComposedPage]) -> Iterator[Finding]:
    """Nothing of an article may be forgotten."""
    for element in edition.unplaced():
        yield Finding(
            "text.unplaced",
            Severity.ERROR,
            message(
                "“{text}” ({count} characters) stands on no page.", text=_words(element.text), count=element.length
            ),
            element=element.id,
            at=element.ranges[0].start,
        )


def overset(_: Edition, pages: Sequence[ComposedPage]) -> Iterator[Finding]:
    """Text that found no room is shown where it stops, in characters and lines."""
    for page in pages:
        for fit in page.fits:
            if not fit.over_chars:
                continue
            cut = next((e for e in fit.elements if e in page.overset), None)
            yield Finding(
                "text.overset",
                Severity.ERROR,
                message("{chars} characters, {lines} lines find no room.", chars=fit.over_chars, lines=fit.over_lines),
                page.page,
                cut,
                fit.flow.frames[-1] if fit.flow.frames else None,
                page.overset[cut][0].start if cut else None,
            )


def placed_twice(edition: Edition, _: Sequence[ComposedPage]) -> Iterator[Finding]:
    """An element belongs in one place."""
    counts = Counter(e for page in edition.pages for flow in page.flows for e in flow.elements)
    for element, count in counts.items():
        if count > 1:
            text = message("This element is placed {count} times.", count=count)
            yield Finding("text.twice", Severity.ERROR, text, element=element)


def short(_: Edition, pages: Sequence[ComposedPage]) -> Iterator[Finding]:
    """Columns that end well above their foot leave a hole in the page."""
    for page in pages:
        for fit in page.fits:
            columns = sum(len(page.display.frame(frame).columns) for frame in fit.flow.frames)
            if columns and fit.short_lines > HOLE * columns:
                text = message("The text is {lines} column lines short of its frame.", lines=fit.short_lines)
                yield Finding("text.short", Severity.WARNING, text, page.page, fit.elements[-1], fit.flow.frames[-1])


def empty_slots(edition: Edition, pages: Sequence[ComposedPage]) -> Iterator[Finding]:
    """A picture frame without picture goes to press as a placeholder."""
    for page, composed in zip(edition.pages, pages, strict=True):
        for frame in page.frames:
            slot = page.slot_of(frame.id)
            kinds = {SlotKind.PICTURE: "picture", SlotKind.ADVERT: "advertisement"}
            if slot.kind in kinds and frame.media is None and composed.display.frame(frame.id).box.height:
                text = message("The {kind} frame “{name}” is empty.", kind=kinds[slot.kind], name=Named(slot.names))
                yield Finding("slot.empty", Severity.INFO, text, page.id, frame=frame.id)


def further_pages(edition: Edition, _: Sequence[ComposedPage]) -> Iterator[Finding]:
    """Of a PDF with several pages the first is placed, which may not be the one that was meant."""
    placed = {media.id: media for media in edition.media if media.vectors and not media.lost}
    for page in edition.pages if placed else ():
        for frame in page.frames:
            media = placed.get(frame.media or "")
            count = _pages(media) if media is not None else 1
            if media is not None and count > 1:
                text = message("“{name}” has {count} pages; the first is shown.", name=media.name, count=count)
                yield Finding("picture.pages", Severity.INFO, text, page.id, frame=frame.id)


def _pages(media: Media) -> int:
    from desktop.pictures import pages_of

    try:
        return pages_of(media)
    except PictureError:  # what cannot be read cannot be exported either, which says so
        return 1


def lost_pictures(edition: Edition, _: Sequence[ComposedPage]) -> Iterator[Finding]:
    """A picture that a package lost leaves a placeholder; what no frame shows is told too, as its file is gone."""
    lost = {media.id: media for media in edition.media if media.lost}
    shown: set[str] = set()
    for page in edition.pages if lost else ():
        for frame in page.frames:
            media = lost.get(frame.media or "")
            if media is not None:
                shown.add(media.id)
                text = message("The picture “{name}” is missing; relink it.", name=media.name)
                yield Finding("picture.missing", Severity.ERROR, text, page.id, frame=frame.id)
    for media in lost.values():
        if media.id not in shown:
            text = message("The picture “{name}” is missing; no frame shows it.", name=media.name)
            yield Finding("picture.missing", Severity.INFO, text)


def remedies(_: Edition, pages: Sequence[ComposedPage]) -> Iterator[Finding]:
    """Where a line could not keep a rule, a person decides (K4, U4, O1, O2)."""
    texts = {
        Remedy.OVERFULL: message("A character wider than its line stands out of it."),
        Remedy.TOKEN_BROKEN: message("A word or number longer than its line had to be divided."),
        Remedy.PHRASE_BROKEN: message("A head had to be broken inside a name, a number, a quotation or a word."),
        Remedy.MARK_RUN: message("A run of marks breaks the line-start or line-end rule."),
        Remedy.SHORT_LAST: message(
            "The last line of a paragraph holds fewer characters than the house style asks for."
        ),
        Remedy.COLUMN_HEAD: message("The last line of a paragraph starts a column."),
        Remedy.HEAD_FOOT: message("A subhead has too little text under it in its column."),
        Remedy.EMPTY_FOOT: message("Lines stay empty at a column's foot, because a subhead needs text under it."),
        Remedy.LOOSE: message("The gaps of a line are wider than the house style likes."),
    }
    for page in pages:
        for note in page.notes:
            yield Finding(
                f"line.{note.remedy}",
                Severity.WARNING,
                texts[note.remedy],
                page.page,
                note.element,
                note.frame,
                note.at,
            )


def lead_head(edition: Edition, pages: Sequence[ComposedPage]) -> Iterator[Finding]:
    """A page's lead head carries the page: below four times the body size its slot or its words want looking at."""
    for page, composed in zip(edition.pages, pages, strict=True):
        lead = next((found for frame in page.frames if (found := _headline(edition, page, frame.id)) is not None), None)
        sizes = [run.size for run in composed.display.runs() if lead is not None and run.element == lead]
        if sizes and max(sizes) < LEAD_HEAD * composed.display.body - 1e-6:
            text = message(
                "The lead head stands in {size} pt, less than {times} times the body size.",
                size=f"{max(sizes):g}",
                times=LEAD_HEAD,
            )
            yield Finding("head.small", Severity.WARNING, text, page.id, lead)


def _headline(edition: Edition, page: Page, frame: str) -> str | None:
    """Return the headline that stands in a frame for heads."""
    if page.slot_of(frame).kind is not SlotKind.HEAD:
        return None
    inside = [element for flow in page.flows if frame in flow.frames for element in flow.elements]
    headlines = {e.id for story in edition.stories for e in story.with_role(Role.HEADLINE)}
    return next((element for element in inside if element in headlines), None)


def characters(_: Edition, pages: Sequence[ComposedPage]) -> Iterator[Finding]:
    """A character that no face has cannot be printed; one from another face looks different."""
    for page in pages:
        for char, element, at, more in _few_of_each(page.missing):
            text = message("No face has “{char}” (U+{code}).", char=char, code=f"{ord(char):04X}")
            yield Finding("font.missing", Severity.ERROR, _and_more(text, more), page.page, element, at=at)
        for char, element, at, more in _few_of_each(page.fallback):
            text = message("“{char}” comes from a fallback face.", char=char)
            yield Finding("font.fallback", Severity.INFO, _and_more(text, more), page.page, element, at=at)


_LISTED = 20
"""Places of one character in one element that are listed one by one."""


def _few_of_each(found: Sequence[tuple[str, str, int]]) -> Iterator[tuple[str, str, int, int]]:
    """Yield characters with element and place, and how many more of the same there are in the element behind it."""
    counts = Counter((char, element) for char, element, _ in found)
    seen: Counter[tuple[str, str]] = Counter()
    for char, element, at in found:
        seen[char, element] += 1
        if seen[char, element] <= _LISTED:
            more = counts[char, element] - _LISTED if seen[char, element] == _LISTED else 0
            yield char, element, at, max(0, more)


def _and_more(text: Message, count: int) -> Message:
    return message("{text} {count} more of them further on.", text=text, count=count) if count else text


def legible(_: Edition, pages: Sequence[ComposedPage]) -> Iterator[Finding]:
    """Furniture shrinks until it fits its strip: what becomes too small to be read is as good as lost."""
    for page in pages:
        told: set[str | None] = set()
        for run in page.display.runs():
            if run.size < LEGIBLE and run.element not in told:
                told.add(run.element)
                text = message("“{text}” stands in {size} pt, too small to be read.", text=_words(run.text),
                               size=f"{run.size:.2g}")  # fmt: skip
                yield Finding("text.small", Severity.ERROR, text, page.page, run.element, run.frame)


def suspicious(edition: Edition, _: Sequence[ComposedPage]) -> Iterator[Finding]:
    """Marks that were probably lost on the way are left alone and shown."""
    for story in edition.stories:
        parts = sorted((part, element.id) for element in story.elements for part in element.ranges)
        for suspicion in story.suspicions:
            before = bisect_right(parts, suspicion.at, key=lambda one: one[0].start)
            owner = parts[before - 1][1] if before and suspicion.at < parts[before - 1][0].end else None
            yield Finding("text.suspicious", Severity.WARNING, suspicion.why, element=owner, at=suspicion.at)


def unassigned(edition: Edition, _: Sequence[ComposedPage]) -> Iterator[Finding]:
    """Source characters that belong to no element are not set, so they are named."""
    for story in edition.stories:
        text = edition.source(story.source).text
        for part in story.unassigned:
            lost = "".join(text[part.range.start : part.range.end].split())
            if lost:
                found = message("“{text}” belongs to no element.", text=_words(lost))
                kinds = sorted(set(lost))
                if all(category(char) in {"Cc", "Cf"} for char in kinds):
                    codes = " ".join(f"U+{ord(char):04X}" for char in kinds)
                    template = "Invisible characters belong to no element: {count} of {codes}."
                    found = message(template, count=len(lost), codes=codes)
                yield Finding("text.unassigned", Severity.WARNING, found, at=part.range.start)


def captions(edition: Edition, _: Sequence[ComposedPage]) -> Iterator[Finding]:
    """A picture without caption and a caption without picture are both half a thing."""
    for page in edition.pages:
        filled = {frame for flow in page.flows if flow.elements for frame in flow.frames}
        for frame in page.frames:
            slot = page.slot_of(frame.id)
            if slot.kind is not SlotKind.CAPTION or slot.caption_of is None:
                continue
            picture = next((f for f in page.frames if f.slot == slot.caption_of), None)
            if picture is not None and picture.media is not None and frame.id not in filled:
                yield Finding("picture.no-caption", Severity.WARNING, message("The picture has no caption."), page.id,
                              frame=picture.id)  # fmt: skip


def bylines(edition: Edition, _: Sequence[ComposedPage]) -> Iterator[Finding]:
    """A story without byline may be right, and may be an oversight."""
    for story in edition.stories:
        has_head = bool(story.with_role(Role.HEADLINE))
        if has_head and not story.with_role(Role.BYLINE, Role.DATELINE):
            text = message("“{title}” has no byline.", title=story.title)
            yield Finding("story.no-byline", Severity.INFO, text, element=story.elements[0].id)


def continued(edition: Edition, pages: Sequence[ComposedPage]) -> Iterator[Finding]:
    """A place kept for the rest of another page's text is a hole where no rest comes."""
    for page, composed in zip(edition.pages, pages, strict=True):
        for flow in page.flows:
            carried = any(fit.carried for fit in composed.fits if fit.flow == flow)
            if flow.continues is not None and flow.frames and not carried:
                name = Named(page.slot_of(flow.frames[0]).names)
                text = message("Nothing of another page’s text goes on in “{name}”.", name=name)
                yield Finding("text.no-rest", Severity.WARNING, text, page.id, frame=flow.frames[0])


def unsaid(edition: Edition, pages: Sequence[ComposedPage]) -> Iterator[Finding]:
    """A reader must be told where a text goes on; columns too narrow for the words have no room for them."""
    words = ONWARD.partition("{")[0]
    for page, composed in zip(edition.pages, pages, strict=True):
        for flow in page.flows:
            if not flow.frames or flow.frames[0] not in composed.rests:
                continue
            added = (run for run in composed.display.runs() if run.element is None and run.frame in flow.frames)
            if not any(run.text.startswith(words) for run in added):
                text = message("The text goes on on another page, and its columns have no room for saying so.")
                yield Finding("text.no-jump-line", Severity.WARNING, text, page.id, frame=flow.frames[-1])


def covered(edition: Edition, pages: Sequence[ComposedPage]) -> Iterator[Finding]:
    """Heads that found no clear place stand on a free picture, where they are hard to read; text runs round it."""
    for page, composed in zip(edition.pages, pages, strict=True):
        columns = {frame.id: frame.columns for frame in composed.display.frames}
        for frame in composed.display.frames:
            around = page.frame(frame.id).runaround
            if not frame.free or frame.columns or (around is not None and around.contour is Contour.NONE):
                continue
            for run in composed.display.runs():
                head = not any(column.contains(run.x, run.y) for column in columns.get(run.frame, ()))
                if head and _type_box(run).intersects(frame.box.inset(_TOUCHING)):
                    text = message("“{text}” stands on a picture.", text=_words(run.text))
                    yield Finding("text.covered", Severity.ERROR, text, page.id, run.element, frame.id)
                    break


def overlapping(_: Edition, pages: Sequence[ComposedPage]) -> Iterator[Finding]:
    """Text makes room for free pictures; pictures do not."""
    for page in pages:
        pictures = [f for f in page.display.frames if f.kind in {SlotKind.PICTURE, SlotKind.ADVERT} and f.box.height]
        order = sorted(pictures, key=lambda frame: frame.free)  # as they are painted
        for number, upper in enumerate(order):
            inner = upper.box.inset(_TOUCHING)
            if upper.free and any(inner.intersects(lower.box) for lower in order[:number]):
                text = message("This picture covers another.")
                yield Finding("picture.covers", Severity.WARNING, text, page.page, frame=upper.id)


CHECKS: tuple[Check, ...] = (
    unplaced,
    overset,
    placed_twice,
    characters,
    legible,
    suspicious,
    unassigned,
    remedies,
    lead_head,
    short,
    continued,
    unsaid,
    covered,
    overlapping,
    lost_pictures,
    further_pages,
    captions,
    empty_slots,
    bylines,
)


def find_all(edition: Edition, pages: Sequence[ComposedPage]) -> tuple[Finding, ...]:
    """Return the findings of all checks, in the checks' order; ``pages`` are the edition's, composed, in order."""
    return tuple(finding for check in CHECKS for finding in check(edition, pages))


def _type_box(run: GlyphRun) -> Rect:
    """Return the em boxes of a run taken together."""
    left, top = run.x + min(run.dx), run.y + min(run.dy) - EM_ASCENT * run.size
    return Rect(left, top, max(run.dx) - min(run.dx) + run.size, max(run.dy) - min(run.dy) + run.size)


def _words(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 16 else plain[:15] + "…"
