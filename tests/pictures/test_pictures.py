from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from desktop.errors import PictureError
from desktop.pictures import PIXEL_LIMIT, decode, encode, media_from_bytes, read_media
from tests.pictures.samples import QUARTERS, file_of, jpeg, quarters, turned_jpeg, without_adobe_marker


def media(data: bytes):
    return media_from_bytes(data, "图.jpg", "m1")


def near(found, wanted, tolerance=12) -> bool:
    return all(abs(one - other) <= tolerance for one, other in zip(found, wanted, strict=True))


def test_reads_what_a_quick_look_says(tmp_path):
    path = tmp_path / "大会.jpg"
    path.write_bytes(jpeg(dpi=(300, 300)))
    found = read_media(path, "m7")
    assert (found.id, found.name, found.width, found.height, found.mode, found.dpi) == (
        "m7",
        "大会.jpg",
        160,
        80,
        "RGB",
        300,
    )
    assert found.data == path.read_bytes()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_camera_held_sideways(orientation):
    found = media(turned_jpeg(orientation))
    assert (found.width, found.height) == (160, 80)
    image = decode(found)
    for (x, y), colour in QUARTERS.items():
        assert near(image.getpixel((int(x * 160), int(y * 80))), colour)
    encoded = encode(found)
    assert (encoded.jpeg, encoded.orientation, encoded.data) == (True, orientation, found.data)


@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg_is_passed_on_untouched(progressive):
    found = media(jpeg(progressive=progressive))
    assert (encode(found).data, encode(found).space) == (found.data, "rgb")


def test_adobe_cmyk_is_told_from_plain_cmyk():
    data = jpeg(quarters().convert("CMYK"))
    assert (encode(media(data)).space, encode(media(data)).inverted) == ("cmyk", True)
    plain = without_adobe_marker(data)
    assert encode(media(plain)).inverted is False
    normal, turned = decode(media(data)), decode(media(plain))
    assert near(normal.getpixel((10, 10)), (0, 255, 255, 0))
    assert near(turned.getpixel((10, 10)), (255, 0, 0, 255))


def test_sixteen_bits_keep_the_upper_eight():
    wide = Image.frombytes("I;16", (2, 1), struct.pack("<2H", 0x1234, 0xFE00))
    for kind in ("PNG", "TIFF"):
        found = encode(media(file_of(wide, kind)))
        assert (found.space, found.data) == ("grey", b"\x12\xfe")


def test_sixteen_bit_colour_and_big_endian_tiff():
    rows = b"\x00" + struct.pack(">3H", 0xFFFF, 0x8000, 0x0102)
    chunks = ((b"IHDR", struct.pack(">2I5B", 1, 1, 16, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    png = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in chunks
    )
    assert encode(media(png)).data == b"\xff\x80\x01"
    big = Image.frombytes("I;16B", (1, 1), b"\x12\x34")
    assert encode(media(file_of(big, "TIFF"))).data == b"\x12"


@pytest.mark.parametrize("compression", ["raw", "tiff_lzw", "tiff_deflate"])
def test_tiff_in_cmyk(compression):
    image = Image.new("CMYK", (4, 3), (10, 20, 30, 40))
    found = encode(media(file_of(image, "TIFF", compression=compression)))
    assert (found.space, found.inverted, found.data[:4]) == ("cmyk", False, bytes((10, 20, 30, 40)))


def test_transparency_is_kept_only_where_there_is_any():
    clear = Image.new("RGBA", (2, 1), (1, 2, 3, 255))
    assert encode(media(file_of(clear, "PNG"))).alpha is None
    clear.putpixel((1, 0), (1, 2, 3, 0))
    assert encode(media(file_of(clear, "PNG"))).alpha == b"\xff\x00"
    palette = Image.new("P", (2, 1), 1)
    palette.putpalette([0, 0, 0, 9, 8, 7])
    palette.putpixel((1, 0), 0)
    found = encode(media(file_of(palette, "PNG", transparency=0)))
    assert (found.data[:3], found.alpha) == (bytes((9, 8, 7)), b"\xff\x00")
    grey = encode(media(file_of(Image.new("LA", (1, 1), (7, 99)), "PNG")))
    assert (grey.space, grey.data, grey.alpha) == ("grey", b"\x07", b"\x63")


def test_one_bit_is_black_and_white():
    image = Image.new("1", (2, 1), 1)
    image.putpixel((0, 0), 0)
    assert encode(media(file_of(image, "PNG"))).data == b"\x00\xff"


def test_files_that_are_no_pictures_are_said(tmp_path):
    with pytest.raises(PictureError, match="There is no picture"):
        read_media(tmp_path / "nothing.jpg", "m")
    with pytest.raises(PictureError, match="is a folder"):
        read_media(tmp_path, "m")
    for data, words in ((b"", "is empty"), (b"GIF89a", "not a JPEG"), (file_of(quarters(), "BMP"), "not a JPEG")):
        with pytest.raises(PictureError, match=words):
            media(data)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
@pytest.mark.parametrize("keep", [0.1, 0.5, 0.95])
def test_a_truncated_file_is_said(kind, keep):
    image = Image.effect_noise((300, 300), 90).convert("RGB")
    data = file_of(image, kind)
    with pytest.raises(PictureError, match=r"damaged|not a JPEG"):
        media(data[: int(len(data) * keep)])


def test_a_damaged_png_is_said():
    data = bytearray(file_of(Image.effect_noise((300, 300), 90), "PNG"))
    data[len(data) // 2] ^= 0xFF
    with pytest.raises(PictureError, match="damaged"):
        media(bytes(data))


def test_bombs_are_refused_before_decoding():
    side = 20_000
    assert side * side > PIXEL_LIMIT
    image = io.BytesIO()
    Image.new("1", (8, 8)).save(image, "PNG")
    data = bytearray(image.getvalue())
    data[16:24] = struct.pack(">2I", side, side)
    data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    with pytest.raises(PictureError, match="million pixels"):
        media(bytes(data))
    data[16:24] = struct.pack(">2I", 12_600, 12_000)  # above the limit, under Pillow's own
    data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    with pytest.raises(PictureError, match="million pixels"):
        media(bytes(data))
