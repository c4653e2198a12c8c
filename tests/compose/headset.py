"""Heads with every place marked at which a line may end, and what an engine makes of them.

The files in ``heads/`` hold a head a line: role, field and head, separated by tabs; a line that starts with # is a
remark. In the head

* ``|`` marks a border at which a line may end. A space is the clause space and is one without being marked. All
  acceptable borders are marked: a break anywhere else is a fault.
* ``<`` and ``>`` enclose the name of a person, a place, an organisation or a thing that must not be broken.

What is acceptable, as newspapers break heads: between clauses; between subject and predicate; before an adverbial;
between a verb of two characters and an object of four or more; between an attribute and a long noun phrase; behind 的
where two characters or more follow. Not: inside a word, a name, a fixed term or a number with its classifier; before
的, 了, 上, 里; behind a preposition or an adverb; between a verb and a short object; between a short title and the name
behind it; inside quotes.

``develop.txt`` and ``heldout.txt`` begin with one list of 200, written before the engine, of which every second line
went into each. ``heldout.txt`` was read blind first (75.0 % of its heads well broken) and looked at afterwards; so was
``articles.txt``, heads of the articles in tests/articles, written for other tests (72.9 %). ``blind.txt`` was written
when the engine was finished and has not been looked at since: its figure is what to expect of heads never seen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from math import ceil
from pathlib import Path

from msgspec import Struct

from desktop.compose.division import divide, whole_line, width_of
from desktop.compose.material import Block
from desktop.compose.phrases import Border
from desktop.model.story import Role
from desktop.model.style import Align, FaceRole
from desktop.text import natural_width
from tests.compose.pages import block, plain_style

FOLDER = Path(__file__).parent / "heads"
STEP = 0.5
"""Ems between the widths that are tried."""


class MarkedHead(Struct, frozen=True):
    """A head; ``borders`` are the characters before which a line may start, ``names`` ranges never to be broken."""

    role: Role
    field: str
    text: str
    borders: frozenset[int]
    names: tuple[tuple[int, int], ...]

    @property
    def plain(self) -> bool:
        """Whether the head has neither clause space nor mark to break at."""
        return not re.search(r"[ ，：；！？—]", self.text[:-1])


@cache
def heads(name: str) -> tuple[MarkedHead, ...]:
    lines = (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(_read(line) for line in lines if line and not line.startswith("#"))


def _read(line: str) -> MarkedHead:
    role, field, marked = line.split("\t")
    text, borders, names, opened = "", set(), [], 0
    for char in marked:
        if char == "|":
            borders.add(len(text))
        elif char == "<":
            opened = len(text)
        elif char == ">":
            names.append((opened, len(text)))
        else:
            text += char
            if char == " ":
                borders.add(len(text))
    return MarkedHead(Role(role), field, text, frozenset(borders), tuple(names))


def head_block(text: str, **changes: object) -> Block:
    style = plain_style(face=FaceRole.BIAOSONG, sizes=(10.0,), align=Align.CENTRE, **changes)
    return block(text, style, Role.HEADLINE, clause=True)


Divide = Callable[[Block, float, int], Sequence[int] | None]
"""An engine: a head, ems, a number of lines → the characters before which it breaks."""


def product(made: Block, ems: float, count: int) -> list[int] | None:
    """What the product does."""
    found = divide(made, ems, count)
    return found and [made.paragraph.cells.first[line.end] for line in found.lines[:-1]]


class Judgement(Struct, frozen=True):
    """How an engine divided one head into so many lines: widths tried, and the faults as width and breaks."""

    head: MarkedHead
    widths: int
    faults: tuple[tuple[float, str], ...]


def judge(head: MarkedHead, count: int, engine: Divide = product, *, told: bool = False) -> Judgement:
    """Try every width at which the head needs so many lines and can be broken into them at marked borders.

    ``told``: the engine knows the head's names, as it knows those of bylines.
    """
    made = head_block(head.text)
    made.shaped.names = tuple(head.text[start:end] for start, end in head.names) if told else ()
    total = width_of(made, whole_line(made))
    widths, faults = 0, []
    ems = ceil(total / count / STEP) * STEP
    while ems < total / (count - 1) - 1e-6 if count > 2 else ems < total - 1e-6:
        if _possible(made, head, ems, count):
            widths += 1
            cuts = engine(made, ems, count)
            if cuts is None or not set(cuts) <= head.borders:
                faults.append((ems, "none" if cuts is None else _shown(head.text, cuts)))
        ems += STEP
    return Judgement(head, widths, tuple(faults))


def _possible(made: Block, head: MarkedHead, ems: float, count: int) -> bool:
    """Whether marked borders give lines that fit: each line takes as much as it can."""
    first = {char: cell for cell, char in enumerate(made.paragraph.cells.first)}
    stops = [first[at] for at in sorted(head.borders)] + [len(made.paragraph)]
    start = lines = 0
    while start < len(made.paragraph):
        fitting = [stop for stop in stops if stop > start and _width(made, start, stop) <= ems]
        if not fitting:
            return False
        start = max(fitting)
        lines += 1
    return lines <= count


def _width(made: Block, start: int, stop: int) -> float:
    while stop > start + 1 and made.paragraph.cells.space[stop - 1]:
        stop -= 1
    return natural_width(made.paragraph, start, stop)


def _shown(text: str, cuts: Sequence[int]) -> str:
    bounds = [0, *cuts, len(text)]
    return "|".join(text[a:b] for a, b in pairwise(bounds))


class Figures(Struct, frozen=True):
    """Share of heads broken well at every width, share of widths, and precision and recall of the borders found."""

    heads: float
    widths: float
    precision: float
    recall: float
    faulty: tuple[Judgement, ...]

    def __str__(self) -> str:
        return (
            f"{self.heads:.1%} of heads well broken at every width, {self.widths:.1%} of widths; borders: "
            f"precision {self.precision:.1%}, recall {self.recall:.1%}"
        )


def measure(marked: Sequence[MarkedHead], count: int = 2, engine: Divide = product) -> Figures:
    judged = [judgement for head in marked if (judgement := judge(head, count, engine)).widths]
    found = [(set(_found(head)), head.borders) for head in marked]
    hits = sum(len(own & borders) for own, borders in found)
    return Figures(
        heads=sum(not one.faults for one in judged) / len(judged),
        widths=1 - sum(len(one.faults) for one in judged) / sum(one.widths for one in judged),
        precision=hits / sum(len(own) for own, _ in found),
        recall=hits / sum(len(borders) for _, borders in found),
        faulty=tuple(one for one in judged if one.faults),
    )


def _found(head: MarkedHead) -> Iterator[int]:
    """Yield the borders that the product takes for borders of phrases or better."""
    made = head_block(head.text)
    for cell, kind in made.shaped.borders.all.items():
        if kind <= Border.PHRASE:
            yield made.paragraph.cells.first[cell]
