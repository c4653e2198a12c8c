"""What fills the submenus whose entries depend on what is open."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu

from desktop.model.layout import Layout
from desktop.ui.actions import Actions
from desktop.ui.editing import EditingWork
from desktop.ui.files import FileWork
from desktop.ui.freestanding import FreeFrameWork
from desktop.ui.language import ROLE_NAMES, role_name, tr
from desktop.ui.laying import LayoutWork
from desktop.ui.menus import Fill, add_entry
from desktop.ui.panels.free_part import CONTOURS, SIDES
from desktop.ui.placing import PlacingWork
from desktop.ui.threads import ThreadingWork
from desktop.ui.workbench import Workbench


class Submenus:
    """Fills submenus.

    Args:
        bench: holds the session and the recent files.
        actions: those of the theme.
        files: opens recent files.
        placing: places elements.
        laying: gives pages other layouts.
        editing: gives roles and moves between stories.
        threads: continues texts and swaps frames.
        free: lets text run round pictures.
        layouts: gives those that can be chosen.
        language: of layout names.
    """

    def __init__(
        self,
        bench: Workbench,
        actions: Actions,
        files: FileWork,
        placing: PlacingWork,
        laying: LayoutWork,
        editing: EditingWork,
        threads: ThreadingWork,
        free: FreeFrameWork,
        layouts: Callable[[], Sequence[Layout]],
        language: str,
    ) -> None:
        self._bench, self._actions, self._layouts, self._language = bench, actions, layouts, language
        self._laying = laying
        self._files, self._placing, self._editing, self._threads = files, placing, editing, threads
        self._free = free

    def fills(self) -> Mapping[str, Fill]:
        """Return what fills each submenu."""
        return {
            "menu.recent": self._recent,
            "menu.place": self._place,
            "menu.layout": self._layout,
            "menu.role": self._role,
            "menu.paragraph": self._paragraph,
            "menu.story": self._story,
            "menu.thread": self._thread,
            "menu.swap": self._swap,
            "menu.runaround": self._runaround,
            "menu.theme": self._theme,
            "menu.language": self._languages,
        }

    def _recent(self, menu: QMenu) -> None:
        for name in self._bench.preferences.now.recent:
            add_entry(menu, Path(name).name, partial(self._files.open, [Path(name)]))

    def _place(self, menu: QMenu) -> None:
        elements = self._bench.session.selection.elements
        places = self._placing.places(elements)
        for meant in (True, False):
            for place in places:
                if place.meant is meant:
                    add_entry(menu, place.name, partial(self._placing.place, elements, place.frame))
            if meant and any(place.meant for place in places):
                menu.addSeparator()

    def _layout(self, menu: QMenu) -> None:
        page = self._bench.session.page
        if page is None:
            return
        for layout in self._layouts():
            chosen = layout.id == page.layout.id
            add_entry(menu, layout.name(self._language), partial(self._laying.lay_out, layout), checked=chosen)

    def _role(self, menu: QMenu) -> None:
        session = self._bench.session
        roles = {session.edition.element(element).role for element in session.selection.elements}
        if not roles:
            return
        for role in ROLE_NAMES:
            add_entry(menu, role_name(role), partial(self._editing.set_role, role), checked=roles == {role})

    def _paragraph(self, menu: QMenu) -> None:
        """Offer the house's further styles of the selection's role, and its variants one by one."""
        choices = self._editing.choices()
        if not choices:
            return
        named = {choice.style for choice in choices}
        add_entry(menu, tr("As the house style says"), self._editing.as_the_house_says, checked=not any(choices))
        menu.addSeparator()
        for style in self._editing.further_styles():
            name = style.label(self._language)
            add_entry(menu, name, partial(self._editing.set_style, style.name), checked=named == {style.name})
        menu.addSeparator()
        for variant in self._bench.session.edition.style.variants:
            chosen = all(variant.id in choice.variants for choice in choices)
            name, turn = variant.name(self._language), partial(self._editing.set_variant, variant.id, not chosen)
            add_entry(menu, name, turn, checked=chosen)

    def _story(self, menu: QMenu) -> None:
        for goal in self._editing.goals():
            text = goal.title or tr("A new story")
            add_entry(menu, text, partial(self._editing.move_to, goal.story))

    def _thread(self, menu: QMenu) -> None:
        here, onward = self._threads.continuations(), self._threads.onward()
        for goal in here:
            add_entry(menu, goal.name, partial(self._threads.continue_in, goal.frame))
        if here and onward:
            menu.addSeparator()
        for goal in onward:
            add_entry(menu, goal.name, partial(self._threads.continue_in, goal.frame, goal.page))

    def _swap(self, menu: QMenu) -> None:
        for goal in self._threads.partners():
            add_entry(menu, goal.name, partial(self._threads.swap_with, goal.frame))

    def _runaround(self, menu: QMenu) -> None:
        frame = self._free.selected()
        if frame is None or frame.place is None:
            return
        around = self._free.around()
        for contour, name in CONTOURS.items():
            add_entry(menu, tr(name), partial(self._free.choose_contour, contour), checked=contour is around.contour)
        menu.addSeparator()
        for sides, name in SIDES.items():
            add_entry(menu, tr(name), partial(self._free.choose_sides, sides), checked=sides is around.sides)

    def _theme(self, menu: QMenu) -> None:
        for name in ("system", "light", "dark"):
            menu.addAction(self._actions[f"view.theme.{name}"])

    def _languages(self, menu: QMenu) -> None:
        for name in ("auto", "zh", "en"):
            menu.addAction(self._actions[f"view.language.{name}"])
