"""``banxin layouts``: one line each, id TAB name TAB sheet TAB columns."""

from __future__ import annotations

from argparse import Namespace

from desktop.app.voice import Voice
from desktop.formats.layout_xml import find_layout, layout_ids
from desktop.geometry import points_to_mm


def run(arguments: Namespace, voice: Voice) -> int:  # noqa: ARG001 - every command has this form
    """Print the layouts that come with the product."""
    for layout_id in layout_ids():
        layout = find_layout(layout_id)
        grid = layout.grid
        sheet = f"{points_to_mm(grid.sheet_width):g} × {points_to_mm(grid.sheet_height):g} mm"
        columns = f"{grid.columns} × {grid.measure}"
        voice.result("\t".join((layout.id, layout.name(voice.language), sheet, columns)))
    return 0
