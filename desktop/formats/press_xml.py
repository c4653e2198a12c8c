"""Press presets ↔ resources/press/NAME.xml."""

from __future__ import annotations

from pathlib import Path

from desktop.errors import UsageError
from desktop.formats.xml import Document, own_file, read_document, read_file
from desktop.locator import resource
from desktop.model.press import PressPreset


def press_ids() -> tuple[str, ...]:
    """Return the names of the presets that come with the product."""
    return tuple(sorted(path.stem for path in resource("press").glob("*.xml")))


def find_press(name_or_path: str) -> PressPreset:
    """Return a preset by its name, or from a house's own file.

    Raises:
        UsageError: There is no such preset, or the file is none; says which there are.
    """
    path = Path(name_or_path)
    if path.suffix != ".xml":
        if name_or_path not in press_ids():
            template = "There is no press preset “{name}”; there is {known}."
            raise UsageError(template, name=name_or_path, known=", ".join(press_ids()))
        path = resource("press", f"{name_or_path}.xml")
    data = read_file(path, UsageError)
    return read_document(data, path.name, "press", UsageError, _press, own=own_file(path))


def _press(document: Document) -> PressPreset:
    root = document.root
    return PressPreset(
        id=document.word(root, "id"),
        names=tuple((document.word(node, "lang"), node.text) for node in root.all("name")),
        least_dpi=document.number(root, "least-dpi", 0),
        placeholders=document.word(root, "placeholders") == "yes",
    )
