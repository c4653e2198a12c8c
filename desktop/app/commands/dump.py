"""``banxin dump``: the composed page as JSON lines."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.app.load import Wishes, load
from desktop.app.voice import Voice
from desktop.fonts import FaceLibrary
from desktop.formats.display_json import dump_lines


def run(arguments: Namespace, voice: Voice) -> int:
    """Print every page, its page line first."""
    wishes = Wishes(layout=arguments.layout, copyfit=arguments.copyfit)
    for loaded in load([Path(name) for name in arguments.files], wishes, FaceLibrary()):
        for note in loaded.notes:
            voice.tell(note)
        names = {media.id: media.name for media in loaded.edition.media}
        for page in loaded.pages:
            for line in dump_lines(page.display, names):
                voice.result(line)
    return 0
