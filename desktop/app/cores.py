"""Composing the pages of a long edition on all cores; what comes out does not depend on how many there are."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from desktop.compose import ComposedPage, Composer
from desktop.fonts import FaceLibrary
from desktop.model.edition import Edition, Page

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

_LEAST = 6
"""Pages that another process must have to do before it is worth its start."""


def compose_pages(edition: Edition, composer: Composer, cores: int | None = None) -> tuple[ComposedPage, ...]:
    """Return all pages of an edition composed.

    Args:
        edition: Whose pages.
        composer: Composes the share of this process, with what it knows already.
        cores: How many processes may work; left out, as many as there are cores for this one.

    Raises:
        FontError: A face of the house style cannot be opened.
    """
    shares = _shares(edition.pages, min(cores or _cores(), len(edition.pages) // _LEAST))
    if len(shares) < 2:
        return tuple(composer.compose(edition, page) for page in edition.pages)
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(len(shares) - 1, _context()) as workers:
        others = workers.map(_composed, [edition] * (len(shares) - 1), shares[1:])
        mine = [composer.compose(edition, page) for page in shares[0]]
        return (*mine, *chain.from_iterable(others))


def _composed(edition: Edition, pages: Sequence[Page]) -> list[ComposedPage]:
    composer = Composer(FaceLibrary())
    return [composer.compose(edition, page) for page in pages]


def _shares(pages: Sequence[Page], count: int) -> list[Sequence[Page]]:
    """Return the pages in so many parts as equal as they can be, in order: a text seldom goes on far from its page."""
    ends = [number * len(pages) // max(1, count) for number in range(count + 1)]
    return [pages[start:end] for start, end in pairwise(ends)]


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _context() -> BaseContext:
    """Return how processes are started: where that is had, as copies of this one, which have everything imported."""
    import multiprocessing

    known = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if "fork" in known else known[0])
