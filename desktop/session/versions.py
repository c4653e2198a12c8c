"""Two versions of an edition beside each other: how they differ, and the one that a save put aside."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from desktop.errors import PackageError
from desktop.formats.package import open_edition
from desktop.model.edition import Edition
from desktop.model.settext import set_texts
from desktop.replacing import BACKUP


class Version(Struct, frozen=True):
    """An edition as it was at a time."""

    edition: Edition
    at: datetime


class Difference(Struct, frozen=True):
    """How an edition differs from an earlier one.

    ``characters``: more of them (fewer, below 0) on the pages, white space not counted; ``elements``: so many are
    there in one only, or have another text, role or place; ``pages``: the places, counted from 0, of those that differ.
    """

    characters: int = 0
    elements: int = 0
    pages: tuple[int, ...] = ()


class _Standing(Struct, frozen=True):
    """What is compared of an element: its text as set, its role, the pages and frames it stands in."""

    text: str
    role: str
    places: tuple[tuple[int, tuple[str, ...]], ...]

    @property
    def placed(self) -> int:
        return sum(not char.isspace() for char in self.text) if self.places else 0


def difference(old: Edition, new: Edition) -> Difference:
    """Return how an edition differs from an earlier one."""
    before, after = _standings(old), _standings(new)
    other = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    touched = {
        at for standings in (before, after) for key in other & standings.keys() for at, _ in standings[key].places
    }
    all_pages = range(max(len(old.pages), len(new.pages)))
    alike = _dressed(old) == _dressed(new)
    pages = (at for at in all_pages if not alike or at in touched or old.pages[at : at + 1] != new.pages[at : at + 1])
    more = sum(s.placed for s in after.values()) - sum(s.placed for s in before.values())
    return Difference(more, len(other), tuple(pages))


def _standings(edition: Edition) -> Mapping[tuple[str, str], _Standing]:
    places: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for at, page in enumerate(edition.pages):
        for flow in page.flows:
            for standing in flow.elements:
                places.setdefault(standing, []).append((at, flow.frames))
    found = {}
    for story in edition.stories:
        texts = set_texts(story)
        for element in story.elements:
            text = texts[element.id].text
            found[story.id, element.id] = _Standing(text, element.role, tuple(places.get(element.id, ())))
    return found


def previous_version(path: Path) -> Version | None:
    """Return the version of a package that its last save put aside; None where there is none.

    Raises:
        PackageError: It is damaged.
    """
    backup = path.with_name(path.name + BACKUP)
    if not backup.is_file():
        return None
    return Version(open_edition(backup).edition, written_at(backup))


def written_at(path: Path) -> datetime:
    """Return when a file was last written.

    Raises:
        PackageError: It is not there.
    """
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError as error:
        raise PackageError("There is no file {file}.", file=str(path)) from error


def _dressed(edition: Edition) -> tuple[object, ...]:
    """Return what the looks of all pages depend on."""
    return edition.style, edition.phrases, edition.choices, edition.emphases
