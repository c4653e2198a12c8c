"""All questions together that any paragraph, and any page, has to answer, whatever it says."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from msgspec.structs import replace

from tests.conformance import rules
from tests.conformance.frames import columns_of, heads_at_feet, lone_last_lines, off_grid
from tests.conformance.justified import flows, natural_last_lines, push_outs, squeeze_order, stretch_order
from tests.conformance.positions import Sheet
from tests.conformance.questions import written
from tests.conformance.register import Question
from tests.conformance.widths import EM, changes, is_known

LOOSEST = 0.25
"""Ems by which a gap may be stretched unreported."""


def loose_unreported(sheet: Sheet) -> list[str]:
    """A line with a gap stretched by more than a quarter em is reported."""
    return [
        f"{text!r} is stretched by {by:.3f}"
        for text, by, told in widest_gaps(sheet)
        if by > LOOSEST + EM / 4 and not told
    ]


def widest_gaps(sheet: Sheet) -> Iterator[tuple[str, float, bool]]:
    """Yield of every line but last ones its text, by how much its widest gap was stretched, and whether it was told."""
    for flow, lines in flows(sheet):
        for number, line in enumerate(lines[:-1]):
            if is_known(flow, number):
                told = sheet.noted(line, "loose", "token-broken", "mark-run", "overfull")
                start, end = flow.lines[number]
                pairs = zip(changes(flow, number), flow.between[start : end - 1], strict=True)
                yield line.text, max((by / gap.count for by, gap in pairs), default=0.0), told


def short_last_lines(sheet: Sheet) -> list[str]:
    """O1: the last line of several holds at least two characters besides marks, unless that was reported."""
    return [
        lines[-1].text
        for lines in sheet.paragraphs()
        if len(lines) > 1 and written(lines[-1]) < 2 and not sheet.noted(lines[-1], "short-last", "column-head")
    ]


def starts_and_ends(sheet: Sheet) -> list[str]:
    """K2, but beside ends of lines at which marks or tokens were broken, and that was reported (K4, U4)."""
    broken = "mark-run", "token-broken", "overfull"
    kept = [
        line
        for lines in sheet.paragraphs()
        for before, line in pairwise([None, *lines])
        if line and not sheet.noted(line, *broken) and not (before and sheet.noted(before, *broken))
    ]
    return rules.starts_and_ends(replace(sheet, lines=tuple(kept)))


def split_tokens(sheet: Sheet) -> list[str]:
    """U1, but for tokens that were reported (U4)."""
    return [] if any(note.remedy == "token-broken" for note in sheet.notes) else rules.split_tokens(sheet)


def of_paragraphs(indent: float, *, free: bool) -> dict[str, Question]:
    """The questions to paragraphs; ``free`` where no column asked for a number of lines."""
    return {
        "K2": starts_and_ends,
        "K3": partial(push_outs, same_count=not free),
        "U1": split_tokens,
        "U2": rules.stretched_numbers,
        "A1": squeeze_order,
        "A2": stretch_order,
        "A3": rules.right_edges,
        "P1": partial(rules.left_edges, indent=indent),
        "W1": natural_last_lines,
        "O1": short_last_lines,
        "loose": loose_unreported,
        "overlap": rules.squeezed_han,
    }


OF_PAGES: dict[str, Question] = {"O2": lone_last_lines, "P2": lambda sheet: off_grid(sheet) if sheet.lines else []}


def faults_of(sheet: Sheet, questions: dict[str, Question]) -> list[str]:
    return [f"{rule}: {fault}" for rule, question in questions.items() for fault in question(sheet)]


def subheads_at_feet(sheet: Sheet, least: int = 6) -> list[str]:
    """O2 for pages that may have no subhead, in frames whose columns are high enough for one with text under it."""
    heights: dict[str, int] = {}
    for (frame, _), lines in columns_of(sheet).items():
        heights[frame] = max(heights.get(frame, 0), len(lines))
    high = tuple(line for line in sheet.lines if heights[line.frame] >= least)
    return [fault for fault in heads_at_feet()(replace(sheet, lines=high)) if fault != "no subhead"]
