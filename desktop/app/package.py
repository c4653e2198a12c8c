"""Saving an edition with the pages as they were composed and the faces they were composed with."""

from __future__ import annotations

from pathlib import Path

from desktop.app.load import Loaded
from desktop.fonts import FaceLibrary
from desktop.formats.package import save_edition
from desktop.opening import fonts_used


def save(path: Path, loaded: Loaded, faces: FaceLibrary) -> None:
    """Write the package; TargetError when that is not possible."""
    displays = [page.display for page in loaded.pages]
    save_edition(path, loaded.edition, displays, fonts_used(displays, faces))
