"""Printing through the real window; what comes out is read back from the PDF and measured."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Event

import pypdfium2
import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from desktop.geometry import MM
from desktop.session.tiling import STRIP
from desktop.ui.canvas.images import MediaImages
from desktop.ui.canvas.outlines import Outlines
from desktop.ui.canvas.painter import GlyphInk, paint_page
from desktop.ui.canvas.scale import DeviceScale
from desktop.ui.dialogs.printing import PrintDialog
from desktop.ui.printout import MARGIN, PrintedPage, PrintPlan, print_pages, sheets
from desktop.ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
DOTS = 2.0
"""Pixels for a point at which prints are read back."""


def printed(window: MainWindow, plan: PrintPlan, target: Path, pages: Sequence[PrintedPage] = ()) -> list[Image.Image]:
    """Print at once and return the sheets."""
    bench = window.bench
    chosen = pages or window.printing.pages()[:1]
    told: list[float] = []
    count = print_pages(
        chosen, bench.faces, bench.session.edition.media, replace(plan, target=str(target)), told.append
    )
    found = read(target)
    assert (len(found), told) == (count, [at / count for at in range(count)])
    return found


def read(target: Path) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(str(target))
    found = [page.render(scale=DOTS).to_pil().convert("L") for page in document]
    document.close()
    return found


def screen(window: MainWindow, scale: float) -> Image.Image:
    """The page as the screen shows it, ``scale`` pixels to a point."""
    display, even = window.bench.session.composed().display, DeviceScale.even(scale)
    image = QImage(even.page(display), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    images = MediaImages({item.id: item for item in window.bench.session.edition.media})
    paint_page(painter, display, GlyphInk(Outlines(window.bench.faces)), images, even)
    painter.end()
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = bytes(image.constBits())
    return Image.frombytes("L", (image.width(), image.height()), rows, "raw", "L", image.bytesPerLine())


def unlike(one: Image.Image, other: Image.Image) -> float:
    """How different two pictures are, from 0 to 255, edges of letters smoothed away."""
    small = [image.resize((image.width // 4, image.height // 4), Image.Resampling.BOX) for image in (one, other)]
    return ImageStat.Stat(ImageChops.difference(*small)).rms[0]


def off_by(part: Image.Image, shown: Image.Image) -> tuple[int, int]:
    """By how many pixels across and down a picture is moved against another: where the two are most alike."""
    steps = range(-6, 7, 2)
    moved = {(x, y): ImageChops.offset(shown, x, y) for x in steps for y in steps}
    return min(moved, key=lambda by: ImageStat.Stat(ImageChops.difference(part, moved[by])).rms[0])


def ink_box(image: Image.Image) -> tuple[int, int, int, int]:
    box = image.point(lambda grey: 255 if grey < 128 else 0).getbbox()
    assert box is not None
    return box


@pytest.fixture
def two(sample: MainWindow) -> MainWindow:
    """The sample with a second, empty page; the first one is shown."""
    first = sample.bench.session.page
    sample.table["page.add"].trigger()
    sample.bench.session.show_page(first.id)
    return sample


@pytest.fixture
def dialog(two: MainWindow) -> PrintDialog:
    QTest.keyClick(two, Qt.Key.Key_P, CTRL)
    found = two.findChild(PrintDialog)
    assert found is not None
    return found


def test_a_page_stands_in_the_middle_of_one_sheet_as_the_screen_shows_it(sample: MainWindow, tmp_path: Path) -> None:
    (sheet,) = printed(sample, PrintPlan(), tmp_path / "a.pdf")
    assert sheet.size == pytest.approx((595 * DOTS, 842 * DOTS), abs=3)
    display = sample.bench.session.composed().display
    on = sheets(display, PrintPlan())
    left, top = (MARGIN + on.left) * DOTS, (MARGIN + on.top) * DOTS
    width, height = display.width * on.scale * DOTS, display.height * on.scale * DOTS
    assert left + width / 2 == pytest.approx(sheet.width / 2, abs=3)
    page = sheet.crop((round(left), round(top), round(left + width), round(top + height)))
    shown = screen(sample, on.scale * DOTS).crop((0, 0, *page.size))
    shown_box, box = ink_box(shown), ink_box(page)
    assert box == pytest.approx(shown_box, abs=4)
    assert unlike(page, shown) < 12
    assert unlike(page, ImageChops.offset(shown, 0, 40)) > 24, "what is compared tells a page moved by 20 points"


@pytest.mark.parametrize("percent", [60, 100, 150])
def test_every_tile_shows_its_part_at_its_place_and_size(sample: MainWindow, tmp_path: Path, percent: int) -> None:
    plan = PrintPlan(scale=percent / 100, overlap=10 * MM)
    display = sample.bench.session.composed().display
    on = sheets(display, plan)
    found = printed(sample, plan, tmp_path / "tiles.pdf")
    assert len(found) == len(on.tiles) == {60: 1, 100: 4, 150: 9}[percent]
    whole = screen(sample, on.scale * DOTS)
    for sheet, tile in zip(found, on.tiles, strict=True):
        size = tile.part.width * on.scale * DOTS, tile.part.height * on.scale * DOTS
        left, top = (MARGIN + on.left) * DOTS, (MARGIN + on.top) * DOTS
        part = sheet.crop((round(left), round(top), round(left + size[0]), round(top + size[1])))
        x, y = tile.part.x * on.scale * DOTS, tile.part.y * on.scale * DOTS
        shown = whole.crop((round(x), round(y), round(x) + part.width, round(y) + part.height))
        assert unlike(part, shown) < 18, tile
        assert off_by(part, shown) == (0, 0), tile


def test_neighbours_show_the_same_strip_and_marks_where_it_begins(sample: MainWindow, tmp_path: Path) -> None:
    plan = PrintPlan(scale=1.0, overlap=10 * MM)
    on = sheets(sample.bench.session.composed().display, plan)
    first, second = printed(sample, plan, tmp_path / "tiles.pdf")[:2]
    one, other = on.tiles[:2]
    assert (one.row, other.column) == (other.row, one.column + 1)
    wide, high = round(plan.overlap * DOTS), round(one.part.height * DOTS)
    left, top = round((MARGIN + STRIP) * DOTS), round((MARGIN + STRIP) * DOTS)
    right = left + round(one.part.width * DOTS)
    strips = first.crop((right - wide, top, right, top + high)), second.crop((left, top, left + wide, top + high))
    assert unlike(*strips) < 6
    assert ImageStat.Stat(strips[0]).stddev[0] > 20, "there is print in the strip"
    for sheet, places in ((first, (right - wide, right)), (second, (left, left + wide))):
        above = sheet.crop((0, top - round(10 * DOTS), sheet.width, top - round(4 * DOTS)))
        dark = {x for x in range(above.width) if above.crop((x, 0, x + 1, above.height)).getextrema()[1] < 200}
        assert dark, "there are marks outside the page"
        assert all(any(abs(x - place) <= 2 for x in dark) for place in places)
        assert all(any(abs(x - place) <= 2 for place in places) for x in dark)
    label = first.crop((left, top + high + round(4 * DOTS), right - wide, top + high + round((STRIP - 2) * DOTS)))
    assert label.getextrema()[0] < 160, "the sheet says which one it is"


def test_print_is_outlines_and_pictures_are_no_finer_than_paper(sample: MainWindow, tmp_path: Path) -> None:
    printed(sample, PrintPlan(scale=0.3), tmp_path / "small.pdf")
    document = pypdfium2.PdfDocument(str(tmp_path / "small.pdf"))
    kinds: dict[int, int] = {}
    widths = []
    for thing in document[0].get_objects(max_depth=4):
        kinds[thing.type] = kinds.get(thing.type, 0) + 1
        if thing.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE:
            left, _, right, _ = thing.get_bounds()
            widths.append(thing.get_px_size()[0] / max(1.0, right - left) * 72)
    glyphs = sum(len(run.gids) for run in sample.bench.session.composed().display.runs())
    assert kinds[pypdfium2.raw.FPDF_PAGEOBJ_PATH] > 0.9 * glyphs
    assert kinds[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE] == 2, "the two pictures, and no picture of a glyph"
    assert max(widths) < 330
    document.close()


def test_pages_are_chosen_and_printed_in_the_background(
    dialog: PrintDialog, two: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.pdf"
    monkeypatch.setattr("desktop.ui.printing.choose_target", lambda *args: args[-1](target))
    pages = dialog.findChild(QListWidget, "printpages")
    assert [page.name[:2] for page in dialog.chosen] == ["09"]
    pages.setFocus()
    QTest.keyClick(pages, Qt.Key.Key_Down)
    QTest.keyClick(pages, Qt.Key.Key_Space)
    assert len(dialog.chosen) == 2
    assert dialog.all_pages.isChecked()
    dialog.fit.click()
    plan = dialog.plan
    with qtbot.waitSignal(two.printing.ended):
        QTest.mouseClick(dialog.findChild(QPushButton, "print"), LEFT)
        assert two.printing.busy
    assert len(read(target)) == 2 * len(sheets(two.bench.session.composed().display, plan).tiles)
    assert two.frame.status.said()
    QTest.keyClick(two, Qt.Key.Key_P, CTRL)
    again = next(d for d in two.findChildren(PrintDialog) if d.isVisible())
    assert not again.fit.isChecked(), "what was chosen is offered again"
    again.close()


def test_printing_is_cancelled_in_the_status_line(
    two: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.pdf"
    import desktop.ui.printout as module

    real, painted, begun = module._paint_sheet, [], Event()

    def slow(*args: object) -> None:
        painted.append(args)
        assert begun.wait(30)  # the first sheet may be painted before the window knows of its work
        two.printing.cancel()  # as its button would, after the first sheet
        real(*args)

    monkeypatch.setattr(module, "_paint_sheet", slow)
    with qtbot.waitSignal(two.printing.ended):
        two.printing.print_out(PrintPlan(scale=1.0, target=str(target)), two.printing.pages())
        begun.set()
    assert len(painted) == 1
    assert not target.exists()
    assert two.frame.status.said()


def test_the_dialog_says_how_many_sheets_and_refuses_what_cannot_be(dialog: PrintDialog) -> None:
    said, button = dialog.findChild(QLabel, "sheetssaid"), dialog.findChild(QPushButton, "print")
    assert "1" in said.text()
    one = dialog.preview.grab().toImage()
    dialog.fit.click()
    assert dialog.plan.scale is not None
    dialog.percent.setValue(100)
    assert said.text().startswith("4")
    assert dialog.preview.grab().toImage() != one
    dialog.all_pages.click()
    assert said.text().startswith("8")
    dialog.all_pages.click()
    assert len(dialog.chosen) == 1
    pages = dialog.findChild(QListWidget, "printpages")
    pages.item(pages.currentRow()).setCheckState(Qt.CheckState.Unchecked)
    assert not button.isEnabled(), "no page is chosen"
    dialog.close()


def test_the_preview_shows_what_stands_on_the_page(dialog: PrintDialog, two: MainWindow) -> None:
    full = dialog.preview.grab().toImage()
    pages = dialog.findChild(QListWidget, "printpages")
    pages.setCurrentRow(1)
    QApplication.processEvents()
    empty = dialog.preview.grab().toImage()

    def dark(image: object) -> int:
        return sum(image.pixelColor(x, y).lightness() < 110 for x in range(0, 300, 3) for y in range(0, 360, 3))

    assert dark(full) > dark(empty) + 100
    dialog.close()


def test_a_target_that_cannot_be_written_is_told(sample: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    told: list[object] = []
    sample.printing.failed.disconnect()
    sample.printing.failed.connect(told.append)
    with qtbot.waitSignal(sample.printing.ended):
        sample.printing.print_out(PrintPlan(target=str(tmp_path / "none" / "x.pdf")), sample.printing.pages())
    assert len(told) == 1


def test_qts_printing_is_not_loaded_before_somebody_prints() -> None:
    code = "import desktop.ui.window, sys; assert 'PySide6.QtPrintSupport' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
