"""Long editions on all cores: their articles recognised, their pages composed.

What comes out does not depend on how many cores there are.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain, pairwise
from typing import TYPE_CHECKING, TypeVar

from desktop.compose import ComposedPage, Composer
from desktop.fonts import FaceLibrary
from desktop.model.edition import Edition, Page
from desktop.model.story import Source, Story
from desktop.opening import in_turn

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

_LEAST = 6
"""Articles or pages that another process must have to do before it is worth its start."""

T = TypeVar("T")
R = TypeVar("R")


def compose_pages(edition: Edition, composer: Composer, cores: int | None = None) -> tuple[ComposedPage, ...]:
    """Return all pages of an edition composed.

    Args:
        edition: Whose pages.
        composer: Composes the share of this process, with what it knows already.
        cores: How many processes may work; left out, as many as there are cores for this one.

    Raises:
        FontError: A face of the house style cannot be opened.
    """

    def mine(pages: Sequence[Page]) -> list[ComposedPage]:
        return [composer.compose(edition, page) for page in pages]

    # A text seldom goes on far from its page: neighbours are composed by one process.
    return tuple(_shared_out(edition.pages, mine, partial(_composed, edition), cores))


def recognise_articles(sources: Sequence[tuple[Source, int]], cores: int | None = None) -> list[tuple[Story, ...]]:
    """Return the stories of sources, each with the number of its first story."""
    return _shared_out(sources, _recognised, _recognised, cores)


def _composed(edition: Edition, pages: Sequence[Page]) -> list[ComposedPage]:
    composer = Composer(FaceLibrary())
    return [composer.compose(edition, page) for page in pages]


def _recognised(sources: Sequence[tuple[Source, int]]) -> list[tuple[Story, ...]]:
    return list(in_turn(sources))


def _shared_out(
    items: Sequence[T],
    mine: Callable[[Sequence[T]], list[R]],
    others: Callable[[Sequence[T]], list[R]],
    cores: int | None,
) -> list[R]:
    """Return what comes of items, in their order: the first share is done here, the rest by other processes."""
    count = max(1, min(cores or _cores(), len(items) // _LEAST))
    ends = [number * len(items) // count for number in range(count + 1)]
    first, *rest = (items[start:end] for start, end in pairwise(ends))
    if not rest:
        return mine(first)
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(len(rest), _context()) as workers:
        done = workers.map(others, rest)
        return [*mine(first), *chain.from_iterable(done)]


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _context() -> BaseContext:
    """Return how processes are started: where that is had, as copies of this one, which have everything imported."""
    import multiprocessing

    known = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if "fork" in known else known[0])
