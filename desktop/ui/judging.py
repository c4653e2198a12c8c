"""Offers composed and judged aside, card by card, and set in order once all are known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject

from desktop.compose import ComposedPage
from desktop.errors import BanxinError
from desktop.model.edition import Edition
from desktop.session.jobs import Job, JobControl, JobRunner, Outcome
from desktop.session.judging import Reason, Verdict
from desktop.ui.dialogs.gallery import GalleryDialog
from desktop.ui.language import render, tr
from desktop.ui.models.cards import Card, Said

_SIGNS = {
    Verdict.GOOD: ("✓", "placed"),
    Verdict.MIND: ("○", "muted"),
    Verdict.BAD: ("✕", "accent"),
    Verdict.FACT: ("·", "muted"),
}


class Proposal(Protocol):
    """A page as it would be."""

    @property
    def edition(self) -> Edition:
        """The edition with it."""

    @property
    def composed(self) -> ComposedPage:
        """The page composed."""

    @property
    def cost(self) -> tuple[float, ...]:
        """What it is ranked by, smaller first."""

    @property
    def reasons(self) -> Sequence[Reason]:
        """What speaks for it and against it."""


class Offer(Struct, frozen=True):
    """A card before it is judged, and what composes the page that it stands for (on a job's thread)."""

    card: Card
    work: Callable[[], Proposal]


class Judging(QObject):
    """Fills a gallery: sketches at once, pages as they are composed, the best fit first in the end.

    Args:
        runner: works aside.
        dialog: the gallery; what still works when it is closed ends.
    """

    def __init__(self, runner: JobRunner, dialog: GalleryDialog) -> None:
        super().__init__(dialog)
        self._runner, self._dialog = runner, dialog
        self._jobs: list[Job[Proposal]] = []
        self._round = 0
        self._left = 0
        self._cards: dict[str, Card] = {}
        self._costs: dict[str, tuple[float, ...]] = {}
        dialog.finished.connect(lambda _: self.end())

    @property
    def working(self) -> bool:
        """Whether something is still to be judged."""
        return self._left > 0

    def begin(self, offers: Sequence[Offer], chosen: str | None = None) -> None:
        """Judge offers, in place of those before; the one named is chosen."""
        self.end()
        self._left = len(offers)
        self._cards = {offer.card.id: offer.card for offer in offers}
        self._costs = {}
        self._dialog.set_cards(tuple(self._cards.values()), chosen)
        self._dialog.tell(tr("Setting the page in every one of them…"))
        self._jobs = [self._submit(offer, self._round) for offer in offers]

    def end(self) -> None:
        """Judge no more."""
        self._round += 1
        self._left = 0
        for job in self._jobs:
            job.cancel()
        self._jobs = []

    def _submit(self, offer: Offer, at: int) -> Job[Proposal]:
        def work(_control: JobControl) -> Proposal:
            return offer.work()

        def done(outcome: Outcome[Proposal]) -> None:
            if at == self._round:
                self._judged(offer.card, outcome)

        return self._runner.submit(work, done)

    def _judged(self, card: Card, outcome: Outcome[Proposal]) -> None:
        self._left -= 1
        if isinstance(outcome.error, BanxinError):
            sign, token = _SIGNS[Verdict.BAD]
            why = render(outcome.error.message)
            self._cards[card.id] = replace(card, words=why, said=(Said(sign, token, why),))
        else:
            proposal = outcome.value()
            self._costs[card.id] = proposal.cost
            self._cards[card.id] = _told(card, proposal)
        self._show()

    def _show(self) -> None:
        if not self._left:
            last: tuple[float, ...] = (float("inf"),)
            self._cards = dict(sorted(self._cards.items(), key=lambda pair: self._costs.get(pair[0], last)))
            self._dialog.tell(tr("In order: what fits best stands first."))
        self._dialog.set_cards(tuple(self._cards.values()))


def _told(card: Card, proposal: Proposal) -> Card:
    """Return a card with its page and the reasons in words; what the card said before stands above them."""
    said = tuple(Said(*_SIGNS[reason.verdict], render(reason.said)) for reason in proposal.reasons)
    first = proposal.reasons[0] if proposal.reasons else None
    words = f"{_SIGNS[first.verdict][0]} {render(first.said)}" if first else card.words
    media = proposal.edition.media
    return replace(card, words=words, said=(*card.said, *said), display=proposal.composed.display, media=media)
