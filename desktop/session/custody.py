"""The file of the open edition: locked against others, and known well enough to notice what others do to it."""

from __future__ import annotations

import hashlib
import os
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from desktop.replacing import sweep
from desktop.session.events import Event, FileChanged
from desktop.session.lockfile import Holder, PackageLock, myself, take_lock
from desktop.session.session import Session


class Stamp(Struct, frozen=True):
    """What a file was like: when it was written (nanoseconds), its bytes, and their SHA-256."""

    written: int
    size: int
    digest: str


class Change(StrEnum):
    """What another program did to the file."""

    WRITTEN = "written"
    GONE = "gone"


class Noticed(Struct, frozen=True):
    """A change of the file, and what it is like now."""

    change: Change
    stamp: Stamp | None = None


class Claim(Struct, frozen=True):
    """What came of wanting a file: its lock, or who holds that; neither where no lock can be kept.

    ``stamp`` is what the file was like then, before it was read; None: it is not there.
    """

    path: Path
    lock: PackageLock | None
    holder: Holder | None
    stamp: Stamp | None


class Custody:
    """Keeps the lock of the open edition's file, and knows what the file was like when it was last read or written.

    Args:
        session: whose file it is; the lock goes when the edition belongs to another file.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._claim: Claim | None = None
        self._told: Noticed | None = None
        self.read_only = False
        session.subscribe(self._hear)

    @property
    def host(self) -> str:
        """This computer's name."""
        return myself().host

    @property
    def path(self) -> Path | None:
        """The file in custody."""
        return self._claim.path if self._claim else None

    @property
    def holder(self) -> Holder | None:
        """Who else has the file, while it is open for reading only."""
        return self._claim.holder if self._claim else None

    @property
    def locked(self) -> bool:
        """Whether others are told that the file is open here."""
        return bool(self._claim and self._claim.lock)

    def claim(self, path: Path, *, forced: bool = False) -> Claim:
        """Want a file: lock it if that can be. It is in custody once ``adopt`` is called, else to be given ``back``."""
        held = self._claim
        if held is not None and held.lock is not None and held.path.absolute() == path.absolute():
            if held.lock.taken_by() is None:
                return Claim(path, held.lock, None, stamp_of(path))
            held.lock.release()
            self._claim = Claim(held.path, None, None, held.stamp)
        found = take_lock(path, myself(), forced=forced)
        lock = found if isinstance(found, PackageLock) else None
        return Claim(path, lock, found if isinstance(found, Holder) else None, stamp_of(path))

    def back(self, claim: Claim) -> None:
        """Give a claim back that is not needed."""
        if claim.lock is not None and (self._claim is None or claim.lock is not self._claim.lock):
            claim.lock.release()

    def adopt(self, claim: Claim, *, read_only: bool = False) -> None:
        """Take a file into custody in place of the one before."""
        before, self._claim = self._claim, claim
        self._told, self.read_only = None, read_only
        if before is not None and before.lock is not None and before.lock is not claim.lock:
            before.lock.release()
        if claim.lock is not None:
            sweep(claim.path)

    def written(self, claim: Claim) -> None:
        """Take a file into custody as it is now, just written."""
        self.adopt(Claim(claim.path, claim.lock, None, stamp_of(claim.path)))

    def release(self) -> None:
        """Give the file free."""
        claim, self._claim = self._claim, None
        self._told, self.read_only = None, False
        if claim is not None and claim.lock is not None:
            claim.lock.release()

    def taken_by(self) -> Holder | None:
        """Return who took the lock over, from another computer."""
        return self._claim.lock.taken_by() if self._claim and self._claim.lock else None

    def changed(self, *, thorough: bool = False) -> Noticed | None:
        """Return what another program did to the file since it was last read or written here.

        Args:
            thorough: compare the bytes though time and size are the same: clocks of shared folders are coarse.
        """
        claim = self._claim
        if claim is None or claim.stamp is None:
            return None
        try:
            state = claim.path.stat()
        except FileNotFoundError:
            return Noticed(Change.GONE)
        except OSError:
            return None  # a drive that does not answer; saving will say so
        if not thorough and (state.st_mtime_ns, state.st_size) == (claim.stamp.written, claim.stamp.size):
            return None
        now = stamp_of(claim.path)
        if now is None:
            return Noticed(Change.GONE)
        if now.digest != claim.stamp.digest:
            return Noticed(Change.WRITTEN, now)
        self._claim = Claim(claim.path, claim.lock, claim.holder, now)
        return None

    def news(self) -> Noticed | None:
        """Return what another program did to the file, if that was not told yet."""
        noticed = self.changed()
        if noticed == self._told:
            return None
        self._told = noticed
        return noticed

    def _hear(self, event: Event) -> None:
        if isinstance(event, FileChanged) and self._claim is not None and event.path != self._claim.path:
            self.release()


def stamp_of(path: Path) -> Stamp | None:
    """Return what a file is like; None where it is not there or cannot be read."""
    try:
        with path.open("rb") as file:
            state = os.fstat(file.fileno())  # before it is read: what is written meanwhile is noticed later
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
    return Stamp(state.st_mtime_ns, state.st_size, digest)
