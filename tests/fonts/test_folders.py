from __future__ import annotations

from pathlib import Path, PurePath

import pytest

from desktop.fonts import folders


def test_linux_takes_xdg_folders_in_order_and_ignores_relative_ones() -> None:
    environment = {"XDG_DATA_HOME": "/own", "XDG_DATA_DIRS": "/a:relative:/b:/a"}
    expected = ["/own/fonts", "/a/fonts", "/b/fonts", "/home/me/.fonts"]
    assert [path.as_posix() for path in folders.linux_folders(environment, Path("/home/me"))] == expected


def test_linux_defaults() -> None:
    expected = ["/home/me/.local/share/fonts", "/usr/local/share/fonts", "/usr/share/fonts", "/home/me/.fonts"]
    assert [path.as_posix() for path in folders.linux_folders({"XDG_DATA_DIRS": ""}, Path("/home/me"))] == expected


def test_macos() -> None:
    found = [path.as_posix() for path in folders.macos_folders(Path("/Users/me"))]
    assert found[:3] == ["/Users/me/Library/Fonts", "/Library/Fonts", "/System/Library/Fonts"]


def test_windows_takes_the_users_fonts_first() -> None:
    environment = {"LOCALAPPDATA": "C:/Users/王/AppData/Local", "SYSTEMROOT": "D:/Windows"}
    found = [PurePath(path).as_posix() for path in folders.windows_folders(environment, Path("C:/Users/王"))]
    assert found == ["C:/Users/王/AppData/Local/Microsoft/Windows/Fonts", "D:/Windows/Fonts"]


def test_windows_without_environment() -> None:
    own, _ = folders.windows_folders({}, Path("home"))
    assert own.as_posix() == "home/AppData/Local/Microsoft/Windows/Fonts"


@pytest.mark.parametrize(("platform", "part"), [("win32", "Microsoft"), ("darwin", "Library"), ("linux", "fonts")])
def test_each_platform_has_its_branch(monkeypatch: pytest.MonkeyPatch, platform: str, part: str) -> None:
    monkeypatch.setattr("sys.platform", platform)
    assert part in folders.font_folders()[0].parts
