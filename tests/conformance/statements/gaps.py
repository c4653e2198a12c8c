"""L1, L2, H1 and W6: Han–Latin gaps, the strict grid, hanging marks, marks squeezed for a last character."""

from __future__ import annotations

from msgspec.structs import replace

from desktop.display import GlyphRun
from tests.conformance.justified import flows
from tests.conformance.positions import Sheet
from tests.conformance.questions import apart, ends_at, every, gaps, never_ends, rows, starts_at, written
from tests.conformance.register import Assertion, Question, asserted
from tests.conformance.widths import EM, changes
from tests.conformance.works import Change, Doctored, Text, lines_of
from tests.text.setting import BODY

# L1

_NO_GAP = (("spacing", "latin_gap", 0.0), ("spacing", "latin_gap_least", 0.0), ("spacing", "latin_gap_most", 0.0))


def natural(*texts: str, **options: object) -> Text:
    """Lines that nothing stretches or squeezes."""
    return Text(texts, 40, **options)


def both_sides(*tokens: str) -> Question:
    """A quarter em stands between 国 and a token, and between the token and 安."""
    return every(*(every(gaps("国", token[0], 0.25), gaps(token[-1], "安", 0.25)) for token in tokens))


def _flush_end(sheet: Sheet) -> list[str]:
    """The digits at a line's end stand at the column's edge."""
    found = [line.measure - line.chars[-1].x - line.chars[-1].advance for line in sheet.lines if line.text[-1] == "3"]
    wrong = [f"{room:.3f} behind the last digit" for room in found if abs(room) > EM]
    return wrong if found else ["no line ends with a digit"]


def spread(by: float) -> Change:
    """Every glyph so many ems further from the one before."""

    def change(run: GlyphRun) -> GlyphRun:
        return replace(run, dx=tuple(dx + by * at * run.size for at, dx in enumerate(run.dx)))

    return change


_INSIDE = natural("国（3）安", "国《A》安", "国“5G”安")
_BESIDE = natural("国2023，安", "国，57安", "国98%。安", "国：A安")

L1 = (
    asserted(
        "L1",
        "A quarter em stands between Han and digits",
        both_sides("2", "57"),
        natural("国2安", "国57安"),
        natural("国2安", "国57安", changes=_NO_GAP),
    ),
    asserted(
        "L1",
        "A quarter em stands between Han and a word",
        both_sides("A", "Python"),
        natural("国A安", "国Python安"),
        natural("国A安", "国Python安", changes=_NO_GAP),
    ),
    asserted(
        "L1",
        "A quarter em stands between Han and a percentage",
        both_sides("98%"),
        natural("国98%安"),
        natural("国98%安", changes=_NO_GAP),
    ),
    asserted(
        "L1",
        "A quarter em stands between Han and a price",
        both_sides("$1.99"),
        natural("国$1.99安"),
        natural("国$1.99安", changes=_NO_GAP),
    ),
    asserted(
        "L1",
        "A line that starts with digits has none before them",
        every(starts_at("2", 0.0), starts_at("A", 0.0)),
        lines_of("2023年国家", "AT国家", measure=40),
        Doctored(lines_of("2023年国家", "AT国家", measure=40), lambda run: replace(run, x=run.x + BODY / 4)),
    ),
    asserted(
        "L1",
        "A line that goes on with digits has none before them",
        starts_at("2", 0.0),
        lines_of("国家安定和平2023年国家安定", measure=6),
        Doctored(lines_of("国家安定和平2023年国家安定", measure=6), lambda run: replace(run, x=run.x + BODY / 4)),
    ),
    asserted(
        "L1",
        "A line that ends with digits has none behind them",
        _flush_end,
        lines_of("国国国国2023安安安安安安安安安", measure=7),
        Doctored(lines_of("国国国国2023安安安安安安安安安", measure=7), spread(-0.03)),
    ),
    asserted(
        "L1",
        "There is none between digits and the point behind them",
        every(gaps("3", "，", 0.0), gaps("%", "。", 0.0)),
        _BESIDE,
        Doctored(_BESIDE, spread(0.2)),
    ),
    asserted(
        "L1",
        "Behind a point there is its own blank, and no more",
        every(gaps("，", "5", 0.5), gaps("：", "A", 0.5)),
        _BESIDE,
        Doctored(_BESIDE, spread(0.2)),
    ),
    asserted(
        "L1",
        "There is none between an opening bracket and Latin",
        every(gaps("（", "3", 0.0), gaps("《", "A", 0.0), gaps("“", "5", 0.0)),
        _INSIDE,
        Doctored(_INSIDE, spread(0.2)),
    ),
    asserted(
        "L1",
        "There is none between Latin and a closing bracket",
        every(gaps("3", "）", 0.0), gaps("A", "》", 0.0), gaps("G", "”", 0.0)),
        _INSIDE,
        Doctored(_INSIDE, spread(0.2)),
    ),
    asserted(
        "L1",
        "There is none beside half-width points and brackets",
        every(gaps("国", "(", 0.0), gaps(")", "安", 0.0), gaps(",", "安", 0.0)),
        natural("国(甲)安", "国,安"),
        Doctored(natural("国(甲)安", "国,安"), spread(0.2)),
    ),
    asserted(
        "L1",
        "There is none beside a dash or a connector",
        every(gaps("3", "—", 0.0), gaps("—", "4", 0.0), gaps("～", "6", 0.0)),
        natural("国3——安", "国——4安", "国5～6安"),
        Doctored(natural("国3——安", "国——4安", "国5～6安"), spread(0.2)),
    ),
    asserted(
        "L1",
        "Full-width digits have none: they are Han",
        every(gaps("国", "２", 0.0), gaps("３", "安", 0.0)),
        natural("国２０２３安"),
        Doctored(natural("国２０２３安"), spread(0.2)),
    ),
    asserted(
        "L1",
        "A space typed between Han and digits takes the gap's place",
        apart("国", "2", 1 / 3),
        natural("国 2安"),
        natural("国2安"),
    ),
)

# L2

_GRID = ("strict-grid",)
_MIXED = "国家2023年，“平安”AT&T《条例》。国家（安定）——和平Python3国家，安定和平。国家安定"


def _on_cells(sheet: Sheet) -> list[str]:
    """Every Han stands on a whole cell of its line."""
    faults, asked = [], 0
    for line in sheet.lines:
        for char in line.chars:
            if "\u4e00" <= char.text <= "\u9fff":
                asked += 1
                if abs(char.left - round(char.left)) > EM:
                    faults.append(f"{char.text} at {char.left:.3f} in {line.text!r}")
    return faults if asked else ["no Han"]


def _grid(*texts: str, measure: float = 11, **options: object) -> Text:
    return Text(texts, measure, variants=_GRID, justify=False, **options)


def _off(*texts: str, measure: float = 11) -> Text:
    return Text(texts, measure, justify=False)


L2 = (
    asserted(
        "L2",
        "Every Han stands on a cell of the grid, whatever stands between, where nothing is stretched",
        _on_cells,
        _grid(*(_MIXED[at:] for at in range(8))),
        _off(*(_MIXED[at:] for at in range(8))),
    ),
    asserted(
        "L2",
        "A run of Latin or digits takes whole cells",
        every(apart("甲", "乙", 3.0), apart("丙", "丁", 1.0)),
        _grid("甲2023乙", "丙5丁"),
        _off("甲2023乙", "丙5丁"),
    ),
    asserted(
        "L2",
        "Two marks side by side take 2 em",
        apart("甲", "乙", 2.0),
        _grid("甲，“乙", "甲”。乙", "甲》《乙"),
        _off("甲，“乙", "甲”。乙", "甲》《乙"),
    ),
    asserted(
        "L2",
        "A mark at a line's end takes its whole cell",
        ends_at("，", 5.5),
        _grid("国国国国国，安安安安安安", measure=6),
        lines_of("国国国国国，安安安安安安", measure=6),
    ),
    asserted(
        "L2",
        "An opening mark at a line's start takes its whole cell",
        starts_at("《", 0.5),
        _grid("国国国国国国《安》安安安", measure=6),
        _off("国国国国国国《安》安安安", measure=6),
    ),
    asserted(
        "L2",
        "A point that does not fit is pushed out, nothing is squeezed",
        every(never_ends("。"), _on_cells),
        _grid("国，国，国国。安安安安安安安", measure=6),
        _off("国，国，国国。安安安安安安安", measure=6),
    ),
    asserted("L2", "A dash takes two cells", apart("甲", "乙", 2.0), _grid("甲——乙"), _grid("甲— —乙")),
)

# H1

_HANGING = ("hanging",)
_ENDS = {mark: lines_of(*("国" * 6 + mark + "安" * 9,), measure=6, variants=_HANGING) for mark in "，、。；：？！”》）"}


def _outside(sheet: Sheet) -> list[str]:
    """Marks at a line's end stand inside its measure."""
    return [
        f"{line.text!r} to {line.chars[-1].right:.3f}"
        for line in sheet.lines
        if line.chars[-1].right > line.measure + EM
    ]


def _hangs(mark: str) -> Question:
    """Half an em of a mark stands outside its measure, and no more."""

    def question(sheet: Sheet) -> list[str]:
        found = [line.chars[-1].right - line.measure for line in sheet.lines if line.text.endswith(mark)]
        return (
            [f"{mark} {by:.3f} outside" for by in found if abs(by - 0.5) > EM]
            if found
            else [f"no line ends with {mark}"]
        )

    return question


_ALL_ENDS = lines_of(*("国" * 6 + mark + "安" * 9 for mark in "，、。；：？！”》）"), measure=6)
_OTHERS = lines_of(*("国" * 6 + mark + "安" * 9 for mark in "；：？！”》）"), measure=6, variants=_HANGING)
_INNER = lines_of("国，国、国。国国国国国国国国国", measure=8, variants=_HANGING)

H1 = (
    asserted("H1", "By default nothing stands outside the measure", _outside, _ALL_ENDS, _ENDS["，"]),
    *(
        asserted(
            "H1",
            f"With the option half an em of {mark} hangs outside at a line's end",
            _hangs(mark),
            _ENDS[mark],
            lines_of("国" * 6 + mark + "安" * 9, measure=6),
        )
        for mark in "，、。"
    ),
    asserted(
        "H1",
        "With the option no other mark hangs",
        _outside,
        _OTHERS,
        Text(_OTHERS.texts, 6, changes=(("hanging", "by", 0.5), ("hanging", "marks", frozenset("；：？！”》）")))),
    ),
    asserted(
        "H1",
        "A mark inside a line keeps its cell",
        every(gaps("，", "国", 0.5), gaps("、", "国", 0.5)),
        natural("国，国、国。国国", variants=_HANGING),
        natural("国，国、国。国国", marks=(("，、", "cell", 1.2),)),
    ),
    asserted(
        "H1",
        "The line before a hanging mark is full",
        lambda sheet: (
            []
            if sheet.lines[0].text == "国国国国国国，" and abs(sheet.lines[0].chars[-2].right - 6) < EM
            else [sheet.lines[0].text]
        ),
        _ENDS["，"],
        lines_of("国" * 6 + "，" + "安" * 9, measure=6),
    ),
    asserted(
        "H1",
        "The marks of a head never hang",
        _outside,
        lines_of("国国国国国国，安安安安安", measure=6, variants=_HANGING, clause=True),
        _ENDS["，"],
    ),
)

# W6


def _squeezed_last(sheet: Sheet) -> list[str]:
    """The last line was squeezed to hold the paragraph's end."""
    for flow, lines in flows(sheet):
        if sum(changes(flow, len(lines) - 1)) < -0.1:
            return []
    return ["the last line has its natural width"]


_LONE = "一二三四五六七八九，十百。"
_OFF = (("lines", "last_line_squeeze", False),)

W6 = (
    asserted(
        "W6",
        "Marks are squeezed to save a lone last character",
        every(rows("一二三四五六", "七八九，十百。"), _squeezed_last),
        lines_of(_LONE, measure=6),
        lines_of(_LONE, measure=6, changes=_OFF),
    ),
    asserted(
        "W6",
        "… a character with a point and a closing mark too",
        lambda sheet: [line.text for line in sheet.lines if written(line) < 2],
        lines_of("一，二三四，“五六七，八。”", measure=6),
        lines_of("一二三四五六七", measure=6, changes=(*_OFF, ("lines", "last_line_least", 1))),
    ),
    asserted(
        "W6",
        "Nothing but marks is squeezed for it",
        lambda sheet: [
            f"{a.text}{b.text}"
            for line in sheet.lines
            for a, b in zip(line.chars, line.chars[1:], strict=False)
            if b.left - a.right < -EM
        ],
        lines_of(_LONE, measure=6),
        Doctored(lines_of(_LONE, measure=6), spread(-0.05)),
    ),
)

ASSERTIONS: tuple[Assertion, ...] = (*L1, *L2, *H1, *W6)
