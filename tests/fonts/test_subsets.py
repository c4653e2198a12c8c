"""Subsets kept and cut from a pool: the same bytes as cut from the face, with less work."""

from __future__ import annotations

import pytest

import desktop.fonts.subsets as module
from desktop.fonts import Face, FaceLibrary, Subsets, subset_face
from tests.fonts.conftest import Maker

FACES = ("banxin-song", "banxin-biaosong", "banxin-hei", "banxin-kai")
RARE = "䶮𠮷㙍㛃"


@pytest.fixture(params=FACES)
def face(request: pytest.FixtureRequest, shipped: FaceLibrary) -> Face:
    return shipped.open(request.param)


@pytest.fixture
def cuts(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many glyphs every subset cut from a whole face had."""
    counted: list[int] = []

    def counting(face: Face, glyphs: frozenset[int]) -> object:
        counted.append(len(glyphs))
        return subset_face(face, glyphs)

    monkeypatch.setattr(module, "subset_face", counting)
    return counted


def glyphs(face: Face, text: str) -> set[int]:
    return {face.glyph(ord(char)) for char in text}


def test_the_same_bytes_whatever_was_cut_before(face: Face) -> None:
    subsets = Subsets()
    for text in ("坚守平安", "坚守平安奋", "坚守", f"坚守{RARE}", "国Az，——", f"{RARE}国", "坚守平安"):
        assert subsets.subset(face, glyphs(face, text)) == subset_face(face, glyphs(face, text)), text


def test_the_same_glyphs_give_the_very_same_subset(face: Face) -> None:
    subsets = Subsets()
    first = subsets.subset(face, glyphs(face, "坚守"))
    assert subsets.subset(face, [*glyphs(face, "守坚"), 0]) is first
    assert subsets.subset(face, glyphs(face, "坚守平")) is not first


def test_changes_among_common_characters_do_not_touch_the_whole_face(shipped: FaceLibrary, cuts: list[int]) -> None:
    face, subsets = shipped.open("banxin-song"), Subsets()
    for text in ("坚守", "坚守平", "坚守平安", "坚守平安国"):
        subsets.subset(face, glyphs(face, text))
    assert cuts == [3]
    subsets.subset(face, glyphs(face, "坚守" + RARE[:1]))
    assert len(cuts) == 2, "the control: a rare character is not in the pool"


def test_rare_characters_come_into_the_pool_when_they_are_many(shipped: FaceLibrary, cuts: list[int]) -> None:
    face, subsets = shipped.open("banxin-song"), Subsets()
    counts = []
    for text in ("坚", "坚守", "坚平", "坚安", "坚国", "坚家", "坚民"):
        subsets.subset(face, glyphs(face, text + ("" if text == "坚" or text == "坚守" else RARE)))
        counts.append(len(cuts))
    assert counts == [1, 1, 2, 3, 4, 4, 4], "three times beside the pool, then it is made anew"


def test_a_face_whose_pool_gives_other_bytes_is_cut_from_the_whole(shipped: FaceLibrary, cuts: list[int], monkeypatch):
    face, subsets = shipped.open("banxin-song"), Subsets()
    other = subset_face(face, [7])
    monkeypatch.setattr(module.Pool, "subset", lambda *_words: other)
    for text in ("坚守", "坚守平", "坚守平安"):
        assert subsets.subset(face, glyphs(face, text)) == subset_face(face, glyphs(face, text))
    assert len(cuts) == 3


def test_another_face_of_the_same_name_is_not_taken_for_it(make: Maker, tmp_path) -> None:
    subsets = Subsets()
    found = []
    for side in (100, 300):
        folder = tmp_path / str(side)
        folder.mkdir()
        make("Small", side=side).save(folder / "small.ttf")
        found.append(subsets.subset(FaceLibrary(folder, [], folder / "cache").open("small"), [2]))
    assert found[0] != found[1]
