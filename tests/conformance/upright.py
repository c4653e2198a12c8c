"""Questions to vertical text by the ink of its glyphs, the same whether read from a dump or from a PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise

from tests.conformance.positions import Glyph, Sheet
from tests.conformance.register import Question

EM = 0.03
"""Tolerance in ems: what is turned or centred goes by the ink, which outlines round to thousandths of an em."""


def paragraphs(sheet: Sheet) -> Iterator[list[Glyph]]:
    """Yield the glyphs of each vertical paragraph that show something, in order."""
    for _, group in groupby(sheet.upright, key=lambda glyph: glyph.element):
        yield [glyph for glyph in group if glyph.text.strip()]


def found(sheet: Sheet, token: str) -> Iterator[tuple[Glyph, list[Glyph]]]:
    """Yield the character before a token and the token's glyphs, wherever it stands."""
    for glyphs in paragraphs(sheet):
        starts: dict[int, int] = {}
        at = 0
        for index, glyph in enumerate(glyphs):
            starts[at] = index
            at += len(glyph.text)
        text = "".join(glyph.text for glyph in glyphs)
        place = text.find(token)
        if place > 0 and place in starts:
            last = starts.get(place + len(token), len(glyphs))
            yield glyphs[starts[place] - 1], glyphs[starts[place] : last]


def about(tokens: Sequence[str], fault: Callable[[Glyph, list[Glyph]], str]) -> Question:
    """A question about each token: the character before it and its glyphs; an empty answer is none."""

    def question(sheet: Sheet) -> list[str]:
        faults = []
        for token in tokens:
            answers = [fault(before, glyphs) for before, glyphs in found(sheet, token)]
            faults += [f"{token} {answer}" for answer in answers if answer] or ([] if answers else [f"no {token}"])
        return faults

    return question


def ink(glyphs: Sequence[Glyph]) -> tuple[float, float, float, float]:
    """The ink of glyphs in points: left, top, right, bottom."""
    boxes = [glyph.ink for glyph in glyphs]
    return (
        min(box[0] for box in boxes), min(box[1] for box in boxes),
        max(box[2] for box in boxes), max(box[3] for box in boxes),
    )  # fmt: skip


def axis(before: Glyph) -> float:
    """The column's axis: the middle of the em of the Han character before."""
    return before.x + before.size / 2


def foot(before: Glyph) -> float:
    """Where the cell of the Han character before ends (ideographic em box: 0.12 below the baseline)."""
    return before.y + 0.12 * before.size


def lies(_: Glyph, glyphs: list[Glyph]) -> str:
    left, top, right, bottom = ink(glyphs)
    return "" if right - left > bottom - top else "does not lie across the column"


def stands(_: Glyph, glyphs: list[Glyph]) -> str:
    left, top, right, bottom = ink(glyphs)
    return "" if bottom - top > 1.5 * (right - left) else "does not run down the column"


def on_axis(before: Glyph, glyphs: list[Glyph]) -> str:
    left, _, right, _ = ink(glyphs)
    off = abs((left + right) / 2 - axis(before)) / before.size
    return "" if off < EM else f"is {off:.3f} em off the axis"


def at_upper_right(before: Glyph, glyphs: list[Glyph]) -> str:
    left, top, right, bottom = ink(glyphs)
    size, middle, start = before.size, axis(before), foot(before)
    across = (left - middle) / size > -EM and (right - middle) / size < 0.5 + EM
    along = (top - start) / size > -EM and (bottom - start) / size < 0.5 + EM
    return "" if across and along else "does not stand at the upper right of its cell"


def in_half(before: Glyph, glyphs: list[Glyph], half: int) -> str:
    """The ink stands in the first or second half of its cell down the column."""
    _, top, _, bottom = ink(glyphs)
    start = foot(before) / before.size + half / 2
    inside = top / before.size > start - EM and bottom / before.size < start + 0.5 + EM
    return "" if inside else f"does not stand in half {half}"


def in_middle(before: Glyph, glyphs: list[Glyph]) -> str:
    _, top, _, bottom = ink(glyphs)
    middle = ((top + bottom) / 2 - foot(before)) / before.size
    return on_axis(before, glyphs) or ("" if abs(middle - 0.5) < EM else f"stands {middle:.3f} em down its cell")


def upright(before: Glyph, glyphs: list[Glyph]) -> str:
    """Each glyph upright in an em of its own."""
    middles = [(glyph.ink[1] + glyph.ink[3]) / 2 / before.size for glyph in glyphs]
    if any(glyph.turned for glyph in glyphs):
        return "is turned"
    apart = all(abs(b - a - 1) < EM for a, b in pairwise(middles))
    return next((off for glyph in glyphs if (off := on_axis(before, [glyph]))), "") or (
        "" if apart else "not an em apart"
    )


def turned(_: Glyph, glyphs: list[Glyph]) -> str:
    return "" if all(glyph.turned for glyph in glyphs) else "is not turned"


def combined(before: Glyph, glyphs: list[Glyph]) -> str:
    """The glyphs side by side in one em."""
    left, top, right, bottom = ink(glyphs)
    flat = max(glyph.y for glyph in glyphs) - min(glyph.y for glyph in glyphs) < before.size / 50
    inside = (right - left) / before.size < 1 + EM and (bottom - top) / before.size < 1 + EM
    return "" if flat and inside and not any(glyph.turned for glyph in glyphs) else "does not share one cell"


def same_ink(quote: str, corner: str) -> Question:
    """A quotation mark's ink is that of a corner bracket in the same place."""

    def question(sheet: Sheet) -> list[str]:
        boxes = [
            [(side - origin) / before.size for side, origin in zip(ink(glyphs), (before.x, before.y) * 2, strict=True)]
            for token in (quote, corner)
            for before, glyphs in found(sheet, token)
        ]
        if len(boxes) != 2:
            return [f"{quote} and {corner} {len(boxes)} times"]
        off = max(abs(a - b) for a, b in zip(*boxes, strict=True))
        return [f"{quote} differs from {corner} by {off:.3f}"] if off > EM else []

    return question
