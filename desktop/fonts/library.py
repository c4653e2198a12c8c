"""The faces at hand, by id: the bundled ones first, then the system's."""

from __future__ import annotations

import threading
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.errors import FontError
from desktop.fonts.describe import describe
from desktop.fonts.face import Face, map_file
from desktop.fonts.folders import font_folders
from desktop.fonts.index import FontIndex, scan
from desktop.fonts.static import static_blob
from desktop.locator import resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.fonts.info import BrokenFont, FaceInfo


class FaceLibrary:
    """Opens faces and keeps them open; one library per session, shared by its threads.

    Args:
        bundled: folder of the product's own faces; left out, the one that comes with it.
        system_folders: where the system's fonts lie; left out, the platform's folders.
        cache: folder for the index of system fonts and for faces taken out of collections or variable fonts;
            left out, the user's cache folder of the platform.
    """

    def __init__(
        self,
        bundled: Path | None = None,
        system_folders: Sequence[Path] | None = None,
        cache: Path | None = None,
    ) -> None:
        self._bundled_folder = bundled
        self._system_folders = system_folders
        self._cache_folder = cache
        self._open: dict[str, Face] = {}
        self._lock = threading.RLock()

    def open(self, face_id: str) -> Face:
        """Return the face with this id, opened once.

        Raises:
            FontError: there is none, or its file cannot be read.
        """
        with self._lock:
            face = self._open.get(face_id)
            if face is None:
                face = self._open[face_id] = self._load(face_id)
            return face

    def bundled(self) -> tuple[FaceInfo, ...]:
        """Return the faces that come with the product."""
        return tuple(self._bundled.values())

    def system(self) -> tuple[FaceInfo, ...]:
        """Return the system's faces; the first call looks through the font folders."""
        return self._index.faces

    def broken(self) -> tuple[BrokenFont, ...]:
        """Return the system's font files that were passed over."""
        return self._index.broken

    def _load(self, face_id: str) -> Face:
        info = self._bundled.get(face_id) or self._system.get(face_id)
        if info is None:
            raise FontError("There is no face “{face}”: install its font, or give the role another face.", face=face_id)
        return Face(info, static_blob(info, self._cache))

    @cached_property
    def _cache(self) -> Path:
        if self._cache_folder is not None:
            return self._cache_folder
        from platformdirs import user_cache_path

        return user_cache_path("banxin", appauthor=False) / "fonts"

    @cached_property
    def _bundled(self) -> dict[str, FaceInfo]:
        folder = self._bundled_folder if self._bundled_folder is not None else resource("fonts")
        files = sorted((*folder.glob("*.otf"), *folder.glob("*.ttf")))
        return {path.stem: describe(path, map_file(path), face_id=path.stem)[0] for path in files}

    @cached_property
    def _index(self) -> FontIndex:
        with self._lock:
            folders = self._system_folders if self._system_folders is not None else font_folders()
            return scan(folders, self._cache / "index.json")

    @cached_property
    def _system(self) -> dict[str, FaceInfo]:
        return {info.id: info for info in self._index.faces}
