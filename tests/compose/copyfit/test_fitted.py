"""Composing honours what copyfit decided, and passes over what makes no sense on the page as it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.model.edition import Flow
from desktop.model.fitting import NOTHING, Fitting, FrameFit, HeadFit, ParagraphFit
from desktop.model.story import Role
from tests.compose.copyfit.fitting import fit, page_of, with_fitting
from tests.compose.pages import LAYOUTS, compose, edition, layout, ledger, lines_of, story, words


def made(layout_id: str = "tabloid-feature"):
    parts = [
        (Role.HEADLINE, "春潮涌动 新港启航"),
        (Role.BODY, words(300)),
        (Role.SUBHEAD, "江边"),
        (Role.BODY, words(290, 3)),
    ]
    return edition(layout(layout_id), story(*parts))


def one_paragraph(chars: int):
    text = story((Role.BODY, words(chars)))
    return edition(layout("special-report"), text, flows=[Flow(("section-1",), ("s1e01",))])


@pytest.mark.parametrize("more", [-1, 1])
def test_a_paragraph_takes_the_lines_it_was_given(more):
    given = 0
    for chars in range(190, 202):
        plain = one_paragraph(chars)
        fitted = with_fitting(plain, Fitting((ParagraphFit("s1e01", more),)))
        before, after = (lines_of(compose(one), "section-1") for one in (plain, fitted))
        assert "".join(after) == "".join(before)
        # Where the rules of its lines allow no such number, a paragraph stays as it is best.
        assert len(after) == len(before) + more or after == before
        given += len(after) == len(before) + more
    assert given


def test_subheads_keep_the_lines_they_were_given():
    plain = made()
    shorts = {}
    for before, after in ((0, 0), (1, 0), (2, 0), (2, 1)):
        fitted = with_fitting(plain, Fitting(heads=(HeadFit("s1e03", before, after),)))
        page = compose(fitted)
        body = [run.y for run in page.display.runs() if run.element == "s1e04" and run.frame == "text"]
        head = [run.y for run in page.display.runs() if run.element == "s1e03"]
        assert body
        assert head
        shorts[before, after] = fit(fitted, "text").lines
    assert shorts[0, 0] <= shorts[1, 0] <= shorts[2, 0] <= shorts[2, 1]
    assert shorts[0, 0] < shorts[2, 1]


def test_frames_take_the_height_and_columns_they_were_given():
    plain = made()
    fitted = with_fitting(plain, Fitting(frames=(FrameFit("picture-1", lines=9), FrameFit("text", columns=5))))
    before, after = (compose(one).display for one in (plain, fitted))
    assert [len(page.frame("text").columns) for page in (before, after)] == [6, 5]
    assert round(after.frame("picture-1").box.height / after.pitch) == 9
    assert round(before.frame("picture-1").box.height / before.pitch) != 9


def test_what_names_nothing_on_the_page_or_cannot_be_says_nothing():
    plain = made()
    odd = Fitting(
        (ParagraphFit("gone", 1), ParagraphFit("s1e02", -90), ParagraphFit("s1e03", 2)),
        (HeadFit("gone", 4, 4), HeadFit("s1e02", 4, 4, 6.0)),
        (FrameFit("gone", 3, 3), FrameFit("text", columns=900), FrameFit("picture-1", columns=2)),
    )
    assert compose(with_fitting(plain, odd)).display == compose(plain).display


ids = st.sampled_from([f"s1e{number:02}" for number in range(1, 6)])
frames = st.sampled_from(["headline", "picture-1", "picture-2", "caption-1", "text", "section-1", "text-1", "byline"])
counts = st.integers(1, 99)
fittings = st.builds(
    Fitting,
    st.lists(st.builds(ParagraphFit, ids, st.integers(-9, 9)), max_size=4).map(tuple),
    st.lists(
        st.builds(HeadFit, ids, *[st.none() | st.integers(0, 9)] * 2, st.none() | st.floats(1, 99)), max_size=3
    ).map(tuple),
    st.lists(st.builds(FrameFit, frames, st.none() | counts, st.none() | counts), max_size=4).map(tuple),
)


@settings(max_examples=40, deadline=None)
@given(fittings, st.sampled_from(LAYOUTS))
def test_whatever_was_decided_nothing_is_lost(fitting, layout_id):
    found = with_fitting(made(layout_id), fitting)
    assert ledger(found, compose(found)).holds


def test_decisions_are_joined_field_by_field_and_can_be_taken_out():
    one = Fitting((ParagraphFit("a", 1),), (HeadFit("h", 0, 1),), (FrameFit("f", lines=4), FrameFit("g", columns=2)))
    other = Fitting(
        (ParagraphFit("a", -1), ParagraphFit("b", 1)), (HeadFit("h", largest=9.0),), (FrameFit("f", columns=3),)
    )
    joined = one.joined(other)
    assert joined.paragraphs == (ParagraphFit("a", -1), ParagraphFit("b", 1))
    assert joined.heads == (HeadFit("h", 0, 1, 9.0),)
    assert joined.frames == (FrameFit("f", 4, 3), FrameFit("g", columns=2))
    assert not NOTHING.joined(NOTHING)
    assert joined.without_frames({"f"}).frames == (FrameFit("g", columns=2),)
    assert joined.without_frames({"x"}) is joined
    assert joined.without_paragraphs({"a", "b"}).paragraphs == ()
    assert page_of(made()).fitting is NOTHING
