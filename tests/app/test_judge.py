"""The counts of ``check`` always add up, and nothing is lost, whatever is poured into whatever page."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.app.judge import Judgement, judge
from desktop.app.load import Loaded
from desktop.app.press import pdf_of
from desktop.model.edition import Edition, Flow, Page
from desktop.model.layout import Layout
from desktop.model.story import Change, ChangeKind, Role, SourceRange
from tests.compose.pages import LAYOUTS, WHY, composer, edition, layout, parts, story, tiny, words
from tests.text.setting import LIBRARY


def text_slot(name: str, columns: int, more: str = "") -> str:
    return f'<slot id="{name}" kind="text" roles="body subhead" columns="{columns}" {more}/>'


OWN = (
    "<stack>" + text_slot("a", 4, 'lines="10"') + text_slot("b", 2, 'lines="auto"') + "</stack>",
    "<row>" + text_slot("a", 1, 'lines="3" next="b"') + text_slot("b", 3) + "</row>",
    (
        '<stack><slot id="h" kind="head" roles="headline" lines="2"/><slot id="p" kind="picture" lines="4.."/>'
        '<slot id="s" kind="slogan" roles="slogan" columns="1" lines="3"/></stack>'
    ),
)


def judged(made: Edition) -> tuple[Judgement, Loaded]:
    loaded = Loaded(made, tuple(composer().compose(made, page) for page in made.pages))
    found = judge(loaded)
    counts = found.counts
    assert counts["source"] == sum(element.length for one in made.stories for element in one.elements)
    assert counts["source"] == counts["placed"] + counts["overset"] + counts["unplaced"] + counts["cut"]
    assert min(counts.values()) >= 0
    return found, loaded


def lost(found: Judgement) -> list[str]:
    return [str(finding.message) for finding in found.findings if finding.id.startswith("integrity")]


def pages() -> list[Layout]:
    return [*map(layout, LAYOUTS), *map(tiny, OWN)]


@pytest.mark.parametrize("number", range(len(LAYOUTS) + len(OWN)))
@given(found=parts, data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_counts_add_up_and_nothing_is_lost(number, found, data):
    source, one = story(*found)
    page = pages()[number]
    made = edition(page, (source, one))
    if data.draw(st.booleans(), label="by hand"):
        frames = data.draw(st.permutations([frame.id for frame in made.pages[0].frames]), label="frames")
        flows = tuple(Flow((frames[at % len(frames)],), (e.id,)) for at, e in enumerate(one.elements[: len(frames)]))
        made = made.replacing_page(replace(made.pages[0], flows=flows))
    if data.draw(st.booleans(), label="cut"):
        start = data.draw(st.integers(0, len(source.text) - 1), label="from")
        end = data.draw(st.integers(start + 1, len(source.text)), label="to")
        cut = Change("c1", ChangeKind.CUT, SourceRange(start, end), source.text[start:end], "", WHY)
        made = replace(made, stories=(replace(one, changes=(cut,)),))
    judgement, _ = judged(made)
    assert [text for text in lost(judgement) if "stands nowhere" in text] == []
    assert judgement.counts["twice"] == 0


def two_pages(text: str, heights: tuple[int, int]) -> Edition:
    """One element on two pages, whose frames have so many lines."""
    pair = story((Role.BODY, text))
    (element,) = pair[1].elements
    made: list[Page] = []
    for number, height in enumerate(heights, 1):
        page = tiny("<stack>" + text_slot("a", 1, f'lines="{height}"') + "</stack>")
        one = edition(page, pair, flows=[Flow(("a",), (element.id,))])
        made.append(replace(one.pages[0], id=f"p{number}", number=str(number)))
    return replace(edition(made[0].layout, pair), pages=tuple(made))


@pytest.mark.parametrize("heights", [(3, 30), (30, 3)])
def test_overset_on_one_page_and_whole_on_another_is_placed(heights):
    text = words(120)
    judgement, loaded = judged(two_pages(text, heights))
    short = next(page for page in loaded.pages if page.overset)
    assert judgement.counts["placed"] == 120
    assert judgement.counts["overset"] == 0
    over = sum(len(part) for ranges in short.overset.values() for part in ranges)
    assert judgement.counts["twice"] == 120 - over
    assert {"text.overset", "text.twice"} <= {finding.id for finding in judgement.findings}


@pytest.mark.parametrize("heights", [(3, 5), (5, 3), (4, 4)])
def test_overset_on_both_pages_is_what_stands_on_neither(heights):
    judgement, loaded = judged(two_pages(words(120), heights))
    least = min(sum(len(part) for part in ranges) for page in loaded.pages for ranges in page.overset.values())
    assert judgement.counts["overset"] == least
    assert judgement.counts["placed"] == 120 - least


def test_what_is_lost_is_an_error_and_still_counted():
    made = edition(layout("tabloid-feature"), story((Role.BODY, words(200))))
    page = composer().compose(made, made.pages[0])
    display = replace(page.display, items=tuple(item for item in page.display.items[:-1]))
    loaded = Loaded(made, (replace(page, display=display),))
    judgement = judge(loaded, pdf_of(Loaded(made, (page,)), LIBRARY))
    counts = judgement.counts
    assert counts["source"] == counts["placed"] + counts["overset"] + counts["unplaced"] + counts["cut"]
    assert counts["unplaced"] > 0
    assert any("stands nowhere" in text for text in lost(judgement))
    assert not judgement.complete


def test_elements_of_a_flow_without_frames_are_told():
    made = edition(layout("tabloid-feature"), story((Role.BODY, words(50))))
    made = made.replacing_page(replace(made.pages[0], flows=(Flow((), ("s1e01",)),)))
    judgement, _ = judged(made)
    assert judgement.counts["unplaced"] + judgement.counts["overset"] == 50
    assert not judgement.complete
