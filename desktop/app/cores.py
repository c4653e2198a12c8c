"""Long editions on all cores: their articles recognised, their pages composed, judged and written.

What comes out does not depend on how many cores there are.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain, pairwise
from typing import TYPE_CHECKING, TypeVar, cast

from desktop.compose import ComposedPage, Composer
from desktop.fonts import FaceLibrary
from desktop.model.edition import Edition, Page
from desktop.model.story import Source, Story
from desktop.opening import in_turn

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext, ForkContext

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


def beside(work: Callable[[], R], size: int, cores: int | None = None) -> Callable[[], R]:
    """Begin work in a copy of this process, and return what waits for its result.

    Where the work is too small for that, processes are no copies, or the copy is lost, it is done when waited for.

    Args:
        work: Gives a result that is small beside what it is made of; what it raises is raised when waited for.
        size: How many articles or pages it is about.
        cores: How many processes may work; left out, as many as there are cores for this one.
    """
    if size < 2 * _LEAST or (cores or _cores()) < 2 or (context := _context()).get_start_method() != "fork":
        return work
    ours, theirs = context.Pipe(duplex=False)
    copy = cast("ForkContext", context).Process(target=_send, args=(work, theirs), daemon=True)
    copy.start()
    theirs.close()

    def result() -> R:
        try:
            done, answer = ours.recv()
        except EOFError:  # the copy was ended from outside
            return work()
        finally:
            ours.close()
            copy.join()
        if done:
            return cast("R", answer)
        raise cast("Exception", answer)

    return result


def spread(work: Callable[[T], R], pages: Sequence[T], cores: int | None = None) -> list[R]:
    """Return what comes of each page, the results being small: the first half is done here, the rest by a copy."""
    half = len(pages) // 2
    later = beside(lambda: [work(page) for page in pages[half:]], len(pages), cores)
    return [*(work(page) for page in pages[:half]), *later()]


def _send(work: Callable[[], object], pipe: Connection) -> None:
    """Do work and send what came of it: whether it was done, and its result or the error.

    A press of Ctrl+C reaches both processes; the one that asked tells of it.
    """
    try:
        answer: tuple[bool, object] = (True, work())
    except KeyboardInterrupt:
        pipe.close()
        return
    except Exception as problem:  # noqa: BLE001 - whatever it is, it is raised again where the result is waited for
        answer = (False, problem)
    pipe.send(answer)
    pipe.close()


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
