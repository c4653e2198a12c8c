"""The one door to ReportLab: its PDF objects, imported at a price that the command line can pay.

Only ``reportlab.pdfbase.pdfdoc`` is used, the layer under ReportLab's canvas: the canvas itself would add an unembedded
Helvetica to the file, and its text, colour and image code has no part in a page that is composed already.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any


@contextmanager
def _pillow_later() -> Iterator[None]:
    """Keep ReportLab from loading Pillow at import (a quarter of its start), by a lazy stand-in for the while.

    ``reportlab.lib.utils`` imports ``PIL.Image`` for an image reader that is not used here. Afterwards the stand-in is
    taken away again, so that whoever wants Pillow gets the real module; ReportLab's own would load on first use.
    """
    name = "PIL.Image"
    spec = None if name in sys.modules else importlib.util.find_spec(name)
    if spec is None or spec.loader is None:
        yield
        return
    spec.loader = importlib.util.LazyLoader(spec.loader)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    parent = sys.modules["PIL"]
    setattr(parent, "Image", module)  # noqa: B010 - a module has no declared attributes
    try:
        yield
    finally:
        _withdraw(name, module, parent)


def _withdraw(name: str, module: ModuleType, parent: ModuleType) -> None:
    if sys.modules.get(name) is module and object.__getattribute__(module, "__class__") is not ModuleType:
        del sys.modules[name]
        if parent.__dict__.get("Image") is module:
            delattr(parent, "Image")


with _pillow_later():
    from reportlab.pdfbase import pdfdoc

PDFDocument: Any = pdfdoc.PDFDocument
PDFDictionary: Any = pdfdoc.PDFDictionary
PDFArray: Any = pdfdoc.PDFArrayCompact
PDFObject: Any = pdfdoc.PDFObject
PDFName: Any = pdfdoc.PDFName
PDFString: Any = pdfdoc.PDFString
PDFInfo: Any = pdfdoc.PDFInfo
PDFDate: Any = pdfdoc.PDFDate
PDFZCompress: Any = pdfdoc.PDFZCompress


class Catalog(pdfdoc.PDFCatalog):  # type: ignore[misc] # ReportLab ships no types
    """The catalogue with the entries that ReportLab's leaves out."""

    __NoDefault__ = (*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents")
    __Refs__ = __NoDefault__


class Page(pdfdoc.PDFPage):  # type: ignore[misc] # ReportLab ships no types
    """A page with the entries that ReportLab's leaves out."""

    __NoDefault__ = (*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs")


def new_document(version: tuple[int, int]) -> Any:
    """Return an empty document in Chinese, of a version of PDF."""
    document = PDFDocument(compression=1, pdfVersion=version, lang="zh-CN")
    document.Catalog.__class__ = Catalog
    return document


def name(text: str) -> str:
    """Return a PDF name (PDF 32000-1, 7.3.5): ``name("Type")`` is ``/Type``."""
    written: str = pdfdoc.PDFName(text)
    return written


def stream(content: bytes, entries: dict[str, object], *, compress: bool = True) -> Any:
    """Return a stream object (PDF 32000-1, 7.3.8), deflated unless the content is compressed already."""
    filters = [PDFZCompress] if compress else None
    return pdfdoc.PDFStream(PDFDictionary(entries), content, filters)


def deflated(content: bytes, entries: dict[str, object]) -> Any:
    """Return a stream object of content that is a zlib stream already (PDF 32000-1, 7.4.4)."""
    return pdfdoc.PDFStream(PDFDictionary({**entries, "Filter": PDFName("FlateDecode")}), content, None)


def number(value: float) -> str:
    """Return a number with at most four decimals: a ten-thousandth of a point is under the finest press."""
    rounded = round(value, 4)
    return str(int(rounded)) if rounded == int(rounded) else repr(rounded)
