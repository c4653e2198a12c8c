"""Zip files with the same bytes for the same parts, and zip files from outside read within limits."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from desktop.errors import PackageError

MOST_PARTS = 10_000
MOST_BYTES = 1 << 30
"""Bytes of all parts unpacked: a page of newsprint pictures in CMYK takes a tenth of it."""
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip file can say
_MODE = 0o644 << 16
_UNIX = 3
_PACKED = frozenset({".jpg", ".jpeg", ".png", ".pdf", ".gz", ".zip", ".docx"})

Damage: tuple[type[Exception], ...] = (
    BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError, KeyError,
)  # fmt: skip
"""What ``zipfile`` raises on files that are no sound package.

BadZipFile, EOFError and zlib.error for cut or altered bytes; RuntimeError for an encrypted part; NotImplementedError
for a packing or a version that it does not know; ValueError and KeyError for a directory that contradicts itself;
OSError for a seek before the file's start, and for the disk.
"""


def write_archive(target: BinaryIO, parts: Mapping[str, bytes], stored: str) -> None:
    """Write parts as a zip file in their order; ``stored`` is left uncompressed, so that a file's kind can be seen."""
    with ZipFile(target, "w") as archive:
        for name, data in parts.items():
            info = ZipInfo(name, _EPOCH)
            packed = name == stored or PurePosixPath(name).suffix.lower() in _PACKED
            info.compress_type = ZIP_STORED if packed else ZIP_DEFLATED
            info.external_attr, info.create_system = _MODE, _UNIX
            archive.writestr(info, data)


def read_archive(path: Path, spare: str | None = None) -> dict[str, bytes]:
    """Return the parts of a zip file by name; damaged ones whose names begin with ``spare`` are left out.

    Raises:
        PackageError: The file is missing, no zip file, damaged, or larger than a package can be.
    """
    try:
        file = path.open("rb")
    except FileNotFoundError:
        raise PackageError("There is no file {file}.", file=str(path)) from None
    except IsADirectoryError:
        raise PackageError("{file} is a folder, not an edition.", file=str(path)) from None
    except PermissionError:
        raise PackageError("{file} may not be read.", file=str(path)) from None
    except OSError as problem:
        why = problem.strerror or str(problem)
        raise PackageError("{file} cannot be read: {why}.", file=str(path), why=why) from None
    try:
        with file:
            return _read_parts(file, path.name, spare)
    except Damage:
        template = "{file} is damaged or is no Banxin edition; its backup is {file}.bak, where there is one."
        raise PackageError(template, file=path.name) from None


def _read_parts(file: BinaryIO, name: str, spare: str | None) -> dict[str, bytes]:
    with ZipFile(file) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_BYTES:
            raise PackageError("{file} unpacks to more than an edition can hold.", file=name)
        names = [info.filename for info in infos]
        wrong = next((part for part in names if not _is_inside(part)), None)
        if wrong is not None or len(set(names)) < len(names):
            raise PackageError("{file} has a part named “{part}” and was not opened.", file=name, part=wrong or "")
        # zipfile unpacks no more than the size it checked above, whatever the packed data would give.
        parts: dict[str, bytes] = {}
        for info in infos:
            try:
                parts[info.filename] = archive.read(info)
            except Damage:
                if spare is None or not info.filename.startswith(spare):
                    raise
        return parts


def _is_inside(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return bool(parts) and not name.startswith("/") and ".." not in parts and not set(name) & set("\\:\0")
