"""What the panels ask, joined with the parts of the window that do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from desktop.ui.language import tr

if TYPE_CHECKING:
    from desktop.ui.window import MainWindow


def wire_panels(window: MainWindow) -> None:
    """Let the panels' signals reach the window's parts."""
    session, frame = window.bench.session, window.frame
    frame.outline.place_asked.connect(window.placing.place_first)
    frame.pages.page_chosen.connect(session.show_page)
    frame.inspector.elements.role_chosen.connect(window.editing.set_role)
    frame.inspector.elements.change_judged.connect(window.editing.judge_change)
    frame.inspector.elements.changes_judged.connect(lambda yes: window.editing.judge_changes(accepted=yes))
    frame.inspector.frame.free.place_given.connect(window.free.place)
    frame.inspector.frame.free.runaround_given.connect(window.free.run_round)
    frame.inspector.frame.look.look_given.connect(window.framing.dress)
    frame.canvas.picture_pushed.connect(lambda _frame, across, down: window.cropping.push(across, down))
    frame.inspector.frame.zoom_given.connect(window.cropping.zoom)
    frame.inspector.sheet.layout_chosen.connect(window.laying.lay_out)
    frame.inspector.sheet.gallery_asked.connect(window.laying.open_gallery)
    window.laying.removal_asked.connect(window.own_layouts.ask_removal)
    window.own_layouts.shelf_changed.connect(lambda: window.laying.show_shelf(frame.inspector.sheet.set_layouts))
    frame.inspector.sheet.number_given.connect(window.editing.number_page)
    frame.inspector.sheet.date_given.connect(window.editing.date_page)
    frame.inspector.sheet.kinsoku_chosen.connect(window.editing.kinsoku)
    frame.findings.finding_chosen.connect(window.show_finding)
    frame.history.state_chosen.connect(session.go_to)
    frame.topbar.zoom_asked.connect(frame.canvas.set_zoom)
    for part in (window.export, window.printing):
        frame.status.cancel_asked.connect(part.cancel)
    frame.canvas.delete_asked.connect(window.table["frame.delete"].trigger)
    frame.canvas.mark_clicked.connect(window.story.show_overset)
    frame.canvas.zoom_changed.connect(lambda zoom: frame.topbar.show_zoom(zoom if session.page else None))


def wire_progress(window: MainWindow) -> None:
    """Show in the status line how far an export or a print is."""
    export, printing, status = window.export, window.printing, window.frame.status
    export.begun.connect(lambda: status.show_progress(0, tr("Exporting…")))
    printing.begun.connect(lambda: status.show_progress(0, tr("Printing…")))
    for part in (export, printing):
        part.progressed.connect(status.show_progress)
        part.ended.connect(lambda: status.show_progress(None))
    export.exported.connect(lambda path: status.say(tr("Exported: {name}", name=path.name)))


def wire_work(window: MainWindow) -> None:
    """Let the parts of the window tell each other what they did."""
    window.signals.page_changed.connect(lambda _: window.leading.leave())
    window.signals.edition_changed.connect(lambda _: window.leading.leave())
    window.table.explained.connect(window.frame.status.explain)
    for menu in window.menuBar().findChildren(QMenu):
        menu.aboutToHide.connect(window.enable)  # the line says again what can be done
    window.writing.moved.connect(window.enable)
    failing = (
        window.files,
        window.export,
        window.placing,
        window.editing,
        window.copyfit,
        window.writing,
        window.versions,
    )
    for part in (*failing, window.story, window.own_layouts, window.printing):
        part.failed.connect(window.fail)
    for speaking in (window.files, window.viewing, window.copyfit, window.laying, window.own_layouts, window.printing):
        speaking.said.connect(window.frame.status.say)
    window.files.quit_granted.connect(window.leave)
    window.files.guard.noted.connect(window.frame.note.add)
    window.files.guard.changed.connect(window.show_title)
    window.files.opened.connect(lambda path: window.recovery.begin([path]))
    window.viewing.look_first(window.writing.marked_boxes)
    window.viewing.theme_chosen.connect(window.theme_chosen)
    window.drag.dropped.connect(window.placing.place)
    window.drag.moved.connect(window.editing.move_into)
    window.drag.sent.connect(window.sheets.send)
    window.drag.page_aimed.connect(window.sheets.aim)
    for pointing in (window.sheets, window.pointing):
        pointing.pointed.connect(window.frame.status.pass_by)
    for changed in (window.signals.edition_changed, window.signals.page_changed):
        changed.connect(lambda _: window.pointing.forget())
    window.signals.selection_changed.connect(lambda _: window.pointing.selection_changed())
    window.frame.canvas.frame_drag_started.connect(window.free.begin_drag)
    window.frame.canvas.frame_nudged.connect(window.free.nudge)
    window.drop.pages_dropped.connect(window.pages_dropped)
    window.drop.picture_dropped.connect(window.placing.place_picture)
    window.picture_drag.ended.connect(window.copyfit.show_again)
    for drag in (window.drag, window.picture_drag):
        drag.followed.connect(window.frame.ruled.follow)
    window.table["edit.deselect"].triggered.connect(lambda _checked=False: window.copyfit.cancel())
    wire_progress(window)
    QGuiApplication.styleHints().colorSchemeChanged.connect(window.system_changed)
