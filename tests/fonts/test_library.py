from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.errors import FontError
from desktop.fonts import FaceLibrary
from desktop.fonts.face import map_file
from tests.fonts.conftest import Maker


def advances(library: FaceLibrary, face_id: str) -> list[float]:
    face = library.open(face_id)
    return [face.advance(face.glyph(ord(char))) for char in "一二三"]


def test_finds_all_faces_of_the_folders(library: FaceLibrary) -> None:
    told = {(info.id, info.family, info.index, info.axes) for info in library.system()}
    assert told == {
        ("Plain-Regular", "Plain", 0, ()),
        ("First-Regular", "First", 0, ()),
        ("Second-Regular", "Second", 1, ()),
        ("Grow-Regular", "Grow", 0, (("wght", 400.0),)),
        ("Grow-Heavy", "Grow", 0, (("wght", 900.0),)),
    }


def test_lists_broken_files(library: FaceLibrary) -> None:
    assert {item.path.name for item in library.broken()} == {"broken.otf", "empty.ttf"}
    assert all(item.reason for item in library.broken())


def test_opens_each_face_of_a_collection(library: FaceLibrary) -> None:
    assert advances(library, "First-Regular") == [0.1, 0.15, 0.2]
    assert advances(library, "Second-Regular") == [0.14, 0.21, 0.28]
    assert library.open("Second-Regular").is_cff
    assert library.open("Second-Regular").hb_face.count == 1
    assert library.open("Second-Regular").data[:4] == b"OTTO"
    assert library.open("First-Regular").data[:4] == b"\0\1\0\0"


def test_pins_the_axes_of_a_variable_font(library: FaceLibrary) -> None:
    light, heavy = library.open("Grow-Regular"), library.open("Grow-Heavy")
    assert light.ink_box(2) == (0, 0, 0.2, 0.2)
    assert heavy.ink_box(2) == (0, 0, 0.4, 0.4)
    assert heavy.advance(2) == 0.5
    assert heavy.info.weight == 900
    assert not {"fvar", "gvar"} & set(heavy.hb_face.table_tags)


def test_a_pinned_cff2_font_becomes_cff(make: Maker, tmp_path: Path) -> None:
    make("Two", ttf=False, axis=True).save(tmp_path / "two.otf")
    library = FaceLibrary(tmp_path / "none", [tmp_path], tmp_path / "cache")
    face = library.open("Two-Regular")
    assert face.is_cff
    assert face.ink_box(3) == (0, 0, 0.3, 0.3)


def test_a_variable_font_that_cannot_be_pinned_is_named(make: Maker, tmp_path: Path) -> None:
    make("Odd", axis=True, spoilt=True).save(tmp_path / "odd.ttf")
    library = FaceLibrary(tmp_path / "none", [tmp_path], tmp_path / "cache")
    with pytest.raises(FontError, match=r"“Odd-Heavy”.*odd\.ttf"):
        library.open("Odd-Heavy")


def test_static_files_are_cached_and_stay_the_same(library: FaceLibrary, fonts: Path, tmp_path: Path) -> None:
    first = library.open("Second-Regular")
    kept = set((tmp_path / "cache").glob("*.sfnt"))
    assert len(kept) == 1
    again = FaceLibrary(fonts / "none", [fonts], tmp_path / "cache").open("Second-Regular")
    assert again.digest == first.digest
    assert set((tmp_path / "cache").glob("*.sfnt")) == kept
    fresh = FaceLibrary(fonts / "none", [fonts], tmp_path / "other").open("Second-Regular")
    assert fresh.digest == first.digest


def test_works_without_a_cache_that_can_be_written(fonts: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    library = FaceLibrary(fonts / "none", [fonts], tmp_path / "file")
    assert advances(library, "Second-Regular") == [0.14, 0.21, 0.28]


def test_opens_once(library: FaceLibrary) -> None:
    assert library.open("Plain-Regular") is library.open("Plain-Regular")


def test_absent_face_is_named(library: FaceLibrary) -> None:
    with pytest.raises(FontError, match="“Nowhere”"):
        library.open("Nowhere")


def test_file_that_went_away_is_named(library: FaceLibrary, fonts: Path) -> None:
    library.system()
    (fonts / "deep" / "plain.ttf").unlink()
    (fonts / "two.ttc").unlink()
    with pytest.raises(FontError, match=r"plain\.ttf"):
        library.open("Plain-Regular")
    with pytest.raises(FontError, match=r"two\.ttc"):
        library.open("Second-Regular")


def test_index_is_taken_from_the_cache(library: FaceLibrary, fonts: Path, tmp_path: Path) -> None:
    faces = library.system()
    cache = tmp_path / "cache" / "index.json"
    cache.write_text(cache.read_text().replace('"Plain"', '"From cache"'))
    again = FaceLibrary(fonts / "none", [fonts], tmp_path / "cache").system()
    assert len(again) == len(faces)
    assert "From cache" in {info.family for info in again}


def test_index_follows_changed_and_removed_files(
    library: FaceLibrary, fonts: Path, tmp_path: Path, make: Maker
) -> None:
    library.system()
    make("Changed").save(fonts / "deep" / "plain.ttf")
    os.utime(fonts / "deep" / "plain.ttf", ns=(1, 1))
    (fonts / "two.ttc").unlink()
    again = {info.id for info in FaceLibrary(fonts / "none", [fonts], tmp_path / "cache").system()}
    assert again == {"Changed-Regular", "Grow-Regular", "Grow-Heavy"}


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", '{"version": 1, "files": {"x": {}}}', '{"version": 1, "files": []}', json.dumps({"version": 0})],
)
def test_a_spoilt_cache_is_made_anew(fonts: Path, tmp_path: Path, content: str) -> None:
    (tmp_path / "index.json").write_text(content)
    assert len(FaceLibrary(fonts / "none", [fonts], tmp_path).system()) == 5
    assert json.loads((tmp_path / "index.json").read_text())["version"] == 1


def test_of_two_files_with_one_face_the_earlier_folder_wins(make: Maker, tmp_path: Path) -> None:
    for name, side in (("own", 10), ("shared", 20)):
        (tmp_path / name).mkdir()
        make("Same", side=side).save(tmp_path / name / "same.ttf")
    library = FaceLibrary(tmp_path / "none", [tmp_path / "own", tmp_path / "shared"], tmp_path / "cache")
    assert [info.path.parent.name for info in library.system()] == ["own"]


def test_a_bundled_face_goes_by_its_file_name(make: Maker, tmp_path: Path) -> None:
    make("Plain").save(tmp_path / "body.ttf")
    library = FaceLibrary(tmp_path, [], tmp_path / "cache")
    assert [info.id for info in library.bundled()] == ["body"]
    assert library.open("body").id == "body"


def test_face_metrics_are_in_em(make: Maker, tmp_path: Path) -> None:
    make("Big", em=2000, side=200).save(tmp_path / "big.ttf")
    face = FaceLibrary(tmp_path, [], tmp_path / "cache").open("big")
    assert (face.units_per_em, face.ascender, face.descender) == (2000, 0.9, -0.1)
    assert face.has(ord("一"))
    assert not face.has(ord("四"))
    assert face.glyph(ord("四")) == 0
    assert face.advance(face.glyph(ord("二"))) == 0.3
    assert face.ink_box(face.glyph(ord("二"))) == (0, 0, 0.2, 0.2)
    assert face.data == (tmp_path / "big.ttf").read_bytes()
    assert len(face.digest) == 64


def test_a_file_in_a_chinese_folder_opens_on_windows(
    make: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "王").mkdir()
    make("Plain").save(tmp_path / "王" / "plain.ttf")
    monkeypatch.setattr("sys.platform", "win32")
    assert map_file(tmp_path / "王" / "plain.ttf").data[:4] == b"\0\1\0\0"


def test_importing_loads_neither_harfbuzz_nor_fonttools() -> None:
    code = "import desktop.fonts, sys; print([m for m in ('uharfbuzz', 'fontTools', 'PySide6') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
