"""One finding."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from desktop.errors import Message


class Severity(StrEnum):
    """How much a finding matters: an error keeps a page from being complete."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Finding(Struct, frozen=True):
    """A finding; ``at`` is a source offset of ``element``'s story."""

    id: str
    severity: Severity
    message: Message
    page: str | None = None
    element: str | None = None
    frame: str | None = None
    at: int | None = None
