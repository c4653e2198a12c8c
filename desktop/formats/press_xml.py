"""Press presets ↔ resources/press/NAME.xml."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from desktop.errors import UsageError
from desktop.formats.xml import Document, Node, own_file, read_document, read_file
from desktop.locator import resource
from desktop.model.press import Mark, OutputCondition, PressPreset, Standard

_SIGNATURE, _SPACE = slice(36, 40), slice(16, 20)  # of an ICC profile's header: ICC.1:2010, 7.2


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
    build = partial(_press, folder=path.parent)
    return read_document(data, path.name, "press", UsageError, build, own=own_file(path))


def _press(document: Document, folder: Path) -> PressPreset:
    root = document.root
    preset = PressPreset(
        id=document.word(root, "id"),
        names=tuple((document.word(node, "lang"), node.text) for node in root.all("name")),
        least_dpi=document.number(root, "least-dpi", 0),
        placeholders=document.word(root, "placeholders") == "yes",
        standard=document.choice(root, "standard", Standard, "standard", Standard.PLAIN),
        bleed=document.length(root, "bleed") if "bleed" in root.attributes else 0.0,
        marks=frozenset(document.member(root, "marks", word, Mark, "mark") for word in _words(root, "marks")),
        condition=next((_condition(document, node, folder) for node in root.all("condition")), None),
        rendering="relative" if root.attributes.get("rendering") == "relative" else "perceptual",
        ink_limit=document.number(root, "ink-limit", 0),
        most_dpi=document.number(root, "most-dpi", 0),
    )
    if preset.standard is not Standard.PLAIN and preset.condition is None:
        raise document.fault(root, "standard=“{word}” needs a <condition>: ink and paper.", word=preset.standard)
    return preset


def _words(node: Node, name: str) -> list[str]:
    return node.attributes.get(name, "").split()


def _condition(document: Document, node: Node, folder: Path) -> OutputCondition:
    """Read the condition; its profile is one that lies beside the preset, or one of the product's."""
    name = Path(document.word(node, "profile")).name
    beside = folder / name
    path = beside if beside.is_file() else resource("profiles", name)
    profile = read_file(path, UsageError)
    if profile[_SIGNATURE] != b"acsp" or profile[_SPACE] != b"CMYK":
        raise UsageError("“{name}” is no ICC profile of four inks.", name=name)
    return OutputCondition(document.word(node, "identifier"), node.text, profile)
