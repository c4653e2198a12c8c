"""Questions about columns, the grid and pictures: O2, B1, B2, P2 and what text keeps clear of.

A column is told by its frame and its left edge. Heights are compared by baselines, which are the same for all columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tests.conformance.positions import Box, Line, Sheet
from tests.conformance.register import Question
from tests.conformance.widths import EM

NEAR = 0.02
"""Points; a dump rounds to a thousandth, pdfium counts in single precision."""

ASCENT = 0.88
"""Part of the em box above the baseline (OpenType BASE of CJK faces)."""

Key = tuple[str, float]


def columns_of(sheet: Sheet) -> dict[Key, list[Line]]:
    """Return the lines of each column from top to bottom; what stands across several columns is in the first."""
    found: dict[Key, list[Line]] = {}
    for line in sheet.lines:
        found.setdefault((line.frame, round(line.column[0], 1)), []).append(line)
    return {key: sorted(lines, key=lambda line: line.baseline) for key, lines in found.items()}


def _is(sheet: Sheet, line: Line, *roles: str) -> bool:
    return any(sheet.roles.get(element or "") in roles for element in line.elements)


# O2


def lone_last_lines(sheet: Sheet) -> list[str]:
    """O2: no column starts with the last line of a paragraph, unless that was reported."""
    faults = []
    for lines in sheet.paragraphs():
        for before, line in pairwise(lines):
            moved = (before.frame, before.column) != (line.frame, line.column)
            if moved and line is lines[-1] and not sheet.noted(line, "column-head"):
                faults.append(f"{line.text!r} starts a column")
    return faults


def heads_at_feet(lines_under: int = 2) -> Question:
    """O2: the first lines of text behind a subhead, so many of them, stand in its column, unless that was reported."""

    def question(sheet: Sheet) -> list[str]:
        faults, asked = [], 0
        for at, head in enumerate(sheet.lines):
            behind = sheet.lines[at + 1 : at + 1 + lines_under]
            if not _is(sheet, head, "subhead") or not behind or _is(sheet, behind[0], "subhead"):
                continue
            asked += 1
            under = [line for line in behind if not _is(sheet, line, "subhead")]
            # A head that opens its frame stands over all of its columns.
            opens = all(_is(sheet, line, "subhead") for line in sheet.lines[:at] if line.frame == head.frame)
            place = (head.frame,) if opens else (head.frame, head.column)
            left = [line.text for line in under if (line.frame, line.column)[: len(place)] != place]
            told = any(note.remedy == "head-foot" and note.element in head.elements for note in sheet.notes)
            if left and not told:
                faults.append(f"{left} are not under {head.text!r}")
        return faults if asked else [*faults, "no subhead"]

    return question


# B1


def uneven_columns(sheet: Sheet, shorter: int = 1) -> list[str]:
    """B1: the columns of a frame are as long as each other to a line; the last may be that much shorter."""
    pitch = sheet.page["pitch"]
    feet: dict[str, list[tuple[float, float]]] = {}
    for (frame, left), lines in columns_of(sheet).items():
        feet.setdefault(frame, []).append((left, lines[-1].baseline / pitch))
    faults, asked = [], 0
    for frame, found in feet.items():
        *heights, last = [foot for _, foot in sorted(found)]
        if not heights:
            continue
        asked += 1
        short = max(heights) - last
        if max(heights) - min(heights) > 1.01 or not -0.01 <= short <= shorter + 0.01:
            faults.append(f"{frame}: columns end at {[round(height, 2) for height in (*heights, last)]} lines")
    return faults if asked else [*faults, "no columns"]


def early_feet(most: int = 6) -> Question:
    """B1 beside O2: a column ends early only for the subhead that starts the next one and had no room under it."""

    def question(sheet: Sheet) -> list[str]:
        pitch = sheet.page["pitch"]
        faults, asked = [], 0
        columns = sorted(columns_of(sheet).items())
        feet = {key: lines[-1].baseline / pitch for key, lines in columns}
        for (key, _), (after, lines) in pairwise(columns):
            if key[0] != after[0]:
                continue
            asked += 1
            short = max(foot for other, foot in feet.items() if other[0] == key[0]) - feet[key]
            if short > 1.01 and (short >= most or not _is(sheet, lines[0], "subhead")):
                faults.append(f"{key} ends {short:.2f} lines early, {lines[0].text!r} starts the next column")
        return faults if asked else [*faults, "no columns"]

    return question


# P2, B2


def off_grid(sheet: Sheet) -> list[str]:
    """P2: baselines of body stand on first_baseline + k · pitch."""
    first, pitch = sheet.page["first_baseline"], sheet.page["pitch"]
    faults = []
    for line in sheet.lines:
        steps = (line.baseline - first) / pitch
        if abs(steps - round(steps)) * pitch > NEAR:
            faults.append(f"{line.text!r} at {line.baseline:.3f}, {steps:.3f} pitches down")
    return faults if sheet.lines else ["no lines"]


def shared_baselines(sheet: Sheet) -> list[str]:
    """P2: every line of one column that has another beside it shares its baseline with that."""
    pitch = sheet.page["pitch"]
    places = {key: [line.baseline for line in lines] for key, lines in columns_of(sheet).items()}
    faults, asked = [], 0
    for (frame, left), own in places.items():
        for (other, right), theirs in places.items():
            if (frame, left) >= (other, right):
                continue
            for baseline in own:
                near = min((abs(baseline - their) for their in theirs), default=pitch)
                asked += near < NEAR
                if NEAR < near < pitch / 2 - NEAR:
                    faults.append(f"{frame} at {baseline:.2f}, {near:.2f} beside {other}")
    return faults if asked else [*faults, "no line beside another"]


def one_pitch(sheet: Sheet) -> list[str]:
    """P2, P1: lines of one paragraph in one column follow each other by one pitch, and so do paragraphs."""
    pitch = sheet.page["pitch"]
    faults, asked = [], 0
    for lines in columns_of(sheet).values():
        for above, below in pairwise(lines):
            asked += 1
            if abs(below.baseline - above.baseline - pitch) > NEAR:
                faults.append(f"{below.text!r} {below.baseline - above.baseline:.2f} under {above.text!r}")
    return faults if asked else ["no lines"]


def whole_pitches(*kinds: str) -> Question:
    """B2: frames of some kinds begin and end on lines of the grid."""

    def question(sheet: Sheet) -> list[str]:
        top, pitch = sheet.page["type_area"][1], sheet.page["pitch"]
        faults, asked = [], 0
        for frame in sheet.page["frames"]:
            _, y, _, height = frame["box"]
            if frame["kind"] in kinds and height:
                asked += 1
                lines = (y - top) / pitch, height / pitch
                if any(abs(number - round(number)) * pitch > NEAR for number in lines):
                    faults.append(f"{frame['id']} begins at {lines[0]:.3f} and is {lines[1]:.3f} lines high")
        return faults if asked else [f"no {kinds}"]

    return question


def pictures_on_lines(sheet: Sheet) -> list[str]:
    """B2: pictures as they are painted begin and end on lines of the grid."""
    top, pitch = sheet.page["type_area"][1], sheet.page["pitch"]
    faults = []
    for box in sheet.pictures:
        for edge in (box[1], box[3]):
            lines = (edge - top) / pitch
            if abs(lines - round(lines)) * pitch > NEAR:
                faults.append(f"a picture's edge lies {lines:.3f} lines down")
    return faults if sheet.pictures else ["no picture"]


def pictures_on_columns(measure: int, gutter: int) -> Question:
    """B2: pictures as they are painted are whole columns wide, and stand at columns."""

    def question(sheet: Sheet) -> list[str]:
        left, body = sheet.page["type_area"][0], sheet.page["body"]
        step = (measure + gutter) * body
        faults = []
        for box in sheet.pictures:
            columns = (box[0] - left) / step, (box[2] - box[0] + gutter * body) / step
            if any(abs(number - round(number)) * step > NEAR for number in columns):
                faults.append(f"a picture at column {columns[0]:.3f}, {columns[1]:.3f} columns wide")
        return faults if sheet.pictures else ["no picture"]

    return question


# Runaround


def clear_of_pictures(beside: float = 1.0) -> Question:
    """Text keeps out of pictures, so many ems of the body beside them."""

    def question(sheet: Sheet) -> list[str]:
        away = beside * sheet.page["body"] - NEAR
        faults, asked = [], 0
        for box, line in _meetings(sheet):
            asked += 1
            for char in line.chars:
                left, right = (line.column[0] + edge * line.size for edge in (char.left, char.right))
                if right > box[0] - away and left < box[2] + away:
                    faults.append(f"{char.text} of {line.text!r} from {left:.2f} to {right:.2f}, {box}")
        return faults if asked or (not beside and sheet.pictures) else ["no line beside a picture"]

    return question


def _meetings(sheet: Sheet) -> Iterator[tuple[Box, Line]]:
    """Yield pictures with the lines whose em boxes stand at their height and in whose column they stand."""
    for box in sheet.pictures:
        for line in sheet.lines:
            top, bottom = line.baseline - ASCENT * line.size, line.baseline + (1 - ASCENT) * line.size
            across = line.column[0] < box[2] and line.column[1] > box[0]
            if across and top < box[3] - NEAR and bottom > box[1] + NEAR:
                yield box, line


def empty_above_and_below(lines: int = 1) -> Question:
    """So many lines stay empty above and below a picture in the columns that it crosses."""

    def question(sheet: Sheet) -> list[str]:
        away = lines * sheet.page["pitch"]
        faults = []
        for left, top, right, bottom in sheet.pictures:
            for line in sheet.lines:
                edges = [line.column[0] + edge * line.size for edge in (line.chars[0].left, line.chars[-1].right)]
                inside = edges[0] < right - NEAR and edges[1] > left + NEAR
                high = line.baseline - ASCENT * line.size
                if inside and top - away < high + line.size - NEAR and high < bottom + away - NEAR:
                    faults.append(f"{line.text!r} at {line.baseline:.2f}, the picture from {top:.2f} to {bottom:.2f}")
        return faults if sheet.pictures else ["no picture"]

    return question


def on_sides(*wanted: str) -> Question:
    """Beside pictures text stands on these sides of them, and on no other."""

    def question(sheet: Sheet) -> list[str]:
        found = {
            "left" if line.column[0] + line.chars[-1].right * line.size < box[0] + NEAR else "right"
            for box, line in _meetings(sheet)
        }
        return [] if found == set(wanted) else [f"text on {sorted(found)}"]

    return question


def whole_beside_pictures(sheet: Sheet) -> list[str]:
    """A3: lines beside pictures are whole ems wide, and leave less than an em besides the distance."""
    faults, asked = [], 0
    inner = {id(line) for lines in sheet.paragraphs() for line in lines[1:-1]}
    for _, line in _meetings(sheet):
        if id(line) in inner:
            asked += 1
            wide = line.chars[-1].right - line.chars[0].left
            if abs(wide - round(wide)) > EM or wide < 5 - EM:
                faults.append(f"{line.text!r} is {wide:.3f} em wide")
    return faults if asked else ["no line beside a picture"]


def sides_in_turn(sheet: Sheet) -> list[str]:
    """Where text stands on both sides of a picture, a line goes on at its right before the next one begins."""
    faults, asked = [], 0
    for above, below in pairwise(sheet.lines):
        if abs(above.baseline - below.baseline) < NEAR and above.column == below.column:
            asked += 1
            if above.chars[0].x > below.chars[0].x or above.chars[-1].start > below.chars[0].start:
                faults.append(f"{above.text!r} before {below.text!r}")
    return faults if asked else ["no line on both sides"]


def inside_columns(sheet: Sheet, roles: Sequence[str] = ("body",)) -> list[str]:
    """Every line stands inside its column."""
    found = [line for line in sheet.lines if not sheet.roles or _is(sheet, line, *roles)]
    return [
        f"{line.text!r} from {line.chars[0].left:.3f} to {line.chars[-1].right:.3f}"
        for line in found
        if line.chars[0].left < -EM or line.chars[-1].right > line.measure + EM
    ] + ([] if found else ["no lines"])
