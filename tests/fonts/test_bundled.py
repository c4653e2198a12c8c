from __future__ import annotations

from pathlib import Path

import pytest
import uharfbuzz as hb

from desktop.fonts import Face, FaceLibrary, subset_face
from desktop.locator import resource

FACES = ("banxin-song", "banxin-biaosong", "banxin-hei", "banxin-kai")
NOTO_LACKS = "≒"
KAI_LACKS = "︴﹉﹊﹋﹌﹍﹎﹏"


def characters(encoding: str) -> set[str]:
    pairs = (bytes((lead, trail)) for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF) if trail != 0x7F)
    decoded = (pair.decode(encoding, "ignore") for pair in pairs)
    return {char for char in decoded if len(char) == 1 and not char.isascii()}


@pytest.fixture(params=FACES)
def face(request: pytest.FixtureRequest, shipped: FaceLibrary) -> Face:
    return shipped.open(request.param)


def shape(face: Face, text: str, direction: str = "ltr") -> list[tuple[int, int, int]]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.script, buffer.language = direction, "Hani", "zh-hans"
    hb.shape(face.hb_font, buffer)
    places = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    return [(info.codepoint, place.x_advance, place.y_advance) for info, place in places]


def test_the_four_faces_are_there_and_small_enough() -> None:
    files = [path for path in resource("fonts").iterdir() if path.suffix in (".otf", ".ttf")]
    assert {path.stem for path in files} == set(FACES)
    assert sum(path.stat().st_size for path in files) < 60_000_000


def test_infos_tell_families(shipped: FaceLibrary) -> None:
    told = {info.id: (info.family, info.local_family, info.weight) for info in shipped.bundled()}
    assert told == {
        "banxin-song": ("Banxin Song", "版心报宋", 400),
        "banxin-biaosong": ("Banxin Biaosong", "版心标宋", 900),
        "banxin-hei": ("Banxin Hei", "版心黑体", 700),
        "banxin-kai": ("Banxin Kai", "版心楷体", 400),
    }


def test_body_and_its_fallback_cover_gbk(shipped: FaceLibrary) -> None:
    lacks = {char for char in characters("gbk") if not shipped.open("banxin-song").has(ord(char))}
    assert lacks == set(NOTO_LACKS)
    assert all(shipped.open("banxin-kai").has(ord(char)) for char in lacks)


@pytest.mark.parametrize(
    ("face_id", "lacks"), [("banxin-biaosong", NOTO_LACKS), ("banxin-hei", NOTO_LACKS), ("banxin-kai", KAI_LACKS)]
)
def test_what_other_faces_take_from_fallback(shipped: FaceLibrary, face_id: str, lacks: str) -> None:
    face = shipped.open(face_id)
    assert {char for char in characters("gbk") if not face.has(ord(char))} == set(lacks)


def test_covers_big5_hanzi_and_extension_a(face: Face) -> None:
    hanzi = {char for char in characters("big5") if "\u4e00" <= char <= "\u9fff"}
    assert len(hanzi) > 13_000
    assert [char for char in hanzi if not face.has(ord(char))] == []


def test_body_covers_extension_a(shipped: FaceLibrary) -> None:
    assert [code for code in range(0x3400, 0x4DB6) if not shipped.open("banxin-song").has(code)] == []


@pytest.mark.parametrize(
    "char", ["𠮷", "䶮", "镕", "喆", "赟", "㛃", "鿏", "“", "—", "…", "·", "～", "％", "Ⅻ", "①", "Ж", "é"]
)
def test_rare_names_and_marks(face: Face, char: str) -> None:
    assert face.has(ord(char))
    assert face.ink_box(face.glyph(ord(char))) != (0, 0, 0, 0)


@pytest.mark.parametrize("char", ["한", "ㄱ"])
def test_no_hangul(face: Face, char: str) -> None:
    assert not face.has(ord(char))


def test_names_keep_licence_and_copyright_but_not_reserved_names(face: Face) -> None:
    name = face.hb_face.get_name
    assert "SIL Open Font License" in name(13)
    assert ("Adobe" if face.is_cff else "Klee Project Authors") in name(0)
    for number in (1, 4, 6, 16):
        told = (name(number) or "").lower()
        assert not any(reserved in told for reserved in ("lxgw", "霞鹜", "source", "noto"))


def test_licences_lie_beside_the_faces() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in resource("fonts").glob("OFL-*.txt")}
    assert set(texts) == {"OFL-Noto.txt", "OFL-WenKai.txt"}
    assert "Adobe" in texts["OFL-Noto.txt"]
    assert "LXGW" in texts["OFL-WenKai.txt"]
    assert all("SIL OPEN FONT LICENSE Version 1.1" in text for text in texts.values())


def test_embedding_is_allowed(face: Face) -> None:
    assert face.embedding_allowed
    assert face.style.fs_type == 0


def test_glyph_ids_are_not_cids(shipped: FaceLibrary) -> None:
    face = shipped.open("banxin-song")
    gid = face.glyph(ord("国"))
    assert subset_face(face, [gid]).code(gid) != gid


def test_noto_faces_join_two_dashes_and_kai_does_not(shipped: FaceLibrary) -> None:
    assert [advance for _, advance, _ in shape(shipped.open("banxin-song"), "——")] == [2000]
    assert [advance for _, advance, _ in shape(shipped.open("banxin-kai"), "——")] == [1000, 1000]


@pytest.mark.parametrize("char", "，。、！？：；（）《》「」“”…")
def test_vertical_forms(face: Face, char: str) -> None:
    ((gid, _, advance),) = shape(face, char, "ttb")
    assert gid != shape(face, char)[0][0]
    assert advance == -face.units_per_em


def test_shaping_for_the_mainland_takes_full_width_quotes(shipped: FaceLibrary) -> None:
    assert [advance for _, advance, _ in shape(shipped.open("banxin-hei"), "“”")] == [1000, 1000]


def test_paths_are_files(shipped: FaceLibrary) -> None:
    assert all(Path(info.path).is_file() and info.vertical for info in shipped.bundled())
