"""The rules of typesetting as questions to a sheet: each function returns the faults it finds, in words.

The character sets are typed in from the rules' text, not taken from the house style, so that neither can confirm the
other's slip.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from tests.conformance.positions import CLOSING, HALF, OPENING, POINTS, Char, Line, Sheet
from tests.conformance.widths import EM, NO_END, NO_START, flow_of

_TOGETHER = re.compile(
    r"[0-9A-Za-z]\|[0-9A-Za-z]"  # a number, a word
    r"|[0-9][.,:;]?\|[.,:;]?[0-9]"
    r"|[0-9]\|[%‰°℃℉]"
    r"|[+−±$¥€£￥]\|[0-9]"
    r"|—\|—|…\|…|[！？]\|[！？]"
)


def starts_and_ends(sheet: Sheet) -> list[str]:
    """K2: no closing mark, connector or interpunct starts a line, no opening mark ends one, no solidus does either.

    Two dashes are no connector. What follows white space alone is no line of a paragraph's inside.
    """
    faults = []
    for line in sheet.lines:
        first, last = line.chars[0], line.chars[-1]
        dash = line.text.startswith("——")
        if first.text[0] in NO_START and not first.latin and not dash:
            faults.append(f"{line.text!r} starts with {first.text}")
        if last.text[-1] in NO_END and not (last.latin and last.text == "/"):  # that of an address is no 分隔号
            faults.append(f"{line.text!r} ends with {last.text}")
    return faults


def split_tokens(sheet: Sheet) -> list[str]:
    """U1: what belongs together is not divided between two lines."""
    faults = []
    for lines in sheet.paragraphs():
        for line, after in pairwise(lines):
            last, first = line.chars[-1], after.chars[0]
            seam = f"{last.text[-1]}|{first.text[0]}"
            close = last.element == first.element and first.start - last.start <= len(last.text)
            if close and _TOGETHER.search(seam):
                faults.append(f"{line.text!r} | {after.text!r}")
    return faults


def left_edges(sheet: Sheet, indent: float = 2.0) -> list[str]:
    """P1, A3, W4: a paragraph's first line starts after its indent, every other at the column's edge."""
    faults = []
    for lines in sheet.paragraphs():
        for number, line in enumerate(lines):
            wanted = 0.0 if number else indent
            if abs(line.chars[0].left - inset(line) - wanted) > EM:
                faults.append(f"{line.text!r} starts at {line.chars[0].left:.3f}, not at {wanted}")
    return faults


def right_edges(sheet: Sheet) -> list[str]:
    """A3, W5: every line but a paragraph's last ends at the column's right edge, and none goes beyond it.

    A line of one token has nothing that may be stretched (U2); it stays short, and is reported as loose. Where a word
    is divided (U4), its last letter keeps the kerning that it has with the next one.
    """
    faults = []
    for lines in sheet.paragraphs():
        for line, after in pairwise([*lines, None]):
            end, wanted = line.chars[-1].right, line.measure - inset(line)
            full = line is not lines[-1] and not (sheet.noted(line, "loose", "token-broken") and _is_solid(line))
            near = 3 * EM if after and line.chars[-1].latin and adjacent(line.chars[-1], after.chars[0]) else EM
            if end > wanted + near or (full and end < wanted - near):
                faults.append(f"{line.text!r} ends at {end:.3f}, not at {wanted:.3f}")
    return faults


def _is_solid(line: Line) -> bool:
    """Whether there is no gap on a line that may be stretched."""
    return all(gap.kind == "fixed" for gap in flow_of([line]).between)


def inset(line: Line) -> float:
    """The margin on each side of a line whose size does not divide its column into whole ems (A3)."""
    return (line.measure - int(line.measure + 1e-6)) / 2


def off_grid(sheet: Sheet) -> list[str]:
    """P2: baselines stand on first_baseline + k · pitch."""
    first, pitch = sheet.page["first_baseline"], sheet.page["pitch"]
    faults = []
    for line in sheet.lines:
        steps = (line.baseline - first) / pitch
        if abs(steps - round(steps)) * pitch > 0.01:
            faults.append(f"{line.text!r} at {line.baseline}, {steps:.3f} pitches down")
    return faults


def pairs(line: Line, wanted: Callable[[Char, Char], bool]) -> list[tuple[Char, Char]]:
    return [(a, b) for a, b in pairwise(line.chars) if wanted(a, b)]


def is_han(char: Char) -> bool:
    return "\u4e00" <= char.text[0] <= "\u9fff"


def is_digit(char: Char) -> bool:
    return char.text.isascii() and char.text.isdigit()


def adjacent(char: Char, after: Char) -> bool:
    """Whether two characters are neighbours in the source, nothing between them."""
    return char.element == after.element and after.start - char.start == len(char.text)


def natural_gaps(sheet: Sheet, gap: float = 0.25) -> list[str]:
    """W1, W3, L1 where nothing is stretched or squeezed: on the last lines of paragraphs that do not fill theirs."""
    faults = []
    for line in (lines[-1] for lines in sheet.paragraphs()):
        if line.chars[-1].right > line.measure - inset(line) - EM:
            continue
        for a, b in pairwise(line.chars):
            wanted = _natural(a, b, gap) if adjacent(a, b) else None
            if wanted is not None and abs(b.left - a.right - wanted) > EM:
                faults.append(f"{a.text}{b.text} {b.left - a.right:.3f} apart, not {wanted} ({line.text!r})")
    return faults


def _natural(a: Char, b: Char, gap: float) -> float | None:
    """The room between the right edge of one cell and the left edge of the next, blank of marks in it."""
    if is_han(a) and is_han(b):
        return 0.0
    if {is_han(a), is_han(b)} == {True, False} and (is_digit(a) or is_digit(b)):
        return gap
    if (is_han(a) or is_digit(a)) and b.text in OPENING:
        return 0.5
    if a.text in CLOSING | POINTS and (is_han(b) or is_digit(b)):
        return 0.5
    if a.text in OPENING and (is_han(b) or is_digit(b)):
        return 0.0
    if (is_han(a) or is_digit(a)) and b.text in CLOSING | POINTS:
        return 0.0
    if is_han(a) and b.text in HALF:
        return 0.0
    return None


def stretched_numbers(sheet: Sheet) -> list[str]:
    """U2: the digits of a number stand exactly an advance apart, stretched line or not."""
    faults = []
    for line in sheet.lines:
        for a, b in pairs(line, lambda a, b: is_digit(a) and is_digit(b) and adjacent(a, b)):
            if abs(b.x - a.x - a.advance) > EM:
                faults.append(f"{a.text}{b.text} {b.x - a.x:.3f} apart in {line.text!r}")
    return faults


def uneven_lines(sheet: Sheet) -> list[str]:
    """A2: all gaps between Han on one line are equal."""
    faults = []
    for line in sheet.lines:
        gaps = [b.left - a.right for a, b in pairs(line, lambda a, b: is_han(a) and is_han(b) and adjacent(a, b))]
        if gaps and max(gaps) - min(gaps) > EM:
            faults.append(f"{line.text!r}: gaps from {min(gaps):.3f} to {max(gaps):.3f}")
    return faults


def squeezed_han(sheet: Sheet) -> list[str]:
    """A1: Han are never squeezed; only blank of marks, spaces and gaps is."""
    return [
        f"{a.text}{b.text} {b.left - a.right:.3f} apart in {line.text!r}"
        for line in sheet.lines
        for a, b in pairs(line, lambda a, b: is_han(a) and is_han(b) and adjacent(a, b))
        if b.left - a.right < -EM
    ]


BODY_RULES: Sequence[Callable[[Sheet], list[str]]] = (
    starts_and_ends,
    split_tokens,
    left_edges,
    right_edges,
    off_grid,
    natural_gaps,
    stretched_numbers,
    uneven_lines,
    squeezed_han,
)
"""What every body text keeps."""


def all_faults(sheet: Sheet) -> list[str]:
    return [f"{rule.__name__}: {fault}" for rule in BODY_RULES for fault in rule(sheet)]
