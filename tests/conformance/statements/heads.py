"""Heads: sizes, breaks at spaces and phrases, clause spaces, even spacing. ``test_heads`` asks more of the same."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from msgspec.structs import replace

from desktop.display import GlyphRun
from desktop.model.edition import Edition
from desktop.model.story import Role
from tests.compose.pages import edition, story, tiny, words
from tests.conformance.articles import LAYOUTS, SAMPLES
from tests.conformance.positions import Sheet
from tests.conformance.questions import gaps, rows, whole
from tests.conformance.register import Assertion, Question, asserted
from tests.conformance.widths import EM
from tests.conformance.works import Article, Doctored, Made, Work, page_work

SIZES = (
    96.0,
    84.0,
    72.0,
    63.0,
    60.0,
    54.0,
    48.0,
    42.0,
    36.0,
    26.0,
    24.0,
    22.0,
    18.0,
    16.0,
    15.0,
    14.0,
    12.0,
    10.5,
    9.0,
    7.5,
)
"""号制 in points, and the sizes above 初号."""

_SLOTS = (
    '<stack><slot id="h" kind="head" roles="kicker headline deck byline" lines="{lines}"/>'
    '<slot id="t" kind="text" roles="subhead body" lines="auto"/></stack>'
)


def made(*parts: tuple[Role, str], lines: int = 12, columns: int = 4, **headline: object) -> Edition:
    """A page of 10 pt body under a slot for heads; ``headline`` are fields of the headline's style."""
    whole_page = edition(tiny(_SLOTS.format(lines=lines), columns=columns), story(*parts, (Role.BODY, words(80))))
    head = whole_page.style.head
    style = replace(head[Role.HEADLINE], **headline)
    return replace(whole_page, style=replace(whole_page.style, head={**head, Role.HEADLINE: style}))


def head(text: str, role: Role = Role.HEADLINE, **options: object) -> Made:
    return Made(lambda: page_work(made((role, text), **options), role))


def _subheads(text: str) -> Work:
    parts = ((Role.SUBHEAD, text), (Role.BODY, words(80)), (Role.SUBHEAD, "另一节"), (Role.BODY, words(80)))
    page = tiny('<stack><slot id="t" kind="text" roles="subhead body" lines="auto"/></stack>')
    return page_work(edition(page, story(*parts)), Role.SUBHEAD)


def known_sizes(sheet: Sheet) -> list[str]:
    found = {line.size for line in sheet.lines}
    wrong = [f"{size} pt" for size in found if min(abs(size - known) for known in SIZES) > 0.01]
    return wrong if found else ["no head"]


def lead_sizes(sheet: Sheet) -> list[str]:
    """The largest headline is at least four times the body."""
    body, largest = sheet.page["body"], max((line.size for line in sheet.lines), default=0.0)
    return [] if largest >= 4 * body - 0.01 else [f"{largest} pt over {body} pt"]


def largest_that_fits(sheet: Sheet) -> list[str]:
    """At the next larger size a head of one line would be wider than its slot, or higher."""
    frames = {frame["id"]: frame["box"] for frame in sheet.page["frames"]}
    faults = []
    for line in sheet.lines:
        _, _, width, height = frames[line.frame]
        larger = min((size for size in SIZES if size > line.size + 0.01), default=None)
        ems = line.chars[-1].right - line.chars[0].left
        if larger and ems * larger <= width and larger * 7 / 6 <= height:
            faults.append(f"{line.text!r} at {line.size} pt would fit at {larger} pt")
    return faults if sheet.lines else ["no head"]


def inside_slot(sheet: Sheet) -> list[str]:
    frames = {frame["id"]: frame["box"] for frame in sheet.page["frames"]}
    faults = []
    for line in sheet.lines:
        x, y, width, height = frames[line.frame]
        for char in line.chars:
            left, top, right, bottom = char.ink
            if left < x - 0.1 or right > x + width + 0.1 or top < y - 0.1 or bottom > y + height + 0.1:
                faults.append(f"{char.text} of {line.text!r} stands out of its slot")
    return faults if sheet.lines else ["no head"]


def balanced(sheet: Sheet) -> list[str]:
    """Two lines differ by less than half of the longer."""
    lengths = [line.chars[-1].right - line.chars[0].left for line in sheet.lines]
    return [] if len(lengths) == 2 and min(lengths) > max(lengths) / 2 else [f"lines of {lengths}"]


def evenly_spread(sheet: Sheet) -> list[str]:
    """A head fills its measure with equal gaps."""
    faults = []
    for line in sheet.lines:
        found = [b.left - a.right for a, b in pairwise(line.chars)]
        edges = line.chars[0].left, line.measure - line.chars[-1].right
        if max(found) - min(found) > EM or max(map(abs, edges)) > EM or min(found) < 0.1:
            faults.append(f"{line.text!r}: gaps {found}, edges {edges}")
    return faults if sheet.lines else ["no head"]


def scaled(run: GlyphRun) -> GlyphRun:
    """Everything a fifth smaller, at no size of the list."""
    return replace(run, size=run.size * 0.8, dx=tuple(dx * 0.8 for dx in run.dx))


def wider(run: GlyphRun) -> GlyphRun:
    return replace(run, dx=tuple(dx * 1.1 for dx in run.dx))


def _headlines(layout: str) -> tuple[Article, ...]:
    return tuple(Article(path, layout, (Role.HEADLINE,)) for path in SAMPLES)


def _all_heads(layout: str) -> tuple[Article, ...]:
    return tuple(Article(path, layout, (Role.HEADLINE, Role.KICKER, Role.DECK, Role.SUBHEAD)) for path in SAMPLES)


def two_lines(first: str, second: str) -> Question:
    return rows(first, second)


_CLAUSES, _SHORT = "一江清水有人守 两岸春风入画来", "春潮涌动 新港启航"
_SMALL = {"sizes": (26.0,)}
_SPREAD = {"sizes": (42.0,), "spread": 1.0}
_PLAIN = {"sizes": (42.0,)}

HEADS = (
    *(
        asserted(
            "Heads",
            f"Every head of the samples on {layout} has a size of the list",
            known_sizes,
            _all_heads(layout),
            Doctored(_all_heads(layout)[0], scaled),
        )
        for layout in LAYOUTS
    ),
    *(
        asserted(
            "Heads",
            f"The lead head of the samples on {layout} is four times the body or more",
            lead_sizes,
            _headlines(layout),
            Doctored(_headlines(layout)[0], lambda run: replace(run, size=35.0)),
        )
        for layout in LAYOUTS
    ),
    asserted(
        "Heads",
        "A head takes the largest size at which it fits",
        largest_that_fits,
        tuple(head(text) for text in ("老街灯火", "老街灯火渐次亮", "一江清水有人守")),
        head("老街灯火渐次亮", sizes=(26.0, 24.0)),
    ),
    asserted(
        "Heads",
        "A head stands inside its slot with all its ink",
        inside_slot,
        (head("老街灯火渐次亮"), head(_CLAUSES), head("国。", lines=4)),
        Doctored(head("老街灯火渐次亮"), wider),
    ),
    asserted(
        "Heads",
        "A space between two clauses is 1 em",
        gaps("动", "新", 1.0),
        head(_SHORT, **_SMALL),
        Doctored(head(_SHORT, **_SMALL), wider),
    ),
    asserted(
        "Heads",
        "It is the first choice for a break, and vanishes at the line's end",
        two_lines("一江清水有人守", "两岸春风入画来"),
        head(_CLAUSES, sizes=(48.0,)),
        head(_CLAUSES, **_SMALL),
    ),
    asserted(
        "Heads",
        "It is not stretched where the lines of a head are not spread",
        gaps("守", "两", 1.0),
        head(_CLAUSES, **_SMALL),
        head(_CLAUSES, sizes=(26.0,), spread=1.0),
    ),
    asserted(
        "Heads",
        "A subhead longer than its column breaks there into two lines",
        rows("除险保安", "绘就平安底色", "另一节"),
        Made(partial(_subheads, "除险保安 绘就平安底色")),
        Made(partial(_subheads, "绘就平安底色")),
    ),
    asserted(
        "Heads",
        "Two lines are balanced",
        balanced,
        (head(_CLAUSES, sizes=(48.0,)), head("城市书房昨夜亮灯到天明读者络绎", sizes=(48.0,))),
        head("一江清水有人守", sizes=(48.0,)),
    ),
    asserted(
        "Heads",
        "A number with its unit is not divided",
        whole("94817人次"),
        head("城市书房接待94817人次读者昨夜亮灯", sizes=(48.0,)),
        head("书房94817人次", sizes=(96.0, 84.0), lines=40),
    ),
    asserted(
        "Heads",
        "A head asked to be spread fills its measure with equal gaps",
        evenly_spread,
        head("老街灯火渐次亮", **_SPREAD),
        head("老街灯火渐次亮", **_PLAIN),
    ),
    asserted(
        "Heads",
        "One that is not asked is set solid",
        gaps("灯", "火", 0.0),
        head("老街灯火渐次亮", **_PLAIN),
        head("老街灯火渐次亮", **_SPREAD),
    ),
    asserted(
        "Heads",
        "What belongs together stays solid in a spread head",
        gaps("2", "0", 0.0),
        head("老街2023年", sizes=(42.0,), spread=1.0),
        Doctored(head("老街2023年", sizes=(42.0,), spread=1.0), wider),
    ),
)

ASSERTIONS: tuple[Assertion, ...] = HEADS
