"""Files of the cache, written whole or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def write_whole(target: Path, content: bytes) -> None:
    """Replace a file by way of a temporary one beside it, so that no other process reads half of it.

    Raises:
        OSError: the folder cannot be written.
    """
    import tempfile  # slow to load, and most runs write no cache

    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.name, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(name).replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
