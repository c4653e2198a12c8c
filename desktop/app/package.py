"""Saving an edition with the pages as they were composed and the faces they were composed with."""

from __future__ import annotations

from pathlib import Path

from desktop.app.load import Loaded
from desktop.fonts import FaceLibrary
from desktop.formats.package import save_edition


def save(path: Path, loaded: Loaded, faces: FaceLibrary) -> None:
    """Write the package; TargetError when that is not possible."""
    displays = [page.display for page in loaded.pages]
    used = sorted({run.face for display in displays for run in display.runs()})
    opened = [faces.open(face) for face in used]
    save_edition(path, loaded.edition, displays, [(face.id, face.info.family, face.digest) for face in opened])
