"""Which part of a picture its frame shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.geometry import Rect
from desktop.model.pictureview import FILLING, MOST_ZOOM, PictureView, panned, shown_part, zoomed

BOX = Rect(10, 20, 200, 100)
sizes = st.floats(1, 10_000)
parts = st.floats(-2, 3)
views = st.builds(PictureView, st.floats(0.1, 20), parts, parts, st.booleans())


@given(views, sizes, sizes, st.floats(1, 500), st.floats(1, 500))
def test_what_is_shown_lies_in_picture_and_frame_and_is_not_distorted(view, width, height, wide, high) -> None:
    box = Rect(5, 5, wide, high)
    place, part = shown_part(box, width, height, view)
    assert part.x >= 0
    assert part.y >= 0
    assert part.right <= 1 + 1e-9
    assert part.bottom <= 1 + 1e-9
    assert place.x >= box.x - 1e-9
    assert place.right <= box.right + 1e-6
    assert place.bottom <= box.bottom + 1e-6
    across, down = place.width / (part.width * width), place.height / (part.height * height)
    assert across == pytest.approx(down, rel=1e-6)
    assert view.whole or place == box


def test_left_alone_a_picture_fills_its_frame_about_the_middle() -> None:
    assert shown_part(BOX, 100, 100) == (BOX, Rect(0, 0.25, 1, 0.5))
    assert shown_part(BOX, 400, 100) == (BOX, Rect(0.25, 0, 0.5, 1))
    assert shown_part(BOX, 400, 100, FILLING) == shown_part(BOX, 400, 100)


def test_a_whole_picture_stands_in_the_middle_of_its_frame() -> None:
    assert shown_part(BOX, 100, 100, PictureView(whole=True)) == (Rect(60, 20, 100, 100), Rect(0, 0, 1, 1))
    assert shown_part(BOX, 400, 100, PictureView(whole=True)) == (Rect(10, 45, 200, 50), Rect(0, 0, 1, 1))


def test_the_focus_is_kept_in_the_middle_as_far_as_edges_allow() -> None:
    _, part = shown_part(BOX, 400, 100, PictureView(2.0, 0.4, 0.9))
    assert part == Rect(pytest.approx(0.275), pytest.approx(0.5), pytest.approx(0.25), pytest.approx(0.5))


def test_pushing_stops_at_the_edges_and_turns_back_at_once() -> None:
    _, part = shown_part(BOX, 400, 100)
    pushed = panned(None, part, 5.0, 0.0)
    _, shown = shown_part(BOX, 400, 100, pushed)
    assert shown.x == 0
    back = panned(pushed, shown, -0.5, 0.0)
    assert shown_part(BOX, 400, 100, back)[1].x == pytest.approx(0.25)


@given(st.floats(1, 8), st.floats(0, 1), st.floats(0, 1))
def test_enlarging_keeps_the_point_under_the_hand(zoom, x, y) -> None:
    _, part = shown_part(BOX, 400, 100, PictureView(2.0))
    fresh = zoomed(PictureView(2.0), part, zoom, (x, y))
    _, now = shown_part(BOX, 400, 100, fresh)
    assert fresh.zoom == pytest.approx(zoom)
    if zoom >= 2:  # smaller, edges may come in the way
        assert now.x + x * now.width == pytest.approx(part.x + x * part.width)
        assert now.y + y * now.height == pytest.approx(part.y + y * part.height)


def test_values_beyond_their_ranges_are_brought_into_them() -> None:
    assert PictureView(0.2, -1, 7).within() == PictureView(1.0, 0.0, 1.0)
    assert PictureView(99).within().zoom == MOST_ZOOM
