"""Opening: files become editions, for the command line and the session alike.

What only packages need is loaded when a package is opened.
"""

from desktop.opening.articles import (
    PACKAGE,
    Opened,
    all_layouts,
    empty_edition,
    fonts_used,
    in_turn,
    is_package,
    new_edition,
    open_path,
    own_layout_files,
    own_layouts,
    read_articles,
    same_display,
)

__all__ = [
    "PACKAGE",
    "Opened",
    "all_layouts",
    "empty_edition",
    "fonts_used",
    "in_turn",
    "is_package",
    "new_edition",
    "open_path",
    "own_layout_files",
    "own_layouts",
    "read_articles",
    "same_display",
]
