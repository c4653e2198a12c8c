"""The colours by what they mean. Text on its ground keeps 4.5 : 1, signs 3 : 1; a test measures every pair."""

from __future__ import annotations

from msgspec import Struct


class Theme(Struct, frozen=True):
    """Colours as #RRGGBB. ``accent`` is only for what needs a person; ``selection`` is the blue of what is chosen."""

    name: str
    dark: bool
    chrome: str
    panel: str
    pasteboard: str
    field: str
    text: str
    muted: str
    disabled: str
    line: str
    hover: str
    pressed: str
    accent: str
    selection: str
    selection_soft: str
    on_selection: str
    placed: str
    partial: str
    unplaced: str
    warning: str
    grid: str
    grid_strong: str
    frame: str
    shadow: str


LIGHT = Theme(
    name="light",
    dark=False,
    chrome="#F3F3F4",
    panel="#F9F9FA",
    pasteboard="#D9DADC",
    field="#FFFFFF",
    text="#1D1D1F",
    muted="#5A5C61",
    disabled="#A3A5AA",
    line="#DDDEE1",
    hover="#E9EAEC",
    pressed="#DEDFE3",
    accent="#C5352B",
    selection="#2F6FED",
    selection_soft="#DCE7FC",
    on_selection="#FFFFFF",
    placed="#2E7D4F",
    partial="#A65F00",
    unplaced="#6C6F75",
    warning="#A65F00",
    grid="#BFE6EF",
    grid_strong="#8CCFDF",
    frame="#7793BA",
    shadow="#8A8C90",
)

DARK = Theme(
    name="dark",
    dark=True,
    chrome="#2A2B2E",
    panel="#2F3033",
    pasteboard="#1E1F21",
    field="#232427",
    text="#E8E8EA",
    muted="#A7A9AF",
    disabled="#6B6D73",
    line="#3D3F43",
    hover="#383A3E",
    pressed="#43464B",
    accent="#F0776C",
    selection="#5B8FF5",
    selection_soft="#2C3E60",
    on_selection="#10141C",
    placed="#5FBF86",
    partial="#E0A24A",
    unplaced="#8F9299",
    warning="#E0A24A",
    grid="#BFE6EF",
    grid_strong="#8CCFDF",
    frame="#7793BA",
    shadow="#000000",
)
