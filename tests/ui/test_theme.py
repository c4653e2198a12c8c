"""Colours that can be read."""

from __future__ import annotations

import pytest

from desktop.ui.theme import DARK, LIGHT, Theme


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["chrome", "panel", "field", "selection_soft"])
@pytest.mark.parametrize("text", ["text", "muted"])
def test_text_keeps_four_and_a_half(theme: Theme, ground: str, text: str) -> None:
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["panel", "selection_soft"])
@pytest.mark.parametrize("sign", ["placed", "partial", "unplaced", "accent", "warning"])
def test_signs_keep_three(theme: Theme, ground: str, sign: str) -> None:
    assert contrast(getattr(theme, sign), getattr(theme, ground)) >= 3


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_other_pairs(theme: Theme) -> None:
    assert contrast(theme.on_selection, theme.selection) >= 4.5
    assert contrast(theme.accent, theme.chrome) >= 4.5
    assert contrast(theme.text, theme.pasteboard) >= 4.5
    assert contrast(theme.muted, theme.pasteboard) >= 4.5
