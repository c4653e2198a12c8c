"""Printing pages: to a printer or, sheet by sheet, into a PDF for one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import BanxinError
from desktop.ui.actions import Handler
from desktop.ui.canvas.images import MediaImages
from desktop.ui.canvas.outlines import Outlines
from desktop.ui.canvas.painter import GlyphInk
from desktop.ui.dialogs.choose import PDFS, choose_target
from desktop.ui.language import tr
from desktop.ui.workbench import Workbench


class PrintWork(QObject):
    """What printing does. Qt's printing is imported when somebody prints: it takes a while to look for printers.

    Signals:
        said: a sentence for the status line.
        failed: a ``BanxinError`` to be shown.
    """

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, bench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._bench, self._window = bench, window

    def handlers(self) -> Mapping[str, Handler]:
        """Return what the actions of this part do."""
        return {"file.print": self.ask}

    def ask(self) -> None:
        """Ask how the page is to be printed."""
        from PySide6.QtPrintSupport import QPrinterInfo

        from desktop.ui.dialogs.printing import PrintDialog

        session = self._bench.session
        try:
            display = session.composed().display
        except BanxinError as problem:
            self.failed.emit(problem)
            return
        printers, several = QPrinterInfo.availablePrinterNames(), len(session.edition.pages) > 1
        dialog = PrintDialog(self._window, display, printers, several)
        dialog.asked.connect(self._asked)
        dialog.open()

    def _asked(self, plan: object, everything: bool) -> None:
        from desktop.ui.dialogs.printing import with_target
        from desktop.ui.printout import PrintPlan

        if not isinstance(plan, PrintPlan):
            raise TypeError(plan)
        if plan.printer:
            self.print_out(plan, everything=everything)
            return
        folder = Path(self._bench.preferences.now.last_folder or Path.home())
        suggested = folder / f"{self._bench.session.edition.name or tr('Page')}-{tr('Print')}.pdf"

        def write(path: Path) -> None:
            self.print_out(with_target(plan, str(path)), everything=everything)

        choose_target(self._window, tr("Print"), PDFS, suggested, write)

    def print_out(self, plan: object, *, everything: bool) -> None:
        """Print the page that is shown, or all of them."""
        from desktop.ui.printout import PrintPlan, print_pages

        if not isinstance(plan, PrintPlan):
            raise TypeError(plan)
        session = self._bench.session
        ink = GlyphInk(Outlines(self._bench.faces))
        images = MediaImages({media.id: media for media in session.edition.media})
        try:
            displays = session.displays() if everything else (session.composed().display,)
            count = print_pages(displays, ink, images, plan)
        except BanxinError as problem:
            self.failed.emit(problem)
            return
        self.said.emit(tr("Printed: {count} sheets", count=count))
