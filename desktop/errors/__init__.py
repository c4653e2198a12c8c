"""Sentences for people: messages that can be translated, and the exceptions that carry them.

A message keeps its English template and its values apart until somebody shows it, so that one catalogue
translates the command line and the window alike.
"""

from desktop.errors.message import Message, Named, message
from desktop.errors.problems import (
    ArticleError,
    BanxinError,
    CancelledError,
    FontError,
    LayoutError,
    PackageError,
    PictureError,
    StyleError,
    TargetError,
    UsageError,
)

__all__ = [
    "ArticleError",
    "BanxinError",
    "CancelledError",
    "FontError",
    "LayoutError",
    "Message",
    "Named",
    "PackageError",
    "PictureError",
    "StyleError",
    "TargetError",
    "UsageError",
    "message",
]
