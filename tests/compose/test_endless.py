"""Texts that no page holds, in every part of a page: what is beyond is counted, not shaped, and nothing is lost."""

from __future__ import annotations

import pytest

from desktop.compose.blocks import block_of
from desktop.compose.collect import collect
from desktop.compose.material import MaterialStore, context_of
from desktop.model.edition import Edition
from desktop.model.story import Role
from desktop.text import Breaker, Measures
from desktop.text.judge import Judge
from tests.compose.pages import compose, displayed, edition, layout, ledger, story, tiny, words
from tests.text.setting import LIBRARY, shaped

BEYOND = 60_000
"""Characters: several times what the page of these tests holds of anything."""

SMALL = '<stack><slot id="t" kind="text" lines="auto" roles="body headline subhead"/></stack>'

ENDLESS = {
    "ideographs": "平安城市" * (BEYOND // 4),
    "marks": "。』" * (BEYOND // 2),
    "a number": "9" * BEYOND,
    "a word": "abcdefgh" * (BEYOND // 8),
    "points": "." * BEYOND,
    "combining marks": "é" + "\u0301" * BEYOND,
    "joiners": "安" + "\u200d" * BEYOND + "平",
    "spaces": "平" + " " * BEYOND + "安",
    "emoji": "\U0001f468\u200d\U0001f469" * (BEYOND // 3),
    "private characters": "\ue000" * BEYOND,
    "opening quotes": "“" * BEYOND,
}
PARTS = [role for role in Role if role is not Role.JUMP_LINE]


@pytest.mark.parametrize("kind", ENDLESS)
@pytest.mark.parametrize("page", ["tiny", "special-report"])
def test_nothing_of_an_endless_paragraph_is_lost(kind, page):
    body = (Role.BODY, words(90)), (Role.BODY, ENDLESS[kind]), (Role.BODY, words(30))
    made = edition(tiny(SMALL) if page == "tiny" else layout(page), story((Role.HEADLINE, "春天来了"), *body))
    composed = compose(made)
    report = ledger(made, composed)
    counts = report.counts()
    assert report.holds, report.differences[:2]
    assert counts["missing"] == 0
    assert counts["source"] == counts["placed"] + counts["overset"] + counts["unplaced"] + counts["cut"]
    assert counts["overset"] == sum(fit.over_chars for fit in composed.fits)
    assert counts["overset"] > 0 or page != "tiny"


@pytest.mark.parametrize("role", PARTS)
@pytest.mark.parametrize("kind", ["ideographs", "a number", "spaces"])
def test_nothing_is_lost_of_an_endless_part_of_any_kind(role, kind):
    parts = ((Role.HEADLINE, "春天来了"), (Role.BODY, words(60)), (role, ENDLESS[kind][:9_000]), (Role.BODY, words(60)))
    made = edition(layout("special-report"), story(*parts))
    report = ledger(made, compose(made))
    counts = report.counts()
    assert report.holds, report.differences[:2]
    assert counts["missing"] == 0
    assert counts["source"] == counts["placed"] + counts["overset"] + counts["unplaced"] + counts["cut"]


@pytest.mark.parametrize("kind", ENDLESS)
def test_only_what_a_page_could_hold_is_shaped(kind):
    made = edition(tiny(SMALL), story((Role.BODY, ENDLESS[kind] * 3)))
    context = context_of(made, made.pages[0], MaterialStore(LIBRARY))
    (element,) = made.stories[0].elements
    style = made.style.flow[Role.BODY]
    found = block_of(context, (element,), style, next(made.pages[0].layout.slots())).paragraph
    room = context.room(style)
    assert found.rest > 0
    assert found.rest + found.cells.first[-1] == len(found.text)
    assert len(found) - 1 <= room / 0.05


def test_control_what_a_page_holds_is_shaped_whole():
    made = edition(tiny(SMALL), story((Role.BODY, words(1_500))))
    assert ledger(made, composed := compose(made)).counts()["overset"] == 0
    assert displayed(composed, "s1e01") == words(1_500)


class _Counting(Judge):
    """A judge that counts the lines it is asked about."""

    asked = 0

    def line(self, *line, **more):
        self.asked += 1
        return super().line(*line, **more)

    def lines(self, start, ends, measure, hyphens):
        ends = list(ends)
        self.asked += len(ends)
        return super().lines(start, ends, measure, hyphens)


@pytest.mark.parametrize("char", ["9", "a", "９"])
def test_a_token_without_end_is_cut_in_steps_that_grow_with_its_length_alone(char):
    def asked(count: int) -> int:
        breaker = Breaker(shaped("安" * 30 + char * count + "平"))
        breaker._judge = judge = _Counting(breaker.paragraph, breaker.paragraph.tables.lines)
        found = breaker.lines(Measures(13.0))
        assert found is not None
        assert found.lines[-1].end == len(breaker.paragraph)
        return judge.asked

    few, more, many = asked(2_000), asked(4_000), asked(6_000)
    assert many - more == pytest.approx(more - few, rel=0.1)
    assert many - more < 2 * 2_000  # each line twice: when it is sought, and when what was done to it is told


def test_a_head_without_end_is_told_and_not_shown_in_part():
    made = edition(tiny(SMALL), story((Role.HEADLINE, ENDLESS["spaces"]), (Role.BODY, words(30))))
    composed = compose(made)
    assert displayed(composed, "s1e01") == ""
    assert set(composed.overset) >= {"s1e01"}


def test_control_a_head_shaped_whole_stands():
    made = edition(tiny(SMALL), story((Role.HEADLINE, "平" + " " * 40 + "安"), (Role.BODY, words(30))))
    assert displayed(compose(made), "s1e01").replace(" ", "") == "平安"


def blocks_of_text(count: int) -> tuple[Edition, int]:
    """An edition with so many paragraphs of a hundred characters, and how many blocks they are set as."""
    made = edition(tiny(SMALL), story(*[(Role.BODY, words(100, at)) for at in range(count)]))
    (text,) = collect(context_of(made, made.pages[0], MaterialStore(LIBRARY))).texts.values()
    return made, len(text.blocks)


def test_paragraphs_far_behind_the_page_are_not_set_one_by_one():
    made, many = blocks_of_text(800)
    assert many == blocks_of_text(400)[1] < 200
    report = ledger(made, composed := compose(made))
    assert report.holds
    assert report.counts()["source"] == report.counts()["placed"] + report.counts()["overset"]
    assert set(composed.overset) >= {element.id for element in made.stories[0].elements[many:]}


def test_control_the_paragraphs_of_some_pages_are():
    made, few = blocks_of_text(40)
    assert few == 40
    assert ledger(made, compose(made)).counts()["overset"] > 0
