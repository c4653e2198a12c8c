"""Streams deflated piece by piece: right, the same whatever was kept, and quick after a change."""

from __future__ import annotations

import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.pdf.deflate import OPERATORS, PROGRAM, Deflater

NOISE = random.Random(7).randbytes(200_000)
TEXT = b"".join(b"1 0 0 1 %d %d Tm\n<4E00>Tj\n" % (at, at * 7) for at in range(6000))


@given(content=st.one_of(st.binary(max_size=300), st.integers(0, 200_000).map(lambda size: NOISE[:size])))
def test_what_is_deflated_comes_back(content):
    assert zlib.decompress(Deflater().deflate(content)) == content


@pytest.mark.parametrize(("content", "border"), [(NOISE, PROGRAM), (TEXT, OPERATORS), (bytes(150_000), PROGRAM)])
def test_the_stream_hangs_on_its_content_alone(content, border):
    deflater = Deflater()
    for other in (content[5:], content[:-5], b"x" + content):
        deflater.deflate(other, border)
        deflater.end_file()
    assert deflater.deflate(content, border) == Deflater().deflate(content, border)


@pytest.mark.parametrize(("content", "border"), [(NOISE, PROGRAM), (TEXT, OPERATORS)])
@pytest.mark.parametrize("at", [10, 90_000, -10])
def test_a_change_in_one_place_leaves_most_pieces_as_they_were(content, border, at, monkeypatch):
    deflater = Deflater()
    deflater.deflate(content, border)
    deflater.end_file()
    deflated: list[int] = []
    make = zlib.compressobj

    class Counting:
        def __init__(self, **words) -> None:
            self._real = make(**words)

        def compress(self, piece: bytes) -> bytes:
            deflated.append(len(piece))
            return self._real.compress(piece)

        def flush(self, mode: int) -> bytes:
            return self._real.flush(mode)

    monkeypatch.setattr(zlib, "compressobj", Counting)
    deflater.deflate(content[:at] + b"changed" + content[at:], border)
    assert 0 < sum(deflated) < 70_000
    Deflater().deflate(content, border)
    assert sum(deflated) > len(content), "the control: another one has to do all of it"


def test_pieces_cost_little():
    assert len(Deflater().deflate(TEXT, OPERATORS)) < 1.15 * len(zlib.compress(TEXT))


def test_pieces_that_no_file_needs_are_let_go():
    deflater = Deflater()
    deflater.deflate(NOISE)
    deflater.end_file()
    kept = len(deflater._kept)
    deflater.end_file()
    assert kept > 5
    assert not deflater._kept
