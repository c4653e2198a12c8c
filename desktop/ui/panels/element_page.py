"""The inspector's page for an element: role, length, why, fit, and the changes of its story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QLabel, QListView, QWidget

from desktop.model.edition import Edition
from desktop.model.emphasis import faces_in
from desktop.model.settext import set_text
from desktop.model.story import Element, Role
from desktop.session.placement import PlacementState
from desktop.ui.language import FACES, ROLE_NAMES, render, role_name, tr
from desktop.ui.models.changes import ChangesModel, change_lines
from desktop.ui.models.rows import first_words
from desktop.ui.panels.parts import Facts, column, flat_button, hairline, quiet_label
from desktop.ui.wording import fit_words, state_words


class ElementsShown(Struct, frozen=True):
    """What the page shows: the elements selected, how they stand, and where, in words."""

    edition: Edition
    elements: tuple[Element, ...]
    states: Mapping[str, PlacementState]
    places: str


def _set(edition: Edition, element: Element) -> str:
    """Return what is set of an element, the desk's changes made."""
    return set_text(element, edition.story_of(element.id)).text


def _length(edition: Edition, element: Element) -> int:
    return len("".join(_set(edition, element).split()))


def _own_words(edition: Edition, element: Element) -> str:
    """Return what was chosen for a paragraph alone; Text ▸ Paragraph style takes it back."""
    choice = edition.choice_of(element.id)
    level = f"K1 {choice.kinsoku}" if choice.kinsoku else ""
    words = [word for word in (choice.style, *choice.variants, level) if word]
    return tr(", ").join([*words, *_faces(edition, element)])


def _faces(edition: Edition, element: Element) -> list[str]:
    """Return which faces of their own characters of an element have, and how many."""
    story = edition.story_of(element.id)
    found = Counter(faces_in(edition.emphases, story.source, set_text(element, story)))
    return [
        tr("{face} ({count} characters)", face=tr(FACES[face]), count=count)
        for face, count in found.items()
        if face is not None
    ]


class ElementPage(QWidget):
    """Shows one element or several.

    Signals:
        role_chosen: the role that the elements are to have.
        change_judged: a change's id, and whether it is accepted.
        changes_judged: whether all changes are accepted.
    """

    role_chosen = Signal(object)
    change_judged = Signal(str, bool)
    changes_judged = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspectorbody")
        self._title = QLabel()
        self._title.setObjectName("inspectortitle")
        self._title.setWordWrap(True)
        self._roles = self._made_roles()
        self._facts = Facts(
            {
                "length": tr("Length"),
                "state": tr("State"),
                "place": tr("Stands in"),
                "fit": tr("Fit"),
                "own": tr("Set otherwise"),
                "reason": tr("Taken for this"),
            }
        )
        self._changes = ChangesModel(self)
        self._changes.judged.connect(self.change_judged)
        self._list = self._made_list()
        self._changes_head = quiet_label()
        self._changes_area = self._made_changes()
        self._scrolled_to = ""
        layout = column(self._title, self._roles, self._facts)
        layout.addWidget(self._changes_area, 1)
        layout.addStretch(0)
        self.setLayout(layout)

    def show_elements(self, shown: ElementsShown) -> None:
        """Show elements."""
        first = shown.elements[0]
        many = len(shown.elements) > 1
        title = tr("{count} elements", count=len(shown.elements)) if many else first_words(_set(shown.edition, first))
        self._title.setText(title)
        with QSignalBlocker(self._roles):
            roles = {element.role for element in shown.elements}
            self._roles.setCurrentIndex(list(ROLE_NAMES).index(first.role) if len(roles) == 1 else -1)
        states = [shown.states[element.id] for element in shown.elements if element.id in shown.states]
        fits = {state.fit for state in states}
        fit = next(iter(fits)) if len(fits) == 1 else None
        over = any(state.over_chars for state in states)
        self._facts.show_facts(
            {
                "length": tr(
                    "{count} characters",
                    count=f"{sum(_length(shown.edition, element) for element in shown.elements):,}",
                ),
                "state": tr(", ").join(dict.fromkeys(state_words(state) for state in states)),
                "place": shown.places,
                "fit": fit_words(fit),
                "own": "" if many else _own_words(shown.edition, first),
                "reason": "" if many else render(first.reason),
            },
            bad=frozenset({"state", "fit"}) if over else frozenset(),
        )
        self._show_changes(shown.edition, first)

    def _show_changes(self, edition: Edition, element: Element) -> None:
        lines = change_lines(edition, edition.story_of(element.id))
        self._changes.set_lines(lines)
        accepted = sum(line.change.accepted for line in lines)
        self._changes_head.setText(tr("Changes: {accepted} of {all}", accepted=accepted, all=len(lines)))
        self._changes_area.setVisible(bool(lines))
        first = self._changes.first_in([range(part.start, part.end) for part in element.ranges])
        if first.isValid() and element.id != self._scrolled_to:
            self._scrolled_to = element.id
            self._list.scrollTo(first, QAbstractItemView.ScrollHint.PositionAtTop)

    def _made_roles(self) -> QComboBox:
        roles = QComboBox()
        roles.setObjectName("role")
        roles.setAccessibleName(tr("Role"))
        roles.setPlaceholderText(tr("Different roles"))
        known: Sequence[Role] = list(ROLE_NAMES)
        roles.addItems([role_name(role) for role in known])
        roles.activated.connect(lambda at: self.role_chosen.emit(known[at]))
        return roles

    def _made_list(self) -> QListView:
        view = QListView()
        view.setObjectName("changes")
        view.setAccessibleName(tr("Changed marks"))
        view.setModel(self._changes)
        view.setUniformItemSizes(True)
        view.setSpacing(0)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setMinimumHeight(84)
        return view

    def _made_changes(self) -> QWidget:
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(flat_button(tr("Accept all"), lambda: self.changes_judged.emit(True)))
        buttons.addWidget(flat_button(tr("Refuse all"), lambda: self.changes_judged.emit(False)))
        buttons.addStretch(1)
        area = QWidget()
        layout = column(hairline(), self._changes_head, margins=(0, 8, 0, 0), spacing=4)
        layout.addLayout(buttons)
        layout.addWidget(self._list, 1)
        area.setLayout(layout)
        return area
