"""Whatever stands on a page, copyfit answers, loses nothing, and makes no text fit worse."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.compose.copyfit import FitState
from desktop.model.edition import Edition
from desktop.model.runaround import Contour, Place, Runaround
from tests.compose.copyfit.fitting import page_of, plan, with_fitting
from tests.compose.pages import LAYOUTS, compose, edition, layout, ledger, parts, story

few = settings(max_examples=25, deadline=None)


def badness(state: FitState) -> tuple[int, int]:
    return state.over_chars, state.short_lines


def check(made: Edition) -> None:
    before = compose(made)
    found = plan(made)
    fitted = with_fitting(made, found.fitting)
    page = compose(fitted)
    assert ledger(fitted, page).holds
    assert made.stories == fitted.stories
    overs = {fit.flow: fit.over_chars for fit in before.fits}
    assert all(fit.over_chars <= overs[fit.flow] for fit in page.fits)
    for text in found.texts:
        fit = page.fit_of_frame(text.flow.frames[0])
        assert fit is not None
        assert (fit.over_chars, fit.short_lines) == badness(text.after)
        assert text.after.exact or not text.steps
        assert text.after.over_chars or not text.sentences


@pytest.mark.parametrize("layout_id", LAYOUTS)
@few
@given(found=parts)
def test_any_story(layout_id, found):
    check(edition(layout(layout_id), story(*found)))


@few
@given(
    found=parts,
    heights=st.lists(st.none() | st.integers(1, 60), min_size=4, max_size=4),
    place=st.builds(Place, st.integers(1, 5), st.integers(1, 4), st.integers(1, 70), st.integers(2, 40)),
    around=st.none() | st.builds(Runaround, st.sampled_from(Contour)),
)
def test_any_story_beside_free_pictures_and_in_frames_of_any_height(found, heights, place, around):
    made = edition(layout("special-report"), story(*found))
    page = page_of(made)
    by_hand = dict(zip([f"section-{n}" for n in range(1, 5)], heights, strict=True))
    frames = [replace(frame, lines=by_hand.get(frame.id)) for frame in page.frames]
    frames = [replace(one, place=place, runaround=around) if one.id == "picture-2" else one for one in frames]
    check(made.replacing_page(replace(page, frames=tuple(frames))))
