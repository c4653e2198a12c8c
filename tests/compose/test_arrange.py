"""Slots become whole columns and lines: stretching, following, vanishing, giving way (B2)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.compose.arrange import Arrangement, GridBox, arrange
from desktop.model.layout import Box, Grid, Layout, Lines, Node, Slot, SlotKind

AUTO, OPEN = Lines(0, None, auto=True), Lines(0, None)


def slot(slot_id: str, lines: Lines, kind: SlotKind = SlotKind.TEXT, *, columns: int = 4, before: int = 0) -> Slot:
    return Slot(slot_id, (), kind, (), 1, columns, lines, before)


def fixed(lines: int) -> Lines:
    return Lines(lines, lines)


def stack(*children: Node, columns: int = 4, **more) -> Box:
    return Box("stack", 1, columns, children, **more)


def row(*children: Node, columns: int = 4, **more) -> Box:
    return Box("row", 1, columns, children, **more)


def placed(root: Box, needs: dict[str, int], lines: int = 40, forced: dict[str, int] | None = None) -> Arrangement:
    grid = Grid(600, 600, 10.0, 4, 10, 1, lines, 12.0)
    return arrange(Layout("t", (), grid, root), lambda one, _: needs.get(one.id, 0), forced or {})


def heights(*args, **more) -> dict[str, tuple[int, int]]:
    return {key: (box.line, box.lines) for key, box in placed(*args, **more).boxes.items()}


PICTURE = SlotKind.PICTURE


def test_what_follows_its_content_and_what_stretches():
    root = stack(slot("a", AUTO), slot("p", Lines(5, None), PICTURE, before=1))
    assert heights(root, {"a": 12, "p": 1}) == {"a": (1, 12), "p": (14, 27)}


def test_stretching_slots_share_in_proportion_up_to_their_limits():
    root = stack(
        slot("p", Lines(10, None), PICTURE), slot("q", Lines(5, 8), PICTURE), slot("r", Lines(10, None), PICTURE)
    )
    found = heights(root, {})
    assert found["q"][1] == 8
    assert found["p"][1] + found["r"][1] == 32
    assert abs(found["p"][1] - found["r"][1]) <= 1


def test_an_empty_slot_vanishes_with_the_space_above_it():
    root = stack(slot("a", AUTO), slot("b", AUTO, before=2), slot("c", AUTO, before=1), slot("p", OPEN, PICTURE))
    found = heights(root, {"a": 5, "c": 5})
    assert (found["b"][1], found["c"][0]) == (0, 7)


def test_in_a_row_an_empty_slots_columns_go_to_its_neighbour():
    root = stack(row(slot("s", Lines(8, None), SlotKind.SLOGAN, columns=1), slot("t", AUTO, columns=3)))
    assert placed(root, {"t": 5}).boxes["t"] == GridBox(1, 4, 1, 5)
    both = placed(root, {"s": 1, "t": 5}).boxes
    assert (both["s"].columns, both["t"]) == (1, GridBox(2, 3, 1, 40))


def test_in_a_stack_that_is_too_high_the_last_gives_way():
    root = stack(slot("a", AUTO), slot("b", AUTO))
    assert heights(root, {"a": 30, "b": 30}) == {"a": (1, 30), "b": (31, 10)}
    assert heights(root, {"a": 60, "b": 30}) == {"a": (1, 39), "b": (40, 1)}


def test_heads_and_captions_do_not_give_way():
    root = stack(slot("t", AUTO), slot("h", AUTO, SlotKind.HEAD), slot("c", AUTO, SlotKind.CAPTION))
    assert heights(root, {"t": 60, "h": 6, "c": 2}) == {"t": (1, 32), "h": (33, 6), "c": (39, 2)}


def test_heights_set_by_hand_hold():
    root = stack(slot("a", AUTO), slot("p", OPEN, PICTURE))
    assert heights(root, {"a": 12}, forced={"a": 20}) == {"a": (1, 20), "p": (21, 20)}
    assert heights(root, {}, forced={"a": 7})["a"] == (1, 7)


def test_auto_within_bounds():
    root = stack(slot("a", Lines(4, 20, auto=True)), slot("p", OPEN, PICTURE))
    for need, height in ((2, 4), (10, 10), (30, 20), (0, 0)):
        assert heights(root, {"a": need})["a"][1] == height


def test_furniture_stands_at_its_line():
    grid = Grid(600, 600, 10.0, 4, 10, 1, 40, 12.0)
    folio = slot("f", fixed(2), SlotKind.FOLIO)
    layout = Layout("t", (), grid, stack(slot("p", OPEN, PICTURE)), ((-2, folio),))
    assert arrange(layout, lambda *_: 0, {}).boxes["f"] == GridBox(1, 4, -2, 2)


def test_rules_stand_between_what_is_there():
    root = stack(row(slot("a", AUTO, columns=2), slot("b", AUTO, columns=2), rule=True))
    [rule] = placed(root, {"a": 5, "b": 9}).rules
    assert (rule.column, rule.line, rule.lines, rule.across) == (3, 1, 9, False)
    assert placed(root, {"a": 5}).rules == ()


_KINDS = st.sampled_from([SlotKind.TEXT, SlotKind.PICTURE, SlotKind.HEAD, SlotKind.CAPTION])
_LINES = st.sampled_from([AUTO, OPEN, Lines(3, None), Lines(2, 9), fixed(4), Lines(3, 12, auto=True)])


@st.composite
def trees(draw) -> Box:
    numbers = iter(range(100))

    def leaf(columns: int) -> Slot:
        return slot(f"s{next(numbers)}", draw(_LINES), draw(_KINDS), columns=columns, before=draw(st.integers(0, 2)))

    def side(columns: int) -> Box:
        return stack(*(leaf(columns) for _ in range(draw(st.integers(1, 3)))), columns=columns)

    children: list[Node] = []
    for _ in range(draw(st.integers(1, 3))):
        left = draw(st.integers(1, 3))
        two = row(side(left), side(4 - left), before=draw(st.integers(0, 1)))
        children.append(two if draw(st.booleans()) else leaf(4))
    return stack(*children)


@settings(max_examples=150, deadline=None)
@given(trees(), st.lists(st.integers(0, 25), min_size=30, max_size=30))
def test_boxes_never_overlap_and_stay_in_their_columns(root, needs):
    found = placed(root, {f"s{i}": need for i, need in enumerate(needs)}, lines=60)
    shown = [(key, box) for key, box in found.boxes.items() if box.lines]
    assert {key for key, _ in found.boxes.items()} == {
        one.id for one in Layout("t", (), Grid(1, 1, 1, 4, 1, 1, 1, 1), root).slots()
    }
    for key, box in shown:
        assert box.line >= 1
        assert 1 <= box.column <= box.column + box.columns - 1 <= 4, key
    for i, (a, one) in enumerate(shown):
        for b, other in shown[i + 1 :]:
            apart = (
                one.line + one.lines <= other.line
                or other.line + other.lines <= one.line
                or one.column + one.columns <= other.column
                or other.column + other.columns <= one.column
            )
            assert apart, (a, b)


@pytest.mark.parametrize("need", [0, 5, 20, 39])
def test_a_page_with_a_stretching_slot_is_filled_to_its_last_line(need):
    root = stack(slot("a", AUTO), slot("p", Lines(1, None), PICTURE))
    found = heights(root, {"a": need})
    assert found["p"][0] + found["p"][1] - 1 == 40
