"""Copies for recovery: one folder per open edition, which its lock shows to be in use.

recovery/NAME/parts/SHA256    the parts of the edition's package, each written once under its digest
recovery/NAME/index.json      which parts make the edition, where it belongs, when it was, steps since the last save
recovery/NAME/before.json     the index before that one
recovery/NAME/lock            locked as long as the program that writes the copy runs

A part is written whole before an index names it, and an index is replaced whole. Whenever a program ends, one of the
two indexes names parts that are all there; a picture of many megabytes is written once and not with every step.
"""

from __future__ import annotations

import json
import shutil
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from desktop.errors import PackageError, TargetError
from desktop.formats.kept import Written
from desktop.formats.package import edition_from_parts, package_parts
from desktop.model.edition import Edition
from desktop.opening import Opened
from desktop.replacing import write_file
from desktop.session.filelock import FileLock, lock_file

INDEX, BEFORE, PARTS, LOCK = "index.json", "before.json", "parts", "lock"
_DAY = 86_400


class Recovery(Struct, frozen=True):
    """A copy that a run left behind without saving: of which file (None: never saved), from when, how far on."""

    folder: Path
    original: Path | None
    name: str
    at: datetime
    steps: int = 0


class Kept(Struct, frozen=True):
    """What is kept: an edition, the file it belongs to, when it was like this, and how many steps it is past that."""

    edition: Edition
    original: Path | None
    at: datetime
    steps: int = 0


class RecoveryCopy:
    """The copy of one open edition; written by one thread."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock: FileLock | None = None
        self._written = Written()
        self._there: set[str] = set()

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
            (self.folder / PARTS).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            why = error.strerror or str(error)
            template = "No copy for recovery can be kept in {folder}: {why}. Save your work."
            raise TargetError(template, folder=str(self.folder.parent), why=why) from error
        with suppress(OSError):  # where files cannot be locked (some network drives) the copy is kept all the same
            self._lock = lock_file(self.folder / LOCK)
            if self._lock is None:
                raise TargetError("Another window has this copy open already.")

    def write(self, kept: Kept) -> None:
        """Write an edition into the copy.

        Raises:
            TargetError: It cannot be written; the copy is as it was.
        """
        self.hold()
        parts = package_parts(kept.edition, (), (), self._written)
        digests = {name: self._written.digest(data) for name, data in parts.items()}
        for name, digest in digests.items():
            if digest not in self._there:
                write_file(self.folder / PARTS / digest, parts[name])
                self._there.add(digest)
        self._point_to(kept, digests)
        self._tidy()

    def _point_to(self, kept: Kept, digests: Mapping[str, str]) -> None:
        says = {
            "original": str(kept.original) if kept.original else None,
            "name": kept.edition.name,
            "at": kept.at.isoformat(),
            "steps": kept.steps,
            "parts": digests,
        }
        index = self.folder / INDEX
        with suppress(FileNotFoundError):
            index.replace(self.folder / BEFORE)
        write_file(index, json.dumps(says).encode("utf-8", "surrogatepass"))

    def _tidy(self) -> None:
        """Remove parts that no index names any more."""
        named = {digest for _, parts in _indexes(self.folder) for digest in parts.values()}
        for digest in self._there - named:
            with suppress(OSError):
                (self.folder / PARTS / digest).unlink()
        self._there &= named

    def remove(self) -> None:
        """Remove the copy; what cannot be removed is left for the next start to offer."""
        self.release()
        discard(self.folder)

    def release(self) -> None:
        """No longer show the copy to be in use."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def recoverable(parent: Path) -> tuple[Recovery, ...]:
    """Return the copies that earlier runs left behind, the newest first; those of running programs are not listed."""
    found = []
    with suppress(OSError):
        for folder in sorted(parent.iterdir()):
            recovery = next((recovery for recovery, _ in _indexes(folder)), None)
            if recovery is not None and not _in_use(folder):
                found.append(recovery)
            elif recovery is None and _forgotten(folder):
                shutil.rmtree(folder, ignore_errors=True)
    return tuple(sorted(found, key=lambda recovery: recovery.at, reverse=True))


def _indexes(folder: Path) -> Iterator[tuple[Recovery, Mapping[str, str]]]:
    """Yield what the indexes of a copy say, the newest first; those that are no whole index are passed over."""
    for name in (INDEX, BEFORE):
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            said = json.loads((folder / name).read_bytes().decode("utf-8", "surrogatepass"))
            original = Path(said["original"]) if said["original"] else None
            at = datetime.fromisoformat(said["at"]).astimezone()
            parts = {str(part): str(digest) for part, digest in said["parts"].items()}
            yield Recovery(folder, original, str(said["name"]), at, int(said["steps"])), parts


def _forgotten(folder: Path) -> bool:
    """Whether a run ended in the middle of its first copy, or of removing one, and long ago."""
    with suppress(OSError):
        return time.time() - folder.stat().st_mtime > _DAY and not _in_use(folder)
    return False


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
    problem: PackageError | None = None
    for found, names in _indexes(recovery.folder):
        try:
            opened = edition_from_parts(_parts(recovery.folder, names), found.name)
        except PackageError as error:
            problem = problem or error
        else:
            return Opened(opened.edition, recovery.original, notes=opened.notes)
    raise problem or PackageError("The copy for recovery of “{name}” is not there any more.", name=recovery.name)


def _parts(folder: Path, names: Mapping[str, str]) -> dict[str, bytes]:
    """Return the parts that an index names; one that is missing or not what its digest says is left out."""
    parts = {}
    for name, digest in names.items():
        with suppress(OSError):
            data = (folder / PARTS / digest).read_bytes()
            if sha256(data).hexdigest() == digest:
                parts[name] = data
    return parts


def discard(folder: Path) -> None:
    """Remove a copy for good: first what makes it one, so that no half of it is ever offered."""
    for name in (BEFORE, INDEX):  # the newer one last: an older edition in its place would be a step back
        with suppress(OSError):
            (folder / name).unlink()
    shutil.rmtree(folder, ignore_errors=True)


def discard_recovery(recovery: Recovery) -> None:
    """Remove a copy for good."""
    discard(recovery.folder)
