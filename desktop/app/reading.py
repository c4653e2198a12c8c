"""An edition's articles in reading order, as a tagged file tells of them to who does not see the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.model.edition import Edition, Page
from desktop.model.story import Element, Role, Story
from desktop.pdf import Part

_HEADS = {Role.HEADLINE: "H1", Role.SUBHEAD: "H2"}
_BESIDE = frozenset({Role.CAPTION, Role.CREDIT})


def reading(edition: Edition) -> tuple[Part, ...]:
    """Return a part for every article: its heads, sections, paragraphs, and its pictures with their captions."""
    shown = [figure for page in edition.pages for figure in _figures(edition, page)]
    return tuple(_article(story, shown) for story in edition.stories)


def _article(story: Story, figures: Sequence[Part]) -> Part:
    own = {element.id for element in story.elements}
    mine = [figure for figure in figures if own & {element for part in figure.parts for element in part.elements}]
    captions = {element for figure in mine for part in figure.parts for element in part.elements}
    running = [e for e in story.elements if e.id not in captions and e.role is not Role.FOLIO]
    opening = [e for e in running if e.section is None and e.role is not Role.SUBHEAD]
    sections = [_section(head, running) for head in running if head.role is Role.SUBHEAD]
    return Part("Art", title=story.title, parts=(*_paragraphs(opening), *sections, *mine))


def _section(head: Element, running: Sequence[Element]) -> Part:
    under = [e for e in running if e.section == head.id and e.id != head.id]
    return Part("Sect", title=" ".join(head.text.split()), parts=(*_paragraphs([head]), *_paragraphs(under)))


def _paragraphs(elements: Sequence[Element]) -> Iterator[Part]:
    """Yield a part for every paragraph; what runs on in the same one belongs to it."""
    ids: list[str] = []
    kind = "P"
    for element in elements:
        if ids and not element.run_in:
            yield Part(kind, elements=tuple(ids))
            ids = []
        kind = kind if ids else _HEADS.get(element.role, "P")
        ids.append(element.id)
    if ids:
        yield Part(kind, elements=tuple(ids))


def _figures(edition: Edition, page: Page) -> Iterator[Part]:
    """Yield the pictures of a page with their captions, whose words stand for what is seen."""
    names = {media.id: media.name for media in edition.media}
    texts = {e.id: e for story in edition.stories for e in story.elements}
    for frame in page.frames:
        if frame.media is None:
            continue
        captions = [f.id for f in page.frames if page.slot_of(f.id).caption_of == frame.slot]
        flows = [flow for flow in page.flows if set(flow.frames) & set(captions)]
        words = [e for flow in flows for e in flow.elements if e in texts and texts[e].role in _BESIDE]
        alt = " ".join("".join(texts[e].text.split()) for e in words) or names.get(frame.media, "")
        below = (Part("Caption", elements=tuple(words)),) if words else ()
        yield Part("Figure", media=frame.media, alt=alt, parts=below)
