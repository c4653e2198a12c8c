"""Selected characters in another face: what Ctrl+B and the menu of faces do."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QMenu

from desktop.model.emphasis import faces_in
from desktop.model.settext import set_text
from desktop.model.style import FaceRole
from desktop.session import Session
from desktop.session.commands import SetFace
from desktop.ui.actions import Handler
from desktop.ui.language import FACES, tr
from desktop.ui.menus import add_entry
from desktop.ui.placing import Perform
from desktop.ui.writing import WritingWork


class EmphasisWork:
    """Changes the face of what is selected in the text.

    Args:
        session: the open edition.
        writing: knows what is selected.
        perform: does commands.
    """

    def __init__(self, session: Session, writing: WritingWork, perform: Perform) -> None:
        self._session, self._writing, self._perform = session, writing, perform

    def handlers(self) -> Mapping[str, Handler]:
        """Return what the actions of this part do."""
        return {"text.hei": partial(self.toggle, FaceRole.HEI), "text.plain": partial(self.give, None)}

    def now(self) -> FaceRole | None:
        """Return the face of the first selected character; None for its paragraph's."""
        selection, edition = self._writing.writer.selection, self._session.edition
        if selection is None:
            return None
        spot = selection[0]
        story = edition.story_of(spot.element)
        text = set_text(story.element(spot.element), story)
        faces = faces_in(edition.emphases, story.source, text)
        return faces[spot.offset] if spot.offset < len(faces) else None

    def toggle(self, face: FaceRole) -> None:
        """Set what is selected in a face, or where it stands in it already in its paragraph's."""
        self.give(None if self.now() is face else face)

    def give(self, face: FaceRole | None) -> None:
        """Set what is selected in a face; None: in its paragraph's."""
        selection = self._writing.writer.selection
        if selection is not None:
            self._perform(SetFace(*selection, face))

    def fill(self, menu: QMenu) -> None:
        """Fill a menu with the faces."""
        if self._writing.writer.selection is None:
            return
        now = self.now()
        add_entry(menu, tr("As the paragraph"), partial(self.give, None), checked=now is None)
        menu.addSeparator()
        for face, name in FACES.items():
            add_entry(menu, tr(name), partial(self.give, face), checked=now is face)
