"""The finished page: few kinds of items at fixed positions, read by every painter, proof and export.

Points, y down from the page's top left. Painters hold no layout logic: whatever they need stands here.
"""

from desktop.display.ink import BLACK, PAPER, Ink
from desktop.display.items import Clip, Fill, GlyphRun, Item, Picture, Rule
from desktop.display.page import DisplayFrame, PageDisplay

__all__ = [
    "BLACK",
    "PAPER",
    "Clip",
    "DisplayFrame",
    "Fill",
    "GlyphRun",
    "Ink",
    "Item",
    "PageDisplay",
    "Picture",
    "Rule",
]
