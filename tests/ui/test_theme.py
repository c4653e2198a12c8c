"""Colours that can be read (WCAG 2.2, 1.4.3, 1.4.11): text 4.5 : 1, signs 3 : 1, on every ground they stand on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from desktop.ui import theme as package
from desktop.ui.canvas.tags import contrast as painted_contrast
from desktop.ui.canvas.tags import on_colour
from desktop.ui.theme import DARK, LIGHT, Theme
from desktop.ui.window import MainWindow

PAPER = "#FFFFFF"
SHEET = Path(package.__file__).with_name("window.qss").read_text(encoding="utf-8")

LISTS = ("panel", "field", "chrome", "selection_soft", "hover")
"""Grounds of rows, as they are, chosen and under the pointer."""
TEXT = {
    "text": (*LISTS, "pressed", "pasteboard"),
    "muted": (*LISTS, "pasteboard"),
    "accent": ("panel", "chrome", "field"),
    "placed": ("panel", "chrome", "field"),
    "on_selection": ("selection",),
}
"""Inks of words, and the grounds they are written on."""
SIGNS = {
    "placed": LISTS,
    "partial": LISTS,
    "unplaced": LISTS,
    "accent": LISTS,
    "warning": LISTS,
    "muted": (*LISTS, "pasteboard"),
    "selection": (*LISTS, "pasteboard", "pressed"),
    "on_selection": ("selection",),
    "text": ("chrome",),
}
"""Inks of signs, bars, outlines of what has the keys, ticks and chevrons."""
ON_PAGE = ("selection", "frame", "accept", "reject", "accent")
"""What the canvas draws over the white page and beside it."""
NO_INK = {"name", "dark", "disabled", "line", "grid", "grid_strong", "shadow"}
"""What nobody has to read: disabled text (excepted by WCAG), hairlines between parts, the grid, the page's shadow."""

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def weak(theme: Theme, pairs: Iterator[tuple[str, str]], least: float) -> list[str]:
    found = ((ink, ground, contrast(getattr(theme, ink), getattr(theme, ground))) for ink, ground in pairs)
    return [f"{ink} on {ground}: {ratio:.2f}" for ink, ground, ratio in found if ratio < least]


@THEMES
def test_text_keeps_four_and_a_half(theme: Theme) -> None:
    assert weak(theme, ((ink, ground) for ink, grounds in TEXT.items() for ground in grounds), 4.5) == []


@THEMES
def test_signs_keep_three(theme: Theme) -> None:
    assert weak(theme, ((ink, ground) for ink, grounds in SIGNS.items() for ground in grounds), 3) == []


def test_every_token_is_ink_or_ground_or_not_to_be_read() -> None:
    grounds = {ground for table in (TEXT, SIGNS) for each in table.values() for ground in each}
    assert set(Theme.__struct_fields__) == grounds | set(TEXT) | set(SIGNS) | NO_INK | {"frame"}


@THEMES
def test_the_style_sheet_writes_on_grounds_that_let_it_be_read(theme: Theme) -> None:
    rules = re.findall(r"([^{}]+)\{([^}]*)\}", re.sub(r"/\*.*?\*/", "", SHEET, flags=re.DOTALL))
    pairs = [
        (ink[1], ground[1])
        for selector, body in rules
        if ":disabled" not in selector
        and (ink := re.search(r"(?<![-\w])color:\s*\$(\w+)", body))
        and (ground := re.search(r"(?<![-\w])background:\s*\$(\w+)", body))
    ]
    assert len(pairs) > 5
    assert weak(theme, iter(pairs), 4.5) == []


def test_what_is_on_or_chosen_has_a_line_of_its_own() -> None:
    """A soft ground alone is too close to what is around it."""
    told = {"border-bottom", "border-left", "border-left-color", "border-bottom-color", "image"}
    for selector, body in re.findall(r"([^{}]+)\{([^}]*)\}", re.sub(r"/\*.*?\*/", "", SHEET, flags=re.DOTALL)):
        if "$selection_soft" in body and re.search(r":(selected|checked)", selector):
            assert told & set(re.findall(r"([-\w]+):", body)), selector


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_is_drawn_over_the_page_is_seen_on_it_and_beside_it(window: MainWindow, theme: str) -> None:
    window.table[f"view.theme.{theme}"].trigger()
    colours = window.frame.canvas.palette_colours
    for name in ON_PAGE:
        colour = getattr(colours, name)
        assert contrast(colour, PAPER) >= 3, name
        if name != "frame":  # which lies inside the page
            assert contrast(colour, colours.pasteboard) >= 3, name


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_on_tags_and_in_empty_frames_can_be_read(window: MainWindow, theme: str) -> None:
    window.table[f"view.theme.{theme}"].trigger()
    colours = window.frame.canvas.palette_colours
    for name in ("accept", "reject", "accent", "selection"):
        ground = QColor(getattr(colours, name))
        assert painted_contrast(on_colour(ground), ground) >= 4.5, name
        assert painted_contrast(on_colour(ground), ground) == pytest.approx(
            contrast(on_colour(ground).name(), ground.name()), rel=0.01
        )
    assert contrast(QColor(colours.frame).darker(170).name(), PAPER) >= 4.5
