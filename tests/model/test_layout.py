import pytest

from desktop.errors import UsageError
from desktop.geometry import MM, points_to_mm
from desktop.model.layout import Grid


def grid(columns: int, measure: int, **more) -> Grid:
    sizes = {"sheet_width": 273 * MM, "sheet_height": 390 * MM, "body": 9.0, "lines": 86, "pitch": 11.54} | more
    return Grid(columns=columns, measure=measure, gutter=1, **sizes)


TABLOID = grid(6, 11)
BROADSHEET = grid(8, 13, sheet_width=390 * MM, sheet_height=545 * MM, lines=120, pitch=11.57)


@pytest.mark.parametrize(
    ("page", "measures"), [(BROADSHEET, [27, 41, 55, 69, 83, 97, 111]), (TABLOID, [23, 35, 47, 59, 71])]
)
def test_long_columns(page, measures):
    assert [page.long(n) for n in range(2, page.columns + 1)] == measures
    assert page.long(1) == page.measure


@pytest.mark.parametrize(
    ("page", "basic", "into", "measures"),
    [
        (BROADSHEET, 3, 2, (20, 20)),
        (BROADSHEET, 5, 3, (23, 22, 22)),  # 22, remainder 1
        (TABLOID, 3, 2, (17, 17)),
        (TABLOID, 4, 3, (15, 15, 15)),
        (TABLOID, 5, 4, (14, 14, 14, 14)),
        (TABLOID, 1, 1, (11,)),
    ],
)
def test_broken_columns_fill_the_width_exactly(page, basic, into, measures):
    found, gap = page.broken(basic, into)
    assert found == measures
    assert sum(found) + gap * (into - 1) == page.long(basic)


@pytest.mark.parametrize(("basic", "into"), [(1, 7), (1, 0), (2, -1)])
def test_columns_that_would_hold_nothing(basic, into):
    with pytest.raises(UsageError):
        TABLOID.broken(basic, into)


@pytest.mark.parametrize(("page", "width", "height"), [(BROADSHEET, 352.4, 489.8), (TABLOID, 225.4, 350.1)])
def test_type_areas_in_millimetres(page, width, height):
    area = page.type_area
    assert round(points_to_mm(area.width), 1) == width
    assert round(points_to_mm(area.height), 1) == height
    assert area.x == pytest.approx(page.sheet_width - area.right)
    assert area.y == pytest.approx(page.sheet_height - area.bottom)


def test_places_on_the_grid():
    area = TABLOID.type_area
    assert TABLOID.column_x(1) == area.x
    assert TABLOID.column_x(6) + TABLOID.measure * 9 == pytest.approx(area.right)
    assert TABLOID.line_y(1) == area.y
    assert TABLOID.line_y(-1) == pytest.approx(area.y - 2 * 11.54)
    box = TABLOID.box(2, 3, 5, 10)
    assert (box.x, box.width) == (pytest.approx(area.x + 12 * 9), 35 * 9)
    assert (box.y, box.height) == (pytest.approx(area.y + 4 * 11.54), pytest.approx(115.4))
    assert grid(6, 11, top=40.0).type_area.y == 40.0
