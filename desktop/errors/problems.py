"""Exceptions whose text may be shown to a designer as it stands."""

from __future__ import annotations

from desktop.errors.message import Message


class BanxinError(Exception):
    """Something a person can understand and act on; says what happened and what to do."""

    def __init__(self, template: str, /, **values: object) -> None:
        super().__init__(template)
        self.message = Message(template, tuple(values.items()))

    def __str__(self) -> str:
        return str(self.message)


class ArticleError(BanxinError):
    """An article file cannot be read."""


class LayoutError(BanxinError):
    """A layout file is not a layout."""


class StyleError(BanxinError):
    """A house style file is not a house style."""


class FontError(BanxinError):
    """A face cannot be found, read or embedded, or no face has a character."""


class PictureError(BanxinError):
    """A picture cannot be decoded."""


class PackageError(BanxinError):
    """An edition package is damaged or of an unknown version."""


class TargetError(BanxinError):
    """A file cannot be written."""


class UsageError(BanxinError):
    """The command line or a command was given something that does not fit."""


class CancelledError(BanxinError):
    """The person cancelled a long piece of work."""
