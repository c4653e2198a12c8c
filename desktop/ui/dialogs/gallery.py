"""The gallery: cards with thumbnails at the left, the chosen one large at the right with all that is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.fonts import FaceLibrary
from desktop.ui.dialogs.focus import give_back_focus
from desktop.ui.language import tr
from desktop.ui.models.cards import CARD, Card, CardsModel
from desktop.ui.panels.parts import ElidedLabel, flat_button, quiet_label, room_for_line
from desktop.ui.sketching import sketch_pixmap
from desktop.ui.theme import Theme
from desktop.ui.thumbnail import PagePainter

_CARD, _THUMB = QSize(176, 258), QSize(152, 196)
"""Pixels of a card and of its thumbnail: a tabloid page on which heads and pictures can be told apart."""
_LARGE, _SMALL, _AROUND = QSize(330, 404), 240, 436
"""Pixels of the large page, of its least height, and what else takes room above and below it in a low window."""
_SAID = 160
"""Pixels kept for what is said of a card: eight lines; more are scrolled."""
_ACROSS, _DOWN = 3, 2
"""Cards seen at once."""


def _card(letters: QFontMetrics) -> QSize:
    """Return the size of a card: higher where its two lines of words are."""
    return QSize(_CARD.width(), room_for_line(letters, _CARD.height(), 2))


class GalleryDialog(QDialog):
    """Cards to choose from: arrows, Home and End or a click choose, Enter or a double click takes. Call ``open()``.

    Signals:
        taken: the id of the card that was taken; not told when the dialog is left.
        turned: the id of the card that is shown large now.

    Args:
        window: the window.
        title: of the dialog.
        take: what the button says that takes the chosen card.
        faces: that pages are set in.
        theme: the colours.
    """

    taken = Signal(str)
    turned = Signal(str)

    def __init__(self, window: QWidget, title: str, take: str, faces: FaceLibrary, theme: Theme) -> None:
        super().__init__(window)
        self.setObjectName("gallery")
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        self.painter = CardPainter(faces)
        self.model = CardsModel(self)
        self.view = self._made_view()
        self.large = LargeCard(self.painter, theme, min(_LARGE.height(), max(_SMALL, window.height() - _AROUND)))
        self.note = quiet_label()
        self.note.setObjectName("gallerynote")
        self.take_button = QPushButton(take)
        self.take_button.setObjectName("take")
        self.take_button.setProperty("primary", True)
        self.take_button.setDefault(True)
        self.take_button.clicked.connect(self._take)
        self._foot = QHBoxLayout()
        self.back = flat_button("‹", lambda: self.turn(-1))
        self.on = flat_button("›", lambda: self.turn(1))
        self.place = QLabel()
        self.place.setObjectName("galleryplace")
        self._arrange()
        give_back_focus(self, window)

    @property
    def chosen(self) -> Card | None:
        """The card that is shown large."""
        index = self.view.currentIndex()
        return self.model.cards[index.row()] if index.isValid() else None

    def set_cards(self, cards: Sequence[Card], chosen: str | None = None) -> None:
        """Show cards; the one named is chosen, else the one that was, else the first."""
        before = self.chosen
        self.model.set_cards(cards)
        wanted = chosen or (before.id if before else "")
        self._go_to(max(0, self.model.row_of(wanted)))
        self._show_chosen()

    def turn(self, by: int) -> None:
        """Choose the card so many places on, round and round."""
        count = len(self.model.cards)
        if count:
            self._go_to((self.view.currentIndex().row() + by) % count)

    def choose(self, card_id: str) -> None:
        """Choose a card."""
        self.set_cards(self.model.cards, card_id)

    def add_to_foot(self, widget: QWidget) -> None:
        """Put a widget at the left of the buttons."""
        self._foot.insertWidget(self._foot.count() - 3, widget)
        self._order_foot()

    def _order_foot(self) -> None:
        """Let Tab go along the foot from left to right, however many widgets were put into it."""
        items = (self._foot.itemAt(at) for at in range(self._foot.count()))
        foot = (item.widget() for item in items if item is not None)
        for one, after in pairwise((self.on, *(widget for widget in foot if widget is not None))):
            QWidget.setTabOrder(one, after)

    def tell(self, text: str) -> None:
        """Say something below the cards."""
        self.note.setText(text)

    def _made_view(self) -> QListView:
        view = QListView()
        view.setObjectName("cards")
        view.setAccessibleName(self.windowTitle())
        view.setModel(self.model)
        view.setItemDelegate(_CardDelegate(self.painter, self._theme, self))
        view.setViewMode(QListView.ViewMode.IconMode)
        view.setMovement(QListView.Movement.Static)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setUniformItemSizes(True)
        card = _card(view.fontMetrics())
        view.setGridSize(card)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setMinimumSize(card.width() * 2 + 16, card.height() + 8)
        view.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        view.doubleClicked.connect(lambda _: self._take())
        return view

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.view, 1)
        left.addWidget(self.note)
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addLayout(left, 1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.large, 1)
        right.addLayout(self._turning())
        both.addLayout(right)
        cancel = QPushButton(tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._foot.setSpacing(8)
        self._foot.addStretch(1)
        self._foot.addWidget(cancel)
        self._foot.addWidget(self.take_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(both, 1)
        column.addLayout(self._foot)
        self.view.setFocus()

    def sizeHint(self) -> QSize:
        """Return a size in which six cards are seen beside the large one."""
        card = _card(self.fontMetrics())
        usual = QSize(card.width() * _ACROSS + 16 + 24 + _LARGE.width() + 48, card.height() * _DOWN + 168)
        return usual.expandedTo(super().sizeHint())

    def _go_to(self, row: int) -> None:
        index = self.model.index(row)
        self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _turning(self) -> QHBoxLayout:
        """Return what flips through the cards, below the large one."""
        self.back.setAccessibleName(tr("The one before"))
        self.on.setAccessibleName(tr("The next one"))
        row = QHBoxLayout()
        row.addStretch(1)
        for part in (self.back, self.place, self.on):
            row.addWidget(part)
            if isinstance(part, QPushButton):
                part.setAutoDefault(False)
        row.addStretch(1)
        return row

    def _show_chosen(self) -> None:
        card = self.chosen
        at = tr("{number} of {count}", number=self.view.currentIndex().row() + 1, count=len(self.model.cards))
        self.place.setText(at if card else "")
        self.take_button.setEnabled(card is not None)
        self.large.show_card(card)
        if card is not None:
            self.turned.emit(card.id)

    def _take(self) -> None:
        card = self.chosen
        if card is not None:
            # Taken once the dialog is gone: what follows may open another.
            self.finished.connect(lambda _: self.taken.emit(card.id))
            self.accept()


class CardPainter:
    """Paints what cards show, each size once.

    Args:
        faces: that pages are set in.
    """

    def __init__(self, faces: FaceLibrary) -> None:
        self._pages = PagePainter(faces)
        self._kept: dict[tuple[str, int, int, float], tuple[object, QPixmap]] = {}

    def pixmap(self, card: Card, room: QSize, ratio: float) -> QPixmap:
        """Return the page of a card, or the sketch of its layout while there is none."""
        key = (card.id, room.width(), room.height(), ratio)
        drawn = card.display or card.sketch
        held = self._kept.get(key)
        if held is None or held[0] is not drawn:
            if card.display is None:
                painted = sketch_pixmap(card.sketch, room, ratio)
            else:
                painted = self._pages.pixmap(card.display, card.media, room, ratio)
            held = self._kept[key] = (drawn, painted)
        return held[1]


class _CardDelegate(QStyledItemDelegate):
    """Draws a card: the thumbnail, its name, and a line of words."""

    def __init__(self, painter: CardPainter, theme: Theme, parent: QDialog) -> None:
        super().__init__(parent)
        self._painter, self._theme = painter, theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one card."""
        card: Card = index.data(CARD)
        box = option.rect.adjusted(4, 4, -4, -4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, box)
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._painter.pixmap(card, _THUMB, ratio)
        size = pixmap.deviceIndependentSize().toSize()
        room = QRect(box.x() + 8, box.y() + 8, box.width() - 16, _THUMB.height())
        at = QRect(0, 0, size.width(), size.height())
        at.moveCenter(room.center())
        painter.drawPixmap(at, pixmap)
        line = option.fontMetrics.height()
        foot = QRect(room.x(), room.bottom() + 6, room.width(), line)
        font = painter.font()
        font.setBold(card.now)
        painter.setFont(font)
        self._line(painter, foot, f"✓ {card.title}" if card.now else card.title, self._theme.text)
        font.setBold(False)
        painter.setFont(font)
        self._line(painter, foot.translated(0, line + 1), card.words, self._theme.muted)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Return the size of a card."""
        return _card(option.fontMetrics)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        under = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if chosen or under:
            painter.setPen(QColor(self._theme.selection) if chosen and focused else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.selection_soft if chosen else self._theme.hover))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _line(self, painter: QPainter, box: QRect, text: str, colour: str) -> None:
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)


class LargeCard(QWidget):
    """One card large: its page, title, facts and what is said of it, which scrolls.

    Args:
        painter: of the page.
        theme: the colours of signs.
        high: pixels of the page.
    """

    def __init__(self, painter: CardPainter, theme: Theme, high: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter, self._theme, self._room = painter, theme, QSize(_LARGE.width(), high)
        self.page = QLabel()
        self.page.setObjectName("largepage")
        self.page.setFixedSize(self._room)
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = ElidedLabel()
        self.title.setObjectName("versiontitle")
        self.facts, self.said = quiet_label(), QLabel()
        self.said.setObjectName("said")
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.RichText)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        scroll = QScrollArea()
        scroll.setObjectName("saidscroll")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(tr("What is said of it"))
        scroll.setMinimumHeight(_SAID)
        scroll.setWidget(self.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.page, self.title, self.facts):
            column.addWidget(part)
        column.addWidget(scroll, 1)
        self.setFixedWidth(_LARGE.width())

    def show_card(self, card: Card | None) -> None:
        """Show a card, or nothing."""
        self.title.setText(card.title if card else "")
        self.facts.setText(card.facts if card else "")
        said = card.said if card else ()
        self.said.setText("<br>".join(self._sentence(s.sign, s.token, s.text) for s in said))
        self.page.setPixmap(self._painter.pixmap(card, self._room, self.devicePixelRatioF()) if card else QPixmap())

    def _sentence(self, sign: str, token: str, text: str) -> str:
        plain = text.replace("&", "&amp;").replace("<", "&lt;")
        return f'<span style="color:{getattr(self._theme, token)}">{sign}</span>&nbsp;{plain}'
