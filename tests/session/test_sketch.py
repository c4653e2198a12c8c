"""Sketches of layouts: every slot inside the page, nothing on top of anything else, text and pictures both."""

from __future__ import annotations

from itertools import combinations

import pytest
from msgspec.structs import replace

from desktop.formats.layout_xml import find_layout, layout_ids
from desktop.model.layout import SlotKind
from desktop.session.sketch import SketchedSlot, sketch


def apart(one: SketchedSlot, other: SketchedSlot) -> bool:
    a, b = one.box, other.box
    beside = a.column + a.columns <= b.column or b.column + b.columns <= a.column
    return beside or a.line + a.lines <= b.line or b.line + b.lines <= a.line


@pytest.mark.parametrize("layout", layout_ids())
def test_every_slot_is_drawn_in_its_own_place(layout: str) -> None:
    made = sketch(find_layout(layout))
    assert {drawn.slot.id for drawn in made.slots} == {slot.id for slot in find_layout(layout).slots()}
    assert all(apart(one, other) for one, other in combinations(made.slots, 2))
    inside = [drawn.box for drawn in made.slots if drawn.slot.kind is not SlotKind.FOLIO]
    assert max(box.line + box.lines - 1 for box in inside) == made.grid.lines
    pictures = sum(d.box.columns * d.box.lines for d in made.slots if d.slot.kind is SlotKind.PICTURE)
    assert 0.3 <= pictures / (made.grid.columns * made.grid.lines) < 0.45


def test_text_stands_in_the_columns_that_the_slot_has() -> None:
    made = sketch(find_layout("special-report"))
    texts = {drawn.slot.id: drawn.texts for drawn in made.slots}
    assert len(texts["lede"]) == 3
    assert len(texts["section-3"]) == 4
    left = made.grid.column_x(3)
    assert texts["section-3"][0] == pytest.approx((left, made.grid.measure * made.grid.body))


def test_a_drawn_frame_is_part_of_the_sketch() -> None:
    layout = find_layout("special-report")
    slot = replace(layout.slot("section-1"), id="drawn", column=2, columns=3)
    made = sketch(replace(layout, loose=((40, slot),)))
    box = next(drawn.box for drawn in made.slots if drawn.slot.id == "drawn")
    assert (box.column, box.columns, box.line) == (2, 3, 40)
