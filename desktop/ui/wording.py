"""Figures in the words of the newsroom."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QTime

from desktop.compose import FlowFit
from desktop.display import DisplayFrame
from desktop.geometry import MM
from desktop.model.edition import Page
from desktop.model.layout import Grid
from desktop.model.runaround import Place
from desktop.session.placement import Placement, PlacementState, Tally
from desktop.session.versions import Difference
from desktop.ui.language import tr

LEVEL = 3
"""Column lines that a well-filled frame may be short: levelled columns end a line apart."""


def fit_words(fit: FlowFit | None) -> str:
    """Return how a flow fits: +37 characters, 3 lines; what goes on elsewhere; 12 lines short; fits."""
    if fit is None:
        return ""
    if fit.over_chars:
        return tr("+{chars} characters, {lines} lines", chars=f"{fit.over_chars:,}", lines=fit.over_lines)
    if fit.handed_chars:
        return tr("{chars} characters go on on another page", chars=f"{fit.handed_chars:,}")
    if fit.short_lines > LEVEL:
        return tr("{lines} lines short", lines=fit.short_lines)
    return tr("fits")


def state_words(state: PlacementState) -> str:
    """Return how an element stands."""
    if state.kind is Placement.OVERSET:
        return tr("+{chars} characters, {lines} lines", chars=f"{state.over_chars:,}", lines=state.over_lines)
    return {
        Placement.PLACED: tr("placed"),
        Placement.UNPLACED: tr("unplaced"),
        Placement.TWICE: tr("placed twice"),
    }[state.kind]


def size_words(page: Page, frame: DisplayFrame) -> dict[str, str]:
    """Return a frame's size on the grid, in characters and in millimetres."""
    grid = page.layout.grid
    columns = round((frame.box.width / grid.body + grid.gutter) / (grid.measure + grid.gutter))
    lines = round(frame.box.height / grid.pitch)
    return {
        "grid": tr("{columns} columns × {lines} lines", columns=columns, lines=lines),
        "chars": tr("{count} characters wide", count=round(frame.box.width / grid.body)),
        "mm": f"{frame.box.width / MM:.1f} × {frame.box.height / MM:.1f} mm",
    }


def place_words(grid: Grid, place: Place) -> str:
    """Return the size of a place on the grid, in characters and in millimetres, on one line."""
    box = grid.box(place.column, place.columns, place.line, place.lines)
    cells = tr("{columns} columns × {lines} lines", columns=place.columns, lines=place.lines)
    wide = tr("{count} characters wide", count=grid.long(place.columns))
    return f"{cells} · {wide} · {box.width / MM:.0f} × {box.height / MM:.0f} mm"


def sheet_words(page: Page) -> str:
    """Return the size of a page's sheet."""
    return layout_words(page.layout.grid)[0]


def grid_words(page: Page) -> str:
    """Return a page's grid."""
    return layout_words(page.layout.grid)[1]


def layout_words(grid: Grid) -> tuple[str, str]:
    """Return the size of a layout's sheet, and its grid."""
    sheet = f"{grid.sheet_width / MM:.0f} × {grid.sheet_height / MM:.0f} mm"
    says = {"columns": grid.columns, "measure": grid.measure, "lines": grid.lines}
    return sheet, tr("{columns} columns of {measure}, {lines} lines", **says)


def tally_words(tally: Tally) -> tuple[str, str, str]:
    """Return what stands on the page, what does not, and what found no room, in characters."""
    return (
        tr("{count} placed", count=f"{tally.placed:,}"),
        tr("{count} unplaced", count=f"{tally.unplaced:,}"),
        tr("{count} overset", count=f"{tally.overset:,}"),
    )


def moment_words(at: datetime) -> str:
    """Return a date and a time, to the second, as the locale writes them."""
    locale = QLocale()
    day = locale.toString(QDate(at.year, at.month, at.day), QLocale.FormatType.LongFormat)
    seconds = locale.timeFormat(QLocale.FormatType.LongFormat).replace("t", "").replace("[]", "").strip()
    return f"{day} {locale.toString(QTime(at.hour, at.minute, at.second), seconds)}"


def difference_words(differs: Difference, steps: int = 0) -> str:
    """Return in one line how one version differs from another: steps, characters, elements, pages."""
    parts = [tr("{steps} steps", steps=steps)] if steps else []
    if differs.characters:
        parts.append(tr("{count} characters on the pages", count=f"{differs.characters:+,}".replace("-", "−")))
    if differs.elements:
        parts.append(tr("{count} elements changed", count=f"{differs.elements:,}"))
    if differs.pages:
        parts.append(tr("{count} pages changed", count=f"{len(differs.pages):,}"))
    return " · ".join(parts) or tr("There is no difference to be seen.")
