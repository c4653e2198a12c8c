"""What a gallery offers, as cards: each with what is to be drawn, its name and what is to be said of it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.display import PageDisplay
from desktop.model.edition import Media
from desktop.session.sketch import Sketch

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
CARD = Qt.ItemDataRole.UserRole + 1


class Said(Struct, frozen=True):
    """A sentence with its sign (✓ ○ △ ✕) and the theme token of the sign's colour."""

    sign: str
    token: str
    text: str


class Card(Struct, frozen=True):
    """One offer. Drawn is the page that it would be, once that is composed, and the sketch of its layout before.

    ``words`` stand below the title on the card, ``facts`` and ``said`` beside the large picture.
    """

    id: str
    title: str
    sketch: Sketch
    words: str = ""
    facts: str = ""
    said: tuple[Said, ...] = ()
    display: PageDisplay | None = None
    media: tuple[Media, ...] = ()
    now: bool = False
    """It is what the page has."""


class CardsModel(QAbstractListModel):
    """Cards for Qt's views."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[Card, ...] = ()

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards in their order."""
        return self._cards

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show other cards; where they are the same ones in the same order, what is chosen stays."""
        fresh = tuple(cards)
        if [card.id for card in fresh] != [card.id for card in self._cards]:
            self.beginResetModel()
            self._cards = fresh
            self.endResetModel()
            return
        changed = [row for row, pair in enumerate(zip(self._cards, fresh, strict=True)) if pair[0] != pair[1]]
        self._cards = fresh
        for row in changed:
            self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, card_id: str) -> int:
        """Return the row of a card, -1 where it is not there."""
        return next((row for row, card in enumerate(self._cards) if card.id == card_id), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of cards."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a card's title, all that is said of it, or itself."""
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return card.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return ". ".join(filter(None, (card.title, card.words, *(said.text for said in card.said))))
            case _ if role == CARD:
                return card
        return None
