"""Small questions to a sheet, made for one token, mark or distance; each returns the faults it finds, in words.

A question that finds nothing to ask about is a fault as well: no assertion holds because its text was empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from tests.conformance.positions import MARKS, Char, Line, Sheet
from tests.conformance.register import Question
from tests.conformance.widths import EM


def inner_starts(sheet: Sheet) -> Iterator[Line]:
    """Yield the lines that go on a paragraph."""
    for lines in sheet.paragraphs():
        yield from lines[1:]


def never_starts(marks: Iterable[str]) -> Question:
    """No line starts with one of these; a paragraph may."""
    own = tuple(marks)

    def question(sheet: Sheet) -> list[str]:
        lines = list(inner_starts(sheet))
        return [f"{line.text!r}" for line in lines if line.text.startswith(own)] + ([] if lines else ["no lines"])

    return question


def somewhere_starts(mark: str) -> Question:
    def question(sheet: Sheet) -> list[str]:
        found = any(line.text.startswith(mark) for line in inner_starts(sheet))
        return [] if found else [f"no line starts with {mark}"]

    return question


def never_ends(marks: Iterable[str]) -> Question:
    """No line but a paragraph's last ends with one of these."""
    own = tuple(marks)

    def question(sheet: Sheet) -> list[str]:
        lines = [line for lines in sheet.paragraphs() for line in lines[:-1]]
        return [f"{line.text!r}" for line in lines if line.text.endswith(own)] + ([] if lines else ["no lines"])

    return question


def somewhere_ends(mark: str) -> Question:
    def question(sheet: Sheet) -> list[str]:
        found = any(line.text.endswith(mark) for lines in sheet.paragraphs() for line in lines[:-1])
        return [] if found else [f"no line ends with {mark}"]

    return question


def whole(*tokens: str) -> Question:
    """Wherever it falls, each of these stands on one line."""

    def question(sheet: Sheet) -> list[str]:
        faults, found = [], set()
        for lines in sheet.paragraphs():
            text = "".join(line.text for line in lines)
            for token in tokens:
                if token not in text:
                    continue
                found.add(token)
                if not any(token in line.text for line in lines):
                    faults.append(f"{token} is divided: {[line.text for line in lines]}")
        return faults + [f"no {token} anywhere" for token in tokens if token not in found]

    return question


def divided(token: str) -> Question:
    """Somewhere this is divided between two lines."""

    def question(sheet: Sheet) -> list[str]:
        return [] if whole(token)(sheet) and token in "".join(line.text for line in sheet.lines) else ["never divided"]

    return question


def rows(*expected: str) -> Question:
    """A paragraph's lines are these."""

    def question(sheet: Sheet) -> list[str]:
        found = [line.text for line in sheet.lines]
        return [] if found == list(expected) else [f"{found}"]

    return question


def ends_lines(*texts: str) -> Question:
    """The lines end with these, in order, as far as texts are given."""

    def question(sheet: Sheet) -> list[str]:
        pairs = list(zip(sheet.lines, texts, strict=False))
        faults = [f"{line.text!r} does not end with {text}" for line, text in pairs if not line.text.endswith(text)]
        return faults + ([] if len(pairs) == len(texts) else ["too few lines"])

    return question


def apart(first: str, last: str, width: float) -> Question:
    """From the right edge of one character to the left edge of another, further down its line, there is such room."""

    def question(sheet: Sheet) -> list[str]:
        rooms = [line.chars[b].left - line.chars[a].right for line, a, b in _pairs(sheet, first, last)]
        wrong = [f"{first}…{last} {room:.3f} apart, not {width:.3f}" for room in rooms if abs(room - width) > EM]
        return wrong if rooms else [f"no {first}…{last}"]

    return question


def _pairs(sheet: Sheet, first: str, last: str) -> Iterator[tuple[Line, int, int]]:
    for line in sheet.lines:
        texts = [char.text for char in line.chars]
        for at, text in enumerate(texts):
            if text == first and last in texts[at + 1 :]:
                yield line, at, texts.index(last, at + 1)


def gaps(a: str, b: str, width: float) -> Question:
    """Between two characters side by side there is such room on every line."""

    def question(sheet: Sheet) -> list[str]:
        found = [
            right.left - left.right
            for line in sheet.lines
            for left, right in pairwise(line.chars)
            if left.text[-1] == a and right.text[0] == b
        ]
        wrong = [f"{a}{b} {room:.3f} apart, not {width:.3f}" for room in found if abs(room - width) > EM]
        return wrong if found else [f"no {a}{b}"]

    return question


def starts_at(mark: str, place: float, *, line: int | None = None) -> Question:
    """Lines that start with a character have its left edge so many ems from the column's."""

    def question(sheet: Sheet) -> list[str]:
        found = [
            own.chars[0].left
            for own in sheet.lines
            if own.text.startswith(mark) and (line is None or own.number == line)
        ]
        wrong = [f"{mark} at {left:.3f}, not {place}" for left in found if abs(left - place) > EM]
        return wrong if found else [f"no line starts with {mark}"]

    return question


def ends_at(mark: str, place: float) -> Question:
    """Lines that end with a character, a paragraph's last left out, have its right edge so many ems down the line."""

    def question(sheet: Sheet) -> list[str]:
        lines = [line for lines in sheet.paragraphs() for line in lines[:-1] if line.text.endswith(mark)]
        found = [line.chars[-1].right for line in lines]
        wrong = [f"{mark} ends at {right:.3f}, not {place}" for right in found if abs(right - place) > EM]
        return wrong if found else [f"no line ends with {mark}"]

    return question


def ink_of(mark: str, left: float, right: float) -> Question:
    """A mark's ink lies between two places in ems from the right edge of the character before it."""

    def question(sheet: Sheet) -> list[str]:
        faults, count = [], 0
        for line in sheet.lines:
            for before, char in pairwise(line.chars):
                if char.text != mark:
                    continue
                count += 1
                edge = line.column[0] + before.right * line.size
                low, high = ((side - edge) / line.size for side in (char.ink[0], char.ink[2]))
                if low < left - EM or high > right + EM or high <= low:
                    faults.append(f"the ink of {mark} reaches from {low:.3f} to {high:.3f}")
        return faults if count else [f"no {mark}"]

    return question


def same_inside(token: str) -> Question:
    """The ink of a token's characters stands in one pattern wherever the token stands, however wide its line."""

    def question(sheet: Sheet) -> list[str]:
        patterns = [_pattern(line, chars) for line in sheet.lines for chars in occurrences(line, token)]
        if len(patterns) < 2:
            return [f"{token} only {len(patterns)} times"]
        wide = [max(places) - min(places) for places in zip(*patterns, strict=True)]
        return [f"{token} differs by {max(wide):.3f}"] if max(wide) > EM else []

    return question


def occurrences(line: Line, token: str) -> Iterator[tuple[Char, ...]]:
    """Yield the characters of every occurrence of a token on a line."""
    starts: dict[int, int] = {}
    at = 0
    for index, char in enumerate(line.chars):
        starts[at] = index
        at += len(char.text)
    starts[at] = len(line.chars)
    place = line.text.find(token)
    while place >= 0:
        first, last = starts.get(place), starts.get(place + len(token))
        if first is not None and last is not None:
            yield line.chars[first:last]
        place = line.text.find(token, place + 1)


def _pattern(line: Line, chars: tuple[Char, ...]) -> list[float]:
    origin = chars[0].ink[0]
    return [(side - origin) / line.size for char in chars for side in (char.ink[0], char.ink[2])]


def noted(remedy: str) -> Question:
    """A remedy was reported of some line."""

    def question(sheet: Sheet) -> list[str]:
        return [] if any(note.remedy == remedy for note in sheet.notes) else [f"{remedy} not reported"]

    return question


def nothing_noted(sheet: Sheet) -> list[str]:
    """Nothing was reported."""
    return [f"{note.element} at {note.at}: {note.remedy}" for note in sheet.notes]


def shows(*texts: str) -> Question:
    """Each paragraph shows these characters, all and in order, spaces left out."""

    def question(sheet: Sheet) -> list[str]:
        found = ["".join(line.text for line in lines) for lines in sheet.paragraphs()]
        wanted = ["".join(text.split()) for text in texts]
        return [] if found == wanted else [f"{found}"]

    return question


def every(*questions: Question) -> Question:
    """All of some questions, one after the other."""
    return lambda sheet: [fault for question in questions for fault in question(sheet)]


def written(line: Line) -> int:
    """How many characters besides marks stand on a line."""
    return sum(1 for char in line.chars if char.latin or char.text[0] not in MARKS)


def on_lines(wanted: Callable[[list[Line]], list[str]]) -> Question:
    """A question to each paragraph's lines."""
    return lambda sheet: [fault for lines in sheet.paragraphs() for fault in wanted(lines)]
