"""The lock beside a package that is open: ``.~lock.NAME.banxin#``, so that a second person is told who has it.

It says who holds it, on which computer and since when, as JSON. Its holder also keeps the operating system's lock on
it, which ends with the process: on the same computer a lock that nobody keeps is taken over without a word. What
another computer left behind cannot be told from what it holds, so that is only taken over when somebody wants it.
"""

from __future__ import annotations

import getpass
import json
import os
import socket
import uuid
from contextlib import suppress
from datetime import datetime
from importlib import import_module
from pathlib import Path

from msgspec import Struct

from desktop.session.filelock import FileLock, lock_file


class Holder(Struct, frozen=True):
    """Who has a package open: a person's name, the computer, since when; ``token`` is of this one holding."""

    name: str
    host: str
    since: datetime
    token: str


def myself() -> Holder:
    """Return the person at this computer, holding something from now on."""
    return Holder(_my_name(), socket.gethostname(), datetime.now().astimezone(), uuid.uuid4().hex)


def _my_name() -> str:
    """Return the person's full name where the system knows it, else the name of the account."""
    try:
        account = getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"
    with suppress(ImportError, KeyError, AttributeError):
        full = str(import_module("pwd").getpwnam(account).pw_gecos).split(",")[0].strip()
        return full or account
    return account


def lock_path(package: Path) -> Path:
    """Return where the lock of a package lies."""
    return package.with_name(f".~lock.{package.name}#")


class PackageLock:
    """A lock that this process holds until ``release``."""

    def __init__(self, path: Path, holder: Holder, file: FileLock | None) -> None:
        self.path, self.holder, self._file = path, holder, file

    def taken_by(self) -> Holder | None:
        """Return who took it over meanwhile, from another computer; None while it is ours."""
        now = read_holder(self.path)
        return now if now is not None and now.token != self.holder.token else None

    def release(self) -> None:
        """Remove the lock, unless somebody took it over."""
        mine = self.taken_by() is None
        if self._file is not None and os.name == "nt":
            self._file.release()  # Windows removes no file that is open
        if mine:
            with suppress(OSError):
                self.path.unlink()
        if self._file is not None:
            self._file.release()


def take_lock(package: Path, me: Holder, *, forced: bool = False) -> PackageLock | Holder | None:
    """Take the lock of a package.

    Args:
        package: the package's file; it need not be there yet.
        me: who wants it.
        forced: take it over from another computer.

    Returns:
        The lock; or who has it; or None where no lock can be kept, because the folder cannot be written.
    """
    path = lock_path(package)
    holder = read_holder(path)
    if holder is not None and holder.host != me.host and not forced:
        return holder
    try:
        file = lock_file(path)
    except OSError:
        return _unlocked(path, holder, me, forced=forced)
    if file is None:
        return read_holder(path) or Holder("?", me.host, me.since, "")
    try:
        file.write(_said(me))
    except OSError:
        file.release()
        return None
    return PackageLock(path, me, file)


def _unlocked(path: Path, holder: Holder | None, me: Holder, *, forced: bool) -> PackageLock | Holder | None:
    """Take a lock that the system cannot keep, or that is another account's: what it says is all that is known."""
    if holder is not None and not forced:
        return holder
    try:
        path.unlink(missing_ok=True)
        path.write_bytes(_said(me))
    except OSError:
        return None
    return PackageLock(path, me, None)


def _said(holder: Holder) -> bytes:
    says = {"name": holder.name, "host": holder.host, "since": holder.since.isoformat(), "token": holder.token}
    return json.dumps(says, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def read_holder(path: Path) -> Holder | None:
    """Return whom a lock names; None where there is none, or it names nobody."""
    try:
        said = json.loads(path.read_bytes().decode("utf-8", "surrogatepass"))
        since = datetime.fromisoformat(said["since"]).astimezone()
        return Holder(str(said["name"]), str(said["host"]), since, str(said["token"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
