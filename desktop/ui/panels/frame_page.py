"""The inspector's page for a frame: its slot, size, fit and picture."""

from __future__ import annotations

from types import MappingProxyType

from msgspec import Struct
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox, QWidget

from desktop.compose import FlowFit
from desktop.display import DisplayFrame
from desktop.geometry import points_to_mm
from desktop.model.edition import Edition, Media, Page
from desktop.model.layout import SlotKind
from desktop.model.pictureview import FILLING, MOST_ZOOM, shown_part
from desktop.session.flows import SHOWING_PICTURES
from desktop.session.freestanding import standing
from desktop.ui.actions import Actions
from desktop.ui.language import noop, tr
from desktop.ui.panels.free_part import FreePart
from desktop.ui.panels.look_part import LookPart
from desktop.ui.panels.parts import Facts, column, indented
from desktop.ui.steps import quoted
from desktop.ui.wording import fit_words, size_words

KIND_NAMES = {
    SlotKind.HEAD: noop("Head"),
    SlotKind.TEXT: noop("Text"),
    SlotKind.PICTURE: noop("Picture"),
    SlotKind.CAPTION: noop("Caption"),
    SlotKind.SLOGAN: noop("Slogan"),
    SlotKind.FOLIO: noop("Folio"),
    SlotKind.ADVERT: noop("Advertisement"),
    SlotKind.BOX: noop("Box"),
    SlotKind.RULE: noop("Rule"),
}


class FrameShown(Struct, frozen=True):
    """A frame with what is known of it."""

    edition: Edition
    page: Page
    frame: DisplayFrame
    fit: FlowFit | None
    name: str


SPACES = MappingProxyType(
    {
        "L": noop("grey"), "LA": noop("grey"), "1": noop("black and white"), "I;16": noop("grey"),
        "RGB": noop("RGB"), "RGBA": noop("RGB"), "P": noop("RGB"), "CMYK": noop("CMYK"),
    }
)  # fmt: skip
"""What a picture's colour space is called, by Pillow's mode."""


class FramePage(QWidget):
    """Shows one frame.

    Signals:
        zoom_given: how far its picture is to be enlarged, in percent of what fills the frame.

    Args:
        actions: the buttons are those of the table.
    """

    zoom_given = Signal(int)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspectorbody")
        self._title = QLabel()
        self._title.setObjectName("inspectortitle")
        self._facts = Facts(
            {
                "kind": tr("Takes"),
                "grid": tr("Size"),
                "chars": "",
                "mm": "",
                "holds": tr("Holds"),
                "fit": tr("Fit"),
                "picture": tr("Picture"),
                "pixels": "",
            }
        )
        self._place = _button(actions, "page.picture")
        self._relink = _button(actions, "picture.relink")
        self._remove = _button(actions, "page.remove_picture")
        self._lift = _button(actions, "page.lift")
        self._home = _button(actions, "page.home")
        self._unassign = _button(actions, "edit.unassign")
        self.free = FreePart()
        self.look = LookPart()
        self._zoom = QSpinBox()
        self._zoom.setObjectName("picturezoom")
        self._zoom.setAccessibleName(tr("Enlarged"))
        self._zoom.setPrefix(tr("Enlarged") + " ")
        self._zoom.setSuffix(" %")
        self._zoom.setRange(100, round(100 * MOST_ZOOM))
        self._zoom.setSingleStep(5)
        self._zoom.setKeyboardTracking(False)
        indented(self._zoom)
        self._zoom.valueChanged.connect(self.zoom_given)
        self._crop = _button(actions, "picture.crop")
        layout = column(
            self._title,
            self._facts,
            self.free,
            self.look,
            self._zoom,
            self._crop,
            self._relink,
            self._place,
            self._remove,
            self._lift,
            self._home,
            self._unassign,
        )
        layout.addStretch(1)
        self.setLayout(layout)

    def show_frame(self, shown: FrameShown) -> None:
        """Show a frame."""
        slot = shown.page.slot_of(shown.frame.id)
        self._title.setText(shown.name)
        facts = {"kind": tr(KIND_NAMES[slot.kind]), **size_words(shown.page, shown.frame)}
        flow = shown.page.flow_of_frame(shown.frame.id)
        holding = bool(flow and flow.elements)
        elements = shown.fit.elements if shown.fit else flow.elements if flow else ()
        if elements:
            words = quoted(shown.edition, elements)
            more = len(elements) - 1
            facts["holds"] = tr("“{text}” and {count} more", text=words, count=more) if more else f"“{words}”"
        facts["fit"] = fit_words(shown.fit) if elements else ""
        facts |= _picture_facts(shown)
        bad = {"fit": shown.fit and shown.fit.over_chars, "pixels": _is_lost(shown)}
        self._facts.show_facts(facts, bad=frozenset(name for name, wrong in bad.items() if wrong))
        self._show_picture(shown)
        self._unassign.setVisible(holding)
        self._show_free(shown)

    def _show_picture(self, shown: FrameShown) -> None:
        """Show what can be done with a frame's picture; nothing of one that was lost can be cropped."""
        pictures = shown.page.slot_of(shown.frame.id).kind in SHOWING_PICTURES
        self._place.setVisible(pictures)
        pictured = pictures and shown.frame.media is not None
        whole = pictured and not _is_lost(shown)
        self._relink.setVisible(pictured)
        self._remove.setVisible(pictured)
        self._crop.setVisible(whole)
        self._zoom.setVisible(whole)
        view = shown.page.frame(shown.frame.id).view or FILLING
        with QSignalBlocker(self._zoom):
            self._zoom.setValue(round(100 * view.zoom))
        self._zoom.setEnabled(not view.whole)

    def _show_free(self, shown: FrameShown) -> None:
        """Show what can be said of a frame that stands free, or offer to lift it; one that was drawn has no slot."""
        frame, free = shown.page.frame(shown.frame.id), shown.frame.free
        drawn = frame.slot in {slot.id for _, slot in shown.page.layout.loose}
        self.free.setVisible(free)
        self.look.setVisible(drawn)
        if drawn:
            self.look.show_look(shown.page.slot_of(shown.frame.id))
        self._home.setVisible(free and not drawn)
        self._lift.setVisible(not free)
        if free:
            self.free.show_free(shown.page, standing(shown.page, shown.frame), frame.runaround)


def _media(shown: FrameShown) -> Media | None:
    return next((m for m in shown.edition.media if m.id == shown.frame.media), None)


def _is_lost(shown: FrameShown) -> bool:
    media = _media(shown)
    return media is not None and media.lost


def _picture_facts(shown: FrameShown) -> dict[str, str]:
    media = _media(shown)
    if media is None:
        return {}
    if media.lost:
        return {"picture": media.name, "pixels": "✕ " + tr("missing or damaged")}
    if media.vectors:
        return {"picture": media.name, "pixels": tr("PDF, vectors") + f" · {_millimetres(media)}"}
    box, part = shown_part(shown.frame.box, media.width, media.height, shown.page.frame(shown.frame.id).view)
    printed = media.width * part.width / (box.width / 72) if box.width else 0
    space = tr(SPACES.get(media.mode, media.mode))
    return {"picture": media.name, "pixels": f"{media.width} × {media.height} px · {printed:.0f} dpi · {space}"}


def _millimetres(media: Media) -> str:
    width, height = (points_to_mm(72 * side / media.dpi) for side in (media.width, media.height))
    return f"{width:.1f} × {height:.1f} mm"


def _button(actions: Actions, action_id: str) -> QPushButton:
    action = actions[action_id]
    button = QPushButton(action.text())
    button.setEnabled(action.isEnabled())
    button.clicked.connect(lambda _checked=False: action.trigger())
    action.enabledChanged.connect(button.setEnabled)
    return button
