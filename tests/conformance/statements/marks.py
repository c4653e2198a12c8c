"""W1–W5: the cells of marks, marks beside each other, marks at the edges of a line."""

from __future__ import annotations

from itertools import pairwise

from msgspec.structs import replace

from desktop.model.style import FaceRole
from tests.conformance.positions import Sheet
from tests.conformance.questions import apart, ends_at, every, gaps, ink_of, starts_at
from tests.conformance.register import Assertion, Question, asserted
from tests.conformance.works import Text, lines_of

ROLES = tuple(role.value for role in FaceRole)


def between(*marks: str, role: str = "song", **options: object) -> Text:
    """Marks between 国 and 安, on lines that nothing stretches or squeezes."""
    return Text(tuple(f"国{mark}安" for mark in marks), 40, role=role, **options)


def in_every_face(*marks: str) -> tuple[Text, ...]:
    return tuple(between(*marks, role=role) for role in ROLES)


def cell(chars: str, width: float) -> tuple[tuple[str, str, float], ...]:
    """Marks in cells of another width."""
    return ((chars, "cell", width),)


# W1

CELLS = {
    "，、；": ("Commas and semicolons take 1 em", 1.0),
    "：": ("A colon takes 1 em", 1.0),
    "。．": ("Full stops take 1 em", 1.0),
    "！？": ("！ and ？ take 1 em", 1.0),
    "“‘「『": ("Opening quotation marks take 1 em", 1.0),
    "”’」』": ("Closing quotation marks take 1 em", 1.0),
    "（《〈【〖〔［｛": ("Opening brackets take 1 em", 1.0),
    "）》〉】〗〕］｝": ("Closing brackets take 1 em", 1.0),
    "·・‧": ("The interpunct takes half an em", 0.5),
    "/／": ("The solidus takes half an em", 0.5),
    "-–": ("The short connector takes half an em", 0.5),
    "—": ("The long connector takes 1 em", 1.0),
    "～": ("The swung dash takes 1 em", 1.0),
}
JOINED = {
    "——": ("A dash takes 2 em", 2.0),
    "———": ("Three dashes take 3 em", 3.0),
    "……": ("An ellipsis takes 2 em", 2.0),
    "！！": ("！！ take 1 em together", 1.0),
    "？！": ("？！ take 1 em together", 1.0),
    "！！！": ("！！！ take 2 em together", 2.0),
}


def _unbroken(sheet: Sheet) -> list[str]:
    """The ink of —— is one line, wider than one and a half em, inside its two ems."""
    faults = []
    for line in sheet.lines:
        inks = sorted(
            ((char.ink[0] - line.column[0]) / line.size, (char.ink[2] - line.column[0]) / line.size)
            for char in line.chars[1:-1]
        )
        broken = any(after[0] > ink[1] for ink, after in pairwise(inks))
        if broken or inks[-1][1] - inks[0][0] < 1.5 or inks[0][0] < 0.99 or inks[-1][1] > 3.01:
            faults.append(f"{line.text}: {inks}")
    return faults


INK = {
    "，": (0.0, 0.5), "。": (0.0, 0.5), "、": (0.0, 0.5), "；": (0.0, 0.5), "：": (0.0, 0.5), "？": (0.0, 0.5),
    "”": (0.0, 0.5), "》": (0.0, 0.5), "）": (0.0, 0.5),
    "“": (0.5, 1.0), "《": (0.5, 1.0), "（": (0.5, 1.0),
    "·": (0.0, 0.5),
}  # fmt: skip
SIDES = {
    "Points stand in the left half of their cell": "，。、；：？",
    "Closing marks stand in the left half of their cell": "”》）",
    "Opening marks stand in the right half of their cell": "“《（",
    "The interpunct stands inside its half em": "·",
}

W1 = (
    *(
        asserted(
            "W1",
            f"{says} in every face: {marks}",
            apart("国", "安", width),
            in_every_face(*marks),
            between(*marks, marks=cell(marks, width * 0.8)),
        )
        for marks, (says, width) in CELLS.items()
    ),
    *(
        asserted("W1", f"{says} in every face", apart("国", "安", width), in_every_face(mark), between(" ".join(mark)))
        for mark, (says, width) in JOINED.items()
    ),
    asserted("W1", "A dash is one unbroken line in every face", _unbroken, in_every_face("——"), between("— —")),
    *(
        asserted(
            "W1",
            f"{says} in every face: {marks}",
            every(*(ink_of(mark, *INK[mark]) for mark in marks)),
            in_every_face(*marks),
            between(*marks, marks=((marks, "lead", 0.0), (marks, "trail", 0.0), (marks, "cell", 2.0))),
        )
        for says, marks in SIDES.items()
    ),
)

# W2

FIXED = {
    "The interpunct": ("·", 0.5), "The solidus": ("/", 0.5), "The short connector": ("-", 0.5),
    "The long connector": ("—", 1.0), "The swung dash": ("～", 1.0), "The dash": ("——", 2.0),
    "The ellipsis": ("……", 2.0), "The colon": ("：", 1.0),
}  # fmt: skip


def _squeezed(mark: str, width: float, **options: object) -> Text:
    """A line that has to give half an em for the point at its end, with a mark on it between 乙 and 丙."""
    return lines_of(f"国，乙{mark}丙，国国国国国。安安安安安安", measure=10 + width, **options)


def _squeezed_between(width: float) -> Question:
    def question(sheet: Sheet) -> list[str]:
        first = replace(sheet, lines=sheet.lines[:1])
        return [*apart("乙", "丙", width)(first), *gaps("，", "乙", 0.25)(first)]

    return question


W2 = tuple(
    asserted(
        "W2",
        f"{name} keeps its width on a squeezed line",
        _squeezed_between(width),
        _squeezed(mark, width),
        _squeezed(" ".join(mark), width)
        if len(mark) > 1
        else _squeezed(mark, width, marks=((mark, "trail", 0.25), (mark, "squeeze", 5))),
    )
    for name, (mark, width) in FIXED.items()
)

# W3

_WIDE = (("spacing", "adjacent_marks", 2.0),)
PAIRS = {
    "A point and an opening mark": ("，“", "。《", "：“"),
    "A closing mark and a point": ("”，", "》。", "）；"),
    "A closing and an opening mark": ("”“", "》《", "）（"),
    "Two opening marks": ("“‘", "《“", "（《"),
    "Two closing marks": ("’”", "”》", "》）"),
    "A point and a closing mark": ("。”", "！》", "？）"),
}

W3 = (
    *(
        asserted(
            "W3",
            f"{name} take 1½ em: {'  '.join(pairs)}",
            apart("国", "安", 1.5),
            between(*pairs),
            between(*pairs, changes=_WIDE),
        )
        for name, pairs in PAIRS.items()
    ),
    asserted(
        "W3",
        "By style they take 1 em",
        apart("国", "安", 1.0),
        between("，“", "”，", "”“", variants=("close-marks",)),
        between("，“", "”，", "”“"),
    ),
    asserted(
        "W3",
        "Two points keep their 2 em",
        apart("国", "安", 2.0),
        between("，。", "；：", "、，"),
        between("，。", "；：", "、，", marks=cell("，。；：、", 0.75)),
    ),
    asserted(
        "W3",
        "A point and a dash, an interpunct, an ellipsis keep their widths",
        every(apart("甲", "乙", 3.0), apart("丙", "丁", 1.5), apart("戊", "己", 3.0)),
        lines_of("甲，——乙", "丙》·丁", "戊”……己", measure=40),
        lines_of("甲“，——乙", "丙》”·丁", "戊”“……己", measure=40),
    ),
    asserted(
        "W3",
        "An opening mark stands close to what it encloses",
        every(gaps("“", "安", 0.0), gaps("《", "安", 0.0)),
        between("，“", "”《"),
        between("，“ ", "”《 "),
    ),
    asserted(
        "W3",
        "A closing mark stands close to what it encloses",
        every(gaps("国", "”", 0.0), gaps("国", "》", 0.0)),
        between("”，", "》（"),
        between(" ”，", " 》（"),
    ),
    asserted(
        "W3",
        "Of three marks each pair gives half an em",
        apart("国", "安", 2.0),
        between("。”“", "”，“", "））、", "》”。", "“‘《", "’”》"),
        between("。”“", "”，“", changes=_WIDE),
    ),
)

# W4


def _starting(*marks: str, **options: object) -> Text:
    return lines_of(*("国" * 6 + mark + "安" * 9 for mark in marks), measure=6, **options)


_GRID = ("strict-grid",)
OPENING = {
    "quotation": "“‘",
    "corner": "「『",
    "round, square or curly": "（［｛",
    "book-title": "《〈",
    "lenticular": "【〖〔",
}

W4 = (
    *(
        asserted(
            "W4",
            f"An opening {name} mark at a line's start loses the half em before it: {marks}",
            every(*(starts_at(mark, 0.0) for mark in marks)),
            _starting(*marks),
            _starting(marks[0], variants=_GRID),
        )
        for name, marks in OPENING.items()
    ),
    asserted(
        "W4",
        "On an indented first line too",
        every(starts_at("《", 2.0), gaps("《", "安", 0.0)),
        lines_of("《安安》安", measure=9, indent=2.0),
        lines_of("《安安》安", measure=9, indent=2.0, variants=_GRID),
    ),
    asserted(
        "W4",
        "Of two opening marks the second stands close behind the first",
        every(starts_at("《", 0.0, line=1), gaps("《", "“", 0.0)),
        _starting("《“"),
        _starting("《“", changes=_WIDE),
    ),
)

# W5


def _ending(mark: str, **options: object) -> Text:
    """A line of six that a mark ends; an interpunct takes the other half em."""
    return lines_of("国国·国国国" + mark + "安" * 9, measure=6, **options)


_WHOLE_END = (("spacing", "line_end_half", False), ("spacing", "edge_squeeze", 0))
CLOSING = {
    "comma": "，",
    "enumeration comma": "、",
    "semicolon": "；",
    "colon": "：",
    "full stop": "。",
    "question mark": "？",
    "exclamation mark": "！",
    "closing quotation mark": "”",
    "closing book-title mark": "》",
    "closing parenthesis": "）",
}

W5 = (
    *(
        asserted(
            "W5",
            f"A {name} at a line's end takes half an em: {mark}",
            ends_at(mark, 6.0),
            _ending(mark),
            _ending(mark, marks=((mark, "trail", 0.0),)),
        )
        for name, mark in CLOSING.items()
    ),
    asserted(
        "W5",
        "That goes before any squeeze",
        every(ends_at("。", 5.5), gaps("，", "国", 0.5)),
        lines_of("国国，国国。安安安安安安安安", measure=5.5),
        lines_of("国国，国国。安安安安安安安安", measure=5.5, changes=_WHOLE_END),
    ),
    asserted(
        "W5",
        "A mark that would fit whole is not given more",
        every(ends_at("，", 6.0), gaps("国", "国", 0.1)),
        lines_of("国国国国国，安安安安安安", measure=6),
        lines_of("国国国国国，安安安安安安", measure=6, changes=_WHOLE_END),
    ),
)

ASSERTIONS: tuple[Assertion, ...] = (*W1, *W2, *W3, *W4, *W5)
