"""What a click with Ctrl or Shift makes of a selection, and where a move by one step leads."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from desktop.model.story import Role, Story


class Choosing(StrEnum):
    """What becomes of what was chosen before."""

    ALONE = "alone"
    TOGGLE = "toggle"
    EXTEND = "extend"


def chosen_with(before: Sequence[str], one: str, order: Sequence[str], how: Choosing) -> tuple[str, ...]:
    """Return what is chosen after a click on one thing.

    Args:
        before: what was chosen, the latest last.
        one: what was clicked.
        order: everything that can be chosen, in order; a range is taken from it.
        how: alone; as well, or no more if it was; all from the latest to this one as well.
    """
    if how is Choosing.TOGGLE:
        return tuple(e for e in before if e != one) if one in before else (*before, one)
    if how is Choosing.EXTEND and before and before[-1] in order and one in order:
        start, end = order.index(before[-1]), order.index(one)
        reach = order[start : end + 1] if start <= end else order[end : start + 1]
        # The end from which the range grows stays the latest, so that another click turns around it.
        return tuple(dict.fromkeys((*(e for e in (*before, *reach) if e != before[-1]), before[-1])))
    return (one,)


def position_beside(story: Story, elements: Sequence[str], by: int) -> int | None:
    """Return where elements of a story are to be put to be read one step earlier (-1) or later (+1).

    A section steps over whole sections. None where there is nothing to step over.
    """
    ids = [element.id for element in story.elements]
    chosen = [at for at, name in enumerate(ids) if name in set(elements)]
    if not chosen:
        return None
    whole = len(chosen) > 1 and story.elements[chosen[0]].role is Role.SUBHEAD
    neighbour = chosen[0] - 1 if by < 0 else chosen[-1] + 1
    if not 0 <= neighbour < len(ids):
        return None
    section = story.elements[neighbour].section if whole else None
    if section is None or section in elements:
        return neighbour if by < 0 else neighbour + 1
    run = [at for at, element in enumerate(story.elements) if element.section == section]
    return run[0] if by < 0 else run[-1] + 1
