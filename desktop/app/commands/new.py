"""``banxin new``: articles become an edition, assigned by role, composed and saved."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.app.judge import judge
from desktop.app.load import Wishes, load
from desktop.app.voice import Voice
from desktop.errors import UsageError
from desktop.fonts import FaceLibrary
from desktop.opening import is_package


def run(arguments: Namespace, voice: Voice) -> int:
    """Save the edition; 1 when something does not fit on its page."""
    files = [Path(name) for name in arguments.files]
    if any(is_package(file) for file in files):
        raise UsageError("New editions are made of articles; to change an edition, open it in the window.")
    target = Path(arguments.output)
    if not is_package(target):
        template = "An edition's name ends in .banxin; write {name}.banxin instead of {name}."
        raise UsageError(template, name=arguments.output)
    faces = FaceLibrary()
    (loaded,) = load(files, Wishes(layout=arguments.layout, copyfit=arguments.copyfit), faces)
    for note in loaded.notes:
        voice.tell(note)
    from desktop.app.package import save

    save(target, loaded, faces)
    judgement = judge(loaded)
    for finding in judgement.findings:
        if finding.severity == "error":
            voice.tell(finding.message)
    return 0 if judgement.complete else 1
