"""Bytes of a plain text file → Source: finds the encoding and says clearly why a file cannot be read.

Read in this order: a byte order mark decides; else valid UTF-8 is UTF-8; else UTF-16 without a mark, GB18030 and
Big5 are decoded and the most plausible text wins. Plausible is what consists of frequent characters: level 1 of
GB 2312 (rows 16–55) and of Big5 (A440–C67E) was chosen by frequency by the standards themselves.
"""

from __future__ import annotations

import codecs
from collections import Counter
from pathlib import Path

from msgspec import Struct

from desktop.errors import ArticleError
from desktop.model.story import Source

LARGEST = 20 * 1024 * 1024
"""Bytes; a newspaper's whole edition is smaller by two orders."""

MOST_LINES = 20_000
"""Lines that are not blank; a newspaper's whole edition has some thousands."""

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_KINDS = (
    (b"PK\x03\x04", "a zip archive or Word document"),
    (b"\xd0\xcf\x11\xe0", "a Word or Office document"),
    (b"{\\rtf", "a rich text document"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_SAMPLE = 20_000
"""Bytes looked at to choose an encoding; an even number, so that UTF-16 is not cut inside a character."""
_GUESSED, _SURE = 100, 10
"""Characters for each control character among them, at least: where the encoding is a guess, and where it tells itself.
An article may hold some, which are shown and listed."""
_PLAUSIBLE = 0.6
_WHOLE_FOR_EACH_LOST = 5
"""Characters beyond ASCII that a damaged UTF-8 file has for each that is lost, at least."""
_FREQUENT = frozenset(
    "的一是不了在人有我他这中大来上个国和地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学"
    "如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外"
    "将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东"
    "這來個國時會說對於過發後裡種經麼學現當沒動還進樣開從實軍無與長機關點業將兩間問並戰頭體見產話應東報記縣區門給讓為們電書處團萬"
)


class _Reading(Struct, frozen=True):
    """A text as one encoding gives it, and how plausible it is (0 to 1)."""

    text: str
    encoding: str
    score: float


def _plausibility(text: str) -> float:
    """Return how much a text looks like Chinese or Latin prose: 0 for noise, about 1 for a newspaper."""
    if not text:
        return 0.0
    points = 0.0
    han = frequent = 0
    for char, times in Counter(text).items():
        if char in _FREQUENT:
            frequent += times
            han += times
        elif "\u4e00" <= char <= "\u9fff":
            han += times
            points += times * _level_one(char)
        else:
            points += times * _points_of(char)
    share = frequent / han if han else 0.3
    return (points + frequent) / len(text) * (0.6 + min(share, 0.4))


def _points_of(char: str) -> int:
    """Return what a character that is no ideograph says: 1 for one of prose, -3 for one that no prose has."""
    code = ord(char)
    if (
        char in "\t\n\r\u3000"
        or 0x20 <= code < 0x7F
        or 0x3001 <= code <= 0x3011
        or 0xFF01 <= code <= 0xFF5E
        or char in "“”‘’—…·《》"
    ):
        return 1
    return -3 if code < 0x20 or 0x7F <= code < 0xA0 or 0xE000 <= code <= 0xF8FF or code == 0xFFFD else 0


def _level_one(char: str) -> float:
    """Return 1 for a character of level 1 of GB 2312 or Big5, 0.2 for another."""
    try:
        if 0xB0 <= char.encode("gb2312")[0] <= 0xD7:
            return 1.0
    except UnicodeEncodeError:
        pass
    try:
        return 0.9 if 0xA4 <= char.encode("big5")[0] <= 0xC6 else 0.2
    except UnicodeEncodeError:
        return 0.2


def _read_as(data: bytes, encoding: str) -> _Reading | None:
    """Decode with one encoding; None where the bytes do not fit it."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return _Reading(text, encoding, _plausibility(text[: _SAMPLE // 2]))


def _kind_of(data: bytes) -> str:
    return next((kind for start, kind in _KINDS if data.startswith(start)), "")


def decode(data: bytes) -> tuple[str, str]:
    """Return a file's text, without byte order mark and newlines untranslated, and the encoding found.

    The encoding is a codec name of Python: utf-8, utf-8-sig, utf-16-le, utf-16-be, gb18030 or big5.

    Raises:
        ArticleError: the bytes are no text, or in none of these encodings.
    """
    kind = _kind_of(data)
    if kind:
        raise ArticleError(
            "The file is {kind}, not plain text. Save the article as plain text and open that.", kind=kind
        )
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, mark, encoding), encoding
    if b"\0" not in data:
        reading = _read_as(data, "utf-8")
        if reading is not None and _is_text(reading.text, _SURE):
            return reading.text, reading.encoding
    return _most_plausible(data)


def _marked(data: bytes, mark: bytes, encoding: str) -> str:
    try:
        text = data[len(mark) :].decode("utf-8" if encoding == "utf-8-sig" else encoding)
    except UnicodeDecodeError as problem:
        raise _damaged(data, len(mark) + problem.start, encoding.removesuffix("-sig").upper()) from None
    if not _is_text(text, _SURE):
        raise _binary()
    return text


def _binary() -> ArticleError:
    return ArticleError("The file holds no text but binary data. Save the article as plain text and open that.")


def _is_text(text: str, for_each: int = _GUESSED) -> bool:
    """Tell whether few characters are control characters: for each at least so many others."""
    controls = sum(1 for char in text[:_SAMPLE] if ord(char) < 0x20 and char not in "\t\n\r\f\v\x1a\x1c\x1d\x1e")
    return controls * for_each <= min(len(text), _SAMPLE) and "\0" not in text


def _most_plausible(data: bytes) -> tuple[str, str]:
    """Choose between the encodings that do not tell themselves."""
    encodings = ["utf-16-le", "utf-16-be"] if len(data) % 2 == 0 else []
    if b"\0" not in data:
        encodings += ["gb18030", "big5"]
    readings = [reading for encoding in encodings if (reading := _read_as(data, encoding)) is not None]
    if not any(reading.encoding == "big5" for reading in readings) and b"\0" not in data:
        readings += [reading for reading in (_read_as(data, "big5hkscs"),) if reading is not None]
    best = max(readings, key=lambda reading: reading.score, default=None)
    if best is not None and best.score >= _PLAUSIBLE and _is_text(best.text):
        return best.text, best.encoding
    if not _looks_like_text(data) or _read_as(data, "utf-8") is not None:
        raise _binary()
    at = _damage_of_utf8(data)
    if at is not None:
        raise _damaged(data, at, "UTF-8")
    raise ArticleError(
        "The file's encoding is not known: it is not UTF-8, UTF-16, GB18030 or Big5. Save it again as UTF-8."
    )


def _damage_of_utf8(data: bytes) -> int | None:
    """Return where a file that is UTF-8 for all but a few bytes has the first wrong one; None for any other file."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    whole = sum(1 for char in text if char > "\x7f") - lost
    if not whole or lost * _WHOLE_FOR_EACH_LOST > whole or _plausibility(text[: _SAMPLE // 2]) < _PLAUSIBLE / 2:
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as problem:
        return problem.start
    return None


def _damaged(data: bytes, at: int, encoding: str) -> ArticleError:
    """Say where a file is damaged: in lines, as an editor shows them, and in bytes."""
    if encoding == "UTF-8" and _is_begun(data[at:]):
        return ArticleError(
            "The file is UTF-8 but ends in the middle of a character (byte {byte}): it was cut off. "
            "Get it again, or save it again as UTF-8.",
            byte=at + 1,
        )
    before = data[:at].decode(encoding, "replace")
    return ArticleError(
        "The file is {encoding} but damaged in line {line} (byte {byte}). Get it again, or save it again as UTF-8.",
        encoding=encoding,
        line=len(before.splitlines()) + (not before or before[-1] in "\r\n"),
        byte=at + 1,
    )


def _is_begun(data: bytes) -> bool:
    """Tell whether bytes are the beginning of a character in UTF-8 and no more."""
    try:
        return not codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return False


def _looks_like_text(data: bytes) -> bool:
    head = data[:_SAMPLE]
    controls = sum(1 for byte in head if byte < 0x20 and byte not in b"\t\n\r\f\v\x1a")
    return b"\0" not in head and controls * 50 <= len(head)


def read_source(path: Path, source_id: str = "a1") -> Source:
    """Read a plain text file.

    Raises:
        ArticleError: it is missing, a folder, empty, too large, no text, or in an unknown encoding.
    """
    try:
        if path.is_dir():
            raise ArticleError("{name} is a folder. Choose a text file in it.", name=path.name or str(path))
        if path.stat().st_size > LARGEST:
            raise ArticleError(
                "{name} is larger than {limit} MB: too large for an article. Split it.",
                name=path.name,
                limit=LARGEST >> 20,
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise ArticleError("There is no file {name}. Check the name and the folder.", name=str(path)) from None
    except OSError as problem:
        raise ArticleError(
            "{name} cannot be read: {problem}.", name=path.name, problem=problem.strerror or "unknown"
        ) from None
    if not data:
        raise ArticleError("{name} is empty. Choose a file with text.", name=path.name)
    text, encoding = _decode_named(data, path.name)
    if not text.strip("\ufeff \t\r\n\f\v\u3000\x1a\u2028\u2029\u00a0\x85"):
        raise ArticleError("{name} holds nothing but white space. Choose a file with text.", name=path.name)
    if text.count("\n") + text.count("\r") > MOST_LINES:  # a quick look; blank lines are not meant
        count = sum(1 for line in text.splitlines() if not line.isspace() and line)
        if count > MOST_LINES:
            template = "{name} has {count} lines: too many for an article. Split it."
            raise ArticleError(template, name=path.name, count=count)
    return Source(source_id, path.name, encoding, text, data)


def _decode_named(data: bytes, name: str) -> tuple[str, str]:
    """Decode, with the file's name in front of whatever goes wrong."""
    try:
        return decode(data)
    except ArticleError as problem:
        raise ArticleError("{name}: {problem}", name=name, problem=problem.message) from None
