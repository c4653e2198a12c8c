"""Alternatives weighed: how each fits, in which order its sections are read, and what stands where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from desktop.compose import ComposedPage
from desktop.errors import Message, Named, message
from desktop.model.edition import Edition, Flow, Page
from desktop.model.layout import SlotKind
from desktop.model.story import Element, Role
from desktop.session.alternatives import Alternative
from desktop.session.judging import PageFit, Reason, Verdict, judged, reasons
from desktop.session.proposals import Compose
from desktop.session.relay import relinked

_HEAD = 12
"""Characters of a section's head that name it."""
_AMIDST = 0.1
"""Part of the type area's width by which a picture's middle may miss that of the page and be in the middle still."""


class WeighedAlternative(Struct, frozen=True):
    """An alternative, the page as it would be, how that fits, and what is to be said besides.

    ``disorder`` is how many sections are read before one that comes earlier in the text.
    """

    name: Message
    edition: Edition
    composed: ComposedPage
    fit: PageFit
    disorder: int = 0
    facts: tuple[Message, ...] = ()

    @property
    def cost(self) -> tuple[float, ...]:
        """What it is ranked by, smaller first: what is lost, then the order of reading, then the filling."""
        lost, rest = self.fit.cost[:2], self.fit.cost[2:]
        return (*lost, self.disorder, *rest)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """What speaks for it and against it, then what stands where."""
        told = list(reasons(self.fit))
        if self.disorder:
            told.append(Reason(Verdict.MIND, message("The sections are not read in the order of the text.")))
        elif self.fit.sections > 1 and self.fit.stories == 1:
            told.append(Reason(Verdict.GOOD, message("The sections are read in the order of the text.")))
        return (*told, *(Reason(Verdict.FACT, fact) for fact in self.facts))


def weighed(edition: Edition, alternative: Alternative, compose: Compose) -> WeighedAlternative:
    """Return what an alternative would make of its page.

    Args:
        edition: as it is.
        alternative: of one of its pages; the page as it is is one too.
        compose: composes it.
    """
    page = alternative.page
    after = relinked(edition.replacing_page(page), edition.page(page.id), page)
    composed = compose(after, page.id)
    fit = judged(edition, after, page.id, composed)
    places = list(_sections(after, page, composed))
    disorder = _disorder([head for _, head in places], after)
    return WeighedAlternative(alternative.name, after, composed, fit, disorder, tuple(_facts(page, composed, places)))


def _sections(edition: Edition, page: Page, composed: ComposedPage) -> Iterator[tuple[Flow, Element]]:
    """Yield the sections' heads with their flows in the order in which a reader comes to them.

    One reads a stack of frames down, then the stack at its right.
    """
    roles = {e.id: e for story in edition.stories for e in story.elements if e.role is Role.SUBHEAD}

    def place(flow: Flow) -> tuple[int, int]:
        box = composed.display.frame(flow.frames[0]).box
        return round(box.x), round(box.y)

    for flow in sorted((flow for flow in page.flows if flow.frames), key=place):
        yield from ((flow, roles[element]) for element in flow.elements if element in roles)


def _disorder(heads: Sequence[Element], edition: Edition) -> int:
    """Return how many heads are read before one that comes earlier in the same article."""
    found = 0
    for story in edition.stories:
        ranks = {e.id: rank for rank, e in enumerate(story.elements)}
        read = [ranks[head.id] for head in heads if head.id in ranks]
        found += sum(any(later < rank for later in read[at:]) for at, rank in enumerate(read))
    return found


def _facts(page: Page, composed: ComposedPage, places: Sequence[tuple[Flow, Element]]) -> Iterator[Message]:
    side = _picture_side(page, composed)
    if side is not None:
        yield side
    for flow in dict.fromkeys(flow for flow, _ in places):
        heads = "、".join(_short(head) for other, head in places if other is flow)
        yield message("{frame}: {sections}", frame=Named(page.slot_of(flow.frames[0]).names), sections=heads)


def _short(head: Element) -> str:
    plain = "".join(head.text.split())
    return plain if len(plain) <= _HEAD else plain[: _HEAD - 1] + "…"


def _picture_side(page: Page, composed: ComposedPage) -> Message | None:
    """Return where the largest picture stands; None where there is none."""
    kinds = (SlotKind.PICTURE,)
    boxes = [composed.display.frame(f.id).box for f in page.frames if page.slot_of(f.id).kind in kinds]
    boxes = [box for box in boxes if box.width * box.height > 0]
    if not boxes:
        return None
    largest = max(boxes, key=lambda box: box.width * box.height)
    area = page.layout.grid.type_area
    off = (largest.x + largest.width / 2 - area.x - area.width / 2) / area.width
    if abs(off) < _AMIDST:
        return message("The main picture stands in the middle.")
    return (
        message("The main picture stands at the left.") if off < 0 else message("The main picture stands at the right.")
    )
