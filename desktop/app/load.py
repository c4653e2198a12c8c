"""Files named on the command line become an edition with its pages composed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date  # noqa: N812 - a type
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from desktop.app.cores import compose_pages, recognise_articles
from desktop.compose import ComposedPage, Composer, new_page, propose
from desktop.errors import Message, UsageError, message
from desktop.fonts import FaceLibrary
from desktop.formats.layout_xml import find_layout
from desktop.formats.style_xml import default_style
from desktop.model.edition import Edition, Media, Page
from desktop.model.layout import Layout
from desktop.model.story import Story
from desktop.opening import Opened, is_package, new_edition, open_path, same_display


class Loaded(Struct, frozen=True):
    """An edition with its pages composed, and what is to be said about the loading."""

    edition: Edition
    pages: tuple[ComposedPage, ...]
    notes: tuple[Message, ...] = ()


class Wishes(Struct, frozen=True):
    """What the command line asks for: layout, pictures as (slot, file), date, and whether to fit copy."""

    layout: str | None = None
    pictures: tuple[tuple[str, Path], ...] = ()
    date: str = ""
    copyfit: bool = False


def edition_of_articles(files: Sequence[Path], wishes: Wishes) -> tuple[Edition, tuple[Message, ...]]:
    """Read articles, choose a layout where none is named, assign by role."""
    layout = find_layout(wishes.layout, default_style) if wishes.layout else None
    opened = new_edition(files, layout, date=_printed(wishes.date), recognised=recognise_articles)
    return opened.edition, opened.notes


def load(files: Sequence[Path], wishes: Wishes, faces: FaceLibrary) -> list[Loaded]:
    """Load what the command line names: each package for itself, all articles together as one edition."""
    articles = [file for file in files if not is_package(file)]
    loaded = [_package(file, wishes, faces) for file in files if is_package(file)]
    if articles:
        loaded.append(_composed(*edition_of_articles(articles, wishes), wishes, faces))
    return loaded


def _package(file: Path, wishes: Wishes, faces: FaceLibrary) -> Loaded:
    """Return an edition as it is composed now, with a note where that is not how it was saved."""
    opened = open_path(file)
    loaded = _composed(_changed(opened, wishes), opened.notes, wishes, faces)
    changed = bool(wishes.layout or wishes.date or wishes.pictures or wishes.copyfit)
    if changed or len(opened.displays) != len(loaded.pages):
        return loaded
    pairs = zip(opened.displays, loaded.pages, strict=True)
    if all(same_display(saved, page.display) for saved, page in pairs):
        return loaded
    template = (
        "{file} was composed otherwise when it was saved: the fonts are others, or the rules are newer. Look it over."
    )
    return replace(loaded, notes=(*loaded.notes, message(template, file=file.name)))


def _changed(opened: Opened, wishes: Wishes) -> Edition:
    """Return an opened edition with the layout and date that are wished for."""
    edition = opened.edition
    if wishes.layout:
        layout = find_layout(wishes.layout, lambda: opened.edition.style)
        edition = replace(edition, pages=tuple(_relaid(page, layout, edition) for page in edition.pages))
    if wishes.date:
        edition = replace(edition, pages=tuple(replace(p, date=_printed(wishes.date)) for p in edition.pages))
    return edition


def _relaid(page: Page, layout: Layout, edition: Edition) -> Page:
    """Return a page in another layout, with the stories that stand on it; those on no page come to the last one."""
    here = {element for flow in page.flows for element in flow.elements}
    placed = {element for other in edition.pages for flow in other.flows for element in flow.elements}
    stories: list[Story] = []
    for story in edition.stories:
        ids = {element.id for element in story.elements}
        if ids & here or (page is edition.pages[-1] and not ids & placed):
            stories.append(story)
    return replace(new_page(page.id, layout, page.number, page.date), flows=propose(layout, stories))


def _composed(edition: Edition, notes: tuple[Message, ...], wishes: Wishes, faces: FaceLibrary) -> Loaded:
    for slot, file in wishes.pictures:
        edition = _with_picture(edition, slot, file)
    if wishes.date and any(e.folio and e.folio.date for story in edition.stories for e in story.elements):
        notes = (*notes, message("The articles bring their own date; --date is not printed."))
    composer = Composer(faces)
    if wishes.copyfit:
        from desktop.app.fitting import fitted

        edition, told = fitted(edition, composer)
        notes = (*notes, *told)
    return Loaded(edition, compose_pages(edition, composer), notes)


def _with_picture(edition: Edition, slot: str, file: Path) -> Edition:
    from desktop.model.layout import SlotKind
    from desktop.model.pictureview import WHOLE
    from desktop.pictures import read_media

    kinds = {SlotKind.PICTURE, SlotKind.ADVERT}
    for page in edition.pages:
        frame = next((f for f in page.frames if f.slot == slot), None)
        if frame is not None and page.slot_of(frame.id).kind in kinds:
            media: Media = read_media(file, f"m{len(edition.media) + 1}")
            view = WHOLE if page.slot_of(frame.id).kind is SlotKind.ADVERT else frame.view
            frames = tuple(replace(f, media=media.id, view=view) if f is frame else f for f in page.frames)
            return replace(edition.replacing_page(replace(page, frames=frames)), media=(*edition.media, media))
    known = ", ".join(s.id for page in edition.pages for s in page.layout.slots() if s.kind in kinds)
    raise UsageError("The page has no picture slot “{slot}”; it has {known}.", slot=slot, known=known or "none")


def _printed(date: str) -> str:
    """Return a date as the folio prints it: 2026年3月30日 星期一."""
    if not date:
        return ""
    try:
        day = Date.fromisoformat(date)
    except ValueError:
        raise UsageError("“{date}” is no date; write it like 2026-03-30.", date=date) from None
    return f"{day.year}年{day.month}月{day.day}日 星期{'一二三四五六日'[day.weekday()]}"
