from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from desktop.errors import TargetError
from desktop.pdf import save_pdf


def test_writes_and_replaces(tmp_path):
    target = tmp_path / "版面.pdf"
    save_pdf(target, b"first")
    target.chmod(0o640)
    save_pdf(target, b"second")
    assert target.read_bytes() == b"second"
    assert target.stat().st_mode & 0o777 == 0o640
    assert [item.name for item in tmp_path.iterdir()] == ["版面.pdf"]


def test_a_link_goes_on_pointing_to_the_file(tmp_path):
    target, link = tmp_path / "a.pdf", tmp_path / "b.pdf"
    target.write_bytes(b"old")
    link.symlink_to(target)
    save_pdf(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "no room left"), (errno.EACCES, "protected"), (errno.EIO, "cannot be written")],
)
def test_a_failing_disk_leaves_the_old_file(tmp_path, monkeypatch, number, words):
    def fail(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    target = tmp_path / "page.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(TargetError, match=words):
        save_pdf(target, b"new")
    assert target.read_bytes() == b"old"
    assert [item.name for item in tmp_path.iterdir()] == ["page.pdf"]


def test_a_missing_folder_and_a_folder_are_said(tmp_path):
    with pytest.raises(TargetError, match="does not exist"):
        save_pdf(tmp_path / "nowhere" / "page.pdf", b"")
    with pytest.raises(TargetError, match="is a folder"):
        save_pdf(tmp_path, b"")


def test_devices_and_protected_files_are_left_alone(tmp_path, monkeypatch):
    if Path("/dev/full").exists():
        with pytest.raises(TargetError, match="not an ordinary file"):
            save_pdf(Path("/dev/full"), b"new")
        assert Path("/dev/full").is_char_device()
    target = tmp_path / "page.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)  # root may write everything
    with pytest.raises(TargetError, match="protected"):
        save_pdf(target, b"new")
    assert target.read_bytes() == b"old"
