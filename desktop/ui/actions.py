"""The one table of actions, from which menus, the top bar, shortcuts and the shortcut sheet come.

An action is data: what it is called, its keys and icon, and which conditions must hold for it to be enabled. What it
does is a handler registered under its id. Menus refer to actions by id.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from desktop.ui.language import noop, tr
from desktop.ui.theme import Icons
from desktop.ui.tips import TIPS


class ActionSpec(Struct, frozen=True):
    """One action. ``needs`` names conditions of ``CONDITIONS``, all of which must hold."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: tuple[str, ...] = ()
    checkable: bool = False
    tip: str = ""


CONDITIONS = (
    "page", "pages", "kept", "undo", "redo", "placeable", "one", "chosen", "placed", "pictured", "picture_frame",
    "in_slot", "free", "changes", "fitted", "writing", "marked", "framed", "several_frames", "chosen_or_framed",
)  # fmt: skip
"""What an action may need: an open page; several; a file of its own; a step to undo or redo; selected elements or a
frame for a picture; exactly one element; one or more; a selection that stands on the page; a selected frame with a
picture; one for pictures; one for pictures that stands in its slot; one that stands free; listed changes; a page that
copyfit has fitted; a caret in the text; selected characters; a selected frame; several; anything selected."""

PALETTE = "help.palette"
"""The action that lists all others."""

ACTIONS = (
    ActionSpec("file.open", noop("Open…"), ("Ctrl+O",), "folder-open", tip=noop("Open articles or an edition")),
    ActionSpec("file.add", noop("Add articles…"), ("Ctrl+Shift+O",), "file-plus", ("page",)),
    ActionSpec("file.sample", noop("Open the sample"), icon="newspaper"),
    ActionSpec("file.save", noop("Save"), ("Ctrl+S",), "floppy-disk", ("page",)),
    ActionSpec("file.save_as", noop("Save as…"), ("Ctrl+Shift+S",), needs=("page",)),
    ActionSpec("file.previous", noop("Open the previous version…"), needs=("kept",)),
    ActionSpec("file.export", noop("Export PDF…"), ("Ctrl+E",), "export", ("page",), tip=noop("Write the page as PDF")),
    ActionSpec("file.press", noop("Export for a press…"), ("Ctrl+Alt+E",), needs=("page",)),
    ActionSpec(
        "file.print",
        noop("Print…"),
        ("Ctrl+P",),
        "printer",
        ("page",),
        tip=noop("On one sheet or several, at any size"),
    ),
    ActionSpec("file.close", noop("Close edition"), ("Ctrl+W",), needs=("page",)),
    ActionSpec("file.quit", noop("Quit"), ("Ctrl+Q",)),
    ActionSpec("edit.undo", noop("Undo"), ("Ctrl+Z",), "arrow-u-up-left", ("undo",)),
    ActionSpec("edit.redo", noop("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "arrow-u-up-right", ("redo",)),
    ActionSpec("edit.cut", noop("Cut"), ("Ctrl+X",), "scissors", ("marked",)),
    ActionSpec("edit.copy", noop("Copy"), ("Ctrl+C",), "copy", ("marked",)),
    ActionSpec("edit.paste", noop("Paste"), ("Ctrl+V",), "clipboard", ("writing",)),
    ActionSpec("edit.select_all", noop("Select all text"), ("Ctrl+A",), needs=("writing",)),
    ActionSpec("edit.find", noop("Find and replace…"), ("Ctrl+F",), "magnifying-glass", ("page",)),
    ActionSpec("edit.find_next", noop("Find next"), ("F3",), needs=("page",)),
    ActionSpec("edit.find_previous", noop("Find previous"), ("Shift+F3",), needs=("page",)),
    ActionSpec(
        "tool.select",
        noop("Select"),
        ("V",),
        "cursor",
        ("page",),
        True,
        noop("Select and move what stands on the page"),
    ),
    ActionSpec("tool.text", noop("Write"), ("T",), "text-t", ("page",), True, noop("Write in the page's text")),
    ActionSpec("edit.place", noop("Place in the first fitting slot"), ("Ctrl+D",), "push-pin", ("placeable",)),
    ActionSpec("edit.unassign", noop("Take off the page"), ("Del",), "eraser", ("placed",)),
    ActionSpec("edit.deselect", noop("Deselect"), ("Esc", "Ctrl+Shift+A"), needs=("page",)),
    ActionSpec("edit.next_frame", noop("Next frame"), ("Ctrl+Return", "Ctrl+Enter"), needs=("page",)),
    ActionSpec("page.previous", noop("Previous page"), ("Ctrl+PgUp",), needs=("pages",)),
    ActionSpec("page.next", noop("Next page"), ("Ctrl+PgDown",), needs=("pages",)),
    ActionSpec(
        "page.layouts",
        noop("Layouts…"),
        ("Ctrl+Alt+L",),
        "layout",
        ("page",),
        tip=noop("Every layout as its grid looks; another one keeps what is placed"),
    ),
    ActionSpec(
        "page.save_layout",
        noop("Save the page as a layout…"),
        needs=("page",),
        tip=noop("Keep its grid, slots and drawn frames under a name"),
    ),
    ActionSpec(
        "page.grid",
        noop("Edit the grid…"),
        icon="columns",
        needs=("page",),
        tip=noop("Columns, gutter, lines and margins of this page"),
    ),
    ActionSpec(
        "page.add",
        noop("Add page"),
        ("Ctrl+Shift+N",),
        "file-plus",
        ("page",),
        tip=noop("An empty page behind this one, with the same layout"),
    ),
    ActionSpec("page.remove", noop("Remove page"), needs=("pages",), tip=noop("Its text is kept, unplaced")),
    ActionSpec("page.earlier", noop("Move page up"), ("Ctrl+Shift+PgUp",), needs=("pages",)),
    ActionSpec("page.later", noop("Move page down"), ("Ctrl+Shift+PgDown",), needs=("pages",)),
    ActionSpec("page.propose", noop("Assign everything by role"), icon="magic-wand", needs=("page",)),
    ActionSpec(
        "page.alternatives",
        noop("Other ways to fill the page…"),
        ("Ctrl+Alt+P",),
        "shuffle",
        ("page",),
        tip=noop("Which section where, pictures left or right: each as a small page, with reasons"),
    ),
    ActionSpec(
        "page.copyfit",
        noop("Copyfit…"),
        ("Ctrl+Alt+C",),
        "arrows-in-line-vertical",
        ("page",),
        tip=noop("Let texts end exactly with their last column"),
    ),
    ActionSpec("page.unfit", noop("Take copyfit back"), needs=("fitted",)),
    ActionSpec("page.picture", noop("Place picture…"), ("Ctrl+Shift+D",), "image", ("picture_frame",)),
    ActionSpec(
        "picture.relink",
        noop("Relink picture…"),
        ("Ctrl+Alt+R",),
        "link",
        ("pictured",),
        tip=noop("Choose the picture's file again; its crop stays"),
    ),
    ActionSpec("page.remove_picture", noop("Remove picture"), needs=("pictured",)),
    ActionSpec(
        "picture.crop",
        noop("Crop in its frame"),
        ("Ctrl+Alt+X",),
        "crop",
        ("pictured",),
        tip=noop("Push and enlarge the picture inside its frame"),
    ),
    ActionSpec("picture.fill", noop("Fill the frame"), needs=("pictured",)),
    ActionSpec("picture.whole", noop("Show all of it"), needs=("pictured",)),
    ActionSpec(
        "draw.text",
        noop("Draw a text frame"),
        ("F",),
        "frame-corners",
        ("page",),
        True,
        noop("Drag over the columns and lines that the frame is to have"),
    ),
    ActionSpec("draw.vertical", noop("Draw a vertical text frame"), ("Shift+F",), needs=("page",), checkable=True),
    ActionSpec("draw.head", noop("Draw a head frame"), needs=("page",), checkable=True),
    ActionSpec(
        "draw.picture", noop("Draw a picture frame"), ("Alt+F",), "image-square", needs=("page",), checkable=True
    ),
    ActionSpec("draw.advert", noop("Draw an advertisement"), needs=("page",), checkable=True),
    ActionSpec("draw.folio", noop("Draw a folio"), needs=("page",), checkable=True),
    ActionSpec("draw.box", noop("Draw a box"), ("M",), needs=("page",), checkable=True),
    ActionSpec("draw.rule", noop("Draw a rule"), ("\\",), needs=("page",), checkable=True),
    ActionSpec("frame.duplicate", noop("Duplicate"), ("Ctrl+Alt+U",), "copy", ("framed",)),
    ActionSpec("frame.delete", noop("Delete frame"), ("Ctrl+Backspace",), "trash", ("framed",)),
    ActionSpec("frame.lock", noop("Lock"), ("Ctrl+L",), "lock", ("framed",)),
    ActionSpec("frame.unlock", noop("Unlock"), ("Ctrl+Shift+L",), "lock-open", ("framed",)),
    ActionSpec("frame.group", noop("Group"), ("Ctrl+G",), needs=("several_frames",)),
    ActionSpec("frame.ungroup", noop("Ungroup"), ("Ctrl+Shift+G",), needs=("framed",)),
    ActionSpec("frame.front", noop("Bring to front"), ("Ctrl+Shift+]",), needs=("framed",)),
    ActionSpec("frame.back", noop("Send to back"), ("Ctrl+Shift+[",), needs=("framed",)),
    ActionSpec("frame.align_left", noop("Align left edges"), needs=("several_frames",)),
    ActionSpec("frame.align_right", noop("Align right edges"), needs=("several_frames",)),
    ActionSpec("frame.align_top", noop("Align top edges"), needs=("several_frames",)),
    ActionSpec("frame.align_bottom", noop("Align bottom edges"), needs=("several_frames",)),
    ActionSpec("frame.across", noop("Space evenly across"), needs=("several_frames",)),
    ActionSpec("frame.down", noop("Space evenly down"), needs=("several_frames",)),
    ActionSpec("page.lift", noop("Lift out of its slot"), needs=("in_slot",)),
    ActionSpec("page.home", noop("Put back into its slot"), needs=("free",)),
    ActionSpec("page.cut_thread", noop("End the text before this frame"), needs=("page",)),
    ActionSpec("text.hei", noop("Emphasise in Hei"), ("Ctrl+B",), "text-bolder", ("marked",)),
    ActionSpec("text.plain", noop("Face as the paragraph"), ("Ctrl+Shift+Space",), needs=("marked",)),
    ActionSpec("text.split", noop("Split…"), icon="scissors", needs=("one",)),
    ActionSpec("text.merge", noop("Merge with the next"), needs=("chosen",)),
    ActionSpec("text.join", noop("Join a cut sentence"), icon="link", needs=("one",)),
    ActionSpec("text.up", noop("Move up"), ("Alt+Up",), "arrow-up", ("chosen",)),
    ActionSpec("text.down", noop("Move down"), ("Alt+Down",), "arrow-down", ("chosen",)),
    ActionSpec("text.accept", noop("Accept all changes"), needs=("changes",)),
    ActionSpec("text.refuse", noop("Refuse all changes"), needs=("changes",)),
    ActionSpec(
        "text.differences",
        noop("What the desk changed…"),
        ("Ctrl+Alt+D",),
        "git-diff",
        ("page",),
        tip=noop("Every edit and cut beside what came in"),
    ),
    ActionSpec("view.zoom_in", noop("Zoom in"), ("Ctrl++", "Ctrl+="), "magnifying-glass-plus", ("page",)),
    ActionSpec("view.zoom_out", noop("Zoom out"), ("Ctrl+-",), "magnifying-glass-minus", ("page",)),
    ActionSpec("page.fit", noop("Fit page"), ("Ctrl+0",), "frame-corners", ("page",)),
    ActionSpec("page.width", noop("Fit width"), ("Ctrl+Alt+F",), "arrows-out-line-horizontal", ("page",)),
    ActionSpec("page.actual", noop("Actual size"), ("Ctrl+1",), needs=("page",)),
    ActionSpec(
        "view.zoom_selection",
        noop("Zoom to the selection"),
        ("Ctrl+Alt+0",),
        needs=("chosen_or_framed",),
    ),
    ActionSpec("view.rulers", noop("Rulers"), ("Ctrl+R",), "ruler", ("page",), True),
    ActionSpec("view.ruler_mm", noop("Rulers in millimetres"), needs=("page",), checkable=True),
    ActionSpec("view.ruler_grid", noop("Rulers in characters and lines"), needs=("page",), checkable=True),
    ActionSpec(
        "view.facing",
        noop("Pages side by side"),
        ("Ctrl+Alt+4",),
        "book-open",
        ("pages",),
        True,
        noop("The page beside this one; a click takes it up"),
    ),
    ActionSpec(
        "view.grid", noop("Grid"), ("Ctrl+'",), "grid-four", ("page",), True, noop("Show the columns and lines")
    ),
    ActionSpec("view.preview", noop("Preview"), ("W",), "eye", ("page",), True, noop("Show the page as printed")),
    ActionSpec(
        "view.story",
        noop("Story editor"),
        ("Ctrl+Shift+E",),
        "article",
        ("page",),
        True,
        noop("The article's text in one column, beside the page"),
    ),
    ActionSpec("view.outline", noop("Articles"), ("Ctrl+Alt+1",), checkable=True),
    ActionSpec("view.inspector", noop("Inspector"), ("Ctrl+Alt+2",), checkable=True),
    ActionSpec(
        "view.next_panel", noop("Next panel"), ("F6",), tip=noop("Go on to the next part of the window by keys")
    ),
    ActionSpec("view.previous_panel", noop("Previous panel"), ("Shift+F6",)),
    ActionSpec("view.full_screen", noop("Full screen"), ("F11",), "arrows-out", checkable=True),
    ActionSpec("view.findings", noop("Preflight"), ("Ctrl+Alt+5",), checkable=True),
    ActionSpec("view.history", noop("History"), ("Ctrl+H",), "clock-counter-clockwise", checkable=True),
    ActionSpec("view.pages", noop("Pages"), ("Ctrl+Alt+3",), checkable=True),
    ActionSpec("view.theme.system", noop("Like the system"), checkable=True),
    ActionSpec("view.theme.light", noop("Light"), icon="sun", checkable=True),
    ActionSpec("view.theme.dark", noop("Dark"), icon="moon", checkable=True),
    ActionSpec("view.language.auto", noop("Language of the system"), checkable=True),
    ActionSpec("view.language.zh", noop("Chinese"), checkable=True),
    ActionSpec("view.language.en", noop("English"), checkable=True),
    ActionSpec(PALETTE, noop("Commands…"), ("Ctrl+K",), "command"),
    ActionSpec("help.shortcuts", noop("Keyboard shortcuts"), ("F1",), "keyboard"),
    ActionSpec("help.about", noop("About Banxin"), icon="info"),
)

Handler = Callable[[], object]


class Actions(QObject):
    """The actions as Qt has them, made from the table.

    Signals:
        explained: a sentence about the action at which the pointer is in a menu.

    Args:
        icons: draws the actions' icons.
        parent: the window; its shortcuts work everywhere in it.
    """

    explained = Signal(str)

    def __init__(self, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = {spec.id: self._made(spec) for spec in ACTIONS}
        self.set_icons(icons)
        self.enable({})

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def all(self) -> tuple[QAction, ...]:
        """Return every action, in the table's order."""
        return tuple(self._actions.values())

    def handle(self, handlers: Mapping[str, Handler]) -> None:
        """Let actions call these when they are triggered."""
        for action_id, handler in handlers.items():
            self._actions[action_id].triggered.connect(lambda _checked=False, call=handler: call())

    def enable(self, conditions: Mapping[str, bool]) -> None:
        """Enable the actions whose conditions all hold."""
        for spec in ACTIONS:
            self._actions[spec.id].setEnabled(all(conditions.get(need, False) for need in spec.needs))

    def set_icons(self, icons: Icons) -> None:
        """Draw the icons anew, for another theme."""
        for spec in ACTIONS:
            self._actions[spec.id].setIcon(icons.icon(spec.icon))

    def _made(self, spec: ActionSpec) -> QAction:
        action = QAction(tr(spec.text), self)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setMenuRole(QAction.MenuRole.NoRole)
        keys = f" ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})" if spec.keys else ""
        tip = tr(spec.tip or TIPS[spec.id])
        action.setStatusTip(tip)
        action.setToolTip(f"{tr(spec.text).rstrip('…')}{keys}\n{tip}")
        action.hovered.connect(lambda: self.explained.emit(tip))
        return action
