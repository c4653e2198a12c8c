"""PageDisplay → PDF, and reading PDFs back. ReportLab only here.

Both are loaded by the first use of what needs them: a command that writes no PDF pays for neither.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from desktop.pdf.document_info import Bookmark, DocumentInfo, Part
from desktop.pdf.source_date import source_date

if TYPE_CHECKING:
    from desktop.pdf.read import PageText, read_text, render
    from desktop.pdf.write import PdfWriter, write_pdf

__all__ = [
    "Bookmark",
    "DocumentInfo",
    "PageText",
    "Part",
    "PdfWriter",
    "read_text",
    "render",
    "source_date",
    "write_pdf",
]


def __getattr__(name: str) -> Any:
    """Load the writer or the reader when first asked for (PEP 562)."""
    if name in {"PdfWriter", "write_pdf"}:
        return getattr(import_module("desktop.pdf.write"), name)
    if name in {"PageText", "read_text", "render"}:
        return getattr(import_module("desktop.pdf.read"), name)
    raise AttributeError(name)
