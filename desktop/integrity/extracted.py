"""Second route: the text that pdfium extracts against the source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from unicodedata import bidirectional

from msgspec import Struct

from desktop.display import PageDisplay
from desktop.errors import message
from desktop.integrity.expected import Expected, SetTexts, expected_of, without
from desktop.integrity.found import offsets_of, stretches
from desktop.integrity.report import Difference, DifferenceKind, IntegrityReport
from desktop.model.story import SourceRange

# pdfium takes these ligatures apart whatever the file says; both sides are compared taken apart.
_LIGATURES = MappingProxyType(
    str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
)

# For a soft hyphen pdfium says what it looks like where a line ends.
_AS_HYPHEN = MappingProxyType({0xAD: "-"})

# What no PDF can say: control characters, halves of surrogate pairs, code points that are no characters.
_UNSAYABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT = "\ufffd"

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
"""Directions of letters and digits (Bidi_Class) that pdfium puts in an order of its own, whatever the file says."""


_QUOTED = 100
"""Characters of a text that are quoted in a sentence."""


class _Slice(Struct, frozen=True):
    """A part of an element's expected text that should be extracted in one piece, from one source offset on."""

    element: str
    start: int
    end: int
    text: str


def check_text(
    extracted: str,
    displays: Sequence[PageDisplay],
    expected: SetTexts,
    *,
    overset: Mapping[str, Sequence[SourceRange]] | None = None,
) -> IntegrityReport:
    """Compare extracted text, what the layout added already left out, with what the placed elements should say.

    The displays only tell which elements stand on the pages, in which order and where an element is interrupted by
    another; the characters come from ``expected``.
    """
    standing: dict[str, set[int]] = {}
    for part in stretches(displays)[0]:
        standing.setdefault(part.element, set()).update(offsets_of(part.starts, part.ends))
    over = {element: without(ranges, standing.get(element, ())) for element, ranges in (overset or {}).items()}
    wanted = _plan(displays, expected, over)
    found = _plain(extracted)
    if found == "".join(part.text for part in wanted):
        return IntegrityReport(())
    return IntegrityReport(tuple(_differences(wanted, found)))


def _plain(text: str) -> str:
    """Return the text as it is compared."""
    said = _UNSAYABLE.sub(_REPLACEMENT, text.translate(_LIGATURES).translate(_AS_HYPHEN))
    return "".join(said.split())


def _plan(
    displays: Sequence[PageDisplay], expected: SetTexts, overset: Mapping[str, Sequence[SourceRange]]
) -> list[_Slice]:
    """Return the slices in reading order: an element's text, cut where another element comes between."""
    parts = [part for part in stretches(displays)[0] if part.text]
    begins: dict[str, list[int]] = {}
    for part in parts:
        begins.setdefault(part.element, []).append(part.starts[0])
    plan: list[_Slice] = []
    taken: Counter[str] = Counter()
    for part in parts:
        try:
            whole = expected_of(part.element, expected, overset.get(part.element, ()))
        except KeyError:
            continue  # an element that no story has: what it says is left over in the extracted text
        turn = taken[part.element]
        taken[part.element] += 1
        plan.append(_slice(part.element, whole, begins[part.element], turn))
    return plan


def _slice(element: str, whole: Expected, begins: Sequence[int], turn: int) -> _Slice:
    """Return the element's text from its stretch ``turn`` to the next one."""
    if len(begins) == 1:  # not interrupted, as nearly all are
        return _Slice(element, begins[0], whole.ends[-1] if whole.text else begins[0], _plain(whole.text))
    first = {start: at for at, start in reversed(tuple(enumerate(whole.starts)))}
    low = first.get(begins[turn], 0) if turn else 0
    high = first.get(begins[turn + 1], low) if turn + 1 < len(begins) else len(whole.text)
    if high <= low:
        return _Slice(element, begins[turn], begins[turn], "")
    return _Slice(element, whole.starts[low], whole.ends[high - 1], _plain(whole.text[low:high]))


def _differences(wanted: Sequence[_Slice], found: str) -> list[Difference]:
    """Walk through the extracted text element by element; where one is not found whole, say from where on."""
    differences: list[Difference] = []
    cursor = 0
    for part in wanted:
        at = found.find(part.text, cursor)
        if at == cursor or not part.text or _reordered(part.text, found[cursor : cursor + len(part.text)]):
            cursor += len(part.text)
        elif at > cursor and not any(other.text and other.text in found[cursor:at] for other in wanted):
            differences.append(_extra(found[cursor:at]))
            cursor = at + len(part.text)
        elif part.text in found:
            differences.append(_out_of_order(part))
        else:
            same = _common(part.text, found[cursor:])
            differences.append(_missing(part, same))
            cursor += same
    if not differences or _multiset_differs(wanted, found):
        differences += _count_differences(wanted, found)
    return differences


def _reordered(wanted: str, found: str) -> bool:
    """Tell whether text with a script from right to left is all there, in the order that its reader gave it."""
    turned = any(bidirectional(char) in _RIGHT_TO_LEFT for char in wanted)
    return turned and Counter(wanted) == Counter(found)


def _common(wanted: str, found: str) -> int:
    """Return how many characters agree from the start."""
    limit = min(len(wanted), len(found))
    return next((at for at in range(limit) if wanted[at] != found[at]), limit)


def _multiset_differs(wanted: Sequence[_Slice], found: str) -> bool:
    return Counter("".join(part.text for part in wanted)) != Counter(found)


def _count_differences(wanted: Sequence[_Slice], found: str) -> list[Difference]:
    """Say which characters are too few or too many on the whole."""
    need, have = Counter("".join(part.text for part in wanted)), Counter(found)
    few, many = "".join((need - have).elements()), "".join((have - need).elements())
    differences = []
    if few:
        words = message("The PDF's text lacks “{text}”.", text=_short(few))
        differences.append(Difference(DifferenceKind.MISSING, None, 0, 0, few, words))
    if many:
        words = message("The PDF's text has “{text}” too many.", text=_short(many))
        differences.append(Difference(DifferenceKind.EXTRA, None, 0, 0, many, words))
    return differences


def _extra(text: str) -> Difference:
    words = message("The PDF's text has “{text}”, which no element brings.", text=_short(text))
    return Difference(DifferenceKind.EXTRA, None, 0, 0, text, words)


def _short(text: str) -> str:
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"


def _out_of_order(part: _Slice) -> Difference:
    words = message(
        "{element}, “{text}”, is out of order in the PDF's text.", element=part.element, text=part.text[:20]
    )
    return Difference(DifferenceKind.ELEMENT_ORDER, part.element, part.start, part.end, part.text, words)


def _missing(part: _Slice, same: int) -> Difference:
    rest = part.text[same:]
    words = message("In the PDF's text {element} is not whole from “{text}” on.", element=part.element, text=rest[:20])
    return Difference(DifferenceKind.MISSING, part.element, part.start, part.end, rest, words)
