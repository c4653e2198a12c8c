"""A1, A2 and K3 as questions to a sheet, each line compared with what ``widths`` works out for its characters."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.conformance.positions import Line, Sheet
from tests.conformance.widths import (
    EM,
    HOUSE,
    Flow,
    Numbers,
    changes,
    flow_of,
    is_known,
    push_out,
    squeezes,
    stretches,
)


def flows(sheet: Sheet, numbers: Numbers = HOUSE) -> Iterator[tuple[Flow, list[Line]]]:
    """Yield the flow of each paragraph with its lines."""
    for lines in sheet.paragraphs():
        flow = flow_of(lines, numbers)
        if len(flow.lines) == len(lines):
            yield flow, lines


def _wrong(sheet: Sheet, numbers: Numbers, wanted: Callable[[Flow, int, Numbers], list[float] | None]) -> list[str]:
    faults = []
    for flow, lines in flows(sheet, numbers):
        for number, line in enumerate(lines):
            expected = wanted(flow, number, numbers) if is_known(flow, number) else None
            if expected is None:
                continue
            found = changes(flow, number)
            start, _ = flow.lines[number]
            for at, (own, right) in enumerate(zip(found, expected, strict=True)):
                if abs(own - right) > EM:
                    pair = flow.items[start + at].text + flow.items[start + at + 1].text
                    faults.append(f"{line.text!r}: {pair} changed by {own:.3f}, not by {right:.3f}")
    return faults


def squeeze_order(sheet: Sheet, numbers: Numbers = HOUSE) -> list[str]:
    """A1: on every squeezed line the steps are used up one after another, equally within each."""

    def taken(flow: Flow, line: int, _: Numbers) -> list[float] | None:
        found = squeezes(flow, line)
        return None if found is None else [-by for by in found]

    return _wrong(sheet, numbers, taken)


def stretch_order(sheet: Sheet, numbers: Numbers = HOUSE) -> list[str]:
    """A2: on every stretched line word spaces grow first, then Han–Latin gaps, then all other gaps equally."""
    return _wrong(sheet, numbers, stretches)


def natural_last_lines(sheet: Sheet, numbers: Numbers = HOUSE) -> list[str]:
    """W1, W3, L1 where nothing is stretched or squeezed: on paragraphs' last lines that fit by nature."""
    faults = []
    for flow, lines in flows(sheet, numbers):
        last = len(lines) - 1
        found = changes(flow, last)
        if is_known(flow, last) and sum(found) > -EM / 4 and any(abs(by) > EM for by in found):
            faults.append(f"{lines[-1].text!r} is not as wide as by nature: {[round(by, 3) for by in found]}")
    return faults


def push_outs(sheet: Sheet, numbers: Numbers = HOUSE, *, same_count: bool = False) -> list[str]:
    """K3: no line ends early where what follows could have been squeezed in.

    ``same_count``: a paragraph that columns gave a line more for O2 is not asked.
    """
    faults = []
    for flow, lines in flows(sheet, numbers):
        for number, line in enumerate(lines[:-1]):
            left = push_out(flow, number, same_count=same_count)
            if left is not None and not sheet.noted(line, "mark-run", "token-broken", "overfull"):
                faults.append(f"{line.text!r} could have taken in {left!r}")
    return faults
