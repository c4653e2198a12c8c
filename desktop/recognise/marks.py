"""Classes of characters: Han, points, quotes, brackets; and lengths counted without white space."""

from __future__ import annotations

STOPS = "。！？!?…"
"""Marks that end a sentence (GB/T 15834-2011 clause 4.1–4.3, and the ellipsis)."""
COMMAS = "，、,；;"
COLONS = "：:"
DASHES = "—–-―"
OPENING_QUOTES = "“‘「『﹁﹃"
CLOSING_QUOTES = "”’」』﹂﹄"
QUOTES = OPENING_QUOTES + CLOSING_QUOTES + "\"'＂＇"
OPENING_BRACKETS = "（(【〔［[《〈｛{〖"
CLOSING_BRACKETS = "）)】〕］]》〉｝}〗"
BRACKETS = OPENING_BRACKETS + CLOSING_BRACKETS
DOTS = "·•‧・∙"
"""Marks used as the 间隔号; only the first is the standard's (GB/T 15834-2011 clause 4.14)."""

HAN = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x3FFFF), (0xF900, 0xFAFF), (0x2E80, 0x2FDF))
"""Code points of Han characters, besides 〇 and 々."""
_CJK_PUNCTUATION = ((0x3001, 0x303F), (0xFF01, 0xFF0F), (0xFF1A, 0xFF20), (0xFF3B, 0xFF40), (0xFF5B, 0xFF65))


def is_han(char: str) -> bool:
    """Tell whether a character is a Han character; 〇 and 々 count."""
    code = ord(char)
    if 0x4E00 <= code <= 0x9FFF:
        return True
    return char in "〇々" or any(low <= code <= high for low, high in HAN)


def is_cjk_mark(char: str) -> bool:
    """Tell whether a character is punctuation of Chinese text, …, — and · included."""
    if char in "…—·“”‘’":
        return True
    code = ord(char)
    return code > 0x3000 and char not in "〇々" and any(low <= code <= high for low, high in _CJK_PUNCTUATION)


def is_latin(char: str) -> bool:
    """Tell whether a character is a letter or digit of an alphabetic run, half-width."""
    return (char.isascii() and char.isalnum()) or "\u00c0" <= char <= "\u024f"


def count(text: str) -> int:
    """Return the number of characters without white space."""
    return sum(map(len, text.split()))


def last_mark(text: str) -> str:
    """Return the last character that is neither white space nor a closing quote or bracket; or ''."""
    for char in reversed(text):
        if not (char.isspace() or char in CLOSING_QUOTES or char in CLOSING_BRACKETS or char in "\"'"):
            return char
    return ""


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends with a mark that ends a sentence, closing quotes and brackets skipped."""
    mark = last_mark(text)
    return bool(mark) and mark in STOPS
