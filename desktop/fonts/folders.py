"""Where each platform keeps its fonts, the user's own folders first; a folder named here need not exist."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def font_folders() -> tuple[Path, ...]:
    """Return this platform's font folders."""
    if sys.platform == "win32":
        return windows_folders(os.environ, Path.home())
    if sys.platform == "darwin":
        return macos_folders(Path.home())
    return linux_folders(os.environ, Path.home())


def linux_folders(environment: Mapping[str, str], home: Path) -> tuple[Path, ...]:
    """Return the folders of the XDG Base Directory Specification, then X11's old place in the home folder."""
    own = environment.get("XDG_DATA_HOME") or str(home / ".local" / "share")
    shared = environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    # Relative entries are to be ignored, says the specification.
    roots = [Path(root) for root in (own, *shared.split(":")) if root.startswith("/")]
    return tuple(dict.fromkeys((*(root / "fonts" for root in roots), home / ".fonts")))


def macos_folders(home: Path) -> tuple[Path, ...]:
    """Return the user's, the computer's and the system's folders, and that of fonts macOS fetched on demand."""
    return (
        home / "Library" / "Fonts",
        Path("/Library/Fonts"),
        Path("/System/Library/Fonts"),
        Path("/System/Library/AssetsV2"),
    )


def windows_folders(environment: Mapping[str, str], home: Path) -> tuple[Path, ...]:
    """Return the folder of fonts installed for one user (since Windows 10 1809), then that for all."""
    local = environment.get("LOCALAPPDATA")
    own = Path(local) if local else home / "AppData" / "Local"
    windows = Path(environment.get("SYSTEMROOT") or environment.get("WINDIR") or "C:\\Windows")
    return (own / "Microsoft" / "Windows" / "Fonts", windows / "Fonts")
