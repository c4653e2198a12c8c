"""What stands in which menu: ids of actions and submenus, in their order."""

from __future__ import annotations

from desktop.ui.actions import PALETTE
from desktop.ui.language import noop

SEPARATOR = "-"

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        noop("&File"),
        ("file.open", "menu.recent", "file.sample", SEPARATOR, "file.add", SEPARATOR, "file.save", "file.save_as",
         "file.previous", SEPARATOR, "file.export", "file.press", "file.print", SEPARATOR, "file.close", "file.quit"),
    ),
    (
        noop("&Edit"),
        ("edit.undo", "edit.redo", SEPARATOR, "edit.cut", "edit.copy", "edit.paste", "edit.select_all", SEPARATOR,
         "edit.find", "edit.find_next", "edit.find_previous", SEPARATOR, "tool.select", "tool.text", SEPARATOR,
         "edit.place", "menu.place", "edit.unassign", SEPARATOR,
         "edit.next_frame", "edit.deselect"),
    ),
    (
        noop("&Page"),
        ("page.layouts", "menu.layout", "page.save_layout", "page.grid", SEPARATOR, "page.propose", "page.alternatives",
         SEPARATOR,
         "page.copyfit", "page.unfit", SEPARATOR, "page.picture", "picture.relink", "page.remove_picture",
         "picture.crop", "picture.fill", "picture.whole", "page.lift",
         "page.home", "menu.runaround", SEPARATOR, "menu.thread",
         "page.cut_thread", "menu.swap", SEPARATOR, "page.previous", "page.next", SEPARATOR,
         "page.add", "page.remove", "page.earlier", "page.later"),
    ),
    (
        noop("F&rame"),
        ("draw.text", "draw.vertical", "draw.head", "draw.picture", "draw.advert", "draw.folio", "draw.box",
         "draw.rule", SEPARATOR,
         "frame.duplicate", "frame.delete", "frame.lock", "frame.unlock", "frame.group", "frame.ungroup", SEPARATOR,
         "frame.front", "frame.back", SEPARATOR, "frame.align_left", "frame.align_right", "frame.align_top",
         "frame.align_bottom", "frame.across", "frame.down"),
    ),
    (
        noop("&Text"),
        ("menu.role", "menu.paragraph", "menu.face", "text.hei", "text.plain", SEPARATOR,
         "menu.story", "menu.topage", SEPARATOR,
         "text.split", "text.merge", "text.join", SEPARATOR,
         "text.up", "text.down", SEPARATOR, "text.accept", "text.refuse", SEPARATOR, "text.differences"),
    ),
    (
        noop("&View"),
        ("view.zoom_in", "view.zoom_out", SEPARATOR, "page.fit", "page.width", "page.actual", "view.zoom_selection",
         SEPARATOR, "view.grid", "view.rulers", "view.ruler_mm", "view.ruler_grid",
         "view.facing", "view.preview", SEPARATOR, "view.story", "view.outline", "view.inspector",
         "view.findings", "view.pages", "view.history", "menu.panels", "view.next_panel", "view.previous_panel",
         SEPARATOR, "view.full_screen",
         SEPARATOR, "menu.theme", "menu.language"),
    ),
    (noop("&Help"), (PALETTE, "help.shortcuts", SEPARATOR, "help.about")),
)  # fmt: skip
"""The menu bar: titles, and the ids of actions or of submenus in each."""

SUBMENUS = {
    "menu.recent": noop("Open recent"),
    "menu.place": noop("Place in"),
    "menu.layout": noop("Layout"),
    "menu.role": noop("Role"),
    "menu.paragraph": noop("Paragraph style"),
    "menu.face": noop("Face of the characters"),
    "menu.story": noop("Move to the story"),
    "menu.topage": noop("Bring the story to the page"),
    "menu.thread": noop("Continue the text in"),
    "menu.swap": noop("Swap contents with"),
    "menu.runaround": noop("Text runs"),
    "menu.panels": noop("Move panels"),
    "menu.theme": noop("Appearance"),
    "menu.language": noop("Language"),
}
"""Submenus by id; those whose entries depend on what is open are filled when they are shown."""

OUTLINE_MENU = (
    "menu.role", "menu.paragraph", SEPARATOR, "edit.place", "menu.place", "edit.unassign", SEPARATOR, "text.split",
    "text.merge", "text.join", SEPARATOR, "text.up", "text.down", "menu.story", "menu.topage",
)  # fmt: skip
"""The outline's context menu."""

PAGES_MENU = ("page.add", "page.remove", SEPARATOR, "page.earlier", "page.later")
"""The page list's context menu."""

RULER_MENU = ("view.ruler_mm", "view.ruler_grid", SEPARATOR, "view.rulers")
"""The rulers' context menu."""

CANVAS_MENU = (
    "edit.cut", "edit.copy", "edit.paste", "menu.face", SEPARATOR,
    "page.picture", "picture.relink", "page.remove_picture", "picture.crop", "picture.fill", "picture.whole", SEPARATOR,
    "page.lift", "page.home", "menu.runaround", SEPARATOR,
    "menu.role", "menu.paragraph", "menu.place", "edit.unassign", SEPARATOR,
    "menu.thread", "page.cut_thread", "menu.swap", SEPARATOR,
    "frame.duplicate", "frame.delete", "frame.lock", "frame.unlock", "frame.front", "frame.back",
)  # fmt: skip
"""The page's context menu."""
