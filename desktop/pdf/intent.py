"""The printing condition of a file: output intent (PDF 32000-1, 14.11.5), version and identification."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from desktop.model.press import OutputCondition, Standard
from desktop.pdf.objects import PDFArray, PDFDictionary, PDFName, PDFString, stream

VERSIONS = MappingProxyType({Standard.PLAIN: (1, 7), Standard.X4: (1, 6), Standard.X1A: (1, 4), Standard.A2U: (1, 7)})
"""PDF versions: ISO 32000-1; ISO 15930-7, 6.1; ISO 15930-4, 6.1; ISO 19005-2, 6.1.2."""
_INTENTS = MappingProxyType({Standard.X4: "GTS_PDFX", Standard.X1A: "GTS_PDFX", Standard.A2U: "GTS_PDFA1"})
_INKS = 4


def identified(standard: Standard) -> dict[str, str]:
    """Return what the Info dictionary says of the standard (ISO 15930-4, 6.3); the others say it in their XMP alone."""
    return {"GTS_PDFXVersion": "PDF/X-1a:2003"} if standard is Standard.X1A else {}


def output_intents(standard: Standard, condition: OutputCondition, document: Any) -> Any:
    """Return the array of the one output intent, its profile embedded."""
    profile = stream(condition.profile, {"N": _INKS})
    document.updateSignature(condition.profile)
    intent = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName(_INTENTS[standard]),
        "OutputConditionIdentifier": PDFString(condition.identifier),
        "OutputCondition": PDFString(condition.name),
        "RegistryName": PDFString(condition.registry),
        "Info": PDFString(condition.name),
        "DestOutputProfile": document.Reference(profile),
    }
    return PDFArray([PDFDictionary(intent)])
