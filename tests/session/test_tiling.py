"""The sheets that a printed page takes cover all of it, with the strip to be glued in common."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import UsageError
from desktop.session.tiling import Paper, fitting, tiles

A4 = Paper(559.0, 806.0)


def test_a_page_that_fits_takes_one_sheet() -> None:
    scale = fitting(1000, 1400, A4)
    (only,) = tiles(1000, 1400, A4, scale, 28.0)
    assert (only.part.x, only.part.y) == (0, 0)
    assert (only.part.width, only.part.height) == (pytest.approx(1000), pytest.approx(1400))


def test_a_broadsheet_in_its_true_size_takes_two_by_two_sheets_of_a4() -> None:
    found = tiles(1000, 1500, A4, 1.0, 28.0)
    assert [(tile.column, tile.row) for tile in found] == [(1, 1), (2, 1), (1, 2), (2, 2)]


def test_an_overlap_as_wide_as_the_paper_is_refused() -> None:
    with pytest.raises(UsageError, match="no room"):
        tiles(1000, 1500, A4, 1.0, 300.0)


@given(st.floats(50, 3000), st.floats(50, 3000), st.floats(0.1, 4.0), st.floats(0, 100))
def test_sheets_cover_the_page_and_share_a_strip(width: float, height: float, scale: float, overlap: float) -> None:
    found = tiles(width, height, A4, scale, overlap)
    assert max(tile.part.right for tile in found) == pytest.approx(width)
    assert max(tile.part.bottom for tile in found) == pytest.approx(height)
    by_place = {(tile.column, tile.row): tile.part for tile in found}
    for (column, row), part in by_place.items():
        assert part.width * scale <= A4.width + 1e-6
        assert part.height * scale <= A4.height + 1e-6
        right = by_place.get((column + 1, row))
        if right is not None:
            assert (part.right - right.x) * scale == pytest.approx(overlap, abs=1e-6)
        below = by_place.get((column, row + 1))
        if below is not None:
            assert (part.bottom - below.y) * scale == pytest.approx(overlap, abs=1e-6)
