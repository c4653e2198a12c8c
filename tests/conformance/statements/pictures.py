"""B2 and the text round pictures: whole lines and columns, nothing over a picture, lines beside it like any."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from desktop.display import GlyphRun, PageDisplay, Picture
from desktop.geometry import Rect
from desktop.model.runaround import Contour, Place, Runaround, Sides
from desktop.model.story import Role
from tests.compose.pages import edition, story, tiny
from tests.compose.test_freestanding import disc
from tests.conformance import rules
from tests.conformance.articles import LAYOUTS, SAMPLES
from tests.conformance.frames import (
    clear_of_pictures,
    empty_above_and_below,
    off_grid,
    on_sides,
    pictures_on_columns,
    pictures_on_lines,
    shared_baselines,
    sides_in_turn,
    whole_beside_pictures,
    whole_pitches,
)
from tests.conformance.positions import Sheet
from tests.conformance.questions import every
from tests.conformance.register import Assertion, asserted
from tests.conformance.statements.columns import HEADS, dropped, headed, running, ten_points
from tests.conformance.works import Article, Doctored, Made, Redrawn, Work, page_work

_SLOTS = """<stack>
<slot id="p" kind="picture" lines="6.."/>
<slot id="c" kind="caption" roles="caption" lines="auto" caption-of="p"/>
<slot id="t" kind="text" roles="body subhead" lines="auto" before="1"{}/>
</stack>"""


def pictured(place: Place | None, around: Runaround | None = None, more: str = "", *asked: Role) -> Work:
    """A page of four columns of ten (``more``: otherwise divided) with a picture, free where a place is given."""
    made = edition(tiny(_SLOTS.format(more)), story(*running(220, 180, 200), (Role.CAPTION, "图为老街的灯火")))
    frames = tuple(
        replace(frame, media="m1", place=place, runaround=around) if frame.id == "p" else frame
        for frame in made.pages[0].frames
    )
    page = replace(made.pages[0], frames=frames)
    return page_work(ten_points(replace(made, media=(disc(),), pages=(page,))), *asked)


def free(column: int, columns: int, line: int, lines: int, more: str = "", **around: object) -> Made:
    """The body of a page with a free picture at some columns and lines."""
    return Made(lambda: pictured(Place(column, columns, line, lines), Runaround(**around), more, Role.BODY))


def resized(by: tuple[float, float, float, float]) -> Callable[[PageDisplay], PageDisplay]:
    """A page whose pictures and heads were moved and made larger by so many points."""

    def change(box: Rect) -> Rect:
        return Rect(box.x + by[0], box.y + by[1], box.width + by[2], box.height + by[3])

    def redraw(page: PageDisplay) -> PageDisplay:
        items = tuple(replace(item, box=change(item.box)) if isinstance(item, Picture) else item for item in page.items)
        frames = tuple(
            replace(frame, box=change(frame.box)) if frame.kind in {"picture", "head"} else frame
            for frame in page.frames
        )
        return replace(page, items=items, frames=frames)

    return redraw


def over(run: GlyphRun) -> GlyphRun:
    """Every line an em and a half further to the right."""
    return replace(run, x=run.x + 15.0)


IN_SLOT = Made(lambda: pictured(None))
SQUARES = ((2, 2, 11, 8), (1, 1, 5, 9), (3, 2, 20, 6), (1, 4, 7, 5))
PLACES = tuple(free(*place) for place in SQUARES)
LOWER, NARROWER, LARGER = resized((0, 3, 0, 0)), resized((0, 0, -4, 0)), resized((-15, -15, 30, 30))
GROUPS = tuple(Made(partial(headed, text)) for text in HEADS)

B2 = (
    asserted(
        "B2",
        "A group of heads takes whole lines, whatever its sizes",
        whole_pitches("head"),
        GROUPS,
        Redrawn(GROUPS[0], LOWER),
    ),
    asserted(
        "B2",
        "A picture in its slot begins and ends on lines of the grid",
        pictures_on_lines,
        IN_SLOT,
        Redrawn(IN_SLOT, LOWER),
    ),
    asserted(
        "B2",
        "A picture in its slot is whole columns wide",
        pictures_on_columns(10, 1),
        IN_SLOT,
        Redrawn(IN_SLOT, NARROWER),
    ),
    asserted(
        "B2",
        "A free picture begins and ends on lines of the grid",
        pictures_on_lines,
        PLACES,
        Redrawn(PLACES[0], LOWER),
    ),
    asserted(
        "B2", "A free picture is whole columns wide", pictures_on_columns(10, 1), PLACES, Redrawn(PLACES[0], NARROWER)
    ),
    asserted(
        "B2",
        "Frames of text, captions and pictures begin and end on lines",
        whole_pitches("text", "caption", "picture"),
        (IN_SLOT, *PLACES),
        Redrawn(IN_SLOT, LOWER),
    ),
    *(
        asserted(
            "B2",
            f"All frames of the samples on {layout} begin and end on lines",
            whole_pitches("text", "caption", "picture", "head", "slogan"),
            tuple(Article(path, layout) for path in SAMPLES),
            Redrawn(Article(SAMPLES[0], layout), LOWER),
        )
        for layout in LAYOUTS
    ),
)

# Text round pictures

_LONG, _BROKEN = ' break="1"', ' break="2"'
# In one column as wide as the page a picture of two basic columns leaves text on both sides.
_MIDDLE = (2, 2, 11, 8)
_BOTH = free(*_MIDDLE, _LONG)
_LEFT, _RIGHT = free(*_MIDDLE, _LONG, sides=Sides.LEFT), free(*_MIDDLE, _LONG, sides=Sides.RIGHT)
_LARGER = free(1, 1, 11, 8, _LONG, sides=Sides.LARGER)
_HALF = free(2, 1, 11, 8, _BROKEN)
_WIDE = free(*_MIDDLE, _LONG, beside=2.5)
_AWAY = free(*_MIDDLE, above=3)
_DISC = free(2, 2, 11, 18, _LONG, contour=Contour.OUTLINE)
_BOXED, _UNDER = free(2, 2, 11, 18, _LONG), free(2, 2, 11, 18, _LONG, contour=Contour.NONE)


def _clear_of_disc(sheet: Sheet) -> list[str]:
    """No character stands inside the disc that the picture shows, drawn into its box."""
    faults = []
    for left, top, right, bottom in sheet.pictures:
        across, down = (left + right) / 2, (top + bottom) / 2
        radius = min(right - left, bottom - top) / 2
        for line in sheet.lines:
            for char in line.chars:
                nearest = max(char.ink[0], min(across, char.ink[2])), max(char.ink[1], min(down, char.ink[3]))
                if (nearest[0] - across) ** 2 + (nearest[1] - down) ** 2 < (0.95 * radius) ** 2:
                    faults.append(f"{char.text} of {line.text!r}")
    return faults if sheet.pictures else ["no picture"]


ROUND = (
    asserted(
        "B2",
        "No text stands over a picture",
        clear_of_pictures(0.0),
        (*PLACES[:3], _BOTH, _HALF),
        Redrawn(_BOTH, LARGER),
    ),
    asserted(
        "B2",
        "Beside a picture text keeps an em from it",
        clear_of_pictures(1.0),
        (_BOTH, _LEFT, _RIGHT, _HALF),
        free(*_MIDDLE, _LONG, beside=0.0),
    ),
    asserted("B2", "… or as much as the picture asks for", clear_of_pictures(2.5), _WIDE, _BOTH),
    asserted(
        "B2",
        "A line stays empty above and below a picture",
        empty_above_and_below(1),
        (*PLACES, _BOTH),
        free(*_MIDDLE, above=0),
    ),
    asserted("B2", "… or as many as the picture asks for", empty_above_and_below(3), _AWAY, PLACES[0]),
    asserted("B2", "Text stands on both sides of a picture", on_sides("left", "right"), _BOTH, _LEFT),
    asserted("B2", "With the option left, on its left alone", on_sides("left"), _LEFT, _BOTH),
    asserted("B2", "With the option right, on its right alone", on_sides("right"), _RIGHT, _BOTH),
    asserted("B2", "With the option larger, on the side with more room", on_sides("right"), _LARGER, _LEFT),
    asserted(
        "B2",
        "A line goes on at the picture's right before the next one begins",
        sides_in_turn,
        _BOTH,
        Doctored(_BOTH, lambda run: replace(run, x=600 - run.x - run.dx[-1])),
    ),
    asserted(
        "B2",
        "Text that runs round an outline stands nearer than its box, and not over what is shown",
        every(lambda sheet: [] if clear_of_pictures(0.0)(sheet) else ["no line stands inside the box"], _clear_of_disc),
        _DISC,
        (_BOXED, _UNDER),
    ),
    asserted(
        "A3",
        "Lines beside pictures are whole ems wide, five at least",
        whole_beside_pictures,
        (_BOTH, _LEFT, _RIGHT, _HALF),
        Doctored(_BOTH, lambda run: replace(run, dx=tuple(dx * 1.02 for dx in run.dx))),
    ),
    asserted(
        "K2",
        "No line beside a picture starts or ends wrongly",
        rules.starts_and_ends,
        (_BOTH, _HALF, _DISC),
        Doctored(_BOTH, lambda run: replace(run, text=run.text[:-1] + "（")),
    ),
    asserted(
        "P2",
        "Body stands on the grid beside and under pictures",
        off_grid,
        (*PLACES, _BOTH, _DISC),
        Doctored(PLACES[0], dropped),
    ),
    asserted(
        "P2",
        "Lines on both sides of a picture share their baselines",
        shared_baselines,
        PLACES,
        Doctored(PLACES[0], dropped),
    ),
)

ASSERTIONS: tuple[Assertion, ...] = (*B2, *ROUND)
