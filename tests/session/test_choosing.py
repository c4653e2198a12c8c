"""Clicks with keys held, and steps among sections."""

from __future__ import annotations

import pytest

from desktop.model.story import Role
from desktop.session import Session
from desktop.session.choosing import Choosing, chosen_with, position_beside
from desktop.session.commands import MoveElements

ORDER = ("a", "b", "c", "d", "e")


@pytest.mark.parametrize(
    ("before", "one", "how", "after"),
    [
        ((), "b", Choosing.ALONE, ("b",)),
        (("a", "c"), "b", Choosing.ALONE, ("b",)),
        (("a",), "b", Choosing.TOGGLE, ("a", "b")),
        (("a", "b"), "a", Choosing.TOGGLE, ("b",)),
        ((), "b", Choosing.EXTEND, ("b",)),
        (("b",), "d", Choosing.EXTEND, ("c", "d", "b")),
        (("d",), "b", Choosing.EXTEND, ("b", "c", "d")),
        (("gone",), "b", Choosing.EXTEND, ("b",)),
    ],
)
def test_clicks(before: tuple[str, ...], one: str, how: Choosing, after: tuple[str, ...]) -> None:
    assert chosen_with(before, one, ORDER, how) == after


def test_a_step_passes_one_element_and_a_section_a_section(session: Session) -> None:
    story = session.edition.stories[0]
    ids = [element.id for element in story.elements]
    heads = story.with_role(Role.SUBHEAD)
    assert position_beside(story, [ids[0]], -1) is None
    assert position_beside(story, [ids[-1]], +1) is None
    assert position_beside(story, [ids[1]], -1) == 0
    assert position_beside(story, [ids[1]], +1) == 3
    second = [e.id for e in story.elements if e.section == heads[1].id and e.role is not Role.CAPTION]
    assert position_beside(story, second, -1) == ids.index(heads[0].id)
    assert position_beside(story, second, +1) == ids.index(heads[3].id)


def test_a_section_moves_whole(session: Session) -> None:
    story = session.edition.stories[0]
    heads = story.with_role(Role.SUBHEAD)
    second = tuple(e.id for e in story.elements if e.section == heads[1].id)
    goal = position_beside(story, second, -1)
    assert goal is not None
    assert session.do(MoveElements(second, story.id, goal))
    moved = session.edition.stories[0]
    assert [head.id for head in moved.with_role(Role.SUBHEAD)][:2] == [heads[1].id, heads[0].id]
    assert {e.id for e in moved.elements if e.section == heads[1].id} == set(second)
    assert sorted(e.id for e in moved.elements) == sorted(e.id for e in story.elements)
    assert not session.do(MoveElements(second, story.id, [e.id for e in moved.elements].index(second[0])))
