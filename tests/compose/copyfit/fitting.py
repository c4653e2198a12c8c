"""Texts that are over or short by so many lines, and what the composed page says of them."""

from __future__ import annotations

from functools import cache
from itertools import product
from pathlib import Path

from msgspec.structs import replace

from desktop.app.load import Wishes, edition_of_articles
from desktop.compose import FlowFit
from desktop.compose.copyfit import Cut, FitPlan, copyfit
from desktop.errors import message
from desktop.model.copyfit import CopyfitRules, Lever
from desktop.model.edition import Edition, Page
from desktop.model.fitting import Fitting
from desktop.model.story import Element, Role, SourceRange
from tests.compose.pages import composer, words

SAMPLE = Path(__file__).parents[3] / "resources" / "sample"
ARTICLES = ("article", "interview", "news")
WHY = message("a test")


@cache
def article(name: str, layout: str) -> Edition:
    made, _ = edition_of_articles([SAMPLE / f"{name}.txt"], Wishes(layout=layout))
    return made


def page_of(edition: Edition) -> Page:
    return edition.pages[0]


def with_levers(edition: Edition, *levers: Lever) -> Edition:
    return replace(edition, style=replace(edition.style, copyfit=CopyfitRules(levers)))


def with_height(edition: Edition, frame: str, lines: int) -> Edition:
    page = page_of(edition)
    frames = tuple(replace(one, lines=lines) if one.id == frame else one for one in page.frames)
    return edition.replacing_page(replace(page, frames=frames))


def with_fitting(edition: Edition, fitting: Fitting) -> Edition:
    return edition.replacing_page(replace(page_of(edition), fitting=fitting))


def fit(edition: Edition, key: str) -> FlowFit:
    """How a text fits when the page is composed."""
    found = composer().compose(edition, page_of(edition)).fit_of_frame(key)
    assert found is not None
    return found


def off(edition: Edition, key: str) -> int:
    """Lines that a text is over, or short (less than 0)."""
    found = fit(edition, key)
    return max(found.over_lines, int(found.over_chars > 0)) - found.short_lines


def with_paragraph(edition: Edition, key: str, chars: int) -> Edition:
    """The edition with a paragraph of its own behind a text."""
    flow = page_of(edition).flow_of_frame(key)
    story = edition.story_of(flow.elements[-1])
    source = edition.source(story.source)
    text, start = words(chars, 7), len(source.text) + 1
    order = max(element.order for element in story.elements) + 1
    more = Element("added", Role.BODY, text, (SourceRange(start, start + chars),), WHY, order)
    whole = f"{source.text}\n{text}"
    longer = replace(source, text=whole, data=whole.encode())
    edition = replace(edition, sources=tuple(longer if one.id == source.id else one for one in edition.sources))
    edition = edition.replacing_story(replace(story, elements=(*story.elements, more)))
    flows = tuple(replace(f, elements=(*f.elements, "added")) if f == flow else f for f in page_of(edition).flows)
    return edition.replacing_page(replace(page_of(edition), flows=flows))


@cache
def off_by(name: str, layout: str, key: str, lines: int) -> Edition:
    """An article on a layout whose text is over (short: less than 0) by so many lines of its frames' given height."""
    plain = article(name, layout)
    flow = page_of(plain).flow_of_frame(key)
    display = composer().compose(plain, page_of(plain)).display
    last = display.frame(flow.frames[-1])
    measure = round(last.columns[-1].width / 9)
    least = round(last.box.height / display.pitch) + 2 + 8 // len(last.columns)
    for height, rest in product(range(least, least + 6), (2, measure // 2)):
        edition = with_height(plain, last.id, height)
        room = -off(edition, key)
        for extra in range(room + lines - 2, room + lines + 4):
            longer = with_paragraph(edition, key, max(2, extra * measure + rest))
            if off(longer, key) == lines:
                return longer
    raise AssertionError(f"no paragraph makes {name} {layout} {key} over by {lines}")


def plan(edition: Edition, *keys: str, cuts: tuple[Cut, ...] = ()) -> FitPlan:
    return copyfit(composer(), edition, page_of(edition), cuts, keys or None)
