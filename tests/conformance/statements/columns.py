"""O2, B1 and P2: columns are level, paragraphs and subheads stand well in them, and all lines on one grid."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from desktop.display import GlyphRun
from desktop.model.edition import Edition
from desktop.model.story import Role
from tests.compose.pages import edition, story, tiny, words
from tests.compose.test_jumps import composed as composed_pages
from tests.compose.test_jumps import jumping
from tests.compose.test_jumps import page_of as jump_page
from tests.conformance.articles import LAYOUTS, SAMPLES, notes_of
from tests.conformance.frames import (
    early_feet,
    heads_at_feet,
    lone_last_lines,
    off_grid,
    one_pitch,
    shared_baselines,
    uneven_columns,
)
from tests.conformance.positions import Sheet
from tests.conformance.questions import every
from tests.conformance.register import Assertion, asserted
from tests.conformance.widths import EM
from tests.conformance.works import Article, Doctored, Made, Subject, Work, page_work

Part = tuple[Role, str]
PITCH = 12.0
TEXT_SLOT = '<slot id="t" kind="text" roles="subhead body" lines="auto"{}/>'


def columned(
    *parts: Part, columns: int = 4, lines: int = 40, more: str = "", asked: tuple[Role, ...] = (), **rules: object
) -> Work:
    """A page of columns of ten characters of 10 pt; ``rules`` are the house's rules of lines."""
    page = tiny(f"<stack>{TEXT_SLOT.format(more)}</stack>", columns=columns, lines=lines)
    made = ten_points(edition(page, story(*parts)))
    typography = made.style.typography
    typography = replace(typography, lines=replace(typography.lines, **rules))
    return page_work(replace(made, style=replace(made.style, typography=typography)), *asked)


def ten_points(made: Edition) -> Edition:
    """The edition with body of the size that its grid is made for."""
    flow = made.style.flow
    own = {role: replace(flow[role], sizes=(10.0,)) for role in (Role.BODY, Role.JUMP_LINE)}
    return replace(made, style=replace(made.style, flow={**flow, **own}))


def sections(*lengths: int) -> list[Part]:
    """Sections of one paragraph each under subheads."""
    pairs = (((Role.SUBHEAD, f"第{at}节"), (Role.BODY, words(length, at))) for at, length in enumerate(lengths, 1))
    return [part for pair in pairs for part in pair]


def running(*lengths: int) -> list[Part]:
    return [(Role.BODY, words(length, at)) for at, length in enumerate(lengths)]


def columns_of(parts: list[Part], **options: object) -> Made:
    return Made(lambda: columned(*parts, **options))


LENGTHS = (
    (31, 52, 47, 38, 61), (25, 83, 29, 44), (42, 42, 42, 42, 42, 42), (33, 28, 95, 51), (64, 21, 37, 58, 30),
    (27, 46, 33, 71), (55, 39, 24, 48, 36, 29),
)  # fmt: skip
COUNTS = (2, 3, 4, 5)


def _bodies(columns: int, **rules: object) -> tuple[Subject, ...]:
    return tuple(columns_of(running(*lengths), columns=columns, **rules) for lengths in LENGTHS)


def _sections(**rules: object) -> tuple[Subject, ...]:
    return tuple(columns_of(sections(*lengths), columns=count, **rules) for lengths in LENGTHS for count in (3, 4))


def samples(layout: str, *roles: Role) -> tuple[Article, ...]:
    return tuple(Article(path, layout, roles) for path in SAMPLES)


NO_O2 = {"keep_last_line": False, "lines_under_head": 0}
BODIES = {count: _bodies(count) for count in COUNTS}
CARELESS = tuple(subject for count in COUNTS for subject in _bodies(count, **NO_O2))
SECTIONS, CARELESS_SECTIONS = _sections(), _sections(**NO_O2)

# O2


def _well_divided(sheet: Sheet) -> list[str]:
    return [*lone_last_lines(sheet), *(fault for fault in heads_at_feet()(sheet) if fault != "no subhead")]


O2 = (
    *(
        asserted(
            "O2",
            f"In {count} columns none starts with the last line of a paragraph",
            lone_last_lines,
            BODIES[count],
            CARELESS,
        )
        for count in COUNTS
    ),
    asserted("O2", "No subhead ends a column", heads_at_feet(1), SECTIONS, CARELESS_SECTIONS),
    asserted("O2", "Two lines of text at least stand under a subhead", heads_at_feet(2), SECTIONS, CARELESS_SECTIONS),
    asserted("O2", "A style may ask for three", heads_at_feet(3), _sections(lines_under_head=3), SECTIONS),
    asserted(
        "O2",
        "With subheads between, no column starts with the last line of a paragraph",
        lone_last_lines,
        SECTIONS,
        CARELESS_SECTIONS,
    ),
    *(
        asserted(
            "O2",
            f"On the samples on {layout} neither last lines start columns nor subheads end them",
            _well_divided,
            samples(layout),
            CARELESS_SECTIONS,
        )
        for layout in LAYOUTS
    ),
)

# B1

_OVERSET, _ROOMY = columns_of(running(300, 300), columns=3, lines=9), columns_of(running(60), columns=3, lines=9)


def raised(run: GlyphRun) -> GlyphRun:
    """The page's left part three lines higher."""
    return replace(run, y=run.y - 3 * PITCH) if run.x < 300 else run


def _level(*, shorter: int = 2) -> partial[list[str]]:
    return partial(uneven_columns, shorter=shorter)


def _full(sheet: Sheet) -> list[str]:
    feet = {line.column: 0.0 for line in sheet.lines}
    for line in sheet.lines:
        feet[line.column] = max(feet[line.column], line.baseline)
    last = sheet.page["first_baseline"] + 8 * sheet.page["pitch"]
    return [f"a column ends at {foot:.1f}, not at {last:.1f}" for foot in feet.values() if abs(foot - last) > 0.1]


_ONES = tuple(columns_of(running(length), columns=4) for length in range(150, 190, 7))
_BROKEN = tuple(columns_of(running(*lengths), more=' break="3"') for lengths in LENGTHS)


B1 = (
    *(
        asserted(
            "B1", f"{count} columns are level to a line", _level(), BODIES[count], Doctored(BODIES[count][0], raised)
        )
        for count in COUNTS
    ),
    asserted(
        "B1",
        "Among subheads a column ends early only for the one that starts the next",
        early_feet(),
        SECTIONS,
        tuple(Doctored(one, raised) for one in SECTIONS[:6]),
    ),
    asserted(
        "B1",
        "The last column of one paragraph is a line shorter at most",
        _level(shorter=1),
        _ONES,
        Doctored(_ONES[0], raised),
    ),
    asserted("B1", "Broken columns are level", _level(), _BROKEN, Doctored(_BROKEN[0], raised)),
    asserted("B1", "Columns that cannot hold their text are full to the last line", _full, _OVERSET, _ROOMY),
    *(
        asserted(
            "B1",
            f"The columns of the samples on {layout} are level",
            _level(),
            samples(layout, Role.BODY, Role.SUBHEAD),
            Doctored(samples(layout, Role.BODY, Role.SUBHEAD)[0], raised),
        )
        for layout in LAYOUTS
    ),
)

# P2


def dropped(run: GlyphRun) -> GlyphRun:
    """Whatever stands in the page's right half a quarter of a point lower."""
    return replace(run, y=run.y + 0.25) if run.x > 150 else run


def spread(run: GlyphRun) -> GlyphRun:
    """Every second line half a point lower."""
    return replace(run, y=run.y + 0.5 * (run.line % 2))


def headed(text: str, *asked: Role) -> Work:
    """A head group of its own height over four columns of text."""
    slot = '<slot id="h" kind="head" roles="kicker headline deck" lines="auto"/>'
    parts = ((Role.KICKER, "一江清水"), (Role.HEADLINE, text), (Role.DECK, "两岸新风入画来"), *running(200, 150))
    return page_work(ten_points(edition(tiny(f"<stack>{slot}{TEXT_SLOT.format('')}</stack>"), story(*parts))), *asked)


HEADS = ("老街灯火渐次亮", "春潮涌动 新港启航", "平安")
_UNDER_HEADS = tuple(Made(partial(headed, text, Role.BODY)) for text in HEADS)
_UNDER_SUBHEADS = tuple(columns_of(sections(*lengths), asked=(Role.BODY,)) for lengths in LENGTHS)

P2 = (
    asserted("P2", "Body stands on the grid", off_grid, BODIES[4], Doctored(BODIES[4][0], dropped)),
    asserted("P2", "… under heads of every height", off_grid, _UNDER_HEADS, Doctored(_UNDER_HEADS[0], dropped)),
    asserted(
        "P2",
        "… under subheads of one line and a half",
        off_grid,
        _UNDER_SUBHEADS,
        Doctored(_UNDER_SUBHEADS[0], dropped),
    ),
    asserted(
        "P2",
        "Lines side by side share their baselines, beside subheads too",
        shared_baselines,
        _UNDER_SUBHEADS,
        Doctored(_UNDER_SUBHEADS[0], dropped),
    ),
    asserted("P2", "There is one pitch in all columns", one_pitch, BODIES[3], Doctored(BODIES[3][0], spread)),
    *(
        asserted(
            "P2",
            f"The body of the samples on {layout} stands on one grid, in all frames",
            every(off_grid, shared_baselines),
            samples(layout, Role.BODY),
            Doctored(samples(layout, Role.BODY)[0], dropped),
        )
        for layout in LAYOUTS
    ),
)

# Jump lines


def _going_on(number: int) -> Work:
    """One of two pages that a text runs through."""
    page = jumping(story((Role.BODY, words(900))), jump_page(20), jump_page(40))
    found = composed_pages(ten_points(page))[number]
    return Work(found.display, notes_of(found))


_FROM, _ON = Made(partial(_going_on, 0)), Made(partial(_going_on, 1))


def goes_on_elsewhere(sheet: Sheet) -> list[str]:
    """下转 is the last line of the last column, on the grid and flush right."""
    lines = [line for line in sheet.lines if line.text == "（下转第4版）"]
    if len(lines) != 1:
        return [f"下转 {len(lines)} times"]
    (line,) = lines
    last = line.column[0] == max(each.column[0] for each in sheet.lines)
    lowest = max(each.baseline for each in sheet.lines) - line.baseline < 0.1
    faults = off_grid(replace(sheet, lines=(line,)))
    faults += [] if abs(line.chars[-1].right - line.measure) < EM else [f"ends at {line.chars[-1].right:.3f}"]
    return faults if last and lowest else [*faults, "下转 is not the last line"]


def comes_from_elsewhere(sheet: Sheet) -> list[str]:
    """上接 begins the first line of the first column, the text goes on behind it on the same baseline, flush right."""
    first = min(line.column[0] for line in sheet.lines)
    top = min(line.baseline for line in sheet.lines)
    lines = [line for line in sheet.lines if abs(line.baseline - top) < 0.1 and abs(line.column[0] - first) < 0.1]
    chars = sorted((char for line in lines for char in line.chars), key=lambda char: char.ink[0])
    text = "".join(char.text for char in chars)
    faults = off_grid(replace(sheet, lines=tuple(lines)))
    faults += [] if text.startswith("（上接第1版）") and len(text) > 7 else [f"the text begins {text!r}"]
    edges = chars[0].left, lines[0].measure - chars[-1].right
    return faults if max(map(abs, edges)) < EM else [*faults, f"the first line leaves {edges}"]


JUMPS = (
    asserted(
        "P2",
        "下转 stands on the grid as the last line of the last column, flush right",
        goes_on_elsewhere,
        _FROM,
        Doctored(_FROM, dropped),
    ),
    asserted(
        "P2",
        "上接 stands on the grid at the head of the first column, and the text goes on behind it",
        comes_from_elsewhere,
        _ON,
        Doctored(_ON, lambda run: replace(run, y=run.y + 0.5)),
    ),
)

ASSERTIONS: tuple[Assertion, ...] = (*O2, *B1, *P2, *JUMPS)
