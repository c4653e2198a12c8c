"""A writer that keeps what stays the same: the same bytes as without, and nothing kept that nobody shows."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import desktop.pdf.images as images
import desktop.pdf.runs as runs
from desktop.display import GlyphRun
from desktop.fonts import FaceLibrary
from desktop.geometry import Rect
from desktop.model.edition import Media
from desktop.pdf import DocumentInfo, PdfWriter, read_text, write_pdf
from tests.pdf.pages import Picture, line, sheet
from tests.pictures.samples import file_of, quarters

pytestmark = pytest.mark.usefixtures("epoch")

LIBRARY = FaceLibrary(system_folders=())
FACES = ("banxin-song", "banxin-kai")
TEXTS = ("坚守平安", "奋进，征程", "一二⼀二一", "⼀一", "龘𠮷鱻", "国2023年", "Az")


def lines(*words: tuple[str, str]) -> list[GlyphRun]:
    """Lines under each other; the characters that a face lacks are left out."""
    found = []
    for at, (face_id, text) in enumerate(words):
        face = LIBRARY.open(face_id)
        found.append(line(face, "".join(c for c in text if face.has(ord(c))) or "一", y=60.0 + 14 * at, gap=0.2 * at))
    return found


KNOWN = lines(*((face, text) for face in FACES for text in TEXTS))
"""Lines that keep their identity from page to page, as those that did not move do."""


def written(writer: PdfWriter, *items, media: tuple[Media, ...] = ()) -> bytes:
    return writer.write([sheet(*items)], {item.id: item for item in media}, DocumentInfo(title="平安"))


def alone(*items, media: tuple[Media, ...] = ()) -> bytes:
    return write_pdf([sheet(*items)], LIBRARY, {item.id: item for item in media}, DocumentInfo(title="平安"))


page = st.lists(st.sampled_from(KNOWN), min_size=1, max_size=8)


@settings(max_examples=40, deadline=None)
@given(before=st.lists(page, min_size=1, max_size=4), now=page)
def test_the_bytes_do_not_hang_on_what_was_written_before(before, now):
    writer = PdfWriter(LIBRARY)
    for items in before:
        written(writer, *items)
    assert written(writer, *now) == alone(*now)


def test_a_line_that_changed_is_written_anew_and_only_that(monkeypatch):
    calls: list[str] = []
    write = runs.written_run
    monkeypatch.setattr(runs, "written_run", lambda run, *more: calls.append(run.text) or write(run, *more))
    writer, text = PdfWriter(LIBRARY), lines(("banxin-song", "坚守平安"), ("banxin-song", "奋进征程"))
    written(writer, *text)
    assert calls == ["坚守平安", "奋进征程"]
    written(writer, *text)
    assert len(calls) == 2
    moved = replace(text[1], y=text[1].y + 1)
    assert written(writer, text[0], moved) == alone(text[0], moved)
    assert calls[2:3] == ["奋进征程"]


def test_a_page_of_another_height_writes_its_lines_elsewhere():
    writer, text = PdfWriter(LIBRARY), lines(("banxin-song", "坚守平安"))
    written(writer, *text)
    tall = sheet(*text, height=2000.0)
    assert writer.write([tall], {}, DocumentInfo()) == write_pdf([tall], LIBRARY, {}, DocumentInfo())


def test_a_glyph_that_gets_a_second_text_is_told_apart():
    writer = PdfWriter(LIBRARY)
    plain, radical = lines(("banxin-song", "一二"), ("banxin-song", "⼀二"))
    for items in ((plain,), (radical,), (radical, plain), (plain, radical)):
        data = written(writer, *items)
        assert data == alone(*items)
        assert "".join(read_text(data)[0].text.split()) == "".join(run.text for run in items)


def test_what_no_file_shows_any_more_is_let_go():
    writer = PdfWriter(LIBRARY)
    written(writer, *KNOWN)
    full = len(writer._runs._kept._kept), len(writer._uses._kept._kept), len(writer._deflater._kept)
    written(writer, KNOWN[0])
    assert (len(writer._runs._kept._kept), len(writer._uses._kept._kept)) == (1, 1)
    assert full[0] > 10
    assert full[1] == len(KNOWN)
    assert len(writer._deflater._kept) < full[2]


def test_a_picture_is_decoded_once_as_long_as_it_is_shown(monkeypatch):
    calls: list[str] = []
    encode = images.encode
    monkeypatch.setattr(images, "encode", lambda media, plan: calls.append(media.name) or encode(media, plan))
    media = Media("m1", "a.png", file_of(quarters(60, 60), "PNG"), 60, 60)
    other = replace(media, name="b.png", data=file_of(quarters(60, 60).rotate(90), "PNG"))
    shown = Picture(Rect(50, 50, 100, 100), "m1", "p1")
    writer = PdfWriter(LIBRARY)
    first = written(writer, shown, media=(media,))
    assert written(writer, shown, KNOWN[0], media=(media,)) == alone(shown, KNOWN[0], media=(media,))
    assert calls == ["a.png", "a.png"], "once by each of two writers"
    assert written(writer, shown, media=(other,)) == alone(shown, media=(other,)) != first
    written(writer, KNOWN[0])
    written(writer, shown, media=(other,))
    assert calls[2:] == ["b.png", "b.png", "b.png"], "let go of while it was not shown"


def test_giving_up_in_the_middle_leaves_the_writer_in_order():
    writer = PdfWriter(LIBRARY)
    written(writer, *KNOWN)

    def stop(done: float) -> None:
        if done > 0.4:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        writer.write([sheet(KNOWN[0])], {}, DocumentInfo(), stop)
    assert written(writer, *KNOWN[2:]) == alone(*KNOWN[2:])
