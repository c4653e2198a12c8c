"""Copies for recovery: one folder per open edition, which its lock shows to be in use.

recovery/NAME/edition.banxin   the edition as last autosaved
recovery/NAME/about.json       where it belongs, and when it was written
recovery/NAME/lock             locked as long as the program that writes the copy runs
"""

from __future__ import annotations

import json
import shutil
import uuid
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from desktop.errors import TargetError
from desktop.formats.package import open_edition, save_edition
from desktop.model.edition import Edition
from desktop.opening import Opened
from desktop.replacing import replace_file
from desktop.session.filelock import FileLock, lock_file

PACKAGE_NAME = "edition.banxin"
ABOUT, LOCK = "about.json", "lock"


class Recovery(Struct, frozen=True):
    """A copy that a run left behind without saving: of which file (None: never saved) and from when."""

    folder: Path
    original: Path | None
    name: str
    at: datetime


class RecoveryCopy:
    """The copy of one open edition."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock: FileLock | None = None

    @classmethod
    def fresh(cls, parent: Path) -> RecoveryCopy:
        """Return a copy in a folder of its own; nothing is made before it is written."""
        return cls(parent / uuid.uuid4().hex[:12])

    def hold(self) -> None:
        """Make the folder and show that it is in use.

        Raises:
            TargetError: The folder cannot be made, or another program has it.
        """
        if self._lock is not None:
            return
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            why = error.strerror or str(error)
            template = "No copy for recovery can be kept in {folder}: {why}. Save your work."
            raise TargetError(template, folder=str(self.folder.parent), why=why) from error
        with suppress(OSError):  # where files cannot be locked (some network drives) the copy is kept all the same
            self._lock = lock_file(self.folder / LOCK)
            if self._lock is None:
                raise TargetError("Another window has this copy open already.")

    def write(self, edition: Edition, original: Path | None, at: datetime) -> None:
        """Write an edition into the copy.

        Raises:
            TargetError: It cannot be written; the copy is as it was.
        """
        self.hold()
        about = {"original": str(original) if original else None, "name": edition.name, "at": at.isoformat()}
        save_edition(self.folder / PACKAGE_NAME, edition, (), ())
        replace_file(self.folder / ABOUT, lambda file: _put(file, json.dumps(about).encode()))

    def remove(self) -> None:
        """Remove the copy; what cannot be removed is left for the next start to offer."""
        self.release()
        shutil.rmtree(self.folder, ignore_errors=True)

    def release(self) -> None:
        """No longer show the copy to be in use."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def _put(file: BinaryIO, data: bytes) -> None:
    file.write(data)


def recoverable(parent: Path) -> tuple[Recovery, ...]:
    """Return the copies that earlier runs left behind, the newest first; those of running programs are not listed."""
    found = []
    with suppress(OSError):
        for folder in sorted(parent.iterdir()):
            recovery = _read(folder)
            if recovery is not None and not _in_use(folder):
                found.append(recovery)
    return tuple(sorted(found, key=lambda recovery: recovery.at, reverse=True))


def _read(folder: Path) -> Recovery | None:
    """Return what a copy's folder says; None where it holds no whole copy."""
    if not (folder / PACKAGE_NAME).is_file():
        return None
    try:
        about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        original = Path(about["original"]) if about["original"] else None
        return Recovery(folder, original, str(about["name"]), datetime.fromisoformat(about["at"]).astimezone())
    except (OSError, ValueError, KeyError, TypeError):
        # The program ended between the package and this note: the work is there, so it is offered.
        at = datetime.fromtimestamp((folder / PACKAGE_NAME).stat().st_mtime).astimezone()
        return Recovery(folder, None, "", at)


def _in_use(folder: Path) -> bool:
    try:
        lock = lock_file(folder / LOCK)
    except OSError:
        return False
    if lock is None:
        return True
    lock.release()
    return False


def open_recovery(recovery: Recovery) -> Opened:
    """Return the edition of a copy; it belongs to the file that it was open from.

    Raises:
        PackageError: The copy is damaged.
    """
    opened = open_edition(recovery.folder / PACKAGE_NAME)
    return Opened(opened.edition, recovery.original, notes=opened.notes)


def discard_recovery(recovery: Recovery) -> None:
    """Remove a copy for good."""
    shutil.rmtree(recovery.folder, ignore_errors=True)
