"""Encodings found, newlines untranslated, and one clear sentence for every file that cannot be read."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from desktop.errors import ArticleError
from desktop.formats import plain_text
from desktop.formats.plain_text import decode, read_source
from tests.recognise.corpus import corpus, raw, recognised_roles

_SIMPLIFIED = "新桥建成通车\r\n昨天上午，新桥在一片欢呼声中建成通车，两岸居民往来只要五分钟。“真好！”老人说。\r\n"
_TRADITIONAL = "新橋落成通車\n昨天上午，新橋在一片歡呼聲中落成，兩岸居民往來只要五分鐘。「真好！」老人說。\n"


@pytest.mark.parametrize("text", [_SIMPLIFIED, _TRADITIONAL, "通车\r昨天新桥通车了。\r", "a\n中文\u2028"])
@pytest.mark.parametrize(
    ("codec", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("gb18030", "gb18030"),
    ],
)
def test_encodings(text: str, codec: str, found: str) -> None:
    assert decode(text.encode(codec)) == (text, found)


def test_utf16_big_endian_with_its_mark() -> None:
    assert decode(b"\xfe\xff" + _SIMPLIFIED.encode("utf-16-be")) == (_SIMPLIFIED, "utf-16-be")


def test_big5_and_gbk_are_told_apart_on_the_corpus() -> None:
    tried = 0
    for article in corpus("tuned") + corpus("heldout"):
        text, _ = raw(article, "plain")
        for codec, found in (("gb18030", "gb18030"), ("gbk", "gb18030"), ("big5", "big5")):
            try:
                data = text.encode(codec)
            except UnicodeEncodeError:
                continue
            tried += 1
            assert decode(data) == (text, found), article.name
    assert tried > 100


def test_the_roles_do_not_depend_on_the_encoding() -> None:
    article = next(a for a in corpus("tuned") if a.name.startswith("12"))
    text, _ = raw(article, "plain")
    again, encoding = decode(text.encode("big5"))
    assert encoding == "big5"
    assert recognised_roles(again) == recognised_roles(text)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines_are_untranslated(tmp_path: Path, newline: str) -> None:
    path = tmp_path / "a.txt"
    data = f"新桥{newline}通车了。{newline}".encode()
    path.write_bytes(data)
    source = read_source(path, "a7")
    assert (source.id, source.name, source.text, source.data) == ("a7", "a.txt", data.decode(), data)


def test_missing_and_folder(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"There is no file .*missing\.txt"):
        read_source(tmp_path / "missing.txt")
    with pytest.raises(ArticleError, match="is a folder"):
        read_source(tmp_path)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"),
        (" \r\n\u3000\n".encode(), "nothing but white space"),
        (b"\xef\xbb\xbf", "nothing but white space"),
        (bytes(range(256)) * 8, "binary data"),
        (random.Random(7).randbytes(5000), "binary data"),
        (b"text \x00\x01\x02 text" * 20, "binary data"),
        (b"PK\x03\x04" + b"x" * 50, "Word document"),
        (b"%PDF-1.7\n", "a PDF"),
        ("新桥".encode("utf-16") + b"\x00\xd8\x00", "is UTF-16-LE but damaged in line 1 (byte 7)"),
        ("春潮涌动新港区\n\n记者 李禾".encode()[:-1], "ends in the middle of a character (byte 34)"),
        (b"\xef\xbb\xbf" + "春潮涌动\n\n记者 李禾".encode()[:-2], "ends in the middle of a character (byte 28)"),
        ("caf\u00e9, na\u00efve, d\u00e9j\u00e0 vu, \u00e9t\u00e9".encode()[:-1], "ends in the middle"),
        ("春潮涌动新港区\r\n".encode() * 3 + b"\xff" + "记者 李禾".encode(), "damaged in line 4 (byte 70)"),
        ("春潮涌动新港区\n".encode() + "记".encode()[:2] + "者李禾".encode(), "damaged in line 2 (byte 23)"),
        ("Привет мир, как дела".encode("cp1251") * 9, "encoding is not known"),
        ("こんにちは世界、新しい橋です。".encode("shift-jis") * 9, "encoding is not known"),
    ],
)
def test_what_is_no_article_is_said(tmp_path: Path, data: bytes, sentence: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(ArticleError, match=re.escape(sentence)) as found:
        read_source(path)
    assert str(found.value).startswith("a.txt")
    assert str(found.value).endswith(".")
    assert path.read_bytes() == data


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_text, "LARGEST", 1 << 20)
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * ((1 << 20) + 1))
    with pytest.raises(ArticleError, match="larger than 1 MB"):
        read_source(path)
