r"""Any text as XML text: characters that XML 1.0 forbids (control characters, U+FFFE) as ``\hex;``."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\\\\\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"\\([0-9a-f]{1,6});")


def escape(text: str) -> str:
    """Return text that XML can hold; a backslash is escaped too, so that nothing is ambiguous."""
    return _FORBIDDEN.sub(lambda found: f"\\{ord(found[0]):x};", text)


def unescape(text: str) -> str:
    """Return the text that was escaped.

    Raises:
        ValueError: An escape names no character.
    """
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
