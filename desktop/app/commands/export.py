"""``banxin export``: pages as PDF."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from desktop.app.cores import beside
from desktop.app.judge import Judgement, judge
from desktop.app.load import Loaded, Wishes, load
from desktop.app.press import pdf_of, pressed
from desktop.app.voice import Voice
from desktop.errors import TargetError, UsageError, message
from desktop.fonts import FaceLibrary
from desktop.model.press import PressPreset
from desktop.pdf import source_date
from desktop.preflight import press_findings
from desktop.replacing import write_file


def run(arguments: Namespace, voice: Voice) -> int:
    """Write the PDF or PDFs; 1 when something is overset, unplaced or placed twice, or a press would refuse it."""
    press = _press(arguments.press)
    source_date()
    files = [Path(name) for name in arguments.files]
    pictures = tuple(_picture(word) for word in arguments.picture)
    wishes = Wishes(arguments.layout, pictures, arguments.date or "", arguments.copyfit)
    faces = FaceLibrary()
    loaded = load(files, wishes, faces)
    targets = _targets(arguments.output, loaded)
    complete = True
    for edition, target in zip(loaded, targets, strict=True):
        for note in edition.notes:
            voice.tell(note)
        judged = beside(partial(judge, edition), len(edition.pages))
        write_file(target, _pdf(edition, faces, press, proof=arguments.proof))
        complete &= _report(edition, judged(), target, voice, press)
    return 0 if complete else 1


def _press(name: str | None) -> PressPreset | None:
    if name is None:
        return None
    from desktop.formats.press_xml import find_press

    return find_press(name)


def _pdf(loaded: Loaded, faces: FaceLibrary, press: PressPreset | None, *, proof: bool) -> bytes:
    if press is not None:
        return pressed(loaded, faces, press)
    if not proof:
        return pdf_of(loaded, faces)
    from desktop.app.proof import with_banner

    return pdf_of(loaded, faces, [with_banner(loaded.edition, page.display, faces) for page in loaded.pages])


def _report(loaded: Loaded, judgement: Judgement, target: Path, voice: Voice, press: PressPreset | None) -> bool:
    """Say what was written, what of the articles is not on it, and what the press demands and it lacks."""
    errors = [finding for finding in judgement.findings if finding.severity == "error"]
    if press is not None:
        errors += press_findings(loaded.edition, loaded.pages, press)
    for finding in errors:
        voice.tell(finding.message)
    voice.tell(message("{path}: {placed} characters placed.", path=target, placed=judgement.counts["placed"]))
    return not errors


def _picture(word: str) -> tuple[str, Path]:
    slot, equals, file = word.partition("=")
    if not (slot and equals and file):
        raise UsageError("Write --picture SLOT=FILE, not “{word}”.", word=word)
    return slot, Path(file)


def _targets(output: str, loaded: Sequence[Loaded]) -> list[Path]:
    """Return a file per edition: the one named, or one in the folder named."""
    path = Path(output)
    folder = output.endswith(("/", "\\"))
    with suppress(OSError):  # a name too long for a folder is said when the file is written
        folder = folder or path.is_dir()
    if not folder and len(loaded) > 1:
        raise UsageError("Several editions need a folder to go to; “{path}” is none.", path=output)
    if not folder:
        return [path]
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise TargetError("The folder “{path}” cannot be made: {why}.", path=path, why=problem.strerror) from problem
    names = _distinct([edition.edition.name or "page" for edition in loaded])
    return [path / f"{name}.pdf" for name in names]


def _distinct(names: Sequence[str]) -> list[str]:
    """Number names that occur again, so that no file replaces another of the same run."""
    taken: set[str] = set()
    result: list[str] = []
    for name in names:
        candidate, number = name, 2
        while candidate in taken:
            candidate, number = f"{name}-{number}", number + 1
        taken.add(candidate)
        result.append(candidate)
    return result
