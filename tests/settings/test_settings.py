"""Settings: written, read back, and read whatever the file holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import TargetError
from desktop.settings import (
    MOST_RECENT,
    Language,
    Settings,
    Theme,
    forgetting,
    load_settings,
    remembering,
    save_settings,
    settings_folder,
)

FULL = Settings(
    language=Language.CHINESE,
    theme=Theme.DARK,
    recent=("/甲.banxin", "/乙.banxin"),
    last_folder="/稿件",
    window="01d9ff",
    panels="00",
    hidden_panels=("view.inspector",),
    show_grid=False,
    facing=True,
    layout="special-report",
)


def test_nothing_there_gives_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none") == Settings()


def test_what_was_saved_comes_back(tmp_path: Path) -> None:
    save_settings(tmp_path / "new" / "folder", FULL)
    assert load_settings(tmp_path / "new" / "folder") == FULL
    assert [path.name for path in (tmp_path / "new" / "folder").iterdir()] == ["settings.json"]


def test_what_other_versions_wrote_stays(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"theme": "dark", "later": [1]}')
    settings = load_settings(tmp_path)
    assert settings.theme is Theme.DARK
    save_settings(tmp_path, settings)
    assert json.loads((tmp_path / "settings.json").read_text())["later"] == [1]


@pytest.mark.parametrize("data", [b"{torn", b"[1, 2]", b"\xff\xfe\x00", b"", b"[" * 5000])
def test_a_damaged_file_is_kept_aside(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(data)
    assert load_settings(tmp_path) == Settings()
    assert (tmp_path / "settings.damaged.json").read_bytes() == data
    save_settings(tmp_path, FULL)
    assert load_settings(tmp_path) == FULL


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "fr"),
        ("language", ["zh"]),
        ("theme", None),
        ("recent", "/a"),
        ("last_folder", 3),
        ("window", "0g"),
        ("window", 12),
        ("show_grid", 1),
    ],
)
def test_a_value_without_sense_gives_way_to_its_default(tmp_path: Path, name: str, value: object) -> None:
    (tmp_path / "settings.json").write_text(json.dumps({"layout": "x", name: value}))
    assert load_settings(tmp_path) == Settings(layout="x")


@given(st.dictionaries(st.sampled_from(list(Settings.__slots__)), st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)))  # fmt: skip
def test_reading_never_fails(tmp_path_factory: pytest.TempPathFactory, said: dict[str, object]) -> None:
    folder = tmp_path_factory.mktemp("settings")
    (folder / "settings.json").write_text(json.dumps(said))
    read = load_settings(folder)
    save_settings(folder, read)
    assert load_settings(folder) == read


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(TargetError, match="settings were not saved"):
        save_settings(tmp_path / "file", FULL)
    (tmp_path / "settings.json").mkdir()
    with pytest.raises(TargetError):
        save_settings(tmp_path, FULL)
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".tmp")] == []
    assert load_settings(tmp_path) == Settings()


def test_recent_files_are_few_and_the_newest_comes_first(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(MOST_RECENT + 3):
        settings = remembering(settings, tmp_path / f"{number}.banxin")
    assert len(settings.recent) == MOST_RECENT
    again = remembering(settings, Path(settings.recent[4]))
    assert again.recent[0] == settings.recent[4]
    assert len(set(again.recent)) == MOST_RECENT
    assert again.last_folder == str(tmp_path)
    assert settings.recent[4] not in forgetting(again, Path(settings.recent[4])).recent


def test_the_folder_is_the_one_given_or_the_platforms(tmp_path: Path) -> None:
    assert settings_folder(tmp_path) == tmp_path
    assert settings_folder().name == "banxin"
