from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import BinaryIO

import pytest

from desktop.errors import TargetError
from desktop.replacing import BACKUP, replace_file, sweep, write_file


def test_writes_and_replaces(tmp_path):
    target = tmp_path / "版面.pdf"
    write_file(target, b"first")
    target.chmod(0o640)
    write_file(target, b"second")
    assert target.read_bytes() == b"second"
    assert target.stat().st_mode & 0o777 == 0o640
    assert [item.name for item in tmp_path.iterdir()] == ["版面.pdf"]


def test_a_link_goes_on_pointing_to_the_file(tmp_path):
    target, link = tmp_path / "a.pdf", tmp_path / "b.pdf"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_file(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "disk is full"), (errno.EACCES, "may not be changed"), (errno.EIO, "was not written")],
)
def test_a_failing_disk_leaves_the_old_file(tmp_path, monkeypatch, number, words):
    def fail(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    target = tmp_path / "page.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(TargetError, match=words):
        write_file(target, b"new")
    assert target.read_bytes() == b"old"
    assert [item.name for item in tmp_path.iterdir()] == ["page.pdf"]


def test_a_missing_folder_and_a_folder_are_said(tmp_path):
    with pytest.raises(TargetError, match="no such folder"):
        write_file(tmp_path / "nowhere" / "page.pdf", b"")
    with pytest.raises(TargetError, match="a folder has that name"):
        write_file(tmp_path, b"")


def test_devices_and_protected_files_are_left_alone(tmp_path, monkeypatch):
    if Path("/dev/full").exists():
        with pytest.raises(TargetError, match="no ordinary file"):
            write_file(Path("/dev/full"), b"new")
        assert Path("/dev/full").is_char_device()
    target = tmp_path / "page.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)  # root may write everything
    with pytest.raises(TargetError, match="protected"):
        write_file(target, b"new")
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("length", [255, 300, 5000])
def test_a_name_that_is_too_long_is_said(tmp_path, length):
    with pytest.raises(TargetError, match="too long"):
        write_file(tmp_path / ("x" * length + ".pdf"), b"new")
    assert list(tmp_path.iterdir()) == []


def test_the_longest_name_that_a_folder_takes(tmp_path):
    write_file(tmp_path / ("x" * 251 + ".pdf"), b"new")
    assert [item.name for item in tmp_path.iterdir()] == ["x" * 251 + ".pdf"]


def _new(file: BinaryIO) -> None:
    file.write(b"new")


def test_a_backup_is_kept_beside_what_a_link_points_to(tmp_path):
    (tmp_path / "real").mkdir()
    target, link = tmp_path / "real" / "a.banxin", tmp_path / "b.banxin"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    replace_file(link, _new, backup=True)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert target.with_name(target.name + BACKUP).read_bytes() == b"old"


def test_what_a_killed_program_left_beside_the_file_is_swept_once_it_is_old(tmp_path):
    target = tmp_path / "头版[1].banxin"
    old, young = tmp_path / f".{target.name}.0123abcd.tmp", tmp_path / f".{target.name}.9876abcd.tmp"
    others = [tmp_path / ".other.banxin.0123abcd.tmp", tmp_path / f".{target.name}.tmp", target]
    for path in (old, young, *others):
        path.write_bytes(b"half")
        if path is not young:
            os.utime(path, (5, 5))
    sweep(target)
    assert sorted(tmp_path.iterdir()) == sorted([young, *others])


@pytest.mark.parametrize(("fresh", "kept"), [(b"other", b"same"), (b"same", b"before")])
def test_the_backup_is_another_version(tmp_path, fresh, kept):
    target, backup = tmp_path / "a.banxin", tmp_path / f"a.banxin{BACKUP}"
    target.write_bytes(b"same")
    os.utime(target, (5, 5))
    backup.write_bytes(b"before")
    replace_file(target, lambda file: file.write(fresh), backup=True)
    assert backup.read_bytes() == kept
    assert (backup.stat().st_mtime == 5) is (kept == b"same")  # from when that version is
